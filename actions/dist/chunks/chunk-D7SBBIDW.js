import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  keysInput,
  mirrorInput,
  reportPage,
  revisionInput,
  wavesMatrix,
  wholeNumber
} from "./chunk-36W3GPMF.js";
import {
  gateAnswer,
  isRefusing,
  pageMarkdown,
  renderGate,
  renderGateText,
  renderTerraformJson
} from "./chunk-JUBCABLV.js";
import {
  collectCarried,
  readKeys,
  sealPlan
} from "./chunk-YWJLLPMX.js";
import {
  rootAnswer,
  rootPart,
  standingOf
} from "./chunk-W5DSIOOB.js";
import {
  viewerLogin
} from "./chunk-B7OBPBF7.js";
import {
  githubExpression,
  runPlace
} from "./chunk-HJTFNHO4.js";
import {
  bodyCharacters,
  fitMarkdown
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
  refusalOf,
  wasRefused
} from "./chunk-2XYIY64O.js";
import {
  openCommitTree
} from "./chunk-NFCCWYF2.js";
import {
  findRepository,
  openWorkingTree,
  resolveCommit
} from "./chunk-Z6NCKDR5.js";
import {
  annotate,
  defineOutputs,
  writeSummary
} from "./chunk-VAU6MW2Y.js";
import {
  choice,
  defineInputs,
  flag,
  list,
  secret
} from "./chunk-DH4ITXBW.js";
import {
  git
} from "./chunk-YJPHPFWU.js";
import {
  clip,
  count,
  oneLine
} from "./chunk-RJ5VNCEM.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/terraform-plan/inputs.ts
var inputs = defineInputs({
  mode: choice(["plan", "gate", "drift"], { default: "plan" }),
  base: revisionInput,
  roots: list(),
  "encryption-keys": keysInput,
  token: { ...secret(), default: githubExpression("github.token") },
  "team-token": secret(),
  comment: flag({ default: true }),
  "check-runs": flag({ default: true }),
  "provider-mirror": mirrorInput,
  parallel: wholeNumber({ from: 1, to: 32, default: 4 }),
  "timeout-minutes": wholeNumber({ from: 1, to: 360, default: 30 })
});
var outputs = defineOutputs({
  outcome: "failed",
  changes: "false",
  roots: "[]",
  waves: "[]",
  "plans-folder": "",
  "artifact-name": "",
  "report-folder": "",
  "json-file": "",
  "comment-url": ""
});
function readInputs(environment = process.env) {
  return { ...inputs.read(environment), place: runPlace(environment) };
}

// actions/lib/github/repository.ts
async function readRepository(client, repository) {
  const { data } = await client.request("GET /repos/{owner}/{repo}", ownerAndName(repository), {
    purpose: `look up the repository ${repository}`,
    permission: "metadata: read"
  });
  return {
    id: Number(data.id),
    name: data.full_name,
    visibility: visibilityOf(data),
    defaultBranch: data.default_branch,
    isFork: data.fork,
    isArchived: data.archived
  };
}
function visibilityOf(data) {
  if (data.visibility === "internal" || data.visibility === "private") return data.visibility;
  return data.visibility === void 0 && data.private ? "private" : "public";
}

// actions/lib/toolkit/interruption.ts
function interruption() {
  const controller = new AbortController();
  const stop = (name) => controller.abort(name);
  process.on("SIGINT", stop).on("SIGTERM", stop);
  return {
    signal: controller.signal,
    [Symbol.dispose]: () => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
    }
  };
}

// actions/terraform-plan/pull-event.ts
import { readFileSync } from "node:fs";
function pullEvent(environment) {
  const file = environment.GITHUB_EVENT_PATH;
  if (!file) return void 0;
  const { pull_request: pull } = JSON.parse(readFileSync(file, "utf8"));
  return pull === void 0 ? void 0 : {
    number: pull.number,
    headSha: pull.head.sha,
    ...pull.base?.sha !== void 0 && { baseSha: pull.base.sha },
    headRepository: pull.head.repo?.full_name,
    author: pull.user?.login
  };
}
var isFromFork = (pull, repository) => pull !== void 0 && pull.headRepository?.toLowerCase() !== repository?.toLowerCase();
var knownEvents = [
  "pull_request",
  "pull_request_target",
  "push",
  "merge_group",
  "schedule",
  "workflow_dispatch",
  "workflow_call",
  "repository_dispatch"
];
function requireKnownEvent(event) {
  if (event === void 0 || event === "" || knownEvents.includes(event)) return;
  throw new UserError(`A run of ${event} does not say whose change it plans.`, {
    where: "GITHUB_EVENT_NAME",
    next: "plan on pull_request; what a fork brings is planned when it is in a branch of this repository"
  });
}

