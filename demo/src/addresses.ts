import { createServer } from "node:net";
import { DemoStop } from "./stop.ts";

/** Where every part of the demo listens; all on the loopback interface. */
export interface Addresses {
  readonly portal: string;
  readonly gateway: string;
  readonly issuer: string;
  readonly inbox: string;
  readonly tabmis: string;
  readonly ports: Readonly<Record<Part, number>>;
}

export type Part = "portal" | "gateway" | "issuer" | "inbox" | "tabmis" | "smtp" | "postgres";

const parts: readonly Part[] = ["portal", "gateway", "issuer", "inbox", "tabmis", "smtp", "postgres"];

/** Seven ports in a row, from `base` on. */
export function addressesFrom(base: number): Addresses {
  if (!Number.isInteger(base) || base < 1024 || base + parts.length > 65_536)
    throw new DemoStop("--port-base takes a number from 1024 to 65500.");
  const ports = Object.fromEntries(parts.map((part, index) => [part, base + index])) as Record<Part, number>;
  const at = (part: Part): string => `http://127.0.0.1:${ports[part]}`;
  return { portal: at("portal"), gateway: at("gateway"), issuer: at("issuer"), inbox: at("inbox"), tabmis: at("tabmis"), ports };
}

/** Throws one line that names the first port which another program holds. */
export async function needFreePorts(addresses: Addresses): Promise<void> {
  for (const part of parts) {
    const port = addresses.ports[part];
    if (!(await isFree(port))) {
      throw new DemoStop(
        `Port ${port} (${part}) is in use. Stop what holds it, or choose others: npm run demo -- --port-base ${port + 100}`,
      );
    }
  }
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** A base from which all seven ports are free right now: for tests that run beside each other. */
export async function freePortBase(from = 20_000 + Math.floor(Math.random() * 20_000)): Promise<number> {
  for (let base = from; base < 64_000; base += parts.length) {
    const free = await Promise.all(parts.map((_, index) => isFree(base + index)));
    if (free.every(Boolean)) return base;
  }
  throw new DemoStop("No seven free ports in a row were found.");
}
