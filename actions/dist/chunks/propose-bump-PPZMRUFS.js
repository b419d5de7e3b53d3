import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  checkGroup
} from "./chunk-ABBQKLVI.js";
import {
  blobId,
  bumpTrailer,
  bumpedEnvironments,
  compareCommits,
  effectiveChanges,
  fenced,
  findHead,
  formatBumpTrailer,
  formatTrailers,
  land,
  noteLines,
  openRemoteTree,
  readHead,
  siteTable,
  toldBumps
} from "./chunk-QRKAYZUO.js";
import "./chunk-AHUM72QA.js";
import "./chunk-M2ABT3NJ.js";
import {
  showVersion
} from "./chunk-6XCVKKI3.js";
import "./chunk-SYNJ6LTT.js";
import {
  addLabels,
  changedFiles,
  closePull,
  closedBy,
  commentOn,
  describePull,
  fingerprintsOf,
  openPull,
  pullText,
  pullsOf
} from "./chunk-6DAMKGQH.js";
import {
  viewerLogin,
  workflowLogin
} from "./chunk-B7OBPBF7.js";
import {
  bodyCharacters,
  fitMarkdown
} from "./chunk-4ZBQLVRW.js";
import "./chunk-GUPIMB7Y.js";
import "./chunk-KZULBJD3.js";
import {
  ownerAndName,
  shortId
} from "./chunk-7KJE3CBL.js";
import {
  GitHubError,
  refusalOf,
  wasRefused
} from "./chunk-2XYIY64O.js";
import {
  imageKey,
  isDigest,
  isTag,
  parseReference
} from "./chunk-NTJZ2C6H.js";
import {
  code
} from "./chunk-YXTR65BP.js";
import "./chunk-4ACD63CK.js";
import {
  count
} from "./chunk-RJ5VNCEM.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";

// actions/lib/github/fingerprint.ts
import { createHash } from "node:crypto";
function fingerprintOf(prepared, identify = contentOf) {
  return createHash("sha256").update(identify(prepared)).digest("hex").slice(0, 16);
}
function contentOf({ additions, deletions = [] }) {
  const added = additions.map(({ path, bytes }) => `${path}\0${blobId(bytes)}`);
  const deleted = deletions.map((path) => `${path}\0`);
  return [...added, ...deleted].sort().join("\0\0");
}

// actions/lib/github/group-branches.ts
var maxBranches = 30;
var permission = "contents: write";
var numbered = (branch, number) => number === 1 ? branch : `${branch}-${number}`;
async function groupBranches(client, repository, branch, base) {
  const found = [];
  for (let number = 1; number <= maxBranches; number += 1) {
    const name = numbered(branch, number);
    const [head, pulls] = await Promise.all([
      findHead(client, repository, name),
      pullsOf(client, repository, name, base)
    ]);
    if (head === void 0 && pulls.length === 0) break;
    found.push({ name, head, pulls });
  }
  return found;
}
async function freshBranch(client, repository, group) {
  const { branch, members, baseHead } = group;
  for (const member of members) {
    if (await makeUsable(client, repository, member, baseHead)) return member.name;
  }
  if (members.length >= maxBranches) {
    throw new UserError(`${repository} has ${members.length} branches like ${branch}`, {
      next: "delete those that are merged or given up"
    });
  }
  const name = numbered(branch, members.length + 1);
  await createBranch(client, repository, name, baseHead);
  return name;
}
async function makeUsable(client, repository, { name, head, pulls }, baseHead) {
  const [latest] = pulls;
  if (head === void 0) {
    await createBranch(client, repository, name, baseHead);
    return true;
  }
  if (latest === void 0) return await mergeBase(client, repository, name, baseHead) !== "conflict";
  if (!latest.isMerged || latest.headCommit !== head) return false;
  const comparison = await compareCommits(client, repository, baseHead, head);
  if (comparison.type === "behind" || comparison.type === "identical") {
    return await mergeBase(client, repository, name, baseHead) !== "conflict";
  }
  await deleteBranch(client, repository, name);
  await createBranch(client, repository, name, baseHead);
  return true;
}
async function createBranch(client, repository, name, at) {
  try {
    await client.request(
      "POST /repos/{owner}/{repo}/git/refs",
      { ...ownerAndName(repository), ref: `refs/heads/${name}`, sha: at },
      { purpose: `make the branch ${name} in ${repository}`, permission, repeat: "always" }
    );
  } catch (error) {
    if (!(wasRefused(error, 422) && /already exists/i.test(refusalOf(error)))) throw error;
  }
}
async function deleteBranch(client, repository, name) {
  try {
    await client.request(
      "DELETE /repos/{owner}/{repo}/git/refs/{ref}",
      { ...ownerAndName(repository), ref: `heads/${name}` },
      { purpose: `delete the merged branch ${name} in ${repository}`, permission, repeat: "always" }
    );
  } catch (error) {
    if (!wasRefused(error, 404, 422)) throw error;
  }
}
async function mergeBase(client, repository, branch, baseHead) {
  const comparison = await compareCommits(client, repository, baseHead, branch);
  if (comparison.type === "ahead" || comparison.type === "identical") return "up-to-date";
  if (comparison.type === "behind" && await moveForward(client, repository, branch, baseHead)) return "up-to-date";
  try {
    await client.request(
      "POST /repos/{owner}/{repo}/merges",
      {
        ...ownerAndName(repository),
        base: branch,
        head: baseHead,
        commit_message: `Merge ${shortId(baseHead)} into ${branch}`
      },
      { purpose: `bring ${branch} of ${repository} up to date`, permission, repeat: "always" }
    );
    return "up-to-date";
  } catch (error) {
    if (wasRefused(error, 409)) return "conflict";
    throw error;
  }
}
async function moveForward(client, repository, branch, to) {
  try {
    await client.request(
      "PATCH /repos/{owner}/{repo}/git/refs/{ref}",
      { ...ownerAndName(repository), ref: `heads/${branch}`, sha: to, force: false },
      { purpose: `bring ${branch} of ${repository} up to date`, permission, repeat: "always" }
    );
    return true;
  } catch (error) {
    if (wasRefused(error, 422)) return false;
    throw error;
  }
}

