export default {
  number: "Форма № {number}",
  dossier: "Справа {code}",
  version: "Версія {version}",
  line: "№ з/п",
  total: "Усього",
  attachments: "Додатки",
  signatures: "Електронні підписи",
  "signatures.none": "Ще ніхто не підписав.",
  certificate: "Сертифікат {serial}, видавець: {issuer}",
};
