import { css } from "lit";

export const multilineFieldStyles = css`
  textarea.control {
    /* Grows with its text where the browser can, up to where it would push the rest of the form away. */
    field-sizing: content;
    line-height: 1.5;
    max-block-size: 24rem;
    min-block-size: 5.5rem;
    resize: vertical;
  }
  .count {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .count.over {
    color: var(--_error);
    font-weight: 600;
  }
`;