// actions/lib/github/auto-merge.ts
var stateQuery = `query($owner: String!, $name: String!, $number: Int!, $base: String!) {
  repository(owner: $owner, name: $name) {
    mergeQueue(branch: $base) { id }
    pullRequest(number: $number) { id headRefOid isInMergeQueue autoMergeRequest { enabledAt } }
  }
}`;
var enableMutation = `mutation($input: EnablePullRequestAutoMergeInput!) {
  enablePullRequestAutoMerge(input: $input) { pullRequest { number } }
}`;
var enqueueMutation = `mutation($input: EnqueuePullRequestInput!) {
  enqueuePullRequest(input: $input) { mergeQueueEntry { state } }
}`;
async function requestAutoMerge(client, pull) {
  if (await viewerLogin(client) === workflowLogin) return { type: "refused", reason: workflowTokenReason };
  const { repository, number, base } = pull;
  const { owner, repo: name } = ownerAndName(repository);
  const asked = {
    purpose: `let #${number} of ${repository} be merged`,
    permission: "pull-requests: write` and `contents: write"
  };
  const state = await client.graphql(stateQuery, { owner, name, number, base }, asked);
  const found = state.repository?.pullRequest;
  if (!found) return { type: "refused", reason: `#${number} cannot be read` };
  if (found.isInMergeQueue) return { type: "queued" };
  if (found.autoMergeRequest !== null) return { type: "enabled" };
  const target = { pullRequestId: found.id, expectedHeadOid: found.headRefOid };
  if (state.repository?.mergeQueue) {
    const queued = await tried(() => client.graphql(enqueueMutation, { input: target }, asked));
    if (queued === void 0) return { type: "queued" };
    const enabled = await tried(() => client.graphql(enableMutation, { input: target }, asked));
    return enabled === void 0 ? { type: "enabled" } : refusedFor(`the merge queue says \u201C${queued}\u201D, auto-merge \u201C${enabled}\u201D`);
  }
  const mergeMethod = pull.method.toUpperCase();
  const refusal = await tried(() => client.graphql(enableMutation, { input: { ...target, mergeMethod } }, asked));
  if (refusal === void 0) return { type: "enabled" };
  if (/clean status/i.test(refusal)) return mergeNow(client, pull, found.headRefOid);
  return refusedFor(`GitHub says \u201C${refusal}\u201D`);
}
var workflowTokenReason = "the token is the workflow\u2019s own, and what that does starts no workflow by itself: runs for the pull request wait until a person approves them (older GitHub Enterprise Servers start none), runs for a merge queue never start, so checks that the base branch requires do not come. Use the token of a GitHub App for this step";
function refusedFor(said) {
  return {
    type: "refused",
    reason: `${said}. Check that \u201CAllow auto-merge\u201D is on in the settings of the repository and that the merge method is allowed there`
  };
}
async function tried(work) {
  try {
    await work();
    return void 0;
  } catch (error) {
    const refusal = refusalOf(error);
    if (refusal === "") throw error;
    return refusal;
  }
}
async function mergeNow(client, pull, head) {
  const { repository, number, method } = pull;
  try {
    const { data } = await client.request(
      "PUT /repos/{owner}/{repo}/pulls/{pull_number}/merge",
      { ...ownerAndName(repository), pull_number: number, sha: head, merge_method: method },
      { purpose: `merge #${number} of ${repository}`, permission: "contents: write" }
    );
    return { type: "merged", commit: data.sha };
  } catch (error) {
    if (!wasRefused(error, 403, 404, 405, 409, 422)) throw error;
    return refusedFor(`GitHub says \u201C${refusalOf(error)}\u201D`);
  }
}

