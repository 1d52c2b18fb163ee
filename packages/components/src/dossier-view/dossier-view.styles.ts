import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  article.paper {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  header {
    display: grid;
    gap: calc(var(--_space) * 0.5);
  }
  h2 {
    font-size: 1.375em;
    line-height: 1.3;
    text-wrap: balance;
  }
  section {
    padding: calc(var(--_space) * 2.5);
    border: 1px solid var(--_divider);
    border-radius: calc(var(--_radius) * 1.5);
    background: var(--_surface);
  }
  h3 {
    margin-block-end: calc(var(--_space) * 1.75);
    font-size: 1.125em;
  }
  h4 {
    font-size: 1em;
  }
  /* Label above value, as many columns as fit: a dossier is then read on one or two screens. */
  .fields {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13rem), 1fr));
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
  }
  .fields > .lines,
  dl.multiline,
  dl.words {
    grid-column: 1 / -1;
  }
  dl {
    margin: 0;
  }
  dt {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  dd {
    margin: 0;
    font-weight: 500;
    overflow-wrap: anywhere;
  }
  dl.multiline .text {
    white-space: pre-line;
  }
  dl.words dd::first-letter {
    text-transform: uppercase;
  }
  dl.money dd {
    font-weight: 700;
  }
  .lines {
    overflow-x: auto;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  caption {
    padding-block: var(--_space);
    color: var(--_text-muted);
    text-align: start;
  }
  th,
  td {
    padding: var(--_space) calc(var(--_space) * 1.25);
    border-block-end: 1px solid var(--_divider);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--_text-muted);
    font-size: 0.875em;
    font-weight: 600;
    vertical-align: bottom;
  }
  table .number {
    text-align: end;
    white-space: nowrap;
  }
  /* The number of the line takes what it needs; what is read gets the rest. */
  tr > th:first-child {
    inline-size: 1%;
    white-space: nowrap;
  }
  tfoot th,
  tfoot td {
    border-block: 2px solid var(--_border);
    font-weight: 700;
  }
  .fix {
    display: flex;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 0.5);
    padding: var(--_space) calc(var(--_space) * 1.25);
    border-inline-start: 4px solid var(--_warning);
    background: var(--_warning-surface);
    color: var(--_text);
    font-weight: 400;
    text-align: start;
    white-space: normal;
  }
  .fix .icon,
  .papers .icon {
    flex: none;
    margin-block-start: 0.15em;
    color: var(--_warning);
  }
  .papers {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: calc(var(--_space) * 1.5) calc(var(--_space) * 3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .papers li {
    display: flex;
    gap: calc(var(--_space) * 1.25);
  }
  .papers li > div {
    display: grid;
    align-content: start;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .papers .icon {
    color: var(--_text-muted);
  }
  #signatures + .papers .icon {
    color: var(--_success);
  }
  /* A bar of actions may stand at the bottom. */
  a,
  summary {
    scroll-margin-block: 2rem 7rem;
  }
  .papers a {
    padding-block: calc(var(--_space) * 0.75);
    font-weight: 600;
  }
  .old > .icon {
    visibility: hidden;
  }
  .old-note {
    color: var(--_warning);
  }
  summary {
    min-block-size: 1.75rem;
    inline-size: fit-content;
    padding-block: calc(var(--_space) * 0.5);
    color: var(--_link);
    cursor: pointer;
  }
  details dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: calc(var(--_space) * 0.25) calc(var(--_space) * 1.5);
    font-size: 0.875em;
  }
  .serial {
    font-family: ui-monospace, monospace;
  }
  .document .fields {
    margin-block-start: calc(var(--_space) * 1.5);
  }
  .document + .document {
    margin-block-start: calc(var(--_space) * 3);
  }
  @container (max-width: 40rem) {
    section {
      padding: calc(var(--_space) * 1.5);
    }
    table,
    caption,
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
      border: 1px solid var(--_divider);
      border-radius: var(--_radius);
    }
    td,
    tbody th,
    tfoot td,
    tfoot th {
      display: flex;
      flex-wrap: wrap;
      justify-content: space-between;
      gap: 0 calc(var(--_space) * 2);
      border: 0;
      padding-block: calc(var(--_space) * 0.5);
      white-space: normal;
    }
    td::before,
    tbody th::before {
      content: attr(data-label);
      color: var(--_text-muted);
      font-weight: 400;
    }
    td.blank {
      display: none;
    }
  }
  @media print {
    section {
      break-inside: avoid;
      border: 0;
      padding: 0;
    }
  }
`;
