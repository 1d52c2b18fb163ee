// Loaded before a script (`node --require`): lets it see another machine than this one. FISC_OTHER_MACHINE is JSON:
// `there` and `absent` (paths), `uid`, `node` (a version), `platform`, `full` (folder → bytes that are free), `unwritable` (folders).
const fs = require("node:fs");
const { syncBuiltinESMExports } = require("node:module");
const { resolve } = require("node:path");

const other = JSON.parse(process.env.FISC_OTHER_MACHINE);
const { existsSync, accessSync, statfsSync } = fs;

fs.existsSync = (path) => {
  if (other.there?.includes(path)) return true;
  return !other.absent?.includes(path) && existsSync(path);
};
fs.accessSync = (path, mode) => {
  if (mode === fs.constants.W_OK && other.unwritable?.includes(resolve(path))) throw Object.assign(new Error("EACCES"), { code: "EACCES" });
  return accessSync(path, mode);
};
if (statfsSync) fs.statfsSync = (path) => ({ bavail: (other.full?.[resolve(path)] ?? 1e13) / 4096, bsize: 4096 });
syncBuiltinESMExports();

if (other.uid !== undefined) process.getuid = () => other.uid;
if (other.platform) Object.defineProperty(process, "platform", { value: other.platform });
if (other.node) {
  Object.defineProperty(process, "version", { value: `v${other.node}` });
  Object.defineProperty(process, "versions", { value: { ...process.versions, node: other.node } });
}
