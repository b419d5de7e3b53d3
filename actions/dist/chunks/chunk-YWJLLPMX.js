import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  matchesGlob
} from "./chunk-7TBRGYSM.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/terraform/envelope/carry.ts
import { lstat, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
var maxFiles = 1e3;
var maxTotalBytes = 64 * 1024 * 1024;
var maxSeen = 1e5;
var maxDepth = 64;
async function collectCarried(folder, patterns) {
  if (patterns.length === 0) return [];
  for (const pattern of patterns) requireCarriable(pattern, folder);
  const unused = new Set(patterns);
  const parts = [];
  let total = 0;
  for (const { path, isFile } of await filesBelow(folder)) {
    const fitting = patterns.filter((pattern) => matchesGlob(pattern, path));
    if (fitting.length === 0) continue;
    for (const pattern of fitting) unused.delete(pattern);
    requireCarriable(path, folder);
    if (!isFile) {
      throw new UserError(`${path} is a symlink or no ordinary file, and cannot be carried.`, {
        where: folder,
        next: "carry the file that it leads to"
      });
    }
    const { size, mode } = await lstat(join(folder, path));
    total += size;
    if (parts.length >= maxFiles || total > maxTotalBytes) {
      throw new UserError(`At most ${maxFiles} files with ${maxTotalBytes} bytes in all are carried.`, {
        where: folder,
        next: "narrow the patterns of `carry`"
      });
    }
    parts.push({ kind: "carried", path, mode: mode & 511, bytes: await readFile(join(folder, path)) });
  }
  const [missing] = unused;
  if (missing === void 0) return parts;
  throw new UserError(`No file fits the pattern ${missing} of \`carry\`.`, {
    where: folder,
    next: "correct the pattern, or take it out of the settings"
  });
}
async function filesBelow(folder) {
  const found = [];
  const pending = [""];
  let seen = 0;
  for (let directory = pending.pop(); directory !== void 0; directory = pending.pop()) {
    for (const entry of await readdir(join(folder, directory), { withFileTypes: true })) {
      seen += 1;
      const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
      if (seen > maxSeen || path.split("/").length > maxDepth) {
        throw new UserError(`There are too many files, or too deep ones, to look for those to carry.`, {
          where: folder
        });
      }
      if (!entry.isDirectory()) found.push({ path, isFile: entry.isFile() });
      else if (!toolFolders.has(entry.name)) pending.push(path);
    }
  }
  return found.sort((a, b) => a.path < b.path ? -1 : 1);
}
var toolFolders = /* @__PURE__ */ new Set([".git", ".terraform", "terraform.d", "node_modules"]);
async function placeCarried(folder, parts) {
  const files = parts.flatMap(
    ({ kind, path = "", mode = 420, bytes }) => kind === "carried" ? [{ path, mode: mode & 511, bytes }] : []
  );
  const missing = [];
  for (const file of files) {
    requireCarriable(file.path, folder);
    if (!await isThere(folder, file.path, file.bytes)) missing.push(file);
  }
  for (const { path, mode, bytes } of missing) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), bytes, { flag: "wx", mode });
  }
}
async function isThere(folder, path, bytes) {
  const names = path.split("/");
  for (const [index] of names.entries()) {
    const at = names.slice(0, index + 1).join("/");
    const status = await lstat(join(folder, at)).catch((error) => {
      if (error.code === "ENOENT") return void 0;
      throw error;
    });
    if (status === void 0) return false;
    const isLast = index === names.length - 1;
    if (isLast && status.isFile() && Buffer.from(bytes).equals(await readFile(join(folder, at)))) return true;
    if (isLast || !status.isDirectory()) {
      throw new UserError(`The carried file ${path} cannot be written: ${at} is something else already.`, {
        where: folder,
        next: "carry only files that are built, and keep them out of the repository"
      });
    }
  }
  return false;
}
var configuration = /\.(tf|tofu|tfvars|tfstate|tfplan|tfrc|terraformrc|tofurc)(\.json|\.backup)?$|^\.?terraform(rc|\.rc)$|^\.terraform\.lock\.hcl$|^\.(terraform|opentofu)-version$|\.tf(test|query|mock|deploy|stack|component)\.(hcl|json)$|\.tofutest\.(hcl|json)$/i;
function requireCarriable(path, where) {
  const names = path.split("/");
  const refuse = (why) => new UserError(`\u201C${path.slice(0, 200)}\u201D cannot be carried: ${why}.`, {
    where,
    next: "carry only files below the root module\u2019s folder that are built while planning"
  });
  if (path.length > 1e3 || /[\\\u0000-\u001f\u007f]/.test(path))
    throw refuse("its name has characters that paths have not");
  if (names.some((name) => name === "" || name === "." || name === "..") || /^[a-z]:/i.test(path)) {
    throw refuse("it is not a path below the folder");
  }
  if (names.some((name) => toolFolders.has(name.toLowerCase()))) throw refuse("it is in a folder of the tool or of Git");
  if (configuration.test(names.at(-1) ?? "")) throw refuse("its name is one that the tool reads as configuration");
}

