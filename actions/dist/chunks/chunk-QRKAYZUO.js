import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  includesVersion
} from "./chunk-AHUM72QA.js";
import {
  placeOf
} from "./chunk-M2ABT3NJ.js";
import {
  showVersion
} from "./chunk-6XCVKKI3.js";
import {
  inSeconds
} from "./chunk-4ZBQLVRW.js";
import {
  inTurns
} from "./chunk-GUPIMB7Y.js";
import {
  ownerAndName,
  shortId
} from "./chunk-7KJE3CBL.js";
import {
  GitHubError,
  wasRefused
} from "./chunk-2XYIY64O.js";
import {
  imageKey
} from "./chunk-NTJZ2C6H.js";
import {
  code,
  escapeMarkdown,
  row,
  tableHead
} from "./chunk-YXTR65BP.js";
import {
  makeTree,
  maxFileBytes
} from "./chunk-4ACD63CK.js";
import {
  clip,
  count,
  oneLine
} from "./chunk-RJ5VNCEM.js";
import {
  UserError,
  errorMessage
} from "./chunk-XKMBV7AT.js";

// actions/lib/github/history.ts
var permission = "contents: read";
async function findHead(client, repository, branch) {
  try {
    const { data } = await client.request(
      "GET /repos/{owner}/{repo}/git/ref/{ref}",
      { ...ownerAndName(repository), ref: `heads/${branch}` },
      { purpose: `read the branch ${branch} of ${repository}`, permission }
    );
    return data.object.sha;
  } catch (error) {
    if (wasRefused(error, 404)) return void 0;
    throw error;
  }
}
async function readHead(client, repository, branch) {
  const head = await findHead(client, repository, branch);
  if (head !== void 0) return head;
  throw new UserError(`there is no branch ${branch} in ${repository}, or the token cannot see it`, {
    next: `check both names; if they are right, the token needs \`${permission}\` there, and a workflow\u2019s own token reaches no repository but its own`
  });
}
async function commitsTouching(client, repository, from, path, limit, until) {
  const commits = await client.paginate(
    "GET /repos/{owner}/{repo}/commits",
    { ...ownerAndName(repository), sha: from, ...path !== "" && { path } },
    {
      purpose: `read the history of ${path === "" ? from : path} in ${repository}`,
      permission,
      limit,
      ...until !== void 0 && { until: ({ sha }) => until(sha) }
    }
  );
  return commits.map(({ sha, html_url, commit, author }) => ({
    id: sha,
    url: html_url,
    message: commit.message,
    author: author?.login ?? commit.author?.name ?? "unknown",
    date: commit.committer?.date
  }));
}

