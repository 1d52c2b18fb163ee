import type { Demo } from "@fisc/demo/start";
import { signIn } from "@fisc/demo/walkthrough";
import { weighPage, type PageWeight } from "./page-weight.ts";

/** Weighs the portal's page with the empty form, as its preparer opens it for the first time. */
export function weighForm(demo: Demo, subject: string): Promise<PageWeight> {
  const person = demo.people.find((candidate) => candidate.subject === subject);
  if (!person) throw new Error(`${subject} is not in the register`);
  return weighPage({
    address: `${demo.addresses.portal}/new.html`,
    drawn: "fisc-dossier-form fisc-line-table input",
    signIn: (context, page) => signIn({ demo, person, context, page, close: () => context.close() }),
  });
}
