// Asked before anything is fetched: may this account write here, and is there room, on every disk that will be written to.
import * as fs from "node:fs";
import { dirname } from "node:path";
import { Stop } from "./setup-process.mjs";

const gigabyte = 1024 ** 3;

/** The folder itself, or the nearest one above it that is there. */
export function nearestFolder(folder) {
  for (let at = folder; ; at = dirname(at)) {
    if (fs.existsSync(at) || at === dirname(at)) return at;
  }
}

/** Whether this account can write to the folder, or make it where it is not there yet. */
export function isWritable(folder) {
  try {
    fs.accessSync(nearestFolder(folder), fs.constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

export function needWritable(folder) {
  if (!isWritable(folder)) throw new Stop(`This account may not write to ${folder}: change its owner, or clone again as this user.`);
}

/** `needs`: where how many gigabytes are written; `unless` names what, once there, leaves only `otherwise` to write; `option` moves the folder. */
export function needSpace(needs) {
  if (typeof fs.statfsSync !== "function") return; // Node 18.0 to 18.14
  for (const { folder, gigabytes, unless, otherwise, option } of needs) {
    const needed = unless !== undefined && fs.existsSync(unless) ? otherwise : gigabytes;
    const { bavail, bsize } = fs.statfsSync(nearestFolder(folder));
    const free = (bavail * bsize) / gigabyte;
    if (free >= needed) continue;
    const choice = option ? `, or choose another folder by ${option}` : "";
    throw new Stop(
      `Only ${free.toFixed(1)} GB are free for ${folder} and Fisc needs ${needed} GB there: free some space${choice}, then run the command again.`,
    );
  }
}
