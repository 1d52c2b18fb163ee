/** What the single file of all elements is made from: it registers every element, and exports what a page's script may want. */
import "./all.ts";
export * from "./index.ts";
