import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  describeHold,
  editFiles,
  expectationProblem,
  findHold,
  findPass,
  findSites,
  mainScalar,
  readRecord,
  scalarKey
} from "./chunk-YMDEQ3PE.js";
import {
  showVersion,
  spellVersion,
  versionOf
} from "./chunk-NFQWEBRU.js";

// actions/lib/bump/promotion.ts
async function promotedVersion(request, from, state, context) {
  const { image } = request;
  const scope = { environments: [from], applications: [], files: [], targets: [] };
  const found = await findSites({ image, version: {}, scope }, context);
  if ("refusals" in found) return found;
  const versions = new Map(found.sites.map((located) => [showAll(located.site), located]));
  const [first, second] = [...versions.values()];
  if (first === void 0) throw new Error("sites were found");
  if (second !== void 0) {
    const list = [...versions].map(([version2, { file: file2, line: line2 }]) => `${version2} (${file2}:${line2})`).join(", ");
    return {
      refusals: [{ image, message: `${from} runs several versions, ${list}: bump them to one before you promote it` }]
    };
  }
  const version = versionOf(first.site);
  const { file, line, column } = first;
  const name = first.site.name;
  const record = await readRecord(context.files, state, from, name);
  if ("message" in record) return { refusals: [{ image, ...record }] };
  const pass = findPass(record.passed, version);
  if (pass === void 0) {
    const message = `${showVersion(version)} of ${name} has no smoke test that passed in ${from} (${record.file} has ${record.passed.length === 0 ? "none at all" : `${record.passed.length} of other versions`}): let the smoke test of ${from} run first`;
    return { refusals: [{ image, message, file, line, column }] };
  }
  const whole = {
    ...pass.tag !== void 0 && { tag: pass.tag },
    ...pass.digest !== void 0 && { digest: pass.digest }
  };
  return { version: { ...whole, ...version }, record: record.file, passedAt: pass.at };
}
var showAll = (site) => {
  const { tag, digest } = versionOf(site);
  return [tag, digest].filter((part) => part !== void 0).join("@") || mainScalar(site).text;
};
function promotedRequest({ from, ...request }, version) {
  return { ...request, version, ...from !== void 0 && { promotedFrom: from } };
}

// actions/lib/bump/plan.ts
async function planBump(requests, context) {
  const refusals = [];
  const wanted = [];
  for (const asked of requests) {
    const promoted = await withVersion(asked, context);
    if ("refusals" in promoted) {
      refusals.push(...promoted.refusals);
      continue;
    }
    const { request } = promoted;
    const found = await findSites(request, context);
    if ("refusals" in found) refusals.push(...found.refusals);
    else for (const site of found.sites) collect(request, site, context, wanted, refusals);
  }
  const edited = await editFiles(wanted, context.files);
  refusals.push(...edited.refusals);
  if (refusals.length > 0) return { type: "refused", refusals };
  return { type: "plan", sites: edited.sites, files: edited.files };
}
async function withVersion(request, context) {
  if (request.from === void 0) return { request };
  const promoted = await promotedVersion(request, request.from, context.state, context);
  return "refusals" in promoted ? promoted : { request: promotedRequest(request, promoted.version) };
}
function promotionProblem(request, environments, context) {
  for (const environment of environments) {
    const before = context.environments[environment]?.["promote-from"];
    if (before !== void 0 && request.promotedFrom !== before) {
      return `${environment} takes versions only from ${before}, as the settings say: promote (\`from: ${before}\`) instead of giving a version`;
    }
  }
  return void 0;
}
function collect(request, site, context, wanted, refusals) {
  const image = site.site.name;
  const refuse = (message) => refusals.push({ image, message, file: site.file, line: site.line, column: site.column });
  if (site.site.readOnly !== void 0) return void refuse(site.site.readOnly);
  const unproved = promotionProblem(request, site.environments, context);
  if (unproved !== void 0) return void refuse(unproved);
  const unexpected = expectationProblem(request.expect, versionOf(site.site), request.version);
  if (unexpected !== void 0) return void refuse(unexpected);
  const names = [image, ...site.site.aliases, request.image];
  const held = findHold(context.holds, names, request.version, site.environments, context.now);
  if (held !== void 0) return void refuse(describeHold(held));
  const pin = request.pin ?? context.pinOf(site.environments);
  const texts = spellVersion(site.site, request.version, pin);
  if ("refused" in texts) return void refuse(texts.refused);
  for (const text of texts) {
    const same = wanted.find(({ scalar }) => scalarKey(scalar) === scalarKey(text.scalar));
    if (same === void 0) wanted.push({ ...text, image, site });
    else if (same.value !== text.value)
      refuse(`two requests want different versions here: ${same.value} and ${text.value}`);
  }
}

export {
  promotedVersion,
  promotedRequest,
  planBump
};
