import { pageStyle, paperStyle, type Markup } from "@fisc/core/paper";
import { paperNodes } from "./paper-nodes.ts";

/** What a document of its own is made from. */
export interface PrintJob {
  readonly paper: Markup;
  /** Title of the document: browsers take it for the name of the file. */
  readonly title: string;
  /** BCP 47 tag. */
  readonly locale: string;
  /** What each sheet names. */
  readonly reference: string;
}

/**
 * A document in a frame that holds the paper and nothing else: whatever the page around it looks like, only the paper is printed, with
 * sheets of its own. Style sheets are constructed, which the strictest policy of content allows. The frame stays until `close`, for
 * browsers print after `print()` has come back.
 */
export class PrintFrame {
  #frame: HTMLIFrameElement | undefined;

  /** @returns the window of the frame, ready to print */
  async open({ paper, title, locale, reference }: PrintJob): Promise<Window & typeof globalThis> {
    this.close();
    const frame = document.createElement("iframe");
    this.#frame = frame;
    frame.title = title;
    frame.ariaHidden = "true";
    frame.tabIndex = -1;
    // Not `display: none`: some browsers print nothing then.
    Object.assign(frame.style, { position: "fixed", inlineSize: "0", blockSize: "0", border: "0", insetInlineEnd: "100%" });
    // Some engines put the empty document in place a moment later: what was written before that would be gone.
    const loaded = new Promise<void>((resolve) => frame.addEventListener("load", () => resolve(), { once: true }));
    document.body.append(frame);
    await loaded;
    const view = frame.contentWindow as Window & typeof globalThis;
    const inside = view.document;
    inside.title = title;
    inside.documentElement.lang = locale;
    const sheet = new view.CSSStyleSheet();
    sheet.replaceSync(`${pageStyle(reference)}${paperStyle}body { margin: 0; }`);
    inside.adoptedStyleSheets = [sheet];
    inside.body.replaceChildren(paperNodes(paper, inside));
    return view;
  }

  close(): void {
    this.#frame?.remove();
    this.#frame = undefined;
  }
}
