import { FiscError, type Violation } from "@fisc/core";
import { outboxChannel, outboxHolds } from "@fisc/core/drafts";
import type { Standing, Submission, SubmissionPlace } from "./submission.ts";

/**
 * One form's way to the gateway, loaded when something is to be sent, waits from an earlier page, or is sent by another tab: until
 * then the form is only filled in.
 */
export class SubmissionOnDemand {
  readonly #place: SubmissionPlace;
  readonly #news: BroadcastChannel;
  #loading: Promise<Submission> | undefined;
  #loaded: Submission | undefined;
  #closed = false;

  constructor(place: SubmissionPlace) {
    this.#place = place;
    this.#news = new BroadcastChannel(outboxChannel(place.database));
    this.#news.onmessage = () => void this.#heard().catch(() => undefined);
  }

  /** @throws FiscError `network.offline` where its script cannot be had */
  load(): Promise<Submission> {
    this.#loading ??= import("./submission.ts").then(
      ({ Submission: Loaded }) => {
        this.#news.close();
        this.#loaded = new Loaded(this.#place);
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

  async standing(): Promise<Standing> {
    return (await this.#isNeeded()) ? (await this.load()).standing() : { is: "none" };
  }

  violations(key: string): readonly Violation[] {
    return this.#loaded?.violations(key) ?? [];
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
    return this.#loading !== undefined || outboxHolds(this.#place.subject, this.#place.database);
  }

  /** Another tab wrote into the outbox. */
  async #heard(): Promise<void> {
    if (!this.#loading) await (await this.load()).tell();
  }
}
