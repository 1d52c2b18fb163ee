import type { Json, JsonObject } from "@fisc/core";
import { withValueAt } from "@fisc/core/rules";
import { sampleDossier } from "./dossiers.ts";
import type { SampleVariant } from "./sample.ts";

type Changes = Readonly<Record<string, Json>>;
type Expectation = readonly [rule: string, at: string, severity?: "error" | "warning"];

/** `changes`: path → value. Other ways to spoil a sample come as `more`. */
function variant(
  id: string,
  of: string,
  changes: Changes,
  [rule, at, severity = "error"]: Expectation,
  more: Partial<Pick<SampleVariant, "attachments">> = {},
): SampleVariant {
  const { regime, unit, data, attachments, sentAt } = sampleDossier(of);
  const changed = Object.entries(changes).reduce<JsonObject>((result, [path, value]) => withValueAt(result, path, value), data);
  return { id, of, regime, unit, data: changed, attachments, sentAt, violates: { rule, at, severity }, ...more };
}

const words = "Mười tám triệu năm trăm năm mươi nghìn đồng";
/** Amounts that stay agreed with each other, so that only the limit in question is passed. */
const lines = (soTien: number, bangChu: string): Changes => ({ "dong[0].soTien": soTien, tong: soTien, bangChu });

export const variants: readonly SampleVariant[] = [
  variant("lines-do-not-add-up", "D-1", { "dong[1].soTien": 6_250_000 }, ["V01.total", "tong"]),
  variant("words-of-another-amount", "D-1", { bangChu: words }, ["V01.words", "bangChu"]),
  variant("line-without-amount", "D-1", { "dong[1].soTien": 0, tong: 12_300_000, bangChu: "Mười hai triệu ba trăm nghìn đồng" }, [
    "V01.positive",
    "dong[1].soTien",
  ]),
  variant("content-code-too-short", "D-1", { "dong[0].maNDKT": "655" }, ["V03.dong[].maNDKT", "dong[0].maNDKT"]),
  variant("chapter-with-letter", "D-1", { "dong[0].maChuong": "82A" }, ["V03.dong[].maChuong", "dong[0].maChuong"]),
  variant("sector-too-long", "D-1", { "dong[1].maNganhKT": "0733" }, ["V03.dong[].maNganhKT", "dong[1].maNganhKT"]),
  variant("source-of-one-digit", "D-1", { "dong[0].maNguonNSNN": "1" }, ["V03.dong[].maNguonNSNN", "dong[0].maNguonNSNN"]),
  variant("programme-too-short", "D-1", { "don.maCTMT": "000" }, ["V03.don.maCTMT", "don.maCTMT"]),
  variant("project-with-dots", "D-2", { "don.maDuAn": "79.99904" }, ["V03.don.maDuAn", "don.maDuAn"]),
  variant("beneficiary-unit-too-short", "D-1", { "huong.maDVQHNS": "19999" }, ["V03.huong.maDVQHNS", "huong.maDVQHNS"]),
  variant("beneficiary-programme-too-long", "D-1", { "huong.maCTMT": "000000" }, ["V03.huong.maCTMT", "huong.maCTMT"]),
  variant("chapter-of-another-level", "D-1", { "dong[0].maChuong": "022" }, ["V03.chapterLevel", "dong[0].maChuong"]),
  variant("source-not-for-account", "D-1", { "dong[1].maNguonNSNN": "12" }, ["V03.accountSource", "dong[1].maNguonNSNN"]),
  variant(
    "above-the-balance",
    "D-1",
    { "dong[0].soTien": 493_760_000, tong: 500_000_000, bangChu: "Năm trăm triệu đồng", "hopDong.giaTri": 500_000_000 },
    ["V06.balance", "tong", "warning"],
  ),
  variant("contract-paid-before", "D-1", { "hopDong.luyKeTruoc": 18_540_000 }, ["V07.contract", "hopDong.luyKeTruoc"]),
  variant("paid-before-not-declared", "D-1", { "hopDong.so": "05/2025/HĐMB", "hopDong.ngay": "2025-02-25" }, [
    "V07.declared",
    "hopDong.luyKeTruoc",
  ]),
  variant("advance-above-rate", "D-3a", { "hopDong.tyLeTamUng": 15 }, ["V07.advance", "tong"]),
  variant("list-of-another-total", "D-1/list", { tongDanhSach: 95_000_000 }, ["V09.list", "tongDanhSach"]),
  variant("account-of-another-unit", "D-1", { "don.taiKhoan": "9523.4.1999902.00000" }, ["V10.owner", "don.taiKhoan"]),
  variant("account-of-another-level", "D-1", { "don.taiKhoan": "9523.2.1999901.00000" }, ["V10.level", "don.taiKhoan"]),
  variant("account-misshapen", "D-1", { "don.taiKhoan": "9523-4-1999901" }, ["V10.shape", "don.taiKhoan"]),
  variant("account-not-registered", "D-1", { "don.taiKhoan": "9523.4.1999901.00001" }, ["V10.registered", "don.taiKhoan"]),
  variant("unit-of-another", "D-1", { "don.maDVQHNS": "1999902" }, ["V10.unit", "don.maDVQHNS"]),
  variant("transfer-and-cash", "D-1", { "huong.nguoiNhan": "Phạm Thị Nháp" }, ["V11.transferOnly", "hinhThuc"]),
  variant("cash-and-transfer", "D-1/cash", { "huong.taiKhoan": "199990001234" }, ["V11.cashOnly", "hinhThuc"]),
  variant("identity-too-short", "D-1/cash", { "huong.soGiayTo": "0991990" }, ["V11.identity", "huong.soGiayTo"]),
  variant("identity-issued-tomorrow", "D-1/cash", { "huong.ngayCap": "2026-03-11" }, ["V11.issued", "huong.ngayCap"]),
  variant("beneficiary-account-with-slash", "D-1", { "huong.taiKhoan": "1999/9000" }, ["V11.account", "huong.taiKhoan"]),
  variant("cash-without-person", "D-1/cash", { "huong.nguoiNhan": null }, ["required", "huong.nguoiNhan"]),
  variant("cash-to-be-announced", "D-1/cash", lines(200_000_000, "Hai trăm triệu đồng"), ["V13.announce", "tong", "warning"]),
  variant("guarantee-below-advance", "D-3a", { "hopDong.baoLanh": 1_000_000_000 }, ["V14.guarantee", "hopDong.baoLanh"]),
  variant("guarantee-missing", "D-3a", {}, ["attachment.required", "attachments.guarantee"], { attachments: [] }),
  variant("estimate-missing", "D-1", {}, ["attachment.required", "attachments.estimate"], { attachments: [] }),
  variant("contract-not-declared", "D-1", { "hopDong.giaTri": null }, ["required", "hopDong.giaTri"]),
  variant("number-used-before", "D-1", { soChungTu: "RDT-0001/2025" }, ["V19.duplicate", "soChungTu", "warning"]),
  variant("another-budget-year", "D-1", { namNS: 2025 }, ["V20.year", "namNS"]),
  variant("dated-tomorrow", "D-1", { ngayLap: "2026-03-11" }, ["V21.future", "ngayLap"]),
  variant("contract-after-voucher", "D-1", { "hopDong.ngay": "2026-03-11", nghiemThu: {} }, ["V21.contract", "hopDong.ngay"]),
  variant("acceptance-before-contract", "D-1", { "nghiemThu.ngay": "2026-02-24" }, ["V21.acceptanceAfterContract", "nghiemThu.ngay"]),
  variant("acceptance-after-voucher", "D-1", { "nghiemThu.ngay": "2026-03-11" }, ["V21.acceptanceBeforeVoucher", "nghiemThu.ngay"]),
  variant("2020-lines-do-not-add-up", "D-1/2020", { "dong[1].soTien": 6_250_000 }, ["V01.total", "tong"]),
  variant("2020-contract-missing", "D-1/2020", {}, ["attachment.required", "attachments.contract"], {
    attachments: [{ slot: "acceptance", name: "bien-ban-nghiem-thu.pdf" }],
  }),
  variant("2020-acceptance-missing", "D-1/2020", {}, ["attachment.required", "attachments.acceptance"], {
    attachments: [{ slot: "contract", name: "hop-dong-06-2025.pdf" }],
  }),
  variant("2020-account-of-another-unit", "D-1/2020", { "don.taiKhoan": "9523.4.1999902.00000" }, ["V10.owner", "don.taiKhoan"]),
  variant("2020-list-missing", "D-1/2020", { hopDong: {}, nghiemThu: {} }, ["attachment.required", "attachments.paymentList"], {
    attachments: [],
  }),
];
