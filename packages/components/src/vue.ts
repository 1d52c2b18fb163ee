// Written by scripts/write-manifest.mjs from custom-elements.json.
/**
 * The elements in Vue's templates. A project says once that it has them, and that they are no components of Vue
 * (`compilerOptions.isCustomElement: (tag) => tag.startsWith("fisc-")`):
 *
 *     declare module "vue" {
 *       interface GlobalComponents extends FiscGlobalComponents {}
 *     }
 */
import type { AccountField } from "./account-field/account-field.ts";
import type { ActionBodyEvent } from "./reason-form/action-body-event.ts";
import type { ActionDoneEvent } from "./approval-panel/action-done-event.ts";
import type { AttachmentField } from "./attachment-field/attachment-field.ts";
import type { BatchEndedEvent } from "./batch-approval/batch-ended-event.ts";
import type { CellChangeEvent } from "./line-table/line-table-events.ts";
import type { CellLeftEvent } from "./line-table/line-table-events.ts";
import type { CheckboxField } from "./checkbox-field/checkbox-field.ts";
import type { ChoiceField } from "./choice-field/choice-field.ts";
import type { ChoicesField } from "./choices-field/choices-field.ts";
import type { CodeField } from "./code-field/code-field.ts";
import type { DateField } from "./date-field/date-field.ts";
import type { DossierForm } from "./dossier-form/dossier-form.ts";
import type { DossierOpenEvent } from "./dossier-list/dossier-open-event.ts";
import type { DossierSubmittedEvent } from "./dossier-form/dossier-submitted-event.ts";
import type { DossiersChosenEvent } from "./dossier-list/dossiers-chosen-event.ts";
import type { DraftState } from "./draft-state/draft-state.ts";
import type { ErrorFollowedEvent } from "./error-summary/error-summary.ts";
import type { ErrorSummary } from "./error-summary/error-summary.ts";
import type { FiscApprovalPanel } from "./approval-panel/approval-panel.ts";
import type { FiscBatchApproval } from "./batch-approval/batch-approval.ts";
import type { FiscCarrierDiagnosis } from "./carrier-diagnosis/carrier-diagnosis.ts";
import type { FiscDossierList } from "./dossier-list/dossier-list.ts";
import type { FiscDossierView } from "./dossier-view/dossier-view.ts";
import type { FiscNotice } from "./notice/notice.ts";
import type { FiscPrintView } from "./print-view/print-view.ts";
import type { FiscProvider } from "./provider/provider.ts";
import type { FiscReasonForm } from "./reason-form/reason-form.ts";
import type { FiscSignInState } from "./sign-in-state/sign-in-state.ts";
import type { FiscSignatureReport } from "./signature-report/signature-report.ts";
import type { FiscStatusTimeline } from "./status-timeline/status-timeline.ts";
import type { FiscVersionDifference } from "./version-difference/version-difference.ts";
import type { FormPage } from "./form-page/form-page.ts";
import type { FormPageChosenEvent } from "./form-page/form-page-chosen-event.ts";
import type { FormPageShownEvent } from "./dossier-form/paged/form-page-shown-event.ts";
import type { FormSection } from "./form-section/form-section.ts";
import type { FormSteps } from "./form-steps/form-steps.ts";
import type { IbanField } from "./iban-field/iban-field.ts";
import type { IdentifierField } from "./identifier-field/identifier-field.ts";
import type { LineTable } from "./line-table/line-table.ts";
import type { MoneyField } from "./money-field/money-field.ts";
import type { MultilineField } from "./multiline-field/multiline-field.ts";
import type { NumberField } from "./number-field/number-field.ts";
import type { PeriodField } from "./period-field/period-field.ts";
import type { PrintEvent } from "./print-view/print-event.ts";
import type { ReviewPage } from "./review-page/review-page.ts";
import type { RowsChangeEvent } from "./line-table/line-table-events.ts";
import type { SelectField } from "./select-field/select-field.ts";
import type { SessionChangedEvent } from "./provider/session-changed-event.ts";
import type { SessionStaleEvent } from "./foundation/session-stale-event.ts";
import type { TaskList } from "./task-list/task-list.ts";
import type { TextField } from "./text-field/text-field.ts";
import type { WordsOutput } from "./words-output/words-output.ts";

