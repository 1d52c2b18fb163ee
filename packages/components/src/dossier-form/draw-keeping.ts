import type { Json, MigrationEntry } from "@fisc/core";
import { html, nothing, type TemplateResult } from "lit";
import type { Localize } from "../foundation/localize.ts";
import { labelAt, placeText } from "./form-faults.ts";
import { notice } from "./form-notice.ts";
import type { FormSession } from "./form-session.ts";

const reasons: Readonly<Record<string, string>> = { "draft.quota": "quota", "draft.blocked": "blocked" };

/** What the person has to know about the draft: it is not kept, it could not be read, or some of its files could not. */
export function drawKeeping(session: FormSession, localize: Localize): TemplateResult {
  const { isDraftDamaged, lostFiles } = session;
  return html`${drawTrouble(session, localize)} ${isDraftDamaged ? notice("warning", localize.text("standing.draft-damaged")) : nothing}
  ${lostFiles.length > 0 ? notice("warning", localize.text("standing.lost-files", { names: lostFiles.join(", ") })) : nothing}`;
}

const loadCopy = (): Promise<typeof import("./draft-copy.ts")> => import("./draft-copy.ts");

function drawTrouble(session: FormSession, localize: Localize): TemplateResult | typeof nothing {
  const { trouble } = session.keeper;
  if (trouble === undefined) return nothing;
  // There before it is asked for: the network may be gone by then.
  void loadCopy().catch(() => undefined);
  const choose = (event: Event): void => (event.currentTarget as Element).parentElement?.querySelector("input")?.click();
  const open = async (event: Event): Promise<void> => {
    const input = event.currentTarget as HTMLInputElement;
    const [file] = input.files ?? [];
    if (file) await openCopy(session, file);
    // The same file may be chosen again.
    input.value = "";
  };
  return notice(
    "error",
    localize.text("standing.not-kept"),
    html`<p>${localize.text(`standing.not-kept-${reasons[trouble] ?? "unavailable"}`)}</p>
      ${session.wrongCopy === undefined ? nothing : html`<p role="alert">${localize.text("standing.copy-wrong", { name: session.wrongCopy })}</p>`}
      <button type="button" class="save-copy" @click=${() => saveCopy(session)}>${localize.text("standing.copy-save")}</button>
      <button type="button" @click=${choose}>${localize.text("standing.copy-open")}</button>
      <input type="file" accept="application/json,.json" hidden @change=${open} />`,
  );
}

/** Brings in a copy of a draft, or says that the file is none. */
async function openCopy(session: FormSession, file: File): Promise<void> {
  const { readCopy } = await loadCopy();
  const copy = await readCopy(file, session.content).catch(() => undefined);
  session.wrongCopy = copy ? undefined : file.name;
  await (copy ? session.takeIn(copy) : session.host.changed());
}

async function saveCopy(session: FormSession): Promise<void> {
  const { copyOf } = await loadCopy();
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await copyOf(session.content));
  link.download = `${session.procedure.id}.draft.json`;
  link.click();
  // A browser that asks where to save reads it only then.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Values that stand elsewhere now are counted; those that the person has to look after are listed. */
const taken: ReadonlySet<MigrationEntry["what"]> = new Set(["moved", "derived", "mapped", "filled"]);

/** What became of values that were entered into an older version of the form. */
export function drawMigrated({ migrated, procedure }: FormSession, localize: Localize): TemplateResult | typeof nothing {
  if (migrated.length === 0) return nothing;
  const count = migrated.filter(({ what }) => taken.has(what)).length;
  const list = (heading: string, wanted: MigrationEntry["what"]): TemplateResult | typeof nothing => {
    const entries = migrated.filter(({ what, value }) => what === wanted && value !== undefined);
    if (entries.length === 0) return nothing;
    return html`<p>${heading}</p>
      <ul class=${wanted}>
        ${entries.map(({ from = "", value }) => {
          const place = [placeText(from, localize), labelAt(procedure, from)].filter(Boolean).join(", ");
          return html`<li><b>${place || from}:</b> ${shown(value)}</li>`;
        })}
      </ul>`;
  };
  return notice(
    "info",
    count > 0 ? localize.text("standing.migrated", { n: count }) : "",
    html`${list(localize.text("standing.migrated-lost"), "dropped")} ${list(localize.text("standing.migrated-check"), "unmapped")}`,
  );
}

function shown(value: Json | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
