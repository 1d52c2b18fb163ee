const escapes: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Markup that is known to be safe; anything else that goes into a template is escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  static join(parts: readonly Html[]): Html {
    return new Html(parts.map(({ text }) => text).join("\n"));
  }
}

export function html(strings: TemplateStringsArray, ...values: readonly (Html | string | number)[]): Html {
  return new Html(
    strings.reduce((text, part, index) => {
      const value = values[index - 1] ?? "";
      return text + (value instanceof Html ? value.text : String(value).replaceAll(/[&<>"']/gu, (sign) => escapes[sign] ?? sign)) + part;
    }),
  );
}
