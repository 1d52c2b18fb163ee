import type { DossierEvent } from "../model/dossier.ts";

export interface StreamOptions {
  readonly url: string;
  readonly request: typeof fetch;
  readonly after?: number;
  readonly signal: AbortSignal;
  onEvent(event: DossierEvent): void;
  onState(state: "open" | "lost"): void;
}

/** Milliseconds: first wait, longest wait, and silence after which a connection counts as lost (the gateway gives a sign of life every 15 s). */
const firstWait = 500;
const longestWait = 15_000;
const longestSilence = 45_000;

/**
 * Server-sent events over fetch (an `EventSource` cannot tell a refusal from a lost line, nor send its last id at the start).
 * Reconnects with the last id and growing, scattered waits, until `signal` aborts; each event comes once and in order.
 */
export function streamEvents(options: StreamOptions): void {
  void follow(options);
}

async function follow({ url, request, after, signal, onEvent, onState }: StreamOptions): Promise<void> {
  let last = after;
  let wait = firstWait;
  while (!signal.aborted) {
    const line = new AbortController();
    const end = (): void => line.abort();
    signal.addEventListener("abort", end, { once: true });
    let watch = setTimeout(end, longestSilence);
    try {
      const response = await request(url, {
        credentials: "include",
        cache: "no-store",
        headers: { accept: "text/event-stream", ...(last === undefined ? {} : { "last-event-id": String(last) }) },
        signal: line.signal,
      });
      if (!response.ok || response.body === null) throw new Error(String(response.status));
      onState("open");
      wait = firstWait;
      for await (const message of messagesOf(response.body)) {
        clearTimeout(watch);
        watch = setTimeout(end, longestSilence);
        const cursor = Number(message.id);
        if (message.id !== "" && Number.isSafeInteger(cursor) && message.data === "") last ??= cursor;
        if (message.data === "" || (last !== undefined && cursor <= last)) continue;
        last = cursor;
        onEvent(JSON.parse(message.data) as DossierEvent);
      }
    } catch {
      // Every way in which a line can end leads to the same: come back later with the last id.
    } finally {
      clearTimeout(watch);
      signal.removeEventListener("abort", end);
      line.abort();
    }
    if (signal.aborted) return;
    onState("lost");
    await pause(wait * (0.5 + Math.random() / 2), signal);
    wait = Math.min(longestWait, wait * 2);
  }
}

interface Message {
  readonly id: string;
  readonly data: string;
}

/** Messages of a stream as the HTML standard (9.2.6) parses them, as far as we use it; a comment comes as an empty message. */
async function* messagesOf(body: ReadableStream<Uint8Array<ArrayBuffer>>): AsyncGenerator<Message> {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = "";
  let id = "";
  let data: string[] = [];
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split(/\r\n|\n|\r/u);
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (line === "" || line.startsWith(":")) {
        yield { id, data: data.join("\n") };
        data = [];
      } else if (line.startsWith("id:")) id = line.slice(3).trim();
      else if (line.startsWith("data:")) data.push(line.slice(5).replace(/^ /u, ""));
    }
  }
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", end);
      resolve();
    };
    const timer = setTimeout(end, milliseconds);
    signal.addEventListener("abort", end, { once: true });
  });
}
