import { css } from "lit";

/** Buttons, links and plain form controls, drawn the same in every element. */
export const controls = css`
  button,
  .button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: var(--_space);
    min-block-size: var(--_control-height);
    min-inline-size: var(--_control-height);
    max-inline-size: 100%;
    padding: calc(var(--_space) * 0.75) calc(var(--_space) * 2);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: transparent;
    color: var(--_text);
    font: inherit;
    font-weight: 600;
    line-height: 1.3;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  button:hover,
  .button:hover {
    background: var(--_surface-raised);
  }
  button.primary {
    border-color: var(--_primary);
    background: var(--_primary);
    color: var(--_on-primary);
  }
  button.primary:hover {
    background: color-mix(in oklab, var(--_primary), var(--_text) 18%);
  }
  button.careful {
    border-color: var(--_error);
    color: var(--_error);
  }
  button.plain {
    border-color: transparent;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  button.icon-only {
    border-color: transparent;
    color: var(--_text-muted);
    padding: calc(var(--_space) * 0.75);
  }
  button.icon-only:hover {
    color: var(--_text);
  }
  button:disabled,
  button[aria-disabled="true"] {
    border-color: var(--_divider);
    background: var(--_surface-raised);
    color: var(--_text-muted);
    cursor: not-allowed;
  }
  .icon {
    flex: none;
  }
  a {
    color: var(--_link);
    text-underline-offset: 0.2em;
  }
  input:not([type="radio"], [type="checkbox"]),
  select,
  textarea {
    inline-size: 100%;
    min-block-size: var(--_control-height);
    padding: calc(var(--_space) * 1.1) calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_text);
    font: inherit;
  }
  textarea {
    resize: vertical;
  }
  [aria-invalid="true"] {
    border-color: var(--_error) !important;
    border-width: 2px !important;
  }
  input[type="radio"],
  input[type="checkbox"] {
    flex: none;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    margin: 0;
    accent-color: var(--_primary);
  }
  h2,
  h3,
  h4,
  p {
    margin: 0;
  }
  .visually-hidden {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    margin: -1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .muted {
    color: var(--_text-muted);
  }
  @media (forced-colors: active) {
    button,
    .button {
      border: 1px solid ButtonText;
    }
    button.primary {
      forced-color-adjust: none;
      border-color: Highlight;
      background: Highlight;
      color: HighlightText;
    }
  }
  @media print {
    button {
      display: none;
    }
  }
`;