// actions/lib/github/blobs.ts
import { createHash } from "node:crypto";
var maxBatchedBytes = 1e5;
var maxBatch = 50;
var maxCachedBytes = 256 * 1024 * 1024;
function blobId(bytes) {
  return createHash("sha1").update(`blob ${bytes.byteLength}\0`).update(bytes).digest("hex");
}
var caches = /* @__PURE__ */ new WeakMap();
function blobReader(client, repository, localBlob) {
  const cache = caches.get(client.memory) ?? /* @__PURE__ */ new Map();
  caches.set(client.memory, cache);
  const remote = batchReader(client, repository);
  const readNow = async (blob) => {
    const local = await localBlob?.(blob.id).catch(() => void 0);
    return local !== void 0 && blobId(local) === blob.id ? local : remote(blob);
  };
  let cachedBytes = 0;
  return (blob) => {
    const known = cache.get(blob.id);
    if (known !== void 0) return known;
    const reading = readNow(blob);
    cachedBytes += blob.size;
    if (cachedBytes > maxCachedBytes) {
      cache.clear();
      cachedBytes = blob.size;
    }
    cache.set(blob.id, reading);
    reading.catch(() => cache.delete(blob.id));
    return reading;
  };
}
function batchReader(client, repository) {
  let waiting = [];
  const flush = async () => {
    const all = waiting;
    waiting = [];
    const small = all.filter(({ id, size }) => size < maxBatchedBytes && /^[0-9a-f]{40}$/.test(id));
    const batches = Array.from(
      { length: Math.ceil(small.length / maxBatch) },
      (_, index) => small.slice(index * maxBatch, (index + 1) * maxBatch)
    );
    const found = /* @__PURE__ */ new Map();
    await inTurns(batches, 4, (batch) => readBatch(client, repository, batch, found));
    await inTurns(all, 6, async (one) => {
      try {
        one.resolve(found.get(one.id) ?? await readOne(client, repository, one.id));
      } catch (error) {
        one.reject(error);
      }
    });
  };
  return (blob) => new Promise((resolve, reject) => {
    waiting.push({ ...blob, resolve, reject });
    if (waiting.length > 1) return;
    const asked = waiting;
    setImmediate(() => {
      flush().catch((error) => {
        for (const one of asked) one.reject(error);
      });
    });
  });
}
async function readBatch(client, repository, batch, found) {
  const fields = batch.map(({ id }, index) => `b${index}: object(oid: "${id}") { ...content }`);
  const text = `query($owner: String!, $name: String!) {
    repository(owner: $owner, name: $name) { ${fields.join("\n")} }
  }
  fragment content on Blob { text }`;
  const { owner, repo } = ownerAndName(repository);
  try {
    const purpose = `read ${batch.length} files of ${repository}`;
    const answer = await client.graphql(
      text,
      { owner, name: repo },
      { purpose, permission: "contents: read" }
    );
    batch.forEach(({ id }, index) => {
      const blob = answer.repository?.[`b${index}`];
      if (typeof blob?.text !== "string") return;
      const bytes = new Uint8Array(Buffer.from(blob.text, "utf8"));
      if (blobId(bytes) === id) found.set(id, bytes);
    });
  } catch (error) {
    if (!(error instanceof GitHubError) || error.failure.type === "limited") throw error;
    client.log.debug(`reading files one by one: ${error.message}`);
  }
}
async function readOne(client, repository, id) {
  const { data } = await client.request(
    "GET /repos/{owner}/{repo}/git/blobs/{file_sha}",
    { ...ownerAndName(repository), file_sha: id },
    { purpose: `read the file content ${shortId(id)} of ${repository}`, permission: "contents: read" }
  );
  const bytes = new Uint8Array(Buffer.from(data.content, data.encoding === "base64" ? "base64" : "utf8"));
  if (blobId(bytes) !== id) {
    throw new UserError(`GitHub\u2019s answer for the file content ${shortId(id)} of ${repository} is not that content`, {
      next: "run the job again; if it happens again, something between this runner and GitHub changes answers"
    });
  }
  return bytes;
}

