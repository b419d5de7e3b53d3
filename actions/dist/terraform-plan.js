import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  planChange,
  renderTerraformText
} from "./chunks/chunk-WQWYU6ON.js";
import {
  commentOn
} from "./chunks/chunk-6DAMKGQH.js";
import {
  annotateFindings,
  authorsOfPull,
  clearWork,
  commentLimit,
  fileNameOf,
  findOverride,
  gatePassed,
  gateRefused,
  interruption,
  isFromFork,
  keepPlan,
  makeFolders,
  openTrees,
  outputs,
  overrideToken,
  plansArtifact,
  publishChecks,
  publishComment,
  pullEvent,
  readInputs,
  readRepository,
  readVoices,
  renderTerraformSummary,
  requireKnownEvent,
  sealing,
  writeReportFile
} from "./chunks/chunk-D7SBBIDW.js";
import {
  gateChange,
  moreOf,
  openChange,
  planOne,
  planOrigin,
  planningContext,
  wavesMatrix
} from "./chunks/chunk-36W3GPMF.js";
import {
  pageMarkdown,
  pageText,
  renderTerraformJson,
  reportOutcome
} from "./chunks/chunk-JUBCABLV.js";
import "./chunks/chunk-YWJLLPMX.js";
import "./chunks/chunk-7TBRGYSM.js";
import {
  blockSection,
  changeItem,
  driftItem,
  listSection,
  reportAnswer,
  rootAnswer,
  rootFacts,
  rootSections
} from "./chunks/chunk-W5DSIOOB.js";
import {
  viewerLogin
} from "./chunks/chunk-B7OBPBF7.js";
import "./chunks/chunk-RELZMWQM.js";
import {
  createClient,
  runUrl
} from "./chunks/chunk-HJTFNHO4.js";
import "./chunks/chunk-56RTUG4F.js";
import {
  bodyCharacters,
  fitMarkdown
} from "./chunks/chunk-4ZBQLVRW.js";
import {
  inTurns
} from "./chunks/chunk-GUPIMB7Y.js";
import "./chunks/chunk-KZULBJD3.js";
import {
  ownerAndName
} from "./chunks/chunk-7KJE3CBL.js";
import {
  GitHubError
} from "./chunks/chunk-2XYIY64O.js";
import "./chunks/chunk-FNMZNENR.js";
import "./chunks/chunk-AKB3YNBQ.js";
import "./chunks/chunk-I5D3UE5R.js";
import "./chunks/chunk-NFCCWYF2.js";
import "./chunks/chunk-Z6NCKDR5.js";
import "./chunks/chunk-KNEUNJ7M.js";
import {
  actionsLogger,
  run,
  writeSummary
} from "./chunks/chunk-VAU6MW2Y.js";
import "./chunks/chunk-DH4ITXBW.js";
import "./chunks/chunk-3WM4R74Q.js";
import "./chunks/chunk-RBUB3BDL.js";
import "./chunks/chunk-YJPHPFWU.js";
import "./chunks/chunk-RDPHONAS.js";
import "./chunks/chunk-XQ555Z5O.js";
import "./chunks/chunk-UNCBMZAL.js";
import "./chunks/chunk-YXTR65BP.js";
import "./chunks/chunk-4ACD63CK.js";
import {
  clip,
  count,
  oneLine
} from "./chunks/chunk-RJ5VNCEM.js";
import "./chunks/chunk-LFBZ2KVQ.js";
import {
  UserError
} from "./chunks/chunk-XKMBV7AT.js";
import {
  __callDispose,
  __using
} from "./chunks/chunk-T3T4D65W.js";

