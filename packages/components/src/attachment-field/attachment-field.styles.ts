import { css } from "lit";

export const attachmentFieldStyles = css`
  .files {
    display: grid;
    gap: var(--_space);
    list-style: none;
    margin: 0;
    padding: 0;
  }
  .file {
    align-items: center;
    background: var(--_surface-raised);
    border: 1px solid var(--_divider);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space);
    padding: calc(var(--_space) * 0.5) var(--_space);
  }
  .file.failed {
    border-color: var(--_error);
  }
  .file > .icon {
    color: var(--_text-muted);
    flex: none;
  }
  .file.ready > .icon {
    color: var(--_success);
  }
  .file.failed > .icon,
  .fault {
    color: var(--_error);
    font-weight: 600;
  }
  .about {
    flex: 1 1 12rem;
    min-inline-size: 0;
  }
  .name {
    overflow-wrap: anywhere;
  }
  .muted {
    font-size: 0.9375em;
  }
  progress {
    accent-color: var(--_primary);
    block-size: 0.5rem;
    inline-size: 100%;
  }
  .remove {
    background: none;
    border-color: transparent;
    color: var(--_text-muted);
    padding: 0;
  }
  .drop {
    align-items: center;
    border: 1px dashed var(--_border);
    border-radius: var(--_radius);
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    padding: calc(var(--_space) * 1.5);
    position: relative;
  }
  .drop.over {
    background: var(--_surface-raised);
    border-color: var(--_focus);
    border-style: solid;
  }
  /* The native input lies over the whole drop place: click, keys and drop stay the browser's own. */
  .drop input.choose {
    block-size: 100%;
    cursor: pointer;
    inset: 0;
    opacity: 0;
    padding: 0;
    position: absolute;
  }
  .camera {
    display: none;
    margin-block-start: var(--_space);
    position: relative;
  }
  @media (any-pointer: coarse) {
    .camera {
      display: inline-block;
    }
  }
  .camera:has(:focus-visible) .button {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .camera:has(:disabled) {
    opacity: 0.6;
  }
  .drop:has(:focus-visible) {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
  .drop:has(:disabled) {
    opacity: 0.6;
  }
  .drop:has([aria-invalid="true"]) {
    border-color: var(--_error);
  }
`;
