import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/images/reference.ts
function splitImage(text) {
  const at = text.indexOf("@");
  const digest = at < 0 ? void 0 : text.slice(at + 1);
  const named = at < 0 ? text : text.slice(0, at);
  const colon = named.lastIndexOf(":");
  const tagged = colon > named.lastIndexOf("/");
  return {
    name: tagged ? named.slice(0, colon) : named,
    ...tagged && { tag: named.slice(colon + 1) },
    ...digest !== void 0 && { digest }
  };
}
function joinImage({ name, tag, digest }) {
  return `${name}${tag === void 0 ? "" : `:${tag}`}${digest === void 0 ? "" : `@${digest}`}`;
}
var hostName = /^(?:localhost|[\w-]+(?:\.[\w-]+)+|\[[0-9a-f:]+\])(?::\d{1,5})?$|^[\w-]+:\d{1,5}$/i;
var pathPart = /^[a-z0-9]+(?:(?:\.|_{1,2}|-+)[a-z0-9]+)*$/;
var tagForm = /^\w[\w.-]{0,127}$/;
var digestForm = /^sha256:[0-9a-f]{64}$/;
var isTag = (text) => tagForm.test(text);
var isDigest = (text) => digestForm.test(text);
function parseReference(text) {
  const { name, tag, digest } = splitImage(text);
  const slash = name.indexOf("/");
  const first = slash < 0 ? "" : name.slice(0, slash);
  const hosted = hostName.test(first);
  const written = hosted ? name.slice(slash + 1) : name;
  if (name.length > 255 || !written.split("/").every((part) => pathPart.test(part))) return void 0;
  if (tag !== void 0 && !isTag(tag) || digest !== void 0 && !isDigest(digest)) return void 0;
  const registry = hosted && !/^(index\.)?docker\.io$/i.test(first) ? first.toLowerCase() : "docker.io";
  const repository = registry === "docker.io" && !written.includes("/") ? `library/${written}` : written;
  return { registry, repository, name, ...tag !== void 0 && { tag }, ...digest !== void 0 && { digest } };
}
function imageKey(name) {
  const parsed = parseReference(name);
  return parsed === void 0 ? name : `${parsed.registry}/${parsed.repository}`;
}
function matchName(asked, name) {
  if (imageKey(asked) === imageKey(name)) return "exact";
  return name.endsWith(`/${asked}`) ? "short" : void 0;
}

export {
  splitImage,
  joinImage,
  isTag,
  isDigest,
  parseReference,
  imageKey,
  matchName
};
