/** Lời của từng ô nhập. */
const messages: Readonly<Record<string, string>> = {
  "problem.required": "Hãy nhập “{label}”.",
  "problem.money.not-a-number": "“{label}” phải là số tiền bằng chữ số. Hãy nhập lại, ví dụ 1.234.567.",
  "problem.money.ambiguous":
    "“{label}” có thể đọc theo hai cách. Hãy viết dấu phẩy trước phần lẻ, và để khoảng trống hoặc không để gì giữa các nhóm ba chữ số.",
  "problem.money.too-large": "“{label}” là số tiền quá lớn. Hãy kiểm tra lại số chữ số.",
  "problem.money.too-many-decimals": "“{label}” có nhiều chữ số lẻ hơn loại tiền cho phép. Hãy kiểm tra dấu chấm và dấu phẩy.",
  "problem.number.not-a-number": "“{label}” phải là số. Hãy nhập lại bằng chữ số.",
  "problem.number.ambiguous":
    "“{label}” có thể đọc theo hai cách. Hãy viết dấu phẩy trước phần lẻ, và để khoảng trống hoặc không để gì giữa các nhóm ba chữ số.",
  "problem.date.not-a-date": "“{label}” phải là ngày/tháng/năm. Hãy nhập lại, ví dụ 21/11/2026.",
  "problem.date.no-such-day": "Không có ngày này. Hãy kiểm tra ngày, tháng, năm của “{label}”.",
  "problem.text.bidi": "“{label}” có dấu ẩn làm đổi chiều chữ viết. Hãy xóa và nhập lại.",
  "problem.text.control": "“{label}” có ký tự không thuộc văn bản. Hãy xóa ký tự đó hoặc nhập lại.",
  "problem.text.not-unicode": "“{label}” có ký tự bị hỏng. Hãy xóa ký tự đó hoặc nhập lại.",

  "form.error-prefix": "Lỗi:",
  "form.warning-prefix": "Cần xem lại:",
  "form.fix": "Cần sửa:",
  "form.date-hint": "Ngày/tháng/năm, ví dụ 21/11/2026",
  "form.open-calendar": "Mở lịch: {label}",
};
export default messages;
