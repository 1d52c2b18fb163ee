import { css } from "lit";

export const dateFieldStyles = css`
  .date {
    display: flex;
    gap: calc(var(--_space) * 0.5);
    max-inline-size: 14rem;
    position: relative;
  }
  .date .control {
    flex: 1 1 auto;
    min-inline-size: 0;
  }
  .native {
    border: 0;
    inline-size: 1px;
    inset-block-end: 0;
    inset-inline-end: 0;
    opacity: 0;
    padding: 0;
    pointer-events: none;
    position: absolute;
  }
  .picker {
    align-items: center;
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_text);
    cursor: pointer;
    display: inline-flex;
    flex: none;
    inline-size: var(--_control-height);
    justify-content: center;
    min-block-size: var(--_control-height);
    padding: 0;
  }
  .picker:hover {
    background: var(--_surface-raised);
  }
`;
