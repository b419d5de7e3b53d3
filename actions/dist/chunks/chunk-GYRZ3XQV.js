import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  countProblems
} from "./chunk-I5D3UE5R.js";

// actions/lib/report/json.ts
var reportVersion = 1;
function toJson(report) {
  const { verdict, reason, failOn, kubernetesVersions, head, base, coverage, applications, findings } = report;
  return {
    version: reportVersion,
    verdict,
    ...reason !== void 0 && { reason },
    failOn,
    kubernetesVersions,
    head,
    ...base !== void 0 && { base },
    counts: countProblems(report),
    coverage,
    applications,
    findings,
    fixed: report.fixed,
    exempted: report.exempted
  };
}
function renderJson(report) {
  return `${JSON.stringify(toJson(report), null, 2)}
`;
}

export {
  reportVersion,
  toJson,
  renderJson
};