// actions/lib/terraform/envelope/keys.ts
import { createHash, hkdfSync } from "node:crypto";
var makeOne = "make one with `openssl rand -base64 32` and keep it as a secret of the repository";
var maxKeys = 10;
function readKeys(text, where) {
  const entries = text.split(/[\s,]+/).filter((entry) => entry !== "");
  if (entries.length > maxKeys) {
    throw new UserError(`There are ${entries.length} keys; at most ${maxKeys} are read.`, {
      where,
      next: "take out those that no plan waits for"
    });
  }
  const keys = /* @__PURE__ */ new Map();
  for (const [index, entry] of entries.entries()) {
    const key = deriveKey(readBytes(entry, index + 1, where));
    keys.set(key.id, key);
  }
  const [first, ...others] = keys.values();
  if (first === void 0) throw new UserError("There is no key.", { where, next: makeOne });
  return [first, ...others];
}
function readBytes(entry, number, where) {
  const refuse = (why) => new UserError(`Key ${number} ${why}.`, { where, next: makeOne });
  const [, name, text = entry] = /^([\w.-]{1,64}):(.*)$/.exec(entry) ?? [];
  if (text === "") throw refuse(`is empty after its name, ${name}`);
  const bytes = /^[0-9a-f]{64}$/i.test(text) ? Buffer.from(text, "hex") : /^[\w+/-]{43}=?$/.test(text) ? Buffer.from(text, "base64") : void 0;
  if (bytes?.length !== 32) throw refuse("is not 32 bytes in base64 (44 characters) or hexadecimal (64)");
  if (bytes.every((byte) => byte >= 32 && byte < 127)) throw refuse("is a text, where random bytes are needed");
  if (new Set(bytes).size < 12) throw refuse("is not random: its bytes repeat");
  return bytes;
}
function deriveKey(bytes) {
  const derive = (use) => new Uint8Array(hkdfSync("sha256", bytes, "seaworthy terraform plan", `${use} v1`, 32));
  return {
    id: createHash("sha256").update(derive("key id")).digest("hex").slice(0, 8),
    encryption: derive("encryption"),
    fingerprint: derive("fingerprint")
  };
}

// actions/lib/terraform/envelope/seal.ts
import { createCipheriv, randomBytes } from "node:crypto";

