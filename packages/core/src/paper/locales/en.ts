export default {
  number: "Form {number}",
  dossier: "Dossier {code}",
  version: "Version {version}",
  line: "No.",
  total: "Total",
  attachments: "Attachments",
  signatures: "Digital signatures",
  "signatures.none": "Nobody has signed yet.",
  certificate: "Certificate {serial}, issued by {issuer}",
};
