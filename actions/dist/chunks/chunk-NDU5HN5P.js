import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  findSites,
  pinFor,
  planBump,
  promotedRequest,
  promotedVersion,
  wholeName
} from "./chunk-2YT6X3AF.js";
import {
  commitsTouching,
  compareCommits,
  findBuild,
  judgeOrder
} from "./chunk-QRKAYZUO.js";
import {
  includesVersion
} from "./chunk-AHUM72QA.js";
import {
  formOf,
  versionOf
} from "./chunk-6XCVKKI3.js";
import {
  canonicalRegistry
} from "./chunk-ZTJULA66.js";
import {
  proxyFetch
} from "./chunk-HJTFNHO4.js";
import {
  ownerAndName
} from "./chunk-7KJE3CBL.js";
import {
  parseReference
} from "./chunk-NTJZ2C6H.js";
import {
  openObjectStore
} from "./chunk-RBUB3BDL.js";
import {
  matchesPattern
} from "./chunk-UNCBMZAL.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/git/local-objects.ts
import { existsSync } from "node:fs";
import { join } from "node:path";
function localObjects(workspace) {
  if (!existsSync(join(workspace, ".git"))) return { blob: void 0, close: async () => {
  } };
  const store = openObjectStore(workspace);
  return { blob: (id) => store.blob(id).catch(() => void 0), close: store.close };
}

// actions/lib/github/default-branch.ts
async function defaultBranch(client, repository) {
  const { data } = await client.request("GET /repos/{owner}/{repo}", ownerAndName(repository), {
    purpose: `look up the default branch of ${repository}`,
    permission: "metadata: read"
  });
  return data.default_branch;
}

// actions/bump-image/credentials.ts
import { readFileSync } from "node:fs";

// actions/lib/registry/credentials.ts
function readDockerConfig(text, where = "the Docker configuration") {
  const config = parseObject(text, where);
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
  const [host = "", ...path] = key.replace(/^https?:\/\//, "").split("/");
  const rest = path.filter((part) => part !== "");
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
function parseObject(text, where) {
  try {
    const value = JSON.parse(text.replace(/^\uFEFF/, ""));
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
  } catch {
  }
  throw new UserError("The Docker configuration is not a JSON object.", { where, next: "run docker login again" });
}
var asObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};

// actions/bump-image/credentials.ts
function registryCredentials({
  registryHost: host,
  registryUsername: username,
  registryPassword: password,
  run
}) {
  if (host !== void 0 && username !== void 0 && password !== void 0) {
    return ({ registry }) => canonicalRegistry(registry) === canonicalRegistry(host) ? { username, password } : void 0;
  }
  if (host !== void 0 || username !== void 0 || password !== void 0) {
    throw new UserError('Inputs "registry-host", "registry-username" and "registry-password" belong together.', {
      next: "give all three or none"
    });
  }
  const file = run.dockerConfig;
  const text = file === void 0 ? void 0 : readIfThere(file);
  if (file === void 0 || text === void 0) return () => void 0;
  return (place) => readDockerConfig(text, file).credentialsFor(place);
}
function readIfThere(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return void 0;
  }
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
  const text = JSON.stringify(key);
  const answer = known.get(text) ?? make();
  known.set(text, answer);
  return answer;
}
function placeOf(image) {
  const reference = parseReference(image);
  if (reference === void 0) throw new UserError(`"${image}" is no name of an image.`);
  return { registry: reference.registry, repository: reference.repository };
}
async function resolve(options, image, version, more) {
  const { resolveImage } = await import("./resolve-image-LDA6NREC.js");
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
    import("./verify-image-QYSX7O37.js"),
    import("./repository-5TGDPGEW.js")
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
    import("./api-address-MCETWJFR.js"),
    import("./github-error-HYKMNQNU.js")
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
async function textOf(path, { files }) {
  const entry = await files.tree.read(path);
  if (entry.type === "file") return new TextDecoder().decode(entry.bytes);
  throw new UserError("This file, which the settings name, is not there.", {
    where: path,
    next: "add it to the repository, or correct the settings"
  });
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
  const image = wholeName(asked.image, found.sites);
  notes.push(...found.notes);
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
    const message = `${what.replace(/\.$/, "")}${where === void 0 ? "" : ` (${where})`}${next === void 0 ? "" : `: ${next}`}`;
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
    const loose = sites.find((located) => (pinFor(request, located, context) ?? formOf(located.site)) === "tag");
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

export {
  localObjects,
  defaultBranch,
  registryCredentials,
  prepareBump,
  settingsOf,
  proofsFor,
  prove,
  bumpServices
};
