import { voucherLayout } from "../payment-regular/layout.ts";

export const layout = voucherLayout({
  columns: [
    { type: "money", path: "nopThue", required: true, length: 15 },
    { type: "money", path: "donViHuong", required: true, readOnly: true, length: 15 },
  ],
  totals: { nopThue: "tongThue", donViHuong: "tongHuong" },
  sums: [
    { type: "money", path: "tongThue", required: true, readOnly: true, length: 15 },
    { type: "words", path: "bangChuThue", required: true, readOnly: true, language: "vi" },
    { type: "money", path: "tongHuong", required: true, readOnly: true, length: 15 },
    { type: "words", path: "bangChuHuong", required: true, readOnly: true, language: "vi" },
  ],
  pages: [
    {
      id: "tax",
      sections: [
        {
          id: "tax",
          fields: [
            { type: "text", path: "thue.ten", required: true, length: 40 },
            { type: "text", path: "thue.maSoThue", required: true, length: 14 },
            { type: "code", path: "thue.maNDKT", codeList: "maNDKT", required: true, length: 4 },
            { type: "code", path: "thue.maChuong", codeList: "maChuong", required: true, length: 3 },
            { type: "text", path: "thue.coQuanThu", required: true, length: 40 },
            { type: "text", path: "thue.maCQThu", length: 7 },
            { type: "text", path: "thue.kbnnThu", required: true, length: 40 },
            { type: "money", path: "thue.coSo", length: 15 },
          ],
        },
      ],
    },
  ],
});
