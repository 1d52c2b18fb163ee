import { FiscError } from "@fisc/core";
import type { FastifyInstance } from "fastify";

const mostDepth = 40;
const mostNodes = 200_000;
const mostCharacters = 20_000;
/** Names that reach an object's prototype when a careless reader assigns them. */
const forbiddenNames = new Set(["__proto__", "constructor", "prototype"]);

/** Refuses a hostile JSON body before anything recursive looks at it. */
export function guardInput(app: FastifyInstance): void {
  app.addHook("preValidation", (request, _reply, done) => {
    try {
      checkInput(request.body);
      done();
    } catch (error) {
      done(error as Error);
    }
  });
}

/**
 * Without recursion, so that depth costs nothing but the answer. Texts must be well-formed Unicode (RFC 8785 has no form for others)
 * and hold no NUL (PostgreSQL keeps none).
 * @throws FiscError `input.too-deep`, `input.too-large`, `input.name`, `input.text`
 */
export function checkInput(body: unknown): void {
  const open: { readonly value: unknown; readonly depth: number }[] = [{ value: body, depth: 0 }];
  let nodes = 0;
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    nodes += 1;
    if (nodes > mostNodes) throw new FiscError("input.too-large", { nodes: mostNodes });
    if (next.depth > mostDepth) throw new FiscError("input.too-deep", { depth: mostDepth });
    const { value } = next;
    if (typeof value === "string") checkText(value);
    if (typeof value !== "object" || value === null) continue;
    for (const [name, child] of Object.entries(value)) {
      if (forbiddenNames.has(name)) throw new FiscError("input.name", { name });
      checkText(name);
      open.push({ value: child, depth: next.depth + 1 });
    }
  }
}

/** Base64 of signatures and manifests is longer than any text of a form; its own schema bounds it. */
const base64 = /^[A-Za-z0-9+/]+={0,2}$/u;

function checkText(text: string): void {
  if (text.length > mostCharacters && !base64.test(text)) throw new FiscError("input.too-large", { characters: mostCharacters });
  if (!text.isWellFormed() || text.includes("\0")) throw new FiscError("input.text");
}
