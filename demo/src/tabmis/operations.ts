import type pg from "pg";

/** What the gateway's ledger port sends. */
export interface OperationRequest {
  readonly id: string;
  readonly operation: "post" | "pay" | "cancel" | "release";
  readonly dossier: { readonly id: string; readonly code: string; readonly regime: string };
  readonly unit: { readonly code: string };
  readonly data: Readonly<Record<string, unknown>>;
  readonly parameters?: Readonly<Record<string, unknown>>;
  readonly input?: Readonly<Record<string, unknown>>;
}

export interface Answer {
  readonly outcome: string;
  readonly reference?: string;
  readonly text?: string;
}

/** What the next fitting operation will meet. */
export type Scenario = "hang" | "typing" | "paymentFails" | "drop" | "late";

const scenariosOf: Readonly<Record<OperationRequest["operation"], readonly Scenario[]>> = {
  post: ["hang", "typing", "drop", "late"],
  pay: ["paymentFails", "drop", "late"],
  cancel: ["drop", "late"],
  release: ["drop", "late"],
};

interface Voucher {
  readonly account: string;
  readonly amount: number;
  readonly chapters: readonly string[];
  readonly module: "GL" | "AP";
}

/** The statuses with which entries arrive from the portal (payment on line: GL goes by itself, AP is run by the teller). */
const approval = { GL: "Không yêu cầu phê duyệt", AP: "Đã phê duyệt" } as const;

/**
 * Books one operation, once: the same id again gives the first answer and moves nothing.
 * Money is reserved when an entry is posted and spent when it is paid, so that a balance that is too short is so for real.
 */
export async function bookOperation(
  pool: pg.Pool,
  request: OperationRequest,
): Promise<{ readonly answer: Answer; readonly scenario?: Scenario; readonly first: boolean }> {
  const client = await pool.connect();
  try {
    await client.query("begin");
    const inserted = await client.query(
      "insert into tabmis.operations (id, operation, dossier, dossier_code) values ($1, $2, $3, $4) on conflict do nothing",
      [request.id, request.operation, request.dossier.id, request.dossier.code],
    );
    if (!inserted.rowCount) {
      const { rows } = await client.query<{ answer: Answer }>("select answer from tabmis.operations where id = $1", [request.id]);
      await client.query("commit");
      return { answer: rows[0]?.answer ?? { outcome: "failed.technicalHang" }, first: false };
    }
    const scenario = await takeScenario(client, request.operation);
    const answer = await perform(client, request, scenario);
    await client.query("update tabmis.operations set answer = $2, ready_at = now() + make_interval(secs => $3) where id = $1", [
      request.id,
      answer,
      scenario === "late" ? 2 : 0,
    ]);
    await client.query("commit");
    return scenario ? { answer, scenario, first: true } : { answer, first: true };
  } catch (error) {
    await client.query("rollback");
    throw error;
  } finally {
    client.release();
  }
}

async function takeScenario(client: pg.PoolClient, operation: OperationRequest["operation"]): Promise<Scenario | undefined> {
  const { rows } = await client.query<{ kind: Scenario }>(
    "update tabmis.scenarios set used_at = now() where id = (select id from tabmis.scenarios where used_at is null and kind = any($1) order by id limit 1 for update skip locked) returning kind",
    [scenariosOf[operation]],
  );
  return rows[0]?.kind;
}

function perform(client: pg.PoolClient, request: OperationRequest, scenario: Scenario | undefined): Promise<Answer> {
  switch (request.operation) {
    case "post":
      return post(client, request, scenario);
    case "pay":
      return pay(client, request, scenario);
    case "cancel":
      return cancel(client, request);
    case "release":
      return release(client, request);
  }
}

/** The fields of the voucher that the ledger needs, or the text that says which one is wrong. */
export function voucherOf(request: OperationRequest): Voucher | string {
  const don = request.data["don"];
  const account = isRecord(don) ? don["taiKhoan"] : undefined;
  const amount = request.data["tong"];
  const lines = request.data["dong"];
  if (typeof account !== "string" || account === "") return "Chứng từ không có số tài khoản chi";
  if (typeof amount !== "number" || !Number.isSafeInteger(amount) || amount <= 0) return "Chứng từ không có số tiền hợp lệ";
  if (!Array.isArray(lines) || lines.length === 0) return "Chứng từ không có dòng hạch toán";
  const chapters = lines.map((line: unknown) => (isRecord(line) && typeof line["maChuong"] === "string" ? line["maChuong"] : ""));
  return { account, amount, chapters, module: moduleOf(request) };
}

