import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  countSeverities,
  groupFindings,
  weighs
} from "./chunk-I5D3UE5R.js";
import {
  count,
  listed,
  oneLine
} from "./chunk-RJ5VNCEM.js";

// actions/lib/report/headline.ts
var verdictWords = { fit: "Fit", unfit: "Not fit", unjudged: "Not judged" };
function headline(report) {
  const verdict = verdictWords[report.verdict];
  if (report.verdict === "unjudged") {
    const reason = oneLine(report.reason ?? `nothing of ${whatWasJudged(report)} could be checked`);
    return { verdict, sentence: /[.!?]$/.test(reason) ? reason : `${reason}.` };
  }
  const versions = report.kubernetesVersions.length === 0 ? "" : ` (Kubernetes ${report.kubernetesVersions.join(", ")})`;
  const problems = problemsInWords(report);
  const objects = whatWasJudged(report);
  const missing = report.coverage.applications - report.coverage.applicationsJudged;
  const gap = missing > 0 ? `; ${count(missing, "Application")} not judged` : "";
  const sentence = report.verdict === "unfit" ? `${problems} in ${objects}` : `${objects}, ${problems}`;
  return { verdict, sentence: `${sentence}${gap}${versions}.` };
}
function whatWasJudged({ coverage }) {
  const { objects, objectsChecked } = coverage;
  const part = objectsChecked === objects ? "" : `${objectsChecked.toLocaleString("en-US")} of `;
  return `${part}${count(objects, "object")} of ${count(coverage.applicationsJudged, "Application")}`;
}
function coverageInWords({ coverage }) {
  const of = (part) => part.toLocaleString("en-US");
  return `${of(coverage.objectsChecked)} of ${count(coverage.objects, "object")} checked, ${of(coverage.applicationsJudged)} of ${count(coverage.applications, "Application")} judged`;
}
function problemsInWords(report) {
  const groups = groupFindings(report.findings);
  const weighing = groups.filter(({ finding }) => weighs(report, finding));
  const known = groups.length - weighing.length;
  if (weighing.length === 0) {
    return known > 0 ? `nothing new to mend, ${known.toLocaleString("en-US")} known before` : "nothing to mend";
  }
  const fresh = report.base === void 0 || report.failOn !== "new" ? "" : "new ";
  const { errors, warnings, notes } = countSeverities(weighing);
  return listed([
    ...errors > 0 ? [count(errors, `${fresh}error`)] : [],
    ...warnings > 0 ? [count(warnings, `${fresh}warning`)] : [],
    ...notes > 0 ? [count(notes, `${fresh}note`)] : []
  ]);
}
function place(at) {
  const line = at.line === void 0 ? "" : `:${at.line}${at.column === void 0 ? "" : `:${at.column}`}`;
  return `${at.file}${line}`;
}
function shortRevision(revision) {
  return /^[0-9a-f]{40,64}$/.test(revision) ? revision.slice(0, 7) : revision;
}

export {
  headline,
  coverageInWords,
  place,
  shortRevision
};
