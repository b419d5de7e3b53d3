import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  bodyCharacters,
  fitMarkdown
} from "./chunk-4ZBQLVRW.js";
import {
  ownerAndName
} from "./chunk-7KJE3CBL.js";
import {
  refusalOf,
  wasRefused
} from "./chunk-2XYIY64O.js";

// actions/lib/github/pulls.ts
var permission = "pull-requests: write";
var maxTitle = 256;
var maxFingerprints = 50;
var fingerprintLine = /\n*<!-- seaworthy-content:([ 0-9a-f]*)-->\s*$/;
var pullOf = ({ number, html_url: url, state, merged_at, title, body, head }) => ({
  number,
  url,
  state: state === "open" ? "open" : "closed",
  isMerged: merged_at !== null,
  title,
  body: body ?? "",
  headCommit: head.sha
});
async function pullsOf(client, repository, branch, base) {
  const { owner, repo } = ownerAndName(repository);
  const pulls = await client.paginate(
    "GET /repos/{owner}/{repo}/pulls",
    { owner, repo, head: `${owner}:${branch}`, base, state: "all" },
    {
      purpose: `read the pull requests from ${branch} in ${repository}`,
      permission: "pull-requests: read",
      limit: 200
    }
  );
  return pulls.map(pullOf).sort((a, b) => b.number - a.number);
}
async function openPull(client, repository, place, text) {
  try {
    const { data } = await client.request(
      "POST /repos/{owner}/{repo}/pulls",
      { ...ownerAndName(repository), head: place.branch, base: place.base, ...text },
      // A second one for the same branch is refused, so that asking again is safe.
      { purpose: `open a pull request from ${place.branch} in ${repository}`, permission, repeat: "always" }
    );
    return { pull: pullOf({ ...data, merged_at: null }), isNew: true };
  } catch (error) {
    if (!wasRefused(error, 422)) throw error;
    if (/no commits between/i.test(refusalOf(error))) return void 0;
    const pull = (await pullsOf(client, repository, place.branch, place.base)).find(({ state }) => state === "open");
    if (pull === void 0) throw error;
    return { pull, isNew: false };
  }
}
async function describePull(client, repository, pull, { title, body }) {
  if (pull.title === title && pull.body.replaceAll("\r\n", "\n").trimEnd() === body.trimEnd()) return false;
  await patch(client, repository, pull.number, { title, body }, `change the text of #${pull.number}`);
  return true;
}
async function closePull(client, repository, pull, why) {
  const { number, body } = pull;
  await commentOn(client, repository, number, why);
  const change = { state: "closed", body: body.replaceAll("\r\n", "\n").replace(fingerprintLine, "") };
  await patch(client, repository, number, change, `close #${number}`);
}
async function commentOn(client, repository, number, body, needs = permission) {
  await client.request(
    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    { ...ownerAndName(repository), issue_number: number, body },
    { purpose: `comment on #${number} in ${repository}`, permission: needs }
  );
}
async function patch(client, repository, number, change, purpose) {
  await client.request(
    "PATCH /repos/{owner}/{repo}/pulls/{pull_number}",
    { ...ownerAndName(repository), pull_number: number, ...change },
    { purpose: `${purpose} in ${repository}`, permission, repeat: "always" }
  );
}
async function addLabels(client, repository, number, labels) {
  if (labels.length === 0) return;
  await client.request(
    "POST /repos/{owner}/{repo}/issues/{issue_number}/labels",
    { ...ownerAndName(repository), issue_number: number, labels: [...labels] },
    { purpose: `label #${number} in ${repository}`, permission, repeat: "always" }
  );
}
async function changedFiles(client, repository, number) {
  const files = await client.paginate(
    "GET /repos/{owner}/{repo}/pulls/{pull_number}/files",
    { ...ownerAndName(repository), pull_number: number },
    { purpose: `read the files of #${number} in ${repository}`, permission: "pull-requests: read" }
  );
  return files.flatMap(
    ({ filename, previous_filename: before }) => before === void 0 ? [filename] : [filename, before]
  );
}
async function closedBy(client, repository, number) {
  const { data } = await client.request(
    "GET /repos/{owner}/{repo}/issues/{issue_number}",
    { ...ownerAndName(repository), issue_number: number },
    { purpose: `read who closed #${number} in ${repository}`, permission: "pull-requests: read" }
  );
  return data.closed_by?.login;
}
function pullText({ title, body }, fingerprints) {
  const line = `<!-- seaworthy-content: ${fingerprints.slice(-maxFingerprints).join(" ")} -->`;
  const [headline = ""] = title.split("\n", 1);
  return {
    title: headline.length <= maxTitle ? headline : `${headline.slice(0, maxTitle - 1)}\u2026`,
    body: `${fitMarkdown(body, { characters: bodyCharacters - line.length - 2 })}

${line}`
  };
}
function fingerprintsOf({ body }) {
  return fingerprintLine.exec(body.replaceAll("\r\n", "\n"))?.[1]?.split(" ").filter((part) => part !== "") ?? [];
}

export {
  pullsOf,
  openPull,
  describePull,
  closePull,
  commentOn,
  addLabels,
  changedFiles,
  closedBy,
  pullText,
  fingerprintsOf
};
