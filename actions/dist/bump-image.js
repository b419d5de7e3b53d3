import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  checkPromotion,
  checkedImage
} from "./chunks/chunk-UHV6QU5M.js";
import {
  groupName
} from "./chunks/chunk-ABBQKLVI.js";
import {
  bumpServices,
  defaultBranch,
  localObjects,
  prepareBump,
  registryCredentials
} from "./chunks/chunk-NDU5HN5P.js";
import {
  parseTarget
} from "./chunks/chunk-3SD5ECG3.js";
import {
  openBump
} from "./chunks/chunk-2YT6X3AF.js";
import {
  bumpMessage,
  fenced,
  land,
  noteLines,
  openRemoteTree,
  readHead,
  refusalLines,
  siteTable
} from "./chunks/chunk-QRKAYZUO.js";
import "./chunks/chunk-AHUM72QA.js";
import {
  describeCall,
  renderBumpJson
} from "./chunks/chunk-M2ABT3NJ.js";
import {
  pins
} from "./chunks/chunk-6XCVKKI3.js";
import {
  renderDiff
} from "./chunks/chunk-SYNJ6LTT.js";
import "./chunks/chunk-ZTJULA66.js";
import {
  createClient,
  githubExpression,
  gitopsInputs,
  repositoryInput,
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
  ownerAndName,
  shortId
} from "./chunks/chunk-7KJE3CBL.js";
import "./chunks/chunk-2XYIY64O.js";
import "./chunks/chunk-ZO4UCZNK.js";
import {
  splitImage
} from "./chunks/chunk-NTJZ2C6H.js";
import {
  actionsLogger,
  defineOutputs,
  run,
  writeSummary
} from "./chunks/chunk-VAU6MW2Y.js";
import {
  choice,
  defineInputs,
  flag,
  list,
  path,
  secret,
  text
} from "./chunks/chunk-DH4ITXBW.js";
import {
  confinedPath
} from "./chunks/chunk-3WM4R74Q.js";
import "./chunks/chunk-RBUB3BDL.js";
import "./chunks/chunk-YJPHPFWU.js";
import {
  checkContract
} from "./chunks/chunk-RDPHONAS.js";
import "./chunks/chunk-XQ555Z5O.js";
import "./chunks/chunk-UNCBMZAL.js";
import {
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
  UserError,
  errorMessage
} from "./chunks/chunk-XKMBV7AT.js";
import "./chunks/chunk-T3T4D65W.js";

// actions/bump-image/inputs.ts
var resultFile = {
  ...path(),
  allowed: "a path inside the workspace or the temporary folder of the runner",
  parse: (value, { workspace }) => {
    const temporary = process.env.RUNNER_TEMP;
    return confinedPath(workspace, value) ?? (temporary ? confinedPath(temporary, value) : void 0);
  }
};
var block = { ...text(), allowed: "YAML or JSON", parse: (value) => value };
var inputs = defineInputs({
  images: list(),
  ...scopeInputs,
  request: block,
  from: text(),
  expect: text(),
  pin: choice(pins),
  platforms: list({ each: /^[a-z0-9]+\/[a-z0-9]+(\/[a-z0-9]+)?$/, allowed: "platforms such as `linux/amd64`" }),
  "check-registry": flag({ default: true }),
  "registry-host": text(),
  "registry-username": text(),
  "registry-password": secret(),
  ...gitopsInputs,
  mode: choice(["commit", "pull-request"], { default: "commit" }),
  group: text(),
  "auto-merge": flag({ default: false }),
  labels: list(),
  "source-repository": repositoryInput,
  "source-commit": {
    ...text(),
    allowed: "a full commit id",
    parse: (value) => /^[0-9a-f]{40}$/.test(value) ? value : void 0
  },
  "source-run": {
    ...text(),
    allowed: "the id of a run",
    parse: (value) => /^\d{1,20}$/.test(value) ? value : void 0
  },
  "source-token": { ...secret(), default: githubExpression("github.token") },
  "allow-downgrade": flag({ default: false }),
  "take-waiting": flag({ default: false }),
  "report-status": flag({ default: false }),
  "dry-run": flag({ default: false }),
  "json-file": resultFile
});
var outputs = defineOutputs({
  outcome: "refused",
  changed: "false",
  commit: "",
  "commit-url": "",
  verified: "false",
  attempts: "0",
  "pull-request": "",
  "pull-request-url": "",
  sites: "[]",
  "json-file": ""
});
function readInputs(environment = process.env) {
  const read = inputs.read(environment);
  return { ...read, ...requireTarget(read, environment) };
}

