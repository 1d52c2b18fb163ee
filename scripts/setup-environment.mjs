// The environment that everything below runs in: the caller's, less what would make it run differently from what was tried.
import { homedir } from "node:os";
import { join } from "node:path";
import { isWritable } from "./setup-space.mjs";

/** Browsers come from the operating system, so no library may fetch one of its own. */
const browsersOfTheSystem = { PUPPETEER_SKIP_DOWNLOAD: "true", PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };

/** `compiled`: folder where Node keeps what it made of each source, by its content: a third of a start's work is not done again. */
export function startEnvironment(given, compiled) {
  const environment = { ...given, ...browsersOfTheSystem };
  // `production` would leave out the libraries that builds and tests need.
  delete environment.NODE_ENV;
  // All parts talk over the loopback interface, where no proxy of the office can reach them.
  const direct = [given.NO_PROXY ?? given.no_proxy, "127.0.0.1", "localhost"].filter(Boolean).join(",");
  return { NODE_COMPILE_CACHE: compiled, ...environment, NO_PROXY: direct, no_proxy: direct };
}

/** Where the home may not be written (a service account, a container), npm and pnpm keep what they fetch in the clone. Changes `environment`. */
export function ownCaches(environment, npm, home) {
  if (!isWritable(environment.npm_config_cache ?? join(homedir(), ".npm"))) environment.npm_config_cache = npm;
  const folders = { XDG_DATA_HOME: ".local/share", XDG_CACHE_HOME: ".cache", XDG_STATE_HOME: ".local/state" };
  for (const [name, below] of Object.entries(folders))
    if (!isWritable(environment[name] ?? join(homedir(), below))) environment[name] = join(home, name.slice(4, -5).toLowerCase());
}
