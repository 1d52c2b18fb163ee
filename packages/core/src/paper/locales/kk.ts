export default {
  number: "{number} нысаны",
  dossier: "Іс {code}",
  version: "{version}-нұсқа",
  line: "Р/с №",
  total: "Барлығы",
  attachments: "Қосымшалар",
  signatures: "Электрондық қолтаңбалар",
  "signatures.none": "Әзірге ешкім қол қоймаған.",
  certificate: "Сертификат {serial}, беруші: {issuer}",
};
