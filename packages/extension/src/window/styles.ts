import { css } from "lit";

/** Colours hold 4.5:1 for text and 3:1 for borders and focus, in light and dark (WCAG 2.2 1.4.3, 1.4.11). */
export const styles = css`
  :host {
    color-scheme: light dark;
    --surface: light-dark(#ffffff, #15191f);
    --raised: light-dark(#f5f7fa, #1e242c);
    --text: light-dark(#1a2027, #e8ecf1);
    --muted: light-dark(#4c5866, #a9b4c0);
    --border: light-dark(#77828f, #7d8894);
    --primary: light-dark(#0b4f8a, #8ec5f7);
    --on-primary: light-dark(#ffffff, #06223b);
    --error: light-dark(#a8161b, #ffa39e);
    --error-surface: light-dark(#fdf0f0, #3a1717);
    --notice-surface: light-dark(#fff6e5, #35270d);
    display: block;
    max-width: 48rem;
    margin: 0 auto;
    padding: 1rem;
    background: var(--surface);
    color: var(--text);
    font:
      1rem/1.5 "Noto Sans",
      system-ui,
      sans-serif;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  * {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--primary);
    outline-offset: 2px;
  }
  h1:focus {
    outline: none;
  }
  h1 {
    font-size: 1.5rem;
    line-height: 1.25;
    margin: 0 0 0.75rem;
  }
  h2 {
    font-size: 1.2rem;
    margin: 1.5rem 0 0.5rem;
  }
  h3 {
    font-size: 1.05rem;
    margin: 1rem 0 0.25rem;
  }
  .asker {
    border: 2px solid var(--border);
    border-radius: 0.375rem;
    padding: 0.75rem;
    background: var(--raised);
  }
  .origin {
    font-family: ui-monospace, monospace;
    font-size: 1.1rem;
    font-weight: 700;
  }
  dl {
    margin: 0;
  }
  dl > div {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0.25rem 1rem;
    padding: 0.25rem 0;
    border-bottom: 1px solid light-dark(#d5dbe2, #333c47);
  }
  dt {
    color: var(--muted);
  }
  dd {
    margin: 0;
    white-space: pre-wrap;
  }
  .words {
    display: block;
    font-style: italic;
  }
  .gist {
    border-inline-start: 4px solid var(--primary);
    background: var(--raised);
    padding: 0.75rem 1rem;
    margin: 0.5rem 0 1rem;
  }
  .gist .amount {
    font-size: 1.5rem;
    font-weight: 700;
    line-height: 1.3;
  }
  .muted {
    color: var(--muted);
    font-size: 0.875rem;
    display: block;
  }
  .scroll {
    overflow-x: auto;
  }
  table {
    border-collapse: collapse;
    width: 100%;
    margin: 0.5rem 0;
    overflow-wrap: normal;
  }
  caption {
    text-align: start;
    color: var(--muted);
  }
  th,
  td {
    border: 1px solid var(--border);
    padding: 0.25rem 0.5rem;
    text-align: start;
    vertical-align: top;
  }
  .number {
    text-align: end;
    white-space: nowrap;
  }
  .files {
    padding-inline-start: 1.25rem;
  }
  a {
    color: var(--primary);
  }
  .alert {
    border-inline-start: 4px solid var(--error);
    background: var(--error-surface);
    padding: 0.75rem;
    margin: 0.75rem 0;
  }
  .notice {
    background: var(--notice-surface);
    padding: 0.75rem;
    margin: 0.75rem 0;
  }
  label {
    display: block;
    font-weight: 600;
    margin-top: 0.75rem;
  }
  label.check {
    display: flex;
    gap: 0.5rem;
    font-weight: 400;
  }
  input:not([type="checkbox"]),
  select {
    font: inherit;
    width: 100%;
    max-width: 24rem;
    min-height: 2.75rem;
    padding: 0.25rem 0.5rem;
    color: inherit;
    background: var(--surface);
    border: 1px solid var(--border);
    border-radius: 0.375rem;
  }
  input[type="checkbox"] {
    width: 1.5rem;
    height: 1.5rem;
    flex: none;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.75rem;
    margin-top: 1rem;
  }
  button {
    font: inherit;
    font-weight: 600;
    min-height: 2.75rem;
    padding: 0.25rem 1.25rem;
    border-radius: 0.375rem;
    border: 1px solid var(--border);
    background: var(--surface);
    color: inherit;
    cursor: pointer;
  }
  button.primary {
    background: var(--primary);
    border-color: var(--primary);
    color: var(--on-primary);
  }
  button:disabled,
  button[aria-disabled="true"] {
    opacity: 0.6;
    cursor: default;
  }
  @media (max-width: 30rem) {
    dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (prefers-reduced-motion: no-preference) {
    html {
      scroll-behavior: smooth;
    }
  }
`;
