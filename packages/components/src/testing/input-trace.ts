/**
 * What an input method did to a control, step by step, as an editor sees it. `insert` and `back` (so many characters before the caret go)
 * are what Unikey and its like send; `compose` shows a composition's text so far, `commit` ends it, `cancel` takes it away.
 */
export type InputStep =
  | readonly ["insert", text: string]
  | readonly ["back", count: number]
  | readonly ["compose", text: string]
  | readonly ["commit", text: string]
  | readonly ["cancel"];

export interface InputTrace {
  /** `telex, by backspaces: Chi tiền điện` */
  readonly name: string;
  readonly steps: readonly InputStep[];
  /** What must stand in the control at the end. */
  readonly text: string;
}

/** How a word grows on the screen, key by key; the last is the word. */
type Keying = (word: string) => readonly string[];

interface InputMethod {
  readonly name: string;
  readonly keying: Keying;
  /** From what was on the screen to what is to be there after a key. */
  readonly steps: (before: string, after: string) => readonly InputStep[];
  /** After the word's last key. */
  readonly end?: (word: string) => readonly InputStep[];
  /** Form of the letters that it writes. */
  readonly form?: "NFC" | "NFD";
}

const tones = /[\u0300\u0301\u0303\u0309\u0323]/;
const withoutTone = (word: string): string =>
  [...word.normalize("NFD")]
    .filter((character) => !tones.test(character))
    .join("")
    .normalize("NFC");
const base = (letter: string): string => (letter === "đ" ? "d" : letter === "Đ" ? "D" : letter.normalize("NFD").charAt(0));

/** Telex: the mark of a letter follows it (`ee`), the tone comes at the end of the word. */
const telex: Keying = (word) => {
  const screens: string[] = [];
  let shown = "";
  for (const letter of withoutTone(word)) {
    screens.push(shown + base(letter));
    if (base(letter) !== letter) screens.push(shown + letter);
    shown += letter;
  }
  return shown === word ? screens : [...screens, word];
};

/** VNI by the habit of many: letters first, then the digits for marks and tone. */
const vni: Keying = (word) => {
  const plain = [...word].map(base).join("");
  const marked = withoutTone(word);
  const screens = [...plain].map((_, i) => plain.slice(0, i + 1));
  if (marked !== plain) screens.push(marked);
  return marked === word ? screens : [...screens, word];
};

function common(a: string, b: string): number {
  let n = 0;
  while (n < a.length && a[n] === b[n]) n++;
  return n;
}

/** Takes away what differs and writes it anew. */
function byBackspaces(before: string, after: string): readonly InputStep[] {
  const kept = common(before, after);
  const steps: InputStep[] = [];
  if (before.length > kept) steps.push(["back", before.length - kept]);
  // One letter at a time, as they are sent.
  for (const letter of after.slice(kept)) steps.push(["insert", letter]);
  return steps;
}

/** First a blank that ends the browser's own completion, which goes with the letters: OpenKey and EVKey do it in address bars. */
function byGuardedBackspaces(before: string, after: string): readonly InputStep[] {
  const kept = common(before, after);
  if (before.length === kept) return byBackspaces(before, after);
  return [
    ["insert", "\u202F"],
    ["back", 1],
    ["back", before.length - kept],
    ["insert", after.slice(kept)],
  ];
}

/** The key's own letter arrives first and is taken away with the others: hooks that see a key too late. */
function byLateBackspaces(before: string, after: string): readonly InputStep[] {
  const kept = common(before, after);
  if (before.length === kept) return byBackspaces(before, after);
  return [
    ["insert", "w"],
    ["back", before.length - kept + 1],
    ["insert", after.slice(kept)],
  ];
}

const byComposition = (_before: string, after: string): readonly InputStep[] => [["compose", after]];
const commit = (word: string): readonly InputStep[] => [["commit", word]];

const methods: readonly InputMethod[] = [
  { name: "telex, by backspaces", keying: telex, steps: byBackspaces },
  { name: "vni, by backspaces", keying: vni, steps: byBackspaces },
  { name: "telex, by guarded backspaces", keying: telex, steps: byGuardedBackspaces },
  { name: "vni, by late backspaces", keying: vni, steps: byLateBackspaces },
  { name: "telex, by backspaces, letters and marks apart", keying: telex, steps: byBackspaces, form: "NFD" },
  { name: "telex, by composition", keying: telex, steps: byComposition, end: commit },
  { name: "vni, by composition", keying: vni, steps: byComposition, end: commit },
];

const phrases = [
  "Chi tiền điện tháng 11",
  "Trường THCS Sông Xanh",
  "Kho bạc Nhà nước khu vực",
  "Thanh toán khối lượng hoàn thành",
  "Sửa chữa mái nhà để xe",
  "Mua văn phòng phẩm quý III",
  "Lương, phụ cấp và các khoản",
  "Tạm ứng công tác phí",
  "Nguyễn Thị Huyền Trường",
  "Đặng Đình Đức",
  "Quyết toán kinh phí được giao",
  "Bảo hiểm xã hội, thất nghiệp",
  "Người hưởng: Công ty Hương Giang",
  "Ủy ban nhân dân phường",
  "Hỗ trợ hộ nghèo vùng lũ",
  "Khuỷu tay, ngoằn ngoèo",
  "Cước bưu chính, viễn thông",
  "Phí dịch vụ thoát nước",
  "Hợp đồng số 05/HĐ-TH",
  "Thuê chuyên gia giảng dạy",
  "Giặt ủi, rửa xe, dọn vệ sinh",
  "Ấn phẩm, ảnh thẻ, chứng chỉ",
  "Xăng, dầu, nhớt: 1.234.567 đồng",
  "Nghỉ dưỡng thương binh",
  "Ở Ổ ỗ ợ ự ẵ ậ ệ",
  "Khuyến khích học sinh giỏi",
  "Đường ống dẫn nước sạch",
  "Tiếp khách: năm mươi mốt người",
  "Lệ phí trước bạ ô tô",
  "Điều chỉnh dự toán đã giao",
] as const;

/** One phrase by one method; `slip` takes the last word's last letter back and types it again. */
function traceOf(phrase: string, method: InputMethod, slip: boolean): InputTrace {
  const steps: InputStep[] = [];
  const words = phrase.split(/(?<= )|(?= )/u);
  for (const word of words) {
    let shown = "";
    for (const screen of word === " " ? [" "] : method.keying(word)) {
      const next = screen.normalize(method.form ?? "NFC");
      // A blank is no part of a composition.
      steps.push(...(word === " " ? ([["insert", next]] as const) : method.steps(shown, next)));
      shown = next;
    }
    if (word !== " " && method.end) steps.push(...method.end(word));
  }
  const text = phrase.normalize(method.form ?? "NFC");
  const last = text.at(-1) ?? "";
  // Marks apart go one by one in one browser and with their letter in another: no slip there.
  if (slip && method.form !== "NFD")
    steps.push(["back", 1], ...(method.end ? ([["compose", "x"], ["cancel"]] as const) : []), ["insert", last]);
  return { name: `${method.name}: ${phrase}`, steps, text };
}

/** Every phrase by every method; each third one with a slip. */
export const inputTraces: readonly InputTrace[] = methods.flatMap((method) =>
  phrases.map((phrase, i) => traceOf(phrase, method, i % 3 === 0)),
);

export function isComposed({ steps }: InputTrace): boolean {
  return steps.some(([step]) => step === "compose");
}