// actions/terraform-plan/report-folder.ts
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
var plansArtifact = "terraform-plans";
function makeFolders(temporary) {
  const base = join(temporary ?? tmpdir(), "seaworthy-terraform");
  const folders = { plans: join(base, "plans"), report: join(base, "report"), work: join(base, "work") };
  for (const folder of Object.values(folders)) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true, mode: 448 });
  }
  return folders;
}
function clearWork({ work }, stop) {
  if (!stop.aborted) rmSync(work, { recursive: true, force: true });
}
var fileNameOf = (root) => encodeURIComponent(root).replace(/[*%]/g, "_").slice(0, 150) || "root";
var planFileName = (root, index) => `${index}-${fileNameOf(root)}.plan`;
function writeReportFile(folder, name, text) {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

// actions/lib/github/comment.ts
var permission = "pull-requests: write";
async function upsertComment(client, comment) {
  return await write(client, comment, true);
}
async function updateComment(client, comment) {
  return write(client, comment, false);
}
async function write(client, comment, mayCreate) {
  const { repository, issue } = comment;
  const opening = openingOf(comment.marker);
  const text = `${opening}
${fitMarkdown(comment.body, { characters: bodyCharacters - opening.length - 1 })}`;
  const author = comment.author ?? await viewerLogin(client);
  const find = (all) => ours(client, { repository, issue, opening, author, all });
  for (let attempt = 1; ; attempt += 1) {
    const [known] = await find(false);
    try {
      if (known !== void 0) return await update(client, repository, known, text);
      if (!mayCreate) return void 0;
      const created = await create(client, comment, text);
      const [oldest = created, ...later] = await find(true);
      for (const { id } of later) await remove(client, repository, id);
      if (oldest.id === created.id) return { type: "created", id: created.id, url: created.url };
      return await update(client, repository, oldest, text);
    } catch (error) {
      const again = error instanceof GitHubError && error.failure.type === "unreachable" || wasRefused(error, 404);
      if (!again || attempt === 3) throw error;
    }
  }
}
function openingOf(marker) {
  if (!/^[\w.:-]+$/.test(marker) || marker.includes("--") || marker.endsWith("-")) {
    throw new UserError(`\u201C${marker}\u201D cannot mark a comment`, { next: "use letters, digits and single hyphens" });
  }
  return `<!-- seaworthy:${marker} -->`;
}
async function ours(client, where) {
  const { repository, issue, opening, author, all } = where;
  const isOurs = ({ body, user }) => body?.startsWith(opening) === true && user?.login === author;
  const comments = await client.paginate(
    "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    { ...ownerAndName(repository), issue_number: issue },
    {
      purpose: `read the comments of #${issue} in ${repository}`,
      permission: "pull-requests: read",
      ...!all && { until: isOurs }
    }
  );
  return comments.filter(isOurs).map(({ id, html_url: url, body = "" }) => ({ id: Number(id), url, body })).sort((a, b) => a.id - b.id);
}
async function create(client, { repository, issue }, body) {
  const { data } = await client.request(
    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    { ...ownerAndName(repository), issue_number: issue, body },
    { purpose: `comment on #${issue} in ${repository}`, permission }
  );
  return { id: Number(data.id), url: data.html_url, body };
}
async function update(client, repository, { id, url, body }, text) {
  if (body.replaceAll("\r\n", "\n").trimEnd() === text.replaceAll("\r\n", "\n").trimEnd())
    return { type: "unchanged", id, url };
  await client.request(
    "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    { ...ownerAndName(repository), comment_id: id, body: text },
    { purpose: `change our comment ${id} in ${repository}`, permission, repeat: "always" }
  );
  return { type: "updated", id, url };
}
async function remove(client, repository, id) {
  try {
    await client.request(
      "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
      { ...ownerAndName(repository), comment_id: id },
      { purpose: `remove our second comment ${id} in ${repository}`, permission, repeat: "always" }
    );
  } catch (error) {
    if (!wasRefused(error, 404)) throw error;
  }
}

// actions/lib/terraform/show/comment.ts
var commentLimit = 64e3;
function renderComment(report, { limit = commentLimit, more, ...words } = {}) {
  return pageMarkdown(reportPage(report, words), { limit, ...more !== void 0 && { more } });
}

// actions/lib/terraform/show/summary.ts
var summaryLimit = 1024 * 1024 - 64 * 1024;
function renderTerraformSummary(report, { limit = summaryLimit, more, ...words } = {}) {
  return pageMarkdown(reportPage(report, words), { limit, ...more !== void 0 && { more } });
}

// actions/lib/github/check-runs.ts
import { createHash } from "node:crypto";
var maxBytes = 65e3;
var maxTitle = 255;
var maxMessage = 16e3;
var batch = 50;
var maxAnnotations = 500;
var permission2 = "checks: write";
async function upsertCheckRun(client, check) {
  const annotations = (check.annotations ?? []).slice(0, maxAnnotations).map(annotationOf);
  const output = {
    title: clip(oneLine(check.title).trim(), maxTitle),
    summary: fitMarkdown(check.summary, { bytes: maxBytes }),
    ...check.text !== void 0 && { text: fitMarkdown(check.text, { bytes: maxBytes }) }
  };
  const { conclusion, detailsUrl } = check;
  const said = JSON.stringify([conclusion, output, detailsUrl ?? "", annotations]);
  const externalId = `seaworthy:${createHash("sha256").update(said).digest("hex")}`;
  const state = {
    name: check.name,
    external_id: externalId,
    status: "completed",
    conclusion,
    ...detailsUrl !== void 0 && { details_url: detailsUrl },
    output: { ...output, annotations: annotations.slice(0, batch) }
  };
  const began = await begin(client, check, state);
  let { annotations: there } = began.run;
  while (there < annotations.length) there = await addTo(client, check, began.run.id, output, annotations, there);
  const type = began.type === "unchanged" && began.run.annotations < annotations.length ? "updated" : began.type;
  const annotationsLeftOut = (check.annotations?.length ?? 0) - annotations.length;
  return { type, id: began.run.id, url: began.run.url, annotationsLeftOut };
}
function annotationOf({ path, line, endLine, level, title, message }) {
  return {
    path,
    start_line: line,
    end_line: Math.max(endLine ?? line, line),
    annotation_level: level,
    // GitHub takes no empty message.
    message: clip(message.trim() === "" ? "(no message)" : message, maxMessage),
    ...title !== void 0 && { title: clip(oneLine(title), maxTitle) }
  };
}
async function begin(client, check, state) {
  for (let attempt = 1; ; attempt += 1) {
    const known = await ours2(client, check);
    if (known?.externalId === state.external_id) return { type: attempt === 1 ? "unchanged" : "created", run: known };
    const change = known !== void 0 && known.annotations === 0;
    try {
      return change ? { type: "updated", run: await patch(client, check, known.id, state) } : { type: "created", run: await create2(client, check, state) };
    } catch (error) {
      if (!isLost(error) || attempt === 3) throw explained(error, check);
    }
  }
}
async function addTo(client, check, id, output, annotations, there) {
  const more = annotations.slice(there, there + batch);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await patch(client, check, id, { output: { ...output, annotations: more } });
      return there + more.length;
    } catch (error) {
      if (!isLost(error) || attempt === 3) throw error;
      const { data } = await client.request(
        "GET /repos/{owner}/{repo}/check-runs/{check_run_id}",
        { ...ownerAndName(check.repository), check_run_id: id },
        { purpose: `read the check ${check.name} in ${check.repository}`, permission: "checks: read" }
      );
      if (data.output.annotations_count > there) return Number(data.output.annotations_count);
    }
  }
}
var isLost = (error) => error instanceof GitHubError && error.failure.type === "unreachable";
async function ours2(client, { repository, headSha, name }) {
  const author = await viewerLogin(client);
  const runs = await client.paginate(
    "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
    { ...ownerAndName(repository), ref: headSha, check_name: name, filter: "latest" },
    { purpose: `read the checks of ${shortId(headSha)} in ${repository}`, permission: "checks: read" }
  );
  const own = runs.filter(({ app }) => app?.slug !== void 0 && `${app.slug}[bot]` === author);
  return own.map(knownOf).sort((a, b) => b.id - a.id)[0];
}
var knownOf = ({ id, html_url: url, external_id: externalId, output }) => ({
  id: Number(id),
  url: url ?? "",
  externalId: externalId ?? "",
  annotations: Number(output.annotations_count)
});
async function create2(client, { repository, headSha, name }, state) {
  const { data } = await client.request(
    "POST /repos/{owner}/{repo}/check-runs",
    { ...ownerAndName(repository), head_sha: headSha, ...state },
    { purpose: `write the check ${name} to ${shortId(headSha)} in ${repository}`, permission: permission2 }
  );
  return knownOf(data);
}
async function patch(client, { repository, name }, id, change) {
  const { data } = await client.request(
    "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
    { ...ownerAndName(repository), check_run_id: id, ...change },
    { purpose: `change the check ${name} in ${repository}`, permission: permission2 }
  );
  return knownOf(data);
}
function explained(error, { name }) {
  if (!wasRefused(error, 403) || !/must authenticate via a GitHub App/i.test(refusalOf(error))) return error;
  return new UserError(`the token cannot write the check ${name}: GitHub takes check runs from GitHub Apps only`, {
    next: "use the workflow\u2019s own token with `checks: write`, or the token of a GitHub App, not the token of a person",
    cause: error
  });
}

