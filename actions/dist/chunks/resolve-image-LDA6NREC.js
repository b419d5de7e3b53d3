import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  fetchManifest
} from "./chunk-ZMYFT4DL.js";
import {
  openRepository,
  requireDigest,
  silentLogger
} from "./chunk-2I3ZNRKE.js";
import {
  nameOf
} from "./chunk-ZTJULA66.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";

// actions/lib/registry/platforms.ts
var form = /^([a-z0-9]+)\/([a-z0-9_]+)(?:\/([a-z0-9.]+))?$/;
var maxConfigBytes = 4 * 1024 * 1024;
function parsePlatform(text) {
  const [, os, architecture, variant] = form.exec(text) ?? [];
  if (os === void 0 || architecture === void 0) return void 0;
  return { os, architecture, ...variant !== void 0 && { variant } };
}
var writePlatform = ({ os, architecture, variant }) => [os, architecture, ...variant === void 0 ? [] : [variant]].join("/");
function satisfies(existing, wanted) {
  if (existing.os !== wanted.os || existing.architecture !== wanted.architecture) return false;
  return wanted.variant === void 0 || variantOf(existing) === variantOf(wanted);
}
var variantOf = ({ architecture, variant }) => variant ?? (architecture === "arm64" ? "v8" : architecture === "amd64" ? "v1" : architecture === "arm" ? "v7" : "");
function platformsOfIndex(manifests) {
  const all = manifests.flatMap(({ platform }) => platform === void 0 ? [] : [writePlatform(platform)]);
  return [...new Set(all.filter((platform) => platform !== "unknown/unknown"))];
}
async function platformOfImage(repository, { config }) {
  if (config === void 0) return void 0;
  const bytes = await repository.blob(config.digest, maxConfigBytes);
  try {
    const { os, architecture, variant } = JSON.parse(bytes.toString("utf8"));
    if (typeof os !== "string" || typeof architecture !== "string") return void 0;
    const text = [os, architecture, ...typeof variant === "string" && variant !== "" ? [variant] : []].join("/");
    return form.test(text) ? text : void 0;
  } catch {
    return void 0;
  }
}

// actions/lib/registry/resolve-image.ts
async function resolveImage(request) {
  const { tag, digest, platform, tagMayMove = false, log = silentLogger } = request;
  const repository = openRepository(request);
  const name = nameOf(repository);
  if (digest !== void 0) requireDigest(digest, name);
  const wantsTag = tag !== void 0 && (digest === void 0 || !tagMayMove);
  const reference = wantsTag ? tag : digest;
  if (reference === void 0)
    throw new UserError(`${name} has neither a tag nor a digest.`, { next: "say which version is meant, as in :1.2.3" });
  const manifest = await fetchManifest(repository, reference);
  if (digest !== void 0 && manifest.digest !== digest)
    throw new UserError(`Tag ${tag} of ${name} is ${manifest.digest} now, not ${digest}.`, {
      where: `${name}:${tag}@${digest}`,
      next: "somebody pushed the tag again: give the digest that is meant, or the digest without the tag"
    });
  const platforms = await checkPlatform(repository, manifest, platform);
  log.debug(`${name}: ${reference} is ${manifest.digest}, ${manifest.mediaType}`);
  const { mediaType, bytes, annotations } = manifest;
  return { digest: manifest.digest, mediaType, size: bytes.length, platforms, annotations };
}
async function checkPlatform(repository, manifest, wantedText) {
  const listed = manifest.manifests && platformsOfIndex(manifest.manifests);
  if (wantedText === void 0) return listed;
  const where = `${nameOf(repository)}@${manifest.digest}`;
  const wanted = parsePlatform(wantedText);
  if (wanted === void 0)
    throw new UserError(`${JSON.stringify(wantedText)} is not a platform.`, { where, next: "write it as linux/amd64" });
  const single = listed === void 0 ? await platformOfImage(repository, manifest) : void 0;
  const platforms = listed ?? (single === void 0 ? [] : [single]);
  const found = platforms.map(parsePlatform).some((one) => one !== void 0 && satisfies(one, wanted));
  if (found) return platforms;
  const has = platforms.length === 0 ? "names no platform" : `has ${platforms.slice(0, 20).join(", ")}`;
  throw new UserError(`The image is not for ${wantedText}: it ${has}.`, {
    where,
    next: `build it for ${wantedText} as well, or ask for a platform that it has`
  });
}
export {
  resolveImage
};
