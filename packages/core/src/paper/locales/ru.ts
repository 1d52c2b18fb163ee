export default {
  number: "Форма № {number}",
  dossier: "Дело {code}",
  version: "Версия {version}",
  line: "№ п/п",
  total: "Итого",
  attachments: "Приложения",
  signatures: "Электронные подписи",
  "signatures.none": "Ещё никто не подписал.",
  certificate: "Сертификат {serial}, издатель: {issuer}",
};