// actions/lib/terraform/show/check-run.ts
var summaryBytes = 64e3;
var mostAnnotations = 50;
var titleLimit = 200;
var messageLimit = 2e3;
var severityRank = { error: 0, warning: 1, note: 2 };
function checkRunOf(result, options = {}) {
  const { more, annotationLimit = mostAnnotations, ...words } = options;
  const annotations = annotationsOf(result);
  const title = clip(oneLine(rootAnswer(result)), titleLimit);
  const part = rootPart(result, words);
  const page = { answer: `${result.root}: ${part.answer}`, table: void 0, parts: [part], facts: [] };
  return {
    name: clip(oneLine(`terraform plan: ${result.root}`), titleLimit),
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    conclusion: conclusionOf(result),
    summary: pageMarkdown(page, { limit: summaryBytes, ...more !== void 0 && { more } }),
    annotations: annotations.slice(0, annotationLimit),
    annotationsLeftOut: Math.max(0, annotations.length - annotationLimit)
  };
}
function conclusionOf(result) {
  const standing = standingOf(result);
  if (standing === "failed") return "failure";
  if (standing === "refused") return "action_required";
  return standing === "waits" ? "neutral" : "success";
}
function annotationsOf({ root, guards, diagnostics }) {
  const all = [
    ...guards.flatMap(
      ({ guard, severity, message, address, at }) => at === void 0 ? [] : [{ at, severity, name: guard, message: address === void 0 ? message : `${address}: ${message}` }]
    ),
    ...diagnostics.flatMap(
      ({ severity, summary, detail, at }) => at === void 0 ? [] : [{ at, severity, name: "terraform", message: detail === void 0 ? summary : `${summary}: ${detail}` }]
    )
  ];
  return all.sort((a, b) => severityRank[a.severity] - severityRank[b.severity]).map(({ at, severity, name, message }) => ({
    ...at,
    severity,
    title: clip(oneLine(`${root}: ${name}`), titleLimit),
    message: clip(oneLine(message), messageLimit)
  }));
}

// actions/terraform-plan/publish.ts
var commentMarker = "terraform-plan";
async function publishComment(client, where, report, words) {
  const isQuiet = report.roots.length === 0 && report.removed === void 0 && report.gate === void 0;
  const comment = await (isQuiet ? updateComment : upsertComment)(client, {
    repository: where.repository,
    issue: where.pull,
    marker: commentMarker,
    body: renderComment(report, words)
  });
  return comment?.url;
}
async function publishChecks(client, where, report, words) {
  for (const result of report.roots) {
    const { name, conclusion, title, summary, annotations } = checkRunOf(result, words);
    await upsertCheckRun(client, {
      repository: where.repository,
      headSha: where.headSha,
      name,
      conclusion,
      title,
      summary,
      ...where.runUrl !== void 0 && { detailsUrl: where.runUrl },
      annotations: annotations.flatMap(
        (annotation) => annotation.line === void 0 ? [] : [
          {
            path: annotation.file,
            line: annotation.line,
            ...annotation.endLine !== void 0 && { endLine: annotation.endLine },
            level: levels[annotation.severity],
            title: annotation.title,
            message: annotation.message
          }
        ]
      )
    });
  }
}
var levels = { error: "failure", warning: "warning", note: "notice" };

// actions/terraform-plan/gate-phase.ts
async function gateRefused(job, findings) {
  const { inputs: inputs2, pull } = job;
  const more = "Nothing of this change was started: no provider, no init, no plan.";
  tell(job, findings, more);
  const canComment = pull !== void 0 && !isFromFork(pull, inputs2.place.repository);
  const comment = inputs2.comment && canComment && inputs2.place.repository !== void 0 && inputs2.mode === "plan" ? await upsertComment(job.client(), {
    repository: inputs2.place.repository,
    issue: pull.number,
    marker: commentMarker,
    body: renderGate(findings, { limit: commentLimit, more })
  }) : void 0;
  setOutputs(job, findings, "refused", comment?.url);
  throw new UserError(gateAnswer(findings), {
    where: findings.filter(isRefusing).slice(0, 3).map(({ at }) => [at.file, at.line].join(":")).join(", "),
    next: "see the annotations and the summary of this step; each finding says what to do"
  });
}
function gatePassed(job, findings, isFork) {
  const more = isFork ? "The change comes from a fork, so that nothing of it is started: it is planned when somebody who may write brings it into a branch of this repository." : "Nothing was started: only the gate was asked for.";
  tell(job, findings, more);
  setOutputs(job, findings, "passed", void 0);
}
function tell({ log }, findings, more) {
  log.info(renderGateText(findings, { color: true, ...more !== void 0 && { more } }));
  writeSummary(renderGate(findings, { limit: summaryLimit, ...more !== void 0 && { more } }));
  annotateFindings(findings);
}
function annotateFindings(findings) {
  annotate(
    findings.filter(({ status }) => status !== "known").map(({ rule, severity, message, at }) => ({
      ...at,
      severity,
      title: `Seaworthy: ${rule}`,
      message: oneLine(message)
    }))
  );
}
function setOutputs(job, findings, outcome, comment) {
  const { folders, change } = job;
  const { waves, unaffected, notAsked } = change.selection;
  const report = {
    roots: [],
    waves,
    unaffected,
    ...notAsked !== void 0 && { notAsked },
    gate: findings,
    head: job.pull?.headSha ?? job.trees.commit
  };
  outputs.set({
    outcome,
    changes: false,
    roots: "[]",
    waves: JSON.stringify(wavesMatrix(change.selection.roots, change.selection)),
    "plans-folder": "",
    "artifact-name": "",
    "report-folder": folders.report,
    "json-file": writeReportFile(folders.report, "report.json", renderTerraformJson(report)),
    "comment-url": comment ?? ""
  });
}

