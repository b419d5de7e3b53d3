import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  isDigest,
  isTag,
  parseReference,
  splitImage
} from "./chunk-NTJZ2C6H.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/bump-image/asked-image.ts
function askedImage(text, where) {
  const { name, ...version } = splitImage(text);
  return checkedImage(name, version, where);
}
function checkedImage(image, version, where) {
  const { tag, digest } = version;
  const parsed = parseReference(image);
  if (parsed === void 0 || parsed.name !== image) {
    throw new UserError(`"${image}" is no name of an image.`, { where, next: nameHint(image) });
  }
  if (tag !== void 0 && !isTag(tag)) {
    const next = 'letters, digits, "_", "." and "-", at most 128';
    throw new UserError(`"${tag}" is no tag.`, { where, next });
  }
  if (digest !== void 0 && !isDigest(digest)) {
    throw new UserError(`"${digest}" is no digest.`, { where, next: "give sha256: and 64 hexadecimal digits" });
  }
  return { image, version, ...tag !== void 0 && digest !== void 0 && { explicitDigest: true } };
}
function checkPromotion(from, environments, where) {
  if (from === void 0 || !environments.includes(from)) return;
  throw new UserError(`${from} is both where the version comes from and where it is to go.`, {
    ...where !== void 0 && { where },
    next: "name another environment in one of the two"
  });
}
function nameHint(image) {
  const example = "for instance ghcr.io/your-org/api:1.5.0";
  if (image === "") return `write the name before the version, ${example}`;
  const [, afterScheme] = /^[a-z][a-z0-9+.-]*:\/\/(.*)$/i.exec(image) ?? [];
  if (afterScheme !== void 0) {
    const rest = splitImage(afterScheme).name.toLowerCase();
    return parseReference(rest) === void 0 ? `write it without the scheme, ${example}` : `write it without the scheme: ${rest}`;
  }
  const lower = image.toLowerCase();
  if (lower !== image && parseReference(lower)?.name === lower) return `write it in lower case: ${lower}`;
  if (parseReference(image) !== void 0) return `give one tag only, ${example}`;
  return `write it in lower case, ${example}`;
}

export {
  askedImage,
  checkedImage,
  checkPromotion
};