// schemas/bump-request.schema.json
var bump_request_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:seaworthy:schema:bump-request",
  title: "Bump request",
  description: "What an application repository sends to the bump-image workflow as the payload of a repository_dispatch, or writes into the input `request`.",
  type: "object",
  additionalProperties: false,
  required: ["images"],
  properties: {
    images: {
      title: "Images",
      type: "array",
      minItems: 1,
      maxItems: 50,
      items: {
        title: "Image",
        type: "object",
        additionalProperties: false,
        required: ["image"],
        properties: {
          image: {
            title: "the name of an image without tag and digest",
            type: "string",
            pattern: "^[^\\s:@]+(:[0-9]{1,5}/[^\\s:@]+)?$",
            maxLength: 255,
            examples: ["ghcr.io/your-org/api"]
          },
          tag: {
            title: "a tag",
            type: "string",
            pattern: "^\\w[\\w.-]{0,127}$",
            examples: ["1.5.0"]
          },
          digest: {
            title: "a SHA-256 digest",
            type: "string",
            pattern: "^sha256:[0-9a-f]{64}$",
            examples: ["sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"]
          }
        }
      }
    },
    environments: {
      title: "Environments",
      type: "array",
      minItems: 1,
      maxItems: 20,
      uniqueItems: true,
      items: {
        title: "the name of an environment",
        type: "string",
        pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
        examples: ["staging"]
      }
    },
    applications: {
      title: "Applications",
      type: "array",
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      items: {
        title: "the name of an Application",
        type: "string",
        minLength: 1,
        maxLength: 253
      }
    },
    files: {
      title: "Files",
      type: "array",
      minItems: 1,
      maxItems: 100,
      uniqueItems: true,
      items: {
        title: 'a path relative to the root of the repository, without ".."',
        type: "string",
        pattern: "^(?!/)(?!.*(^|/)\\.\\.(/|$))[^\\\\\\u0000]+$",
        maxLength: 1e3,
        examples: ["gitops/api/overlays/staging/kustomization.yaml"]
      }
    },
    targets: {
      title: "Fields",
      description: "Fields that are set whatever stands around them.",
      type: "array",
      minItems: 1,
      maxItems: 100,
      items: {
        title: "Field",
        type: "object",
        additionalProperties: false,
        required: ["file", "field"],
        properties: {
          file: {
            title: 'a path relative to the root of the repository, without ".."',
            type: "string",
            pattern: "^(?!/)(?!.*(^|/)\\.\\.(/|$))[^\\\\\\u0000]+$",
            maxLength: 1e3,
            examples: ["gitops/api/overlays/staging/kustomization.yaml"]
          },
          object: {
            title: "Kind/name of the object",
            type: "string",
            minLength: 1,
            maxLength: 300,
            examples: ["Deployment/api"]
          },
          field: {
            title: "the path of a field in kustomize's notation",
            type: "string",
            minLength: 1,
            maxLength: 1e3,
            examples: ["spec.template.spec.containers.[name=api].image"]
          }
        }
      }
    },
    from: {
      title: "the name of an environment",
      type: "string",
      pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
      examples: ["staging"],
      description: "Promotes what runs in this environment instead of a version that is given."
    },
    expect: {
      title: "what must stand there now",
      type: "string",
      minLength: 1,
      maxLength: 400,
      examples: ["1.4.0"]
    },
    pin: {
      title: "What is written",
      type: "string",
      enum: ["tag", "digest", "tag@digest"]
    },
    "allow-downgrade": {
      title: "Whether an older build may replace a newer one",
      type: ["boolean", "string"],
      enum: [true, false, "true", "false"]
    },
    source: {
      title: "Source",
      description: "The build that made the image.",
      type: "object",
      additionalProperties: false,
      required: ["repository", "commit"],
      properties: {
        repository: {
          title: "owner/name",
          type: "string",
          pattern: "^[\\w.-]+/[\\w.-]+$",
          maxLength: 200,
          examples: ["your-org/api"]
        },
        commit: {
          title: "a full commit id",
          type: "string",
          pattern: "^[0-9a-f]{40}$",
          examples: ["0123456789abcdef0123456789abcdef01234567"]
        },
        run: {
          title: "the id of the workflow run",
          type: "string",
          pattern: "^[0-9]{1,20}$",
          examples: ["1234567890"]
        }
      }
    }
  }
};

