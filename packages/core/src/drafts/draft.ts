import type { Instant } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import type { JsonObject } from "../model/json.ts";
import type { MigrationEntry } from "../model/migration.ts";

export interface DraftAttachment {
  readonly slot: string;
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  readonly mediaType: string;
  /** Lower-case hex. */
  readonly sha256: string;
  /** Id of the finished upload, where there is one. */
  readonly upload?: string;
  /** Attachment id, where the gateway already has it. */
  readonly id?: string;
  /** The file itself, until it is uploaded. */
  readonly file?: Blob;
}

/** A form as it was left: kept in the browser, for one person. */
export interface Draft {
  readonly id: string;
  /** OpenID subject of whose draft it is. */
  readonly subject: string;
  /** Names what will be sent from this draft: once, by whichever tab. */
  readonly submission: string;
  readonly procedure: string;
  readonly procedureVersion: number;
  /** Rule set that the form had. */
  readonly regime?: string;
  /** Dossier that the draft changes; absent for a new one. */
  readonly dossier?: string;
  readonly data: JsonObject;
  readonly attachments: readonly DraftAttachment[];
  /** What became of values that were entered into an older version of the form. */
  readonly migrated?: readonly MigrationEntry[];
  /** Names of files that were kept with it and cannot be read any more. */
  readonly lostFiles?: readonly string[];
  /** 1, 2, 3 … with every save. */
  readonly revision: number;
  readonly savedAt: Instant;
  /** Which tab saved it. */
  readonly tab: string;
}

export type DraftContent = Omit<Draft, "revision" | "savedAt">;

/** What two edits of a draft began from. */
export type DraftBase = Pick<Draft, "data" | "attachments" | "procedureVersion">;

/** A version that lost a race and was not merged, with what both sides began from. */
export type DraftAside = Draft & { readonly base?: DraftBase };

/** Another tab has saved since `baseRevision`. Nothing is lost: `theirs` stands, `mine` is set aside until the next good save. */
export class DraftConflict extends FiscError<"draft.conflict"> {
  readonly theirs: Draft;
  readonly mine: Draft;
  constructor(theirs: Draft, mine: Draft) {
    super("draft.conflict", { revision: theirs.revision });
    this.theirs = theirs;
    this.mine = mine;
  }
}
