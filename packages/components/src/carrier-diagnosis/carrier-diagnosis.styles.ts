import { css } from "lit";

export const styles = css`
  :host {
    display: block;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.5);
  }
  h2 {
    font-size: 1.25em;
    line-height: 1.3;
  }
  p {
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    align-items: center;
  }
  .actions a {
    padding-block: calc(var(--_space) * 0.75);
  }
  .verdict {
    padding: calc(var(--_space) * 1.25) calc(var(--_space) * 1.5);
    border-inline-start: 6px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_warning-surface);
    font-weight: 600;
  }
  .verdict.ready {
    border-inline-start-color: var(--_success);
    background: var(--_success-surface);
  }
  .verdict.broken {
    border-inline-start-color: var(--_error);
    background: var(--_error-surface);
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  li {
    display: flex;
    gap: var(--_space);
    padding-block: var(--_space);
    border-block-start: 1px solid var(--_divider);
  }
  li > div {
    min-inline-size: 0;
  }
  .icon {
    flex: none;
    margin-block-start: 0.15em;
    color: var(--_text-muted);
  }
  .ok > .icon {
    color: var(--_success);
  }
  .broken > .icon,
  li.broken .state {
    color: var(--_error);
  }
  .warning > .icon,
  li.warning .state {
    color: var(--_warning);
  }
  .waiting .state,
  .hidden .state,
  .unknown .state {
    color: var(--_text-muted);
  }
`;
