/** Texts of attachment fields. */
const messages: Readonly<Record<string, string>> = {
  "attachment.hint": "PDF up to {size}. {n|one:One file|other:Up to # files}.",
  "attachment.hint-any": "Files up to {size}. {n|one:One file|other:Up to # files}.",
  "attachment.choose": "Choose a file",
  "attachment.drop": "or drop it here",
  "attachment.files": "Files: {label}",
  "attachment.checking": "Checking…",
  "attachment.uploading": "{percent}% uploaded",
  "attachment.waiting": "Kept on this computer; it will be uploaded when the connection is back.",
  "attachment.done": "Uploaded",
  "attachment.kept": "In the dossier",
  "attachment.remove": "Remove {name}",
  "attachment.retry": "Try again: {name}",
  "attachment.added": "{name} added.",
  "attachment.ready": "{name} is uploaded.",
  "attachment.removed": "{name} removed.",
  "problem.attachment.not-a-pdf": "{name} is not a PDF. Save or print it as PDF and choose it again.",
  "problem.attachment.wrong-type": "{name} has a type that is not allowed here. Choose another file, for example a PDF.",
  "problem.attachment.too-big": "{name} is larger than {size}. Make it smaller (for example scan at 150 dpi) and choose it again.",
  "problem.attachment.empty": "{name} is empty. Check it, then choose a file with content.",
  "problem.attachment.twice": "{name} is already attached here. Choose another file if one is missing.",
  "problem.attachment.too-many":
    "{n|one:Only one file fits here|other:Only # files fit here}, so {name} was not added. Remove a file, then choose it again.",
  "problem.attachment.unreadable": "{name} cannot be read any more. Was it moved or changed? Choose it again.",
  "problem.attachment.upload": "{name} could not be uploaded. Try again.",
  "problem.attachment.changed": "{name} arrived otherwise than it was sent. Remove it and choose it again.",
  "problem.attachment.quota":
    "{name} was not taken: too many uploaded files of yours or your unit's wait to be sent with a dossier. Send or remove those first; files that wait for a day are dropped.",
  "problem.attachment.refused": "The treasury did not accept {name}. Remove it and choose another file.",
  "problem.attachment.gone": "{name} is no longer on this computer. Choose it again.",
};
export default messages;
