import { html, type Html } from "../pages/html.ts";
import { page, type PageLocale } from "../pages/page.ts";
import type { Answer, Scenario } from "./operations.ts";

export interface AccountRow {
  readonly account: string;
  readonly unit: string;
  readonly chapter: string;
  readonly estimate: number;
  readonly reserved: number;
  readonly spent: number;
}

export interface EntryRow {
  readonly reference: string;
  readonly module: string;
  readonly dossier_code: string;
  readonly account: string;
  readonly amount: string;
  readonly approval: string;
  readonly state: string;
}

export interface OperationRow {
  readonly id: string;
  readonly operation: string;
  readonly dossier_code: string;
  readonly answer: Answer | null;
  readonly at: Date;
}

const texts = {
  vi: {
    title: "TABMIS giả lập",
    lead: "Đây là chương trình giả lập TABMIS cho bản trình diễn, không nối với hệ thống thật nào.",
    scenarios: "Tình huống cho lần xử lý kế tiếp",
    waiting: "Đang chờ xảy ra: ",
    hang: "Treo kỹ thuật",
    typing: "KBNN nhập sai",
    paymentFails: "Ngân hàng trả lại lệnh",
    drop: "Mất trả lời sau khi ghi",
    late: "Trả lời chậm",
    accounts: "Tài khoản dự toán (đồng)",
    entries: "Bút toán và yêu cầu thanh toán",
    operations: "Lần gọi gần đây",
    words: {
      post: "Hạch toán",
      pay: "Thanh toán",
      cancel: "Hủy bút toán",
      release: "Gỡ treo",
      open: "Đã hạch toán",
      stuck: "Đang treo",
      paid: "Đã thanh toán",
      cancelled: "Đã hủy",
      posted: "Đã hạch toán",
      released: "Đã gỡ treo",
      "failed.shortBalance": "Không đủ dự toán",
      "failed.unitData": "Sai dữ liệu của đơn vị",
      "failed.treasuryTyping": "KBNN nhập sai",
      "failed.technicalHang": "Treo kỹ thuật",
      "failed.payment": "Không thanh toán được",
    } as Readonly<Record<string, string>>,
    heads: {
      account: "Tài khoản",
      unit: "Đơn vị",
      chapter: "Chương",
      estimate: "Dự toán",
      reserved: "Giữ chỗ",
      spent: "Đã chi",
      left: "Còn lại",
      reference: "Số tham chiếu",
      module: "Phân hệ",
      dossier: "Hồ sơ",
      amount: "Số tiền",
      approval: "Phê duyệt",
      state: "Trạng thái",
      at: "Lúc",
      operation: "Nghiệp vụ",
      outcome: "Kết quả",
      text: "Nội dung",
    },
  },
  en: {
    title: "TABMIS simulator",
    lead: "This simulates TABMIS for the demo and is connected to no real system.",
    scenarios: "What the next operation meets",
    waiting: "Waiting to happen: ",
    hang: "Technical hang",
    typing: "Treasury's typing fault",
    paymentFails: "Bank returns the payment",
    drop: "Answer lost after booking",
    late: "Late answer",
    accounts: "Estimate accounts (đồng)",
    entries: "Journals and payment requests",
    operations: "Latest calls",
    words: {
      post: "Post",
      pay: "Pay",
      cancel: "Cancel",
      release: "Release",
      open: "Posted",
      stuck: "Stuck",
      paid: "Paid",
      cancelled: "Cancelled",
      posted: "Posted",
      released: "Released",
      "failed.shortBalance": "Balance too short",
      "failed.unitData": "Unit's data wrong",
      "failed.treasuryTyping": "Treasury's typing fault",
      "failed.technicalHang": "Technical hang",
      "failed.payment": "Payment failed",
    } as Readonly<Record<string, string>>,
    heads: {
      account: "Account",
      unit: "Unit",
      chapter: "Chapter",
      estimate: "Estimate",
      reserved: "Reserved",
      spent: "Spent",
      left: "Left",
      reference: "Reference",
      module: "Module",
      dossier: "Dossier",
      amount: "Amount",
      approval: "Approval",
      state: "State",
      at: "At",
      operation: "Operation",
      outcome: "Outcome",
      text: "Text",
    },
  },
} as const;

export function consolePage(options: {
  readonly locale: PageLocale;
  readonly scenarios: readonly Scenario[];
  readonly waiting: readonly Scenario[];
  readonly accounts: readonly AccountRow[];
  readonly entries: readonly EntryRow[];
  readonly operations: readonly OperationRow[];
}): string {
  const text = texts[options.locale];
  const heads = text.heads;
  const number = new Intl.NumberFormat(options.locale);
  const time = new Intl.DateTimeFormat(options.locale, { timeStyle: "medium", timeZone: "Asia/Ho_Chi_Minh" });
  const amount = (value: number): Html => html`<td class="amount">${number.format(value)}</td>`;
  const body = html`<p>${text.lead}</p>
    <h2>${text.scenarios}</h2>
    <form class="row" method="post" action="/scenarios?lang=${options.locale}">
      ${options.scenarios.map((scenario) => html`<button name="kind" value="${scenario}">${text[scenario]}</button>`)}
    </form>
    ${options.waiting.length > 0 ? html`<p>${text.waiting}${options.waiting.map((scenario) => text[scenario]).join(", ")}</p>` : undefined}
    ${table(
      text.accounts,
      [heads.account, heads.unit, heads.chapter, heads.estimate, heads.reserved, heads.spent, heads.left],
      3,
      options.accounts.map(
        (row) =>
          html`<tr>
            <td>${row.account}</td>
            <td>${row.unit}</td>
            <td>${row.chapter}</td>
            ${[row.estimate, row.reserved, row.spent, row.estimate - row.reserved - row.spent].map(amount)}
          </tr>`,
      ),
    )}
    ${table(
      text.entries,
      [heads.reference, heads.module, heads.dossier, heads.account, heads.approval, heads.state, heads.amount],
      6,
      options.entries.map(
        (row) =>
          html`<tr>
            <td>${row.reference}</td>
            <td>${row.module}</td>
            <td>${row.dossier_code}</td>
            <td>${row.account}</td>
            <td>${row.approval}</td>
            <td>${text.words[row.state] ?? row.state}</td>
            ${amount(Number(row.amount))}
          </tr>`,
      ),
    )}
    ${table(
      text.operations,
      [heads.at, heads.operation, heads.dossier, heads.outcome, heads.text],
      99,
      options.operations.map(
        (row) =>
          html`<tr>
            <td>${time.format(row.at)}</td>
            <td>${text.words[row.operation] ?? row.operation}</td>
            <td>${row.dossier_code}</td>
            <td>${row.answer ? (text.words[row.answer.outcome] ?? row.answer.outcome) : "…"}</td>
            <td>${row.answer?.text ?? ""}</td>
          </tr>`,
      ),
    )}`;
  return page({ locale: options.locale, title: text.title, body });
}

function table(title: string, heads: readonly string[], firstAmount: number, rows: readonly Html[]): Html {
  return html`<h2>${title}</h2>
    <div class="scroll" tabindex="0" role="region" aria-label="${title}">
      <table>
        <thead>
          <tr>
            ${heads.map((head, index) => html`<th scope="col" ${index >= firstAmount ? html` class="amount"` : undefined}>${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>`;
}
