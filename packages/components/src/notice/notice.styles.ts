import { css } from "lit";

export const styles = css`
  :host {
    display: block;
  }
  .box {
    display: grid;
    grid-template-columns: auto 1fr auto;
    gap: calc(var(--_space) * 0.5) calc(var(--_space) * 1.5);
    align-items: start;
    padding: calc(var(--_space) * 1.5) calc(var(--_space) * 2);
    border: 1px solid currentColor;
    border-inline-start-width: 6px;
    border-radius: var(--_radius);
    color: var(--_link);
    background: var(--_surface-raised);
  }
  .box.success {
    color: var(--_success);
    background: var(--_success-surface);
  }
  .box.warning {
    color: var(--_warning);
    background: var(--_warning-surface);
  }
  .box.error {
    color: var(--_error);
    background: var(--_error-surface);
  }
  svg {
    inline-size: 1.5rem;
    block-size: 1.5rem;
    flex: none;
  }
  .body {
    color: var(--_text);
    overflow-wrap: anywhere;
    min-inline-size: 0;
  }
  .title {
    display: block;
    font-weight: 700;
  }
  button.close {
    margin-block: calc(var(--_space) * -1);
    margin-inline-end: calc(var(--_space) * -1);
    padding: 0;
    border-color: transparent;
    background: none;
    color: var(--_text);
  }
  .actions {
    grid-column: 2 / -1;
  }
`;
