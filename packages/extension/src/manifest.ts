import { EXTENSION_KEY, EXTENSION_VERSION, FIREFOX_ID } from "./identity.ts";

export type Browser = "chromium" | "firefox";

/** No remote code, no inline code, no framing, no connection to anywhere, and no string becomes markup outside of Lit's templates. */
export const PAGE_POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; object-src 'self'; form-action 'none'; base-uri 'none'; " +
  "frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types lit-html";

/** `manifest.json` of each browser. Permissions: reach the native host, keep grants and the log; nothing else. */
export function manifest(browser: Browser): object {
  const background =
    browser === "chromium" ? { service_worker: "background.js", type: "module" } : { scripts: ["background.js"], type: "module" };
  return {
    manifest_version: 3,
    name: "__MSG_name__",
    description: "__MSG_description__",
    default_locale: "en",
    version: EXTENSION_VERSION,
    permissions: ["nativeMessaging", "storage"],
    background,
    content_scripts: [{ matches: ["http://*/*", "https://*/*"], js: ["content.js"], run_at: "document_start", all_frames: true }],
    options_ui: { page: "options.html", open_in_tab: true },
    action: { default_title: "Fisc" },
    content_security_policy: { extension_pages: PAGE_POLICY },
    ...(browser === "chromium"
      ? { key: EXTENSION_KEY, minimum_chrome_version: "120", incognito: "split" }
      : {
          browser_specific_settings: {
            gecko: { id: FIREFOX_ID, strict_min_version: "128.0", data_collection_permissions: { required: ["none"] } },
          },
        }),
  };
}