// actions/terraform-plan/keep-plan.ts
import { writeFileSync as writeFileSync2 } from "node:fs";
import { join as join2 } from "node:path";

// actions/lib/terraform/planning/seal-made.ts
import { readFile } from "node:fs/promises";

// actions/lib/terraform/envelope/plan-state.ts
import { createHash as createHash2 } from "node:crypto";

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/");
var _a;
var Worker;
var isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start) {
  var b = new u16(31);
  for (var i2 = 0; i2 < 31; ++i2) {
    b[i2] = start += 1 << eb[i2 - 1];
  }
  var r = new i32(b[30]);
  for (var i2 = 1; i2 < 30; ++i2) {
    for (var j = b[i2]; j < b[i2 + 1]; ++j) {
      r[j] = j - b[i2] << 5 | i2;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i = 0; i < 32768; ++i) {
  x = (i & 43690) >> 1 | (i & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i2 = 0;
  var l = new u16(mb);
  for (; i2 < s; ++i2) {
    if (cd[i2])
      ++l[cd[i2] - 1];
  }
  var le = new u16(mb);
  for (i2 = 1; i2 < mb; ++i2) {
    le[i2] = le[i2 - 1] + l[i2 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        var sv = i2 << 4 | cd[i2];
        var r_1 = mb - cd[i2];
        var v = le[cd[i2] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i2 = 0; i2 < s; ++i2) {
      if (cd[i2]) {
        co[i2] = rev[le[cd[i2] - 1]++] >> 15 - cd[i2];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i = 0; i < 144; ++i)
  flt[i] = 8;
var i;
for (i = 144; i < 256; ++i)
  flt[i] = 9;
var i;
for (i = 256; i < 280; ++i)
  flt[i] = 7;
var i;
for (i = 280; i < 288; ++i)
  flt[i] = 8;
var i;
var fdt = new u8(32);
for (i = 0; i < 32; ++i)
  fdt[i] = 5;
var i;
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
var max = function(a) {
  var m = a[0];
  for (var i2 = 1; i2 < a.length; ++i2) {
    if (a[i2] > m)
      m = a[i2];
  }
  return m;
};
var bits = function(d, p, m) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var ec = [
  "unexpected EOF",
  "invalid block type",
  "invalid length/literal",
  "invalid distance",
  "stream finished",
  "no stream handler",
  ,
  // determined by compression function
  "no callback",
  "invalid UTF-8 data",
  "extra field too long",
  "date not in range 1980-2099",
  "filename too long",
  "stream finishing",
  "invalid zip data"
  // determined by unknown compression method
];
var err = function(ind, msg, nt) {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err);
  if (!nt)
    throw e;
  return e;
};
var inflt = function(dat, st, buf, dict) {
  var sl = dat.length, dl = dict ? dict.length : 0;
  if (!sl || st.f && !st.l)
    return buf || new u8(0);
  var noBuf = !buf;
  var resize = noBuf || st.i != 2;
  var noSt = st.i;
  if (noBuf)
    buf = new u8(sl * 3);
  var cbuf = function(l2) {
    var bl = buf.length;
    if (l2 > bl) {
      var nbuf = new u8(Math.max(bl * 2, l2));
      nbuf.set(buf);
      buf = nbuf;
    }
  };
  var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
  var tbts = sl * 8;
  do {
    if (!lm) {
      final = bits(dat, pos, 1);
      var type = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type) {
        var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
        if (t > sl) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + l);
        buf.set(dat.subarray(s, t), bt);
        st.b = bt += l, st.p = pos = t * 8, st.f = final;
        continue;
      } else if (type == 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type == 2) {
        var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
        var tl = hLit + bits(dat, pos + 5, 31) + 1;
        pos += 14;
        var ldt = new u8(tl);
        var clt = new u8(19);
        for (var i2 = 0; i2 < hcLen; ++i2) {
          clt[clim[i2]] = bits(dat, pos + i2 * 3, 7);
        }
        pos += hcLen * 3;
        var clb = max(clt), clbmsk = (1 << clb) - 1;
        var clm = hMap(clt, clb, 1);
        for (var i2 = 0; i2 < tl; ) {
          var r = clm[bits(dat, pos, clbmsk)];
          pos += r & 15;
          var s = r >> 4;
          if (s < 16) {
            ldt[i2++] = s;
          } else {
            var c = 0, n = 0;
            if (s == 16)
              n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i2 - 1];
            else if (s == 17)
              n = 3 + bits(dat, pos, 7), pos += 3;
            else if (s == 18)
              n = 11 + bits(dat, pos, 127), pos += 7;
            while (n--)
              ldt[i2++] = c;
          }
        }
        var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
        lbt = max(lt);
        dbt = max(dt);
        lm = hMap(lt, lbt, 1);
        dm = hMap(dt, dbt, 1);
      } else
        err(1);
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
    }
    if (resize)
      cbuf(bt + 131072);
    var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
    var lpos = pos;
    for (; ; lpos = pos) {
      var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
      pos += c & 15;
      if (pos > tbts) {
        if (noSt)
          err(0);
        break;
      }
      if (!c)
        err(2);
      if (sym < 256)
        buf[bt++] = sym;
      else if (sym == 256) {
        lpos = pos, lm = null;
        break;
      } else {
        var add = sym - 254;
        if (sym > 264) {
          var i2 = sym - 257, b = fleb[i2];
          add = bits(dat, pos, (1 << b) - 1) + fl[i2];
          pos += b;
        }
        var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
        if (!d)
          err(3);
        pos += d & 15;
        var dt = fd[dsym];
        if (dsym > 3) {
          var b = fdeb[dsym];
          dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
        }
        if (pos > tbts) {
          if (noSt)
            err(0);
          break;
        }
        if (resize)
          cbuf(bt + 131072);
        var end = bt + add;
        if (bt < dt) {
          var shift = dl - dt, dend = Math.min(dt, end);
          if (shift + bt < 0)
            err(3);
          for (; bt < dend; ++bt)
            buf[bt] = dict[shift + bt];
        }
        for (; bt < end; ++bt)
          buf[bt] = buf[bt - dt];
      }
    }
    st.l = lm, st.p = lpos, st.b = bt, st.f = final;
    if (lm)
      final = 1, st.m = lbt, st.d = dm, st.n = dbt;
  } while (!final);
  return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /* @__PURE__ */ new u8(0);
var b2 = function(d, b) {
  return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
  return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
  return b4(d, b) + b4(d, b + 4) * 4294967296;
};
function inflateSync(data, opts) {
  return inflt(data, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}
var dutf8 = function(d) {
  for (var r = "", i2 = 0; ; ) {
    var c = d[i2++];
    var eb = (c > 127) + (c > 223) + (c > 239);
    if (i2 + eb > d.length)
      return { s: r, r: slc(d, i2 - 1) };
    if (!eb)
      r += String.fromCharCode(c);
    else if (eb == 3) {
      c = ((c & 15) << 18 | (d[i2++] & 63) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
    } else if (eb & 1)
      r += String.fromCharCode((c & 31) << 6 | d[i2++] & 63);
    else
      r += String.fromCharCode((c & 15) << 12 | (d[i2++] & 63) << 6 | d[i2++] & 63);
  }
};
function strFromU8(dat, latin1) {
  if (latin1) {
    var r = "";
    for (var i2 = 0; i2 < dat.length; i2 += 16384)
      r += String.fromCharCode.apply(null, dat.subarray(i2, i2 + 16384));
    return r;
  } else if (td) {
    return td.decode(dat);
  } else {
    var _a2 = dutf8(dat), s = _a2.s, r = _a2.r;
    if (r.length)
      err(8);
    return s;
  }
}
var slzh = function(d, b) {
  return b + 30 + b2(d, b + 26) + b2(d, b + 28);
};
var zh = function(d, b, z) {
  var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
  var _a2 = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a2[0], su = _a2[1], off = _a2[2];
  return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
};
var z64hs = function(d, b, l, z, sc, su, off) {
  var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
  var nf = nsc + nsu + noff;
  if (z && nf) {
    for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
      if (b2(d, b) == 1) {
        return [
          nsc ? b8(d, b + 4 + 8 * nsu) : sc,
          nsu ? b8(d, b + 4) : su,
          noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
          1
        ];
      }
    }
    if (z < 2)
      err(13);
  }
  return [sc, su, off, 0];
};
function unzipSync(data, opts) {
  var files = {};
  var e = data.length - 22;
  for (; b4(data, e) != 101010256; --e) {
    if (!e || data.length - e > 65558)
      err(13);
  }
  ;
  var c = b2(data, e + 8);
  if (!c)
    return {};
  var o = b4(data, e + 16);
  var z = b4(data, e - 20) == 117853008;
  if (z) {
    var ze = b4(data, e - 12);
    z = b4(data, ze) == 101075792;
    if (z) {
      c = b4(data, ze + 32);
      o = b4(data, ze + 48);
    }
  }
  var fltr = opts && opts.filter;
  for (var i2 = 0; i2 < c; ++i2) {
    var _a2 = zh(data, o, z), c_2 = _a2[0], sc = _a2[1], su = _a2[2], fn = _a2[3], no = _a2[4], off = _a2[5], b = slzh(data, off);
    o = no;
    if (!fltr || fltr({
      name: fn,
      size: sc,
      originalSize: su,
      compression: c_2
    })) {
      if (!c_2)
        files[fn] = slc(data, b, b + sc);
      else if (c_2 == 8)
        files[fn] = inflateSync(data.subarray(b, b + sc), { out: new u8(su) });
      else
        err(14, "unknown compression type " + c_2);
    }
  }
  return files;
}

// actions/lib/terraform/envelope/plan-state.ts
var maxPlanBytes = 256 * 1024 * 1024;
var maxEntries = 2e4;
var maxEntryBytes = 256 * 1024 * 1024;
function readPlanFile(bytes, where) {
  const refuse = (what) => new UserError(what, { where, next: "plan again" });
  if (bytes.length > maxPlanBytes) {
    throw refuse(`The plan file has ${bytes.length} bytes; at most ${maxPlanBytes} are read.`);
  }
  if (bytes[0] === 123) return readJsonFile(bytes, refuse);
  const entries = unpack(bytes, refuse);
  const plan = entries.tfplan;
  if (plan === void 0) throw refuse("This is no plan file: it is a zip without a plan.");
  const lock = entries[".terraform.lock.hcl"];
  const version = planVersion(plan);
  const state = entries.tfstate === void 0 ? void 0 : stateOf(entries.tfstate, refuse);
  return {
    type: "readable",
    ...state && { state },
    ...lock && { lockHash: createHash2("sha256").update(lock).digest("hex") },
    ...version !== void 0 && { toolVersion: version }
  };
}
function readJsonFile(bytes, refuse) {
  let data;
  try {
    data = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw refuse("This is no plan file.");
  }
  if (typeof data === "object" && data !== null) {
    if (Object.hasOwn(data, "encrypted_data")) return { type: "encrypted" };
    if (Object.hasOwn(data, "remote_plan_format")) {
      throw refuse("The plan was made and is kept by HCP Terraform; the file only names it.");
    }
  }
  throw refuse("This is no plan file.");
}
var wanted = ["tfplan", "tfstate", ".terraform.lock.hcl"];
function unpack(bytes, refuse) {
  let count2 = 0;
  const seen = /* @__PURE__ */ new Set();
  const filter = ({ name, originalSize, size }) => {
    count2 += 1;
    if (count2 > maxEntries) throw refuse(`The plan file has more than ${maxEntries} entries.`);
    if (!wanted.includes(name)) return false;
    if (seen.has(name)) throw refuse(`The plan file has ${name} twice.`);
    seen.add(name);
    if (originalSize > maxEntryBytes || size > bytes.length) {
      throw refuse(
        `${name} in the plan file says that it has ${originalSize} bytes; at most ${maxEntryBytes} are read.`
      );
    }
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof UserError ? error : refuse("This is no plan file: it cannot be unpacked.");
  }
}
function stateOf(bytes, refuse) {
  let data;
  try {
    data = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse("The state inside the plan file cannot be read.");
  }
  const { lineage, serial } = data ?? {};
  if (typeof lineage !== "string" || typeof serial !== "number" || !Number.isSafeInteger(serial) || serial < 0) {
    throw refuse("The state inside the plan file has no lineage and serial.");
  }
  return lineage === "" ? void 0 : { lineage, serial };
}
var versionField = 14;
function planVersion(bytes) {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++];
      if (byte === void 0) return void 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    while ((bytes[at++] ?? 0) >= 128) ;
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    if (tag === void 0) return void 0;
    const type = tag & 7;
    if (type === 0) varint();
    else if (type === 1) at += 8;
    else if (type === 5) at += 4;
    else if (type === 2) {
      const length = varint();
      if (length === void 0 || at + length > bytes.length) return void 0;
      if (Math.floor(tag / 8) === versionField) {
        const text = Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString("utf8");
        return /^[\w.+-]{1,64}$/.test(text) ? text : void 0;
      }
      at += length;
    } else return void 0;
  }
  return void 0;
}

// actions/lib/terraform/planning/lock-hash.ts
import { createHash as createHash3 } from "node:crypto";
async function lockHashOf(tree, { lockFile }) {
  if (lockFile === void 0) return void 0;
  const entry = await tree.read(lockFile);
  const target = entry.type === "link" ? await tree.read(entry.target) : entry;
  return target.type === "file" ? createHash3("sha256").update(target.bytes).digest("hex") : void 0;
}

// actions/lib/terraform/planning/root-hash.ts
import { createHash as createHash5 } from "node:crypto";

// actions/lib/terraform/envelope/files-hash.ts
import { createHash as createHash4 } from "node:crypto";
async function filesHash(tree, paths) {
  const hash = createHash4("sha256");
  const field = (bytes) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(bytes.length));
    hash.update(length).update(bytes);
  };
  const text = (value) => field(Buffer.from(value, "utf8"));
  text("seaworthy files v1");
  const write2 = async (path) => {
    const entry = await tree.read(path);
    text(path);
    if (entry.type === "file") {
      text(tree.files.get(path)?.mode ?? "file");
      field(entry.bytes);
      return;
    }
    text(entry.type);
    if (entry.type === "refused") throw new UserError(`${path} cannot be read: ${entry.reason}.`, { where: path });
    if (entry.type !== "link") return;
    text(entry.target);
    if (tree.files.has(entry.target)) await write2(entry.target);
  };
  const sorted = [...new Set(paths)].sort();
  for (const path of sorted) await write2(path);
  return hash.digest("hex");
}

// actions/lib/terraform/planning/root-hash.ts
async function rootHash(tree, { files }, root) {
  const { path, tool, version, workspace, varFiles, backendConfig, environment, carry } = root;
  const said = [path, tool, version?.value ?? "", workspace ?? "", varFiles, backendConfig, environment ?? "", carry];
  return createHash5("sha256").update(await filesHash(tree, files)).update(JSON.stringify(said)).digest("hex");
}

// actions/lib/terraform/planning/seal-made.ts
async function sealMade(made, about) {
  const { prepared, judged, planFile } = made;
  const { root, executable } = prepared;
  const bytes = await readFile(planFile);
  const facts = readPlanFile(bytes, root.name);
  const state = facts.type === "readable" ? facts.state : void 0;
  const lockHash = await lockHashOf(about.tree, about.reading);
  return sealPlan({
    envelope: {
      ...about.origin,
      root: root.name,
      path: root.path,
      tool: executable.tool,
      toolVersion: executable.version,
      workspace: root.workspace ?? "default",
      ...lockHash !== void 0 && { lockHash },
      filesHash: await rootHash(about.tree, about.reading, root),
      createdAt: (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z"),
      ...state !== void 0 && { state },
      counts: judged.shown.counts,
      needsApply: judged.shown.needsApply,
      guards: judged.guards.map(({ guard, severity, address }) => ({
        guard,
        severity,
        ...address !== void 0 && { address }
      })),
      fingerprint: judged.fingerprint
    },
    parts: [
      { kind: "plan", bytes },
      { kind: "json", bytes: made.json },
      { kind: "text", bytes: Buffer.from(await made.text()) },
      ...await collectCarried(prepared.folder, root.carry)
    ],
    key: about.key
  });
}

// actions/terraform-plan/keep-plan.ts
async function keepPlan(made, root, where) {
  const { change, folders, origin, sealWith } = where;
  const bytes = await sealMade(made, { tree: change.head, reading: change.reading(root), origin, key: sealWith });
  const index = change.selection.roots.findIndex(({ name }) => name === root.name);
  writeFileSync2(join2(folders.plans, planFileName(root.name, index)), bytes, { mode: 384 });
  return plansArtifact;
}

// actions/terraform-plan/keys.ts
import { randomBytes } from "node:crypto";
var openKey = new TextEncoder().encode("seaworthy plans in clear");
function sealing(text, { encryption }, visibility) {
  if (text !== void 0) {
    const keys = readKeys(text, "input encryption-keys");
    return { keys, sealWith: keys[0], fingerprintKey: keys[0].fingerprint };
  }
  if (encryption === "required") return { keys: [], sealWith: void 0, fingerprintKey: randomBytes(32) };
  return visibility().then((who) => {
    if (who === "private") return { keys: [], sealWith: "unencrypted", fingerprintKey: openKey };
    throw new UserError(
      `The settings say \`encryption: off\`, and the repository is ${who}: its artifacts, and the secrets in plans, would be open to everybody who can read it.`,
      {
        where: "terraform.encryption in .github/seaworthy.yaml",
        next: "make a key with `openssl rand -base64 32`, keep it as a secret, give it as `encryption-keys`, and take the setting out"
      }
    );
  });
}

// actions/terraform-plan/trees.ts
async function openTrees(folder, base, pullHead) {
  const repository = await findRepository(folder);
  if (repository?.head === void 0) {
    throw new UserError("This is no checkout of a repository.", {
      where: folder,
      next: "run `actions/checkout` with `fetch-depth: 0` before this step"
    });
  }
  const stands = pullHead === void 0 ? void 0 : await standsOn(repository, repository.head, pullHead);
  const named = base === void 0 || /^0+$/.test(base) ? void 0 : await resolveCommit(repository, base);
  const from = named === void 0 ? void 0 : stands ?? named;
  const head = await openWorkingTree(repository);
  const baseTree = from === void 0 ? void 0 : await openCommitTree(repository, from);
  return {
    repository,
    head,
    commit: repository.head,
    base: baseTree,
    close: async () => {
      await head.close();
      await baseTree?.close();
    }
  };
}
async function standsOn(repository, commit, pullHead) {
  const { stdout } = await git(repository.root, ["rev-list", "--parents", "-n", "1", commit], [0, 128]);
  const [, first, second, ...more] = stdout.trim().split(" ");
  return more.length === 0 && second === pullHead ? first : void 0;
}

// actions/lib/terraform/approval/evidence.ts
var isSameName = (one, other) => one !== void 0 && one.toLowerCase() === other?.toLowerCase();
function timeOf(text) {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text)) return void 0;
  const time = Date.parse(text);
  return Number.isNaN(time) ? void 0 : time;
}

