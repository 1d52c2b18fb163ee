import { css } from "lit";

export const taskListStyles = css`
  :host {
    display: block;
  }
  .list {
    display: grid;
    gap: calc(var(--_space) * 3);
  }
  h3 {
    font-size: 1.0625rem;
    line-height: 1.35;
    margin-block-end: var(--_space);
  }
  ul {
    border-block-start: 1px solid var(--_divider);
    list-style: none;
    margin: 0;
    padding: 0;
  }
  li {
    align-items: center;
    border-block-end: 1px solid var(--_divider);
    display: flex;
    flex-wrap: wrap;
    gap: 0 calc(var(--_space) * 2);
    justify-content: space-between;
    padding-block: calc(var(--_space) * 0.75);
    position: relative;
  }
  li:hover {
    background: var(--_surface-raised);
  }
  .name {
    display: grid;
    min-inline-size: min(100%, 12rem);
    overflow-wrap: anywhere;
  }
  a,
  .waits {
    padding-block: calc(var(--_space) * 0.75);
  }
  a {
    font-weight: 600;
  }
  /* The whole row leads where its link does. */
  a::after {
    content: "";
    inset: 0;
    position: absolute;
  }
  .waits {
    color: var(--_text-muted);
  }
`;