// actions/lib/terraform/envelope/check-envelope.ts
var maxText = 4096;
var maxContents = 2e3;
var maxGuards = 1e4;
var printable = /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u;
function checkEnvelope(data, where) {
  const refuse = (field, demand) => new UserError(`The description of the sealed plan is not usable: ${field} is not ${demand}.`, {
    where,
    next: "plan and apply with one version of Seaworthy"
  });
  const fieldsOf = (value, field) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw refuse(field, "an object");
  };
  const all = fieldsOf(data, "it");
  const own = (fields, name) => Object.hasOwn(fields, name) ? fields[name] : void 0;
  const text = (fields, name, pattern = printable, demand = "a text") => {
    const value = own(fields, name);
    if (typeof value === "string" && value.length <= maxText && pattern.test(value)) return value;
    throw refuse(name, demand);
  };
  const optional = (fields, name, read) => own(fields, name) === void 0 ? {} : { [name]: read() };
  const number = (fields, name) => {
    const value = own(fields, name);
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    throw refuse(name, "a whole number");
  };
  const list = (name, limit) => {
    const value = own(all, name);
    if (Array.isArray(value) && value.length <= limit) return value.map((item) => fieldsOf(item, `an entry of ${name}`));
    throw refuse(name, `a list of at most ${limit} entries`);
  };
  const sha256 = (name) => text(all, name, /^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal");
  const commit = (name) => text(all, name, /^([0-9a-f]{40}|[0-9a-f]{64})$/, "the id of a commit");
  if (own(all, "format") !== 1) throw refuse("format", "1");
  const needsApply = own(all, "needsApply");
  if (typeof needsApply !== "boolean") throw refuse("needsApply", "true or false");
  const tool = text(all, "tool", /^(terraform|tofu)$/, "terraform or tofu");
  const encryption = fieldsOf(own(all, "encryption"), "encryption");
  const cipher = text(encryption, "cipher", /^(aes-256-gcm|none)$/, "aes-256-gcm or none");
  const counts = fieldsOf(own(all, "counts"), "counts");
  const state = own(all, "state") === void 0 ? void 0 : fieldsOf(own(all, "state"), "state");
  return {
    format: 1,
    root: text(all, "root"),
    path: text(all, "path"),
    tool: tool === "tofu" ? "tofu" : "terraform",
    toolVersion: text(all, "toolVersion"),
    workspace: text(all, "workspace"),
    ...optional(all, "lockHash", () => sha256("lockHash")),
    filesHash: sha256("filesHash"),
    repository: text(all, "repository", /^[\w.-]+\/[\w.-]+$/, "owner/name"),
    ...optional(all, "base", () => commit("base")),
    head: commit("head"),
    ...optional(all, "pullRequest", () => number(all, "pullRequest")),
    run: text(all, "run"),
    runAttempt: text(all, "runAttempt"),
    workflow: text(all, "workflow"),
    event: text(all, "event"),
    createdAt: text(all, "createdAt", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, "a time in UTC"),
    ...state && { state: { lineage: text(state, "lineage"), serial: number(state, "serial") } },
    counts: {
      create: number(counts, "create"),
      update: number(counts, "update"),
      replace: number(counts, "replace"),
      delete: number(counts, "delete"),
      read: number(counts, "read"),
      forget: number(counts, "forget"),
      move: number(counts, "move"),
      import: number(counts, "import"),
      outputs: number(counts, "outputs"),
      invoke: number(counts, "invoke"),
      deferred: number(counts, "deferred"),
      other: number(counts, "other"),
      drift: number(counts, "drift"),
      failedChecks: number(counts, "failedChecks"),
      unchanged: number(counts, "unchanged")
    },
    needsApply,
    guards: list("guards", maxGuards).map((guard) => ({
      guard: text(guard, "guard"),
      severity: text(guard, "severity"),
      ...optional(guard, "address", () => text(guard, "address"))
    })),
    fingerprint: text(all, "fingerprint"),
    encryption: cipher === "none" ? { cipher: "none" } : { cipher: "aes-256-gcm", keyId: text(encryption, "keyId", /^[0-9a-f]{8}$/, "eight hexadecimal digits") },
    contents: list("contents", maxContents).map((part) => ({
      kind: partKind(text(part, "kind", /^(plan|json|text|carried|state)$/, "plan, json, text, carried or state")),
      ...optional(part, "path", () => text(part, "path")),
      bytes: number(part, "bytes"),
      ...optional(part, "mode", () => number(part, "mode"))
    }))
  };
}
var partKind = (kind) => kind === "plan" || kind === "json" || kind === "text" || kind === "state" ? kind : "carried";