// actions/lib/contracts/bump-request.ts
var bumpRequestContract = { schema: bump_request_schema_default, scalars: "text" };
function parseBumpRequest(text2, place) {
  const { value, problems } = checkContract(bumpRequestContract, text2, place);
  if (problems.length > 0) return { problems };
  if (value === void 0) return { problems: [{ file: place, line: 1, column: 1, message: "it is empty" }] };
  return { request: value };
}

// actions/bump-image/calls.ts
function ownCall(inputs2) {
  if (inputs2.request === void 0) return callFromInputs(inputs2);
  const others = ["images", "environments", "applications", "files", "targets"];
  const given = [
    ...others.filter((name) => inputs2[name].length > 0),
    ...["from", "expect", "pin"].filter((name) => inputs2[name]),
    ...inputs2.allowDowngrade ? ["allow-downgrade"] : [],
    ...inputs2.sourceRepository || inputs2.sourceCommit || inputs2.sourceRun ? ["source-repository"] : []
  ];
  if (given.length > 0) {
    throw new UserError(`Inputs "request" and "${given[0]}" exclude each other.`, { next: "write it into the request" });
  }
  const parsed = parseBumpRequest(inputs2.request, "request");
  if ("problems" in parsed) {
    const lines = parsed.problems.map(({ line, column, message }) => `  ${line}:${column} ${message}`);
    throw new UserError(`The request is not valid:
${lines.join("\n")}`, {
      where: "input `request`",
      next: "schemas/bump-request.schema.json of Seaworthy\u2019s repository describes every field"
    });
  }
  return callFromRequest(parsed.request);
}
function callFromRequest(written) {
  const { environments = [], applications = [], files = [], targets = [], from, expect, pin, source } = written;
  const scope = { environments, applications, files, targets };
  const requests = written.images.map(
    ({ image, tag, digest }) => requestOf(image, { ...tag !== void 0 && { tag }, ...digest !== void 0 && { digest } }, scope, {
      from,
      expect,
      pin
    })
  );
  const build = source;
  return { requests, build, allowDowngrade: String(written["allow-downgrade"]) === "true" };
}
function callFromInputs(inputs2) {
  const { images, environments, applications, files, from, expect, pin, allowDowngrade } = inputs2;
  if (images.length === 0) {
    throw new UserError("Nothing says which image.", {
      next: "set `images`, for instance to ghcr.io/your-org/api:1.5.0"
    });
  }
  const scope = { environments, applications, files, targets: inputs2.targets.map(parseTarget) };
  const requests = images.map((text2) => {
    const { name, ...version } = splitImage(text2);
    return requestOf(name, version, scope, { from, expect, pin });
  });
  return { requests, build: buildOf(inputs2), allowDowngrade };
}
function buildOf({ sourceRepository, sourceCommit, sourceRun, repository, run: run2 }) {
  const isOwnRun = sourceRepository === void 0 && run2.repository?.toLowerCase() !== repository.toLowerCase();
  const source = sourceRepository ?? (isOwnRun ? run2.repository : void 0);
  const commit = sourceCommit ?? (isOwnRun ? run2.commit : void 0);
  const runId = sourceRun ?? (isOwnRun ? run2.run : void 0);
  if (source === void 0 && commit === void 0) return void 0;
  if (source === void 0 || commit === void 0) {
    throw new UserError('Inputs "source-repository" and "source-commit" belong together.', {
      next: "give both or neither"
    });
  }
  return { repository: source, commit, ...runId !== void 0 && { run: runId } };
}
function requestOf(image, version, scope, { from, expect, pin }) {
  const at = `image ${image}`;
  const asked = checkedImage(image, version, at);
  checkPromotion(from, scope.environments, at);
  const given = version.tag !== void 0 || version.digest !== void 0;
  if (given && from !== void 0) {
    throw new UserError("`from` takes the version of another environment, and a version is given as well.", {
      where: at,
      next: "leave out one of the two"
    });
  }
  if (!given && from === void 0) {
    throw new UserError("Nothing says which version.", {
      where: at,
      next: "add it behind the name, :1.5.0, or set `from`"
    });
  }
  if (Object.values(scope).every((list2) => list2.length === 0)) {
    throw new UserError("Nothing says where.", {
      where: at,
      next: "set `environments`, `applications`, `files` or `targets`"
    });
  }
  return {
    ...asked,
    scope,
    ...from !== void 0 && { from },
    ...expect !== void 0 && { expect },
    ...pin !== void 0 && { pin }
  };
}

