import { css } from "lit";

export const accountFieldStyles = css`
  .control {
    letter-spacing: 0.02em;
  }
`;
