import type { CarrierDiagnosis, DocumentPresentation, PublishedProcedure, SigningErrorCode, SigningRequest, SignOutput } from "@fisc/core";

/** Between content script, service worker and trusted window, over `runtime` ports. */

export const PAGE_PORT = "fisc.page";
/** Followed by the session's id. */
export const WINDOW_PORT = "fisc.window:";
/** Bytes of one piece of a file, before base64. */
export const PIECE_BYTES = 512 * 1024;

export type Params = Readonly<Record<string, string | number>>;
export interface Failure {
  readonly code: SigningErrorCode;
  readonly params: Params;
}

/** What the page asked for, as the content script passes it on: files stay behind and are pulled by the window. */
export interface SignMessage {
  readonly type: "sign";
  readonly request: SigningRequest;
  readonly presentation: PublishedProcedure | DocumentPresentation;
  readonly locale: string;
  readonly files: readonly { readonly id: string; readonly size: number }[];
}

export interface PieceMessage {
  readonly type: "piece";
  readonly file: string;
  readonly offset: number;
  /** Base64. */
  readonly data: string;
}

/** How is the way to the key? Without arguments: what is asked is decided here. */
export interface DiagnoseMessage {
  readonly type: "diagnose";
}

export type FromPage = SignMessage | PieceMessage | DiagnoseMessage;

export interface PullMessage {
  readonly type: "pull";
  readonly file: string;
  readonly offset: number;
}

export type Outcome = { readonly type: "signed"; readonly output: SignOutput } | ({ readonly type: "failed" } & Failure);
export type ToPage = PullMessage | Outcome | { readonly type: "diagnosed"; readonly diagnosis: CarrierDiagnosis };

/** What the browser says about who asks. `top` is empty where frame and page have one origin. */
export interface Asker {
  readonly origin: string;
  readonly top: string;
}

export interface OpenMessage {
  readonly type: "open";
  readonly asker: Asker;
  readonly granted: boolean;
  readonly input: SignMessage;
}
export type ToWindow = OpenMessage | PieceMessage | { readonly type: "gone" };

export type FromWindow =
  | { readonly type: "ready" }
  /** Keeps the service worker awake while a person reads. */
  | { readonly type: "alive" }
  | { readonly type: "grant"; readonly allowed: boolean }
  | PullMessage
  /** Why nothing can be signed at the moment: what the page hears if the window is closed now. */
  | { readonly type: "blocked"; readonly failure: Failure | null }
  | { readonly type: "outcome"; readonly outcome: Outcome; readonly signed: { readonly manifest: string; readonly serial: string } | null };
