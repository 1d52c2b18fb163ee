import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyReply, type FastifyRequest } from "fastify";
import type { Addresses } from "./addresses.ts";
import { readSignatureTrust } from "./signature-trust.ts";

export interface PortalServer {
  /** What browsers reported against the pages' policy. Empty is right. */
  reports(): readonly unknown[];
  close(): Promise<void>;
}

const built = fileURLToPath(new URL("../dist/portals/vn", import.meta.url));

/** The policy that a ministry's portal would set: nothing inline, no evaluation, one gateway, Trusted Types everywhere. */
export function portalPolicy(addresses: Addresses): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `connect-src 'self' ${addresses.gateway}`,
    "img-src 'self' data:",
    "worker-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types lit-html fisc",
    "report-uri /csp-reports",
  ].join("; ");
}

/** Serves the built Vietnamese portal: files only, its pages with this start's gateway in place of `https://gateway.example`. */
export async function startPortalServer(addresses: Addresses, trust: Parameters<typeof readSignatureTrust>[0]): Promise<PortalServer> {
  const reports: unknown[] = [];
  const server = Fastify();
  server.addHook("onSend", async (_request, reply) => {
    reply.headers({
      "content-security-policy": portalPolicy(addresses),
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": "camera=(), microphone=(), geolocation=()",
    });
  });
  server.addContentTypeParser(
    ["application/csp-report", "application/reports+json"],
    { parseAs: "string", bodyLimit: 64 * 1024 },
    (_request, body, done) => {
      try {
        done(null, JSON.parse(String(body)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
  server.post("/csp-reports", (request, reply) => {
    if (reports.length < 1_000) reports.push(request.body);
    return reply.code(204).send();
  });
  server.get("/csp-reports", () => reports);
  // public by nature: whom this portal trusts when its pages check signatures by themselves
  server.get("/signature-trust.json", async (_request, reply) =>
    reply.header("cache-control", "no-cache").send(await readSignatureTrust(trust)),
  );
  for (const name of readdirSync(built).filter((file) => file.endsWith(".html"))) {
    const text = readFileSync(join(built, name), "utf8").replaceAll("https://gateway.example", addresses.gateway);
    const send = (_request: FastifyRequest, reply: FastifyReply): FastifyReply =>
      reply.header("cache-control", "no-cache").type("text/html; charset=utf-8").send(text);
    server.get(`/${name}`, send);
    if (name === "index.html") server.get("/", send);
  }
  await server.register(fastifyStatic, {
    root: built,
    cacheControl: false,
    index: false,
    globIgnore: ["**/*.html"],
    setHeaders: (reply, path) =>
      void reply.header("cache-control", path.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"),
  });
  await server.listen({ port: addresses.ports.portal, host: "127.0.0.1" });
  return { reports: () => reports, close: () => server.close() };
}
