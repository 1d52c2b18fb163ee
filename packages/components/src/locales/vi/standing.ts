/** Lời của các thông báo về cả mẫu: đã mở lại, đang chờ mạng, chưa được chấp nhận, quy định mới. */
const messages: Readonly<Record<string, string>> = {
  "standing.sign-in-again":
    "Phiên đăng nhập đã kết thúc. Nội dung đã nhập không mất: vẫn được lưu trên máy này. Hãy đăng nhập lại để tiếp tục.",
  "standing.restored": "Đã mở lại nội dung bạn nhập trước đây (lưu {when}).",
  "standing.newer-definition": "Mẫu đã thay đổi từ khi bạn lưu bản nháp. Hãy kiểm tra lại từng ô trước khi gửi.",
  "standing.new-rules":
    "Quy định đã thay đổi khi bạn đang lập mẫu này: nay áp dụng {rules}. Nội dung đã nhập còn nguyên; hãy bổ sung các mục nêu trên trang này rồi gửi lại.",
  "standing.fixes-title": "Kho bạc đề nghị sửa các nội dung sau",
  "standing.fix-general": "Phần kê khai",
  "standing.sent": "Đã lập hồ sơ {code}.",
  "standing.changed": "Đã cập nhật hồ sơ {code}.",
  "standing.sent-elsewhere": "Hồ sơ đã được gửi từ một thẻ khác.",
  "standing.not-sent": "Chưa gửi được",
  "standing.queued-title": "Chưa gửi",
  "standing.queued":
    "Hiện không có kết nối mạng. Hồ sơ được giữ trên máy này và sẽ tự gửi, đúng một lần, ngay khi có mạng trở lại. Bạn có thể đóng trang này.",
  "standing.refused-title": "Hồ sơ chưa được chấp nhận",
  "standing.start-again": "Bỏ hết, nhập lại từ đầu",
  "standing.start-again-dossier": "Trở về nội dung đã gửi lần trước",
};
export default messages;