// actions/bump-image/batch.ts
async function prepareBatch(calls, context, services) {
  const left = /* @__PURE__ */ new Map();
  for (; ; ) {
    const taken = [...calls.keys()].filter((index) => !left.has(index));
    const prepared = await prepareBump(
      taken.flatMap((index) => calls[index] ?? []),
      context,
      services
    );
    const outcomes = new Map(left);
    for (const [position, index] of taken.entries()) {
      const outcome = prepared.calls[position];
      if (outcome !== void 0) outcomes.set(index, outcome);
      if (index > 0 && outcome?.outcome === "refused") left.set(index, outcome);
    }
    const overtaking = taken.filter(
      (index) => outcomes.get(index)?.outcome === "changed" && [...left.keys()].some((earlier) => earlier > 0 && earlier < index && mayMeet(calls[earlier], calls[index]))
    );
    if (overtaking.length === 0) return { ...prepared, calls: calls.flatMap((_, index) => outcomes.get(index) ?? []) };
    for (const index of overtaking) left.set(index, hasToWait);
  }
}
var hasToWait = {
  outcome: "refused",
  sites: [],
  refusals: [{ image: "", message: "an earlier request for the same places waits for its own run, and comes first" }],
  notes: [],
  bumps: [],
  requests: []
};
function mayMeet(a, b) {
  return (a?.requests ?? []).some(
    (one) => (b?.requests ?? []).some(
      (other) => lastPart(one.image) === lastPart(other.image) && scopesMeet(one.scope, other.scope)
    )
  );
}
function scopesMeet(a, b) {
  const isOpen = ({ environments, applications, files, targets }) => environments.length === 0 || applications.length + files.length + targets.length > 0;
  return isOpen(a) || isOpen(b) || a.environments.some((name) => b.environments.includes(name));
}
var lastPart = (image) => image.split("/").at(-1);

