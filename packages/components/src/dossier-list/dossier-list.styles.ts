import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .list {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  .tools {
    display: grid;
    grid-template-columns: 2fr 1fr 1fr 1fr;
    gap: calc(var(--_space) * 1.5);
    align-items: end;
  }
  .tools label > span {
    display: block;
    font-weight: 600;
  }
  .awaits {
    display: inline-flex;
    align-items: center;
    gap: calc(var(--_space) * 1.25);
    min-block-size: var(--_control-height);
    cursor: pointer;
  }
  .under {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .counted,
  .chosen,
  .pager {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .chosen {
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 2);
    border: 1px solid var(--_primary);
    border-radius: var(--_radius);
  }
  .pager {
    justify-content: center;
  }
  .choose {
    inline-size: 1%;
  }
  table {
    inline-size: 100%;
    border: 1px solid var(--_divider);
    border-radius: calc(var(--_radius) * 1.5);
    border-spacing: 0;
    background: var(--_surface);
    overflow: clip;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  tr > :first-child {
    padding-inline-start: calc(var(--_space) * 2);
  }
  tr > :last-child {
    padding-inline-end: calc(var(--_space) * 2);
  }
  th,
  td {
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 1.25);
    border-block-end: 1px solid var(--_divider);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  thead th {
    color: var(--_text-muted);
    font-size: 0.875em;
    font-weight: 600;
    overflow-wrap: normal;
  }
  tbody tr:hover {
    background: var(--_surface-raised);
  }
  tr.awaits-me > :first-child {
    box-shadow: inset 4px 0 0 var(--_primary);
  }
  tr.awaits-me > :first-child:dir(rtl) {
    box-shadow: inset -4px 0 0 var(--_primary);
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  a.open {
    display: inline-block;
    min-block-size: 1.75rem;
    font-weight: 700;
  }
  .badge {
    display: inline-block;
    margin-block: 0.125rem;
    padding: 0 calc(var(--_space) * 1.25);
    border: 1px solid currentColor;
    border-radius: 99rem;
    font-size: 0.875em;
    font-weight: 700;
    white-space: nowrap;
  }
  .badge.mine {
    color: var(--_primary);
  }
  .badge.late {
    color: var(--_error);
    background: var(--_error-surface);
  }
  .badge.calm {
    border-color: var(--_divider);
    color: var(--_text-muted);
    font-weight: 600;
  }
  .badge.soon {
    color: var(--_warning);
    background: var(--_warning-surface);
  }
  .empty {
    display: grid;
    justify-items: center;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 5) calc(var(--_space) * 2);
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    text-align: center;
  }
  @container (max-width: 44rem) {
    .tools {
      grid-template-columns: 1fr;
    }
    table,
    tbody,
    tr,
    th,
    td {
      display: block;
    }
    table {
      border: 0;
      background: none;
      overflow: visible;
    }
    thead {
      display: none;
    }
    tbody {
      display: grid;
      gap: calc(var(--_space) * 1.5);
    }
    tbody tr {
      padding: calc(var(--_space) * 1.5);
      border: 1px solid var(--_divider);
      border-radius: var(--_radius);
      background: var(--_surface);
    }
    tr.awaits-me {
      border-inline-start: 4px solid var(--_primary);
    }
    tr.awaits-me > :first-child {
      box-shadow: none;
    }
    tbody tr > :is(td, th) {
      padding: calc(var(--_space) * 0.25) 0;
      border: 0;
      text-align: start;
    }
    tbody tr > :first-child,
    tbody tr > :last-child {
      padding-inline: 0;
    }
    tbody td.number {
      text-align: start;
    }
    tbody tr > td.choose:not(:has(input)) {
      display: none;
    }
    td[data-label]::before {
      content: attr(data-label) ": ";
      color: var(--_text-muted);
    }
  }
  @media print {
    .tools,
    .chosen,
    .pager,
    .choose,
    .under {
      display: none;
    }
  }
`;
