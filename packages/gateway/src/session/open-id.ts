import * as client from "openid-client";
import { FiscError } from "@fisc/core";
import type { Database } from "../database/connection.ts";
import type { Clock, OpenIdConfig } from "../configuration.ts";
import { digest, newSecret } from "./sessions.ts";

export interface SignIn {
  /** Where to send the browser, and the secret that binds the attempt to it (a cookie). */
  begin(returnTo: string): Promise<{ readonly location: string; readonly browser: string }>;
  /** @throws FiscError `session.sign-in-failed`, `session.provider-unreachable` */
  /** Never rejects for what a person can meet: `failure` goes back to the portal, which says it in the person's language. */
  finish(callback: URL, browser: string | undefined): Promise<{ readonly returnTo: string | null; readonly outcome: Identity | FiscError }>;
}

/** What the identity provider says. Claims `roles` and `belongs_to` may be absent; where they are given, they must agree with the register. */
export interface Identity {
  readonly subject: string;
  readonly roles: readonly string[] | null;
  readonly belongsTo: string | null;
}

/** Milliseconds in which a sign-in must be finished. */
const attemptLives = 10 * 60_000;

/** OpenID Connect: authorization code with PKCE, state and nonce; each attempt is kept in the database, so any process may finish it. */
export function createSignIn(config: OpenIdConfig, redirectUri: string, database: Database, clock: Clock): SignIn {
  let discovered: Promise<client.Configuration> | undefined;
  const provider = (): Promise<client.Configuration> => {
    discovered ??= discover(config).catch((cause: unknown) => {
      discovered = undefined;
      throw new FiscError("session.provider-unreachable", { issuer: config.issuer }, { cause });
    });
    return discovered;
  };
  return {
    begin: async (returnTo) => {
      const configuration = await provider();
      const [state, nonce, verifier, browser] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier(), newSecret()];
      const now = clock.now();
      await database.deleteFrom("sign_in").where("expires_at", "<", now).execute();
      await database
        .insertInto("sign_in")
        .values({
          state: digest(state),
          browser: digest(browser),
          verifier,
          nonce,
          return_to: returnTo,
          expires_at: new Date(now.getTime() + attemptLives).toISOString(),
        })
        .execute();
      const location = client.buildAuthorizationUrl(configuration, {
        redirect_uri: redirectUri,
        scope: "openid profile email",
        state,
        nonce,
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: "S256",
      });
      return { location: location.href, browser };
    },
    finish: async (callback, browser) => {
      const state = callback.searchParams.get("state") ?? "";
      // Taken out at once: an attempt is finished one time, whatever comes of it.
      const attempt = await database.deleteFrom("sign_in").where("state", "=", digest(state)).returningAll().executeTakeFirst();
      const failed = (cause?: unknown): FiscError => new FiscError("session.sign-in-failed", {}, { cause });
      if (attempt === undefined || browser === undefined || digest(browser) !== attempt.browser)
        return { returnTo: null, outcome: failed() };
      const returnTo = attempt.return_to;
      if (attempt.expires_at < clock.now()) return { returnTo, outcome: failed() };
      const configuration = await provider();
      const tokens = await client
        .authorizationCodeGrant(configuration, callback, {
          expectedState: state,
          expectedNonce: attempt.nonce,
          pkceCodeVerifier: attempt.verifier,
          idTokenExpected: true,
        })
        .catch((cause: unknown) => failed(cause));
      if (tokens instanceof FiscError) return { returnTo, outcome: tokens };
      const claims = tokens.claims();
      if (claims === undefined) return { returnTo, outcome: failed() };
      const belongsTo = typeof claims["belongs_to"] === "string" ? claims["belongs_to"] : null;
      return { returnTo, outcome: { subject: claims.sub, roles: textList(claims["roles"]), belongsTo } };
    },
  };
}

function textList(claim: unknown): readonly string[] | null {
  return Array.isArray(claim) ? claim.filter((entry): entry is string => typeof entry === "string") : null;
}

async function discover({ issuer, clientId, clientSecret }: OpenIdConfig): Promise<client.Configuration> {
  const address = new URL(issuer);
  // Plain http is for an issuer on this very machine: a demo, a test.
  const local = address.protocol === "http:" && ["localhost", "127.0.0.1", "[::1]"].includes(address.hostname);
  return client.discovery(
    address,
    clientId,
    clientSecret,
    clientSecret === undefined ? client.None() : client.ClientSecretBasic(clientSecret),
    {
      execute: local ? [client.allowInsecureRequests] : [],
    },
  );
}
