// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
export default {
  number: "{number} nysany",
  dossier: "Is {code}",
  version: "{version}-nūsqa",
  line: "R/s №",
  total: "Barlyğy",
  attachments: "Qosymşalar",
  signatures: "Elektrondyq qoltañbalar",
  "signatures.none": "Äzırge eşkım qol qoimağan.",
  certificate: "Sertifikat {serial}, beruşı: {issuer}",
};
