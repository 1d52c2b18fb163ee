import "@fisc/components/signature-report/define";
import { TrustedWorker } from "@fisc/components/foundation/trusted-worker";

type Answer = { readonly report: unknown } | { readonly failed: string };

/** Fetches a dossier's container and checks every signature in it, here, without the gateway's word for it. Rejects where it cannot be fetched or opened. */
export async function checkSignatures(containerUrl: string): Promise<unknown> {
  const [container, trust] = await Promise.all([
    fetch(containerUrl, { credentials: "include" })
      .then(whole)
      .then((answer) => answer.blob()),
    fetch("signature-trust.json", { cache: "no-store" })
      .then(whole)
      .then((answer) => answer.json() as Promise<unknown>),
  ]);
  // the name that bundlers look for
  const Worker = TrustedWorker;
  const worker = new Worker(new URL("./check-worker.ts", import.meta.url), { type: "module" });
  try {
    const answer = await new Promise<Answer>((resolve, reject) => {
      worker.onmessage = ({ data }: MessageEvent<Answer>) => resolve(data);
      worker.onerror = () => reject(new Error("the worker could not be loaded"));
      worker.postMessage({ container, trust });
    });
    if ("failed" in answer) throw new Error(answer.failed);
    return answer.report;
  } finally {
    worker.terminate();
  }
}

function whole(answer: Response): Response {
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status}`);
  return answer;
}
