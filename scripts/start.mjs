#!/usr/bin/env node
// The entry of every command. It only looks at the version, in words that a Node from 12 on can read: any newer word in this file
// would end in a syntax error where a sentence should stand.

const command = new URL("start-command.mjs", import.meta.url);

if (Number(process.versions.node.split(".")[0]) < 18) {
  console.error(
    "\nFisc needs Node 18 or later to start; this is " + process.version + ". Install a newer Node, then run the command again.",
  );
  process.exitCode = 1;
} else {
  import(command.href);
}
