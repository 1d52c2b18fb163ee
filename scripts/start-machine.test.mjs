import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { makeHouse, oneLine, systemFiles } from "./testing/house.mjs";

let house;
beforeEach(() => (house = makeHouse()));
afterEach(() => house.remove());

describe("what the machine lacks", () => {
  const without = (...absent) => ({ there: systemFiles.filter((path) => !absent.includes(path)), absent });

  it("given Node 16, then one line asks for a newer one", async () => {
    const result = await house.start(["demo"], { machine: { node: "16.20.2" } });
    assert.equal(result.code, 1);
    assert.match(oneLine(result), /needs Node 18 or later.*v16\.20\.2/);
  });
  it("given missing packages and sudo that asks for a password, then it prints the one line to run and stops", async () => {
    house.program("softhsm2-util", undefined);
    house.program("apt-get", "exit 0");
    house.program("sudo", "echo 'sudo: a password is required' >&2; exit 1");
    const { code, error } = await house.start(["demo"], { machine: { ...without("/usr/bin/chromium"), uid: 1000 } });
    assert.equal(code, 1);
    const lines = error.split("\n").filter((line) => line.includes("apt-get"));
    assert.deepEqual(lines, ["  sudo apt-get update && sudo apt-get install -y chromium softhsm2"]);
    assert.ok(!house.calls().some((call) => call.startsWith("apt-get")));
  });
  it("given no sudo at all, then the line to run is root's", async () => {
    house.program("pkcs11-tool", undefined);
    house.program("apt-get", "exit 0");
    const { code, error } = await house.start(["demo"], { machine: { uid: 1000 } });
    assert.equal(code, 1);
    assert.match(error, /root/);
    assert.match(error, /^ {2}apt-get update && apt-get install -y opensc$/m);
  });
  it("given sudo that asks nothing, then it installs what is missing and goes on", async () => {
    house.program("openssl", undefined);
    house.program("apt-get", "exit 0");
    house.program("sudo", 'while [ "$1" != apt-get ] && [ "$1" != true ]; do shift; done; exec "$@"');
    house.program("true", "exit 0");
    const { code, out } = await house.start(["demo"], { machine: { uid: 1000 } });
    assert.equal(code, 0, out);
    assert.deepEqual(
      house.calls().filter((call) => call.startsWith("apt-get")),
      ["apt-get update -q", "apt-get install -y -q --no-install-recommends openssl"],
    );
    assert.match(out, /^inner \[\]$/m);
  });
  it("given root, then it installs without sudo; the demo asks for no browser of the tests", async () => {
    house.program("apt-get", "exit 0");
    const machine = { ...without("/usr/bin/firefox-esr", "/usr/bin/WebKitWebDriver"), uid: 0 };
    assert.equal((await house.start(["demo"], { machine })).code, 0);
    assert.ok(!house.calls().some((call) => call.startsWith("apt-get")));
    assert.equal((await house.start(["test"], { machine })).code, 0);
    assert.ok(house.calls().includes("apt-get install -y -q --no-install-recommends firefox-esr webkit2gtk-driver"));
  });
  it("given another package manager at work, then one line says so", async () => {
    house.program("openssl", undefined);
    house.program("apt-get", "echo 'E: Could not get lock /var/lib/dpkg/lock-frontend' >&2; exit 100");
    const result = await house.start(["demo"], { machine: { uid: 0 } });
    assert.equal(result.code, 1);
    assert.match(oneLine(result), /another package manager is at work/);
  });
  it("given a system without apt, then one line names what to install", async () => {
    house.program("openssl", undefined);
    const result = await house.start(["demo"], { machine: { platform: "darwin" } });
    assert.equal(result.code, 1);
    assert.match(oneLine(result), /missing: openssl\./);
  });
  it("given CHROMIUM that names nothing, then one line says so", async () => {
    const result = await house.start(["demo"], { environment: { CHROMIUM: "/opt/no/chromium" } });
    assert.equal(result.code, 1);
    assert.match(oneLine(result), /CHROMIUM names \/opt\/no\/chromium/);
  });
});

describe("room and rights", () => {
  it("given too little room where the clone is, then one line says how much is wanted", async () => {
    const result = await house.start(["demo"], { machine: { full: { [house.root]: 5e8 } } });
    assert.equal(result.code, 1);
    assert.match(oneLine(result), /^Only 0\.5 GB are free for .* needs 2 GB/);
    assert.deepEqual(house.calls(), []);
  });
  for (const words of [["--data", "/var/small/below/data"], ["--data=/var/small/below/data"]]) {
    it(`given room for the clone but not for ${words.join(" ")}, then one line names that folder`, async () => {
      const machine = { there: [...systemFiles, "/var/small"], full: { "/var/small": 1e7 } };
      const result = await house.start(["demo", ...words], { machine });
      assert.equal(result.code, 1);
      assert.match(oneLine(result), /free for \/var\/small\/below\/data .*another folder by --data/);
    });
  }
  it("given a clone that belongs to somebody else, then one line says whose right is missing", async () => {
    const result = await house.start(["demo"], { machine: { unwritable: [house.root] } });
    assert.equal(result.code, 1);
    assert.match(oneLine(result), /may not write to/);
  });
  it("given a home that may not be written, then npm and pnpm keep what they fetch in the clone", async () => {
    const options = { machine: { unwritable: ["/nonexistent", "/"] }, environment: { HOME: "/nonexistent" } };
    assert.equal((await house.start(["demo"], options)).code, 0);
    const used = house.read("installed-with").split("\n");
    assert.ok(used.includes(`npm_config_cache=${house.root}/.cache/npm`));
    assert.ok(used.includes(`XDG_DATA_HOME=${house.root}/.cache/home/data`));
  });
  it("given a proxy of the office, then the parts still talk to each other directly", async () => {
    house.write("inner.mjs", "console.log(process.env.NO_PROXY, process.env.NODE_ENV)");
    const { out } = await house.start(["demo"], {
      environment: { HTTPS_PROXY: "http://proxy.example", NO_PROXY: ".example", NODE_ENV: "production" },
    });
    assert.match(out, /^\.example,127\.0\.0\.1,localhost undefined$/m);
  });
});