// actions/lib/github/issues.ts
var permission = "issues: write";
var maxTitle = 256;
async function upsertIssue(client, issue) {
  const { repository, labels = [] } = issue;
  const opening = openingOf(issue.key);
  const title = clip(oneLine(issue.title).trim(), maxTitle);
  const body = `${opening}
${fitMarkdown(issue.body, { characters: bodyCharacters - opening.length - 1 })}`;
  const author = issue.author ?? await viewerLogin(client);
  for (let attempt = 1; ; attempt += 1) {
    const known = currentOf(await ours(client, repository, opening, author));
    if (known !== void 0) return update(client, repository, known, { title, body });
    try {
      const { data } = await client.request(
        "POST /repos/{owner}/{repo}/issues",
        { ...ownerAndName(repository), title, body, labels: [...labels] },
        { purpose: `open the issue \u201C${title}\u201D in ${repository}`, permission }
      );
      const made = { number: data.number, url: data.html_url };
      const oldest = (await ours(client, repository, opening, author)).find(({ isOpen }) => isOpen);
      if (oldest === void 0 || oldest.number >= made.number) return { type: "created", ...made };
      await close(client, repository, made.number, `The same as #${oldest.number}.`, "not_planned");
      return { type: "unchanged", number: oldest.number, url: oldest.url };
    } catch (error) {
      const lost = error instanceof GitHubError && error.failure.type === "unreachable";
      if (!lost || attempt === 3) throw explained(error, repository);
    }
  }
}
async function closeIssue(client, issue) {
  const { repository, comment } = issue;
  const author = issue.author ?? await viewerLogin(client);
  const open = (await ours(client, repository, openingOf(issue.key), author)).filter(({ isOpen }) => isOpen);
  for (const { number } of open) await close(client, repository, number, comment, "completed");
  const [first] = open;
  return first === void 0 ? void 0 : { number: first.number, url: first.url };
}
function openingOf(key) {
  if (!/^[\w./:-]+$/.test(key) || key.includes("--") || key.endsWith("-")) {
    throw new UserError(`\u201C${key}\u201D cannot mark an issue`, { next: "use letters, digits, slashes and single hyphens" });
  }
  return `<!-- seaworthy:${key} -->`;
}
async function ours(client, repository, opening, author) {
  const issues = await client.paginate(
    "GET /repos/{owner}/{repo}/issues",
    { ...ownerAndName(repository), state: "all", creator: author },
    { purpose: `look for our issue in ${repository}`, permission: "issues: read" }
  );
  return issues.filter(
    ({ body, user, pull_request: pull }) => pull === void 0 && user?.login === author && body?.split(/\r?\n/, 1)[0] === opening
  ).map(({ number, html_url: url, title, body, state, state_reason: reason }) => ({
    number,
    url,
    title,
    body: body ?? "",
    isOpen: state === "open",
    isNotPlanned: reason === "not_planned" || reason === "duplicate"
  })).sort((a, b) => a.number - b.number);
}
var currentOf = (issues) => issues.find(({ isOpen }) => isOpen) ?? issues.at(-1);
async function update(client, repository, known, { title, body }) {
  const { number, url, isOpen } = known;
  const isSame = known.title === title && normal(known.body) === normal(body);
  if (isSame && isOpen) return { type: "unchanged", number, url };
  if (isSame && known.isNotPlanned) return { type: "muted", number, url };
  await client.request(
    "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
    { ...ownerAndName(repository), issue_number: number, title, body, ...!isOpen && { state: "open" } },
    { purpose: `change our issue #${number} in ${repository}`, permission, repeat: "always" }
  );
  return { type: isOpen ? "updated" : "reopened", number, url };
}
var normal = (text) => text.replaceAll("\r\n", "\n").trimEnd();
async function close(client, repository, number, comment, reason) {
  await commentOn(client, repository, number, comment, permission);
  await client.request(
    "PATCH /repos/{owner}/{repo}/issues/{issue_number}",
    { ...ownerAndName(repository), issue_number: number, state: "closed", state_reason: reason },
    { purpose: `close our issue #${number} in ${repository}`, permission, repeat: "always" }
  );
}
function explained(error, repository) {
  const isOff = error instanceof GitHubError && error.failure.type === "refused" && error.failure.status === 410;
  if (!isOff) return error;
  return new UserError(`${repository} has no issues: they are switched off`, {
    next: "switch them on in the settings of the repository (General, Features), or do not ask for issues",
    cause: error
  });
}

