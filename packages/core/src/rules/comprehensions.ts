import type { ExpressionNode } from "../model/expression.ts";
import type { Json } from "../model/json.ts";

/** CEL's macros over lists: `on.name(variable, …)`. */
export const macros: ReadonlySet<string> = new Set(["all", "exists", "exists_one", "map", "filter"]);

/** What publication keeps free: a macro's variable that hid one of them would make a rule read what its reader does not expect. */
export const reservedNames: ReadonlySet<string> = new Set(["data", "context", "row", "index", "input"]);

export function isMacro(node: ExpressionNode): boolean {
  return node[0] === "rcall" && macros.has(String(node[1])) && Array.isArray(node[3]);
}

/** Receiver, variable and bodies of a macro. */
export function partsOf(node: ExpressionNode): readonly [ExpressionNode, string, readonly ExpressionNode[]] {
  const [, , receiver, nodes] = node as unknown as readonly [string, string, ExpressionNode, readonly ExpressionNode[]];
  return [receiver, String(nodes[0]?.[1]), nodes.slice(1)];
}

/** The expressions directly below one. */
export function childrenOf(node: ExpressionNode): readonly ExpressionNode[] {
  const [operator, a, b, c] = node as readonly [string, Json, Json, Json];
  if (operator === "value" || operator === "id") return [];
  if (operator === ".") return [a as unknown as ExpressionNode];
  if (operator === "list") return a as unknown as ExpressionNode[];
  if (operator === "map") return (a as unknown as ExpressionNode[][]).flat() as ExpressionNode[];
  if (operator === "call") return Array.isArray(b) ? (b as unknown as ExpressionNode[]) : [];
  if (operator === "rcall") return [b as unknown as ExpressionNode, ...(c as unknown as ExpressionNode[])];
  return node.slice(1) as unknown as ExpressionNode[];
}
