// Writes schema/procedure.schema.json from its source, for editors and other languages.
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { procedureSchema } from "../src/definition/procedure-schema.ts";

writeFileSync(fileURLToPath(new URL("../schema/procedure.schema.json", import.meta.url)), `${JSON.stringify(procedureSchema, null, 2)}\n`);
