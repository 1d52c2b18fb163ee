import { join } from "node:path";
import type { BrowserContext, Page } from "playwright";
import { launch } from "../browser/launch.ts";
import { shiftClock } from "../browser/shift-clock.ts";
import { describePerson } from "../people/describe.ts";
import type { DemoPerson } from "../people/index.ts";
import type { Demo } from "../start.ts";

/** One person at their own computer: a browser profile of their own, signed in as nobody yet. */
export interface Desk {
  readonly demo: Demo;
  readonly person: DemoPerson;
  readonly context: BrowserContext;
  readonly page: Page;
  close(): Promise<void>;
}

/** Folder of the browser profiles of all desks. */
export function browsersOf(demo: Demo): string {
  return join(demo.data, "browsers");
}

/** `profile` keeps two desks of one person apart. */
export async function openPerson(demo: Demo, person: DemoPerson, profile = person.subject): Promise<Desk> {
  const context = await launch(demo, { profile: join(browsersOf(demo), profile), headless: true });
  await shiftClock(context, demo.now());
  const page = context.pages()[0] ?? (await context.newPage());
  page.setDefaultTimeout(15_000);
  return { demo, person, context, page, close: () => context.close() };
}

/** The one person of the demo who has this role, for this unit or office where it is given. */
export function personWith(demo: Demo, role: string, belongsTo?: string): DemoPerson {
  const person = demo.people.find(
    (candidate) => candidate.roles.some((held) => held.role === role) && (belongsTo === undefined || candidate.belongsTo === belongsTo),
  );
  if (!person) throw new Error(`nobody in the demo is ${role}${belongsTo ? ` of ${belongsTo}` : ""}`);
  return person;
}

/** Signs in on the page at `path` of the portal, through the issuer's page, and comes back to it. Who was signed in before is signed out. */
export async function signIn({ demo, person, page }: Desk, path = "/index.html"): Promise<void> {
  await page.goto(demo.addresses.portal + path);
  const state = page.locator("fisc-sign-in-state");
  const enter = state.locator("a.button");
  const leave = state.getByRole("button");
  await enter.or(leave).waitFor();
  if (await leave.isVisible()) await leave.click();
  await enter.click();
  await page.waitForURL(`${demo.addresses.issuer}/**`);
  await page.getByRole("button", { name: describePerson(person, "vi").name }).click();
  await page.waitForURL(`${demo.addresses.portal}/**`);
  await state.getByText(person.name).waitFor();
}
