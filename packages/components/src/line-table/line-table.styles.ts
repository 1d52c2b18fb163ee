import { css } from "lit";

export const lineTableStyles = css`
  :host {
    container-type: inline-size;
    display: block;
    min-inline-size: 0;
  }
  .scroll {
    overflow-x: auto;
    /* Room for focus rings at the edges. */
    margin: -4px;
    padding: 4px;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  th {
    color: var(--_text-muted);
    font-size: 0.9375em;
    font-weight: 600;
    line-height: 1.35;
    text-align: start;
    vertical-align: bottom;
  }
  th,
  td {
    padding: calc(var(--_space) * 0.5);
  }
  thead th {
    border-block-end: 2px solid var(--_divider);
    padding-block: var(--_space);
  }
  tbody tr {
    border-block-end: 1px solid var(--_divider);
  }
  td {
    vertical-align: top;
  }
  th.money,
  th.number,
  td.money,
  td.number {
    text-align: end;
  }
  td input:not([type="radio"], [type="checkbox"]),
  td select {
    padding: calc(var(--_space) * 0.75) var(--_space);
  }
  td.text input {
    min-inline-size: 9rem;
  }
  td.money input {
    min-inline-size: 8rem;
  }
  td.code input,
  td.number input,
  td.date input {
    min-inline-size: 4.25rem;
  }
  input.number {
    text-align: end;
  }
  input[readonly] {
    background: var(--_surface-raised);
    border-style: dashed;
  }
  td.chosen {
    background: var(--_surface-raised);
    outline: 2px solid var(--_focus);
    outline-offset: -2px;
  }
  output[tabindex]:focus-visible,
  input:focus-visible,
  select:focus-visible {
    outline-offset: 0;
  }
  .row-number {
    inline-size: 3rem;
    padding-block-start: calc(var(--_space) * 1.75);
    text-align: center;
    vertical-align: top;
  }
  thead .row-number {
    vertical-align: bottom;
  }
  tbody .card-title,
  .required {
    color: var(--_error);
  }
  tbody .card-title {
    clip-path: inset(50%);
    color: var(--_text);
    position: absolute;
  }
  .hint {
    font-weight: 400;
  }
  .code-name {
    color: var(--_text-muted);
    font-size: 0.875em;
    line-height: 1.35;
    max-inline-size: 14rem;
    padding-block-start: 2px;
  }
  .message {
    align-items: start;
    display: flex;
    font-size: 0.9375em;
    font-weight: 600;
    gap: calc(var(--_space) * 0.5);
    line-height: 1.35;
    max-inline-size: 20rem;
    padding-block: 4px;
    text-align: start;
  }
  .message svg,
  .fault svg {
    flex: none;
  }
  .error,
  .fault {
    color: var(--_error);
  }
  .warning {
    color: var(--_warning);
  }
  .row-actions {
    white-space: nowrap;
  }
  button.icon-only {
    border-color: transparent;
    background: none;
    color: var(--_text-muted);
    padding: 0;
  }
  button.icon-only:hover {
    background: var(--_surface-raised);
    color: var(--_text);
  }
  button.icon-only[aria-disabled="true"] {
    opacity: 0.55;
  }
  tfoot td,
  tfoot th {
    border-block-start: 2px solid var(--_border);
    color: var(--_text);
    font-size: 1em;
    font-weight: 700;
    padding-block: calc(var(--_space) * 1.25);
    padding-inline: calc(var(--_space) * 1.5);
    vertical-align: top;
  }
  tfoot .row-number {
    overflow: visible;
    padding-inline: 0;
    white-space: nowrap;
  }
  .foot {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    margin-block-start: var(--_space);
  }
  .undo {
    align-items: center;
    display: inline-flex;
    flex-wrap: wrap;
  }
  .keys {
    color: var(--_text-muted);
    margin-inline-start: auto;
    max-inline-size: 60ch;
  }
  .keys summary {
    cursor: pointer;
    min-block-size: var(--_control-height);
    padding-block: calc(var(--_space) * 1.25);
  }
  .keys p {
    margin: 0;
    white-space: pre-line;
  }
  @container (max-width: 46rem) {
    .scroll > table:not(dialog table) {
      display: block;
    }
    .scroll > table:not(dialog table) :is(tbody, tfoot, tr, td, th) {
      display: block;
    }
    .scroll > table:not(dialog table) thead {
      clip-path: inset(50%);
      block-size: 1px;
      display: block;
      overflow: hidden;
      position: absolute;
    }
    tbody tr[part="row"] {
      border: 1px solid var(--_divider);
      border-radius: var(--_radius);
      margin-block-end: calc(var(--_space) * 2);
      padding: var(--_space) calc(var(--_space) * 1.5);
      position: relative;
    }
    tr[part="row"] .row-number {
      align-content: center;
      inline-size: auto;
      min-block-size: var(--_control-height);
      padding-block: 0;
      text-align: start;
    }
    tr[part="row"] .card-title {
      clip-path: none;
      font-size: 1rem;
      position: static;
    }
    tr[part="row"] .digits {
      display: none;
    }
    tr[part="row"] td:not(.row-actions)::before,
    tfoot td:not(:empty)::before {
      content: attr(data-label);
      display: block;
      font-weight: 600;
      text-align: start;
    }
    tr[part="row"] td {
      text-align: start;
    }
    tr[part="row"] td.code,
    tr[part="row"] td.number {
      display: inline-block;
      max-inline-size: 100%;
      min-inline-size: 9rem;
    }
    .row-actions {
      inset-block-start: var(--_space);
      inset-inline-end: var(--_space);
      position: absolute;
    }
    tfoot td:empty {
      display: none !important;
    }
    .code-name,
    .message {
      max-inline-size: none;
    }
    .keys {
      margin-inline-start: 0;
    }
  }
  @media print {
    .foot,
    .row-actions {
      display: none;
    }
  }
`;
