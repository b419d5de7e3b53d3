import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  openPlan,
  putBackCommands,
  readEnvelope
} from "./chunks/chunk-5O73V4NT.js";
import {
  authorsOfPull,
  clearWork,
  commentLimit,
  fileNameOf,
  findOverride,
  interruption,
  isSameName,
  keepPlan,
  latestOpinions,
  lockHashOf,
  makeFolders,
  namesNobody,
  objectionTo,
  openTrees,
  peopleReader,
  plansArtifact,
  readRepository,
  readVoices,
  renderTerraformSummary,
  rootHash,
  sealing,
  summaryLimit,
  tell,
  timeOf,
  unzipSync,
  upsertComment,
  writeReportFile
} from "./chunks/chunk-D7SBBIDW.js";
import {
  captureCommand,
  changedFiles,
  commandLine,
  configurationNames,
  defaultLockTimeout,
  earlyVariables,
  failureOf,
  field,
  gateChange,
  initRoot,
  isRecord,
  keysInput,
  mirrorInput,
  moreOf,
  numberField,
  openChange,
  parseJson,
  planOne,
  planOrigin,
  planningContext,
  prepare,
  releasedRoots,
  revisionInput,
  runCommand,
  said,
  showPlanJson,
  textField,
  watchProgress,
  wavesMatrix,
  wholeNumber
} from "./chunks/chunk-36W3GPMF.js";
import {
  canonicalJson,
  canonicalSections,
  countChanges,
  gateAnswer,
  guardPolicy,
  isRefused,
  judgePlan,
  pageMarkdown,
  pageText,
  renderTerraformJson
} from "./chunks/chunk-JUBCABLV.js";
import {
  holdsState,
  placeCarried,
  sealPlan
} from "./chunks/chunk-YWJLLPMX.js";
import "./chunks/chunk-7TBRGYSM.js";
import {
  blockLine,
  blockLines,
  blockSection,
  countsInWords,
  diagnosticSections,
  diagnosticsToTell,
  listSection,
  lockSection,
  prose,
  shortFingerprint,
  splitReason,
  sumCounts
} from "./chunks/chunk-W5DSIOOB.js";
import "./chunks/chunk-B7OBPBF7.js";
import "./chunks/chunk-RELZMWQM.js";
import {
  TransportError,
  createClient,
  createFetch,
  githubExpression,
  runPlace,
  runUrl
} from "./chunks/chunk-HJTFNHO4.js";
import "./chunks/chunk-56RTUG4F.js";
import "./chunks/chunk-4ZBQLVRW.js";
import {
  inTurns
} from "./chunks/chunk-GUPIMB7Y.js";
import "./chunks/chunk-KZULBJD3.js";
import {
  isLoopback,
  ownerAndName,
  shortId
} from "./chunks/chunk-7KJE3CBL.js";
import {
  wasRefused
} from "./chunks/chunk-2XYIY64O.js";
import "./chunks/chunk-FNMZNENR.js";
import {
  shortRevision
} from "./chunks/chunk-AKB3YNBQ.js";
import "./chunks/chunk-I5D3UE5R.js";
import {
  openCommitTree
} from "./chunks/chunk-NFCCWYF2.js";
import {
  resolveCommit
} from "./chunks/chunk-Z6NCKDR5.js";
import "./chunks/chunk-KNEUNJ7M.js";
import {
  actionsLogger,
  defineOutputs,
  run,
  writeSummary
} from "./chunks/chunk-VAU6MW2Y.js";
import {
  defineInputs,
  flag,
  list,
  path,
  secret,
  text
} from "./chunks/chunk-DH4ITXBW.js";
import {
  confinedPath
} from "./chunks/chunk-3WM4R74Q.js";
import "./chunks/chunk-RBUB3BDL.js";
import {
  git
} from "./chunks/chunk-YJPHPFWU.js";
import "./chunks/chunk-RDPHONAS.js";
import {
  displayCommand
} from "./chunks/chunk-XQ555Z5O.js";
import "./chunks/chunk-UNCBMZAL.js";
import "./chunks/chunk-YXTR65BP.js";
import "./chunks/chunk-4ACD63CK.js";
import {
  clip,
  count,
  listed,
  oneLine
} from "./chunks/chunk-RJ5VNCEM.js";
import "./chunks/chunk-LFBZ2KVQ.js";
import {
  UserError
} from "./chunks/chunk-XKMBV7AT.js";
import {
  __callDispose,
  __using
} from "./chunks/chunk-T3T4D65W.js";

// actions/terraform-apply/inputs.ts
var workflowFile = {
  ...text({ default: ".github/workflows/pull-request.yml" }),
  allowed: "a file of `.github/workflows`",
  parse: (value) => /^\.github\/workflows\/[\w.-]+\.ya?ml$/.test(value) ? value : void 0
};
var runnerFolder = {
  ...path(),
  allowed: "a path inside the temporary folder of the runner",
  parse: (value) => {
    const temporary = process.env.RUNNER_TEMP;
    return temporary ? confinedPath(temporary, value) : void 0;
  }
};
var inputs = defineInputs({
  base: revisionInput,
  roots: list(),
  environment: text(),
  "plan-workflow": workflowFile,
  "plans-folder": runnerFolder,
  "approval-environment": text(),
  "encryption-keys": keysInput,
  token: { ...secret(), default: githubExpression("github.token") },
  "team-token": secret(),
  comment: flag({ default: true }),
  "provider-mirror": mirrorInput,
  parallel: wholeNumber({ from: 1, to: 32, default: 4 }),
  "timeout-minutes": wholeNumber({ from: 1, to: 360, default: 60 })
});
var outputs = defineOutputs({
  outcome: "failed",
  applied: "[]",
  waiting: "[]",
  waves: "[]",
  outputs: "{}",
  "plans-folder": "",
  "artifact-name": "",
  "report-folder": "",
  "json-file": ""
});
function readInputs(environment = process.env) {
  return { ...inputs.read(environment), place: runPlace(environment) };
}

// actions/terraform-apply/main.ts
import { writeFileSync as writeFileSync2 } from "node:fs";
import { join as join5 } from "node:path";

// actions/lib/terraform/applying/apply-one.ts
import { readFileSync as readFileSync2, writeFileSync } from "node:fs";
import { join as join3 } from "node:path";

// actions/lib/terraform/fingerprint/compare-canonical.ts
var maxPerSubject = 20;
var maxDifferences = 1e3;
var maxValue = 80;
function compareCanonical(reviewed, fresh) {
  if (reviewed.format !== fresh.format) {
    const message = `was made in format ${reviewed.format}, is now in format ${fresh.format}: plan again and have it reviewed`;
    return [{ section: "plan", subject: "plan", kind: "changed", message }];
  }
  const found = [];
  for (const section of canonicalSections) {
    const [before, after] = [reviewed[section], fresh[section]];
    for (const name of [.../* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)])].sort()) {
      const [a, b] = [own(before, name), own(after, name)];
      for (const { kind, message } of compareEntry(section, a, b)) {
        if (found.length === maxDifferences) return found;
        found.push({ section, subject: oneLine(name), kind, message });
      }
    }
  }
  return found;
}
function compareEntry(section, a, b) {
  if (a === void 0 && b === void 0) return [];
  if (a === void 0 || b === void 0) {
    const kind = a === void 0 ? "added" : "removed";
    const nothing = section === "changes" || section === "outputs" ? "left as it is" : "not there";
    return [{ kind, message: `was ${summary(section, a) ?? nothing}, is now ${summary(section, b) ?? nothing}` }];
  }
  const messages = [];
  const [was, is] = [actionOf(a), actionOf(b)];
  if (was !== is) messages.push(`was ${was}, is now ${is}`);
  const leaves = [];
  collect(a, b, [], leaves);
  for (const leaf of leaves) {
    if (isAction(leaf.path)) {
      if (was === is) messages.push(`the order of its actions was ${show(leaf.a)}, is now ${show(leaf.b)}`);
    } else messages.push(sentence(section, leaf));
  }
  const shown = messages.slice(0, maxPerSubject);
  if (messages.length > shown.length) shown.push(`and ${messages.length - shown.length} more differences`);
  return shown.map((message) => ({ kind: "changed", message }));
}
function collect(a, b, path2, found) {
  const isList = Array.isArray(a) && Array.isArray(b);
  if (isTree(a) && isTree(b) && (isList || !Array.isArray(a) && !Array.isArray(b)) && !isAction(path2)) {
    for (const key of [.../* @__PURE__ */ new Set([...Object.keys(a), ...Object.keys(b)])].sort(isList ? byNumber : void 0)) {
      collect(own(a, key), own(b, key), [...path2, key], found);
    }
  } else if (a === void 0 || b === void 0 || canonicalJson(a) !== canonicalJson(b)) found.push({ path: path2, a, b });
}
var byNumber = (a, b) => Number(a) - Number(b);
var isTree = (value) => typeof value === "object" && value !== null;
var own = (value, key) => Object.hasOwn(value, key) ? value[key] : void 0;
var isAction = (path2) => /^((resource_change\/)?change\/)?actions$/.test(path2.join("/"));
function sentence(section, { path: path2, a, b }) {
  const place = placeOf(section, path2);
  if (isHidden(a) && isHidden(b))
    return place === "" ? "a sensitive value differs" : `${place}: a sensitive value differs`;
  return `${place} was ${show(a)}, is now ${show(b)}`.trim();
}
function placeOf(section, path2) {
  const at = path2.findIndex((part) => part === "before" || part === "after" || part === "config_values");
  if (at >= 0 && at <= 2) {
    const name = path2.slice(at + 1);
    const attribute = name.length === 0 ? "the whole value" : `${section === "outputs" ? "value" : "attribute"} ${written(name)}`;
    return path2[at] === "before" ? `${attribute} before the change` : attribute;
  }
  if (section === "variables" && path2[0] === "value")
    return path2.length === 1 ? "its value" : `its value at ${written(path2.slice(1))}`;
  return path2.length === 0 ? "" : `field ${written(path2)}`;
}
function written(path2) {
  const parts = path2.map((part) => {
    if (part.startsWith("^")) return '["(sensitive)"]';
    const key = part.startsWith("=") ? part.slice(1) : part;
    if (/^\d+$/.test(key)) return `[${key}]`;
    return /^[A-Za-z_][\w-]*$/.test(key) ? `.${key}` : `[${JSON.stringify(clip(oneLine(key), maxValue))}]`;
  });
  return clip(parts.join("").replace(/^\./, ""), 200);
}
function summary(section, entry) {
  if (entry === void 0) return void 0;
  if (section === "variables") return isTree(entry) ? show(own(entry, "value")) : show(entry);
  return actionOf(entry) ?? (section === "plan" ? show(entry) : "there");
}
function actionOf(entry) {
  if (!isTree(entry)) return void 0;
  const holder = own(entry, "resource_change") ?? entry;
  const change = isTree(holder) ? own(holder, "change") ?? holder : void 0;
  const actions = isTree(change) ? own(change, "actions") : void 0;
  if (!Array.isArray(actions)) return void 0;
  const names = actions.map((action) => typeof action === "string" ? oneLine(action.slice(1)) : "?");
  if (names.includes("delete") && names.includes("create")) {
    return names[0] === "create" ? "replace (create first)" : "replace (delete first)";
  }
  const moved = isTree(holder) && own(holder, "previous_address") !== void 0;
  const imported = isTree(change) && own(change, "importing") !== void 0;
  const also = [...moved ? ["move"] : [], ...imported ? ["import"] : []];
  return listed([...names.filter((name) => name !== "no-op" || also.length === 0), ...also]);
}
var isHidden = (value) => typeof value === "string" && /^[~^]/.test(value) && !/^~[?-]$/.test(value);
function show(value) {
  if (value === void 0 || value === "-" || value === "~-") return "absent";
  if (typeof value !== "string") {
    if (typeof value !== "object" || value === null) return String(value);
    return clip(oneLine(plain(value, 0)), maxValue);
  }
  if (value === "?" || value === "~?") return "(known after apply)";
  if (isHidden(value)) return "(sensitive)";
  return value.startsWith("#") ? clip(value.slice(1), maxValue) : JSON.stringify(clip(oneLine(value.slice(1)), maxValue));
}
function plain(value, depth) {
  if (!isTree(value)) return show(value);
  if (depth > 4) return "...";
  if (Array.isArray(value))
    return `[${value.slice(0, 20).map((item) => plain(item, depth + 1)).join(", ")}]`;
  const entries = Object.entries(value).slice(0, 20);
  return `{${entries.map(([key, child]) => `${written([key])}: ${plain(child, depth + 1)}`).join(", ")}}`;
}