// actions/lib/terraform/show/drift.ts
function splitDrift({ changes, drift }, outputs2 = 0) {
  const drifted = new Map(drift.map((object) => [object.address, object]));
  const matched = /* @__PURE__ */ new Set();
  const unapplied = [];
  for (const change of changes) {
    if (change.action === "read") continue;
    const object = drifted.get(change.address) ?? drifted.get(change.previousAddress ?? change.address);
    const putsBack = object !== void 0 && change.action !== "no-op";
    if (putsBack) matched.add(object);
    if (!putsBack || goesBeyond(change, object)) unapplied.push(change);
  }
  return {
    putBack: drift.filter((object) => matched.has(object)),
    left: drift.filter((object) => !matched.has(object)),
    unapplied,
    outputs: outputs2
  };
}
function goesBeyond(change, drift) {
  if (change.action === "delete" || change.action === "forget" || change.action === "other") return true;
  if (change.previousAddress !== void 0 || change.importId !== void 0) return true;
  if (drift.action === "delete") return false;
  const paths = drift.differences.map(({ path }) => path);
  const known = ({ path, after }) => after === "(known after apply)" || paths.some((other) => related(path, other));
  return change.differences.some((difference) => !known(difference));
}
var related = (a, b) => a === b || inside(a, b) || inside(b, a);
var inside = (path, outer) => path.startsWith(outer) && /^[.[]/.test(path.slice(outer.length));
function driftKind({ plan, outcome }) {
  if (plan === void 0 || outcome === "failed" || outcome === "errored" || plan.errored) return "unknown";
  const { putBack, left, unapplied, outputs: outputs2 } = splitDrift(plan, plan.outputs.length);
  const drift = putBack.length + left.length > 0;
  const configuration = unapplied.length > 0 || plan.invocations.length > 0 || !drift && outputs2 > 0;
  if (drift && configuration) return "both";
  return drift ? "drift" : configuration ? "unapplied" : "clean";
}
var driftTitle = (root) => `Drift of ${root}`;
function renderDrift(result, { limit = commentLimit, more, head } = {}) {
  return pageMarkdown(driftPage(result, head), { limit, ...more !== void 0 && { more } });
}
function renderDriftText(result, options) {
  return pageText(driftPage(result, void 0), options);
}
function driftPage(result, head) {
  const kind = driftKind(result);
  const { root, plan } = result;
  const sections = kind === "unknown" || plan === void 0 ? rootSections(result) : driftSections(plan);
  const tone = kind === "unknown" ? "bad" : kind === "clean" ? "good" : "careful";
  const answer = driftAnswer(result, kind);
  return {
    answer: `${root}: ${answer}`,
    table: void 0,
    parts: [{ name: root, word: kind, tone, answer, rank: 0, open: true, sections, facts: [rootFacts(result)] }],
    facts: head === void 0 ? [] : [["Compared with commit ", { code: head }, "."]]
  };
}
function driftAnswer({ plan }, kind) {
  if (plan === void 0 || kind === "unknown") return "could not be compared";
  if (kind === "clean") return "what is there is what was applied";
  const { putBack, left, unapplied, outputs: outputs2 } = splitDrift(plan, plan.outputs.length);
  const drifted = putBack.length + left.length;
  const parts = [
    ...drifted > 0 ? [`${count(drifted, "object")} changed by others`] : [],
    ...unapplied.length > 0 ? [`${count(unapplied.length, "change")} of the configuration never applied`] : [],
    ...unapplied.length === 0 && drifted === 0 && outputs2 > 0 ? [`${count(outputs2, "output")} never applied`] : [],
    ...plan.invocations.length > 0 ? [`${count(plan.invocations.length, "action")} never invoked`] : []
  ];
  return parts.join("; ");
}
function driftSections(plan) {
  const { putBack, left, unapplied } = splitDrift(plan);
  const next = [
    ...putBack.length > 0 ? [["To put back what others changed, apply. To keep it, write it into the configuration and apply that."]] : [],
    ...left.length > 0 ? [["What is left alone needs nothing; the next apply takes it into the state."]] : [],
    ...unapplied.length > 0 ? [["Configuration that was never applied was merged without an apply, or its apply failed: run it again."]] : []
  ];
  return [
    ...blockSection(
      `Changed by others, an apply puts it back (${putBack.length})`,
      "object",
      "diff",
      putBack.map(driftItem)
    ),
    ...blockSection(`Changed by others, an apply leaves it (${left.length})`, "object", "diff", left.map(driftItem)),
    ...blockSection(
      `Configuration that was never applied (${unapplied.length})`,
      "change",
      "diff",
      unapplied.map(changeItem)
    ),
    ...listSection("What to do", "step", next)
  ];
}

// actions/terraform-plan/drift-phase.ts
async function driftPhase(job) {
  const { inputs, change, trees, folders, log } = job;
  const { place } = inputs;
  const { fingerprintKey } = await sealing(
    inputs.encryptionKeys,
    { ...change.policy, encryption: "required" },
    async () => "public"
  );
  const context = planningContext(
    {
      change,
      repository: trees.repository.root,
      folders,
      fingerprintKey,
      timeoutMinutes: inputs.timeoutMinutes,
      providerMirror: inputs.providerMirror,
      stop: job.stop,
      log
    },
    job.environment
  );
  const results = await log.group(
    "Compare with what runs",
    () => inTurns(change.selection.impacts, inputs.parallel, async ({ root }) => {
      const { result } = await planOne(context, await change.toPlan(root));
      log.info(renderDriftText(result, { color: true }));
      return result;
    })
  );
  const url = runUrl(place);
  const report = {
    head: trees.commit,
    ...url !== void 0 && { run: url },
    roots: results,
    waves: change.selection.waves,
    unaffected: change.selection.unaffected,
    ...change.selection.notAsked !== void 0 && { notAsked: change.selection.notAsked }
  };
  writeSummary(renderTerraformSummary(report));
  await log.group("Issues", () => keepIssues(job, results));
  const unknown = results.filter((result) => driftKind(result) === "unknown");
  const drifted = results.filter((result) => !["clean", "unknown"].includes(driftKind(result)));
  outputs.set({
    outcome: unknown.length > 0 ? "failed" : drifted.length > 0 ? "drift" : "clean",
    changes: drifted.length > 0,
    roots: JSON.stringify(
      results.map((result) => ({ root: result.root, path: result.path, drift: driftKind(result) }))
    ),
    waves: "[]",
    "plans-folder": "",
    "artifact-name": "",
    "report-folder": folders.report,
    "json-file": writeReportFile(folders.report, "report.json", renderTerraformJson(report)),
    "comment-url": ""
  });
  if (unknown.length > 0) {
    throw new UserError(`${count(unknown.length, "root")} of ${results.length} could not be compared with what runs.`, {
      where: unknown.slice(0, 5).map(({ root }) => root).join(", "),
      next: "see the summary of this step"
    });
  }
}
async function keepIssues(job, results) {
  const { inputs, trees, log } = job;
  const { place } = inputs;
  const { repository } = place;
  if (repository === void 0) return;
  const client = job.client();
  for (const result of results) {
    const kind = driftKind(result);
    const key = `terraform-drift:${encodeURIComponent(result.root).replace(/[%]/g, "_").replace(/-{2,}/g, "-")}`;
    if (kind === "unknown") continue;
    if (kind === "clean") {
      const comment = `\`${result.root}\` is clean again at ${trees.commit.slice(0, 7)}.`;
      const closed = await closeIssue(client, { repository, key, comment });
      if (closed !== void 0) log.info(`${result.root}: clean, its issue is closed`);
      continue;
    }
    const issue = await upsertIssue(client, {
      repository,
      key,
      title: driftTitle(result.root),
      body: renderDrift(result, { more: moreOf(runUrl(place), place), head: trees.commit }),
      labels: ["terraform-drift"]
    });
    log.info(`${result.root}: ${kind}, #${issue.number} ${issue.type}`);
  }
}

// actions/terraform-plan/overrides.ts
function overridesOf(options) {
  const { client, teamClient, repository, pull, policy, log } = options;
  let heard;
  const hear = async () => ({
    voices: await readVoices(client, teamClient, { repository, pull: pull.number }),
    // The same as an apply asks, or a label that lets a plan through here would not do so there.
    authors: [
      ...pull.author === void 0 ? [] : [pull.author],
      ...await authorsOfPull(client, repository, pull.number)
    ]
  });
  return async (root, fingerprint) => {
    if (policy.teams.length + policy.users.length === 0) return void 0;
    heard ??= hear();
    const { voices, authors } = await heard;
    const verdict = findOverride({
      root: root.name,
      fingerprint,
      reviews: voices.reviews,
      labelEvents: voices.labelEvents,
      people: await voices.people(policy.teams),
      authors,
      headSha: pull.headSha,
      policy
    });
    if (verdict.type === "found") return verdict.override;
    for (const reason of verdict.reasons) log.info(`${root.name}: ${reason}`);
    return void 0;
  };
}
function overrideWords({ overrides }) {
  const who = [...overrides.teams, ...overrides.users];
  return ({ root, fingerprint }) => who.length === 0 || fingerprint === void 0 ? void 0 : `somebody of ${who.map((name) => `\`${name}\``).join(", ")}, who is not an author, puts the label \`${overrideToken(root, fingerprint)}\` on this pull request; then run this job again.`;
}

