import assert from "node:assert/strict";
import { createHash, randomBytes } from "node:crypto";
import { after, before, describe, it } from "node:test";
import { freePortBase } from "../addresses.ts";
import type { DemoPerson } from "../people/index.ts";
import { startIssuer, type Issuer } from "./index.ts";
import type { SignInPerson } from "./sign-in-page.ts";

const people: readonly DemoPerson[] = [
  {
    subject: "a",
    name: "Trần Thị <Mẫu>",
    email: "a@example.com",
    belongsTo: "1",
    roles: [{ role: "unit.preparer", validFrom: "2026-01-01", certificates: [] }],
  },
  { subject: "b", name: "Nguyễn Văn Thử", email: "b@example.com", belongsTo: "1", roles: [] },
];

describe("demo issuer", () => {
  let issuer: Issuer;
  let address: string;
  const gateway = "http://127.0.0.1:9";

  before(async () => {
    const port = await freePortBase();
    address = `http://127.0.0.1:${port}`;
    const describe = (person: DemoPerson): SignInPerson => ({
      subject: person.subject,
      name: person.name,
      roles: "",
      belongsTo: person.belongsTo,
    });
    issuer = await startIssuer({ address, port, gateway, portal: "http://127.0.0.1:8", people, describe });
  });
  after(() => issuer?.close());

  /** A browser as far as sign-in needs one: cookies and redirects. */
  function browser(): (url: string, init?: RequestInit) => Promise<Response> {
    const cookies = new Map<string, string>();
    return async (url, init = {}) => {
      const response = await fetch(new URL(url, address), {
        ...init,
        redirect: "manual",
        headers: { ...init.headers, cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") },
      });
      for (const cookie of response.headers.getSetCookie()) {
        const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
        cookies.set(name, value);
      }
      return response;
    };
  }

  async function signIn(
    visit: ReturnType<typeof browser>,
    subject: string,
  ): Promise<{ readonly page: string; readonly claims: Record<string, unknown> }> {
    const verifier = randomBytes(32).toString("base64url");
    const query = new URLSearchParams({
      client_id: issuer.clientId,
      response_type: "code",
      scope: "openid profile email",
      redirect_uri: `${gateway}/session/callback`,
      state: "s",
      nonce: "n",
      code_challenge: createHash("sha256").update(verifier).digest("base64url"),
      code_challenge_method: "S256",
    });
    const asked = await visit(`/auth?${query}`);
    const form = asked.headers.get("location") ?? "";
    assert.match(form, /\/sign-in\//, "each sign-in asks who you are");
    const page = await (await visit(form)).text();
    const chosen = await visit(form, { method: "POST", body: new URLSearchParams({ person: subject }) });
    const back = await visit(chosen.headers.get("location") ?? "");
    const callback = new URL(back.headers.get("location") ?? "", gateway);
    assert.equal(callback.origin, gateway, callback.href);
    assert.equal(callback.searchParams.get("error"), null, callback.href);
    const tokens = await fetch(`${address}/token`, {
      method: "POST",
      headers: { authorization: `Basic ${Buffer.from(`${issuer.clientId}:${issuer.clientSecret}`).toString("base64")}` },
      body: new URLSearchParams({
        grant_type: "authorization_code",
        code: callback.searchParams.get("code") ?? "",
        redirect_uri: `${gateway}/session/callback`,
        code_verifier: verifier,
      }),
    });
    const body = (await tokens.json()) as { id_token: string };
    assert.equal(tokens.status, 200, JSON.stringify(body));
    const { id_token } = body;
    return { page, claims: JSON.parse(Buffer.from(id_token.split(".")[1] ?? "", "base64url").toString("utf8")) as Record<string, unknown> };
  }

  it("signs in whom one chooses, with roles and unit as claims, and asks again the next time in the same browser", async () => {
    const visit = browser();
    const first = await signIn(visit, "a");
    assert.equal(first.claims["sub"], "a");
    assert.deepEqual(first.claims["roles"], ["unit.preparer"]);
    assert.equal(first.claims["belongs_to"], "1");
    assert.match(first.page, /Trần Thị &lt;Mẫu&gt;/);
    assert.equal((await signIn(visit, "b")).claims["sub"], "b");
  });

  it("refuses a client that proves no code verifier", async () => {
    const answer = await browser()(
      `/auth?client_id=${issuer.clientId}&response_type=code&scope=openid&redirect_uri=${encodeURIComponent(`${gateway}/session/callback`)}`,
    );
    assert.match(answer.headers.get("location") ?? "", /error=invalid_request/);
  });
});
