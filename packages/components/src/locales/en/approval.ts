/** Texts of the approval panel and its reason form; what every failure means and what to do (`error.<code>`). */
const messages: Readonly<Record<string, string>> = {
  "approval.heading": "This awaits you",
  "approval.heading.none": "Nothing for you to do here now",
  "approval.heading.ended": "This dossier is closed",
  "approval.nothing": "When it is your turn, what you can do appears here.",
  "approval.state": "State:",
  "approval.fourEyes":
    "You did “{done}” on this version, so by the four-eyes rule a colleague has to do “{action}”. Pass it to somebody with the same role.",
  "approval.signers": "Signatures on this version",
  "approval.signer.mine": "Your turn",
  "approval.signer.next": "Signs next",
  "approval.signer.later": "Signs later",
  "approval.signer.none": "Did not sign",
  "approval.retry": "Try again",
  "approval.sending": "Sending…",
  "approval.sendAgain": "Send again",
  "approval.done": "{action}: recorded by the treasury.",
  "approval.failed": "This could not be done",
  "approval.changed": "The dossier has just changed:",
  "approval.change.content": "Content changed",
  "approval.install": "Get the signing extension",
  "approval.edit": "Correct the dossier",
  "approval.export": "Download the signed package (ASiC-E)",
  "approval.steps": "Steps of signing",
  "approval.step.request": "Ask the treasury for permission to sign",
  "approval.step.files": "Read the attachments",
  "approval.step.window": "Read and sign in the signing window",
  "approval.step.hand-in": "Hand the signature to the treasury",
  "approval.step.done": "(done)",
  "approval.cancelSigning": "Stop signing",

  "batch.heading": "{count|one:Decide on # dossier|other:Decide on # dossiers together}",
  "batch.none":
    "Nothing can be done to these together now. What needs a reason, such as a refusal, is done in each dossier by itself: open it from the list.",
  "batch.what": "What is to be done",
  "batch.offer": "{action}: {count|one:# dossier|other:# dossiers}",
  "batch.run": "{action}: {count|one:# dossier|other:# dossiers}, {total}",
  "batch.others": "{count|one:# dossier is left out|other:# dossiers are left out}",
  "batch.others.why": "This cannot be done to them, or not by you. Open them to see why.",
  "batch.signing": "You read and sign each dossier in the signing window, one after the other.",
  "batch.result": "Result",
  "batch.result.waiting": "Waiting",
  "batch.result.sending": "Being done…",
  "batch.result.done": "Done",
  "batch.result.failed": "Not done",
  "batch.result.untried": "Not tried",
  "batch.progress": "{done} of {count} done…",
  "batch.stop": "Stop after the one being done",
  "batch.stopping": "Stopping after the one being done…",
  "batch.ended": "{action}: {count|one:# dossier is done.|other:all # dossiers are done.}",
  "batch.ended.some": "{done} of {count} are done. {failed} could not be done, {untried} were not tried; the list says why.",
  "batch.again": "{count|one:Look at the # dossier that is left|other:Look at the # dossiers that are left}",
  "batch.close": "Back to the list",

  "reason.label": "Reason",
  "reason.hint": "Say clearly what has to be done. {minLength} to {maxLength} characters.",
  "reason.count": "{length} / {maxLength} characters",
  "reason.missing": "Enter a reason of at least {minLength} characters.",
  "reason.short": "The reason has {length} characters; it needs at least {minLength}.",
  "reason.long": "The reason has {length} characters; shorten it to {maxLength}.",
  "reason.choice.missing": "Choose one.",
  "reason.fixes": "What is to be put right, by document",
  "reason.fixes.hint": "Name everything that is to be put right, so that the unit has to correct it only once.",
  "reason.fixes.missing": "Name at least one thing to put right, in the form or in an attachment.",
  "reason.fix": "To be put right, {number}",
  "reason.fix.add": "Add what is to be put right",
  "reason.fix.remove": "Remove this one",
  "reason.fix.text": "What is to be put right",
  "reason.fix.missing": "Say what is to be put right, or remove this one.",
  "reason.fix.place": "Where",
  "reason.fix.whole": "The whole form",
  "reason.fix.line": "Line number",
  "reason.fix.row": "Enter a line from 1 to {count}, or leave it empty for all lines.",
  "reason.document.form": "Form",
  "reason.cancel": "Back",

  "approval.rules-ask": "The new rules ask for, or find wrong:",
  "error.regime.changed":
    "The rules changed since the dossier was made or signed: {rules} now apply. It was not sent to the treasury, and nothing is lost. Return it to the preparer to complete and save it under the new rules, then sign again.",
  "error.workflow.input-unknown": "The request held something that this step does not use. Load the page again, then start over.",
  "error.workflow.fix-unknown-document":
    "Something to put right names a document that is no longer in the dossier. Load the page again, then name it anew.",
  "error.workflow.signature-required": "This step needs a signature. Use the button that signs.",
  "error.workflow.already-signed":
    "The dossier already has the signature of this role; there is nothing to sign again. Load the page again to see its present state.",
  "error.workflow.reason-required": "This step needs a reason. Enter one and send again.",
  "error.workflow.reason-length": "The reason is too short or too long. Change it to the length allowed.",
  "error.workflow.fixes-required":
    "This step has to say what is to be put right. Name at least one thing, in the form or in an attachment.",
  "error.workflow.choice-required": "A required choice is missing. Make every choice, then send again.",
  "error.workflow.same-actor":
    "You did an earlier step of this dossier. By the four-eyes rule somebody else must do this one: pass it to a colleague with the same role.",
  "error.workflow.order": "It is not your turn to sign: the signature before yours is missing. Wait for it, then sign.",
  "error.workflow.same-key":
    "This certificate has already signed the dossier in another role. Have the person who holds this role sign with a certificate of their own.",

  "error.extension.missing":
    "The signing extension is not installed in this browser, is switched off, or is too old. Install or switch on the latest one, load this page again, then sign.",
  "error.extension.outdated": "The signing extension is too old for this portal. Update it, load the page again, then sign.",
  "error.extension.busy": "Another signing window is open. Finish or close it, then try again.",
  "error.extension.refused-origin":
    "You refused to let this site ask you to sign. If this is the treasury's portal, open the settings of the signing extension, allow this address, then sign again.",
  "error.extension.invalid-request":
    "The signing extension did not take the request, because its data are not valid. Load the page again and sign; if it fails again, tell support.",
  "error.user.cancelled": "You stopped signing. Nothing was signed; sign again when you want to.",
  "error.host.missing":
    "The key carrier software is not installed on this computer. Install the one that comes with the signing extension, then sign again.",
  "error.host.outdated": "The key carrier software is too old. Install the new one, then sign again.",
  "error.host.crashed": "The key carrier software stopped. Take the key carrier out, plug it in again, then sign again.",
  "error.host.timeout": "The key carrier does not answer. Take it out, plug it in again, wait for its light, then sign again.",
  "error.module.missing": "The driver of the key carrier was not found. Install the driver that comes with the carrier, then sign again.",
  "error.token.missing": "No key carrier was found. Plug in yours, then sign again.",
  "error.token.removed":
    "The key carrier was taken out while signing; no signature was sent. Plug it in and leave it until signing is done.",
  "error.token.locked": "The key carrier is locked after too many wrong PINs. Ask the issuer of your certificate to unlock it.",
  "error.pin.wrong": "The PIN is wrong. Sign again and enter the PIN with care.",
  "error.pin.final-try": "The PIN is wrong, and only one try is left before the carrier locks. Make sure of the PIN before you sign again.",
  "error.certificate.none":
    "There is no usable certificate on the key carrier. Plug in the right carrier, or ask the issuer of your certificate.",
  "error.certificate.expired":
    "The certificate has expired. Renew it with its issuer, register the new one with the treasury, then sign again.",
  "error.certificate.not-registered":
    "The certificate on the key carrier is not registered with the treasury for you in this role. Plug in the right carrier, or register this certificate with the treasury.",
  "error.request.expired": "The time for signing is over. Sign again.",

  "error.signature": "The treasury does not accept this signature. Load the page again, then sign.",
  "error.signature.invalid":
    "The signature could not be verified. Sign again; if it fails again, have the issuer of your certificate check the carrier.",
  "error.signature.wrong-origin":
    "The signature was made on another site, so the treasury does not accept it. Sign from this portal's own address.",
  "error.signature.wrong-dossier": "The signature belongs to another dossier. Load the page again, then sign.",
  "error.signature.nonce-used": "This signing was used already. Load the page again: if the dossier has not moved on, sign again.",
  "error.signature.expired": "The time for signing was over when the signature arrived. Sign again.",
  "error.signature.clock":
    "This computer's clock is more than five minutes off, so the treasury cannot accept the time of signing. Set the clock (automatic time), then sign again.",
  "error.signature.data-changed": "The dossier changed after you signed, so the signature does not count. Read it again, then sign.",
  "error.signature.attachment-changed":
    "An attachment changed after you signed, so the signature does not count. Read the dossier again, then sign.",
  "error.signature.certificate-expired":
    "The certificate was not valid at the time of signing. Renew it with its issuer and register the new one with the treasury.",
  "error.signature.certificate-untrusted":
    "The certificate's issuer is not one that the treasury accepts. Use the certificate registered with the treasury.",
  "error.signature.certificate-not-registered":
    "This certificate is not registered for you in this role. Use the right carrier, or register this certificate with the treasury.",
  "error.signature.revocation-unknown":
    "The treasury cannot tell now whether the certificate is still good, because its revocation list is not up to date. Nothing was signed; sign again in a few minutes, and tell support if it goes on.",
  "error.signature.certificate-revoked": "The certificate was revoked. Ask its issuer for a new one, then register it with the treasury.",
  "error.signature.wrong-policy":
    "This step now asks for another signature than the one you gave, so nothing was recorded. Load the page again, then sign.",
  "error.signature.order": "It is not your turn to sign: the signature before yours is missing. Wait for it, then sign.",
  "error.signature.same-key":
    "This certificate has already signed the dossier in another role. Have the person who holds this role sign with a certificate of their own.",
  "error.signature.none-needed": "The dossier does not wait for your signature. Load the page again to see its present state.",
};
export default messages;
