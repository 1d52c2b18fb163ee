import type { Labels } from "@fisc/core";

/** Titles around the form: procedure, regime, pages, sections, options, attachments, deadlines, calendar. */
export const paymentRegular: Labels = {
  "procedure.vn.payment.regular": "Withdrawal from the state budget estimate",
  "regime.vn-kbnn-2020": "Rules of 2020 (Decree 11/2020/NĐ-CP)",
  "regime.vn-kbnn-2026": "Rules of 2026 (Decree 347/2025/NĐ-CP)",

  "page.voucher": "Voucher and unit",
  "page.content": "What is paid",
  "page.beneficiary": "Who receives the money",
  "section.voucher": "Voucher",
  "section.unit": "Unit that withdraws",
  "section.commitment": "Commitment (if any)",
  "section.contract": "Contract or decision (if any)",
  "section.lines": "Details by budget classification",
  "section.transfer": "Transfer to",
  "section.cash": "Person who takes the cash",

  "option.loai.THUC_CHI": "Actual spend",
  "option.loai.TAM_UNG": "Advance",
  "option.loai.UNG_TRUOC_DU_DK": "Pre-financing, conditions for payment met",
  "option.loai.UNG_TRUOC_CHUA_DU_DK": "Pre-financing, conditions for payment not yet met",
  "option.hinhThuc.CHUYEN_KHOAN": "Bank transfer",
  "option.hinhThuc.TIEN_MAT": "Cash",
  "option.doiTuong.MOT": "One beneficiary",
  "option.doiTuong.DANH_SACH": "Several, as in a list",

  "attachment.contract": "Contract",
  "attachment.acceptance": "Acceptance record or statement of completed work",
  "attachment.paymentList": "List of payments",
  "attachment.estimate": "Decision that assigns the year's estimate",
  "attachment.beneficiaryList": "List of beneficiaries",
  "attachment.guarantee": "Advance guarantee",
  "attachment.other": "Other documents (optional)",

  "deadline.tx": "Due",

  "calendar.newYear": "New Year",
  "calendar.lunarNewYear": "Lunar New Year",
  "calendar.hungKings": "Hung Kings' Day",
  "calendar.reunification": "Reunification Day",
  "calendar.labour": "Labour Day",
  "calendar.national": "National Day",
  "calendar.culture": "Viet Nam Culture Day",
  "calendar.compensation": "Day off in lieu",
  "calendar.swap": "Day off swapped with a Saturday",
  "calendar.makeUp": "Working Saturday",
};
