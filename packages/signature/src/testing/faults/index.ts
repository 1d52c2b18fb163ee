import type { SignatureReport } from "../../cades/validate-signature.ts";
import { certificateFaults } from "./certificates.ts";
import { containerFaults } from "./containers.ts";
import { revocationFaults } from "./revocation.ts";
import { FaultScene, type DeliberateFault } from "./scene.ts";
import { structureFaults } from "./structure.ts";
import { timestampFaults } from "./timestamps.ts";

export type { DeliberateFault } from "./scene.ts";

/**
 * Everything that can be wrong with a signature, one thing at a time, each with the indication of EN 319 102-1 that a right validation gives.
 * `onReport` is told of the whole report, for whoever draws or keeps reports.
 */
export async function deliberateFaults(onReport?: (report: SignatureReport) => void): Promise<readonly DeliberateFault[]> {
  const scene = await FaultScene.create(onReport);
  return [
    {
      group: "structure",
      fault: "nothing is wrong",
      expected: "TOTAL-PASSED",
      found: () => scene.told(),
    },
    ...structureFaults(scene),
    ...certificateFaults(scene),
    ...revocationFaults(scene),
    ...timestampFaults(scene),
    ...containerFaults(scene),
  ];
}
