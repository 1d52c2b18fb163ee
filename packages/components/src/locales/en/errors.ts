/** What went wrong, and what to do: failures that any element may meet. */
const messages: Readonly<Record<string, string>> = {
  "error.unexpected": "Something went wrong (code {code}). Try again; if it happens again, give this code to support.",
  "error.network.offline": "The treasury cannot be reached. Check the network, then send again; nothing is done twice.",
  "error.network.timeout": "The treasury did not answer in time. Send again; nothing is done twice.",
  "error.server": "The treasury's system has a fault. Try again in a few minutes; nothing is lost.",
  "error.log":
    "What the treasury has stored of this dossier does not agree with its record, so the system has locked it. Give the dossier's number to the treasury; nothing else is concerned.",
  "error.rate-limited": "Too many requests. Wait a minute, then try again.",
  "error.session.none":
    "Your session has ended, so this was not recorded. Sign in again in another tab, come back here and send again; what you entered is still here.",
  "error.session.not-registered":
    "This account is not on the treasury's register. Sign in with the registered account, or have your unit register you with the treasury.",
  "error.session.sign-in-failed": "Signing in did not succeed, or took too long. Sign in again.",
  "error.session.provider-unreachable": "The sign-in system does not answer. Try again in a few minutes.",
  "error.forbidden": "Your account may not do this. If you were given the task lately, ask for the treasury's register to be updated.",
  "error.not-found": "The dossier was not found, or is not one of your unit's. Check the address.",
  "error.conflict.revision":
    "Somebody acted on this dossier before you, so your action was not recorded. See what changed below, then decide again.",
  "error.validation": "The dossier's content does not follow the rules. Return it to the person who prepared it.",
  "error.idempotency.mismatch": "This request was sent before with other content. Load the page again and start over.",
  "error.workflow": "The dossier is not at a step where this can be done. See its present state.",
  "error.workflow.not-allowed":
    "This cannot be done any more: the dossier has moved on, or the step belongs to another role. See its present state.",
  "error.attachment.changed":
    "An attachment is not what was handed in, so it cannot be signed. Load the page again; if it stays so, ask the preparer to attach it again.",
  "error.draft.quota":
    "There is no room left on this computer to keep the dossier until it is sent. Free some disk space, then send again.",
  "error.draft":
    "This browser could not keep the dossier until it is sent (code {code}). Save a copy to a file, load the page again, then send again.",
  "error.input":
    "What was sent holds something the treasury does not take (code {code}). Load the page again, check the dossier, then send it again.",
  "error.request":
    "The treasury does not take this request (code {code}). Load the page again from the portal's own address, then try again.",
  "error.upload.dossier-too-large":
    "The attachments are larger than {megabytes} MB together, and so could not be signed. Make files smaller (for example scan at 150 dpi) or remove some, then send again.",
  "error.upload":
    "An attachment is not on the treasury's server any more, or is not one it takes (code {code}). Remove it, choose it again, then send.",
  "error.idempotency": "This request could not be sent (code {code}). Load the page again, then try again.",
  "error.server.overloaded":
    "The treasury's system has too much to do or has just been restarted. Wait a few seconds, then try again; nothing is lost and nothing is done twice.",
  "error.server.busy": "The treasury is already working on this request. Wait a few seconds, then send again; nothing is done twice.",
  "error.input.too-large": "The dossier is larger than the treasury takes. Split it into several dossiers, then send again.",
  "error.attachment": "An attachment was not taken (code {code}). Remove that file, choose it again, then send again.",
  "error.regime.changed":
    "Other rules are in force for this dossier now. Correct the dossier, add what the new rules ask for, then have it signed again.",
};
export default messages;
