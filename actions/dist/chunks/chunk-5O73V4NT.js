import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readContainer,
  requireContents,
  tagBytes
} from "./chunk-YWJLLPMX.js";
import {
  displayCommand
} from "./chunk-XQ555Z5O.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/terraform/applying/put-back-state.ts
import { posix } from "node:path";
function putBackCommands(root, file) {
  const { path, tool, workspace = "default", backendConfig = [] } = root;
  const settings = backendConfig.map(
    (entry) => `-backend-config=${entry.includes("=") ? entry : posix.relative(path, entry)}`
  );
  const inWorkspace = (...args) => workspace === "default" ? displayCommand(tool, args) : displayCommand("env", [`TF_WORKSPACE=${workspace}`, tool, ...args]);
  return [
    ...path === "." ? [] : [displayCommand("cd", [path])],
    inWorkspace("init", ...settings),
    inWorkspace("state", "push", file)
  ];
}

// actions/lib/terraform/envelope/open.ts
import { createDecipheriv } from "node:crypto";
var readEnvelope = (bytes, where = "sealed plan") => readContainer(bytes, where).envelope;
function openPlan(bytes, keys, options = {}) {
  const where = options.where ?? "sealed plan";
  const container = readContainer(bytes, where);
  const { envelope } = container;
  if (envelope.encryption.cipher === "none" && options.unencrypted !== true) {
    throw new UserError("The plan is not encrypted, so that nothing proves that nobody changed it.", {
      where,
      next: "plan again with a key, or turn encryption off where it is applied too"
    });
  }
  const clear = decrypt(container, keys, where);
  requireContents(envelope);
  let start = 0;
  const parts = envelope.contents.map(({ bytes: length, ...part }) => {
    start += length;
    return { ...part, bytes: clear.subarray(start - length, start) };
  });
  return { envelope, parts };
}
function decrypt(container, keys, where) {
  const { envelope, associated, nonce, tag, body } = container;
  const { encryption } = envelope;
  if (encryption.cipher === "none") return body;
  const key = keys.find(({ id }) => id === encryption.keyId);
  if (key === void 0) {
    const have = keys.length === 0 ? "there is none" : `there is ${keys.map(({ id }) => id).join(", ")}`;
    throw new UserError(`The plan is encrypted with the key ${encryption.keyId}; ${have}.`, {
      where,
      next: "give the key that it was planned with as a further one, or plan again"
    });
  }
  const decipher = createDecipheriv("aes-256-gcm", key.encryption, nonce, { authTagLength: tagBytes });
  decipher.setAAD(associated);
  decipher.setAuthTag(tag);
  try {
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw new UserError("The sealed plan was changed after it was made: its seal does not fit.", {
      where,
      next: "do not apply it; find out who could write the artifact, and plan again"
    });
  }
}

export {
  putBackCommands,
  readEnvelope,
  openPlan
};
