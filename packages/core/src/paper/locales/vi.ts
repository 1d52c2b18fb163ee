export default {
  number: "Mẫu số {number}",
  dossier: "Hồ sơ {code}",
  version: "Phiên bản {version}",
  line: "STT",
  total: "Tổng cộng",
  attachments: "Tài liệu đính kèm",
  signatures: "Chữ ký số",
  "signatures.none": "Chưa có chữ ký.",
  certificate: "Chứng thư số {serial}, nơi cấp: {issuer}",
};
