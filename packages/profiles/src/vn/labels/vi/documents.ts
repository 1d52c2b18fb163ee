import type { Labels } from "@fisc/core";

const voucher = (template: string): Labels => ({
  [`document.${template}.maHoSo`]: "Mã hồ sơ",
  [`document.${template}.soChungTu`]: "Số chứng từ",
  [`document.${template}.ngayChungTu`]: "Ngày lập chứng từ",
  [`document.${template}.donVi`]: "Đơn vị",
  [`document.${template}.maDVQHNS`]: "Mã ĐVQHNS",
  [`document.${template}.taiKhoan`]: "Tài khoản",
  [`document.${template}.soTien`]: "Số tiền",
  [`document.${template}.bangChu`]: "Bằng chữ",
});

const refusal = (template: string): Labels => ({
  ...voucher(template),
  [`document.${template}.lyDo`]: "Lý do từ chối",
  [`document.${template}.chiTiet`]: "Thông tin từ TABMIS",
  [`document.${template}.ngayThongBao`]: "Ngày thông báo",
});

export const documents: Labels = {
  "document.debitAdvice": "Giấy báo Nợ",
  ...voucher("debitAdvice"),
  "document.debitAdvice.nguoiHuong": "Người thụ hưởng",
  "document.debitAdvice.taiKhoanHuong": "Số tài khoản nhận tiền",
  "document.debitAdvice.nganHangHuong": "Tại KBNN hoặc ngân hàng",
  "document.debitAdvice.noiDung": "Nội dung thanh toán",
  "document.debitAdvice.soThamChieu": "Số tham chiếu thanh toán",
  "document.debitAdvice.ngayThanhToan": "Ngày thanh toán",
  "document.refusalNotice": "Thông báo kết quả giải quyết thủ tục hành chính: từ chối thanh toán",
  ...refusal("refusalNotice"),
  "document.paymentRefusal": "Thông báo từ chối thanh toán",
  ...refusal("paymentRefusal"),
};
