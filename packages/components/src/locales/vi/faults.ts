/** Lời của các lỗi và của bảng lỗi, tải khi người dùng bắt đầu nhập. */
const messages: Readonly<Record<string, string>> = {
  "summary.title": "Có {n} nội dung cần sửa",

  "violation.required": "Hãy nhập “{label}”.",
  "violation.required-choice": "Hãy chọn “{label}”.",
  "violation.rows.min": "Cần ít nhất {minRows} dòng. Hãy thêm dòng.",
  "violation.rows.max": "Không được quá {maxRows} dòng. Hãy gộp hoặc bỏ bớt dòng.",
  "violation.attachment.required": "Hãy đính kèm “{label}”.",
  "violation.attachment.too-many": "“{label}” chỉ được tối đa {maxFiles} tệp. Hãy bỏ bớt tệp.",
  "violation.hidden": "“{label}” đang bị ẩn nên phải để trống. Hãy tải lại trang; ô này sẽ được xóa.",
  "violation.computed": "“{label}” không khớp với các ô khác. Hãy tải lại trang để tính lại rồi gửi lại.",
  "violation.schema": "“{label}” chưa đúng dạng. Hãy xem gợi ý ở ô này rồi nhập lại.",
  "violation.schema.seen": "“{label}” có ký tự không nhìn thấy được trên màn hình ({found}). Hãy gõ lại thay vì dán.",
  "violation.schema.maxLength": "“{label}” dài quá {limit} ký tự. Hãy rút ngắn.",
};
export default messages;
