import { css } from "lit";

/** Tables of many rows: a region that scrolls by itself, with the headings and the totals always in sight. */
export const longTableStyles = css`
  .long {
    border-block: 1px solid var(--_divider);
    margin: 0;
    max-block-size: min(75vh, 48rem);
    overflow: auto;
    /* The table keeps in sight what is in sight; the browser's own way would do it a second time. */
    overflow-anchor: none;
    padding: 0;
  }
  .long table {
    table-layout: fixed;
  }
  .long thead,
  .long tfoot {
    background: var(--_surface);
    position: sticky;
    z-index: 1;
  }
  .long thead {
    inset-block-start: 0;
  }
  .long tfoot {
    inset-block-end: 0;
  }
  .long thead th {
    inline-size: 12rem;
  }
  .long thead th.money {
    inline-size: 11rem;
  }
  .long thead th:is(.code, .number, .date) {
    inline-size: 9rem;
  }
  .long thead th.row-number {
    inline-size: 4.5rem;
  }
  .long thead th.row-actions {
    inline-size: 6.5rem;
  }
  .gap,
  .gap td {
    border: 0;
    padding: 0;
  }
  @container (max-width: 46rem) {
    .long table {
      table-layout: auto;
    }
    .long tfoot {
      position: static;
    }
  }
  @media print {
    .long {
      max-block-size: none;
      overflow: visible;
    }
  }
`;
