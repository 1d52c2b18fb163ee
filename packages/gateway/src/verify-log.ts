#!/usr/bin/env node
import { connect } from "./database/connection.ts";
import { verifyLogs } from "./events/verify.ts";

/** `DATABASE_URL=… node verify-log.ts`: one JSON report on standard output; exit 0 only where every log is whole. */
const connection = connect(process.env["DATABASE_URL"] ?? "", 1);
try {
  const report = await verifyLogs(connection.database);
  process.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
  process.exitCode = report.broken.length === 0 ? 0 : 1;
} catch (error) {
  process.stderr.write(`fisc-verify-log: ${error instanceof Error ? error.message : "failed"}\n`);
  process.exitCode = 2;
} finally {
  await connection.close();
}
