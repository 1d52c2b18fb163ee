import { html, type Html } from "../pages/html.ts";
import { page, type PageLocale } from "../pages/page.ts";
import type { CapturedMail } from "./index.ts";

const texts = {
  vi: {
    title: "Hộp thư trình diễn",
    lead: "Mọi thư mà cổng gửi đi đều dừng lại ở đây.",
    none: "Chưa có thư nào.",
    when: "Lúc",
    to: "Người nhận",
    from: "Người gửi",
    subject: "Tiêu đề",
    missing: "Không có thư này",
    back: "Về hộp thư",
  },
  en: {
    title: "Demo inbox",
    lead: "Every mail that the portal sends ends here.",
    none: "No mail yet.",
    when: "When",
    to: "To",
    from: "From",
    subject: "Subject",
    missing: "There is no such mail",
    back: "Back to the inbox",
  },
} as const;

function when(mail: CapturedMail, locale: PageLocale): string {
  const date = new Date(mail.date);
  return Number.isNaN(date.getTime())
    ? ""
    : new Intl.DateTimeFormat(locale, {
        day: "2-digit",
        month: locale === "vi" ? "2-digit" : "short",
        year: "numeric",
        hour: "2-digit",
        minute: "2-digit",
        timeZone: "Asia/Ho_Chi_Minh",
      }).format(date);
}

/** A mail's text whose web addresses can be followed, as mail programs show it. */
function linked(text: string): readonly Html[] {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part, index) => (index % 2 === 1 ? html`<a href="${part}">${part}</a>` : html`${part}`));
}

export function inboxPage(mails: readonly CapturedMail[], locale: PageLocale): string {
  const text = texts[locale];
  const rows = mails.map(
    (mail) =>
      html`<tr>
        <td>${when(mail, locale)}</td>
        <td>${mail.to.join(", ")}</td>
        <td><a href="/messages/${mail.id}?lang=${locale}">${mail.subject || "—"}</a></td>
      </tr>`,
  );
  const body = html`<p>${text.lead}</p>
    ${
      mails.length === 0
        ? html`<p>${text.none}</p>`
        : html`<div class="scroll" tabindex="0" role="region" aria-label="${text.title}">
            <table>
              <thead>
                <tr>
                  <th scope="col">${text.when}</th>
                  <th scope="col">${text.to}</th>
                  <th scope="col">${text.subject}</th>
                </tr>
              </thead>
              <tbody>
                ${rows}
              </tbody>
            </table>
          </div>`
    }`;
  return page({ locale, title: text.title, body });
}

export function messagePage(mail: CapturedMail | undefined, locale: PageLocale): string {
  const text = texts[locale];
  const back = html`<p><a href="/?lang=${locale}">${text.back}</a></p>`;
  if (!mail) return page({ locale, title: text.missing, body: back });
  const body = html`<dl>
      <dt>${text.from}</dt>
      <dd>${mail.from}</dd>
      <dt>${text.to}</dt>
      <dd>${mail.to.join(", ")}</dd>
      <dt>${text.when}</dt>
      <dd>${when(mail, locale)}</dd>
    </dl>
    <pre>${linked(mail.text)}</pre>
    ${back}`;
  return page({ locale, title: mail.subject || "—", body });
}