// actions/bump-image/land-bump.ts
async function planOn(tree, head, job) {
  const names = { repositories: [job.repository], revisions: job.revisions };
  const opened = await openBump(tree, names, Date.now());
  if ("refusals" in opened) {
    const { refusals } = opened;
    const calls = job.calls.map(() => ({
      outcome: "refused",
      sites: [],
      refusals,
      notes: [],
      bumps: [],
      requests: []
    }));
    return { prepared: { calls, files: [] }, diff: "", files: [] };
  }
  const prepared = await prepareBatch(job.calls, opened.context, job.services(head));
  job.log.info(whatWasRead(tree, head, job, prepared));
  return { prepared, diff: renderDiff(prepared.files), files: prepared.files };
}
function whatWasRead(tree, head, job, { calls }) {
  const sites = calls[0]?.sites ?? [];
  const applications = new Set(sites.flatMap((site) => site.applications));
  const environments = [...new Set(sites.flatMap((site) => site.environments))].sort();
  const from = job.pullRequest === void 0 ? `${job.branch} at ` : "";
  const within = applications.size === 0 ? "" : ` in ${count(applications.size, "Application")}`;
  const of = environments.length === 0 ? "" : ` of ${listed(environments)}`;
  const found = sites.length === 0 ? "" : `: ${count(sites.length, "place")}${within}${of}`;
  return oneLine(`read ${from}${shortId(head)} (${count(tree.files.size, "file")})${found}`);
}
async function prepare(tree, head, job) {
  const { files, ...value } = await planOn(tree, head, job);
  if (files.length === 0) return { type: "nothing", value };
  const changed = value.prepared.calls.filter(({ outcome }) => outcome === "changed");
  const promotes = changed.every(({ requests }) => requests.every(({ promotedFrom }) => promotedFrom !== void 0));
  const { headline, body } = bumpMessage(
    changed.flatMap(({ bumps }) => bumps),
    promotes ? "Promote" : "Bump"
  );
  const additions = files.map(({ path: path2, after }) => ({ path: path2, bytes: after }));
  return { type: "commit", headline, body, additions, value };
}
async function landBump(job) {
  const { client, repository, branch, log, deadlineMs, localBlob, pullRequest } = job;
  const options = { client, repository, log, deadlineMs, ...localBlob !== void 0 && { localBlob } };
  const prepareJob = (tree, head) => prepare(tree, head, job);
  if (pullRequest === void 0) {
    const landed = await land({ ...options, branch, prepare: prepareJob });
    const commit = landed.type === "landed" ? { id: landed.commit, url: landed.url, verified: landed.verified } : void 0;
    return { ...landed.value, commit, attempts: landed.attempts, pullRequest: void 0 };
  }
  const { proposeBump } = await import("./chunks/propose-bump-PPZMRUFS.js");
  return proposeBump({ ...options, base: branch, prepare: prepareJob }, pullRequest);
}

// actions/bump-image/dry-run.ts
async function dryRun(job) {
  const head = await readHead(job.client, job.repository, job.branch);
  const tree = await openRemoteTree(job.client, job.repository, head, { localBlob: job.localBlob });
  const { prepared, diff } = await planOn(tree, head, job);
  return { prepared, diff, commit: void 0, attempts: 0, pullRequest: void 0 };
}

// actions/lib/github/status.ts
var maxDescription = 140;
async function setCommitStatus(client, status) {
  const { repository, commit, state, context, targetUrl } = status;
  await client.request(
    "POST /repos/{owner}/{repo}/statuses/{sha}",
    {
      ...ownerAndName(repository),
      sha: commit,
      state,
      context,
      description: clip(oneLine(status.description).trim(), maxDescription),
      ...targetUrl !== void 0 && { target_url: targetUrl }
    },
    {
      purpose: `set the status of ${shortId(commit)} in ${repository}`,
      permission: "statuses: write",
      repeat: "always"
    }
  );
}

