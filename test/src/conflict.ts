import { until } from "./stage.ts";
import type { VoucherForm } from "./voucher-form.ts";

/** Types into one field of two tabs at the same moment, before either can hear of the other. Gives the tab that asks which text stays. */
export async function typeInBoth(tabs: readonly VoucherForm[], path: string, texts: readonly string[]): Promise<VoucherForm> {
  const moment = Date.now() + 1_000;
  await Promise.all(
    tabs.map((form, index) =>
      form
        .field(path)
        .locator("input")
        .evaluate(
          (element, [text, at]) =>
            new Promise<void>((resolve) => {
              setTimeout(() => {
                (element as HTMLInputElement).value = text;
                element.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true, data: text }));
                resolve();
              }, at - Date.now());
            }),
          [texts[index] ?? "", moment] as const,
        ),
    ),
  );
  return until("the question which text stays", async () => {
    for (const form of tabs) if (await form.element.locator("dialog.merge").isVisible()) return form;
    return null;
  });
}
