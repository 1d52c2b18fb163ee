#!/usr/bin/env node
import { FiscError } from "@fisc/core";
import { configurationFrom } from "./environment.ts";
import { startGateway } from "./gateway.ts";

/** Why it did not start, in one line on standard error; no stack, for there is nothing to debug. */
function complaint(error: unknown): string {
  if (!(error instanceof FiscError)) return `fisc-gateway: ${error instanceof Error ? error.message : String(error)}`;
  const params = Object.entries(error.params).map(([name, value]) => `${name}=${value}`);
  return ["fisc-gateway:", error.code, ...params].join(" ");
}

try {
  const configuration = await configurationFrom(process.env);
  if (configuration.clock !== undefined)
    process.stderr.write(
      `fisc-gateway: TEST CLOCK, now ${configuration.clock.now().toISOString()}: nothing recorded here has its true date\n`,
    );
  const gateway = await startGateway(configuration);
  let ending = false;
  const end = (): void => {
    if (ending) return;
    ending = true;
    // What hangs must not keep the process: the database and the outboxes of clients bear a hard end.
    setTimeout(() => process.exit(1), 10_000).unref();
    gateway.close().then(
      () => process.exit(0),
      (error: unknown) => {
        process.stderr.write(`${complaint(error)}\n`);
        process.exit(1);
      },
    );
  };
  process.on("SIGTERM", end);
  process.on("SIGINT", end);
  process.stdout.write(`fisc-gateway: listening ${gateway.url}\n`);
} catch (error) {
  process.stderr.write(`${complaint(error)}\n`);
  process.exit(1);
}
