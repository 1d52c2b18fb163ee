export { GOST3410, readGost3410Value, writeGost3410Value, type ValueOrder } from "./algorithms.ts";
export { GOST_CURVES, type GostCurve } from "./curves.ts";
export type { AffinePoint } from "./prime-curve.ts";
export { namedGostDomain, readGost3410PublicKey, writeGost3410PublicKey, type Gost3410PublicKey } from "./public-key.ts";
export {
  gost3410PublicKey,
  readGost3410Point,
  signGost3410,
  verifyGost3410,
  type Gost3410Domain,
  type Gost3410SigningInput,
  type Gost3410Value,
} from "./signature.ts";
