import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  bumpMessage,
  createClient,
  defaultBranch,
  fenced,
  gitopsInputs,
  localObjects,
  noteLines,
  refusalLines,
  requireTarget,
  scopeInputs,
  siteTable
} from "./chunks/chunk-2JTOSTTR.js";
import {
  describeHold,
  editFiles,
  findHold,
  findSites,
  holdPath,
  includesVersion,
  mainScalar,
  openBump,
  openYamlText,
  parseVersion,
  readRecord,
  textOf,
  valueAtPath
} from "./chunks/chunk-YMDEQ3PE.js";
import {
  parseTarget
} from "./chunks/chunk-3YBGQ5AW.js";
import "./chunks/chunk-K5YNCJJV.js";
import {
  showVersion,
  spellVersion,
  versionOf
} from "./chunks/chunk-NFQWEBRU.js";
import {
  commitsTouching,
  fitMarkdown,
  land,
  openRemoteTree,
  readHead
} from "./chunks/chunk-LKSMZNPR.js";
import {
  ownerAndName
} from "./chunks/chunk-7KJE3CBL.js";
import {
  wasRefused
} from "./chunks/chunk-2XYIY64O.js";
import {
  actionsLogger,
  code,
  defineInputs,
  defineOutputs,
  escapeMarkdown,
  flag,
  list,
  run,
  text,
  writeSummary
} from "./chunks/chunk-L3F3HY5R.js";
import "./chunks/chunk-3WM4R74Q.js";
import "./chunks/chunk-YUKRR7O5.js";
import {
  stringify
} from "./chunks/chunk-U65DKST5.js";
import {
  isDigest,
  isTag,
  parseReference,
  splitImage
} from "./chunks/chunk-VIW2AEQQ.js";
import "./chunks/chunk-4ACD63CK.js";
import {
  count,
  listed,
  oneLine
} from "./chunks/chunk-SK4ZIMNF.js";
import "./chunks/chunk-LFBZ2KVQ.js";
import {
  UserError
} from "./chunks/chunk-XKMBV7AT.js";
import "./chunks/chunk-AHKFPYGT.js";
import "./chunks/chunk-YQ5MPXPW.js";
import {
  renderDiff
} from "./chunks/chunk-KVSFAEP7.js";
import "./chunks/chunk-YSH2IDXS.js";

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

// actions/lib/bump/last-good.ts
async function lastGood(request) {
  const { image, bad, located, context, past, isUsable } = request;
  for (const environment of located.environments) {
    const record = await readRecord(context.files, context.state, environment, image);
    if ("message" in record) return { message: `${record.file}: ${record.message}` };
    const pass = record.passed.find(
      (one) => !includesVersion(one, bad) && !includesVersion(bad, versionIn(one)) && isUsable(one)
    );
    if (pass !== void 0) {
      const version = versionIn(pass);
      return {
        version,
        why: `${showVersion(version)} of ${image} is the last that passed its smoke test in ${environment}, at ${pass.at}`
      };
    }
  }
  const scalar = mainScalar(located.site);
  for await (const { bytes, commit } of past(scalar.file)) {
    const version = versionThen(located.site, bytes);
    if (version === void 0) break;
    const isBad = includesVersion(version, bad);
    const isVersion = version.tag !== void 0 || version.digest !== void 0;
    if (isBad || !isVersion || !isUsable(version)) continue;
    const why = `${showVersion(version)} of ${image} stood in ${scalar.file} before, as of ${commit.slice(0, 12)}; no smoke test is recorded for it`;
    return { version, why };
  }
  return {
    message: `no earlier version of ${image} is known here, neither from a smoke test nor from Git: say which one to go to`
  };
}
var versionIn = ({ tag, digest }) => ({
  ...tag !== void 0 && { tag },
  ...digest !== void 0 && { digest }
});
function versionThen(site, bytes) {
  const opened = openYamlText(bytes);
  if ("refusals" in opened) return void 0;
  const then = (scalar) => {
    const text2 = scalar && textOf(valueAtPath(opened.documents[scalar.document]?.data, scalar.path));
    return scalar === void 0 || text2 === void 0 ? void 0 : { ...scalar, text: text2 };
  };
  const [image, tag, digest] = [then(site.image), then(site.tag), then(site.digest)];
  if (image === void 0 && tag === void 0 && digest === void 0) return void 0;
  const { form, name, aliases } = site;
  return versionOf({ form, name, aliases, ...image && { image }, ...tag && { tag }, ...digest && { digest } });
}

// actions/lib/bump/write-hold.ts
function renderHold(hold) {
  const { image, tag, digest, environments, reason, by, since, until } = hold;
  const fields = {
    image,
    ...tag !== void 0 && { tag },
    ...digest !== void 0 && { digest },
    environments,
    reason,
    ...by !== void 0 && { by },
    since,
    ...until !== void 0 && { until }
  };
  const head = "# This version was rolled back. Every bump and promotion of it is refused until this file is removed, or `until` is past.\n";
  return head + stringify(fields, { lineWidth: 0, defaultStringType: "QUOTE_DOUBLE", defaultKeyType: "PLAIN" });
}
var utcTime = (time) => `${new Date(time).toISOString().slice(0, 19)}Z`;

