/** Lời của danh mục mã. */
const messages: Readonly<Record<string, string>> = {
  "code.list": "Danh mục mã",
  "code.loading": "Đang tìm…",
  "code.failed": "Hiện không mở được danh mục. Bạn có thể nhập mã trực tiếp.",
  "code.none": "Không tìm thấy mã nào. Bạn có thể nhập mã trực tiếp.",
  "code.more": "Hiện {n} mã đầu. Hãy nhập thêm để thu hẹp danh sách.",
  "code.count": "{n} mã",
};
export default messages;
