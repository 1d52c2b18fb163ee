import type { Page, ValueField } from "@fisc/core";
import { advance, cash, guaranteeDue, in2026, toList, transfer, withContract } from "./expressions.ts";
import { beneficiaryKinds, maxLines, paymentMethods, spendKinds } from "./schema.ts";

type Source = string;

const columns: readonly ValueField<Source>[] = [
  { type: "text", path: "noiDung", required: true, length: 40 },
  { type: "code", path: "maNDKT", codeList: "maNDKT", required: true, length: 4 },
  { type: "code", path: "maChuong", codeList: "maChuong", required: true, length: 3 },
  { type: "code", path: "maNganhKT", codeList: "maNganhKT", required: true, length: 3 },
  { type: "code", path: "maNguonNSNN", codeList: "maNguonNSNN", required: true, length: 2 },
  { type: "money", path: "soTien", required: true, length: 15 },
];

/** What a voucher of this kind shows beside the common. */
export interface LayoutAdditions {
  readonly columns?: readonly ValueField<Source>[];
  readonly totals?: Readonly<Record<string, string>>;
  /** Below the lines. */
  readonly sums?: readonly ValueField<Source>[];
  /** Before the beneficiary. */
  readonly pages?: readonly Page<Source>[];
}

export const voucherLayout = (more: LayoutAdditions = {}): readonly Page<Source>[] => [
  {
    id: "voucher",
    sections: [
      {
        id: "voucher",
        fields: [
          { type: "text", path: "soChungTu", required: true, length: 20 },
          { type: "date", path: "ngayLap", required: true },
          { type: "number", path: "namNS", required: true, length: 4 },
          { type: "choice", path: "loai", required: true, options: spendKinds },
          { type: "choice", path: "hinhThuc", required: true, options: paymentMethods },
        ],
      },
      {
        id: "unit",
        fields: [
          { type: "text", path: "don.ten", required: true, readOnly: true, length: 40 },
          { type: "text", path: "don.maDVQHNS", required: true, readOnly: true, length: 7 },
          { type: "account", path: "don.taiKhoan", required: true, length: 20 },
          { type: "code", path: "don.maKBNN", codeList: "maKBNN", required: true, readOnly: true, length: 4 },
          { type: "code", path: "don.maCapNS", codeList: "maCapNS", required: true, readOnly: true, length: 1 },
          { type: "text", path: "don.maCTMT", required: true, length: 5 },
          {
            type: "text",
            path: "don.tenCTMT",
            visible: `data.don.maCTMT != null && data.don.maCTMT != "" && data.don.maCTMT != "00000"`,
            length: 40,
          },
          { type: "text", path: "don.maDuAn", visible: "context.unit.attributes.maDuAn != null", length: 7 },
        ],
      },
      {
        id: "commitment",
        fields: [
          { type: "text", path: "ckc.soHDK", length: 20 },
          { type: "text", path: "ckc.soHDTH", length: 20 },
        ],
      },
    ],
  },
  {
    id: "content",
    sections: [
      {
        id: "contract",
        fields: [
          { type: "text", path: "hopDong.so", length: 24 },
          { type: "date", path: "hopDong.ngay", visible: withContract, required: in2026 },
          { type: "money", path: "hopDong.giaTri", visible: `${in2026} && ${withContract}`, required: true, length: 15 },
          { type: "money", path: "hopDong.luyKeTruoc", visible: `${in2026} && ${withContract}`, required: true, length: 15 },
          { type: "number", path: "hopDong.tyLeTamUng", visible: `${in2026} && ${withContract} && ${advance}`, required: true, length: 3 },
          { type: "money", path: "hopDong.baoLanh", visible: `${in2026} && ${guaranteeDue}`, required: true, length: 15 },
          { type: "text", path: "nghiemThu.so", visible: withContract, length: 24 },
          { type: "date", path: "nghiemThu.ngay", visible: withContract },
        ],
      },
      {
        id: "lines",
        fields: [
          {
            type: "lines",
            path: "dong",
            columns: [...columns, ...(more.columns ?? [])],
            minRows: 1,
            maxRows: maxLines,
            totals: { soTien: "tong", ...more.totals },
          },
          { type: "money", path: "tong", required: true, readOnly: true, length: 15 },
          { type: "words", path: "bangChu", required: true, readOnly: true, language: "vi" },
          ...(more.sums ?? []),
        ],
      },
    ],
  },
  ...(more.pages ?? []),
  {
    id: "beneficiary",
    sections: [
      {
        id: "transfer",
        visible: transfer,
        fields: [
          { type: "choice", path: "doiTuong", required: true, options: beneficiaryKinds },
          { type: "money", path: "tongDanhSach", visible: toList, required: true, length: 15 },
          { type: "text", path: "huong.ten", required: true, length: 40 },
          { type: "text", path: "huong.diaChi", length: 40 },
          { type: "text", path: "huong.taiKhoan", required: true, length: 24 },
          { type: "text", path: "huong.nganHang", required: true, length: 40 },
          { type: "text", path: "huong.maDVQHNS", length: 7 },
          { type: "text", path: "huong.maCTMT", length: 5 },
        ],
      },
      {
        id: "cash",
        visible: cash,
        fields: [
          { type: "text", path: "huong.nguoiNhan", required: true, length: 30 },
          { type: "text", path: "huong.soGiayTo", required: true, length: 12 },
          { type: "date", path: "huong.ngayCap", required: true },
          { type: "text", path: "huong.noiCap", required: true, length: 40 },
        ],
      },
    ],
  },
];

export const layout = voucherLayout();