// actions/lib/terraform/tool/apply.ts
import { existsSync } from "node:fs";
import { join } from "node:path";
var erroredStateFile = "errored.tfstate";
async function applyPlan(prepared, planFile, options = {}) {
  const errored = join(prepared.folder, erroredStateFile);
  if (existsSync(errored)) throw erroredStateLeft(prepared);
  const steps = followSteps();
  const progress = watchProgress(prepared, options.lockTimeout ?? defaultLockTimeout);
  try {
    const args = [
      "apply",
      "-json",
      "-input=false",
      `-lock-timeout=${options.lockTimeout ?? defaultLockTimeout}`,
      planFile
    ];
    const result = await runCommand(prepared, args, {
      accept: [0],
      outlivesUs: true,
      ...options.timeoutMs === void 0 ? {} : { timeoutMs: options.timeoutMs },
      onEvent: (event) => {
        steps.take(event);
        progress.take(event);
        options.onEvent?.(event);
      }
    });
    const lost = existsSync(errored) && !result.leftRunning;
    return {
      ...result,
      ...steps.result(),
      outcome: outcomeOf(result),
      // More urgent than anything else that it says.
      ...lost ? { erroredState: errored, failure: { kind: "errored-state", error: erroredStateLeft(prepared) } } : {}
    };
  } finally {
    progress.end();
  }
}
function outcomeOf(result) {
  if (result.failure === void 0) return "applied";
  if (result.failure.kind === "stale") return "stale";
  return result.interrupted ? "interrupted" : "failed";
}
function followSteps() {
  const applied = [];
  const begun = /* @__PURE__ */ new Map();
  let counts;
  return {
    take: (event) => {
      if (event.type === "summary" && event.operation === "apply") counts = event.counts;
      if (event.type !== "apply-start" && event.type !== "apply-complete") return;
      const step = { address: event.address, action: event.action };
      const key = `${event.action} ${event.address}`;
      if (event.type === "apply-start") begun.set(key, step);
      else {
        begun.delete(key);
        applied.push(step);
      }
    },
    result: () => ({ applied, failed: [...begun.values()], ...counts === void 0 ? {} : { counts } })
  };
}
function erroredStateLeft(prepared) {
  const { root } = prepared;
  return new UserError(`The state of ${root.name} could not be written to its backend after an apply.`, {
    where: `${root.path}/${erroredStateFile}`,
    next: `when the backend answers again: \`${root.tool} state push ${erroredStateFile}\` in ${root.path}, then remove the file; without it what was applied is not known to the state`
  });
}

// actions/lib/terraform/tool/state.ts
async function readStateIdentity(prepared) {
  const args = ["state", "pull", ...earlyVariables(prepared)];
  const text2 = (await captureCommand(prepared, args)).toString("utf8").trim();
  if (text2 === "") return void 0;
  const state = parseJson(text2);
  const [lineage, serial] = [textField(state, "lineage"), numberField(state, "serial")];
  if (lineage === void 0 || serial === void 0) {
    throw new UserError(`The state of ${prepared.root.name} has no lineage and serial.`, {
      where: commandLine(prepared, args),
      next: "see what the backend answers: it is no state"
    });
  }
  return { lineage, serial };
}
async function readOutputs(prepared) {
  const args = ["output", "-json", ...earlyVariables(prepared)];
  const outputs2 = parseJson((await captureCommand(prepared, args)).toString("utf8"));
  if (!isRecord(outputs2)) return [];
  return Object.keys(outputs2).sort().map((name) => {
    const output = field(outputs2, name);
    if (field(output, "sensitive") !== false) return { name, sensitive: true };
    return { name, sensitive: false, value: field(output, "value") };
  });
}

// actions/lib/terraform/applying/apply-result.ts
var resultOf = ({ root, wave }, rest) => ({
  root: root.name,
  path: root.path,
  wave,
  ...root.environment !== void 0 && { environment: root.environment },
  differences: [],
  applied: [],
  notApplied: [],
  diagnostics: [],
  outputs: [],
  durationMs: 0,
  ...rest
});

// actions/lib/terraform/applying/apply-steps.ts
var stepsOf = (plan) => plan.changes.flatMap(stepsOfChange);
function stepsOfChange({ address, action, order: order2, mode }) {
  if (mode === "data" || action === "no-op" || action === "read") return [];
  if (action !== "replace") return [{ address, action }];
  const [first, second] = order2 === "create-first" ? ["create", "delete"] : ["delete", "create"];
  return [
    { address, action: first },
    { address, action: second }
  ];
}
function stepsLeft(all, done) {
  const counts = /* @__PURE__ */ new Map();
  const key = ({ address, action }) => `${action} ${address}`;
  for (const step of done) counts.set(key(step), (counts.get(key(step)) ?? 0) + 1);
  return all.filter((step) => {
    const left = counts.get(key(step)) ?? 0;
    if (left > 0) counts.set(key(step), left - 1);
    return left === 0;
  });
}

// actions/lib/terraform/applying/prove-plan-file.ts
import { existsSync as existsSync2, lstatSync, readFileSync } from "node:fs";
import { join as join2 } from "node:path";

// actions/lib/terraform/envelope/plan-configuration.ts
var maxEntries = 2e4;
var maxEntryBytes = 16 * 1024 * 1024;
var prefix = "tfconfig/";
function configurationOfPlanFile(bytes, where) {
  const refuse = (what) => new UserError(`The plan file ${what}.`, { where, next: "plan again" });
  const entries = unpack(bytes, refuse);
  const manifest = entries[`${prefix}modules.json`];
  if (manifest === void 0) throw refuse("has no configuration inside");
  const folders = readManifest(manifest, refuse);
  const files = Object.entries(entries).flatMap(([path2, content]) => {
    const [, module, name] = /^tfconfig\/m-([^/]*)\/([^/]+)$/.exec(path2) ?? [];
    if (module === void 0 || name === void 0) return [];
    return [{ module, name, bytes: content }];
  });
  return { folders, files };
}
function unpack(bytes, refuse) {
  const seen = /* @__PURE__ */ new Set();
  const filter = ({ name, originalSize }) => {
    if (!name.startsWith(prefix)) return false;
    if (seen.has(name)) throw refuse(`has ${JSON.stringify(name)} twice`);
    seen.add(name);
    if (seen.size > maxEntries || originalSize > maxEntryBytes) throw refuse("has a configuration that is too large");
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof UserError ? error : refuse("cannot be unpacked");
  }
}
function readManifest(bytes, refuse) {
  let modules;
  try {
    modules = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    modules = void 0;
  }
  return foldersOf(modules) ?? fail(refuse("has a list of modules that cannot be read"));
}
function foldersOf(modules) {
  if (!Array.isArray(modules)) return void 0;
  const folders = /* @__PURE__ */ new Map();
  for (const module of modules) {
    const { Key: key, Dir: folder } = module ?? {};
    if (typeof key !== "string" || typeof folder !== "string" || folders.has(key)) return void 0;
    folders.set(key, folder);
  }
  return folders;
}
function fail(error) {
  throw error;
}

// actions/lib/terraform/applying/prove-plan-file.ts
async function planFileProblem(prepared, planFile, reviewed, judge2) {
  const { bytes } = await showPlanJson(prepared, planFile);
  const inside = judge2(bytes.toString("utf8"));
  if (inside.fingerprint !== reviewed.fingerprint) {
    return "What is in the plan file is not what was shown to those who approved it: it was sealed by somebody who has the key.";
  }
  return configurationProblem(prepared, planFile);
}
function configurationProblem(prepared, planFile) {
  const { folders, files } = configurationOfPlanFile(readFileSync(planFile), prepared.root.name);
  const other = "The plan file carries another configuration than the one that is checked out";
  const here = initialisedFolders(prepared);
  if (here.size !== folders.size || [...folders].some(([key, folder]) => here.get(key) !== folder))
    return `${other}: its modules are others.`;
  for (const { module, name, bytes } of files) {
    const folder = folders.get(module);
    if (folder === void 0 || !isSame(join2(prepared.folder, folder, name), bytes))
      return `${other}: ${module === "" ? "the root module" : `the module ${module}`} has another ${name}.`;
  }
  const names = configurationNames(
    files.flatMap(({ module, name }) => module === "" ? [name] : []),
    prepared.root.tool
  );
  return names.length === 0 ? `${other}: it has none.` : void 0;
}
function initialisedFolders({ folder, environment }) {
  const list2 = join2(folder, environment.TF_DATA_DIR ?? ".terraform", "modules/modules.json");
  const none2 = /* @__PURE__ */ new Map([["", "."]]);
  if (!existsSync2(list2)) return none2;
  const { Modules: modules } = JSON.parse(readFileSync(list2, "utf8"));
  return foldersOf(modules) ?? none2;
}
function isSame(path2, bytes) {
  const stats = lstatSync(path2, { throwIfNoEntry: false });
  const isFile = stats?.isFile() === true || stats?.isSymbolicLink() === true;
  return isFile && Buffer.compare(readFileSync(path2), bytes) === 0;
}

