import { css } from "lit";

export const errorSummaryStyles = css`
  :host {
    display: block;
    scroll-margin-block: 1rem;
  }
  .summary {
    background: var(--_error-surface);
    border: 1px solid var(--_error);
    border-inline-start-width: 6px;
    border-radius: var(--_radius);
    padding: calc(var(--_space) * 2) calc(var(--_space) * 2.5);
    scroll-margin-block: 1rem;
  }
  .summary:focus {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  h2 {
    font-size: 1.1875em;
    line-height: 1.35;
    margin: 0 0 var(--_space);
  }
  ul {
    margin: 0;
    padding-inline-start: 1.25em;
  }
  li {
    margin-block: calc(var(--_space) * 0.75);
  }
  a {
    color: var(--_error);
    font-weight: 600;
    text-underline-offset: 0.2em;
  }
`;
