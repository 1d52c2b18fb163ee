import { faulty, type FaultySample, type Sample } from "../../sample.ts";
import { regime2020, regime2026 } from "../regimes.ts";

const shared = { procedure: "vn.payment.taxed", unit: "1999902" };
const centre = {
  ten: "Trung tâm Văn hóa phường Đồi Thông",
  maDVQHNS: "1999902",
  taiKhoan: "9527.4.1999902.00000",
  maKBNN: "9901",
  maCapNS: "4",
  maCTMT: "00000",
};
const huong = { ten: "Công ty Xây dựng Đá Núi", taiKhoan: "199990005678", nganHang: "Ngân hàng Hư Cấu - CN Đồi Thông" };
const thue = {
  ten: huong.ten,
  maSoThue: "0999999901",
  maNDKT: "1701",
  maChuong: "822",
  coQuanThu: "Thuế cơ sở Đồi Thông (hư cấu)",
  kbnnThu: "KBNN khu vực XXI (hư cấu) - PGD số 99",
  coSo: 300_000_000,
};
const line = {
  noiDung: "Sửa chữa nhà văn hóa, thanh toán lần 1",
  maNDKT: "6907",
  maChuong: "822",
  maNganhKT: "161",
  maNguonNSNN: "12",
  soTien: 330_000_000,
};
const voucher = {
  loai: "THUC_CHI",
  hinhThuc: "CHUYEN_KHOAN",
  doiTuong: "MOT",
  don: centre,
  ckc: {},
  tong: 330_000_000,
  bangChu: "Ba trăm ba mươi triệu đồng",
  thue,
  huong,
};

/** D-2: repair with VAT withheld, 1 %. */
export const repair2026: Sample = {
  ...shared,
  id: "D-2b",
  regime: regime2026,
  attachments: [],
  sentAt: "2026-03-10T03:00:00.000Z",
  data: {
    ...voucher,
    soChungTu: "RDT-0013/2026",
    ngayLap: "2026-03-10",
    namNS: 2026,
    hopDong: { so: "12/2026/HĐXD", ngay: "2026-02-02", giaTri: 660_000_000, luyKeTruoc: 0 },
    nghiemThu: { so: "01/BBNT", ngay: "2026-03-06" },
    dong: [{ ...line, nopThue: 3_000_000, donViHuong: 327_000_000 }],
    tongThue: 3_000_000,
    bangChuThue: "Ba triệu đồng",
    tongHuong: 327_000_000,
    bangChuHuong: "Ba trăm hai mươi bảy triệu đồng",
  },
};

/** The same in 2021: 2 %. */
export const repair2020: Sample = {
  ...shared,
  id: "D-2b/2020",
  regime: regime2020,
  attachments: [
    { slot: "contract", name: "hop-dong-12-2021.pdf" },
    { slot: "acceptance", name: "bien-ban-nghiem-thu.pdf" },
  ],
  sentAt: "2021-06-10T03:00:00.000Z",
  data: {
    ...voucher,
    soChungTu: "RDT-0013/2021",
    ngayLap: "2021-06-10",
    namNS: 2021,
    hopDong: { so: "12/2021/HĐXD", ngay: "2021-05-04" },
    nghiemThu: { so: "01/BBNT", ngay: "2021-06-08" },
    dong: [{ ...line, nopThue: 6_000_000, donViHuong: 324_000_000 }],
    tongThue: 6_000_000,
    bangChuThue: "Sáu triệu đồng",
    tongHuong: 324_000_000,
    bangChuHuong: "Ba trăm hai mươi bốn triệu đồng",
  },
};

export const taxedSamples: readonly Sample[] = [repair2026, repair2020];

export const taxedFaulty: readonly FaultySample[] = [
  faulty(
    repair2026,
    "tax-above-the-line",
    {
      "dong[0].nopThue": 330_000_001,
      tongThue: 330_000_001,
      bangChuThue: "Ba trăm ba mươi triệu không trăm linh một đồng",
      "thue.coSo": null,
    },
    ["V02.tax", "dong[0].nopThue"],
  ),
  faulty(repair2026, "line-that-does-not-add-up", { "dong[0].donViHuong": 326_000_000 }, ["V02.line", "dong[0].donViHuong"]),
  faulty(repair2026, "totals-that-do-not-add-up", { tongHuong: 326_000_000, bangChuHuong: "Ba trăm hai mươi sáu triệu đồng" }, [
    "V02.total",
    "tongHuong",
  ]),
  faulty(
    repair2026,
    "no-tax-at-all",
    {
      "dong[0].nopThue": 0,
      "dong[0].donViHuong": 330_000_000,
      tongThue: 0,
      bangChuThue: "Không đồng",
      tongHuong: 330_000_000,
      bangChuHuong: "Ba trăm ba mươi triệu đồng",
      "thue.coSo": null,
    },
    ["V02.some", "tongThue"],
  ),
  faulty(repair2026, "tax-in-other-words", { bangChuThue: "Hai triệu đồng" }, ["V02.bangChuThue", "bangChuThue"]),
  faulty(repair2026, "net-in-other-words", { bangChuHuong: "Ba trăm triệu đồng" }, ["V02.bangChuHuong", "bangChuHuong"]),
  faulty(repair2026, "tax-code-of-nine-digits", { "thue.maSoThue": "099999990" }, ["V02.taxpayer", "thue.maSoThue"]),
  faulty(repair2026, "tax-content-too-short", { "thue.maNDKT": "170" }, ["V03.thue.maNDKT", "thue.maNDKT"]),
  faulty(repair2026, "tax-chapter-with-a-letter", { "thue.maChuong": "82A" }, ["V03.thue.maChuong", "thue.maChuong"]),
  faulty(repair2026, "list-of-the-gross-total", { doiTuong: "DANH_SACH", tongDanhSach: 330_000_000 }, ["V09.list", "tongDanhSach"], {
    attachments: [{ slot: "beneficiaryList", name: "danh-sach.pdf" }],
  }),
  faulty(repair2026, "rate-of-another-year", { "thue.coSo": 600_000_000 }, ["V17.withheld", "tongThue", "warning"]),
  faulty(repair2020, "rate-of-another-year-2020", { "thue.coSo": 600_000_000 }, ["V17.withheld", "tongThue", "warning"]),
];
