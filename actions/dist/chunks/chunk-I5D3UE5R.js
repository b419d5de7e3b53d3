import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/report/groups.ts
var rank = { error: 0, warning: 1, note: 2 };
function worstFirst(a, b) {
  return rank[a.severity] - rank[b.severity] || Number(a.status === "known") - Number(b.status === "known") || (a.at.file < b.at.file ? -1 : a.at.file > b.at.file ? 1 : 0) || (a.at.line ?? 0) - (b.at.line ?? 0) || (a.at.column ?? 0) - (b.at.column ?? 0);
}
function groupFindings(findings) {
  const groups = /* @__PURE__ */ new Map();
  for (const finding of findings) {
    const key = groupKey(finding);
    const group = groups.get(key) ?? { finding, applications: /* @__PURE__ */ new Set(), fingerprint: finding.fingerprint };
    if (finding.subject?.application !== void 0) group.applications.add(finding.subject.application);
    if (finding.fingerprint < group.fingerprint) group.fingerprint = finding.fingerprint;
    if (advice.test(finding.message) && !advice.test(group.finding.message)) group.finding = finding;
    groups.set(key, group);
  }
  return [...groups.values()].map((group) => ({ ...group, applications: [...group.applications].sort() })).sort((a, b) => worstFirst(a.finding, b.finding));
}
var advice = /; did you mean [^;]*\?$/;
var unreadable = /* @__PURE__ */ new Set(["render-failed", "yaml-syntax", "duplicate-key"]);
function groupKey({ rule, severity, status, at, message, subject, pointer, kubernetesVersions }) {
  const what = message.replace(advice, "");
  const text = subject?.namespace === void 0 ? what : what.replaceAll(`${subject.namespace}/`, "");
  const one = subject === void 0 || unreadable.has(rule) && subject.kind === "Application";
  const object = one ? null : [subject.apiVersion, subject.kind, subject.name];
  return JSON.stringify([
    rule,
    severity,
    status,
    at.file,
    at.line,
    at.column,
    text,
    object,
    pointer,
    kubernetesVersions
  ]);
}
function weighs(report, finding) {
  return finding.status !== "known" || report.failOn !== "new";
}
function untoldGaps(report) {
  return report.coverage.gaps.filter(
    ({ application, at }) => !report.findings.some(
      (finding) => finding.rule === "not-judged" && weighs(report, finding) && finding.at.file === at?.file && finding.at.line === at?.line && (finding.subject?.application ?? application) === application
    )
  );
}
function countProblems(report) {
  const groups = groupFindings(report.findings);
  const known = groups.filter(({ finding }) => finding.status === "known").length;
  return {
    ...countSeverities(groups),
    new: groups.length - known,
    known,
    fixed: groupFindings(report.fixed).length,
    exempted: groupFindings(report.exempted).length
  };
}
function countSeverities(groups) {
  const of = (severity) => groups.filter(({ finding }) => finding.severity === severity).length;
  return { errors: of("error"), warnings: of("warning"), notes: of("note") };
}

export {
  groupFindings,
  weighs,
  untoldGaps,
  countProblems,
  countSeverities
};
