import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  section {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2.5);
    border: 1px solid var(--_divider);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  h3 {
    font-size: 1.125em;
  }
  h4 {
    font-size: 1em;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: end;
    justify-content: space-between;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .head label > span {
    display: block;
    font-weight: 600;
  }
  .fixes {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .fixes li {
    display: flex;
    gap: var(--_space);
    padding-inline-start: calc(var(--_space) * 1.25);
    border-inline-start: 4px solid var(--_success);
    overflow-wrap: anywhere;
  }
  .fixes li.same {
    border-inline-start-color: var(--_warning);
  }
  .fixes .icon {
    margin-block-start: 0.15em;
    color: var(--_success);
  }
  .fixes .same .icon {
    color: var(--_warning);
  }
  .lines {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: var(--_space) calc(var(--_space) * 1.25);
    border-block-end: 1px solid var(--_divider);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  del,
  ins {
    white-space: pre-line;
  }
  del {
    color: var(--_text-muted);
  }
  ins {
    font-weight: 600;
    text-decoration: none;
  }
  @container (max-width: 36rem) {
    section {
      padding: calc(var(--_space) * 1.5);
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    tbody tr {
      padding-block: var(--_space);
      border-block-end: 1px solid var(--_divider);
    }
    tbody :is(th, td) {
      padding: calc(var(--_space) * 0.25) 0;
      border: 0;
    }
    td::before {
      content: attr(data-label) ": ";
      color: var(--_text-muted);
    }
  }
`;
