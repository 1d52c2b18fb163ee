import { codeList } from "./list.ts";

export const treasuryOffices = codeList(
  { length: 4, complete: false, source: "VDBAS regular spend specification (0003, 0011, 0012); 9901 is fictional, for samples." },
  [
    ["0003", "KBNN - Ban giao dịch", "State Treasury, transaction board"],
    ["0011", "KBNN khu vực I", "State Treasury, region I"],
    ["0012", "KBNN khu vực I - PGD số 12", "State Treasury, region I, transaction office 12"],
    ["9901", "KBNN khu vực XXI (hư cấu) - PGD số 99", "State Treasury, region XXI (fictional), transaction office 99"],
  ],
);
