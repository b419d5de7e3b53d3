import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  planBump,
  promotedRequest,
  promotedVersion
} from "./chunks/chunk-PO3ISKBA.js";
import {
  compareCommits
} from "./chunks/chunk-VM7ISAV6.js";
import {
  canonicalRegistry
} from "./chunks/chunk-ZTJULA66.js";
import {
  bumpMessage,
  createClient,
  defaultBranch,
  fenced,
  findBuild,
  githubExpression,
  gitopsInputs,
  judgeOrder,
  localObjects,
  noteLines,
  proxyFetch,
  refusalLines,
  repositoryInput,
  requireTarget,
  runUrl,
  scopeInputs,
  siteTable
} from "./chunks/chunk-2JTOSTTR.js";
import {
  findSites,
  includesVersion,
  openBump
} from "./chunks/chunk-YMDEQ3PE.js";
import {
  parseTarget
} from "./chunks/chunk-3YBGQ5AW.js";
import {
  describeCall,
  renderBumpJson
} from "./chunks/chunk-K5YNCJJV.js";
import {
  formOf,
  pins,
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
  ownerAndName,
  shortId
} from "./chunks/chunk-7KJE3CBL.js";
import "./chunks/chunk-2XYIY64O.js";
import {
  actionsLogger,
  choice,
  code,
  defineInputs,
  defineOutputs,
  escapeMarkdown,
  flag,
  list,
  path,
  run,
  secret,
  text,
  writeSummary
} from "./chunks/chunk-L3F3HY5R.js";
import {
  confinedPath
} from "./chunks/chunk-3WM4R74Q.js";
import "./chunks/chunk-YUKRR7O5.js";
import {
  checkContract,
  matchesPattern
} from "./chunks/chunk-U65DKST5.js";
import {
  isDigest,
  isTag,
  parseReference,
  splitImage
} from "./chunks/chunk-VIW2AEQQ.js";
import "./chunks/chunk-4ACD63CK.js";
import {
  clip,
  count,
  oneLine
} from "./chunks/chunk-SK4ZIMNF.js";
import "./chunks/chunk-LFBZ2KVQ.js";
import {
  UserError,
  errorMessage
} from "./chunks/chunk-XKMBV7AT.js";
import "./chunks/chunk-AHKFPYGT.js";
import "./chunks/chunk-YQ5MPXPW.js";
import {
  renderDiff
} from "./chunks/chunk-KVSFAEP7.js";
import "./chunks/chunk-YSH2IDXS.js";

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
    ...["from", "expect", "pin"].filter((name) => inputs2[name])
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
  if (parseReference(image) === void 0) {
    throw new UserError(`"${image}" is no name of an image.`, {
      where: at,
      next: "write it in lower case, for instance ghcr.io/your-org/api"
    });
  }
  if (version.tag !== void 0 && !isTag(version.tag)) {
    throw new UserError(`"${version.tag}" is no tag.`, {
      where: at,
      next: 'letters, digits, "_", "." and "-", at most 128'
    });
  }
  if (version.digest !== void 0 && !isDigest(version.digest)) {
    throw new UserError(`"${version.digest}" is no digest.`, {
      where: at,
      next: "give sha256: and 64 hexadecimal digits"
    });
  }
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
    image,
    version,
    scope,
    ...from !== void 0 && { from },
    ...expect !== void 0 && { expect },
    ...pin !== void 0 && { pin }
  };
}

// actions/bump-image/credentials.ts
import { readFileSync } from "node:fs";

