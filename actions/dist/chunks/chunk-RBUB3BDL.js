import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  gitArguments,
  gitEnvironment
} from "./chunk-YJPHPFWU.js";

// actions/lib/git/object-store.ts
import { spawn } from "node:child_process";
function openObjectStore(directory) {
  let started;
  return {
    blob: (id) => {
      started ??= start(directory);
      return started.blob(id);
    },
    close: async () => {
      await started?.close();
      started = void 0;
    }
  };
}
function start(directory) {
  const child = spawn("git", gitArguments(directory, ["cat-file", "--batch"]), {
    env: gitEnvironment(),
    stdio: ["pipe", "pipe", "ignore"]
  });
  const waiting = [];
  let buffered = [];
  let size = 0;
  let failed;
  const fail = (error) => {
    failed ??= error;
    for (const one of waiting.splice(0)) one.reject(failed);
  };
  const deliver = () => {
    while (waiting.length > 0 && size > 0) {
      const all = buffered.length === 1 ? buffered[0] : Buffer.concat(buffered, size);
      buffered = [all];
      const newline = all.indexOf(10);
      if (newline < 0) return;
      const [, type, length] = all.toString("latin1", 0, newline).split(" ");
      const next = waiting[0];
      if (length === void 0) {
        waiting.shift();
        next.reject(
          new Error(`git has no content for ${next.id}: the clone is shallow or partial; fetch the whole history`)
        );
        buffered = [all.subarray(newline + 1)];
        size -= newline + 1;
        continue;
      }
      const end = newline + 1 + Number(length);
      if (size < end + 1) return;
      waiting.shift();
      if (type === "blob") next.resolve(new Uint8Array(all.subarray(newline + 1, end)));
      else next.reject(new Error(`${next.id} is a ${type}, not a file`));
      buffered = [all.subarray(end + 1)];
      size -= end + 1;
    }
  };
  child.stdout.on("data", (chunk) => {
    buffered.push(chunk);
    size += chunk.length;
    if (waiting.length > 0) deliver();
  });
  const ended = new Promise((resolve) => {
    child.once("error", (error) => {
      fail(new Error(`git could not be started: ${error.message}`));
      resolve();
    });
    child.once("close", () => {
      fail(new Error("git cat-file ended before it had answered"));
      resolve();
    });
  });
  child.stdin.on("error", () => {
  });
  return {
    blob: (id) => new Promise((resolve, reject) => {
      if (failed !== void 0) return reject(failed);
      waiting.push({ id, resolve, reject });
      child.stdin.write(`${id}
`);
    }),
    close: async () => {
      child.stdin.end();
      await ended;
    }
  };
}

export {
  openObjectStore
};
