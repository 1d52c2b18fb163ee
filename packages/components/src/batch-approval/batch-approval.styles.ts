import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .batch {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.3;
  }
  h3 {
    font-size: 1em;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0;
    font-weight: 700;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control-height);
    cursor: pointer;
  }
  .fault {
    color: var(--_error);
    font-weight: 600;
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
  tfoot th,
  tfoot td {
    border-block: 2px solid var(--_border);
    font-weight: 700;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .done {
    color: var(--_success);
    font-weight: 700;
  }
  .failed {
    color: var(--_error);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  tbody th a {
    white-space: nowrap;
  }
  ul {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ul a {
    display: inline-block;
    min-block-size: 1.75rem;
  }
  @container (max-width: 40rem) {
    table,
    tbody,
    tfoot,
    tr,
    th,
    td {
      display: block;
    }
    thead {
      display: none;
    }
    tbody tr,
    tfoot tr {
      margin-block-end: calc(var(--_space) * 1.5);
      padding: var(--_space);
      border: 1px solid var(--_divider);
      border-radius: var(--_radius);
    }
    td,
    tbody th,
    tfoot th,
    tfoot td {
      padding: calc(var(--_space) * 0.25) 0;
      border: 0;
      text-align: start;
    }
    td[data-label]::before {
      content: attr(data-label) ": ";
      color: var(--_text-muted);
      font-weight: 400;
    }
    td.number {
      text-align: start;
    }
    td.blank {
      display: none;
    }
    .buttons button {
      inline-size: 100%;
    }
  }
`;
