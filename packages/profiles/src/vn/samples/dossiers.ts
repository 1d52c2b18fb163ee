import type { JsonObject } from "@fisc/core";
import { regime2020, regime2026 } from "../regimes.ts";
import type { SampleDossier } from "./sample.ts";

const line = (noiDung: string, maNDKT: string, maNganhKT: string, maNguonNSNN: string, soTien: number): JsonObject => ({
  noiDung,
  maNDKT,
  maChuong: "822",
  maNganhKT,
  maNguonNSNN,
  soTien,
});

const school = {
  ten: "Trường THCS Sông Xanh",
  maDVQHNS: "1999901",
  taiKhoan: "9523.4.1999901.00000",
  maKBNN: "9901",
  maCapNS: "4",
  maCTMT: "00000",
};
const centre = {
  ten: "Trung tâm Văn hóa phường Đồi Thông",
  maDVQHNS: "1999902",
  taiKhoan: "9527.4.1999902.00000",
  maKBNN: "9901",
  maCapNS: "4",
  maCTMT: "00000",
};
const projects = {
  ten: "Ban QLDA xã Bình Hải",
  maDVQHNS: "3999903",
  taiKhoan: "9552.4.7999904.00000",
  maKBNN: "9901",
  maCapNS: "4",
  maCTMT: "00000",
  maDuAn: "7999904",
};

const spend = { loai: "THUC_CHI", hinhThuc: "CHUYEN_KHOAN", doiTuong: "MOT", ckc: {}, nghiemThu: {} };

/** D-1: regular payment by transfer, the happy path. First voucher of the year: the estimate comes along. */
const stationery: JsonObject = {
  ...spend,
  soChungTu: "RDT-0001/2026",
  ngayLap: "2026-03-10",
  namNS: 2026,
  don: school,
  hopDong: { so: "05/2026/HĐMB", ngay: "2026-02-25", giaTri: 18_540_000, luyKeTruoc: 0 },
  nghiemThu: { so: "02/BBNT", ngay: "2026-03-09" },
  dong: [line("Văn phòng phẩm quý I/2026", "6551", "073", "13", 12_300_000), line("Vật tư văn phòng khác", "6599", "073", "13", 6_240_000)],
  tong: 18_540_000,
  bangChu: "Mười tám triệu năm trăm bốn mươi nghìn đồng",
  huong: { ten: "Công ty TNHH Hoa Sen Trắng", taiKhoan: "199990001234", nganHang: "Ngân hàng Hư Cấu - CN Bình Hải" },
};

const repair = (year: number, ngayLap: string, soTien: number, bangChu: string, hopDong: JsonObject): JsonObject => ({
  ...spend,
  soChungTu: `RDT-0012/${year}`,
  ngayLap,
  namNS: year,
  don: centre,
  hopDong,
  dong: [line("Sửa chữa nhà văn hóa, thanh toán lần 1", "6907", "161", "12", soTien)],
  tong: soTien,
  bangChu,
  huong: { ten: "Công ty Xây dựng Đá Núi", taiKhoan: "199990005678", nganHang: "Ngân hàng Hư Cấu - CN Đồi Thông" },
});

const contractor = { ten: "Tổng công ty Cầu Đường Hư Cấu", taiKhoan: "199990009012", nganHang: "Ngân hàng Hư Cấu - CN Bình Hải" };
const works = { so: "HĐ-01", ngay: "2026-01-20", giaTri: 5_500_000_000 };

