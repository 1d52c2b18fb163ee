import { html } from "../pages/html.ts";
import { page, type PageLocale } from "../pages/page.ts";

export interface SignInPerson {
  readonly subject: string;
  readonly name: string;
  /** Roles, as people call them. */
  readonly roles: string;
  readonly belongsTo: string;
}

const texts = {
  vi: { title: "Đăng nhập", lead: "Chọn người mà bạn muốn đóng vai. Đây là hệ thống định danh giả lập: không cần mật khẩu." },
  en: { title: "Sign in", lead: "Choose whom you want to be. This stands in for the identity system: no password is asked." },
} as const;

/** The page on which one chooses who to be. One button a person, by where they work; needs no script. */
export function signInPage(options: {
  readonly locale: PageLocale;
  readonly action: string;
  readonly people: readonly SignInPerson[];
}): string {
  const text = texts[options.locale];
  const body = html`<p>${text.lead}</p>
    <form method="post" action="${options.action}">
      ${[...Map.groupBy(options.people, (person) => person.belongsTo)].map(
        ([place, people]) =>
          html`<h2>${place}</h2>
            <ul class="people">
              ${people.map(
                (person) =>
                  html`<li>
                    <button name="person" value="${person.subject}"><strong>${person.name}</strong><span>${person.roles}</span></button>
                  </li>`,
              )}
            </ul>`,
      )}
    </form>`;
  return page({ locale: options.locale, title: text.title, body });
}
