export type SignatureErrorCode =
  /** Not strict DER, or not the structure that was expected. `params.what` names the structure. */
  | "der.malformed"
  | "certificate.malformed"
  | "crl.malformed"
  | "ocsp.malformed"
  | "cms.malformed"
  | "timestamp.malformed"
  /** An algorithm, curve or key size that this package does not take. */
  | "algorithm.unsupported"
  /** The key's kind and the signature algorithm do not go together, or the digest is not the algorithm's own. */
  | "algorithm.mismatch"
  /** A key that must not be used: out of range, off its curve, of small order, of wrong length; or domain parameters that do not hold. `params.what` says which. */
  | "key.invalid"
  /** What the signer gave back does not verify under the certificate. */
  | "signature.invalid"
  /** An outside service (timestamps, revocation, issuers): no connection or an error of HTTP; `params.status` where there was one. */
  | "service.unreachable"
  /** No whole answer within the time that it was given. */
  | "service.timeout"
  /** It answered, and says no: `params.status`, `params.reason` as the protocol names them. */
  | "service.refused"
  /** It answered with something that is not the answer to the question; `params.what` says what gave it away. */
  | "service.lied"
  /** The caller's rule (or the default one) does not let this address be asked. */
  | "service.forbidden"
  /** The certificate names no address of such a service, and the caller gave none. */
  | "service.unknown"
  /** A key store is damaged, or is none that is known. `params.what` names the part; `mac`: the password is right, and what it protects was changed. */
  | "store.malformed"
  /** The password is not that of the store; `params.what` is `key` where it is the store's, and only a key in it has another one. */
  | "store.wrong-password"
  /** No key of the store is for what was asked. */
  | "store.key-not-found"
  /** The store was closed: its keys are overwritten. */
  | "store.closed"
  | "manifest.malformed"
  | "container.malformed"
  | "container.too-large"
  | "container.unsafe-name"
  | "container.duplicate-name"
  | "input.too-large"
  | "input.invalid";

/**
 * Every refusal of this package: a stable `code` to test and translate, and `params` for the message.
 * It has the shape of the domain's `FiscError`; it is a class of its own because signatures know nothing of the domain.
 */
export class SignatureError extends Error {
  override readonly name = "SignatureError";
  readonly code: SignatureErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: SignatureErrorCode, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}
