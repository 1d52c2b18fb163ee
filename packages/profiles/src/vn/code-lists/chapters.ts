import { codeList } from "./list.ts";

/** Only suggestions: the full list of mã chương was not found. Ranges by budget level are checked by rule V03. */
export const chapters = codeList(
  { length: 3, complete: false, source: "Thông tư 324/2016/TT-BTC, Phụ lục I. UNVERIFIED: from general knowledge, few entries." },
  [
    ["022", "Bộ Giáo dục và Đào tạo", "Ministry of Education and Training"],
    ["422", "Sở Giáo dục và Đào tạo", "Provincial department of education and training"],
    ["622", "Phòng Giáo dục và Đào tạo", "District office of education and training"],
    ["805", "Văn phòng Ủy ban nhân dân cấp xã", "Office of the commune People's Committee"],
    ["822", "Đơn vị sự nghiệp cấp xã", "Public service unit of a commune"],
    ["860", "Các quan hệ khác của ngân sách cấp xã", "Other relations of the commune budget"],
  ],
);
