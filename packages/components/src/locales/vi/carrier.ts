/** Lời của phần kiểm tra máy ký: từng khâu từ trang đến khóa, đang thế nào, và một việc để khắc phục. */
const messages: Readonly<Record<string, string>> = {
  "carrier.heading": "Máy này đã sẵn sàng để ký chưa?",
  "carrier.lead": "Việc kiểm tra đi từng khâu từ trang này đến chứng thư số của bạn, không ký gì và không hỏi mã PIN.",
  "carrier.run": "Kiểm tra máy này",
  "carrier.again": "Kiểm tra lại",
  "carrier.running": "Đang kiểm tra, có thể mất nửa phút…",
  "carrier.ready": "Mọi khâu đều tốt. Bạn có thể ký trên máy này.",
  "carrier.broken": "Chưa ký được. Hãy khắc phục khâu này trước: {link}.",
  "carrier.partly": "Những khâu mà trang này được biết đều tốt; các khâu còn lại trang chưa được phép biết.",
  "carrier.fix": "Việc cần làm",
  "carrier.install": "Cách chuẩn bị máy để ký số",
  "carrier.save": "Lưu báo cáo",
  "carrier.private": "Báo cáo không có tên người, chứng thư số hay số sê-ri. Bạn có thể gửi cho bộ phận hỗ trợ.",

  "carrier.state.ok": "tốt",
  "carrier.state.broken": "cần khắc phục",
  "carrier.state.warning": "cần chú ý",
  "carrier.state.waiting": "chưa xét tới",
  "carrier.state.hidden": "không cho trang này biết",
  "carrier.state.unknown": "không có trả lời",

  "carrier.link.page": "Trang này",
  "carrier.link.extension": "Tiện ích ký số",
  "carrier.link.permission": "Quyền của trang này",
  "carrier.link.host": "Phần mềm đọc thiết bị ký số",
  "carrier.link.driver": "Trình điều khiển thiết bị ký số",
  "carrier.link.token": "Thiết bị ký số",
  "carrier.link.certificate": "Chứng thư số",
  "carrier.link.clock": "Đồng hồ",
  "carrier.version": "phiên bản {version}",

  "carrier.page.insecure": "Trang chưa mở bằng kết nối an toàn. Hãy mở trang bằng địa chỉ bắt đầu bằng https://.",
  "carrier.extension.missing": "Trình duyệt này chưa có tiện ích ký số. Hãy cài đặt hoặc bật tiện ích rồi tải lại trang.",
  "carrier.extension.outdated": "Tiện ích ký số quá cũ đối với trang này. Hãy cập nhật tiện ích rồi tải lại trang.",
  "carrier.extension.refused":
    "Tiện ích ký số không trả lời trang này. Hãy mở cổng bằng chính địa chỉ của cổng, không mở bên trong một trang khác.",
  "carrier.extension.busy": "Đang có cửa sổ ký số mở, hoặc vừa kiểm tra quá nhiều lần. Hãy đóng cửa sổ, đợi một phút rồi kiểm tra lại.",
  "carrier.extension.silent": "Tiện ích ký số chưa trả lời xong. Hãy tải lại trang rồi kiểm tra lại.",
  "carrier.permission.missing":
    "Bạn chưa cho phép trang này đề nghị ký nên trang không được biết thêm. Tiện ích ký số sẽ hỏi khi bạn ký lần đầu; muốn kiểm tra các khâu còn lại trước, hãy mở trang cài đặt của tiện ích và chạy chẩn đoán ở đó.",
  "carrier.host.missing":
    "Máy này chưa có phần mềm đọc thiết bị ký số, hoặc phần mềm chưa biết tiện ích này. Hãy cài đặt phần mềm rồi kiểm tra lại.",
  "carrier.host.outdated": "Phần mềm đọc thiết bị ký số quá cũ. Hãy cập nhật phần mềm rồi kiểm tra lại.",
  "carrier.host.crashed": "Phần mềm đọc thiết bị ký số đã dừng. Hãy rút thiết bị, cắm lại rồi kiểm tra lại.",
  "carrier.host.timeout": "Phần mềm đọc thiết bị ký số không trả lời. Hãy rút thiết bị, cắm lại rồi kiểm tra lại.",
  "carrier.driver.missing":
    "Chưa có trình điều khiển thiết bị ký số. Hãy cài đặt theo hướng dẫn của nơi cấp chứng thư số rồi kiểm tra lại.",
  "carrier.driver.changed":
    "Trình điều khiển không phải là bản đã được cho phép. Hãy nhờ quản trị viên cài lại phần mềm đọc thiết bị ký số.",
  "carrier.driver.unloadable": "Không nạp được trình điều khiển. Hãy cài lại trình điều khiển rồi kiểm tra lại.",
  "carrier.token.missing": "Không tìm thấy thiết bị ký số. Hãy cắm thiết bị của bạn rồi kiểm tra lại.",
  "carrier.token.locked": "Thiết bị ký số đã bị khóa vì nhập sai mã PIN nhiều lần. Hãy đề nghị nơi cấp chứng thư số mở khóa.",
  "carrier.token.final-try":
    "Chỉ còn một lần nhập trước khi thiết bị ký số bị khóa. Nếu không chắc mã PIN, hãy hỏi nơi cấp chứng thư số trước.",
  "carrier.certificate.missing": "Thiết bị ký số không có chứng thư số. Hãy cắm đúng thiết bị, hoặc hỏi nơi cấp chứng thư số.",
  "carrier.certificate.unusable": "Chứng thư số thuộc loại không ký được ở đây. Hãy xin nơi cấp chứng thư số ký được.",
  "carrier.certificate.expired": "Chứng thư số đã hết hạn. Hãy gia hạn tại nơi cấp rồi đăng ký chứng thư số mới với kho bạc.",
  "carrier.certificate.not-yet-valid":
    "Chứng thư số chưa có hiệu lực. Hãy kiểm tra ngày giờ của máy; nếu ngày giờ đúng, hãy đợi đến ngày có hiệu lực.",
  "carrier.clock.off": "Đồng hồ máy này sai khoảng {minutes|other:# phút}. Hãy chỉnh lại ngày giờ rồi kiểm tra lại.",
};
export default messages;
