// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Kod tızımderınıñ mätınderı. */
const messages: Readonly<Record<string, string>> = {
  "code.list": "Kodtar",
  "code.loading": "Izdelude…",
  "code.failed": "Tızım qazır qoljetımsız. Kodty qolmen engızuge bolady.",
  "code.none": "Kod tabylmady. Ony qolmen engızuge bolady.",
  "code.more": "Alğaşqy {n} kod körsetılgen. Tızımdı taryltu üşın tağy terıñız.",
  "code.count": "{n|one:# kod|other:# kod}",
};
export default messages;
