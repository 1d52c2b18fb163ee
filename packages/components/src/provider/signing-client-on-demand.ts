import type { SigningClient } from "@fisc/core/signing";

/** The extension's client, loaded only when somebody signs: a page that is only filled in never pays for it. */
export function signingClientOnDemand(): SigningClient {
  let client: Promise<SigningClient> | undefined;
  const load = () => (client ??= import("@fisc/core/signing").then((module) => module.createSigningClient()));
  return {
    async probe(timeout) {
      return (await load()).probe(timeout);
    },
    async sign(input, signal) {
      return (await load()).sign(input, signal);
    },
    async diagnose() {
      return (await load()).diagnose();
    },
  };
}
