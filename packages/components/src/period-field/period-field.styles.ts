import { css } from "lit";

export const periodFieldStyles = css`
  .control {
    inline-size: auto;
    max-inline-size: 14rem;
  }
  .name {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .name:empty {
    display: none;
  }
`;
