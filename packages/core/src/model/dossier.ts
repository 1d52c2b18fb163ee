import type { Violation } from "./errors.ts";
import type { JsonObject } from "./json.ts";

/** ISO 8601 UTC with milliseconds. */
export type Instant = string;

export interface Actor {
  /** OpenID subject; `system` for the gateway itself. */
  readonly id: string;
  readonly name: string;
  readonly role: string;
}

export interface Attachment {
  readonly id: string;
  /** Slot of the procedure. */
  readonly slot: string;
  readonly name: string;
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What a refusal asks to be put right, bound to a document: `form`, or an attachment id; `at` names a field path. */
export interface Fix {
  readonly document: string;
  readonly at?: string;
  readonly text: string;
}

export interface SignatureRecord {
  /** 1, 2, 3 … within the dossier; names the files in the container. */
  readonly sequence: number;
  /** Version of the data that was signed. */
  readonly version: number;
  readonly policy: string;
  readonly role: string;
  readonly signer: string;
  /** Subject common name and serial of the certificate. */
  readonly certificate: { readonly subject: string; readonly issuer: string; readonly serial: string; readonly notAfter: Instant };
  readonly at: Instant;
  readonly level: string;
  /** Document template id, or `dossier`. */
  readonly signs: string;
}

export interface OfficialDocument {
  readonly id: string;
  /** Label: `document.<template>`. */
  readonly template: string;
  readonly at: Instant;
  readonly data: JsonObject;
  /** Bytes of `data` in RFC 8785 form, SHA-256, hex: what is signed. */
  readonly sha256: string;
  readonly signed: boolean;
}

export interface Deadline {
  readonly key: string;
  /** When the treasury counts it as received (civil date in the profile's zone). */
  readonly receivedOn: string;
  /** Civil date, close of business. */
  readonly dueOn: string;
  readonly met: boolean;
}

export interface Dossier {
  readonly id: string;
  /** Code that people quote: given by the gateway. */
  readonly code: string;
  /** `xx.payment` and its version: pinned at creation. */
  readonly procedure: string;
  readonly procedureVersion: number;
  /**
   * The rules of the day until somebody signs; then those that were signed under, so that what signers are shown does not change under
   * them. Those of the day of sending hold for good.
   */
  readonly regime: string;
  readonly unit: { readonly code: string; readonly name: string };
  /** Raised by every change of data or attachments; signatures belong to one version. */
  readonly version: number;
  /** Position of the dossier's last event: the `ETag`. */
  readonly revision: number;
  readonly state: string;
  readonly data: JsonObject;
  readonly attachments: readonly Attachment[];
  readonly signatures: readonly SignatureRecord[];
  readonly documents: readonly OfficialDocument[];
  readonly deadlines: readonly Deadline[];
  /** Fixes of the last refusal that the client has to answer. */
  readonly fixes: readonly Fix[];
  readonly warnings: readonly Violation[];
  readonly createdAt: Instant;
  readonly updatedAt: Instant;
  /** What the person who asked may do now. */
  readonly actions: readonly AvailableAction[];
}

export interface AvailableAction {
  readonly action: string;
  readonly needs: {
    readonly reason?: { readonly minLength: number; readonly maxLength: number };
    readonly fixes?: boolean;
    readonly signature?: string;
    readonly choices?: Readonly<Record<string, readonly string[]>>;
  };
}

export interface DossierSummary {
  readonly id: string;
  readonly code: string;
  readonly procedure: string;
  readonly unit: { readonly code: string; readonly name: string };
  readonly state: string;
  readonly revision: number;
  readonly title: string;
  readonly number: string;
  /** Minor units. */
  readonly amount: number;
  readonly dueOn?: string;
  readonly updatedAt: Instant;
  /** The person who asks has something to do here. */
  readonly awaitsMe: boolean;
}

// — Events: the dossier's log. State, timeline and permissions are derived from it. —

interface EventBase {
  readonly dossier: string;
  /** 1, 2, 3 … within the dossier, without a gap. */
  readonly position: number;
  /** Grows over all dossiers in commit order: the SSE `id`. */
  readonly cursor: number;
  readonly at: Instant;
  readonly actor: Actor;
}

export type DossierEvent = EventBase &
  (
    | {
        readonly type: "dossier.created";
        readonly detail: { readonly procedure: string; readonly version: number; readonly state: string };
      }
    | {
        readonly type: "content.changed";
        readonly detail: { readonly version: number; readonly dataSha256: string; readonly attachments: readonly Attachment[] };
      }
    | {
        readonly type: "transition";
        readonly detail: {
          readonly action: string;
          readonly from: string;
          readonly to: string;
          readonly version: number;
          readonly reason?: string;
          readonly fixes?: readonly Fix[];
          readonly input?: JsonObject;
        };
      }
    | { readonly type: "signature.added"; readonly detail: SignatureRecord }
    | { readonly type: "deadline.started"; readonly detail: Deadline }
    | { readonly type: "deadline.met"; readonly detail: { readonly key: string } }
    | { readonly type: "document.made"; readonly detail: { readonly id: string; readonly template: string; readonly sha256: string } }
    | { readonly type: "mail.sent"; readonly detail: { readonly template: string; readonly to: string } }
    | {
        readonly type: "ledger.answered";
        readonly detail: { readonly operation: string; readonly outcome: string; readonly reference?: string; readonly text?: string };
      }
  );
