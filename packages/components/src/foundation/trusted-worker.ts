/** The part of Trusted Types that is used here; TypeScript's DOM types do not have it yet. */
interface TrustedTypes {
  createPolicy(name: string, rules: { createScriptURL(address: string): string }): { createScriptURL(address: string): string };
}

type ScriptPolicy = ReturnType<TrustedTypes["createPolicy"]>;

const slot = Symbol.for("fisc.script-policy");
const page = globalThis as { trustedTypes?: TrustedTypes; [slot]?: ScriptPolicy };

/** The policy `fisc`: one a page, also where two copies of the SDK are on it. It lets through addresses of this SDK's own scripts only. */
function policy(): ScriptPolicy | undefined {
  if (!page.trustedTypes) return undefined;
  page[slot] ??= page.trustedTypes.createPolicy("fisc", {
    createScriptURL(address) {
      const { protocol, origin } = new URL(address);
      if ((protocol === "https:" || protocol === "http:") && origin === new URL(import.meta.url).origin) return address;
      throw new TypeError("fisc: not a script of this SDK");
    },
  });
  return page[slot];
}

/**
 * A module worker from an address that was written down in the SDK. It is named like the browser's class where it is
 * used (`const Worker = TrustedWorker`), because bundlers find a worker by the very words
 * `new Worker(new URL("./x.js", import.meta.url)`.
 */
export const TrustedWorker = function (address: URL, options: WorkerOptions): Worker {
  return new globalThis.Worker(policy()?.createScriptURL(address.href) ?? address, options);
} as unknown as new (address: URL, options: WorkerOptions) => Worker;
