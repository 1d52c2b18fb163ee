import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .panel {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  .decision {
    display: grid;
    gap: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2.5);
    border: 1px solid var(--_divider);
    border-block-start: 4px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .decision.quiet {
    border-block-start-color: var(--_divider);
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.3;
    text-wrap: balance;
  }
  h2:focus-visible,
  fisc-notice:focus-visible {
    outline-offset: 4px;
  }
  .gist {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 calc(var(--_space) * 2);
    overflow-wrap: anywhere;
  }
  .amount {
    font-size: 1.5em;
    font-weight: 700;
    line-height: 1.3;
  }
  .state {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 1.5);
  }
  .tag {
    padding: calc(var(--_space) * 0.25) calc(var(--_space) * 1.25);
    border: 1px solid currentColor;
    border-radius: 99rem;
    font-weight: 700;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  .buttons button {
    padding-inline: calc(var(--_space) * 3);
  }
  .bar {
    position: sticky;
    inset-block-end: 0;
    z-index: 1;
    padding-block: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_divider);
    background: var(--_surface);
    padding-inline: calc(var(--_space) * 2.5);
  }
  .steps {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps li {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    color: var(--_text-muted);
  }
  .steps .current {
    color: var(--_text);
    font-weight: 700;
  }
  .steps .done .mark {
    border-color: transparent;
    color: var(--_success);
  }
  .steps .current .mark {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .signers {
    display: grid;
    gap: var(--_space);
    padding-block-start: calc(var(--_space) * 1.5);
    border-block-start: 1px solid var(--_divider);
  }
  .signers h3 {
    font-size: 1em;
  }
  .signers ol {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 18rem), 1fr));
    gap: var(--_space) calc(var(--_space) * 3);
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .signers li {
    display: flex;
    gap: calc(var(--_space) * 1.25);
    overflow-wrap: anywhere;
  }
  .signers li > :last-child {
    display: grid;
  }
  .signers .signed .mark {
    border-color: transparent;
    color: var(--_success);
  }
  .signers .mine .mark {
    border: 3px solid var(--_primary);
  }
  .mark {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    border: 1px solid var(--_border);
    border-radius: 50%;
    font-size: 0.875em;
  }
  .changes {
    margin: 0;
    padding-inline-start: 1.25em;
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 1.5);
  }
  @container (max-width: 30rem) {
    .decision,
    .bar {
      padding: calc(var(--_space) * 1.5);
    }
    /* One button a line: a bar that stays would hide too much of what is read. */
    .bar {
      position: static;
    }
    .buttons button,
    .links .button {
      inline-size: 100%;
    }
  }
  @media (max-height: 30rem) {
    .bar {
      position: static;
    }
  }
  @media print {
    .bar,
    .decision {
      display: none;
    }
  }
`;