// actions/lib/github/propose.ts
async function proposeOn(options, target) {
  const { client, repository, base } = options;
  let last = target.pull === void 0 ? target.first : void 0;
  const landed = await land({
    ...options,
    branch: target.branch,
    prepare: async (tree, head) => {
      const prepared = await options.prepare(tree, head);
      if (prepared.type === "commit") last = prepared;
      return prepared;
    }
  });
  if (target.pull === void 0) return opened(options, target.branch, landed, last ?? target.first);
  const { number, url } = target.pull;
  const where = { number, url, branch: target.branch };
  if (landed.type === "landed") {
    const comparison = await compareCommits(client, repository, base, target.branch);
    if (comparison.type !== "unknown" && !comparison.changesFiles) {
      await closePull(
        client,
        repository,
        target.pull,
        `With the last change, nothing is left that ${base} does not have.`
      );
      return { ...where, type: "emptied", value: landed.value };
    }
    if (last !== void 0) await describe(options, target.pull, last);
  }
  return finished(options, where, landed.type === "landed" ? "updated" : "unchanged", landed);
}
async function opened(options, branch, landed, last) {
  const { client, repository, base } = options;
  const text = pullText(options.describe(last.value), [fingerprintOf(last, options.fingerprint)]);
  const result = await openPull(client, repository, { branch, base }, text);
  if (result === void 0) return { type: "nothing", value: landed.value };
  const { pull, isNew } = result;
  if (!isNew) await describe(options, pull, last);
  return finished(options, { number: pull.number, url: pull.url, branch }, isNew ? "opened" : "updated", landed);
}
async function describe(options, pull, last) {
  const fingerprint = fingerprintOf(last, options.fingerprint);
  const all = [...fingerprintsOf(pull).filter((known) => known !== fingerprint), fingerprint];
  await describePull(options.client, options.repository, pull, pullText(options.describe(last.value), all));
}
async function finished(options, where, type, landed) {
  const { client, repository, base, log, autoMerge: method } = options;
  const { number } = where;
  log.info(`pull request #${number} is ${type}: ${where.url}`);
  if (type !== "unchanged") {
    const { labels = [] } = options.describe(landed.value);
    await orWarning(options, () => addLabels(client, repository, number, labels));
  }
  const autoMerge = method === void 0 ? void 0 : await orWarning(options, () => requestAutoMerge(client, { repository, number, base, method }));
  if (autoMerge?.type === "refused") log.warning(`#${number} is not merged by itself: ${autoMerge.reason}`);
  return {
    ...where,
    type,
    commit: landed.type === "landed" ? landed.commit : void 0,
    verified: landed.type === "landed" ? landed.verified : void 0,
    attempts: landed.attempts,
    autoMerge,
    supersedes: void 0,
    value: landed.value
  };
}
async function orWarning({ log }, work) {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    log.warning(error.message);
    return void 0;
  }
}

