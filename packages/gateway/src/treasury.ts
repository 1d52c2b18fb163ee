import type { Profile } from "@fisc/core";
import type { AttachmentStore } from "./attachments/store.ts";
import type { Uploads } from "./attachments/uploads.ts";
import type { Clock, Limits } from "./configuration.ts";
import type { Connection } from "./database/connection.ts";
import type { EventHub } from "./events/hub.ts";
import type { Publications } from "./procedures/publications.ts";
import type { People } from "./registry/people.ts";
import type { SignIn } from "./session/open-id.ts";
import type { Sessions } from "./session/sessions.ts";

/** By what signatures are verified. */
export interface Trust {
  /** DER. */
  readonly anchors: readonly Uint8Array[];
  /** DER; asked for each signature, for lists are renewed while the process runs. */
  readonly revocationLists: () => Promise<readonly Uint8Array[]>;
  readonly revocation: "required" | "unchecked";
}

/** Everything that a request or a job works with: made once when a process starts. */
export interface Treasury {
  readonly profile: Profile;
  readonly clock: Clock;
  readonly limits: Limits;
  readonly publicUrl: string;
  readonly portalOrigins: ReadonlySet<string>;
  readonly connection: Connection;
  readonly publications: Publications;
  readonly people: People;
  readonly sessions: Sessions;
  readonly sessionCookie: string;
  readonly signIn: SignIn | null;
  readonly events: EventHub;
  readonly attachments: AttachmentStore;
  readonly uploads: Uploads;
  readonly trust: Trust;
  /** Without a mail server none are ordered. */
  readonly sendsMail: boolean;
  /** A dossier's page in the portal, for mails: `{id}` is filled in. */
  readonly dossierUrl: string;
  /** Aborts when the process is to end: open streams close. */
  readonly closing: AbortSignal;
  afterCommit(): Promise<void> | void;
}
