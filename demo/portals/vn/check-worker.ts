import { validateContainer } from "@fisc/signature";

interface Asked {
  readonly container: Blob;
  /** DER, base64. */
  readonly trust: { readonly trustAnchors: readonly string[]; readonly crls: readonly string[] };
}

/** Checks a container away from the page, which stays alive meanwhile. Answers with the report, or with the code of the refusal. */
addEventListener("message", ({ data }: MessageEvent<Asked>) => {
  const der = (base64: string): Uint8Array => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  const { container, trust } = data;
  validateContainer({
    container,
    trustAnchors: trust.trustAnchors.map(der),
    crls: trust.crls.map(der),
    keyUsage: ["nonRepudiation"],
    at: new Date(),
  }).then(
    ({ entries: _entries, ...report }) => postMessage({ report }),
    (error: unknown) => postMessage({ failed: error instanceof Error ? error.message : String(error) }),
  );
});
