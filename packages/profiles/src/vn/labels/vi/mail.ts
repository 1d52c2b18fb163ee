import type { Labels } from "@fisc/core";

/** Places: {code}, {number}, {title}, {unit}, {amount}, {reason}, {fixes}, {dueOn}, {link}. */
export const mail: Labels = {
  "mail.intakeAccepted.subject": "KBNN đã tiếp nhận hồ sơ {code}",
  "mail.intakeAccepted.body":
    "Kính gửi {unit},\n\nKBNN đã tiếp nhận hồ sơ {code}, chứng từ số {number}, số tiền {amount}.\nHạn trả kết quả: {dueOn}.\n\nTheo dõi hồ sơ tại: {link}\n",
  "mail.intakeRefused.subject": "KBNN từ chối tiếp nhận hồ sơ {code}: đề nghị hoàn thiện",
  "mail.intakeRefused.body":
    "Kính gửi {unit},\n\nKBNN từ chối tiếp nhận hồ sơ {code}, chứng từ số {number}, số tiền {amount}.\nLý do: {reason}\n\nNội dung cần hoàn thiện:\n{fixes}\n\nĐơn vị được hoàn thiện hồ sơ một lần. Hãy mở hồ sơ, sửa theo các điểm trên rồi trình kế toán trưởng và chủ tài khoản ký lại: {link}\n",
  "mail.intakeClosed.subject": "KBNN từ chối tiếp nhận hồ sơ {code}",
  "mail.intakeClosed.body":
    "Kính gửi {unit},\n\nHồ sơ {code}, chứng từ số {number}, số tiền {amount} đã được hoàn thiện một lần nhưng vẫn chưa đủ điều kiện tiếp nhận.\nLý do: {reason}\n\n{fixes}\n\nHồ sơ này kết thúc. Nếu vẫn có nhu cầu thanh toán, đề nghị đơn vị lập hồ sơ mới.\nXem hồ sơ tại: {link}\n",
  "mail.paymentRefused.subject": "KBNN từ chối thanh toán hồ sơ {code}",
  "mail.paymentRefused.body":
    "Kính gửi {unit},\n\nKBNN từ chối thanh toán hồ sơ {code}, chứng từ số {number}, số tiền {amount}.\nThông báo có chữ ký số, nêu rõ lý do, nằm trong hồ sơ. Hãy mở hồ sơ để xem: {link}\n",
  "mail.paid.subject": "KBNN đã thanh toán hồ sơ {code}",
  "mail.paid.body":
    "Kính gửi {unit},\n\nKBNN đã thanh toán hồ sơ {code}, chứng từ số {number}, số tiền {amount}.\nGiấy báo Nợ có chữ ký số nằm trong hồ sơ: {link}\n",
};
