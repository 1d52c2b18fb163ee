import { css } from "lit";

export const styles = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  section {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 2);
  }
  h2 {
    font-size: 1.375em;
    line-height: 1.3;
  }
  h3 {
    font-size: 1.125em;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  ol,
  ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .signature {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 1.25);
    padding: calc(var(--_space) * 2);
    border: 1px solid var(--_divider);
    border-inline-start: 6px solid var(--_warning);
    border-radius: var(--_radius);
    background: var(--_surface);
  }
  .signature.passed {
    border-inline-start-color: var(--_success);
  }
  .signature.failed {
    border-inline-start-color: var(--_error);
  }
  .signature .signature {
    margin-block-start: var(--_space);
  }
  header {
    display: flex;
    gap: var(--_space);
    align-items: start;
  }
  .icon {
    flex: none;
    margin-block-start: 0.2em;
    color: var(--_warning);
  }
  .passed > header .icon,
  .passed > header .verdict,
  li.passed > .icon {
    color: var(--_success);
  }
  .failed > header .icon,
  .failed > header .verdict,
  li.failed > .icon,
  li.failed > div > p > .outcome {
    color: var(--_error);
  }
  .indeterminate > header .verdict,
  .unknown > header .verdict {
    color: var(--_warning);
  }
  p,
  dd,
  li {
    overflow-wrap: anywhere;
  }
  .todo,
  .caution,
  .unsigned,
  .unreadable {
    padding: var(--_space) calc(var(--_space) * 1.5);
    border-inline-start: 4px solid var(--_divider);
    background: var(--_surface-raised);
  }
  .caution,
  .unsigned {
    border-inline-start-color: var(--_warning);
    background: var(--_warning-surface);
  }
  .unreadable {
    border-inline-start-color: var(--_error);
    background: var(--_error-surface);
  }
  .unsigned {
    display: grid;
    gap: var(--_space);
  }
  dl {
    margin: 0;
  }
  dt {
    color: var(--_text-muted);
    font-size: 0.9375em;
  }
  dd {
    margin: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    gap: var(--_space) calc(var(--_space) * 3);
  }
  .facts dd {
    font-weight: 500;
  }
  .code {
    font-family: ui-monospace, monospace;
    font-size: 0.9375em;
    font-weight: 400;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 1.75rem;
    padding-block: calc(var(--_space) * 0.5);
    color: var(--_link);
    font-weight: 600;
    cursor: pointer;
  }
  details > :not(summary) {
    margin-block: var(--_space);
  }
  .steps > li {
    display: flex;
    gap: var(--_space);
    padding-block: calc(var(--_space) * 0.5);
    border-block-start: 1px solid var(--_divider);
  }
  .steps > li > div {
    min-inline-size: 0;
  }
  .params {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    color: var(--_text-muted);
    font-size: 0.875em;
  }
  .params > div {
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 0.5);
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .params dt {
    font-size: 1em;
  }
  .params dt::after {
    content: ":";
  }
  .chain > li,
  .timestamps > li {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: calc(var(--_space) * 0.5);
    padding-block: var(--_space);
    border-block-start: 1px solid var(--_divider);
  }
  .files > li {
    padding-block: calc(var(--_space) * 0.25);
  }
  .files > .changed,
  .files > .missing {
    color: var(--_error);
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    align-items: center;
  }
  @media print {
    .signature {
      break-inside: auto;
    }
    .steps > li,
    .chain > li {
      break-inside: avoid;
    }
  }
`;
