import { fileURLToPath } from "node:url";
import openapiTypescript, { astToString } from "openapi-typescript";
import { contractDocument } from "../src/http/contract-document.ts";

/** Where the client's types live. */
export const schemaFile = fileURLToPath(new URL("../../core/src/api/schema.ts", import.meta.url));

/** TypeScript of the client's side of the contract. The same routes always give the same text. */
export async function contractTypes(): Promise<string> {
  const document = await contractDocument();
  const ast = await openapiTypescript(structuredClone(document) as Parameters<typeof openapiTypescript>[0]);
  return `// Written by \`pnpm contract\` from the gateway's OpenAPI document; not to be edited.\n${astToString(ast)}`;
}
