import type { ModuleState, TokenState } from "@fisc/carrier-host/protocol";
import type { CarrierFinding } from "@fisc/core";
import type { CertificateInfo } from "@fisc/signature";
import { candidatesOf } from "../window/certificates.ts";

/** States of modules that keep a carrier from being seen, the one first that explains most. */
const BROKEN = ["changed", "unloadable", "missing"] as const;

/**
 * What stands behind a host that answers: driver, key carrier, certificate; no further than the first that is broken. Names, serial numbers,
 * paths and certificates stay here: only states leave.
 */
export async function carrierFindings(
  modules: readonly ModuleState[],
  tokens: readonly TokenState[],
  { parse, now }: { readonly parse: (der: Uint8Array) => Promise<CertificateInfo>; readonly now: number },
): Promise<readonly CarrierFinding[]> {
  const driver = driverState(modules, tokens.length);
  if (driver !== "ok") return [{ link: "driver", state: driver }];
  const found: CarrierFinding[] = [{ link: "driver", state: "ok" }];
  const token = tokenState(tokens);
  found.push({ link: "token", state: token });
  // the last try is a warning: the certificate can be read all the same
  if (token === "ok" || token === "final-try") found.push({ link: "certificate", state: await certificateState(tokens, parse, now) });
  return found;
}

/** One driver that is not there matters only where no key carrier was found by the others. */
function driverState(modules: readonly ModuleState[], tokens: number): Extract<CarrierFinding, { link: "driver" }>["state"] {
  if (modules.length === 0) return "missing";
  if (tokens > 0) return "ok";
  return BROKEN.find((broken) => modules.some(({ state }) => state === broken)) ?? "ok";
}

function tokenState(tokens: readonly TokenState[]): Extract<CarrierFinding, { link: "token" }>["state"] {
  if (tokens.length === 0) return "missing";
  const open = tokens.filter(({ flags }) => !flags.pinLocked);
  if (open.length === 0) return "locked";
  return open.every(({ flags }) => flags.pinFinalTry) ? "final-try" : "ok";
}

async function certificateState(
  tokens: readonly TokenState[],
  parse: (der: Uint8Array) => Promise<CertificateInfo>,
  now: number,
): Promise<Extract<CarrierFinding, { link: "certificate" }>["state"]> {
  const people = (await candidatesOf(tokens, parse)).filter(({ info }) => !info.certificateAuthority);
  if (people.length === 0) return "missing";
  const signing = people.filter(({ algorithm }) => algorithm !== null);
  if (signing.length === 0) return "unusable";
  const begun = signing.filter(({ info }) => Date.parse(info.notBefore) <= now);
  if (begun.some(({ info }) => now <= Date.parse(info.notAfter))) return "ok";
  return begun.length > 0 ? "expired" : "not-yet-valid";
}
