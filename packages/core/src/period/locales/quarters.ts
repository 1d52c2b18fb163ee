export interface QuarterTexts {
  /** `{quarter}` is a Roman number, a digit where `digits` says so. */
  readonly shown: string;
  readonly digits?: boolean;
  /** What people type for "quarter" beside `Q`. */
  readonly typed: readonly string[];
}

export const quarterTexts: Readonly<Record<string, QuarterTexts>> = {
  en: { shown: "Q{quarter} {year}", digits: true, typed: ["quarter"] },
  vi: { shown: "Quý {quarter} năm {year}", typed: ["quý", "năm"] },
  uk: { shown: "{quarter} квартал {year} р.", typed: ["квартал", "кв", "р"] },
  ru: { shown: "{quarter} квартал {year} г.", typed: ["квартал", "кв", "г"] },
  kk: { shown: "{year} ж. {quarter} тоқсан", typed: ["тоқсан", "ж"] },
  "kk-Latn": { shown: "{year} j. {quarter} toqsan", typed: ["toqsan", "j"] },
};
