import { css } from "lit";

export const wordsOutputStyles = css`
  :host {
    display: block;
    min-inline-size: 0;
  }
  .label {
    /* Without a baseline of its own: a row of fields lines up on what is read and typed. */
    contain: layout;
    font-weight: 600;
  }
  output {
    background: var(--_surface-raised);
    border-inline-start: 4px solid var(--_divider);
    display: block;
    margin-block-start: calc(var(--_space) * 0.5);
    min-block-size: var(--_control-height);
    overflow-wrap: anywhere;
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
  }
  :host([figure]) output {
    font-weight: 700;
  }
  .error {
    color: var(--_error);
    font-weight: 600;
  }
  .error:empty {
    display: none;
  }
`;