// actions/lib/terraform/approval/allowed-people.ts
var isApp = (login) => login.endsWith("[bot]");
var namesNobody = ({ teams, users }) => teams.length + users.length === 0;
function objectionTo(login, who) {
  const { authors, policy, people, orWriters } = who;
  if (authors.some((author) => isSameName(author, login))) return "is an author of the change";
  if (policy.users.some((user) => isSameName(user, login))) return void 0;
  if (isApp(login)) return "is an App, which the settings do not name";
  const person = people.find((one) => isSameName(one.login, login));
  if (namesNobody(policy)) {
    const mayWrite = person?.permission === "admin" || person?.permission === "write";
    return orWriters && mayWrite ? void 0 : "may not write to the repository";
  }
  const isInTeam = policy.teams.some((team) => person?.teams.some((own) => isSameName(own, team)) === true);
  return isInTeam ? void 0 : `is not in ${listed(policy.teams)} and not named in the settings`;
}
var listed = (teams) => teams.length === 0 ? "any team that counts" : teams.join(", ");

// actions/lib/terraform/approval/latest-opinions.ts
function latestOpinions(reviews) {
  const latest = /* @__PURE__ */ new Map();
  const inOrder = reviews.toSorted((a, b) => (timeOf(a.submittedAt) ?? 0) - (timeOf(b.submittedAt) ?? 0));
  for (const review of inOrder) {
    const { by } = review;
    if (by !== void 0 && review.state !== "commented") latest.set(by.toLowerCase(), { ...review, by });
  }
  return latest;
}

