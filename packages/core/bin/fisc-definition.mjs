#!/usr/bin/env node
// Checks definitions of procedures: fisc-definition check [--profile <module or file>] [--json] file…
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { parseArgs } from "node:util";
import { checkDefinition, definitionMessages } from "@fisc/core/definition";

const help = `Usage: fisc-definition check [options] <file…>

Checks definitions of procedures (JSON) before they are published. One line a fault: file:line:column code message.

  --profile <p>  what a country says of roles, labels and code lists: a JSON file, or a module that exports «profile»
  --json         one JSON document instead of lines
  --help         this text

Ends with 0 where all may be published, 1 where something is wrong with a definition, 2 where the command itself cannot be run.`;

const say = (text) => void process.stdout.write(`${text}\n`);
const complain = (text) => void process.stderr.write(`${text}\n`);

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { profile: { type: "string" }, json: { type: "boolean" }, help: { type: "boolean", short: "h" } },
  });
  const [command, ...files] = positionals;
  if (values.help) say(help);
  else if (command !== "check" || files.length === 0) {
    complain(help);
    process.exitCode = 2;
  } else await check(files, values);
} catch (error) {
  complain(error instanceof Error ? error.message : String(error));
  process.exitCode = 2;
}

async function check(files, { profile: named, json }) {
  const profile = named === undefined ? undefined : await readProfile(named);
  const found = [];
  for (const file of files) {
    const problems = checkDefinition(await readFile(file, "utf8"), profile);
    found.push(...problems.map((problem) => ({ file, ...problem })));
  }
  if (json) say(JSON.stringify({ files: files.length, problems: found }, null, 2));
  else for (const { file, line, column, code, params } of found) say(`${file}:${line}:${column} ${code} ${textOf(code, params)}`);
  if (found.length > 0) process.exitCode = 1;
}

function textOf(code, params) {
  return (definitionMessages[code] ?? code).replace(/\{(\w+)\}/g, (_, name) => params[name] ?? "");
}

async function readProfile(name) {
  if (name.endsWith(".json")) return JSON.parse(await readFile(name, "utf8"));
  const module = await import(/^[./]/.test(name) ? pathToFileURL(resolve(name)).href : name);
  if (!module.profile) throw new Error(`${name} exports no «profile»`);
  return module.profile;
}
