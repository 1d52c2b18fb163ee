import type { Look } from "./looks.ts";

/**
 * One criterion of WCAG 2.2, level A or AA, and how the elements answer it. `axe`: rules of axe-core speak of it; `looks`: ours do.
 * `whose` says whose it is where nothing is looked at: nobody's, as elements have nothing of the kind; the page's; or the element's by its
 * design, which no machine can tell, and `how` says what that is.
 */
export interface Criterion {
  readonly number: string;
  readonly name: string;
  readonly level: "A" | "AA";
  readonly axe?: true;
  readonly looks?: readonly Look[];
  readonly whose?: "nobody" | "page" | "design";
  readonly how?: string;
}

const media = "There are no pictures, sounds or films in the elements; icons are drawn beside words and hidden from screen readers.";
const wholePage = "It is of whole pages.";

/** https://www.w3.org/TR/WCAG22/. Clauses 9.* of EN 301 549 V3.2.1 have the same numbers, but for those that came with WCAG 2.2. */
export const criteria: readonly Criterion[] = [
  { number: "1.1.1", name: "Non-text content", level: "A", axe: true, looks: ["no media"] },
  { number: "1.2.1", name: "Audio-only and video-only", level: "A", whose: "nobody", how: media },
  { number: "1.2.2", name: "Captions (prerecorded)", level: "A", whose: "nobody", how: media },
  { number: "1.2.3", name: "Audio description or media alternative", level: "A", whose: "nobody", how: media },
  { number: "1.2.4", name: "Captions (live)", level: "AA", whose: "nobody", how: media },
  { number: "1.2.5", name: "Audio description (prerecorded)", level: "AA", whose: "nobody", how: media },
  { number: "1.3.1", name: "Info and relationships", level: "A", axe: true },
  {
    number: "1.3.2",
    name: "Meaningful sequence",
    level: "A",
    whose: "design",
    how: "What is drawn stands in the order in which it is read; no style reorders it.",
  },
  { number: "1.3.3", name: "Sensory characteristics", level: "A", whose: "design", how: "Texts name things, not their place or shape." },
  {
    number: "1.3.4",
    name: "Orientation",
    level: "AA",
    whose: "design",
    how: "No style asks for an orientation; elements look at their own width.",
  },
  { number: "1.3.5", name: "Identify input purpose", level: "AA", axe: true },
  {
    number: "1.4.1",
    name: "Use of color",
    level: "A",
    looks: ["faults in words"],
    how: "Faults, doubts and states have an icon and words.",
  },
  { number: "1.4.2", name: "Audio control", level: "A", whose: "nobody", how: media },
  { number: "1.4.3", name: "Contrast (minimum)", level: "AA", axe: true },
  { number: "1.4.4", name: "Resize text", level: "AA", looks: ["text at 200 %"] },
  { number: "1.4.5", name: "Images of text", level: "AA", looks: ["no media"] },
  { number: "1.4.10", name: "Reflow", level: "AA", looks: ["320 pixels"] },
  {
    number: "1.4.11",
    name: "Non-text contrast",
    level: "AA",
    looks: ["forced colours"],
    how: "The tokens of borders and focus hold 3:1 on the surface; a test of the tokens says so. Looked at here: outlines in forced colours.",
  },
  { number: "1.4.12", name: "Text spacing", level: "AA", looks: ["text spacing"] },
  {
    number: "1.4.13",
    name: "Content on hover or focus",
    level: "AA",
    whose: "design",
    how: "Nothing appears on hover. The list of a field of codes closes with Escape, and stays while the pointer is on it.",
  },
  { number: "2.1.1", name: "Keyboard", level: "A", axe: true, looks: ["keyboard"] },
  {
    number: "2.1.2",
    name: "No keyboard trap",
    level: "A",
    looks: ["keyboard"],
    how: "In a table of lines Tab goes on from cell to cell, and Escape before it leaves the table, as its description says.",
  },
  { number: "2.1.4", name: "Character key shortcuts", level: "A", whose: "nobody", how: "No letter, figure or sign alone is a shortcut." },
  {
    number: "2.2.1",
    name: "Timing adjustable",
    level: "A",
    axe: true,
    how: "The elements set no limit of time; what was typed outlives the session.",
  },
  { number: "2.2.2", name: "Pause, stop, hide", level: "A", looks: ["rest from motion"] },
  { number: "2.3.1", name: "Three flashes", level: "A", whose: "nobody", how: "Nothing flashes." },
  { number: "2.4.1", name: "Bypass blocks", level: "A", whose: "page", how: wholePage },
  { number: "2.4.2", name: "Page titled", level: "A", whose: "page", how: wholePage },
  { number: "2.4.3", name: "Focus order", level: "A", looks: ["keyboard"] },
  { number: "2.4.4", name: "Link purpose", level: "A", axe: true },
  { number: "2.4.5", name: "Multiple ways", level: "AA", whose: "page", how: wholePage },
  {
    number: "2.4.6",
    name: "Headings and labels",
    level: "AA",
    whose: "design",
    how: "Labels are the procedure's own words; a test of the profiles says that each field has one in each language.",
  },
  { number: "2.4.7", name: "Focus visible", level: "AA", looks: ["focus in sight"] },
  { number: "2.4.11", name: "Focus not obscured (minimum)", level: "AA", looks: ["focus in sight"] },
  { number: "2.5.1", name: "Pointer gestures", level: "A", whose: "nobody", how: "No gesture has a path or needs two fingers." },
  {
    number: "2.5.2",
    name: "Pointer cancellation",
    level: "A",
    whose: "design",
    how: "Actions follow `click`, which comes when the pointer is let go.",
  },
  { number: "2.5.3", name: "Label in name", level: "A", axe: true, how: "Names of controls are the labels that are seen." },
  { number: "2.5.4", name: "Motion actuation", level: "A", whose: "nobody", how: "Nothing listens to motion." },
  {
    number: "2.5.7",
    name: "Dragging movements",
    level: "AA",
    whose: "design",
    how: "Files may be dropped, chosen or pasted; nothing else is dragged.",
  },
  { number: "2.5.8", name: "Target size (minimum)", level: "AA", axe: true },
  { number: "3.1.1", name: "Language of page", level: "A", whose: "page", how: wholePage },
  {
    number: "3.1.2",
    name: "Language of parts",
    level: "AA",
    axe: true,
    how: "Words of another language than the page's, such as an amount, carry `lang`.",
  },
  { number: "3.2.1", name: "On focus", level: "A", whose: "design", how: "The focus opens nothing and sends nothing." },
  {
    number: "3.2.2",
    name: "On input",
    level: "A",
    whose: "design",
    how: "Typing computes and shows; only buttons and links send or leave.",
  },
  { number: "3.2.3", name: "Consistent navigation", level: "AA", whose: "page", how: wholePage },
  {
    number: "3.2.4",
    name: "Consistent identification",
    level: "AA",
    whose: "design",
    how: "One glossary of terms, one text a key, held by a test.",
  },
  { number: "3.2.6", name: "Consistent help", level: "A", whose: "page", how: wholePage },
  { number: "3.3.1", name: "Error identification", level: "A", looks: ["faults in words"] },
  { number: "3.3.2", name: "Labels or instructions", level: "A", axe: true, how: "Every field has its label above it, always seen." },
  {
    number: "3.3.3",
    name: "Error suggestion",
    level: "AA",
    whose: "design",
    how: "Every text of a fault says what to do; a test of the texts holds that.",
  },
  {
    number: "3.3.4",
    name: "Error prevention (legal, financial)",
    level: "AA",
    whose: "design",
    how: "What will be sent or signed is checked and read before; returned dossiers can be put right.",
  },
  {
    number: "3.3.7",
    name: "Redundant entry",
    level: "A",
    whose: "design",
    how: "What the register or an earlier page knows is filled in.",
  },
  {
    number: "3.3.8",
    name: "Accessible authentication (minimum)",
    level: "AA",
    whose: "page",
    how: "Signing in is the identity provider's.",
  },
  { number: "4.1.2", name: "Name, role, value", level: "A", axe: true },
  {
    number: "4.1.3",
    name: "Status messages",
    level: "AA",
    whose: "design",
    how: "Messages of fields, tables, drafts and panels stand in live regions; the elements' own tests say so.",
  },
];

/** New in WCAG 2.2: EN 301 549 V3.2.1 has no clause for them. */
const since22 = new Set(["2.4.11", "2.5.7", "2.5.8", "3.2.6", "3.3.7", "3.3.8"]);

export const clauseOf = ({ number }: Criterion): string => (since22.has(number) ? "–" : `9.${number}`);
