import { codeList } from "./list.ts";

/** Level 3 is historical: two levels of local government since 1 July 2025. */
export const budgetLevels = codeList({ length: 1, complete: true, source: "TABMIS cấp ngân sách. UNVERIFIED: from general knowledge." }, [
  ["1", "Ngân sách trung ương", "Central budget"],
  ["2", "Ngân sách tỉnh, thành phố", "Provincial budget"],
  ["3", "Ngân sách huyện (đến 30/6/2025)", "District budget (until 30 June 2025)"],
  ["4", "Ngân sách xã, phường", "Commune budget"],
]);
