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
  "standing.not-kept": "Nội dung đang nhập không được lưu trên máy này",
  "standing.not-kept-unavailable":
    "Trình duyệt không lưu dữ liệu của trang này, có thể vì đang mở cửa sổ ẩn danh. Hãy gửi hồ sơ trước khi đóng trang, hoặc lưu bản sao vào tệp để mở lại sau.",
  "standing.not-kept-blocked":
    "Một thẻ khác đang mở phiên bản cũ của trang này và giữ chỗ lưu. Hãy lưu bản sao vào tệp, đóng các thẻ khác, tải lại trang rồi mở bản sao.",
  "standing.not-kept-quota": "Máy này đã hết chỗ. Hãy giải phóng dung lượng ổ đĩa rồi nhập tiếp để được lưu, hoặc lưu bản sao vào tệp.",
  "standing.copy-save": "Lưu bản sao vào tệp",
  "standing.copy-open": "Mở bản sao đã lưu",
  "standing.copy-wrong": "{name} không phải bản sao của mẫu này. Hãy chọn tệp khác.",
  "standing.draft-damaged":
    "Không đọc được bản nháp lưu trên máy này nên mẫu để trống. Bản nháp đã được cất riêng, không bị xóa: nếu cần, hãy hỏi bộ phận hỗ trợ trước khi xóa dữ liệu trình duyệt.",
  "standing.lost-files": "Không lưu được các tệp sau trên máy này. Hãy chọn lại: {names}",
  "standing.migrated": "Mẫu mới hơn bản nháp của bạn: {n|other:# giá trị} đã được chuyển sang chỗ mới hoặc dạng mới.",
  "standing.migrated-lost": "Mẫu mới không còn chỗ cho các giá trị sau. Hãy chép lại những gì còn cần:",
  "standing.migrated-check": "Mẫu mới không có các mã sau. Hãy chọn lại:",
  "standing.session-ends": "Bạn sẽ bị đăng xuất lúc {time} vì đã lâu không thao tác. Hãy chọn ở lại để làm tiếp.",
  "standing.session-ends-for-good":
    "Phiên đăng nhập kết thúc lúc {time} và không kéo dài được nữa. Hãy đăng nhập lại trong một thẻ khác; nội dung bạn đã nhập vẫn còn ở đây.",
  "standing.session-stay": "Ở lại",
  "standing.session-renew": "Đăng nhập lại",
  "standing.leave-title": "Máy này có nhiều người dùng",
  "standing.leave-drafts": "Trình duyệt đang lưu {n|other:# bản nháp} của bạn.",
  "standing.leave-unsent": "{n|other:# hồ sơ} chưa gửi. Nếu xóa ở đây, kho bạc sẽ không nhận được gì.",
  "standing.leave-stay": "Không đăng xuất",
  "standing.leave-keep": "Giữ lại và đăng xuất",
  "standing.leave-delete": "Xóa hết và đăng xuất",

  "draft.none": "Mọi thay đổi được lưu ngay trên máy này.",
  "draft.saving": "Đang lưu…",
  "draft.saved": "Đã lưu {when} trên máy này",
  "draft.failed": "Không lưu được trên máy này. Đừng đóng trang trước khi gửi hồ sơ.",
  "draft.full": "Máy này hết chỗ để lưu bản nháp. Hãy giải phóng bớt dung lượng ổ đĩa; đừng đóng trang trước khi gửi hồ sơ.",
  "draft.waiting": "Chưa gửi: đang chờ kết nối mạng",
  "draft.sending": "Đang gửi…",
  "draft.refused": "Chưa được chấp nhận: xem thông báo phía trên",
  "draft.other-tab": "Đã nhận các thay đổi từ thẻ khác.",
};
export default messages;