/** GL or AP: as the teller chose when the voucher was handed in for approval; GL where nobody chose. */
function moduleOf(request: OperationRequest): "GL" | "AP" {
  const chosen = [request.parameters, request.input, ...Object.values(request.input ?? {})]
    .filter(isRecord)
    .map((source) => source["module"]);
  return chosen.includes("AP") ? "AP" : "GL";
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

interface EntryRow {
  readonly reference: string;
  readonly account: string;
  readonly amount: string;
  readonly state: string;
}

async function openEntry(client: pg.PoolClient, dossier: string): Promise<EntryRow | undefined> {
  const { rows } = await client.query<EntryRow>(
    "select * from tabmis.entries where dossier = $1 and state in ('open', 'stuck') for update",
    [dossier],
  );
  return rows[0];
}

async function post(client: pg.PoolClient, request: OperationRequest, scenario: Scenario | undefined): Promise<Answer> {
  if (scenario === "typing") return { outcome: "failed.treasuryTyping", text: "KBNN nhập sai đoạn mã khi chuyển giao diện" };
  const voucher = voucherOf(request);
  if (typeof voucher === "string") return { outcome: "failed.unitData", text: voucher };
  const { rows } = await client.query<{ unit: string; chapter: string; estimate: string; reserved: string; spent: string }>(
    "select * from tabmis.accounts where account = $1 for update",
    [voucher.account],
  );
  const account = rows[0];
  if (!account || account.unit !== request.unit.code)
    return { outcome: "failed.unitData", text: `Tài khoản ${voucher.account} không có trong TABMIS của đơn vị ${request.unit.code}` };
  const wrongChapter = voucher.chapters.find((chapter) => chapter !== account.chapter);
  if (wrongChapter !== undefined)
    return {
      outcome: "failed.unitData",
      text: `Mã chương ${wrongChapter} không thuộc tài khoản ${voucher.account} (chương ${account.chapter})`,
    };
  const open = await openEntry(client, request.dossier.id);
  if (open) {
    const isSame = open.account === voucher.account && Number(open.amount) === voucher.amount && open.state === "open";
    return isSame
      ? { outcome: "posted", reference: open.reference }
      : { outcome: "failed.treasuryTyping", text: `Bút toán ${open.reference} của hồ sơ chưa được hủy` };
  }
  const left = Number(account.estimate) - Number(account.reserved) - Number(account.spent);
  if (left < voucher.amount)
    return {
      outcome: "failed.shortBalance",
      text: `Dự toán còn ${left.toLocaleString("vi")} đồng, chứng từ ${voucher.amount.toLocaleString("vi")} đồng`,
    };
  const sequence = await client.query<{ n: string }>("select nextval('tabmis.reference') as n");
  const reference = `${voucher.module}-${String(sequence.rows[0]?.n).padStart(8, "0")}`;
  await client.query("update tabmis.accounts set reserved = reserved + $2 where account = $1", [voucher.account, voucher.amount]);
  await client.query(
    "insert into tabmis.entries (reference, module, dossier, dossier_code, account, amount, approval, state) values ($1, $2, $3, $4, $5, $6, $7, $8)",
    [
      reference,
      voucher.module,
      request.dossier.id,
      request.dossier.code,
      voucher.account,
      voucher.amount,
      approval[voucher.module],
      scenario === "hang" ? "stuck" : "open",
    ],
  );
  if (scenario === "hang") return { outcome: "failed.technicalHang", reference, text: "Không đủ dự toán do yêu cầu bị treo" };
  return { outcome: "posted", reference, text: approval[voucher.module] };
}

async function pay(client: pg.PoolClient, request: OperationRequest, scenario: Scenario | undefined): Promise<Answer> {
  const entry = await openEntry(client, request.dossier.id);
  if (!entry || entry.state !== "open") return { outcome: "failed.payment", text: "Không có bút toán đã hạch toán để thanh toán" };
  if (scenario === "paymentFails")
    return { outcome: "failed.payment", reference: entry.reference, text: "Ngân hàng trả lại lệnh thanh toán" };
  await client.query("update tabmis.accounts set reserved = reserved - $2, spent = spent + $2 where account = $1", [
    entry.account,
    entry.amount,
  ]);
  await client.query("update tabmis.entries set state = 'paid' where reference = $1", [entry.reference]);
  return { outcome: "paid", reference: entry.reference, text: "Đã thanh toán" };
}

async function cancel(client: pg.PoolClient, request: OperationRequest): Promise<Answer> {
  const entry = await openEntry(client, request.dossier.id);
  if (!entry) return { outcome: "cancelled", text: "Không có bút toán phải hủy" };
  await client.query("update tabmis.accounts set reserved = reserved - $2 where account = $1", [entry.account, entry.amount]);
  await client.query("update tabmis.entries set state = 'cancelled' where reference = $1", [entry.reference]);
  return { outcome: "cancelled", reference: entry.reference, text: "Đã hủy bút toán" };
}

async function release(client: pg.PoolClient, request: OperationRequest): Promise<Answer> {
  const entry = await openEntry(client, request.dossier.id);
  if (!entry) return { outcome: "failed.technicalHang", text: "Không có yêu cầu nào bị treo" };
  await client.query("update tabmis.entries set state = 'open', approval = $2 where reference = $1", [entry.reference, approval.AP]);
  return { outcome: "released", reference: entry.reference, text: "Đã gỡ treo" };
}
