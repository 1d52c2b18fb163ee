import type { DossierEvent, SignatureRecord } from "../model/dossier.ts";
import { FiscError } from "../model/errors.ts";
import { publishProcedure } from "../rules/publish.ts";
import { chooseTransition, replay, type ActionQuestion } from "../workflow/index.ts";
import { order } from "./order.ts";
import { context, profile } from "./profile.ts";

export const procedure = publishProcedure(order, profile, { locale: "en", regime: "test-1" });
type Detail = DossierEvent extends infer E ? (E extends { type: infer T; detail: infer D } ? { type: T; detail: D } : never) : never;

/** A dossier's log under construction. */
export class Log {
  readonly events: DossierEvent[] = [];
  constructor() {
    this.add("system", { type: "dossier.created", detail: { procedure: "test.order", version: 1, state: "draft" } });
  }
  add(actor: string, detail: Detail): this {
    const position = this.events.length + 1;
    this.events.push({
      ...detail,
      dossier: "d-1",
      position,
      cursor: position,
      at: new Date(1_700_000_000_000 + position * 60_000).toISOString(),
      actor: { id: actor, name: actor, role: actor },
    } as DossierEvent);
    return this;
  }
  get now() {
    return replay(procedure, this.events);
  }
  question(actor: string, roles: readonly string[], action: string, more: Partial<ActionQuestion> = {}): ActionQuestion {
    return { procedure, replayed: this.now, actor: { id: actor, roles }, context, data: {}, action, ...more };
  }
  /** Does what the gateway does: choose, sign, log. */
  act(actor: string, roles: readonly string[], action: string, more: Partial<ActionQuestion> = {}): this {
    const { version, state, nextSequence } = this.now;
    const transition = chooseTransition(this.question(actor, roles, action, more));
    const policy = transition.needs?.signature;
    if (policy !== undefined && typeof more.signature === "object") {
      this.add(actor, {
        type: "signature.added",
        detail: signatureOf(policy, roles[0] as string, nextSequence, version, more.signature.serial),
      });
    }
    return this.add(actor, {
      type: "transition",
      detail: {
        action,
        from: state,
        to: transition.to,
        version,
        ...(more.reason ? { reason: more.reason } : {}),
        ...(more.fixes ? { fixes: more.fixes } : {}),
        ...(more.input ? { input: more.input } : {}),
      },
    });
  }
}

export const key = (serial: string): SignatureRecord["certificate"] => ({
  subject: "CN=x",
  issuer: "CN=CA",
  serial,
  notAfter: "2030-01-01T00:00:00.000Z",
});
const signatureOf = (policy: string, role: string, sequence: number, version: number, serial: string): SignatureRecord => ({
  sequence,
  version,
  policy,
  role,
  signer: role,
  certificate: key(serial),
  at: "2026-03-10T00:00:00.000Z",
  level: "B-T",
  signs: "dossier",
});
/** The code that `run` ends with, `none` where it does not fail. */
export const code = (run: () => unknown): string => {
  try {
    run();
  } catch (error) {
    if (error instanceof FiscError) return error.code;
    throw error;
  }
  return "none";
};
/** Signed by the accountant. */
export const accounted = (): Log => new Log().act("kim", ["unit.accountant"], "account", { signature: key("1") });
/** Signed by both, with the treasury. */
export const sent = (): Log => accounted().act("lee", ["unit.holder"], "submit", { signature: key("2") });
export const fixes = [{ document: "form", text: "Put the number right" }];
export const reason = "The number is missing";
