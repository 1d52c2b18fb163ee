import type { Json, JsonObject, RuleContext } from "@fisc/core";
import { isIdentifier } from "@fisc/core/identifiers";
import { identifiers } from "../ua/identifiers.ts";
import { deliveryNotes, registry } from "../ua/samples/index.ts";
import { drawing } from "./drawing.ts";

export interface LargeRegister {
  readonly procedure: string;
  readonly data: JsonObject;
  readonly context: RuleContext;
}

const expenditure = ["2210", "2220", "2230", "2240", "2271", "2273"] as const;
const kinds = ["deliveryNote", "act", "invoice"] as const;
const day = (date: number): string => `2026-03-${String(date).padStart(2, "0")}`;

/**
 * A register of financial commitments with nothing wrong, the same for the same seed: lines in any order of commitments, each commitment
 * with one recipient, unique documents, sums that use every commitment up to the last kopeck. For tests and measurements.
 */
export function largeRegister({
  lines,
  commitments = Math.ceil(lines / 25),
  seed = 1,
}: {
  readonly lines: number;
  readonly commitments?: number;
  readonly seed?: number;
}): LargeRegister {
  const draw = drawing(seed);
  const codes = recipients(Math.min(commitments, 500));
  const left = new Map<string, number>();
  const rows = Array.from({ length: lines }, (_, i): JsonObject => {
    const commitment = i < commitments ? i : draw(commitments);
    const commitmentNumber = `Д-${commitment + 1}/26`;
    const amount = 100 + draw(5_000_000);
    left.set(commitmentNumber, (left.get(commitmentNumber) ?? 0) + amount);
    const prepayment = draw(10) === 0 ? "yes" : "no";
    const documentDate = 2 + draw(8);
    return {
      n: i + 1,
      kekv: expenditure[draw(expenditure.length)] ?? "2210",
      commitmentNumber,
      commitmentDate: day(1 + draw(2)),
      documentDate: day(documentDate),
      documentNumber: String(i + 1),
      documentKind: kinds[draw(kinds.length)] ?? "act",
      amount,
      payBy: day(documentDate + draw(20)),
      counterpartyName: `ТОВ «Приклад-${(commitment % codes.length) + 1}»`,
      counterpartyCode: codes[commitment % codes.length] ?? "",
      prepayment,
    };
  });
  const sum = (wanted: (row: JsonObject) => boolean): number =>
    rows.filter(wanted).reduce((total, { amount }) => total + Number(amount), 0);
  const known: Record<string, Json> = Object.fromEntries([...left].map(([number, amount]) => [number, { left: amount }]));
  return {
    procedure: deliveryNotes.procedure,
    data: {
      ...deliveryNotes.data,
      lines: rows,
      count: lines,
      total: sum(() => true),
      prepaid: sum(({ prepayment }) => prepayment === "yes"),
    },
    context: {
      regime: deliveryNotes.regime,
      today: "2026-03-09",
      unit: registry.units[0] ?? { code: "", name: "", accounts: [], attributes: {} },
      attachments: {},
      facts: { commitments: known },
    },
  };
}

/** Codes of a range that nobody was given, with their check digits. */
function recipients(count: number): readonly string[] {
  const { edrpou } = identifiers;
  return Array.from({ length: count }, (_, i) => {
    const body = String(9_990_000 + i);
    const digit = Array.from({ length: 10 }, (_, one) => one).find((one) => edrpou && isIdentifier(`${body}${one}`, edrpou));
    return `${body}${digit ?? 0}`;
  });
}
