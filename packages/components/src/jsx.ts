// Written by scripts/write-manifest.mjs from custom-elements.json.
/**
 * The elements in JSX. A project says once that its JSX has them; for React 19:
 *
 *     declare module "react" {
 *       namespace JSX {
 *         interface IntrinsicElements extends FiscIntrinsicElements {}
 *       }
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

/** What every element takes, whatever the framework calls its references and children. */
interface Base<Element extends HTMLElement> {
  id?: string;
  class?: string;
  className?: string;
  slot?: string;
  style?: string | object;
  lang?: string;
  dir?: "ltr" | "rtl" | "auto";
  hidden?: boolean;
  title?: string;
  tabIndex?: number;
  children?: unknown;
  key?: string | number | null;
  ref?: { current: Element | null } | ((element: Element | null) => void) | null;
  [data: `data-${string}`]: unknown;
  [aria: `aria-${string}`]: unknown;
}

export interface FiscIntrinsicElements {
  /** An account: one of the person's own, picked from `codes`, or another, typed and checked. */
  "fisc-account-field": Base<AccountField> & Partial<Pick<AccountField, "autocomplete" | "codes" | "disabled" | "error" | "fix" | "group" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "scheme" | "validate" | "value" | "warning">> & { "readonly"?: AsText<AccountField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** Read a dossier, then sign, accept or refuse it. */
  "fisc-approval-panel": Base<FiscApprovalPanel> & Partial<Pick<FiscApprovalPanel, "dossier" | "editHrefTemplate" | "extensionUrl">> & { "extension-url"?: AsText<FiscApprovalPanel["extensionUrl"]>; "edit-href-template"?: AsText<FiscApprovalPanel["editHrefTemplate"]> } & { "onfisc-action-done"?: (event: ActionDoneEvent) => void; "onfisc-session-stale"?: (event: SessionStaleEvent) => void };
  /** Files for one place of a dossier: dropped, chosen, pasted or photographed, checked, hashed and uploaded while the person goes on. */
  "fisc-attachment-field": Base<AttachmentField> & Partial<Pick<AttachmentField, "disabled" | "error" | "fix" | "fixes" | "hint" | "label" | "limits" | "locale" | "name" | "readOnly" | "required" | "slotId" | "uploadsUrl" | "validate" | "value" | "warning">> & { "slot-id"?: AsText<AttachmentField["slotId"]>; "uploads-url"?: AsText<AttachmentField["uploadsUrl"]>; "readonly"?: AsText<AttachmentField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void; "onfisc-session-stale"?: (event: Event) => void };
  /** Accept, pass on or sign several dossiers, with a result for each. */
  "fisc-batch-approval": Base<FiscBatchApproval> & Partial<Pick<FiscBatchApproval, "dossiers" | "hrefTemplate">> & { "href-template"?: AsText<FiscBatchApproval["hrefTemplate"]> } & { "onfisc-batch-ended"?: (event: BatchEndedEvent) => void; "onfisc-session-stale"?: (event: SessionStaleEvent) => void; "onfisc-batch-closed"?: (event: Event) => void };
  /** Checks every link between the page and the signing key. */
  "fisc-carrier-diagnosis": Base<FiscCarrierDiagnosis> & Partial<Pick<FiscCarrierDiagnosis, "clockUrl" | "extensionUrl">> & { "extension-url"?: AsText<FiscCarrierDiagnosis["extensionUrl"]>; "clock-url"?: AsText<FiscCarrierDiagnosis["clockUrl"]> };
  /** Yes or no. */
  "fisc-checkbox-field": Base<CheckboxField> & Partial<Pick<CheckboxField, "disabled" | "error" | "fix" | "hint" | "label" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "checked"?: AsText<CheckboxField["value"]>; "readonly"?: AsText<CheckboxField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** One of a few, all of them in view: radio buttons. */
  "fisc-choice-field": Base<ChoiceField> & Partial<Pick<ChoiceField, "choices" | "disabled" | "error" | "fix" | "hint" | "label" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<ChoiceField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** Any of a few, all of them in view, each with a checkbox. */
  "fisc-choices-field": Base<ChoicesField> & Partial<Pick<ChoicesField, "choices" | "disabled" | "error" | "fix" | "hint" | "label" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<ChoicesField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** A code, typed or found by its name in a list. */
  "fisc-code-field": Base<CodeField> & Partial<Pick<CodeField, "autocomplete" | "codes" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<CodeField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** A civil date, typed day first or picked from the browser's own calendar. */
  "fisc-date-field": Base<DateField> & Partial<Pick<DateField, "autocomplete" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<DateField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** The form of a procedure, from an empty sheet to a dossier at the gateway, or a returned dossier being put right. */
  "fisc-dossier-form": Base<DossierForm> & Partial<Pick<DossierForm, "addressing" | "database" | "dossier" | "layout" | "page" | "procedure">> & { "onfisc-dossier-submitted"?: (event: DossierSubmittedEvent) => void; "onfisc-session-stale"?: (event: Event) => void; "onfisc-form-page-shown"?: (event: FormPageShownEvent) => void };
  /** List of dossiers: a table, or cards where it is narrow. */
  "fisc-dossier-list": Base<FiscDossierList> & Partial<Pick<FiscDossierList, "awaitsMe" | "batch" | "hrefTemplate" | "keepInAddress" | "pageSize">> & { "href-template"?: AsText<FiscDossierList["hrefTemplate"]>; "awaits-me"?: AsText<FiscDossierList["awaitsMe"]>; "page-size"?: AsText<FiscDossierList["pageSize"]>; "keep-in-address"?: AsText<FiscDossierList["keepInAddress"]> } & { "onfisc-dossier-open"?: (event: DossierOpenEvent) => void; "onfisc-dossiers-chosen"?: (event: DossiersChosenEvent) => void };
  /** Read-only rendering of a dossier: form, attachments, signatures, official documents. */
  "fisc-dossier-view": Base<FiscDossierView> & Partial<Pick<FiscDossierView, "dossier" | "record">>;
  /** Whether what was typed is safe, and whether it has been sent. */
  "fisc-draft-state": Base<DraftState> & Partial<Pick<DraftState, "condition" | "locale" | "savedAt">> & { "saved-at"?: AsText<DraftState["savedAt"]> };
  /** All faults of a form in one place, in the words that stand at the fields; each leads into its field. */
  "fisc-error-summary": Base<ErrorSummary> & Partial<Pick<ErrorSummary, "entries" | "heading" | "locale">> & { "onfisc-error-followed"?: (event: ErrorFollowedEvent) => void };
  /** One page of a form: its heading and what is filled in on it. */
  "fisc-form-page": Base<FormPage> & Partial<Pick<FormPage, "caption" | "heading">>;
  /** A section of a form: a heading and what stands below it, which the heading folds away. */
  "fisc-form-section": Base<FormSection> & Partial<Pick<FormSection, "collapsed" | "heading" | "level">>;
  /** How far one is in a form of several steps, and a way to each of them. */
  "fisc-form-steps": Base<FormSteps> & Partial<Pick<FormSteps, "current" | "locale" | "steps">> & { "onfisc-form-page-chosen"?: (event: FormPageChosenEvent) => void };
  /** An account number by ISO 13616, shown in groups of four. */
  "fisc-iban-field": Base<IbanField> & Partial<Pick<IbanField, "autocomplete" | "disabled" | "error" | "fix" | "group" | "hint" | "keys" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "scheme" | "validate" | "value" | "warning">> & { "inputmode"?: AsText<IbanField["keys"]>; "readonly"?: AsText<IbanField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** A tax number, a personal number, a code with check digits. */
  "fisc-identifier-field": Base<IdentifierField> & Partial<Pick<IdentifierField, "autocomplete" | "disabled" | "error" | "fix" | "group" | "hint" | "keys" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "scheme" | "validate" | "value" | "warning">> & { "inputmode"?: AsText<IdentifierField["keys"]>; "readonly"?: AsText<IdentifierField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** Lines of a voucher or a register, up to tens of thousands: typed, pasted from a spreadsheet, filled down, with totals. One form control. */
  "fisc-line-table": Base<LineTable> & Partial<Pick<LineTable, "blankRow" | "columns" | "decimals" | "disabled" | "error" | "errors" | "files" | "label" | "locale" | "maxRows" | "minRows" | "name" | "readOnly" | "rows" | "totals" | "value" | "warnings">> & { "min-rows"?: AsText<LineTable["minRows"]>; "max-rows"?: AsText<LineTable["maxRows"]>; "readonly"?: AsText<LineTable["readOnly"]> } & { "onfisc-cell-change"?: (event: CellChangeEvent) => void; "onfisc-cell-left"?: (event: CellLeftEvent) => void; "onfisc-rows-change"?: (event: RowsChangeEvent) => void };
  /** An amount of money: integer minor units inside, grouped digits outside. */
  "fisc-money-field": Base<MoneyField> & Partial<Pick<MoneyField, "autocomplete" | "currency" | "decimals" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<MoneyField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** Several lines of text, with a count of the characters that are left. */
  "fisc-multiline-field": Base<MultilineField> & Partial<Pick<MultilineField, "autocomplete" | "defaultText" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "maxLength" | "name" | "readOnly" | "required" | "rows" | "validate" | "value" | "warning">> & { "max-length"?: AsText<MultilineField["maxLength"]>; "value"?: AsText<MultilineField["defaultText"]>; "readonly"?: AsText<MultilineField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** A banner: information, success, warning or error. */
  "fisc-notice": Base<FiscNotice> & Partial<Pick<FiscNotice, "closable" | "heading" | "kind" | "live">> & { "onfisc-notice-closed"?: (event: Event) => void };
  /** A number, written and read as its locale does. */
  "fisc-number-field": Base<NumberField> & Partial<Pick<NumberField, "autocomplete" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "plain" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<NumberField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** A month, quarter or year that a document is about, typed as people write it. */
  "fisc-period-field": Base<PeriodField> & Partial<Pick<PeriodField, "autocomplete" | "disabled" | "error" | "fix" | "hint" | "kinds" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<PeriodField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** The official form for A4: to look at, to print, to save as PDF. */
  "fisc-print-view": Base<FiscPrintView> & Partial<Pick<FiscPrintView, "dossier" | "record">> & { "onfisc-print"?: (event: PrintEvent) => void };
  /** Connects a part of a page with a treasury gateway. */
  "fisc-provider": Base<FiscProvider> & Partial<Pick<FiscProvider, "api" | "colorScheme" | "density" | "locale" | "profile" | "signing" | "treasuryApi">> & { "color-scheme"?: AsText<FiscProvider["colorScheme"]> } & { "onfisc-session-changed"?: (event: SessionChangedEvent) => void };
  /** Reason, fixes per document and choices of one action. */
  "fisc-reason-form": Base<FiscReasonForm> & Partial<Pick<FiscReasonForm, "action" | "busy" | "record">> & { "onfisc-action-body"?: (event: ActionBodyEvent) => void; "onfisc-action-cancelled"?: (event: Event) => void };
  /** Everything that was filled in, to be read before it is sent, with a way back to each place. */
  "fisc-review-page": Base<ReviewPage> & Partial<Pick<ReviewPage, "locale" | "parts">> & { "onfisc-form-page-chosen"?: (event: FormPageChosenEvent) => void };
  /** One of several, picked from the browser's own list: for more choices than may stand side by side. */
  "fisc-select-field": Base<SelectField> & Partial<Pick<SelectField, "autocomplete" | "choices" | "disabled" | "error" | "fix" | "hint" | "label" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "readonly"?: AsText<SelectField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** Name, role, unit or office; sign in and out; warns before the session ends. */
  "fisc-sign-in-state": Base<FiscSignInState> & Partial<Pick<FiscSignInState, "database" | "procedure" | "returnTo" | "shared" | "watchAfter">> & { "return-to"?: AsText<FiscSignInState["returnTo"]>; "watch-after"?: AsText<FiscSignInState["watchAfter"]> } & { "onfisc-session-stale"?: (event: SessionStaleEvent) => void };
  /** Draws the report of a signature check (ETSI EN 319 102-1). */
  "fisc-signature-report": Base<FiscSignatureReport> & Partial<Pick<FiscSignatureReport, "report" | "timeZone">> & { "time-zone"?: AsText<FiscSignatureReport["timeZone"]> };
  /** Live history of a dossier. */
  "fisc-status-timeline": Base<FiscStatusTimeline> & Partial<Pick<FiscStatusTimeline, "dossier">>;
  /** The parts of a form with how far each is, to be filled in in any order. */
  "fisc-task-list": Base<TaskList> & Partial<Pick<TaskList, "last" | "locale" | "tasks">> & { "onfisc-form-page-chosen"?: (event: FormPageChosenEvent) => void };
  /** One line of text, in Unicode NFC once it is a value. */
  "fisc-text-field": Base<TextField> & Partial<Pick<TextField, "autocomplete" | "defaultText" | "disabled" | "error" | "fix" | "hint" | "label" | "length" | "locale" | "name" | "readOnly" | "required" | "validate" | "value" | "warning">> & { "value"?: AsText<TextField["defaultText"]>; "readonly"?: AsText<TextField["readOnly"]> } & { "oninput"?: (event: Event) => void; "onInput"?: (event: Event) => void; "onchange"?: (event: Event) => void; "onChange"?: (event: Event) => void };
  /** Differences between a version that was sent back and the present one. */
  "fisc-version-difference": Base<FiscVersionDifference> & Partial<Pick<FiscVersionDifference, "events" | "record">>;
  /** A value that the form works out itself: an amount in words, a total. */
  "fisc-words-output": Base<WordsOutput> & Partial<Pick<WordsOutput, "error" | "figure" | "label" | "language" | "value">>;
}
