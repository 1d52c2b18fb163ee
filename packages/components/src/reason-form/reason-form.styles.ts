import { css } from "lit";

export const styles = css`
  :host {
    display: block;
  }
  form {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend,
  label.name {
    display: block;
    padding: 0;
    margin-block-end: calc(var(--_space) * 0.5);
    font-weight: 700;
  }
  .hint {
    display: block;
    margin-block-end: var(--_space);
    color: var(--_text-muted);
  }
  .choice {
    display: flex;
    align-items: center;
    gap: calc(var(--_space) * 1.5);
    min-block-size: var(--_control-height);
    cursor: pointer;
  }
  .count {
    display: block;
    margin-block-start: calc(var(--_space) * 0.5);
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .fault {
    display: flex;
    gap: var(--_space);
    margin-block: 0 calc(var(--_space) * 0.5);
    color: var(--_error);
    font-weight: 600;
  }
  .documents {
    display: grid;
    gap: calc(var(--_space) * 2);
    margin-block-start: var(--_space);
  }
  .document {
    display: grid;
    gap: var(--_space);
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius);
  }
  .document h3 {
    font-size: 1em;
    overflow-wrap: anywhere;
  }
  .fix {
    display: grid;
    gap: var(--_space);
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_warning);
  }
  .place {
    display: grid;
    grid-template-columns: 1fr 8rem;
    gap: var(--_space);
  }
  .place > :only-child {
    grid-column: 1 / -1;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 1.5);
  }
  button {
    justify-self: start;
  }
  @media (max-width: 30rem) {
    .place {
      grid-template-columns: 1fr;
    }
    .actions button {
      inline-size: 100%;
    }
  }
`;
