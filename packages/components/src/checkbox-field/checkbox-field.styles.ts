import { css } from "lit";

export const checkboxFieldStyles = css`
  .tick {
    align-items: start;
    cursor: pointer;
    display: flex;
    gap: var(--_space);
    min-block-size: var(--_control-height);
    padding-block: calc(var(--_space) * 0.75);
  }
  .tick .label {
    font-weight: 400;
  }
  input {
    accent-color: var(--_primary);
    block-size: 1.375rem;
    flex: none;
    inline-size: 1.375rem;
    margin: 0;
  }
  input[aria-invalid="true"] {
    outline: 2px solid var(--_error);
    outline-offset: 1px;
  }
  .tick:has(:disabled) {
    cursor: default;
  }
  .tick:has(:disabled) .label {
    color: var(--_text-muted);
  }
`;
