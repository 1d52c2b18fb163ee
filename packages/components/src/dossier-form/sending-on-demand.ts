import { FiscError } from "@fisc/core";
import { outboxChannel, outboxHolds } from "@fisc/core/drafts";
import type { FormSession } from "./form-session.ts";
import type { FormSending } from "./sending.ts";

/**
 * One form's way to the gateway, loaded when something is to be sent, waits from an earlier page, or is sent by another tab: until
 * then the form is only filled in.
 */
export class SendingOnDemand {
  readonly #form: FormSession;
  readonly #news: BroadcastChannel;
  #loading: Promise<FormSending> | undefined;
  #loaded: FormSending | undefined;
  #closed = false;

  constructor(form: FormSession) {
    this.#form = form;
    this.#news = new BroadcastChannel(outboxChannel(form.place.database));
    this.#news.onmessage = () => void this.#heard().catch(() => undefined);
  }

  /** @throws FiscError `network.offline` where its script cannot be had */
  load(): Promise<FormSending> {
    this.#loading ??= import("./sending.ts").then(
      ({ FormSending: Loaded }) => {
        this.#news.close();
        this.#loaded = new Loaded(this.#form);
        if (this.#closed) void this.#loaded.close();
        return this.#loaded;
      },
      (cause: unknown) => {
        this.#loading = undefined;
        throw new FiscError("network.offline", {}, { cause });
      },
    );
    return this.#loading;
  }

  /** What an earlier page left in the outbox. */
  async catchUp(): Promise<void> {
    if (await this.#isNeeded()) await (await this.load()).catchUp();
  }

  /** Tries at once instead of waiting. */
  async flush(): Promise<void> {
    if (await this.#isNeeded()) await (await this.load()).flush();
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#news.close();
    await this.#loaded?.close();
  }

  async #isNeeded(): Promise<boolean> {
    const { session, database } = this.#form.place;
    return this.#loading !== undefined || outboxHolds(session.subject, database);
  }

  /** Another tab wrote into the outbox. */
  async #heard(): Promise<void> {
    if (!this.#loading) await (await this.load()).tell();
  }
}
