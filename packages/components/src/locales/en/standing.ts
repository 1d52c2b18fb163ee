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
  "standing.not-kept": "What you type is not kept on this computer",
  "standing.not-kept-unavailable":
    "This browser stores nothing for this site, perhaps because the window is private. Send the dossier before you close this page, or save a copy to a file and open it again later.",
  "standing.not-kept-blocked":
    "Another tab holds the storage with an older version of this site. Save a copy to a file, close the other tabs, load this page again, then open the copy.",
  "standing.not-kept-quota":
    "There is no room left on this computer. Free some disk space and go on typing: it is then saved. Or save a copy to a file.",
  "standing.copy-save": "Save a copy to a file",
  "standing.copy-open": "Open a saved copy",
  "standing.copy-wrong": "{name} is not a copy of this form. Choose another file.",
  "standing.draft-damaged":
    "The draft kept on this computer cannot be read, so the form is empty. It was set aside, not deleted: if you need it, ask support before you clear the browser's data.",
  "standing.lost-files": "These files could not be kept on this computer. Choose them again: {names}",
  "standing.migrated": "The form is newer than your draft: {n|one:# value was|other:# values were} taken over into another place or form.",
  "standing.migrated-lost": "The new form has no place for these values. Copy what you still need:",
  "standing.migrated-check": "These codes are not known to the new form. Choose them again:",
  "standing.session-ends": "You will be signed out at {time}, because nothing has been done for a while. Stay signed in to go on.",
  "standing.session-ends-for-good":
    "Your sign-in ends at {time} and cannot be prolonged. Sign in again in another tab; what you typed stays here.",
  "standing.session-stay": "Stay signed in",
  "standing.session-renew": "Sign in again",
  "standing.leave-title": "Others use this computer",
  "standing.leave-drafts": "{n|one:# draft of yours is|other:# drafts of yours are} kept in this browser.",
  "standing.leave-unsent": "{n|one:# dossier is|other:# dossiers are} not sent yet. Deleted here, nothing of it reaches the treasury.",
  "standing.leave-stay": "Stay signed in",
  "standing.leave-keep": "Keep them and sign out",
  "standing.leave-delete": "Delete them and sign out",

  "draft.none": "Every change is saved on this computer.",
  "draft.saving": "Saving…",
  "draft.saved": "Saved {when} on this computer",
  "draft.failed": "Could not be saved on this computer. Do not close this page before you have sent the dossier.",
  "draft.full":
    "There is no room left on this computer for the draft. Free some disk space; do not close this page before you have sent the dossier.",
  "draft.waiting": "Not sent yet: waiting for the connection",
  "draft.sending": "Being sent…",
  "draft.refused": "Not accepted: see the message above",
  "draft.other-tab": "Changes from another tab were taken over.",
};
export default messages;