// actions/lib/terraform/approval/override-token.ts
import { createHash as createHash6 } from "node:crypto";
var prefix = "terraform-allow:";
function overrideToken(root, fingerprint) {
  return prefix + createHash6("sha256").update(JSON.stringify([root, fingerprint])).digest("hex").slice(0, 16);
}
var isOverrideLabel = (label) => label.toLowerCase().startsWith(prefix);
var tokensIn = (text) => text.split(/\r?\n/).map((line) => /^\s*`?(terraform-allow:[0-9a-f]{16})`?\s*$/i.exec(line)?.[1]?.toLowerCase()).filter((token) => token !== void 0);

// actions/lib/terraform/approval/find-override.ts
function findOverride(input) {
  const { root, fingerprint, policy } = input;
  const token = overrideToken(root, fingerprint);
  const attempts = [...labelAttempts(input, token), ...reviewAttempts(input, token)];
  if (attempts.length > 0 && namesNobody(policy)) {
    const reason = "Nobody may let a refused plan through: the settings name neither teams nor users (terraform.overrides).";
    return { type: "none", reasons: [reason] };
  }
  const good = attempts.find(({ problem }) => problem === void 0);
  if (good !== void 0) return { type: "found", override: { by: good.by, how: good.how, fingerprint } };
  return {
    type: "none",
    reasons: attempts.map(({ how, by, problem }) => `The ${how} by ${by} does not count: ${problem}.`)
  };
}
function peopleInvolved(reviews, labelEvents) {
  const opinions = [...latestOpinions(reviews).values()].filter(({ state }) => state !== "dismissed");
  const labels = labelEvents.filter(({ type, label }) => type === "labeled" && isOverrideLabel(label));
  const logins = [...opinions.map(({ by }) => by), ...labels.flatMap(({ by }) => by ?? [])];
  return [...new Map(logins.map((login) => [login.toLowerCase(), login])).values()];
}
function labelAttempts(input, token) {
  const last = /* @__PURE__ */ new Map();
  const inOrder = input.labelEvents.toSorted((a, b) => (timeOf(a.at) ?? 0) - (timeOf(b.at) ?? 0));
  for (const event of inOrder) if (isOverrideLabel(event.label)) last.set(event.label.toLowerCase(), event);
  return [...last.values()].map(({ type, label, by = "somebody unknown", at }) => {
    const own = type === "unlabeled" ? "it was taken off" : void 0;
    const other = label.toLowerCase() === token ? void 0 : `it is for another plan than this one (${token})`;
    return { by, how: `label ${label}`, problem: other ?? own ?? problemOf(by, at, input) };
  });
}
function reviewAttempts(input, token) {
  return [...latestOpinions(input.reviews).values()].flatMap((review) => {
    const tokens = tokensIn(review.body);
    if (tokens.length === 0) return [];
    const { by, submittedAt } = review;
    return [
      { by, how: "review", problem: reviewProblem(review, tokens, token, input) ?? problemOf(by, submittedAt, input) }
    ];
  });
}
function reviewProblem(review, tokens, token, { headSha }) {
  if (!tokens.includes(token)) return `it names ${count(tokens.length, "other plan")}, and not this one (${token})`;
  if (review.state !== "approved") return review.state === "dismissed" ? "it was dismissed" : "it is no approval";
  if (review.commit !== headSha) return `it is not for ${headSha.slice(0, 7)}`;
  return review.isEdited ? "its text was changed afterwards, which others can do as well" : void 0;
}
function problemOf(by, at, input) {
  const objection = objectionTo(by, { ...input, orWriters: false });
  if (objection !== void 0) return `${by} ${objection}`;
  if (input.since === void 0) return void 0;
  const [done, shown] = [timeOf(at), timeOf(input.since)];
  if (done !== void 0 && shown !== void 0 && done > shown) return void 0;
  return `it is of ${at}, and the plan could first be seen ${input.since}`;
}

