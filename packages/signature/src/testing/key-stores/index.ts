export {
  aesEncryption,
  gostEncryption,
  oldEncryption,
  toIndefinite,
  writeEncryptedKey,
  type Encrypted,
  type Encryption,
} from "./encrypt.ts";
export { dstu4145Pair, gost3410Pair, platformPair, type StoredPair } from "./test-keys.ts";
export { writeJks, type JksEntry } from "./write-jks.ts";
export { writeKey6, writeTwoKeys } from "./write-key-6.ts";
export { writePkcs12, type Pkcs12Entry, type Pkcs12Input } from "./write-pkcs12.ts";
