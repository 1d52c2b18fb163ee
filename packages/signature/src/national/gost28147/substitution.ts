import { SignatureError } from "../../errors.ts";

/**
 * The S-box of GOST 28147-89: eight permutations of the sixteen nibbles, packed so that a look-up is a shift. Words `2 i` and
 * `2 i + 1` hold the images of 0…7 and of 8…15 under row `i`, four bits each; row 0 takes the lowest nibble.
 */
export interface Substitution {
  readonly packed: Int32Array;
}

/**
 * From the 64 octets in which algorithm parameters carry it: row by row, the image of 0 in the high nibble of a row's first octet.
 * Throws `algorithm.unsupported` where a row is no permutation.
 */
export function readSubstitution(octets: Uint8Array): Substitution {
  if (octets.length !== 64) throw new SignatureError("algorithm.unsupported", { algorithm: "GOST28147" });
  const packed = new Int32Array(16);
  for (let row = 0; row < 8; row++) {
    let seen = 0;
    for (let from = 0; from < 16; from++) {
      const octet = octets[8 * row + (from >> 1)] as number;
      const image = from & 1 ? octet & 15 : octet >> 4;
      seen |= 1 << image;
      packed[2 * row + (from >> 3)] = (packed[2 * row + (from >> 3)] as number) | (image << (4 * (from & 7)));
    }
    if (seen !== 0xffff) throw new SignatureError("algorithm.unsupported", { algorithm: "GOST28147" });
  }
  return { packed };
}

function fromRows(hex: string): Substitution {
  return readSubstitution(Uint8Array.from({ length: 64 }, (_, i) => Number.parseInt(hex.slice(2 * i, 2 * i + 2), 16)));
}

/** DKE 1 of GOST 34.311-95 annex: the default of DSTU 4145 signatures and of the key stores around them. */
export const DKE_1: Substitution = /* @__PURE__ */ fromRows(
  "a9d6eb45f13c708280c4967b231f5eadf658eba4c037291d38d96bf025ca4e17f8e9720dc615b43a28975f0bc1dea36438b564ea2c179fd0123e6db8fac57904",
);
/** id-GostR3411-94-TestParamSet (RFC 4357 11.2): the S-box that GOST 34.11-94 prints as its example. */
export const TEST_HASH: Substitution = /* @__PURE__ */ fromRows(
  "4a92d80e6b1c7f53eb4c6dfa23810759581da342efc7609b7da1089fe46cb2536c715fd84a9e03b24ba0721d36859cfedb413f590ae7682c1fd057a4923e6b8c",
);
/** id-GostR3411-94-CryptoProParamSet (RFC 4357 11.2). */
export const CRYPTOPRO_HASH: Substitution = /* @__PURE__ */ fromRows(
  "a4568137dce092bf5f402db91763cea87fce94103b526a8d4a7c0f28e165db93764b9c2a180efd357624d9f0a15b8ec3de41705a3c8f629b13a95b4f867ed02c",
);
/** id-Gost28147-89-CryptoPro-A-ParamSet (RFC 4357 11.1). */
export const CRYPTOPRO_A: Substitution = /* @__PURE__ */ fromRows(
  "96328b17a4efc0d537e98af0526cb4d1e462b3d8cf5a0719e7acd13902b4f856b5198df0e423c7a63adc120b75948fe61d297a608c45f3bebaf50ce8623917d4",
);
/** id-tc26-gost-28147-param-Z (RFC 7836 appendix C): what GOST 34.12-2015 fixed. */
export const TC26_Z: Substitution = /* @__PURE__ */ fromRows(
  "c462a5b9e8d703f168239a5c1e47bd0fb3582fade174c960c821d4f670a53e9b7f5a816d093eb42c5df692cab78143e08e25691cf4b0da3717ed05834fa69cb2",
);
