import { html, nothing, type TemplateResult } from "lit";
import { controls } from "../foundation/control-styles.ts";
import { failureCode } from "../foundation/failure-text.ts";
import { FiscElement } from "../foundation/fisc-element.ts";
import { doneIcon, errorIcon, warningIcon } from "../foundation/icons.ts";
import { property, state } from "../foundation/property.ts";
import { saveFile } from "../foundation/save-file.ts";
import { tokens } from "../foundation/tokens.ts";
import { styles } from "./carrier-diagnosis.styles.ts";
import { chainOf, exportOf, verdictOf, type ChainLine, type Found, type LinkState } from "./chain.ts";
import { aheadOf } from "./server-clock.ts";

const icons: Readonly<Record<LinkState, TemplateResult>> = {
  ok: doneIcon,
  broken: errorIcon,
  warning: warningIcon,
  waiting: warningIcon,
  hidden: warningIcon,
  unknown: warningIcon,
};

/**
 * Whether this computer can sign: goes along the way from the page over extension, permission, software, driver and key carrier to the certificate,
 * and says of each link how it is and the one thing that mends it. Nothing is signed and no PIN is asked for. What a site may know is decided by
 * the extension; the report for support names nobody.
 *
 * @summary Checks every link between the page and the signing key.
 * @csspart links - The list of links.
 * @csspart actions - Check, save, and the way to the instructions.
 */
export class FiscCarrierDiagnosis extends FiscElement {
  protected static override readonly texts = ["carrier"] as const;
  static override styles = [tokens, controls, styles];

  /** Page that tells how to install what is missing; no link where absent. */
  @property({ attribute: "extension-url" }) extensionUrl = "";
  /** Address of the portal whose `Date` header tells the right time; the clock is not judged where absent. */
  @property({ attribute: "clock-url" }) clockUrl = "";

  @state() private lines: readonly ChainLine[] | undefined;
  @state() private running = false;
  #at = new Date();

  /** Checks now. Resolves when the result is drawn; never rejects. One check at a time. */
  async run(): Promise<void> {
    const signing = this.environment.value?.signing;
    if (!signing || this.running) return;
    this.running = true;
    try {
      const answer = isSecureContext
        ? signing.diagnose().catch((error: unknown) => ({ failure: failureCode(error) }))
        : { failure: "extension.missing" };
      const [found, ahead] = await Promise.all([answer, this.clockUrl === "" ? undefined : aheadOf(this.clockUrl)]);
      const all: Found = { secure: isSecureContext, answer: found, ...(ahead !== undefined && { ahead }) };
      this.#at = new Date();
      this.lines = chainOf(all);
    } finally {
      this.running = false;
    }
    await this.updateComplete;
  }

  protected override render() {
    const { lines, running } = this;
    return html`<section aria-labelledby="heading">
      <h2 id="heading">${this.text("carrier.heading")}</h2>
      <p>${this.text("carrier.lead")}</p>
      <div class="actions" part="actions">
        <button type="button" class="primary run" aria-disabled=${running} @click=${() => void this.run()}>
          ${this.text(lines ? "carrier.again" : "carrier.run")}
        </button>
        ${
          lines && !running
            ? html`<button type="button" class="save" aria-describedby="private" @click=${this.#save}>${this.text("carrier.save")}</button>`
            : nothing
        }
        ${this.extensionUrl === "" ? nothing : html`<a href=${this.extensionUrl}>${this.text("carrier.install")}</a>`}
      </div>
      <div role="status">${running ? html`<p>${this.text("carrier.running")}</p>` : lines ? this.#verdict(lines) : nothing}</div>
      ${
        lines && !running
          ? html`<ol role="list" part="links">
                ${lines.map((line) => this.#line(line))}
              </ol>
              <p class="muted" id="private">${this.text("carrier.private")}</p>`
          : nothing
      }
    </section>`;
  }

  #verdict(lines: readonly ChainLine[]): TemplateResult {
    const verdict = verdictOf(lines);
    const words =
      verdict.kind === "broken"
        ? this.text("carrier.broken", { link: this.text(`carrier.link.${verdict.line.link}`) })
        : this.text(`carrier.${verdict.kind}`);
    return html`<p class="verdict ${verdict.kind}">${words}</p>`;
  }

  #line({ link, state: how, fault, version, minutes }: ChainLine): TemplateResult {
    const fix = fault === undefined ? "" : this.text(`carrier.${link}.${fault}`, minutes === undefined ? {} : { minutes });
    return html`<li class=${how} data-link=${link}>
      ${icons[how]}
      <div>
        <p>
          <strong>${this.text(`carrier.link.${link}`)}</strong>: <span class="state">${this.text(`carrier.state.${how}`)}</span>
          ${version === undefined ? nothing : html`<span class="muted">(${this.text("carrier.version", { version: version.slice(0, 20) })})</span>`}
        </p>
        ${fix ? html`<p class="fix"><strong>${this.text("carrier.fix")}:</strong> ${fix}</p>` : nothing}
      </div>
    </li>`;
  }

  #save(): void {
    const report = exportOf(this.lines ?? [], { at: this.#at, browser: navigator.userAgent });
    saveFile("signing-diagnosis.json", new Blob([report], { type: "application/json" }));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-carrier-diagnosis": FiscCarrierDiagnosis;
  }
}
