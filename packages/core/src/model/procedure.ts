import type { ExpressionNode, ExpressionSource } from "./expression.ts";
import type { IdentifierScheme } from "./identifier.ts";
import type { JsonObject } from "./json.ts";
import type { Migration } from "./migration.ts";

/**
 * Cases in which a message may name a field: `{label}` is the nominative, `{label_genitive}` the label `field.<path>.genitive`; where a
 * locale has no such form, the nominative stands for it.
 */
export type GrammaticalCase = "genitive" | "dative" | "accusative" | "instrumental" | "locative" | "ablative";

/** Labels of one locale: key → text. Texts may hold `{name}` places that `params` fill. */
export type Labels = Readonly<Record<string, string>>;

/**
 * A procedure as its author writes it: `E` is CEL text (`ProcedureDefinition`).
 * Published, `E` is the checked tree and the labels of one locale come along (`PublishedProcedure`).
 */
export interface Procedure<E> {
  /** `xx.payment` */
  readonly id: string;
  readonly version: number;
  /** Official number of the paper form (`F-12`). */
  readonly formNumber: string;
  /** JSON Schema 2020-12 of the dossier's data. Objects are closed (`additionalProperties: false`). */
  readonly schema: JsonObject;
  /** A new form's data. */
  readonly initial: JsonObject;
  readonly layout: readonly Page<E>[];
  /** For fields that do not say it themselves; `blur` where nobody does. */
  readonly validate?: ValidationTiming;
  readonly computed: readonly Computed<E>[];
  readonly rules: readonly Rule<E>[];
  readonly attachments: readonly AttachmentSlot<E>[];
  readonly workflow: Workflow<E>;
  readonly signaturePolicies: Readonly<Record<string, SignaturePolicy>>;
  readonly deadlines: Readonly<Record<string, DeadlineRule<E>>>;
  /** How data of earlier versions is brought here, one version at a time. Without one, drafts of that version stay as they are. */
  readonly migrations?: readonly Migration<E>[];
  /** What lists and timelines show of a dossier. Each gives text. */
  readonly summary: { readonly title: E; readonly amount: E; readonly number: E };
}

export type ProcedureDefinition = Procedure<ExpressionSource>;

export interface PublishedProcedure extends Procedure<ExpressionNode> {
  readonly profile: string;
  readonly regime: string;
  /** BCP 47 tag of `labels`. */
  readonly locale: string;
  /** ISO 4217 code and its count of decimal places. */
  readonly currency: { readonly code: string; readonly decimals: number };
  /** IANA zone in which dates and cut-off times are meant. */
  readonly timeZone: string;
  /** Code lists small enough to travel with the form: list id → codes with their names. */
  readonly codeLists: Readonly<Record<string, readonly CodeListEntry[]>>;
  /** Schemes that expressions name in `identifier(value, "…")`, and fields by their `identifier`. */
  readonly identifiers?: Readonly<Record<string, IdentifierScheme>>;
  readonly labels: Labels;
}

export interface CodeListEntry {
  readonly code: string;
  readonly name: string;
}

// — Layout —

export interface Page<E> {
  readonly id: string;
  readonly sections: readonly Section<E>[];
}

export interface Section<E> {
  readonly id: string;
  readonly visible?: E;
  readonly fields: readonly Field<E>[];
}

/**
 * When the faults of a field are first shown: `submit` not before the form is sent, `blur` when the field is left, `live` while it is
 * typed in. After a submit all are shown live.
 */
export type ValidationTiming = "submit" | "blur" | "live";

export type Field<E> = ValueField<E> | LineTableField<E>;

/** Labels of a field: `field.<path>` (label), `field.<path>.hint`, in languages that need it `field.<path>.<case>` (`GrammaticalCase`); of an option: `option.<path>.<value>`. In paths of columns `[]` stands for the row: `dong[].soTien`. */
export interface ValueField<E> {
  /**
   * `choice` holds one of `options`, `choices` a list of them; `checkbox` holds `true` or nothing, and is called `option.<path>.true` where
   * it is only read; `period` holds `2026-11`, `2026-Q3` or `2026`; `iban` and `identifier` hold plain characters. Tables have none of
   * `multiline`, `checkbox`, `choices`.
   */
  readonly type:
    | "text"
    | "multiline"
    | "number"
    | "money"
    | "date"
    | "period"
    | "code"
    | "account"
    | "iban"
    | "identifier"
    | "choice"
    | "choices"
    | "checkbox"
    | "words";
  /** Where the value lives in the data: `don.taiKhoan`; in a column, relative to the row: `soTien`. */
  readonly path: string;
  readonly required?: boolean | E;
  readonly visible?: E;
  readonly readOnly?: boolean;
  /** choice, choices: allowed values. */
  readonly options?: readonly string[];
  /** choice: how it is picked; `radio`, all in view, where it is not said. */
  readonly widget?: "radio" | "select";
  /** iban, identifier, account: id of a scheme of the profile that what is typed is checked by. What refuses is a rule with `identifier(…)`. */
  readonly identifier?: string;
  /** period: kinds that are meant; all where absent. */
  readonly periods?: readonly ("month" | "quarter" | "year")[];
  /** code: id of a code list to look codes up in; others are still refused by rules, not by the field. */
  readonly codeList?: string;
  /** Expected count of characters: sets the width of the field and of a column. */
  readonly length?: number;
  /** Value of the HTML `autocomplete` attribute where the field is about the person who fills it in. */
  readonly autocomplete?: string;
  /** BCP 47 tag of what the field holds, where the form is in one language whatever the page speaks: an amount in words. */
  readonly language?: string;
  readonly validate?: ValidationTiming;
}

