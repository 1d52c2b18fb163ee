/** As much of jkurwa as is compared with; it has no types of its own. */
declare module "jkurwa" {
  interface Field {
    readonly mod_words: number;
  }
  interface PublicKey {
    readonly x: Field;
    readonly y: Field;
    verify(digest: Buffer, value: Buffer, format: "short"): boolean;
  }
  interface Curve {
    rand(): Field;
  }
  class Priv {
    constructor(curve: Curve, value: Field);
    pub(): PublicKey;
    sign(digest: Buffer, format: "short"): Buffer;
  }
  const jkurwa: { std_curve(name: string): Curve; Priv: typeof Priv };
  export default jkurwa;
}
