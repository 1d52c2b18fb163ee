import { createHash, randomUUID } from "node:crypto";
import { createServer } from "node:http";
import { text } from "node:stream/consumers";

export interface TestIssuer {
  readonly url: string;
  /** Claims of whoever signs in next. */
  claims: Readonly<Record<string, unknown>>;
  close(): Promise<void>;
}

/** As much of an OpenID provider as the code flow needs: it checks PKCE, client and redirect, and signs its tokens (ES256). */
export async function startTestIssuer(client: { readonly id: string; readonly secret: string }): Promise<TestIssuer> {
  const keys = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  const jwk = { ...(await crypto.subtle.exportKey("jwk", keys.publicKey)), kid: "one", alg: "ES256", use: "sig" };
  const codes = new Map<string, URLSearchParams>();
  const issuer: { url: string; claims: TestIssuer["claims"] } = { url: "", claims: {} };
  const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const idToken = async (nonce: string): Promise<string> => {
    const now = Math.floor(Date.now() / 1_000);
    const body = `${encode({ alg: "ES256", kid: "one" })}.${encode({ iss: issuer.url, aud: client.id, iat: now, exp: now + 300, nonce, ...issuer.claims })}`;
    const signature = await crypto.subtle.sign({ name: "ECDSA", hash: "SHA-256" }, keys.privateKey, Buffer.from(body));
    return `${body}.${Buffer.from(signature).toString("base64url")}`;
  };
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "", issuer.url);
    const send = (status: number, body: object): void =>
      void response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    if (url.pathname === "/.well-known/openid-configuration") {
      send(200, {
        issuer: issuer.url,
        authorization_endpoint: `${issuer.url}/authorize`,
        token_endpoint: `${issuer.url}/token`,
        jwks_uri: `${issuer.url}/keys`,
        response_types_supported: ["code"],
        subject_types_supported: ["public"],
        id_token_signing_alg_values_supported: ["ES256"],
        code_challenge_methods_supported: ["S256"],
      });
    } else if (url.pathname === "/keys") send(200, { keys: [jwk] });
    else if (url.pathname === "/authorize") {
      const code = randomUUID();
      codes.set(code, url.searchParams);
      const back = new URL(url.searchParams.get("redirect_uri") ?? "");
      back.searchParams.set("code", code);
      back.searchParams.set("state", url.searchParams.get("state") ?? "");
      response.writeHead(302, { location: back.href }).end();
    } else {
      void text(request).then(async (body) => {
        const form = new URLSearchParams(body);
        const asked = codes.get(form.get("code") ?? "");
        codes.delete(form.get("code") ?? "");
        const challenge = createHash("sha256")
          .update(form.get("code_verifier") ?? "")
          .digest("base64url");
        const known = request.headers.authorization === `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString("base64")}`;
        if (!known || asked?.get("code_challenge") !== challenge || asked.get("redirect_uri") !== form.get("redirect_uri"))
          send(400, { error: "invalid_grant" });
        else
          send(200, {
            access_token: randomUUID(),
            token_type: "Bearer",
            expires_in: 300,
            id_token: await idToken(asked.get("nonce") ?? ""),
          });
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  issuer.url = `http://127.0.0.1:${typeof address === "object" && address !== null ? address.port : 0}`;
  return Object.assign(issuer, {
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  });
}
