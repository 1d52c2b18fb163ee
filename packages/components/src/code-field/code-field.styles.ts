import { css } from "lit";

export const codeFieldStyles = css`
  .code {
    display: inline-flex;
    max-inline-size: 100%;
    position: relative;
  }
  .code .control {
    padding-inline-end: calc(var(--_control-height) + var(--_space) * 0.5);
  }
  .toggle {
    align-items: center;
    background: none;
    border: 0;
    color: var(--_text-muted);
    cursor: pointer;
    display: inline-flex;
    inline-size: var(--_control-height);
    inset-block: 0;
    inset-inline-end: 0;
    justify-content: center;
    padding: 0;
    position: absolute;
  }
  .name {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  .name:empty {
    display: none;
  }
`;
