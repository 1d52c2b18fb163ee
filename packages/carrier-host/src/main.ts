#!/usr/bin/env node
import { parseArgs } from "node:util";
import { ConfigError, readConfig } from "./config.ts";
import { diagnose, serve } from "./host.ts";
import { hostFiles, installHost, uninstallHost } from "./install.ts";
import { Modules } from "./modules.ts";

const HELP = `fisc-carrier-host: reaches PKCS#11 tokens for the Fisc extension

  fisc-carrier-host install   --directory DIR --extension-id ID… --module PATH… [--environment NAME=VALUE…] [--host-directory DIR]
  fisc-carrier-host install   --directory DIR --firefox-id ID…   --module PATH… …
  fisc-carrier-host uninstall --directory DIR [--host-directory DIR]
  fisc-carrier-host diagnose  --directory DIR [--host-directory DIR]
  fisc-carrier-host serve     --config FILE -- CALLER…            (the browser does this)

DIR is where the browser looks for host manifests:
  Chromium on Linux   ~/.config/chromium/NativeMessagingHosts, or <user-data-dir>/NativeMessagingHosts
  Firefox on Linux    ~/.mozilla/native-messaging-hosts
`;

async function main(): Promise<number> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      help: { type: "boolean", short: "h" },
      config: { type: "string" },
      directory: { type: "string" },
      "host-directory": { type: "string" },
      "extension-id": { type: "string", multiple: true },
      "firefox-id": { type: "string", multiple: true },
      module: { type: "string", multiple: true },
      environment: { type: "string", multiple: true },
    },
  });
  const [command, ...rest] = positionals;
  if (values.help || command === undefined) {
    process.stdout.write(HELP);
    return values.help ? 0 : 2;
  }
  if (command === "serve" && values.config) return serveBrowser(values.config, rest);
  const { directory } = values;
  if (!directory) return usage("--directory is needed");
  const hostDirectory = values["host-directory"] ?? directory;
  switch (command) {
    case "install": {
      const environment = Object.fromEntries(
        (values.environment ?? []).map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]),
      );
      const modules = (values.module ?? []).map((path) => ({ path, environment }));
      if (modules.length === 0) return usage("--module is needed");
      const installed = await installHost({
        directory,
        hostDirectory,
        modules,
        extensionIds: values["extension-id"] ?? [],
        firefoxIds: values["firefox-id"] ?? [],
      });
      process.stdout.write(`${Object.values(installed).join("\n")}\n`);
      return 0;
    }
    case "uninstall":
      await uninstallHost({ directory, hostDirectory });
      return 0;
    case "diagnose": {
      const modules = new Modules(readConfig(hostFiles(directory, hostDirectory).config).modules);
      process.stdout.write(`${JSON.stringify(await diagnose(modules), null, 2)}\n`);
      await modules.close();
      return 0;
    }
    default:
      return usage(`unknown command: ${command}`);
  }
}

/** Chromium gives the caller's origin first; Firefox the manifest's path, then the add-on's id. */
async function serveBrowser(configPath: string, callers: readonly string[]): Promise<number> {
  const config = readConfig(configPath);
  const caller = callers[0]?.startsWith("chrome-extension://") ? callers[0] : callers[1];
  if (caller === undefined || !config.allowedOrigins.includes(caller)) {
    process.stderr.write("fisc-carrier-host: this caller is not allowed\n");
    return 3;
  }
  const modules = new Modules(config.modules);
  return serve(process.stdin, process.stdout, modules);
}

function usage(line: string): number {
  process.stderr.write(`fisc-carrier-host: ${line}\n\n${HELP}`);
  return 2;
}

try {
  process.exit(await main());
} catch (error) {
  const known = error instanceof ConfigError || error instanceof TypeError || (error instanceof Error && "code" in error);
  process.stderr.write(`fisc-carrier-host: ${known ? error.message : "failed"}\n`);
  process.exit(1);
}