// actions/terraform-plan/plan-phase.ts
async function planPhase(job, findings) {
  const { inputs, change, log, pull, folders, trees } = job;
  const { place } = inputs;
  const sealed = await sealing(inputs.encryptionKeys, change.policy, async () => {
    if (place.repository === void 0) return "public";
    return (await readRepository(job.client(), place.repository)).visibility;
  });
  if (sealed.sealWith === void 0 && change.selection.impacts.length > 0) {
    log.warning(
      "No encryption key is given: plans are shown and not kept, so that nothing can be applied from this run, and nobody can let a refused one through. Make a key with `openssl rand -base64 32` and give it as `encryption-keys`."
    );
  }
  const results = await planAll(job, sealed);
  const url = runUrl(place);
  const report = {
    head: pull?.headSha ?? trees.commit,
    ...trees.base?.commit !== void 0 && { base: trees.base.commit },
    ...url !== void 0 && { run: url },
    roots: results,
    waves: change.selection.waves,
    unaffected: change.selection.unaffected,
    ...change.selection.notAsked !== void 0 && { notAsked: change.selection.notAsked },
    ...change.selection.removed.length > 0 && { removed: change.selection.removed.map(({ path }) => path) },
    ...findings.length > 0 && { gate: findings }
  };
  log.info(renderTerraformText(report, { color: true }));
  annotateFindings(findings);
  const outcome = outcomes[reportOutcome(results, report.removed)];
  const kept = results.some(({ artifact }) => artifact !== void 0);
  const said = {
    outcome,
    changes: results.some(({ plan }) => plan?.needsApply === true),
    roots: JSON.stringify(results.map(rootOutput)),
    waves: JSON.stringify(wavesMatrix(change.selection.roots, change.selection)),
    "plans-folder": kept ? folders.plans : "",
    "artifact-name": kept ? plansArtifact : "",
    "report-folder": folders.report,
    "json-file": writeReportFile(folders.report, "report.json", renderTerraformJson(report)),
    "comment-url": ""
  };
  outputs.set(said);
  outputs.set({ ...said, "comment-url": await tellReviewers(job, report) });
  if (outcome === "failed" || outcome === "refused") {
    const bad = results.filter(({ outcome: own }) => own === "failed" || own === "errored" || own === "blocked");
    throw new UserError(`${reportAnswer(report)}.`, {
      where: bad.slice(0, 5).map(({ root }) => root).join(", "),
      next: oneLine(
        bad[0] === void 0 ? "see the summary of this step" : `${rootAnswer(bad[0])}; the summary of this step has all of it`
      )
    });
  }
}
var outcomes = { failed: "failed", refused: "refused", changes: "changes", "no-changes": "unchanged" };
async function planAll(job, sealed) {
  const { inputs, change, log, pull, trees, environment } = job;
  const { place } = inputs;
  const base = {
    ...planningContext(
      {
        change,
        repository: trees.repository.root,
        folders: job.folders,
        fingerprintKey: sealed.fingerprintKey,
        timeoutMinutes: inputs.timeoutMinutes,
        providerMirror: inputs.providerMirror,
        stop: job.stop,
        log
      },
      environment
    )
  };
  const { repository } = place;
  const context = pull === void 0 || repository === void 0 || sealed.sealWith === void 0 ? base : {
    ...base,
    overrideFor: overridesOf({
      client: job.client(),
      teamClient: job.teamClient(),
      repository,
      pull,
      policy: change.policy.overrides,
      log
    })
  };
  const origin = sealed.sealWith === void 0 ? void 0 : planOrigin(environment, {
    head: pull?.headSha ?? trees.commit,
    ...trees.base?.commit !== void 0 && { base: trees.base.commit },
    ...pull !== void 0 && { pullRequest: pull.number }
  });
  return log.group(
    "Plan",
    () => planChange(context, change, inputs.parallel, async ({ root }, planned) => {
      log.info(`${root.name}: ${rootAnswer(planned.result)}`);
      if (planned.made === void 0) return planned.result;
      await writeText(job, planned);
      if (origin === void 0 || sealed.sealWith === void 0 || planned.result.outcome === "errored")
        return planned.result;
      try {
        const { sealWith } = sealed;
        const artifact = await keepPlan(planned.made, root, { change, folders: job.folders, origin, sealWith });
        return { ...planned.result, artifact };
      } catch (error) {
        if (!(error instanceof UserError)) throw error;
        return { ...planned.result, outcome: "failed", reason: planned.made.judged.redactor.text(error.message) };
      }
    })
  );
}
async function writeText({ folders, log }, { result, made }) {
  if (made === void 0) return;
  try {
    writeReportFile(folders.report, `${fileNameOf(result.root)}.txt`, await made.text());
  } catch (error) {
    log.warning(`${result.root}: its plan cannot be written as text: ${error instanceof Error ? error.message : error}`);
  }
}
async function tellReviewers(job, report) {
  const { inputs, change, pull } = job;
  const { place } = inputs;
  const approval = pull === void 0 ? void 0 : approvalWords(report, change.policy, pull.headSha);
  const said = { override: overrideWords(change.policy), ...approval !== void 0 && { approval } };
  const words = { ...said, roots: report.roots, more: moreOf(runUrl(place), place) };
  writeSummary(renderTerraformSummary(report, said));
  const { repository } = place;
  if (repository === void 0 || pull === void 0) return "";
  if (inputs.checkRuns)
    await publishChecks(job.client(), { repository, headSha: pull.headSha, runUrl: runUrl(place) }, report, words);
  if (!inputs.comment) return "";
  return await publishComment(job.client(), { repository, pull: pull.number }, report, words) ?? "";
}
function approvalWords(report, { approvals }, head) {
  const isToApply = report.roots.some(({ artifact }) => artifact !== void 0);
  if (!isToApply || approvals.required === 0 || !approvals.afterPlan) return void 0;
  const needed = approvals.required === 1 ? "an approval" : `${approvals.required} approvals`;
  return `To be applied it needs ${needed} of \`${head.slice(0, 7)}\`, given after this plan: earlier ones do not count.`;
}
var rootOutput = ({ root, path, environment, wave, outcome, plan, fingerprint }) => ({
  root,
  path,
  environment,
  wave,
  outcome,
  counts: plan?.counts,
  fingerprint
});

