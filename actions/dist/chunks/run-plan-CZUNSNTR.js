import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  progressLine
} from "./chunk-PYDIY6TI.js";
import {
  exitCodes
} from "./chunk-INY6RX63.js";
import {
  planChange,
  renderTerraformText
} from "./chunk-WQWYU6ON.js";
import {
  gateChange,
  lockFileName,
  openChange,
  planningContext
} from "./chunk-36W3GPMF.js";
import {
  isRefusing,
  renderGateText,
  renderTerraformJson,
  reportOutcome
} from "./chunk-JUBCABLV.js";
import "./chunk-7TBRGYSM.js";
import {
  rootAnswer
} from "./chunk-W5DSIOOB.js";
import "./chunk-RELZMWQM.js";
import "./chunk-56RTUG4F.js";
import "./chunk-GUPIMB7Y.js";
import "./chunk-KZULBJD3.js";
import "./chunk-FNMZNENR.js";
import "./chunk-AKB3YNBQ.js";
import "./chunk-I5D3UE5R.js";
import {
  openCommitTree
} from "./chunk-NFCCWYF2.js";
import {
  findRepository,
  mergeBase,
  openWorkingTree,
  resolveCommit
} from "./chunk-Z6NCKDR5.js";
import "./chunk-KNEUNJ7M.js";
import "./chunk-DH4ITXBW.js";
import {
  confinedPath
} from "./chunk-3WM4R74Q.js";
import "./chunk-RBUB3BDL.js";
import "./chunk-YJPHPFWU.js";
import "./chunk-RDPHONAS.js";
import "./chunk-XQ555Z5O.js";
import "./chunk-UNCBMZAL.js";
import "./chunk-YXTR65BP.js";
import "./chunk-4ACD63CK.js";
import {
  count,
  oneLine
} from "./chunk-RJ5VNCEM.js";
import "./chunk-LFBZ2KVQ.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";
import {
  __callDispose,
  __using
} from "./chunk-T3T4D65W.js";

// actions/cli/terraform/run-plan.ts
import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync as rmSync2 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join2 } from "node:path";

// actions/cli/terraform/keep-lock-files.ts
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
function keepLockFiles(folders) {
  const before = new Map(folders.map((folder) => [join(folder, lockFileName), contentOf(join(folder, lockFileName))]));
  return () => {
    for (const [file, content] of before) {
      if (content === void 0) rmSync(file, { force: true });
      else if (contentOf(file)?.equals(content) !== true) writeFileSync(file, content);
    }
  };
}
function contentOf(file) {
  try {
    return readFileSync(file);
  } catch {
    return void 0;
  }
}

// actions/cli/terraform/open-clone.ts
async function openClone(folder, base) {
  const repository = await findRepository(folder);
  if (repository === void 0) {
    throw new UserError("This is no clone of a repository.", {
      where: folder,
      next: "go into one, or make one of this folder with `git init`"
    });
  }
  const named = base === void 0 ? void 0 : await resolveCommit(repository, base);
  const commit = named === void 0 || repository.head === void 0 ? named : await mergeBase(repository, named, repository.head);
  const tree = commit === void 0 ? void 0 : await openCommitTree(repository, commit);
  const head = await openWorkingTree(repository);
  return {
    root: repository.root,
    head,
    ...tree !== void 0 && commit !== void 0 && { base: { tree, commit } },
    close: async () => {
      await head.close();
      await tree?.close();
    }
  };
}

// actions/cli/terraform/plan-options.ts
import { statSync } from "node:fs";
import { relative, resolve, sep } from "node:path";
function readNumber(option, value, range) {
  if (value === void 0) return range.default;
  const number = Number(value);
  if (typeof value === "string" && /^\d{1,4}$/.test(value) && number >= 1 && number <= range.to) return number;
  throw new UserError(`--${option} does not take "${value}".`, { next: `give a whole number from 1 to ${range.to}` });
}
function readRevision(option, value) {
  if (typeof value !== "string" || /^[^-\s]\S*$/.test(value)) return value === void 0 ? void 0 : String(value);
  throw new UserError(`--${option} does not take "${value}".`, { next: "name a commit, branch or tag" });
}
function readMirror(value, { cwd, repository }) {
  if (typeof value !== "string") return void 0;
  const folder = resolve(cwd, value);
  const refuse = (why, next) => new UserError(`--provider-mirror does not take "${value}": ${why}.`, { where: folder, next });
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw refuse("there is no such folder", "name a folder that `terraform providers mirror` has filled");
  if (confinedPath(repository, folder) !== void 0)
    throw refuse("it lies in the clone, whose files are still to be judged", "name a folder outside of the clone");
  return folder;
}
function namesOfRoots(given, { cwd, repository }) {
  return (roots) => given.flatMap((text) => {
    if (!/^(\.{1,2}(\/|$)|\/)/.test(text) && roots.some(({ name }) => name === text)) return [text];
    const path = relative(repository, resolve(cwd, text)).split(sep).join("/") || ".";
    const there = roots.filter((root) => root.path === path);
    return there.length === 0 ? [text] : there.map(({ name }) => name);
  });
}

// actions/cli/terraform/plan-progress.ts
function planProgress(terminal) {
  const line = progressLine(terminal, false);
  let [done, total] = [0, 0];
  const show = (phase) => line.show({ phase: total === 0 ? phase : `[${done}/${total}] ${oneLine(phase)}`, done: 0, total: 0 });
  const say = (words) => {
    line.clear();
    terminal.warn(`${oneLine(words)}
`);
  };
  return {
    show,
    begin: (roots) => {
      total = roots;
      show("planning");
    },
    planned: (words) => {
      done += 1;
      show(words);
    },
    say,
    clear: line.clear,
    logger: {
      info: show,
      warning: (message) => say(`warning: ${message}`),
      debug: () => {
      },
      group: (title, work) => {
        show(title);
        return work();
      }
    }
  };
}

