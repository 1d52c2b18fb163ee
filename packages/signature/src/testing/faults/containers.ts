import { digest } from "../../algorithms/verify.ts";
import { concat, toHex, type Bytes } from "../../bytes.ts";
import { signContainer } from "../../asic/sign-container.ts";
import { openContainer } from "../../asic/open-container.ts";
import { validateContainer } from "../../asic/validate-container.ts";
import { collectBytes, createContainer, type ContainerFile } from "../../asic/write-container.ts";
import { writeAsicManifest } from "../../asic/write-manifest.ts";
import { signerFromCryptoKey } from "../../cades/signer.ts";
import { SignatureError } from "../../errors.ts";
import { describe, NOW, type DeliberateFault, type FaultScene } from "./scene.ts";

const utf8 = (text: string): Bytes => new TextEncoder().encode(text);
const FILE = "dossier.json";
const MANIFEST = "META-INF/ASiCManifest001.xml";
const SIGNATURE = "META-INF/signature001.p7s";

/** ASiC-E: files, manifests, signature files. */
export function containerFaults(scene: FaultScene): DeliberateFault[] {
  const { person } = scene;
  const signed = async (): Promise<Map<string, Bytes>> => {
    const container = await createContainer([{ name: FILE, bytes: utf8('{"a":1}') }]);
    const signer = signerFromCryptoKey(person.privateKey.key, person.certificate);
    const input = { container, signer, chain: person.chain, signingTime: NOW };
    return new Map(await openContainer(await collectBytes((sink) => signContainer(input, sink))));
  };
  const told = async (container: Bytes): Promise<string> => {
    try {
      const report = await validateContainer({ container, trustAnchors: [scene.pki.root.certificate], crls: await scene.lists(), at: NOW });
      const [signature] = report.signatures.map((one) => scene.seen(one));
      const unsigned = report.unsigned.length > 0 ? `, unsigned: ${report.unsigned.join(" ")}` : "";
      return `${signature ? describe(signature) : "no signature"}${unsigned}`;
    } catch (error) {
      if (error instanceof SignatureError) return `refused: ${error.code}`;
      throw error;
    }
  };
  const fault = (name: string, expected: string, change: (files: Map<string, Bytes>) => void | Promise<void>): DeliberateFault => ({
    group: "containers",
    fault: name,
    expected,
    found: async () => {
      const files = await signed();
      await change(files);
      return told(await createContainer([...files].map(([file, bytes]): ContainerFile => ({ name: file, bytes }))));
    },
  });
  const whole = (name: string, expected: string, change: (container: Bytes) => Bytes): DeliberateFault => ({
    group: "containers",
    fault: name,
    expected,
    found: async () => told(change(await createContainer([...(await signed())].map(([file, bytes]) => ({ name: file, bytes }))))),
  });
  const changed = utf8('{"a":2}');
  return [
    fault(
      "a signed file is another one",
      `TOTAL-FAILED/HASH_FAILURE at signed-file, unsigned: ${FILE}`,
      (files) => void files.set(FILE, changed),
    ),
    fault("a signed file is missing", "INDETERMINATE/SIGNED_DATA_NOT_FOUND at signed-file", (files) => void files.delete(FILE)),
    fault("the manifest was made to fit another file", `TOTAL-FAILED/HASH_FAILURE at message-digest, unsigned: ${FILE}`, async (files) => {
      const sha256 = toHex(await digest("SHA-256", changed));
      files.set(FILE, changed);
      files.set(
        MANIFEST,
        concat(writeAsicManifest({ signature: SIGNATURE, files: [{ name: FILE, mediaType: "application/json", sha256 }] })),
      );
    }),
    fault(
      "the manifest is no manifest",
      `TOTAL-FAILED/FORMAT_FAILURE at format, unsigned: ${FILE} ${SIGNATURE}`,
      (files) => void files.set(MANIFEST, utf8("<a/>")),
    ),
    fault(
      "the signature file is missing",
      `TOTAL-FAILED/FORMAT_FAILURE at format, unsigned: ${FILE}`,
      (files) => void files.delete(SIGNATURE),
    ),
    fault("a file was added that nobody signed", "TOTAL-PASSED, unsigned: note.txt", (files) => void files.set("note.txt", utf8("x"))),
    whole("bytes are appended to it", "refused: container.malformed", (container) => concat(container, utf8("x"))),
    whole("one byte of a file in it is another", "refused: container.malformed", (container) => {
      const at = new TextDecoder("latin1").decode(container).indexOf('{"a":1}') + 5;
      return container.map((byte, index) => (index === at ? byte ^ 1 : byte));
    }),
  ];
}