/** What a template may write for an attribute: the value, or its text. */
type AsText<Value> = Value extends number ? Value | `${number}` : Value extends boolean ? Value | "" : Value;

type Component<Props> = new () => { readonly $props: Props };

export interface FiscGlobalComponents {
  /** An account: one of the person's own, picked from `codes`, or another, typed and checked. */
  "fisc-account-field": Component<Partial<Pick<AccountField, "autocomplete" | "codes" | "disabled" | "error" | "fix" | "group" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "scheme" | "validate" | "value" | "warning">> & { "readonly"?: AsText<AccountField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** Read a dossier, then sign, accept or refuse it. */
  "fisc-approval-panel": Component<Partial<Pick<FiscApprovalPanel, "dossier" | "editHrefTemplate" | "extensionUrl">> & { "extension-url"?: AsText<FiscApprovalPanel["extensionUrl"]>; "edit-href-template"?: AsText<FiscApprovalPanel["editHrefTemplate"]> } & { onFiscActionDone?: (event: ActionDoneEvent) => void; onFiscSessionStale?: (event: SessionStaleEvent) => void }>;
  /** Files for one place of a dossier: dropped, chosen, pasted or photographed, checked, hashed and uploaded while the person goes on. */
  "fisc-attachment-field": Component<Partial<Pick<AttachmentField, "disabled" | "error" | "fix" | "fixes" | "hint" | "label" | "limits" | "locale" | "name" | "readOnly" | "required" | "slotId" | "uploadsUrl" | "validate" | "value" | "warning">> & { "slot-id"?: AsText<AttachmentField["slotId"]>; "uploads-url"?: AsText<AttachmentField["uploadsUrl"]>; "readonly"?: AsText<AttachmentField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void; onFiscSessionStale?: (event: Event) => void }>;
  /** Accept, pass on or sign several dossiers, with a result for each. */
  "fisc-batch-approval": Component<Partial<Pick<FiscBatchApproval, "dossiers" | "hrefTemplate">> & { "href-template"?: AsText<FiscBatchApproval["hrefTemplate"]> } & { onFiscBatchEnded?: (event: BatchEndedEvent) => void; onFiscSessionStale?: (event: SessionStaleEvent) => void; onFiscBatchClosed?: (event: Event) => void }>;
  /** Checks every link between the page and the signing key. */
  "fisc-carrier-diagnosis": Component<Partial<Pick<FiscCarrierDiagnosis, "clockUrl" | "extensionUrl">> & { "extension-url"?: AsText<FiscCarrierDiagnosis["extensionUrl"]>; "clock-url"?: AsText<FiscCarrierDiagnosis["clockUrl"]> }>;
  /** Yes or no. */
  "fisc-checkbox-field": Component<Partial<Pick<CheckboxField, "disabled" | "error" | "fix" | "hint" | "label" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "checked"?: AsText<CheckboxField["value"]>; "readonly"?: AsText<CheckboxField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** One of a few, all of them in view: radio buttons. */
  "fisc-choice-field": Component<Partial<Pick<ChoiceField, "choices" | "disabled" | "error" | "fix" | "hint" | "label" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<ChoiceField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** Any of a few, all of them in view, each with a checkbox. */
  "fisc-choices-field": Component<Partial<Pick<ChoicesField, "choices" | "disabled" | "error" | "fix" | "hint" | "label" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<ChoicesField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** A code, typed or found by its name in a list. */
  "fisc-code-field": Component<Partial<Pick<CodeField, "autocomplete" | "codes" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<CodeField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** A civil date, typed day first or picked from the browser's own calendar. */
  "fisc-date-field": Component<Partial<Pick<DateField, "autocomplete" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<DateField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** The form of a procedure, from an empty sheet to a dossier at the gateway, or a returned dossier being put right. */
  "fisc-dossier-form": Component<Partial<Pick<DossierForm, "addressing" | "database" | "dossier" | "layout" | "page" | "procedure">> & { onFiscDossierSubmitted?: (event: DossierSubmittedEvent) => void; onFiscSessionStale?: (event: Event) => void; onFiscFormPageShown?: (event: FormPageShownEvent) => void }>;
  /** List of dossiers: a table, or cards where it is narrow. */
  "fisc-dossier-list": Component<Partial<Pick<FiscDossierList, "awaitsMe" | "batch" | "hrefTemplate" | "keepInAddress" | "pageSize">> & { "href-template"?: AsText<FiscDossierList["hrefTemplate"]>; "awaits-me"?: AsText<FiscDossierList["awaitsMe"]>; "page-size"?: AsText<FiscDossierList["pageSize"]>; "keep-in-address"?: AsText<FiscDossierList["keepInAddress"]> } & { onFiscDossierOpen?: (event: DossierOpenEvent) => void; onFiscDossiersChosen?: (event: DossiersChosenEvent) => void }>;
  /** Read-only rendering of a dossier: form, attachments, signatures, official documents. */
  "fisc-dossier-view": Component<Partial<Pick<FiscDossierView, "dossier" | "record">>>;
  /** Whether what was typed is safe, and whether it has been sent. */
  "fisc-draft-state": Component<Partial<Pick<DraftState, "condition" | "locale" | "savedAt">> & { "saved-at"?: AsText<DraftState["savedAt"]> }>;
  /** All faults of a form in one place, in the words that stand at the fields; each leads into its field. */
  "fisc-error-summary": Component<Partial<Pick<ErrorSummary, "entries" | "heading" | "locale">> & { onFiscErrorFollowed?: (event: ErrorFollowedEvent) => void }>;
  /** One page of a form: its heading and what is filled in on it. */
  "fisc-form-page": Component<Partial<Pick<FormPage, "caption" | "heading">>>;
  /** A section of a form: a heading and what stands below it, which the heading folds away. */
  "fisc-form-section": Component<Partial<Pick<FormSection, "collapsed" | "heading" | "level">>>;
  /** How far one is in a form of several steps, and a way to each of them. */
  "fisc-form-steps": Component<Partial<Pick<FormSteps, "current" | "locale" | "steps">> & { onFiscFormPageChosen?: (event: FormPageChosenEvent) => void }>;
  /** An account number by ISO 13616, shown in groups of four. */
  "fisc-iban-field": Component<Partial<Pick<IbanField, "autocomplete" | "disabled" | "error" | "fix" | "group" | "hint" | "keys" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "scheme" | "validate" | "value" | "warning">> & { "inputmode"?: AsText<IbanField["keys"]>; "readonly"?: AsText<IbanField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** A tax number, a personal number, a code with check digits. */
  "fisc-identifier-field": Component<Partial<Pick<IdentifierField, "autocomplete" | "disabled" | "error" | "fix" | "group" | "hint" | "keys" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "scheme" | "validate" | "value" | "warning">> & { "inputmode"?: AsText<IdentifierField["keys"]>; "readonly"?: AsText<IdentifierField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** Lines of a voucher or a register, up to tens of thousands: typed, pasted from a spreadsheet, filled down, with totals. One form control. */
  "fisc-line-table": Component<Partial<Pick<LineTable, "blankRow" | "columns" | "decimals" | "disabled" | "error" | "errors" | "files" | "label" | "locale" | "maxRows" | "minRows" | "name" | "readOnly" | "rows" | "totals" | "value" | "warnings">> & { "min-rows"?: AsText<LineTable["minRows"]>; "max-rows"?: AsText<LineTable["maxRows"]>; "readonly"?: AsText<LineTable["readOnly"]> } & { onFiscCellChange?: (event: CellChangeEvent) => void; onFiscCellLeft?: (event: CellLeftEvent) => void; onFiscRowsChange?: (event: RowsChangeEvent) => void }>;
  /** An amount of money: integer minor units inside, grouped digits outside. */
  "fisc-money-field": Component<Partial<Pick<MoneyField, "autocomplete" | "currency" | "decimals" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<MoneyField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** Several lines of text, with a count of the characters that are left. */
  "fisc-multiline-field": Component<Partial<Pick<MultilineField, "autocomplete" | "defaultText" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "maxLength" | "name" | "readOnly" | "required" | "rows" | "validate" | "value" | "warning">> & { "max-length"?: AsText<MultilineField["maxLength"]>; "value"?: AsText<MultilineField["defaultText"]>; "readonly"?: AsText<MultilineField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** A banner: information, success, warning or error. */
  "fisc-notice": Component<Partial<Pick<FiscNotice, "closable" | "heading" | "kind" | "live">> & { onFiscNoticeClosed?: (event: Event) => void }>;
  /** A number, written and read as its locale does. */
  "fisc-number-field": Component<Partial<Pick<NumberField, "autocomplete" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "plain" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<NumberField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** A month, quarter or year that a document is about, typed as people write it. */
  "fisc-period-field": Component<Partial<Pick<PeriodField, "autocomplete" | "disabled" | "error" | "fix" | "hint" | "kinds" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<PeriodField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** The official form for A4: to look at, to print, to save as PDF. */
  "fisc-print-view": Component<Partial<Pick<FiscPrintView, "dossier" | "record">> & { onFiscPrint?: (event: PrintEvent) => void }>;
  /** Connects a part of a page with a treasury gateway. */
  "fisc-provider": Component<Partial<Pick<FiscProvider, "api" | "colorScheme" | "density" | "locale" | "profile" | "signing" | "treasuryApi">> & { "color-scheme"?: AsText<FiscProvider["colorScheme"]> } & { onFiscSessionChanged?: (event: SessionChangedEvent) => void }>;
  /** Reason, fixes per document and choices of one action. */
  "fisc-reason-form": Component<Partial<Pick<FiscReasonForm, "action" | "busy" | "record">> & { onFiscActionBody?: (event: ActionBodyEvent) => void; onFiscActionCancelled?: (event: Event) => void }>;
  /** Everything that was filled in, to be read before it is sent, with a way back to each place. */
  "fisc-review-page": Component<Partial<Pick<ReviewPage, "locale" | "parts">> & { onFiscFormPageChosen?: (event: FormPageChosenEvent) => void }>;
  /** One of several, picked from the browser's own list: for more choices than may stand side by side. */
  "fisc-select-field": Component<Partial<Pick<SelectField, "autocomplete" | "choices" | "disabled" | "error" | "fix" | "hint" | "label" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<SelectField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** Name, role, unit or office; sign in and out; warns before the session ends. */
  "fisc-sign-in-state": Component<Partial<Pick<FiscSignInState, "database" | "procedure" | "returnTo" | "shared" | "watchAfter">> & { "return-to"?: AsText<FiscSignInState["returnTo"]>; "watch-after"?: AsText<FiscSignInState["watchAfter"]> } & { onFiscSessionStale?: (event: SessionStaleEvent) => void }>;
  /** Draws the report of a signature check (ETSI EN 319 102-1). */
  "fisc-signature-report": Component<Partial<Pick<FiscSignatureReport, "report" | "timeZone">> & { "time-zone"?: AsText<FiscSignatureReport["timeZone"]> }>;
  /** Live history of a dossier. */
  "fisc-status-timeline": Component<Partial<Pick<FiscStatusTimeline, "dossier">>>;
  /** The parts of a form with how far each is, to be filled in in any order. */
  "fisc-task-list": Component<Partial<Pick<TaskList, "last" | "locale" | "tasks">> & { onFiscFormPageChosen?: (event: FormPageChosenEvent) => void }>;
  /** One line of text, in Unicode NFC once it is a value. */
  "fisc-text-field": Component<Partial<Pick<TextField, "autocomplete" | "defaultText" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "value"?: AsText<TextField["defaultText"]>; "readonly"?: AsText<TextField["readOnly"]> } & { onInput?: (event: Event) => void; onChange?: (event: Event) => void }>;
  /** Differences between a version that was sent back and the present one. */
  "fisc-version-difference": Component<Partial<Pick<FiscVersionDifference, "events" | "record">>>;
  /** A value that the form works out itself: an amount in words, a total. */
  "fisc-words-output": Component<Partial<Pick<WordsOutput, "error" | "figure" | "label" | "language" | "value">>>;
}
