import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/text/words.ts
function count(number, noun, plural = `${noun}s`) {
  return `${number.toLocaleString("en-US")} ${number === 1 ? noun : plural}`;
}
function listed(items, limit = 5) {
  const shown = items.length > limit ? [...items.slice(0, limit - 1), `${items.length - limit + 1} more`] : [...items];
  const last = shown.pop() ?? "";
  return shown.length === 0 ? last : `${shown.join(", ")} and ${last}`;
}
function clip(text, limit) {
  if (text.length <= limit) return text;
  return `${text.slice(0, limit - 4).replace(/[\ud800-\udbff]$/, "")} ...`;
}
var unprintable = /[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;
function oneLine(text) {
  return text.toWellFormed().replace(/\s*[\r\n]+\s*/g, " ").replaceAll("	", " ").replace(unprintable, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`).replace(/(^|\s):(?=:[a-z].*::)/gi, "$1: ").replaceAll("##[", "## [");
}

export {
  count,
  listed,
  clip,
  oneLine
};