// actions/lib/github/remote-tree.ts
var modes = {
  "100644": "file",
  "100664": "file",
  "100755": "executable",
  "120000": "symlink",
  "160000": "submodule"
};
async function openRemoteTree(client, repository, commit, { localBlob } = {}) {
  const files = /* @__PURE__ */ new Map();
  for (const { path, mode, type, sha, size = 0 } of await listAll(client, repository, commit)) {
    if (type !== "tree") files.set(path, { mode: modes[mode] ?? "file", id: sha, size });
  }
  const read = blobReader(client, repository, localBlob);
  const bytes = (_path, file) => read({ id: file.id, size: file.size });
  const linkTarget = async (path, file) => new TextDecoder().decode(await bytes(path, file));
  const tree = makeTree({ id: commit, commit }, files, { bytes, linkTarget });
  return { ...tree, prefetch: (paths) => prefetch(files, read, paths) };
}
async function prefetch(files, read, paths) {
  const wanted = [...new Set(paths)].flatMap((path) => files.get(path) ?? []);
  const readable = wanted.filter(({ mode, size }) => mode !== "submodule" && size <= maxFileBytes);
  await Promise.allSettled(readable.map(({ id, size }) => read({ id, size })));
}
async function listAll(client, repository, treeish) {
  const whole = await list(client, repository, treeish, true);
  if (!whole.truncated) return whole.entries;
  client.log.info(`${repository} is too large to be listed at once; listing it folder by folder`);
  const top = await list(client, repository, treeish, false);
  if (top.truncated) {
    throw new UserError(`a folder of ${repository} has more files than GitHub lists (at ${shortId(treeish)})`, {
      next: "check the repository out in the workflow and let this step read the checkout"
    });
  }
  const below = await inTurns(top.entries, 6, async ({ type, path, sha }) => {
    if (type !== "tree") return [];
    const entries = await listAll(client, repository, sha);
    return entries.map((entry) => ({ ...entry, path: `${path}/${entry.path}` }));
  });
  return [...top.entries, ...below.flat()];
}
var listings = /* @__PURE__ */ new WeakMap();
var maxListings = 200;
function list(client, repository, treeish, recursive) {
  const known = listings.get(client.memory) ?? /* @__PURE__ */ new Map();
  listings.set(client.memory, known);
  const key = `${repository} ${treeish} ${recursive}`;
  const before = known.get(key);
  if (before !== void 0) return before;
  if (known.size >= maxListings) known.clear();
  const listing = fetchListing(client, repository, treeish, recursive);
  known.set(key, listing);
  listing.catch(() => known.delete(key));
  return listing;
}
async function fetchListing(client, repository, treeish, recursive) {
  const { data } = await client.request(
    "GET /repos/{owner}/{repo}/git/trees/{tree_sha}",
    { ...ownerAndName(repository), tree_sha: treeish, ...recursive && { recursive: "1" } },
    { purpose: `list the files of ${repository} at ${shortId(treeish)}`, permission: "contents: read" }
  );
  return { entries: data.tree, truncated: data.truncated === true };
}

