/**
 * Every failure that a person or a portal may meet is a `FiscError`: a stable `code` to test and translate,
 * and `params` for the message. The message itself comes from a locale file, never from here.
 */
export class FiscError<Code extends string = string> extends Error {
  override readonly name = "FiscError";
  readonly code: Code;
  readonly params: Readonly<Record<string, string | number>>;

  constructor(code: Code, params: Record<string, string | number> = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.params = params;
  }
}

/** One thing that is wrong, bound to where it is: a field path, a row of a table, an attachment. */
export interface Violation {
  /** Rule id (`V01`), or the JSON Schema keyword that failed (`schema.required`). */
  readonly rule: string;
  readonly severity: "error" | "warning";
  /** Path in the dossier's data (`don.taiKhoan`, `dong[1].soTien`), or `attachments.<slot>[n]`. */
  readonly at: string;
  /** Key of the message in the procedure's labels, or in the components' own locale files for `schema.*` rules. */
  readonly message: string;
  readonly params: Readonly<Record<string, string | number>>;
}
