import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { DocumentPresentation, PublishedProcedure, SigningRequest } from "@fisc/core";

/** A signing request of a made-up procedure, as a gateway hands it out. */
export function signingRequest(certificate: Buffer, file: Buffer, change: Partial<SigningRequest> = {}): SigningRequest {
  const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");
  return {
    id: randomUUID(),
    sequence: 1,
    action: "sign",
    purpose: "dossier.sign",
    audience: "https://gateway.example",
    dossier: "d-1",
    dossierCode: "D-2026-1",
    version: 2,
    history: "0".repeat(64),
    procedure: "test.payment@1",
    role: "unit.chiefAccountant",
    nonce: randomBytes(24).toString("base64url"),
    expires: new Date(Date.now() + 600_000).toISOString(),
    documentName: "dossier.json",
    document: {
      payee: { name: "Công ty Mẫu", account: "9527.1.1234567" },
      total: 123_456_000,
      lines: [{ text: "Giấy in", amount: 123_456_000 }],
      secret: "not in the layout",
    },
    attachments: [
      { id: "a-1", slot: "contract", name: "Hợp đồng.pdf", mediaType: "application/pdf", size: file.length, sha256: sha256(file) },
    ],
    certificates: [sha256(certificate)],
    ...change,
  };
}

export const procedure = {
  id: "test.payment",
  version: 1,
  formNumber: "T-1",
  profile: "test",
  regime: "2026",
  locale: "vi",
  currency: { code: "VND", decimals: 0 },
  timeZone: "Asia/Ho_Chi_Minh",
  schema: {},
  initial: {},
  computed: [],
  rules: [],
  attachments: [],
  workflow: { initial: "draft", states: {}, transitions: [] },
  signaturePolicies: {},
  deadlines: {},
  summary: { title: ["value", ""], amount: ["value", ""], number: ["value", ""] },
  codeLists: {},
  layout: [
    {
      id: "p",
      sections: [
        {
          id: "s",
          fields: [
            { type: "text", path: "payee.name" },
            { type: "account", path: "payee.account" },
            { type: "money", path: "total" },
            {
              type: "lines",
              path: "lines",
              minRows: 1,
              maxRows: 100,
              columns: [
                { type: "text", path: "text" },
                { type: "money", path: "amount" },
              ],
            },
          ],
        },
      ],
    },
  ],
  labels: {
    "section.s": "Người thụ hưởng",
    "field.payee.name": "Tên",
    "field.payee.account": "Số tài khoản",
    "field.total": "Tổng số tiền",
    "field.lines": "Chi tiết",
    "field.lines[].text": "Nội dung",
    "field.lines[].amount": "Số tiền",
    "role.unit.chiefAccountant": "Kế toán trưởng",
  },
} as unknown as PublishedProcedure;

export const notice: DocumentPresentation = {
  template: "notice",
  formNumber: "N-1",
  locale: "en",
  title: "Debit advice",
  labels: {},
  currency: { code: "VND", decimals: 0 },
  rows: [
    { field: "payee", label: "Paid to", type: "text" },
    { field: "amount", label: "Amount", type: "money" },
    { field: "paidOn", label: "Paid on", type: "date" },
  ],
};
