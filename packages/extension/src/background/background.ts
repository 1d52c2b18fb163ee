import browser from "webextension-polyfill";
import type { Runtime } from "webextension-polyfill";
import { PAGE_PORT, WINDOW_PORT } from "../messages.ts";
import { askerOf } from "./asker.ts";
import { AuditLog } from "./audit.ts";
import { Diagnoses } from "./diagnoses.ts";
import { Grants } from "./grants.ts";
import { lookAtCarrier } from "./look-at-carrier.ts";
import { RateLimit } from "./rate-limit.ts";
import { Sessions } from "./sessions.ts";
import type { Port } from "./sessions.ts";

const SIZE = { width: 720, height: 860 } as const;

const grants = new Grants(browser.storage.local);
const rate = new RateLimit(browser.storage.session);
const sessions = new Sessions({
  grants,
  audit: new AuditLog(browser.storage.local),
  rate,
  diagnoses: new Diagnoses({ grants, rate, look: lookAtCarrier }),
  windows: {
    async open(session) {
      const url = browser.runtime.getURL(`sign.html?session=${session}`);
      const opened = await browser.windows.create({ type: "popup", url, ...SIZE });
      return {
        close: () => {
          if (opened.id !== undefined) browser.windows.remove(opened.id).catch(() => undefined);
        },
      };
    },
  },
});

browser.runtime.onConnect.addListener((port) => {
  const { sender } = port;
  // `externally_connectable` is not declared, and yet: another extension's id ends here.
  if (!sender || sender.id !== browser.runtime.id) return port.disconnect();
  if (port.name === PAGE_PORT && sender.tab && !isOwnPage(sender)) return sessions.page(wrap(port), askerOf(sender));
  if (port.name.startsWith(WINDOW_PORT) && isOwnPage(sender)) return sessions.window(wrap(port), port.name.slice(WINDOW_PORT.length));
  port.disconnect();
});

browser.action.onClicked.addListener(() => void browser.runtime.openOptionsPage());

function isOwnPage(sender: Runtime.MessageSender): boolean {
  return sender.url?.startsWith(browser.runtime.getURL("")) ?? false;
}

function wrap<Out>(port: Runtime.Port): Port<Out> {
  let open = true;
  port.onDisconnect.addListener(() => (open = false));
  return {
    post: (message) => {
      // The other end may have gone a moment ago.
      if (open) port.postMessage(message);
    },
    close: () => {
      open = false;
      port.disconnect();
    },
    onMessage: (listener) => port.onMessage.addListener(listener),
    onClose: (listener) => port.onDisconnect.addListener(listener),
  };
}
