import { css } from "lit";

export const formPageStyles = css`
  :host {
    display: block;
    scroll-margin-block: 1rem;
  }
  section {
    background: var(--_surface);
    border: 1px solid var(--_divider);
    border-radius: calc(var(--_radius) * 1.5);
    padding: calc(var(--_space) * 3);
  }
  header {
    border-block-end: 1px solid var(--_divider);
    display: grid;
    gap: calc(var(--_space) * 0.5);
    margin-block-end: calc(var(--_space) * 2.5);
    padding-block-end: calc(var(--_space) * 1.5);
  }
  p {
    color: var(--_text-muted);
    margin: 0;
  }
  h2 {
    border-radius: var(--_radius);
    font-size: clamp(1.1875rem, 1rem + 1.2cqi, 1.5rem);
    line-height: 1.3;
    margin: 0;
    outline-offset: 4px;
    text-wrap: balance;
  }
  @container (max-width: 34rem) {
    section {
      border-inline: 0;
      border-radius: 0;
      /* Room for the ring of focus. */
      padding-inline: 0.25rem;
    }
  }
`;