// actions/lib/github/trailers.ts
var trailerLine = /^([A-Za-z0-9-]+)[ \t]*:(.*)$/s;
var gitsOwn = /^(Signed-off-by: |\(cherry picked from commit )/;
function parseTrailers(message) {
  const found = [];
  let last;
  for (const line of trailerBlock(message)) {
    if (/^\s/.test(line)) {
      if (last !== void 0) last.value = `${last.value} ${line.trim()}`.trim();
      continue;
    }
    const [, key, value] = trailerLine.exec(line) ?? [];
    last = key === void 0 || value === void 0 ? void 0 : { key, value: value.trim() };
    if (last !== void 0) found.push(last);
  }
  return found;
}
function trailerValues(message, key) {
  const wanted = key.toLowerCase();
  return parseTrailers(message).filter((trailer) => trailer.key.toLowerCase() === wanted).map(({ value }) => value);
}
function trailerBlock(message) {
  const lines = message.replace(/\s+$/, "").split("\n");
  const isBlank = (line) => line !== void 0 && line.trim() === "";
  const endOfTitle = lines.findIndex((line, index) => isBlank(line) && index > 0);
  if (endOfTitle < 0) return [];
  let start = lines.length;
  while (start > endOfTitle + 1 && !isBlank(lines[start - 1])) start -= 1;
  const block = lines.slice(start).filter((line) => !line.startsWith("#"));
  return isTrailerBlock(block) ? block : [];
}
function isTrailerBlock(block) {
  let trailers = 0;
  let others = 0;
  let hasGitsOwn = false;
  let inTrailer = false;
  for (const line of block) {
    if (/^\s/.test(line)) {
      if (!inTrailer) others += 1;
      continue;
    }
    inTrailer = gitsOwn.test(line) || trailerLine.test(line);
    hasGitsOwn ||= gitsOwn.test(line);
    if (inTrailer) trailers += 1;
    else others += 1;
  }
  return trailers > 0 && others === 0 || hasGitsOwn && trailers * 3 >= others;
}
function formatTrailers(trailers) {
  return trailers.map(formatTrailer).join("\n");
}
function formatTrailer({ key, value }) {
  if (!/^[A-Za-z0-9-]+$/.test(key)) throw new TypeError(`\u201C${key}\u201D cannot be the key of a trailer`);
  const folded = value.split(/[\n\r\v\f\u0085\p{Zl}\p{Zp}]+/u).map((line) => line.replace(/[\p{Cc}\s]+/gu, " ").trim()).filter((line) => line !== "").join("\n ");
  return `${key}: ${folded}`.trimEnd();
}
function appendTrailers(message, trailers) {
  const text = message.replace(/\s+$/, "");
  if (trailers.length === 0) return text;
  return `${text}${parseTrailers(text).length > 0 ? "\n" : "\n\n"}${formatTrailers(trailers)}`;
}

// actions/lib/bump/build.ts
var bumpTrailer = "Seaworthy-Bump";
function formatBumpTrailer(image, { tag, digest }, build, environments = []) {
  const where = environments.length === 0 ? void 0 : environments.join(",");
  const { repository: source, commit, run } = build ?? {};
  const fields = { image, tag, digest, source, commit, run, environments: where };
  return Object.entries(fields).flatMap(([key, value]) => value === void 0 ? [] : [`${key}=${value}`]).join(" ");
}
function toldBumps(message) {
  return [...message.matchAll(/^Seaworthy-Bump:[ \t]*(\S.*?)[ \t]*$/gm)].map(([, value = ""]) => value);
}
function findBuild(messages, names, version) {
  const keys = names.map(imageKey);
  for (const message of messages) {
    for (const value of toldBumps(message)) {
      const fields = new Map(value.split(/\s+/).map((field) => splitField(field)));
      const [image, source, commit, run] = ["image", "source", "commit", "run"].map((key) => fields.get(key));
      const [tag, digest] = [fields.get("tag"), fields.get("digest")];
      const said = { ...tag !== void 0 && { tag }, ...digest !== void 0 && { digest } };
      if (image === void 0 || source === void 0 || commit === void 0) continue;
      if (!keys.includes(imageKey(image)) || !includesVersion(said, version)) continue;
      return { repository: source, commit, ...run !== void 0 && { run } };
    }
  }
  return void 0;
}
function splitField(field) {
  const sign = field.indexOf("=");
  return [field.slice(0, Math.max(sign, 0)), field.slice(sign + 1)];
}
async function judgeOrder(deployed, incoming, compare) {
  if (deployed === void 0 || incoming === void 0) return { type: "newer" };
  if (deployed.repository.toLowerCase() !== incoming.repository.toLowerCase()) return { type: "newer" };
  if (deployed.commit === incoming.commit) return { type: "newer" };
  const [old, fresh] = [deployed.commit.slice(0, 12), incoming.commit.slice(0, 12)];
  const ancestry = await compare(incoming.repository, deployed.commit, incoming.commit);
  if (ancestry === "behind") {
    return {
      type: "superseded",
      reason: `commit ${fresh} of ${incoming.repository} is older than ${old}, which is deployed`
    };
  }
  if (ancestry === "diverged") {
    return {
      type: "newer",
      note: `commit ${fresh} of ${incoming.repository} is on another branch than ${old}, which is deployed`
    };
  }
  if (ancestry !== "unknown") return { type: "newer" };
  const unread = `the commits of ${incoming.repository} cannot be compared with this token (contents: read is needed there)`;
  if (deployed.run === void 0 || incoming.run === void 0) {
    return { type: "newer", note: `${unread}: whether ${fresh} is older than ${old} is not known` };
  }
  return BigInt(incoming.run) < BigInt(deployed.run) ? {
    type: "superseded",
    reason: `run ${incoming.run} of ${incoming.repository} was started before run ${deployed.run}, which is deployed; ${unread}`
  } : { type: "newer", note: `${unread}; by the order of the runs it is newer` };
}

// actions/lib/bump/show/commit-message.ts
var listed = 100;
function bumpMessage(bumps, verb) {
  const sites = bumps.flatMap((bump) => bump.sites).filter(({ changed }) => changed);
  const environments = [...new Set(sites.flatMap((site) => site.environments))];
  const where = environments.length === 0 ? "" : ` in ${environments.join(", ")}`;
  const [first] = bumps;
  const what = bumps.length === 1 && first !== void 0 ? `${lastPart(first.image)} to ${first.version.tag ?? showVersion(first.version)}` : `${bumps.length} images`;
  const lines = sites.slice(0, listed).map(({ file, line, old, new: next }) => clip(oneLine(`- ${file}:${line}: ${old || "nothing"} \u2192 ${next}`), 500));
  if (sites.length > listed) lines.push(`- and ${sites.length - listed} more places`);
  const trailers = bumps.map((bump) => ({
    key: bumpTrailer,
    value: formatBumpTrailer(bump.image, bump.version, bump.build, bumpedEnvironments(bump))
  }));
  return { headline: `${verb} ${what}${where}`, body: `${lines.join("\n")}

${formatTrailers(trailers)}` };
}
function bumpedEnvironments({ sites }) {
  const changed = sites.filter((site) => site.changed);
  return [...new Set((changed.length > 0 ? changed : sites).flatMap(({ environments }) => environments))];
}
var lastPart = (image) => image.split("/").at(-1) ?? image;

// actions/lib/github/changes.ts
function effectiveChanges(tree, { additions, deletions }) {
  for (const { path } of additions) checkTarget(tree, path);
  for (const path of deletions) checkPath(path);
  return {
    additions: additions.filter(({ path, bytes }) => tree.files.get(path)?.id !== blobId(bytes)),
    deletions: deletions.filter((path) => tree.files.has(path))
  };
}
function checkTarget(tree, path) {
  checkPath(path);
  const mode = tree.files.get(path)?.mode;
  if (mode !== void 0 && mode !== "file") refuse(path, modeReasons[mode]);
  for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
    if (tree.files.has(path.slice(0, end))) refuse(path, `${path.slice(0, end)} is not a folder`);
  }
  if (mode === void 0 && tree.list(path).length > 0) refuse(path, "it is a folder");
}
var modeReasons = {
  executable: "it is executable, and GitHub\u2019s API would drop that",
  symlink: "it is a symlink, and GitHub\u2019s API would put a file in its place: name the file that it points to",
  submodule: "it is a submodule, whose content is in another repository"
};
function checkPath(path) {
  const parts = path.split("/");
  const isUnsafe = parts.some((part) => part === "" || part === "." || part === ".." || /^\.git$/i.test(part));
  if (isUnsafe || /[\p{Cc}\\]/u.test(path)) refuse(path, "that is not a path inside the repository");
}
function refuse(path, reason) {
  throw new UserError(`${path} cannot be written: ${reason}`, {
    where: path,
    next: "change another file, or make this one an ordinary file first"
  });
}

