import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  git
} from "./chunk-YJPHPFWU.js";
import {
  makeTree
} from "./chunk-4ACD63CK.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/git/working-tree.ts
import { createHash } from "node:crypto";
import { lstat, readdir, readFile, readlink } from "node:fs/promises";
import { join } from "node:path";
async function openWorkingTree(repository) {
  const { stdout } = await git(repository.root, [
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
    "--deduplicate"
  ]);
  return treeOnDisk(
    repository.root,
    stdout.split("\0").filter((path) => path !== "")
  );
}
var leftOut = /* @__PURE__ */ new Set([".git", "node_modules", ".terraform"]);
var maxFiles = 2e5;
async function openDirectoryTree(root) {
  const paths = [];
  const pending = [""];
  for (let directory = pending.pop(); directory !== void 0; directory = pending.pop()) {
    for (const entry of await readdir(join(root, directory), { withFileTypes: true }).catch(() => [])) {
      if (leftOut.has(entry.name)) continue;
      const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
      if (entry.isDirectory()) pending.push(path);
      else paths.push(path);
    }
    if (paths.length > maxFiles) {
      throw new UserError(`There are more than ${maxFiles} files below this directory, which is no git repository.`, {
        where: root,
        next: "name a smaller directory, or run inside a clone"
      });
    }
  }
  return treeOnDisk(root, paths);
}
var readings = 0;
async function treeOnDisk(root, paths) {
  const files = /* @__PURE__ */ new Map();
  for (let start = 0; start < paths.length; start += 256) {
    const slice = paths.slice(start, start + 256);
    const stats = await Promise.all(slice.map((path) => lstat(join(root, path)).catch(() => void 0)));
    for (const [index, path] of slice.entries()) {
      const stat = stats[index];
      if (stat === void 0) continue;
      if (stat.isSymbolicLink()) files.set(path, { mode: "symlink", size: 0 });
      else if (stat.isFile()) files.set(path, { mode: stat.mode & 64 ? "executable" : "file", size: stat.size });
      else if (stat.isDirectory()) files.set(path.replace(/\/$/, ""), { mode: "submodule", size: 0 });
    }
  }
  for (const path of files.keys()) if (isBelowLink(path, files)) files.delete(path);
  readings += 1;
  return makeTree({ id: `working-tree:${root}:${readings}` }, files, {
    bytes: async (path) => new Uint8Array(await readFile(join(root, path))),
    linkTarget: (path) => readlink(join(root, path))
  });
}
function isBelowLink(path, files) {
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (files.get(path.slice(0, end))?.mode === "symlink") return true;
  }
  return false;
}
function blobId(bytes) {
  return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}

// actions/lib/git/repository.ts
import { statSync } from "node:fs";
async function findRepository(directory) {
  if (!statSync(directory, { throwIfNoEntry: false })?.isDirectory()) {
    throw new UserError("There is no such directory.", { where: directory, next: "name a directory that exists" });
  }
  const top = await git(directory, ["rev-parse", "--show-toplevel"], [0, 128]);
  if (top.exitCode !== 0) {
    if (top.stderr.includes("not a git repository (or any")) return void 0;
    throw new UserError(`git cannot read this repository: ${top.stderr.trim().split("\n")[0]}`, {
      where: directory,
      next: top.stderr.includes("safe.directory") ? `it belongs to another user: run \`git config --global --add safe.directory ${directory}\`` : "run `git status` there, and name the root of a clone with a work tree"
    });
  }
  const root = top.stdout.replace(/\n$/, "");
  const [head, origin] = await Promise.all([
    git(root, ["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], [0, 1, 128]),
    git(root, ["config", "--get", "remote.origin.url"], [0, 1, 128])
  ]);
  const text = (result) => result.exitCode === 0 && result.stdout.trim() !== "" ? result.stdout.trim() : void 0;
  return { root, head: text(head), origin: text(origin) };
}
async function resolveCommit(repository, name) {
  const found = name.startsWith("-") ? { stdout: "", exitCode: 1 } : await git(
    repository.root,
    ["rev-parse", "--verify", "--quiet", "--end-of-options", `${name}^{commit}`],
    [0, 1, 128]
  );
  const id = found.stdout.trim();
  if (found.exitCode === 0 && id !== "") return id;
  const shallow = await git(repository.root, ["rev-parse", "--is-shallow-repository"], [0, 128]);
  throw new UserError(`The commit ${JSON.stringify(name)} is not in this clone.`, {
    where: repository.root,
    next: shallow.stdout.trim() === "true" ? "the clone is shallow: check out with `fetch-depth: 0`, or run `git fetch --unshallow`" : `check the name, or run \`git fetch origin ${name}\``
  });
}
async function mergeBase(repository, one, other) {
  const found = await git(repository.root, ["merge-base", one, other], [0, 1, 128]);
  return found.exitCode === 0 ? found.stdout.trim() : one;
}

export {
  openWorkingTree,
  openDirectoryTree,
  blobId,
  findRepository,
  resolveCommit,
  mergeBase
};
