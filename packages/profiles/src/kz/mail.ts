/** Messages to the institution. Texts: labels `mail.<key>.subject` and `mail.<key>.body`. */
export const mailTemplates: readonly string[] = ["accepted", "paid", "returned"];