export interface LineTableField<E> {
  readonly type: "lines";
  readonly path: string;
  readonly columns: readonly ValueField<E>[];
  readonly minRows: number;
  readonly maxRows: number;
  /** Path of a computed value that the totals row shows below a column of the same name. */
  readonly totals?: Readonly<Record<string, string>>;
  /** For its columns that do not say it themselves. */
  readonly validate?: ValidationTiming;
}

// — Rules —

/** `path` is kept equal to `value` while `when` holds. `path` may name a column: `dong[].thanhTien` (then `row` is known). */
export interface Computed<E> {
  readonly path: string;
  readonly value: E;
  readonly when?: E;
}

export interface Rule<E> {
  readonly id: string;
  /** Where to show it: a path; `lines[].code` runs once a row with `row` and `index` known. */
  readonly at: string;
  readonly severity: "error" | "warning";
  readonly when?: E;
  /** Must be true. An evaluation error counts as a violation, never as a pass. */
  readonly assert: E;
  /** Label key: `rule.<message>`. */
  readonly message: string;
  readonly params?: Readonly<Record<string, E>>;
  /** `gateway`: needs facts that only the treasury has; the browser skips it. */
  readonly where?: "everywhere" | "gateway";
  /** Decree and article, or how sure the fact is. For the docs. */
  readonly source: string;
}

export interface AttachmentSlot<E> {
  /** Label: `attachment.<id>`. */
  readonly id: string;
  readonly visible?: E;
  readonly required: boolean | E;
  readonly maxFiles: number;
  /** Bytes for one file. */
  readonly maxBytes: number;
  readonly mediaTypes: readonly string[];
}

// — Workflow —

export interface Workflow<E> {
  readonly initial: string;
  readonly states: Readonly<Record<string, WorkflowState>>;
  readonly transitions: readonly Transition<E>[];
}

/** Label: `state.<id>`. */
export interface WorkflowState {
  /** Who has the dossier now: an actor role, or `system` while a machine answers. Absent in final states. */
  readonly holder?: string;
  /** The state whose label the client sees instead (official labels hide inner steps). The inner step stays in the timeline. */
  readonly shownAs?: string;
  readonly final?: boolean;
  /** The client may change data and attachments here. */
  readonly editable?: boolean;
}

/** Label: `action.<action>`. */
export interface Transition<E> {
  readonly action: string;
  readonly from: readonly string[];
  readonly to: string;
  /** Actor roles; `system` for the ledger's answers and for jobs. */
  readonly roles: readonly string[];
  /** First transition whose guard holds is taken. Reads `data`, `context`, `input` (see `WorkflowFacts` for what `context.facts.dossier` has). */
  readonly when?: E;
  readonly needs?: TransitionNeeds;
  readonly effects?: readonly Effect[];
}

export interface TransitionNeeds {
  /** Characters. */
  readonly reason?: { readonly minLength: number; readonly maxLength: number };
  /** A required fix for each document (the form and every attachment) may be given; at least one must. */
  readonly fixes?: boolean;
  /** Key of `signaturePolicies`. The action is then done by handing in the signature. */
  readonly signature?: string;
  /** The actor must not be one who did any of these actions on this dossier's current version (four eyes). */
  readonly differentActorFrom?: readonly string[];
  /** Choices the actor must make: name → allowed values; lands in `input`. Labels: `input.<name>`, `input.<name>.<value>`. */
  readonly choices?: Readonly<Record<string, readonly string[]>>;
}

export type Effect =
  /** Template key in the profile's mail templates; goes to the unit's registered address. */
  | { readonly type: "mail"; readonly template: string }
  /** Operation of the ledger port: `post`, `pay`, `cancel`, `release`. The answer comes back as a `system` action `ledger.<outcome>`. */
  | { readonly type: "ledger"; readonly operation: string; readonly parameters?: JsonObject }
  /** Starts the clock of `deadlines[key]`: at the last time of the action `since` (the day a complete dossier was sent, not the day it was opened), else now. */
  | { readonly type: "deadline"; readonly key: string; readonly since?: string }
  | { readonly type: "deadlineMet"; readonly key: string }
  /** Makes an official document (refusal notice, debit advice) from the profile's template; it can then be signed and exported. */
  | { readonly type: "document"; readonly template: string };

export interface SignaturePolicy {
  /** The actor role that signs. */
  readonly role: string;
  /** `dossier`: data and attachments; otherwise a document template id (`debitAdvice`). */
  readonly signs: string;
  /** What the signer declares. Sign-in never shares a purpose with a document. */
  readonly purpose: "dossier.sign" | "dossier.approve" | "document.issue";
  /** Roles whose signature on the same version must already be there. */
  readonly after: readonly string[];
  readonly level: "B-B" | "B-T" | "B-LT" | "B-LTA";
  /** Key usage bits that the certificate must assert (RFC 5280 4.2.1.3 names). */
  readonly keyUsage: readonly string[];
}

export interface DeadlineRule<E> {
  /** Working days, start day excluded. */
  readonly workingDays: E;
  /** `HH:MM:SS` in the profile's zone: later than this counts as received on the next working day. */
  readonly cutOff: string;
  readonly source: string;
}
