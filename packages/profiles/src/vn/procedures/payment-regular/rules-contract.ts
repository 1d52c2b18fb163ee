import type { Rule } from "@fisc/core";
import { advance, filled, guaranteeDue, in2026, withContract } from "./expressions.ts";

const contractPaid = "context.facts.contractPaid";

export const contractRules: readonly Rule<string>[] = [
  {
    id: "V07.contract",
    at: "hopDong.luyKeTruoc",
    severity: "error",
    when: `${in2026} && ${withContract} && ${filled("data.hopDong.giaTri", "data.hopDong.luyKeTruoc", "data.tong")}`,
    assert: "data.hopDong.luyKeTruoc + data.tong <= data.hopDong.giaTri",
    message: "V07.contract",
    params: {
      left: "data.hopDong.luyKeTruoc > data.hopDong.giaTri ? 0 : data.hopDong.giaTri - data.hopDong.luyKeTruoc",
      total: "data.tong",
    },
    source: "Nghị định 347/2025/NĐ-CP, Điều 6.2: paid in all not above the contract declared.",
  },
  {
    id: "V07.declared",
    at: "hopDong.luyKeTruoc",
    severity: "error",
    when: `${in2026} && ${filled("data.hopDong.so", "data.hopDong.luyKeTruoc")} && ${contractPaid} != null && data.hopDong.so in ${contractPaid}`,
    assert: `data.hopDong.luyKeTruoc >= ${contractPaid}[data.hopDong.so]`,
    message: "V07.declared",
    params: { paid: `${contractPaid}[data.hopDong.so]` },
    where: "gateway",
    source: "Nghị định 347/2025/NĐ-CP, Điều 6.2: the unit declares what was paid before; the treasury knows it.",
  },
  {
    id: "V07.advance",
    at: "tong",
    severity: "error",
    when: `${in2026} && ${advance} && ${withContract} && ${filled("data.hopDong.giaTri", "data.hopDong.tyLeTamUng", "data.tong")}`,
    // Whole đồng without a product that could pass 2^53: value / 100 and its rest apart.
    assert: "data.tong <= data.hopDong.giaTri / 100 * data.hopDong.tyLeTamUng + data.hopDong.giaTri % 100 * data.hopDong.tyLeTamUng / 100",
    message: "V07.advance",
    params: {
      rate: "data.hopDong.tyLeTamUng",
      limit: "data.hopDong.giaTri / 100 * data.hopDong.tyLeTamUng + data.hopDong.giaTri % 100 * data.hopDong.tyLeTamUng / 100",
    },
    source: "Nghị định 347/2025/NĐ-CP, Điều 6.2: an advance not above the rate of the contract.",
  },
  {
    id: "V14.guarantee",
    at: "hopDong.baoLanh",
    severity: "error",
    when: `${in2026} && ${guaranteeDue} && data.hopDong.baoLanh != null`,
    assert: "data.hopDong.baoLanh >= data.tong",
    message: "V14.guarantee",
    params: { total: "data.tong" },
    source: "Nghị định 254/2025/NĐ-CP, Điều 9: the guarantee equals the advance.",
  },
  {
    id: "V21.contract",
    at: "hopDong.ngay",
    severity: "error",
    when: `${withContract} && ${filled("data.hopDong.ngay", "data.ngayLap")}`,
    assert: "data.hopDong.ngay <= data.ngayLap",
    message: "V21.contract",
    source: "Quyết định 3519/QĐ-KBNN, Điều 5 (order of dates).",
  },
  {
    id: "V21.acceptanceAfterContract",
    at: "nghiemThu.ngay",
    severity: "error",
    when: `${withContract} && ${filled("data.nghiemThu.ngay", "data.hopDong.ngay")}`,
    assert: "data.hopDong.ngay <= data.nghiemThu.ngay",
    message: "V21.acceptanceAfterContract",
    source: "Quyết định 3519/QĐ-KBNN, Điều 5 (order of dates).",
  },
  {
    id: "V21.acceptanceBeforeVoucher",
    at: "nghiemThu.ngay",
    severity: "error",
    when: `${withContract} && ${filled("data.nghiemThu.ngay", "data.ngayLap")}`,
    assert: "data.nghiemThu.ngay <= data.ngayLap",
    message: "V21.acceptanceBeforeVoucher",
    source: "Quyết định 3519/QĐ-KBNN, Điều 5 (order of dates).",
  },
];
