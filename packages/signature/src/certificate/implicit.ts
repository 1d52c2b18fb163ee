import type { DerNode } from "../der/read.ts";

/** What an IMPLICIT tag hides: the same octets, read as the universal type `tag`. */
export function implicit(node: DerNode, tag: number): DerNode {
  return { ...node, tag };
}
