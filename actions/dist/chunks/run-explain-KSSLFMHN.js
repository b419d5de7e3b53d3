import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readBytes
} from "./chunk-42QBOY6I.js";
import {
  guardPolicy,
  isRefused,
  pageText,
  parsePlanText,
  readAndGuard,
  renderTerraformJson,
  terraformOptions
} from "./chunk-JUBCABLV.js";
import {
  countsInWords,
  listSection,
  rootPart,
  standingOf
} from "./chunk-W5DSIOOB.js";
import "./chunk-RELZMWQM.js";
import {
  settingsFile,
  settingsOfText
} from "./chunk-56RTUG4F.js";
import "./chunk-KZULBJD3.js";
import {
  locate
} from "./chunk-24XE2FVV.js";
import "./chunk-FNMZNENR.js";
import "./chunk-AKB3YNBQ.js";
import "./chunk-I5D3UE5R.js";
import "./chunk-RDPHONAS.js";
import "./chunk-UNCBMZAL.js";
import "./chunk-YXTR65BP.js";
import "./chunk-RJ5VNCEM.js";
import "./chunk-LFBZ2KVQ.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";

// actions/cli/terraform/run-explain.ts
import { existsSync } from "node:fs";
import { basename, join } from "node:path";

// actions/lib/terraform/show/explain.ts
function explainStatus(result) {
  const standing = standingOf(result);
  return standing === "failed" || standing === "refused" ? 1 : 0;
}
function renderExplain(result, options) {
  const part = rootPart(result);
  const { plan } = result;
  const sections = plan === void 0 ? part.sections : [...reasonSections(plan), ...part.sections];
  const page = { answer: explainAnswer(result), table: void 0, parts: [{ ...part, sections }], facts: [] };
  return pageText(page, options);
}
function explainAnswer(result) {
  const { plan } = result;
  if (plan === void 0 || standingOf(result) === "failed") return "Cannot be applied: planning failed";
  if (!plan.needsApply) return "Nothing to apply";
  const counts = countsInWords(plan.counts);
  const what = counts === "" ? "see below" : counts;
  return standingOf(result) === "refused" ? `Refused: ${what}` : `Must be applied: ${what}`;
}
function reasonSections(plan) {
  const { counts, changes } = plan;
  const destroys = counts.delete + counts.replace === 0 && changes.some(({ actions }) => actions.includes("delete"));
  const forgets = counts.forget === 0 && changes.some((change) => change.forgets);
  return [
    ...listSection("Not in these counts", "flag", [
      ...destroys ? [["it destroys something"]] : [],
      ...forgets ? [["it lets something go, which stays and is no longer managed"]] : []
    ]),
    ...listSection(
      plan.needsApply ? "Why it must be applied" : "Why there is nothing to apply",
      "reason",
      applyReasons(plan)
    )
  ];
}
function applyReasons(plan) {
  const { counts, needsApply, changes } = plan;
  if (!needsApply) {
    return [
      ...plan.drift.length > 0 ? [["objects were changed by others, and the configuration asks for no change"]] : [],
      ...plan.errored || plan.drift.length > 0 ? [] : [["what is there is what the configuration asks for"]]
    ];
  }
  const objects = countsInWords(counts, ["create", "update", "replace", "delete"]);
  const state = countsInWords(counts, ["move", "import", "forget"]);
  const reads = changes.filter(({ action }) => action === "read").length;
  if (objects !== "") return [];
  return [
    ...state === "" ? [] : [[`the state changes: ${state}`]],
    ...counts.outputs > 0 ? [[`outputs change: ${counts.outputs}`]] : [],
    ...counts.invoke > 0 ? [[`actions are invoked: ${counts.invoke}`]] : [],
    ...counts.other > 0 ? [[`actions that Seaworthy does not know: ${counts.other}`]] : [],
    ...reads > 0 ? [[`data is read while applying: ${reads}`]] : [],
    ...state === "" && counts.outputs + counts.invoke + counts.other + reads === 0 ? [["the tool says so, without a change that is listed"]] : []
  ];
}

// actions/cli/terraform/run-explain.ts
var maxPlanBytes = 200 * 1024 * 1024;
var maxSettingsBytes = 1024 * 1024;
var planJson = "give the output of `terraform show -json PLANFILE`";
async function runExplain({ values, positionals }, terminal) {
  const [path] = positionals;
  if (path === void 0)
    throw new UserError("Nothing says which plan.", { next: `${planJson}, as a file or - for stdin` });
  const policy = await readPolicy(values.settings, terminal);
  const bytes = await readBytes(terminal, path, { maxBytes: maxPlanBytes, next: planJson });
  const result = inFile(path === "-" ? "stdin" : path, () => explainPlan(planText(bytes), policy, path));
  const { color, width } = terminal;
  await terminal.write(
    values.format === "json" ? renderTerraformJson({ roots: [result], waves: [{ number: 1, roots: [result.root] }], unaffected: [] }) : renderExplain(result, { color, width })
  );
  return explainStatus(result);
}
function explainPlan(json, policy, path) {
  const nothing = { configuration: [], lock: [] };
  const { plan, shown, guards } = readAndGuard(parsePlanText(json), { policy, head: nothing });
  const outcome = plan.errored ? "errored" : isRefused(guards) ? "blocked" : "planned";
  const name = path === "-" ? "stdin" : basename(path);
  return {
    root: name,
    path: path === "-" ? name : path,
    tool: toolOf(plan),
    ...plan.toolVersion !== "" && { toolVersion: plan.toolVersion },
    wave: 1,
    waitsFor: [],
    reasons: [],
    outcome,
    plan: shown,
    guards: [...guards, ...notAsked(policy)],
    diagnostics: [],
    durationMs: 0
  };
}
function inFile(file, work) {
  try {
    return work();
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { what, where, next } = error;
    throw new UserError(what, {
      where: where === void 0 ? file : `${file}, ${where}`,
      ...next !== void 0 && { next },
      cause: error
    });
  }
}
var needConfiguration = ["prevent-destroy-removed", "provider-downgrade"];
function notAsked({ severities }) {
  return needConfiguration.filter((guard) => severities[guard] !== "off").map((guard) => ({
    guard,
    severity: "note",
    message: "was not asked: it compares the configuration with that of a base, and a plan has neither. `seaworthy terraform plan --base REV` asks it."
  }));
}
function toolOf({ changes, drift }) {
  return [...changes, ...drift].some(({ provider }) => provider.startsWith("registry.opentofu.org/")) ? "tofu" : "terraform";
}
function planText(bytes) {
  if (bytes.subarray(0, 6).toString("latin1") === "SWPLAN") {
    throw new UserError("This is a sealed plan.", {
      next: "open it with `seaworthy terraform open`, and explain the plan.json that it holds"
    });
  }
  const encoding = bytes[0] === 255 && bytes[1] === 254 ? "utf-16le" : "utf-8";
  return new TextDecoder(encoding).decode(bytes);
}
async function readPolicy(given, terminal) {
  const { repository } = locate(terminal.cwd);
  const path = typeof given === "string" ? given : join(repository, settingsFile);
  if (given === void 0 && !existsSync(path)) return guardPolicy(terraformOptions());
  const bytes = await readBytes(terminal, path, { maxBytes: maxSettingsBytes, next: "name a file with settings" });
  const { terraform } = settingsOfText(bytes.toString("utf8"), given === void 0 ? settingsFile : path);
  return guardPolicy(terraformOptions(terraform));
}
export {
  explainPlan,
  runExplain
};
