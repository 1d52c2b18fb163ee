export * from "./foundation/environment.ts";
export * from "./foundation/event-stream.ts";
export { FiscElement } from "./foundation/fisc-element.ts";
export { FiscProvider } from "./provider/provider.ts";
export { SessionChangedEvent } from "./provider/session-changed-event.ts";
export { FiscSignInState } from "./sign-in-state/sign-in-state.ts";
export { FiscNotice, type NoticeKind } from "./notice/notice.ts";
export { FiscDossierView, type DossierContentRecord } from "./dossier-view/dossier-view.ts";
