import assert from "node:assert/strict";
import { createHash, createVerify, X509Certificate } from "node:crypto";
import {
  appendFileSync,
  chmodSync,
  chownSync,
  copyFileSync,
  mkdirSync,
  readFileSync,
  renameSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { installHost } from "./install.ts";
import type { InstalledHost } from "./install.ts";
import type { HostReply } from "./protocol.ts";
import { HostConnection } from "./testing/connection.ts";
import { createSoftToken, SOFTHSM_MODULE } from "./testing/softhsm.ts";
import type { SoftToken } from "./testing/softhsm.ts";

const CALLER = `chrome-extension://${"a".repeat(32)}/`;

function install(token: SoftToken, directory = "host", module = SOFTHSM_MODULE): Promise<InstalledHost> {
  return installHost({
    directory: join(token.directory, directory),
    extensionIds: ["a".repeat(32)],
    modules: [{ path: module, environment: { SOFTHSM2_CONF: token.configFile } }],
  });
}

async function connected(host: InstalledHost): Promise<HostConnection> {
  const connection = new HostConnection(host.launcher, CALLER);
  assert.equal((await connection.hello()).ok, true);
  return connection;
}

function codeOf(reply: HostReply): string {
  return reply.ok ? "ok" : reply.error.code;
}

for (const [name, key, algorithm] of [
  ["RSA-2048", "rsa:2048", "RSA-PKCS1-SHA256"],
  ["RSA-2048 with PSS", "rsa:2048", "RSA-PSS-SHA256"],
  ["P-256", "EC:prime256v1", "ECDSA-SHA256"],
  ["P-384", "EC:secp384r1", "ECDSA-SHA384"],
] as const) {
  describe(`given a token with a key of ${name}`, () => {
    let token: SoftToken;
    let host: InstalledHost;
    before(async () => {
      token = createSoftToken({ key });
      host = await install(token);
    });
    after(() => token.remove());

    it("signs bytes that the certificate's public key verifies", async () => {
      const connection = await connected(host);
      const list = await connection.request("list", {});
      const found = list.result?.tokens[0];
      const certificate = found?.certificates[0];
      assert.equal(found?.label, token.label);
      assert.ok(certificate);
      assert.ok(certificate.algorithms.includes(algorithm));
      assert.equal(certificate.sha256, createHash("sha256").update(token.certificate).digest("hex"));
      const data = Buffer.from("signed attributes");
      const reply = await connection.request("sign", {
        certificateSha256: certificate.sha256,
        tokenSerial: found?.serial ?? "",
        algorithm,
        data: data.toString("base64"),
        pin: token.pin,
        acceptFinalTry: false,
      });
      assert.equal(codeOf(reply), "ok");
      const publicKey = new X509Certificate(token.certificate).publicKey;
      const padding = algorithm === "RSA-PSS-SHA256" ? { padding: 6, saltLength: 32 } : {};
      const verified = createVerify(algorithm.endsWith("384") ? "sha384" : "sha256")
        .update(data)
        .verify({ key: publicKey, dsaEncoding: "ieee-p1363", ...padding }, Buffer.from(reply.result?.signature ?? "", "base64"));
      assert.equal(verified, true);
      assert.equal(await connection.close(), 0);
    });
  });
}

describe("given one installed host", () => {
  let token: SoftToken;
  let host: InstalledHost;
  before(async () => {
    token = createSoftToken({ key: "EC:prime256v1" });
    host = await install(token);
  });
  after(() => token.remove());

  const signBody = async (connection: HostConnection) => {
    const list = await connection.request("list", {});
    const found = list.result?.tokens[0];
    return {
      certificateSha256: found?.certificates[0]?.sha256 ?? "",
      tokenSerial: found?.serial ?? "",
      algorithm: "ECDSA-SHA256" as const,
      data: Buffer.from("x").toString("base64"),
      pin: token.pin,
      acceptFinalTry: false,
    };
  };

  it("when the PIN is wrong, then it says so once, keeps no PIN, and the right PIN works after", async () => {
    const connection = await connected(host);
    const body = await signBody(connection);
    const wrong = await connection.request("sign", { ...body, pin: "canary-0815" });
    assert.equal(codeOf(wrong), "pin.wrong");
    assert.ok(!wrong.ok && wrong.error.params["retriesLeft"] === "unknown", "PKCS#11 has no counter");
    assert.equal(codeOf(await connection.request("sign", body)), "ok");
    await connection.close();
    assert.doesNotMatch(connection.standardError, /canary/);
  });

  it("when the token is another, then it is not used", async () => {
    const connection = await connected(host);
    const body = await signBody(connection);
    assert.equal(codeOf(await connection.request("sign", { ...body, tokenSerial: "0000000000000000" })), "token.missing");
    assert.equal(codeOf(await connection.request("sign", { ...body, certificateSha256: "0".repeat(64) })), "certificate.none");
    await connection.close();
  });

  it("when anything comes before hello, or hello has another protocol, then it is refused", async () => {
    const connection = new HostConnection(host.launcher, CALLER);
    assert.equal(codeOf(await connection.request("list", {})), "protocol.hello-first");
    assert.equal(codeOf(await connection.request("hello", { protocol: 2, version: "9.0.0" })), "protocol.invalid");
    assert.equal(codeOf(await connection.request("list", {})), "protocol.hello-first");
    await connection.close();
  });

  it("when the caller is another extension or nobody, then the host ends without a word", async () => {
    for (const caller of [`chrome-extension://${"b".repeat(32)}/`, "https://evil.example", ""]) {
      const connection = new HostConnection(host.launcher, caller);
      assert.equal(await connection.next(), null);
      assert.equal(await connection.exit, 3);
    }
  });

  it("when the input ends in the middle of a frame, then the host ends by itself", async () => {
    const connection = await connected(host);
    connection.sendRaw(Buffer.from([40, 0, 0, 0, 123]));
    assert.equal(await connection.close(), 0);
  });

  it("when a frame is too long, empty, not UTF-8 or not JSON, then it answers once and ends", async () => {
    for (const bytes of [
      [0xff, 0xff, 0xff, 0xff],
      [0, 0, 0, 0],
      [2, 0, 0, 0, 0xc3, 0x28],
      [1, 0, 0, 0, 0x7b],
    ]) {
      const connection = await connected(host);
      connection.sendRaw(Buffer.from(bytes));
      assert.equal(codeOf((await connection.next()) as HostReply), "protocol.invalid");
      assert.equal(await connection.exit, 1);
    }
  });

  it("when keys are missing, extra or of another type, then the message is refused and the next one served", async () => {
    const connection = await connected(host);
    const body = { id: 7, command: "sign", ...(await signBody(connection)) };
    const { pin: _pin, ...noPin } = body;
    for (const message of [
      noPin,
      { ...body, module: "/tmp/evil.so" },
      { ...body, data: "***" },
      { ...body, id: -1 },
      { ...body, certificateSha256: "../../etc" },
      { id: 1, command: "load", path: "/tmp/evil.so" },
      { id: 1, command: "constructor" },
      [],
      null,
      "list",
      4,
      JSON.parse('{"id":1,"command":"list","__proto__":{"a":1}}'),
    ]) {
      connection.sendJson(message);
      assert.equal(codeOf((await connection.next()) as HostReply), "protocol.invalid", JSON.stringify(message));
    }
    assert.equal(codeOf(await connection.request("modules", {})), "ok");
    await connection.close();
  });

  it("when the configuration is writable by others, then the host does not start", async () => {
    const other = await install(token, "loose");
    chmodSync(other.config, 0o666);
    assert.equal(await new HostConnection(other.launcher, CALLER).exit, 1);
  });

  it("when its folder is writable by others, then the host does not start", async () => {
    const other = await install(token, "loose-folder");
    chmodSync(join(token.directory, "loose-folder"), 0o777);
    const connection = new HostConnection(other.launcher, CALLER);
    assert.equal(await connection.exit, 1);
    assert.match(connection.standardError, /loose-folder is writable by others/);
  });

  it("when the configuration or its folder belongs to somebody else, or is a link, then the host does not start", async () => {
    const theirs = await install(token, "theirs");
    const linked = await install(token, "linked");
    renameSync(linked.config, `${linked.config}.real`);
    symlinkSync(`${linked.config}.real`, linked.config);
    const complaints: (readonly [InstalledHost, RegExp])[] = [[linked, /is a link/]];
    // only root can give a file away
    if (process.getuid?.() === 0) {
      chownSync(theirs.config, 12_345, 12_345);
      const folder = await install(token, "their-folder");
      chownSync(join(token.directory, "their-folder"), 12_345, 12_345);
      complaints.push([theirs, /belongs to somebody else/], [folder, /their-folder belongs to somebody else/]);
    }
    for (const [other, complaint] of complaints) {
      const connection = new HostConnection(other.launcher, CALLER);
      assert.equal(await connection.exit, 1);
      assert.match(connection.standardError, complaint);
    }
  });

  it("when it is installed into a folder that a group may write to, then the folder is kept to its owner and the host starts", async () => {
    mkdirSync(join(token.directory, "shared"));
    chmodSync(join(token.directory, "shared"), 0o775);
    const connection = await connected(await install(token, "shared"));
    assert.equal(await connection.close(), 0);
    assert.equal(statSync(join(token.directory, "shared")).mode & 0o777, 0o755);
  });

  it("when a module is gone or was replaced, then it is not loaded and named as such", async () => {
    const copy = join(token.directory, "module.so");
    copyFileSync(SOFTHSM_MODULE, copy);
    const other = await install(token, "replaced", copy);
    appendFileSync(copy, "planted");
    const connection = await connected(other);
    const states = await connection.request("modules", {});
    assert.deepEqual(
      states.result?.modules.map(({ state }) => state),
      ["changed"],
    );
    assert.equal(codeOf(await connection.request("sign", { ...(await signBodyOf(host)), pin: token.pin })), "module.missing");
    await connection.close();
  });

  const signBodyOf = async (other: InstalledHost) => {
    const connection = await connected(other);
    const body = await signBody(connection);
    await connection.close();
    return body;
  };

  it("when its configuration sets a variable of the dynamic loader, then it is refused", async () => {
    const other = await install(token, "loader");
    const config = readFileSync(other.config, "utf8").replace("SOFTHSM2_CONF", "LD_PRELOAD");
    writeFileSync(other.config, config);
    assert.equal(await new HostConnection(other.launcher, CALLER).exit, 1);
  });

  it("writes a configuration and a launcher that only their owner can read or change", () => {
    assert.equal(statSync(host.config).mode & 0o777, 0o600);
    assert.equal(statSync(host.launcher).mode & 0o777, 0o700);
  });
});
