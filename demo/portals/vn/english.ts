/** The portal's own words in English; the Vietnamese ones stand in the pages. */
export const english: Readonly<Record<string, string>> = {
  skip: "Skip to main content",
  demo: "Demo: every unit, person and figure is fictional. This is not a site of any authority.",
  brand: "Public service portal",
  "brand.sub": "Regional treasury – demo",
  "nav.index": "Dossiers",
  "nav.new": "New estimate withdrawal",
  footer: "Runs on Fisc, the open toolkit for treasury e-services.",
  "index.title": "Dossiers – Public service portal (demo)",
  "index.heading": "Dossiers",
  "new.title": "New estimate withdrawal – Public service portal (demo)",
  "dossier.title": "Dossier – Public service portal (demo)",
  "dossier.heading": "Dossier",
  "dossier.missing": "This address names no dossier. Open one from the list.",
  "correct.title": "Correct a dossier – Public service portal (demo)",
  "signing.title": "Prepare a computer for signing – Public service portal (demo)",
  "signing.heading": "Prepare a computer for signing",
  "signing.lead":
    "To sign, a computer needs three things: the signing key plugged in, the program that reads it, and the browser's extension.",
  "signing.extension": "Install the Fisc extension in Chromium or Firefox.",
  "signing.host": "Install the program that comes with the extension and reads the key.",
  "signing.token":
    "Plug in the key, then open the diagnosis page in the extension's options: it names the link that fails and how to mend it.",
  "signing.demo": "In this demo, npm run demo -- --browser opens a browser that has all three.",
  "signing.pin": "The PIN is typed in the extension's window only. This portal never asks for a PIN.",
};
