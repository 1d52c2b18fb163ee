import { css } from "lit";

export const providerStyles = css`
  :host([color-scheme="light"]) {
    color-scheme: light;
  }
  :host([color-scheme="dark"]) {
    color-scheme: dark;
  }
  :host([color-scheme="light dark"]) {
    color-scheme: light dark;
  }
  :host([density="compact"]) {
    --fisc-density: 0.75;
  }
  :host([density="normal"]) {
    --fisc-density: 1;
  }
  :host([density="comfortable"]) {
    --fisc-density: 1.25;
  }
`;
