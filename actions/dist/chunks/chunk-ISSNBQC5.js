import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  painter,
  wrap
} from "./chunk-FNMZNENR.js";
import {
  coverageInWords,
  headline,
  place,
  shortRevision
} from "./chunk-AKB3YNBQ.js";
import {
  countProblems,
  groupFindings,
  untoldGaps,
  weighs
} from "./chunk-I5D3UE5R.js";
import {
  clip,
  count,
  listed,
  oneLine
} from "./chunk-RJ5VNCEM.js";

// actions/lib/report/text.ts
var defaults = { limit: 200, more: "All details: seaworthy check --format json" };
var messageLimit = 2e3;
var linesBeforeRepeat = 24;
var severityStyle = { error: "red", warning: "yellow", note: "cyan" };
var verdictStyle = { fit: "green", unfit: "red", unjudged: "yellow" };
function renderText(report, options) {
  const { limit, more } = { ...defaults, ...options };
  const paint = painter(options.color);
  const width = options.width === void 0 ? Number.POSITIVE_INFINITY : Math.max(options.width, 40);
  const groups = groupFindings(report.findings);
  const listable = groups.filter((group) => weighs(report, group.finding));
  const shown = listable.slice(0, limit);
  const answer = wrap(answerLine(report), width);
  const body = [
    ...byFile(shown).flatMap((file) => ["", ...renderFile(file, paint, width)]),
    ...listable.length > shown.length ? ["", `... and ${count(listable.length - shown.length, "more problem")}, none worse than those above.`] : [],
    ...renderGaps(report, limit, width),
    ...renderRest(report, width)
  ];
  const lines = [...answer.map((line, index) => index === 0 ? paintAnswer(report, line, paint) : line), ...body];
  if (groups.length > 0 || body.length > 0) {
    const repeat = lines.length > linesBeforeRepeat ? [paintAnswer(report, answer[0] ?? "", paint), ...answer.slice(1)] : [];
    lines.push("", ...repeat, paint(more, "dim"));
  }
  return `${lines.join("\n")}
`;
}
function answerLine(report) {
  const { verdict, sentence } = headline(report);
  return `${verdict}: ${sentence}`;
}
function paintAnswer(report, line, paint) {
  const verdict = headline(report).verdict;
  return paint(verdict, "bold", verdictStyle[report.verdict]) + line.slice(verdict.length);
}
function byFile(groups) {
  const files = /* @__PURE__ */ new Map();
  for (const group of groups) {
    const file = files.get(group.finding.at.file);
    if (file === void 0) files.set(group.finding.at.file, [group]);
    else file.push(group);
  }
  const start = (group) => (group.finding.at.line ?? 0) * 1e4 + (group.finding.at.column ?? 0);
  return [...files.values()].map((file) => file.sort((a, b) => start(a) - start(b)));
}
function renderFile(groups, paint, width) {
  const position = ({ finding: { at } }) => place({ ...at, file: "" }).slice(1);
  const positionWidth = Math.max(1, ...groups.map((group) => position(group).length));
  const severityWidth = Math.max(...groups.map(({ finding }) => finding.severity.length));
  const indent = " ".repeat(2 + positionWidth + 2 + severityWidth + 2);
  const file = oneLine(groups[0]?.finding.at.file ?? "");
  return [
    paint(file, "bold"),
    ...groups.flatMap((group) => {
      const { severity, message } = group.finding;
      const [first = "", ...rest] = wrap(oneLine(clip(message, messageLimit)), width - indent.length);
      const place2 = (position(group) || "-").padEnd(positionWidth);
      return [
        `  ${place2}  ${paint(severity.padEnd(severityWidth), severityStyle[severity])}  ${first}`,
        ...rest.map((line) => indent + line),
        ...wrap(provenance(group), width - indent.length).map((line) => indent + paint(line, "dim"))
      ];
    })
  ];
}
function provenance({ finding, applications }) {
  const through = applications.length === 0 ? "" : ` through ${listed(applications.map(oneLine), 6)}`;
  const versions = finding.kubernetesVersions;
  return `[${finding.rule}]${through}${versions === void 0 ? "" : `, only on Kubernetes ${versions.join(", ")}`}`;
}
function renderGaps(report, limit, width) {
  const { applications, applicationsJudged, objects, objectsChecked } = report.coverage;
  if (applications === applicationsJudged && objects === objectsChecked && report.coverage.gaps.length === 0) return [];
  const gaps = untoldGaps(report);
  const lines = gaps.slice(0, limit).flatMap(({ application, reason, at }) => {
    const where = at === void 0 ? "" : ` (${place(at)})`;
    const [first = "", ...rest] = wrap(
      oneLine(clip(`${application === "" ? "" : `${application}: `}${reason}${where}`, messageLimit)),
      width - 4
    );
    return [`  ${first}`, ...rest.map((line) => `    ${line}`)];
  });
  const left = gaps.length - limit;
  return ["", `${coverageInWords(report)}.`, ...lines, ...left > 0 ? [`  ... and ${left} more`] : []];
}
function renderRest(report, width) {
  const { known, fixed, exempted } = countProblems(report);
  const since = report.base === void 0 ? "" : ` since ${oneLine(shortRevision(report.base.revision))}`;
  const parts = [
    ...fixed > 0 ? [`${count(fixed, "problem")} mended${since}.`] : [],
    ...known > 0 && report.failOn === "new" ? [`${count(known, "problem")} known before, not listed.`] : [],
    ...exempted > 0 ? [`${count(exempted, "problem")} covered by exemptions.`] : []
  ];
  return parts.length === 0 ? [] : ["", ...wrap(parts.join(" "), width)];
}

export {
  renderText,
  answerLine
};
