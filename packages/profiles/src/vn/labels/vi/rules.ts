import type { Labels } from "@fisc/core";

/** What is wrong and what to do. */
export const rules: Labels = {
  "rule.V01.positive": "Số tiền của dòng này phải lớn hơn 0. Hãy nhập số tiền, hoặc xóa dòng nếu không dùng.",
  "rule.V01.total": "Tổng số tiền là {total} nhưng tổng cộng các dòng là {sum}. Hãy sửa số tiền ở các dòng để hai số bằng nhau.",
  "rule.V01.words": "Số tiền bằng chữ không khớp với tổng số tiền. Hãy ghi: “{words}”.",
  "rule.V03.digits": "Mã này phải có đúng {digits} chữ số. Hãy chọn lại mã trong danh sách hoặc nhập đủ chữ số.",
  "rule.V03.chapterLevel":
    "Mã chương không thuộc ngân sách cấp {level}. Cấp 1: 001–399; cấp 2: 400–599; cấp 3 (huyện, đến 30/6/2025): 600–799; cấp 4: 800–989. Hãy sửa mã chương hoặc mã cấp ngân sách.",
  "rule.V03.accountSource":
    "Mã nguồn NSNN không dùng được với tài khoản {account}. Hãy sửa mã nguồn của dòng này, hoặc chọn tài khoản dự toán khác.",
  "rule.V06.balance":
    "Tổng số tiền lớn hơn số dư dự toán KBNN đang ghi nhận ({balance}). KBNN sẽ từ chối nếu đến khi thanh toán số dư vẫn thiếu: hãy kiểm tra dự toán.",
  "rule.V07.contract":
    "Hợp đồng này chỉ còn được thanh toán {left}, chứng từ đề nghị {total}. Hãy kiểm tra giá trị hợp đồng, lũy kế đã thanh toán và số tiền các dòng.",
  "rule.V07.declared":
    "KBNN đã thanh toán, tạm ứng cho hợp đồng này {paid}. Hãy sửa “Lũy kế đã thanh toán, tạm ứng” cho không thấp hơn số đó.",
  "rule.V07.advance": "Số tạm ứng vượt quá tỷ lệ {rate}% của hợp đồng, tối đa {limit}. Hãy giảm số tiền các dòng.",
  "rule.V09.list": "Tổng tiền của danh sách là {list}, tổng của chứng từ là {total}. Hãy sửa để hai số bằng nhau.",
  "rule.V10.unit": "Mã ĐVQHNS phải là mã của đơn vị đang đăng nhập: {code}. Hãy lập lại hồ sơ bằng tài khoản của đúng đơn vị.",
  "rule.V10.shape":
    "Số tài khoản dự toán không đúng dạng. Hãy nhập như 9523.4.1999901.00000: 4 số, 1 số, 7 số, 5 số, cách nhau bằng dấu chấm.",
  "rule.V10.level": "Khối thứ hai của số tài khoản phải là mã cấp ngân sách {level}. Hãy kiểm tra lại số tài khoản.",
  "rule.V10.owner": "Khối thứ ba của số tài khoản phải là mã đơn vị {code} hoặc mã dự án đã ghi. Hãy kiểm tra lại số tài khoản.",
  "rule.V10.registered":
    "Tài khoản này chưa được đăng ký với KBNN cho đơn vị. Hãy chọn một tài khoản đã đăng ký, hoặc đăng ký bổ sung tài khoản.",
  "rule.V11.transferOnly":
    "Chứng từ chuyển khoản không được ghi người nhận tiền mặt. Hãy xóa phần “Người nhận tiền mặt”, hoặc đổi hình thức thanh toán.",
  "rule.V11.cashOnly":
    "Chứng từ tiền mặt không được ghi tài khoản nhận tiền. Hãy xóa phần “Chuyển khoản cho”, hoặc đổi hình thức thanh toán.",
  "rule.V11.identity": "Số CCCD phải có 12 chữ số (CMND cũ 9 chữ số). Hãy nhập lại số, không có dấu cách.",
  "rule.V11.issued": "Ngày cấp căn cước muộn hơn ngày lập chứng từ. Hãy kiểm tra lại ngày cấp.",
  "rule.V11.account": "Số tài khoản nhận tiền chỉ được gồm chữ số, chữ cái và dấu chấm, từ 4 đến 34 ký tự. Hãy nhập lại.",
  "rule.V13.announce": "Rút tiền mặt từ {from} đồng phải đăng ký trước với KBNN. Hãy chắc chắn đơn vị đã đăng ký.",
  "rule.V14.guarantee": "Giá trị bảo lãnh phải từ {total} trở lên, bằng số tạm ứng. Hãy kiểm tra giá trị bảo lãnh.",
  "rule.V19.duplicate": "Đơn vị đã gửi một chứng từ mang số này. Hãy kiểm tra để không gửi trùng.",
  "rule.V20.year": "Năm ngân sách phải là năm của ngày lập chứng từ (tháng 1 có thể là năm trước). Hãy sửa năm ngân sách hoặc ngày lập.",
  "rule.V21.future": "Ngày lập chứng từ không được muộn hơn hôm nay. Hãy sửa ngày lập.",
  "rule.V21.contract": "Ngày ký hợp đồng không được muộn hơn ngày lập chứng từ. Hãy kiểm tra lại hai ngày.",
  "rule.V21.acceptanceAfterContract": "Ngày nghiệm thu không được sớm hơn ngày ký hợp đồng. Hãy kiểm tra lại hai ngày.",
  "rule.V21.acceptanceBeforeVoucher": "Ngày nghiệm thu không được muộn hơn ngày lập chứng từ. Hãy kiểm tra lại hai ngày.",
};
