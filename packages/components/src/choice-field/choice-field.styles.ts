import { css } from "lit";

export const choiceFieldStyles = css`
  .options {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-start: var(--_space);
  }
  .option {
    align-items: center;
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    cursor: pointer;
    display: flex;
    flex: 0 1 auto;
    gap: var(--_space);
    min-block-size: var(--_control-height);
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
  }
  .option:hover {
    background: var(--_surface-raised);
  }
  .option:has(:checked) {
    border-color: var(--_primary);
    box-shadow: inset 0 0 0 1px var(--_primary);
  }
  .option:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .option input:focus-visible {
    outline: none;
  }
  input {
    accent-color: var(--_primary);
    block-size: 1.25rem;
    flex: none;
    inline-size: 1.25rem;
    margin: 0;
  }
  :disabled .option {
    border-style: dashed;
    cursor: default;
  }
  fieldset[aria-invalid="true"] .option {
    border-color: var(--_error);
  }
  @media (max-width: 30rem) {
    .options {
      flex-direction: column;
    }
  }
`;