// actions/bump-image/report-status.ts
var maxContexts = 20;
async function reportStatus(inputs2, { calls }, landed, log) {
  await setAll(inputs2, statusesOf(calls, landed, runUrl(inputs2.run)), log);
}
async function reportFailure(inputs2, call, error, log) {
  const { build } = call;
  if (build === void 0) return;
  const description = error instanceof UserError ? error.what : "failed: see the log of the run";
  const targetUrl = runUrl(inputs2.run);
  const status = { ...build, state: "failure", description, ...targetUrl !== void 0 && { targetUrl } };
  await setAll(
    inputs2,
    contextsOf(call).map((context) => ({ ...status, context })),
    log
  );
}
async function setAll(inputs2, statuses, log) {
  const { apiUrl, graphqlUrl } = inputs2.run;
  const client = createClient({
    apiUrl,
    ...graphqlUrl !== void 0 && { graphqlUrl },
    token: inputs2.sourceToken ?? inputs2.token,
    log
  });
  for (const status of statuses) {
    try {
      await setCommitStatus(client, status);
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      log.info(`The outcome is not reported to ${status.repository}: ${error.what}`);
    }
  }
}
function statusesOf(calls, landed, ownUrl) {
  const statuses = /* @__PURE__ */ new Map();
  for (const [index, call] of calls.entries()) {
    const outcome = landed.prepared.calls[index];
    if (call.build === void 0 || outcome === void 0) continue;
    const isWritten = outcome.outcome === "changed" && landed.commit !== void 0;
    if (index > 0 && !isWritten) continue;
    const { repository, commit } = call.build;
    const targetUrl = isWritten ? landed.commit?.url : landed.pullRequest?.url ?? ownUrl;
    for (const context of contextsOf(call)) {
      statuses.set(`${repository.toLowerCase()} ${commit} ${context}`, {
        repository,
        commit,
        state: outcome.outcome === "refused" || isDeclined(outcome, landed) ? "failure" : "success",
        context,
        description: describe(outcome, landed),
        ...targetUrl !== void 0 && { targetUrl }
      });
    }
  }
  return [...statuses.values()];
}
function contextsOf({ requests }) {
  const scope = requests[0]?.scope;
  const named = [.../* @__PURE__ */ new Set([...scope?.environments ?? [], ...scope?.applications ?? []])];
  const places = named.length === 0 ? [""] : named;
  const images = [...new Set(requests.map(({ image }) => image.split("/").at(-1) ?? image))];
  const contexts = places.flatMap(
    (place) => images.map((image) => `seaworthy/bump (${image}${place === "" ? "" : ` in ${place}`})`)
  );
  if (contexts.length <= maxContexts) return contexts;
  return places.length <= maxContexts ? places.map((place) => `seaworthy/bump${place === "" ? "" : ` (${place})`}`) : ["seaworthy/bump"];
}
var isDeclined = ({ outcome }, { commit, pullRequest }) => outcome === "changed" && commit === void 0 && pullRequest?.note !== void 0;
function describe({ outcome, refusals, notes }, { commit, pullRequest }) {
  switch (outcome) {
    case "refused":
      return `refused: ${refusals[0]?.message ?? "no reason is known"}`;
    case "superseded":
      return `skipped: ${notes.at(-1) ?? "a newer build is deployed"}`;
    case "already-there":
      return pullRequest === void 0 ? "already there" : `already proposed in #${pullRequest.number}`;
    default:
      if (pullRequest === void 0) return `written as ${commit?.id.slice(0, 12) ?? "a commit"}`;
      return commit === void 0 ? pullRequest.note ?? `proposed in #${pullRequest.number}` : `proposed in #${pullRequest.number}`;
  }
}

// actions/bump-image/result-file.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
function writeResult(inputs2, own, { diff }) {
  const file = inputs2.jsonFile ?? (inputs2.run.temporary === void 0 ? void 0 : join(inputs2.run.temporary, "seaworthy", "bump.json"));
  if (file === void 0) return "";
  const { outcome, sites, refusals, notes } = own;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, renderBumpJson({ outcome, dryRun: inputs2.dryRun, sites, refusals, notes, diff }));
  } catch (cause) {
    throw new UserError(`The result cannot be written: ${errorMessage(cause)}`, {
      where: file,
      next: "name another file with `json-file`",
      cause
    });
  }
  return file;
}

