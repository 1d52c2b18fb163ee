export { DSTU4145 } from "./algorithms.ts";
export type { BinaryPoint } from "./binary-curve.ts";
export { readPoint, writePoint } from "./compressed-point.ts";
export { NORMAL_CURVES, POLYNOMIAL_CURVES, type CurveNumbers, type NormalCurveNumbers } from "./curves.ts";
export { dstu4145Domain } from "./domain.ts";
export { readDstu4145Parameters, readDstu4145PublicKey, writeDstu4145PublicKey, type Dstu4145PublicKey } from "./public-key.ts";
export { readDstu4145Value, writeDstu4145OctetString, writeDstu4145Value } from "./signature-value.ts";
export {
  dstu4145PublicKey,
  signDstu4145,
  verifyDstu4145,
  type Dstu4145Domain,
  type Dstu4145SigningInput,
  type Dstu4145Value,
} from "./signature.ts";
