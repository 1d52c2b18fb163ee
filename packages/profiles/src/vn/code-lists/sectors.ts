import { codeList } from "./list.ts";

export const sectors = codeList(
  { length: 3, complete: false, source: "Thông tư 324/2016/TT-BTC, Phụ lục II (khoản). UNVERIFIED: from general knowledge, few entries." },
  [
    ["071", "Giáo dục mầm non", "Pre-school education"],
    ["072", "Giáo dục tiểu học", "Primary education"],
    ["073", "Giáo dục trung học cơ sở", "Lower secondary education"],
    ["074", "Giáo dục trung học phổ thông", "Upper secondary education"],
    ["161", "Văn hóa", "Culture"],
    ["221", "Thể dục thể thao", "Sport"],
    ["292", "Giao thông đường bộ", "Road transport"],
    ["341", "Quản lý nhà nước", "State administration"],
  ],
);