// actions/terraform-plan/main.ts
async function main(environment = process.env) {
  var _stack = [];
  try {
    const inputs = readInputs(environment);
    const { place } = inputs;
    const log = actionsLogger();
    const pull = pullEvent(environment);
    const stop = __using(_stack, interruption());
    const base = inputs.base ?? pull?.baseSha;
    const trees = await openTrees(place.workspace, base, pull?.headSha);
    const folders = makeFolders(place.temporary);
    try {
      const change = await log.group("Find Terraform roots and what the change touches", async () => {
        const isWhole = inputs.mode === "drift" || base === void 0;
        const opened = await openChange({
          head: trees.head,
          ...trees.base !== void 0 && !isWhole && { base: trees.base },
          ...inputs.roots.length > 0 && { named: inputs.roots }
        });
        const { roots, impacts, notes } = opened.selection;
        log.info(`${count(roots.length, "root")}, ${impacts.length} to plan`);
        for (const { root, reasons } of impacts) log.info(`  ${root.name}: ${reasons[0] ?? ""}`);
        for (const { message, at } of notes)
          log.info(`note: ${at.file}${at.line === void 0 ? "" : `:${at.line}`} ${message}`);
        return opened;
      });
      const clientOf = (token) => {
        if (token === void 0) throw new UserError('Input "token" is empty.', { next: "leave it out, or give a token" });
        const { apiUrl, graphqlUrl } = place;
        return createClient({ apiUrl, ...graphqlUrl !== void 0 && { graphqlUrl }, token, log });
      };
      const job = {
        inputs,
        environment,
        log,
        trees,
        change,
        pull,
        folders,
        stop: stop.signal,
        client: () => clientOf(inputs.token),
        teamClient: () => clientOf(inputs.teamToken ?? inputs.token)
      };
      const gate = await log.group(
        "Gate: files alone, nothing is started",
        () => gateChange(change, (/* @__PURE__ */ new Date()).toISOString().slice(0, 10))
      );
      if (gate.refused && inputs.mode !== "drift") return await gateRefused(job, gate.findings);
      const fork = isFromFork(pull, place.repository);
      if (inputs.mode !== "gate" && !fork) requireKnownEvent(environment.GITHUB_EVENT_NAME);
      if (inputs.mode === "gate" || fork) return gatePassed(job, gate.findings, fork);
      if (inputs.mode === "drift") return await driftPhase(job);
      await planPhase(job, gate.findings);
    } finally {
      clearWork(folders, stop.signal);
      await trees.close();
    }
  } catch (_) {
    var _error = _, _hasError = true;
  } finally {
    __callDispose(_stack, _error, _hasError);
  }
}

// actions/terraform-plan/index.ts
await run(main, outputs);
