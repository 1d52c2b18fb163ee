import type { OutboxEntry } from "@fisc/core/drafts";
import type { FormSession } from "./form-session.ts";
import { Submission, type Sent } from "./submission.ts";

/** What becomes of a form that is sent: put into the outbox once, followed until the gateway has it, told where it was refused. */
export class FormSending {
  readonly #form: FormSession;
  readonly #submission: Submission;
  /** Of the dossier that is being corrected, as this page last heard. */
  #revision: number;
  /** This tab put the entry into the outbox. */
  #isOwn = false;

  constructor(form: FormSession) {
    const { api, session, database } = form.place;
    this.#form = form;
    this.#revision = form.dossier?.revision ?? 0;
    this.#submission = new Submission({
      api,
      subject: session.subject,
      target: form.target,
      ...(database === undefined ? {} : { database }),
      // Cut off by the page's end, it is told by the next page.
      changed: (entry) => void this.#changed(entry).catch(() => undefined),
    });
  }

  /** Puts the form's content into the outbox: false where it is there already, or was sent by another tab. */
  async submit(): Promise<boolean> {
    const form = this.#form;
    this.#isOwn = true;
    try {
      await form.keeper.settled();
      const content = this.#submission.content(form.engine.submission(), form.files);
      const { target, dossier, followUp: action } = form;
      const put = await this.#submission.submit(
        form.submission,
        dossier
          ? [
              { kind: "changeContent", target, body: content, revision: this.#revision },
              ...(action ? [{ kind: "act", target, action, body: {} } as const] : []),
            ]
          : [{ kind: "createDossier", target, body: { ...content, procedure: form.procedure.id } }],
      );
      if (put === "added") return true;
      this.#isOwn = false;
      if (put === "busy") await this.tell();
      else {
        // Another tab was quicker. What is here stays, and is another dossier if the person sends it all the same.
        form.sentBefore = "elsewhere";
        form.submission = crypto.randomUUID();
        form.keeper.touch();
      }
      return false;
    } catch (error) {
      this.#isOwn = false;
      throw error;
    }
  }

  /** What an earlier page left: what was sent meanwhile is told, what waits is shown, what was refused is asked about again. */
  async catchUp(): Promise<void> {
    const form = this.#form;
    const standing = await this.#submission.standing();
    if (standing.is === "open") {
      form.entry = standing.entry;
      if (standing.entry.state === "failed") await this.#submission.retry(standing.entry.id);
    } else if (standing.is === "sent") {
      // A draft that is younger than the answer is another dossier.
      if (form.restoredFrom && form.restoredFrom > standing.at) return this.#submission.finish();
      await this.#done();
      form.empty(standing.sent);
    }
  }

  /** Tells of the last entry, for whoever was not listening when it changed. */
  tell(): Promise<void> {
    return this.#submission.tell();
  }
  flush(): Promise<void> {
    return this.#submission.flush();
  }
  close(): Promise<void> {
    return this.#submission.close();
  }

  async #changed({ result }: OutboxEntry): Promise<void> {
    const form = this.#form;
    if (result) this.#revision = result.revision;
    const standing = await this.#submission.standing();
    if (standing.is === "sent") return this.#finish(standing.sent);
    form.entry = standing.is === "open" ? standing.entry : undefined;
    if (form.entry?.state === "failed") {
      await this.#renewRules();
      form.faults.fromGateway(this.#submission.violations(form.entry.key), form.engine);
      form.host.refused();
    }
    form.host.changed();
  }

  /** What the gateway refused may be right by the rules that this page has: it takes those of now. */
  async #renewRules(): Promise<void> {
    const { regime, locale } = this.#form.procedure;
    await this.#form.relocate(locale).catch(() => undefined);
    this.#form.newRules ||= this.#form.procedure.regime !== regime;
  }

  async #finish(sent: Sent): Promise<void> {
    const isOwn = this.#isOwn;
    this.#isOwn = false;
    await this.#done();
    this.#form.empty(isOwn ? undefined : sent);
    if (isOwn) this.#form.host.submitted(sent);
  }

  /** The draft goes first: cut off between the two, the outbox still knows that it was sent. */
  async #done(): Promise<void> {
    await this.#form.keeper.remove();
    await this.#submission.finish();
  }
}
