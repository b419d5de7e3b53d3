import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  readBytes
} from "./chunk-42QBOY6I.js";
import {
  exitCodes
} from "./chunk-INY6RX63.js";
import {
  openPlan,
  putBackCommands,
  readEnvelope
} from "./chunk-5O73V4NT.js";
import {
  holdsState,
  placeCarried,
  readKeys
} from "./chunk-YWJLLPMX.js";
import "./chunk-7TBRGYSM.js";
import {
  countsInWords,
  shortFingerprint
} from "./chunk-W5DSIOOB.js";
import "./chunk-AKB3YNBQ.js";
import "./chunk-I5D3UE5R.js";
import {
  displayCommand
} from "./chunk-XQ555Z5O.js";
import "./chunk-UNCBMZAL.js";
import {
  oneLine
} from "./chunk-RJ5VNCEM.js";
import {
  UserError,
  errorMessage
} from "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";

// actions/cli/terraform/run-open.ts
import { existsSync } from "node:fs";
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";

// actions/cli/terraform/describe-envelope.ts
function describeEnvelope(envelope) {
  const { root, path, tool, toolVersion, workspace, repository, head, base, pullRequest, run, runAttempt } = envelope;
  const isState = holdsState(envelope);
  const { workflow, event, createdAt, state, counts, needsApply, guards, fingerprint, encryption, lockHash } = envelope;
  const does = needsApply ? countsInWords(counts) || "changes" : "nothing to apply";
  const rows = [
    ["root", path === root ? root : `${root} (${path})`],
    ["does", isState ? void 0 : does],
    ...guards.map(({ guard, severity, address }) => ["guard", `${severity} ${guard} ${address ?? ""}`.trim()]),
    ["tool", `${tool} ${toolVersion}`],
    ["workspace", workspace],
    [
      "state",
      isState ? void 0 : state === void 0 ? "did not exist yet" : `serial ${state.serial}, lineage ${state.lineage}`
    ],
    ["lock file", lockHash],
    ["repository", repository],
    ["commit", head],
    ["base", base],
    ["pull request", pullRequest === void 0 ? void 0 : `#${pullRequest}`],
    ["run", `${run}, attempt ${runAttempt}, on ${event}`],
    ["workflow", workflow],
    ["made at", createdAt],
    ["plan", isState ? void 0 : shortFingerprint(fingerprint)],
    ["key", encryption.cipher === "none" ? "none: not encrypted" : encryption.keyId]
  ];
  return rows.flatMap(([name, value]) => value === void 0 ? [] : [`${name.padEnd(14)}${value}`]);
}

// actions/cli/terraform/run-open.ts
var maxSealedBytes = 260 * 1024 * 1024;
var maxKeyBytes = 64 * 1024;
var keysVariable = "SEAWORTHY_PLAN_KEYS";
var fileNames = {
  plan: "plan",
  json: "plan.json",
  text: "plan.txt",
  carried: "carried",
  state: "terraform.tfstate"
};
async function runOpen({ values, positionals }, terminal) {
  const [path] = positionals;
  if (path === void 0)
    throw new UserError("Nothing says which plan.", { next: "name a file of the artifact that the plans are in" });
  if (typeof values.out !== "string")
    throw new UserError("Nothing says where to write.", { next: "name a new folder: --out DIR" });
  if (path === "-" && values.keys === "-")
    throw new UserError("The plan and its key cannot both come by stdin.", { next: "give one of them as a file" });
  const folder = resolve(terminal.cwd, values.out);
  await requireFree(folder);
  const bytes = await readBytes(terminal, path, {
    maxBytes: maxSealedBytes,
    next: "name a file of the artifact that the plans are in"
  });
  const isSealed = readEnvelope(bytes, path).encryption.cipher !== "none";
  const keys = isSealed ? await readPlanKeys(values.keys, terminal) : [];
  const { envelope, parts } = openPlan(bytes, keys, { where: path, unencrypted: true });
  await writeParts(folder, parts);
  const isState = holdsState(envelope);
  const lines = [
    ...isState ? [`This is the STATE of ${envelope.root}, which its backend did not take.`, ""] : [],
    ...describeEnvelope(envelope),
    "",
    `Written to ${folder}:`,
    ...written(parts).map((name) => `  ${name}`),
    "",
    ...isState ? howToPutBack(envelope, folder) : howToLook(envelope, folder)
  ];
  await terminal.write(`${lines.map(oneLine).join("\n")}
`);
  if (!isSealed) terminal.warn("warning: It was not encrypted: nothing proves that nobody changed it.\n");
  const secret = isState ? "terraform.tfstate holds every secret of the root" : "plan and plan.json hold every secret of the plan";
  terminal.warn(`warning: ${secret} in clear. Remove the folder when you are done.
`);
  return exitCodes.done;
}
function howToLook({ path, tool, toolVersion }, folder) {
  const place = path === "." ? "the root of the repository" : path;
  return [
    `To look at it: plan.txt; or, in ${place} after \`${tool} init\`, with ${tool} ${toolVersion}:`,
    `  ${displayCommand(tool, ["show", join(folder, fileNames.plan)])}`
  ];
}
function howToPutBack(envelope, folder) {
  return [
    "Put it back before anything else is planned. In the clone, at that commit (where the settings have backend-config, give it to init):",
    ...putBackCommands(envelope, join(folder, fileNames.state)).map((command) => `  ${command}`)
  ];
}
async function readPlanKeys(given, terminal) {
  if (typeof given === "string") {
    const next = "name a file with the key; a key itself does not belong on a command line";
    const bytes = await readBytes(terminal, given, { maxBytes: maxKeyBytes, next });
    return readKeys(bytes.toString("utf8"), given === "-" ? "stdin" : given);
  }
  const text = terminal.environment[keysVariable];
  if (text !== void 0 && text !== "") return readKeys(text, keysVariable);
  throw new UserError("The plan is encrypted, and there is no key.", {
    next: `give the key that it was sealed with: --keys FILE, or the variable ${keysVariable}`
  });
}
async function requireFree(folder) {
  if (!existsSync(folder)) return;
  const names = await readdir(folder).catch(() => void 0);
  if (names?.length === 0) return;
  throw new UserError(names === void 0 ? "This is no folder that can be read." : "The folder is not empty.", {
    where: folder,
    next: "name one that is not there yet"
  });
}
async function writeParts(folder, parts) {
  const made = await mkdir(folder, { recursive: true, mode: 448 });
  const carried = parts.filter(({ kind }) => kind === "carried");
  try {
    for (const { kind, bytes } of parts)
      if (kind !== "carried") await writeFile(join(folder, fileNames[kind]), bytes, { flag: "wx", mode: 384 });
    if (carried.length === 0) return;
    await mkdir(join(folder, fileNames.carried), { mode: 448 });
    const forOneself = carried.map((part) => ({ ...part, mode: (part.mode ?? 0) & 64 ? 448 : 384 }));
    await placeCarried(join(folder, fileNames.carried), forOneself);
  } catch (cause) {
    for (const name of Object.values(fileNames)) await rm(join(folder, name), { recursive: true, force: true });
    if (made !== void 0) await rm(folder, { recursive: true, force: true });
    if (cause instanceof UserError) throw cause;
    throw new UserError(`The plan cannot be written: ${errorMessage(cause)}`, {
      where: folder,
      next: "name another folder",
      cause
    });
  }
}
var written = (parts) => parts.map(({ kind, path }) => kind === "carried" ? `${fileNames.carried}/${path}` : fileNames[kind]);
export {
  runOpen
};
