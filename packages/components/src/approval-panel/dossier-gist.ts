import type { ExpressionNode } from "@fisc/core";
import { evaluate } from "@fisc/core/rules";
import type { DossierContentRecord } from "../dossier-view/dossier-view.ts";
import { moneyText } from "../dossier-view/value-text.ts";

/** What a dossier is about, in three words beside the button: amount, content, number of the voucher. */
export interface DossierGist {
  readonly amount: string;
  /** The same in minor units; undefined where it cannot be told. */
  readonly minor: number | undefined;
  readonly title: string;
  readonly number: string;
}

/** By the procedure's own summary expressions; what cannot be evaluated is left out. */
export function dossierGist({ dossier, procedure, context }: DossierContentRecord): DossierGist {
  const counts: Record<string, number> = {};
  for (const { id } of procedure.attachments) counts[id] = dossier.attachments.filter(({ slot }) => slot === id).length;
  const read = (node: ExpressionNode) => {
    try {
      return evaluate(node, { data: dossier.data, context: { ...context, attachments: counts } });
    } catch {
      return null;
    }
  };
  const { summary } = procedure;
  const [amount, title, number] = [read(summary.amount), read(summary.title), read(summary.number)];
  return {
    amount: typeof amount === "number" ? moneyText(procedure, amount) : "",
    minor: typeof amount === "number" ? amount : undefined,
    title: typeof title === "string" ? title : "",
    number: typeof number === "string" ? number : "",
  };
}
