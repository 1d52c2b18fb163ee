/** Texts of the approval panel and its reason form; what every failure means and what to do (`error.<code>`). */
const messages: Readonly<Record<string, string>> = {
  "approval.heading": "Việc chờ bạn xử lý",
  "approval.heading.none": "Bạn chưa phải làm gì với hồ sơ này",
  "approval.heading.ended": "Hồ sơ đã kết thúc",
  "approval.nothing": "Khi đến lượt bạn, các nút xử lý sẽ hiện ở đây.",
  "approval.state": "Trạng thái:",
  "approval.retry": "Thử lại",
  "approval.sending": "Đang gửi…",
  "approval.sendAgain": "Gửi lại",
  "approval.done": "{action}: kho bạc đã ghi nhận.",
  "approval.failed": "Chưa thực hiện được",
  "approval.changed": "Hồ sơ vừa thay đổi:",
  "approval.change.content": "Thay đổi nội dung hồ sơ",
  "approval.install": "Cài tiện ích ký số",
  "approval.edit": "Sửa hồ sơ",
  "approval.export": "Tải gói hồ sơ đã ký (ASiC-E)",
  "approval.steps": "Các bước ký số",
  "approval.step.request": "Xin kho bạc cho phép ký",
  "approval.step.files": "Đọc tài liệu đính kèm",
  "approval.step.window": "Xem và ký trong cửa sổ ký số",
  "approval.step.hand-in": "Gửi chữ ký đến kho bạc",
  "approval.step.done": "(xong)",
  "approval.cancelSigning": "Dừng ký",

  "reason.label": "Lý do",
  "reason.hint": "Viết rõ để người nhận biết phải làm gì. Từ {minLength} đến {maxLength} ký tự.",
  "reason.count": "{length} / {maxLength} ký tự",
  "reason.missing": "Hãy nhập lý do, ít nhất {minLength} ký tự.",
  "reason.short": "Lý do mới có {length} ký tự; cần ít nhất {minLength} ký tự.",
  "reason.long": "Lý do dài {length} ký tự; hãy rút xuống còn {maxLength} ký tự.",
  "reason.choice.missing": "Hãy chọn một mục.",
  "reason.fixes": "Nội dung cần hoàn thiện theo từng tài liệu",
  "reason.fixes.hint": "Hãy nêu đủ mọi nội dung cần sửa, để đơn vị chỉ phải sửa một lần.",
  "reason.fixes.missing": "Hãy nêu ít nhất một nội dung cần sửa, ở phần kê khai hoặc ở một tài liệu đính kèm.",
  "reason.fix": "Nội dung cần sửa {number}",
  "reason.fix.add": "Thêm nội dung cần sửa",
  "reason.fix.remove": "Bỏ nội dung này",
  "reason.fix.text": "Cần sửa thế nào",
  "reason.fix.missing": "Hãy viết cần sửa thế nào, hoặc bỏ nội dung này.",
  "reason.fix.place": "Ở mục nào",
  "reason.fix.whole": "Cả phần kê khai",
  "reason.fix.line": "Dòng số",
  "reason.fix.row": "Nhập số dòng từ 1 đến {count}, hoặc để trống nếu sửa ở mọi dòng.",
  "reason.document.form": "Phần kê khai",
  "reason.cancel": "Quay lại",

  "approval.rules-ask": "Theo quy định mới, cần bổ sung hoặc sửa:",
  "error.regime.changed":
    "Quy định đã thay đổi từ khi hồ sơ được lập hoặc ký: nay áp dụng {rules}. Hồ sơ chưa gửi kho bạc và không mất gì. Hãy trả hồ sơ về người lập để bổ sung và lưu lại theo quy định mới, rồi ký lại.",
  "error.workflow.input-unknown": "Yêu cầu có nội dung mà bước này không dùng. Hãy tải lại trang rồi làm lại.",
  "error.workflow.fix-unknown-document": "Có nội dung cần sửa gắn với tài liệu không còn trong hồ sơ. Hãy tải lại trang rồi nêu lại.",
  "error.workflow.signature-required": "Bước này phải ký số. Hãy bấm nút ký.",
  "error.workflow.already-signed": "Hồ sơ đã có chữ ký của vai trò này; không cần ký lại. Hãy tải lại trang để xem trạng thái hiện tại.",
  "error.workflow.reason-required": "Bước này bắt buộc có lý do. Hãy nhập lý do rồi gửi lại.",
  "error.workflow.reason-length": "Lý do quá ngắn hoặc quá dài. Hãy sửa lại theo số ký tự cho phép.",
  "error.workflow.fixes-required":
    "Bước này phải nêu nội dung cần sửa. Hãy nêu ít nhất một nội dung ở phần kê khai hoặc ở tài liệu đính kèm.",
  "error.workflow.choice-required": "Còn mục bắt buộc chưa chọn. Hãy chọn đủ rồi gửi lại.",
  "error.workflow.same-actor":
    "Bạn đã xử lý một bước trước của hồ sơ này. Theo nguyên tắc kiểm soát bốn mắt, bước này phải do người khác thực hiện: hãy chuyển cho đồng nghiệp có cùng vai trò.",
  "error.workflow.order": "Chưa đến lượt bạn ký: cần chữ ký của người ký trước. Hãy đợi chữ ký đó rồi ký.",
  "error.workflow.same-key": "Chứng thư số này đã ký hồ sơ ở vai trò khác. Hãy để người giữ vai trò này ký bằng chứng thư số của chính họ.",

  "error.extension.missing":
    "Trình duyệt chưa cài tiện ích ký số, tiện ích đang tắt hoặc đã quá cũ. Hãy cài hoặc bật bản mới nhất, tải lại trang này rồi ký lại.",
  "error.extension.outdated": "Tiện ích ký số đã cũ so với cổng này. Hãy cập nhật tiện ích, tải lại trang rồi ký lại.",
  "error.extension.busy": "Một cửa sổ ký số khác đang mở. Hãy ký xong hoặc đóng cửa sổ đó rồi thử lại.",
  "error.extension.refused-origin":
    "Bạn đã từ chối cho trang này đề nghị ký. Nếu đây đúng là cổng của kho bạc, hãy mở trang cài đặt của tiện ích ký số, cho phép địa chỉ này rồi ký lại.",
  "error.extension.invalid-request":
    "Tiện ích ký số không nhận đề nghị ký vì dữ liệu không hợp lệ. Hãy tải lại trang rồi ký lại; nếu vẫn lỗi, hãy báo bộ phận hỗ trợ.",
  "error.user.cancelled": "Bạn đã dừng ký. Hồ sơ chưa được ký; khi muốn ký, hãy bấm ký lại.",
  "error.host.missing": "Máy này chưa cài phần mềm đọc thiết bị ký số. Hãy cài phần mềm đi kèm tiện ích ký số rồi ký lại.",
  "error.host.outdated": "Phần mềm đọc thiết bị ký số đã cũ. Hãy cài bản mới rồi ký lại.",
  "error.host.crashed": "Phần mềm đọc thiết bị ký số đã dừng đột ngột. Hãy rút thiết bị, cắm lại rồi ký lại.",
  "error.host.timeout": "Thiết bị ký số không trả lời. Hãy rút ra, cắm lại, đợi đèn sáng rồi ký lại.",
  "error.module.missing": "Không tìm thấy trình điều khiển của thiết bị ký số. Hãy cài trình điều khiển đi kèm thiết bị rồi ký lại.",
  "error.token.missing": "Chưa thấy thiết bị ký số. Hãy cắm thiết bị của bạn rồi ký lại.",
  "error.token.removed": "Thiết bị ký số bị rút ra khi đang ký; chưa có chữ ký nào được gửi. Hãy cắm lại và giữ nguyên đến khi ký xong.",
  "error.token.locked": "Thiết bị ký số đã bị khóa vì nhập sai mã PIN quá nhiều lần. Hãy liên hệ nơi cấp chứng thư số để mở khóa.",
  "error.pin.wrong": "Mã PIN không đúng. Hãy ký lại và nhập mã PIN cẩn thận.",
  "error.pin.final-try": "Mã PIN không đúng và chỉ còn một lần thử trước khi thiết bị bị khóa. Hãy kiểm tra lại mã PIN trước khi ký lại.",
  "error.certificate.none":
    "Trong thiết bị ký số không có chứng thư số dùng được. Hãy cắm đúng thiết bị, hoặc liên hệ nơi cấp chứng thư số.",
  "error.certificate.expired": "Chứng thư số đã hết hạn. Hãy gia hạn với nơi cấp, đăng ký chứng thư số mới với kho bạc rồi ký lại.",
  "error.certificate.not-registered":
    "Chứng thư số trong thiết bị chưa được đăng ký tại kho bạc cho bạn ở vai trò này. Hãy cắm đúng thiết bị, hoặc đăng ký chứng thư số này với kho bạc.",
  "error.request.expired": "Đề nghị ký đã quá thời gian cho phép. Hãy bấm ký lại.",

  "error.signature": "Kho bạc không chấp nhận chữ ký này. Hãy tải lại trang rồi ký lại.",
  "error.signature.invalid": "Chữ ký không kiểm tra được. Hãy ký lại; nếu vẫn lỗi, hãy báo nơi cấp chứng thư số kiểm tra thiết bị.",
  "error.signature.wrong-origin": "Chữ ký được tạo ở một trang khác nên kho bạc không chấp nhận. Hãy ký từ đúng địa chỉ của cổng này.",
  "error.signature.wrong-dossier": "Chữ ký này thuộc hồ sơ khác. Hãy tải lại trang rồi ký lại.",
  "error.signature.nonce-used": "Lần ký này đã được dùng rồi. Hãy tải lại trang: nếu hồ sơ chưa chuyển bước, hãy ký lại.",
  "error.signature.expired": "Đề nghị ký đã quá hạn khi chữ ký đến kho bạc. Hãy bấm ký lại.",
  "error.signature.clock":
    "Đồng hồ của máy tính này lệch quá năm phút nên kho bạc không nhận thời điểm ký. Hãy chỉnh lại giờ (đặt giờ tự động) rồi ký lại.",
  "error.signature.data-changed": "Nội dung hồ sơ đã thay đổi sau khi bạn ký, nên chữ ký không còn giá trị. Hãy xem lại hồ sơ rồi ký lại.",
  "error.signature.attachment-changed":
    "Tài liệu đính kèm đã thay đổi sau khi bạn ký, nên chữ ký không còn giá trị. Hãy xem lại hồ sơ rồi ký lại.",
  "error.signature.certificate-expired":
    "Chứng thư số hết hạn hoặc chưa có hiệu lực vào lúc ký. Hãy gia hạn với nơi cấp và đăng ký chứng thư số mới với kho bạc.",
  "error.signature.certificate-untrusted":
    "Nơi cấp chứng thư số này không nằm trong danh sách kho bạc chấp nhận. Hãy dùng chứng thư số đã đăng ký với kho bạc.",
  "error.signature.certificate-not-registered":
    "Chứng thư số này chưa được đăng ký cho bạn ở vai trò này. Hãy dùng đúng thiết bị, hoặc đăng ký chứng thư số này với kho bạc.",
  "error.signature.revocation-unknown":
    "Kho bạc chưa kiểm tra được chứng thư số còn hiệu lực hay không vì danh sách thu hồi chưa được cập nhật. Chưa ký gì cả; hãy ký lại sau ít phút, nếu vẫn lỗi hãy báo bộ phận hỗ trợ.",
  "error.signature.certificate-revoked": "Chứng thư số đã bị thu hồi. Hãy đề nghị nơi cấp cấp chứng thư số mới, rồi đăng ký với kho bạc.",
  "error.signature.wrong-policy":
    "Bước này nay yêu cầu chữ ký khác với chữ ký bạn vừa ký, nên chưa ghi nhận gì. Hãy tải lại trang rồi ký lại.",
  "error.signature.order": "Chưa đến lượt bạn ký: cần chữ ký của người ký trước. Hãy đợi chữ ký đó rồi ký lại.",
  "error.signature.same-key":
    "Chứng thư số này đã ký hồ sơ ở vai trò khác. Hãy để người giữ vai trò này ký bằng chứng thư số của chính họ.",
  "error.signature.none-needed": "Hồ sơ không chờ chữ ký của bạn. Hãy tải lại trang để xem trạng thái hiện tại.",
};
export default messages;
