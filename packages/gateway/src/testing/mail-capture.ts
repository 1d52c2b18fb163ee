import { createServer } from "node:net";
import type { Socket } from "node:net";

export interface MailCapture {
  readonly url: string;
  /** Raw messages, oldest first. */
  readonly messages: readonly string[];
  close(): Promise<void>;
}

/** As much of SMTP (RFC 5321) as a client needs to hand a message over. */
export async function startMailCapture(): Promise<MailCapture> {
  const messages: string[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    let rest = "";
    let message: string[] | null = null;
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say("220 capture");
    socket.on("data", (chunk) => {
      rest += chunk.toString("utf8");
      const lines = rest.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (message !== null) {
          if (line !== ".") message.push(line.replace(/^\.\./u, "."));
          else {
            messages.push(message.join("\n"));
            message = null;
            say("250 kept");
          }
        } else if (line.toUpperCase() === "DATA") {
          message = [];
          say("354 go on");
        } else if (line.toUpperCase() === "QUIT") {
          say("221 bye");
          socket.end();
        } else say("250 ok");
      }
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return {
    url: `smtp://127.0.0.1:${port}`,
    messages,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
