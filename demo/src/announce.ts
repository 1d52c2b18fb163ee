import { fileURLToPath } from "node:url";
import { EXTENSION_ID } from "@fisc/extension/identity";
import { describePerson } from "./people/describe.ts";
import type { Demo } from "./start.ts";

/** Tells the newcomer what runs where, who they can be, and how to load the extension by hand. */
export function announce(demo: Demo): void {
  const { addresses } = demo;
  const extension = fileURLToPath(new URL("../../packages/extension/dist/chromium", import.meta.url));
  const host = fileURLToPath(new URL("../../packages/carrier-host/src/main.ts", import.meta.url));
  const people = demo.people.map((person) => {
    const { roles, belongsTo } = describePerson(person, "vi");
    return `  ${person.name.padEnd(20)} ${person.token ? `PIN ${person.token.pin}` : "no key    "}  ${roles} · ${belongsTo}`;
  });
  console.log(`
Portal            ${addresses.portal}
Gateway           ${addresses.gateway}   (contract: ${addresses.gateway}/openapi.json)
Sign-in           ${addresses.issuer}   (choose a person; no password)
Mail inbox        ${addresses.inbox}
TABMIS simulator  ${addresses.tabmis}

People, all fictional (token in SoftHSM2, SOFTHSM2_CONF=${demo.tokens.configuration}):
${people.join("\n")}

To sign, a browser needs the extension and its native host. \`npm run demo -- --browser\` opens a Chromium that has both. In your own Chromium:
  1. chrome://extensions → Developer mode → Load unpacked → ${extension}
  2. ${quoted(process.execPath)} --conditions=source ${quoted(host)} install --help   (extension id ${EXTENSION_ID}, module ${demo.tokens.module})
`);
}

/** One word for a shell. The Node is named by its path: the machine's own may be too old to run the sources. */
function quoted(path: string): string {
  return /^[\w./@+-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}
