/** Lời của mẫu hồ sơ, bảng dòng và trạng thái bản nháp, có ngay khi mở trang. */
const messages: Readonly<Record<string, string>> = {
  "form.form-number": "Mẫu số {number}",
  "form.required-legend": "Các ô có dấu * là bắt buộc.",
  "form.loading": "Đang tải mẫu…",
  "form.failed": "Không tải được mẫu.",
  "form.retry": "Thử lại",
  "form.sign-in": "Đăng nhập",
  "form.sign-in-needed": "Vui lòng đăng nhập để lập hồ sơ.",
  "form.no-unit": "Chỉ người của đơn vị mới lập được hồ sơ này. Hãy đăng nhập bằng tài khoản của đơn vị.",
  "form.not-editable": "Hiện không thể sửa hồ sơ này. Hãy xem trạng thái của hồ sơ.",
  "form.attachments": "Tài liệu đính kèm",
  "form.submit": "Lập hồ sơ",
  "form.resubmit": "Lưu nội dung đã sửa",
  "form.submitting": "Đang gửi…",

  "problem.choice.unknown": "“{label}” không có lựa chọn này. Hãy chọn trong danh sách.",
  "table.import": "Nhập từ tệp",
  "table.save-xlsx": "Lưu tệp XLSX",
  "table.save-csv": "Lưu tệp CSV",
  "table.number": "STT",
  "table.row": "Dòng {n}",
  "table.removed": "Đã xóa dòng {n}.",
  "table.removed-many": "Đã xóa {n} dòng ({from} đến {to}).",
  "table.actions": "Thao tác",
  "table.total": "Tổng cộng",
  "table.add": "Thêm dòng",
  "table.duplicate": "Chép dòng {n}",
  "table.remove": "Xóa dòng {n}",
  "table.keys-title": "Bàn phím và dán dữ liệu",
  "table.keys":
    "Phím mũi tên, Tab, Enter: sang ô kế tiếp. Thêm Shift: lùi lại; Shift với mũi tên: chọn nhiều ô. Ctrl+A: chọn tất cả.\nHome, End, Page Up, Page Down: đi trong dòng và theo trang; thêm Ctrl: ô đầu và ô cuối.\nF2: di chuyển trong nội dung ô. Esc: trả lại như cũ; nhấn Esc rồi Tab để rời khỏi bảng.\nCtrl+D: chép xuống. Delete: xóa nội dung. Ctrl+C, Ctrl+X, Ctrl+V: chép, cắt, dán; các ô từ bảng tính được xem trước khi dán.\nCtrl+Z, Ctrl+Y: hoàn tác, làm lại.\nAlt+Insert: thêm dòng bên dưới. Alt+Shift+Insert: chép dòng. Alt+Delete: xóa dòng.\nAlt+mũi tên xuống: danh mục mã. Ctrl+/: bảng phím này.",

  "attachment.unfinished": "Hãy chờ mọi tệp tải lên xong, hoặc bỏ tệp đó.",
};
export default messages;
