import { expect, fixture, html } from "@open-wc/testing";
import { loadLocale } from "../foundation/localize.ts";
import { formControlSuite } from "../testing/form-control-suite.ts";
import { expectAccessible } from "../testing/accessibility.ts";
import { MemoryTus } from "../testing/memory-tus.ts";
import { textOf, until } from "../testing/stage.ts";
import type { AttachmentField } from "./attachment-field.ts";
import "./define.ts";
import { mediaTypeOf } from "./slot-limits.ts";
import { sha256OfFile } from "./hash-file.ts";

const pdf = (name: string, filling = "a", size = 2000): File =>
  new File(["%PDF-1.7\n", filling.repeat(size)], name, { type: "application/pdf" });
const choose = (field: AttachmentField, ...files: File[]): void => {
  const input = field.shadowRoot?.querySelector<HTMLInputElement>("input[type=file]") as HTMLInputElement;
  const transfer = new DataTransfer();
  for (const file of files) transfer.items.add(file);
  input.files = transfer.files;
  input.dispatchEvent(new Event("change", { bubbles: true }));
};

describe("attachment field", () => {
  const tus = new MemoryTus();
  const make = (maxFiles = 3): Promise<AttachmentField> =>
    fixture<AttachmentField>(
      html`<fisc-attachment-field
        label="Contract"
        name="contract"
        locale="en"
        slot-id="contract"
        uploads-url=${tus.endpoint}
        .limits=${{ maxFiles, maxBytes: 6_000_000, mediaTypes: ["application/pdf"] }}
      ></fisc-attachment-field>`,
    );

  before(() => loadLocale("en"));
  beforeEach(() => {
    tus.install();
    tus.offline = false;
    tus.refuse = 0;
    tus.breakAfter = Infinity;
    tus.uploads.clear();
    tus.requests.length = 0;
    localStorage.clear();
  });
  afterEach(() => tus.uninstall());

  formControlSuite({
    tag: "fisc-attachment-field",
    prepare: (field) =>
      Object.assign(field, { uploadsUrl: tus.endpoint, limits: { maxFiles: 3, maxBytes: 6_000_000, mediaTypes: ["application/pdf"] } }),
    fillIn: async (field) => {
      choose(field as AttachmentField, pdf("one.pdf"));
      await until(() => (field as AttachmentField).value[0]?.upload, "the upload");
    },
    value: [{ key: "k", slot: "", name: "one.pdf", mediaType: "application/pdf", size: 2009, sha256: "", upload: "upload-1" }],
    compared: (files) => (files as AttachmentField["value"]).map(({ name, size, upload }) => ({ name, size, upload })),
    formValue: `["upload-1"]`,
    state: null,
    missing: "Attach “The field”.",
  });

  it("takes files that are pasted, and leaves pasted text to whoever wants it", async () => {
    const field = await make();
    const paste = (fill: (data: DataTransfer) => void): boolean => {
      const clipboardData = new DataTransfer();
      fill(clipboardData);
      const event = new ClipboardEvent("paste", { bubbles: true, composed: true, cancelable: true });
      // given so, and not to the constructor, which Firefox does not take it from
      Object.defineProperty(event, "clipboardData", { value: clipboardData });
      return field.shadowRoot?.querySelector("#control")?.dispatchEvent(event) ?? false;
    };
    expect(paste((data) => data.setData("text/plain", "abc"))).to.equal(true);
    expect(field.value).to.deep.equal([]);
    expect(paste((data) => data.items.add(pdf("pasted.pdf")))).to.equal(false);
    await until(() => field.value[0]?.upload, "the upload");
    expect(field.value[0]?.name).to.equal("pasted.pdf");
  });

  it("offers the camera where pictures are taken, and only there", async () => {
    const field = await make();
    const camera = (): HTMLInputElement | null | undefined => field.shadowRoot?.querySelector("input[capture]");
    expect(camera()).to.equal(null);
    field.limits = { maxFiles: 2, maxBytes: 6_000_000, mediaTypes: ["application/pdf", "image/jpeg"] };
    await field.updateComplete;
    expect([camera()?.accept, camera()?.getAttribute("capture")]).to.deep.equal(["image/jpeg", "environment"]);
    const photo = new DataTransfer();
    photo.items.add(new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3])], "photo.jpg", { type: "image/jpeg" }));
    (camera() as HTMLInputElement).files = photo.files;
    camera()?.dispatchEvent(new Event("change", { bubbles: true }));
    const file = await until(() => field.value.find(({ upload }) => upload), "the upload");
    expect(file.mediaType).to.equal("image/jpeg");
    await expectAccessible(field);
  });

  it("lets an upload be cancelled while it is under way: nothing more is sent, and the form goes on without it", async () => {
    const field = await make();
    tus.breakAfter = 1;
    choose(field, pdf("long.pdf", "c", 5_000_000));
    const cancel = await until(
      () => field.shadowRoot?.querySelector<HTMLButtonElement>('button[aria-label="Cancel long.pdf"]'),
      "the button",
    );
    await until(() => tus.requests.includes("PATCH"), "the first piece");
    cancel.click();
    // What was on its way may still arrive.
    await new Promise((resolve) => setTimeout(resolve, 50));
    const requests = tus.requests.length;
    expect(field.value).to.deep.equal([]);
    tus.offline = false;
    tus.breakAfter = Infinity;
    globalThis.dispatchEvent(new Event("online"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(tus.requests.slice(requests)).to.deep.equal([]);
    expect(field.checkValidity()).to.equal(true);
  });

  it("checks, hashes and uploads what is chosen, and gives the names of the uploads to the form", async () => {
    const field = await make();
    let changes = 0;
    field.addEventListener("change", () => changes++);
    choose(field, pdf("hợp đồng.pdf"));
    const file = await until(() => field.value.find(({ upload }) => upload), "the upload");
    const bytes = await pdf("x").arrayBuffer();
    const expected = Array.from(new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)), (byte) =>
      byte.toString(16).padStart(2, "0"),
    ).join("");
    expect(file).to.deep.include({
      slot: "contract",
      name: "hợp đồng.pdf",
      size: 2009,
      mediaType: "application/pdf",
      sha256: expected,
      upload: "upload-1",
    });
    expect(tus.uploads.get("upload-1")?.metadata).to.deep.equal({
      filename: "hợp đồng.pdf",
      filetype: "application/pdf",
      sha256: expected,
    });
    expect(changes).to.equal(3);
    await field.updateComplete;
    expect(textOf(field)).to.contain("Uploaded");
  });

  it("believes the first bytes and not the name", async () => {
    const field = await make();
    choose(field, new File(["MZ not a pdf"], "contract.pdf", { type: "application/pdf" }));
    await until(() => textOf(field).includes("contract.pdf is not a PDF"), "the refusal");
    expect(field.value).to.deep.equal([]);
    expect(await mediaTypeOf(new Blob(["%PDF-1.4"]), ["application/pdf"])).to.equal("application/pdf");
    expect(await mediaTypeOf(new Blob([" %PDF-1.4"]), ["application/pdf"])).to.equal(null);
  });

  it("refuses what is too big, empty, too many or there already, and names each", async () => {
    const field = await make(2);
    choose(field, pdf("big.pdf", "a", 7_000_000), new File([], "empty.pdf"), pdf("one.pdf", "1"));
    await until(() => field.value.some(({ upload }) => upload), "the good one");
    expect(textOf(field)).to.contain("big.pdf is larger than 5.7 MB").and.to.contain("empty.pdf is empty");
    choose(field, pdf("again.pdf", "1"));
    await until(() => textOf(field).includes("again.pdf is already attached here"), "the twin");
    choose(field, pdf("two.pdf", "2"), pdf("three.pdf", "3"));
    await until(() => textOf(field).includes("Only 2 files fit here, so three.pdf was not added."), "the one too many");
    expect(field.value.map(({ name }) => name)).to.deep.equal(["one.pdf", "two.pdf"]);
    await until(() => field.value.every(({ upload }) => upload), "the end of the uploads");
  });

  it("waits without a network, keeps the bytes, and goes on where it stopped once the network is back", async () => {
    const field = await make();
    tus.breakAfter = 1;
    choose(field, pdf("long.pdf", "b", 5_000_000));
    await until(() => textOf(field).includes("it will be uploaded when the connection is back"), "the wait", 15_000);
    expect(field.value[0]?.file?.size).to.equal(5_000_009);
    tus.offline = false;
    tus.breakAfter = Infinity;
    globalThis.dispatchEvent(new Event("online"));
    await until(() => field.value[0]?.upload, "the upload", 10_000);
    expect(tus.uploads.size).to.equal(1);
    expect(tus.uploads.get("upload-1")?.offset).to.equal(5_000_009);
    expect(tus.requests).to.include("HEAD");
  }).timeout(40_000);

  it("shows a refusal of the gateway at the file, and blocks the form until it is dealt with", async () => {
    const field = await make();
    tus.refuse = 413;
    choose(field, pdf("refused.pdf"));
    await until(() => textOf(field).includes("did not accept refused.pdf"), "the refusal");
    expect(field.checkValidity()).to.equal(false);
    tus.refuse = 0;
    [...(field.shadowRoot?.querySelectorAll("button") ?? [])].find((button) => button.textContent?.includes("Try again"))?.click();
    await until(() => field.value[0]?.upload, "the second try");
    await field.updateComplete;
    expect(field.checkValidity()).to.equal(true);
  });

  it("lets files go, and takes up those of a draft", async () => {
    const field = await make();
    choose(field, pdf("one.pdf"));
    await until(() => field.value[0]?.upload, "the upload");
    field.shadowRoot?.querySelector<HTMLButtonElement>(".remove")?.click();
    expect(field.value).to.deep.equal([]);
    const bytes = new Blob(["%PDF-1.7 draft"]);
    field.value = [
      {
        key: "k",
        slot: "contract",
        name: "draft.pdf",
        mediaType: "application/pdf",
        size: bytes.size,
        sha256: await sha256OfFile(bytes, () => undefined),
        file: bytes,
      },
    ];
    await until(() => field.value[0]?.upload, "the draft's upload");
  });

  it("has no finding of axe, empty, with files and with a refusal", async () => {
    const field = await make();
    field.required = true;
    await expectAccessible(field);
    choose(field, pdf("one.pdf"), new File([], "empty.pdf"));
    await until(() => field.value[0]?.upload, "the upload");
    field.error = "Attach the contract.";
    await field.updateComplete;
    await expectAccessible(field);
  });
});
