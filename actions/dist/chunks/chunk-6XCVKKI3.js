import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  joinImage,
  splitImage
} from "./chunk-NTJZ2C6H.js";

// actions/lib/images/version.ts
var pins = ["tag", "digest", "tag@digest"];
function showVersion({ tag, digest }) {
  const short = digest === void 0 ? void 0 : `${digest.slice(0, "sha256:".length + 12)}\u2026`;
  return [tag, short].filter((part) => part !== void 0).join("@") || "no version";
}
function versionOf(site) {
  const parts = site.image === void 0 ? splitTag(site.tag?.text) : splitImage(imagePart(site.image.text).reference);
  const digest = site.digest?.text || parts.digest;
  return { ...parts.tag && { tag: parts.tag }, ...digest && { digest } };
}
function spellVersion(site, wanted, pin) {
  const form = pin ?? formOf(site);
  const version = {
    ...form !== "digest" && wanted.tag !== void 0 && { tag: wanted.tag },
    ...form !== "tag" && wanted.digest !== void 0 && { digest: wanted.digest }
  };
  const missing = missingPart(form, version, pin);
  if (missing !== void 0) return { refused: missing };
  if (site.image !== void 0) return [{ scalar: site.image, value: spellImage(site.image.text, version) }];
  if (pin === "tag@digest" && site.tag === void 0) {
    return { refused: `there is no tag here to set, and pin is \`${pin}\`: add one to the file, or pin \`digest\`` };
  }
  return spellFields(site, version);
}
function formOf(site) {
  const { tag, digest } = versionOf(site);
  if (digest === void 0) return site.tag === void 0 && site.digest !== void 0 ? "digest" : "tag";
  return tag === void 0 ? "digest" : "tag@digest";
}
function missingPart(form, { tag, digest }, pin) {
  const why = pin === void 0 ? "this place has one now" : `pin is \`${pin}\``;
  if (form !== "tag" && digest === void 0) {
    return pin === void 0 && form === "tag@digest" ? "it pins a digest beside the tag, and the tag alone would be ignored: give the digest too" : `a digest is needed, because ${why}: give it, as name:tag@sha256:\u2026`;
  }
  if (form !== "digest" && tag === void 0) return `a tag is needed, because ${why}: give it`;
  return void 0;
}
function spellFields({ tag, digest, form }, version) {
  const separate = digest !== void 0;
  if (tag === void 0 && version.tag !== void 0 && version.digest === void 0) {
    return { refused: "there is only a digest here, and no tag to set: give the digest, or add a tag to the file" };
  }
  if (!separate && version.tag === void 0) {
    return { refused: `there is no digest here to set: add \`digest:\` to these ${form}, or pin \`tag@digest\`` };
  }
  if (separate && digest.text !== "" && version.digest === void 0) {
    return {
      refused: "a digest stands beside the tag, and the tag alone would be ignored: give the digest too, or remove it from the file"
    };
  }
  const texts = [];
  if (tag !== void 0 && version.tag !== void 0) {
    const carried = separate ? void 0 : version.digest;
    texts.push({ scalar: tag, value: carried === void 0 ? version.tag : `${version.tag}@${carried}` });
  } else if (tag !== void 0 && tag.text !== "") {
    return { refused: "a tag stands beside the digest, and would tell a version that does not run: pin `tag@digest`" };
  }
  if (separate && version.digest !== void 0) texts.push({ scalar: digest, value: version.digest });
  return texts;
}
function spellImage(text, version) {
  const { prefix, reference } = imagePart(text);
  return prefix + joinImage({ name: splitImage(reference).name, ...version });
}
function imagePart(text) {
  const sign = text.indexOf("=");
  return { prefix: text.slice(0, sign + 1), reference: text.slice(sign + 1) };
}
function splitTag(text) {
  if (text === void 0 || text === "") return {};
  const at = text.indexOf("@");
  return at < 0 ? { tag: text } : { tag: text.slice(0, at), digest: text.slice(at + 1) };
}

export {
  pins,
  showVersion,
  versionOf,
  spellVersion,
  formOf
};
