// What the record of the elements does not say, or says and the code does not have.
import { posix } from "node:path";
import { elementsOf, propertiesOf } from "./manifest.mjs";

/** The browser fires it from the control inside. */
const native = new Set(["input", "change"]);

/** Text of the module at `path` and of those that it imports, at once or late: those for which `follows` says so. */
function textFrom(sources, path, follows) {
  const byPath = new Map(sources.map((source) => [source.path, source.text]));
  const seen = new Set();
  const visit = (at) => {
    const text = byPath.get(at);
    if (text === undefined || seen.has(at)) return;
    seen.add(at);
    for (const [, to] of text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+\.ts)"/g)) {
      const next = posix.join(posix.dirname(at), to);
      if (follows(next)) visit(next);
    }
  };
  visit(path);
  return [...seen].map((at) => byPath.get(at)).join("\n");
}

/** What an element draws and fires itself: its class, and the modules of its room that it uses. */
const roomText = (sources, path) =>
  textFrom(sources, path, (next) => posix.dirname(next) === posix.dirname(path) && posix.dirname(path) !== "src/foundation");

/** The same with all that it leans on. */
const reachedText = (sources, path) => textFrom(sources, path, (next) => !next.endsWith("/define.ts"));

const names = (items) => (items ?? []).map(({ name }) => name ?? "");

const partsIn = (text) => sum([...text.matchAll(/(?<![\w-])part="([\w-]+)"/g)].map(([, part]) => part));

const sum = (texts) => [...new Set(texts)].sort();

/** Lines for people; none where the record and the code agree. */
export function recordFaults(manifest, written) {
  const sources = written.map(({ path, text }) => ({ path, text: text.replace(/\/\*[^]*?\*\//g, "") }));
  const faults = [];
  const eventNames = new Map(
    sources.flatMap(({ text }) =>
      [...text.matchAll(/class (\w+) extends Event\b[^]*?(?:type = |super\()"([\w-]+)"/g)].map(([, name, type]) => [name, type]),
    ),
  );
  const firedIn = (text) =>
    sum([...text.matchAll(/dispatchEvent\(\s*new (\w+)\((?:"([\w-]+)")?/g)].map(([, type, name]) => name ?? eventNames.get(type) ?? type));
  const defined = sources.flatMap(({ text }) => [...text.matchAll(/^define\("([\w-]+)"/gm)].map(([, tag]) => tag));
  const recorded = elementsOf(manifest);
  for (const tag of defined)
    if (!recorded.some(({ declaration }) => declaration.tagName === tag)) faults.push(`<${tag}> is registered and not in the record`);
  for (const one of recorded) {
    const { declaration } = one;
    const say = (fault) => faults.push(`<${declaration.tagName}> ${fault}`);
    const own = roomText(sources, one.path);
    const reached = reachedText(sources, one.path);
    if (!declaration.summary) say("has no @summary");
    for (const property of propertiesOf(declaration)) {
      if (!property.description) say(`has a property without a description: ${property.name}`);
      if (property.default === undefined && !property.type?.text) say(`has a property without a default or a type: ${property.name}`);
    }
    for (const list of ["events", "cssParts", "cssStates", "slots"])
      for (const { name, description } of declaration[list] ?? []) if (!description) say(`does not say what ${name || "its slot"} is`);

    const saidParts = names(declaration.cssParts);
    for (const part of saidParts) if (!partsIn(reached).includes(part)) say(`says it has the part ${part}, which nothing draws`);
    for (const part of partsIn(own)) if (!saidParts.includes(part)) say(`draws a part that is not in the record: ${part}`);

    const saidEvents = names(declaration.events);
    for (const event of firedIn(own)) if (!saidEvents.includes(event)) say(`fires an event that is not in the record: ${event}`);
    for (const event of saidEvents)
      if (!firedIn(reached).includes(event) && !native.has(event)) say(`says it fires ${event}, which nothing does`);

    const saidStates = names(declaration.cssStates);
    for (const state of saidStates) if (!reached.includes(`"${state}"`)) say(`says it has the state ${state}, which nothing sets`);

    const saidSlots = names(declaration.slots);
    for (const slot of sum([...own.matchAll(/<slot(?: name="([\w-]+)")?[\s>]/g)].map(([, slot]) => slot ?? "")))
      if (!saidSlots.includes(slot)) say(`has a slot that is not in the record: ${slot || "the default one"}`);
  }
  return faults;
}
