import { FiscError } from "@fisc/core";
import type { SigningErrorCode } from "@fisc/core";
import { parseCertificate } from "@fisc/signature";
import { connectHost } from "../host/host-client.ts";
import type { HostClient } from "../host/host-client.ts";
import type { Failure } from "../messages.ts";
import { candidatesOf, chooseCertificates } from "./certificates.ts";
import type { Choice } from "./certificates.ts";

export interface Keys {
  readonly host: HostClient | null;
  readonly choice: Choice | null;
  /** Null where a certificate can be used. */
  readonly problem: Failure | null;
}

const EVERY = 2_000;

/** Looks at the plugged-in tokens again and again, so that plugging in the key is all a person has to do. */
export class TokenWatch {
  readonly #registered: readonly string[];
  readonly #changed: (keys: Keys) => void;
  #host: HostClient | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #paused = false;
  #last = "";

  constructor(registered: readonly string[], changed: (keys: Keys) => void) {
    this.#registered = registered;
    this.#changed = changed;
  }

  start(): void {
    this.#paused = false;
    clearTimeout(this.#timer);
    void this.#look();
  }

  /** While signing: the token takes one request at a time. */
  pause(): void {
    this.#paused = true;
    clearTimeout(this.#timer);
  }

  close(): void {
    this.pause();
    this.#host?.close();
    this.#host = null;
  }

  async #look(): Promise<void> {
    const keys = await this.#keys();
    // A drawing that says the same would take the words out of a screen reader's mouth.
    const seen = JSON.stringify([keys.problem, keys.choice]);
    if (this.#paused) return;
    if (seen !== this.#last) this.#changed(keys);
    this.#last = seen;
    this.#timer = setTimeout(() => void this.#look(), EVERY);
  }

  async #keys(): Promise<Keys> {
    try {
      this.#host ??= await connectHost();
      const { tokens } = await this.#host.request("list", {});
      const candidates = await candidatesOf(tokens, parseCertificate);
      const choice = chooseCertificates(candidates, this.#registered, Date.now(), tokens.length);
      const problem = choice.problem === "token.missing" && !(await this.#hasModule()) ? "module.missing" : choice.problem;
      return { host: this.#host, choice, problem: problem && { code: problem, params: {} } };
    } catch (error) {
      this.#host = null;
      const { code, params } =
        error instanceof FiscError ? (error as FiscError<SigningErrorCode>) : new FiscError<SigningErrorCode>("host.crashed");
      return { host: null, choice: null, problem: { code, params } };
    }
  }

  async #hasModule(): Promise<boolean> {
    const answer = await this.#host?.request("modules", {});
    return answer?.modules.some(({ state }) => state === "loaded") ?? false;
  }
}