// actions/lib/github/label-events.ts
async function listLabelEvents(client, repository, issue) {
  const events = await client.paginate(
    "GET /repos/{owner}/{repo}/issues/{issue_number}/events",
    { ...ownerAndName(repository), issue_number: issue },
    { purpose: `read who labelled #${issue} in ${repository}`, permission: "pull-requests: read" }
  );
  return events.flatMap(
    ({ event, actor, created_at: at, label }) => (event === "labeled" || event === "unlabeled") && label !== void 0 ? [{ type: event, label: label.name, at, ...actor && { by: actor.login } }] : []
  );
}

// actions/lib/github/people.ts
async function readPermission(client, repository, login) {
  try {
    const { data } = await client.request(
      "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
      { ...ownerAndName(repository), username: login },
      { purpose: `look up what ${login} may do in ${repository}`, permission: "metadata: read" }
    );
    const { permission: permission3 } = data;
    return permission3 === "admin" || permission3 === "write" || permission3 === "read" ? permission3 : "none";
  } catch (error) {
    if (wasRefused(error, 404)) return "none";
    throw error;
  }
}
async function isMember(client, team, login) {
  const { owner: org, repo: slug } = orgAndTeam(team);
  const purpose = `look up who is in the team ${team}`;
  try {
    const { data } = await client.request(
      "GET /orgs/{org}/teams/{team_slug}/memberships/{username}",
      { org, team_slug: slug, username: login },
      { purpose }
    );
    return data.state === "active";
  } catch (error) {
    if (wasRefused(error, 403)) throw unreadable(team, error);
    if (!wasRefused(error, 404)) throw error;
  }
  try {
    await client.request("GET /orgs/{org}/teams/{team_slug}", { org, team_slug: slug }, { purpose });
    return false;
  } catch (error) {
    if (wasRefused(error, 403)) throw unreadable(team, error);
    if (!wasRefused(error, 404)) throw error;
    throw new UserError(`there is no team ${team}, or the token cannot see it`, {
      next: "write it as organisation/team as its address has it, and use a token that may read the members of that organisation",
      cause: error
    });
  }
}
async function readPeople(client, wanted2) {
  const logins = new Map(wanted2.logins.map((login) => [login.toLowerCase(), login]));
  return inTurns([...logins.values()], 4, async (login) => {
    if (login.endsWith("[bot]")) return { login, permission: "none", teams: [] };
    const teams = [];
    for (const team of wanted2.teams) if (await isMember(client, team, login)) teams.push(team);
    return { login, permission: await readPermission(client, wanted2.repository, login), teams };
  });
}
function orgAndTeam(team) {
  try {
    return ownerAndName(team);
  } catch (error) {
    throw new UserError(`\u201C${team}\u201D is not the name of a team`, { next: "write it as organisation/team", cause: error });
  }
}
var unreadable = (team, cause) => new UserError(`the token may not read who is in the team ${team}`, {
  next: "a workflow\u2019s own token never may: use the token of a GitHub App with the organisation permission `members: read`, or name people (`users`) instead of teams in the settings",
  cause
});

