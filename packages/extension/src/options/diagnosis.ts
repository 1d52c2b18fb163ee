import { parseCertificate } from "@fisc/signature";
import { carrierFindings } from "../background/carrier-findings.ts";
import { connectHost } from "../host/host-client.ts";
import { EXTENSION_VERSION } from "../identity.ts";
import type { Texts } from "../locales/messages.ts";

/** One link of the chain. Holds no name, serial number or path of a person's own folder: the report may be sent to support. */
export interface DiagnosisLine {
  readonly link: string;
  readonly state: string;
  readonly ok: boolean;
}

/** Seconds that two clocks may differ before certificates and requests are judged wrongly. */
const CLOCK_TOLERANCE = 60;

/** What is said of a key carrier or a certificate that cannot be signed with: what happened, and what to do. */
const FAULTS: Readonly<Record<string, string>> = {
  "token.locked": "error.token.locked",
  "token.final-try": "error.pin.final-try",
  "certificate.missing": "error.certificate.none",
  "certificate.unusable": "error.certificate.none",
  "certificate.expired": "error.certificate.expired",
  "certificate.not-yet-valid": "error.certificate.expired",
};

/** Checks extension, host, drivers, tokens, certificates and clock. Rejects as `connectHost` does where the host is not reached. */
export async function runDiagnosis(text: Texts): Promise<readonly DiagnosisLine[]> {
  const host = await connectHost();
  try {
    const report = await host.request("diagnose", {});
    const { tokens } = await host.request("list", {});
    const findings = await carrierFindings(report.modules, tokens, { parse: parseCertificate, now: Date.now() });
    const faults = new Map<string, string>(findings.map(({ link, state }) => [link, FAULTS[`${link}.${state}`] ?? ""]));
    const judged = (link: "token" | "certificate", count: number): Pick<DiagnosisLine, "state" | "ok"> => {
      const fault = faults.get(link) ?? "";
      return fault === "" ? { state: String(count), ok: true } : { state: text(fault), ok: false };
    };
    const difference = Math.round(Math.abs(Date.parse(report.clock) - Date.now()) / 1000);
    return [
      { link: text("options.diagnosis.extension"), state: EXTENSION_VERSION, ok: true },
      { link: text("options.diagnosis.host"), state: `${report.version} (${report.platform}, Node ${report.node})`, ok: true },
      ...report.modules.map(({ path, state, description, version }) => ({
        link: text("options.diagnosis.modules"),
        state: `${path.split(/[\\/]/).at(-1) ?? ""} ${description} ${version}: ${text(`module.${state}`)}`,
        ok: state === "loaded",
      })),
      {
        link: text("options.diagnosis.tokens"),
        ...(report.tokens === 0 ? { state: text("error.token.missing"), ok: false } : judged("token", report.tokens)),
      },
      {
        link: text("options.diagnosis.certificates"),
        ...(report.certificates === 0 ? { state: text("options.diagnosis.none"), ok: false } : judged("certificate", report.certificates)),
      },
      {
        link: text("options.diagnosis.clock"),
        state:
          difference <= CLOCK_TOLERANCE ? text("options.diagnosis.clock.ok") : text("options.diagnosis.clock.off", { count: difference }),
        ok: difference <= CLOCK_TOLERANCE,
      },
    ];
  } finally {
    host.close();
  }
}