// actions/lib/terraform/applying/apply-one.ts
async function applyReviewed(context, entry, reviewed) {
  return guarded(context, entry, async (finish) => {
    const judgedBefore = judge(context, entry, reviewed.json, []);
    const about = { counts: judgedBefore.shown.counts, fingerprint: judgedBefore.fingerprint };
    if (!judgedBefore.shown.needsApply) return finish({ outcome: "nothing-to-do", ...about });
    const wrongTool = toolProblem(await context.executable(entry.root.tool), reviewed);
    if (wrongTool !== void 0) return finish({ outcome: "refused", reason: wrongTool, ...about });
    const mode = context.onlyReplay === true ? "replay" : context.options.apply.mode;
    if (mode !== "reconcile") {
      const { prepared, secrets } = await prepare(context, entry);
      const judged = judge(context, entry, reviewed.json, secrets);
      const init = await initRoot(prepared, { lockFile: entry.lockFile, timeoutMs: context.timeoutMs });
      if (init.failure !== void 0)
        return finish({ outcome: "failed", ...about, ...failureOf(init, judged.redactor) });
      if (isSameState(reviewed.envelope.state, await readStateIdentity(prepared))) {
        const planFile = await placePlan(prepared, reviewed);
        const problem = await planFileProblem(
          prepared,
          planFile,
          judgedBefore,
          (json) => judge(context, entry, json, [])
        );
        if (problem !== void 0) return finish({ outcome: "refused", ...about, reason: problem });
        const run2 = await applyPlan({ ...prepared, redactor: judged.redactor }, planFile, applyOptions(context));
        if (run2.outcome !== "stale")
          return finish({ mode: "replay", ...about, ...await record(run2, prepared, judged, context) });
      }
      if (mode === "replay") {
        return finish({
          outcome: "stale",
          ...about,
          reason: context.onlyReplay === true ? "The state has changed since the plan was made, and the branch has touched the root since: a later run applies it as it is now." : "The state has changed since the plan was made, and the settings ask for the very plan (`apply.mode: replay`)."
        });
      }
      context.log.info(`${entry.root.name}: the state has changed since the plan was made; planning again to compare`);
    }
    return reconcile(context, entry, judgedBefore, finish);
  });
}
async function applyMade(context, entry, made) {
  return guarded(context, entry, async (finish) => {
    const { judged, prepared } = made;
    const about = { counts: judged.shown.counts, fingerprint: judged.fingerprint };
    if (!judged.shown.needsApply) return finish({ outcome: "nothing-to-do", ...about });
    const run2 = await applyPlan(prepared, made.planFile, applyOptions(context));
    return finish({ mode: "fresh", ...about, ...await record(run2, prepared, judged, context) });
  });
}
async function reconcile(context, entry, reviewed, finish) {
  const about = { counts: reviewed.shown.counts, fingerprint: reviewed.fingerprint };
  const { result, made } = await planOne(context, entry);
  if (made === void 0 || result.outcome === "errored") {
    const { reason = "Planning again failed.", diagnostics, lock } = result;
    return finish({ outcome: "failed", ...about, reason, diagnostics, ...lock !== void 0 && { lock } });
  }
  const { judged, prepared } = made;
  if (!judged.shown.needsApply) {
    const { shown, fingerprint } = judged;
    const reason = "A plan that is made now has nothing to do: what was reviewed is there already.";
    return finish({ outcome: "nothing-to-do", counts: shown.counts, fingerprint, reason });
  }
  if (judged.fingerprint !== reviewed.fingerprint) {
    const redact = (text2) => reviewed.redactor.text(judged.redactor.text(text2));
    const differences = compareCanonical(reviewed.canonical, judged.canonical).map(
      ({ subject, message }) => redact(`${subject}: ${message}`)
    );
    return finish({
      outcome: "stale",
      ...about,
      reason: "A plan that is made now would do something else than the one that was reviewed: nothing was applied.",
      differences
    });
  }
  const run2 = await applyPlan(prepared, made.planFile, applyOptions(context));
  return finish({ mode: "reconcile", ...about, ...await record(run2, prepared, judged, context) });
}
async function placePlan(prepared, reviewed) {
  const planFile = join3(prepared.privateFolder, "reviewed-plan");
  writeFileSync(planFile, reviewed.plan, { mode: 384 });
  await placeCarried(prepared.folder, reviewed.carried);
  return planFile;
}
function judge(context, { sides }, json, secrets) {
  const policy = { protect: [], protectTypes: [], severities: {} };
  return judgePlan(json, { ...sides, policy }, { key: context.key, secrets });
}
var applyOptions = ({ options, timeoutMs }) => ({ lockTimeout: options.lockTimeout, timeoutMs });
var isSameState = (planned, now) => planned?.lineage === now?.lineage && planned?.serial === now?.serial;
function toolProblem({ tool, version, path: path2 }, { envelope }) {
  if (tool === envelope.tool && version === envelope.toolVersion) return void 0;
  return `The plan was made by ${envelope.tool} ${envelope.toolVersion}, and ${path2} is ${tool} ${version}: install the same version in both workflows, then plan again.`;
}
async function record(run2, prepared, { plan, redactor }, context) {
  const done = run2.applied;
  const outcome = run2.outcome;
  const next = outcome === "applied" ? void 0 : context.continueWith(prepared.root.name);
  const failure = failureOf(run2, redactor);
  const kept = keepErroredState(run2, prepared, context);
  return {
    outcome,
    applied: done,
    notApplied: outcome === "applied" ? [] : stepsLeft(stepsOf(plan), done),
    outputs: await outputsAfter(run2, prepared, redactor),
    ...next !== void 0 && { next },
    ...failure,
    ...kept !== void 0 && { reason: [kept.reason, failure.reason ?? ""].join(" ").trim(), next: kept.next }
  };
}
function keepErroredState({ erroredState }, prepared, { keepState }) {
  if (erroredState === void 0) return void 0;
  const onRunner = { where: `${erroredState} on the runner`, fetch: [], file: erroredState };
  const { where, fetch, file } = keptState(erroredState, prepared, keepState) ?? onRunner;
  return {
    reason: `The backend did not take the state after the apply. It is kept: ${where}. Put it back before anything else is planned.`,
    next: [...fetch, ...putBackCommands(prepared.root, file)].join(" && ")
  };
}
function keptState(file, prepared, keep) {
  try {
    return keep?.(prepared, readFileSync2(file));
  } catch (error) {
    prepared.logger.warning(`${prepared.root.name}: its state could not be sealed: ${said(error)}`);
    return void 0;
  }
}
async function outputsAfter(run2, prepared, redactor) {
  if (run2.outcome !== "applied") return [];
  try {
    return (await readOutputs(prepared)).map((output) => redactor.value(output));
  } catch (error) {
    prepared.logger.warning(
      `${prepared.root.name}: applied, and its outputs cannot be read: ${redactor.text(said(error))}`
    );
    return [];
  }
}
async function guarded(context, entry, work) {
  const started = performance.now();
  const finish = (rest) => resultOf(entry, { durationMs: Math.round(performance.now() - started), ...rest });
  try {
    return await work(finish);
  } catch (error) {
    if (!(error instanceof UserError)) context.log.debug(error instanceof Error ? error.stack ?? "" : String(error));
    return finish({ outcome: "failed", reason: said(error) });
  }
}

// actions/lib/terraform/applying/apply-change.ts
async function applyChange(input) {
  const { change, mine, parallel } = input;
  const { waves, deferrals, impacts } = change.selection;
  const entries = /* @__PURE__ */ new Map();
  for (const { root } of impacts) entries.set(root.name, await change.toPlan(root));
  const results = /* @__PURE__ */ new Map();
  const waiting = [];
  const entryOf = (name) => entries.get(name);
  const others = [...entries.keys()].filter((name) => !mine.has(name));
  const first = (waves[0]?.roots ?? []).filter((name) => mine.has(name));
  const found = new Map(
    await inTurns(first, parallel, async (name) => [name, await input.planFor(entryOf(name))])
  );
  const unproved = first.filter((name) => isRefusal(found.get(name)));
  if (unproved.length > 0) {
    for (const name of [...entries.keys()].filter((entry) => mine.has(entry))) {
      results.set(name, notBegun(entryOf(name), found.get(name), unproved));
    }
    return { results: [...results.values()].flatMap((result) => withNext(result, input.context)), waiting };
  }
  const applyAll = (names) => inTurns(names, parallel, async (name) => {
    const { result, planned } = await settle(input, entryOf(name), found.get(name));
    if (planned !== void 0) waiting.push(planned);
    results.set(name, result);
  });
  await applyAll(first);
  for (; ; ) {
    const settled = new Set([...results].flatMap(([name, { outcome }]) => isSettled(outcome) ? [name] : []));
    const released = releasedRoots(deferrals, settled).filter((name) => mine.has(name) && !results.has(name));
    if (released.length === 0 || input.context.stop.aborted) break;
    await applyAll(released);
  }
  for (const { root, waitsFor } of deferrals) {
    if (!mine.has(root) || results.has(root)) continue;
    const elsewhere = waitsFor.filter((name) => others.includes(name));
    results.set(root, notReached(entryOf(root), waitsFor, elsewhere));
  }
  const order2 = waves.flatMap(({ roots }) => roots);
  return { results: order2.flatMap((name) => withNext(results.get(name), input.context)), waiting };
}
function withNext(result, { continueWith }) {
  if (result === void 0) return [];
  const isLeft = result.outcome === "refused" || result.outcome === "stale" || result.outcome === "skipped";
  const next = result.next ?? (isLeft ? continueWith(result.root) : void 0);
  return [next === void 0 ? result : { ...result, next }];
}
var isSettled = (outcome) => outcome === "applied" || outcome === "nothing-to-do";
var isRefusal = (found) => found?.type === "refused" || found?.type === "missing" && found.instead === "refuse";
async function settle(input, entry, found) {
  try {
    return await applyRoot(input, entry, found ?? await input.planFor(entry));
  } catch (error) {
    return { result: resultOf(entry, { outcome: "failed", reason: said(error) }), planned: void 0 };
  }
}
async function applyRoot(input, entry, found) {
  if (found.type === "proved") return { result: await applyReviewed(found.context, entry, found.plan) };
  if (found.type === "refused") return { result: resultOf(entry, { outcome: "refused", reason: found.reason }) };
  const isDeferred = entry.waitsFor.length > 0;
  if (!isDeferred && found.instead === "refuse")
    return { result: resultOf(entry, { outcome: "refused", reason: found.reason }) };
  const planned = await planOne(input.context, entry);
  const { result, made } = planned;
  const about = {
    ...result.plan !== void 0 && { counts: result.plan.counts },
    ...result.fingerprint !== void 0 && { fingerprint: result.fingerprint },
    diagnostics: result.diagnostics,
    ...result.lock !== void 0 && { lock: result.lock }
  };
  if (made === void 0 || result.outcome === "errored") {
    const { reason = "It could not be planned." } = result;
    return { result: resultOf(entry, { outcome: "failed", reason, ...about }), planned: result };
  }
  if (result.plan?.needsApply === false) return { result: resultOf(entry, { outcome: "nothing-to-do", ...about }) };
  if (isDeferred && input.deferred === "apply" && result.outcome === "planned")
    return { result: await applyMade(input.context, entry, made), planned: result };
  const kept = await input.onWaiting(entry, planned);
  if (kept.artifact === void 0) {
    const reason = `It was planned now, and without an encryption key the plan cannot be kept to be approved: give \`encryption-keys\`.`;
    return { result: resultOf(entry, { outcome: "refused", reason, ...about }), planned: kept };
  }
  const why = isDeferred ? "It was planned now, after what it waits for was applied: the plan has to be approved." : `It was planned now: ${found.reason} The plan has to be approved.`;
  const guarded2 = result.outcome === "blocked" ? " A guard refuses it: it needs an override as well." : "";
  return { result: resultOf(entry, { outcome: "waiting", reason: `${why}${guarded2}`, ...about }), planned: kept };
}
function notBegun(entry, found, unproved) {
  if (found !== void 0 && found.type !== "proved" && unproved.includes(entry.root.name))
    return resultOf(entry, { outcome: "refused", reason: found.reason });
  return resultOf(entry, {
    outcome: "skipped",
    reason: `Nothing was begun, since ${unproved.join(", ")} may not be applied: a change is applied as it was reviewed, whole.`
  });
}
function notReached(entry, waitsFor, elsewhere) {
  const reason = elsewhere.length > 0 ? `It waits for ${elsewhere.join(", ")}, which another job applies: name it in a new run when that is done.` : `It waits for ${waitsFor.join(", ")}, which was not applied.`;
  return resultOf(entry, { outcome: elsewhere.length > 0 ? "waiting" : "skipped", reason });
}

