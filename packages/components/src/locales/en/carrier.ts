/** Texts of the carrier diagnosis: each link between the page and the key, how it is, and the one thing that mends it. */
const messages: Readonly<Record<string, string>> = {
  "carrier.heading": "Is this computer ready to sign?",
  "carrier.lead": "The check goes from this page to your certificate, link by link. It signs nothing and asks for no PIN.",
  "carrier.run": "Check this computer",
  "carrier.again": "Check again",
  "carrier.running": "Checking. This can take half a minute…",
  "carrier.ready": "Everything is in order. You can sign on this computer.",
  "carrier.broken": "You cannot sign yet. Mend this first: {link}.",
  "carrier.partly": "What this site may know is in order. The rest it has not been allowed to know.",
  "carrier.fix": "What to do",
  "carrier.install": "How to prepare a computer for signing",
  "carrier.save": "Save the report",
  "carrier.private": "The report names no person, no certificate and no serial number. You may send it to support.",

  "carrier.state.ok": "in order",
  "carrier.state.broken": "needs to be mended",
  "carrier.state.warning": "take care",
  "carrier.state.waiting": "not looked at yet",
  "carrier.state.hidden": "not told to this site",
  "carrier.state.unknown": "no answer",

  "carrier.link.page": "This page",
  "carrier.link.extension": "Signing extension",
  "carrier.link.permission": "Permission for this site",
  "carrier.link.host": "Key carrier software",
  "carrier.link.driver": "Driver of the key carrier",
  "carrier.link.token": "Key carrier",
  "carrier.link.certificate": "Certificate",
  "carrier.link.clock": "Clock",
  "carrier.version": "version {version}",

  "carrier.page.insecure": "The page is not open over a protected connection. Open it by its address that begins with https://.",
  "carrier.extension.missing": "The signing extension is not in this browser. Install it or switch it on, then load the page again.",
  "carrier.extension.outdated": "The signing extension is too old for this page. Update it, then load the page again.",
  "carrier.extension.refused":
    "The signing extension does not answer this page. Open the portal by its own address, not inside of another page.",
  "carrier.extension.busy": "A signing window is open, or the check was run too often. Close the window, wait a minute, then check again.",
  "carrier.extension.silent": "The signing extension did not finish. Load the page again, then check again.",
  "carrier.permission.missing":
    "You have not allowed this site to ask you to sign, so it is told nothing more. The signing extension asks you at your first signature; to check the rest before, open the extension's settings and run the check there.",
  "carrier.host.missing":
    "The key carrier software is not installed on this computer, or does not know this extension. Install it, then check again.",
  "carrier.host.outdated": "The key carrier software is too old. Update it, then check again.",
  "carrier.host.crashed": "The key carrier software stopped. Take the key carrier out, plug it in again, then check again.",
  "carrier.host.timeout": "The key carrier software does not answer. Take the key carrier out, plug it in again, then check again.",
  "carrier.driver.missing":
    "The driver of the key carrier is not installed. Install it as the issuer of your certificate says, then check again.",
  "carrier.driver.changed": "The driver is another one than was allowed. Ask your administrator to install the key carrier software again.",
  "carrier.driver.unloadable": "The driver cannot be loaded. Install the driver again, then check again.",
  "carrier.token.missing": "No key carrier was found. Plug in yours, then check again.",
  "carrier.token.locked": "The key carrier is locked after too many wrong PINs. Ask the issuer of your certificate to unlock it.",
  "carrier.token.final-try":
    "One try is left before the key carrier locks. If you are not sure of the PIN, ask the issuer of your certificate first.",
  "carrier.certificate.missing":
    "There is no certificate on the key carrier. Plug in the right carrier, or ask the issuer of your certificate.",
  "carrier.certificate.unusable": "The certificate is of a kind that cannot be signed with here. Ask its issuer for one that can.",
  "carrier.certificate.expired": "The certificate has expired. Renew it with its issuer, then register the new one with the treasury.",
  "carrier.certificate.not-yet-valid":
    "The certificate is not in force yet. Check the date of the computer; if it is right, wait until the certificate is in force.",
  "carrier.clock.off":
    "The clock of this computer is wrong by about {minutes|one:# minute|other:# minutes}. Set date and time, then check again.",
};
export default messages;
