import type { AttachmentSlot } from "@fisc/core";
import { actualSpend, guaranteeDue, in2020, in2026, toList, withContract } from "./expressions.ts";

const file = { maxFiles: 5, maxBytes: 10 * 1024 * 1024, mediaTypes: ["application/pdf"] } as const;
const contractOnFile = "context.facts.contractPaid != null && data.hopDong.so in context.facts.contractPaid";
const estimateOnFile = "context.facts.estimateYears != null && data.namNS in context.facts.estimateYears";

/**
 * 2020: contract (first time), acceptance, list of payments (NĐ 11/2020; which of them: UNVERIFIED, general knowledge).
 * 2026: the estimate once a year, beneficiary list; contract data stand on the voucher (NĐ 347/2025 Điều 6.3).
 */
export const attachments: readonly AttachmentSlot<string>[] = [
  { id: "contract", visible: `${in2020} && ${withContract}`, required: `!(${contractOnFile})`, ...file },
  { id: "acceptance", visible: `${in2020} && ${withContract}`, required: actualSpend, ...file },
  { id: "paymentList", visible: `${in2020} && !(${withContract})`, required: true, ...file },
  { id: "estimate", visible: in2026, required: `!(${estimateOnFile})`, ...file },
  { id: "beneficiaryList", visible: `${in2026} && ${toList}`, required: true, ...file },
  { id: "guarantee", visible: guaranteeDue, required: true, ...file },
  { id: "other", required: false, ...file },
];
