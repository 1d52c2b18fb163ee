// The design tokens, as `foundation/tokens.ts` declares them, and which of them an element's styles read.
import { existsSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";

const folder = resolve(import.meta.dirname, "..");

const read = (path) => readFileSync(path, "utf8");

/** Every token that the styles define: the public name, the name inside, what it is for, and the default as written. */
export function tokens(text = read(resolve(folder, "src/foundation/tokens.ts"))) {
  const about = documentedTokens(text);
  const publicly = (value) => value.replace(/var\((--_[a-z-]+)\)/g, (own, inside) => names.get(inside) ?? own);
  const names = new Map(
    [...text.matchAll(/^\s*(--_[a-z-]+):[^;]*?var\((--fisc-[a-z-]+)/gm)].map(([, inside, name]) => [inside, `var(${name})`]),
  );
  return [...text.matchAll(/^\s*(--_[a-z-]+):\s*([^;]+);/gm)].flatMap(([, inside, value]) => {
    const [, name] = /var\((--fisc-[a-z-]+)/.exec(value) ?? [];
    return name ? [{ name, inside, about: about.get(name) ?? "", default: publicly(defaultOf(value, name)) }] : [];
  });
}

/** Public name of a token → what it is for, from the `@cssproperty` lines above the styles. */
export function documentedTokens(text = read(resolve(folder, "src/foundation/tokens.ts"))) {
  return new Map([...text.matchAll(/@cssproperty (--fisc-[a-z-]+) - (.+)$/gm)].map(([, name, about]) => [name, about.trim()]));
}

/** What stands where a portal sets nothing: the fallback of `var(name, fallback)`, with its brackets. */
function defaultOf(value, name) {
  const start = value.indexOf(`var(${name},`) + `var(${name},`.length;
  let depth = 1;
  let end = start;
  for (; depth > 0 && end < value.length; end += 1) depth += value[end] === "(" ? 1 : value[end] === ")" ? -1 : 0;
  return value
    .slice(start, end - 1)
    .replace(/\s+/g, " ")
    .trim();
}

/** Modules that one imports from this package, at once or late. */
function imports(path) {
  const text = read(path);
  return [...text.matchAll(/(?:from|import)\s*\(?\s*"(\.[^"]+\.ts)"/g)].map(([, to]) => resolve(dirname(path), to)).filter(existsSync);
}

/** `cssProperties` of the element whose class stands at `path`: tokens that its styles, and those it takes along, read. */
export function tokensReadBy(path) {
  const seen = new Set();
  const visit = (file) => {
    if (seen.has(file) || /\/define\.ts$|\/locales\/|\/testing\//.test(file)) return;
    seen.add(file);
    imports(file).forEach(visit);
  };
  visit(resolve(folder, path));
  const styles = [...seen].map(read).join("\n");
  return tokens()
    .filter(({ inside }) => styles.includes(`var(${inside})`) || styles.includes(`var(${inside},`))
    .map(({ name, about, default: value }) => ({ name, description: about, default: value }));
}
