/** Lời của những ô nhập không phải biểu mẫu nào cũng có. */
const messages: Readonly<Record<string, string>> = {
  "problem.required-choice": "Hãy chọn “{label}”.",
  "problem.required-choices": "Hãy chọn ít nhất một mục ở “{label}”.",
  "problem.required-tick": "Hãy đánh dấu “{label}” nếu đồng ý; cần có dấu này để tiếp tục.",
  "problem.text.too-long": "“{label}” dài quá {n} ký tự. Hãy rút ngắn lại.",
  "problem.period.not-a-period": "“{label}” phải là tháng, quý hoặc năm. Hãy nhập lại, ví dụ 11/2026.",
  "problem.period.no-such-period": "Không có kỳ này. Hãy kiểm tra số thứ tự và năm của “{label}”.",
  "problem.period.not-month": "“{label}” phải là tháng. Hãy nhập lại, ví dụ 11/2026.",
  "problem.period.not-quarter": "“{label}” phải là quý. Hãy nhập lại, ví dụ Quý III/2026.",
  "problem.period.not-year": "“{label}” phải là năm. Hãy nhập lại, ví dụ 2026.",
  "problem.identifier.letters":
    "“{label}” có ký tự không hợp lệ, có thể là chữ của bảng chữ cái khác. Hãy nhập lại bằng chữ La-tinh và chữ số.",
  "problem.identifier.shape": "“{label}” thiếu hoặc thừa ký tự, hoặc không đúng cấu trúc. Hãy đối chiếu với giấy tờ.",
  "problem.identifier.check": "“{label}” có một chữ số sai hoặc hai chữ số bị đảo chỗ. Hãy đối chiếu với giấy tờ.",
  "problem.iban.letters": "“{label}” có ký tự không hợp lệ, có thể là chữ của bảng chữ cái khác. Hãy nhập lại bằng chữ La-tinh và chữ số.",
  "problem.iban.shape": "“{label}” thiếu hoặc thừa ký tự so với IBAN của nước đó. Hãy đối chiếu với giấy tờ.",
  "problem.iban.check": "“{label}” không phải là IBAN hợp lệ: có ký tự sai hoặc bị đảo chỗ. Hãy đối chiếu với giấy tờ.",
  "problem.account.letters": "“{label}” có ký tự không dùng trong số tài khoản. Hãy nhập lại hoặc chọn trong danh sách.",
  "problem.account.shape": "“{label}” thiếu hoặc thừa chữ số. Hãy đối chiếu với giấy tờ hoặc chọn trong danh sách.",
  "problem.account.check": "“{label}” có một chữ số sai hoặc hai chữ số bị đảo chỗ. Hãy đối chiếu với giấy tờ hoặc chọn trong danh sách.",

  "select.none": "Hãy chọn",
  "multiline.left": "Còn {n} ký tự",
  "multiline.over": "Thừa {n} ký tự",
  "period.hint": "Ví dụ {examples}",
  "period.month-example": "11/2026",
  "period.quarter-example": "Quý III/2026",
  "period.year-example": "2026",
};
export default messages;
