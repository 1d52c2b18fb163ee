import { FiscError } from "@fisc/core";
import { DetailedError, Upload } from "tus-js-client";
import type { FormFile } from "./form-file.ts";

const CHUNK = 2 * 1024 * 1024;

/**
 * Sends a file by tus 1.0.0 and gives the name of the finished upload. It resumes where an earlier try ended, also
 * after a reload. `progress` gets the part that is done, 0 to 1.
 * @throws FiscError `network.offline` (try again later), `session.none`, `attachment.changed`, `attachment.quota`, `attachment.refused`;
 *   `aborted` once `signal` aborts
 */
export function uploadFile(
  file: FormFile & { readonly file: Blob },
  endpoint: string,
  progress: (part: number) => void,
  signal: AbortSignal,
): Promise<string> {
  return new Promise((resolve, reject) => {
    const upload = new Upload(file.file, {
      endpoint,
      chunkSize: CHUNK,
      retryDelays: [0, 1000, 3000],
      metadata: { filename: file.name, filetype: file.mediaType, sha256: file.sha256 },
      fingerprint: () => Promise.resolve(`fisc-upload:${endpoint}:${file.key}:${file.sha256}`),
      removeFingerprintOnSuccess: true,
      onBeforeRequest: (request) => {
        const native: unknown = request.getUnderlyingObject();
        if (native instanceof XMLHttpRequest) native.withCredentials = true;
      },
      onShouldRetry: (error) => {
        const status = statusOf(error);
        return navigator.onLine && (status === 0 || status >= 500 || status === 409 || status === 423);
      },
      onProgress: (sent, total) => progress(total > 0 ? sent / total : 0),
      onSuccess: () => {
        const name = upload.url?.split("/").at(-1)?.split("?")[0];
        if (name) resolve(decodeURIComponent(name));
        else reject(new FiscError("attachment.upload"));
      },
      onError: (error) => reject(failure(error)),
    });
    signal.addEventListener(
      "abort",
      () => {
        void upload.abort();
        reject(new FiscError("aborted"));
      },
      { once: true },
    );
    void upload.findPreviousUploads().then((previous) => {
      const last = previous[0];
      if (last) upload.resumeFromPreviousUpload(last);
      if (!signal.aborted) upload.start();
    }, reject);
  });
}

function statusOf(error: Error): number {
  return error instanceof DetailedError ? (error.originalResponse?.getStatus() ?? 0) : 0;
}

function failure(error: Error): FiscError {
  const status = statusOf(error);
  if (status === 0 || status >= 500 || status === 409 || status === 423 || status === 429)
    return new FiscError("network.offline", {}, { cause: error });
  if (status === 401) return new FiscError("session.none", {}, { cause: error });
  return new FiscError(ownCodes[problemCode(error)] ?? "attachment.refused", { status }, { cause: error });
}

/** Refusals that a person can do something about other than choosing another file. */
const ownCodes: Readonly<Record<string, string>> = { "upload.changed": "attachment.changed", "upload.quota": "attachment.quota" };

/** The `code` of the gateway's problem+json answer. */
function problemCode(error: Error): string {
  const body = error instanceof DetailedError ? error.originalResponse?.getBody() : undefined;
  try {
    const problem: unknown = JSON.parse(body ?? "");
    return typeof problem === "object" && problem !== null && "code" in problem && typeof problem.code === "string" ? problem.code : "";
  } catch {
    return "";
  }
}
