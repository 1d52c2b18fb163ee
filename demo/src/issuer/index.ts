import { generateKeyPairSync, randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import Provider, { type AdapterFactory, type JWK } from "oidc-provider";
import type { DemoPerson } from "../people/index.ts";
import { pageHeaders, pageLocale, pageStyle } from "../pages/page.ts";
import { signInPage, type SignInPerson } from "./sign-in-page.ts";

export interface Issuer {
  readonly clientId: string;
  readonly clientSecret: string;
  close(): Promise<void>;
}

const sessionCookie = "demo_issuer";

/** Named in so many words, the library's memory store does not warn: the demo's issuer has nothing to keep. */
const memory: string = "oidc-provider/lib/adapters/memory_adapter.js";

/**
 * The demo's identity system: an OpenID provider whose sign-in page lists the demo's people, and signs in whom you choose, without
 * a password. It stands where a country's identity system does, so the gateway speaks to it in the same protocol.
 */
export async function startIssuer(options: {
  readonly address: string;
  readonly port: number;
  readonly gateway: string;
  readonly portal: string;
  readonly people: readonly DemoPerson[];
  readonly describe: (person: DemoPerson, locale: "vi" | "en") => SignInPerson;
}): Promise<Issuer> {
  const clientId = "fisc-gateway";
  const clientSecret = randomBytes(32).toString("base64url");
  const { createMemoryAdapter } = (await import(memory)) as { createMemoryAdapter(clockTolerance: number): AdapterFactory };
  const provider = new Provider(options.address, {
    adapter: createMemoryAdapter(0),
    jwks: {
      keys: [
        { ...generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256" } as JWK,
      ],
    },
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${options.gateway}/session/callback`],
        post_logout_redirect_uris: [options.portal],
        grant_types: ["authorization_code"],
        response_types: ["code"],
        id_token_signed_response_alg: "RS256",
      },
    ],
    cookies: {
      keys: [randomBytes(32).toString("base64url")],
      names: { session: sessionCookie, interaction: "demo_interaction", resume: "demo_resume" },
    },
    claims: { openid: ["sub"], profile: ["name", "roles", "belongs_to"], email: ["email", "email_verified"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, interaction) => `/sign-in/${interaction.uid}` },
    pkce: { required: () => true },
    ttl: { Interaction: 600, Session: 3600, Grant: 3600, AccessToken: 600, IdToken: 600 },
    findAccount: (_context, subject) => {
      const person = options.people.find((candidate) => candidate.subject === subject);
      if (!person) return undefined;
      return {
        accountId: subject,
        claims: () => ({
          sub: subject,
          name: person.name,
          email: person.email,
          email_verified: true,
          roles: person.roles.map((role) => role.role),
          belongs_to: person.belongsTo,
        }),
      };
    },
    // The gateway is the country's own system: nobody is asked whether it may know who they are.
    loadExistingGrant: async (context) => {
      const grant = new context.oidc.provider.Grant({ clientId, accountId: context.oidc.session?.accountId ?? "" });
      grant.addOIDCScope("openid profile email");
      await grant.save();
      return grant;
    },
    renderError: (context, out) => {
      context.type = "text/plain";
      context.body = `The sign-in failed (${out.error}). Go back to the portal and sign in again.`;
    },
  });
  const callback = provider.callback();
  const formTargets = [options.gateway, options.portal];
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", options.address);
    if (url.pathname === "/page.css") return void response.writeHead(200, { "content-type": "text/css; charset=utf-8" }).end(pageStyle);
    if (url.pathname.startsWith("/auth")) forgetSession(request);
    if (!url.pathname.startsWith("/sign-in/")) return void callback(request, response);
    signIn(provider, options, url, formTargets, request, response).catch(() => {
      if (!response.headersSent) response.writeHead(303, { location: options.portal });
      response.end();
    });
  });
  await listen(server, options.port);
  return {
    clientId,
    clientSecret,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Lets the provider see no earlier sign-in: one browser plays several people here, so it asks who you are each time. */
function forgetSession(request: IncomingMessage): void {
  const kept = (request.headers.cookie ?? "")
    .split("; ")
    .filter((cookie) => !cookie.startsWith(`${sessionCookie}=`) && !cookie.startsWith(`${sessionCookie}.sig=`));
  request.headers.cookie = kept.join("; ");
}

async function signIn(
  provider: Provider,
  options: Parameters<typeof startIssuer>[0],
  url: URL,
  formTargets: readonly string[],
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { params } = await provider.interactionDetails(request, response);
  if (request.method === "POST") {
    const chosen = new URLSearchParams(await bodyOf(request)).get("person");
    const person = options.people.find((candidate) => candidate.subject === chosen);
    if (person) {
      await provider.interactionFinished(
        request,
        response,
        { login: { accountId: person.subject, remember: false } },
        { mergeWithLastSubmission: false },
      );
      return;
    }
  }
  const locales = typeof params["ui_locales"] === "string" ? params["ui_locales"] : undefined;
  const locale = pageLocale(url.searchParams.get("lang") ?? locales, request.headers["accept-language"]);
  response
    .writeHead(200, pageHeaders(formTargets))
    .end(signInPage({ locale, action: url.pathname, people: options.people.map((person) => options.describe(person, locale)) }));
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request as AsyncIterable<Buffer>) {
    text += chunk.toString("utf8");
    if (text.length > 4096) throw new Error("the form is too long");
  }
  return text;
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => resolve());
  });
}