export const sampleDossiers: readonly SampleDossier[] = [
  {
    id: "D-1",
    regime: regime2026,
    unit: "1999901",
    data: stationery,
    attachments: [{ slot: "estimate", name: "quyet-dinh-giao-du-toan-2026.pdf" }],
    sentAt: "2026-03-10T07:59:00.000Z",
    expected: { receivedOn: "2026-03-10", dueOn: "2026-03-11" },
  },
  {
    id: "D-1/2020",
    regime: regime2020,
    unit: "1999901",
    data: {
      ...stationery,
      soChungTu: "RDT-0009/2025",
      ngayLap: "2025-03-10",
      namNS: 2025,
      hopDong: { so: "06/2025/HĐMB", ngay: "2025-02-25" },
      nghiemThu: { so: "02/BBNT", ngay: "2025-03-09" },
    },
    attachments: [
      { slot: "contract", name: "hop-dong-06-2025.pdf" },
      { slot: "acceptance", name: "bien-ban-nghiem-thu.pdf" },
    ],
    sentAt: "2025-03-10T07:59:00.000Z",
    expected: { receivedOn: "2025-03-10", dueOn: "2025-03-12" },
  },
  {
    id: "D-1/cash",
    regime: regime2026,
    unit: "1999901",
    data: {
      ...stationery,
      soChungTu: "RDT-0002/2026",
      hinhThuc: "TIEN_MAT",
      hopDong: {},
      nghiemThu: {},
      dong: [line("Công tác phí tháng 3/2026", "6702", "073", "13", 4_500_000)],
      tong: 4_500_000,
      bangChu: "Bốn triệu năm trăm nghìn đồng",
      huong: { nguoiNhan: "Phạm Thị Nháp", soGiayTo: "099199000001", ngayCap: "2022-05-20", noiCap: "Cơ quan cấp thẻ hư cấu" },
    },
    attachments: [{ slot: "estimate", name: "quyet-dinh-giao-du-toan-2026.pdf" }],
    sentAt: "2026-03-10T08:00:01.000Z",
    expected: { receivedOn: "2026-03-11", dueOn: "2026-03-12" },
  },
  {
    id: "D-1/list",
    regime: regime2026,
    unit: "1999901",
    data: {
      ...stationery,
      soChungTu: "RDT-0003/2026",
      doiTuong: "DANH_SACH",
      tongDanhSach: 96_000_000,
      hopDong: {},
      nghiemThu: {},
      dong: [
        line("Lương tháng 3/2026", "6001", "073", "13", 80_000_000),
        line("Phụ cấp chức vụ tháng 3/2026", "6101", "073", "13", 16_000_000),
      ],
      tong: 96_000_000,
      bangChu: "Chín mươi sáu triệu đồng",
      huong: { ten: "Người lao động theo danh sách", taiKhoan: "199990000001", nganHang: "Ngân hàng Hư Cấu - CN Bình Hải" },
    },
    attachments: [
      { slot: "estimate", name: "quyet-dinh-giao-du-toan-2026.pdf" },
      { slot: "beneficiaryList", name: "danh-sach-luong-thang-3.pdf" },
    ],
    sentAt: "2026-12-28T02:00:00.000Z",
    expected: { receivedOn: "2026-12-28", dueOn: "2026-12-30" },
  },
  // D-2: repair with value added tax withheld: the C2-02a part is what the contractor gets (1 % tax in 2026, 2 % in 2020).
  {
    id: "D-2",
    regime: regime2026,
    unit: "1999902",
    data: repair(2026, "2026-05-12", 327_000_000, "Ba trăm hai mươi bảy triệu đồng", {
      so: "12/2026/HĐXD",
      ngay: "2026-04-02",
      giaTri: 660_000_000,
      luyKeTruoc: 0,
    }),
    attachments: [],
    sentAt: "2026-05-12T03:00:00.000Z",
    expected: { receivedOn: "2026-05-12", dueOn: "2026-05-13" },
  },
  {
    id: "D-2/2020",
    regime: regime2020,
    unit: "1999902",
    data: repair(2025, "2025-05-12", 324_000_000, "Ba trăm hai mươi bốn triệu đồng", { so: "12/2025/HĐXD", ngay: "2025-04-02" }),
    attachments: [
      { slot: "contract", name: "hop-dong-12-2025.pdf" },
      { slot: "acceptance", name: "bang-xac-dinh-khoi-luong.pdf" },
    ],
    sentAt: "2025-05-12T03:00:00.000Z",
    expected: { receivedOn: "2025-05-12", dueOn: "2025-05-14" },
  },
  // D-3: investment: an advance of 20 % above one billion with its guarantee, then payment 1, net of advance and tax.
  {
    id: "D-3a",
    regime: regime2026,
    unit: "3999903",
    data: {
      ...spend,
      loai: "TAM_UNG",
      soChungTu: "RDT-0021/2026",
      ngayLap: "2026-02-10",
      namNS: 2026,
      don: projects,
      hopDong: { ...works, luyKeTruoc: 0, tyLeTamUng: 20, baoLanh: 1_100_000_000 },
      dong: [line("Tạm ứng hợp đồng HĐ-01", "9301", "292", "42", 1_100_000_000)],
      tong: 1_100_000_000,
      bangChu: "Một tỷ một trăm triệu đồng",
      huong: contractor,
    },
    attachments: [{ slot: "guarantee", name: "bao-lanh-tam-ung.pdf" }],
    sentAt: "2026-02-13T03:00:00.000Z",
    expected: { receivedOn: "2026-02-13", dueOn: "2026-02-23" },
  },
  {
    id: "D-3b",
    regime: regime2026,
    unit: "3999903",
    data: {
      ...spend,
      soChungTu: "RDT-0022/2026",
      ngayLap: "2026-08-28",
      namNS: 2026,
      don: projects,
      hopDong: { ...works, luyKeTruoc: 1_100_000_000 },
      nghiemThu: { so: "01/KLHT", ngay: "2026-08-25" },
      dong: [line("Thanh toán khối lượng hoàn thành lần 1, HĐ-01", "9301", "292", "42", 1_481_818_182)],
      tong: 1_481_818_182,
      bangChu: "Một tỷ bốn trăm tám mươi mốt triệu tám trăm mười tám nghìn một trăm tám mươi hai đồng",
      huong: contractor,
    },
    attachments: [],
    sentAt: "2026-08-28T09:00:00.000Z",
    expected: { receivedOn: "2026-09-03", dueOn: "2026-09-04" },
  },
];

/** @throws RangeError for an id that is none */
export function sampleDossier(id: string): SampleDossier {
  const found = sampleDossiers.find((one) => one.id === id);
  if (!found) throw new RangeError(id);
  return found;
}
