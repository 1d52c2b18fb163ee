import assert from "node:assert/strict";
import { test } from "node:test";
import type { GrammaticalCase, Labels, Profile } from "@fisc/core";
import { daysBetween, isWorkingDay, nextWorkingDay } from "@fisc/core/calendar";
import { checkDefinition } from "@fisc/core/definition";
import { checkProcedure, publishDocument, publishProcedure } from "@fisc/core/publish";
import { createFormEngine } from "@fisc/core/rules";
import { validateData } from "@fisc/core/schema";

const cases: ReadonlySet<string> = new Set<GrammaticalCase>(["genitive", "dative", "accusative", "instrumental", "locative", "ablative"]);

/** What every country's profile must pass. Call it from a test file of the profile. */
export function testProfile(profile: Profile): void {
  const named = (name: string): string => `${profile.id}: ${name}`;

  test(named("given each procedure, when it is checked, then names, paths, labels, expressions and workflow hold together"), () => {
    assert.ok(profile.procedures.length > 0);
    for (const procedure of profile.procedures) {
      assert.deepEqual(checkProcedure(procedure, profile), [], procedure.id);
      assert.deepEqual(checkDefinition(JSON.stringify(procedure), profile), [], `${procedure.id} as an author's file`);
    }
  });

  test(named("given each procedure, when it is published for each locale and regime, then an empty form of it opens"), () => {
    for (const definition of profile.procedures) {
      for (const locale of profile.locales) {
        for (const { id: regime, validFrom } of profile.regimes) {
          const procedure = publishProcedure(definition, profile, { locale, regime });
          assert.equal(procedure.locale, locale);
          const unit = { code: "", name: "", accounts: [], attributes: {} };
          const engine = createFormEngine({
            procedure,
            data: procedure.initial,
            context: { regime, today: validFrom, unit, attachments: {}, facts: {} },
          });
          assert.ok(engine.violations().length > 0, "an empty form cannot be complete");
        }
      }
      assert.deepEqual(validateData(definition.schema, definition.initial), []);
    }
  });

  test(named("given each state of a workflow, when steps are taken on, then some way leads to an end"), () => {
    for (const { id, workflow } of profile.procedures) {
      const ends = new Set(Object.entries(workflow.states).flatMap(([state, { final }]) => (final ? [state] : [])));
      // Grows backwards from the ends until nothing is added.
      for (const to of ends)
        for (const from of workflow.transitions.filter((transition) => transition.to === to).flatMap((transition) => transition.from))
          ends.add(from);
      assert.deepEqual(
        Object.keys(workflow.states).filter((state) => !ends.has(state)),
        [],
        id,
      );
    }
  });

  test(named("given two locales, when their labels are compared, then each has the same keys, places and no empty text"), () => {
    // A language declines the names of fields, or it does not.
    const places = (text: string): readonly string[] =>
      [...text.matchAll(/\{(\w+)/gu)].map((match) => (match[1] ?? "").replace(/^label_\w+$/, "label")).sort();
    const keys = (labels: Labels): readonly string[] =>
      Object.keys(labels)
        .filter((key) => !cases.has(key.slice(key.lastIndexOf(".") + 1)))
        .sort();
    const wanted = profile.labels[profile.defaultLocale] ?? {};
    for (const locale of profile.locales) {
      const labels = profile.labels[locale] ?? {};
      assert.deepEqual(keys(labels), keys(wanted), locale);
      for (const [key, text] of Object.entries(labels)) {
        assert.ok(text.trim() !== "" && text === text.normalize("NFC"), `${locale} ${key}`);
        if (key in wanted) assert.deepEqual(places(text), places(wanted[key] ?? ""), `${locale} ${key}`);
      }
    }
  });

  test(named("given rules, when their messages are read, then the label has only places that the rule fills"), () => {
    const labels = profile.labels[profile.defaultLocale] ?? {};
    for (const rule of profile.procedures.flatMap((procedure) => procedure.rules)) {
      const given = Object.keys(rule.params ?? {});
      for (const [, place] of (labels[`rule.${rule.message}`] ?? "").matchAll(/\{(\w+)/gu))
        assert.ok(given.includes(place ?? "") || /^label(_\w+)?$/.test(place ?? ""), `${rule.id}: {${place}}`);
      assert.ok(rule.source.trim() !== "", `${rule.id} names its source`);
    }
  });

  test(
    named("given what goes with the procedures, when labels are looked up, then documents, mails, roles, regimes and calendar have theirs"),
    () => {
      const keys = [
        ...profile.mailTemplates.flatMap((id) => [`mail.${id}.subject`, `mail.${id}.body`]),
        ...Object.entries(profile.documents).flatMap(([id, { layout }]) => [
          `document.${id}`,
          ...layout.map((field) => `document.${id}.${field}`),
        ]),
        ...profile.roles.map(({ id }) => `role.${id}`),
        ...profile.regimes.map(({ id }) => `regime.${id}`),
        ...profile.procedures.map(({ id }) => `procedure.${id}`),
        ...[...Object.values(profile.calendar.holidays), ...Object.values(profile.calendar.workingSaturdays)].map(
          ({ reason }) => `calendar.${reason}`,
        ),
      ];
      for (const locale of profile.locales) for (const key of keys) assert.ok(profile.labels[locale]?.[key], `${locale} ${key}`);
    },
  );

  test(named("given each official document, when it is published, then every field of its layout is one that it makes"), () => {
    for (const [id, template] of Object.entries(profile.documents)) {
      assert.deepEqual([...template.layout].sort(), Object.keys(publishDocument(template)).sort(), id);
    }
  });

  test(named("given the calendar, when its days are read, then holidays are no working days, make-up days are Saturdays that work"), () => {
    for (const date of Object.keys(profile.calendar.holidays)) assert.equal(isWorkingDay(profile.calendar, date), false, date);
    for (const date of Object.keys(profile.calendar.workingSaturdays)) {
      assert.equal(isWorkingDay(profile.calendar, date), true, date);
      assert.equal(new Date(`${date}T00:00:00Z`).getUTCDay(), 6, date);
    }
    for (const date of Object.keys(profile.calendar.holidays))
      assert.ok(daysBetween(date, nextWorkingDay(profile.calendar, date)) <= 10, date);
  });

  test(named("given the regimes, when put in order, then each begins the day after the one before, and the last is open"), () => {
    profile.regimes.forEach((regime, i) => {
      const next = profile.regimes[i + 1];
      if (next) assert.equal(daysBetween(regime.validTo ?? "", next.validFrom), 1, regime.id);
      else assert.equal(regime.validTo, undefined);
      assert.ok(regime.source.trim() !== "");
    });
  });

  test(named("given code lists, when read, then every code has the list's length, once, and a name in each locale"), () => {
    for (const [id, list] of Object.entries(profile.codeLists)) {
      for (const locale of profile.locales) {
        const codes = (list.entries[locale] ?? []).map(({ code }) => code);
        assert.deepEqual(new Set(codes).size, codes.length, id);
        assert.deepEqual(
          codes,
          (list.entries[profile.defaultLocale] ?? []).map(({ code }) => code),
          id,
        );
        for (const { code, name } of list.entries[locale] ?? [])
          assert.ok(code.length === list.length && name.trim() !== "", `${id} ${code}`);
      }
      assert.ok(list.source.trim() !== "", id);
    }
  });
}
