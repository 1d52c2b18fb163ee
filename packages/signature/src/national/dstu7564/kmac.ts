import { copy, type Bytes } from "../../bytes.ts";
import { SignatureError } from "../../errors.ts";
import type { Mac } from "../hash/mac.ts";
import { dstu7564_256, dstu7564_384, dstu7564_512, padding } from "./dstu7564.ts";

/**
 * KMAC of DSTU 7564:2014: H(pad(K) ‖ pad(M) ‖ ¬K). The key is as long as the MAC: 32, 48 or 64 octets, else `input.invalid`.
 */
export function dstu7564Kmac(key: Uint8Array): Mac {
  const algorithm = [dstu7564_256, dstu7564_384, dstu7564_512].find(({ outputLen }) => outputLen === key.length);
  if (!algorithm) throw new SignatureError("input.invalid", { what: "key" });
  const { blockLen } = algorithm;
  const inverted = copy(key).map((octet) => octet ^ 255);
  const hash = algorithm.create().update(key).update(padding(key.length, blockLen));
  let octets = 0;
  const mac: Mac = {
    update(data: Uint8Array): Mac {
      hash.update(data);
      octets += data.length;
      return mac;
    },
    digest(): Bytes {
      // the message is padded by its own length, the whole by that of all three parts
      const tag = hash.update(padding(octets, blockLen)).update(inverted).digest();
      inverted.fill(0);
      return tag;
    },
  };
  return mac;
}
