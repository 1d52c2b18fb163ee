import type { Draft, DraftAside, DraftBase, Mergeable } from "@fisc/core/drafts";
import { mergeDrafts } from "@fisc/core/drafts/merge";
import { sameJson } from "@fisc/core/rules";
import type { DraftOwner } from "./draft-keeper.ts";

/**
 * Brings what another tab saved into the form.
 * @returns `theirs` as this form holds it; `isMore`: the form now has what is not on disk
 */
export async function mergeTheirs(
  owner: DraftOwner,
  base: DraftBase,
  onDisk: Draft,
): Promise<{ readonly theirs: Draft; readonly isMore: boolean }> {
  // First theirs: it may bring the form to a newer version, which the base then follows.
  const theirs = await owner.expect(onDisk);
  const merged = await merge(owner, await owner.expect(base), theirs, theirs);
  return { theirs, isMore: !sameJson(merged.data, theirs.data) || merged.attachments.length !== theirs.attachments.length };
}

/** Brings a version that a tab which is gone set aside into the form. Without what it began from, all that differs is asked. */
export async function mergeLeft(owner: DraftOwner, left: DraftAside): Promise<void> {
  const theirs = await owner.expect(left);
  const base = await owner.expect(left.base ?? { data: {}, attachments: [], procedureVersion: left.procedureVersion });
  await merge(owner, base, theirs);
}

/** Asks where both changed the same, and brings what is to stay into the form. */
async function merge(owner: DraftOwner, base: DraftBase, theirs: Draft, onDisk?: Draft): Promise<Mergeable> {
  const mine = owner.content();
  const { merged, conflicts } = mergeDrafts(base, mine, theirs);
  const chosen = conflicts.length > 0 ? await owner.ask(merged, conflicts) : merged;
  // What was typed while the person chose is newer than what they chose from.
  const late = mergeDrafts(mine, owner.content(), chosen);
  owner.takeOver(late.merged, onDisk);
  return late.merged;
}
