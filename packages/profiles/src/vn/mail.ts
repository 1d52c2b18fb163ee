/**
 * Messages to the unit at the points that QĐ 3519/QĐ-KBNN names: intake refused, received (Điều 5), result of payment (Điều 7).
 * Texts: labels `mail.<key>.subject` and `mail.<key>.body`.
 */
export const mailTemplates: readonly string[] = ["intakeAccepted", "intakeRefused", "intakeClosed", "paymentRefused", "paid"];
