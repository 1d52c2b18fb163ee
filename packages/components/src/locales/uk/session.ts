/** Тексти постачальника, входу та повідомлення. */
const messages: Readonly<Record<string, string>> = {
  "notice.info": "До відома:",
  "notice.success": "Готово:",
  "notice.warning": "Зверніть увагу:",
  "notice.error": "Помилка:",
  "notice.close": "Закрити це повідомлення",

  "signIn.loading": "Перевіряється, хто увійшов…",
  "signIn.none": "Вхід не виконано",
  "signIn.needed": "Увійдіть, щоб це побачити.",
  "signIn.as": "Увійшов користувач:",
  "signIn.enter": "Увійти",
  "signIn.leave": "Вийти",
};
export default messages;
