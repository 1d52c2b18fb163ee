import type { CarrierDiagnosis } from "@fisc/core";

/** From the page to the certificate, in the order in which one leads to the next; the clock stands beside them. */
export const LINKS = ["page", "extension", "permission", "host", "driver", "token", "certificate", "clock"] as const;
export type Link = (typeof LINKS)[number];

/**
 * `broken`: `fault` names what is wrong. `warning`: the same, and one can sign all the same. `waiting`: behind a broken link, not looked at. `hidden`: the
 * site may not know. `unknown`: no answer.
 */
export type LinkState = "ok" | "broken" | "warning" | "waiting" | "hidden" | "unknown";

export interface ChainLine {
  readonly link: Link;
  readonly state: LinkState;
  readonly fault?: string;
  readonly version?: string;
  /** By how much the clock is wrong; only of the clock. */
  readonly minutes?: number;
}

/** What was found out. */
export interface Found {
  /** The browser calls the page a secure context: others are not answered. */
  readonly secure: boolean;
  /** What the extension said, or the code of the failure. */
  readonly answer: { readonly version: string; readonly diagnosis: CarrierDiagnosis } | { readonly failure: string };
  /** Milliseconds by which this computer's clock is ahead of the server's; undefined where no server was asked or none told. */
  readonly ahead?: number;
}

/** Milliseconds: what passes between two readings of a right clock, and what certificates and requests forgive. */
const CLOCK_TOLERANCE = 120_000;

/** One line a link, the first broken one ends what can be said of those behind it. */
export function chainOf({ secure, answer, ahead }: Found): readonly ChainLine[] {
  const page: ChainLine = secure ? { link: "page", state: "ok" } : { link: "page", state: "broken", fault: "insecure" };
  return [page, ...behind(secure, answer), clockLine(ahead)];
}

function behind(secure: boolean, answer: Found["answer"]): readonly ChainLine[] {
  if (!secure) return rest("extension", "waiting");
  if ("failure" in answer)
    return [{ link: "extension", state: "broken", fault: extensionFault(answer.failure) }, ...rest("permission", "waiting")];
  const { version, diagnosis } = answer;
  const extension: ChainLine = { link: "extension", state: "ok", version };
  // no hindrance: the extension asks for it at the first signature
  if (!diagnosis.granted) return [extension, { link: "permission", state: "warning", fault: "missing" }, ...rest("host", "hidden")];
  const found = diagnosis.findings.map(({ link, state }): ChainLine => {
    if (state === "ok") return { link, state };
    return { link, state: state === "final-try" ? "warning" : "broken", fault: state };
  });
  const next = (["host", "driver", "token", "certificate"] as const)[found.length];
  const left = found.at(-1)?.state === "broken" ? "waiting" : "unknown";
  return [extension, { link: "permission", state: "ok" }, ...found, ...(next === undefined ? [] : rest(next, left))];
}

/** From a link to the certificate. */
function rest(from: Link, state: LinkState): readonly ChainLine[] {
  return LINKS.slice(LINKS.indexOf(from), LINKS.indexOf("clock")).map((link) => ({ link, state }));
}

function extensionFault(code: string): string {
  switch (code) {
    case "extension.missing":
      return "missing";
    case "extension.outdated":
      return "outdated";
    case "extension.refused-origin":
      return "refused";
    case "extension.busy":
      return "busy";
    default:
      return "silent";
  }
}

function clockLine(ahead: number | undefined): ChainLine {
  if (ahead === undefined) return { link: "clock", state: "unknown" };
  const off = Math.abs(ahead);
  if (off <= CLOCK_TOLERANCE) return { link: "clock", state: "ok" };
  return { link: "clock", state: "broken", fault: "off", minutes: Math.round(off / 60_000) };
}

/** `ready`: all of it is in order. `partly`: all that the site may know is. `broken`: the first link to mend. */
export function verdictOf(
  lines: readonly ChainLine[],
): { readonly kind: "ready" | "partly" } | { readonly kind: "broken"; readonly line: ChainLine } {
  const broken = lines.find(({ state }) => state === "broken");
  if (broken) return { kind: "broken", line: broken };
  const whole = lines.every(({ link, state }) => state === "ok" || state === "warning" || link === "clock");
  return { kind: whole ? "ready" : "partly" };
}

/** The report for support: states, versions and the browser's own name; nobody's name, no certificate, no serial number, no address of the page. */
export function exportOf(lines: readonly ChainLine[], { at, browser }: { readonly at: Date; readonly browser: string }): string {
  const links = lines.map(({ link, state, fault, version, minutes }) => ({
    link,
    state,
    ...(fault !== undefined && { fault }),
    ...(version !== undefined && { version }),
    ...(minutes !== undefined && { minutes }),
  }));
  return `${JSON.stringify({ type: "fisc.carrier-diagnosis/1", at: at.toISOString(), browser, links }, null, 2)}\n`;
}
