import { css } from "lit";

export const reviewPageStyles = css`
  :host {
    display: block;
  }
  .parts {
    display: grid;
    gap: calc(var(--_space) * 4);
    grid-template-columns: minmax(0, 1fr);
  }
  .head {
    align-items: flex-end;
    border-block-end: 2px solid var(--_divider);
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 0.75);
  }
  h3 {
    flex: 1 1 12rem;
    font-size: 1.0625rem;
    line-height: 1.35;
  }
  .group {
    color: var(--_text-muted);
    display: block;
    font-size: 0.875rem;
    font-weight: 400;
  }
  a {
    min-block-size: 1.5rem;
    scroll-margin-block: 2rem 7rem;
  }
  dl {
    margin: 0;
  }
  .row {
    border-block-end: 1px solid var(--_divider);
    display: grid;
    gap: 0 calc(var(--_space) * 2);
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr) minmax(3rem, max-content);
    padding-block: var(--_space);
  }
  dt {
    color: var(--_text-muted);
  }
  dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  dd.change {
    text-align: end;
  }
  .note {
    display: flex;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 0.5);
    white-space: normal;
  }
  .note .icon {
    flex: none;
    margin-block-start: 0.125em;
  }
  .note.fault {
    color: var(--_error);
    font-weight: 600;
  }
  .note.doubt {
    color: var(--_warning);
  }
  .lines {
    padding-block: var(--_space);
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    inline-size: 100%;
  }
  caption {
    color: var(--_text-muted);
    padding-block-end: calc(var(--_space) * 0.5);
    text-align: start;
  }
  th,
  td {
    border-block-end: 1px solid var(--_divider);
    padding: calc(var(--_space) * 0.75) var(--_space);
    text-align: start;
    vertical-align: top;
  }
  thead th {
    color: var(--_text-muted);
    font-size: 0.875rem;
    vertical-align: bottom;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  tfoot th,
  tfoot td {
    font-weight: 700;
  }
  /* The value below its name, the way to change it at the end of the line of the name. */
  @container (max-width: 34rem) {
    .row {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    dd {
      grid-column: 1 / -1;
    }
    dd.change {
      grid-area: 1 / 2;
    }
  }
`;
