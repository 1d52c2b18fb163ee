import { css } from "lit";

export const dossierFormStyles = css`
  :host {
    container-type: inline-size;
    display: block;
  }
  form {
    display: grid;
    gap: calc(var(--_space) * 3);
    grid-template-columns: minmax(0, 1fr);
  }
  header {
    display: grid;
    gap: calc(var(--_space) * 0.5);
  }
  h1 {
    font-size: clamp(1.375rem, 1rem + 2cqi, 1.875rem);
    line-height: 1.25;
    margin: 0;
    text-wrap: balance;
  }
  h2 {
    font-size: 1.3125rem;
    line-height: 1.3;
  }
  .form-number {
    color: var(--_primary);
    font-weight: 700;
  }
  .page {
    display: grid;
    gap: calc(var(--_space) * 2);
    grid-template-columns: minmax(0, 1fr);
  }
  .fields {
    align-items: baseline;
    display: flex;
    flex-wrap: wrap;
    gap: calc(var(--_space) * 2.5) calc(var(--_space) * 3);
  }
  .field {
    flex: 1 1 100%;
    min-inline-size: 0;
    scroll-margin-block: 2rem 7rem;
  }
  .field.short {
    flex: 0 1 15rem;
  }
  .field.middle {
    flex: 0 1 24rem;
  }
  .field.long {
    flex: 1 1 24rem;
    max-inline-size: 44rem;
  }
  .notice {
    align-items: start;
    background: var(--_surface-raised);
    border: 1px solid var(--_divider);
    border-inline-start: 6px solid var(--_link);
    border-radius: var(--_radius);
    display: flex;
    gap: calc(var(--_space) * 1.5);
    padding: calc(var(--_space) * 1.75) calc(var(--_space) * 2);
  }
  .notice .icon {
    color: var(--_link);
    flex: none;
    margin-block-start: 0.125em;
  }
  .notice.warning {
    background: var(--_warning-surface);
    border-inline-start-color: var(--_warning);
  }
  .notice.warning .icon {
    color: var(--_warning);
  }
  .notice.error {
    background: var(--_error-surface);
    border-inline-start-color: var(--_error);
  }
  .notice.error .icon {
    color: var(--_error);
  }
  .notice.success {
    background: var(--_success-surface);
    border-inline-start-color: var(--_success);
  }
  .notice.success .icon {
    color: var(--_success);
  }
  .notice ul {
    margin: 0;
    padding-inline-start: 1.25em;
  }
  .notice button {
    margin-block-start: var(--_space);
  }
  .notice button.plain {
    padding-inline: 0;
  }
  .actions {
    align-items: center;
    background: var(--_surface);
    border-block-start: 1px solid var(--_divider);
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    inset-block-end: 0;
    justify-content: space-between;
    padding-block: calc(var(--_space) * 1.5);
    position: sticky;
    z-index: 1;
  }
  .actions button {
    min-inline-size: 12rem;
  }
  .loading {
    color: var(--_text-muted);
    padding-block: calc(var(--_space) * 4);
  }
  @container (max-width: 34rem) {
    .field.short,
    .field.middle,
    .field.long {
      flex-basis: 100%;
    }
    .actions button {
      flex: 1 1 100%;
    }
  }
  /* 400 % zoom or a low window: a bar that stays would hide what is typed. */
  @media (max-height: 30rem) {
    .actions {
      position: static;
    }
  }
  @media print {
    .actions,
    .notice button {
      display: none;
    }
  }
`;
