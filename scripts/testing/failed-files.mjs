// A reporter for `node --test`: the files that failed, one a line.
export default async function* failedFiles(source) {
  for await (const { type, data } of source) if (type === "test:summary" && data.file && !data.success) yield `${data.file}\n`;
}
