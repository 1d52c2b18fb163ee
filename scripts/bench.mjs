// The measurements. Each prints a table and keeps its figures, with date and command, in docs/figures.
import { benchFormEngine } from "../test/src/bench/form-engine.ts";
import { benchFormWeight } from "../test/src/bench/form-weight.ts";
import { benchLeaks } from "../test/src/bench/leaks.ts";
import { benchLineTable } from "../test/src/bench/line-table.ts";
import { benchNationalHashes } from "../test/src/bench/national-hashes.ts";
import { benchNationalSignatures } from "../test/src/bench/national-signatures.ts";
import { benchSignature } from "../test/src/bench/signature.ts";

await benchFormWeight();
await benchFormEngine();
await benchLineTable();
await benchLeaks();
await benchNationalHashes();
await benchNationalSignatures();
await benchSignature();
// Nothing is left to wait for; a socket that lingers must not keep the terminal.
process.exit();
