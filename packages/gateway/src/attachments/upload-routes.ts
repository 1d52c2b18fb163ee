import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { Server } from "@tus/server";
import type { Locker } from "@tus/server";
import { FiscError } from "@fisc/core";
import type { HttpServer } from "../http/server.ts";
import { problem, statusOf } from "../http/problem.ts";
import { requirePerson } from "../http/server.ts";
import type { Treasury } from "../treasury.ts";
import { fileName } from "./uploads.ts";

type TusOptions = ConstructorParameters<typeof Server>[0];
type TusRequest = Parameters<NonNullable<TusOptions["onIncomingRequest"]>>[0];

/**
 * tus 1.0.0 (resumable uploads) at `/uploads`. Metadata: `filename`, `filetype`, `sha256`. An upload belongs to the person who began it;
 * to all others it does not exist.
 */
export function uploadRoutes(app: HttpServer, treasury: Treasury, locker: Locker): void {
  const owners = new WeakMap<IncomingMessage, string>();
  const ownerOf = (request: TusRequest): string => {
    const raw = request.runtime?.node?.req;
    const owner = raw === undefined ? undefined : owners.get(raw as IncomingMessage);
    if (owner === undefined) throw refusal(new FiscError("session.none"));
    return owner;
  };
  const { uploads } = treasury;
  const slots = treasury.profile.procedures.flatMap((procedure) => procedure.attachments);
  const mediaTypes = new Set(slots.flatMap((slot) => slot.mediaTypes));

  const tus = new Server({
    path: "/uploads",
    datastore: uploads.files,
    locker,
    maxSize: Math.max(0, ...slots.map((slot) => slot.maxBytes)),
    allowedOrigins: [...treasury.portalOrigins],
    allowedCredentials: true,
    namingFunction: () => randomUUID(),
    generateUrl: (_request, { id }) => `${treasury.publicUrl}/uploads/${id}`,
    onIncomingRequest: async (request, id) => {
      const owner = ownerOf(request);
      if (request.method !== "POST" && !(await uploads.owns(id, owner))) throw refusal(new FiscError("not-found"));
    },
    onUploadCreate: async (request, upload) => {
      const { filename, filetype, sha256 } = upload.metadata ?? {};
      if (upload.size === undefined || upload.size === 0 || !/^[0-9a-f]{64}$/u.test(sha256 ?? ""))
        throw refusal(new FiscError("upload.metadata"));
      if (!mediaTypes.has(filetype ?? "")) throw refusal(new FiscError("upload.not-allowed-here", { mediaType: filetype ?? "" }));
      await checked(async () =>
        uploads.begin({
          id: upload.id,
          owner: ownerOf(request),
          name: fileName(filename ?? ""),
          mediaType: filetype ?? "",
          sha256: sha256 ?? "",
          size: upload.size ?? 0,
        }),
      );
      return {};
    },
    onUploadFinish: async (_request, upload) => {
      await checked(() => uploads.finish(upload.id));
      return {};
    },
  });

  // tus reads the body itself, as it comes.
  app.addContentTypeParser("application/offset+octet-stream", (_request, _payload, done) => done(null));
  for (const url of ["/uploads", "/uploads/:id"]) {
    app.route({
      method: ["POST", "HEAD", "PATCH", "DELETE"],
      url,
      schema: { hide: true },
      handler: async (request, reply) => {
        owners.set(request.raw, requirePerson(request).subject);
        for (const [name, value] of Object.entries(reply.getHeaders()))
          if (value !== undefined && !name.startsWith("access-control-")) reply.raw.setHeader(name, value);
        reply.hijack();
        await tus.handle(request.raw, reply.raw);
      },
    });
  }
}

/** What tus sends as an answer: our problem+json as text. */
function refusal(error: FiscError): { readonly status_code: number; readonly body: string } {
  return { status_code: statusOf(error.code), body: JSON.stringify(problem(error)) };
}

async function checked(work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (error instanceof FiscError) throw refusal(error);
    throw error;
  }
}
