import { readFile, rm, writeFile } from "node:fs/promises";

/** Writes down which process this is, so that a later start can tell whether it still runs. */
export async function noteProcess(file: string, pid: number): Promise<void> {
  await writeFile(file, `${pid} ${await startedAt(pid)}`);
}

/** Number of the noted process while that very process runs; the number alone may be another program's by now. */
export async function notedProcess(file: string): Promise<number | undefined> {
  const [pid = "", started = ""] = (await readFile(file, "utf8").catch(() => "")).split(" ");
  if (!/^\d+$/.test(pid) || pid === String(process.pid)) return undefined;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ESRCH") return undefined;
  }
  return (await startedAt(Number(pid))) === started ? Number(pid) : undefined;
}

export async function forgetProcess(file: string): Promise<void> {
  await rm(file, { force: true });
}

/** Clock ticks since boot at which the process started (proc(5), field 22); empty where there is no /proc. */
async function startedAt(pid: number): Promise<string> {
  const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}