// actions/lib/bump/show/markdown.ts
var maxRows = 500;
function siteTable(sites) {
  if (sites.length === 0) return "";
  const rows = sites.slice(0, maxRows).map(
    ({ image, old, new: next, changed, file, line, environments, applications }) => row([
      code(image),
      code(old) || "nothing",
      changed ? code(next) : "already there",
      code(`${file}:${line}`),
      escapeMarkdown((environments.length > 0 ? environments : applications).join(", "))
    ])
  );
  const more = sites.length > maxRows ? [`

And ${count(sites.length - maxRows, "more place")}.`] : [];
  return [tableHead(["Image", "Before", "After", "Place", "For"]), ...rows].join("\n") + more.join("");
}
function refusalLines(refusals) {
  return refusals.slice(0, maxRows).map((refusal2) => {
    const place = placeOf(refusal2);
    const image = refusal2.image === "" ? "" : `${code(refusal2.image)}: `;
    return `- ${place === "" ? "" : `${code(place)} `}${image}${escapeMarkdown(refusal2.message)}`;
  }).join("\n");
}
var noteLines = (notes) => [...new Set(notes)].map((note) => `- ${escapeMarkdown(note)}`).join("\n");
function fenced(text, language) {
  const longest = Math.max(2, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  return `${fence}${language}
${text.trimEnd()}
${fence}`;
}

// actions/lib/github/land.ts
import { randomBytes } from "node:crypto";

// actions/lib/github/commit.ts
var maxTotalBytes = 25 * 1024 * 1024;
var mutation = `mutation($input: CreateCommitOnBranchInput!) {
  createCommitOnBranch(input: $input) { commit { oid url signature { isValid } } }
}`;
async function commitOnBranch(client, request) {
  const { repository, branch, additions, deletions } = request;
  ownerAndName(repository);
  const total = additions.reduce((sum, { bytes }) => sum + bytes.byteLength, 0);
  if (total > maxTotalBytes) {
    throw new UserError(`the change has ${total} bytes, more than the ${maxTotalBytes} that go into one commit`, {
      where: `${branch} of ${repository}`,
      next: "change fewer files at a time"
    });
  }
  const input = {
    branch: { repositoryNameWithOwner: repository, branchName: branch },
    expectedHeadOid: request.expectedHead,
    message: { headline: request.headline, body: request.body },
    fileChanges: {
      additions: additions.map(({ path, bytes }) => ({ path, contents: Buffer.from(bytes).toString("base64") })),
      deletions: deletions.map((path) => ({ path }))
    }
  };
  const asked = { purpose: `commit to ${branch} of ${repository}`, permission: "contents: write" };
  try {
    const created = await client.graphql(mutation, { input }, { ...asked, repeat: "never" });
    const commit = created.createCommitOnBranch?.commit;
    if (!commit) return { type: "unknown", reason: "the answer names no commit" };
    const verified = commit.signature?.isValid ?? await isVerified(client, repository, commit.oid);
    return { type: "committed", commit: commit.oid, url: commit.url, verified };
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error;
    const { failure } = error;
    if (failure.type === "limited") return { type: "limited", waitMs: failure.waitMs };
    if (failure.type === "unreachable") return { type: "unknown", reason: failure.reason };
    if (isStale(failure)) return { type: "stale" };
    throw refusal(error, failure, request);
  }
}
var isStale = ({ errors, message }) => errors.some(({ type }) => type === "STALE_DATA") || /expected branch to point to|but expected [0-9a-f]{40}/i.test(message);
var isProtected = ({ errors, message }) => errors.some(({ type }) => type === "BRANCH_PROTECTION_RULE_VIOLATION") || /protected branch|rule violations? found|changes must be made through|merge queue/i.test(message);
function refusal(error, failure, { repository, branch }) {
  const said = `GitHub says \u201C${failure.message}\u201D`;
  if (isProtected(failure)) {
    return new GitHubError(
      failure,
      `${branch} of ${repository} takes no direct commits from this token: ${said}`,
      "let this step open a pull request (mode: pull-request), or add the GitHub App whose token it uses to those who may bypass the rule",
      error
    );
  }
  if (/no ref found|could not resolve to a (ref|branch)|branch .*(not found|does not exist)/i.test(failure.message)) {
    return new GitHubError(
      failure,
      `${repository} has no branch ${branch}, or it was deleted meanwhile: ${said}`,
      "check the name of the branch",
      error
    );
  }
  if (failure.status === 413 || /too large|too big|exceeds/i.test(failure.message)) {
    return new GitHubError(
      failure,
      `the change is too large for one commit: ${said}`,
      "change fewer files at a time",
      error
    );
  }
  if (/workflow/i.test(failure.message) && /permission|scope|not allowed|refus/i.test(failure.message)) {
    return new GitHubError(
      failure,
      `the change touches .github/workflows, which a workflow\u2019s own token never may: ${said}`,
      "use the token of a GitHub App that has the permission `workflows: write`",
      error
    );
  }
  return error;
}
async function isVerified(client, repository, commit) {
  try {
    const { data } = await client.request(
      "GET /repos/{owner}/{repo}/commits/{ref}",
      { ...ownerAndName(repository), ref: commit, per_page: 1 },
      { purpose: `read the commit ${shortId(commit)} of ${repository}`, permission: "contents: read" }
    );
    return data.commit.verification?.verified === true;
  } catch (error) {
    if (error instanceof GitHubError) return false;
    throw error;
  }
}

// actions/lib/github/land-words.ts
function afterAttempt(attempt) {
  const { outcome, branch, before, head, waitMs } = attempt;
  const again = `again after ${inSeconds(waitMs)}`;
  if (outcome?.type === "limited") return `GitHub\u2019s rate limit; ${again}`;
  const moved = before === head ? `${branch} is still at ${shortId(head)}` : `${branch} moved to ${shortId(head)}`;
  if (outcome?.type === "unknown") return `no usable answer (${outcome.reason}), ${moved}; ${again}`;
  return `${before === head ? "somebody was faster" : `${moved} while editing`}; ${again}`;
}
async function tooLate(client, story) {
  const { repository, branch, deadlineMs, outcomes } = story;
  const counted = (type) => outcomes.filter((outcome) => outcome.type === type).length;
  const troubles = [
    [counted("stale"), "somebody else was faster"],
    [counted("limited"), "GitHub\u2019s rate limit held it back"],
    [counted("unknown"), "there was no usable answer"]
  ];
  const list2 = troubles.filter(([times]) => times > 0).map(([times, what]) => `${times === 1 ? "once" : `${times} times`} ${what}`);
  const others = counted("stale") > 0 ? await lastCommits(client, repository, branch) : "";
  return new UserError(
    `the change did not get onto ${branch} of ${repository} within ${inSeconds(deadlineMs)}: ${count(outcomes.length, "attempt")}, ${list2.join(", ")}${others}`,
    {
      next: counted("stale") > 0 ? "run the job again; if this happens often, send the changes of this branch through one workflow with `concurrency` and `queue: max`, or give this step more time" : "run the job again later"
    }
  );
}
async function lastCommits(client, repository, branch) {
  try {
    const commits = await commitsTouching(client, repository, branch, "", 3);
    const told = commits.map(
      ({ id, author, message }) => `${shortId(id)} by ${oneLine(author)} \u201C${headlineOf(message)}\u201D`
    );
    return told.length === 0 ? "" : `; the last commits there: ${told.join(", ")}`;
  } catch {
    return "";
  }
}
var headlineOf = (message) => clip(oneLine(message.split("\n", 1)[0] ?? ""), 60);
function maybeLanded(error, place) {
  const what = error instanceof UserError ? error.what : errorMessage(error);
  return new UserError(
    `${what}; an attempt before that got no answer, so the change may be on ${place.branch} all the same`,
    {
      where: `${place.branch} of ${place.repository}`,
      next: `look for a commit with the line \u201C${place.trailer}\u201D there; if there is none, run the job again, which is safe in either case`,
      cause: error
    }
  );
}

// actions/lib/github/land.ts
var changeTrailer = "Seaworthy-Change";
var landDeadlineMs = 5 * 6e4;
var firstWaitMs = 200;
var longestWaitMs = 15e3;
var settleMs = 1e3;
async function land(options) {
  const { repository, branch, log, localBlob, deadlineMs = landDeadlineMs } = options;
  const { now, sleep, random } = options.client.clock;
  const until = now() + deadlineMs;
  const client = options.client.before(until);
  const change = randomBytes(10).toString("hex");
  const outcomes = [];
  let doubt;
  const attempt = async (head, attempts) => {
    const tree = await openRemoteTree(client, repository, head, { localBlob });
    const prepared = await options.prepare(tree, head);
    const { value } = prepared;
    if (prepared.type === "nothing") return { type: "nothing", attempts, value };
    const changes = effectiveChanges(tree, { additions: prepared.additions, deletions: prepared.deletions ?? [] });
    if (changes.additions.length + changes.deletions.length === 0) return { type: "nothing", attempts, value };
    const message = messageOf(prepared, change);
    const result = await commitOnBranch(client, { repository, branch, expectedHead: head, ...message, ...changes });
    if (result.type === "committed") {
      log.info(`attempt ${attempts}: landed on ${branch} as ${shortId(result.commit)}`);
      return { ...result, type: "landed", attempts, value };
    }
    if (result.type === "unknown") doubt = { head, value };
    outcomes.push(result);
    return void 0;
  };
  try {
    let head = await readHead(client, repository, branch);
    for (let attempts = 1; ; attempts += 1) {
      const landed = await attempt(head, attempts);
      if (landed !== void 0) return landed;
      const waitMs = waitAfter(outcomes, random());
      const isLate = now() + waitMs > until;
      if (isLate && doubt === void 0) break;
      await sleep(isLate ? settleMs : waitMs);
      const before = head;
      head = await readHead(isLate ? options.client : client, repository, branch);
      if (!isLate)
        log.info(`attempt ${attempts}: ${afterAttempt({ outcome: outcomes.at(-1), branch, before, head, waitMs })}`);
      if (doubt !== void 0 && doubt.head !== head) {
        const commit = await findChange(options.client, repository, { from: head, to: doubt.head }, change);
        if (commit !== void 0) {
          log.info(`attempt ${attempts}: it had landed as ${shortId(commit.id)} all the same; not written again`);
          const verified = await isVerified(options.client, repository, commit.id);
          return { type: "landed", commit: commit.id, url: commit.url, verified, attempts, value: doubt.value };
        }
        doubt = void 0;
      }
      if (isLate) break;
    }
  } catch (error) {
    throw doubt === void 0 ? error : maybeLanded(error, { repository, branch, trailer: `${changeTrailer}: ${change}` });
  }
  const late = await tooLate(options.client, { repository, branch, deadlineMs, outcomes });
  throw doubt === void 0 ? late : maybeLanded(late, { repository, branch, trailer: `${changeTrailer}: ${change}` });
}
function waitAfter(outcomes, random) {
  const last = outcomes.at(-1);
  const contention = Math.min(longestWaitMs, firstWaitMs * 2 ** (outcomes.length - 1));
  const asked = last?.type === "limited" ? last.waitMs : last?.type === "unknown" ? settleMs : 0;
  return Math.ceil(asked + random * contention);
}
function messageOf({ headline, body }, change) {
  const first = oneLine(headline).trim();
  const whole = appendTrailers(`${first}

${body.trim()}`, [{ key: changeTrailer, value: change }]);
  return { headline: first, body: whole.slice(first.length).trim() };
}
async function findChange(client, repository, { from, to }, change) {
  const commits = await commitsTouching(client, repository, from, "", 1e3, (id) => id === to);
  return commits.find(({ message }) => trailerValues(message, changeTrailer).includes(change));
}

// actions/lib/github/compare.ts
async function compareCommits(client, repository, base, head) {
  try {
    const { data } = await client.request(
      "GET /repos/{owner}/{repo}/compare/{basehead}",
      { ...ownerAndName(repository), basehead: `${base}...${head}`, per_page: 1 },
      { purpose: `compare ${base} with ${head} in ${repository}`, permission: "contents: read" }
    );
    const { status, ahead_by: aheadBy, behind_by: behindBy } = data;
    return { type: status, aheadBy, behindBy, changesFiles: (data.files?.length ?? 0) > 0 };
  } catch (error) {
    if (!wasRefused(error, 404, 403, 422)) throw error;
    return { type: "unknown", reason: error instanceof UserError ? error.what : errorMessage(error) };
  }
}

export {
  findHead,
  readHead,
  commitsTouching,
  blobId,
  openRemoteTree,
  formatTrailers,
  bumpTrailer,
  formatBumpTrailer,
  toldBumps,
  findBuild,
  judgeOrder,
  bumpMessage,
  bumpedEnvironments,
  effectiveChanges,
  land,
  compareCommits,
  siteTable,
  refusalLines,
  noteLines,
  fenced
};
