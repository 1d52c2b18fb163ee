// The codes that a failure can have, read from the sources: the first argument of every `new FiscError(…)` and of `super(…)` in its heirs.
import ts from "typescript";

/**
 * @param source text of a TypeScript file
 * @returns {{ codes: readonly string[], unread: readonly string[] }} `unread`: what the code is taken from where it is no literal of this file
 */
export function failureCodes(source) {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const codes = new Set();
  const unread = [];
  const walk = (node) => {
    const argument = codeArgument(node);
    if (argument) {
      const values = literals(argument, file, new Set());
      if (values === null) unread.push(argument.getText(file));
      else for (const value of values) codes.add(value);
    }
    ts.forEachChild(node, walk);
  };
  walk(file);
  return { codes: [...codes], unread };
}

function codeArgument(node) {
  if (ts.isNewExpression(node) && node.expression.getText() === "FiscError") return node.arguments?.[0];
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.SuperKeyword) return undefined;
  const heir = ts.findAncestor(node, ts.isClassDeclaration);
  return heir?.heritageClauses?.some(({ types }) => types.some(({ expression }) => expression.getText() === "FiscError"))
    ? node.arguments[0]
    : undefined;
}

/** Every text that an expression can be, or null where this file does not tell. */
function literals(node, file, seen) {
  if (ts.isStringLiteralLike(node)) return [node.text];
  if (node.kind === ts.SyntaxKind.NullKeyword || node.getText(file) === "undefined") return [];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node) || ts.isNonNullExpression(node) || ts.isSatisfiesExpression(node))
    return literals(node.expression, file, seen);
  if (ts.isConditionalExpression(node)) return join([node.whenTrue, node.whenFalse], file, seen);
  if (ts.isBinaryExpression(node) && [ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken].includes(node.operatorToken.kind))
    return join([node.left, node.right], file, seen);
  if (ts.isElementAccessExpression(node)) return literals(node.expression, file, seen);
  if (ts.isObjectLiteralExpression(node))
    return join(
      node.properties.map((property) => (ts.isPropertyAssignment(property) ? property.initializer : property)),
      file,
      seen,
    );
  if (!ts.isIdentifier(node) || seen.has(node.text)) return null;
  return declared(node, file, new Set([...seen, node.text]));
}

function join(nodes, file, seen) {
  const all = nodes.map((node) => literals(node, file, seen));
  return all.includes(null) ? null : all.flat();
}

/** What a name stands for where it is used: a constant, or the parameter of a function that only this file calls. */
function declared(use, file, seen) {
  const owner = (node) => ts.findAncestor(node.parent, (each) => ts.isFunctionLike(each) || ts.isSourceFile(each));
  const inScope = [];
  const walk = (node) => {
    const isNamed = (ts.isVariableDeclaration(node) || ts.isParameter(node)) && node.name.getText(file) === use.text;
    if (isNamed && ts.findAncestor(use, (each) => each === owner(node))) inScope.push(node);
    ts.forEachChild(node, walk);
  };
  walk(file);
  const nearest = inScope.reduce((best, each) => (best && owner(best).pos > owner(each).pos ? best : each), undefined);
  if (!nearest) return null;
  const values = ts.isParameter(nearest) ? argumentsFor(nearest, file) : nearest.initializer ? [nearest.initializer] : null;
  return values === null ? null : join(values, file, seen);
}

function argumentsFor(parameter, file) {
  const owner = parameter.parent;
  if (!ts.isFunctionDeclaration(owner) || !owner.name || owner.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    return null;
  const index = owner.parameters.indexOf(parameter);
  const given = [];
  const walk = (node) => {
    if (ts.isCallExpression(node) && node.expression.getText(file) === owner.name.text)
      given.push(node.arguments[index] ?? parameter.initializer);
    ts.forEachChild(node, walk);
  };
  walk(file);
  return given.includes(undefined) ? null : given;
}
