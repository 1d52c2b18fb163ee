import type { CryptoOption } from "../../algorithms/scheme.ts";
import { concat, equal } from "../../bytes.ts";
import { readCertificate } from "../../certificate/certificate.ts";
import { malformed, readDer, TAG } from "../../der/read.ts";
import { SignatureError } from "../../errors.ts";
import {
  dstu4145PublicKey,
  readDstu4145Parameters,
  readDstu4145PublicKey,
  signDstu4145,
  writePoint,
} from "../../national/dstu4145/index.ts";
import { dstu4145Hash } from "../../national/dstu4145/algorithms.ts";
import { NORMAL_KEYS, POLYNOMIAL_KEYS } from "../../national/dstu4145/public-key.ts";
import { SecretOctets } from "../secret-octets.ts";
import { fixedLength, type PrivateKey, type PrivateKeyParts } from "./private-key.ts";

const HASHES = ["GOST34311", "DSTU7564-256", "DSTU7564-384", "DSTU7564-512"] as const;

/** The private key is an OCTET STRING, little-endian, with the parameters of the public one. */
export function openDstu4145Key({ algorithm: kind, parameters, key }: PrivateKeyParts, option: CryptoOption): PrivateKey {
  const normal = NORMAL_KEYS.includes(kind);
  const named = (normal ? NORMAL_KEYS : POLYNOMIAL_KEYS).indexOf(kind);
  if (named < 0) throw new SignatureError("algorithm.unsupported", { algorithm: kind });
  if (!parameters) throw malformed("DSTU 4145 key");
  // views into what is overwritten soon
  const { domain } = readDstu4145Parameters(readDer(parameters.raw.slice(), TAG.sequence, "DSTU 4145 key"), normal);
  const secret = new SecretOctets(fixedLength(key, domain.order.octets));
  const point = secret.use((privateKey) => writePoint(domain, dstu4145PublicKey(domain, privateKey)));
  const suffix = normal ? "-ONB" : "";
  const first = HASHES[named] ?? "GOST34311";
  return {
    algorithms: [first, ...HASHES.filter((name) => name !== first)].map((name) => `DSTU4145-${name}${suffix}`),
    belongsTo: async (spki) => {
      const other = readDstu4145PublicKey(spki);
      return other.domain === domain && equal(writePoint(domain, other.point), point);
    },
    signer: async (certificate, algorithm) => {
      const name = HASHES.find((candidate) => algorithm === `DSTU4145-${candidate}${suffix}`) ?? "GOST34311";
      // with the S-box that the certificate's key names
      const hash = dstu4145Hash(name, readDstu4145PublicKey(readCertificate(certificate).spki).substitution);
      const random = option.crypto ?? globalThis.crypto;
      return {
        certificate,
        algorithm,
        sign: async (bytes) => {
          const entropy = random.getRandomValues(new Uint8Array(32));
          const { r, s } = secret.use((privateKey) => signDstu4145(domain, { privateKey, digest: hash(bytes), hash, entropy }));
          return concat(r, s);
        },
      };
    },
    destroy: () => secret.destroy(),
  };
}
