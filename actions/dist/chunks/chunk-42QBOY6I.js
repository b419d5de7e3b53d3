import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError,
  errorMessage
} from "./chunk-XKMBV7AT.js";

// actions/cli/read-bytes.ts
import { createReadStream } from "node:fs";
import { resolve } from "node:path";
async function readBytes(terminal, path, { maxBytes, next }) {
  const file = resolve(terminal.cwd, path);
  const where = path === "-" ? "stdin" : file;
  const chunks = [];
  let size = 0;
  try {
    for await (const chunk of path === "-" ? terminal.input() : createReadStream(file)) {
      size += chunk.length;
      if (size > maxBytes) throw tooLarge(maxBytes, where);
      chunks.push(chunk);
    }
  } catch (cause) {
    if (cause instanceof UserError) throw cause;
    throw new UserError(unreadable(cause), { where, next, cause });
  }
  return Buffer.concat(chunks);
}
function unreadable(cause) {
  const code = cause instanceof Error && "code" in cause ? cause.code : void 0;
  if (code === "ENOENT") return "There is no such file.";
  return code === "EISDIR" ? "This is a folder." : `It cannot be read: ${errorMessage(cause)}`;
}
var tooLarge = (maxBytes, where) => new UserError(`It is larger than ${Math.floor(maxBytes / 1024 / 1024)} MiB, and is not read.`, {
  where,
  next: "see that it is the file that you mean"
});

export {
  readBytes
};
