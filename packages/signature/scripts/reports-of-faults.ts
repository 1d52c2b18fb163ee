// Reports of everything that can be wrong with a signature, as JSON: whoever draws reports tries its hand on them.
import { validateContainer } from "../src/asic/validate-container.ts";
import { signContainer } from "../src/asic/sign-container.ts";
import { collectBytes, createContainer } from "../src/asic/write-container.ts";
import { signerFromCryptoKey } from "../src/cades/signer.ts";
import { countersign } from "../src/cades/add-signer.ts";
import type { SignatureReport } from "../src/cades/validate-signature.ts";
import { FaultScene, NOW } from "../src/testing/faults/scene.ts";
import { deliberateFaults } from "../src/testing/index.ts";

const signatures: { readonly fault: string; readonly report: SignatureReport }[] = [];
let fault = "";
for (const each of await deliberateFaults((report) => void signatures.push({ fault, report }))) {
  fault = each.fault;
  await each.found();
}

const scene = await FaultScene.create((report) => void signatures.push({ fault, report }));
fault = "it is looked into no further than once";
await scene.report({ workLimits: { signatures: 1, steps: 1, nameComparisons: 1, listComparisons: 1 } });
fault = "nobody asked whether it is revoked";
await scene.report({ revocation: "unchecked" });
fault = "somebody countersigned it";
await scene.report({
  signature: await countersign({
    signature: scene.genuine,
    signer: signerFromCryptoKey(scene.other.privateKey.key, scene.other.certificate),
    chain: scene.other.chain,
    signingTime: NOW,
  }),
});

const container = await collectBytes(async (sink) =>
  signContainer(
    {
      container: await createContainer([{ name: "dossier.json", bytes: scene.content }]),
      signer: signerFromCryptoKey(scene.person.privateKey.key, scene.person.certificate),
      chain: scene.person.chain,
      signingTime: NOW,
    },
    sink,
  ),
);
const question = { trustAnchors: [scene.pki.root.certificate], crls: await scene.lists(), at: NOW };
const { entries: _entries, ...whole } = await validateContainer({ container, ...question });

process.stdout.write(JSON.stringify({ signatures, container: whole }));
