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
  dialog.paste p.fault {
    display: flex;
    gap: var(--_space);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
  }
`;
