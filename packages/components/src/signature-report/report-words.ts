import { figuresOf } from "@fisc/core/text/script";
import { html, type TemplateResult } from "lit";
import type { Localize } from "../foundation/localize.ts";
import { foreignText } from "./foreign-text.ts";
import type { ReadFinding, ReadStep } from "./report-model.ts";

/** What a code of the standard or of a validator looks like. Others are shown as a stranger's text and never looked up. */
const subIndicationCode = /^[A-Z][A-Z_]{2,80}$/;
const stepCode = /^[a-z][a-z0-9-]{1,40}$/;
const instantForm = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;

/** The words of a report in the host's language and zone. What a report names and nobody knows is shown as it stands there. */
export class ReportWords {
  readonly #localize: Localize;
  readonly #instant: Intl.DateTimeFormat;

  /** `timeZone`: IANA name; empty: the browser's own. */
  constructor(localize: Localize, timeZone: string) {
    this.#localize = localize;
    const { locale } = localize;
    this.#instant = new Intl.DateTimeFormat(locale === "en" ? "en-GB" : figuresOf(locale), {
      day: "2-digit",
      month: locale.startsWith("en") ? "short" : "2-digit",
      year: "numeric",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
      timeZoneName: "short",
      ...(timeZone !== "" && isTimeZone(timeZone) && { timeZone }),
    });
  }

  text(key: string, params?: Readonly<Record<string, string | number>>): string {
    return this.#localize.text(key, params);
  }

  /** A stranger's text: isolated, its length limited, nothing in it hidden. */
  foreign(value: string, longest?: number): TemplateResult {
    const { text, shortened } = foreignText(value, longest);
    return html`<bdi class="foreign">${text}${shortened ? "…" : ""}</bdi
      >${shortened ? html` <small>(${this.text("signature.shortened")})</small>` : ""}`;
  }

  /** An instant of a report, with its zone; anything else as it stands there. */
  instant(value: string): TemplateResult {
    const date = instantForm.test(value) ? new Date(value) : null;
    if (!date || Number.isNaN(date.getTime())) return this.foreign(value, 40);
    return html`<time datetime=${date.toISOString()}>${this.#instant.format(date)}</time>`;
  }

  /** Why the answer is what it is. */
  reason({ subIndication, contradicts, verdict }: ReadFinding): TemplateResult | string {
    if (contradicts) return this.text("signature.sub.contradiction");
    if (verdict === "passed") return "";
    if (subIndication === undefined) return this.text("signature.sub.none");
    const known = this.#known("signature.sub", subIndication, subIndicationCode);
    if (known !== undefined) return known;
    return this.text("signature.sub.unknown", { code: foreignText(subIndication, 60).text });
  }

  remedy({ subIndication, contradicts, verdict }: ReadFinding): string {
    if (verdict === "passed") return this.text("signature.todo.none");
    const known = contradicts || subIndication === undefined ? undefined : this.#known("signature.todo", subIndication, subIndicationCode);
    return known ?? this.text("signature.todo.unknown");
  }

  /** What a step looks at. */
  step({ check }: ReadStep): TemplateResult | string {
    return this.#known("evidence.check", check, stepCode) ?? this.foreign(check, 60);
  }

  /** What it means that a step failed or was left out, and what to do; empty for one that is in order. */
  stepRemedy({ check, outcome, fault, params }: ReadStep): string {
    const why = params.find(([name]) => name === "why")?.[1];
    const reason =
      why === undefined ? undefined : (this.#known("evidence.why", String(why), stepCode) ?? this.text("evidence.why.unknown"));
    if (outcome === "skipped") return reason ?? "";
    if (outcome !== "failed") return "";
    const failed =
      (fault === undefined ? undefined : this.#known("evidence.fault", fault, stepCode)) ?? this.#known("evidence.failed", check, stepCode);
    return [failed ?? this.text("evidence.failed.unknown"), reason ?? ""].filter((sentence) => sentence !== "").join(" ");
  }

  /** What a value of a step is called. */
  param(name: string): TemplateResult | string {
    return this.#known("evidence.param", name, /^[A-Za-z]{1,30}$/) ?? this.foreign(name, 40);
  }

  paramValue(name: string, value: string | number): TemplateResult | string {
    if (typeof value === "number") return new Intl.NumberFormat(figuresOf(this.#localize.locale)).format(value);
    if (name === "by") return this.#known("evidence.by", value, stepCode) ?? this.foreign(value);
    if (name === "is") return this.#known("signature.file", value, stepCode) ?? this.foreign(value);
    if (name === "earlier" || name === "later") return this.#known("evidence.check", value, stepCode) ?? this.foreign(value);
    return instantForm.test(value) ? this.instant(value) : this.foreign(value);
  }

  /** A text whose last part is given by the report; undefined where there is none. */
  #known(family: string, code: string, form: RegExp): string | undefined {
    const key = `${family}.${code}`;
    return form.test(code) && this.#localize.has(key) ? this.text(key) : undefined;
  }

  known(family: "signature.level" | "signature.process" | "signature.usage" | "evidence.check", code: string): string | undefined {
    return this.#known(family, code, /^[A-Za-z][A-Za-z0-9-]{1,40}$/);
  }
}

function isTimeZone(name: string): boolean {
  try {
    Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
