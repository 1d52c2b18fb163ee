import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { ANY_POLICY, type CertificatePolicies } from "../certificate/policies.ts";
import { PolicyGraph } from "./policy-graph.ts";

const policies = (...names: string[]): CertificatePolicies => new Map(names.map((name) => [name, []]));

describe("given a path whose policies are mapped", () => {
  it("when nothing is mapped, then the policies that all certificates have remain", () => {
    const graph = new PolicyGraph();
    graph.addCertificate(policies("1.1", "1.2"), true);
    graph.addCertificate(policies("1.2", "1.3"), true);
    assert.deepEqual(graph.constrainedBy(undefined).constrained, ["1.2"]);
    assert.deepEqual(graph.constrainedBy(new Set(["1.1"])), { constrained: [], subject: [] });
  });
  it("when a policy is mapped, then the set is in the anchor's terms, and the subject's are told beside it", () => {
    const graph = new PolicyGraph();
    graph.addCertificate(policies("1.1", "1.2"), true);
    graph.map(
      [
        ["1.1", "2.1"],
        ["1.1", "2.2"],
      ],
      true,
    );
    graph.addCertificate(new Map([["2.2", [{ id: "1.3.6.1.5.5.7.2.1", text: "https://policy" }]]]), true);
    const { constrained, subject } = graph.constrainedBy(new Set(["1.1"]));
    assert.deepEqual(constrained, ["1.1"]);
    assert.deepEqual(subject, [{ policy: "2.2", qualifiers: [{ id: "1.3.6.1.5.5.7.2.1", text: "https://policy" }] }]);
    assert.deepEqual(graph.constrainedBy(new Set(["2.2"])).constrained, []);
  });
  it("when mapping is inhibited, then a mapped policy is lost", () => {
    const graph = new PolicyGraph();
    graph.addCertificate(policies("1.1"), true);
    graph.map([["1.1", "2.1"]], false);
    assert.equal(graph.isNull, true);
  });
  it("when certificates say anyPolicy, then what the user asks for is valid, unless anyPolicy is inhibited", () => {
    const graph = new PolicyGraph();
    graph.addCertificate(policies(ANY_POLICY), true);
    graph.map([["1.1", "2.1"]], true);
    graph.addCertificate(policies(ANY_POLICY, "2.1"), true);
    assert.deepEqual(graph.constrainedBy(undefined).constrained.toSorted(), ["1.1", ANY_POLICY]);
    assert.deepEqual(graph.constrainedBy(new Set(["1.1", "9.9"])).constrained.toSorted(), ["1.1", "9.9"]);
    const inhibited = new PolicyGraph();
    inhibited.addCertificate(policies(ANY_POLICY), false);
    assert.equal(inhibited.isNull, true);
  });
  it("when a certificate has no policies, then none holds any more", () => {
    const graph = new PolicyGraph();
    graph.addCertificate(undefined, true);
    assert.equal(graph.isNull, true);
    graph.addCertificate(policies("1.1"), true);
    assert.equal(graph.isNull, true);
  });
});

describe("given mappings made to explode a tree", () => {
  it("when each policy is mapped to each at every level, then the graph has one node a policy and level", () => {
    const names = Array.from({ length: 60 }, (_, index) => `1.${index}`);
    const crossed = names.flatMap((from) => names.map((to): [string, string] => [from, to]));
    const graph = new PolicyGraph();
    const depth = 10;
    for (let level = 0; level < depth; level++) {
      graph.addCertificate(policies(...names), true);
      if (level < depth - 1) graph.map(crossed, true);
    }
    // a tree would hold 60^10
    assert.equal(graph.size, 1 + names.length * depth);
    assert.equal(graph.constrainedBy(undefined).constrained.length, names.length);
    assert.deepEqual(graph.constrainedBy(new Set(["1.7"])).constrained, ["1.7"]);
    assert.equal(graph.constrainedBy(new Set(["1.7"])).subject.length, names.length);
  });
});
