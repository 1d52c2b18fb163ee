import type { JsonObject } from "@fisc/core";
import { code, group, money, text } from "../../../data-schema.ts";
import { initial as regular, voucherSchema } from "../payment-regular/schema.ts";

/** C2-02b/NS: (6) total = (7) tax + (8) paid to the beneficiary, in each line and together, and who the tax is paid for. */
export const schema: JsonObject = voucherSchema({
  columns: { nopThue: money, donViHuong: money },
  fields: { tongThue: money, bangChuThue: text(400), tongHuong: money, bangChuHuong: text(400) },
  groups: {
    thue: group({
      ten: text(200),
      maSoThue: code,
      maNDKT: code,
      maChuong: code,
      coQuanThu: text(200),
      maCQThu: code,
      kbnnThu: text(200),
      coSo: money,
    }),
  },
});

export const initial: JsonObject = { ...regular, thue: {} };