// actions/lib/terraform/applying/seal-errored-state.ts
var none = "0".repeat(64);
function sealErroredState({ root, executable }, state, { origin, key }) {
  return sealPlan({
    envelope: {
      ...origin,
      root: root.name,
      path: root.path,
      tool: executable.tool,
      toolVersion: executable.version,
      workspace: root.workspace ?? "default",
      filesHash: none,
      createdAt: (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z"),
      counts: countChanges({
        changes: [],
        drift: [],
        outputs: [],
        checks: [],
        deferred: [],
        invocations: [],
        unchanged: 0
      }),
      needsApply: false,
      guards: [],
      fingerprint: none
    },
    parts: [{ kind: "state", bytes: state }],
    key
  });
}

// actions/terraform-apply/kept-state.ts
var approvedArtifact = `${plansArtifact}-approved`;
function keptInArtifact(given) {
  const { root, run: run2, file, isApproved, isEncrypted } = given;
  const artifact = isApproved ? approvedArtifact : plansArtifact;
  const [sealed, opened] = [`/tmp/${fileNameOf(root)}-sealed`, `/tmp/${fileNameOf(root)}-state`];
  const keys = isEncrypted ? ["--keys", "KEYS"] : [];
  return {
    where: `${file} in the artifact ${artifact} of this run, sealed`,
    fetch: [
      displayCommand("gh", ["run", "download", run2, "-n", artifact, "-D", sealed]),
      displayCommand("seaworthy", ["terraform", "open", `${sealed}/${file}`, ...keys, "--out", opened])
    ],
    file: `${opened}/terraform.tfstate`
  };
}

// actions/terraform-apply/moved-on.ts
async function notMovedOn({ trees, branch, origin }, planFor) {
  const isFirst = origin.runAttempt === "1";
  const tip = await resolveCommit(trees.repository, `refs/remotes/origin/${branch}`).catch((error) => {
    if (!isFirst) throw error;
    return trees.commit;
  });
  if (tip === trees.commit) return planFor;
  const later = await openCommitTree(trees.repository, tip);
  try {
    const { selection } = await openChange({ head: later, base: trees.head });
    const touched = /* @__PURE__ */ new Set([
      ...selection.impacts.map(({ root }) => root.name),
      ...selection.removed.map(({ name }) => name)
    ]);
    return async (entry) => {
      if (!touched.has(entry.root.name)) return planFor(entry);
      if (!isFirst) {
        return {
          type: "refused",
          reason: `This run was started again, and ${branch} has touched the root since ${trees.commit.slice(0, 7)}. The run of ${tip.slice(0, 7)}, or a dispatch that names the root, applies it as it is now.`
        };
      }
      const found = await planFor(entry);
      return found.type === "proved" ? { ...found, context: { ...found.context, onlyReplay: true } } : found;
    };
  } finally {
    await later.close();
  }
}

// actions/lib/terraform/approval/judge-approval.ts
function judgeApproval(input) {
  const { reviews, policy } = input;
  if (policy.required <= 0) return { type: "approved", by: [] };
  const by = [];
  const reasons = [];
  let isHeld = false;
  for (const review of latestOpinions(reviews).values()) {
    const objection = objectionTo(review.by, { ...input, orWriters: true });
    if (review.state === "changes-requested") {
      if (objection !== void 0) continue;
      isHeld = true;
      reasons.push(`${review.by} asks for changes.`);
      continue;
    }
    const stands = objection === void 0 ? void 0 : `${review.by} ${objection}`;
    const problem = review.state === "dismissed" ? "it was dismissed" : stands ?? approvalProblem(review, input);
    if (problem !== void 0) reasons.push(`The approval of ${review.by} does not count: ${problem}.`);
    else by.push(review.by);
  }
  if (by.length >= policy.required && !isHeld) return { type: "approved", by };
  const missing = policy.required - by.length;
  const whose = namesNobody(policy) ? "people who may write" : [...policy.teams, ...policy.users].join(", ");
  const lack = `It has ${by.length} of ${policy.required} approvals that count (of ${whose}).`;
  return { type: "refused", reasons: missing > 0 ? [lack, ...reasons] : reasons };
}
function approvalProblem(review, { headSha, planCreatedAt, policy }) {
  if (review.commit !== headSha) {
    return review.commit === void 0 ? "it names no commit" : `it is for ${review.commit.slice(0, 7)}, not for ${headSha.slice(0, 7)}`;
  }
  if (!policy.afterPlan) return void 0;
  const [said2, planned] = [timeOf(review.submittedAt), timeOf(planCreatedAt)];
  if (said2 !== void 0 && planned !== void 0 && said2 > planned) return void 0;
  return `it is of ${review.submittedAt}, and the plan of ${planCreatedAt}: it must be approved after it was made`;
}

// actions/lib/terraform/applying/reviewed-plan.ts
function reviewedPlan({ envelope, parts }) {
  if (holdsState(envelope)) {
    throw new UserError(`This is no plan: it is the state of ${envelope.root}, which its backend did not take.`, {
      next: "put it back before anything else is planned: `seaworthy terraform open` says how"
    });
  }
  const bytesOf = (kind) => parts.find((part) => part.kind === kind)?.bytes ?? new Uint8Array();
  return {
    envelope,
    plan: bytesOf("plan"),
    json: new TextDecoder().decode(bytesOf("json")),
    carried: parts.filter(({ kind }) => kind === "carried")
  };
}

// actions/terraform-apply/find-plan.ts
async function openProved(opening, entry, sealed) {
  try {
    const { keys, unencrypted, change } = opening;
    const plan = reviewedPlan(openPlan(sealed.bytes, keys, { unencrypted, where: sealed.file }));
    const differences = await differencesOf(change, entry, plan);
    if (differences.length > 0) return { type: "refused", reason: differences.join(" ") };
    const context = { ...opening.context, key: fingerprintKeyOf(plan, opening) };
    const refusal2 = await guardRefusal(opening, entry, plan, context);
    return refusal2 === void 0 ? { type: "proved", plan, context } : { type: "refused", reason: refusal2 };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return { type: "refused", reason: [error.what, error.next ?? ""].join(" ").trim() };
  }
}
async function differencesOf(change, { root }, { envelope }) {
  const reading = change.reading(root);
  const [files, lock] = [await rootHash(change.head, reading, root), await lockHashOf(change.head, reading)];
  return [
    ...lock === envelope.lockHash ? [] : ["The lock file is another one than that of the plan: plan again."],
    ...files === envelope.filesHash || lock !== envelope.lockHash ? [] : [
      "The files of the root, or what the settings say of it, are not those that were planned: the branch has moved on in a way that touches it. Plan the merged state in a new run, and have it approved."
    ],
    ...(root.workspace ?? "default") === envelope.workspace ? [] : [`The plan is for the workspace ${envelope.workspace}, not for ${root.workspace ?? "default"}.`],
    ...root.tool === envelope.tool ? [] : [`The plan was made by ${envelope.tool}, and the root is for ${root.tool}.`]
  ];
}
function fingerprintKeyOf({ envelope }, { keys, context }) {
  const { encryption } = envelope;
  return encryption.cipher === "none" ? context.key : keys.find(({ id }) => id === encryption.keyId)?.fingerprint ?? context.key;
}
async function guardRefusal({ change, overrideFor }, entry, plan, context) {
  const policy = guardPolicy(change.policy);
  const { guards, fingerprint } = judgePlan(plan.json, { ...entry.sides, policy }, { key: context.key, secrets: [] });
  if (!isRefused(guards)) return void 0;
  const override = await overrideFor(entry.root.name, fingerprint);
  if (!("reasons" in override)) {
    context.log.info(`${entry.root.name}: let through by ${override.by} (${override.how})`);
    return void 0;
  }
  const refusing2 = guards.filter(({ severity }) => severity === "error");
  const [first] = refusing2;
  const more = refusing2.length > 1 ? ` And ${refusing2.length - 1} more.` : "";
  const tried = override.reasons.length === 0 ? "" : ` ${override.reasons.join(" ")}`;
  return `The guard \`${first?.guard}\` refuses it, and nobody who may has let it through: ${first?.message}${more}${tried}`;
}

// actions/lib/github/pulls-of-commit.ts
var permission = "pull-requests: read";
var maxRebased = 100;
async function mergedPullOf(client, where) {
  const { repository, commit, base } = where;
  const pulls = await client.paginate(
    "GET /repos/{owner}/{repo}/commits/{commit_sha}/pulls",
    { ...ownerAndName(repository), commit_sha: commit },
    { purpose: `find the pull request of ${shortId(commit)} in ${repository}`, permission, limit: 100 }
  );
  const found = pulls.find(
    (pull) => typeof pull.merged_at === "string" && pull.merge_commit_sha === commit && pull.base.ref === base && pull.base.repo?.full_name.toLowerCase() === repository.toLowerCase()
  );
  if (found === void 0) return void 0;
  const baseSha = await baseAtMerge(client, repository, found.number, found.head.sha, commit);
  return {
    number: found.number,
    url: found.html_url,
    title: found.title,
    ...found.user !== null && { author: found.user.login },
    headSha: found.head.sha,
    headBranch: found.head.ref,
    ...found.head.repo !== null && { headRepository: found.head.repo.full_name },
    baseBranch: base,
    mergeCommit: commit,
    mergedAt: found.merged_at ?? "",
    labels: found.labels.flatMap(({ name }) => name ?? []),
    ...baseSha !== void 0 && { baseSha }
  };
}
async function baseAtMerge(client, repository, number2, headSha, mergeCommit) {
  const history = await commitsFrom(client, repository, mergeCommit);
  const [merged] = history;
  if (merged === void 0) return void 0;
  if (merged.parents.length > 1) return merged.parents[0]?.sha;
  const own2 = await client.paginate(
    "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits",
    { ...ownerAndName(repository), pull_number: number2 },
    { purpose: `read the commits of #${number2} in ${repository}`, permission, limit: maxRebased + 1 }
  );
  if (own2.length > maxRebased) return void 0;
  const brought = history.slice(0, own2.length).reverse();
  const isRebased = own2.length > 1 && own2.at(-1)?.sha === headSha && brought.every((commit, index) => commit.parents.length === 1 && isSame2(commit, own2[index]));
  return (isRebased ? brought[0] : merged)?.parents[0]?.sha;
}
var isSame2 = (one, other) => one.commit.message.trimEnd() === other?.commit.message.trimEnd() && one.commit.author?.date === other.commit.author?.date;
async function commitsFrom(client, repository, commit) {
  return await client.paginate(
    "GET /repos/{owner}/{repo}/commits",
    { ...ownerAndName(repository), sha: commit },
    {
      purpose: `read what came before ${shortId(commit)} in ${repository}`,
      permission: "contents: read",
      limit: maxRebased
    }
  );
}

// actions/terraform-apply/merged-pulls.ts
var maxCommits = 100;
async function mergedPulls(client, local, where) {
  const { repository, branch, from, to } = where;
  const range = ["rev-list", "--first-parent", `--max-count=${maxCommits + 1}`, to, `^${from}`];
  const commits = (await git(local.root, range)).stdout.split("\n").filter((line) => line !== "");
  if (commits.length > maxCommits) {
    throw new UserError(`${from.slice(0, 7)} is more than ${maxCommits} commits behind ${to.slice(0, 7)}.`, {
      where: "input base",
      next: "name what is to be applied as `roots`, in a dispatch: it is planned anew and waits for an approval"
    });
  }
  const found = [];
  for (const commit of commits) {
    const pull = await mergedPullOf(client, { repository, commit, base: branch });
    if (pull === void 0) continue;
    const authors = await authorsOfPull(client, repository, pull.number);
    found.push({ ...pull, authors: [...pull.author === void 0 ? [] : [pull.author], ...authors] });
  }
  return found;
}

// actions/terraform-apply/own-plans.ts
import { lstatSync as lstatSync2, readdirSync, readFileSync as readFileSync3 } from "node:fs";
import { join as join4 } from "node:path";

// actions/lib/github/run-approvals.ts
async function listRunApprovals(client, repository, run2) {
  const { data } = await client.request(
    "GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals",
    { ...ownerAndName(repository), run_id: run2 },
    { purpose: `read who approved the run ${run2} of ${repository}`, permission: "actions: read" }
  );
  return data.map(({ user, state, environments, comment }) => ({
    by: user.login,
    state,
    environments: environments.flatMap(({ name }) => name ?? []),
    comment
  }));
}

// actions/terraform-apply/own-plans.ts
var maxFiles = 500;
var maxBytes = 512 * 1024 * 1024;
function readPlansFolder(folder) {
  const isFolder = lstatSync2(folder, { throwIfNoEntry: false })?.isDirectory() === true;
  const names = isFolder ? readdirSync(folder).filter((name) => name.endsWith(".plan")) : [];
  if (names.length === 0) {
    throw new UserError(isFolder ? "There is no sealed plan." : "There is no such folder.", {
      where: folder,
      next: "download the artifact of the job before into it"
    });
  }
  let total = 0;
  return names.slice(0, maxFiles).map((file) => {
    const path2 = join4(folder, file);
    const stats = lstatSync2(path2);
    total += stats.size;
    if (!stats.isFile() || total > maxBytes) {
      throw new UserError("This is no sealed plan, or there are too many of them.", { where: path2 });
    }
    const bytes = readFileSync3(path2);
    return { file, bytes, envelope: readEnvelope(bytes, path2) };
  });
}
function ownPlanProblems({ envelope }, origin, root) {
  const same = (what, said2, wanted) => said2 === wanted ? [] : [`Its ${what} is ${said2 ?? "not said"}, not ${wanted ?? "none"}.`];
  return [
    ...same("root", envelope.root, root.name),
    ...same("folder", envelope.path, root.path),
    ...same("repository", envelope.repository, origin.repository),
    ...same("run", envelope.run, origin.run),
    ...same("workflow", envelope.workflow, origin.workflow),
    ...same("event", envelope.event, origin.event),
    ...same("commit", envelope.head, origin.head)
  ];
}
async function requireEnvironmentApproval(client, where) {
  const { repository, run: run2, environment } = where;
  if (environment === void 0) {
    throw new UserError("Plans of this run need the name of the environment whose reviewers have let them through.", {
      where: "input approval-environment",
      next: "give the name of the environment of this job"
    });
  }
  const approvals = await listRunApprovals(client, repository, Number(run2));
  const by = approvals.flatMap(
    (approval) => approval.state === "approved" && approval.environments.includes(environment) ? [approval.by] : []
  );
  if (by.length > 0) return by;
  throw new UserError(`Nobody has let run ${run2} into the environment ${environment}.`, {
    where: `environment ${environment} of ${repository}`,
    next: "give the environment required reviewers: a plan that nobody has seen is not applied"
  });
}

// actions/terraform-apply/plan-code.ts
async function changedPlanCode(base, head, workflow) {
  const places = /* @__PURE__ */ new Set([workflow]);
  const pending = [workflow];
  for (let file = pending.pop(); file !== void 0; file = pending.pop()) {
    for (const tree of [base, head]) {
      for (const use of await localUses(tree, file)) {
        if (places.has(use)) continue;
        places.add(use);
        if (/\.ya?ml$/.test(use)) pending.push(use);
      }
    }
  }
  const touches = (path2) => [...places].some((place) => path2 === place || path2.startsWith(`${parentOf(place)}/`));
  const isCode = (path2) => path2.startsWith(".github/workflows/") ? places.has(path2) : touches(path2);
  return (await changedFiles(base, head)).filter(isCode);
}
async function localUses(tree, file) {
  const entry = await tree.read(file);
  if (entry.type !== "file") return [];
  const text2 = new TextDecoder().decode(entry.bytes);
  return [...text2.matchAll(/\buses["']?\s*:\s*["']?(?:\.|\$)\/([^\s"'#@]+)/g)].map(
    ([, path2 = ""]) => path2.replace(/\/$/, "")
  );
}
var parentOf = (path2) => path2.slice(0, Math.max(path2.lastIndexOf("/"), 0));

// actions/lib/github/download.ts
import { createHash } from "node:crypto";
var timeLimitMs = 5 * 6e4;
var attempts = 4;
async function fetchDownload(client, download) {
  const { what, maxBytes: maxBytes2, digest } = download;
  for (let attempt = 1; ; attempt += 1) {
    const url = checked(await download.address(), what);
    const outcome = await once(url, maxBytes2);
    if ("content" in outcome) {
      const wrong = digest === void 0 ? void 0 : digestProblem(outcome.content, digest);
      if (wrong === void 0) return outcome;
      throw new UserError(`${what} ${wrong}`, {
        next: "do not use it; run the job again, and if it stays so, the workflow that made it"
      });
    }
    if (outcome.final || attempt === attempts) {
      throw new UserError(`could not download ${what} from ${url.host}: ${outcome.reason}`, {
        next: "run the job again; if it stays like this, look at the proxy and firewall of your own runners, which must let that host through"
      });
    }
    client.log.info(`${what}: ${outcome.reason}; asks for it again`);
    await client.clock.sleep(500 * 2 ** attempt);
  }
}
async function once(url, maxBytes2) {
  const fetchThere = createFetch({ addresses: [url.origin], maxBytes: maxBytes2 });
  try {
    const response = await fetchThere(url, { signal: AbortSignal.timeout(timeLimitMs), redirect: "manual" });
    const { status, headers } = response;
    if (status !== 200)
      return { reason: `it answers ${status}`, final: status < 500 && status !== 403 && status !== 429 };
    const content = new Uint8Array(await response.arrayBuffer());
    const declared = headers.get("content-length");
    if (declared !== null && headers.get("content-encoding") === null && Number(declared) !== content.length)
      return { reason: "the answer was cut off", final: false };
    if (/^(application\/)?(x-)?zip(-compressed)?\s*(;|$)/i.test(headers.get("content-type") ?? "")) return { content };
    return { content, fileName: fileNameOf2(headers.get("content-disposition") ?? "") };
  } catch (error) {
    if (!(error instanceof TransportError)) throw error;
    return { reason: error.message, final: error.problem !== "cut" && error.problem !== "timeout" };
  }
}
function checked(address, what) {
  const url = URL.canParse(address) ? new URL(address) : void 0;
  if (url !== void 0 && (url.protocol === "https:" || url.protocol === "http:" && isLoopback(url))) return url;
  throw new UserError(`could not download ${what}: GitHub leads to an address that is not https`, {
    next: "check the settings of your GitHub Enterprise Server"
  });
}
function digestProblem(content, digest) {
  const [, wanted] = /^sha256:([0-9a-f]{64})$/.exec(digest) ?? [];
  if (wanted === void 0) return "has a digest of a kind that is not known";
  const actual = createHash("sha256").update(content).digest("hex");
  return actual === wanted ? void 0 : "is not what GitHub\u2019s digest of it says";
}
function fileNameOf2(disposition) {
  const [, encoded] = /filename\*=UTF-8''([^;]+)/i.exec(disposition) ?? [];
  const [, plain2] = /filename="?([^";]+)"?/i.exec(disposition) ?? [];
  const name = (encoded === void 0 ? plain2 : decoded(encoded)) ?? "file";
  const last = name.split(/[/\\]/).at(-1) ?? "";
  return last === "" || last === "." || last === ".." ? "file" : last;
}
function decoded(text2) {
  try {
    return decodeURIComponent(text2);
  } catch {
    return void 0;
  }
}

// actions/lib/github/zip.ts
import { crc32, inflateRawSync } from "node:zlib";
var endMark = 101010256;
var entryMark = 33639248;
var localMark = 67324752;
var endBytes = 22;
var maxComment = 65535;
function readZip(bytes, limits, what) {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const { entries, start } = directoryOf(archive, limits, what);
  const total = entries.reduce((sum, { unpacked }) => sum + unpacked, 0);
  if (total > limits.bytes)
    throw refusal(what, `has ${mebibytes(total)} unpacked, of which at most ${mebibytes(limits.bytes)} are taken`);
  const files = /* @__PURE__ */ new Map();
  let free = 0;
  for (const entry of entries.toSorted((a, b) => a.offset - b.offset)) {
    const from = dataStart(archive, entry, what);
    if (entry.offset < free || from + entry.packed > start) throw refusal(what, "has entries that overlap");
    free = from + entry.packed;
    if (entry.name.endsWith("/")) continue;
    if (!isPlain(entry.name)) throw refusal(what, `has the path ${JSON.stringify(entry.name)}, which is not taken`);
    if (files.has(entry.name)) throw refusal(what, `has ${JSON.stringify(entry.name)} twice`);
    files.set(entry.name, unpack2(archive.subarray(from, free), entry, what));
  }
  return files;
}
function directoryOf(archive, limits, what) {
  const end = endOf(archive);
  if (end === void 0) throw refusal(what, "is not a zip, or is cut off");
  const count2 = archive.readUInt16LE(end + 10);
  const start = archive.readUInt32LE(end + 16);
  const length = archive.readUInt32LE(end + 12);
  const disks = archive.readUInt16LE(end + 4) + archive.readUInt16LE(end + 6);
  if (count2 === 65535 || start === 4294967295 || disks > 0)
    throw refusal(what, "is a zip of more than 4 GB, or in several parts");
  if (count2 > limits.entries) throw refusal(what, `has ${count2} entries, of which at most ${limits.entries} are taken`);
  const entries = [];
  let at = start;
  for (let index = 0; index < count2; index += 1) {
    if (at + 46 > end || archive.readUInt32LE(at) !== entryMark) throw refusal(what, "has a damaged list of entries");
    const [nameBytes, extra, comment] = [28, 30, 32].map((place) => archive.readUInt16LE(at + place));
    const next = at + 46 + nameBytes + extra + comment;
    if (next > end) throw refusal(what, "has a damaged list of entries");
    if ((archive.readUInt16LE(at + 8) & 1) !== 0) throw refusal(what, "has entries behind a password");
    entries.push({
      name: archive.toString("utf8", at + 46, at + 46 + nameBytes),
      method: archive.readUInt16LE(at + 10),
      crc: archive.readUInt32LE(at + 16),
      packed: archive.readUInt32LE(at + 20),
      unpacked: archive.readUInt32LE(at + 24),
      offset: archive.readUInt32LE(at + 42)
    });
    at = next;
  }
  if (at !== end || start + length !== end) throw refusal(what, "has a damaged list of entries");
  return { entries, start };
}
function endOf(archive) {
  const first = Math.max(0, archive.length - endBytes - maxComment);
  for (let at = archive.length - endBytes; at >= first; at -= 1) {
    if (archive.readUInt32LE(at) === endMark && at + endBytes + archive.readUInt16LE(at + 20) === archive.length)
      return at;
  }
  return void 0;
}
function dataStart(archive, { offset, name }, what) {
  if (offset + 30 > archive.length || archive.readUInt32LE(offset) !== localMark)
    throw refusal(what, "has a damaged entry");
  const nameEnd = offset + 30 + archive.readUInt16LE(offset + 26);
  if (archive.toString("utf8", offset + 30, nameEnd) !== name) throw refusal(what, "has an entry of two names");
  return nameEnd + archive.readUInt16LE(offset + 28);
}
function unpack2(packed, { name, method, crc, unpacked }, what) {
  const damaged = () => refusal(what, `has a damaged entry ${JSON.stringify(name)}`);
  if (method !== 0 && method !== 8) throw refusal(what, `packs ${JSON.stringify(name)} in a way that is not known`);
  let content;
  try {
    content = method === 0 ? Buffer.from(packed) : inflateRawSync(packed, { maxOutputLength: Math.max(unpacked, 1) });
  } catch {
    throw damaged();
  }
  if (content.length !== unpacked || crc32(content) !== crc) throw damaged();
  return content;
}
function isPlain(name) {
  if (name.length > 1e3 || /[\\:\p{Cc}\uFFFD]/u.test(name)) return false;
  return name.split("/").every((part) => part !== "" && part !== "." && part !== "..");
}
var mebibytes = (bytes) => `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
var refusal = (what, how) => new UserError(`${what} ${how}`, { next: "do not use it; let the workflow that made it run again" });

// actions/lib/github/artifacts.ts
var defaultLimits = { packedBytes: 128 * 1024 * 1024, bytes: 256 * 1024 * 1024, entries: 1e3 };
var maxArtifacts = 1e3;
var permission2 = "actions: read";
async function listArtifacts(client, where) {
  const { repository, run: run2, name } = where;
  const given = { ...ownerAndName(repository), ...name !== void 0 && { name } };
  const asked = { purpose: `list the artifacts${ofRun(run2)} in ${repository}`, permission: permission2, limit: maxArtifacts };
  const found = run2 === void 0 ? await client.paginate("GET /repos/{owner}/{repo}/actions/artifacts", given, asked) : await client.paginate(
    "GET /repos/{owner}/{repo}/actions/runs/{run_id}/artifacts",
    { ...given, run_id: run2 },
    asked
  );
  return found.map(artifactOf).sort((a, b) => b.id - a.id);
}
var ofRun = (run2) => run2 === void 0 ? "" : ` of run ${run2}`;
function artifactOf({
  id,
  name,
  size_in_bytes: bytes,
  created_at,
  expired: expired2,
  digest,
  workflow_run: run2
}) {
  return {
    id,
    name,
    bytes,
    createdAt: created_at ?? "",
    expired: expired2,
    ...typeof digest === "string" && { digest },
    ...run2?.id !== void 0 && { run: run2.id },
    ...run2?.repository_id !== void 0 && { repositoryId: run2.repository_id },
    ...run2?.head_repository_id !== void 0 && { headRepositoryId: run2.head_repository_id },
    ...run2?.head_sha !== void 0 && { headSha: run2.head_sha }
  };
}
async function downloadArtifact(client, repository, artifact, limits = {}) {
  const { packedBytes, bytes, entries } = { ...defaultLimits, ...limits };
  const what = `the artifact ${artifact.name} (${artifact.id}) of ${repository}`;
  if (artifact.expired) throw expired(what);
  if (artifact.bytes > packedBytes) throw tooLarge(what, packedBytes);
  const { content, fileName } = await fetchDownload(client, {
    what,
    address: () => addressOf(client, repository, artifact, what),
    maxBytes: packedBytes,
    digest: artifact.digest
  });
  if (fileName !== void 0) return /* @__PURE__ */ new Map([[fileName, content]]);
  return readZip(content, { entries, bytes }, what);
}
async function addressOf(client, repository, { id }, what) {
  try {
    const { headers } = await client.request(
      "GET /repos/{owner}/{repo}/actions/artifacts/{artifact_id}/{archive_format}",
      { ...ownerAndName(repository), artifact_id: id, archive_format: "zip" },
      { purpose: `download ${what}`, permission: permission2, redirect: "manual" }
    );
    if (typeof headers.location === "string") return headers.location;
  } catch (error) {
    if (wasRefused(error, 410)) throw expired(what);
    throw error;
  }
  throw new UserError(`could not download ${what}: GitHub does not say where it is`, { next: "run the job again" });
}
var expired = (what) => new UserError(`${what} has expired: GitHub keeps artifacts for a time only`, {
  next: "run the workflow again that made it; `retention-days` of the upload says how long the next one is kept"
});
var tooLarge = (what, limit) => new UserError(`${what} is larger than ${Math.round(limit / 1024 / 1024)} MiB, which is the most that is taken`, {
  next: "look at what was put into it, and upload less"
});

// actions/lib/github/bases-of-head.ts
var permission3 = "pull-requests: read";
async function basesOfHead(client, where) {
  const { repository, branch, headSha } = where;
  const { owner, repo } = ownerAndName(repository);
  const listed2 = await client.paginate(
    "GET /repos/{owner}/{repo}/pulls",
    { owner, repo, head: `${owner}:${branch}`, state: "all" },
    { purpose: `read the pull requests from ${branch} in ${repository}`, permission: permission3, limit: 1e3 }
  );
  const pulls = listed2.filter(({ head }) => head.sha === headSha);
  const changedAt = [];
  for (const { number: number2 } of pulls) {
    const events = await client.paginate(
      "GET /repos/{owner}/{repo}/issues/{issue_number}/events",
      { owner, repo, issue_number: number2 },
      { purpose: `read what happened to #${number2} in ${repository}`, permission: permission3 }
    );
    const changes = events.filter(({ event }) => /^(base_ref_changed|automatic_base_change_succeeded)$/.test(event));
    changedAt.push(...changes.map(({ created_at: at }) => at));
  }
  return { pulls: pulls.map(({ number: number2, base }) => ({ number: number2, base: base.ref })), changedAt };
}

