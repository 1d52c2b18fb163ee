export { markupText, type Markup, type MarkupAttributes, type MarkupElement, type MarkupTag } from "./markup.ts";
export { formatCivilDate, formatInstant } from "./moments.ts";
export { drawPaper, type Paper, type PaperDocument } from "./paper.ts";
export { pageStyle, paperStyle } from "./paper-style.ts";
export { paperTexts, type PaperTexts } from "./texts.ts";
export { documentValueText, isNumeric, moneyText, valueText } from "./value-text.ts";
