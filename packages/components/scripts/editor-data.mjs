// What editors show and complete: VS Code's custom data for HTML and CSS, and JetBrains' web types.
import { elementsOf, propertiesOf } from "./manifest.mjs";
import { tokens } from "./tokens-of-elements.mjs";

/** Values of an attribute whose type is a union of texts. */
function values(type = "") {
  const parts = type.split("|").map((part) => part.trim());
  return parts.every((part) => /^"[^"]*"$/.test(part)) ? parts.map((part) => part.slice(1, -1)).filter(Boolean) : [];
}

const told = (declaration) => [declaration.summary, declaration.description].filter(Boolean).join("\n\n");

/** https://github.com/microsoft/vscode-custom-data, version 1.1 */
export function htmlData(manifest) {
  return {
    version: 1.1,
    tags: elementsOf(manifest).map(({ declaration }) => ({
      name: declaration.tagName,
      description: { kind: "markdown", value: told(declaration) },
      attributes: (declaration.attributes ?? []).map(({ name, description = "", type }) => ({
        name,
        description,
        ...(type?.text === "boolean" ? { valueSet: "v" } : {}),
        ...(values(type?.text).length > 0 ? { values: values(type?.text).map((value) => ({ name: value })) } : {}),
      })),
    })),
  };
}

export function cssData(manifest) {
  const parts = new Map();
  for (const { declaration } of elementsOf(manifest))
    for (const { name } of declaration.cssParts ?? []) parts.set(name, [...(parts.get(name) ?? []), declaration.tagName]);
  return {
    version: 1.1,
    properties: tokens().map(({ name, about, default: value }) => ({ name, description: `${about} Default: ${value}` })),
    pseudoElements: [...parts]
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, tags]) => ({
        name: `::part(${name})`,
        description: tags.map((tag) => `<${tag}>`).join(", "),
      })),
  };
}

/** https://github.com/JetBrains/web-types */
export function webTypes(manifest, { name, version }) {
  const plain = ({ name, description }) => ({ name, description });
  return {
    $schema: "https://json.schemastore.org/web-types",
    name,
    version,
    "description-markup": "markdown",
    contributions: {
      html: {
        elements: elementsOf(manifest).map(({ declaration }) => ({
          name: declaration.tagName,
          description: told(declaration),
          attributes: (declaration.attributes ?? []).map(({ name, description, type, default: value }) => ({
            name,
            description,
            ...(value === undefined ? {} : { default: value }),
            value: { type: type?.text ?? "string" },
          })),
          slots: (declaration.slots ?? []).map(plain),
          css: {
            parts: (declaration.cssParts ?? []).map(plain),
            properties: (declaration.cssProperties ?? []).map(({ name, description, default: value }) => ({
              name,
              description,
              default: value,
            })),
          },
          js: {
            properties: propertiesOf(declaration).map(({ name, description, type }) => ({
              name,
              description,
              type: type?.text ?? "unknown",
            })),
            events: (declaration.events ?? []).map(({ name, description, type }) => ({ name, description, type: type?.text ?? "Event" })),
          },
        })),
      },
    },
  };
}