// actions/cli/terraform/run-plan.ts
async function runPlan({ values, lists }, terminal) {
  var _stack = [];
  try {
    const base = readRevision("base", values.base);
    const parallel = readNumber("parallel", values.parallel, { to: 32, default: 4 });
    const timeoutMinutes = readNumber("timeout", values.timeout, { to: 360, default: 30 });
    const interruption = __using(_stack, terminal.holdSignals());
    const { signal: stop } = interruption;
    const progress = planProgress(terminal);
    stop.addEventListener(
      "abort",
      () => progress.say("Interrupted. What runs is asked to end, and waited for until it has let go of its locks.")
    );
    const clone = await openClone(terminal.cwd, base);
    try {
      const places = { cwd: realpathSync(terminal.cwd), repository: clone.root };
      const mirror = readMirror(values["provider-mirror"], places);
      progress.show("Reading the configuration");
      const change = await openChange({
        head: clone.head,
        ...clone.base !== void 0 && { base: clone.base.tree },
        ...lists.root !== void 0 && { named: namesOfRoots(lists.root, places) }
      });
      requireRoots(change, clone);
      progress.show("Looking at the files");
      const gate = await gateChange(
        lists.root === void 0 ? change : ofThosePlanned(change),
        (/* @__PURE__ */ new Date()).toISOString().slice(0, 10)
      );
      const report = (roots) => reportOf(change, clone, gate.findings, roots);
      const isJson = values.format === "json";
      if (gate.refused) {
        progress.clear();
        const text = isJson ? renderTerraformJson(report([])) : gateText(gate.findings, clone, terminal);
        await terminal.write(text);
        return exitCodes.refused;
      }
      if (!isJson) sayRemarks(change, gate.findings, terminal, progress);
      const results = await planRoots({ change, clone, parallel, timeoutMinutes, mirror, stop }, terminal, progress);
      if (stop.aborted) {
        for (const { root, outcome, reason } of results)
          if (outcome === "failed") progress.say(`${root}: ${reason ?? "was not planned"}`);
        return exitCodes.interrupted;
      }
      const { color, width } = terminal;
      await terminal.write(
        isJson ? renderTerraformJson(report(results)) : renderTerraformText(report(results), { color, width })
      );
      return isGood(results) ? exitCodes.done : exitCodes.refused;
    } finally {
      progress.clear();
      await clone.close();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}
var isGood = (results) => !["failed", "refused"].includes(reportOutcome(results));
var ofThosePlanned = (change) => ({
  ...change,
  selection: { ...change.selection, roots: change.selection.impacts.map(({ root }) => root) }
});
function requireRoots({ selection, base }, { root }) {
  if (selection.roots.length > 0 || base !== void 0) return;
  throw new UserError("There is no Terraform root in this clone.", {
    where: root,
    next: "a root is a folder with a backend, cloud or provider block; name others under `terraform.roots` in .github/seaworthy.yaml"
  });
}
function reportOf({ selection }, { base }, gate, roots) {
  return {
    ...base !== void 0 && { base: base.commit },
    roots,
    waves: selection.waves,
    unaffected: selection.unaffected,
    ...selection.notAsked !== void 0 && { notAsked: selection.notAsked },
    ...selection.removed.length > 0 && { removed: selection.removed.map(({ name }) => name) },
    ...gate.length > 0 && { gate }
  };
}
function gateText(findings, { base }, { color, width }) {
  const more = [
    "Nothing was started: no provider, no init, no plan. All files count that git does not ignore.",
    ...base === void 0 ? ["With --base REV, what is there already does not refuse."] : []
  ];
  return renderGateText(findings, { color, width, more: more.join(" ") });
}
function sayRemarks(change, findings, terminal, progress) {
  const { notes } = change.selection;
  for (const { message, at } of notes.slice(0, 20))
    progress.say(`note: ${[at.file, at.line].filter(Boolean).join(":")} ${message}`);
  if (notes.length > 20) progress.say(`note: and ${count(notes.length - 20, "further remark")} of this kind`);
  const fresh = findings.filter((finding) => finding.status !== "known" && !isRefusing(finding));
  if (fresh.length === 0) return;
  progress.clear();
  terminal.warn(`${renderGateText(fresh, { color: terminal.color, width: terminal.width })}
`);
}
async function planRoots(given, terminal, progress) {
  const { change, clone, stop } = given;
  const folder = mkdtempSync(join2(tmpdir(), "seaworthy-terraform-"));
  const work = join2(folder, "work");
  mkdirSync(work);
  const putBack = keepLockFiles(change.selection.impacts.map(({ root }) => join2(clone.root, root.path)));
  try {
    const context = planningContext(
      {
        change,
        repository: clone.root,
        folders: { work },
        // For this run alone: a fingerprint compares only under the key of a repository, which a person does not have.
        fingerprintKey: randomBytes(32),
        timeoutMinutes: given.timeoutMinutes,
        providerMirror: given.mirror,
        stop,
        log: progress.logger
      },
      terminal.environment
    );
    progress.begin(change.selection.impacts.length);
    return await planChange(context, change, given.parallel, async ({ root }, { result }) => {
      progress.planned(`${root.name}: ${rootAnswer(result)}`);
      const { fingerprint: _, ...rest } = result;
      return rest;
    });
  } finally {
    rmSync2(folder, { recursive: true, force: true });
    putBack();
  }
}
export {
  runPlan
};
