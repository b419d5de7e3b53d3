import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  place
} from "./chunk-AKB3YNBQ.js";
import {
  groupFindings
} from "./chunk-I5D3UE5R.js";
import {
  clip,
  count,
  listed
} from "./chunk-RJ5VNCEM.js";

// actions/lib/report/sarif.ts
var resultLimit = 25e3;
var codeScanningLimit = 5e3;
var messageLimit = 4e3;
function toSarif(report, options) {
  const groups = groupFindings(report.findings);
  const others = options.codeScanning ? [] : [...groupFindings(report.fixed), ...groupFindings(report.exempted)];
  const exempted = new Set(report.exempted);
  const all = [...groups, ...others];
  const kept = all.slice(0, options.codeScanning ? codeScanningLimit : resultLimit);
  const rules = describeRules(kept, options.rules);
  const indexOf = new Map(rules.map(({ id }, index) => [id, index]));
  const results = kept.map((group) => ({
    ...toResult(group, report.base !== void 0),
    ruleIndex: indexOf.get(group.finding.rule) ?? -1,
    ...exempted.has(group.finding) && { suppressions: [{ kind: "external", status: "accepted" }] }
  }));
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Seaworthy", semanticVersion: options.toolVersion, rules } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: report.verdict !== "unjudged",
            toolExecutionNotifications: notifications(report, all.length - kept.length)
          }
        ],
        results
      }
    ]
  };
}
function renderSarif(report, options) {
  return `${JSON.stringify(toSarif(report, options), null, 2)}
`;
}
function describeRules(groups, descriptions) {
  const known = new Map(descriptions.map((description) => [description.id, description]));
  return [...new Set(groups.map(({ finding }) => finding.rule))].sort().map((id) => {
    const description = known.get(id);
    if (description === void 0) return { id };
    const { severity, what, why, mend } = description;
    return {
      id,
      shortDescription: { text: what },
      fullDescription: { text: why },
      help: { text: mend, markdown: mend },
      defaultConfiguration: { level: severity }
    };
  });
}
var baselineStates = { new: "new", known: "unchanged", fixed: "absent" };
function toResult({ finding, applications, fingerprint }, compared) {
  const versions = finding.kubernetesVersions;
  const through = applications.length === 0 ? "" : ` Deployed through ${listed(applications)}.`;
  const only = versions === void 0 ? "" : ` Only on Kubernetes ${versions.join(", ")}.`;
  const text = `${clip(finding.message, messageLimit)}${through}${only}`.replace(/[\\[\]]/g, "\\$&");
  return {
    ruleId: finding.rule,
    level: finding.severity,
    message: { text },
    locations: [
      {
        physicalLocation: toPhysicalLocation(finding.at),
        ...finding.subject !== void 0 && { logicalLocations: [toLogicalLocation(finding.subject)] }
      }
    ],
    // GitHub tells alerts apart by the first alone; without it upload-sarif makes one from the line's text, which is
    // the same for two problems on one line.
    partialFingerprints: { primaryLocationLineHash: fingerprint, "seaworthy/v1": fingerprint },
    ...compared && finding.status !== void 0 && { baselineState: baselineStates[finding.status] },
    properties: { applications, ...finding.pointer !== void 0 && { pointer: finding.pointer } }
  };
}
function toPhysicalLocation({ file, line, column, endLine, endColumn }) {
  const artifactLocation = {
    uri: file.toWellFormed().split("/").map(encodeURIComponent).join("/"),
    uriBaseId: "%SRCROOT%"
  };
  if (line === void 0) return { artifactLocation };
  const region = {
    startLine: line,
    ...column !== void 0 && { startColumn: column },
    ...endLine !== void 0 && { endLine },
    ...endColumn !== void 0 && { endColumn }
  };
  return { artifactLocation, region };
}
function toLogicalLocation({ kind, namespace, name }) {
  return {
    name,
    fullyQualifiedName: [kind, ...namespace === void 0 ? [] : [namespace], name].join("/"),
    kind: "object"
  };
}
function notifications(report, leftOut) {
  const reasons = [
    ...report.reason === void 0 ? [] : [report.reason],
    ...report.coverage.gaps.map(
      ({ application, reason, at }) => `${application === "" ? "Not judged" : `${application} was not judged`}: ${reason}${at === void 0 ? "" : ` (${place(at)})`}`
    ),
    ...leftOut > 0 ? [`${count(leftOut, "result")} left out: over the limit of this file. The JSON report has all.`] : []
  ];
  return reasons.slice(0, 1e3).map((text) => ({ level: "warning", message: { text: clip(text, messageLimit) } }));
}

export {
  toSarif,
  renderSarif
};
