import type { JsonObject } from "@fisc/core";

/** Null is a field that was emptied again. Shapes of codes are rules, so that their messages can say what to do. */
const text = (maxLength: number): JsonObject => ({ type: ["string", "null"], maxLength });
/** Longer than any code, so that a wrong length is answered by the code's own rule. */
const code = text(20);
const date: JsonObject = { type: ["string", "null"], format: "date" };
/** Đồng: a whole, safe, never negative number. */
const money: JsonObject = { type: ["integer", "null"], minimum: 0, maximum: Number.MAX_SAFE_INTEGER };
const choice = (values: readonly string[]): JsonObject => ({ type: "string", enum: values });
const group = (properties: JsonObject): JsonObject => ({ type: "object", properties, additionalProperties: false });

export const spendKinds = ["THUC_CHI", "TAM_UNG", "UNG_TRUOC_DU_DK", "UNG_TRUOC_CHUA_DU_DK"] as const;
export const paymentMethods = ["CHUYEN_KHOAN", "TIEN_MAT"] as const;
export const beneficiaryKinds = ["MOT", "DANH_SACH"] as const;
export const maxLines = 1000;

const groups = {
  don: group({
    ten: text(200),
    maDVQHNS: code,
    taiKhoan: text(40),
    maKBNN: code,
    maCapNS: code,
    maCTMT: code,
    tenCTMT: text(200),
    maDuAn: code,
  }),
  ckc: group({ soHDK: text(40), soHDTH: text(40) }),
  hopDong: group({
    so: text(60),
    ngay: date,
    giaTri: money,
    luyKeTruoc: money,
    tyLeTamUng: { type: ["integer", "null"], minimum: 0, maximum: 100 },
    baoLanh: money,
  }),
  nghiemThu: group({ so: text(60), ngay: date }),
  huong: group({
    ten: text(200),
    diaChi: text(300),
    maDVQHNS: code,
    maCTMT: code,
    taiKhoan: text(60),
    nganHang: text(200),
    nguoiNhan: text(100),
    soGiayTo: code,
    ngayCap: date,
    noiCap: text(200),
  }),
};

/** What a voucher of this kind has beside the common: further columns of a line, further fields, whole groups of them. */
export interface VoucherAdditions {
  readonly columns?: JsonObject;
  readonly fields?: JsonObject;
  readonly groups?: JsonObject;
}

/** C2-02a/NS as TT 77/2017 prints it, with the contract data that NĐ 347/2025 Điều 6.2 asks for. */
export const voucherSchema = (more: VoucherAdditions = {}): JsonObject => ({
  $schema: "https://json-schema.org/draft/2020-12/schema",
  type: "object",
  additionalProperties: false,
  required: ["loai", "hinhThuc", "dong", ...Object.keys(groups), ...Object.keys(more.groups ?? {})],
  properties: {
    soChungTu: text(40),
    ngayLap: date,
    namNS: { type: ["integer", "null"], minimum: 2000, maximum: 2100 },
    loai: choice(spendKinds),
    hinhThuc: choice(paymentMethods),
    doiTuong: choice(beneficiaryKinds),
    tongDanhSach: money,
    ...groups,
    dong: {
      type: "array",
      minItems: 1,
      maxItems: maxLines,
      items: group({
        noiDung: text(500),
        maNDKT: code,
        maChuong: code,
        maNganhKT: code,
        maNguonNSNN: code,
        soTien: money,
        ...more.columns,
      }),
    },
    tong: money,
    bangChu: text(400),
    ...more.fields,
    ...more.groups,
  },
});

export const schema = voucherSchema();

export const initial: JsonObject = {
  loai: "THUC_CHI",
  hinhThuc: "CHUYEN_KHOAN",
  doiTuong: "MOT",
  don: { maCTMT: "00000" },
  ckc: {},
  hopDong: {},
  nghiemThu: {},
  dong: [{}],
  huong: {},
};
