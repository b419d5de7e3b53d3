import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  imageKey,
  parseReference
} from "./chunk-NTJZ2C6H.js";
import {
  clip,
  oneLine
} from "./chunk-RJ5VNCEM.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/bump-image/group-name.ts
import { createHash } from "node:crypto";
var maxLength = 120;
var maxPart = 45;
function groupName(requests) {
  const { environments = [], applications = [], files = [], targets = [] } = requests[0]?.scope ?? {};
  const places = sorted([...environments, ...applications, ...files, ...targets.map(({ file }) => file)]);
  const images = sorted(requests.map(({ image }) => wholeName(image)));
  const where = readable(places.join("+"));
  const more = images.length > 1 ? `-and-${images.length - 1}-more` : "";
  const what = `${readable(images[0] ?? "images")}${more}`;
  const isWhole = places.length === environments.length && where === places.join("+") && images.length === 1 && isPlain(images[0]);
  if (isWhole) return `${where}/${what}`;
  const fields = targets.map(({ file, object, field }) => [file, object, field]);
  const whole = [sorted(environments), sorted(applications), sorted(files), fields.sort(), images];
  const hash = createHash("sha256").update(JSON.stringify(whole)).digest("hex").slice(0, 8);
  return `${where}/${what}-${hash}`;
}
var sorted = (names) => [...new Set(names)].sort();
function wholeName(image) {
  const registry = parseReference(image)?.registry;
  return registry !== "docker.io" || /^(index\.)?docker\.io\//i.test(image) ? imageKey(image) : image;
}
var isPlain = (image = "") => image.length <= maxPart && /^([a-z0-9._]+\.[a-z0-9._]+\/[a-z0-9._-]+\/)?[a-z][a-z0-9._]*(?<!\.lock)$/.test(image);
function readable(text) {
  return text.replaceAll(/[^\w.+-]+/g, "-").replaceAll(/\.{2,}/g, ".").slice(0, maxPart).replace(/^[.-]+/, "").replace(/\.lock$/, "-lock").replace(/\.+$/, "") || "x";
}
function checkGroup(group) {
  const isLegal = group.split("/").every((part) => part !== "" && !/^\.|\.lock$/.test(part)) && !/[\p{Cc}\s~^:?*[\\]|\.\.|@\{|\.$/u.test(group);
  if (isLegal && group.length <= maxLength) return;
  throw new UserError(
    `"${oneLine(clip(group, maxLength))}" cannot be the name of a group: it ends the name of a branch.`,
    {
      where: "input `group`",
      next: `use letters, digits, "-", "_", "." and "/", at most ${maxLength}, for instance release/api`
    }
  );
}

export {
  groupName,
  checkGroup
};
