import { css } from "lit";

export const textFieldStyles = css`
  textarea.control {
    line-height: 1.5;
    min-block-size: 5.5rem;
    resize: vertical;
  }
  :host([identifier]) .control {
    letter-spacing: 0.02em;
  }
`;
