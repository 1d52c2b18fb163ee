// Written by scripts/write-kazakh-latin.mjs from the Cyrillic texts: change those.
/** Provaiderdıñ, kırudıñ jäne habarlamanyñ mätınderı. */
const messages: Readonly<Record<string, string>> = {
  "notice.info": "Aqparat:",
  "notice.success": "Daiyn:",
  "notice.warning": "Nazar audaryñyz:",
  "notice.error": "Qate:",
  "notice.close": "Būl habarlamany jabu",

  "signIn.loading": "Kım kırgenı tekserılude…",
  "signIn.none": "Jüiege kırmegensız",
  "signIn.needed": "Mūny köru üşın jüiege kırıñız.",
  "signIn.as": "Jüiege kırgen:",
  "signIn.enter": "Kıru",
  "signIn.leave": "Şyğu",
};
export default messages;
