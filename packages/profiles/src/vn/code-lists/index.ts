import type { CodeList } from "@fisc/core";
import { accountSources } from "./account-sources.ts";
import { budgetLevels } from "./budget-levels.ts";
import { budgetSources } from "./budget-sources.ts";
import { chapters } from "./chapters.ts";
import { economicContents } from "./economic-contents.ts";
import { sectors } from "./sectors.ts";
import { treasuryOffices } from "./treasury-offices.ts";

export const codeLists: Readonly<Record<string, CodeList>> = {
  maNDKT: economicContents,
  maChuong: chapters,
  maNganhKT: sectors,
  maNguonNSNN: budgetSources,
  maCapNS: budgetLevels,
  maKBNN: treasuryOffices,
  taiKhoanNguon: accountSources,
};