// actions/lib/github/pull-past.ts
async function declinedPull(client, repository, members, fingerprint, log) {
  const pulls = members.flatMap(({ name, pulls: pulls2 }) => pulls2.map((pull) => ({ ...pull, branch: name })));
  const last = pulls.sort((a, b) => b.number - a.number)[0];
  if (last === void 0 || last.state === "open" || last.isMerged) return void 0;
  const isSame = fingerprintsOf(last).includes(fingerprint);
  if (!isSame && fingerprintsOf(last).length === 0) return void 0;
  const { number, url, branch } = last;
  const by = await closedBy(client, repository, number) ?? "somebody";
  if (!isSame) {
    log.info(`#${number} was closed by ${by} without being merged; this change is another one`);
    return void 0;
  }
  log.info(`#${number} with this very change was closed by ${by} without being merged; reopen it if it is wanted`);
  return { number, url, branch, by };
}
async function supersede(client, repository, { old, by, base }, log) {
  const [before, after] = await Promise.all([
    changedFiles(client, repository, old.number),
    changedFiles(client, repository, by)
  ]);
  const kept = new Set(after);
  const missing = before.filter((path) => !kept.has(path));
  const conflict = `${base} can no longer be merged into this branch without a conflict.`;
  if (missing.length === 0) {
    await closePull(client, repository, old, `${conflict} #${by} takes its place.`);
    log.info(`#${old.number} is closed; #${by} takes its place`);
    return;
  }
  const named = missing.slice(0, 20).map((path) => `- \`${path.replaceAll("`", "")}\``);
  const more = missing.length > 20 ? [`- and ${missing.length - 20} more`] : [];
  await commentOn(
    client,
    repository,
    old.number,
    [
      `${conflict} Newer changes go to #${by}, which does not have the changes of these files:`,
      "",
      ...named,
      ...more
    ].join("\n")
  );
  log.warning(`#${old.number} stays open: it conflicts with ${base}, and #${by} does not have all of its files`);
}

// actions/lib/github/pull-request.ts
async function landByPullRequest(options) {
  const { client, repository, base, branch, log } = options;
  const baseHead = await readHead(client, repository, base);
  const members = await groupBranches(client, repository, branch, base);
  const open = members.findLast((member) => member.head !== void 0 && openOf(member) !== void 0);
  const pull = open && openOf(open);
  if (open !== void 0 && pull !== void 0) {
    const merged = await mergeBase(client, repository, open.name, baseHead);
    if (merged !== "conflict") return proposeOn(options, { branch: open.name, pull });
    log.info(`${base} cannot be merged into ${open.name} (#${pull.number}) without a conflict`);
  }
  const first = await prepareOn(options, baseHead);
  if (first.type === "nothing") return first;
  if (pull === void 0) {
    const fingerprint = fingerprintOf(first, options.fingerprint);
    const declined = await declinedPull(client, repository, members, fingerprint, log);
    if (declined !== void 0) return { ...declined, type: "declined", value: first.value };
  }
  const fresh = await freshBranch(client, repository, { branch, members, baseHead });
  const proposed = await proposeOn(options, { branch: fresh, first });
  if (pull === void 0 || proposed.type !== "opened") return proposed;
  await supersede(client, repository, { old: pull, by: proposed.number, base }, log);
  return { ...proposed, supersedes: pull.number };
}
var openOf = ({ pulls }) => pulls.find(({ state }) => state === "open");
async function prepareOn(options, head) {
  const tree = await openRemoteTree(options.client, options.repository, head, { localBlob: options.localBlob });
  const prepared = await options.prepare(tree, head);
  if (prepared.type === "nothing") return prepared;
  const { additions, deletions = [], value } = prepared;
  const changes = effectiveChanges(tree, { additions, deletions });
  return changes.additions.length + changes.deletions.length === 0 ? { type: "nothing", value } : prepared;
}

// actions/bump-image/merged-bumps.ts
var pageSize = 100;
var maxPages = 10;
async function bumpsBeyond(client, repository, base, head) {
  const bumps = [];
  for (let page = 1; page <= maxPages; page += 1) {
    const { data } = await client.request(
      "GET /repos/{owner}/{repo}/compare/{basehead}",
      { ...ownerAndName(repository), basehead: `${base}...${head}`, per_page: pageSize, page },
      { purpose: `read what ${shortId(head)} has beyond ${base} in ${repository}`, permission: "contents: read" }
    );
    for (const { commit } of data.commits) {
      bumps.push(...toldBumps(commit.message).flatMap((value) => parseBump(value) ?? []));
    }
    if (data.commits.length < pageSize) break;
  }
  return bumps;
}
function parseBump(value) {
  const fields = new Map(
    value.split(" ").map((field) => {
      const sign = field.indexOf("=");
      return [field.slice(0, Math.max(sign, 0)), field.slice(sign + 1)];
    })
  );
  const [image = "", tag, digest] = ["image", "tag", "digest"].map((key) => fields.get(key));
  if (parseReference(image)?.name !== image) return void 0;
  if (tag !== void 0 && !isTag(tag) || digest !== void 0 && !isDigest(digest)) return void 0;
  if (tag === void 0 && digest === void 0) return void 0;
  const [repository = "", commit = "", run] = ["source", "commit", "run"].map((key) => fields.get(key));
  const isBuild = /^[\w.-]+\/[\w.-]+$/.test(repository) && /^[0-9a-f]{40}$/.test(commit);
  const isRun = run !== void 0 && /^\d{1,20}$/.test(run);
  const environments = (fields.get("environments") ?? "").split(",").filter((name) => /^[a-z0-9-]{1,63}$/.test(name));
  return {
    image,
    version: { ...tag !== void 0 && { tag }, ...digest !== void 0 && { digest } },
    build: isBuild ? { repository, commit, ...isRun && { run } } : void 0,
    environments
  };
}
var formatBump = ({ image, version, build, environments }) => formatBumpTrailer(image, version, build, environments);
var mergedBump = (bump) => ({ ...bump, environments: bumpedEnvironments(bump) });
function standingBumps(bumps) {
  const taken = /* @__PURE__ */ new Set();
  const standing = [];
  for (const bump of bumps.toReversed()) {
    const keyOf = (environment) => `${imageKey(bump.image)} ${environment}`;
    const environments = bump.environments.filter((name) => !taken.has(keyOf(name)));
    const isScopeless = bump.environments.length === 0;
    if (isScopeless ? taken.has(keyOf("")) : environments.length === 0) continue;
    for (const name of isScopeless ? [""] : environments) taken.add(keyOf(name));
    standing.push({ ...bump, environments });
  }
  return standing.reverse();
}

// actions/bump-image/pull-request-body.ts
var reservedCharacters = 1e3;
var trailerCharacters = 4e4;
var maxListed = 100;
function pullRequestBody(prepared, diff, earlier) {
  const changed = prepared.calls.filter(({ outcome }) => outcome === "changed");
  const promotes = changed.every(({ requests }) => requests.every(({ promotedFrom }) => promotedFrom !== void 0));
  const own = changed.flatMap(({ bumps }) => bumps).map(mergedBump);
  const all = standingBumps([...earlier, ...own]);
  const ownLines = new Set(own.map(formatBump));
  const others = all.filter((bump) => !ownLines.has(formatBump(bump)));
  const parts = [
    siteTable(changed.flatMap(({ sites }) => sites)),
    noteLines(changed.flatMap((call) => call.notes)),
    others.length === 0 ? "" : `Earlier changes of this pull request:

${bumpLines(others)}`,
    `<details><summary>Exact change${others.length === 0 ? "" : " of the last commit"}</summary>

${fenced(diff, "diff")}

</details>`
  ];
  return textOf(all, promotes && others.length === 0 ? "Promote" : "Bump", parts);
}
function branchBody(bumps) {
  const all = standingBumps(bumps);
  return textOf(all, "Bump", [bumpLines(all), "The exact change is under \u201CFiles changed\u201D."]);
}
function tellsAll(body, bumps) {
  const lines = new Set(body.split(/\r?\n/));
  return trailersOf(standingBumps(bumps)).kept.every((line) => lines.has(line));
}
function textOf(all, verb, parts) {
  const { kept, leftOut } = trailersOf(all);
  const shortened = leftOut === 0 ? "" : `The builds of ${count(leftOut, "older bump")} are not told below: there are too many.`;
  const trailers = kept.join("\n");
  const characters = bodyCharacters - reservedCharacters - trailers.length;
  const text = fitMarkdown([...parts, shortened].filter((part) => part !== "").join("\n\n"), { characters });
  return { title: titleOf(all, verb), body: `${text}

${trailers}` };
}
function trailersOf(all) {
  const kept = [];
  const told = all.map(formatBump).filter((value) => parseBump(value) !== void 0);
  let size = 0;
  for (const value of told.toReversed()) {
    const line = formatTrailers([{ key: bumpTrailer, value }]);
    size += line.length + 1;
    if (size > trailerCharacters) break;
    kept.unshift(line);
  }
  return { kept, leftOut: told.length - kept.length };
}
function titleOf(all, verb) {
  const images = new Set(all.map(({ image }) => imageKey(image)));
  const versions = new Set(all.map(({ version }) => version.tag ?? showVersion(version)));
  const environments = [...new Set(all.flatMap((bump) => bump.environments))].sort();
  const name = all[0]?.image.split("/").at(-1) ?? "";
  const what = images.size === 1 ? `${name}${versions.size === 1 ? ` to ${[...versions][0]}` : ""}` : `${images.size} images`;
  return `${verb} ${what}${environments.length === 0 ? "" : ` in ${environments.join(", ")}`}`;
}
function bumpLines(bumps) {
  const lines = bumps.slice(-maxListed).map(({ image, version, environments }) => {
    const where = environments.length === 0 ? "" : ` in ${environments.join(", ")}`;
    return `- ${code(image)} to ${code(version.tag ?? showVersion(version))}${where}`;
  });
  return [...lines, ...bumps.length > maxListed ? [`- and ${bumps.length - maxListed} more`] : []].join("\n");
}

// actions/bump-image/complete-description.ts
var maxRounds = 5;
async function completeDescription(client, repository, { base, branch, number, commit }) {
  let described = commit;
  for (let round = 1; round <= maxRounds; round += 1) {
    const head = await findHead(client, repository, branch);
    if (head === void 0 || head === described) return;
    const [bumps, pulls] = [
      await bumpsBeyond(client, repository, base, head),
      await pullsOf(client, repository, branch, base)
    ];
    const pull = pulls.find((one) => one.number === number && one.state === "open");
    if (pull === void 0 || bumps.length === 0 || tellsAll(pull.body, bumps)) return;
    await describePull(client, repository, pull, pullText(branchBody(bumps), fingerprintsOf(pull)));
    described = head;
  }
}

// actions/bump-image/propose-bump.ts
async function proposeBump(options, { group, autoMerge, labels }) {
  checkGroup(group);
  const { client, repository, base } = options;
  const beyond = /* @__PURE__ */ new Map();
  const proposed = await landByPullRequest({
    ...options,
    branch: `seaworthy/bump/${group}`,
    prepare: async (tree, head) => {
      const prepared2 = await options.prepare(tree, head);
      if (prepared2.type === "nothing") return { type: "nothing", value: { ...prepared2.value, earlier: [] } };
      const known = beyond.get(head) ?? bumpsBeyond(client, repository, base, head);
      beyond.set(head, known);
      return { ...prepared2, value: { ...prepared2.value, earlier: await known } };
    },
    // A person who declined a version declined it, whatever else the files have come to hold.
    fingerprint: ({ value }) => JSON.stringify(value.prepared.calls.flatMap(({ bumps }) => bumps.map(({ image, version }) => [image, version]))),
    describe: ({ prepared: prepared2, diff: diff2, earlier }) => ({ ...pullRequestBody(prepared2, diff2, earlier), labels }),
    ...autoMerge && { autoMerge: "squash" }
  });
  if ("attempts" in proposed) {
    const { branch, number, commit } = proposed;
    await completeDescription(client, repository, { base, branch, number, commit });
  }
  const { prepared, diff } = proposed.value;
  return { prepared, diff, ...whatLanded(proposed) };
}
function whatLanded(proposed) {
  if (proposed.type === "nothing") return { commit: void 0, attempts: 1, pullRequest: void 0 };
  const { number, url } = proposed;
  if (proposed.type === "declined") {
    const note2 = `#${number} with this very change was closed by ${proposed.by} without merging; it is not opened again. Open it by hand if it is wanted after all`;
    return { commit: void 0, attempts: 1, pullRequest: { number, url, note: note2 } };
  }
  if (proposed.type === "emptied") {
    return {
      commit: void 0,
      attempts: 1,
      pullRequest: { number, url, note: `#${number} had nothing left and is closed` }
    };
  }
  const { commit, verified = false, attempts, autoMerge } = proposed;
  const landed = commit === void 0 ? void 0 : { id: commit, url: `${url}/commits/${commit}`, verified };
  const note = autoMerge !== void 0 && "reason" in autoMerge ? String(autoMerge.reason) : void 0;
  return { commit: landed, attempts, pullRequest: { number, url, note } };
}
export {
  proposeBump
};
