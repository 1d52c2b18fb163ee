import { css } from "lit";
import { tokens } from "./tokens.ts";

/** Label above, hint under it, control, message: the same rhythm for every field. */
export const fieldStyles = [
  tokens,
  css`
    :host {
      display: block;
      min-inline-size: 0;
    }
    .field {
      border: 0;
      margin: 0;
      min-inline-size: 0;
      padding: 0;
    }
    .visually-hidden {
      block-size: 1px;
      clip-path: inset(50%);
      inline-size: 1px;
      margin: -1px;
      overflow: hidden;
      position: absolute;
      white-space: nowrap;
    }
    /* No baseline of their own: a row of fields lines up on the controls, however the lines above them wrap. */
    .label,
    .hint {
      contain: layout;
      display: block;
    }
    .label {
      color: var(--_text);
      font-weight: 600;
      padding: 0;
    }
    .required {
      color: var(--_error);
      font-weight: 700;
    }
    .hint {
      color: var(--_text-muted);
      font-size: 0.9375em;
      max-inline-size: 65ch;
    }
    .control {
      appearance: none;
      background: var(--_surface);
      border: 1px solid var(--_border);
      border-radius: var(--_radius);
      color: var(--_text);
      font: inherit;
      inline-size: 100%;
      margin: 0;
      max-inline-size: 100%;
      min-block-size: var(--_control-height);
      padding: calc(var(--_space) * 0.75) calc(var(--_space) * 1.5);
    }
    .field > * + * {
      margin-block-start: calc(var(--_space) * 0.5);
    }
    .control[size] {
      inline-size: auto;
    }
    .control:hover:not(:disabled, [readonly]) {
      border-color: var(--_text);
    }
    .control:focus-visible {
      border-color: var(--_focus);
      outline: 3px solid var(--_focus);
      outline-offset: 1px;
    }
    .control[aria-invalid="true"] {
      border-color: var(--_error);
      box-shadow: inset 0 0 0 1px var(--_error);
    }
    .control:disabled,
    .control[readonly] {
      background: var(--_surface-raised);
      border-style: dashed;
    }
    .number {
      text-align: end;
    }
    .message {
      align-items: start;
      display: flex;
      font-weight: 600;
      gap: var(--_space);
      max-inline-size: 65ch;
    }
    .message .icon {
      flex: none;
      margin-block-start: 0.125em;
    }
    .message.error {
      color: var(--_error);
    }
    .message.warning {
      color: var(--_warning);
    }
    .message.fix {
      background: var(--_warning-surface);
      border-inline-start: 4px solid var(--_warning);
      color: var(--_text);
      font-weight: 400;
      padding: var(--_space) calc(var(--_space) * 1.5);
    }
    .message:empty {
      display: none;
    }
    @media (forced-colors: active) {
      .control[aria-invalid="true"] {
        border-width: 3px;
      }
    }
  `,
];
