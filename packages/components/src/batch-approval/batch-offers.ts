import type { AvailableAction, Dossier, PublishedProcedure } from "@fisc/core";

/** What became of one dossier of a batch. */
export type BatchOutcome =
  | { readonly status: "waiting" | "sending" | "done" | "untried" }
  | { readonly status: "failed"; readonly error: unknown };

/** A dossier as it was when the person saw the list: what is done is done to this revision or not at all. */
export interface BatchItem {
  readonly dossier: Dossier;
  readonly procedure: PublishedProcedure;
  readonly outcome: BatchOutcome;
}

/** One action that is open to the person on several dossiers of one procedure. */
export interface BatchOffer {
  /** Tells it from the same action of another procedure. */
  readonly key: string;
  readonly action: AvailableAction;
  readonly items: readonly BatchItem[];
}

/**
 * What can be done to several dossiers at once, to most of them first. An action that asks for a reason or for what is to be put right is
 * none of these: each dossier has its own.
 */
export function batchOffers(items: readonly BatchItem[]): readonly BatchOffer[] {
  const offers = new Map<string, { action: AvailableAction; items: BatchItem[] }>();
  for (const item of items) {
    for (const action of item.dossier.actions) {
      if (action.needs.reason || action.needs.fixes) continue;
      const key = `${item.procedure.id}/${action.action}/${JSON.stringify(action.needs)}`;
      const offer = offers.get(key) ?? { action, items: [] };
      offer.items.push(item);
      offers.set(key, offer);
    }
  }
  return [...offers].map(([key, offer]) => ({ key, ...offer })).sort((a, b) => b.items.length - a.items.length);
}

/** Sum of a batch by each procedure's own amount, one a currency; none where the amount of one cannot be told: a sum that lacks something is worse than none. */
export function batchTotals(
  items: readonly BatchItem[],
  amountOf: (item: BatchItem) => number | undefined,
): readonly { readonly procedure: PublishedProcedure; readonly minor: number }[] {
  const totals = new Map<string, { procedure: PublishedProcedure; minor: number }>();
  for (const item of items) {
    const minor = amountOf(item);
    if (minor === undefined) return [];
    const { code } = item.procedure.currency;
    const known = totals.get(code);
    totals.set(code, { procedure: item.procedure, minor: (known?.minor ?? 0) + minor });
  }
  return [...totals.values()];
}