// actions/lib/github/reviews.ts
var query = `query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $after) {
        nodes { author { __typename login } state submittedAt lastEditedAt commit { oid } body }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;
var states = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  COMMENTED: "commented",
  DISMISSED: "dismissed"
};
var maxPages = 50;
async function listReviews(client, repository, pull) {
  const { owner, repo: name } = ownerAndName(repository);
  const found = [];
  let after = null;
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await client.graphql(
      query,
      { owner, name, number: pull, after },
      { purpose: `read the reviews of #${pull} in ${repository}`, permission: "pull-requests: read" }
    );
    const reviews = answer.repository?.pullRequest?.reviews;
    for (const review of reviews?.nodes ?? []) found.push(...submitted(review));
    if (reviews?.pageInfo.hasNextPage !== true) break;
    after = reviews.pageInfo.endCursor;
  }
  return found;
}
function submitted(review) {
  const state = review === null ? void 0 : states[review.state];
  if (review === null || state === void 0 || review.submittedAt === null) return [];
  const { author } = review;
  return [
    {
      ...author !== null && { by: author.__typename === "Bot" ? `${author.login}[bot]` : author.login },
      state,
      submittedAt: review.submittedAt,
      ...review.commit !== null && { commit: review.commit.oid },
      body: review.body,
      isEdited: review.lastEditedAt !== null
    }
  ];
}

// actions/terraform-plan/people.ts
async function readVoices(client, teamClient, { repository, pull }) {
  const reviews = await listReviews(client, repository, pull);
  const labelEvents = await listLabelEvents(client, repository, pull);
  const logins = peopleInvolved(reviews, labelEvents);
  return { reviews, labelEvents, people: peopleReader(client, teamClient, repository, logins) };
}
function peopleReader(client, teamClient, repository, logins) {
  const known = /* @__PURE__ */ new Map();
  return (teams) => {
    const key = JSON.stringify(teams);
    const people = known.get(key) ?? (logins.length === 0 ? Promise.resolve([]) : readPeople(teams.length === 0 ? client : teamClient, { repository, logins, teams }));
    known.set(key, people);
    return people;
  };
}

// actions/lib/github/pull-authors.ts
var webFlow = "web-flow";
async function authorsOfPull(client, repository, number) {
  const commits = await client.paginate(
    "GET /repos/{owner}/{repo}/pulls/{pull_number}/commits",
    { ...ownerAndName(repository), pull_number: number },
    { purpose: `read who wrote #${number} in ${repository}`, permission: "pull-requests: read" }
  );
  const logins = commits.flatMap(({ author, committer }) => [author?.login, committer?.login]);
  return [...new Set(logins.filter((login) => login !== void 0 && login !== webFlow))];
}

export {
  readRepository,
  unzipSync,
  interruption,
  upsertComment,
  commentLimit,
  summaryLimit,
  renderTerraformSummary,
  outputs,
  readInputs,
  publishComment,
  publishChecks,
  pullEvent,
  isFromFork,
  requireKnownEvent,
  plansArtifact,
  makeFolders,
  clearWork,
  fileNameOf,
  writeReportFile,
  gateRefused,
  gatePassed,
  tell,
  annotateFindings,
  lockHashOf,
  rootHash,
  keepPlan,
  sealing,
  openTrees,
  isSameName,
  timeOf,
  namesNobody,
  objectionTo,
  latestOpinions,
  overrideToken,
  findOverride,
  readVoices,
  peopleReader,
  authorsOfPull
};
