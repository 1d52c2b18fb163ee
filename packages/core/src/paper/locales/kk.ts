export default {
  number: "{number} нысаны",
  dossier: "Іс {code}",
  version: "{version}-нұсқа",
  line: "Р/с №",
  total: "Жиыны",
  attachments: "Қосымша құжаттар",
  signatures: "Электрондық қолтаңбалар",
  "signatures.none": "Әлі ешкім қол қойған жоқ.",
  certificate: "Тіркеу куәлігі {serial}, берген: {issuer}",
};