// actions/bump-image/summary.ts
var summaryBytes = 900 * 1024;
function answerOf(own, landed, dryRun2) {
  const changed = own.sites.filter((site) => site.changed).length;
  switch (own.outcome) {
    case "refused":
      return `Refused, nothing was written: ${own.refusals[0]?.message ?? "no reason is known"}${own.refusals.length > 1 ? ` (and ${count(own.refusals.length - 1, "more reason")})` : ""}`;
    case "superseded":
      return "Nothing was written: a newer build is deployed already.";
    case "already-there":
      if (landed.pullRequest !== void 0) return `Nothing to do: #${landed.pullRequest.number} proposes it already.`;
      return `Nothing to do: ${count(own.sites.length, "place has", "places have")} it already.`;
    default:
      if (landed.pullRequest !== void 0 && landed.commit === void 0) {
        return `Nothing was written: ${landed.pullRequest.note ?? `#${landed.pullRequest.number} has it already`}.`;
      }
      return `${dryRun2 ? "Would change" : landed.pullRequest === void 0 ? "Changed" : "Proposed to change"} ${count(changed, "place")} in ${count(new Set(own.sites.filter((site) => site.changed).map(({ file }) => file)).size, "file")}.`;
  }
}
function renderSummary(own, others, landed, dryRun2) {
  const mark = own.outcome === "refused" ? "\u274C" : "\u2705";
  const parts = [
    `${mark} **${escapeMarkdown(answerOf(own, landed, dryRun2))}**`,
    whereOf(own, landed),
    refusalLines(own.refusals),
    siteTable(own.sites),
    noteLines(own.notes),
    waitingLine(others, landed),
    landed.diff === "" ? "" : `<details${dryRun2 ? " open" : ""}><summary>Exact change</summary>

${fenced(landed.diff, "diff")}

</details>`
  ];
  return fitMarkdown(`${parts.filter((part) => part !== "").join("\n\n")}
`, { bytes: summaryBytes });
}
function whereOf(own, { commit, attempts, pullRequest }) {
  const lines = [];
  if (own.outcome !== "changed" && commit !== void 0)
    lines.push("Requests that waited behind this one were written:");
  if (pullRequest !== void 0) lines.push(`Pull request [#${pullRequest.number}](${pullRequest.url}).`);
  if (commit !== void 0) {
    const verified = commit.verified ? "verified by GitHub" : "not verified by GitHub";
    lines.push(`Commit [${commit.id.slice(0, 12)}](${commit.url}), ${verified}, after ${count(attempts, "attempt")}.`);
  }
  if (pullRequest?.note !== void 0 && commit !== void 0) lines.push(escapeMarkdown(pullRequest.note));
  return lines.join(" ");
}
function waitingLine(others, { commit, pullRequest }) {
  if (others.length === 0) return "";
  const written = others.filter(({ outcome }) => outcome === "changed").length;
  const done = commit === void 0 && pullRequest === void 0 ? "would be" : written === 1 ? "was" : "were";
  const rest = others.length - written;
  const left = rest === 0 ? "" : `; ${rest === 1 ? "one is" : `${rest} are`} left to ${rest === 1 ? "its own run" : "their own runs"}`;
  return `${count(written, "waiting request")} ${done} done in the same change${left}.`;
}

// actions/bump-image/waiting-runs.ts
var maxRuns = 100;
var maxTaken = 50;
var events = ["repository_dispatch", "workflow_dispatch"];
async function waitingCalls({
  client,
  repository,
  workflow,
  branch,
  ownRun,
  log
}) {
  const fileName = workflow.split("/").at(-1) ?? workflow;
  try {
    const { data } = await client.request(
      "GET /repos/{owner}/{repo}/actions/workflows/{workflow_id}/runs",
      { ...ownerAndName(repository), workflow_id: fileName, status: "pending", branch, per_page: maxRuns },
      { purpose: `list the waiting runs of ${fileName}`, permission: "actions: read" }
    );
    const waiting = data.workflow_runs.filter(
      (run2) => String(run2.id) !== ownRun && (run2.path.split("@")[0] ?? "") === workflow && events.some((event) => event === run2.event)
    );
    const calls = waiting.sort((a, b) => Number(a.id) - Number(b.id)).flatMap((run2) => callOf(run2.display_title, Number(run2.id), log)).slice(0, maxTaken);
    log.info(`${waiting.length} waiting, ${calls.length} of them looked at for this change`);
    return calls;
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.warning(`The waiting runs are left to themselves: ${error.what}`);
    return [];
  }
}
function callOf(title, run2, log) {
  const text2 = title.slice(Math.max(title.indexOf("{"), 0));
  const parsed = parseBumpRequest(text2, "request");
  if ("problems" in parsed) {
    log.debug(`run ${run2} is left to itself: ${parsed.problems[0]?.message}`);
    return [];
  }
  try {
    return [callFromRequest(parsed.request)];
  } catch (error) {
    log.debug(`run ${run2} is left to itself: ${errorMessage(error)}`);
    return [];
  }
}

