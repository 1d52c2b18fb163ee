// The measurements. Each prints a table and keeps its figures, with date and command, in docs/figures.
import { benchFormEngine } from "../test/src/bench/form-engine.ts";
import { benchFormWeight } from "../test/src/bench/form-weight.ts";

await benchFormWeight();
await benchFormEngine();
// Nothing is left to wait for; a socket that lingers must not keep the terminal.
process.exit();
