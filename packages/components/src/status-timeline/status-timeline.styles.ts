import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  .timeline {
    display: grid;
    gap: calc(var(--_space) * 2);
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.3;
  }
  .now {
    display: grid;
    gap: calc(var(--_space) * 0.5);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_divider);
    border-inline-start: 6px solid var(--_primary);
    border-radius: var(--_radius);
    background: var(--_surface-raised);
  }
  .now.finished {
    border-inline-start-color: var(--_success);
  }
  .now .state {
    font-size: 1.125em;
    font-weight: 700;
  }
  .badge {
    display: inline-block;
    padding: 0 calc(var(--_space) * 1.25);
    border: 1px solid currentColor;
    border-radius: 99rem;
    font-weight: 700;
  }
  .badge.mine {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  .badge.late {
    color: var(--_error);
    background: var(--_error-surface);
  }
  .badge.soon {
    color: var(--_warning);
    background: var(--_warning-surface);
  }
  .badge.calm {
    color: var(--_text);
  }
  .pause {
    padding-inline-start: calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_divider);
  }
  ol.steps {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .steps > li {
    position: relative;
    display: grid;
    gap: calc(var(--_space) * 0.5);
    padding-block-end: calc(var(--_space) * 3);
    padding-inline-start: 2.25rem;
  }
  .steps > li::before {
    content: "";
    position: absolute;
    inset-block-start: 0.25em;
    inset-inline-start: 0;
    inline-size: 1.125rem;
    block-size: 1.125rem;
    border: 2px solid var(--_success);
    border-radius: 50%;
    background: var(--_success);
    z-index: 1;
  }
  .steps > li.current::before {
    border-color: var(--_primary);
    background: var(--_surface);
    box-shadow:
      inset 0 0 0 3px var(--_surface),
      inset 0 0 0 1rem var(--_primary);
  }
  .steps > li:not(:last-child)::after {
    content: "";
    position: absolute;
    inset-block: 1em 0;
    inset-block-end: -0.25em;
    inset-inline-start: calc(0.5625rem - 1px);
    inline-size: 2px;
    background: var(--_divider);
  }
  .steps > li:last-child {
    padding-block-end: 0;
  }
  .title {
    font-weight: 700;
    overflow-wrap: anywhere;
  }
  time {
    white-space: nowrap;
  }
  .who {
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  .reason,
  .fixes {
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_warning);
    background: var(--_warning-surface);
    overflow-wrap: anywhere;
  }
  .reason {
    white-space: pre-line;
  }
  .fixes ul,
  .papers {
    margin: 0;
    padding-inline-start: 1.25em;
  }
  .inner-step {
    display: grid;
    gap: calc(var(--_space) * 0.25);
  }
  .papers {
    color: var(--_text-muted);
    overflow-wrap: anywhere;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    padding-block: calc(var(--_space) * 0.5);
    color: var(--_link);
    cursor: pointer;
  }
  details ol {
    display: grid;
    gap: var(--_space);
    margin: 0;
    padding-inline-start: 1.25em;
  }
  @media (forced-colors: active) {
    .steps > li::before {
      forced-color-adjust: none;
      border-color: CanvasText;
      background: CanvasText;
    }
    .steps > li.current::before {
      border-color: Highlight;
      background: Highlight;
      box-shadow: none;
    }
    .steps > li:not(:last-child)::after {
      forced-color-adjust: none;
      background: CanvasText;
    }
  }
`;