// actions/bump-image/main.ts
async function main() {
  const inputs2 = readInputs();
  const log = actionsLogger();
  const call = ownCall(inputs2);
  log.info(describeCall(call.requests, inputs2.repository));
  const client = createClient({ ...addressOf(inputs2), token: inputs2.token, log });
  const usual = await defaultBranch(client, inputs2.repository);
  const branch = inputs2.branch ?? usual;
  const waiting = inputs2.takeWaiting ? await takeWaiting(inputs2, client, branch, log) : [];
  const local = localObjects(inputs2.run.workspace);
  const job = {
    client,
    repository: inputs2.repository,
    branch,
    revisions: branch === usual ? ["HEAD", branch] : [branch],
    calls: [call, ...waiting],
    services: bumpServices({
      client,
      repository: inputs2.repository,
      sourceClient: createClient({ ...addressOf(inputs2), token: inputs2.sourceToken ?? inputs2.token, log }),
      checkRegistry: inputs2.checkRegistry,
      platforms: inputs2.platforms,
      credentialsFor: registryCredentials(inputs2),
      log
    }),
    localBlob: local.blob,
    deadlineMs: inputs2.deadlineMinutes * 6e4,
    log,
    pullRequest: inputs2.mode === "commit" ? void 0 : { group: inputs2.group ?? groupName(call.requests), autoMerge: inputs2.autoMerge, labels: inputs2.labels }
  };
  try {
    const landed = await log.group(
      `${inputs2.dryRun ? "Plan" : "Write"} on ${branch} of ${inputs2.repository}`,
      () => inputs2.dryRun ? dryRun(job) : landBump(job)
    );
    const [own, ...others] = landed.prepared.calls;
    const commit = own.outcome === "changed" ? landed.commit : void 0;
    const answer = answerOf(own, landed, inputs2.dryRun);
    for (const note of own.notes) log.info(oneLine(note));
    if (landed.pullRequest?.note !== void 0) log.warning(landed.pullRequest.note);
    const jsonFile = writeResult(inputs2, own, landed);
    outputs.set({
      outcome: own.outcome,
      changed: commit !== void 0,
      commit: commit?.id ?? "",
      "commit-url": commit?.url ?? "",
      verified: commit?.verified ?? false,
      attempts: landed.attempts,
      "pull-request": landed.pullRequest?.number ?? "",
      "pull-request-url": landed.pullRequest?.url ?? "",
      sites: JSON.stringify(own.sites.slice(0, 500)),
      "json-file": jsonFile
    });
    writeSummary(renderSummary(own, others, landed, inputs2.dryRun));
    if (inputs2.reportStatus && !inputs2.dryRun) await reportStatus(inputs2, job, landed, log);
    if (own.outcome === "refused") throw refusal(own);
    log.info(oneLine(answer));
  } catch (error) {
    if (inputs2.reportStatus && !inputs2.dryRun && !(error instanceof RefusedBump))
      await reportFailure(inputs2, call, error, log);
    throw error;
  } finally {
    await local.close();
  }
}
var addressOf = ({ run: { apiUrl, graphqlUrl } }) => ({
  apiUrl,
  ...graphqlUrl !== void 0 && { graphqlUrl }
});
async function takeWaiting(inputs2, client, branch, log) {
  const { repository, run: run2 } = inputs2;
  if (run2.workflow === void 0 || run2.repository !== repository) return [];
  return waitingCalls({ client, repository, workflow: run2.workflow, branch, ownRun: run2.run, log });
}
var RefusedBump = class extends UserError {
};
function refusal({ refusals }) {
  const lines = refusals.slice(0, 20).map(({ image, message, file, line, column }) => {
    const place = [file, line, column].filter((part) => part !== void 0).join(":");
    return oneLine([place, image === "" ? "" : `${image}:`, message].filter((part) => part !== "").join(" "));
  });
  const more = refusals.length > 20 ? [`and ${refusals.length - 20} more`] : [];
  return new RefusedBump(
    `Refused, nothing was written:
${[...lines, ...more].map((line) => `  ${line}`).join("\n")}`,
    {
      next: "each line says what to do; the summary of this step has them all"
    }
  );
}

// actions/bump-image/index.ts
await run(main, outputs);
