/** Lời của các hộp hỏi: hai thẻ cùng sửa, nhập lại từ đầu, dán từ bảng tính. */
const messages: Readonly<Record<string, string>> = {
  "again.no": "Hủy",
  "again.sure": "Mọi nội dung nhập trong mẫu này từ lúc đó sẽ bị xóa. Bạn có muốn vậy không?",
  "again.yes": "Có, xóa hết",

  "conflict.title": "Mẫu này đang mở ở một thẻ khác",
  "conflict.text": "Hai thẻ đã sửa cùng một số ô. Hãy chọn nội dung giữ lại; chưa có gì bị mất cho đến khi bạn chọn.",
  "conflict.field": "Ô",
  "conflict.mine": "Ở thẻ này",
  "conflict.theirs": "Ở thẻ kia",
  "conflict.empty": "(để trống)",
  "conflict.rows": "{n} dòng",
  "conflict.accept": "Giữ nội dung đã chọn",
  "paste.done": "Đã dán {n} dòng.",
  "paste.title": "Dán từ bảng tính",
  "paste.replaces": "{n} dòng sẽ bị ghi đè (từ dòng {from} đến dòng {to}).",
  "paste.adds": "{n} dòng sẽ được thêm.",
  "paste.too-many": "{n} dòng không đủ chỗ và sẽ bị bỏ.",
  "paste.too-wide": "{n} cột không có trong bảng và sẽ bị bỏ.",
  "paste.unreadable": "{n} ô không đọc được và sẽ để trống.",
  "paste.shown": "Hiện {n} dòng đầu trong số {of} dòng.",
  "paste.accept": "Dán {n} dòng",
};
export default messages;
