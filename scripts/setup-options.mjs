// What each command understands: its usage is printed from here, and a word that is not understood is told before anything is installed.
import { Stop } from "./setup-process.mjs";

const browsers = "CHROMIUM and FIREFOX may name other browsers than /usr/bin/chromium and /usr/bin/firefox-esr.";

/** Command → what it does, and its options; `value` names what an option takes, `words` what may stand without a dash. */
const commands = {
  demo: {
    does: "starts the demo: PostgreSQL, gateway, Vietnamese portal, sign-in, mail inbox, TABMIS simulator",
    options: {
      "--browser": { does: "open Chromium with the extension, its native host and the demo's tokens" },
      "--walkthrough": { does: "do the whole job in headless Chromium, then stop" },
      "--out": { value: "<dir>", does: "where the walkthrough leaves its screenshots, container and event log (.fisc/walkthrough)" },
      "--port-base": { value: "<number>", does: "first of the seven ports to use (8400)" },
      "--data": { value: "<dir>", does: "where data is kept (.fisc)" },
      "--reset": { does: "begin with empty data" },
    },
  },
  test: {
    does: "runs every check, every test of every package, and the end-to-end tests",
    words: "[suite …]",
    options: { "--list": { does: "name the suites" } },
  },
  conformance: {
    does: "runs the long suites that others published",
    options: { "--all": { does: "list every case, not only those that differ" } },
    note: "FISC_CONFORMANCE_DIR names the folder of the material, which is not part of this repository.",
  },
  bench: { does: "takes the measurements and keeps the figures in docs/figures", options: {} },
};

const line = (name) => (name === "test" ? "npm test" : `npm run ${name}`);

/** The usage of one command, or of all of them. */
export function usage(command) {
  const known = commands[command];
  if (!known) {
    const all = Object.entries(commands).map(([name, { does }]) => `  ${line(name).padEnd(22)} ${does}`);
    return [`Usage: npm run <command> [-- options]`, "", ...all, "", "npm run <command> -- --help tells the options of one."].join("\n");
  }
  const options = Object.entries({ ...known.options, "--help": { does: "print this, and do nothing" } }).map(
    ([name, { value, does }]) => `  ${`${name} ${value ?? ""}`.padEnd(22)} ${does}`,
  );
  const head = `Usage: ${line(command)} [-- [options]${known.words ? ` ${known.words}` : ""}]`;
  return [head, "", `It ${known.does}.`, "", ...options, "", ...(known.note ? [known.note] : []), browsers].join("\n");
}

/**
 * Reads what was typed. Gives the options by name; throws a `Stop` with exit code 2 that names the first word the command does not understand.
 * `environment` is npm's: it tells of options that npm kept for itself because no `--` stood before them.
 */
export function readOptions(command, words, environment) {
  if (command === undefined || command === "--help" || command === "-h") return { help: usage() };
  const known = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!known) throw new Stop(`There is no command "${command}". There are: ${Object.keys(commands).map(line).join(", ")}.`, 2);
  const options = {};
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === "--help" || word === "-h") return { help: usage(command) };
    const [, name = word, given] = /^(--[^=]+)=(.*)$/s.exec(word) ?? [];
    const option = Object.hasOwn(known.options, name) ? known.options[name] : undefined;
    if (!option) {
      if (known.words && !word.startsWith("-")) continue;
      throw new Stop(`${line(command)} does not know "${word}". ${line(command)} -- --help tells what it knows.`, 2);
    }
    if (!option.value && given !== undefined) throw new Stop(`${name} takes no value, but has "${given}".`, 2);
    const value = option.value ? (given ?? words[++at]) : true;
    if (value === undefined || value === "" || (given === undefined && option.value && value.startsWith("--")))
      throw new Stop(`${name} wants a value: ${name} ${option.value}`, 2);
    options[name] = value;
  }
  keptByNpm(command, known.options, environment);
  return { options };
}

/** `npm run demo --walkthrough` gives the option to npm, not to the demo, and the demo would start as if nothing had been asked. */
function keptByNpm(command, options, environment) {
  for (const [name, { value }] of Object.entries(options)) {
    const kept = environment[`npm_config_${name.slice(2).replaceAll("-", "_")}`];
    // Without a value it reads "true"; anything else may be a setting of npm that has the same name (`browser`).
    if (kept === undefined || (!value && kept !== "true")) continue;
    throw new Stop(
      `npm kept ${name} for itself. Write -- before it: ${line(command)} -- ${name}${value ? ` ${kept === "true" ? value : kept}` : ""}`,
      2,
    );
  }
}
