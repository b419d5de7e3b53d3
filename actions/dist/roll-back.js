import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  bumpServices,
  defaultBranch,
  localObjects,
  proofsFor,
  prove,
  registryCredentials,
  settingsOf
} from "./chunks/chunk-NDU5HN5P.js";
import {
  parseTarget
} from "./chunks/chunk-3SD5ECG3.js";
import {
  compareVersions,
  describeHold,
  editFiles,
  findHold,
  findSites,
  guardedBy,
  hasEnded,
  holdKey,
  holdPath,
  listOf,
  mainScalar,
  mappingOf,
  openBump,
  openYamlText,
  parseHold,
  pinFor,
  promotionSource,
  readRecord,
  scalarKey,
  textOf,
  valueAtPath,
  wholeName
} from "./chunks/chunk-2YT6X3AF.js";
import {
  bumpMessage,
  commitsTouching,
  fenced,
  land,
  noteLines,
  openRemoteTree,
  readHead,
  refusalLines,
  siteTable,
  toldBumps
} from "./chunks/chunk-QRKAYZUO.js";
import {
  includesVersion,
  parseVersion
} from "./chunks/chunk-AHUM72QA.js";
import "./chunks/chunk-M2ABT3NJ.js";
import {
  showVersion,
  spellVersion,
  versionOf
} from "./chunks/chunk-6XCVKKI3.js";
import {
  renderDiff
} from "./chunks/chunk-SYNJ6LTT.js";
import "./chunks/chunk-ZTJULA66.js";
import {
  groupBy
} from "./chunks/chunk-RELZMWQM.js";
import {
  createClient,
  gitopsInputs,
  requireTarget,
  runUrl,
  scopeInputs
} from "./chunks/chunk-HJTFNHO4.js";
import "./chunks/chunk-56RTUG4F.js";
import {
  fitMarkdown
} from "./chunks/chunk-4ZBQLVRW.js";
import "./chunks/chunk-GUPIMB7Y.js";
import "./chunks/chunk-KZULBJD3.js";
import {
  ownerAndName
} from "./chunks/chunk-7KJE3CBL.js";
import {
  wasRefused
} from "./chunks/chunk-2XYIY64O.js";
import "./chunks/chunk-ZO4UCZNK.js";
import {
  imageKey,
  isDigest,
  isTag,
  matchName,
  parseReference,
  splitImage
} from "./chunks/chunk-NTJZ2C6H.js";
import {
  actionsLogger,
  defineOutputs,
  run,
  writeSummary
} from "./chunks/chunk-VAU6MW2Y.js";
import {
  defineInputs,
  flag,
  list,
  secret,
  text
} from "./chunks/chunk-DH4ITXBW.js";
import "./chunks/chunk-3WM4R74Q.js";
import "./chunks/chunk-RBUB3BDL.js";
import "./chunks/chunk-YJPHPFWU.js";
import {
  stringify
} from "./chunks/chunk-RDPHONAS.js";
import "./chunks/chunk-XQ555Z5O.js";
import {
  matchesPattern
} from "./chunks/chunk-UNCBMZAL.js";
import {
  code,
  escapeMarkdown
} from "./chunks/chunk-YXTR65BP.js";
import "./chunks/chunk-4ACD63CK.js";
import {
  clip,
  count,
  listed,
  oneLine
} from "./chunks/chunk-RJ5VNCEM.js";
import "./chunks/chunk-LFBZ2KVQ.js";
import {
  UserError
} from "./chunks/chunk-XKMBV7AT.js";
import "./chunks/chunk-T3T4D65W.js";

// actions/roll-back/inputs.ts
var days = {
  ...text(),
  absent: void 0,
  allowed: "a number of days from 1 to 365",
  parse: (value) => /^\d{1,3}$/.test(value) && Number(value) >= 1 && Number(value) <= 365 ? Number(value) : void 0
};
var inputs = defineInputs({
  images: { ...list(), required: true },
  to: text(),
  ...scopeInputs,
  reason: text({ required: true }),
  hold: flag({ default: true }),
  "hold-days": days,
  "check-registry": flag({ default: true }),
  "registry-host": text(),
  "registry-username": text(),
  "registry-password": secret(),
  ...gitopsInputs,
  "dry-run": flag({ default: false })
});
var outputs = defineOutputs({
  outcome: "refused",
  changed: "false",
  commit: "",
  "commit-url": "",
  verified: "false",
  attempts: "0",
  to: "[]",
  holds: ""
});
function readInputs(environment = process.env) {
  const read = inputs.read(environment);
  return { ...read, ...requireTarget(read, environment) };
}

