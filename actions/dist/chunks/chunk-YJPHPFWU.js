import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  runTool,
  toolEnvironment
} from "./chunk-XQ555Z5O.js";

// actions/lib/git/run-git.ts
function gitArguments(directory, args) {
  return [
    "-C",
    directory,
    "--no-pager",
    "-c",
    "core.quotepath=off",
    "-c",
    "core.fsmonitor=false",
    "-c",
    "core.hooksPath=/dev/null",
    ...args
  ];
}
function gitEnvironment() {
  return toolEnvironment(["GIT_CONFIG_COUNT", "GIT_CONFIG_GLOBAL", "GIT_CEILING_DIRECTORIES"], {
    GIT_TERMINAL_PROMPT: "0",
    GIT_OPTIONAL_LOCKS: "0",
    GIT_NO_LAZY_FETCH: "1",
    LC_ALL: "C"
  });
}
async function git(directory, args, acceptExitCodes = [0]) {
  return runTool({
    tool: "git",
    args: gitArguments(directory, args),
    env: gitEnvironment(),
    acceptExitCodes,
    timeoutMs: 12e4,
    maxOutputBytes: 256 * 1024 * 1024
  });
}

export {
  gitArguments,
  gitEnvironment,
  git
};
