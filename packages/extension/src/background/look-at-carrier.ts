import { FiscError } from "@fisc/core";
import type { CarrierFinding } from "@fisc/core";
import { parseCertificate } from "@fisc/signature";
import { connectHost } from "../host/host-client.ts";
import type { HostClient } from "../host/host-client.ts";
import { carrierFindings } from "./carrier-findings.ts";

/** Starts the host, looks at drivers, key carriers and certificates, and ends it again. No PIN, no login, no signature. */
export async function lookAtCarrier(): Promise<readonly CarrierFinding[]> {
  let host: HostClient | undefined;
  try {
    host = await connectHost();
    const { modules } = await host.request("modules", {});
    const { tokens } = await host.request("list", {});
    return [{ link: "host", state: "ok" }, ...(await carrierFindings(modules, tokens, { parse: parseCertificate, now: Date.now() }))];
  } catch (error) {
    return [{ link: "host", state: hostState(error) }];
  } finally {
    host?.close();
  }
}

function hostState(error: unknown): Extract<CarrierFinding, { link: "host" }>["state"] {
  switch (error instanceof FiscError ? error.code : "") {
    case "host.missing":
      return "missing";
    case "host.outdated":
      return "outdated";
    case "host.timeout":
      return "timeout";
    default:
      return "crashed";
  }
}