// actions/lib/bump/state/write-hold.ts
var maxReason = 2e3;
var maxBy = 500;
function renderHold(hold) {
  const { image, tag, digest, environments, reason, by, run: run2, since, until } = hold;
  const fields = {
    image,
    ...tag !== void 0 && { tag },
    ...digest !== void 0 && { digest },
    environments,
    reason: clip(reason.toWellFormed(), maxReason),
    ...by !== void 0 && { by: clip(by.toWellFormed(), maxBy) },
    ...run2 !== void 0 && { run: run2 },
    since,
    ...until !== void 0 && { until }
  };
  const head = "# This version was rolled back. Every bump and promotion of it is refused until this file is removed, or `until` is past.\n";
  const text2 = stringify(fields, {
    lineWidth: 0,
    defaultStringType: "QUOTE_DOUBLE",
    defaultKeyType: "PLAIN",
    // One line a field: folded text is hard to read back by eye.
    doubleQuotedMinMultiLineLength: Number.MAX_SAFE_INTEGER
  });
  return head + text2.replace(unprintable, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
var unprintable = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff\ufffe\uffff]/g;
var utcTime = (time) => `${new Date(time).toISOString().slice(0, 19)}Z`;

// actions/lib/bump/state/plan-hold.ts
async function planHold({ image, bad, environments }, options, context, taken) {
  const { holds, now, files, state } = context;
  const { tag, digest } = bad;
  const subject = {
    image,
    ...tag !== void 0 && { tag },
    ...digest !== void 0 && { digest },
    environments: [...new Set(environments)].sort()
  };
  const same = holds.filter(({ hold: hold2 }) => holdKey(hold2) === holdKey(subject));
  const standing = same.find(({ hold: hold2 }) => !hasEnded(hold2, now));
  const hold = newHold(subject, options, standing?.hold, now);
  const text2 = renderHold(hold);
  const written = parseHold(text2, "hold");
  if ("problems" in written) {
    return {
      message: `the hold would not be valid: ${written.problems[0]?.message}; write it by hand, or set \`hold: false\``
    };
  }
  if (standing !== void 0 && saysEnough(standing.hold, written.hold)) {
    return { path: standing.file, change: void 0 };
  }
  const own = standing ?? same[0];
  const plain = holdPath(state, subject);
  const isFree = (path2) => !taken.has(path2) && !files.tree.files.has(path2);
  const path = own?.file ?? (isFree(plain) ? plain : holdPath(state, subject, true));
  const before = own === void 0 ? void 0 : await files.tree.read(path);
  if (own === void 0 ? !isFree(path) : before?.type !== "file") {
    return {
      message: `the hold cannot be written: ${path} is there, and is another hold or no plain file; move it away`
    };
  }
  taken.add(path);
  const bytes = before?.type === "file" ? before.bytes : void 0;
  return { path, change: { path, before: bytes, after: new TextEncoder().encode(text2) } };
}
function newHold(subject, { reason, by, run: run2, until }, standing, now) {
  const asked = until === void 0 ? void 0 : utcTime(until);
  const end = standing === void 0 || asked === void 0 || standing.until !== void 0 && standing.until < asked ? asked : standing.until;
  return {
    ...subject,
    reason,
    ...by !== void 0 && { by },
    ...run2 !== void 0 && { run: run2 },
    since: utcTime(now),
    ...end !== void 0 && { until: end }
  };
}
var saysEnough = (standing, wanted) => standing.reason === wanted.reason && standing.until === wanted.until;

// actions/lib/bump/roll-back/past-version.ts
var namingFields = ["name", "newName", "repository", "registry"];
function pastVersion(site, documents, bytes) {
  const opened = openYamlText(bytes);
  if ("refusals" in opened) return void 0;
  const older = opened.documents.map(({ data }) => data);
  const then = (scalar) => {
    if (scalar === void 0) return void 0;
    const text2 = textThen(scalar, documents, older, scalar === site.image);
    return text2 === void 0 ? void 0 : { ...scalar, text: text2 };
  };
  const [image, tag, digest] = [then(site.image), then(site.tag), then(site.digest)];
  if (image === void 0 && tag === void 0 && digest === void 0) return void 0;
  if (image !== void 0 && site.image !== void 0 && nameIn(image.text) !== nameIn(site.image.text))
    return void 0;
  const { form, name, aliases } = site;
  return versionOf({ form, name, aliases, ...image && { image }, ...tag && { tag }, ...digest && { digest } });
}
function textThen({ document, path }, documents, older, namesItself) {
  const now = documents[document];
  const id = objectId(now);
  const then = id === void 0 ? older[document] : older.find((data) => objectId(data) === id);
  const pathThen = samePath(now, then, path);
  if (pathThen === void 0) return void 0;
  const [beside, besideThen] = [valueAtPath(now, path.slice(0, -1)), valueAtPath(then, pathThen.slice(0, -1))];
  const isSame = namingFields.every((field) => mappingOf(beside)[field] === mappingOf(besideThen)[field]);
  return isSame || namesItself ? textOf(valueAtPath(then, pathThen)) : void 0;
}
function samePath(now, then, path) {
  const found = [];
  for (const [depth, part] of path.entries()) {
    const list2 = valueAtPath(now, path.slice(0, depth));
    if (!Array.isArray(list2)) {
      found.push(part);
      continue;
    }
    const wanted = itemId(list2[Number(part)]);
    const items = listOf(valueAtPath(then, found));
    const index = wanted === void 0 ? Number(part) : items.findIndex((item) => itemId(item) === wanted);
    if (index < 0) return void 0;
    found.push(index);
  }
  return found;
}
function itemId(item) {
  const text2 = textOf(item);
  if (text2 !== void 0) return nameIn(text2);
  const { name, op, path } = mappingOf(item);
  return textOf(name) ?? (textOf(op) === void 0 ? void 0 : textOf(path));
}
var nameIn = (text2) => text2.replace(/@.*$/, "").replace(/:[^:/]*$/, "");
function objectId(data) {
  const { kind, metadata } = mappingOf(data);
  const { name, namespace } = mappingOf(metadata);
  return textOf(kind) === void 0 || textOf(name) === void 0 ? void 0 : JSON.stringify([kind, name, namespace]);
}

// actions/lib/bump/roll-back/last-good.ts
async function lastGood(request) {
  const { image, located, context, past, complete, isUsable } = request;
  for (const environment of located.environments) {
    const record = await readRecord(context.files, context.state, environment, image);
    if ("message" in record) return { message: `${record.file}: ${record.message}` };
    for (const pass of record.passed) {
      const version = complete(versionIn(pass));
      if (!isUsable(version)) continue;
      const why = `${showVersion(version)} of ${image} is the last that passed its smoke test in ${environment}, at ${pass.at}`;
      return { version, why, isTested: true };
    }
  }
  for await (const { version: stood, commit } of versionsBefore(located, context, past)) {
    const version = complete(stood);
    if (!isUsable(version)) continue;
    const why = `${showVersion(version)} of ${image} stood in ${located.file} before, as of ${commit.slice(0, 12)}; no smoke test is recorded for it`;
    return { version, why, isTested: false };
  }
  return {
    message: `no earlier version of ${image} is known here, neither from a smoke test nor from Git: give the version to go to as input \`to\``
  };
}
var versionIn = ({ tag, digest }) => ({
  ...tag !== void 0 && { tag },
  ...digest !== void 0 && { digest }
});
async function* versionsBefore({ site }, { files }, past) {
  const { file } = mainScalar(site);
  const documents = await files.documents(file) ?? [];
  for await (const { bytes, commit } of past(file)) {
    const version = pastVersion(site, documents, bytes);
    if (version === void 0) return;
    if (version.tag !== void 0 || version.digest !== void 0) yield { version, commit };
  }
}

// actions/lib/bump/roll-back/check-target.ts
async function checkTarget(asked, sites, context, services, notes) {
  const { image } = asked;
  const settings = settingsOf(sites, context);
  const proofs = proofsFor(image, settings);
  const platforms = [...new Set(settings.flatMap((one) => one.platforms ?? []))];
  const version = services.resolve === void 0 ? asked.version : await services.resolve(image, asked.version, platforms);
  await prove({ image, version, proofs, sites, request: asked }, context, services, notes);
  return { ...asked, version };
}
function demandsProof(image, located, context) {
  return settingsOf([located], context).some(
    ({ verify }) => verify !== void 0 && verify.find(({ images }) => matchesPattern(images, image))?.unsigned === void 0
  );
}
async function unprovedIn(image, version, located, context, past) {
  for (const environment of located.environments) {
    const [settings] = settingsOf([{ ...located, environments: [environment] }], context);
    const before = promotionSource(settings, image);
    if (before === void 0) continue;
    if (await hasPassed(image, version, [before, environment], context)) continue;
    if (await hasStood(version, located, context, past)) continue;
    return `${showVersion(version)} has passed its smoke test neither in ${before} nor in ${environment}, and never stood here; ${environment} takes only what was proved in ${before}, as the settings say: give another one as \`to\`, or leave \`to\` out`;
  }
  return void 0;
}
async function hasPassed(image, version, environments, { files, state }) {
  for (const environment of environments) {
    const record = await readRecord(files, state, environment, image);
    if ("message" in record) throw new UserError(record.message, { where: record.file });
    if (record.passed.some((one) => compareVersions(one, version) === "same")) return true;
  }
  return false;
}
async function hasStood(version, located, context, past) {
  for await (const { version: stood } of versionsBefore(located, context, past)) {
    if (compareVersions(stood, version) === "same") return true;
  }
  return false;
}

// actions/lib/bump/roll-back/good-version.ts
async function goodVersion({ image, target, located, isBad, complete }, context, { past }, said) {
  const { site, environments, holdScope } = located;
  const names = [image, site.name, ...site.aliases];
  const holdOf = (version) => findHold(context.holds, names, version, holdScope, context.now);
  const pin = target === void 0 ? void 0 : pinFor(target, located, context);
  const spell = (version) => spellVersion(site, version, pin);
  const changesNothing = (version) => {
    const texts = spell(version);
    return !("refused" in texts) && texts.every(({ scalar, value }) => scalar.text === value);
  };
  const spelled = (version) => {
    const texts = spell(version);
    if (!("refused" in texts)) return { version, texts };
    const next = target === void 0 ? "; it can be given as `to`, as tag@digest" : "";
    return void refuse(said, image, located, `it cannot say ${showVersion(version)}: ${texts.refused}${next}`);
  };
  if (target !== void 0) {
    const { version } = target;
    const held = holdOf(version);
    const problem = held !== void 0 ? describeHold(held) : await unprovedIn(image, version, located, context, past) ?? (changesNothing(version) ? `it says ${showVersion(versionOf(site))} already, which is the version to take back: give another one as \`to\`` : void 0);
    return problem === void 0 ? spelled(version) : void refuse(said, image, located, problem);
  }
  const isUsable = (version) => !isBad(version) && holdOf(version) === void 0 && !changesNothing(version);
  const good = await lastGood({ image, located, context, past, complete, isUsable });
  if ("message" in good) return void refuse(said, image, located, good.message);
  const result = spelled(good.version);
  if (result === void 0) return void 0;
  said.notes.push(good.why);
  if (!good.isTested && good.version.digest === void 0 && demandsProof(image, located, context)) {
    said.notes.push(
      `the settings demand \`verify\` for ${image} in ${listed(environments)}, and ${showVersion(good.version)} was not proved again, because its digest is not known; give it as \`to\` to have it proved`
    );
  }
  return result;
}
function refuse({ refusals }, image, { file, line, column }, message) {
  refusals.push({ image, message, file, line, column });
}

// actions/lib/bump/roll-back/told-versions.ts
function toldVersions(messages, names) {
  const keys = names.map(imageKey);
  return messages.flatMap(
    (message) => toldBumps(message).flatMap((value) => {
      const fields = new Map(value.split(/\s+/).map((field) => [field.split("=", 1)[0], field.replace(/^[^=]*=?/, "")]));
      const [image, tag, digest] = ["image", "tag", "digest"].map((key) => fields.get(key));
      if (image === void 0 || !keys.includes(imageKey(image))) return [];
      return tag !== void 0 && isTag(tag) && digest !== void 0 && isDigest(digest) ? [{ tag, digest }] : [];
    })
  );
}
function completeVersion(version, told) {
  const { tag, digest } = version;
  if (tag === void 0 === (digest === void 0)) return version;
  return told.find((one) => digest === void 0 ? one.tag === tag : one.digest === digest) ?? version;
}

// actions/lib/bump/roll-back/judge-place.ts
async function judgePlace({ image, bad, located, told, resolve }) {
  const standing = versionOf(located.site);
  const place = `${located.file}:${located.line}`;
  const other = (why = "") => ({
    type: "other",
    note: `${place} has ${showVersion(standing)}, not ${showVersion(bad)}${why}, and is left alone`
  });
  const found = () => ({ type: "bad", version: completeVersion({ ...bad, ...standing }, told) });
  if (standing.tag === void 0 && standing.digest === void 0) return other();
  const written = compareVersions(standing, bad);
  if (written !== "unknown") return written === "same" ? found() : other();
  const [tag, digest] = [standing.tag ?? bad.tag, standing.digest ?? bad.digest];
  const ofTag = told.filter((one) => one.tag === tag);
  const isTold = (standing.tag === void 0 ? ofTag : ofTag.slice(0, 1)).some((one) => one.digest === digest);
  if (isTold) return found();
  let silent = "the registry is not asked (`check-registry: false`)";
  if (resolve !== void 0 && tag !== void 0) {
    try {
      const now = await resolve(image, { tag }, []);
      if (now.digest === digest) return found();
      return other(`: the registry says that ${showVersion({ tag, ...now })} is ${tag} now`);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      silent = `the registry does not tell: ${error.what.replace(/\.$/, "")}`;
    }
  }
  if (ofTag.length > 0 || told.some((one) => one.digest === digest)) return other(", as earlier commits tell");
  return {
    type: "refused",
    message: `it has ${showVersion(standing)}, and nothing tells whether that is ${showVersion(bad)}: no commit of this file does, and ${silent}: give the bad version as it stands here (${image}${standing.digest === void 0 ? `:${standing.tag}` : `@${standing.digest}`}), or both as tag@digest, in \`images\``
  };
}

// actions/lib/bump/roll-back/draft-roll-back.ts
async function draftRollBack(request, all, context, services, said) {
  const { image: asked, bad: given, to, scope } = request;
  const found = await findSites({ image: asked, version: {}, scope }, context);
  if ("refusals" in found) {
    said.refusals.push(...found.refusals);
    return [];
  }
  const { sites } = found;
  const image = wholeName(asked, sites);
  said.notes.push(...found.notes);
  const bad = given ?? onlyVersion(image, sites, said.refusals);
  if (bad === void 0) return [];
  const messages = /* @__PURE__ */ new Map();
  for (const { file } of sites) if (!messages.has(file)) messages.set(file, await services.messagesOf(file));
  const names = [.../* @__PURE__ */ new Set([image, ...sites.flatMap(({ site }) => [site.name, ...site.aliases])])];
  const toldIn = (file) => [file, ...messages.keys()].flatMap((path) => toldVersions(messages.get(path) ?? [], names));
  const before = said.refusals.length;
  const standing = [];
  for (const located of sites) {
    const judged = await judgePlace({ image, bad, located, told: toldIn(located.file), resolve: services.resolve });
    if (judged.type === "other") said.notes.push(judged.note);
    else if (judged.type === "refused") refuse(said, image, located, judged.message);
    else if (located.site.readOnly !== void 0) refuse(said, image, located, located.site.readOnly);
    else standing.push({ located, bad: judged.version });
  }
  if (said.refusals.length > before) return [];
  const told = toldIn(sites[0]?.file ?? "");
  const bads = standing.length > 0 ? distinct(standing.map((one) => one.bad)) : [completeVersion(bad, told)];
  const alsoBad = all.flatMap((one) => matchName(one.image, image) === void 0 ? [] : one.bad ?? []);
  const isBad = (version) => [...bads, ...alsoBad].some((one) => compareVersions(one, version) === "same");
  const environments = [...new Set(sites.flatMap((site) => site.environments))];
  const result = { image, bads, moves: [], environments };
  const mayBeAnother = to?.digest === void 0 && services.resolve !== void 0 && bads.every((one) => one.digest);
  if (to !== void 0 && !mayBeAnother && isBad(completeVersion(to, told))) {
    said.refusals.push({ image, message: `${showVersion(to)} is the version to take back: give another one as \`to\`` });
    return [result];
  }
  try {
    const target = to === void 0 || standing.length === 0 ? void 0 : await checkTarget(
      { image, version: completed(to, told, services), scope, explicitDigest: hasBoth(to) },
      standing.map(({ located }) => located),
      context,
      services,
      said.notes
    );
    if (target !== void 0 && isBad(target.version)) {
      throw new UserError(`${showVersion(target.version)} is the version to take back`, {
        next: "give another one as `to`"
      });
    }
    const moves = [];
    for (const { located, bad: badHere } of standing) {
      const complete = (version) => completeVersion(version, toldIn(located.file));
      const good = await goodVersion({ image, target, located, isBad, complete }, context, services, said);
      if (good === void 0) continue;
      const wanted = good.texts.map((text2) => ({ ...text2, image, site: located }));
      moves.push({ bad: badHere, to: good.version, wanted });
    }
    return [{ ...result, moves }];
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { what, where, next } = error;
    const message = `${what.replace(/\.$/, "")}${where === void 0 ? "" : ` (${where})`}${next === void 0 ? "" : `: ${next}`}`;
    said.refusals.push({ image, message: to === void 0 ? message : `${showVersion(to)} (input \`to\`): ${message}` });
    return [result];
  }
}
var hasBoth = ({ tag, digest }) => tag !== void 0 && digest !== void 0;
var completed = (to, told, { resolve }) => resolve === void 0 ? completeVersion(to, told) : to;
function onlyVersion(image, sites, refusals) {
  const versions = new Map(sites.map((located) => [JSON.stringify(versionOf(located.site)), located]));
  const [first, second] = [...versions.values()];
  if (first !== void 0 && second === void 0) return versionOf(first.site);
  const list2 = [...versions.values()].map(({ site, file, line }) => `${showVersion(versionOf(site))} (${file}:${line})`);
  const message = `several versions run, ${list2.join(", ")}: say which one is bad in \`images\`, as ${image}:TAG or ${image}@DIGEST`;
  refusals.push({ image, message });
  return void 0;
}
function distinct(versions) {
  const different = [...new Map(versions.map((one) => [JSON.stringify([one.tag, one.digest]), one])).values()];
  return different.filter((one) => !different.some((other) => other !== one && includesVersion(other, one)));
}

// actions/lib/bump/roll-back/roll-back.ts
async function planRollBack(requests, hold, context, services) {
  const said = { refusals: [], notes: [] };
  const drafts = [];
  for (const request of requests) drafts.push(...await draftRollBack(request, requests, context, services, said));
  const wanted = new Map(drafts.flatMap(textsOf).map((text2) => [scalarKey(text2.scalar), text2]));
  const edited = await editFiles([...wanted.values()], context.files, guardedBy(context));
  said.refusals.push(...edited.refusals);
  const held = hold === void 0 ? [] : await planHolds(drafts, hold, context, said);
  if (said.refusals.length > 0) return { rolledBack: [], files: [], ...said, holds: [] };
  const rolledBack = (await Promise.all(drafts.map((one) => tellMoves(one, context)))).flat();
  return {
    rolledBack,
    files: [...edited.files, ...held.flatMap(({ change }) => change ?? [])],
    ...said,
    holds: held.map(({ path }) => path)
  };
}
var textsOf = ({ moves }) => moves.flatMap(({ wanted }) => wanted);
async function planHolds(drafts, options, context, said) {
  const taken = /* @__PURE__ */ new Set();
  const held = /* @__PURE__ */ new Map();
  const wanted = drafts.flatMap(
    ({ image, bads, environments }) => bads.map((bad) => ({ image, bad, environments }))
  );
  for (const one of wanted) {
    const key = JSON.stringify(one);
    if (held.has(key)) continue;
    const planned = await planHold(one, options, context, taken);
    if ("message" in planned) said.refusals.push({ image: one.image, message: planned.message });
    else held.set(key, planned);
    if (one.environments.length > 0) continue;
    said.notes.push(
      `no environment is known of the places of ${one.image}, so ${showVersion(one.bad)} is held everywhere`
    );
  }
  return [...held.values()];
}
async function tellMoves({ image, bads, moves }, context) {
  if (moves.length === 0) return bads.map((bad) => ({ image, bad, to: void 0, sites: [] }));
  const pairs = groupBy(moves, ({ bad, to }) => JSON.stringify([bad, to]));
  return Promise.all(
    [...pairs.values()].map(async (some) => {
      const { bad, to } = some[0];
      const { sites } = await editFiles(
        some.flatMap(({ wanted }) => wanted),
        context.files,
        guardedBy(context)
      );
      return { image, bad, to, sites };
    })
  );
}

// actions/lib/github/past-contents.ts
var maxCommits = 100;
var maxBytes = 1024 * 1024;
async function* pastContents(client, repository, head, path) {
  for (const { id } of await commitsTouching(client, repository, head, path, maxCommits)) {
    const bytes = await contentAt(client, repository, id, path);
    if (bytes === void 0) return;
    yield { bytes, commit: id };
  }
}
async function contentAt(client, repository, ref, path) {
  try {
    const { data } = await client.request(
      "GET /repos/{owner}/{repo}/contents/{path}",
      { ...ownerAndName(repository), path, ref },
      { purpose: `read ${path} as of ${ref.slice(0, 12)}`, permission: "contents: read" }
    );
    if (Array.isArray(data) || data.type !== "file" || data.size > maxBytes) return void 0;
    return new Uint8Array(Buffer.from(data.content, "base64"));
  } catch (error) {
    if (wasRefused(error, 404)) return void 0;
    throw error;
  }
}

// actions/roll-back/land-roll-back.ts
var historyLength = 100;
async function landRollBack(job) {
  const { client, repository, branch, log, deadlineMs, localBlob } = job;
  if (job.dryRun) {
    const head = await readHead(client, repository, branch);
    const value = await planOn(await openRemoteTree(client, repository, head, { localBlob }), head, job);
    return { ...value, commit: void 0, attempts: 0 };
  }
  const landed = await land({
    client,
    repository,
    branch,
    log,
    deadlineMs,
    ...localBlob !== void 0 && { localBlob },
    prepare: (tree, head) => prepare(tree, head, job)
  });
  const commit = landed.type === "landed" ? { id: landed.commit, url: landed.url, verified: landed.verified } : void 0;
  return { ...landed.value, commit, attempts: landed.attempts };
}
async function planOn(tree, head, job) {
  const names = { repositories: [job.repository], revisions: job.revisions };
  const opened = await openBump(tree, names, job.now);
  if ("refusals" in opened) {
    return { plan: { rolledBack: [], files: [], refusals: opened.refusals, notes: [], holds: [] }, diff: "" };
  }
  const { client, repository } = job;
  const plan = await planRollBack(job.requests, job.hold, opened.context, {
    ...job.services(head),
    past: (file) => pastContents(client, repository, head, file),
    messagesOf: async (file) => (await commitsTouching(client, repository, head, file, historyLength)).map(({ message }) => message)
  });
  return { plan, diff: renderDiff(plan.files) };
}
async function prepare(tree, head, job) {
  const value = await planOn(tree, head, job);
  const { plan } = value;
  if (plan.files.length === 0) return { type: "nothing", value };
  const bumps = plan.rolledBack.filter(({ sites }) => sites.some((site) => site.changed)).map(({ image, to, sites }) => ({ image, version: to ?? {}, build: void 0, sites }));
  const additions = plan.files.map(({ path, after }) => ({ path, bytes: after }));
  const reason = `Reason: ${oneLine(job.reason)}`;
  if (bumps.length === 0) {
    const names = [...new Set(plan.rolledBack.map(({ image }) => image.split("/").at(-1)))];
    return { type: "commit", headline: `Hold ${names.join(", ")}`, body: reason, additions, value };
  }
  const { headline, body } = bumpMessage(bumps, "Roll back");
  return { type: "commit", headline, body: `${reason}

${body}`, additions, value };
}

// actions/roll-back/requests.ts
function readRequests(inputs2) {
  const { environments, applications, files } = inputs2;
  const scope = { environments, applications, files, targets: inputs2.targets.map(parseTarget) };
  if (Object.values(scope).every((list2) => list2.length === 0)) {
    throw new UserError("Nothing says where.", { next: "set `environments`, `applications`, `files` or `targets`" });
  }
  const to = inputs2.to === void 0 ? void 0 : checked(parseVersion(inputs2.to), "input `to`");
  const requests = inputs2.images.map((text2) => {
    const { name, ...version } = splitImage(text2);
    if (parseReference(name) === void 0) {
      throw new UserError(`"${name}" is no name of an image.`, {
        where: "input `images`",
        next: "write it in lower case, for instance ghcr.io/your-org/api"
      });
    }
    const given = version.tag !== void 0 || version.digest !== void 0;
    return { image: name, bad: given ? checked(version, `image ${name}`) : void 0, to, scope };
  });
  const once = [
    ...new Map(requests.map((one) => [JSON.stringify([imageKey(one.image), one.bad]), one])).values()
  ];
  if (to?.digest !== void 0 && new Set(once.map(({ image }) => imageKey(image))).size > 1) {
    throw new UserError("A digest belongs to one image, and several are to be taken back.", {
      where: "input `to`",
      next: "give a tag that all of them have, or take the images back one at a time"
    });
  }
  return once;
}
function checked(version, where) {
  const { tag, digest } = version;
  if ((tag === void 0 || isTag(tag)) && (digest === void 0 || isDigest(digest))) return version;
  throw new UserError("This is no version.", {
    where,
    next: "give a tag, a digest (sha256: and 64 hexadecimal digits), or tag@digest"
  });
}

// actions/roll-back/summary.ts
var summaryBytes = 900 * 1024;
function outcomeOf({ plan }) {
  if (plan.refusals.length > 0) return "refused";
  if (plan.rolledBack.some(({ sites }) => sites.some((site) => site.changed))) return "rolled-back";
  return plan.files.length > 0 ? "held" : "already-there";
}
function answerOf(landed, dryRun) {
  const { plan } = landed;
  const changed = plan.rolledBack.flatMap(({ sites }) => sites).filter((site) => site.changed).length;
  switch (outcomeOf(landed)) {
    case "refused":
      return `Refused, nothing was written: ${plan.refusals[0]?.message ?? "no reason is known"}`;
    case "held":
      return `${dryRun ? "Would hold" : "Held"}: none of these places has it any more, and it stays away.`;
    case "already-there":
      return `Nothing to do: none of these places has it any more${plan.holds.length > 0 ? ", and it is held already" : ""}.`;
    default:
      return `${dryRun ? "Would take back" : "Took back"} ${count(changed, "place")}${plan.holds.length > 0 ? `, and ${count(plan.holds.length, "hold keeps", "holds keep")} it away` : ""}.`;
  }
}
function renderSummary(landed, reason, dryRun) {
  const { plan, commit, attempts, diff } = landed;
  const mark = plan.refusals.length > 0 ? "\u274C" : "\u2705";
  const parts = [
    `${mark} **${escapeMarkdown(answerOf(landed, dryRun))}**`,
    `Reason: ${escapeMarkdown(reason)}`,
    commit === void 0 ? "" : `Commit [${commit.id.slice(0, 12)}](${commit.url}), ${commit.verified ? "verified by GitHub" : "not verified by GitHub"}, after ${count(attempts, "attempt")}.`,
    refusalLines(plan.refusals),
    plan.rolledBack.map(
      ({ image, bad, to }) => `- ${code(image)}: ${code(showVersion(bad))} ${to === void 0 ? "stands in none of these places" : `\u2192 ${code(showVersion(to))}`}`
    ).join("\n"),
    siteTable(plan.rolledBack.flatMap(({ sites }) => sites)),
    noteLines(plan.notes),
    plan.holds.map((path) => `- Hold: ${code(path)}. To lift it, remove the file in a pull request.`).join("\n"),
    diff === "" ? "" : `<details${dryRun ? " open" : ""}><summary>Exact change</summary>

${fenced(diff, "diff")}

</details>`
  ];
  return fitMarkdown(`${parts.filter((part) => part !== "").join("\n\n")}
`, { bytes: summaryBytes });
}

// actions/roll-back/main.ts
var dayMs = 24 * 60 * 60 * 1e3;
async function main() {
  const inputs2 = readInputs();
  const log = actionsLogger();
  const requests = readRequests(inputs2);
  log.info(
    `Take back ${listed(requests.map(({ image, bad }) => `${image} ${bad === void 0 ? "as it runs" : showVersion(bad)}`))} in ${inputs2.repository}`
  );
  const { apiUrl, graphqlUrl, workspace, actor } = inputs2.run;
  const client = createClient({ apiUrl, ...graphqlUrl !== void 0 && { graphqlUrl }, token: inputs2.token, log });
  const usual = await defaultBranch(client, inputs2.repository);
  const branch = inputs2.branch ?? usual;
  const local = localObjects(workspace);
  const now = Date.now();
  const job = {
    client,
    repository: inputs2.repository,
    branch,
    revisions: branch === usual ? ["HEAD", branch] : [branch],
    requests,
    hold: inputs2.hold ? {
      reason: inputs2.reason,
      by: actor,
      run: runUrl(inputs2.run),
      until: inputs2.holdDays === void 0 ? void 0 : now + inputs2.holdDays * dayMs
    } : void 0,
    reason: inputs2.reason,
    services: bumpServices({
      client,
      repository: inputs2.repository,
      sourceClient: client,
      checkRegistry: inputs2.checkRegistry,
      platforms: [],
      credentialsFor: registryCredentials(inputs2),
      log
    }),
    localBlob: local.blob,
    deadlineMs: inputs2.deadlineMinutes * 6e4,
    dryRun: inputs2.dryRun,
    now,
    log
  };
  try {
    const landed = await log.group(
      `${inputs2.dryRun ? "Plan" : "Write"} on ${branch} of ${inputs2.repository}`,
      () => landRollBack(job)
    );
    const { plan, commit, attempts } = landed;
    for (const note of plan.notes) log.info(oneLine(note));
    outputs.set({
      outcome: outcomeOf(landed),
      changed: commit !== void 0,
      commit: commit?.id ?? "",
      "commit-url": commit?.url ?? "",
      verified: commit?.verified ?? false,
      attempts,
      to: JSON.stringify(plan.rolledBack.map(({ image, bad, to }) => ({ image, bad, to }))),
      holds: plan.holds.join("\n")
    });
    writeSummary(renderSummary(landed, inputs2.reason, inputs2.dryRun));
    if (plan.refusals.length > 0) {
      const lines = plan.refusals.map(
        ({ image, message, file, line }) => oneLine(
          [[file, line].filter((part) => part !== void 0).join(":"), `${image}:`, message].filter((part) => part !== "").join(" ")
        )
      );
      throw new UserError(`Refused, nothing was written:
${lines.map((line) => `  ${line}`).join("\n")}`, {
        next: "each line says what to do"
      });
    }
    log.info(oneLine(answerOf(landed, inputs2.dryRun)));
  } finally {
    await local.close();
  }
}

// actions/roll-back/index.ts
await run(main, outputs);
