/** Провайдердің, кірудің және хабарламаның мәтіндері. */
const messages: Readonly<Record<string, string>> = {
  "notice.info": "Ақпарат:",
  "notice.success": "Дайын:",
  "notice.warning": "Назар аударыңыз:",
  "notice.error": "Қате:",
  "notice.close": "Бұл хабарламаны жабу",

  "signIn.loading": "Кім кіргені тексерілуде…",
  "signIn.none": "Жүйеге кірмегенсіз",
  "signIn.needed": "Мұны көру үшін жүйеге кіріңіз.",
  "signIn.as": "Жүйеге кірген:",
  "signIn.enter": "Кіру",
  "signIn.leave": "Шығу",
};
export default messages;
