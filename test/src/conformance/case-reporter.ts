import type { TestEvent } from "node:test/reporters";

/** A reporter of node:test: one line of JSON for each test, suites left out. */
export default async function* report(source: AsyncIterable<TestEvent>): AsyncGenerator<string> {
  for await (const { type, data } of source) {
    if ((type !== "test:pass" && type !== "test:fail") || data.details.type === "suite") continue;
    // a file is told as a test too, where it has none or breaks
    if (data.nesting === 0 && data.name.endsWith(".ts") && type === "test:pass") continue;
    yield `${JSON.stringify({ name: data.name, passed: type === "test:pass", skipped: data.skip !== undefined })}\n`;
  }
}
