import { css } from "lit";

export const formStepsStyles = css`
  :host {
    display: block;
  }
  nav {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }
  .where {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    justify-content: space-between;
  }
  .where p {
    font-weight: 700;
  }
  progress {
    appearance: none;
    background: var(--_divider);
    block-size: 0.375rem;
    border: 0;
    border-radius: 99rem;
    inline-size: 100%;
    overflow: hidden;
  }
  progress::-webkit-progress-bar {
    background: var(--_divider);
  }
  progress::-webkit-progress-value {
    background: var(--_primary);
  }
  progress::-moz-progress-bar {
    background: var(--_primary);
  }
  ol {
    display: grid;
    gap: calc(var(--_space) * 0.25);
    list-style: none;
    margin: 0;
    padding: 0;
  }
  ol.folded {
    display: none;
  }
  li {
    border-inline-start: 4px solid var(--_divider);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.25);
  }
  li[aria-current] {
    background: var(--_surface-raised);
    border-inline-start-color: var(--_primary);
    font-weight: 700;
  }
  li > :first-child {
    display: block;
    overflow-wrap: anywhere;
    padding-block: calc(var(--_space) * 0.25);
  }
  /* Beside the page, where there is room: then nothing has to be unfolded. */
  @container (min-width: 56rem) {
    .where button {
      display: none;
    }
    ol.folded {
      display: grid;
    }
  }
  @media print {
    :host {
      display: none;
    }
  }
`;