// actions/lib/terraform/envelope/container.ts
var magic = Buffer.from("SWPLAN\0", "latin1");
var nonceBytes = 12;
var tagBytes = 16;
var maxEnvelopeBytes = 1024 * 1024;
var maxPartBytes = 256 * 1024 * 1024;
function header(envelope) {
  const json = Buffer.from(JSON.stringify(envelope), "utf8");
  if (json.length > maxEnvelopeBytes) throw tooLarge(json.length, envelope.root);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([magic, length, json]);
}
var tooLarge = (bytes, where) => new UserError(`The description of a plan has ${bytes} bytes; at most ${maxEnvelopeBytes} are read.`, { where });
function partBytes(contents, where) {
  const total = contents.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= maxPartBytes) return total;
  throw new UserError(`A plan with its files has ${total} bytes; at most ${maxPartBytes} are carried.`, {
    where,
    next: "carry fewer files, or plan in smaller roots"
  });
}
function readContainer(bytes, where) {
  const refuse = (what, next = "plan again, and take the artifact as it was uploaded") => new UserError(what, { where, next });
  const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!data.subarray(0, 6).equals(magic.subarray(0, 6))) throw refuse("This is not a plan that Seaworthy has sealed.");
  if (data.length < magic.length + 4) throw refuse("The sealed plan is cut off.");
  if (!data.subarray(0, 8).equals(magic)) {
    throw refuse("The sealed plan is in a format that this version does not know.", "plan and apply with one version");
  }
  const length = data.readUInt32BE(magic.length);
  if (length > maxEnvelopeBytes) throw tooLarge(length, where);
  const start = magic.length + 4;
  const end = start + length;
  if (data.length < end) throw refuse("The sealed plan is cut off.");
  const envelope = checkEnvelope(parse(data.subarray(start, end), refuse), where);
  const sealed = envelope.encryption.cipher === "none" ? 0 : nonceBytes + tagBytes;
  const expected = end + sealed + partBytes(envelope.contents, where);
  if (data.length !== expected) {
    throw refuse(
      data.length < expected ? "The sealed plan is cut off." : `The sealed plan has ${data.length - expected} bytes too many.`
    );
  }
  const body = end + sealed;
  const nonceEnd = Math.min(end + nonceBytes, body);
  return {
    envelope,
    associated: data.subarray(0, end),
    nonce: data.subarray(end, nonceEnd),
    tag: data.subarray(nonceEnd, body),
    body: data.subarray(body)
  };
}
function parse(bytes, refuse) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse("The description of the sealed plan is not JSON.");
  }
}

// actions/lib/terraform/envelope/seal.ts
function sealPlan({ envelope, parts, key }) {
  const complete = checkEnvelope(
    {
      ...envelope,
      format: 1,
      encryption: key === "unencrypted" ? { cipher: "none" } : { cipher: "aes-256-gcm", keyId: key.id },
      contents: parts.map(({ bytes, ...part }) => ({ ...part, bytes: bytes.length }))
    },
    envelope.root
  );
  requireContents(complete);
  partBytes(complete.contents, envelope.root);
  const associated = header(complete);
  if (key === "unencrypted") return Buffer.concat([associated, ...parts.map(({ bytes }) => bytes)]);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key.encryption, nonce);
  cipher.setAAD(associated);
  const body = parts.map(({ bytes }) => cipher.update(bytes));
  body.push(cipher.final());
  return Buffer.concat([associated, nonce, cipher.getAuthTag(), ...body]);
}
function requireContents({ contents, root }) {
  const names = contents.map(({ kind, path }) => kind === "carried" ? `the file ${path}` : `the ${kind}`);
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== void 0) throw new UserError(`A sealed plan has ${twice} twice.`, { where: root });
  if (names.includes("the state") && names.length > 1)
    throw new UserError("A sealed state has something else beside it.", { where: root });
  if (!names.includes("the plan") && !names.includes("the state"))
    throw new UserError("A sealed plan has no plan inside.", { where: root });
}
var holdsState = ({ contents }) => contents.some(({ kind }) => kind === "state");

export {
  collectCarried,
  placeCarried,
  readKeys,
  tagBytes,
  readContainer,
  sealPlan,
  requireContents,
  holdsState
};
