import type { Labels } from "@fisc/core";

/** Places: {code}, {number}, {title}, {unit}, {amount}, {reason}, {fixes}, {dueOn}, {link}. */
export const mail: Labels = {
  "mail.intakeAccepted.subject": "KBNN đã tiếp nhận hồ sơ {code}",
  "mail.intakeAccepted.body":
    "Kính gửi {unit},\n\nKBNN đã tiếp nhận hồ sơ {code}, chứng từ số {number}, số tiền {amount}.\nHạn giải quyết: {dueOn}.\n\nTheo dõi hồ sơ tại: {link}\n",
  "mail.intakeRefused.subject": "KBNN từ chối tiếp nhận hồ sơ {code}: đề nghị bổ sung",
  "mail.intakeRefused.body":
    "Kính gửi {unit},\n\nKBNN chưa tiếp nhận hồ sơ {code}, chứng từ số {number}, số tiền {amount}.\nLý do: {reason}\n\nCần bổ sung, sửa:\n{fixes}\n\nĐơn vị được bổ sung một lần. Mở hồ sơ, sửa theo các điểm trên, trình kế toán trưởng và chủ tài khoản ký lại: {link}\n",
  "mail.intakeClosed.subject": "KBNN từ chối tiếp nhận hồ sơ {code}",
  "mail.intakeClosed.body":
    "Kính gửi {unit},\n\nHồ sơ {code}, chứng từ số {number}, số tiền {amount} đã được bổ sung một lần nhưng vẫn chưa đủ điều kiện tiếp nhận.\nLý do: {reason}\n\n{fixes}\n\nHồ sơ này kết thúc. Nếu vẫn có nhu cầu thanh toán, đề nghị đơn vị lập hồ sơ mới.\nXem hồ sơ tại: {link}\n",
  "mail.paymentRefused.subject": "KBNN từ chối thanh toán hồ sơ {code}",
  "mail.paymentRefused.body":
    "Kính gửi {unit},\n\nKBNN từ chối thanh toán hồ sơ {code}, chứng từ số {number}, số tiền {amount}.\nThông báo kết quả có chữ ký số và lý do nằm trong hồ sơ: {link}\n",
  "mail.paid.subject": "KBNN đã thanh toán hồ sơ {code}",
  "mail.paid.body":
    "Kính gửi {unit},\n\nKBNN đã thanh toán hồ sơ {code}, chứng từ số {number}, số tiền {amount}.\nGiấy báo Nợ có chữ ký số nằm trong hồ sơ: {link}\n",
};
