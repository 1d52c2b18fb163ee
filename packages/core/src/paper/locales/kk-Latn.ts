// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
export default {
  number: "{number} nysany",
  dossier: "Is {code}",
  version: "{version}-nūsqa",
  line: "R/s №",
  total: "Jiyny",
  attachments: "Qosymşa qūjattar",
  signatures: "Elektrondyq qoltañbalar",
  "signatures.none": "Älı eşkım qol qoiğan joq.",
  certificate: "Tırkeu kuälıgı {serial}, bergen: {issuer}",
};
