import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  digestOf,
  isDigest,
  requireContent
} from "./chunk-2I3ZNRKE.js";
import {
  nameOf
} from "./chunk-ZTJULA66.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/registry/manifest.ts
var maxManifestBytes = 4 * 1024 * 1024;
var maxDescriptors = 2e3;
var indexTypes = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json"
];
var manifestTypes = [
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.v2+json"
];
var accept = [...indexTypes, ...manifestTypes].join(", ");
var tagForm = /^\w[\w.-]{0,127}$/;
async function fetchManifest(repository, reference) {
  const found = await ask(repository, reference);
  if ("bytes" in found && "layers" in found) return found;
  throw repository.failure(wordsFor(reference), found);
}
async function findManifest(repository, reference) {
  const found = await ask(repository, reference);
  if ("layers" in found) return found;
  if (found.status === 404) return void 0;
  throw repository.failure(wordsFor(reference), found);
}
var wordsFor = (reference) => isDigest(reference) ? `image ${reference}` : `tag ${reference}`;
async function ask(repository, reference) {
  if (!isDigest(reference) && !tagForm.test(reference))
    throw new UserError(`${JSON.stringify(reference.slice(0, 200))} cannot be a tag or a digest.`, {
      where: nameOf(repository),
      next: "a tag has letters, digits, dots, dashes and underscores only, 128 at most"
    });
  const digest = isDigest(reference) ? reference : await digestOfTag(repository, reference);
  const path = `manifests/${digest ?? reference}`;
  const reply = await repository.get({ path, accept, maxBytes: maxManifestBytes });
  if (reply.status !== 200) return reply;
  const announced = reply.headers.get("docker-content-digest") ?? "";
  if (digest !== void 0) requireContent(repository, digest, reply.bytes);
  else if (isDigest(announced)) requireContent(repository, announced, reply.bytes);
  return readManifest(repository, reference, reply);
}
async function digestOfTag(repository, tag) {
  const reply = await repository.get({ method: "HEAD", path: `manifests/${tag}`, accept, maxBytes: 0 });
  if (reply.status === 429 || reply.status >= 500) throw repository.failure(`tag ${tag}`, reply);
  const announced = reply.status === 200 ? reply.headers.get("docker-content-digest") ?? "" : "";
  return isDigest(announced) ? announced : void 0;
}
function readManifest(repository, reference, reply) {
  const where = `${nameOf(repository)}, ${wordsFor(reference)}`;
  const refuse = (what, next) => new UserError(what, { where, next });
  const mediaType = (reply.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  const isIndex = indexTypes.some((type) => type === mediaType);
  if (!isIndex && !manifestTypes.some((type) => type === mediaType)) throw refuse(...foreign(mediaType));
  const document = parseObject(reply.bytes);
  const honest = document?.schemaVersion === 2 && (document.mediaType === void 0 || document.mediaType === mediaType) && (isIndex ? !("layers" in document) && !("config" in document) : !("manifests" in document));
  if (!honest)
    throw refuse(`The registry sent a ${mediaType} whose contents are something else.`, "push the image again");
  const { artifactType } = document;
  const config = readDescriptor(document.config);
  const subject = readDescriptor(document.subject);
  return {
    digest: digestOf(reply.bytes),
    mediaType,
    bytes: reply.bytes,
    annotations: readAnnotations(document.annotations),
    ...isIndex && { manifests: readDescriptors(document.manifests) },
    layers: isIndex ? [] : readDescriptors(document.layers),
    ...config !== void 0 && { config },
    ...subject !== void 0 && { subject },
    ...typeof artifactType === "string" && { artifactType }
  };
}
function foreign(mediaType) {
  if (mediaType.startsWith("application/vnd.docker.distribution.manifest.v1"))
    return ["The image is in the format of 2014, which has no digest that could be pinned.", "build and push it again"];
  if (mediaType === "text/html")
    return [
      "The registry answered with a web page.",
      "check the registry\u2019s name: this looks like a login page or a proxy"
    ];
  const named = mediaType === "" ? "content without a type" : JSON.stringify(mediaType.slice(0, 100));
  return [`The registry answered with ${named}, which is not an image.`, "check that the name is that of an image"];
}
function parseObject(bytes) {
  try {
    const value = JSON.parse(bytes.toString("utf8"));
    return typeof value === "object" && value !== null ? value : void 0;
  } catch {
    return void 0;
  }
}
function readDescriptors(value) {
  if (!Array.isArray(value)) return [];
  return value.slice(0, maxDescriptors).flatMap((one) => readDescriptor(one) ?? []);
}
function readDescriptor(value) {
  if (typeof value !== "object" || value === null) return void 0;
  const { mediaType, digest, size, artifactType, annotations, platform } = value;
  if (typeof mediaType !== "string" || typeof digest !== "string" || typeof size !== "number") return void 0;
  const { os, architecture, variant } = platform ?? {};
  return {
    mediaType,
    digest,
    size,
    annotations: readAnnotations(annotations),
    ...typeof artifactType === "string" && { artifactType },
    ...typeof os === "string" && typeof architecture === "string" && {
      platform: { os, architecture, ...typeof variant === "string" && { variant } }
    }
  };
}
function readAnnotations(value) {
  if (typeof value !== "object" || value === null) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry) => typeof entry[1] === "string")
  );
}

export {
  maxManifestBytes,
  indexTypes,
  fetchManifest,
  findManifest,
  readDescriptors
};
