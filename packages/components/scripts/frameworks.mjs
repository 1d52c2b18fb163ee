// Types of the elements for templates that are checked: JSX, and Vue's. They say what the classes say, by picking from them.
import { posix } from "node:path";
import { elementsOf, propertiesOf } from "./manifest.mjs";

const heading = "// Written by scripts/write-manifest.mjs from custom-elements.json.";

/** Attributes of HTML, and what an element has by its class. */
const reserved = new Set(["validity", "validationMessage", "form", "willValidate"]);

function describe(manifest) {
  const events = new Map(
    manifest.modules.flatMap(({ path, declarations }) => declarations.filter(({ tagName }) => !tagName).map(({ name }) => [name, path])),
  );
  return elementsOf(manifest).map(({ path, declaration }) => {
    const properties = propertiesOf(declaration).filter(({ name }) => !reserved.has(name));
    return {
      tag: declaration.tagName,
      name: declaration.name,
      path,
      summary: declaration.summary,
      properties: properties.map(({ name }) => name).sort(),
      // An attribute of another name than its property: what a template writes as text.
      attributes: properties
        .filter(({ name, attribute }) => attribute && attribute !== name)
        .map(({ name, attribute }) => [attribute, name]),
      events: (declaration.events ?? []).map(({ name, type }) => ({ name, type: type?.text ?? "Event", path: events.get(type?.text) })),
    };
  });
}

function importsOf(elements) {
  const wanted = new Map();
  for (const { name, path, events } of elements) {
    wanted.set(name, path);
    for (const event of events) if (event.path) wanted.set(event.type, event.path);
  }
  return [...wanted]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, path]) => `import type { ${name} } from "./${posix.relative("src", path)}";`);
}

const union = (names) => (names.length > 0 ? names.map((name) => JSON.stringify(name)).join(" | ") : "never");

function attributesOf({ attributes, name }) {
  if (attributes.length === 0) return "";
  return ` & { ${attributes.map(([attribute, property]) => `${JSON.stringify(attribute)}?: AsText<${name}[${JSON.stringify(property)}]>`).join("; ")} }`;
}

const asText = `/** What a template may write for an attribute: the value, or its text. */
type AsText<Value> = Value extends number ? Value | \`\${number}\` : Value extends boolean ? Value | "" : Value;
`;

const handler = (type) => `(event: ${type}) => void`;

export function jsxTypes(manifest) {
  const elements = describe(manifest);
  const entry = (one) => {
    const events = one.events.flatMap(({ name, type }) =>
      name.includes("-")
        ? [[`on${name}`, type]]
        : [
            [`on${name}`, type],
            [`on${name[0].toUpperCase()}${name.slice(1)}`, type],
          ],
    );
    const listeners =
      events.length > 0 ? ` & { ${events.map(([name, type]) => `${JSON.stringify(name)}?: ${handler(type)}`).join("; ")} }` : "";
    return `  /** ${one.summary} */\n  ${JSON.stringify(one.tag)}: Base<${one.name}> & Partial<Pick<${one.name}, ${union(one.properties)}>>${attributesOf(one)}${listeners};`;
  };
  return `${heading}
/**
 * The elements in JSX. A project says once that its JSX has them; for React 19:
 *
 *     declare module "react" {
 *       namespace JSX {
 *         interface IntrinsicElements extends FiscIntrinsicElements {}
 *       }
 *     }
 */
${importsOf(elements).join("\n")}

${asText}
/** What every element takes, whatever the framework calls its references and children. */
interface Base<Element extends HTMLElement> {
  id?: string;
  class?: string;
  className?: string;
  slot?: string;
  style?: string | object;
  lang?: string;
  dir?: "ltr" | "rtl" | "auto";
  hidden?: boolean;
  title?: string;
  tabIndex?: number;
  children?: unknown;
  key?: string | number | null;
  ref?: { current: Element | null } | ((element: Element | null) => void) | null;
  [data: \`data-\${string}\`]: unknown;
  [aria: \`aria-\${string}\`]: unknown;
}

export interface FiscIntrinsicElements {
${elements.map(entry).join("\n")}
}
`;
}

const camel = (name) => name.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());

export function vueTypes(manifest) {
  const elements = describe(manifest);
  const entry = (one) => {
    const events = one.events.map(({ name, type }) => `on${name[0].toUpperCase()}${camel(name.slice(1))}?: ${handler(type)}`);
    const listeners = events.length > 0 ? ` & { ${events.join("; ")} }` : "";
    return `  /** ${one.summary} */\n  ${JSON.stringify(one.tag)}: Component<Partial<Pick<${one.name}, ${union(one.properties)}>>${attributesOf(one)}${listeners}>;`;
  };
  return `${heading}
/**
 * The elements in Vue's templates. A project says once that it has them, and that they are no components of Vue
 * (\`compilerOptions.isCustomElement: (tag) => tag.startsWith("fisc-")\`):
 *
 *     declare module "vue" {
 *       interface GlobalComponents extends FiscGlobalComponents {}
 *     }
 */
${importsOf(elements).join("\n")}

${asText}
type Component<Props> = new () => { readonly $props: Props };

export interface FiscGlobalComponents {
${elements.map(entry).join("\n")}
}
`;
}
