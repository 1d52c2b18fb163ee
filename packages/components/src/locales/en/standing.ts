/** Texts of what is said about the whole form: restored, waiting for the network, refused, new rules. */
const messages: Readonly<Record<string, string>> = {
  "standing.sign-in-again": "You have been signed out. Nothing you typed is lost: it is kept on this computer. Sign in again to go on.",
  "standing.restored": "What you typed earlier is back (saved {when}).",
  "standing.newer-definition": "The form has changed since your draft was saved. Please check every field before you send it.",
  "standing.new-rules":
    "The rules changed while you were filling in this form: {rules} now apply. Nothing you entered is lost; complete what this page lists, then send again.",
  "standing.fixes-title": "The treasury asks for these things to be put right",
  "standing.fix-general": "The form",
  "standing.sent": "Dossier {code} has been created.",
  "standing.changed": "Dossier {code} has been updated.",
  "standing.sent-elsewhere": "The dossier was sent from another tab.",
  "standing.not-sent": "Not sent",
  "standing.queued-title": "Not sent yet",
  "standing.queued":
    "There is no connection. The dossier is kept on this computer and will be sent by itself, once, as soon as the connection is back. You may close this page.",
  "standing.refused-title": "The dossier was not accepted",
  "standing.start-again": "Start again with an empty form",
  "standing.start-again-dossier": "Go back to what was last sent",
};
export default messages;
