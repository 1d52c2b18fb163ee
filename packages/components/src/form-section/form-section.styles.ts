import { css } from "lit";

export const formSectionStyles = css`
  :host {
    background: var(--_surface);
    border: 1px solid var(--_divider);
    border-radius: calc(var(--_radius) * 1.5);
    display: block;
    padding: calc(var(--_space) * 2.5);
  }
  h2,
  h3 {
    border-block-end: 1px solid var(--_divider);
    font-size: 1.125rem;
    line-height: 1.35;
    margin: 0 0 calc(var(--_space) * 2);
    padding-block-end: calc(var(--_space) * 0.5);
  }
  :host([collapsed]) :is(h2, h3) {
    border: 0;
    margin: 0;
    padding: 0;
  }
  button {
    align-items: center;
    background: none;
    border: 0;
    border-radius: var(--_radius);
    color: inherit;
    cursor: pointer;
    display: flex;
    font: inherit;
    gap: var(--_space);
    inline-size: 100%;
    justify-content: space-between;
    min-block-size: 2rem;
    padding: 0;
    text-align: start;
  }
  .icon {
    color: var(--_text-muted);
    flex: none;
    rotate: 180deg;
  }
  :host([collapsed]) .icon {
    rotate: none;
  }
  @container (max-width: 34rem) {
    :host {
      border-inline: 0;
      border-radius: 0;
      /* Room for the ring of focus. */
      padding-inline: 0.25rem;
    }
  }
  /* On paper nothing is folded away. */
  @media print {
    :host {
      break-inside: avoid;
    }
    .icon {
      display: none;
    }
    [hidden] {
      content-visibility: visible;
      display: block;
    }
  }
`;
