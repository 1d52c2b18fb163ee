import { css } from "lit";

/**
 * The one set of design tokens, on `:host` of every element. A portal overrides any of them by setting the public
 * `--fisc-*` property on an ancestor; elements read only the `--_*` names.
 * Text and control colours hold 4.5:1 (WCAG 2.2 1.4.3), borders and focus 3:1 (1.4.11), in light and in dark.
 *
 * @cssproperty --fisc-font - Typefaces.
 * @cssproperty --fisc-font-size - Size of the text; all other sizes of text follow it.
 * @cssproperty --fisc-density - How much room things take: 0.75 compact, 1 normal, 1.25 comfortable. `density` of the provider sets it.
 * @cssproperty --fisc-space - The unit of all gaps and paddings.
 * @cssproperty --fisc-radius - Radius of corners.
 * @cssproperty --fisc-control-height - Least height of what is clicked or typed into; not under 1.5rem (WCAG 2.2 2.5.8).
 * @cssproperty --fisc-color-surface - Ground of controls and cards.
 * @cssproperty --fisc-color-surface-raised - Ground of what is disabled, read only, pointed at, or a heading of a table.
 * @cssproperty --fisc-color-text - Text.
 * @cssproperty --fisc-color-text-muted - Hints, counts and other text of second rank.
 * @cssproperty --fisc-color-border - Lines around controls: 3:1 on the surface.
 * @cssproperty --fisc-color-divider - Lines that only order what stands beside them.
 * @cssproperty --fisc-color-primary - The main button, the chosen option.
 * @cssproperty --fisc-color-on-primary - Text on the primary colour.
 * @cssproperty --fisc-color-link - Links, and buttons that look like links.
 * @cssproperty --fisc-color-focus - Ring around what has the focus: 3:1 on the surface.
 * @cssproperty --fisc-color-error - Faults: text, icons, borders.
 * @cssproperty --fisc-color-error-surface - Ground of a message about a fault.
 * @cssproperty --fisc-color-warning - Doubts, and what is to be put right.
 * @cssproperty --fisc-color-warning-surface - Ground of a message about a doubt.
 * @cssproperty --fisc-color-success - What is done.
 * @cssproperty --fisc-color-success-surface - Ground of a message about what is done.
 */
export const tokens = css`
  :host {
    --_font: var(--fisc-font, "Noto Sans", system-ui, -apple-system, "Segoe UI", Roboto, sans-serif);
    --_size: var(--fisc-font-size, 1rem);
    --_density: var(--fisc-density, 1);
    --_space: var(--fisc-space, calc(0.5rem * var(--_density)));
    --_radius: var(--fisc-radius, 0.375rem);
    --_control-height: var(--fisc-control-height, max(1.5rem, 2.75rem * var(--_density)));
    --_surface: var(--fisc-color-surface, light-dark(#ffffff, #15191f));
    --_surface-raised: var(--fisc-color-surface-raised, light-dark(#f5f7fa, #1e242c));
    --_text: var(--fisc-color-text, light-dark(#1a2027, #e8ecf1));
    --_text-muted: var(--fisc-color-text-muted, light-dark(#4c5866, #a9b4c0));
    --_border: var(--fisc-color-border, light-dark(#77828f, #7d8894));
    --_divider: var(--fisc-color-divider, light-dark(#d5dbe2, #333c47));
    --_primary: var(--fisc-color-primary, light-dark(#9b1c1c, #f0a3a0));
    --_on-primary: var(--fisc-color-on-primary, light-dark(#ffffff, #2b0a0a));
    --_link: var(--fisc-color-link, light-dark(#0b4f8a, #8ec5f7));
    --_focus: var(--fisc-color-focus, light-dark(#0b4f8a, #ffd35c));
    --_error: var(--fisc-color-error, light-dark(#a8161b, #ffa39e));
    --_error-surface: var(--fisc-color-error-surface, light-dark(#fdf0f0, #3a1717));
    --_warning: var(--fisc-color-warning, light-dark(#7a4b00, #ffcf80));
    --_warning-surface: var(--fisc-color-warning-surface, light-dark(#fff6e5, #35270d));
    --_success: var(--fisc-color-success, light-dark(#176639, #8fdcab));
    --_success-surface: var(--fisc-color-success-surface, light-dark(#edf8f1, #12301e));
    color: var(--_text);
    font: var(--_size) / 1.5 var(--_font);
    font-variant-numeric: tabular-nums;
  }
  :host([hidden]) {
    display: none;
  }
  *,
  ::before,
  ::after {
    box-sizing: border-box;
  }
  :focus-visible {
    outline: 3px solid var(--_focus);
    outline-offset: 2px;
  }
`;