// actions/lib/registry/credentials.ts
function readDockerConfig(text2, where = "the Docker configuration") {
  const config = parseObject(text2, where);
  const entries = /* @__PURE__ */ new Map();
  for (const [key, value] of Object.entries(asObject(config.auths))) entries.set(canonicalKey(key), asObject(value));
  const helpers = new Map(Object.entries(asObject(config.credHelpers)).map(([key, by]) => [canonicalKey(key), by]));
  return {
    credentialsFor: (name) => {
      const registry = canonicalRegistry(name.registry);
      const helper = helpers.get(registry);
      if (typeof helper === "string" && helper !== "") throw needsHelper(registry, helper, where);
      const key = keysFor(registry, name.repository).find((candidate) => entries.has(candidate));
      if (key === void 0) return void 0;
      const found = credentialsOf(entries.get(key) ?? {}, key, where);
      if (found === void 0 && typeof config.credsStore === "string" && config.credsStore !== "")
        throw needsHelper(registry, config.credsStore, where);
      return found;
    }
  };
}
function keysFor(registry, repository) {
  const parts = [registry, ...repository.split("/")];
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
function canonicalKey(key) {
  const [host = "", ...path2] = key.replace(/^https?:\/\//, "").split("/");
  const rest = path2.filter((part) => part !== "");
  return [canonicalRegistry(host), .../^v[12]$/.test(rest[0] ?? "") ? [] : rest].join("/");
}
function credentialsOf(entry, key, where) {
  const { identitytoken: identityToken, auth, username, password } = entry;
  if (typeof identityToken === "string" && identityToken !== "") return { identityToken };
  if (typeof auth === "string" && auth !== "") {
    const decoded = Buffer.from(auth, "base64").toString("utf8").replace(/\0+$/, "");
    const colon = decoded.indexOf(":");
    if (colon > 0) return { username: decoded.slice(0, colon), password: decoded.slice(colon + 1) };
    throw new UserError(`The credentials of ${key} cannot be read: "auth" is not base64 of name:password.`, {
      where,
      next: `run docker login ${key} again`
    });
  }
  if (typeof username === "string" && typeof password === "string" && username !== "") return { username, password };
  return void 0;
}
function needsHelper(registry, helper, where) {
  return new UserError(
    `The credentials of ${registry} are kept by the program docker-credential-${helper}, which is not run here.`,
    { where, next: "give username and password, or log in in the same job so that the file holds them" }
  );
}
function parseObject(text2, where) {
  try {
    const value = JSON.parse(text2.replace(/^\uFEFF/, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
  }
  throw new UserError("The Docker configuration is not a JSON object.", { where, next: "run docker login again" });
}
var asObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};

// actions/bump-image/credentials.ts
function registryCredentials({
  registryUsername: username,
  registryPassword: password,
  run: run2
}) {
  if (username !== void 0 && password !== void 0) return () => ({ username, password });
  if (username !== void 0 || password !== void 0) {
    throw new UserError('Inputs "registry-username" and "registry-password" belong together.', {
      next: "give both or neither"
    });
  }
  const file = run2.dockerConfig;
  const text2 = file === void 0 ? void 0 : readIfThere(file);
  if (file === void 0 || text2 === void 0) return () => void 0;
  return (place) => readDockerConfig(text2, file).credentialsFor(place);
}
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return void 0;
  }
}

// actions/lib/bump/prepare.ts
async function prepareBump(calls, context, services) {
  const outcomes = [];
  let accepted = [];
  let files = [];
  for (const call of calls) {
    const outcome = await prepareCall(call, context, services);
    if (outcome.outcome === "changed") {
      const together = await planBump([...accepted, ...outcome.requests], context);
      if (together.type === "refused") {
        outcomes.push({ ...outcome, outcome: "refused", refusals: together.refusals });
        continue;
      }
      accepted = [...accepted, ...outcome.requests];
      files = together.files;
    }
    outcomes.push(outcome);
  }
  return { calls: outcomes, files };
}
async function prepareCall(call, context, services) {
  const notes = [];
  const refusals = [];
  const going = [];
  let superseded = 0;
  for (const asked of call.requests) {
    const ready = await complete(asked, call, context, services, notes);
    if ("refusals" in ready) refusals.push(...ready.refusals);
    else if (ready.order.type === "superseded") {
      superseded += 1;
      notes.push(`${ready.image} stays: ${ready.order.reason}`);
    } else {
      if (ready.order.note !== void 0) notes.push(ready.order.note);
      going.push(ready);
    }
  }
  const refused = (why) => ({
    outcome: "refused",
    sites: [],
    refusals: why,
    notes,
    bumps: [],
    requests: []
  });
  if (refusals.length > 0) return refused(refusals);
  const requests = going.map(({ request }) => request);
  const plan = await planBump(requests, context);
  if (plan.type === "refused") return refused(plan.refusals);
  const bumps = await Promise.all(
    going.map(async ({ request, image }) => {
      const alone = await planBump([request], context);
      const sites = alone.type === "plan" ? alone.sites : [];
      return { image, version: request.version, build: call.build, sites };
    })
  );
  const outcome = plan.files.length > 0 ? "changed" : going.length === 0 && superseded > 0 ? "superseded" : "already-there";
  return { outcome, sites: plan.sites, refusals: [], notes, bumps, requests };
}
async function complete(asked, call, context, services, notes) {
  const found = await findSites(asked, context);
  if ("refusals" in found) return found;
  const image = asked.image.includes("/") ? asked.image : found.sites[0]?.site.name ?? asked.image;
  try {
    const promoted = asked.from === void 0 ? void 0 : await promotedVersion(asked, asked.from, context.state, context);
    if (promoted !== void 0 && "refusals" in promoted) return promoted;
    const given = promoted?.version ?? asked.version;
    if (promoted !== void 0)
      notes.push(`${image} passed its smoke test in ${asked.from} at ${promoted.passedAt} (${promoted.record})`);
    const settings = settingsOf(found.sites, context);
    const proofs = proofsFor(image, settings);
    const platforms = [...new Set(settings.flatMap((one) => one.platforms ?? []))];
    const version = services.resolve === void 0 ? given : await services.resolve(image, given, platforms);
    await prove({ image, version, proofs, sites: found.sites, request: asked }, context, services, notes);
    const request = promotedRequest(asked, version);
    const order = call.allowDowngrade ? { type: "newer" } : await orderOf(request, image, found.sites, call.build, services);
    return { request, image, order };
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    const { what, where, next } = error;
    const message = `${what}${where === void 0 ? "" : ` (${where})`}${next === void 0 ? "" : `: ${next}`}`;
    return { refusals: [{ image, message }] };
  }
}
function settingsOf(sites, context) {
  const names = [...new Set(sites.flatMap((site) => site.environments))];
  return names.flatMap((name) => Object.hasOwn(context.environments, name) ? context.environments[name] ?? [] : []);
}
function proofsFor(image, settings) {
  return settings.flatMap(({ verify: verify2 }) => {
    if (verify2 === void 0) return [];
    const by = verify2.find(({ images }) => matchesPattern(images, image));
    if (by !== void 0) return [by];
    throw new UserError(`No entry of \`verify\` in the settings fits ${image}`, {
      next: "add one that says how it is proved, or `unsigned` with the reason why it is not"
    });
  });
}
async function prove({ image, version, proofs, sites, request }, context, services, notes) {
  for (const by of proofs) {
    if (by.unsigned !== void 0) {
      notes.push(`${image} is taken without a signature: ${by.unsigned}`);
      continue;
    }
    if (version.digest === void 0) {
      throw new UserError(`${image} must be verified, and its digest is not known`, {
        next: "give the digest, or let the registry be asked for it"
      });
    }
    const pinOf = ({ site, environments }) => request.pin ?? context.pinOf(environments) ?? formOf(site);
    const loose = sites.find((located) => pinOf(located) === "tag");
    if (loose !== void 0) {
      throw new UserError("What is verified is a digest, and this place would hold a tag alone, which can move", {
        where: `${loose.file}:${loose.line}`,
        next: "set `pin: tag@digest` for the environment"
      });
    }
    notes.push(await services.verify(image, version.digest, by, context));
  }
}
async function orderOf(request, image, sites, build, services) {
  if (build === void 0) return { type: "newer" };
  let note = { type: "newer" };
  for (const { site, file } of sites) {
    const standing = versionOf(site);
    if (includesVersion(standing, request.version)) continue;
    const deployed = await services.buildAt(file, [image, site.name, ...site.aliases], standing);
    const order = await judgeOrder(deployed, build, services.compare);
    if (order.type === "superseded") return order;
    if (order.note !== void 0) note = order;
  }
  return note;
}

// actions/bump-image/pull-request-body.ts
function pullRequestBody(prepared, diff, labels) {
  const changed = prepared.calls.filter(({ outcome }) => outcome === "changed");
  const promotes = changed.every(({ requests }) => requests.every(({ promotedFrom }) => promotedFrom !== void 0));
  const { headline, body } = bumpMessage(
    changed.flatMap(({ bumps }) => bumps),
    promotes ? "Promote" : "Bump"
  );
  const trailers = body.split("\n\n").at(-1) ?? "";
  const notes = changed.flatMap((call) => call.notes);
  const parts = [
    siteTable(changed.flatMap(({ sites }) => sites)),
    noteLines(notes),
    `<details><summary>Exact change</summary>

${fenced(diff, "diff")}

</details>`,
    trailers
  ];
  return { title: headline, body: parts.filter((part) => part !== "").join("\n\n"), labels };
}

// actions/bump-image/land-bump.ts
async function planOn(tree, head, job) {
  const names = { repositories: [job.repository], revisions: ["HEAD", job.branch] };
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
  const prepared = await prepareBump(job.calls, opened.context, job.services(head));
  return { prepared, diff: renderDiff(prepared.files), files: prepared.files };
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
  const { landByPullRequest } = await import("./chunks/pull-request-5U7PZVIN.js");
  const proposed = await landByPullRequest({
    ...options,
    base: branch,
    branch: `seaworthy/bump/${pullRequest.group}`,
    prepare: prepareJob,
    // A person who declined a version declined it, whatever else the files have come to hold.
    fingerprint: ({ value }) => JSON.stringify(value.prepared.calls.flatMap(({ bumps }) => bumps.map(({ image, version }) => [image, version]))),
    describe: ({ prepared, diff }) => pullRequestBody(prepared, diff, pullRequest.labels),
    ...pullRequest.autoMerge && { autoMerge: "squash" }
  });
  return { ...proposed.value, ...landedProposal(proposed) };
}
function landedProposal(proposed) {
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

// actions/bump-image/dry-run.ts
async function dryRun(job) {
  const head = await readHead(job.client, job.repository, job.branch);
  const tree = await openRemoteTree(job.client, job.repository, head, { localBlob: job.localBlob });
  const { prepared, diff } = await planOn(tree, head, job);
  return { prepared, diff, commit: void 0, attempts: 0, pullRequest: void 0 };
}

// actions/bump-image/group-name.ts
function groupName(requests) {
  const [first] = requests;
  const scope = first?.scope;
  const where = [...scope?.environments ?? [], ...scope?.applications ?? []].sort().join("+") || "files";
  const images = requests.map(({ image }) => image.split("/").at(-1) ?? image);
  const what = images.length > 1 ? `${images[0]}-and-${images.length - 1}-more` : images[0] ?? "images";
  return `${where}/${what}`.replaceAll(/[^\w.+/-]+/g, "-").slice(0, 150);
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
async function reportStatus(inputs2, { calls }, landed, log) {
  const { apiUrl, graphqlUrl } = inputs2.run;
  const client = createClient({
    apiUrl,
    ...graphqlUrl !== void 0 && { graphqlUrl },
    token: inputs2.sourceToken ?? inputs2.token,
    log
  });
  const ownUrl = runUrl(inputs2.run);
  for (const [index, call] of calls.entries()) {
    const outcome = landed.prepared.calls[index];
    if (call.build === void 0 || outcome === void 0) continue;
    const targetUrl = outcome.outcome === "changed" ? landed.commit?.url ?? landed.pullRequest?.url ?? ownUrl : ownUrl;
    try {
      await setCommitStatus(client, {
        repository: call.build.repository,
        commit: call.build.commit,
        state: outcome.outcome === "refused" ? "failure" : "success",
        context: contextOf(call),
        description: describe(outcome, landed),
        ...targetUrl !== void 0 && { targetUrl }
      });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      log.info(`The outcome is not reported to ${call.build.repository}: ${error.what}`);
    }
  }
}
function contextOf({ requests }) {
  const scope = requests[0]?.scope;
  const where = [...scope?.environments ?? [], ...scope?.applications ?? []].join(", ");
  return where === "" ? "seaworthy/bump" : `seaworthy/bump (${where})`;
}
function describe({ outcome, refusals, notes }, { commit, pullRequest }) {
  switch (outcome) {
    case "refused":
      return `refused: ${refusals[0]?.message ?? "no reason is known"}`;
    case "superseded":
      return `skipped: ${notes.at(-1) ?? "a newer build is deployed"}`;
    case "already-there":
      return "already there";
    default:
      return pullRequest === void 0 ? `written as ${commit?.id.slice(0, 12) ?? "a commit"}` : `proposed in #${pullRequest.number}`;
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

// actions/bump-image/services.ts
var historyLength = 100;
function bumpServices(options) {
  const resolved = /* @__PURE__ */ new Map();
  const verified = /* @__PURE__ */ new Map();
  return (head) => {
    const histories = /* @__PURE__ */ new Map();
    return {
      resolve: options.checkRegistry ? (image, version, platforms) => remembered(resolved, [image, version, platforms], () => resolve(options, image, version, platforms)) : void 0,
      verify: async (image, digest, by, context) => {
        const policy = await policyOf(by, context);
        const trustedRoot = context.trustRoot === void 0 ? void 0 : await textOf(context.trustRoot, context);
        return remembered(
          verified,
          [image, digest, policy, trustedRoot],
          () => verify(options, image, digest, policy, trustedRoot, context.now)
        );
      },
      buildAt: async (file, names, version) => {
        const messages = await remembered(histories, [file], async () => {
          const commits = await commitsTouching(options.client, options.repository, head, file, historyLength);
          return commits.map(({ message }) => message);
        });
        return findBuild(messages, names, version);
      },
      compare: async (repository, base, fresh) => (await compareCommits(options.sourceClient, repository, base, fresh)).type
    };
  };
}
function remembered(known, key, make) {
  const text2 = JSON.stringify(key);
  const answer = known.get(text2) ?? make();
  known.set(text2, answer);
  return answer;
}
function placeOf(image) {
  const reference = parseReference(image);
  if (reference === void 0) throw new UserError(`"${image}" is no name of an image.`);
  return { registry: reference.registry, repository: reference.repository };
}
async function resolve(options, image, version, more) {
  const { resolveImage } = await import("./chunks/resolve-image-2BIYR67O.js");
  const name = placeOf(image);
  const platforms = [.../* @__PURE__ */ new Set([...options.platforms, ...more])];
  const request = {
    ...name,
    ...version,
    log: options.log,
    fetch: proxyFetch,
    credentials: options.credentialsFor(name)
  };
  const { digest } = await resolveImage({ ...request, platform: platforms[0] });
  for (const platform of platforms.slice(1)) await resolveImage({ ...request, digest, tagMayMove: true, platform });
  return { ...version, digest };
}
async function verify(options, image, digest, policy, trustedRoot, now) {
  const [{ verifyImage }, { openRepository }] = await Promise.all([
    import("./chunks/verify-image-BESOVUEJ.js"),
    import("./chunks/repository-6XBSKDRB.js")
  ]);
  const name = placeOf(image);
  const repository = openRepository({
    ...name,
    log: options.log,
    fetch: proxyFetch,
    credentials: options.credentialsFor(name)
  });
  const attestations = policy.type === "provenance" ? (wanted) => attestationsOf(options.sourceClient, policy.repository, wanted) : void 0;
  const sources = { repository, ...attestations !== void 0 && { attestations } };
  const { summary } = await verifyImage({ image: name, digest, policy, sources, trustedRoot, now: new Date(now) });
  return `${image} ${summary}`;
}
async function attestationsOf(client, repository, digest) {
  const [{ ownerAndName: ownerAndName2 }, { wasRefused }] = await Promise.all([
    import("./chunks/api-address-QWVX3SEJ.js"),
    import("./chunks/github-error-LSWOGR65.js")
  ]);
  try {
    const { data } = await client.request(
      "GET /repos/{owner}/{repo}/attestations/{subject_digest}",
      { ...ownerAndName2(repository), subject_digest: digest, per_page: 30 },
      { purpose: `read the attestations of ${repository}`, permission: "attestations: read" }
    );
    return (data.attestations ?? []).flatMap(({ bundle }) => bundle ?? []);
  } catch (error) {
    if (wasRefused(error, 403, 404)) return [];
    throw error;
  }
}
async function policyOf({ provenance, keyless, key, images }, context) {
  const given = [provenance, keyless, key].filter((one) => one !== void 0);
  if (given.length !== 1) {
    throw new UserError(
      `The entry of \`verify\` for ${images} names ${given.length === 0 ? "no way" : "several ways"} to prove an image.`,
      {
        where: ".github/seaworthy.yaml",
        next: "give exactly one of `provenance`, `keyless`, `key` and `unsigned`"
      }
    );
  }
  if (provenance !== void 0) {
    const { hosted, ...rest } = provenance;
    return { type: "provenance", ...rest, ...hosted !== void 0 && { hosted: String(hosted) === "true" } };
  }
  if (keyless !== void 0) return { type: "keyless", ...keyless };
  return { type: "key", publicKeys: await Promise.all((key?.files ?? []).map((file) => textOf(file, context))) };
}
async function textOf(path2, { files }) {
  const entry = await files.tree.read(path2);
  if (entry.type === "file") return new TextDecoder().decode(entry.bytes);
  throw new UserError("This file, which the settings name, is not there.", {
    where: path2,
    next: "add it to the repository, or correct the settings"
  });
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
      return `Nothing to do: ${count(own.sites.length, "place has", "places have")} it already.`;
    default:
      return `${dryRun2 ? "Would change" : landed.pullRequest === void 0 ? "Changed" : "Proposed to change"} ${count(changed, "place")} in ${count(new Set(own.sites.filter((site) => site.changed).map(({ file }) => file)).size, "file")}.`;
  }
}
function renderSummary(own, others, landed, dryRun2) {
  const mark = own.outcome === "refused" ? "\u274C" : "\u2705";
  const parts = [
    `${mark} **${escapeMarkdown(answerOf(own, landed, dryRun2))}**`,
    whereOf(landed),
    refusalLines(own.refusals),
    siteTable(own.sites),
    noteLines(own.notes),
    others.length === 0 ? "" : `${count(others.length, "waiting request was", "waiting requests were")} looked at too: ${tally(others)}.`,
    landed.diff === "" ? "" : `<details${dryRun2 ? " open" : ""}><summary>Exact change</summary>

${fenced(landed.diff, "diff")}

</details>`
  ];
  return fitMarkdown(`${parts.filter((part) => part !== "").join("\n\n")}
`, { bytes: summaryBytes });
}
function whereOf({ commit, attempts, pullRequest }) {
  const lines = [];
  if (pullRequest !== void 0) lines.push(`Pull request [#${pullRequest.number}](${pullRequest.url}).`);
  if (commit !== void 0) {
    const verified = commit.verified ? "verified by GitHub" : "not verified by GitHub";
    lines.push(`Commit [${commit.id.slice(0, 12)}](${commit.url}), ${verified}, after ${count(attempts, "attempt")}.`);
  }
  if (pullRequest?.note !== void 0) lines.push(escapeMarkdown(pullRequest.note));
  return lines.join(" ");
}
function tally(others) {
  const outcomes = [...new Set(others.map(({ outcome }) => outcome))].sort();
  return outcomes.map((outcome) => `${others.filter((other) => other.outcome === outcome).length} ${code(outcome)}`).join(", ");
}

// actions/bump-image/waiting-runs.ts
var maxRuns = 100;
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
    const calls = waiting.sort((a, b) => Number(a.id) - Number(b.id)).flatMap((run2) => callOf(run2.display_title, Number(run2.id), log));
    log.info(`${waiting.length} waiting, ${calls.length} of them taken into this change`);
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
  const branch = inputs2.branch ?? await defaultBranch(client, inputs2.repository);
  const waiting = inputs2.takeWaiting ? await takeWaiting(inputs2, client, branch, log) : [];
  const local = localObjects(inputs2.run.workspace);
  const job = {
    client,
    repository: inputs2.repository,
    branch,
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
    const answer = answerOf(own, landed, inputs2.dryRun);
    for (const note of own.notes) log.info(oneLine(note));
    if (landed.pullRequest?.note !== void 0) log.warning(landed.pullRequest.note);
    const jsonFile = writeResult(inputs2, own, landed);
    outputs.set({
      outcome: own.outcome,
      changed: landed.commit !== void 0 && own.outcome === "changed",
      commit: landed.commit?.id ?? "",
      "commit-url": landed.commit?.url ?? "",
      verified: landed.commit?.verified ?? false,
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
function refusal({ refusals }) {
  const lines = refusals.slice(0, 20).map(({ image, message, file, line, column }) => {
    const place = [file, line, column].filter((part) => part !== void 0).join(":");
    return oneLine([place, image === "" ? "" : `${image}:`, message].filter((part) => part !== "").join(" "));
  });
  const more = refusals.length > 20 ? [`and ${refusals.length - 20} more`] : [];
  return new UserError(`Refused, nothing was written:
${[...lines, ...more].map((line) => `  ${line}`).join("\n")}`, {
    next: "each line says what to do; the summary of this step has them all"
  });
}

// actions/bump-image/index.ts
await run(main, outputs);
