import { css } from "lit";

export const selectFieldStyles = css`
  select.control {
    appearance: auto;
    cursor: pointer;
    inline-size: auto;
    max-inline-size: 100%;
    min-inline-size: 12rem;
  }
  select.control:disabled {
    cursor: default;
  }
`;
