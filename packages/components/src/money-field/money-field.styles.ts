import { css } from "lit";

export const moneyFieldStyles = css`
  .amount {
    align-items: center;
    display: flex;
    gap: var(--_space);
    max-inline-size: 24rem;
  }
  .amount .control {
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .currency {
    color: var(--_text-muted);
  }
`;
