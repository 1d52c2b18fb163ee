/** Điều gì đã xảy ra và cần làm gì: các lỗi mà mọi thành phần đều có thể gặp. */
const messages: Readonly<Record<string, string>> = {
  "error.unexpected": "Có lỗi chưa rõ nguyên nhân (mã {code}). Hãy thử lại; nếu vẫn lỗi, hãy gửi mã này cho bộ phận hỗ trợ.",
  "error.network.offline": "Không kết nối được tới kho bạc. Hãy kiểm tra mạng rồi bấm gửi lại; hồ sơ không bị gửi hai lần.",
  "error.network.timeout": "Kho bạc chưa trả lời kịp. Hãy bấm gửi lại; hồ sơ không bị gửi hai lần.",
  "error.server": "Hệ thống của kho bạc đang gặp sự cố. Hãy thử lại sau ít phút; không có gì bị mất.",
  "error.log":
    "Dữ liệu lưu của hồ sơ này không khớp với nhật ký, nên hệ thống đã khóa hồ sơ. Hãy báo mã hồ sơ cho kho bạc; các hồ sơ khác không bị ảnh hưởng.",
  "error.rate-limited": "Bạn thao tác quá nhanh. Hãy đợi một phút rồi thử lại.",
  "error.session.none":
    "Phiên đăng nhập đã hết nên thao tác chưa được ghi nhận. Hãy đăng nhập lại trong một thẻ khác, quay lại đây rồi gửi lại; nội dung bạn đã nhập vẫn còn.",
  "error.session.not-registered":
    "Tài khoản này chưa có trong danh sách đăng ký tại kho bạc. Hãy đăng nhập bằng tài khoản đã đăng ký, hoặc đề nghị đơn vị đăng ký với kho bạc.",
  "error.session.sign-in-failed": "Đăng nhập chưa thành công hoặc đã quá thời gian. Hãy bấm đăng nhập lại.",
  "error.session.provider-unreachable": "Hệ thống đăng nhập đang không trả lời. Hãy thử lại sau ít phút.",
  "error.forbidden":
    "Tài khoản của bạn không có quyền làm việc này. Nếu bạn vừa được giao nhiệm vụ, hãy đề nghị cập nhật danh sách đăng ký tại kho bạc.",
  "error.not-found": "Không tìm thấy hồ sơ, hoặc hồ sơ không thuộc đơn vị của bạn. Hãy kiểm tra lại đường dẫn.",
  "error.conflict.revision":
    "Có người vừa xử lý hồ sơ này trước bạn, nên thao tác của bạn chưa được ghi nhận. Hãy xem thay đổi dưới đây rồi quyết định lại.",
  "error.validation": "Nội dung hồ sơ chưa đúng quy tắc. Hãy chuyển lại cho người lập để sửa.",
  "error.idempotency.mismatch": "Yêu cầu này đã được gửi với nội dung khác. Hãy tải lại trang rồi làm lại.",
  "error.workflow": "Hồ sơ không ở bước làm được việc này. Hãy xem trạng thái hiện tại.",
  "error.workflow.not-allowed":
    "Việc này không còn làm được: hồ sơ đã chuyển bước hoặc bước này thuộc vai trò khác. Hãy xem trạng thái hiện tại.",
  "error.attachment.changed":
    "Một tài liệu đính kèm không còn giống bản đã nộp, nên không thể ký. Hãy tải lại trang; nếu vẫn lỗi, hãy đề nghị người lập đính kèm lại.",
  "error.draft.quota": "Máy này hết chỗ để giữ hồ sơ cho đến khi gửi xong. Hãy giải phóng dung lượng ổ đĩa rồi gửi lại.",
  "error.draft": "Trình duyệt không giữ được hồ sơ cho đến khi gửi xong (mã {code}). Hãy lưu bản sao vào tệp, tải lại trang rồi gửi lại.",
  "error.input": "Nội dung gửi đi có phần mà kho bạc không nhận (mã {code}). Hãy tải lại trang, kiểm tra lại hồ sơ rồi gửi lại.",
  "error.request": "Kho bạc không nhận yêu cầu này (mã {code}). Hãy tải lại trang từ đúng địa chỉ của cổng rồi làm lại.",
  "error.upload.dossier-too-large":
    "Tổng dung lượng tài liệu đính kèm vượt quá {megabytes} MB nên không thể ký. Hãy giảm dung lượng (ví dụ quét ở 150 dpi) hoặc bớt tệp, rồi gửi lại.",
  "error.upload":
    "Có tài liệu đính kèm không còn trên máy chủ kho bạc hoặc thuộc loại không nhận (mã {code}). Hãy xóa tệp đó, chọn lại rồi gửi.",
  "error.idempotency": "Yêu cầu này không gửi được (mã {code}). Hãy tải lại trang rồi làm lại.",
  "error.server.overloaded":
    "Hệ thống của kho bạc đang quá tải hoặc vừa khởi động lại. Hãy đợi vài giây rồi thử lại; không có gì bị mất hay bị làm hai lần.",
  "error.server.busy": "Yêu cầu này đang được kho bạc xử lý. Hãy đợi vài giây rồi bấm gửi lại; hồ sơ không bị gửi hai lần.",
  "error.input.too-large": "Nội dung hồ sơ lớn hơn mức kho bạc nhận. Hãy chia thành nhiều hồ sơ rồi gửi lại.",
  "error.attachment": "Một tài liệu đính kèm chưa được nhận (mã {code}). Hãy bỏ tệp đó, chọn lại rồi gửi lại.",
  "error.regime.changed":
    "Quy định áp dụng cho hồ sơ này đã thay đổi. Hãy bấm sửa hồ sơ, bổ sung những gì quy định mới yêu cầu rồi trình ký lại.",
};
export default messages;
