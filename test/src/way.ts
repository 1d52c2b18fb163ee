import type { Dossier } from "@fisc/core";
import type { ActionBody } from "@fisc/core/api";
import { civilToday, sampleForToday } from "@fisc/demo/walkthrough";
import { subjects } from "@fisc/profiles/vn/samples";
import { until, type Stage } from "./stage.ts";

type SampleForToday = Awaited<ReturnType<typeof sampleForToday>>;
type Role = "preparer" | "chiefAccountant" | "accountHolder" | "teller" | "head" | "director";

/** Who does what for the dossiers of a unit. */
export function castOf(unit: string): Readonly<Record<Role, string>> {
  const officers = { teller: subjects.teller, head: subjects.head, director: subjects.director };
  switch (unit) {
    case "1999901":
      return {
        preparer: subjects.schoolPreparer,
        chiefAccountant: subjects.schoolChiefAccountant,
        accountHolder: subjects.schoolAccountHolder,
        ...officers,
      };
    case "1999902":
      return {
        preparer: subjects.centrePreparer,
        chiefAccountant: subjects.centreChiefAccountant,
        accountHolder: subjects.centreAccountHolder,
        ...officers,
      };
    default:
      return {
        preparer: subjects.projectsPreparer,
        chiefAccountant: subjects.projectsChiefAccountant,
        accountHolder: subjects.projectsAccountHolder,
        ...officers,
      };
  }
}

interface WayStep {
  readonly from: string;
  readonly who: Role;
  readonly action: string;
  readonly signs?: boolean;
  readonly body?: ActionBody;
}

const way = (module: "GL" | "AP"): readonly WayStep[] => [
  { from: "awaiting_ca_sign", who: "chiefAccountant", action: "signChiefAccountant", signs: true },
  { from: "awaiting_ah_sign", who: "accountHolder", action: "signAccountHolder", signs: true },
  { from: "submitted", who: "teller", action: "acceptIntake" },
  { from: "received", who: "teller", action: "submitForApproval", body: { input: { module } } },
  { from: "returned_to_teller", who: "teller", action: "submitForApproval", body: { input: { module } } },
  { from: "head_pending", who: "head", action: "approveHead", signs: true },
  { from: "director_pending", who: "director", action: "approveDirector", signs: true },
  { from: "approved_ap", who: "teller", action: "runInterface" },
  { from: "interface_ok", who: "teller", action: "applyPayment" },
  { from: "cash_pending", who: "teller", action: "confirmCashPaid" },
  { from: "advice_pending", who: "head", action: "signAdvice", signs: true },
];

/** A dossier of the sample, made by its preparer. `change` departs from the sample. */
export async function createDossier(
  stage: Stage,
  sample = "D-1",
  change: (data: SampleForToday["data"]) => SampleForToday["data"] = (data) => data,
): Promise<Dossier> {
  const { sample: source, data, papers } = await sampleForToday(sample, civilToday(stage.demo.now()));
  const preparer = await stage.person(castOf(source.unit).preparer);
  return preparer.create(change(data), papers);
}

/** Takes a dossier along its way until it is in `state`, by the people whose turn it is. Gives the states it passed. */
export async function bring(stage: Stage, dossier: Dossier, state: string, module: "GL" | "AP" = "GL"): Promise<readonly string[]> {
  const cast = castOf(dossier.unit.code);
  const passed: string[] = [];
  for (;;) {
    const now = await settled(stage, dossier.id, castOf(dossier.unit.code).preparer);
    passed.push(now);
    if (now === state) return passed;
    const step = way(module).find(({ from }) => from === now);
    if (!step || passed.length > 20) throw new Error(`from ${passed.join(", ")} no way leads to ${state}`);
    const person = await stage.person(cast[step.who]);
    if (step.signs) await person.sign(dossier.id, step.action);
    else await person.act(dossier.id, step.action, step.body);
  }
}

const machines = new Set(["interface_pending", "releasing", "paying", "cancelling"]);

/** The state of a dossier once no machine is busy with it. */
export async function settled(stage: Stage, id: string, as: string = subjects.teller): Promise<string> {
  const { api } = await stage.person(as);
  return until("the ledger's answer", async () => {
    const { state } = await api.dossier(id);
    return !machines.has(state) && state;
  });
}
