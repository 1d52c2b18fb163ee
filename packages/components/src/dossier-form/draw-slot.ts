import { html, nothing, type TemplateResult } from "lit";
import type { AttachmentSlot, ExpressionNode } from "@fisc/core";
import type { AttachmentField } from "../attachment-field/attachment-field.ts";
import type { FormFile } from "../attachment-field/form-file.ts";
import { violationText } from "./form-faults.ts";
import { notesAt, type FieldView } from "./field-view.ts";
import type { FormSession } from "./form-session.ts";

export function drawSlot(slot: AttachmentSlot<ExpressionNode>, view: FieldView): TemplateResult | typeof nothing {
  const { session, localize } = view;
  const at = `attachments.${slot.id}`;
  if (!session.engine.visible(at)) return nothing;
  const files = session.files.filter((file) => file.slot === slot.id);
  const notes = notesAt(view, at);
  const deep = view.shown
    .filter((violation) => violation.at.startsWith(`${at}[`))
    .map((violation) => violationText(violation, session.procedure, localize));
  const fixes = new Map(
    session.fixes.filter((fix) => files.some((file) => file.id === fix.document)).map((fix) => [fix.document, fix.text]),
  );
  return html`<fisc-attachment-field
    class="field whole"
    data-path=${at}
    slot-id=${slot.id}
    .label=${session.procedure.labels[`attachment.${slot.id}`] ?? slot.id}
    .hint=${session.procedure.labels[`attachment.${slot.id}.hint`] ?? ""}
    .locale=${localize.locale}
    .limits=${slot}
    .uploadsUrl=${session.place.api.uploadsUrl}
    .fixes=${fixes}
    .error=${[notes.error, ...deep].filter(Boolean).join(" ")}
    .warning=${notes.warning}
    ?required=${session.engine.required(at)}
    ?readonly=${view.locked}
    .value=${memoFiles(session, slot.id, files)}
    @change=${(event: Event) => session.setFiles(slot.id, (event.currentTarget as AttachmentField).value)}
  ></fisc-attachment-field>`;
}

const filesMemory = new WeakMap<FormSession, Map<string, readonly FormFile[]>>();

/** The same array while the slot's files are the same ones. */
function memoFiles(session: FormSession, slot: string, files: readonly FormFile[]): readonly FormFile[] {
  const memory = filesMemory.get(session) ?? new Map<string, typeof files>();
  filesMemory.set(session, memory);
  const known = memory.get(slot);
  if (known && known.length === files.length && known.every((file, index) => file === files[index])) return known;
  memory.set(slot, files);
  return files;
}
