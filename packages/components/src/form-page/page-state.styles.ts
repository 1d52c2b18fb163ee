import { css } from "lit";

/** How the state of a page looks in every list of pages. */
export const pageStateStyles = css`
  .state {
    align-items: center;
    border: 1px solid transparent;
    border-radius: 99rem;
    display: inline-flex;
    flex: none;
    font-size: 0.875rem;
    font-weight: 600;
    gap: calc(var(--_space) * 0.5);
    line-height: 1.35;
  }
  .state .icon {
    block-size: 1.125rem;
    inline-size: 1.125rem;
  }
  .state.complete {
    color: var(--_success);
  }
  .state.in-progress {
    color: var(--_warning);
  }
  .state.not-started {
    color: var(--_link);
  }
  .state.optional,
  .state.cannot-start {
    color: var(--_text-muted);
    font-weight: 400;
  }
`;
