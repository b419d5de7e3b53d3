import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  blobId
} from "./chunk-Z6NCKDR5.js";
import {
  openObjectStore
} from "./chunk-RBUB3BDL.js";
import {
  git
} from "./chunk-YJPHPFWU.js";
import {
  makeTree
} from "./chunk-4ACD63CK.js";

// actions/lib/git/changed-paths.ts
function compareTrees(base, head) {
  const known = /* @__PURE__ */ new Map();
  const differs = (path) => {
    const answer = known.get(path) ?? (path.endsWith("/") ? listingDiffers(base, head, path) : contentDiffers(base, head, path));
    known.set(path, answer);
    return answer;
  };
  return async (paths) => {
    for (const path of paths) if (await differs(path)) return true;
    return false;
  };
}
async function listingDiffers(base, head, directory) {
  const [before, after] = [base.list(directory.slice(0, -1)), head.list(directory.slice(0, -1))];
  return before.length !== after.length || before.some((path, index) => path !== after[index]);
}
async function contentDiffers(base, head, path) {
  const [before, after] = [base.files.get(path), head.files.get(path)];
  if (before === void 0 || after === void 0) {
    if (before === void 0 && after === void 0)
      return await identity(base, path) !== await identity(head, path);
    return true;
  }
  if (before.mode !== after.mode) return true;
  if (before.id !== void 0 && after.id !== void 0) return before.id !== after.id;
  if (before.size !== after.size && before.mode !== "symlink") return true;
  return await identity(base, path) !== await identity(head, path);
}
async function identity(tree, path) {
  const file = tree.files.get(path);
  if (file?.id !== void 0 && file.mode !== "symlink") return file.id;
  const entry = await tree.read(path);
  if (entry.type === "file") return blobId(entry.bytes);
  return entry.type === "link" ? `link ${entry.target}` : entry.type;
}

// actions/lib/toolkit/dist-file.ts
function distFile(name) {
  const here = import.meta.url;
  const folder = here.endsWith(".ts") ? "../../dist/" : /\/chunks\/[^/]+$/.test(here) ? "../" : "./";
  return new URL(folder + name, here);
}

// actions/lib/git/commit-tree.ts
var modes = {
  "100644": "file",
  "100664": "file",
  "100755": "executable",
  "120000": "symlink",
  "160000": "submodule"
};
async function openCommitTree(repository, commit) {
  const { stdout } = await git(repository.root, ["ls-tree", "-r", "-z", "--long", "--full-tree", commit]);
  const files = /* @__PURE__ */ new Map();
  for (const line of stdout.split("\0")) {
    const tab = line.indexOf("	");
    if (tab < 0) continue;
    const [mode = "", , id = "", size = "0"] = line.slice(0, tab).split(/ +/);
    files.set(line.slice(tab + 1), { mode: modes[mode] ?? "file", id, size: size === "-" ? 0 : Number(size) });
  }
  const store = openObjectStore(repository.root);
  const blob = (file) => store.blob(file.id);
  return makeTree(
    { id: commit, commit },
    files,
    {
      bytes: (_path, file) => blob(file),
      linkTarget: async (_path, file) => new TextDecoder().decode(await blob(file))
    },
    store.close
  );
}

// actions/lib/findings/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprintOf(parts) {
  const { subject } = parts;
  const identity2 = subject === void 0 ? [parts.file ?? ""] : [
    subject.cluster ?? "",
    subject.application ?? "",
    groupOf(subject.apiVersion),
    subject.kind,
    subject.namespace ?? "",
    subject.name,
    ...parts.file === void 0 ? [] : [parts.file]
  ];
  return createHash("sha256").update(JSON.stringify([parts.rule, ...identity2, parts.pointer, parts.value])).digest("hex").slice(0, 16);
}
function groupOf(apiVersion) {
  return apiVersion.includes("/") ? apiVersion.split("/")[0] ?? "" : "";
}

export {
  compareTrees,
  distFile,
  fingerprintOf,
  openCommitTree
};
