// What the analyzer of custom-elements manifests does not know of by itself: how this house registers, documents and hides.
import { posix } from "node:path";

const elements = (manifest) =>
  manifest.modules.flatMap((module) => (module.declarations ?? []).map((declaration) => ({ module, declaration })));

/** `define("fisc-x", X)` of a room's `define.ts` registers a tag, as `customElements.define` does. */
export const definePlugin = {
  name: "fisc-define",
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isCallExpression(node) || node.expression.getText() !== "define" || node.arguments.length !== 2) return;
    const [tag, element] = node.arguments;
    if (!ts.isStringLiteral(tag)) return;
    const name = element.getText();
    const from = node
      .getSourceFile()
      .statements.filter((statement) => ts.isImportDeclaration(statement))
      .find((statement) => statement.importClause?.namedBindings?.elements?.some((one) => one.name.getText() === name));
    if (!from) return;
    const module = posix.join(posix.dirname(moduleDoc.path), from.moduleSpecifier.text);
    moduleDoc.exports.push({ kind: "custom-element-definition", name: tag.text, declaration: { name, module } });
  },
};

/** The events that `@fires` names, type before or after the name. What the analyzer guesses from calls is no record: it names arguments. */
function firedEvents(ts, node) {
  return (node.jsDoc ?? [])
    .flatMap((doc) => [...(doc.tags ?? [])])
    .filter((tag) => tag.tagName.text === "fires")
    .map((tag) => ts.getTextOfJSDocComment(tag.comment) ?? "")
    .map((text) => {
      const [, first, name, second, description] = /^(?:\{(\w+)\}\s+)?([\w-]+)\s+-\s*(?:\{(\w+)\}\s*)?([^]*)$/.exec(text) ?? [
        undefined,
        undefined,
        text,
      ];
      return { name, type: { text: first ?? second ?? "Event" }, description: description ?? "" };
    });
}

/** `@documentation` is the description where there is none of its own; `@fires` may name the event before its type. */
export const docPlugin = {
  name: "fisc-doc",
  analyzePhase({ ts, node, moduleDoc }) {
    if (!ts.isClassDeclaration(node)) return;
    const declaration = moduleDoc.declarations.find(({ name }) => name === node.name?.getText());
    if (!declaration) return;
    const texts = (node.jsDoc ?? [])
      .flatMap((doc) => [doc.comment, ...(doc.tags ?? []).filter((tag) => tag.tagName.text === "documentation").map((tag) => tag.comment)])
      .map((text) => ts.getTextOfJSDocComment(text))
      .filter(Boolean);
    if (texts.length > 0) declaration.description = texts.join("\n\n");
    declaration.events = firedEvents(ts, node);
    for (const list of ["events", "cssParts", "cssStates", "slots"])
      for (const one of declaration[list] ?? []) one.description = one.description?.replace(/^-\s*/, "").replace(/\s*\n\s*/g, " ");
  },
};

/** What the platform calls, and what is nobody's business outside: the record is of what a page may use. */
const platform = /^(form\w+Callback|static texts|texts|shadowRootOptions|formAssociated|internals|environment|localize)$/;

/** What every control has by the platform's example: no class says it again. */
const asNative = {
  focus: "Puts the focus into it.",
  checkValidity: "As native controls: whether it is valid; an `invalid` event where it is not.",
  reportValidity: "As native controls: the same, and the fault is shown.",
  form: "The form that it belongs to.",
  validity: "As native controls.",
  validationMessage: "As native controls.",
  willValidate: "As native controls.",
};

export const publicOnlyPlugin = {
  name: "fisc-public-only",
  packageLinkPhase({ customElementsManifest }) {
    for (const { declaration } of elements(customElementsManifest)) {
      if (declaration.kind !== "class") continue;
      declaration.members = declaration.members?.filter(
        ({ name, privacy, static: isStatic }) =>
          (privacy === undefined || privacy === "public") && !isStatic && !name.startsWith("#") && !platform.test(name),
      );
      for (const one of declaration.members ?? []) one.description ??= asNative[one.name];
      // A method or a getter without a word is there for the modules of the room.
      declaration.members = declaration.members?.filter(
        ({ kind, readonly, description }) => description || (kind === "field" && !readonly),
      );
      const seen = new Set(declaration.members?.filter(({ attribute }) => attribute).map(({ attribute }) => attribute));
      declaration.attributes = declaration.attributes?.filter(({ name }) => seen.has(name));
      for (const list of ["members", "attributes"])
        for (const one of declaration[list] ?? []) {
          if (one.description) one.description = one.description.replace(/\s*\n\s*/g, " ");
          if (one.type?.text) one.type.text = one.type.text.replace(/\s*\n\s*/g, " ");
          delete one.privacy;
          delete one.resolveInitializer;
        }
    }
  },
};

/** `value: Value` of a base class has the type that the element gives it. */
export function typeParametersPlugin() {
  const classes = new Map();
  return {
    name: "fisc-type-parameters",
    analyzePhase({ ts, node }) {
      if (!ts.isClassDeclaration(node) || !node.name) return;
      const base = node.heritageClauses?.find(({ token }) => token === ts.SyntaxKind.ExtendsKeyword)?.types[0];
      classes.set(node.name.text, {
        parameters: (node.typeParameters ?? []).map(({ name }) => name.text),
        base: base?.expression.getText(),
        given: (base?.typeArguments ?? []).map((type) => type.getText()),
      });
    },
    packageLinkPhase({ customElementsManifest }) {
      for (const { declaration } of elements(customElementsManifest)) {
        if (!declaration.tagName && declaration.kind !== "class") continue;
        const types = new Map();
        for (let at = classes.get(declaration.name); at;) {
          const base = classes.get(at.base);
          base?.parameters.forEach((name, index) => types.set(name, types.get(at.given[index]) ?? at.given[index] ?? name));
          at = base;
        }
        for (const one of [...(declaration.members ?? []), ...(declaration.attributes ?? [])])
          if (one.type?.text && types.has(one.type.text)) one.type = { text: types.get(one.type.text) };
      }
    },
  };
}

/** Keeps elements, what they descend from, and the classes of their events. */
export const roomsPlugin = {
  name: "fisc-rooms",
  packageLinkPhase({ customElementsManifest: manifest }) {
    const all = elements(manifest);
    const byName = new Map(all.map(({ declaration }) => [declaration.name, declaration]));
    const kept = new Set();
    const keep = (name) => {
      const declaration = byName.get(name);
      if (declaration?.kind !== "class" || kept.has(declaration)) return;
      kept.add(declaration);
      if (declaration.superclass) keep(declaration.superclass.name);
    };
    for (const { declaration } of all) {
      if (!declaration.tagName) continue;
      declaration.customElement = true;
      keep(declaration.name);
      for (const { type } of declaration.events ?? []) if (type) keep(type.text);
    }
    for (const module of manifest.modules) {
      module.declarations = (module.declarations ?? []).filter((declaration) => kept.has(declaration));
      const names = new Set(module.declarations.map(({ name }) => name));
      module.exports = (module.exports ?? []).filter(
        ({ kind, declaration }) =>
          (kind === "custom-element-definition" && kept.has(byName.get(declaration?.name))) ||
          (names.has(declaration?.name) && (declaration.module ?? module.path) === module.path),
      );
    }
    manifest.modules = manifest.modules
      .filter(({ declarations, exports }) => declarations.length > 0 || exports.length > 0)
      .sort((one, other) => (one.path < other.path ? -1 : 1));
  },
};
