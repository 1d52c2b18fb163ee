import { LitElement } from "lit";
import { EnvironmentController } from "./environment-controller.ts";
import type { FiscEnvironment } from "./environment.ts";
import { Localize, type TextRoom } from "./localize.ts";

/** What every element below a provider shares: the environment and texts in its locale. */
export abstract class FiscElement extends LitElement {
  /** Texts that the element needs beside the general ones. */
  protected static readonly texts: readonly TextRoom[] = [];
  protected readonly environment: EnvironmentController = new EnvironmentController(this, (environment) =>
    this.environmentChanged(environment),
  );
  protected readonly localize: Localize = new Localize(this, () => this.environment.locale, (this.constructor as typeof FiscElement).texts);

  /** Runs at the first environment and at every change of it (session, locale, API). */
  protected environmentChanged(environment: FiscEnvironment): void {
    void environment;
    this.requestUpdate();
  }

  /** Nothing is drawn without its words: a button that says nothing helps nobody. Where texts cannot be loaded, it is drawn all the same. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.localize.ready) await this.localize.load().catch(() => undefined);
    super.scheduleUpdate();
  }

  protected text(key: string, params?: Readonly<Record<string, string | number>>): string {
    return this.localize.text(key, params);
  }
}
