import { createContext } from "@lit/context";
import type { Session, TreasuryApi } from "@fisc/core/api";
import type { SigningClient } from "@fisc/core/signing";

/** What `<fisc-provider>` gives to every element below it. */
export interface FiscEnvironment {
  readonly api: TreasuryApi;
  readonly signing: SigningClient;
  /** `undefined` until the gateway answered; `null` where nobody is signed in. */
  readonly session: Session | null | undefined;
  /** BCP 47 tag of everything shown. */
  readonly locale: string;
  readonly profile: string;
}

export const environmentContext = createContext<FiscEnvironment | undefined>(Symbol.for("fisc.environment"));
