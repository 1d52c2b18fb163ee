import { css } from "lit";

export const draftStateStyles = css`
  :host {
    color: var(--_text-muted);
    display: block;
    font-size: 0.9375em;
  }
  .state {
    align-items: center;
    display: inline-flex;
    gap: var(--_space);
  }
  .icon {
    flex: none;
  }
  :host([condition="saved"]) .icon {
    color: var(--_success);
  }
  :host([condition="failed"]),
  :host([condition="full"]),
  :host([condition="refused"]) {
    color: var(--_error);
    font-weight: 600;
  }
  :host([condition="waiting"]) {
    color: var(--_warning);
    font-weight: 600;
  }
`;
