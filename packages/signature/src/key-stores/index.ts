export { KeyStore } from "./key-store.ts";
export type { StoredPurpose, StoreFormat } from "./locked-store.ts";
export { inspectKeyStore, openKeyStore, withKeyStore, type KeyStoreContents, type OpenInput } from "./open-key-store.ts";
export { StoreKey, type SignerChoice } from "./store-key.ts";
export { STORE_LIMITS, type StoreLimits } from "./work.ts";