// actions/lib/github/workflow-runs.ts
var permission4 = "actions: read";
var maxRuns = 200;
async function runsOfCommit(client, wanted) {
  const { repository, workflow, headSha, event } = wanted;
  const runs = await client.paginate(
    "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
    {
      ...ownerAndName(repository),
      workflow_id: workflow.split("/").at(-1) ?? workflow,
      head_sha: headSha,
      ...event !== void 0 && { event }
    },
    { purpose: `list the runs of ${workflow} for ${shortId(headSha)} in ${repository}`, permission: permission4, limit: maxRuns }
  );
  return runs.map(runOf).filter((run2) => run2.workflow === workflow && run2.headSha === headSha).sort((a, b) => b.id - a.id);
}
function runOf(run2) {
  return {
    id: Number(run2.id),
    attempt: run2.run_attempt ?? 1,
    repository: run2.repository?.full_name ?? "",
    repositoryId: Number(run2.repository?.id ?? 0),
    ...run2.head_repository && { headRepository: run2.head_repository.full_name },
    ...run2.head_repository && { headRepositoryId: Number(run2.head_repository.id) },
    workflow: run2.path.replace(/@.*$/s, ""),
    headSha: run2.head_sha,
    ...run2.head_branch !== null && { headBranch: run2.head_branch },
    event: run2.event,
    status: run2.status ?? "unknown",
    ...run2.conclusion !== null && { conclusion: run2.conclusion },
    createdAt: run2.created_at,
    startedAt: run2.run_started_at ?? run2.created_at,
    url: run2.html_url,
    ...run2.actor && { actor: run2.actor.login },
    ...run2.triggering_actor && { triggeringActor: run2.triggering_actor.login },
    pullRequests: (run2.pull_requests ?? []).map(({ number: number2 }) => number2)
  };
}

