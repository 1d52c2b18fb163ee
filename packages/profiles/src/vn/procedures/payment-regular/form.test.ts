import assert from "node:assert/strict";
import { test } from "node:test";
import type { Json, RuleContext } from "@fisc/core";
import { publishProcedure } from "@fisc/core/publish";
import { createFormEngine, validateDossier } from "@fisc/core/rules";
import { profile } from "../../index.ts";
import { registryFacts, sampleDossier, sampleUnit } from "../../samples/index.ts";
import { paymentRegular } from "./index.ts";

const sample = sampleDossier("D-1");
const unit = sampleUnit(sample.unit);

function open(regime: string, attachments: RuleContext["attachments"] = {}) {
  const procedure = publishProcedure(paymentRegular, profile, { locale: "vi", regime });
  const context: RuleContext = { regime, today: "2026-03-10", unit, attachments, facts: registryFacts[unit.code] ?? {} };
  return { procedure, context, engine: createFormEngine({ procedure, context, data: procedure.initial }) };
}

/** What the preparer types for D-1: nothing that the treasury knows or that follows from the lines. */
const typed: Readonly<Record<string, Json>> = {
  soChungTu: "RDT-0001/2026",
  ngayLap: "2026-03-10",
  namNS: 2026,
  "don.taiKhoan": "9523.4.1999901.00000",
  "hopDong.so": "05/2026/HĐMB",
  "hopDong.ngay": "2026-02-25",
  "hopDong.giaTri": 18_540_000,
  "hopDong.luyKeTruoc": 0,
  "nghiemThu.so": "02/BBNT",
  "nghiemThu.ngay": "2026-03-09",
  "dong[0].noiDung": "Văn phòng phẩm quý I/2026",
  "dong[0].maNDKT": "6551",
  "dong[0].maChuong": "822",
  "dong[0].maNganhKT": "073",
  "dong[0].maNguonNSNN": "13",
  "dong[0].soTien": 12_300_000,
  "dong[1].noiDung": "Vật tư văn phòng khác",
  "dong[1].maNDKT": "6599",
  "dong[1].maChuong": "822",
  "dong[1].maNganhKT": "073",
  "dong[1].maNguonNSNN": "13",
  "dong[1].soTien": 6_240_000,
  "huong.ten": "Công ty TNHH Hoa Sen Trắng",
  "huong.taiKhoan": "199990001234",
  "huong.nganHang": "Ngân hàng Hư Cấu - CN Bình Hải",
};

function fillIn(engine: ReturnType<typeof open>["engine"]): void {
  engine.insertRow("dong", 1, {});
  for (const [path, value] of Object.entries(typed)) engine.set(path, value);
}

test("given an empty form, when the preparer types D-1, then unit, total and words fill themselves and the sample comes out", () => {
  const { engine } = open("vn-kbnn-2026", { estimate: 1 });
  fillIn(engine);
  assert.deepEqual(engine.data, sample.data);
  assert.deepEqual(engine.violations(), []);
});

test("given a filled form, when cash is tried and transfer taken again, then what was typed is still there", () => {
  const { engine, procedure, context } = open("vn-kbnn-2026", { estimate: 1 });
  fillIn(engine);
  engine.set("hinhThuc", "TIEN_MAT");
  assert.equal(engine.visible("huong.taiKhoan"), false);
  assert.deepEqual(
    engine.violations().map(({ at }) => at),
    ["huong.nguoiNhan", "huong.soGiayTo", "huong.ngayCap", "huong.noiCap"],
  );
  engine.set("hinhThuc", "CHUYEN_KHOAN");
  assert.equal(engine.get("huong.taiKhoan"), "199990001234");
  assert.deepEqual(validateDossier({ procedure, context, data: engine.data, where: "gateway" }).violations, []);
});

test("given the two regimes, when a contract is entered, then 2026 asks for its value on the voucher, 2020 for its file", () => {
  const asked = (regime: string): readonly string[] => {
    const { engine } = open(regime);
    fillIn(engine);
    engine.set("hopDong.giaTri", null);
    return engine.violations().map(({ at }) => at);
  };
  assert.deepEqual(asked("vn-kbnn-2026"), ["hopDong.giaTri", "attachments.estimate"]);
  assert.deepEqual(asked("vn-kbnn-2020"), ["attachments.contract", "attachments.acceptance"]);
});
