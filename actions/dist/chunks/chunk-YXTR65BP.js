import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  clip,
  oneLine
} from "./chunk-RJ5VNCEM.js";

// actions/lib/text/markdown-escape.ts
var entities = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "|": "&#124;",
  "\\": "&#92;"
};
var zeroWidthSpace = "\u200B";
var cellLimit = 1e3;
function escapeMarkdown(text, limit = cellLimit) {
  return clip(oneLine(text), limit).replace(/@(?=[\w-])|#(?=\d)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, (start) => start + zeroWidthSpace).replace(/[&<>|\\`*_[\]#~$!{}]/g, (character) => entities[character] ?? `\\${character}`);
}
function code(text, limit = cellLimit) {
  const value = clip(oneLine(text), limit);
  if (value.trim() === "") return "";
  if (value.includes("|") || value.includes("\\")) return escapeMarkdown(value, limit);
  const longest = Math.max(0, ...(value.match(/`+/g) ?? []).map((run) => run.length));
  const fence = "`".repeat(longest + 1);
  const padding = value.startsWith("`") || value.endsWith("`") ? " " : "";
  return `${fence}${padding}${value}${padding}${fence}`;
}
function row(cells) {
  return `| ${cells.join(" | ")} |`;
}
function tableHead(titles) {
  return `${row(titles)}
${row(titles.map(() => "---"))}`;
}

export {
  escapeMarkdown,
  code,
  row,
  tableHead
};
