import type { LineColumn } from "@fisc/components/line-table/columns";
import { html } from "lit";
import type { Examples } from "./example.ts";

const columns: readonly LineColumn[] = [
  { path: "text", label: "What for", type: "text", required: true, readOnly: false, length: 30 },
  {
    path: "code",
    label: "Code",
    type: "code",
    required: true,
    readOnly: false,
    codes: [
      { code: "6501", name: "Electricity" },
      { code: "6502", name: "Water" },
    ],
  },
  { path: "amount", label: "Amount", type: "money", required: true, readOnly: false },
  { path: "share", label: "Share", type: "output", required: false, readOnly: true },
];
const rows = Array.from({ length: 3 }, (_, n) => ({ text: `Line ${n + 1}`, code: "6501", amount: 100_000 * (n + 1), share: "1/3" }));
const manyRows = Array.from({ length: 600 }, (_, n) => ({ text: `Line ${n + 1}`, code: "6502", amount: n, share: "" }));
const totals = { amount: "6,000.00" };

const pages = [
  { id: "a", label: "Who pays", group: "Order", state: "complete", href: "#a" },
  { id: "b", label: "What for", group: "Order", state: "in-progress", href: "#b" },
  { id: "c", label: "Papers", group: "Papers", state: "not-started", href: "#c" },
  { id: "d", label: "Check", group: "Papers", state: "cannot-start", href: "#d" },
] as const;

const reviewed = {
  ...pages[0],
  items: [
    { at: "payer", label: "Payer", texts: ["School by the green river"], isFixed: true, faults: [], doubts: [] },
    { at: "account", label: "Account", texts: [], isFixed: false, faults: ["Fill in the account."], doubts: [] },
    { at: "day", label: "Day", texts: ["21/11/2026"], isFixed: false, faults: [], doubts: ["Is it a working day?"] },
    {
      at: "lines",
      label: "Lines",
      columns: [
        { label: "What for", isNumeric: false },
        { label: "Amount", isNumeric: true },
      ],
      lines: [{ number: 1, cells: ["Chalk", "12.50"] }],
      more: 3,
      totals: ["", "100.00"],
      faults: [],
      doubts: [],
    },
  ],
};

const certificate = (name: string) => ({
  subject: `CN=${name}`,
  commonName: name,
  issuer: "CN=Authority of the examples",
  serial: "01",
  notBefore: "2026-01-01T00:00:00Z",
  notAfter: "2028-01-01T00:00:00Z",
  keyUsage: ["digitalSignature"],
  key: "EC P-256",
  sha256: "a".repeat(64),
});
const report = (indication: string, outcome: string) => ({
  indication,
  ...(indication === "TOTAL-PASSED" ? {} : { subIndication: "HASH_FAILURE" }),
  level: "CAdES-B-B",
  process: "basic",
  signer: certificate("Trần Thị Mẫu"),
  signingTime: "2026-03-10T07:59:00Z",
  steps: [
    { check: "format", outcome: "passed" },
    { check: "signed-file", outcome },
  ],
  chain: [certificate("Trần Thị Mẫu"), certificate("Authority of the examples")],
});

/** Elements that are given what they show. */
export const partExamples: Examples = {
  "fisc-line-table": [
    {
      state: "filled in",
      drawn: "table",
      content: () =>
        html`<fisc-line-table label="Lines" .columns=${columns} .rows=${rows} .totals=${totals} .decimals=${2} files></fisc-line-table>`,
    },
    {
      state: "invalid",
      drawn: "table",
      content: () =>
        html`<fisc-line-table
          label="Lines"
          error="The lines are not the sum."
          .columns=${columns}
          .rows=${rows}
          .errors=${new Map([["1.text", "Fill in what line 2 is for."]])}
          .warnings=${new Map([["2.amount", "Is this much?"]])}
        ></fisc-line-table>`,
    },
    {
      state: "of 600 lines",
      drawn: "table",
      content: () => html`<fisc-line-table label="Lines" .columns=${columns} .rows=${manyRows}></fisc-line-table>`,
    },
    {
      state: "read only",
      drawn: "table",
      content: () => html`<fisc-line-table label="Lines" readonly .columns=${columns} .rows=${rows}></fisc-line-table>`,
    },
  ],
  "fisc-words-output": [
    {
      state: "words",
      drawn: "[part=value]",
      content: () => html`<fisc-words-output label="In words" value="Twelve euros and fifty cents"></fisc-words-output>`,
    },
    {
      state: "invalid",
      drawn: "[part=value]",
      content: () =>
        html`<fisc-words-output label="Total" value="12.50" figure error="It is not the sum of the lines."></fisc-words-output>`,
    },
  ],
  "fisc-draft-state": (["saved", "failed", "waiting", "refused"] as const).map((condition) => ({
    state: condition,
    drawn: "svg",
    content: () => html`<fisc-draft-state condition=${condition} saved-at="2026-11-21T08:30:00Z"></fisc-draft-state>`,
  })),
  "fisc-error-summary": [
    {
      state: "of two faults",
      drawn: ".summary",
      content: () =>
        html`<fisc-error-summary
          .entries=${[
            { at: "account", text: "Fill in the account." },
            { at: "lines[1].amount", text: "Line 2: fill in the amount." },
          ]}
        ></fisc-error-summary>`,
    },
  ],
  "fisc-notice": (["info", "success", "warning", "error"] as const).map((kind) => ({
    state: kind,
    drawn: "[part=box]",
    content: () =>
      html`<fisc-notice kind=${kind} heading="What happened" closable
        ><p>And what can be done about it.</p>
        <button slot="actions" type="button">Do it</button></fisc-notice
      >`,
  })),
  "fisc-form-page": [
    {
      state: "with a field",
      drawn: "h2",
      content: () =>
        html`<fisc-form-page heading="Who pays" caption="Order"
          ><fisc-text-field label="Payer" name="payer"></fisc-text-field
        ></fisc-form-page>`,
    },
  ],
  "fisc-form-section": [false, true].map((collapsed) => ({
    state: collapsed ? "folded" : "unfolded",
    drawn: "h2",
    content: () =>
      html`<fisc-form-section heading="Who pays" ?collapsed=${collapsed}
        ><fisc-text-field label="Payer" name="payer"></fisc-text-field
      ></fisc-form-section>`,
  })),
  "fisc-signature-report": [
    {
      state: "valid",
      drawn: "h2",
      content: () => html`<fisc-signature-report .report=${[report("TOTAL-PASSED", "passed")]}></fisc-signature-report>`,
    },
    {
      state: "not valid",
      drawn: "h2",
      content: () => html`<fisc-signature-report .report=${[report("TOTAL-FAILED", "failed")]}></fisc-signature-report>`,
    },
  ],
  "fisc-form-steps": [
    { state: "at the second", drawn: "nav", content: () => html`<fisc-form-steps current="b" .steps=${pages}></fisc-form-steps>` },
  ],
  "fisc-task-list": [
    {
      state: "of four parts",
      drawn: "ul",
      content: () => html`<fisc-task-list .tasks=${pages.map((page) => ({ ...page, hint: "A word on it" }))}></fisc-task-list>`,
    },
  ],
  "fisc-review-page": [
    { state: "with a fault", drawn: "dl", content: () => html`<fisc-review-page .parts=${[reviewed]}></fisc-review-page>` },
  ],
};
