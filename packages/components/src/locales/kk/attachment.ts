/** Қосымша құжаттар өрістерінің мәтіндері. */
const messages: Readonly<Record<string, string>> = {
  "attachment.hint": "PDF, көлемі {size} дейін. {n|one:# файлдан артық емес|other:# файлдан артық емес}.",
  "attachment.hint-any": "Файл көлемі {size} дейін. {n|one:# файлдан артық емес|other:# файлдан артық емес}.",
  "attachment.choose": "Файлды таңдау",
  "attachment.drop": "немесе осында сүйреп әкеліңіз не кірістіріңіз",
  "attachment.camera": "Суретке түсіру",
  "attachment.cancel": "{name} жүктеуін тоқтату",
  "attachment.files": "Файлдар: {label}",
  "attachment.checking": "Тексерілуде…",
  "attachment.uploading": "{percent} % жүктелді",
  "attachment.waiting": "Осы компьютерде сақтаулы; байланыс қалпына келгенде жүктеледі.",
  "attachment.done": "Жүктелді",
  "attachment.kept": "Істе бар",
  "attachment.remove": "{name} файлын жою",
  "attachment.retry": "Қайталау: {name}",
  "attachment.added": "{name} файлы қосылды.",
  "attachment.ready": "{name} файлы жүктелді.",
  "attachment.removed": "{name} файлы жойылды.",
  "problem.attachment.required": "«{label}» құжатын қоса тіркеңіз.",
  "problem.attachment.not-a-pdf": "{name} файлы PDF емес. Оны PDF түрінде сақтап немесе басып шығарып, қайта таңдаңыз.",
  "problem.attachment.wrong-type": "{name} файлының түріне мұнда рұқсат жоқ. Басқа файлды таңдаңыз, мысалы PDF.",
  "problem.attachment.too-big":
    "{name} файлының көлемі {size} шегінен асады. Оны кішірейтіңіз (мысалы, 150 dpi дәлдікпен сканерлеңіз) де, қайта таңдаңыз.",
  "problem.attachment.empty": "{name} файлы бос. Оны тексеріп, мазмұны бар файлды таңдаңыз.",
  "problem.attachment.twice": "{name} файлы мұнда бұрыннан бар. Басқа файл жетіспесе, соны таңдаңыз.",
  "problem.attachment.too-many":
    "{n|one:Мұнда тек # файл сыяды|other:Мұнда тек # файл сыяды}, сондықтан {name} қосылмады. Бір файлды жойып, мұны қайта таңдаңыз.",
  "problem.attachment.unreadable": "{name} файлы енді оқылмайды. Ол көшірілген немесе өзгертілген болуы мүмкін. Оны қайта таңдаңыз.",
  "problem.attachment.upload": "{name} файлын жүктеу мүмкін болмады. Қайталап көріңіз.",
  "problem.attachment.changed": "{name} файлы жіберілген қалпынан өзгеріп жетті. Оны жойып, қайта таңдаңыз.",
  "problem.attachment.quota":
    "{name} файлы қабылданбады: сіз немесе мекемеңіз жүктеген тым көп файл әлі іспен бірге жіберілмеген. Алдымен соларды жіберіңіз немесе жойыңыз; бір тәулік күткен файлдар жойылады.",
  "problem.attachment.refused": "Қазынашылық {name} файлын қабылдамады. Оны жойып, басқасын таңдаңыз.",
  "problem.attachment.gone": "{name} файлы бұл компьютерде енді жоқ. Оны қайта таңдаңыз.",
};
export default messages;
