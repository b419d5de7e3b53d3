import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  place
} from "./chunk-AKB3YNBQ.js";
import {
  weighs
} from "./chunk-I5D3UE5R.js";
import {
  clip
} from "./chunk-RJ5VNCEM.js";

// actions/lib/report/junit.ts
var caseLimit = 25e3;
var messageLimit = 2e3;
function renderJunit(report, limit = caseLimit) {
  const all = suitesOf(report);
  const suites = cut(all, limit);
  const left = total(all) - total(suites);
  const inner = suites.map(renderSuite).join("");
  const notice = left > 0 ? `  <!-- ${left} cases left out: the limit is ${limit}. The JSON report has all. -->
` : "";
  const { cases, failed, skipped } = tally(suites.flatMap((suite) => suite.cases));
  return `<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="seaworthy" tests="${cases}" failures="${failed}" errors="0" skipped="${skipped}" time="0">
${notice}${inner}</testsuites>
`;
}
function suitesOf(report) {
  const present = report.applications.filter(({ change }) => change !== "removed");
  const names = new Set(present.map(({ name }) => name));
  const owner = ({ subject }) => subject?.application !== void 0 && names.has(subject.application) ? subject.application : void 0;
  const casesOf = (application) => report.findings.filter((finding) => owner(finding) === application).map((finding) => toCase(report, finding));
  const gap = (application) => report.coverage.gaps.find((candidate) => candidate.application === application);
  const whole = { name: "repository", cases: casesOf(void 0) };
  const unjudged = { name: "verdict", body: report.reason ?? "nothing could be checked", outcome: "skipped" };
  return [
    ...report.verdict === "unjudged" ? [{ name: "verdict", cases: [unjudged] }] : [],
    ...whole.cases.length > 0 ? [whole] : [],
    ...present.map(({ name, judged, objects }) => {
      const judgement = judged ? { name: `${objects} objects checked`, body: "", outcome: "passed" } : { name: "not judged", body: gap(name)?.reason ?? "not rendered", outcome: "skipped" };
      return { name, cases: [judgement, ...casesOf(name)] };
    })
  ];
}
function toCase(report, finding) {
  const versions = finding.kubernetesVersions;
  const only = versions === void 0 ? "" : `
Only on Kubernetes ${versions.join(", ")}.`;
  const body = `${place(finding.at)}: ${finding.severity}: ${clip(finding.message, messageLimit)}${only}`;
  const failed = finding.severity === "error" && weighs(report, finding);
  const skipped = !failed && finding.severity === "error";
  return {
    name: `${finding.rule}: ${place(finding.at)}: ${clip(finding.message, 200)}`,
    finding,
    body: skipped ? `known before: ${body}` : body,
    outcome: failed ? "failed" : skipped ? "skipped" : "passed"
  };
}
function cut(suites, limit) {
  let room = limit;
  return suites.map((suite) => {
    const cases = suite.cases.slice(0, Math.max(room, 0));
    room -= cases.length;
    return { ...suite, cases };
  });
}
var total = (suites) => suites.reduce((sum, { cases }) => sum + cases.length, 0);
function tally(cases) {
  const of = (outcome) => cases.filter((item) => item.outcome === outcome).length;
  return { cases: cases.length, failed: of("failed"), skipped: of("skipped") };
}
function renderSuite({ name, cases: list }) {
  if (list.length === 0) return "";
  const { cases, failed, skipped } = tally(list);
  const head = `  <testsuite name="${xml(name)}" tests="${cases}" failures="${failed}" errors="0" skipped="${skipped}" time="0">
`;
  return `${head}${list.map((item) => renderCase(name, item)).join("")}  </testsuite>
`;
}
function renderCase(suite, { name, finding, body, outcome }) {
  const file = finding === void 0 ? "" : ` file="${xml(finding.at.file)}"`;
  const line = finding?.at.line === void 0 ? "" : ` line="${finding.at.line}"`;
  const head = `    <testcase classname="${xml(suite)}" name="${xml(name)}"${file}${line} time="0"`;
  if (body === "") return `${head}/>
`;
  const inner = outcome === "failed" ? `<failure type="${xml(finding?.rule ?? "verdict")}" message="${xml(finding?.message ?? body, messageLimit)}">${xml(body)}</failure>` : outcome === "skipped" ? `<skipped message="${xml(body)}"/>` : `<system-out>${xml(body)}</system-out>`;
  return `${head}>${inner}</testcase>
`;
}
var entities = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\n": "&#10;",
  "\r": "&#13;",
  "	": "&#9;"
};
function xml(text, limit = Number.POSITIVE_INFINITY) {
  return clip(text, limit).toWellFormed().replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "").replace(/[&<>"\n\r\t]/g, (character) => entities[character] ?? character);
}

export {
  renderJunit
};
