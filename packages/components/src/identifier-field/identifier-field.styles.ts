import { css } from "lit";

export const identifierFieldStyles = css`
  .control {
    letter-spacing: 0.02em;
  }
  .groups {
    color: var(--_text-muted);
    font-size: 0.9375em;
    letter-spacing: 0.02em;
    min-block-size: 1.5em;
  }
  /* Only while it is typed in: afterwards the control itself has the groups. */
  :host(:not(:focus-within)) .groups {
    display: none;
  }
`;
