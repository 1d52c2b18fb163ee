import type { Profile } from "@fisc/core";
import { MAX_FILES_BYTES } from "@fisc/core/signing";
import type { AttachmentStore } from "./attachments/store.ts";

/** Where "now" comes from. Every date that the gateway records or compares is read here. */
export interface Clock {
  now(): Date;
}

export const systemClock: Clock = { now: () => new Date() };

export interface OpenIdConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret?: string;
}

export interface Limits {
  /** Bytes of a JSON body. */
  readonly bodyBytes: number;
  /** Requests a minute for one person (or address, before sign-in). */
  readonly requestsPerMinute: number;
  /** Milliseconds without a request after which a session ends. */
  readonly sessionIdle: number;
  /** Milliseconds after which a session ends in any case. */
  readonly sessionAbsolute: number;
  /** Milliseconds that a signing request lives. */
  readonly signingRequest: number;
  /** Milliseconds between two signs of life on an event stream. */
  readonly heartbeat: number;
  /** Bytes of all attachments of one dossier: no more than a signer's extension takes. */
  readonly dossierBytes: number;
  /** Uploads of one person that no dossier has taken yet: how many, and how many bytes together. */
  readonly waitingFiles: number;
  readonly waitingBytes: number;
  /** Bytes of such uploads of all people of a unit. */
  readonly waitingBytesOfUnit: number;
  /** Milliseconds after which an upload that no dossier took is dropped. */
  readonly uploadLives: number;
}

const minute = 60_000;
const mebibyte = 1024 * 1024;
export const defaultLimits: Limits = {
  bodyBytes: 256 * 1024,
  requestsPerMinute: 1_200,
  sessionIdle: 30 * minute,
  sessionAbsolute: 10 * 60 * minute,
  signingRequest: 15 * minute,
  heartbeat: 15_000,
  dossierBytes: MAX_FILES_BYTES,
  waitingFiles: 200,
  waitingBytes: 4 * MAX_FILES_BYTES,
  waitingBytesOfUnit: 1024 * mebibyte,
  uploadLives: 24 * 60 * minute,
};

export interface GatewayConfig {
  readonly databaseUrl: string;
  /** Default 127.0.0.1. */
  readonly host?: string;
  /** 0 takes a free one. */
  readonly port: number;
  /** Address under which browsers reach the gateway: decides cookies, redirects and the audience of signatures. Default: what it listens on. */
  readonly publicUrl?: string;
  /** Origins of the portals that embed the elements (`https://portal.example`). */
  readonly portalOrigins: readonly string[];
  /** Addresses (or CIDR ranges) of the reverse proxies whose `X-Forwarded-For` is believed: rates are counted by client. Default: none. */
  readonly trustedProxies?: readonly string[];
  readonly profile: Profile;
  /** Folder for uploads and attachments, shared by all processes; or a store of your own plus a folder for unfinished uploads. */
  readonly store: string | { readonly attachments: AttachmentStore; readonly uploads: string };
  readonly openId?: OpenIdConfig;
  readonly mail?: { readonly smtpUrl: string; readonly from: string };
  readonly ledgerUrl?: string;
  /** A dossier's page in the portal, for the links in mails; `{id}` is filled in. Default: `/dossier.html?id={id}` of the first portal. */
  readonly dossierUrl?: string;
  /** DER of the certificates that signatures must chain to. */
  readonly trustAnchors: readonly Uint8Array[];
  /** DER of current revocation lists; a function is asked for each signature, so that renewed lists count at once. */
  readonly revocationLists?: readonly Uint8Array[] | (() => Promise<readonly Uint8Array[]>);
  /** Default `required`: without a current list of every issuer no signature is accepted. */
  readonly revocation?: "required" | "unchecked";
  readonly clock?: Clock;
  readonly limits?: Partial<Limits>;
  /** `false`: this process answers requests and leaves mails and ledger operations to others. */
  readonly jobs?: boolean;
  /** `false`: silent; `errors`: only what went wrong on our side. */
  readonly log?: boolean | "errors";
  /** Runs after a write is committed and before it is answered: fault tests stop the process here. */
  readonly afterCommit?: () => Promise<void> | void;
}
