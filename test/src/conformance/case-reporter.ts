import type { TestEvent } from "node:test/reporters";

/** A reporter of node:test: one line of JSON for each test, with the suites that it stands in before its name. */
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  const open: string[] = [];
  for await (const { type, data } of source) {
    // told in the order of definition, a suite before its tests
    if (type === "test:start") open.splice(data.nesting, Infinity, data.name);
    if ((type !== "test:pass" && type !== "test:fail") || data.details.type === "suite") continue;
    // a file is told as a test too, where it has none or breaks
    if (data.nesting === 0 && data.name.endsWith(".ts") && type === "test:pass") continue;
    const name = [...open.slice(0, data.nesting), data.name].join(", ");
    yield `${JSON.stringify({ name, passed: type === "test:pass", skipped: data.skip !== undefined })}\n`;
  }
}
