/** Codes of a refused or failed request. Texts for people are in the extension's locale files. */
export type CarrierErrorCode =
  | "protocol.invalid"
  | "protocol.hello-first"
  | "host.timeout"
  | "host.failed"
  | "module.missing"
  | "token.missing"
  | "token.removed"
  | "token.locked"
  | "pin.wrong"
  | "pin.final-try"
  | "certificate.none"
  | "user.cancelled";

export class CarrierError extends Error {
  override readonly name = "CarrierError";
  readonly code: CarrierErrorCode;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: CarrierErrorCode, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}
