import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  matchesPattern
} from "./chunk-UNCBMZAL.js";

// actions/lib/text/glob.ts
function matchesGlob(pattern, path) {
  const [parts, names] = [pattern.split("/"), path.split("/")];
  let reached = names.map(() => false);
  reached.unshift(true);
  for (const part of parts) {
    const next = reached.map(() => false);
    for (const [index, isReached] of reached.entries()) {
      if (part === "**") next[index] = isReached || next[index - 1] === true;
      else if (isReached && index < names.length && matchesPattern(part, names[index] ?? "")) next[index + 1] = true;
    }
    reached = next;
  }
  return reached.at(-1) === true;
}
function liesIn(patterns, folder) {
  const names = folder.split("/");
  return names.some((_, index) => {
    const parent = names.slice(0, index + 1).join("/");
    return patterns.some((pattern) => matchesGlob(pattern, parent));
  });
}

export {
  matchesGlob,
  liesIn
};
