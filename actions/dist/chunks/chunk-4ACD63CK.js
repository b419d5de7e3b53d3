import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/git/tree.ts
var maxFileBytes = 10 * 1024 * 1024;
function makeTree(identity, files, contents, close = async () => {
}) {
  const sortedPaths = [...files.keys()].sort();
  const directories = /* @__PURE__ */ new Set([""]);
  for (const path of sortedPaths) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const directory = path.slice(0, end);
      if (directories.has(directory)) break;
      directories.add(directory);
    }
  }
  const read = async (path) => {
    const resolved = await resolveLinks(path, files, contents);
    if (typeof resolved !== "string") return resolved;
    if (resolved !== path) {
      return files.has(resolved) || directories.has(resolved) ? { type: "link", target: resolved } : { type: "missing" };
    }
    if (directories.has(path)) return { type: "directory" };
    const file = files.get(path);
    if (file === void 0) return { type: "missing" };
    if (file.mode === "submodule")
      return { type: "refused", reason: "it is a submodule, whose content is not in this repository" };
    if (file.size > maxFileBytes) {
      return { type: "refused", reason: `it has ${file.size} bytes; at most ${maxFileBytes} are read` };
    }
    try {
      return { type: "file", bytes: await contents.bytes(path, file) };
    } catch (error) {
      return { type: "refused", reason: error instanceof Error ? error.message : String(error) };
    }
  };
  return { ...identity, files, read, list: (directory) => below(sortedPaths, directory), close };
}
function below(sortedPaths, directory) {
  if (directory === "") return sortedPaths;
  const prefix = `${directory}/`;
  let low = 0;
  let high = sortedPaths.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (sortedPaths[middle] < prefix) low = middle + 1;
    else high = middle;
  }
  let end = low;
  while (end < sortedPaths.length && sortedPaths[end].startsWith(prefix)) end += 1;
  return sortedPaths.slice(low, end);
}
var maxLinks = 40;
async function resolveLinks(path, files, contents) {
  let pending = path.split("/").filter((part) => part !== "");
  let resolved = [];
  let followed = 0;
  while (pending.length > 0) {
    const part = pending.shift();
    if (part === ".") continue;
    if (part === "..") {
      if (resolved.length === 0) return { type: "refused", reason: "the path leaves the repository" };
      resolved.pop();
      continue;
    }
    resolved.push(part);
    const here = resolved.join("/");
    const file = files.get(here);
    if (file?.mode !== "symlink") continue;
    followed += 1;
    if (followed > maxLinks) return { type: "refused", reason: `the symlink at ${here} leads in a circle` };
    let target;
    try {
      target = await contents.linkTarget(here, file);
    } catch (error) {
      return { type: "refused", reason: error instanceof Error ? error.message : String(error) };
    }
    if (target.startsWith("/")) return { type: "refused", reason: `the symlink at ${here} leaves the repository` };
    resolved.pop();
    const next = [...target.split("/"), ...pending];
    if (escapes(resolved, next)) return { type: "refused", reason: `the symlink at ${here} leaves the repository` };
    pending = next.filter((step) => step !== "");
    resolved = [...resolved];
  }
  return resolved.join("/");
}
function escapes(from, steps) {
  let depth = from.length;
  for (const step of steps) {
    if (step === "..") depth -= 1;
    else if (step !== "." && step !== "") depth += 1;
    if (depth < 0) return true;
  }
  return false;
}

export {
  maxFileBytes,
  makeTree
};
