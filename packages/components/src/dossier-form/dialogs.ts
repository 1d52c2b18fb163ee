import { html, type TemplateResult } from "lit";
import type { Json, PublishedProcedure } from "@fisc/core";
import type { Mergeable, MergeConflict } from "@fisc/core/drafts";
import { formatMoney } from "@fisc/core/money";
import { patternOf, withValueAt } from "@fisc/core/rules";
import type { Localize } from "../foundation/localize.ts";
import { fieldsOf, labelAt, placeText } from "./form-faults.ts";

type Choices = ReadonlyMap<string, "mine" | "theirs">;

/** Both tabs changed the same fields: the person picks, field by field. Closing it is no answer, so it cannot be closed. */
export function mergeDialog(
  conflicts: readonly MergeConflict[],
  procedure: PublishedProcedure,
  localize: Localize,
  done: (choices: Choices) => void,
): TemplateResult {
  const answer = (event: SubmitEvent): void => {
    event.preventDefault();
    const data = new FormData(event.target as HTMLFormElement);
    done(new Map(conflicts.map(({ path }, index) => [path, data.get(`field-${index}`) === "theirs" ? "theirs" : "mine"])));
  };
  return html`<dialog class="merge" aria-labelledby="merge-title" @cancel=${(event: Event) => event.preventDefault()}>
    <form @submit=${answer}>
      <h2 id="merge-title">${localize.text("conflict.title")}</h2>
      <p>${localize.text("conflict.text")}</p>
      ${conflicts.map((conflict, index) => {
        const name = [placeText(conflict.path, localize), labelAt(procedure, conflict.path)].filter(Boolean).join(", ");
        const choice = (side: "mine" | "theirs"): TemplateResult =>
          html`<label>
            <input type="radio" name="field-${index}" value=${side} ?checked=${side === "mine"} />
            <span><b>${localize.text(`conflict.${side}`)}:</b> ${shown(conflict[side], conflict.path, procedure, localize)}</span>
          </label>`;
        return html`<fieldset>
          <legend>${name}</legend>
          ${choice("mine")}${choice("theirs")}
        </fieldset>`;
      })}
      <button type="submit" class="primary">${localize.text("conflict.accept")}</button>
    </form>
  </dialog>`;
}

function shown(value: Json | undefined, path: string, procedure: PublishedProcedure, localize: Localize): string {
  if (value === undefined || value === null || value === "") return localize.text("conflict.empty");
  const field = fieldsOf(procedure).get(patternOf(path));
  if (typeof value === "number" && field?.type === "money")
    return formatMoney(value, { locale: localize.locale, currency: procedure.currency.code, decimals: procedure.currency.decimals });
  if (typeof value === "string" && field?.type === "choice") return procedure.labels[`option.${path}.${value}`] ?? value;
  if (Array.isArray(value)) return localize.text("conflict.rows", { n: value.length });
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}

/** The merged draft with the other tab's value wherever the person preferred it. */
export function resolve(merged: Mergeable, conflicts: readonly MergeConflict[], choices: Choices): Mergeable {
  let { data } = merged;
  for (const { path, theirs } of conflicts) if (choices.get(path) === "theirs") data = withValueAt(data, path, theirs);
  return { ...merged, data };
}

/** Asks before everything typed goes. */
export function startAgainDialog(localize: Localize, answer: (sure: boolean) => void): TemplateResult {
  return html`<dialog class="confirm" aria-labelledby="confirm" @close=${() => answer(false)}>
    <p id="confirm">${localize.text("again.sure")}</p>
    <div class="buttons">
      <button type="button" autofocus @click=${() => answer(false)}>${localize.text("again.no")}</button>
      <button type="button" class="careful" @click=${() => answer(true)}>${localize.text("again.yes")}</button>
    </div>
  </dialog>`;
}
