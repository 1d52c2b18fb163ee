import { html, LitElement, type TemplateResult } from "lit";
import type { JsonObject } from "@fisc/core";

interface PlainColumn {
  readonly path: string;
  readonly label: string;
}

/** What long tables are compared with: a plain Lit table with an input in each cell and one total, every row drawn, without rules. */
export class PlainTable extends LitElement {
  columns: readonly PlainColumn[] = [];
  rows: readonly JsonObject[] = [];

  protected override createRenderRoot(): this {
    return this;
  }

  protected override render(): TemplateResult {
    const total = this.rows.reduce((sum, { price }) => sum + Number(price ?? 0), 0);
    return html`<table>
      <thead>
        <tr>
          ${this.columns.map(({ label }) => html`<th>${label}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${this.rows.map(
          (row, index) =>
            html`<tr>
              ${this.columns.map(
                ({ path }) =>
                  html`<td>
                    <input name=${path} .value=${String(row[path] ?? "")} @input=${(event: Event) => this.#edit(index, path, event)} />
                  </td>`,
              )}
            </tr>`,
        )}
      </tbody>
      <tfoot>
        <tr>
          <td>${total}</td>
        </tr>
      </tfoot>
    </table>`;
  }

  #edit(index: number, path: string, event: Event): void {
    this.rows = this.rows.with(index, { ...this.rows[index], [path]: Number((event.target as HTMLInputElement).value) });
    this.requestUpdate();
  }
}

customElements.define("plain-table", PlainTable);

export async function showPlainTable(columns: readonly PlainColumn[], rows: readonly JsonObject[]): Promise<void> {
  const table = document.createElement("plain-table") as PlainTable;
  Object.assign(table, { columns, rows });
  document.body.replaceChildren(table);
  await table.updateComplete;
}
