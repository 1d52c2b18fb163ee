import { codeList } from "./list.ts";

export const budgetSources = codeList(
  {
    length: 2,
    complete: false,
    source: "VDBAS investment specification (42, 43, 52, 54). UNVERIFIED: 12–14, and the names, from general knowledge.",
  },
  [
    ["12", "Kinh phí không giao tự chủ", "Funds without autonomy"],
    ["13", "Kinh phí giao tự chủ", "Funds with autonomy"],
    ["14", "Kinh phí thực hiện cải cách tiền lương", "Funds for the wage reform"],
    ["42", "Vốn đầu tư (mã nguồn 42)", "Investment capital (source 42)"],
    ["43", "Vốn đầu tư (mã nguồn 43)", "Investment capital (source 43)"],
    ["52", "Vốn đầu tư (mã nguồn 52)", "Investment capital (source 52)"],
    ["54", "Vốn đầu tư (mã nguồn 54)", "Investment capital (source 54)"],
  ],
);
