/** Тексты поставщика, входа и сообщения. */
const messages: Readonly<Record<string, string>> = {
  "notice.info": "К сведению:",
  "notice.success": "Готово:",
  "notice.warning": "Обратите внимание:",
  "notice.error": "Ошибка:",
  "notice.close": "Закрыть это сообщение",

  "signIn.loading": "Проверяется, кто вошёл…",
  "signIn.none": "Вход не выполнен",
  "signIn.needed": "Войдите, чтобы это увидеть.",
  "signIn.as": "Вошёл пользователь:",
  "signIn.enter": "Войти",
  "signIn.leave": "Выйти",
};
export default messages;
