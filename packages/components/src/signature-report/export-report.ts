/**
 * The report as JSON, whole and as it was handed in: also what is not drawn. The contents of a container's files (`entries`) are no part of it.
 */
export function reportJson(report: unknown): string {
  const value = typeof report === "string" ? (JSON.parse(report) as unknown) : report;
  return `${JSON.stringify(value, (name, part: unknown) => (name === "entries" && part instanceof Map ? undefined : part), 2)}\n`;
}
