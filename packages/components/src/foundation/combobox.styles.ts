import { css } from "lit";

export const comboboxStyles = css`
  .codes {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    box-shadow: 0 0.5rem 1.5rem rgb(0 0 0 / 18%);
    color: var(--_text);
    inset: auto;
    margin: 0;
    overflow: hidden;
    padding: calc(var(--_space) * 0.5);
    position: fixed;
  }
  .codes:popover-open {
    display: flex;
    flex-direction: column;
  }
  .codes ul {
    list-style: none;
    margin: 0;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 0;
  }
  .codes li {
    border-radius: var(--_radius);
    cursor: pointer;
    min-block-size: var(--_control-height);
    padding: calc(var(--_space) * 1.1) var(--_space);
    scroll-margin-block: calc(var(--_space) * 0.5);
  }
  .codes li.room {
    cursor: auto;
    min-block-size: 0;
    padding: 0;
  }
  .codes li[role="option"]:hover {
    background: var(--_surface-raised);
  }
  .codes li.active {
    background: var(--_surface-raised);
    box-shadow: inset 4px 0 0 var(--_primary);
  }
  .codes li.active:dir(rtl) {
    box-shadow: inset -4px 0 0 var(--_primary);
  }
  .codes b {
    margin-inline-end: var(--_space);
  }
  .codes .note {
    color: var(--_text-muted);
    font-size: 0.9375em;
    flex: none;
    margin: 0;
    padding: calc(var(--_space) * 0.5) var(--_space);
  }
  .codes .note:empty {
    display: none;
  }
  @media (forced-colors: active) {
    .codes li.active {
      forced-color-adjust: none;
      background: Highlight;
      color: HighlightText;
    }
  }
`;
