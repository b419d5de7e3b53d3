import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  showVersion
} from "./chunk-6XCVKKI3.js";
import {
  isDigest,
  splitImage
} from "./chunk-NTJZ2C6H.js";

// actions/lib/bump/expectation.ts
function parseVersion(text) {
  if (isDigest(text)) return { digest: text };
  const { name, tag, digest } = splitImage(text);
  const written = tag ?? name;
  return { ...written !== "" && { tag: written }, ...digest !== void 0 && { digest } };
}
function includesVersion(whole, part) {
  return (part.tag !== void 0 || part.digest !== void 0) && (part.tag === void 0 || part.tag === whole.tag) && (part.digest === void 0 || part.digest === whole.digest);
}
function expectationProblem(expect, found, wanted) {
  if (expect === void 0 || includesVersion(found, parseVersion(expect)) || includesVersion(found, wanted))
    return void 0;
  return `it has ${showVersion(found)}, not ${expect} as expected: somebody else changed it; look again before you set it`;
}

export {
  parseVersion,
  includesVersion,
  expectationProblem
};
