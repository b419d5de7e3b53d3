import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  git
} from "./chunk-YJPHPFWU.js";

// actions/lib/verdict/identity.ts
async function identityOf(repository, settings, options) {
  const known = [...repository?.origin === void 0 ? [] : [repository.origin], ...options.repositoryNames ?? []];
  return {
    repositories: settings.repositories.length > 0 ? settings.repositories : known,
    revisions: [.../* @__PURE__ */ new Set(["HEAD", ...await branches(repository), ...options.branches ?? []])]
  };
}
async function branches(repository) {
  if (repository === void 0) return ["main", "master"];
  const [current, remote] = await Promise.all([
    git(repository.root, ["symbolic-ref", "--quiet", "--short", "HEAD"], [0, 1, 128]),
    git(repository.root, ["symbolic-ref", "--quiet", "--short", "refs/remotes/origin/HEAD"], [0, 1, 128])
  ]);
  const fallback = remote.stdout.trim() === "" ? ["main", "master"] : [];
  const names = [current.stdout.trim(), remote.stdout.trim().replace(/^origin\//, ""), repository.head ?? ""].filter(
    (name) => name !== ""
  );
  return [...names, ...fallback];
}

export {
  identityOf
};
