import { css } from "lit";

/** Adopted by the table with the first paste. */
export const pastePreviewStyles = css`
  dialog.paste {
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    color: var(--_text);
    max-block-size: 90dvb;
    max-inline-size: min(60rem, 94vi);
    overflow: auto;
    padding: calc(var(--_space) * 3);
  }
  dialog.paste::backdrop {
    background: rgb(0 0 0 / 45%);
  }
  dialog.paste .scroll {
    margin-block: calc(var(--_space) * 2);
    max-block-size: 45dvb;
    overflow: auto;
  }
  dialog.paste .fault {
    font-weight: 600;
  }
  dialog.paste summary.fault {
    cursor: pointer;
    display: flex;
    gap: var(--_space);
    min-block-size: 1.5rem;
  }
  dialog.paste .headings {
    align-items: center;
    display: flex;
    gap: var(--_space);
    min-block-size: var(--_control-height);
  }
  dialog.paste th select {
    max-inline-size: 12rem;
    min-inline-size: 8rem;
  }
  dialog.paste tbody th {
    vertical-align: top;
  }
  .unreadable {
    background: var(--_error-surface);
    border-inline-start: 4px solid var(--_error);
    margin-block: calc(var(--_space) * 2);
    padding: calc(var(--_space) * 2);
  }
  .unreadable h3 {
    color: var(--_error);
    font-size: 1em;
    margin: 0;
  }
  .unreadable ul {
    margin-block: var(--_space);
    max-block-size: 14rem;
    overflow: auto;
  }
  .unreadable li button {
    text-align: start;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
`;
