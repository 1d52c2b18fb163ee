import { ContextProvider } from "@lit/context";
import { html, LitElement, type PropertyValues } from "lit";
import { property, state } from "../foundation/property.ts";
import { providerStyles } from "./provider.styles.ts";
import { createTreasuryApi, type Session, type TreasuryApi } from "@fisc/core/api";
import type { SigningClient } from "@fisc/core/signing";
import { environmentContext, type FiscEnvironment } from "../foundation/environment.ts";
import { EventStream, eventStreamContext } from "../foundation/event-stream.ts";
import { onFirstTouch } from "../foundation/first-touch.ts";
import { loadLocale } from "../foundation/localize.ts";
import { SessionStaleEvent } from "../foundation/session-stale-event.ts";
import { SessionChangedEvent } from "./session-changed-event.ts";
import { signingClientOnDemand } from "./signing-client-on-demand.ts";

/**
 * Gives every Fisc element below it the gateway, the session, the locale and one shared event stream.
 *
 * @summary Connects a part of a page with a treasury gateway.
 * @slot - The page, or the part of it that holds Fisc elements.
 * @fires {SessionChangedEvent} fisc-session-changed - The gateway said who is signed in, or that nobody is.
 */
export class FiscProvider extends LitElement {
  static override styles = providerStyles;

  /** Address of the gateway, without a slash at the end. */
  @property() api = "";
  /** Country profile. */
  @property() profile = "";
  /** BCP 47 tag of everything shown; the page's own language where absent. */
  @property() locale = "";
  /** `light`, `dark`, or `light dark` for what the person prefers; what the page says where absent. */
  @property({ attribute: "color-scheme" }) colorScheme: "" | "light" | "dark" | "light dark" = "";
  /** How much room things take; `--fisc-density` where absent. */
  @property() density: "" | "compact" | "normal" | "comfortable" = "";
  /** A ready API in place of `api`: for tests, or for a portal with its own transport. */
  @property({ attribute: false }) treasuryApi: TreasuryApi | undefined;
  /** A ready signing client in place of the browser extension's. */
  @property({ attribute: false }) signing: SigningClient | undefined;

  @state() private session: Session | null | undefined;

  readonly #environment = new ContextProvider<typeof environmentContext, this>(this, { context: environmentContext });
  readonly #stream = new EventStream();
  protected readonly streamProvider = new ContextProvider(this, { context: eventStreamContext, initialValue: this.#stream });
  readonly #signing = signingClientOnDemand();
  #api: TreasuryApi | undefined;
  #reading = 0;

  constructor() {
    super();
    onFirstTouch(this, () => void loadLocale(this.#shownLocale, ["errors"]).catch(() => undefined));
    this.addEventListener(SessionStaleEvent.type, () => void this.refreshSession());
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener("focus", this.#focused);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    window.removeEventListener("focus", this.#focused);
    this.#stream.connect(undefined);
  }

  /** What elements below get; undefined until the provider knows a gateway. */
  get environment(): FiscEnvironment | undefined {
    return this.#environment.value;
  }

  /** Reads again who is signed in. A gateway that cannot be reached changes nothing. */
  async refreshSession(): Promise<void> {
    const api = this.#api;
    if (!api) return;
    const reading = ++this.#reading;
    const session = await api.session().catch(() => undefined);
    if (session === undefined || reading !== this.#reading || api !== this.#api) return;
    if (JSON.stringify(session) === JSON.stringify(this.session)) return;
    const before = this.session?.subject;
    this.session = session;
    if (session?.subject !== before) this.#stream.connect(session ? api : undefined);
    this.dispatchEvent(new SessionChangedEvent(session));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("treasuryApi") || changed.has("api") || !this.#api) this.#connect();
    const locale = this.#shownLocale;
    void loadLocale(locale, []).catch(() => undefined);
    if (!this.#api) return;
    const environment: FiscEnvironment = {
      api: this.#api,
      signing: this.signing ?? this.#signing,
      session: this.session,
      locale,
      profile: this.profile || this.session?.profile || "",
    };
    this.#environment.setValue(environment);
  }

  protected override render() {
    return html`<slot></slot>`;
  }

  get #shownLocale(): string {
    return this.locale || document.documentElement.lang || "en";
  }

  #connect(): void {
    const api = this.treasuryApi ?? (this.api ? createTreasuryApi({ baseUrl: this.api }) : undefined);
    if (api === this.#api) return;
    this.#api = api;
    this.session = undefined;
    this.#stream.connect(undefined);
    void this.refreshSession();
  }

  readonly #focused = (): void => void this.refreshSession();
}

declare global {
  interface HTMLElementTagNameMap {
    "fisc-provider": FiscProvider;
  }
}