// actions/lib/terraform/approval/prove-provenance.ts
var skewMs = 5 * 6e4;
function proveProvenance(provenance) {
  const { envelope } = provenance;
  return [
    ...artifactProblems(provenance),
    ...runProblems(provenance),
    ...pullProblems(provenance),
    ...envelope === void 0 ? [] : envelopeProblems(provenance, envelope)
  ];
}
var unless = (...conditions) => conditions.filter(([holds]) => !holds).map(([, sentence2]) => sentence2);
var short = (commit) => commit?.slice(0, 7) ?? "no commit";
function artifactProblems({ artifact, run: run2, expectations: wanted }) {
  const { id, name } = artifact;
  return unless(
    [name === wanted.artifact, `The artifact ${id} is named ${name}, not ${wanted.artifact}.`],
    [!artifact.expired, `The artifact ${name} has expired.`],
    [artifact.run === run2.id, `The artifact ${name} is of run ${artifact.run ?? "unknown"}, not of run ${run2.id}.`],
    [artifact.repositoryId === wanted.repositoryId, `The artifact ${name} is of another repository.`],
    [artifact.headRepositoryId === wanted.repositoryId, `The artifact ${name} was made for a fork.`],
    [
      artifact.headSha === wanted.head,
      `The artifact ${name} is for ${short(artifact.headSha)}, not for ${short(wanted.head)}.`
    ],
    [
      wanted.lastArtifact === void 0 || wanted.lastArtifact === id,
      `The artifact ${name} (${id}) is not the last of its name in run ${run2.id}: ${wanted.lastArtifact} is.`
    ],
    [
      isWithin(run2.createdAt, artifact.createdAt),
      `The artifact ${name} is older than the run ${run2.id} that it is of.`
    ]
  );
}
function runProblems({ run: run2, expectations: wanted }) {
  const { id } = run2;
  const isOver = run2.status === "completed" && (run2.conclusion === "success" || run2.conclusion === "failure");
  return unless(
    [
      isSameName(run2.repository, wanted.repository) && run2.repositoryId === wanted.repositoryId,
      `Run ${id} is of the repository ${run2.repository}, not of ${wanted.repository}.`
    ],
    [
      isSameName(run2.headRepository, wanted.repository) && run2.headRepositoryId === wanted.repositoryId,
      `Run ${id} is of a fork (${run2.headRepository ?? "deleted since"}).`
    ],
    [run2.workflow === wanted.workflow, `Run ${id} is of the workflow ${run2.workflow}, not of ${wanted.workflow}.`],
    [run2.event === wanted.event, `Run ${id} was started by ${run2.event}, not by ${wanted.event}.`],
    [run2.headSha === wanted.head, `Run ${id} is for ${short(run2.headSha)}, not for ${short(wanted.head)}.`],
    [isOver, `Run ${id} did not end as one that makes plans does: ${run2.conclusion ?? run2.status}.`],
    [
      wanted.lastRun === void 0 || wanted.lastRun === id,
      `Run ${id} is not the last one of ${wanted.workflow} for ${short(wanted.head)}: ${wanted.lastRun} is.`
    ]
  );
}
function pullProblems({ artifact, pull, expectations: wanted }) {
  if (pull === void 0) {
    return unless([wanted.event !== "pull_request", "No pull request is known that the plan was made for."]);
  }
  const { number: number2 } = pull;
  return unless(
    [
      isSameName(pull.headRepository, wanted.repository),
      `#${number2} is from a fork (${pull.headRepository ?? "deleted since"}).`
    ],
    [pull.headSha === wanted.head, `The head of #${number2} is ${short(pull.headSha)}, not ${short(wanted.head)}.`],
    [
      isWithin(artifact.createdAt, pull.mergedAt),
      `The artifact ${artifact.name} was uploaded after #${number2} was merged, so nobody has reviewed it.`
    ]
  );
}
function envelopeProblems({ artifact, run: run2, pull, expectations: wanted }, envelope) {
  const attempt = /^[1-9]\d{0,5}$/.test(envelope.runAttempt) ? Number(envelope.runAttempt) : Number.NaN;
  const ofPull = envelope.pullRequest === void 0 ? "no pull request" : `#${envelope.pullRequest}`;
  return unless(
    [isSameName(envelope.repository, wanted.repository), `The plan is for the repository ${envelope.repository}.`],
    [envelope.root === wanted.root, `The plan is for the root ${envelope.root}, not for ${wanted.root}.`],
    [envelope.path === wanted.path, `The plan is for the folder ${envelope.path}, not for ${wanted.path}.`],
    [envelope.head === wanted.head, `The plan is for ${short(envelope.head)}, not for ${short(wanted.head)}.`],
    [
      envelope.pullRequest === pull?.number,
      `The plan is for ${ofPull}, not for ${pull === void 0 ? "none" : `#${pull.number}`}.`
    ],
    [envelope.run === String(run2.id), `The plan says that run ${envelope.run} made it, and it was in run ${run2.id}.`],
    [
      workflowOf(envelope) === run2.workflow,
      `The plan says that the workflow ${envelope.workflow} made it, and it was in a run of ${run2.workflow}.`
    ],
    [
      envelope.event === run2.event,
      `The plan says that ${envelope.event} started it, and its run was started by ${run2.event}.`
    ],
    [
      fitsAttempt(attempt, artifact, run2),
      `The plan says that attempt ${envelope.runAttempt} made it, and it was not uploaded during that attempt of run ${run2.id}.`
    ],
    [
      isWithin(run2.createdAt, envelope.createdAt, skewMs) && isWithin(envelope.createdAt, artifact.createdAt, skewMs),
      `The plan says that it was made ${envelope.createdAt}, and its run began ${run2.createdAt} and had uploaded it ${artifact.createdAt}.`
    ]
  );
}
var workflowOf = ({ workflow, repository }) => (workflow.startsWith(`${repository}/`) ? workflow.slice(repository.length + 1) : workflow).replace(/@.*$/s, "");
function fitsAttempt(attempt, artifact, run2) {
  const [uploaded, began] = [timeOf(artifact.createdAt), timeOf(run2.startedAt)];
  if (uploaded === void 0 || began === void 0 || !(attempt >= 1 && attempt <= run2.attempt)) return false;
  return attempt === run2.attempt ? uploaded >= began : uploaded < began;
}
function isWithin(earlier, later, marginMs2 = 0) {
  const [from, to] = [timeOf(earlier), timeOf(later)];
  return from !== void 0 && to !== void 0 && from <= to + marginMs2;
}

// actions/terraform-apply/run-base.ts
var marginMs = 6e4;
function runBaseProblems(run2, pull, bases) {
  const began = timeOf(run2.createdAt) ?? Number.NEGATIVE_INFINITY;
  const others = bases.pulls.filter(({ number: number2, base }) => number2 !== pull.number && base !== pull.baseBranch);
  const changed = bases.changedAt.filter((at) => !((timeOf(at) ?? Number.POSITIVE_INFINITY) < began - marginMs));
  return [
    ...run2.headBranch === pull.headBranch ? [] : [`Run ${run2.id} is for the branch ${run2.headBranch ?? "unknown"}, not for ${pull.headBranch}.`],
    ...others.map(
      ({ number: number2, base }) => `The same commit is the head of #${number2}, into ${base}: run ${run2.id} may have had the workflow of that branch.`
    ),
    ...changed.length === 0 ? [] : [`The base was changed ${changed[0]}: run ${run2.id} may have had the workflow of another branch.`]
  ];
}

// actions/terraform-apply/pull-plans.ts
async function plansOfPull(client, wanted, pull) {
  const { repository, facts, workflow } = wanted;
  const event = "pull_request";
  const runs = (await runsOfCommit(client, { repository, workflow, headSha: pull.headSha, event })).filter(
    ({ headRepositoryId }) => headRepositoryId === facts.id
  );
  const [run2] = runs;
  const about = `#${pull.number} (${pull.headSha.slice(0, 7)})`;
  if (run2 === void 0) return { pull, none: `${workflow} has no run for the head of ${about}.` };
  const artifacts = await listArtifacts(client, { repository, run: run2.id, name: plansArtifact });
  const [artifact] = artifacts;
  if (artifact === void 0) return { pull, none: `Run ${run2.id} of ${about} has left no plans (${plansArtifact}).` };
  const provenance = (envelope, root) => ({
    artifact,
    run: run2,
    pull,
    envelope,
    expectations: {
      repository,
      repositoryId: facts.id,
      workflow,
      event,
      root: root?.name ?? "",
      path: root?.path ?? "",
      head: pull.headSha,
      artifact: plansArtifact,
      lastRun: run2.id,
      lastArtifact: artifact.id
    }
  });
  const { headBranch: branch, headSha } = pull;
  const bases = await basesOfHead(client, { repository, branch, headSha });
  const outside = [...proveProvenance(provenance(void 0)), ...runBaseProblems(run2, pull, bases)];
  if (outside.length > 0) return { pull, none: `The plans of ${about} may not be used: ${outside.join(" ")}` };
  const files = await downloadArtifact(client, repository, artifact);
  const plans = [...files].filter(([file]) => file.endsWith(".plan")).map(([file, bytes]) => ({ file, bytes, envelope: readEnvelope(bytes, `${plansArtifact}/${file}`) }));
  return {
    pull,
    plans,
    uploadedAt: artifact.createdAt,
    firstRunAt: runs.at(-1)?.createdAt ?? run2.createdAt,
    problems: ({ envelope }, root) => proveProvenance(provenance(envelope, root))
  };
}

