import type { Labels } from "@fisc/core";

/** Titles around the form: procedure, regime, pages, sections, options, attachments, deadlines, calendar. */
export const paymentRegular: Labels = {
  "procedure.vn.payment.regular": "Giấy rút dự toán ngân sách nhà nước",
  "regime.vn-kbnn-2020": "Quy định năm 2020 (Nghị định 11/2020/NĐ-CP)",
  "regime.vn-kbnn-2026": "Quy định năm 2026 (Nghị định 347/2025/NĐ-CP)",

  "page.voucher": "Chứng từ và đơn vị",
  "page.content": "Nội dung chi",
  "page.beneficiary": "Người nhận tiền",
  "section.voucher": "Chứng từ",
  "section.unit": "Đơn vị rút dự toán",
  "section.commitment": "Cam kết chi (nếu có)",
  "section.contract": "Hợp đồng hoặc quyết định (nếu có)",
  "section.lines": "Chi tiết theo mục lục ngân sách",
  "section.transfer": "Chuyển khoản cho",
  "section.cash": "Người nhận tiền mặt",

  "option.loai.THUC_CHI": "Thực chi",
  "option.loai.TAM_UNG": "Tạm ứng",
  "option.loai.UNG_TRUOC_DU_DK": "Ứng trước đủ điều kiện thanh toán",
  "option.loai.UNG_TRUOC_CHUA_DU_DK": "Ứng trước chưa đủ điều kiện thanh toán",
  "option.hinhThuc.CHUYEN_KHOAN": "Chuyển khoản",
  "option.hinhThuc.TIEN_MAT": "Tiền mặt",
  "option.doiTuong.MOT": "Một người thụ hưởng",
  "option.doiTuong.DANH_SACH": "Nhiều người, theo danh sách",

  "attachment.contract": "Hợp đồng",
  "attachment.acceptance": "Biên bản nghiệm thu hoặc bảng xác định khối lượng hoàn thành",
  "attachment.paymentList": "Bảng kê nội dung thanh toán",
  "attachment.estimate": "Quyết định giao dự toán năm",
  "attachment.beneficiaryList": "Danh sách thanh toán cho đối tượng thụ hưởng",
  "attachment.guarantee": "Bảo lãnh tạm ứng",
  "attachment.other": "Tài liệu khác (không bắt buộc)",

  "deadline.tx": "Hạn trả kết quả",

  "calendar.newYear": "Tết Dương lịch",
  "calendar.lunarNewYear": "Tết Âm lịch",
  "calendar.hungKings": "Giỗ Tổ Hùng Vương",
  "calendar.reunification": "Ngày Chiến thắng 30/4",
  "calendar.labour": "Ngày Quốc tế lao động",
  "calendar.national": "Quốc khánh",
  "calendar.culture": "Ngày Văn hóa Việt Nam",
  "calendar.compensation": "Nghỉ bù",
  "calendar.swap": "Nghỉ hoán đổi",
  "calendar.makeUp": "Làm bù",
};
