import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  openBump,
  planBump
} from "./chunk-2YT6X3AF.js";
import "./chunk-AHUM72QA.js";
import "./chunk-6XCVKKI3.js";
import "./chunk-56RTUG4F.js";
import {
  identityOf
} from "./chunk-2RFVUGA2.js";
import "./chunk-ZO4UCZNK.js";
import "./chunk-NTJZ2C6H.js";
import {
  findRepository,
  openDirectoryTree,
  openWorkingTree
} from "./chunk-Z6NCKDR5.js";
import {
  confinedPath
} from "./chunk-3WM4R74Q.js";
import "./chunk-YJPHPFWU.js";
import "./chunk-RDPHONAS.js";
import "./chunk-XQ555Z5O.js";
import "./chunk-UNCBMZAL.js";
import "./chunk-4ACD63CK.js";
import "./chunk-RJ5VNCEM.js";
import "./chunk-LFBZ2KVQ.js";
import {
  UserError,
  errorMessage
} from "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";

// actions/lib/git/write-files.ts
import { randomBytes } from "node:crypto";
import { chmod, lstat, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
async function writeFiles(root, files) {
  const suffix = `.seaworthy-${randomBytes(6).toString("hex")}`;
  const prepared = [];
  try {
    for (const file of files) {
      const to = await checkedPath(root, file);
      await mkdir(dirname(to), { recursive: true });
      await writeFile(to + suffix, file.after, { flag: "wx" });
      prepared.push({ from: to + suffix, to });
      if (file.before !== void 0) await chmod(to + suffix, (await lstat(to)).mode & 511);
    }
    for (const { from, to } of prepared) await rename(from, to);
  } catch (cause) {
    await Promise.all(prepared.map(({ from }) => rm(from, { force: true })));
    if (cause instanceof UserError) throw cause;
    throw new UserError(`The files cannot be written: ${errorMessage(cause)}`, {
      where: root,
      next: "free space or permissions, then run it again",
      cause
    });
  }
}
async function checkedPath(root, { path, before }) {
  const to = confinedPath(root, path);
  if (to === void 0) throw new UserError("This file is outside the repository.", { where: path });
  const now = await readFile(join(to)).catch(() => void 0);
  const same = before === void 0 ? now === void 0 : now?.equals(before) === true;
  if (!same) {
    throw new UserError("This file changed while it was edited; nothing was written.", {
      where: path,
      next: "run it again"
    });
  }
  return to;
}

// actions/lib/bump/show/result.ts
function resultOf(plan, dryRun) {
  if (plan.type === "refused")
    return { outcome: "refused", dryRun, sites: [], refusals: plan.refusals, files: [], notes: [] };
  const outcome = plan.files.length > 0 ? "changed" : "already-there";
  return { outcome, dryRun, sites: plan.sites, refusals: [], files: plan.files, notes: plan.notes };
}

// actions/lib/bump/working-tree.ts
async function bumpWorkingTree({ directory, requests, dryRun }) {
  const repository = await findRepository(directory);
  const root = repository?.root ?? directory;
  const asked = requests(root);
  const tree = repository === void 0 ? await openDirectoryTree(root) : await openWorkingTree(repository);
  try {
    const names = await identityOf(repository, { repositories: [] }, {});
    const opened = await openBump(tree, names, Date.now());
    if ("refusals" in opened) return resultOf({ type: "refused", refusals: opened.refusals }, dryRun);
    const planned = resultOf(await planBump(asked, opened.context), dryRun);
    const result = { ...planned, notes: [...planned.notes, ...unproved(planned, opened.settings)] };
    if (!dryRun) await writeFiles(root, result.files);
    return result;
  } finally {
    await tree.close();
  }
}
function unproved({ sites }, { environments = {} }) {
  const names = [...new Set(sites.flatMap((site) => site.environments))];
  const demanding = names.filter((name) => environments[name]?.verify !== void 0);
  return demanding.length === 0 ? [] : [`Not verified: the settings demand it for ${demanding.join(", ")}, and only the bump-image action can do it`];
}
export {
  bumpWorkingTree
};
