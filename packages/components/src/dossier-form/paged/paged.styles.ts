import { css } from "lit";

export const pagedStyles = css`
  .paged {
    display: grid;
    gap: calc(var(--_space) * 3);
    grid-template-columns: minmax(0, 1fr);
  }
  .paged > .pages {
    display: grid;
    gap: calc(var(--_space) * 2);
    grid-template-columns: minmax(0, 1fr);
  }
  .pages .lead {
    margin-block-end: calc(var(--_space) * 3);
  }
  .moves {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  .actions .moves button:not(.primary),
  .actions .moves .button {
    min-inline-size: 8rem;
  }
  @container (min-width: 56rem) {
    .paged.steps {
      align-items: start;
      gap: calc(var(--_space) * 4);
      grid-template-columns: 16rem minmax(0, 1fr);
    }
    .paged.steps > fisc-form-steps {
      inset-block-start: 1rem;
      position: sticky;
    }
  }
  @container (max-width: 34rem) {
    .moves {
      flex: 1 1 100%;
    }
    .actions .moves > :is(button, .button) {
      flex: 1 1 40%;
      min-inline-size: 0;
    }
  }
`;