// actions/terraform-apply/plan-sources.ts
async function pullSource(job, source) {
  const { inputs: inputs2, trees, log, change } = job;
  const { repository } = job.origin;
  const { base } = trees;
  const client = job.client();
  const pulls = base?.commit === void 0 ? [] : await mergedPulls(client, trees.repository, {
    repository,
    branch: job.branch,
    from: base.commit,
    to: trees.commit
  });
  for (const { number: number2, title } of pulls) log.info(`#${number2} ${title}`);
  const named = inputs2.roots.length > 0;
  if (named) return { pulls, planFor: async () => ({ type: "missing", instead: "ask", reason: "it was named." }) };
  const facts = await readRepository(client, repository);
  const found = [];
  for (const pull of pulls)
    found.push(await plansOfPull(client, { repository, facts, workflow: inputs2.planWorkflow }, pull));
  for (const plans of found) {
    log.info(
      "none" in plans ? plans.none : `#${plans.pull.number}: ${count(plans.plans.length, "sealed plan")}, uploaded ${plans.uploadedAt}`
    );
  }
  const code = base === void 0 ? [] : await changedPlanCode(base, trees.head, inputs2.planWorkflow);
  if (code.length > 0) {
    const reason = `The change touches ${listed(code.slice(0, 3))}, which makes the plans: what it sealed proves nothing. Name the roots in a dispatch, where they are planned by the file as it is now and wait for an approval.`;
    return { pulls, planFor: async () => ({ type: "refused", reason }) };
  }
  const voicesOf = voicesReader(job);
  const instead = change.policy.apply.missingPlan === "plan" ? "ask" : "refuse";
  return {
    pulls,
    planFor: refusing(async (entry) => {
      const { root } = entry;
      const candidates = found.flatMap(
        (plans) => "none" in plans ? [] : plans.plans.flatMap((plan) => plan.envelope.root === root.name ? [{ ...plans, plan }] : [])
      );
      if (candidates.length === 0) return { type: "missing", instead, reason: missingReason(pulls, found) };
      const hash = await rootHash(change.head, change.reading(root), root);
      const chosen = candidates.find(({ plan }) => plan.envelope.filesHash === hash) ?? candidates[0];
      if (chosen === void 0) return { type: "missing", instead, reason: missingReason(pulls, found) };
      const problems = chosen.problems(chosen.plan, root);
      if (problems.length > 0) return { type: "refused", reason: problems.join(" ") };
      const voices = await voicesOf(chosen.pull);
      const { approvals } = change.policy;
      const approval = judgeApproval({
        reviews: voices.reviews,
        people: await voices.people(approvals.teams),
        authors: chosen.pull.authors,
        headSha: chosen.pull.headSha,
        planCreatedAt: chosen.uploadedAt,
        // Who may let a refused plan through is not who may approve: the settings name the one, teams or writers are the other.
        policy: { ...approvals, users: [] }
      });
      if (approval.type === "refused") {
        return {
          type: "refused",
          reason: `#${chosen.pull.number} is not approved as it must be. ${approval.reasons.join(" ")}`
        };
      }
      const opened = await openProved(
        { ...source, overrideFor: overridesFrom(job, chosen.pull, voices, chosen.firstRunAt) },
        entry,
        chosen.plan
      );
      return opened.type === "refused" && instead === "ask" && isDiverged(chosen.plan, hash) ? { type: "missing", instead, reason: opened.reason } : opened;
    })
  };
}
function refusing(planFor) {
  return async (entry) => {
    try {
      return await planFor(entry);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      return { type: "refused", reason: said(error) };
    }
  };
}
async function ownSource(job, source, folder) {
  const { inputs: inputs2, log, origin, trees } = job;
  const client = job.client();
  const by = await requireEnvironmentApproval(client, {
    repository: origin.repository,
    run: origin.run,
    environment: inputs2.approvalEnvironment
  });
  log.info(`let through by ${by.join(", ")}`);
  const plans = readPlansFolder(folder);
  const { base } = trees;
  const pulls = base?.commit === void 0 ? [] : await mergedPulls(client, trees.repository, {
    repository: origin.repository,
    branch: job.branch,
    from: base.commit,
    to: trees.commit
  });
  const voicesOf = voicesReader(job);
  return {
    pulls,
    planFor: refusing(async (entry) => {
      const plan = plans.find(({ envelope }) => envelope.root === entry.root.name);
      if (plan === void 0) return { type: "missing", instead: "ask", reason: "this run has made no plan of it." };
      const problems = ownPlanProblems(plan, origin, entry.root);
      if (problems.length > 0) return { type: "refused", reason: problems.join(" ") };
      const [pull] = pulls;
      const byLabel = pull === void 0 ? void 0 : overridesFrom(job, pull, await voicesOf(pull));
      const overrideFor = overridesOfReviewers(job, { by, authors: pulls.flatMap(({ authors }) => authors), byLabel });
      return openProved({ ...source, overrideFor }, entry, plan);
    })
  };
}
var isDiverged = ({ envelope }, hash) => envelope.filesHash !== hash;
function missingReason(pulls, found) {
  if (pulls.length === 0) return "no merged pull request brought this change, so that there is no plan of it.";
  const none2 = found.flatMap((plans) => "none" in plans ? [plans.none] : []);
  return none2.length > 0 ? none2.join(" ") : `${pulls.map(({ number: number2 }) => `#${number2}`).join(", ")} has no plan of it.`;
}
function voicesReader(job) {
  const known = /* @__PURE__ */ new Map();
  return (pull) => {
    const voices = known.get(pull.number) ?? readVoices(job.client(), job.teamClient(), { repository: job.origin.repository, pull: pull.number });
    known.set(pull.number, voices);
    return voices;
  };
}
function overridesOfReviewers(job, given) {
  const { by, authors, byLabel } = given;
  const policy = job.change.policy.overrides;
  const peopleOf = peopleReader(job.client(), job.teamClient(), job.origin.repository, by);
  return async (root, fingerprint) => {
    if (job.origin.runAttempt !== "1") return byLabel?.(root, fingerprint) ?? { reasons: [] };
    const people = await peopleOf(policy.teams);
    const who = by.find((login) => objectionTo(login, { authors, policy, people, orWriters: false }) === void 0);
    if (who !== void 0)
      return { by: who, how: `approval of the environment ${job.inputs.approvalEnvironment}`, fingerprint };
    return byLabel?.(root, fingerprint) ?? { reasons: [] };
  };
}
function overridesFrom(job, pull, voices, since) {
  const policy = job.change.policy.overrides;
  return async (root, fingerprint) => {
    const verdict = findOverride({
      root,
      fingerprint,
      reviews: voices.reviews,
      labelEvents: voices.labelEvents,
      people: await voices.people(policy.teams),
      authors: pull.authors,
      headSha: pull.headSha,
      ...since !== void 0 && { since },
      policy
    });
    return verdict.type === "found" ? verdict.override : { reasons: verdict.reasons };
  };
}
function requireScope(job) {
  if (job.trees.base !== void 0 || job.inputs.roots.length > 0) return;
  throw new UserError("Neither `base` nor `roots` is given.", {
    where: "inputs of terraform-apply",
    next: "on a push give `github.event.before` as `base`, in a dispatch name the `roots`"
  });
}

// actions/terraform-apply/record.ts
import { readdirSync as readdirSync2 } from "node:fs";

// actions/lib/terraform/show/apply-standing.ts
var outcomes = {
  failed: { mark: "\u274C", word: "failed", counted: "failed", tone: "bad" },
  interrupted: { mark: "\u274C", word: "interrupted", counted: "interrupted", tone: "bad" },
  stale: { mark: "\u26D4", word: "not as reviewed", counted: "not as reviewed", tone: "bad" },
  refused: { mark: "\u26D4", word: "refused", counted: "refused", tone: "bad" },
  waiting: { mark: "\u23F3", word: "waits", counted: "waiting for approval", tone: "careful" },
  skipped: { mark: "\u23ED\uFE0F", word: "not begun", counted: "not begun", tone: "careful" },
  applied: { mark: "\u2705", word: "applied", counted: "applied", tone: "good" },
  "nothing-to-do": { mark: "\u2705", word: "nothing to do", counted: "with nothing to do", tone: "good" }
};
var order = Object.keys(outcomes);
var applyRank = (outcome) => order.indexOf(outcome);
var applyMark = (outcome) => `${outcomes[outcome].mark} ${outcomes[outcome].word}`;
var applyWord = (outcome) => outcomes[outcome].word;
var applyTone = (outcome) => outcomes[outcome].tone;
var applyCounted = (outcome) => outcomes[outcome].counted;
function worstAppliesFirst(results) {
  const byName = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  return [...results].sort(
    (a, b) => applyRank(a.outcome) - applyRank(b.outcome) || a.wave - b.wave || byName(a.root, b.root)
  );
}
function applyAnswer({ results }) {
  if (results.length === 0) return "No root to apply";
  const of = (outcome) => results.filter((result) => result.outcome === outcome);
  const applied = of("applied");
  const counts = countsInWords(sumCounts(applied.flatMap((result) => result.counts ?? [])));
  const what = counts === "" ? "" : `: ${counts}`;
  const rest = order.filter((outcome) => outcome !== "applied" && of(outcome).length > 0);
  if (rest.length === 0) return `${count(applied.length, "root")} applied${what}`;
  if (rest.length === 1 && rest[0] === "nothing-to-do" && applied.length === 0) {
    return `Nothing to apply in ${count(results.length, "root")}`;
  }
  const told = rest.map((outcome, index) => {
    const number2 = of(outcome).length;
    return `${index === 0 ? count(number2, "root") : number2} ${outcomes[outcome].counted}`;
  });
  const begun = results.filter(({ outcome, applied: steps }) => outcome !== "applied" && steps.length > 0);
  const done = begun.reduce((sum, { applied: steps }) => sum + steps.length, 0);
  const half = done === 0 ? [] : [`${count(done, "step")} done before`];
  const whole = applied.length === 0 ? [] : [`${applied.length} applied${what}`];
  return `${told.join(", ")}; ${[...half, ...whole].join(", ") || "nothing applied"}`;
}
function applyRootAnswer(result) {
  const { outcome, applied, notApplied, counts, mode } = result;
  const all = applied.length + notApplied.length;
  const how = mode === void 0 ? "" : ` (${modeWords[mode]})`;
  switch (outcome) {
    case "failed":
    case "interrupted": {
      const end = outcome === "failed" ? "failed" : "was interrupted";
      if (all === 0) return `${end}${how}`;
      return applied.length === 0 ? `${end} before anything was done${how}` : `${end} in the middle: ${applied.length} of ${count(all, "step")} done${how}`;
    }
    case "applied":
      return `applied: ${counts && countsInWords(counts) || count(applied.length, "step")}${how}`;
    case "stale":
      return "nothing applied: it is not what was reviewed";
    case "waiting":
      return "waits for approval";
    case "skipped":
      return "not begun";
    case "refused":
      return "nothing applied: refused";
    case "nothing-to-do":
      return "nothing to do";
  }
}
var modeWords = {
  replay: "the reviewed plan itself",
  reconcile: "a new plan equal to the reviewed one",
  fresh: "a plan made in this run"
};

