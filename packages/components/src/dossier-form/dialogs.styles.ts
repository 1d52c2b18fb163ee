import { css } from "lit";

/** Adopted by the form with its first dialog. */
export const dialogStyles = css`
  dialog {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_text);
    max-inline-size: min(40rem, 94vi);
    padding: calc(var(--_space) * 3);
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    margin-block-start: calc(var(--_space) * 2);
  }
  dialog form {
    gap: calc(var(--_space) * 2);
  }
  dialog fieldset {
    border: 1px solid var(--_divider);
    border-radius: var(--_radius);
    margin: 0;
    padding: var(--_space) calc(var(--_space) * 1.5);
  }
  dialog legend {
    font-weight: 600;
  }
  dialog label {
    align-items: center;
    cursor: pointer;
    display: flex;
    gap: var(--_space);
    min-block-size: var(--_control-height);
    overflow-wrap: anywhere;
  }
`;