// actions/lib/bump/roll-back.ts
async function planRollBack(requests, hold, context, past) {
  const refusals = [];
  const notes = [];
  const drafts = [];
  for (const request of requests) drafts.push(...await draft(request, context, past, refusals, notes));
  const edited = await editFiles(
    drafts.flatMap(({ wanted }) => wanted),
    context.files
  );
  refusals.push(...edited.refusals);
  if (refusals.length > 0) return { rolledBack: [], files: [], refusals, notes, holds: [] };
  const held = hold === void 0 ? [] : await Promise.all(drafts.map((one) => holdFile(one, hold, context)));
  const rolledBack = drafts.map(({ image, bad, to, wanted }) => ({
    image,
    bad,
    to,
    sites: edited.sites.filter(
      (site) => wanted.some(({ site: located, image: of }) => of === site.image && located.line === site.line)
    )
  }));
  return {
    rolledBack,
    files: [...edited.files, ...held.flatMap(({ change }) => change ?? [])],
    refusals,
    notes,
    holds: held.map(({ path }) => path)
  };
}
async function draft({ image: asked, bad: given, to, scope }, context, past, refusals, notes) {
  const request = { image: asked, version: {}, scope };
  const found = await findSites(request, context);
  if ("refusals" in found) {
    refusals.push(...found.refusals);
    return [];
  }
  const image = asked.includes("/") ? asked : found.sites[0]?.site.name ?? asked;
  const bad = given ?? onlyVersion(image, found.sites, refusals);
  if (bad === void 0) return [];
  const environments = [...new Set(found.sites.flatMap((site) => site.environments))];
  const result = { image, bad, to, wanted: [], environments };
  for (const located of found.sites) {
    const standing = versionOf(located.site);
    const place = { image, file: located.file, line: located.line, column: located.column };
    if (!includesVersion(standing, bad)) {
      notes.push(
        `${located.file}:${located.line} has ${showVersion(standing)}, not ${showVersion(bad)}, and is left alone`
      );
      continue;
    }
    if (located.site.readOnly !== void 0) {
      refusals.push({ ...place, message: located.site.readOnly });
      continue;
    }
    const good = await goodVersion({ image, bad, to }, located, context, past, notes);
    if (typeof good === "string") {
      refusals.push({ ...place, message: good });
      continue;
    }
    const texts = spellVersion(located.site, good, void 0);
    if ("refused" in texts) refusals.push({ ...place, message: `it cannot say ${showVersion(good)}: ${texts.refused}` });
    else {
      result.to ??= good;
      result.wanted.push(...texts.map((text2) => ({ ...text2, image, site: located })));
    }
  }
  return [result];
}
async function goodVersion({ image, bad, to }, located, context, past, notes) {
  const names = [image, located.site.name, ...located.site.aliases];
  const holdOf = (version) => findHold(context.holds, names, version, located.environments, context.now);
  if (to !== void 0) {
    const held = holdOf(to);
    if (held !== void 0) return describeHold(held);
    return includesVersion(to, bad) ? `${showVersion(to)} is the version to take back: go to another one` : to;
  }
  const good = await lastGood({
    image,
    bad,
    located,
    context,
    past,
    isUsable: (version) => holdOf(version) === void 0
  });
  if ("message" in good) return good.message;
  notes.push(good.why);
  return good.version;
}
function onlyVersion(image, sites, refusals) {
  const versions = new Map(sites.map((located) => [JSON.stringify(versionOf(located.site)), located]));
  const [first, second] = [...versions.values()];
  if (first !== void 0 && second === void 0) return versionOf(first.site);
  const list2 = [...versions.values()].map(({ site, file, line }) => `${showVersion(versionOf(site))} (${file}:${line})`);
  refusals.push({ image, message: `several versions run, ${list2.join(", ")}: say which one is bad` });
  return void 0;
}
async function holdFile({ image, bad, environments }, { reason, by, until }, { files, state, now }) {
  const path = holdPath(state, image, bad, environments);
  const hold = {
    image,
    ...bad,
    environments,
    reason,
    ...by !== void 0 && { by },
    since: utcTime(now),
    ...until !== void 0 && { until: utcTime(until) }
  };
  const there = await files.tree.read(path);
  const before = there.type === "file" ? there.bytes : void 0;
  const stands = before !== void 0 && !/^until: "?(.+?)"?$/m.test(new TextDecoder().decode(before));
  return { path, change: stands ? void 0 : { path, before, after: new TextEncoder().encode(renderHold(hold)) } };
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
  const names = { repositories: [job.repository], revisions: ["HEAD", job.branch] };
  const opened = await openBump(tree, names, job.now);
  if ("refusals" in opened) {
    return { plan: { rolledBack: [], files: [], refusals: opened.refusals, notes: [], holds: [] }, diff: "" };
  }
  const past = (file) => pastContents(job.client, job.repository, head, file);
  const plan = await planRollBack(job.requests, job.hold, opened.context, past);
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
    const names = plan.rolledBack.map(({ image }) => image.split("/").at(-1));
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
  return inputs2.images.map((text2) => {
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
      return `${dryRun ? "Would hold" : "Held"}: nothing runs it any more, and it stays away.`;
    case "already-there":
      return "Nothing to do: nothing runs it any more, and it is held already.";
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
      ({ image, bad, to }) => `- ${code(image)}: ${code(showVersion(bad))} ${to === void 0 ? "runs nowhere" : `\u2192 ${code(showVersion(to))}`}`
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
  const branch = inputs2.branch ?? await defaultBranch(client, inputs2.repository);
  const local = localObjects(workspace);
  const now = Date.now();
  const job = {
    client,
    repository: inputs2.repository,
    branch,
    requests,
    hold: inputs2.hold ? {
      reason: inputs2.reason,
      by: actor,
      until: inputs2.holdDays === void 0 ? void 0 : now + inputs2.holdDays * dayMs
    } : void 0,
    reason: inputs2.reason,
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
