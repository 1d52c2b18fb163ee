import { FiscError } from "@fisc/core";
import type { CarrierDiagnosis, CarrierFinding, SigningErrorCode } from "@fisc/core";
import type { Asker } from "../messages.ts";
import type { Grants } from "./grants.ts";
import type { RateLimit } from "./rate-limit.ts";

/**
 * Answers sites that ask how the way to the key is. A site without the person's permission learns that it has none: nothing is looked at for it, so
 * that neither the answer nor the time it takes tells whether there is a key.
 */
export class Diagnoses {
  readonly #parts: {
    readonly grants: Grants;
    readonly rate: RateLimit;
    /** Goes along the way to the key. */
    readonly look: () => Promise<readonly CarrierFinding[]>;
  };
  #running = false;

  constructor(parts: { readonly grants: Grants; readonly rate: RateLimit; readonly look: () => Promise<readonly CarrierFinding[]> }) {
    this.#parts = parts;
  }

  /** Never rejects. `isSigning`: a trusted window is open. `extension.busy`: ask again later (params `seconds`, where that is known). */
  async of(asker: Asker, isSigning: () => boolean): Promise<CarrierDiagnosis | FiscError<SigningErrorCode>> {
    const busy = (params: { seconds?: number } = {}): FiscError<SigningErrorCode> => new FiscError("extension.busy", params);
    const { grants, rate, look } = this.#parts;
    try {
      if (!(await grants.has(asker))) return { granted: false, findings: [] };
      // counted with its requests to sign: each starts a program and reads the key carrier
      const wait = await rate.ask(asker);
      if (wait > 0) return busy({ seconds: wait });
    } catch {
      return busy();
    }
    if (this.#running || isSigning()) return busy();
    this.#running = true;
    try {
      return { granted: true, findings: await look() };
    } catch {
      return new FiscError("host.crashed");
    } finally {
      this.#running = false;
    }
  }
}
