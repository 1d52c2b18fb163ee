import { css } from "lit";

export const styles = css`
  :host {
    display: block;
  }
  .tools {
    align-items: center;
    display: flex;
    flex-wrap: wrap;
    gap: var(--_space) calc(var(--_space) * 2);
    margin-block-end: calc(var(--_space) * 2);
  }
  .tools p {
    flex: 1 1 20ch;
    margin: 0;
  }
  .sheet {
    border: 1px solid var(--_divider);
    border-radius: var(--_radius);
    overflow: clip;
    background: white;
  }
  @media print {
    .tools {
      display: none;
    }
    .sheet {
      border: 0;
      border-radius: 0;
      overflow: visible;
    }
  }
`;
