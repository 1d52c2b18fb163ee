import assert from "node:assert/strict";
import Schema from "typebox/schema";

interface Operation {
  readonly responses: Readonly<Record<string, { readonly content?: Readonly<Record<string, { readonly schema?: object }>> }>>;
}

interface ContractDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

/** Holds every JSON answer against the gateway's own OpenAPI document; what is not described is a failure too. */
export function createContractCheck(
  document: ContractDocument,
): (method: string, url: string, status: number, type: string, body: string) => void {
  const routes = Object.entries(document.paths).map(([path, operations]) => ({
    path,
    pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/gu, "[^/]+")}$`, "u"),
    operations,
  }));
  return (method, url, status, type, body) => {
    const { pathname } = new URL(url);
    if (pathname.startsWith("/uploads") || pathname === "/openapi.json" || status === 304 || status === 204) return;
    const route = routes.find(({ pattern }) => pattern.test(pathname));
    if (route === undefined) {
      assert.equal(status, 404, `${method} ${pathname} is not in the contract`);
      return;
    }
    const operation = route.operations[method.toLowerCase()];
    assert.ok(operation, `${method} ${route.path} is not in the contract`);
    const response = operation.responses[String(status)] ?? operation.responses[`${Math.floor(status / 100)}XX`];
    assert.ok(response, `${method} ${route.path} answers ${status}, which is not in the contract`);
    if (!type.includes("json")) return;
    const schema = Object.values(response.content ?? {})[0]?.schema;
    assert.ok(schema, `${method} ${route.path} ${status} has no shape in the contract`);
    const [fits, errors] = Schema.Errors({ ...schema, components: document.components }, JSON.parse(body));
    assert.ok(fits, `${method} ${route.path} ${status}: ${JSON.stringify(errors.slice(0, 3))}`);
  };
}
