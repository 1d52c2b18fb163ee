import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, resolve, sep } from "node:path";

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };

/** No inline script or style, no eval, no string as HTML: what the elements must live with in any portal. */
const policy =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; require-trusted-types-for 'script'";

/** Serves a folder of built pages, and some JSON beside them, under the strictest content security policy, while `work` runs. */
export async function withPages<T>(
  folder: string,
  data: Readonly<Record<string, unknown>>,
  work: (address: string) => Promise<T>,
): Promise<T> {
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? "/", "http://localhost").pathname;
    if (path in data) return void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(data[path]));
    const file = resolve(folder, `.${path === "/" ? "/index.html" : path}`);
    if (!file.startsWith(folder + sep)) return void response.writeHead(404).end();
    readFile(file).then(
      (content) =>
        response
          .writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream", "content-security-policy": policy })
          .end(content),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  try {
    return await work(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