// actions/lib/terraform/show/apply-record.ts
var number = (value) => value.toLocaleString("en-US");
function renderApplyRecord(report, options) {
  return pageMarkdown(applyPage(report), options);
}
function renderApplyText(report, options) {
  return pageText(applyPage(report), options);
}
function applyPage(report) {
  const results = worstAppliesFirst(report.results);
  const { head } = report;
  return {
    answer: applyAnswer(report),
    table: results.length === 0 ? void 0 : {
      columns: ["", "Root", "Applied", "Not applied", "Wave", "Environment"],
      rows: results.map((result) => ({
        kind: applyCounted(result.outcome),
        cells: [
          [applyMark(result.outcome)],
          [{ code: result.root }],
          [result.applied.length === 0 ? "" : number(result.applied.length)],
          [result.notApplied.length === 0 ? "" : number(result.notApplied.length)],
          [number(result.wave)],
          result.environment === void 0 ? [""] : [{ code: result.environment }]
        ]
      }))
    },
    parts: results.map(applyPart),
    facts: head === void 0 ? [] : [["Commit ", { code: shortRevision(head) }, "."]]
  };
}
function applyPart(result) {
  const { root, outcome, fingerprint } = result;
  const tone = applyTone(outcome);
  return {
    name: root,
    word: applyWord(outcome),
    tone,
    answer: applyRootAnswer(result),
    rank: applyRank(outcome),
    open: tone === "bad",
    sections: applySections(result),
    facts: fingerprint === void 0 ? [] : [["Plan ", { code: shortFingerprint(fingerprint) }, "."]]
  };
}
function applySections(result) {
  const { differences, applied, notApplied, lock, next, outputs: outputs2 } = result;
  const diagnostics = diagnosticsToTell(result);
  const { reason, advice } = splitReason(result.reason, diagnostics);
  return [
    ...listSection("", "reason", [...reason === void 0 ? [] : [prose(reason)], ...halfReplaced(result)]),
    ...listSection(`Not as reviewed (${number(differences.length)})`, "difference", differences.map(prose)),
    ...diagnosticSections(diagnostics, "error", advice === void 0 ? void 0 : prose(advice)),
    ...lock === void 0 ? [] : lockSection(lock),
    ...blockSection("To continue", "command", "sh", next === void 0 ? [] : [{ head: blockLine(next) }]),
    ...blockSection(`Not applied (${number(notApplied.length)})`, "step", "diff", notApplied.map(stepItem)),
    ...blockSection(`Applied (${number(applied.length)})`, "step", "diff", applied.map(stepItem)),
    ...blockSection(`Outputs (${number(outputs2.length)})`, "output", "text", outputs2.map(outputItem)),
    ...diagnosticSections(diagnostics, "warning")
  ];
}
function halfReplaced({ applied, notApplied }) {
  const destroyed = new Set(applied.flatMap(({ address, action }) => action === "delete" ? [address] : []));
  const missing = notApplied.filter(({ address, action }) => action === "create" && destroyed.has(address));
  return missing.map(
    ({ address }) => [{ code: address }, " was destroyed to be replaced and is not created again yet."]
  );
}
var stepSigns = { create: "+", delete: "-", replace: "-/+" };
function stepItem({ address, action }) {
  return {
    head: blockLine(`${stepSigns[action] ?? "!"} ${address} (${action === "delete" ? "destroy" : action})`)
  };
}
function outputItem({ name, sensitive, value }) {
  if (sensitive) return { head: blockLine(`${name} = (sensitive)`) };
  const [first = "", ...rest] = blockLines(JSON.stringify(value, null, 2) ?? "null", 40);
  return { head: blockLine(`${name} = ${first}`), ...rest.length > 0 && { body: () => rest } };
}

// actions/terraform-apply/record.ts
function verdictOf(results) {
  const has = (...outcomes2) => results.some(({ outcome }) => outcomes2.includes(outcome));
  if (has("failed", "interrupted")) return "failed";
  if (has("refused", "stale", "skipped")) return "refused";
  if (has("waiting")) return "waiting";
  return has("applied") ? "applied" : "nothing-to-do";
}
async function tellRecord(job, applied, pulls) {
  const { inputs: inputs2, log, folders, trees, change, origin } = job;
  const { results, waiting } = applied;
  const url = runUrl(inputs2.place);
  const report = { head: trees.commit, ...url !== void 0 && { run: url }, results };
  log.info(renderApplyText(report, { color: true }));
  writeSummary(renderApplyRecord(report, { limit: summaryLimit / 2 }));
  const { waves, notAsked } = change.selection;
  if (waiting.length > 0) {
    const plans = {
      head: trees.commit,
      ...url !== void 0 && { run: url },
      roots: waiting,
      waves,
      unaffected: [],
      ...notAsked !== void 0 && { notAsked }
    };
    const override = reviewerWords(change.policy);
    writeSummary(`
${renderTerraformSummary(plans, { limit: summaryLimit / 2, override })}`);
    writeReportFile(folders.report, "report.json", renderTerraformJson(plans));
  }
  const verdict = verdictOf(results);
  const named = (outcome) => JSON.stringify(results.flatMap((result) => result.outcome === outcome ? [result.root] : []));
  const kept = readdirSync2(folders.plans).length > 0;
  outputs.set({
    outcome: verdict,
    applied: named("applied"),
    waiting: waiting.some(({ artifact }) => artifact !== void 0) ? named("waiting") : "[]",
    waves: JSON.stringify(wavesMatrix(change.selection.roots, change.selection)),
    outputs: JSON.stringify(outputsOf(results)),
    "plans-folder": kept ? folders.plans : "",
    "artifact-name": kept ? plansArtifact : "",
    "report-folder": folders.report,
    "json-file": writeReportFile(
      folders.report,
      "apply.json",
      `${JSON.stringify({ version: 1, outcome: verdict, ...report }, null, 2)}
`
    )
  });
  if (inputs2.comment && results.length > 0) {
    for (const { number: number2 } of pulls) {
      await tryComment(job, {
        repository: origin.repository,
        issue: number2,
        marker: `terraform-apply-${origin.run}`,
        body: renderApplyRecord(report, { limit: commentLimit, more: moreOf(url, inputs2.place) })
      });
    }
  }
  return verdict;
}
async function tryComment(job, comment) {
  try {
    await upsertComment(job.client(), comment);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    job.log.warning(`The record is not in #${comment.issue}: ${error.message}`);
  }
}
function reviewerWords({ overrides }) {
  const who = [...overrides.teams, ...overrides.users];
  if (who.length === 0) return () => void 0;
  return () => `somebody of ${who.map((name) => `\`${name}\``).join(", ")}, who is not an author of the change, approves the job that waits.`;
}
var maxOutputsBytes = 5e5;
function outputsOf(results) {
  const all = Object.fromEntries(
    results.map(({ root, outputs: own2 }) => [
      root,
      Object.fromEntries(own2.flatMap(({ name, sensitive, value }) => sensitive ? [] : [[name, value]]))
    ])
  );
  return JSON.stringify(all).length > maxOutputsBytes ? {} : all;
}

// actions/terraform-apply/main.ts
async function main(environment = process.env) {
  var _stack = [];
  try {
    const inputs2 = readInputs(environment);
    const { place } = inputs2;
    const log = actionsLogger();
    const stop = __using(_stack, interruption());
    const trees = await openTrees(place.workspace, inputs2.base);
    const folders = makeFolders(place.temporary);
    try {
      requireScope({ inputs: inputs2, trees });
      const named = inputs2.roots.length > 0;
      const change = await log.group("Find what was merged", async () => {
        const opened = await openChange({
          head: trees.head,
          ...trees.base !== void 0 && { base: trees.base },
          ...named && { named: inputs2.roots }
        });
        const { roots, impacts } = opened.selection;
        log.info(`${count(roots.length, "root")}, ${impacts.length} to apply`);
        for (const { root, reasons } of impacts) log.info(`  ${root.name}: ${reasons[0] ?? ""}`);
        for (const { root, neededBy } of opened.selection.notAsked ?? [])
          if (neededBy.length > 0)
            log.info(`note: ${root} is not asked for, and ${neededBy.join(", ")} is planned on what it is now`);
        return opened;
      });
      const gate = await log.group(
        "Gate: files alone, nothing is started",
        () => gateChange(change, (/* @__PURE__ */ new Date()).toISOString().slice(0, 10))
      );
      if (gate.refused) {
        tell({ log }, gate.findings, "Nothing was applied.");
        throw new UserError(gateAnswer(gate.findings), { next: "see the annotations and the summary of this step" });
      }
      const clientOf = (token) => {
        if (token === void 0) throw new UserError('Input "token" is empty.', { next: "leave it out, or give a token" });
        const { apiUrl, graphqlUrl } = place;
        return createClient({ apiUrl, ...graphqlUrl !== void 0 && { graphqlUrl }, token, log });
      };
      const job = {
        inputs: inputs2,
        log,
        trees,
        change,
        folders,
        origin: planOrigin(environment, {
          head: trees.commit,
          ...trees.base?.commit !== void 0 && { base: trees.base.commit }
        }),
        branch: environment.GITHUB_REF_NAME ?? "",
        client: () => clientOf(inputs2.token),
        teamClient: () => clientOf(inputs2.teamToken ?? inputs2.token)
      };
      const sealed = await sealing(
        inputs2.encryptionKeys,
        change.policy,
        async () => (await readRepository(job.client(), job.origin.repository)).visibility
      );
      const context = applyContext(job, sealed, stop.signal, environment);
      const source = { change, context, keys: sealed.keys, unencrypted: sealed.sealWith === "unencrypted" };
      const plans = await log.group(
        "Find the plans that were reviewed",
        () => inputs2.plansFolder === void 0 ? pullSource(job, source) : ownSource(job, source, inputs2.plansFolder)
      );
      const planFor = await notMovedOn(job, plans.planFor);
      const mine = new Set(
        change.selection.impacts.flatMap(({ root }) => isMine(root, inputs2.environment) ? [root.name] : [])
      );
      for (const { root } of change.selection.impacts) {
        if (!mine.has(root.name))
          log.warning(
            `${root.name} is left out: it is for the environment ${root.environment}, this job for ${inputs2.environment}.`
          );
      }
      const applied = await log.group(
        "Apply",
        () => applyChange({
          context,
          change,
          parallel: inputs2.parallel,
          mine,
          planFor: ofAnEnvironment(inputs2.environment, planFor),
          // The settings let through unseen what a merge defers; of what somebody names in a dispatch, only after the reviewers.
          deferred: named && inputs2.plansFolder === void 0 ? "wait" : change.policy.apply.deferred,
          onWaiting: async ({ root }, { result, made }) => {
            if (made === void 0 || sealed.sealWith === void 0) return result;
            const where = { change, folders: job.folders, origin: job.origin, sealWith: sealed.sealWith };
            return { ...result, artifact: await keepPlan(made, root, where) };
          }
        })
      );
      const verdict = await tellRecord(job, applied, plans.pulls);
      if (verdict === "failed" || verdict === "refused") {
        const bad = applied.results.filter(({ outcome }) => !["applied", "nothing-to-do", "waiting"].includes(outcome));
        throw new UserError(
          `${count(bad.length, "root")} of ${applied.results.length} ${bad.length === 1 ? "was" : "were"} not applied.`,
          {
            where: bad.slice(0, 5).map(({ root }) => root).join(", "),
            next: [bad[0]?.reason, "the summary of this step says how to continue"].filter(Boolean).join(" ")
          }
        );
      }
    } finally {
      clearWork(folders, stop.signal);
      await trees.close();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var isMine = (root, environment) => environment === void 0 || root.environment === void 0 || root.environment === environment;
function ofAnEnvironment(environment, planFor) {
  return async (entry) => environment === void 0 || entry.root.environment !== void 0 ? planFor(entry) : {
    type: "refused",
    reason: `It belongs to no environment, and this job applies those of ${environment}. Give it \`environment: ${environment}\` under \`terraform.roots\` in the settings, or leave the input \`environment\` out.`
  };
}
function applyContext(job, { fingerprintKey, sealWith }, stop, environment) {
  const { inputs: inputs2, change, trees, folders, log, origin } = job;
  const workflow = origin.workflow.split("/").at(-1);
  return {
    ...planningContext(
      {
        change,
        repository: trees.repository.root,
        folders,
        fingerprintKey,
        timeoutMinutes: inputs2.timeoutMinutes,
        providerMirror: inputs2.providerMirror,
        stop,
        log
      },
      environment
    ),
    ...sealWith !== void 0 && {
      keepState: (prepared, state) => {
        const index = change.selection.roots.findIndex(({ name }) => name === prepared.root.name);
        const file = `${index}-${fileNameOf(prepared.root.name)}.state`;
        const sealed = sealErroredState(prepared, state, { origin, key: sealWith });
        writeFileSync2(join5(folders.plans, file), sealed, { mode: 384 });
        return keptInArtifact({
          root: prepared.root.name,
          run: origin.run,
          file,
          isApproved: inputs2.plansFolder !== void 0,
          isEncrypted: sealWith !== "unencrypted"
        });
      }
    },
    // What is left is another plan than the one that was reviewed: it is planned anew, and seen before it is applied.
    continueWith: (root) => `gh workflow run ${workflow} -f roots='${root.replaceAll("'", `'\\''`)}'`
  };
}

// actions/terraform-apply/index.ts
await run(main, outputs);
