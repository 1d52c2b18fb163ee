import { codeList } from "./list.ts";

/** Which budget sources an estimate account may carry: `<natural account>.<source>`. Accounts that are not named here are not checked. */
export const accountSources = codeList(
  {
    length: 7,
    complete: true,
    source:
      "Pairs of TABMIS natural account and nguồn. UNVERIFIED: account families from general knowledge; the official table of valid combinations was not found.",
  },
  [
    ["9523.13", "Dự toán giao tự chủ, nguồn 13", "Estimate with autonomy, source 13"],
    ["9523.14", "Dự toán giao tự chủ, nguồn 14", "Estimate with autonomy, source 14"],
    ["9527.12", "Dự toán không giao tự chủ, nguồn 12", "Estimate without autonomy, source 12"],
    ["9527.14", "Dự toán không giao tự chủ, nguồn 14", "Estimate without autonomy, source 14"],
    ["9552.42", "Dự toán đầu tư xây dựng cơ bản, nguồn 42", "Capital construction estimate, source 42"],
    ["9552.43", "Dự toán đầu tư xây dựng cơ bản, nguồn 43", "Capital construction estimate, source 43"],
    ["9552.52", "Dự toán đầu tư xây dựng cơ bản, nguồn 52", "Capital construction estimate, source 52"],
    ["9552.54", "Dự toán đầu tư xây dựng cơ bản, nguồn 54", "Capital construction estimate, source 54"],
  ],
);

/** Natural accounts that the table above covers. */
export const accountsWithSources: readonly string[] = [...new Set((accountSources.entries.vi ?? []).map(({ code }) => code.slice(0, 4)))];
