/** Бұзушылықтар мен қателер жиынтығының мәтіндері: толтыра бастағанда жүктеледі. */
const messages: Readonly<Record<string, string>> = {
  "summary.title": "{n|one:# жерді түзету керек|other:# жерді түзету керек}",

  "violation.required": "«{label}» өрісін толтырыңыз.",
  "violation.required-choice": "«{label}» өрісінде жауапты таңдаңыз.",
  "violation.rows.min": "{minRows|one:Кемінде # жол керек|other:Кемінде # жол керек}. Жолдарды қосыңыз.",
  "violation.rows.max": "{maxRows|one:# жолдан артық болмайды|other:# жолдан артық болмайды}. Жолдарды біріктіріңіз немесе жойыңыз.",
  "violation.attachment.required": "«{label}» құжатын қоса тіркеңіз.",
  "violation.attachment.too-many": "«{label}» үшін {maxFiles|one:тек # файлға рұқсат|other:тек # файлға рұқсат}. Артығын жойыңыз.",
  "violation.hidden": "«{label}» өрісі жасырын және бос болуға тиіс. Бетті қайта жүктеңіз, сонда ол тазарады.",
  "violation.computed": "«{label}» өрісі басқа өрістермен сәйкес емес. Қайта есептелуі үшін бетті қайта жүктеңіз де, қайта жіберіңіз.",
  "violation.schema": "«{label}» өрісі талапқа сай толтырылмаған. Өрістің түсіндірмесін оқып, қайта енгізіңіз.",
  "violation.schema.seen": "«{label}» өрісінде экраннан көрінбейтін белгі бар ({found}). Мәтінді кірістірмей, қолмен теріңіз.",
  "violation.schema.maxLength": "«{label}» өрісіндегі мәтін {limit} таңбадан ұзын. Оны қысқартыңыз.",
};
export default messages;
