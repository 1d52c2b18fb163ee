import { mkdir, readdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import Fastify from "fastify";
import PostalMime, { type Address, type Email } from "postal-mime";
import { SMTPServer } from "smtp-server";
import { pageHeaders, pageLocale, pageStyle } from "../pages/page.ts";
import { inboxPage, messagePage } from "./inbox-page.ts";

export interface CapturedMail {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly date: string;
  readonly text: string;
  /** Message-ID header. */
  readonly messageId: string;
}

export interface MailCapture {
  readonly smtpUrl: string;
  messages(): readonly CapturedMail[];
  close(): Promise<void>;
}

/** Most bytes that one captured message may have. */
const maxBytes = 5 * 1024 * 1024;

/** An SMTP server that delivers nowhere: it keeps every message as a file and shows it in a web inbox. */
export async function startMailCapture(options: {
  readonly directory: string;
  readonly smtpPort: number;
  readonly port: number;
}): Promise<MailCapture> {
  await mkdir(options.directory, { recursive: true });
  const mails = new Map<string, CapturedMail>();
  for (const file of (await readdir(options.directory)).filter((name) => name.endsWith(".eml")).sort()) {
    const id = file.slice(0, -".eml".length);
    mails.set(id, await parsed(id, await readFile(join(options.directory, file))));
  }

  let count = mails.size;
  async function keep(raw: Buffer): Promise<void> {
    count += 1;
    const id = `${Date.now()}-${String(count).padStart(5, "0")}`;
    const mail = await parsed(id, raw);
    const file = join(options.directory, `${id}.eml`);
    await writeFile(`${file}.part`, raw);
    await rename(`${file}.part`, file); // answered only once it is whole on disk
    mails.set(id, mail);
  }

  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["AUTH", "STARTTLS"],
    size: maxBytes,
    onData(stream, _session, done) {
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.once("error", done);
      stream.once("end", () => {
        if (stream.sizeExceeded) return done(Object.assign(new Error("The message is too large."), { responseCode: 552 }));
        keep(Buffer.concat(chunks)).then(() => done(), done);
      });
    },
  });
  smtp.on("error", () => {}); // a client that breaks off is no fault of the inbox
  await new Promise<void>((resolve) => smtp.listen(options.smtpPort, "127.0.0.1", resolve));

  const newestFirst = (): readonly CapturedMail[] => [...mails.values()].reverse();
  const web = Fastify();
  web.get("/page.css", (_request, reply) => reply.type("text/css; charset=utf-8").send(pageStyle));
  web.get<{ Querystring: { lang?: string } }>("/", (request, reply) =>
    reply.headers(pageHeaders()).send(inboxPage(newestFirst(), pageLocale(request.query.lang, request.headers["accept-language"]))),
  );
  web.get("/messages.json", () => newestFirst());
  web.get<{ Params: { id: string }; Querystring: { lang?: string } }>("/messages/:id", (request, reply) => {
    const mail = mails.get(request.params.id);
    const locale = pageLocale(request.query.lang, request.headers["accept-language"]);
    return reply
      .code(mail ? 200 : 404)
      .headers(pageHeaders())
      .send(messagePage(mail, locale));
  });
  await web.listen({ port: options.port, host: "127.0.0.1" });

  return {
    smtpUrl: `smtp://127.0.0.1:${options.smtpPort}`,
    messages: newestFirst,
    async close() {
      await web.close();
      await new Promise<void>((resolve) => smtp.close(() => resolve()));
    },
  };
}

async function parsed(id: string, raw: Uint8Array): Promise<CapturedMail> {
  const email: Email = await PostalMime.parse(raw);
  const address = (entry: Address | undefined): string => (entry?.name ? `${entry.name} <${entry.address ?? ""}>` : (entry?.address ?? ""));
  return {
    id,
    from: address(email.from),
    to: (email.to ?? []).map(address),
    subject: email.subject ?? "",
    date: email.date ?? "",
    text: email.text ?? "",
    messageId: email.messageId ?? "",
  };
}
