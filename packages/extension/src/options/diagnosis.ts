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

/** Checks extension, host, drivers, tokens, certificates and clock. Rejects as `connectHost` does where the host is not reached. */
export async function runDiagnosis(text: Texts): Promise<readonly DiagnosisLine[]> {
  const host = await connectHost();
  try {
    const report = await host.request("diagnose", {});
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
        state: report.tokens === 0 ? text("error.token.missing") : String(report.tokens),
        ok: report.tokens > 0,
      },
      {
        link: text("options.diagnosis.certificates"),
        state: report.certificates === 0 ? text("options.diagnosis.none") : String(report.certificates),
        ok: report.certificates > 0,
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
