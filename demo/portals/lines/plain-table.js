import { html, LitElement } from "lit";
/** What long tables are compared with: a plain Lit table with an input in each cell and one total, every row drawn, without rules. */
export class PlainTable extends LitElement {
  columns = [];
  rows = [];
  createRenderRoot() {
    return this;
  }
  render() {
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
                    <input name=${path} .value=${String(row[path] ?? "")} @input=${(event) => this.#edit(index, path, event)} />
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
  #edit(index, path, event) {
    this.rows = this.rows.with(index, { ...this.rows[index], [path]: Number(event.target.value) });
    this.requestUpdate();
  }
}
customElements.define("plain-table", PlainTable);
export async function showPlainTable(columns, rows) {
  const table = document.createElement("plain-table");
  Object.assign(table, { columns, rows });
  document.body.replaceChildren(table);
  await table.updateComplete;
}
//# sourceMappingURL=plain-table.js.map
