import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readContainer,
  requirePlan,
  tagBytes
} from "./chunk-MFSCNGA5.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

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
  requirePlan(envelope);
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
  readEnvelope,
  openPlan
};
