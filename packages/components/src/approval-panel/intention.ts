import type { Dossier, SignOutput } from "@fisc/core";
import type { ActionBody, TreasuryApi } from "@fisc/core/api";
import type { SigningClient } from "@fisc/core/signing";
import { FiscError } from "@fisc/core";
import { failureCode } from "../foundation/failure-text.ts";

/** Where a signing stands: asked of the gateway, files read, in the trusted window, handed in. */
export type SigningStep = "request" | "files" | "window" | "hand-in";
export const signingSteps: readonly SigningStep[] = ["request", "files", "window", "hand-in"];

/** Failures after which nobody knows whether it was done, or after which the very same may be sent once more. */
const mayHaveBeenHeard: ReadonlySet<string> = new Set([
  "network.offline",
  "network.timeout",
  "server",
  "server.busy",
  "server.overloaded",
  "rate-limited",
  "session.none",
  "unexpected",
]);

export interface SendingParts {
  readonly api: TreasuryApi;
  readonly signing: SigningClient;
  readonly locale: string;
  readonly signal: AbortSignal;
  onStep(step: SigningStep): void;
}

/**
 * One thing that a person wants done. Its key is made once and kept until the gateway answers, so that sending it again
 * after a lost connection can never do it twice. Nothing here sends by itself.
 */
export class Intention {
  readonly key = crypto.randomUUID();
  readonly action: string;
  /** Revision of the dossier that the person saw. */
  readonly revision: number;
  readonly body: ActionBody | undefined;
  /** A signature that is made but not handed in yet. */
  #signature: SignOutput | undefined;

  /** Without `body` the action is done by a signature. */
  constructor(action: string, revision: number, body?: ActionBody) {
    this.action = action;
    this.revision = revision;
    this.body = body;
  }

  get isSigning(): boolean {
    return this.body === undefined;
  }

  /** Sending again makes sense and is safe: the gateway may or may not have heard, and the same key counts once. */
  canSendAgain(error: unknown): boolean {
    if (this.isSigning && !this.#signature) return false;
    return mayHaveBeenHeard.has(failureCode(error));
  }

  /** @throws FiscError of the API, or `SigningErrorCode` */
  async send(dossier: string, parts: SendingParts): Promise<Dossier> {
    const write = { key: this.key, revision: this.revision };
    if (this.body) return parts.api.act(dossier, this.action, this.body, write);
    this.#signature ??= await this.#sign(dossier, parts);
    parts.onStep("hand-in");
    return parts.api.addSignature(dossier, this.#signature, write);
  }

  async #sign(dossier: string, { api, signing, locale, signal, onStep }: SendingParts): Promise<SignOutput> {
    // Asked before anything else, so that nobody waits for files that cannot be signed.
    if ((await signing.probe()) === null) throw new FiscError("extension.missing");
    onStep("request");
    const { request, presentation } = await api.signingRequest(dossier, this.action, locale);
    onStep("files");
    const files: Record<string, Blob> = {};
    for (const { id } of request.attachments) {
      stopIfCancelled(signal);
      files[id] = await api.attachment(dossier, id);
    }
    stopIfCancelled(signal);
    onStep("window");
    return signing.sign({ request, presentation, files, locale }, signal);
  }
}

function stopIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new FiscError("user.cancelled");
}
