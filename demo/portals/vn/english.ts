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
  "dossier.progress": "Progress",
  "dossier.missing": "This address names no dossier. Open one from the list.",
  "correct.title": "Correct a dossier – Public service portal (demo)",
};
