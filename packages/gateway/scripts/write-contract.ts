import { writeFile } from "node:fs/promises";
import { contractTypes, schemaFile } from "./contract.ts";

await writeFile(schemaFile, await contractTypes());
