/** Код тізімдерінің мәтіндері. */
const messages: Readonly<Record<string, string>> = {
  "code.list": "Кодтар",
  "code.loading": "Ізделуде…",
  "code.failed": "Тізім қазір қолжетімсіз. Кодты қолмен енгізуге болады.",
  "code.none": "Код табылмады. Оны қолмен енгізуге болады.",
  "code.more": "Алғашқы {n} код көрсетілген. Тізімді тарылту үшін тағы теріңіз.",
  "code.count": "{n|one:# код|other:# код}",
};
export default messages;
