/** Texts of provider, sign-in state and notice. */
const messages: Readonly<Record<string, string>> = {
  "notice.info": "Thông tin:",
  "notice.success": "Đã xong:",
  "notice.warning": "Lưu ý:",
  "notice.error": "Lỗi:",
  "notice.close": "Đóng thông báo",

  "signIn.loading": "Đang kiểm tra phiên đăng nhập…",
  "signIn.none": "Chưa đăng nhập",
  "signIn.needed": "Vui lòng đăng nhập để xem nội dung này.",
  "signIn.as": "Đang đăng nhập:",
  "signIn.enter": "Đăng nhập",
  "signIn.leave": "Đăng xuất",
};
export default messages;
