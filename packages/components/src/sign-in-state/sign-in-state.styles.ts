import { css } from "lit";

export const styles = css`
  :host {
    display: block;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: var(--_space) calc(var(--_space) * 2);
  }
  .who {
    display: grid;
    min-inline-size: 0;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .name {
    font-weight: 700;
  }
  .place {
    font-size: 0.875em;
    color: var(--_text-muted);
  }
  .error {
    color: var(--_error);
  }
`;
