import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  createRedactor,
  guardPolicy,
  isRefused,
  isRefusing,
  judgePlan,
  terraformOptions
} from "./chunk-JUBCABLV.js";
import {
  liesIn,
  matchesGlob
} from "./chunk-7TBRGYSM.js";
import {
  countedAs,
  countsInWords,
  ended,
  guardsToTell,
  joined,
  markOf,
  otherCounts,
  prose,
  readLockInfo,
  reportLines,
  rootPart,
  standingOf,
  summarySentence,
  worstFirst
} from "./chunk-W5DSIOOB.js";
import {
  groupBy
} from "./chunk-RELZMWQM.js";
import {
  readSettings,
  settingsFile
} from "./chunk-56RTUG4F.js";
import {
  shortRevision
} from "./chunk-AKB3YNBQ.js";
import {
  compareTrees,
  distFile,
  fingerprintOf
} from "./chunk-NFCCWYF2.js";
import {
  terraformRules
} from "./chunk-KNEUNJ7M.js";
import {
  secret,
  text
} from "./chunk-DH4ITXBW.js";
import {
  confinedPath
} from "./chunk-3WM4R74Q.js";
import {
  LineCounter,
  fieldLocations,
  isMap,
  isPair,
  isScalar,
  isSeq,
  parseDocument
} from "./chunk-RDPHONAS.js";
import {
  displayCommand,
  startError
} from "./chunk-XQ555Z5O.js";
import {
  matchesPattern
} from "./chunk-UNCBMZAL.js";
import {
  clip,
  count,
  listed,
  oneLine
} from "./chunk-RJ5VNCEM.js";
import {
  nearest
} from "./chunk-LFBZ2KVQ.js";
import {
  UserError,
  describeFailure,
  errorMessage
} from "./chunk-XKMBV7AT.js";

// actions/lib/terraform/hcl/json-blocks.ts
var plain = { labels: 0, blocks: {} };
var block = (labels, blocks = {}) => ({ labels, blocks });
var lifecycle = block(0, { precondition: plain, postcondition: plain, action_trigger: plain });
var provisioner = block(1, { connection: plain });
var dynamic = block(1, { content: plain });
var resource = block(2, { lifecycle, provisioner, connection: plain, dynamic });
var data = block(2, { lifecycle, dynamic });
var configurationBlocks = {
  terraform: block(0, {
    backend: block(1),
    cloud: block(0, { workspaces: plain }),
    required_providers: plain,
    provider_meta: block(1),
    encryption: block(0, {
      key_provider: block(2),
      method: block(2),
      state: block(0, { fallback: plain }),
      plan: block(0, { fallback: plain }),
      remote_state_data_sources: block(0, { default: plain, remote_state_data_source: block(1) })
    })
  }),
  provider: block(1, { dynamic }),
  variable: block(1, { validation: plain }),
  locals: plain,
  output: block(1, { precondition: plain }),
  module: block(1),
  resource,
  data,
  ephemeral: data,
  action: block(2, { config: plain }),
  check: block(1, { data, assert: plain }),
  moved: plain,
  import: plain,
  removed: block(0, { lifecycle: plain, provisioner, connection: plain })
};
var testBlocks = {
  test: plain,
  run: block(1, { variables: plain, module: plain, plan_options: plain, assert: plain }),
  variables: plain,
  provider: block(1, { dynamic }),
  mock_provider: block(1, {
    mock_resource: block(1),
    mock_data: block(1),
    override_resource: plain,
    override_data: plain
  }),
  override_resource: plain,
  override_data: plain,
  override_module: plain
};

// actions/lib/terraform/hcl/string-text.ts
var simpleEscapes = { n: "\n", r: "\r", t: "	", '"': '"', "\\": "\\" };
function literalText(raw, quoted) {
  let text2 = "";
  for (let index = 0; index < raw.length; ) {
    const character = raw.charAt(index);
    if (quoted && character === "\\") {
      const escaped = escapeAt(raw, index);
      if (escaped === void 0)
        return { problem: 'An escape in this string is not one of \\n, \\r, \\t, \\", \\\\, \\uNNNN.' };
      text2 += escaped.text;
      index += escaped.length;
    } else if (quoted && (character === '"' || character === "\n")) {
      return { problem: "A string in quotes ends on the line it starts on." };
    } else if (character === "$" || character === "%") {
      let run2 = index;
      while (raw.charAt(run2) === character) run2 += 1;
      const count2 = run2 - index;
      if (raw.charAt(run2) !== "{") {
        text2 += raw.slice(index, run2);
        index = run2;
      } else if (count2 === 1) {
        return {
          problem: `A template sequence stands where it cannot be read: move the text around ${character}{ apart.`
        };
      } else {
        text2 += `${character.repeat(count2 - 1)}{`;
        index = run2 + 1;
      }
    } else {
      text2 += character;
      index += 1;
    }
  }
  return { text: text2 };
}
function escapeAt(raw, index) {
  const letter = raw.charAt(index + 1);
  const simple = Object.hasOwn(simpleEscapes, letter) ? simpleEscapes[letter] : void 0;
  if (simple !== void 0) return { text: simple, length: 2 };
  const digits = letter === "u" ? 4 : letter === "U" ? 8 : 0;
  const hexadecimal = raw.slice(index + 2, index + 2 + digits);
  if (digits === 0 || !/^[0-9a-fA-F]+$/.test(hexadecimal) || hexadecimal.length !== digits) return void 0;
  const code = Number.parseInt(hexadecimal, 16);
  const isCharacter = code <= 1114111 && !(code >= 55296 && code <= 57343);
  return { text: isCharacter ? String.fromCodePoint(code) : "\uFFFD", length: 2 + digits };
}
function withoutIndentation(text2) {
  const lines = text2.split(/(?<=\n)/);
  const isBlank = (line) => line.trim() === "" && line.endsWith("\n");
  const indents = lines.filter((line) => line !== "" && !isBlank(line)).map((line) => line.length - line.trimStart().length);
  const shared = indents.length === 0 ? 0 : Math.min(...indents);
  return lines.map((line) => isBlank(line) ? line : line.slice(shared)).join("");
}

// actions/lib/terraform/hcl/templates.ts
var isTemplate = ({ type }) => type === "string_lit" || type === "quoted_template" || type === "heredoc_template";
function readTemplate(node, source) {
  const problems = [];
  const heredoc = node.type === "heredoc_template" ? heredocFrame(node, source) : void 0;
  if (heredoc?.problem !== void 0) problems.push({ message: heredoc.problem, start: node.start, end: node.end });
  const [start2, end] = heredoc === void 0 ? quotedFrame(node) : [heredoc.start, heredoc.end];
  const parts2 = [];
  const addLiteral = (from, to) => {
    if (from >= to) return;
    const raw = source.slice(from, to);
    const decoded = literalText(raw, heredoc === void 0);
    if ("problem" in decoded) problems.push({ message: decoded.problem, start: from, end: to });
    else parts2.push(decoded.text);
    const opensLine = from === start2 || source.charAt(from - 1) === "\n";
    if (heredoc !== void 0 && endsEarly(raw, heredoc.marker, opensLine))
      problems.push({
        message: "The marker of this heredoc stands on a line of its own before its end.",
        start: from,
        end: to
      });
  };
  const sequences = sequencesIn(node);
  let offset = start2;
  for (const sequence of sequences) {
    addLiteral(offset, sequence.start);
    if (/[$%]/.test(source.charAt(sequence.start - 1)) && source.charAt(sequence.start - 1) === source.charAt(sequence.start))
      problems.push({
        message: "More than one $ or % before a brace is an escape: write it apart.",
        start: sequence.start,
        end: sequence.end
      });
    if (sequence.type === "template_interpolation") parts2.push(sequence);
    offset = Math.max(offset, sequence.end);
  }
  addLiteral(offset, end);
  const [first, second] = parts2;
  const isPlain = second === void 0 && typeof first === "string";
  if (heredoc?.indented !== true) return { parts: parts2, problems };
  return isPlain ? { parts: [withoutIndentation(first)], problems } : { parts: parts2, problems, keepsIndentation: true };
}
function sequencesIn(node) {
  return node.children.flatMap((child) => {
    if (child.type === "template_interpolation" || tags.has(child.type)) return [child];
    return directives.has(child.type) ? sequencesIn(child) : [];
  });
}
var tags = /* @__PURE__ */ new Set([
  "template_for_start",
  "template_for_end",
  "template_if_intro",
  "template_else_intro",
  "template_if_end"
]);
var directives = /* @__PURE__ */ new Set(["template_directive", "template_for", "template_if"]);
function quotedFrame(node) {
  const open = node.children.find(({ type }) => type === "quoted_template_start");
  const close = node.children.findLast(({ type }) => type === "quoted_template_end");
  return [open?.end ?? node.start, close?.missing === false ? close.start : node.end];
}
function heredocFrame(node, source) {
  const names2 = node.children.filter(({ type }) => type === "heredoc_identifier");
  const [open, close] = [names2[0], names2[1]];
  const indented = source.startsWith("<<-", node.start);
  const marker2 = open === void 0 ? "" : source.slice(open.start, open.end);
  const newline = source.indexOf("\n", open?.end ?? node.start);
  if (open === void 0 || close === void 0 || close.missing || newline < 0 || newline >= close.start)
    return { start: node.end, end: node.end, marker: marker2, indented, problem: "This heredoc has no end." };
  const lineStart = source.lastIndexOf("\n", close.start) + 1;
  const lineEnd2 = source.indexOf("\n", close.end);
  const closing = source.slice(lineStart, lineEnd2 < 0 ? void 0 : lineEnd2);
  const isExact = /^\r?$/.test(source.slice(open.end, newline)) && /^[ \t]*$/.test(source.slice(lineStart, close.start)) && lineEnd2 >= 0 && closing.replace(/[ \t\r]+$/, "").replace(/^[ \t]+/, "") === marker2;
  const problem = isExact ? void 0 : "The markers of this heredoc must stand alone: the first at the end of its line, the last on a line of its own.";
  return { start: newline + 1, end: lineStart, marker: marker2, indented, ...problem === void 0 ? {} : { problem } };
}
function endsEarly(raw, marker2, opensLine) {
  const lines = raw.split("\n").slice(0, -1);
  return (opensLine ? lines : lines.slice(1)).some((line) => line.trim() === marker2);
}

// actions/lib/terraform/hcl/audit.ts
var maxProblems = 20;
function audit(node, reading, opener) {
  const { source, locate: locate2, problems } = reading;
  if (problems.length >= maxProblems) return;
  const unclosed = node.missing ? isCloser(node) ? opener : void 0 : unclosedIn(node, source);
  if (unclosed !== void 0) {
    const at = locate2(unclosed.start, unclosed.end);
    problems.push({ message: unclosedWords(unclosed, at.line ?? 1, source), at });
    return;
  }
  const own = ownProblem(node, source);
  if (own !== void 0) {
    problems.push({ message: own, at: locate2(node.start, node.end) });
    return;
  }
  const inside = isTemplate(node) ? readTemplate(node, source).problems : lineProblems(node, source);
  for (const { message, start: start2, end } of inside.slice(0, maxProblems))
    problems.push({ message, at: locate2(start2, end) });
  let before = opener;
  for (const child of node.children) {
    audit(child, reading, before);
    if (isOpener(child, source)) before = child;
  }
}
var isOpener = ({ start: start2, end }, source) => end === start2 + 1 && "{[(".includes(source[start2] ?? " ");
var isCloser = ({ type }) => type === "}" || type === "]" || type === ")";
function unclosedIn(node, source) {
  if (node.type !== "ERROR" || source.slice(node.end).trim() !== "") return void 0;
  const open = [];
  for (const child of node.children) {
    if (isOpener(child, source)) open.push(child);
    else if (child.end === child.start + 1 && "}])".includes(source[child.start] ?? " ")) open.pop();
  }
  return open.at(-1);
}
function unclosedWords({ type, start: start2 }, line, source) {
  if (type === "block_start") return `The block opened at line ${line} is not closed: its \u201C}\u201D is missing.`;
  return `The \u201C${source[start2]}\u201D at line ${line} is not closed.`;
}
function ownProblem(node, source) {
  if (node.missing) return `${missingWords[node.type] ?? `\u201C${node.type}\u201D`} is missing here.`;
  if (node.type !== "ERROR") return void 0;
  const from = source.slice(node.start, node.end).trim().split("\n")[0]?.slice(0, 60);
  return `${from ? `\u201C${from}\u201D makes no sense here` : "Something is missing here"}: correct the syntax.`;
}
var missingWords = {
  quoted_template_end: "A closing quote",
  heredoc_identifier: "The marker that ends the heredoc",
  template_interpolation_end: "The brace that ends the interpolation",
  identifier: "A name"
};
function lineProblems(node, source) {
  switch (node.type) {
    case "config_file":
    case "body":
      return closeTogether(node, source, "\n", "Each argument and each block starts on a line of its own.");
    case "object":
      return closeTogether(node, source, "\n,", "A comma or a new line is missing before this.");
    case "block": {
      const start2 = node.children.findIndex(({ type }) => type === "block_start");
      const header = node.children.slice(0, start2 < 0 ? void 0 : start2 + 1);
      const broken = gapsBefore(header, source, isHeaderPiece).find(({ gap }) => gap.includes("\n"))?.item;
      if (broken === void 0) return [];
      return [{ message: "The first line of a block ends with its brace.", start: broken.start, end: broken.end }];
    }
    default:
      return [];
  }
}
var isItem = ({ type }) => type === "attribute" || type === "block" || type === "object_elem";
var isHeaderPiece = ({ type }) => type !== "comment";
function closeTogether({ children }, source, separators, message) {
  return gapsBefore(children, source, isItem).flatMap(
    ({ gap, item: { start: start2, end } }) => [...separators].some((separator) => gap.includes(separator)) ? [] : [{ message, start: start2, end }]
  );
}
function gapsBefore(children, source, isPiece) {
  const found = [];
  let gap;
  let offset = 0;
  for (const child of children) {
    if (!isPiece(child) && (child.type !== "comment" || gap === void 0)) continue;
    if (gap !== void 0) gap += source.slice(offset, child.start);
    offset = child.end;
    if (!isPiece(child)) continue;
    if (gap !== void 0) found.push({ item: child, gap });
    gap = "";
  }
  return found;
}

// actions/lib/terraform/hcl/references.ts
function gatherUses(node, source, locate2) {
  const references = /* @__PURE__ */ new Set();
  const callSites = [];
  const text2 = (piece) => source.slice(piece.start, piece.end);
  const visit = (parent, bound) => {
    const children = named(parent);
    for (const [index, child] of children.entries()) {
      if (child.type === "variable_expr") {
        if (!bound.has(text2(child))) references.add(text2(child) + stepsAfter(children, index, text2));
      } else if (child.type === "function_call") {
        callSites.push(callOf(child, source, locate2));
        visit(child, bound);
      } else if (scopes.has(child.type)) {
        visitScope(child, bound);
      } else if (child.type === "object_elem") {
        for (const side of named(child)) if (side !== named(child)[0] || !isBareKey(side)) visit(side, bound);
      } else {
        visit(child, bound);
      }
    }
  };
  const visitScope = (scope, bound) => {
    const intro = named(scope).find(({ type }) => type === "for_intro" || type === "template_for_start");
    const names2 = intro === void 0 ? [] : named(intro).filter(({ type }) => type === "identifier");
    const inner = /* @__PURE__ */ new Set([...bound, ...names2.map(text2)]);
    for (const child of named(scope)) visitAs(child, child === intro ? bound : inner);
  };
  const visitAs = (child, bound) => visit({ ...child, children: [child], type: "expression" }, bound);
  visitAs(node, /* @__PURE__ */ new Set());
  return { references: [...references], calls: [...new Set(callSites.map(({ name: name2 }) => name2))], callSites };
}
var scopes = /* @__PURE__ */ new Set(["for_tuple_expr", "for_object_expr", "template_for"]);
function stepsAfter(children, index, text2) {
  let steps = "";
  for (const step of children.slice(index + 1)) {
    if (step.type !== "get_attr" && step.type !== "index" && step.type !== "splat") break;
    steps += stepText(step, text2);
  }
  return steps;
}
function stepText(step, text2) {
  const inside = named(step);
  switch (step.type) {
    case "get_attr":
      return `.${inside.map(text2).join("")}`;
    case "index":
    case "splat":
      return inside.map((part) => stepText(part, text2)).join("");
    case "legacy_index":
      return `[${text2(step).replace(/^\.\s*/, "")}]`;
    case "new_index": {
      const [key] = inside;
      return key !== void 0 && isPlainKey(key) ? `[${text2(key)}]` : "[*]";
    }
    default:
      return `[*]${inside.map((part) => stepText(part, text2)).join("")}`;
  }
}
function isPlainKey(expression) {
  const [only, second] = named(expression);
  if (only?.type !== "literal_value" || second !== void 0) return false;
  return /^(numeric|string)_lit$/.test(named(only)[0]?.type ?? "");
}
function callOf(node, source, locate2) {
  const [nameNode, argumentsNode] = named(node);
  const name2 = nameNode === void 0 ? "" : source.slice(nameNode.start, nameNode.end);
  const first = argumentsNode === void 0 ? void 0 : named(argumentsNode)[0];
  const argument = first === void 0 ? void 0 : partsOf(first, source);
  return { name: name2, ...argument === void 0 ? {} : { argument }, at: locate2(node.start, node.end) };
}
function partsOf(expression, source) {
  const whole = [{ text: source.slice(expression.start, expression.end) }];
  let inner = expression;
  for (let only = named(inner); only.length === 1; only = named(inner)) {
    inner = only[0];
    if (!isTemplate(inner)) continue;
    if (inner.children.some(({ type }) => type === "template_directive")) return whole;
    return readTemplate(inner, source).parts.map(
      (part) => typeof part === "string" ? part : { text: sequenceText(part, source) }
    );
  }
  return whole;
}
function sequenceText(sequence, source) {
  const expression = named(sequence).find(({ type }) => type === "expression");
  return expression === void 0 ? "" : source.slice(expression.start, expression.end);
}

// actions/lib/terraform/hcl/native-values.ts
var named = (node) => node.children.filter((child) => child.named && child.type !== "comment");
function readValue(node, reading) {
  const [only, second] = named(node);
  if (only === void 0 || second !== void 0) return expressionOf(node, reading);
  switch (only.type) {
    case "expression":
      return readValue(only, reading);
    case "literal_value":
      return literalOf(only, reading);
    case "template_expr":
      return templateOf(only, reading);
    case "collection_value":
      return collectionOf(only, reading);
    case "operation":
      return negativeOf(only, reading) ?? expressionOf(node, reading);
    default:
      return expressionOf(node, reading);
  }
}
function expressionOf(node, { source, locate: locate2 }) {
  const text2 = source.slice(node.start, node.end);
  return { type: "expression", text: text2, ...gatherUses(node, source, locate2), at: locate2(node.start, node.end) };
}
function literalOf(node, reading) {
  const at = reading.locate(node.start, node.end);
  const [child] = named(node);
  const text2 = reading.source.slice(node.start, node.end);
  switch (child?.type) {
    case "string_lit":
      return templateOf(node, reading);
    case "numeric_lit":
      return { type: "literal", value: Number(text2), at };
    case "bool_lit":
      return { type: "literal", value: text2 === "true", at };
    default:
      return { type: "literal", value: null, at };
  }
}
function templateOf(node, reading) {
  const template = named(node).find(isTemplate);
  if (template === void 0 || hasDirective(template)) return expressionOf(node, reading);
  const at = reading.locate(node.start, node.end);
  const { parts: parts2, keepsIndentation } = readTemplate(template, reading.source);
  const [first, second] = parts2;
  if (second === void 0 && first !== void 0 && typeof first !== "string" && template.type !== "heredoc_template") {
    const value = interpolated(first, reading);
    return value === void 0 ? expressionOf(node, reading) : { ...value, at };
  }
  if (keepsIndentation === true) return expressionOf(node, reading);
  const texts = parts2.map((part) => typeof part === "string" ? part : stringOf(interpolated(part, reading)));
  if (texts.includes(void 0)) return expressionOf(node, reading);
  return { type: "literal", value: texts.join("").normalize("NFC"), at };
}
var hasDirective = (node) => node.children.some(({ type }) => type === "template_directive");
function interpolated(node, reading) {
  const inside = named(node);
  const expression = inside.find(({ type }) => type === "expression");
  if (expression === void 0 || inside.some(({ type }) => type === "strip_marker")) return void 0;
  const value = readValue(expression, reading);
  return value.type === "literal" ? value : void 0;
}
var stringOf = (value) => value?.type === "literal" && (typeof value.value === "string" || typeof value.value === "boolean") ? String(value.value) : void 0;
function negativeOf(node, reading) {
  const [unary] = named(node);
  if (unary?.type !== "unary_operation" || !reading.source.startsWith("-", unary.start)) return void 0;
  const [operand, second] = named(unary);
  if (operand?.type !== "literal_value" || second !== void 0) return void 0;
  const value = literalOf(operand, reading);
  if (value.type !== "literal" || typeof value.value !== "number") return void 0;
  return { ...value, value: -value.value, at: reading.locate(node.start, node.end) };
}
function collectionOf(node, reading) {
  const [collection] = named(node);
  const at = reading.locate(node.start, node.end);
  const children = collection === void 0 ? [] : named(collection);
  if (collection?.type === "tuple") {
    const items = children.filter(({ type }) => type === "expression");
    return { type: "list", items: items.map((item) => readValue(item, reading)), at };
  }
  const elements = children.filter(({ type }) => type === "object_elem");
  return { type: "object", entries: elements.flatMap((element) => entryOf(element, reading)), at };
}
function entryOf(node, reading) {
  const [keyNode, valueNode] = named(node).filter(({ type }) => type === "expression");
  if (keyNode === void 0 || valueNode === void 0) return [];
  const at = reading.locate(keyNode.start, keyNode.end);
  const value = readValue(valueNode, reading);
  if (isBareKey(keyNode)) return [{ key: reading.source.slice(keyNode.start, keyNode.end), value, at }];
  const key = readValue(keyNode, reading);
  if (key.type === "literal" && key.value !== null) return [{ key: String(key.value), value, at }];
  return [{ key: void 0, computedKey: key, value, at }];
}
function isBareKey(key) {
  const [only, second] = key.children.filter(({ type }) => type !== "comment");
  if (only === void 0 || second !== void 0) return false;
  if (only.type === "variable_expr") return true;
  return only.type === "literal_value" && /^(bool|null)_lit$/.test(named(only)[0]?.type ?? "");
}

// actions/lib/terraform/hcl/places.ts
function locateIn(text2, file) {
  const starts = [0];
  for (let end = text2.indexOf("\n"); end >= 0; end = text2.indexOf("\n", end + 1)) starts.push(end + 1);
  const place2 = (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return (start2, end) => {
    const [from, to] = [place2(start2), place2(end)];
    return { file, line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
  };
}

// actions/lib/terraform/hcl/syntax-tree.ts
import { readFile } from "node:fs/promises";

// node_modules/web-tree-sitter/web-tree-sitter.js
var __defProp = Object.defineProperty;
var __name = (target, value) => __defProp(target, "name", { value, configurable: true });
var Edit = class {
  static {
    __name(this, "Edit");
  }
  /** The start position of the change. */
  startPosition;
  /** The end position of the change before the edit. */
  oldEndPosition;
  /** The end position of the change after the edit. */
  newEndPosition;
  /** The start index of the change. */
  startIndex;
  /** The end index of the change before the edit. */
  oldEndIndex;
  /** The end index of the change after the edit. */
  newEndIndex;
  constructor({
    startIndex,
    oldEndIndex,
    newEndIndex,
    startPosition,
    oldEndPosition,
    newEndPosition
  }) {
    this.startIndex = startIndex >>> 0;
    this.oldEndIndex = oldEndIndex >>> 0;
    this.newEndIndex = newEndIndex >>> 0;
    this.startPosition = startPosition;
    this.oldEndPosition = oldEndPosition;
    this.newEndPosition = newEndPosition;
  }
  /**
   * Edit a point and index to keep it in-sync with source code that has been edited.
   *
   * This function updates a single point's byte offset and row/column position
   * based on an edit operation. This is useful for editing points without
   * requiring a tree or node instance.
   */
  editPoint(point, index) {
    let newIndex = index;
    const newPoint = { ...point };
    if (index >= this.oldEndIndex) {
      newIndex = this.newEndIndex + (index - this.oldEndIndex);
      const originalRow = point.row;
      newPoint.row = this.newEndPosition.row + (point.row - this.oldEndPosition.row);
      newPoint.column = originalRow === this.oldEndPosition.row ? this.newEndPosition.column + (point.column - this.oldEndPosition.column) : point.column;
    } else if (index > this.startIndex) {
      newIndex = this.newEndIndex;
      newPoint.row = this.newEndPosition.row;
      newPoint.column = this.newEndPosition.column;
    }
    return { point: newPoint, index: newIndex };
  }
  /**
   * Edit a range to keep it in-sync with source code that has been edited.
   *
   * This function updates a range's start and end positions based on an edit
   * operation. This is useful for editing ranges without requiring a tree
   * or node instance.
   */
  editRange(range) {
    const newRange = {
      startIndex: range.startIndex,
      startPosition: { ...range.startPosition },
      endIndex: range.endIndex,
      endPosition: { ...range.endPosition }
    };
    if (range.endIndex >= this.oldEndIndex) {
      if (range.endIndex !== Number.MAX_SAFE_INTEGER) {
        newRange.endIndex = this.newEndIndex + (range.endIndex - this.oldEndIndex);
        newRange.endPosition = {
          row: this.newEndPosition.row + (range.endPosition.row - this.oldEndPosition.row),
          column: range.endPosition.row === this.oldEndPosition.row ? this.newEndPosition.column + (range.endPosition.column - this.oldEndPosition.column) : range.endPosition.column
        };
        if (newRange.endIndex < this.newEndIndex) {
          newRange.endIndex = Number.MAX_SAFE_INTEGER;
          newRange.endPosition = { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
        }
      }
    } else if (range.endIndex > this.startIndex) {
      newRange.endIndex = this.startIndex;
      newRange.endPosition = { ...this.startPosition };
    }
    if (range.startIndex >= this.oldEndIndex) {
      newRange.startIndex = this.newEndIndex + (range.startIndex - this.oldEndIndex);
      newRange.startPosition = {
        row: this.newEndPosition.row + (range.startPosition.row - this.oldEndPosition.row),
        column: range.startPosition.row === this.oldEndPosition.row ? this.newEndPosition.column + (range.startPosition.column - this.oldEndPosition.column) : range.startPosition.column
      };
      if (newRange.startIndex < this.newEndIndex) {
        newRange.startIndex = Number.MAX_SAFE_INTEGER;
        newRange.startPosition = { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
      }
    } else if (range.startIndex > this.startIndex) {
      newRange.startIndex = this.startIndex;
      newRange.startPosition = { ...this.startPosition };
    }
    return newRange;
  }
};
var SIZE_OF_SHORT = 2;
var SIZE_OF_INT = 4;
var SIZE_OF_CURSOR = 4 * SIZE_OF_INT;
var SIZE_OF_NODE = 5 * SIZE_OF_INT;
var SIZE_OF_POINT = 2 * SIZE_OF_INT;
var SIZE_OF_RANGE = 2 * SIZE_OF_INT + 2 * SIZE_OF_POINT;
var ZERO_POINT = { row: 0, column: 0 };
var INTERNAL = /* @__PURE__ */ Symbol("INTERNAL");
function assertInternal(x) {
  if (x !== INTERNAL) throw new Error("Illegal constructor");
}
__name(assertInternal, "assertInternal");
function isPoint(point) {
  return !!point && typeof point.row === "number" && typeof point.column === "number";
}
__name(isPoint, "isPoint");
function setModule(module2) {
  C = module2;
}
__name(setModule, "setModule");
var C;
function newFinalizer(handler) {
  try {
    return new FinalizationRegistry(handler);
  } catch (e) {
    console.error("Unsupported FinalizationRegistry:", e);
    return;
  }
}
__name(newFinalizer, "newFinalizer");
var finalizer = newFinalizer((address) => {
  C._ts_lookahead_iterator_delete(address);
});
var LookaheadIterator = class {
  static {
    __name(this, "LookaheadIterator");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  language;
  /** @internal */
  positioned = false;
  /** @internal */
  constructor(internal, address, language) {
    assertInternal(internal);
    this[0] = address;
    this.language = language;
    finalizer?.register(this, address, this);
  }
  /**
   * Get the current symbol of the lookahead iterator.
   *
   * Returns `null` if the iterator is not positioned on a symbol:
   *
   * - Before the first iteration step
   * - After the iterator is exhausted
   * - After a {@link reset} or {@link resetState} call
   */
  get currentTypeId() {
    return this.positioned ? C._ts_lookahead_iterator_current_symbol(this[0]) : null;
  }
  /**
   * Get the current symbol name of the lookahead iterator.
   *
   * Returns `null` if the iterator is not positioned on a symbol.
   */
  get currentType() {
    const id = this.currentTypeId;
    if (id === null) return null;
    return this.language.types[id] ?? C.UTF8ToString(C._ts_language_symbol_name(this.language[0], id));
  }
  /** Delete the lookahead iterator, freeing its resources. */
  delete() {
    finalizer?.unregister(this);
    C._ts_lookahead_iterator_delete(this[0]);
    this[0] = 0;
  }
  /**
   * Reset the lookahead iterator.
   *
   * This returns `true` if the language was set successfully and `false`
   * otherwise.
   */
  reset(language, stateId) {
    if (C._ts_lookahead_iterator_reset(this[0], language[0], stateId)) {
      this.language = language;
      this.positioned = false;
      return true;
    }
    return false;
  }
  /**
   * Reset the lookahead iterator to another state.
   *
   * This returns `true` if the iterator was reset to the given state and
   * `false` otherwise.
   */
  resetState(stateId) {
    if (!C._ts_lookahead_iterator_reset_state(this[0], stateId)) return false;
    this.positioned = false;
    return true;
  }
  /**
   * Returns an iterator that iterates over the symbols of the lookahead iterator.
   *
   * The iterator will yield the current symbol name as a string for each step
   * until there are no more symbols to iterate over.
   */
  [Symbol.iterator]() {
    return {
      next: /* @__PURE__ */ __name(() => {
        this.positioned = Boolean(C._ts_lookahead_iterator_next(this[0]));
        const value = this.currentType;
        return value === null ? { done: true, value: "" } : { done: false, value };
      }, "next")
    };
  }
};
function getText(tree, startIndex, endIndex, startPosition) {
  const length = endIndex - startIndex;
  let result = tree.textCallback(startIndex, startPosition);
  if (result) {
    startIndex += result.length;
    while (startIndex < endIndex) {
      const string = tree.textCallback(startIndex, startPosition);
      if (string && string.length > 0) {
        startIndex += string.length;
        result += string;
      } else {
        break;
      }
    }
    if (startIndex > endIndex) {
      result = result.slice(0, length);
    }
  }
  return result ?? "";
}
__name(getText, "getText");
var finalizer2 = newFinalizer((address) => {
  C._ts_tree_delete(address);
});
var Tree = class _Tree {
  static {
    __name(this, "Tree");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  textCallback;
  /** The language that was used to parse the syntax tree. */
  language;
  /** @internal */
  constructor(internal, address, language, textCallback) {
    assertInternal(internal);
    this[0] = address;
    this.language = language;
    this.textCallback = textCallback;
    finalizer2?.register(this, address, this);
  }
  /** Create a shallow copy of the syntax tree. This is very fast. */
  copy() {
    const address = C._ts_tree_copy(this[0]);
    return new _Tree(INTERNAL, address, this.language, this.textCallback);
  }
  /** Delete the syntax tree, freeing its resources. */
  delete() {
    finalizer2?.unregister(this);
    C._ts_tree_delete(this[0]);
    this[0] = 0;
  }
  /** Get the root node of the syntax tree. */
  get rootNode() {
    C._ts_tree_root_node_wasm(this[0]);
    return unmarshalNode(this);
  }
  /**
   * Get the root node of the syntax tree, but with its position shifted
   * forward by the given offset.
   */
  rootNodeWithOffset(offsetBytes, offsetExtent) {
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, offsetBytes, "i32");
    marshalPoint(address + SIZE_OF_INT, offsetExtent);
    C._ts_tree_root_node_with_offset_wasm(this[0]);
    return unmarshalNode(this);
  }
  /**
   * Edit the syntax tree to keep it in sync with source code that has been
   * edited.
   *
   * You must describe the edit both in terms of byte offsets and in terms of
   * row/column coordinates.
   */
  edit(edit) {
    marshalEdit(edit);
    C._ts_tree_edit_wasm(this[0]);
  }
  /** Create a new {@link TreeCursor} starting from the root of the tree. */
  walk() {
    return this.rootNode.walk();
  }
  /**
   * Compare this old edited syntax tree to a new syntax tree representing
   * the same document, returning a sequence of ranges whose syntactic
   * structure has changed.
   *
   * For this to work correctly, this syntax tree must have been edited such
   * that its ranges match up to the new tree. Generally, you'll want to
   * call this method right after calling one of the [`Parser::parse`]
   * functions. Call it on the old tree that was passed to parse, and
   * pass the new tree that was returned from `parse`.
   */
  getChangedRanges(other) {
    if (!(other instanceof _Tree)) {
      throw new TypeError("Argument must be a Tree");
    }
    C._ts_tree_get_changed_ranges_wasm(this[0], other[0]);
    const count2 = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count2);
    if (count2 > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count2; i2++) {
        result[i2] = unmarshalRange(address);
        address += SIZE_OF_RANGE;
      }
      C._free(buffer);
    }
    return result;
  }
  /** Get the included ranges that were used to parse the syntax tree. */
  getIncludedRanges() {
    C._ts_tree_included_ranges_wasm(this[0]);
    const count2 = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count2);
    if (count2 > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count2; i2++) {
        result[i2] = unmarshalRange(address);
        address += SIZE_OF_RANGE;
      }
      C._free(buffer);
    }
    return result;
  }
};
var finalizer3 = newFinalizer((address) => {
  C._ts_tree_cursor_delete_wasm(address);
});
var TreeCursor = class _TreeCursor {
  static {
    __name(this, "TreeCursor");
  }
  /** @internal */
  // @ts-expect-error: never read
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  // @ts-expect-error: never read
  [1] = 0;
  // Internal handle for Wasm
  /** @internal */
  // @ts-expect-error: never read
  [2] = 0;
  // Internal handle for Wasm
  /** @internal */
  // @ts-expect-error: never read
  [3] = 0;
  // Internal handle for Wasm
  /** @internal */
  tree;
  /** @internal */
  constructor(internal, tree) {
    assertInternal(internal);
    this.tree = tree;
    unmarshalTreeCursor(this);
    finalizer3?.register(this, this.tree[0], this);
  }
  /** Creates a deep copy of the tree cursor. This allocates new memory. */
  copy() {
    const copy = new _TreeCursor(INTERNAL, this.tree);
    C._ts_tree_cursor_copy_wasm(this.tree[0]);
    unmarshalTreeCursor(copy);
    return copy;
  }
  /** Delete the tree cursor, freeing its resources. */
  delete() {
    finalizer3?.unregister(this);
    marshalTreeCursor(this);
    C._ts_tree_cursor_delete_wasm(this.tree[0]);
    this[0] = this[1] = this[2] = 0;
  }
  /** Get the tree cursor's current {@link Node}. */
  get currentNode() {
    marshalTreeCursor(this);
    C._ts_tree_cursor_current_node_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get the numerical field id of this tree cursor's current node.
   *
   * See also {@link TreeCursor#currentFieldName}.
   */
  get currentFieldId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_field_id_wasm(this.tree[0]);
  }
  /** Get the field name of this tree cursor's current node. */
  get currentFieldName() {
    return this.tree.language.fields[this.currentFieldId];
  }
  /**
   * Get the depth of the cursor's current node relative to the original
   * node that the cursor was constructed with.
   */
  get currentDepth() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_depth_wasm(this.tree[0]);
  }
  /**
   * Get the index of the cursor's current node out of all of the
   * descendants of the original node that the cursor was constructed with.
   */
  get currentDescendantIndex() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_descendant_index_wasm(this.tree[0]);
  }
  /** Get the type of the cursor's current node. */
  get nodeType() {
    return this.tree.language.types[this.nodeTypeId] || "ERROR";
  }
  /** Get the type id of the cursor's current node. */
  get nodeTypeId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_type_id_wasm(this.tree[0]);
  }
  /** Get the state id of the cursor's current node. */
  get nodeStateId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_state_id_wasm(this.tree[0]);
  }
  /** Get the id of the cursor's current node. */
  get nodeId() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_id_wasm(this.tree[0]);
  }
  /**
   * Check if the cursor's current node is *named*.
   *
   * Named nodes correspond to named rules in the grammar, whereas
   * *anonymous* nodes correspond to string literals in the grammar.
   */
  get nodeIsNamed() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_is_named_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if the cursor's current node is *missing*.
   *
   * Missing nodes are inserted by the parser in order to recover from
   * certain kinds of syntax errors.
   */
  get nodeIsMissing() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_current_node_is_missing_wasm(this.tree[0]) === 1;
  }
  /** Get the string content of the cursor's current node. */
  get nodeText() {
    marshalTreeCursor(this);
    const startIndex = C._ts_tree_cursor_start_index_wasm(this.tree[0]);
    const endIndex = C._ts_tree_cursor_end_index_wasm(this.tree[0]);
    C._ts_tree_cursor_start_position_wasm(this.tree[0]);
    const startPosition = unmarshalPoint(TRANSFER_BUFFER);
    return getText(this.tree, startIndex, endIndex, startPosition);
  }
  /** Get the start position of the cursor's current node. */
  get startPosition() {
    marshalTreeCursor(this);
    C._ts_tree_cursor_start_position_wasm(this.tree[0]);
    return unmarshalPoint(TRANSFER_BUFFER);
  }
  /** Get the end position of the cursor's current node. */
  get endPosition() {
    marshalTreeCursor(this);
    C._ts_tree_cursor_end_position_wasm(this.tree[0]);
    return unmarshalPoint(TRANSFER_BUFFER);
  }
  /** Get the start index of the cursor's current node. */
  get startIndex() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_start_index_wasm(this.tree[0]);
  }
  /** Get the end index of the cursor's current node. */
  get endIndex() {
    marshalTreeCursor(this);
    return C._ts_tree_cursor_end_index_wasm(this.tree[0]);
  }
  /**
   * Move this cursor to the first child of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there were no children.
   */
  gotoFirstChild() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_first_child_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the last child of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there were no children.
   *
   * Note that this function may be slower than
   * {@link TreeCursor#gotoFirstChild} because it needs to
   * iterate through all the children to compute the child's position.
   */
  gotoLastChild() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_last_child_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the parent of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there was no parent node (the cursor was already on the
   * root node).
   *
   * Note that the node the cursor was constructed with is considered the root
   * of the cursor, and the cursor cannot walk outside this node.
   */
  gotoParent() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_parent_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the next sibling of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there was no next sibling node.
   *
   * Note that the node the cursor was constructed with is considered the root
   * of the cursor, and the cursor cannot walk outside this node.
   */
  gotoNextSibling() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_next_sibling_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the previous sibling of its current node.
   *
   * This returns `true` if the cursor successfully moved, and returns
   * `false` if there was no previous sibling node.
   *
   * Note that this function may be slower than
   * {@link TreeCursor#gotoNextSibling} due to how node
   * positions are stored. In the worst case, this will need to iterate
   * through all the children up to the previous sibling node to recalculate
   * its position. Also note that the node the cursor was constructed with is
   * considered the root of the cursor, and the cursor cannot walk outside this node.
   */
  gotoPreviousSibling() {
    marshalTreeCursor(this);
    const result = C._ts_tree_cursor_goto_previous_sibling_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move the cursor to the node that is the nth descendant of
   * the original node that the cursor was constructed with, where
   * zero represents the original node itself.
   */
  gotoDescendant(goalDescendantIndex) {
    marshalTreeCursor(this);
    C._ts_tree_cursor_goto_descendant_wasm(this.tree[0], goalDescendantIndex);
    unmarshalTreeCursor(this);
  }
  /**
   * Move this cursor to the first child of its current node that contains or
   * starts after the given byte offset.
   *
   * This returns `true` if the cursor successfully moved to a child node, and returns
   * `false` if no such child was found.
   */
  gotoFirstChildForIndex(goalIndex) {
    marshalTreeCursor(this);
    C.setValue(TRANSFER_BUFFER + SIZE_OF_CURSOR, goalIndex, "i32");
    const result = C._ts_tree_cursor_goto_first_child_for_index_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Move this cursor to the first child of its current node that contains or
   * starts after the given byte offset.
   *
   * This returns the index of the child node if one was found, and returns
   * `null` if no such child was found.
   */
  gotoFirstChildForPosition(goalPosition) {
    marshalTreeCursor(this);
    marshalPoint(TRANSFER_BUFFER + SIZE_OF_CURSOR, goalPosition);
    const result = C._ts_tree_cursor_goto_first_child_for_position_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
    return result === 1;
  }
  /**
   * Re-initialize this tree cursor to start at the original node that the
   * cursor was constructed with.
   */
  reset(node) {
    marshalNode(node);
    marshalTreeCursor(this, TRANSFER_BUFFER + SIZE_OF_NODE);
    C._ts_tree_cursor_reset_wasm(this.tree[0]);
    unmarshalTreeCursor(this);
  }
  /**
   * Re-initialize a tree cursor to the same position as another cursor.
   *
   * Unlike {@link TreeCursor#reset}, this will not lose parent
   * information and allows reusing already created cursors.
   */
  resetTo(cursor) {
    marshalTreeCursor(this, TRANSFER_BUFFER);
    marshalTreeCursor(cursor, TRANSFER_BUFFER + SIZE_OF_CURSOR);
    C._ts_tree_cursor_reset_to_wasm(this.tree[0], cursor.tree[0]);
    unmarshalTreeCursor(this);
  }
};
var Node = class {
  static {
    __name(this, "Node");
  }
  /** @internal */
  // @ts-expect-error: never read
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  _children;
  /** @internal */
  _namedChildren;
  /** @internal */
  constructor(internal, {
    id,
    tree,
    startIndex,
    startPosition,
    other
  }) {
    assertInternal(internal);
    this[0] = other;
    this.id = id;
    this.tree = tree;
    this.startIndex = startIndex;
    this.startPosition = startPosition;
  }
  /**
   * The numeric id for this node that is unique.
   *
   * Within a given syntax tree, no two nodes have the same id. However:
   *
   * * If a new tree is created based on an older tree, and a node from the old tree is reused in
   *   the process, then that node will have the same id in both trees.
   *
   * * A node not marked as having changes does not guarantee it was reused.
   *
   * * If a node is marked as having changed in the old tree, it will not be reused.
   */
  id;
  /** The byte index where this node starts. */
  startIndex;
  /** The position where this node starts. */
  startPosition;
  /** The tree that this node belongs to. */
  tree;
  /** Get this node's type as a numerical id. */
  get typeId() {
    marshalNode(this);
    return C._ts_node_symbol_wasm(this.tree[0]);
  }
  /**
   * Get the node's type as a numerical id as it appears in the grammar,
   * ignoring aliases.
   */
  get grammarId() {
    marshalNode(this);
    return C._ts_node_grammar_symbol_wasm(this.tree[0]);
  }
  /** Get this node's type as a string. */
  get type() {
    return this.tree.language.types[this.typeId] || "ERROR";
  }
  /**
   * Get this node's symbol name as it appears in the grammar, ignoring
   * aliases as a string.
   */
  get grammarType() {
    return this.tree.language.types[this.grammarId] || "ERROR";
  }
  /**
   * Check if this node is *named*.
   *
   * Named nodes correspond to named rules in the grammar, whereas
   * *anonymous* nodes correspond to string literals in the grammar.
   */
  get isNamed() {
    marshalNode(this);
    return C._ts_node_is_named_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node is *extra*.
   *
   * Extra nodes represent things like comments, which are not required
   * by the grammar, but can appear anywhere.
   */
  get isExtra() {
    marshalNode(this);
    return C._ts_node_is_extra_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node represents a syntax error.
   *
   * Syntax errors represent parts of the code that could not be incorporated
   * into a valid syntax tree.
   */
  get isError() {
    marshalNode(this);
    return C._ts_node_is_error_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node is *missing*.
   *
   * Missing nodes are inserted by the parser in order to recover from
   * certain kinds of syntax errors.
   */
  get isMissing() {
    marshalNode(this);
    return C._ts_node_is_missing_wasm(this.tree[0]) === 1;
  }
  /** Check if this node has been edited. */
  get hasChanges() {
    marshalNode(this);
    return C._ts_node_has_changes_wasm(this.tree[0]) === 1;
  }
  /**
   * Check if this node represents a syntax error or contains any syntax
   * errors anywhere within it.
   */
  get hasError() {
    marshalNode(this);
    return C._ts_node_has_error_wasm(this.tree[0]) === 1;
  }
  /** Get the byte index where this node ends. */
  get endIndex() {
    marshalNode(this);
    return C._ts_node_end_index_wasm(this.tree[0]);
  }
  /** Get the position where this node ends. */
  get endPosition() {
    marshalNode(this);
    C._ts_node_end_point_wasm(this.tree[0]);
    return unmarshalPoint(TRANSFER_BUFFER);
  }
  /** Get the string content of this node. */
  get text() {
    return getText(this.tree, this.startIndex, this.endIndex, this.startPosition);
  }
  /** Get this node's parse state. */
  get parseState() {
    marshalNode(this);
    return C._ts_node_parse_state_wasm(this.tree[0]);
  }
  /** Get the parse state after this node. */
  get nextParseState() {
    marshalNode(this);
    return C._ts_node_next_parse_state_wasm(this.tree[0]);
  }
  /** Check if this node is equal to another node. */
  equals(other) {
    return this.tree === other.tree && this.id === other.id;
  }
  /**
   * Get the node's child at the given index, where zero represents the first child.
   *
   * This method is fairly fast, but its cost is technically log(n), so if
   * you might be iterating over a long list of children, you should use
   * {@link Node#children} instead.
   */
  child(index) {
    marshalNode(this);
    C._ts_node_child_wasm(this.tree[0], index);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's *named* child at the given index.
   *
   * See also {@link Node#isNamed}.
   * This method is fairly fast, but its cost is technically log(n), so if
   * you might be iterating over a long list of children, you should use
   * {@link Node#namedChildren} instead.
   */
  namedChild(index) {
    marshalNode(this);
    C._ts_node_named_child_wasm(this.tree[0], index);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's child with the given numerical field id.
   *
   * See also {@link Node#childForFieldName}. You can
   * convert a field name to an id using {@link Language#fieldIdForName}.
   */
  childForFieldId(fieldId) {
    marshalNode(this);
    C._ts_node_child_by_field_id_wasm(this.tree[0], fieldId);
    return unmarshalNode(this.tree);
  }
  /**
   * Get the first child with the given field name.
   *
   * If multiple children may have the same field name, access them using
   * {@link Node#childrenForFieldName}.
   */
  childForFieldName(fieldName) {
    const fieldId = this.tree.language.fields.indexOf(fieldName);
    if (fieldId !== -1) return this.childForFieldId(fieldId);
    return null;
  }
  /** Get the field name of this node's child at the given index. */
  fieldNameForChild(index) {
    marshalNode(this);
    const address = C._ts_node_field_name_for_child_wasm(this.tree[0], index);
    if (!address) return null;
    return C.AsciiToString(address);
  }
  /** Get the field name of this node's named child at the given index. */
  fieldNameForNamedChild(index) {
    marshalNode(this);
    const address = C._ts_node_field_name_for_named_child_wasm(this.tree[0], index);
    if (!address) return null;
    return C.AsciiToString(address);
  }
  /**
   * Get an array of this node's children with a given field name.
   *
   * See also {@link Node#children}.
   */
  childrenForFieldName(fieldName) {
    const fieldId = this.tree.language.fields.indexOf(fieldName);
    if (fieldId !== -1 && fieldId !== 0) return this.childrenForFieldId(fieldId);
    return [];
  }
  /**
    * Get an array of this node's children with a given field id.
    *
    * See also {@link Node#childrenForFieldName}.
    */
  childrenForFieldId(fieldId) {
    marshalNode(this);
    C._ts_node_children_by_field_id_wasm(this.tree[0], fieldId);
    const count2 = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count2);
    if (count2 > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count2; i2++) {
        result[i2] = unmarshalNode(this.tree, address);
        address += SIZE_OF_NODE;
      }
      C._free(buffer);
    }
    return result;
  }
  /** Get the node's first child that contains or starts after the given byte offset. */
  firstChildForIndex(index) {
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, index, "i32");
    C._ts_node_first_child_for_byte_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the node's first named child that contains or starts after the given byte offset. */
  firstNamedChildForIndex(index) {
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, index, "i32");
    C._ts_node_first_named_child_for_byte_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get this node's number of children. */
  get childCount() {
    marshalNode(this);
    return C._ts_node_child_count_wasm(this.tree[0]);
  }
  /**
   * Get this node's number of *named* children.
   *
   * See also {@link Node#isNamed}.
   */
  get namedChildCount() {
    marshalNode(this);
    return C._ts_node_named_child_count_wasm(this.tree[0]);
  }
  /** Get this node's first child. */
  get firstChild() {
    return this.child(0);
  }
  /**
   * Get this node's first named child.
   *
   * See also {@link Node#isNamed}.
   */
  get firstNamedChild() {
    return this.namedChild(0);
  }
  /** Get this node's last child. */
  get lastChild() {
    return this.child(this.childCount - 1);
  }
  /**
   * Get this node's last named child.
   *
   * See also {@link Node#isNamed}.
   */
  get lastNamedChild() {
    return this.namedChild(this.namedChildCount - 1);
  }
  /**
   * Iterate over this node's children.
   *
   * If you're walking the tree recursively, you may want to use the
   * {@link TreeCursor} APIs directly instead.
   */
  get children() {
    if (!this._children) {
      marshalNode(this);
      C._ts_node_children_wasm(this.tree[0]);
      const count2 = C.getValue(TRANSFER_BUFFER, "i32");
      const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
      this._children = new Array(count2);
      if (count2 > 0) {
        let address = buffer;
        for (let i2 = 0; i2 < count2; i2++) {
          this._children[i2] = unmarshalNode(this.tree, address);
          address += SIZE_OF_NODE;
        }
        C._free(buffer);
      }
    }
    return this._children;
  }
  /**
   * Iterate over this node's named children.
   *
   * See also {@link Node#children}.
   */
  get namedChildren() {
    if (!this._namedChildren) {
      marshalNode(this);
      C._ts_node_named_children_wasm(this.tree[0]);
      const count2 = C.getValue(TRANSFER_BUFFER, "i32");
      const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
      this._namedChildren = new Array(count2);
      if (count2 > 0) {
        let address = buffer;
        for (let i2 = 0; i2 < count2; i2++) {
          this._namedChildren[i2] = unmarshalNode(this.tree, address);
          address += SIZE_OF_NODE;
        }
        C._free(buffer);
      }
    }
    return this._namedChildren;
  }
  /**
   * Get the descendants of this node that are the given type, or in the given types array.
   *
   * The types array should contain node type strings, which can be retrieved from {@link Language#types}.
   *
   * Additionally, a `startPosition` and `endPosition` can be passed in to restrict the search to a byte range.
   */
  descendantsOfType(types2, startPosition = ZERO_POINT, endPosition = ZERO_POINT) {
    if (!Array.isArray(types2)) types2 = [types2];
    const symbols = [];
    const typesBySymbol = this.tree.language.types;
    for (const node_type of types2) {
      if (node_type == "ERROR") {
        symbols.push(65535);
      }
    }
    for (let i2 = 0, n = typesBySymbol.length; i2 < n; i2++) {
      if (types2.includes(typesBySymbol[i2])) {
        symbols.push(i2);
      }
    }
    const symbolsAddress = C._malloc(SIZE_OF_INT * symbols.length);
    for (let i2 = 0, n = symbols.length; i2 < n; i2++) {
      C.setValue(symbolsAddress + i2 * SIZE_OF_INT, symbols[i2], "i32");
    }
    marshalNode(this);
    C._ts_node_descendants_of_type_wasm(
      this.tree[0],
      symbolsAddress,
      symbols.length,
      startPosition.row,
      startPosition.column,
      endPosition.row,
      endPosition.column
    );
    const descendantCount = C.getValue(TRANSFER_BUFFER, "i32");
    const descendantAddress = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(descendantCount);
    if (descendantCount > 0) {
      let address = descendantAddress;
      for (let i2 = 0; i2 < descendantCount; i2++) {
        result[i2] = unmarshalNode(this.tree, address);
        address += SIZE_OF_NODE;
      }
    }
    C._free(descendantAddress);
    C._free(symbolsAddress);
    return result;
  }
  /** Get this node's next sibling. */
  get nextSibling() {
    marshalNode(this);
    C._ts_node_next_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get this node's previous sibling. */
  get previousSibling() {
    marshalNode(this);
    C._ts_node_prev_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's next *named* sibling.
   *
   * See also {@link Node#isNamed}.
   */
  get nextNamedSibling() {
    marshalNode(this);
    C._ts_node_next_named_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get this node's previous *named* sibling.
   *
   * See also {@link Node#isNamed}.
   */
  get previousNamedSibling() {
    marshalNode(this);
    C._ts_node_prev_named_sibling_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the node's number of descendants, including one for the node itself. */
  get descendantCount() {
    marshalNode(this);
    return C._ts_node_descendant_count_wasm(this.tree[0]);
  }
  /**
   * Get this node's immediate parent.
   * Prefer {@link Node#childWithDescendant} for iterating over this node's ancestors.
   */
  get parent() {
    marshalNode(this);
    C._ts_node_parent_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Get the node that contains `descendant`.
   *
   * Note that this can return `descendant` itself.
   */
  childWithDescendant(descendant) {
    marshalNode(this);
    marshalNode(descendant, 1);
    C._ts_node_child_with_descendant_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest node within this node that spans the given byte range. */
  descendantForIndex(start2, end = start2) {
    if (typeof start2 !== "number" || typeof end !== "number") {
      throw new Error("Arguments must be numbers");
    }
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, start2, "i32");
    C.setValue(address + SIZE_OF_INT, end, "i32");
    C._ts_node_descendant_for_index_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest named node within this node that spans the given byte range. */
  namedDescendantForIndex(start2, end = start2) {
    if (typeof start2 !== "number" || typeof end !== "number") {
      throw new Error("Arguments must be numbers");
    }
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    C.setValue(address, start2, "i32");
    C.setValue(address + SIZE_OF_INT, end, "i32");
    C._ts_node_named_descendant_for_index_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest node within this node that spans the given point range. */
  descendantForPosition(start2, end = start2) {
    if (!isPoint(start2) || !isPoint(end)) {
      throw new Error("Arguments must be {row, column} objects");
    }
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    marshalPoint(address, start2);
    marshalPoint(address + SIZE_OF_POINT, end);
    C._ts_node_descendant_for_position_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /** Get the smallest named node within this node that spans the given point range. */
  namedDescendantForPosition(start2, end = start2) {
    if (!isPoint(start2) || !isPoint(end)) {
      throw new Error("Arguments must be {row, column} objects");
    }
    marshalNode(this);
    const address = TRANSFER_BUFFER + SIZE_OF_NODE;
    marshalPoint(address, start2);
    marshalPoint(address + SIZE_OF_POINT, end);
    C._ts_node_named_descendant_for_position_wasm(this.tree[0]);
    return unmarshalNode(this.tree);
  }
  /**
   * Create a new {@link TreeCursor} starting from this node.
   *
   * Note that the given node is considered the root of the cursor,
   * and the cursor cannot walk outside this node.
   */
  walk() {
    marshalNode(this);
    C._ts_tree_cursor_new_wasm(this.tree[0]);
    return new TreeCursor(INTERNAL, this.tree);
  }
  /**
   * Edit this node to keep it in-sync with source code that has been edited.
   *
   * This function is only rarely needed. When you edit a syntax tree with
   * the {@link Tree#edit} method, all of the nodes that you retrieve from
   * the tree afterward will already reflect the edit. You only need to
   * use {@link Node#edit} when you have a specific {@link Node} instance that
   * you want to keep and continue to use after an edit.
   */
  edit(edit) {
    if (this.startIndex >= edit.oldEndIndex) {
      this.startIndex = edit.newEndIndex + (this.startIndex - edit.oldEndIndex);
      let subbedPointRow;
      let subbedPointColumn;
      if (this.startPosition.row > edit.oldEndPosition.row) {
        subbedPointRow = this.startPosition.row - edit.oldEndPosition.row;
        subbedPointColumn = this.startPosition.column;
      } else {
        subbedPointRow = 0;
        subbedPointColumn = this.startPosition.column;
        if (this.startPosition.column >= edit.oldEndPosition.column) {
          subbedPointColumn = this.startPosition.column - edit.oldEndPosition.column;
        }
      }
      if (subbedPointRow > 0) {
        this.startPosition.row += subbedPointRow;
        this.startPosition.column = subbedPointColumn;
      } else {
        this.startPosition.column += subbedPointColumn;
      }
    } else if (this.startIndex > edit.startIndex) {
      this.startIndex = edit.newEndIndex;
      this.startPosition.row = edit.newEndPosition.row;
      this.startPosition.column = edit.newEndPosition.column;
    }
  }
  /** Get the S-expression representation of this node. */
  toString() {
    marshalNode(this);
    const address = C._ts_node_to_string_wasm(this.tree[0]);
    const result = C.AsciiToString(address);
    C._free(address);
    return result;
  }
};
function unmarshalCaptures(query, tree, address, patternIndex, result) {
  for (let i2 = 0, n = result.length; i2 < n; i2++) {
    const captureIndex = C.getValue(address, "i32");
    address += SIZE_OF_INT;
    const node = unmarshalNode(tree, address);
    address += SIZE_OF_NODE;
    result[i2] = { patternIndex, name: query.captureNames[captureIndex], node };
  }
  return address;
}
__name(unmarshalCaptures, "unmarshalCaptures");
function marshalNode(node, index = 0) {
  let address = TRANSFER_BUFFER + index * SIZE_OF_NODE;
  C.setValue(address, node.id, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, node.startIndex, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, node.startPosition.row, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, node.startPosition.column, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, node[0], "i32");
}
__name(marshalNode, "marshalNode");
function unmarshalNode(tree, address = TRANSFER_BUFFER) {
  const id = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  if (id === 0) return null;
  const index = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  const row = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  const column = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  const other = C.getValue(address, "i32");
  const result = new Node(INTERNAL, {
    id,
    tree,
    startIndex: index,
    startPosition: { row, column },
    other
  });
  return result;
}
__name(unmarshalNode, "unmarshalNode");
function marshalTreeCursor(cursor, address = TRANSFER_BUFFER) {
  C.setValue(address + 0 * SIZE_OF_INT, cursor[0], "i32");
  C.setValue(address + 1 * SIZE_OF_INT, cursor[1], "i32");
  C.setValue(address + 2 * SIZE_OF_INT, cursor[2], "i32");
  C.setValue(address + 3 * SIZE_OF_INT, cursor[3], "i32");
}
__name(marshalTreeCursor, "marshalTreeCursor");
function unmarshalTreeCursor(cursor) {
  cursor[0] = C.getValue(TRANSFER_BUFFER + 0 * SIZE_OF_INT, "i32");
  cursor[1] = C.getValue(TRANSFER_BUFFER + 1 * SIZE_OF_INT, "i32");
  cursor[2] = C.getValue(TRANSFER_BUFFER + 2 * SIZE_OF_INT, "i32");
  cursor[3] = C.getValue(TRANSFER_BUFFER + 3 * SIZE_OF_INT, "i32");
}
__name(unmarshalTreeCursor, "unmarshalTreeCursor");
function marshalPoint(address, point) {
  C.setValue(address, point.row, "i32");
  C.setValue(address + SIZE_OF_INT, point.column, "i32");
}
__name(marshalPoint, "marshalPoint");
function unmarshalPoint(address) {
  const result = {
    row: C.getValue(address, "i32") >>> 0,
    column: C.getValue(address + SIZE_OF_INT, "i32") >>> 0
  };
  return result;
}
__name(unmarshalPoint, "unmarshalPoint");
function marshalRange(address, range) {
  marshalPoint(address, range.startPosition);
  address += SIZE_OF_POINT;
  marshalPoint(address, range.endPosition);
  address += SIZE_OF_POINT;
  C.setValue(address, range.startIndex, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, range.endIndex, "i32");
  address += SIZE_OF_INT;
}
__name(marshalRange, "marshalRange");
function unmarshalRange(address) {
  const result = {};
  result.startPosition = unmarshalPoint(address);
  address += SIZE_OF_POINT;
  result.endPosition = unmarshalPoint(address);
  address += SIZE_OF_POINT;
  result.startIndex = C.getValue(address, "i32") >>> 0;
  address += SIZE_OF_INT;
  result.endIndex = C.getValue(address, "i32") >>> 0;
  return result;
}
__name(unmarshalRange, "unmarshalRange");
function marshalEdit(edit, address = TRANSFER_BUFFER) {
  marshalPoint(address, edit.startPosition);
  address += SIZE_OF_POINT;
  marshalPoint(address, edit.oldEndPosition);
  address += SIZE_OF_POINT;
  marshalPoint(address, edit.newEndPosition);
  address += SIZE_OF_POINT;
  C.setValue(address, edit.startIndex, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, edit.oldEndIndex, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, edit.newEndIndex, "i32");
  address += SIZE_OF_INT;
}
__name(marshalEdit, "marshalEdit");
function unmarshalLanguageMetadata(address) {
  const major_version = C.getValue(address, "i32");
  const minor_version = C.getValue(address += SIZE_OF_INT, "i32");
  const patch_version = C.getValue(address += SIZE_OF_INT, "i32");
  return { major_version, minor_version, patch_version };
}
__name(unmarshalLanguageMetadata, "unmarshalLanguageMetadata");
var LANGUAGE_FUNCTION_REGEX = /^tree_sitter_\w+$/;
var Language = class _Language {
  static {
    __name(this, "Language");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /**
   * A list of all node types in the language. The index of each type in this
   * array is its node type id.
   */
  types;
  /**
   * A list of all field names in the language. The index of each field name in
   * this array is its field id.
   */
  fields;
  /** @internal */
  constructor(internal, address) {
    assertInternal(internal);
    this[0] = address;
    this.types = new Array(C._ts_language_symbol_count(this[0]));
    for (let i2 = 0, n = this.types.length; i2 < n; i2++) {
      if (C._ts_language_symbol_type(this[0], i2) < 2) {
        this.types[i2] = C.UTF8ToString(C._ts_language_symbol_name(this[0], i2));
      }
    }
    this.fields = new Array(C._ts_language_field_count(this[0]) + 1);
    for (let i2 = 0, n = this.fields.length; i2 < n; i2++) {
      const fieldName = C._ts_language_field_name_for_id(this[0], i2);
      if (fieldName !== 0) {
        this.fields[i2] = C.UTF8ToString(fieldName);
      } else {
        this.fields[i2] = null;
      }
    }
  }
  /**
   * Gets the name of the language.
   */
  get name() {
    const ptr = C._ts_language_name(this[0]);
    if (ptr === 0) return null;
    return C.UTF8ToString(ptr);
  }
  /**
   * Gets the ABI version of the language.
   */
  get abiVersion() {
    return C._ts_language_abi_version(this[0]);
  }
  /**
  * Get the metadata for this language. This information is generated by the
  * CLI, and relies on the language author providing the correct metadata in
  * the language's `tree-sitter.json` file.
  */
  get metadata() {
    C._ts_language_metadata_wasm(this[0]);
    const length = C.getValue(TRANSFER_BUFFER, "i32");
    if (length === 0) return null;
    return unmarshalLanguageMetadata(TRANSFER_BUFFER + SIZE_OF_INT);
  }
  /**
   * Gets the number of fields in the language.
   */
  get fieldCount() {
    return this.fields.length - 1;
  }
  /**
   * Gets the number of states in the language.
   */
  get stateCount() {
    return C._ts_language_state_count(this[0]);
  }
  /**
   * Get the field id for a field name.
   */
  fieldIdForName(fieldName) {
    const result = this.fields.indexOf(fieldName);
    return result !== -1 ? result : null;
  }
  /**
   * Get the field name for a field id.
   */
  fieldNameForId(fieldId) {
    return this.fields[fieldId] ?? null;
  }
  /**
   * Get the node type id for a node type name.
   */
  idForNodeType(type, named2) {
    const typeLength = C.lengthBytesUTF8(type);
    const typeAddress = C._malloc(typeLength + 1);
    C.stringToUTF8(type, typeAddress, typeLength + 1);
    const result = C._ts_language_symbol_for_name(this[0], typeAddress, typeLength, named2 ? 1 : 0);
    C._free(typeAddress);
    return result || null;
  }
  /**
   * Gets the number of node types in the language.
   */
  get nodeTypeCount() {
    return C._ts_language_symbol_count(this[0]);
  }
  /**
   * Get the node type name for a node type id.
   */
  nodeTypeForId(typeId) {
    const name2 = C._ts_language_symbol_name(this[0], typeId);
    return name2 ? C.UTF8ToString(name2) : null;
  }
  /**
   * Check if a node type is named.
   *
   * @see {@link https://tree-sitter.github.io/tree-sitter/using-parsers/2-basic-parsing.html#named-vs-anonymous-nodes}
   */
  nodeTypeIsNamed(typeId) {
    return C._ts_language_type_is_named_wasm(this[0], typeId) ? true : false;
  }
  /**
   * Check if a node type is visible.
   */
  nodeTypeIsVisible(typeId) {
    return C._ts_language_type_is_visible_wasm(this[0], typeId) ? true : false;
  }
  /**
   * Get the supertypes ids of this language.
   *
   * @see {@link https://tree-sitter.github.io/tree-sitter/using-parsers/6-static-node-types.html?highlight=supertype#supertype-nodes}
   */
  get supertypes() {
    C._ts_language_supertypes_wasm(this[0]);
    const count2 = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count2);
    if (count2 > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count2; i2++) {
        result[i2] = C.getValue(address, "i16");
        address += SIZE_OF_SHORT;
      }
    }
    return result;
  }
  /**
   * Get the subtype ids for a given supertype node id.
   */
  subtypes(supertype) {
    C._ts_language_subtypes_wasm(this[0], supertype);
    const count2 = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count2);
    if (count2 > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count2; i2++) {
        result[i2] = C.getValue(address, "i16");
        address += SIZE_OF_SHORT;
      }
    }
    return result;
  }
  /**
   * Get the next state id for a given state id and node type id.
   */
  nextState(stateId, typeId) {
    return C._ts_language_next_state(this[0], stateId, typeId);
  }
  /**
   * Create a new lookahead iterator for this language and parse state.
   *
   * This returns `null` if state is invalid for this language.
   *
   * Iterating {@link LookaheadIterator} will yield valid symbols in the given
   * parse state. A newly created iterator is not positioned on a symbol, so
   * {@link LookaheadIterator#currentType} returns `null` until the first
   * iteration step.
   *
   * Lookahead iterators can be useful for generating suggestions and improving
   * syntax error diagnostics. To get symbols valid in an `ERROR` node, use the
   * lookahead iterator on its first leaf node state. For `MISSING` nodes, a
   * lookahead iterator created on the previous non-extra leaf node may be
   * appropriate.
   */
  lookaheadIterator(stateId) {
    const address = C._ts_lookahead_iterator_new(this[0], stateId);
    if (address) return new LookaheadIterator(INTERNAL, address, this);
    return null;
  }
  /**
   * Load a language from a WebAssembly module.
   * The module can be provided as a path to a file, a `URL` to a file, or as a
   * buffer.
   */
  static async load(input) {
    let binary2;
    if (input instanceof Uint8Array) {
      binary2 = input;
    } else if (globalThis.process?.versions.node) {
      const fs2 = await import("fs/promises");
      binary2 = await fs2.readFile(input);
    } else {
      const response = await fetch(input);
      if (!response.ok) {
        const body2 = await response.text();
        throw new Error(`Language.load failed with status ${response.status}.

${body2}`);
      }
      const retryResp = response.clone();
      try {
        binary2 = await WebAssembly.compileStreaming(response);
      } catch (reason) {
        console.error("wasm streaming compile failed:", reason);
        console.error("falling back to ArrayBuffer instantiation");
        binary2 = new Uint8Array(await retryResp.arrayBuffer());
      }
    }
    const mod = await C.loadWebAssemblyModule(binary2, { loadAsync: true });
    return _Language.loadFromWasmExports(mod, { sync: false });
  }
  static loadFromWasmExports(mod, { sync }) {
    const symbolNames = Object.keys(mod);
    const functionName = symbolNames.find((key) => LANGUAGE_FUNCTION_REGEX.test(key) && !key.includes("external_scanner_"));
    if (!functionName) {
      console.log(`Couldn't find language function in Wasm file. Symbols:
${JSON.stringify(symbolNames, null, 2)}`);
      throw new Error(`Language.${sync ? "loadSync" : "load"} failed: no language function found in Wasm file`);
    }
    const languageAddress = mod[functionName]();
    return new _Language(INTERNAL, languageAddress);
  }
  /**
   * Load a language synchronously from a pre-compiled WebAssembly module.
   * Use this when the host environment provides a `WebAssembly.Module` directly.
   */
  static loadSync(wasmModule) {
    const mod = C.loadWebAssemblyModule(wasmModule, { loadAsync: false });
    return _Language.loadFromWasmExports(mod, { sync: true });
  }
};
async function Module2(moduleArg = {}) {
  var moduleRtn;
  var Module = moduleArg;
  var ENVIRONMENT_IS_WEB = typeof window == "object";
  var ENVIRONMENT_IS_WORKER = typeof WorkerGlobalScope != "undefined";
  var ENVIRONMENT_IS_NODE = typeof process == "object" && process.versions?.node && process.type != "renderer";
  if (ENVIRONMENT_IS_NODE) {
    const { createRequire } = await import("module");
    var require = createRequire(import.meta.url);
  }
  Module.currentQueryProgressCallback = null;
  Module.currentProgressCallback = null;
  Module.currentLogCallback = null;
  Module.currentParseCallback = null;
  var arguments_ = [];
  var thisProgram = "./this.program";
  var quit_ = /* @__PURE__ */ __name((status, toThrow) => {
    throw toThrow;
  }, "quit_");
  var _scriptName = import.meta.url;
  var scriptDirectory = "";
  function locateFile(path) {
    if (Module["locateFile"]) {
      return Module["locateFile"](path, scriptDirectory);
    }
    return scriptDirectory + path;
  }
  __name(locateFile, "locateFile");
  var readAsync, readBinary;
  if (ENVIRONMENT_IS_NODE) {
    var fs = require("fs");
    if (_scriptName.startsWith("file:")) {
      scriptDirectory = require("path").dirname(require("url").fileURLToPath(_scriptName)) + "/";
    }
    readBinary = /* @__PURE__ */ __name((filename) => {
      filename = isFileURI(filename) ? new URL(filename) : filename;
      var ret = fs.readFileSync(filename);
      return ret;
    }, "readBinary");
    readAsync = /* @__PURE__ */ __name(async (filename, binary2 = true) => {
      filename = isFileURI(filename) ? new URL(filename) : filename;
      var ret = fs.readFileSync(filename, binary2 ? void 0 : "utf8");
      return ret;
    }, "readAsync");
    if (process.argv.length > 1) {
      thisProgram = process.argv[1].replace(/\\/g, "/");
    }
    arguments_ = process.argv.slice(2);
    quit_ = /* @__PURE__ */ __name((status, toThrow) => {
      process.exitCode = status;
      throw toThrow;
    }, "quit_");
  } else if (ENVIRONMENT_IS_WEB || ENVIRONMENT_IS_WORKER) {
    try {
      scriptDirectory = new URL(".", _scriptName).href;
    } catch {
    }
    {
      if (ENVIRONMENT_IS_WORKER) {
        readBinary = /* @__PURE__ */ __name((url) => {
          var xhr = new XMLHttpRequest();
          xhr.open("GET", url, false);
          xhr.responseType = "arraybuffer";
          xhr.send(null);
          return new Uint8Array(
            /** @type{!ArrayBuffer} */
            xhr.response
          );
        }, "readBinary");
      }
      readAsync = /* @__PURE__ */ __name(async (url) => {
        if (isFileURI(url)) {
          return new Promise((resolve2, reject) => {
            var xhr = new XMLHttpRequest();
            xhr.open("GET", url, true);
            xhr.responseType = "arraybuffer";
            xhr.onload = () => {
              if (xhr.status == 200 || xhr.status == 0 && xhr.response) {
                resolve2(xhr.response);
                return;
              }
              reject(xhr.status);
            };
            xhr.onerror = reject;
            xhr.send(null);
          });
        }
        var response = await fetch(url, {
          credentials: "same-origin"
        });
        if (response.ok) {
          return response.arrayBuffer();
        }
        throw new Error(response.status + " : " + response.url);
      }, "readAsync");
    }
  } else {
  }
  var out = console.log.bind(console);
  var err = console.error.bind(console);
  var dynamicLibraries = [];
  var wasmBinary;
  var ABORT = false;
  var EXITSTATUS;
  var isFileURI = /* @__PURE__ */ __name((filename) => filename.startsWith("file://"), "isFileURI");
  var readyPromiseResolve, readyPromiseReject;
  var wasmMemory;
  var HEAP8, HEAPU8, HEAP16, HEAPU16, HEAP32, HEAPU32, HEAPF32, HEAPF64;
  var HEAP64, HEAPU64;
  var HEAP_DATA_VIEW;
  var runtimeInitialized = false;
  function updateMemoryViews() {
    var b = wasmMemory.buffer;
    Module["HEAP8"] = HEAP8 = new Int8Array(b);
    Module["HEAP16"] = HEAP16 = new Int16Array(b);
    Module["HEAPU8"] = HEAPU8 = new Uint8Array(b);
    Module["HEAPU16"] = HEAPU16 = new Uint16Array(b);
    Module["HEAP32"] = HEAP32 = new Int32Array(b);
    Module["HEAPU32"] = HEAPU32 = new Uint32Array(b);
    Module["HEAPF32"] = HEAPF32 = new Float32Array(b);
    Module["HEAPF64"] = HEAPF64 = new Float64Array(b);
    Module["HEAP64"] = HEAP64 = new BigInt64Array(b);
    Module["HEAPU64"] = HEAPU64 = new BigUint64Array(b);
    Module["HEAP_DATA_VIEW"] = HEAP_DATA_VIEW = new DataView(b);
    LE_HEAP_UPDATE();
  }
  __name(updateMemoryViews, "updateMemoryViews");
  function initMemory() {
    if (Module["wasmMemory"]) {
      wasmMemory = Module["wasmMemory"];
    } else {
      var INITIAL_MEMORY = Module["INITIAL_MEMORY"] || 33554432;
      wasmMemory = new WebAssembly.Memory({
        "initial": INITIAL_MEMORY / 65536,
        // In theory we should not need to emit the maximum if we want "unlimited"
        // or 4GB of memory, but VMs error on that atm, see
        // https://github.com/emscripten-core/emscripten/issues/14130
        // And in the pthreads case we definitely need to emit a maximum. So
        // always emit one.
        "maximum": 32768
      });
    }
    updateMemoryViews();
  }
  __name(initMemory, "initMemory");
  var __RELOC_FUNCS__ = [];
  function preRun() {
    if (Module["preRun"]) {
      if (typeof Module["preRun"] == "function") Module["preRun"] = [Module["preRun"]];
      while (Module["preRun"].length) {
        addOnPreRun(Module["preRun"].shift());
      }
    }
    callRuntimeCallbacks(onPreRuns);
  }
  __name(preRun, "preRun");
  function initRuntime() {
    runtimeInitialized = true;
    callRuntimeCallbacks(__RELOC_FUNCS__);
    wasmExports["__wasm_call_ctors"]();
    callRuntimeCallbacks(onPostCtors);
  }
  __name(initRuntime, "initRuntime");
  function preMain() {
  }
  __name(preMain, "preMain");
  function postRun() {
    if (Module["postRun"]) {
      if (typeof Module["postRun"] == "function") Module["postRun"] = [Module["postRun"]];
      while (Module["postRun"].length) {
        addOnPostRun(Module["postRun"].shift());
      }
    }
    callRuntimeCallbacks(onPostRuns);
  }
  __name(postRun, "postRun");
  function abort(what) {
    Module["onAbort"]?.(what);
    what = "Aborted(" + what + ")";
    err(what);
    ABORT = true;
    what += ". Build with -sASSERTIONS for more info.";
    var e = new WebAssembly.RuntimeError(what);
    readyPromiseReject?.(e);
    throw e;
  }
  __name(abort, "abort");
  var wasmBinaryFile;
  function findWasmBinary() {
    if (Module["locateFile"]) {
      return locateFile("web-tree-sitter.wasm");
    }
    return new URL("web-tree-sitter.wasm", import.meta.url).href;
  }
  __name(findWasmBinary, "findWasmBinary");
  function getBinarySync(file) {
    if (file == wasmBinaryFile && wasmBinary) {
      return new Uint8Array(wasmBinary);
    }
    if (readBinary) {
      return readBinary(file);
    }
    throw "both async and sync fetching of the wasm failed";
  }
  __name(getBinarySync, "getBinarySync");
  async function getWasmBinary(binaryFile) {
    if (!wasmBinary) {
      try {
        var response = await readAsync(binaryFile);
        return new Uint8Array(response);
      } catch {
      }
    }
    return getBinarySync(binaryFile);
  }
  __name(getWasmBinary, "getWasmBinary");
  async function instantiateArrayBuffer(binaryFile, imports) {
    try {
      var binary2 = await getWasmBinary(binaryFile);
      var instance2 = await WebAssembly.instantiate(binary2, imports);
      return instance2;
    } catch (reason) {
      err(`failed to asynchronously prepare wasm: ${reason}`);
      abort(reason);
    }
  }
  __name(instantiateArrayBuffer, "instantiateArrayBuffer");
  async function instantiateAsync(binary2, binaryFile, imports) {
    if (!binary2 && !isFileURI(binaryFile) && !ENVIRONMENT_IS_NODE) {
      try {
        var response = fetch(binaryFile, {
          credentials: "same-origin"
        });
        var instantiationResult = await WebAssembly.instantiateStreaming(response, imports);
        return instantiationResult;
      } catch (reason) {
        err(`wasm streaming compile failed: ${reason}`);
        err("falling back to ArrayBuffer instantiation");
      }
    }
    return instantiateArrayBuffer(binaryFile, imports);
  }
  __name(instantiateAsync, "instantiateAsync");
  function getWasmImports() {
    return {
      "env": wasmImports,
      "wasi_snapshot_preview1": wasmImports,
      "GOT.mem": new Proxy(wasmImports, GOTHandler),
      "GOT.func": new Proxy(wasmImports, GOTHandler)
    };
  }
  __name(getWasmImports, "getWasmImports");
  async function createWasm() {
    function receiveInstance(instance2, module2) {
      wasmExports = instance2.exports;
      wasmExports = relocateExports(wasmExports, 1024);
      var metadata2 = getDylinkMetadata(module2);
      if (metadata2.neededDynlibs) {
        dynamicLibraries = metadata2.neededDynlibs.concat(dynamicLibraries);
      }
      mergeLibSymbols(wasmExports, "main");
      LDSO.init();
      loadDylibs();
      __RELOC_FUNCS__.push(wasmExports["__wasm_apply_data_relocs"]);
      assignWasmExports(wasmExports);
      return wasmExports;
    }
    __name(receiveInstance, "receiveInstance");
    function receiveInstantiationResult(result2) {
      return receiveInstance(result2["instance"], result2["module"]);
    }
    __name(receiveInstantiationResult, "receiveInstantiationResult");
    var info2 = getWasmImports();
    if (Module["instantiateWasm"]) {
      return new Promise((resolve2, reject) => {
        Module["instantiateWasm"](info2, (mod, inst) => {
          resolve2(receiveInstance(mod, inst));
        });
      });
    }
    wasmBinaryFile ??= findWasmBinary();
    var result = await instantiateAsync(wasmBinary, wasmBinaryFile, info2);
    var exports = receiveInstantiationResult(result);
    return exports;
  }
  __name(createWasm, "createWasm");
  class ExitStatus {
    static {
      __name(this, "ExitStatus");
    }
    name = "ExitStatus";
    constructor(status) {
      this.message = `Program terminated with exit(${status})`;
      this.status = status;
    }
  }
  var GOT = {};
  var currentModuleWeakSymbols = /* @__PURE__ */ new Set([]);
  var GOTHandler = {
    get(obj, symName) {
      var rtn = GOT[symName];
      if (!rtn) {
        rtn = GOT[symName] = new WebAssembly.Global({
          "value": "i32",
          "mutable": true
        });
      }
      if (!currentModuleWeakSymbols.has(symName)) {
        rtn.required = true;
      }
      return rtn;
    }
  };
  var LE_ATOMICS_NATIVE_BYTE_ORDER = [];
  var LE_HEAP_LOAD_F32 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getFloat32(byteOffset, true), "LE_HEAP_LOAD_F32");
  var LE_HEAP_LOAD_F64 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getFloat64(byteOffset, true), "LE_HEAP_LOAD_F64");
  var LE_HEAP_LOAD_I16 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getInt16(byteOffset, true), "LE_HEAP_LOAD_I16");
  var LE_HEAP_LOAD_I32 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getInt32(byteOffset, true), "LE_HEAP_LOAD_I32");
  var LE_HEAP_LOAD_I64 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getBigInt64(byteOffset, true), "LE_HEAP_LOAD_I64");
  var LE_HEAP_LOAD_U32 = /* @__PURE__ */ __name((byteOffset) => HEAP_DATA_VIEW.getUint32(byteOffset, true), "LE_HEAP_LOAD_U32");
  var LE_HEAP_STORE_F32 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setFloat32(byteOffset, value, true), "LE_HEAP_STORE_F32");
  var LE_HEAP_STORE_F64 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setFloat64(byteOffset, value, true), "LE_HEAP_STORE_F64");
  var LE_HEAP_STORE_I16 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setInt16(byteOffset, value, true), "LE_HEAP_STORE_I16");
  var LE_HEAP_STORE_I32 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setInt32(byteOffset, value, true), "LE_HEAP_STORE_I32");
  var LE_HEAP_STORE_I64 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setBigInt64(byteOffset, value, true), "LE_HEAP_STORE_I64");
  var LE_HEAP_STORE_U32 = /* @__PURE__ */ __name((byteOffset, value) => HEAP_DATA_VIEW.setUint32(byteOffset, value, true), "LE_HEAP_STORE_U32");
  var callRuntimeCallbacks = /* @__PURE__ */ __name((callbacks) => {
    while (callbacks.length > 0) {
      callbacks.shift()(Module);
    }
  }, "callRuntimeCallbacks");
  var onPostRuns = [];
  var addOnPostRun = /* @__PURE__ */ __name((cb) => onPostRuns.push(cb), "addOnPostRun");
  var onPreRuns = [];
  var addOnPreRun = /* @__PURE__ */ __name((cb) => onPreRuns.push(cb), "addOnPreRun");
  var UTF8Decoder = typeof TextDecoder != "undefined" ? new TextDecoder() : void 0;
  var findStringEnd = /* @__PURE__ */ __name((heapOrArray, idx, maxBytesToRead, ignoreNul) => {
    var maxIdx = idx + maxBytesToRead;
    if (ignoreNul) return maxIdx;
    while (heapOrArray[idx] && !(idx >= maxIdx)) ++idx;
    return idx;
  }, "findStringEnd");
  var UTF8ArrayToString = /* @__PURE__ */ __name((heapOrArray, idx = 0, maxBytesToRead, ignoreNul) => {
    var endPtr = findStringEnd(heapOrArray, idx, maxBytesToRead, ignoreNul);
    if (endPtr - idx > 16 && heapOrArray.buffer && UTF8Decoder) {
      return UTF8Decoder.decode(heapOrArray.subarray(idx, endPtr));
    }
    var str = "";
    while (idx < endPtr) {
      var u0 = heapOrArray[idx++];
      if (!(u0 & 128)) {
        str += String.fromCharCode(u0);
        continue;
      }
      var u1 = heapOrArray[idx++] & 63;
      if ((u0 & 224) == 192) {
        str += String.fromCharCode((u0 & 31) << 6 | u1);
        continue;
      }
      var u2 = heapOrArray[idx++] & 63;
      if ((u0 & 240) == 224) {
        u0 = (u0 & 15) << 12 | u1 << 6 | u2;
      } else {
        u0 = (u0 & 7) << 18 | u1 << 12 | u2 << 6 | heapOrArray[idx++] & 63;
      }
      if (u0 < 65536) {
        str += String.fromCharCode(u0);
      } else {
        var ch = u0 - 65536;
        str += String.fromCharCode(55296 | ch >> 10, 56320 | ch & 1023);
      }
    }
    return str;
  }, "UTF8ArrayToString");
  var getDylinkMetadata = /* @__PURE__ */ __name((binary2) => {
    var offset = 0;
    var end = 0;
    function getU8() {
      return binary2[offset++];
    }
    __name(getU8, "getU8");
    function getLEB() {
      var ret = 0;
      var mul = 1;
      while (1) {
        var byte = binary2[offset++];
        ret += (byte & 127) * mul;
        mul *= 128;
        if (!(byte & 128)) break;
      }
      return ret;
    }
    __name(getLEB, "getLEB");
    function getString() {
      var len = getLEB();
      offset += len;
      return UTF8ArrayToString(binary2, offset - len, len);
    }
    __name(getString, "getString");
    function getStringList() {
      var count22 = getLEB();
      var rtn = [];
      while (count22--) rtn.push(getString());
      return rtn;
    }
    __name(getStringList, "getStringList");
    function failIf(condition, message) {
      if (condition) throw new Error(message);
    }
    __name(failIf, "failIf");
    if (binary2 instanceof WebAssembly.Module) {
      var dylinkSection = WebAssembly.Module.customSections(binary2, "dylink.0");
      failIf(dylinkSection.length === 0, "need dylink section");
      binary2 = new Uint8Array(dylinkSection[0]);
      end = binary2.length;
    } else {
      var int32View = new Uint32Array(new Uint8Array(binary2.subarray(0, 24)).buffer);
      var magicNumberFound = int32View[0] == 1836278016 || int32View[0] == 6386541;
      failIf(!magicNumberFound, "need to see wasm magic number");
      failIf(binary2[8] !== 0, "need the dylink section to be first");
      offset = 9;
      var section_size = getLEB();
      end = offset + section_size;
      var name2 = getString();
      failIf(name2 !== "dylink.0");
    }
    var customSection = {
      neededDynlibs: [],
      tlsExports: /* @__PURE__ */ new Set(),
      weakImports: /* @__PURE__ */ new Set(),
      runtimePaths: []
    };
    var WASM_DYLINK_MEM_INFO = 1;
    var WASM_DYLINK_NEEDED = 2;
    var WASM_DYLINK_EXPORT_INFO = 3;
    var WASM_DYLINK_IMPORT_INFO = 4;
    var WASM_DYLINK_RUNTIME_PATH = 5;
    var WASM_SYMBOL_TLS = 256;
    var WASM_SYMBOL_BINDING_MASK = 3;
    var WASM_SYMBOL_BINDING_WEAK = 1;
    while (offset < end) {
      var subsectionType = getU8();
      var subsectionSize = getLEB();
      if (subsectionType === WASM_DYLINK_MEM_INFO) {
        customSection.memorySize = getLEB();
        customSection.memoryAlign = getLEB();
        customSection.tableSize = getLEB();
        customSection.tableAlign = getLEB();
      } else if (subsectionType === WASM_DYLINK_NEEDED) {
        customSection.neededDynlibs = getStringList();
      } else if (subsectionType === WASM_DYLINK_EXPORT_INFO) {
        var count2 = getLEB();
        while (count2--) {
          var symname = getString();
          var flags2 = getLEB();
          if (flags2 & WASM_SYMBOL_TLS) {
            customSection.tlsExports.add(symname);
          }
        }
      } else if (subsectionType === WASM_DYLINK_IMPORT_INFO) {
        var count2 = getLEB();
        while (count2--) {
          var modname = getString();
          var symname = getString();
          var flags2 = getLEB();
          if ((flags2 & WASM_SYMBOL_BINDING_MASK) == WASM_SYMBOL_BINDING_WEAK) {
            customSection.weakImports.add(symname);
          }
        }
      } else if (subsectionType === WASM_DYLINK_RUNTIME_PATH) {
        customSection.runtimePaths = getStringList();
      } else {
        offset += subsectionSize;
      }
    }
    return customSection;
  }, "getDylinkMetadata");
  function getValue(ptr, type = "i8") {
    if (type.endsWith("*")) type = "*";
    switch (type) {
      case "i1":
        return HEAP8[ptr];
      case "i8":
        return HEAP8[ptr];
      case "i16":
        return LE_HEAP_LOAD_I16((ptr >> 1) * 2);
      case "i32":
        return LE_HEAP_LOAD_I32((ptr >> 2) * 4);
      case "i64":
        return LE_HEAP_LOAD_I64((ptr >> 3) * 8);
      case "float":
        return LE_HEAP_LOAD_F32((ptr >> 2) * 4);
      case "double":
        return LE_HEAP_LOAD_F64((ptr >> 3) * 8);
      case "*":
        return LE_HEAP_LOAD_U32((ptr >> 2) * 4);
      default:
        abort(`invalid type for getValue: ${type}`);
    }
  }
  __name(getValue, "getValue");
  var newDSO = /* @__PURE__ */ __name((name2, handle2, syms) => {
    var dso = {
      refcount: Infinity,
      name: name2,
      exports: syms,
      global: true
    };
    LDSO.loadedLibsByName[name2] = dso;
    if (handle2 != void 0) {
      LDSO.loadedLibsByHandle[handle2] = dso;
    }
    return dso;
  }, "newDSO");
  var LDSO = {
    loadedLibsByName: {},
    loadedLibsByHandle: {},
    init() {
      newDSO("__main__", 0, wasmImports);
    }
  };
  var ___heap_base = 82240;
  var alignMemory = /* @__PURE__ */ __name((size, alignment) => Math.ceil(size / alignment) * alignment, "alignMemory");
  var getMemory = /* @__PURE__ */ __name((size) => {
    if (runtimeInitialized) {
      return _calloc(size, 1);
    }
    var ret = ___heap_base;
    var end = ret + alignMemory(size, 16);
    ___heap_base = end;
    GOT["__heap_base"].value = end;
    return ret;
  }, "getMemory");
  var isInternalSym = /* @__PURE__ */ __name((symName) => ["__cpp_exception", "__c_longjmp", "__wasm_apply_data_relocs", "__dso_handle", "__tls_size", "__tls_align", "__set_stack_limits", "_emscripten_tls_init", "__wasm_init_tls", "__wasm_call_ctors", "__start_em_asm", "__stop_em_asm", "__start_em_js", "__stop_em_js"].includes(symName) || symName.startsWith("__em_js__"), "isInternalSym");
  var uleb128EncodeWithLen = /* @__PURE__ */ __name((arr) => {
    const n = arr.length;
    return [n % 128 | 128, n >> 7, ...arr];
  }, "uleb128EncodeWithLen");
  var wasmTypeCodes = {
    "i": 127,
    // i32
    "p": 127,
    // i32
    "j": 126,
    // i64
    "f": 125,
    // f32
    "d": 124,
    // f64
    "e": 111
  };
  var generateTypePack = /* @__PURE__ */ __name((types2) => uleb128EncodeWithLen(Array.from(types2, (type) => {
    var code = wasmTypeCodes[type];
    return code;
  })), "generateTypePack");
  var convertJsFunctionToWasm = /* @__PURE__ */ __name((func2, sig) => {
    var bytes = Uint8Array.of(
      0,
      97,
      115,
      109,
      // magic ("\0asm")
      1,
      0,
      0,
      0,
      // version: 1
      1,
      ...uleb128EncodeWithLen([
        1,
        // count: 1
        96,
        // param types
        ...generateTypePack(sig.slice(1)),
        // return types (for now only supporting [] if `void` and single [T] otherwise)
        ...generateTypePack(sig[0] === "v" ? "" : sig[0])
      ]),
      // The rest of the module is static
      2,
      7,
      // import section
      // (import "e" "f" (func 0 (type 0)))
      1,
      1,
      101,
      1,
      102,
      0,
      0,
      7,
      5,
      // export section
      // (export "f" (func 0 (type 0)))
      1,
      1,
      102,
      0,
      0
    );
    var module2 = new WebAssembly.Module(bytes);
    var instance2 = new WebAssembly.Instance(module2, {
      "e": {
        "f": func2
      }
    });
    var wrappedFunc = instance2.exports["f"];
    return wrappedFunc;
  }, "convertJsFunctionToWasm");
  var wasmTableMirror = [];
  var wasmTable = new WebAssembly.Table({
    "initial": 31,
    "element": "anyfunc"
  });
  var getWasmTableEntry = /* @__PURE__ */ __name((funcPtr) => {
    var func2 = wasmTableMirror[funcPtr];
    if (!func2) {
      wasmTableMirror[funcPtr] = func2 = wasmTable.get(funcPtr);
    }
    return func2;
  }, "getWasmTableEntry");
  var updateTableMap = /* @__PURE__ */ __name((offset, count2) => {
    if (functionsInTableMap) {
      for (var i2 = offset; i2 < offset + count2; i2++) {
        var item = getWasmTableEntry(i2);
        if (item) {
          functionsInTableMap.set(item, i2);
        }
      }
    }
  }, "updateTableMap");
  var functionsInTableMap;
  var getFunctionAddress = /* @__PURE__ */ __name((func2) => {
    if (!functionsInTableMap) {
      functionsInTableMap = /* @__PURE__ */ new WeakMap();
      updateTableMap(0, wasmTable.length);
    }
    return functionsInTableMap.get(func2) || 0;
  }, "getFunctionAddress");
  var freeTableIndexes = [];
  var getEmptyTableSlot = /* @__PURE__ */ __name(() => {
    if (freeTableIndexes.length) {
      return freeTableIndexes.pop();
    }
    return wasmTable["grow"](1);
  }, "getEmptyTableSlot");
  var setWasmTableEntry = /* @__PURE__ */ __name((idx, func2) => {
    wasmTable.set(idx, func2);
    wasmTableMirror[idx] = wasmTable.get(idx);
  }, "setWasmTableEntry");
  var addFunction = /* @__PURE__ */ __name((func2, sig) => {
    var rtn = getFunctionAddress(func2);
    if (rtn) {
      return rtn;
    }
    var ret = getEmptyTableSlot();
    try {
      setWasmTableEntry(ret, func2);
    } catch (err2) {
      if (!(err2 instanceof TypeError)) {
        throw err2;
      }
      var wrapped = convertJsFunctionToWasm(func2, sig);
      setWasmTableEntry(ret, wrapped);
    }
    functionsInTableMap.set(func2, ret);
    return ret;
  }, "addFunction");
  var updateGOT = /* @__PURE__ */ __name((exports, replace) => {
    for (var symName in exports) {
      if (isInternalSym(symName)) {
        continue;
      }
      var value = exports[symName];
      GOT[symName] ||= new WebAssembly.Global({
        "value": "i32",
        "mutable": true
      });
      if (replace || GOT[symName].value == 0) {
        if (typeof value == "function") {
          GOT[symName].value = addFunction(value);
        } else if (typeof value == "number") {
          GOT[symName].value = value;
        } else {
          err(`unhandled export type for '${symName}': ${typeof value}`);
        }
      }
    }
  }, "updateGOT");
  var relocateExports = /* @__PURE__ */ __name((exports, memoryBase2, replace) => {
    var relocated = {};
    for (var e in exports) {
      var value = exports[e];
      if (typeof value == "object") {
        value = value.value;
      }
      if (typeof value == "number") {
        value += memoryBase2;
      }
      relocated[e] = value;
    }
    updateGOT(relocated, replace);
    return relocated;
  }, "relocateExports");
  var isSymbolDefined = /* @__PURE__ */ __name((symName) => {
    var existing = wasmImports[symName];
    if (!existing || existing.stub) {
      return false;
    }
    return true;
  }, "isSymbolDefined");
  var dynCall = /* @__PURE__ */ __name((sig, ptr, args2 = [], promising = false) => {
    var func2 = getWasmTableEntry(ptr);
    var rtn = func2(...args2);
    function convert(rtn2) {
      return rtn2;
    }
    __name(convert, "convert");
    return convert(rtn);
  }, "dynCall");
  var stackSave = /* @__PURE__ */ __name(() => _emscripten_stack_get_current(), "stackSave");
  var stackRestore = /* @__PURE__ */ __name((val) => __emscripten_stack_restore(val), "stackRestore");
  var createInvokeFunction = /* @__PURE__ */ __name((sig) => (ptr, ...args2) => {
    var sp = stackSave();
    try {
      return dynCall(sig, ptr, args2);
    } catch (e) {
      stackRestore(sp);
      if (e !== e + 0) throw e;
      _setThrew(1, 0);
      if (sig[0] == "j") return 0n;
    }
  }, "createInvokeFunction");
  var resolveGlobalSymbol = /* @__PURE__ */ __name((symName, direct = false) => {
    var sym;
    if (isSymbolDefined(symName)) {
      sym = wasmImports[symName];
    } else if (symName.startsWith("invoke_")) {
      sym = wasmImports[symName] = createInvokeFunction(symName.split("_")[1]);
    }
    return {
      sym,
      name: symName
    };
  }, "resolveGlobalSymbol");
  var onPostCtors = [];
  var addOnPostCtor = /* @__PURE__ */ __name((cb) => onPostCtors.push(cb), "addOnPostCtor");
  var UTF8ToString = /* @__PURE__ */ __name((ptr, maxBytesToRead, ignoreNul) => ptr ? UTF8ArrayToString(HEAPU8, ptr, maxBytesToRead, ignoreNul) : "", "UTF8ToString");
  var loadWebAssemblyModule = /* @__PURE__ */ __name((binary, flags, libName, localScope, handle) => {
    var metadata = getDylinkMetadata(binary);
    function loadModule() {
      var memAlign = Math.pow(2, metadata.memoryAlign);
      var memoryBase = metadata.memorySize ? alignMemory(getMemory(metadata.memorySize + memAlign), memAlign) : 0;
      var tableBase = metadata.tableSize ? wasmTable.length : 0;
      if (handle) {
        HEAP8[handle + 8] = 1;
        LE_HEAP_STORE_U32((handle + 12 >> 2) * 4, memoryBase);
        LE_HEAP_STORE_I32((handle + 16 >> 2) * 4, metadata.memorySize);
        LE_HEAP_STORE_U32((handle + 20 >> 2) * 4, tableBase);
        LE_HEAP_STORE_I32((handle + 24 >> 2) * 4, metadata.tableSize);
      }
      if (metadata.tableSize) {
        wasmTable.grow(metadata.tableSize);
      }
      var moduleExports;
      function resolveSymbol(sym) {
        var resolved = resolveGlobalSymbol(sym).sym;
        if (!resolved && localScope) {
          resolved = localScope[sym];
        }
        if (!resolved) {
          resolved = moduleExports[sym];
        }
        return resolved;
      }
      __name(resolveSymbol, "resolveSymbol");
      var proxyHandler = {
        get(stubs, prop) {
          switch (prop) {
            case "__memory_base":
              return memoryBase;
            case "__table_base":
              return tableBase;
          }
          if (prop in wasmImports && !wasmImports[prop].stub) {
            var res = wasmImports[prop];
            return res;
          }
          if (!(prop in stubs)) {
            var resolved;
            stubs[prop] = (...args2) => {
              resolved ||= resolveSymbol(prop);
              return resolved(...args2);
            };
          }
          return stubs[prop];
        }
      };
      var proxy = new Proxy({}, proxyHandler);
      currentModuleWeakSymbols = metadata.weakImports;
      var info = {
        "GOT.mem": new Proxy({}, GOTHandler),
        "GOT.func": new Proxy({}, GOTHandler),
        "env": proxy,
        "wasi_snapshot_preview1": proxy
      };
      function postInstantiation(module, instance) {
        updateTableMap(tableBase, metadata.tableSize);
        moduleExports = relocateExports(instance.exports, memoryBase);
        if (!flags.allowUndefined) {
          reportUndefinedSymbols();
        }
        function addEmAsm(addr, body) {
          var args = [];
          var arity = 0;
          for (; arity < 16; arity++) {
            if (body.indexOf("$" + arity) != -1) {
              args.push("$" + arity);
            } else {
              break;
            }
          }
          args = args.join(",");
          var func = `(${args}) => { ${body} };`;
          ASM_CONSTS[start] = eval(func);
        }
        __name(addEmAsm, "addEmAsm");
        if ("__start_em_asm" in moduleExports) {
          var start = moduleExports["__start_em_asm"];
          var stop = moduleExports["__stop_em_asm"];
          while (start < stop) {
            var jsString = UTF8ToString(start);
            addEmAsm(start, jsString);
            start = HEAPU8.indexOf(0, start) + 1;
          }
        }
        function addEmJs(name, cSig, body) {
          var jsArgs = [];
          cSig = cSig.slice(1, -1);
          if (cSig != "void") {
            cSig = cSig.split(",");
            for (var i in cSig) {
              var jsArg = cSig[i].split(" ").pop();
              jsArgs.push(jsArg.replace("*", ""));
            }
          }
          var func = `(${jsArgs}) => ${body};`;
          moduleExports[name] = eval(func);
        }
        __name(addEmJs, "addEmJs");
        for (var name in moduleExports) {
          if (name.startsWith("__em_js__")) {
            var start = moduleExports[name];
            var jsString = UTF8ToString(start);
            var parts = jsString.split("<::>");
            addEmJs(name.replace("__em_js__", ""), parts[0], parts[1]);
            delete moduleExports[name];
          }
        }
        var applyRelocs = moduleExports["__wasm_apply_data_relocs"];
        if (applyRelocs) {
          if (runtimeInitialized) {
            applyRelocs();
          } else {
            __RELOC_FUNCS__.push(applyRelocs);
          }
        }
        var init = moduleExports["__wasm_call_ctors"];
        if (init) {
          if (runtimeInitialized) {
            init();
          } else {
            addOnPostCtor(init);
          }
        }
        return moduleExports;
      }
      __name(postInstantiation, "postInstantiation");
      if (flags.loadAsync) {
        return (async () => {
          var instance2;
          if (binary instanceof WebAssembly.Module) {
            instance2 = new WebAssembly.Instance(binary, info);
          } else {
            ({ module: binary, instance: instance2 } = await WebAssembly.instantiate(binary, info));
          }
          return postInstantiation(binary, instance2);
        })();
      }
      var module = binary instanceof WebAssembly.Module ? binary : new WebAssembly.Module(binary);
      var instance = new WebAssembly.Instance(module, info);
      return postInstantiation(module, instance);
    }
    __name(loadModule, "loadModule");
    flags = {
      ...flags,
      rpath: {
        parentLibPath: libName,
        paths: metadata.runtimePaths
      }
    };
    if (flags.loadAsync) {
      return metadata.neededDynlibs.reduce((chain, dynNeeded) => chain.then(() => loadDynamicLibrary(dynNeeded, flags, localScope)), Promise.resolve()).then(loadModule);
    }
    metadata.neededDynlibs.forEach((needed) => loadDynamicLibrary(needed, flags, localScope));
    return loadModule();
  }, "loadWebAssemblyModule");
  var mergeLibSymbols = /* @__PURE__ */ __name((exports, libName2) => {
    for (var [sym, exp] of Object.entries(exports)) {
      const setImport = /* @__PURE__ */ __name((target) => {
        if (!isSymbolDefined(target)) {
          wasmImports[target] = exp;
        }
      }, "setImport");
      setImport(sym);
      const main_alias = "__main_argc_argv";
      if (sym == "main") {
        setImport(main_alias);
      }
      if (sym == main_alias) {
        setImport("main");
      }
    }
  }, "mergeLibSymbols");
  var asyncLoad = /* @__PURE__ */ __name(async (url) => {
    var arrayBuffer = await readAsync(url);
    return new Uint8Array(arrayBuffer);
  }, "asyncLoad");
  function loadDynamicLibrary(libName2, flags2 = {
    global: true,
    nodelete: true
  }, localScope2, handle2) {
    var dso = LDSO.loadedLibsByName[libName2];
    if (dso) {
      if (!flags2.global) {
        if (localScope2) {
          Object.assign(localScope2, dso.exports);
        }
      } else if (!dso.global) {
        dso.global = true;
        mergeLibSymbols(dso.exports, libName2);
      }
      if (flags2.nodelete && dso.refcount !== Infinity) {
        dso.refcount = Infinity;
      }
      dso.refcount++;
      if (handle2) {
        LDSO.loadedLibsByHandle[handle2] = dso;
      }
      return flags2.loadAsync ? Promise.resolve(true) : true;
    }
    dso = newDSO(libName2, handle2, "loading");
    dso.refcount = flags2.nodelete ? Infinity : 1;
    dso.global = flags2.global;
    function loadLibData() {
      if (handle2) {
        var data2 = LE_HEAP_LOAD_U32((handle2 + 28 >> 2) * 4);
        var dataSize = LE_HEAP_LOAD_U32((handle2 + 32 >> 2) * 4);
        if (data2 && dataSize) {
          var libData = HEAP8.slice(data2, data2 + dataSize);
          return flags2.loadAsync ? Promise.resolve(libData) : libData;
        }
      }
      var libFile = locateFile(libName2);
      if (flags2.loadAsync) {
        return asyncLoad(libFile);
      }
      if (!readBinary) {
        throw new Error(`${libFile}: file not found, and synchronous loading of external files is not available`);
      }
      return readBinary(libFile);
    }
    __name(loadLibData, "loadLibData");
    function getExports() {
      if (flags2.loadAsync) {
        return loadLibData().then((libData) => loadWebAssemblyModule(libData, flags2, libName2, localScope2, handle2));
      }
      return loadWebAssemblyModule(loadLibData(), flags2, libName2, localScope2, handle2);
    }
    __name(getExports, "getExports");
    function moduleLoaded(exports) {
      if (dso.global) {
        mergeLibSymbols(exports, libName2);
      } else if (localScope2) {
        Object.assign(localScope2, exports);
      }
      dso.exports = exports;
    }
    __name(moduleLoaded, "moduleLoaded");
    if (flags2.loadAsync) {
      return getExports().then((exports) => {
        moduleLoaded(exports);
        return true;
      });
    }
    moduleLoaded(getExports());
    return true;
  }
  __name(loadDynamicLibrary, "loadDynamicLibrary");
  var reportUndefinedSymbols = /* @__PURE__ */ __name(() => {
    for (var [symName, entry] of Object.entries(GOT)) {
      if (entry.value == 0) {
        var value = resolveGlobalSymbol(symName, true).sym;
        if (!value && !entry.required) {
          continue;
        }
        if (typeof value == "function") {
          entry.value = addFunction(value, value.sig);
        } else if (typeof value == "number") {
          entry.value = value;
        } else {
          throw new Error(`bad export type for '${symName}': ${typeof value}`);
        }
      }
    }
  }, "reportUndefinedSymbols");
  var runDependencies = 0;
  var dependenciesFulfilled = null;
  var removeRunDependency = /* @__PURE__ */ __name((id) => {
    runDependencies--;
    Module["monitorRunDependencies"]?.(runDependencies);
    if (runDependencies == 0) {
      if (dependenciesFulfilled) {
        var callback = dependenciesFulfilled;
        dependenciesFulfilled = null;
        callback();
      }
    }
  }, "removeRunDependency");
  var addRunDependency = /* @__PURE__ */ __name((id) => {
    runDependencies++;
    Module["monitorRunDependencies"]?.(runDependencies);
  }, "addRunDependency");
  var loadDylibs = /* @__PURE__ */ __name(async () => {
    if (!dynamicLibraries.length) {
      reportUndefinedSymbols();
      return;
    }
    addRunDependency("loadDylibs");
    for (var lib of dynamicLibraries) {
      await loadDynamicLibrary(lib, {
        loadAsync: true,
        global: true,
        nodelete: true,
        allowUndefined: true
      });
    }
    reportUndefinedSymbols();
    removeRunDependency("loadDylibs");
  }, "loadDylibs");
  var noExitRuntime = true;
  function setValue(ptr, value, type = "i8") {
    if (type.endsWith("*")) type = "*";
    switch (type) {
      case "i1":
        HEAP8[ptr] = value;
        break;
      case "i8":
        HEAP8[ptr] = value;
        break;
      case "i16":
        LE_HEAP_STORE_I16((ptr >> 1) * 2, value);
        break;
      case "i32":
        LE_HEAP_STORE_I32((ptr >> 2) * 4, value);
        break;
      case "i64":
        LE_HEAP_STORE_I64((ptr >> 3) * 8, BigInt(value));
        break;
      case "float":
        LE_HEAP_STORE_F32((ptr >> 2) * 4, value);
        break;
      case "double":
        LE_HEAP_STORE_F64((ptr >> 3) * 8, value);
        break;
      case "*":
        LE_HEAP_STORE_U32((ptr >> 2) * 4, value);
        break;
      default:
        abort(`invalid type for setValue: ${type}`);
    }
  }
  __name(setValue, "setValue");
  var ___memory_base = new WebAssembly.Global({
    "value": "i32",
    "mutable": false
  }, 1024);
  var ___stack_high = 82240;
  var ___stack_low = 16704;
  var ___stack_pointer = new WebAssembly.Global({
    "value": "i32",
    "mutable": true
  }, 82240);
  var ___table_base = new WebAssembly.Global({
    "value": "i32",
    "mutable": false
  }, 1);
  var __abort_js = /* @__PURE__ */ __name(() => abort(""), "__abort_js");
  __abort_js.sig = "v";
  var getHeapMax = /* @__PURE__ */ __name(() => (
    // Stay one Wasm page short of 4GB: while e.g. Chrome is able to allocate
    // full 4GB Wasm memories, the size will wrap back to 0 bytes in Wasm side
    // for any code that deals with heap sizes, which would require special
    // casing all heap size related code to treat 0 specially.
    2147483648
  ), "getHeapMax");
  var growMemory = /* @__PURE__ */ __name((size) => {
    var oldHeapSize = wasmMemory.buffer.byteLength;
    var pages = (size - oldHeapSize + 65535) / 65536 | 0;
    try {
      wasmMemory.grow(pages);
      updateMemoryViews();
      return 1;
    } catch (e) {
    }
  }, "growMemory");
  var _emscripten_resize_heap = /* @__PURE__ */ __name((requestedSize) => {
    var oldSize = HEAPU8.length;
    requestedSize >>>= 0;
    var maxHeapSize = getHeapMax();
    if (requestedSize > maxHeapSize) {
      return false;
    }
    for (var cutDown = 1; cutDown <= 4; cutDown *= 2) {
      var overGrownHeapSize = oldSize * (1 + 0.2 / cutDown);
      overGrownHeapSize = Math.min(overGrownHeapSize, requestedSize + 100663296);
      var newSize = Math.min(maxHeapSize, alignMemory(Math.max(requestedSize, overGrownHeapSize), 65536));
      var replacement = growMemory(newSize);
      if (replacement) {
        return true;
      }
    }
    return false;
  }, "_emscripten_resize_heap");
  _emscripten_resize_heap.sig = "ip";
  var _fd_close = /* @__PURE__ */ __name((fd) => 52, "_fd_close");
  _fd_close.sig = "ii";
  var INT53_MAX = 9007199254740992;
  var INT53_MIN = -9007199254740992;
  var bigintToI53Checked = /* @__PURE__ */ __name((num) => num < INT53_MIN || num > INT53_MAX ? NaN : Number(num), "bigintToI53Checked");
  function _fd_seek(fd, offset, whence, newOffset) {
    offset = bigintToI53Checked(offset);
    return 70;
  }
  __name(_fd_seek, "_fd_seek");
  _fd_seek.sig = "iijip";
  var printCharBuffers = [null, [], []];
  var printChar = /* @__PURE__ */ __name((stream, curr) => {
    var buffer = printCharBuffers[stream];
    if (curr === 0 || curr === 10) {
      (stream === 1 ? out : err)(UTF8ArrayToString(buffer));
      buffer.length = 0;
    } else {
      buffer.push(curr);
    }
  }, "printChar");
  var _fd_write = /* @__PURE__ */ __name((fd, iov, iovcnt, pnum) => {
    var num = 0;
    for (var i2 = 0; i2 < iovcnt; i2++) {
      var ptr = LE_HEAP_LOAD_U32((iov >> 2) * 4);
      var len = LE_HEAP_LOAD_U32((iov + 4 >> 2) * 4);
      iov += 8;
      for (var j = 0; j < len; j++) {
        printChar(fd, HEAPU8[ptr + j]);
      }
      num += len;
    }
    LE_HEAP_STORE_U32((pnum >> 2) * 4, num);
    return 0;
  }, "_fd_write");
  _fd_write.sig = "iippp";
  function _tree_sitter_log_callback(isLexMessage, messageAddress) {
    if (Module.currentLogCallback) {
      const message = UTF8ToString(messageAddress);
      Module.currentLogCallback(message, isLexMessage !== 0);
    }
  }
  __name(_tree_sitter_log_callback, "_tree_sitter_log_callback");
  function _tree_sitter_parse_callback(inputBufferAddress, index, row, column, lengthAddress) {
    const INPUT_BUFFER_SIZE = 10 * 1024;
    const string = Module.currentParseCallback(index, {
      row,
      column
    });
    if (typeof string === "string") {
      setValue(lengthAddress, string.length, "i32");
      stringToUTF16(string, inputBufferAddress, INPUT_BUFFER_SIZE);
    } else {
      setValue(lengthAddress, 0, "i32");
    }
  }
  __name(_tree_sitter_parse_callback, "_tree_sitter_parse_callback");
  function _tree_sitter_progress_callback(currentOffset, hasError) {
    if (Module.currentProgressCallback) {
      return Module.currentProgressCallback({
        currentOffset,
        hasError
      });
    }
    return false;
  }
  __name(_tree_sitter_progress_callback, "_tree_sitter_progress_callback");
  function _tree_sitter_query_progress_callback(currentOffset) {
    if (Module.currentQueryProgressCallback) {
      return Module.currentQueryProgressCallback({
        currentOffset
      });
    }
    return false;
  }
  __name(_tree_sitter_query_progress_callback, "_tree_sitter_query_progress_callback");
  var runtimeKeepaliveCounter = 0;
  var keepRuntimeAlive = /* @__PURE__ */ __name(() => noExitRuntime || runtimeKeepaliveCounter > 0, "keepRuntimeAlive");
  var _proc_exit = /* @__PURE__ */ __name((code) => {
    EXITSTATUS = code;
    if (!keepRuntimeAlive()) {
      Module["onExit"]?.(code);
      ABORT = true;
    }
    quit_(code, new ExitStatus(code));
  }, "_proc_exit");
  _proc_exit.sig = "vi";
  var exitJS = /* @__PURE__ */ __name((status, implicit) => {
    EXITSTATUS = status;
    _proc_exit(status);
  }, "exitJS");
  var handleException = /* @__PURE__ */ __name((e) => {
    if (e instanceof ExitStatus || e == "unwind") {
      return EXITSTATUS;
    }
    quit_(1, e);
  }, "handleException");
  var lengthBytesUTF8 = /* @__PURE__ */ __name((str) => {
    var len = 0;
    for (var i2 = 0; i2 < str.length; ++i2) {
      var c = str.charCodeAt(i2);
      if (c <= 127) {
        len++;
      } else if (c <= 2047) {
        len += 2;
      } else if (c >= 55296 && c <= 57343) {
        len += 4;
        ++i2;
      } else {
        len += 3;
      }
    }
    return len;
  }, "lengthBytesUTF8");
  var stringToUTF8Array = /* @__PURE__ */ __name((str, heap, outIdx, maxBytesToWrite) => {
    if (!(maxBytesToWrite > 0)) return 0;
    var startIdx = outIdx;
    var endIdx = outIdx + maxBytesToWrite - 1;
    for (var i2 = 0; i2 < str.length; ++i2) {
      var u = str.codePointAt(i2);
      if (u <= 127) {
        if (outIdx >= endIdx) break;
        heap[outIdx++] = u;
      } else if (u <= 2047) {
        if (outIdx + 1 >= endIdx) break;
        heap[outIdx++] = 192 | u >> 6;
        heap[outIdx++] = 128 | u & 63;
      } else if (u <= 65535) {
        if (outIdx + 2 >= endIdx) break;
        heap[outIdx++] = 224 | u >> 12;
        heap[outIdx++] = 128 | u >> 6 & 63;
        heap[outIdx++] = 128 | u & 63;
      } else {
        if (outIdx + 3 >= endIdx) break;
        heap[outIdx++] = 240 | u >> 18;
        heap[outIdx++] = 128 | u >> 12 & 63;
        heap[outIdx++] = 128 | u >> 6 & 63;
        heap[outIdx++] = 128 | u & 63;
        i2++;
      }
    }
    heap[outIdx] = 0;
    return outIdx - startIdx;
  }, "stringToUTF8Array");
  var stringToUTF8 = /* @__PURE__ */ __name((str, outPtr, maxBytesToWrite) => stringToUTF8Array(str, HEAPU8, outPtr, maxBytesToWrite), "stringToUTF8");
  var stackAlloc = /* @__PURE__ */ __name((sz) => __emscripten_stack_alloc(sz), "stackAlloc");
  var stringToUTF8OnStack = /* @__PURE__ */ __name((str) => {
    var size = lengthBytesUTF8(str) + 1;
    var ret = stackAlloc(size);
    stringToUTF8(str, ret, size);
    return ret;
  }, "stringToUTF8OnStack");
  var AsciiToString = /* @__PURE__ */ __name((ptr) => {
    var str = "";
    while (1) {
      var ch = HEAPU8[ptr++];
      if (!ch) return str;
      str += String.fromCharCode(ch);
    }
  }, "AsciiToString");
  var stringToUTF16 = /* @__PURE__ */ __name((str, outPtr, maxBytesToWrite) => {
    maxBytesToWrite ??= 2147483647;
    if (maxBytesToWrite < 2) return 0;
    maxBytesToWrite -= 2;
    var startPtr = outPtr;
    var numCharsToWrite = maxBytesToWrite < str.length * 2 ? maxBytesToWrite / 2 : str.length;
    for (var i2 = 0; i2 < numCharsToWrite; ++i2) {
      var codeUnit = str.charCodeAt(i2);
      LE_HEAP_STORE_I16((outPtr >> 1) * 2, codeUnit);
      outPtr += 2;
    }
    LE_HEAP_STORE_I16((outPtr >> 1) * 2, 0);
    return outPtr - startPtr;
  }, "stringToUTF16");
  LE_ATOMICS_NATIVE_BYTE_ORDER = new Int8Array(new Int16Array([1]).buffer)[0] === 1 ? [
    /* little endian */
    ((x) => x),
    ((x) => x),
    void 0,
    ((x) => x)
  ] : [
    /* big endian */
    ((x) => x),
    ((x) => ((x & 65280) << 8 | (x & 255) << 24) >> 16),
    void 0,
    ((x) => x >> 24 & 255 | x >> 8 & 65280 | (x & 65280) << 8 | (x & 255) << 24)
  ];
  function LE_HEAP_UPDATE() {
    HEAPU16.unsigned = ((x) => x & 65535);
    HEAPU32.unsigned = ((x) => x >>> 0);
  }
  __name(LE_HEAP_UPDATE, "LE_HEAP_UPDATE");
  {
    initMemory();
    if (Module["noExitRuntime"]) noExitRuntime = Module["noExitRuntime"];
    if (Module["print"]) out = Module["print"];
    if (Module["printErr"]) err = Module["printErr"];
    if (Module["dynamicLibraries"]) dynamicLibraries = Module["dynamicLibraries"];
    if (Module["wasmBinary"]) wasmBinary = Module["wasmBinary"];
    if (Module["arguments"]) arguments_ = Module["arguments"];
    if (Module["thisProgram"]) thisProgram = Module["thisProgram"];
    if (Module["preInit"]) {
      if (typeof Module["preInit"] == "function") Module["preInit"] = [Module["preInit"]];
      while (Module["preInit"].length > 0) {
        Module["preInit"].shift()();
      }
    }
  }
  Module["setValue"] = setValue;
  Module["getValue"] = getValue;
  Module["UTF8ToString"] = UTF8ToString;
  Module["stringToUTF8"] = stringToUTF8;
  Module["lengthBytesUTF8"] = lengthBytesUTF8;
  Module["AsciiToString"] = AsciiToString;
  Module["stringToUTF16"] = stringToUTF16;
  Module["loadWebAssemblyModule"] = loadWebAssemblyModule;
  Module["LE_HEAP_STORE_I64"] = LE_HEAP_STORE_I64;
  var ASM_CONSTS = {};
  var _malloc, _calloc, _realloc, _free, _ts_range_edit, _memcmp, _ts_language_symbol_count, _ts_language_state_count, _ts_language_abi_version, _ts_language_name, _ts_language_field_count, _ts_language_next_state, _ts_language_symbol_name, _ts_language_symbol_for_name, _strncmp, _ts_language_symbol_type, _ts_language_field_name_for_id, _ts_lookahead_iterator_new, _ts_lookahead_iterator_delete, _ts_lookahead_iterator_reset_state, _ts_lookahead_iterator_reset, _ts_lookahead_iterator_next, _ts_lookahead_iterator_current_symbol, _ts_point_edit, _ts_parser_delete, _ts_parser_reset, _ts_parser_set_language, _ts_parser_set_included_ranges, _ts_query_new, _ts_query_delete, _iswspace, _iswalnum, _ts_query_copy, _ts_query_pattern_count, _ts_query_capture_count, _ts_query_string_count, _ts_query_capture_name_for_id, _ts_query_capture_quantifier_for_id, _ts_query_string_value_for_id, _ts_query_predicates_for_pattern, _ts_query_start_byte_for_pattern, _ts_query_end_byte_for_pattern, _ts_query_is_pattern_rooted, _ts_query_is_pattern_non_local, _ts_query_is_pattern_guaranteed_at_step, _ts_query_disable_capture, _ts_query_disable_pattern, _ts_tree_copy, _ts_tree_delete, _ts_init, _ts_parser_new_wasm, _ts_parser_enable_logger_wasm, _ts_parser_parse_wasm, _ts_parser_included_ranges_wasm, _ts_language_type_is_named_wasm, _ts_language_type_is_visible_wasm, _ts_language_metadata_wasm, _ts_language_supertypes_wasm, _ts_language_subtypes_wasm, _ts_tree_root_node_wasm, _ts_tree_root_node_with_offset_wasm, _ts_tree_edit_wasm, _ts_tree_included_ranges_wasm, _ts_tree_get_changed_ranges_wasm, _ts_tree_cursor_new_wasm, _ts_tree_cursor_copy_wasm, _ts_tree_cursor_delete_wasm, _ts_tree_cursor_reset_wasm, _ts_tree_cursor_reset_to_wasm, _ts_tree_cursor_goto_first_child_wasm, _ts_tree_cursor_goto_last_child_wasm, _ts_tree_cursor_goto_first_child_for_index_wasm, _ts_tree_cursor_goto_first_child_for_position_wasm, _ts_tree_cursor_goto_next_sibling_wasm, _ts_tree_cursor_goto_previous_sibling_wasm, _ts_tree_cursor_goto_descendant_wasm, _ts_tree_cursor_goto_parent_wasm, _ts_tree_cursor_current_node_type_id_wasm, _ts_tree_cursor_current_node_state_id_wasm, _ts_tree_cursor_current_node_is_named_wasm, _ts_tree_cursor_current_node_is_missing_wasm, _ts_tree_cursor_current_node_id_wasm, _ts_tree_cursor_start_position_wasm, _ts_tree_cursor_end_position_wasm, _ts_tree_cursor_start_index_wasm, _ts_tree_cursor_end_index_wasm, _ts_tree_cursor_current_field_id_wasm, _ts_tree_cursor_current_depth_wasm, _ts_tree_cursor_current_descendant_index_wasm, _ts_tree_cursor_current_node_wasm, _ts_node_symbol_wasm, _ts_node_field_name_for_child_wasm, _ts_node_field_name_for_named_child_wasm, _ts_node_children_by_field_id_wasm, _ts_node_first_child_for_byte_wasm, _ts_node_first_named_child_for_byte_wasm, _ts_node_grammar_symbol_wasm, _ts_node_child_count_wasm, _ts_node_named_child_count_wasm, _ts_node_child_wasm, _ts_node_named_child_wasm, _ts_node_child_by_field_id_wasm, _ts_node_next_sibling_wasm, _ts_node_prev_sibling_wasm, _ts_node_next_named_sibling_wasm, _ts_node_prev_named_sibling_wasm, _ts_node_descendant_count_wasm, _ts_node_parent_wasm, _ts_node_child_with_descendant_wasm, _ts_node_descendant_for_index_wasm, _ts_node_named_descendant_for_index_wasm, _ts_node_descendant_for_position_wasm, _ts_node_named_descendant_for_position_wasm, _ts_node_start_point_wasm, _ts_node_end_point_wasm, _ts_node_start_index_wasm, _ts_node_end_index_wasm, _ts_node_to_string_wasm, _ts_node_children_wasm, _ts_node_named_children_wasm, _ts_node_descendants_of_type_wasm, _ts_node_is_named_wasm, _ts_node_has_changes_wasm, _ts_node_has_error_wasm, _ts_node_is_error_wasm, _ts_node_is_missing_wasm, _ts_node_is_extra_wasm, _ts_node_parse_state_wasm, _ts_node_next_parse_state_wasm, _ts_query_matches_wasm, _ts_query_captures_wasm, _memset, _memcpy, _memmove, _iswalpha, _iswblank, _iswdigit, _iswlower, _iswpunct, _iswupper, _iswxdigit, _memchr, _strlen, _strcmp, _strncat, _strncpy, _towlower, _towupper, _setThrew, __emscripten_stack_restore, __emscripten_stack_alloc, _emscripten_stack_get_current, ___wasm_apply_data_relocs;
  function assignWasmExports(wasmExports2) {
    Module["_malloc"] = _malloc = wasmExports2["malloc"];
    Module["_calloc"] = _calloc = wasmExports2["calloc"];
    Module["_realloc"] = _realloc = wasmExports2["realloc"];
    Module["_free"] = _free = wasmExports2["free"];
    Module["_ts_range_edit"] = _ts_range_edit = wasmExports2["ts_range_edit"];
    Module["_memcmp"] = _memcmp = wasmExports2["memcmp"];
    Module["_ts_language_symbol_count"] = _ts_language_symbol_count = wasmExports2["ts_language_symbol_count"];
    Module["_ts_language_state_count"] = _ts_language_state_count = wasmExports2["ts_language_state_count"];
    Module["_ts_language_abi_version"] = _ts_language_abi_version = wasmExports2["ts_language_abi_version"];
    Module["_ts_language_name"] = _ts_language_name = wasmExports2["ts_language_name"];
    Module["_ts_language_field_count"] = _ts_language_field_count = wasmExports2["ts_language_field_count"];
    Module["_ts_language_next_state"] = _ts_language_next_state = wasmExports2["ts_language_next_state"];
    Module["_ts_language_symbol_name"] = _ts_language_symbol_name = wasmExports2["ts_language_symbol_name"];
    Module["_ts_language_symbol_for_name"] = _ts_language_symbol_for_name = wasmExports2["ts_language_symbol_for_name"];
    Module["_strncmp"] = _strncmp = wasmExports2["strncmp"];
    Module["_ts_language_symbol_type"] = _ts_language_symbol_type = wasmExports2["ts_language_symbol_type"];
    Module["_ts_language_field_name_for_id"] = _ts_language_field_name_for_id = wasmExports2["ts_language_field_name_for_id"];
    Module["_ts_lookahead_iterator_new"] = _ts_lookahead_iterator_new = wasmExports2["ts_lookahead_iterator_new"];
    Module["_ts_lookahead_iterator_delete"] = _ts_lookahead_iterator_delete = wasmExports2["ts_lookahead_iterator_delete"];
    Module["_ts_lookahead_iterator_reset_state"] = _ts_lookahead_iterator_reset_state = wasmExports2["ts_lookahead_iterator_reset_state"];
    Module["_ts_lookahead_iterator_reset"] = _ts_lookahead_iterator_reset = wasmExports2["ts_lookahead_iterator_reset"];
    Module["_ts_lookahead_iterator_next"] = _ts_lookahead_iterator_next = wasmExports2["ts_lookahead_iterator_next"];
    Module["_ts_lookahead_iterator_current_symbol"] = _ts_lookahead_iterator_current_symbol = wasmExports2["ts_lookahead_iterator_current_symbol"];
    Module["_ts_point_edit"] = _ts_point_edit = wasmExports2["ts_point_edit"];
    Module["_ts_parser_delete"] = _ts_parser_delete = wasmExports2["ts_parser_delete"];
    Module["_ts_parser_reset"] = _ts_parser_reset = wasmExports2["ts_parser_reset"];
    Module["_ts_parser_set_language"] = _ts_parser_set_language = wasmExports2["ts_parser_set_language"];
    Module["_ts_parser_set_included_ranges"] = _ts_parser_set_included_ranges = wasmExports2["ts_parser_set_included_ranges"];
    Module["_ts_query_new"] = _ts_query_new = wasmExports2["ts_query_new"];
    Module["_ts_query_delete"] = _ts_query_delete = wasmExports2["ts_query_delete"];
    Module["_iswspace"] = _iswspace = wasmExports2["iswspace"];
    Module["_iswalnum"] = _iswalnum = wasmExports2["iswalnum"];
    Module["_ts_query_copy"] = _ts_query_copy = wasmExports2["ts_query_copy"];
    Module["_ts_query_pattern_count"] = _ts_query_pattern_count = wasmExports2["ts_query_pattern_count"];
    Module["_ts_query_capture_count"] = _ts_query_capture_count = wasmExports2["ts_query_capture_count"];
    Module["_ts_query_string_count"] = _ts_query_string_count = wasmExports2["ts_query_string_count"];
    Module["_ts_query_capture_name_for_id"] = _ts_query_capture_name_for_id = wasmExports2["ts_query_capture_name_for_id"];
    Module["_ts_query_capture_quantifier_for_id"] = _ts_query_capture_quantifier_for_id = wasmExports2["ts_query_capture_quantifier_for_id"];
    Module["_ts_query_string_value_for_id"] = _ts_query_string_value_for_id = wasmExports2["ts_query_string_value_for_id"];
    Module["_ts_query_predicates_for_pattern"] = _ts_query_predicates_for_pattern = wasmExports2["ts_query_predicates_for_pattern"];
    Module["_ts_query_start_byte_for_pattern"] = _ts_query_start_byte_for_pattern = wasmExports2["ts_query_start_byte_for_pattern"];
    Module["_ts_query_end_byte_for_pattern"] = _ts_query_end_byte_for_pattern = wasmExports2["ts_query_end_byte_for_pattern"];
    Module["_ts_query_is_pattern_rooted"] = _ts_query_is_pattern_rooted = wasmExports2["ts_query_is_pattern_rooted"];
    Module["_ts_query_is_pattern_non_local"] = _ts_query_is_pattern_non_local = wasmExports2["ts_query_is_pattern_non_local"];
    Module["_ts_query_is_pattern_guaranteed_at_step"] = _ts_query_is_pattern_guaranteed_at_step = wasmExports2["ts_query_is_pattern_guaranteed_at_step"];
    Module["_ts_query_disable_capture"] = _ts_query_disable_capture = wasmExports2["ts_query_disable_capture"];
    Module["_ts_query_disable_pattern"] = _ts_query_disable_pattern = wasmExports2["ts_query_disable_pattern"];
    Module["_ts_tree_copy"] = _ts_tree_copy = wasmExports2["ts_tree_copy"];
    Module["_ts_tree_delete"] = _ts_tree_delete = wasmExports2["ts_tree_delete"];
    Module["_ts_init"] = _ts_init = wasmExports2["ts_init"];
    Module["_ts_parser_new_wasm"] = _ts_parser_new_wasm = wasmExports2["ts_parser_new_wasm"];
    Module["_ts_parser_enable_logger_wasm"] = _ts_parser_enable_logger_wasm = wasmExports2["ts_parser_enable_logger_wasm"];
    Module["_ts_parser_parse_wasm"] = _ts_parser_parse_wasm = wasmExports2["ts_parser_parse_wasm"];
    Module["_ts_parser_included_ranges_wasm"] = _ts_parser_included_ranges_wasm = wasmExports2["ts_parser_included_ranges_wasm"];
    Module["_ts_language_type_is_named_wasm"] = _ts_language_type_is_named_wasm = wasmExports2["ts_language_type_is_named_wasm"];
    Module["_ts_language_type_is_visible_wasm"] = _ts_language_type_is_visible_wasm = wasmExports2["ts_language_type_is_visible_wasm"];
    Module["_ts_language_metadata_wasm"] = _ts_language_metadata_wasm = wasmExports2["ts_language_metadata_wasm"];
    Module["_ts_language_supertypes_wasm"] = _ts_language_supertypes_wasm = wasmExports2["ts_language_supertypes_wasm"];
    Module["_ts_language_subtypes_wasm"] = _ts_language_subtypes_wasm = wasmExports2["ts_language_subtypes_wasm"];
    Module["_ts_tree_root_node_wasm"] = _ts_tree_root_node_wasm = wasmExports2["ts_tree_root_node_wasm"];
    Module["_ts_tree_root_node_with_offset_wasm"] = _ts_tree_root_node_with_offset_wasm = wasmExports2["ts_tree_root_node_with_offset_wasm"];
    Module["_ts_tree_edit_wasm"] = _ts_tree_edit_wasm = wasmExports2["ts_tree_edit_wasm"];
    Module["_ts_tree_included_ranges_wasm"] = _ts_tree_included_ranges_wasm = wasmExports2["ts_tree_included_ranges_wasm"];
    Module["_ts_tree_get_changed_ranges_wasm"] = _ts_tree_get_changed_ranges_wasm = wasmExports2["ts_tree_get_changed_ranges_wasm"];
    Module["_ts_tree_cursor_new_wasm"] = _ts_tree_cursor_new_wasm = wasmExports2["ts_tree_cursor_new_wasm"];
    Module["_ts_tree_cursor_copy_wasm"] = _ts_tree_cursor_copy_wasm = wasmExports2["ts_tree_cursor_copy_wasm"];
    Module["_ts_tree_cursor_delete_wasm"] = _ts_tree_cursor_delete_wasm = wasmExports2["ts_tree_cursor_delete_wasm"];
    Module["_ts_tree_cursor_reset_wasm"] = _ts_tree_cursor_reset_wasm = wasmExports2["ts_tree_cursor_reset_wasm"];
    Module["_ts_tree_cursor_reset_to_wasm"] = _ts_tree_cursor_reset_to_wasm = wasmExports2["ts_tree_cursor_reset_to_wasm"];
    Module["_ts_tree_cursor_goto_first_child_wasm"] = _ts_tree_cursor_goto_first_child_wasm = wasmExports2["ts_tree_cursor_goto_first_child_wasm"];
    Module["_ts_tree_cursor_goto_last_child_wasm"] = _ts_tree_cursor_goto_last_child_wasm = wasmExports2["ts_tree_cursor_goto_last_child_wasm"];
    Module["_ts_tree_cursor_goto_first_child_for_index_wasm"] = _ts_tree_cursor_goto_first_child_for_index_wasm = wasmExports2["ts_tree_cursor_goto_first_child_for_index_wasm"];
    Module["_ts_tree_cursor_goto_first_child_for_position_wasm"] = _ts_tree_cursor_goto_first_child_for_position_wasm = wasmExports2["ts_tree_cursor_goto_first_child_for_position_wasm"];
    Module["_ts_tree_cursor_goto_next_sibling_wasm"] = _ts_tree_cursor_goto_next_sibling_wasm = wasmExports2["ts_tree_cursor_goto_next_sibling_wasm"];
    Module["_ts_tree_cursor_goto_previous_sibling_wasm"] = _ts_tree_cursor_goto_previous_sibling_wasm = wasmExports2["ts_tree_cursor_goto_previous_sibling_wasm"];
    Module["_ts_tree_cursor_goto_descendant_wasm"] = _ts_tree_cursor_goto_descendant_wasm = wasmExports2["ts_tree_cursor_goto_descendant_wasm"];
    Module["_ts_tree_cursor_goto_parent_wasm"] = _ts_tree_cursor_goto_parent_wasm = wasmExports2["ts_tree_cursor_goto_parent_wasm"];
    Module["_ts_tree_cursor_current_node_type_id_wasm"] = _ts_tree_cursor_current_node_type_id_wasm = wasmExports2["ts_tree_cursor_current_node_type_id_wasm"];
    Module["_ts_tree_cursor_current_node_state_id_wasm"] = _ts_tree_cursor_current_node_state_id_wasm = wasmExports2["ts_tree_cursor_current_node_state_id_wasm"];
    Module["_ts_tree_cursor_current_node_is_named_wasm"] = _ts_tree_cursor_current_node_is_named_wasm = wasmExports2["ts_tree_cursor_current_node_is_named_wasm"];
    Module["_ts_tree_cursor_current_node_is_missing_wasm"] = _ts_tree_cursor_current_node_is_missing_wasm = wasmExports2["ts_tree_cursor_current_node_is_missing_wasm"];
    Module["_ts_tree_cursor_current_node_id_wasm"] = _ts_tree_cursor_current_node_id_wasm = wasmExports2["ts_tree_cursor_current_node_id_wasm"];
    Module["_ts_tree_cursor_start_position_wasm"] = _ts_tree_cursor_start_position_wasm = wasmExports2["ts_tree_cursor_start_position_wasm"];
    Module["_ts_tree_cursor_end_position_wasm"] = _ts_tree_cursor_end_position_wasm = wasmExports2["ts_tree_cursor_end_position_wasm"];
    Module["_ts_tree_cursor_start_index_wasm"] = _ts_tree_cursor_start_index_wasm = wasmExports2["ts_tree_cursor_start_index_wasm"];
    Module["_ts_tree_cursor_end_index_wasm"] = _ts_tree_cursor_end_index_wasm = wasmExports2["ts_tree_cursor_end_index_wasm"];
    Module["_ts_tree_cursor_current_field_id_wasm"] = _ts_tree_cursor_current_field_id_wasm = wasmExports2["ts_tree_cursor_current_field_id_wasm"];
    Module["_ts_tree_cursor_current_depth_wasm"] = _ts_tree_cursor_current_depth_wasm = wasmExports2["ts_tree_cursor_current_depth_wasm"];
    Module["_ts_tree_cursor_current_descendant_index_wasm"] = _ts_tree_cursor_current_descendant_index_wasm = wasmExports2["ts_tree_cursor_current_descendant_index_wasm"];
    Module["_ts_tree_cursor_current_node_wasm"] = _ts_tree_cursor_current_node_wasm = wasmExports2["ts_tree_cursor_current_node_wasm"];
    Module["_ts_node_symbol_wasm"] = _ts_node_symbol_wasm = wasmExports2["ts_node_symbol_wasm"];
    Module["_ts_node_field_name_for_child_wasm"] = _ts_node_field_name_for_child_wasm = wasmExports2["ts_node_field_name_for_child_wasm"];
    Module["_ts_node_field_name_for_named_child_wasm"] = _ts_node_field_name_for_named_child_wasm = wasmExports2["ts_node_field_name_for_named_child_wasm"];
    Module["_ts_node_children_by_field_id_wasm"] = _ts_node_children_by_field_id_wasm = wasmExports2["ts_node_children_by_field_id_wasm"];
    Module["_ts_node_first_child_for_byte_wasm"] = _ts_node_first_child_for_byte_wasm = wasmExports2["ts_node_first_child_for_byte_wasm"];
    Module["_ts_node_first_named_child_for_byte_wasm"] = _ts_node_first_named_child_for_byte_wasm = wasmExports2["ts_node_first_named_child_for_byte_wasm"];
    Module["_ts_node_grammar_symbol_wasm"] = _ts_node_grammar_symbol_wasm = wasmExports2["ts_node_grammar_symbol_wasm"];
    Module["_ts_node_child_count_wasm"] = _ts_node_child_count_wasm = wasmExports2["ts_node_child_count_wasm"];
    Module["_ts_node_named_child_count_wasm"] = _ts_node_named_child_count_wasm = wasmExports2["ts_node_named_child_count_wasm"];
    Module["_ts_node_child_wasm"] = _ts_node_child_wasm = wasmExports2["ts_node_child_wasm"];
    Module["_ts_node_named_child_wasm"] = _ts_node_named_child_wasm = wasmExports2["ts_node_named_child_wasm"];
    Module["_ts_node_child_by_field_id_wasm"] = _ts_node_child_by_field_id_wasm = wasmExports2["ts_node_child_by_field_id_wasm"];
    Module["_ts_node_next_sibling_wasm"] = _ts_node_next_sibling_wasm = wasmExports2["ts_node_next_sibling_wasm"];
    Module["_ts_node_prev_sibling_wasm"] = _ts_node_prev_sibling_wasm = wasmExports2["ts_node_prev_sibling_wasm"];
    Module["_ts_node_next_named_sibling_wasm"] = _ts_node_next_named_sibling_wasm = wasmExports2["ts_node_next_named_sibling_wasm"];
    Module["_ts_node_prev_named_sibling_wasm"] = _ts_node_prev_named_sibling_wasm = wasmExports2["ts_node_prev_named_sibling_wasm"];
    Module["_ts_node_descendant_count_wasm"] = _ts_node_descendant_count_wasm = wasmExports2["ts_node_descendant_count_wasm"];
    Module["_ts_node_parent_wasm"] = _ts_node_parent_wasm = wasmExports2["ts_node_parent_wasm"];
    Module["_ts_node_child_with_descendant_wasm"] = _ts_node_child_with_descendant_wasm = wasmExports2["ts_node_child_with_descendant_wasm"];
    Module["_ts_node_descendant_for_index_wasm"] = _ts_node_descendant_for_index_wasm = wasmExports2["ts_node_descendant_for_index_wasm"];
    Module["_ts_node_named_descendant_for_index_wasm"] = _ts_node_named_descendant_for_index_wasm = wasmExports2["ts_node_named_descendant_for_index_wasm"];
    Module["_ts_node_descendant_for_position_wasm"] = _ts_node_descendant_for_position_wasm = wasmExports2["ts_node_descendant_for_position_wasm"];
    Module["_ts_node_named_descendant_for_position_wasm"] = _ts_node_named_descendant_for_position_wasm = wasmExports2["ts_node_named_descendant_for_position_wasm"];
    Module["_ts_node_start_point_wasm"] = _ts_node_start_point_wasm = wasmExports2["ts_node_start_point_wasm"];
    Module["_ts_node_end_point_wasm"] = _ts_node_end_point_wasm = wasmExports2["ts_node_end_point_wasm"];
    Module["_ts_node_start_index_wasm"] = _ts_node_start_index_wasm = wasmExports2["ts_node_start_index_wasm"];
    Module["_ts_node_end_index_wasm"] = _ts_node_end_index_wasm = wasmExports2["ts_node_end_index_wasm"];
    Module["_ts_node_to_string_wasm"] = _ts_node_to_string_wasm = wasmExports2["ts_node_to_string_wasm"];
    Module["_ts_node_children_wasm"] = _ts_node_children_wasm = wasmExports2["ts_node_children_wasm"];
    Module["_ts_node_named_children_wasm"] = _ts_node_named_children_wasm = wasmExports2["ts_node_named_children_wasm"];
    Module["_ts_node_descendants_of_type_wasm"] = _ts_node_descendants_of_type_wasm = wasmExports2["ts_node_descendants_of_type_wasm"];
    Module["_ts_node_is_named_wasm"] = _ts_node_is_named_wasm = wasmExports2["ts_node_is_named_wasm"];
    Module["_ts_node_has_changes_wasm"] = _ts_node_has_changes_wasm = wasmExports2["ts_node_has_changes_wasm"];
    Module["_ts_node_has_error_wasm"] = _ts_node_has_error_wasm = wasmExports2["ts_node_has_error_wasm"];
    Module["_ts_node_is_error_wasm"] = _ts_node_is_error_wasm = wasmExports2["ts_node_is_error_wasm"];
    Module["_ts_node_is_missing_wasm"] = _ts_node_is_missing_wasm = wasmExports2["ts_node_is_missing_wasm"];
    Module["_ts_node_is_extra_wasm"] = _ts_node_is_extra_wasm = wasmExports2["ts_node_is_extra_wasm"];
    Module["_ts_node_parse_state_wasm"] = _ts_node_parse_state_wasm = wasmExports2["ts_node_parse_state_wasm"];
    Module["_ts_node_next_parse_state_wasm"] = _ts_node_next_parse_state_wasm = wasmExports2["ts_node_next_parse_state_wasm"];
    Module["_ts_query_matches_wasm"] = _ts_query_matches_wasm = wasmExports2["ts_query_matches_wasm"];
    Module["_ts_query_captures_wasm"] = _ts_query_captures_wasm = wasmExports2["ts_query_captures_wasm"];
    Module["_memset"] = _memset = wasmExports2["memset"];
    Module["_memcpy"] = _memcpy = wasmExports2["memcpy"];
    Module["_memmove"] = _memmove = wasmExports2["memmove"];
    Module["_iswalpha"] = _iswalpha = wasmExports2["iswalpha"];
    Module["_iswblank"] = _iswblank = wasmExports2["iswblank"];
    Module["_iswdigit"] = _iswdigit = wasmExports2["iswdigit"];
    Module["_iswlower"] = _iswlower = wasmExports2["iswlower"];
    Module["_iswpunct"] = _iswpunct = wasmExports2["iswpunct"];
    Module["_iswupper"] = _iswupper = wasmExports2["iswupper"];
    Module["_iswxdigit"] = _iswxdigit = wasmExports2["iswxdigit"];
    Module["_memchr"] = _memchr = wasmExports2["memchr"];
    Module["_strlen"] = _strlen = wasmExports2["strlen"];
    Module["_strcmp"] = _strcmp = wasmExports2["strcmp"];
    Module["_strncat"] = _strncat = wasmExports2["strncat"];
    Module["_strncpy"] = _strncpy = wasmExports2["strncpy"];
    Module["_towlower"] = _towlower = wasmExports2["towlower"];
    Module["_towupper"] = _towupper = wasmExports2["towupper"];
    _setThrew = wasmExports2["setThrew"];
    __emscripten_stack_restore = wasmExports2["_emscripten_stack_restore"];
    __emscripten_stack_alloc = wasmExports2["_emscripten_stack_alloc"];
    _emscripten_stack_get_current = wasmExports2["emscripten_stack_get_current"];
    ___wasm_apply_data_relocs = wasmExports2["__wasm_apply_data_relocs"];
  }
  __name(assignWasmExports, "assignWasmExports");
  var wasmImports = {
    /** @export */
    __heap_base: ___heap_base,
    /** @export */
    __indirect_function_table: wasmTable,
    /** @export */
    __memory_base: ___memory_base,
    /** @export */
    __stack_high: ___stack_high,
    /** @export */
    __stack_low: ___stack_low,
    /** @export */
    __stack_pointer: ___stack_pointer,
    /** @export */
    __table_base: ___table_base,
    /** @export */
    _abort_js: __abort_js,
    /** @export */
    emscripten_resize_heap: _emscripten_resize_heap,
    /** @export */
    fd_close: _fd_close,
    /** @export */
    fd_seek: _fd_seek,
    /** @export */
    fd_write: _fd_write,
    /** @export */
    memory: wasmMemory,
    /** @export */
    tree_sitter_log_callback: _tree_sitter_log_callback,
    /** @export */
    tree_sitter_parse_callback: _tree_sitter_parse_callback,
    /** @export */
    tree_sitter_progress_callback: _tree_sitter_progress_callback,
    /** @export */
    tree_sitter_query_progress_callback: _tree_sitter_query_progress_callback
  };
  function callMain(args2 = []) {
    var entryFunction = resolveGlobalSymbol("main").sym;
    if (!entryFunction) return;
    args2.unshift(thisProgram);
    var argc = args2.length;
    var argv = stackAlloc((argc + 1) * 4);
    var argv_ptr = argv;
    args2.forEach((arg) => {
      LE_HEAP_STORE_U32((argv_ptr >> 2) * 4, stringToUTF8OnStack(arg));
      argv_ptr += 4;
    });
    LE_HEAP_STORE_U32((argv_ptr >> 2) * 4, 0);
    try {
      var ret = entryFunction(argc, argv);
      exitJS(
        ret,
        /* implicit = */
        true
      );
      return ret;
    } catch (e) {
      return handleException(e);
    }
  }
  __name(callMain, "callMain");
  function run(args2 = arguments_) {
    if (runDependencies > 0) {
      dependenciesFulfilled = run;
      return;
    }
    preRun();
    if (runDependencies > 0) {
      dependenciesFulfilled = run;
      return;
    }
    function doRun() {
      Module["calledRun"] = true;
      if (ABORT) return;
      initRuntime();
      preMain();
      readyPromiseResolve?.(Module);
      Module["onRuntimeInitialized"]?.();
      var noInitialRun = Module["noInitialRun"] || false;
      if (!noInitialRun) callMain(args2);
      postRun();
    }
    __name(doRun, "doRun");
    if (Module["setStatus"]) {
      Module["setStatus"]("Running...");
      setTimeout(() => {
        setTimeout(() => Module["setStatus"](""), 1);
        doRun();
      }, 1);
    } else {
      doRun();
    }
  }
  __name(run, "run");
  var wasmExports;
  wasmExports = await createWasm();
  run();
  if (runtimeInitialized) {
    moduleRtn = Module;
  } else {
    moduleRtn = new Promise((resolve2, reject) => {
      readyPromiseResolve = resolve2;
      readyPromiseReject = reject;
    });
  }
  return moduleRtn;
}
__name(Module2, "Module");
var web_tree_sitter_default = Module2;
var Module3 = null;
async function initializeBinding(moduleOptions) {
  return Module3 ??= await web_tree_sitter_default(moduleOptions);
}
__name(initializeBinding, "initializeBinding");
function checkModule() {
  return !!Module3;
}
__name(checkModule, "checkModule");
var TRANSFER_BUFFER;
var LANGUAGE_VERSION;
var MIN_COMPATIBLE_VERSION;
var finalizer4 = newFinalizer((addresses) => {
  C._ts_parser_delete(addresses[0]);
  C._free(addresses[1]);
});
var Parser = class {
  static {
    __name(this, "Parser");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  [1] = 0;
  // Internal handle for Wasm
  /** @internal */
  logCallback = null;
  /** The parser's current language. */
  language = null;
  /**
   * This must always be called before creating a Parser.
   *
   * You can optionally pass in options to configure the Wasm module, the most common
   * one being `locateFile` to help the module find the `.wasm` file.
   */
  static async init(moduleOptions) {
    setModule(await initializeBinding(moduleOptions));
    TRANSFER_BUFFER = C._ts_init();
    LANGUAGE_VERSION = C.getValue(TRANSFER_BUFFER, "i32");
    MIN_COMPATIBLE_VERSION = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
  }
  /**
   * Create a new parser.
   */
  constructor() {
    this.initialize();
    finalizer4?.register(this, [this[0], this[1]], this);
  }
  /** @internal */
  initialize() {
    if (!checkModule()) {
      throw new Error("cannot construct a Parser before calling `init()`");
    }
    C._ts_parser_new_wasm();
    this[0] = C.getValue(TRANSFER_BUFFER, "i32");
    this[1] = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
  }
  /** Delete the parser, freeing its resources. */
  delete() {
    finalizer4?.unregister(this);
    C._ts_parser_delete(this[0]);
    C._free(this[1]);
    this[0] = 0;
    this[1] = 0;
  }
  /**
   * Set the language that the parser should use for parsing.
   *
   * If the language was not successfully assigned, an error will be thrown.
   * This happens if the language was generated with an incompatible
   * version of the Tree-sitter CLI. Check the language's version using
   * {@link Language#version} and compare it to this library's
   * {@link LANGUAGE_VERSION} and {@link MIN_COMPATIBLE_VERSION} constants.
   */
  setLanguage(language) {
    let address;
    if (!language) {
      address = 0;
      this.language = null;
    } else if (language.constructor === Language) {
      address = language[0];
      const version = C._ts_language_abi_version(address);
      if (version < MIN_COMPATIBLE_VERSION || LANGUAGE_VERSION < version) {
        throw new Error(
          `Incompatible language version ${version}. Compatibility range ${MIN_COMPATIBLE_VERSION} through ${LANGUAGE_VERSION}.`
        );
      }
      this.language = language;
    } else {
      throw new Error("Argument must be a Language");
    }
    C._ts_parser_set_language(this[0], address);
    return this;
  }
  /**
   * Parse a slice of UTF8 text.
   *
   * @param {string | ParseCallback} callback - The UTF8-encoded text to parse or a callback function.
   *
   * @param {Tree | null} [oldTree] - A previous syntax tree parsed from the same document. If the text of the
   *   document has changed since `oldTree` was created, then you must edit `oldTree` to match
   *   the new text using {@link Tree#edit}.
   *
   * @param {ParseOptions} [options] - Options for parsing the text.
   *  This can be used to set the included ranges, or a progress callback.
   *
   * @returns {Tree | null} A {@link Tree} if parsing succeeded, or `null` if:
   *  - The parser has not yet had a language assigned with {@link Parser#setLanguage}.
   *  - The progress callback returned true.
   */
  parse(callback, oldTree, options2) {
    if (typeof callback === "string") {
      C.currentParseCallback = (index) => callback.slice(index);
    } else if (typeof callback === "function") {
      C.currentParseCallback = callback;
    } else {
      throw new Error("Argument must be a string or a function");
    }
    if (options2?.progressCallback) {
      C.currentProgressCallback = options2.progressCallback;
    } else {
      C.currentProgressCallback = null;
    }
    if (this.logCallback) {
      C.currentLogCallback = this.logCallback;
      C._ts_parser_enable_logger_wasm(this[0], 1);
    } else {
      C.currentLogCallback = null;
      C._ts_parser_enable_logger_wasm(this[0], 0);
    }
    let rangeCount = 0;
    let rangeAddress = 0;
    if (options2?.includedRanges) {
      rangeCount = options2.includedRanges.length;
      rangeAddress = C._calloc(rangeCount, SIZE_OF_RANGE);
      let address = rangeAddress;
      for (let i2 = 0; i2 < rangeCount; i2++) {
        marshalRange(address, options2.includedRanges[i2]);
        address += SIZE_OF_RANGE;
      }
    }
    const treeAddress = C._ts_parser_parse_wasm(
      this[0],
      this[1],
      oldTree ? oldTree[0] : 0,
      rangeAddress,
      rangeCount
    );
    if (!treeAddress) {
      C.currentParseCallback = null;
      C.currentLogCallback = null;
      C.currentProgressCallback = null;
      return null;
    }
    if (!this.language) {
      throw new Error("Parser must have a language to parse");
    }
    const result = new Tree(INTERNAL, treeAddress, this.language, C.currentParseCallback);
    C.currentParseCallback = null;
    C.currentLogCallback = null;
    C.currentProgressCallback = null;
    return result;
  }
  /**
   * Instruct the parser to start the next parse from the beginning.
   *
   * If the parser previously failed because of a callback, 
   * then by default, it will resume where it left off on the
   * next call to {@link Parser#parse} or other parsing functions.
   * If you don't want to resume, and instead intend to use this parser to
   * parse some other document, you must call `reset` first.
   */
  reset() {
    C._ts_parser_reset(this[0]);
  }
  /** Get the ranges of text that the parser will include when parsing. */
  getIncludedRanges() {
    C._ts_parser_included_ranges_wasm(this[0]);
    const count2 = C.getValue(TRANSFER_BUFFER, "i32");
    const buffer = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const result = new Array(count2);
    if (count2 > 0) {
      let address = buffer;
      for (let i2 = 0; i2 < count2; i2++) {
        result[i2] = unmarshalRange(address);
        address += SIZE_OF_RANGE;
      }
      C._free(buffer);
    }
    return result;
  }
  /** Set the logging callback that a parser should use during parsing. */
  setLogger(callback) {
    if (!callback) {
      this.logCallback = null;
    } else if (typeof callback !== "function") {
      throw new Error("Logger callback must be a function");
    } else {
      this.logCallback = callback;
    }
    return this;
  }
  /** Get the parser's current logger. */
  getLogger() {
    return this.logCallback;
  }
};
var PREDICATE_STEP_TYPE_CAPTURE = 1;
var PREDICATE_STEP_TYPE_STRING = 2;
var QUERY_WORD_REGEX = /[\w-]+/g;
var CaptureQuantifier = {
  Zero: 0,
  ZeroOrOne: 1,
  ZeroOrMore: 2,
  One: 3,
  OneOrMore: 4
};
var isCaptureStep = /* @__PURE__ */ __name((step) => step.type === "capture", "isCaptureStep");
var isStringStep = /* @__PURE__ */ __name((step) => step.type === "string", "isStringStep");
var QueryErrorKind = {
  Syntax: 1,
  NodeName: 2,
  FieldName: 3,
  CaptureName: 4,
  PatternStructure: 5
};
var QueryError = class _QueryError extends Error {
  constructor(kind, info2, index, length) {
    super(_QueryError.formatMessage(kind, info2));
    this.kind = kind;
    this.info = info2;
    this.index = index;
    this.length = length;
    this.name = "QueryError";
  }
  kind;
  info;
  index;
  length;
  static {
    __name(this, "QueryError");
  }
  /** Formats an error message based on the error kind and info */
  static formatMessage(kind, info2) {
    switch (kind) {
      case QueryErrorKind.NodeName:
        return `Bad node name '${info2.word}'`;
      case QueryErrorKind.FieldName:
        return `Bad field name '${info2.word}'`;
      case QueryErrorKind.CaptureName:
        return `Bad capture name @${info2.word}`;
      case QueryErrorKind.PatternStructure:
        return `Bad pattern structure at offset ${info2.suffix}`;
      case QueryErrorKind.Syntax:
        return `Bad syntax at offset ${info2.suffix}`;
    }
  }
};
function parseAnyPredicate(steps, index, operator, textPredicates) {
  if (steps.length !== 3) {
    throw new Error(
      `Wrong number of arguments to \`#${operator}\` predicate. Expected 2, got ${steps.length - 1}`
    );
  }
  if (!isCaptureStep(steps[1])) {
    throw new Error(
      `First argument of \`#${operator}\` predicate must be a capture. Got "${steps[1].value}"`
    );
  }
  const isPositive = operator === "eq?" || operator === "any-eq?";
  const matchAll = !operator.startsWith("any-");
  if (isCaptureStep(steps[2])) {
    const captureName1 = steps[1].name;
    const captureName2 = steps[2].name;
    textPredicates[index].push((captures) => {
      const nodes1 = [];
      const nodes2 = [];
      for (const c of captures) {
        if (c.name === captureName1) nodes1.push(c.node);
        if (c.name === captureName2) nodes2.push(c.node);
      }
      const compare2 = /* @__PURE__ */ __name((n1, n2, positive) => {
        return positive ? n1.text === n2.text : n1.text !== n2.text;
      }, "compare");
      return matchAll ? nodes1.every((n1) => nodes2.some((n2) => compare2(n1, n2, isPositive))) : nodes1.some((n1) => nodes2.some((n2) => compare2(n1, n2, isPositive)));
    });
  } else {
    const captureName = steps[1].name;
    const stringValue = steps[2].value;
    const matches = /* @__PURE__ */ __name((n) => n.text === stringValue, "matches");
    const doesNotMatch = /* @__PURE__ */ __name((n) => n.text !== stringValue, "doesNotMatch");
    textPredicates[index].push((captures) => {
      const nodes = [];
      for (const c of captures) {
        if (c.name === captureName) nodes.push(c.node);
      }
      const test = isPositive ? matches : doesNotMatch;
      return matchAll ? nodes.every(test) : nodes.some(test);
    });
  }
}
__name(parseAnyPredicate, "parseAnyPredicate");
function parseMatchPredicate(steps, index, operator, textPredicates) {
  if (steps.length !== 3) {
    throw new Error(
      `Wrong number of arguments to \`#${operator}\` predicate. Expected 2, got ${steps.length - 1}.`
    );
  }
  if (steps[1].type !== "capture") {
    throw new Error(
      `First argument of \`#${operator}\` predicate must be a capture. Got "${steps[1].value}".`
    );
  }
  if (steps[2].type !== "string") {
    throw new Error(
      `Second argument of \`#${operator}\` predicate must be a string. Got @${steps[2].name}.`
    );
  }
  const isPositive = operator === "match?" || operator === "any-match?";
  const matchAll = !operator.startsWith("any-");
  const captureName = steps[1].name;
  const regex = new RegExp(steps[2].value);
  textPredicates[index].push((captures) => {
    const nodes = [];
    for (const c of captures) {
      if (c.name === captureName) nodes.push(c.node.text);
    }
    const test = /* @__PURE__ */ __name((text2, positive) => {
      return positive ? regex.test(text2) : !regex.test(text2);
    }, "test");
    if (nodes.length === 0) return !isPositive;
    return matchAll ? nodes.every((text2) => test(text2, isPositive)) : nodes.some((text2) => test(text2, isPositive));
  });
}
__name(parseMatchPredicate, "parseMatchPredicate");
function parseAnyOfPredicate(steps, index, operator, textPredicates) {
  if (steps.length < 2) {
    throw new Error(
      `Wrong number of arguments to \`#${operator}\` predicate. Expected at least 1. Got ${steps.length - 1}.`
    );
  }
  if (steps[1].type !== "capture") {
    throw new Error(
      `First argument of \`#${operator}\` predicate must be a capture. Got "${steps[1].value}".`
    );
  }
  const isPositive = operator === "any-of?";
  const captureName = steps[1].name;
  const stringSteps = steps.slice(2);
  if (!stringSteps.every(isStringStep)) {
    throw new Error(
      `Arguments to \`#${operator}\` predicate must be strings.".`
    );
  }
  const values = stringSteps.map((s) => s.value);
  textPredicates[index].push((captures) => {
    const nodes = [];
    for (const c of captures) {
      if (c.name === captureName) nodes.push(c.node.text);
    }
    if (nodes.length === 0) return !isPositive;
    return nodes.every((text2) => values.includes(text2)) === isPositive;
  });
}
__name(parseAnyOfPredicate, "parseAnyOfPredicate");
function parseIsPredicate(steps, index, operator, assertedProperties, refutedProperties) {
  if (steps.length < 2 || steps.length > 3) {
    throw new Error(
      `Wrong number of arguments to \`#${operator}\` predicate. Expected 1 or 2. Got ${steps.length - 1}.`
    );
  }
  if (!steps.every(isStringStep)) {
    throw new Error(
      `Arguments to \`#${operator}\` predicate must be strings.".`
    );
  }
  const properties = operator === "is?" ? assertedProperties : refutedProperties;
  if (!properties[index]) properties[index] = {};
  properties[index][steps[1].value] = steps[2]?.value ?? null;
}
__name(parseIsPredicate, "parseIsPredicate");
function parseSetDirective(steps, index, setProperties) {
  if (steps.length < 2 || steps.length > 3) {
    throw new Error(`Wrong number of arguments to \`#set!\` predicate. Expected 1 or 2. Got ${steps.length - 1}.`);
  }
  if (!steps.every(isStringStep)) {
    throw new Error(`Arguments to \`#set!\` predicate must be strings.".`);
  }
  if (!setProperties[index]) setProperties[index] = {};
  setProperties[index][steps[1].value] = steps[2]?.value ?? null;
}
__name(parseSetDirective, "parseSetDirective");
function parsePattern(index, stepType, stepValueId, captureNames, stringValues, steps, textPredicates, predicates, setProperties, assertedProperties, refutedProperties) {
  if (stepType === PREDICATE_STEP_TYPE_CAPTURE) {
    const name2 = captureNames[stepValueId];
    steps.push({ type: "capture", name: name2 });
  } else if (stepType === PREDICATE_STEP_TYPE_STRING) {
    steps.push({ type: "string", value: stringValues[stepValueId] });
  } else if (steps.length > 0) {
    if (steps[0].type !== "string") {
      throw new Error("Predicates must begin with a literal value");
    }
    const operator = steps[0].value;
    switch (operator) {
      case "any-not-eq?":
      case "not-eq?":
      case "any-eq?":
      case "eq?":
        parseAnyPredicate(steps, index, operator, textPredicates);
        break;
      case "any-not-match?":
      case "not-match?":
      case "any-match?":
      case "match?":
        parseMatchPredicate(steps, index, operator, textPredicates);
        break;
      case "not-any-of?":
      case "any-of?":
        parseAnyOfPredicate(steps, index, operator, textPredicates);
        break;
      case "is?":
      case "is-not?":
        parseIsPredicate(steps, index, operator, assertedProperties, refutedProperties);
        break;
      case "set!":
        parseSetDirective(steps, index, setProperties);
        break;
      default:
        predicates[index].push({ operator, operands: steps.slice(1) });
    }
    steps.length = 0;
  }
}
__name(parsePattern, "parsePattern");
var finalizer5 = newFinalizer((address) => {
  C._ts_query_delete(address);
});
var Query = class {
  static {
    __name(this, "Query");
  }
  /** @internal */
  [0] = 0;
  // Internal handle for Wasm
  /** @internal */
  exceededMatchLimit;
  /** @internal */
  textPredicates;
  /** The names of the captures used in the query. */
  captureNames;
  /** The quantifiers of the captures used in the query. */
  captureQuantifiers;
  /**
   * The other user-defined predicates associated with the given index.
   *
   * This includes predicates with operators other than:
   * - `match?`
   * - `eq?` and `not-eq?`
   * - `any-of?` and `not-any-of?`
   * - `is?` and `is-not?`
   * - `set!`
   */
  predicates;
  /** The properties for predicates with the operator `set!`. */
  setProperties;
  /** The properties for predicates with the operator `is?`. */
  assertedProperties;
  /** The properties for predicates with the operator `is-not?`. */
  refutedProperties;
  /** The maximum number of in-progress matches for this cursor. */
  matchLimit;
  /**
   * Create a new query from a string containing one or more S-expression
   * patterns.
   *
   * The query is associated with a particular language, and can only be run
   * on syntax nodes parsed with that language. References to Queries can be
   * shared between multiple threads.
   *
   * @link {@see https://tree-sitter.github.io/tree-sitter/using-parsers/queries}
   */
  constructor(language, source) {
    const sourceLength = C.lengthBytesUTF8(source);
    const sourceAddress = C._malloc(sourceLength + 1);
    C.stringToUTF8(source, sourceAddress, sourceLength + 1);
    const address = C._ts_query_new(
      language[0],
      sourceAddress,
      sourceLength,
      TRANSFER_BUFFER,
      TRANSFER_BUFFER + SIZE_OF_INT
    );
    if (!address) {
      const errorId = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
      const errorByte = C.getValue(TRANSFER_BUFFER, "i32");
      const errorIndex = C.UTF8ToString(sourceAddress, errorByte).length;
      const suffix = source.slice(errorIndex, errorIndex + 100).split("\n")[0];
      const word = suffix.match(QUERY_WORD_REGEX)?.[0] ?? "";
      C._free(sourceAddress);
      switch (errorId) {
        case QueryErrorKind.Syntax:
          throw new QueryError(QueryErrorKind.Syntax, { suffix: `${errorIndex}: '${suffix}'...` }, errorIndex, 0);
        case QueryErrorKind.NodeName:
          throw new QueryError(errorId, { word }, errorIndex, word.length);
        case QueryErrorKind.FieldName:
          throw new QueryError(errorId, { word }, errorIndex, word.length);
        case QueryErrorKind.CaptureName:
          throw new QueryError(errorId, { word }, errorIndex, word.length);
        case QueryErrorKind.PatternStructure:
          throw new QueryError(errorId, { suffix: `${errorIndex}: '${suffix}'...` }, errorIndex, 0);
      }
    }
    const stringCount = C._ts_query_string_count(address);
    const captureCount = C._ts_query_capture_count(address);
    const patternCount = C._ts_query_pattern_count(address);
    const captureNames = new Array(captureCount);
    const captureQuantifiers = new Array(patternCount);
    const stringValues = new Array(stringCount);
    for (let i2 = 0; i2 < captureCount; i2++) {
      const nameAddress = C._ts_query_capture_name_for_id(
        address,
        i2,
        TRANSFER_BUFFER
      );
      const nameLength = C.getValue(TRANSFER_BUFFER, "i32");
      captureNames[i2] = C.UTF8ToString(nameAddress, nameLength);
    }
    for (let i2 = 0; i2 < patternCount; i2++) {
      const captureQuantifiersArray = new Array(captureCount);
      for (let j = 0; j < captureCount; j++) {
        const quantifier = C._ts_query_capture_quantifier_for_id(address, i2, j);
        captureQuantifiersArray[j] = quantifier;
      }
      captureQuantifiers[i2] = captureQuantifiersArray;
    }
    for (let i2 = 0; i2 < stringCount; i2++) {
      const valueAddress = C._ts_query_string_value_for_id(
        address,
        i2,
        TRANSFER_BUFFER
      );
      const nameLength = C.getValue(TRANSFER_BUFFER, "i32");
      stringValues[i2] = C.UTF8ToString(valueAddress, nameLength);
    }
    const setProperties = new Array(patternCount);
    const assertedProperties = new Array(patternCount);
    const refutedProperties = new Array(patternCount);
    const predicates = new Array(patternCount);
    const textPredicates = new Array(patternCount);
    for (let i2 = 0; i2 < patternCount; i2++) {
      const predicatesAddress = C._ts_query_predicates_for_pattern(address, i2, TRANSFER_BUFFER);
      const stepCount = C.getValue(TRANSFER_BUFFER, "i32");
      predicates[i2] = [];
      textPredicates[i2] = [];
      const steps = new Array();
      let stepAddress = predicatesAddress;
      for (let j = 0; j < stepCount; j++) {
        const stepType = C.getValue(stepAddress, "i32");
        stepAddress += SIZE_OF_INT;
        const stepValueId = C.getValue(stepAddress, "i32");
        stepAddress += SIZE_OF_INT;
        parsePattern(
          i2,
          stepType,
          stepValueId,
          captureNames,
          stringValues,
          steps,
          textPredicates,
          predicates,
          setProperties,
          assertedProperties,
          refutedProperties
        );
      }
      Object.freeze(textPredicates[i2]);
      Object.freeze(predicates[i2]);
      Object.freeze(setProperties[i2]);
      Object.freeze(assertedProperties[i2]);
      Object.freeze(refutedProperties[i2]);
    }
    C._free(sourceAddress);
    this[0] = address;
    this.captureNames = captureNames;
    this.captureQuantifiers = captureQuantifiers;
    this.textPredicates = textPredicates;
    this.predicates = predicates;
    this.setProperties = setProperties;
    this.assertedProperties = assertedProperties;
    this.refutedProperties = refutedProperties;
    this.exceededMatchLimit = false;
    finalizer5?.register(this, address, this);
  }
  /** Delete the query, freeing its resources. */
  delete() {
    finalizer5?.unregister(this);
    C._ts_query_delete(this[0]);
    this[0] = 0;
  }
  /**
   * Iterate over all of the matches in the order that they were found.
   *
   * Each match contains the index of the pattern that matched, and a list of
   * captures. Because multiple patterns can match the same set of nodes,
   * one match may contain captures that appear *before* some of the
   * captures from a previous match.
   *
   * @param {Node} node - The node to execute the query on.
   *
   * @param {QueryOptions} options - Options for query execution.
   */
  matches(node, options2 = {}) {
    const startPosition = options2.startPosition ?? ZERO_POINT;
    const endPosition = options2.endPosition ?? ZERO_POINT;
    const startIndex = options2.startIndex ?? 0;
    const endIndex = options2.endIndex ?? 0;
    const startContainingPosition = options2.startContainingPosition ?? ZERO_POINT;
    const endContainingPosition = options2.endContainingPosition ?? ZERO_POINT;
    const startContainingIndex = options2.startContainingIndex ?? 0;
    const endContainingIndex = options2.endContainingIndex ?? 0;
    const matchLimit = options2.matchLimit ?? 4294967295;
    const maxStartDepth = options2.maxStartDepth ?? 4294967295;
    const progressCallback = options2.progressCallback;
    if (typeof matchLimit !== "number") {
      throw new Error("Arguments must be numbers");
    }
    this.matchLimit = matchLimit;
    if (endIndex !== 0 && startIndex > endIndex) {
      throw new Error("`startIndex` cannot be greater than `endIndex`");
    }
    if (endPosition !== ZERO_POINT && (startPosition.row > endPosition.row || startPosition.row === endPosition.row && startPosition.column > endPosition.column)) {
      throw new Error("`startPosition` cannot be greater than `endPosition`");
    }
    if (endContainingIndex !== 0 && startContainingIndex > endContainingIndex) {
      throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");
    }
    if (endContainingPosition !== ZERO_POINT && (startContainingPosition.row > endContainingPosition.row || startContainingPosition.row === endContainingPosition.row && startContainingPosition.column > endContainingPosition.column)) {
      throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");
    }
    if (progressCallback) {
      C.currentQueryProgressCallback = progressCallback;
    }
    marshalNode(node);
    C._ts_query_matches_wasm(
      this[0],
      node.tree[0],
      startPosition.row,
      startPosition.column,
      endPosition.row,
      endPosition.column,
      startIndex,
      endIndex,
      startContainingPosition.row,
      startContainingPosition.column,
      endContainingPosition.row,
      endContainingPosition.column,
      startContainingIndex,
      endContainingIndex,
      matchLimit,
      maxStartDepth
    );
    const rawCount = C.getValue(TRANSFER_BUFFER, "i32");
    const startAddress = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const didExceedMatchLimit = C.getValue(TRANSFER_BUFFER + 2 * SIZE_OF_INT, "i32");
    const result = new Array(rawCount);
    this.exceededMatchLimit = Boolean(didExceedMatchLimit);
    let filteredCount = 0;
    let address = startAddress;
    for (let i2 = 0; i2 < rawCount; i2++) {
      const patternIndex = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      const captureCount = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      const captures = new Array(captureCount);
      address = unmarshalCaptures(this, node.tree, address, patternIndex, captures);
      if (this.textPredicates[patternIndex].every((p) => p(captures))) {
        result[filteredCount] = { patternIndex, captures };
        const setProperties = this.setProperties[patternIndex];
        result[filteredCount].setProperties = setProperties;
        const assertedProperties = this.assertedProperties[patternIndex];
        result[filteredCount].assertedProperties = assertedProperties;
        const refutedProperties = this.refutedProperties[patternIndex];
        result[filteredCount].refutedProperties = refutedProperties;
        filteredCount++;
      }
    }
    result.length = filteredCount;
    C._free(startAddress);
    C.currentQueryProgressCallback = null;
    return result;
  }
  /**
   * Iterate over all of the individual captures in the order that they
   * appear.
   *
   * This is useful if you don't care about which pattern matched, and just
   * want a single, ordered sequence of captures.
   *
   * @param {Node} node - The node to execute the query on.
   *
   * @param {QueryOptions} options - Options for query execution.
   */
  captures(node, options2 = {}) {
    const startPosition = options2.startPosition ?? ZERO_POINT;
    const endPosition = options2.endPosition ?? ZERO_POINT;
    const startIndex = options2.startIndex ?? 0;
    const endIndex = options2.endIndex ?? 0;
    const startContainingPosition = options2.startContainingPosition ?? ZERO_POINT;
    const endContainingPosition = options2.endContainingPosition ?? ZERO_POINT;
    const startContainingIndex = options2.startContainingIndex ?? 0;
    const endContainingIndex = options2.endContainingIndex ?? 0;
    const matchLimit = options2.matchLimit ?? 4294967295;
    const maxStartDepth = options2.maxStartDepth ?? 4294967295;
    const progressCallback = options2.progressCallback;
    if (typeof matchLimit !== "number") {
      throw new Error("Arguments must be numbers");
    }
    this.matchLimit = matchLimit;
    if (endIndex !== 0 && startIndex > endIndex) {
      throw new Error("`startIndex` cannot be greater than `endIndex`");
    }
    if (endPosition !== ZERO_POINT && (startPosition.row > endPosition.row || startPosition.row === endPosition.row && startPosition.column > endPosition.column)) {
      throw new Error("`startPosition` cannot be greater than `endPosition`");
    }
    if (endContainingIndex !== 0 && startContainingIndex > endContainingIndex) {
      throw new Error("`startContainingIndex` cannot be greater than `endContainingIndex`");
    }
    if (endContainingPosition !== ZERO_POINT && (startContainingPosition.row > endContainingPosition.row || startContainingPosition.row === endContainingPosition.row && startContainingPosition.column > endContainingPosition.column)) {
      throw new Error("`startContainingPosition` cannot be greater than `endContainingPosition`");
    }
    if (progressCallback) {
      C.currentQueryProgressCallback = progressCallback;
    }
    marshalNode(node);
    C._ts_query_captures_wasm(
      this[0],
      node.tree[0],
      startPosition.row,
      startPosition.column,
      endPosition.row,
      endPosition.column,
      startIndex,
      endIndex,
      startContainingPosition.row,
      startContainingPosition.column,
      endContainingPosition.row,
      endContainingPosition.column,
      startContainingIndex,
      endContainingIndex,
      matchLimit,
      maxStartDepth
    );
    const count2 = C.getValue(TRANSFER_BUFFER, "i32");
    const startAddress = C.getValue(TRANSFER_BUFFER + SIZE_OF_INT, "i32");
    const didExceedMatchLimit = C.getValue(TRANSFER_BUFFER + 2 * SIZE_OF_INT, "i32");
    const result = new Array();
    this.exceededMatchLimit = Boolean(didExceedMatchLimit);
    const captures = new Array();
    let address = startAddress;
    for (let i2 = 0; i2 < count2; i2++) {
      const patternIndex = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      const captureCount = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      const captureIndex = C.getValue(address, "i32");
      address += SIZE_OF_INT;
      captures.length = captureCount;
      address = unmarshalCaptures(this, node.tree, address, patternIndex, captures);
      if (this.textPredicates[patternIndex].every((p) => p(captures))) {
        const capture = captures[captureIndex];
        const setProperties = this.setProperties[patternIndex];
        capture.setProperties = setProperties;
        const assertedProperties = this.assertedProperties[patternIndex];
        capture.assertedProperties = assertedProperties;
        const refutedProperties = this.refutedProperties[patternIndex];
        capture.refutedProperties = refutedProperties;
        result.push(capture);
      }
    }
    C._free(startAddress);
    C.currentQueryProgressCallback = null;
    return result;
  }
  /** Get the predicates for a given pattern. */
  predicatesForPattern(patternIndex) {
    return this.predicates[patternIndex];
  }
  /**
   * Disable a certain capture within a query.
   *
   * This prevents the capture from being returned in matches, and also
   * avoids any resource usage associated with recording the capture.
   */
  disableCapture(captureName) {
    const captureNameLength = C.lengthBytesUTF8(captureName);
    const captureNameAddress = C._malloc(captureNameLength + 1);
    C.stringToUTF8(captureName, captureNameAddress, captureNameLength + 1);
    C._ts_query_disable_capture(this[0], captureNameAddress, captureNameLength);
    C._free(captureNameAddress);
  }
  /**
   * Disable a certain pattern within a query.
   *
   * This prevents the pattern from matching, and also avoids any resource
   * usage associated with the pattern. This throws an error if the pattern
   * index is out of bounds.
   */
  disablePattern(patternIndex) {
    if (patternIndex >= this.predicates.length) {
      throw new Error(
        `Pattern index is ${patternIndex} but the pattern count is ${this.predicates.length}`
      );
    }
    C._ts_query_disable_pattern(this[0], patternIndex);
  }
  /**
   * Check if, on its last execution, this cursor exceeded its maximum number
   * of in-progress matches.
   */
  didExceedMatchLimit() {
    return this.exceededMatchLimit;
  }
  /** Get the byte offset where the given pattern starts in the query's source. */
  startIndexForPattern(patternIndex) {
    if (patternIndex >= this.predicates.length) {
      throw new Error(
        `Pattern index is ${patternIndex} but the pattern count is ${this.predicates.length}`
      );
    }
    return C._ts_query_start_byte_for_pattern(this[0], patternIndex);
  }
  /** Get the byte offset where the given pattern ends in the query's source. */
  endIndexForPattern(patternIndex) {
    if (patternIndex >= this.predicates.length) {
      throw new Error(
        `Pattern index is ${patternIndex} but the pattern count is ${this.predicates.length}`
      );
    }
    return C._ts_query_end_byte_for_pattern(this[0], patternIndex);
  }
  /** Get the number of patterns in the query. */
  patternCount() {
    return C._ts_query_pattern_count(this[0]);
  }
  /** Get the index for a given capture name. */
  captureIndexForName(captureName) {
    return this.captureNames.indexOf(captureName);
  }
  /** Check if a given pattern within a query has a single root node. */
  isPatternRooted(patternIndex) {
    return C._ts_query_is_pattern_rooted(this[0], patternIndex) === 1;
  }
  /** Check if a given pattern within a query has a single root node. */
  isPatternNonLocal(patternIndex) {
    return C._ts_query_is_pattern_non_local(this[0], patternIndex) === 1;
  }
  /**
   * Check if a given step in a query is 'definite'.
   *
   * A query step is 'definite' if its parent pattern will be guaranteed to
   * match successfully once it reaches the step.
   */
  isPatternGuaranteedAtStep(byteIndex) {
    return C._ts_query_is_pattern_guaranteed_at_step(this[0], byteIndex) === 1;
  }
};

// actions/lib/terraform/hcl/syntax-tree.ts
var maxDepth = 600;
var maxNodes = 1e6;
var maxMilliseconds = 2e4;
async function parseSyntax(text2) {
  const language = await loadGrammar();
  const parser = new Parser();
  try {
    parser.setLanguage(language);
    const end = performance.now() + maxMilliseconds;
    const tree = parser.parse(text2, null, { progressCallback: () => performance.now() > end });
    if (tree === null) return { refused: "takes too long to read: split it, or correct its syntax" };
    try {
      return plainTree(tree.walk(), tree.rootNode.hasError);
    } finally {
      tree.delete();
    }
  } catch {
    loading = void 0;
    return { refused: "cannot be read by the parser: correct its syntax, or simplify it" };
  } finally {
    parser.delete();
  }
}
var loading;
function loadGrammar() {
  loading ??= load();
  return loading;
}
async function load() {
  const [engine, grammar] = await Promise.all([
    wasmFile("web-tree-sitter", "web-tree-sitter.wasm"),
    wasmFile("@tree-sitter-grammars/tree-sitter-hcl", "tree-sitter-hcl.wasm")
  ]);
  await Parser.init({ wasmBinary: engine });
  return Language.load(grammar);
}
function wasmFile(packageName, name2) {
  const fromSource = import.meta.url.endsWith(".ts");
  return readFile(
    fromSource ? new URL(`../../../../node_modules/${packageName}/${name2}`, import.meta.url) : distFile(name2)
  );
}
function plainTree(cursor, hasError) {
  const kinds3 = /* @__PURE__ */ new Map();
  const kindHere = () => {
    const id = cursor.nodeTypeId;
    const kind = kinds3.get(id) ?? { type: cursor.nodeType, named: cursor.nodeIsNamed };
    kinds3.set(id, kind);
    return kind;
  };
  const here = () => {
    const { type, named: named2 } = kindHere();
    const [start2, end] = [cursor.startIndex, cursor.endIndex];
    return { type, named: named2, start: start2, end, missing: hasError && cursor.nodeIsMissing, children: [] };
  };
  try {
    const root = here();
    const open = [root];
    let count2 = 1;
    let down = true;
    while (true) {
      if (down && cursor.gotoFirstChild()) {
        if (open.length >= maxDepth) return { refused: "is nested too deeply: flatten it" };
      } else if (cursor.gotoNextSibling()) {
        open.pop();
      } else {
        open.pop();
        if (open.length === 0 || !cursor.gotoParent()) return { root };
        down = false;
        continue;
      }
      down = true;
      count2 += 1;
      if (count2 > maxNodes) return { refused: "is too large: split it" };
      const node = here();
      open.at(-1)?.children.push(node);
      open.push(node);
    }
  } finally {
    cursor.delete();
  }
}

// actions/lib/terraform/hcl/native.ts
async function parseNative(text2, file) {
  const locate2 = locateIn(text2, file);
  const parsed = await parseSyntax(text2);
  if ("refused" in parsed) {
    const problem = { message: `The file ${parsed.refused}.`, at: { file, line: 1, column: 1 } };
    return { file, body: { arguments: [], blocks: [] }, problems: [problem] };
  }
  const reading = { source: text2, locate: locate2, problems: [] };
  audit(parsed.root, reading);
  const body2 = named(parsed.root).find(({ type }) => type === "body");
  return { file, body: bodyOf(body2 ?? parsed.root, reading), problems: reading.problems };
}
function bodyOf(node, reading) {
  const children = named(node);
  return {
    arguments: children.filter(({ type }) => type === "attribute").flatMap((child) => argumentOf(child, reading)),
    blocks: children.filter(({ type }) => type === "block").flatMap((child) => blockOf(child, reading))
  };
}
function argumentOf(node, reading) {
  const [name2, expression] = named(node);
  if (name2?.type !== "identifier" || expression?.type !== "expression") return [];
  const at = reading.locate(node.start, node.end);
  return [{ name: reading.source.slice(name2.start, name2.end), value: readValue(expression, reading), at }];
}
function blockOf(node, reading) {
  const children = named(node);
  const [type] = children;
  if (type?.type !== "identifier") return [];
  const start2 = children.findIndex((child) => child.type === "block_start");
  const labels = children.slice(1, start2 < 0 ? void 0 : start2).filter(({ type: type2 }) => type2 === "identifier" || type2 === "string_lit");
  const body2 = children.find((child) => child.type === "body");
  return [
    {
      type: reading.source.slice(type.start, type.end),
      labels: labels.map((label) => labelText(label, reading.source)),
      body: body2 === void 0 ? { arguments: [], blocks: [] } : bodyOf(body2, reading),
      // The header: a whole block would mark hundreds of lines.
      at: reading.locate(node.start, labels.at(-1)?.end ?? type.end)
    }
  ];
}
function labelText(label, source) {
  const text2 = source.slice(label.start, label.end);
  if (label.type === "identifier") return text2;
  const decoded = literalText(text2.slice(1, -1), true);
  return "text" in decoded ? decoded.text : text2;
}

// actions/lib/terraform/hcl/json-template.ts
async function templateValue(text2, at, problems) {
  if (!text2.includes("${") && !text2.includes("%{")) return { type: "literal", value: text2.normalize("NFC"), at };
  let marker2 = "TEMPLATE";
  while (text2.includes(marker2)) marker2 += "_";
  const { body: body2, problems: found } = await parseNative(`a = <<${marker2}
${text2}
${marker2}
`, at.file);
  const [argument] = body2.arguments;
  const [first] = found;
  if (first !== void 0 || argument === void 0) {
    problems.push({ message: `This string is no template that can be read: ${first?.message ?? "correct it."}`, at });
    return unread(text2, at);
  }
  return placed(argument.value, text2, at);
}
var unread = (text2, at) => ({
  type: "expression",
  text: text2,
  references: [],
  calls: [],
  at
});
function placed(value, text2, at) {
  if (value.type === "literal") return { ...value, value: String(value.value).slice(0, -1), at };
  if (value.type !== "expression") return unread(text2, at);
  const callSites = value.callSites?.map((call) => ({ ...call, at })) ?? [];
  return { ...value, text: text2, callSites, at };
}

// actions/lib/terraform/hcl/json.ts
var maxDepth2 = 200;
async function parseJson(text2, file) {
  const locate2 = locateIn(text2, file);
  const failed = (message, offset = 0) => ({
    file,
    body: { arguments: [], blocks: [] },
    problems: [{ message, at: locate2(offset, offset) }]
  });
  const tooDeep = depthProblem(text2);
  if (tooDeep !== void 0) return failed("The file is nested too deeply. Flatten it.", tooDeep);
  try {
    JSON.parse(text2);
  } catch (error2) {
    return failed("The file is not JSON: correct its syntax.", placeOfError(text2, errorMessage(error2)));
  }
  const document = parseDocument(text2, { ...options, lineCounter: new LineCounter() });
  const [error] = document.errors;
  if (error !== void 0) return failed(`The file cannot be read: ${error.message.split("\n")[0]}.`, error.pos[0]);
  const reading = { locate: locate2, problems: [] };
  const body2 = await bodyOf2([document.contents], shapesFor(file), reading);
  return { file, body: body2, problems: reading.problems };
}
var options = { schema: "json", uniqueKeys: false, prettyErrors: false, logLevel: "silent" };
function shapesFor(file) {
  if (file.endsWith(".tf.json") || file.endsWith(".tofu.json")) return configurationBlocks;
  return /\.(tftest|tofutest|tfmock)\.json$/.test(file) ? testBlocks : {};
}
function depthProblem(text2) {
  let depth = 0;
  let inString = false;
  for (let index = 0; index < text2.length; index += 1) {
    const character = text2[index];
    if (inString) {
      if (character === "\\") index += 1;
      else if (character === '"') inString = false;
    } else if (character === '"') inString = true;
    else if (character === "{" || character === "[") {
      depth += 1;
      if (depth > maxDepth2) return index;
    } else if (character === "}" || character === "]") depth -= 1;
  }
  return void 0;
}
function placeOfError(text2, message) {
  const position = /at position (\d+)/.exec(message)?.[1];
  return position === void 0 ? parseDocument(text2, options).errors[0]?.pos[0] ?? 0 : Number(position);
}
async function bodyOf2(nodes, shapes, reading) {
  const found = { arguments: [], blocks: [] };
  for (const { name: name2, pair } of nodes.flatMap((node) => propertiesOf(node, reading))) {
    if (name2 === "//") continue;
    const shape = Object.hasOwn(shapes, name2) ? shapes[name2] : void 0;
    if (shape !== void 0) found.blocks.push(...await blocksOf(name2, [], pair, shape, reading));
    else {
      const value = await readValue2(pair.value, reading);
      found.arguments.push({ name: name2, value, at: placeOf(pair.key, reading) });
    }
  }
  return found;
}
async function blocksOf(type, labels, { key, value }, shape, reading) {
  const node = value;
  if (isNull(node)) return [];
  const blocks = [];
  if (labels.length < shape.labels) {
    for (const { name: name2, pair } of propertiesOf(node, reading))
      blocks.push(...await blocksOf(type, [...labels, name2], pair, shape, reading));
    return blocks;
  }
  for (const one of isSeq(node) ? node.items : [node]) {
    const body2 = await bodyOf2([one], shape.blocks, reading);
    blocks.push({ type, labels, body: body2, at: placeOf(key, reading) });
  }
  return blocks;
}
function propertiesOf(node, reading) {
  if (isSeq(node)) return node.items.flatMap((item) => propertiesOf(item, reading));
  if (isMap(node))
    return node.items.filter(isPair).map((pair) => ({ name: isScalar(pair.key) ? String(pair.key.value) : "", pair }));
  if (!isNull(node) || node === null)
    reading.problems.push({ message: "An object is expected here.", at: placeOf(node, reading) });
  return [];
}
var isNull = (node) => isScalar(node) && node.value === null;
async function readValue2(node, reading) {
  const at = placeOf(node, reading);
  if (isSeq(node)) {
    const items = [];
    for (const item of node.items) items.push(await readValue2(item, reading));
    return { type: "list", items, at };
  }
  if (isMap(node)) return { type: "object", entries: await entriesOf(node.items.filter(isPair), reading), at };
  const value = isScalar(node) ? node.value : null;
  if (typeof value === "string") return templateValue(value, at, reading.problems);
  return { type: "literal", value: typeof value === "number" || typeof value === "boolean" ? value : null, at };
}
async function entriesOf(pairs, reading) {
  const entries = [];
  for (const { key, value } of pairs) {
    const at = placeOf(key, reading);
    const name2 = await readValue2(key, reading);
    const entry = { value: await readValue2(value, reading), at };
    if (name2.type === "literal" && name2.value !== null) entries.push({ key: String(name2.value), ...entry });
    else entries.push({ key: void 0, computedKey: name2, ...entry });
  }
  return entries;
}
function placeOf(node, { locate: locate2 }) {
  const [start2 = 0, end = start2] = node?.range ?? [];
  return locate2(start2, end);
}

// actions/lib/terraform/hcl/parse.ts
var maxLength = 4 * 1024 * 1024;
var byteOrderMark = "\uFEFF";
async function parseHclFile(text2, file) {
  const refused = refusal(text2, file);
  if (refused !== void 0) return { file, body: { arguments: [], blocks: [] }, problems: [refused] };
  const content = text2.startsWith(byteOrderMark) ? text2.slice(1) : text2;
  return file.endsWith(".json") ? parseJson(content, file) : parseNative(content, file);
}
function refusal(text2, file) {
  if (text2.length > maxLength) {
    const message = `The file has ${text2.length} characters; at most ${maxLength} are read. Split it.`;
    return { message, at: { file, line: 1, column: 1 } };
  }
  const zero = text2.indexOf("\0");
  if (zero < 0) return void 0;
  const line = text2.slice(0, zero).split("\n");
  const at = { file, line: line.length, column: (line.at(-1)?.length ?? 0) + 1 };
  return { message: "The file has a zero byte, which no configuration has. Remove it.", at };
}

// actions/lib/terraform/roots/configuration.ts
import { createHash } from "node:crypto";

// actions/lib/terraform/hcl/path-uses.ts
async function pathUsesIn(expression, file) {
  if (!file.endsWith(".json")) return usesIn(`x = ${expression}
`);
  if (expression.includes(marker)) return void 0;
  const uses = await usesIn(`x = <<${marker}
${expression}
${marker}
`);
  return uses?.map(
    (use) => use.type === "template" ? { type: "template", parts: withoutLastNewline(use.parts) } : use
  );
}
var marker = "SEAWORTHY_TEMPLATE";
function withoutLastNewline(parts2) {
  const last = parts2.at(-1);
  if (typeof last !== "string" || !last.endsWith("\n")) return parts2;
  return last === "\n" ? parts2.slice(0, -1) : [...parts2.slice(0, -1), last.slice(0, -1)];
}
async function usesIn(source) {
  const parsed = await parseSyntax(source);
  if ("refused" in parsed) return void 0;
  const uses = [];
  const text2 = (node) => source.slice(node.start, node.end);
  const visit = (node) => {
    if (node.type === "ERROR" || node.missing) return false;
    if (node.type === "function_call") {
      const [name2, list] = named(node);
      const given = list === void 0 ? [] : named(list).filter(({ type }) => type === "expression");
      const parts2 = given.map((argument) => partsOf2(argument, source));
      uses.push({ type: "call", name: name2 === void 0 ? "" : text2(name2), arguments: parts2 });
      return given.every((argument) => {
        if (isPathReference(text2(argument))) return true;
        const template = onlyTemplate(argument);
        return template === void 0 ? visit(argument) : visitInterpolations(template);
      });
    }
    if (isTemplate(node)) {
      uses.push({ type: "template", parts: templateParts(node, source) });
      return visitInterpolations(node);
    }
    if (node.type === "expression" && isPathReference(text2(node))) {
      uses.push({ type: "folder", reference: text2(node) });
      return true;
    }
    return node.children.every(visit);
  };
  const visitInterpolations = (template) => template.children.filter(({ type }) => type.startsWith("template_")).flatMap(named).every((child) => isPathReference(text2(child)) || visit(child));
  return visit(parsed.root) ? uses : void 0;
}
var pathReferences = new Set(["module", "root", "cwd"].flatMap((name2) => [`path.${name2}`, `abspath(path.${name2})`]));
var isPathReference = (text2) => pathReferences.has(text2);
function onlyTemplate(expression) {
  for (let [only, second] = named(expression); only !== void 0 && second === void 0; [only, second] = named(only))
    if (isTemplate(only)) return only;
  return void 0;
}
function partsOf2(expression, source) {
  const template = onlyTemplate(expression);
  return template === void 0 ? [{ text: source.slice(expression.start, expression.end) }] : templateParts(template, source);
}
function templateParts(node, source) {
  const whole = [{ text: source.slice(node.start, node.end) }];
  if (node.children.some(({ type }) => type === "template_directive")) return whole;
  return readTemplate(node, source).parts.map((part) => {
    if (typeof part === "string") return part;
    const inside = named(part).find(({ type }) => type === "expression");
    return { text: inside === void 0 ? "" : source.slice(inside.start, inside.end) };
  });
}

// actions/lib/terraform/roots/file-names.ts
var suffixes = {
  // Longer ones first: `a.tf.json` must not be taken for something that ends with `.json` alone.
  terraform: [".tf.json", ".tf"],
  tofu: [".tofu.json", ".tf.json", ".tofu", ".tf"]
};
var isIgnored = (name2) => name2.startsWith(".") || name2.endsWith("~") || name2.startsWith("#") && name2.endsWith("#");
var suffixOf = (name2, tool) => suffixes[tool].find((suffix) => name2.endsWith(suffix));
var isConfiguration = (name2) => !isIgnored(name2) && suffixOf(name2, "tofu") !== void 0;
var isOnlyTofu = (name2) => isConfiguration(name2) && suffixOf(name2, "terraform") === void 0;
function configurationNames(names2, tool) {
  const all = new Set(names2);
  const read = names2.filter((name2) => {
    const suffix = isIgnored(name2) ? void 0 : suffixOf(name2, tool);
    if (suffix === void 0) return false;
    if (tool === "terraform" || suffix.startsWith(".tofu")) return true;
    return !all.has(`${name2.slice(0, -suffix.length)}${suffix.replace(".tf", ".tofu")}`);
  });
  const isOverride2 = (name2) => {
    const stem = name2.slice(0, -(suffixOf(name2, tool)?.length ?? 0));
    return stem === "override" || stem.endsWith("_override");
  };
  const sorted = [...read].sort();
  return [...sorted.filter((name2) => !isOverride2(name2)), ...sorted.filter(isOverride2)];
}
function isVariableFile(name2) {
  if (isIgnored(name2)) return false;
  return name2 === "terraform.tfvars" || name2 === "terraform.tfvars.json" || name2.endsWith(".auto.tfvars") || name2.endsWith(".auto.tfvars.json");
}
var lockFileName = ".terraform.lock.hcl";
var neverRoots = /* @__PURE__ */ new Set([".terraform", ".terragrunt-cache", ".git", "node_modules"]);
var isToolFolder = (folder) => folder.split("/").some((name2) => neverRoots.has(name2));

// actions/lib/terraform/roots/repository-path.ts
var shownFolder = (folder) => folder === "" ? "." : folder;
var folderOf = (written) => joinPath("", written) ?? "";
var parentOf = (path) => path.slice(0, Math.max(path.lastIndexOf("/"), 0));
var nameOf = (path) => path.slice(path.lastIndexOf("/") + 1);
function joinPath(folder, path) {
  const names2 = folder === "" ? [] : folder.split("/");
  for (const name2 of path.split("/")) {
    if (name2 === "" || name2 === ".") continue;
    if (name2 !== "..") names2.push(name2);
    else if (names2.pop() === void 0) return void 0;
  }
  return names2.join("/");
}
function withParents(folder) {
  const names2 = folder === "" ? [] : folder.split("/");
  return [...names2.map((_, index) => names2.slice(0, names2.length - index).join("/")), ""];
}

// actions/lib/terraform/roots/configuration.ts
function mentionsStructure(text2) {
  if (["module", "provider", "backend", "cloud", "terraform", "locals"].some((word) => text2.includes(word))) return true;
  return text2.includes("file") || text2.includes("path") && (text2.includes("root") || text2.includes("cwd"));
}
var maxConfigurationFiles = 5e4;
function rememberingParser(parse) {
  const known3 = /* @__PURE__ */ new Map();
  return (text2, file) => {
    const key = `${createHash("sha256").update(text2).digest("base64")} ${file}`;
    const answer = known3.get(key) ?? parse(text2, file);
    known3.set(key, answer);
    return answer;
  };
}
function openConfiguration(tree, parseText) {
  const children = childrenOf(tree);
  const links = new Set(
    [...tree.files].flatMap(([path, { mode }]) => mode === "symlink" || mode === "submodule" ? [path] : [])
  );
  const located = /* @__PURE__ */ new Map();
  const parsed = /* @__PURE__ */ new Map();
  const uses = /* @__PURE__ */ new Map();
  const folders2 = /* @__PURE__ */ new Map();
  const names2 = (folder) => children.get(folder) ?? [];
  const bytes = async (path) => {
    const entry = await tree.read(path);
    return entry.type === "link" ? { path: entry.target, entry: await tree.read(entry.target) } : { path, entry };
  };
  const open = async (path) => {
    const { path: real, entry } = await bytes(path);
    if (entry.type !== "file") return { reason: entry.type === "refused" ? entry.reason : "it is no file" };
    const text2 = new TextDecoder().decode(entry.bytes);
    return { real, text: text2, isRelevant: real.endsWith(".json") || mentionsStructure(text2) };
  };
  const openOnce = (path) => remembered(parsed, path, () => open(path));
  const readFolder = async (folder, tool) => {
    const files = configurationNames(names2(folder), tool).map((name2) => folder === "" ? name2 : `${folder}/${name2}`);
    const opened = await Promise.all(files.map(async (file) => ({ file, content: await openOnce(file) })));
    const readable = opened.flatMap(({ content }) => "reason" in content ? [] : [content]);
    const relevant = readable.filter(({ isRelevant: isRelevant2 }) => isRelevant2);
    return {
      files: [.../* @__PURE__ */ new Set([...files, ...readable.map(({ real }) => real)])],
      parsed: await Promise.all(relevant.map(({ text: text2, real }) => parseText(text2, real))),
      unreadable: opened.flatMap(
        ({ file, content }) => "reason" in content ? [{ file, reason: content.reason }] : []
      )
    };
  };
  return {
    tree,
    folders: [...children.entries()].flatMap(([folder, inside]) => !isToolFolder(folder) && inside.some(isConfiguration) ? [folder] : []).sort(),
    names: names2,
    locateFolder: (path) => remembered(located, path, () => locate(tree, path)),
    read: (folder, tool) => remembered(folders2, `${tool} ${folder}`, () => readFolder(folder, tool)),
    text: async (path) => {
      const { entry } = await bytes(path);
      return entry.type === "file" ? new TextDecoder().decode(entry.bytes) : void 0;
    },
    parse: async (path) => {
      const content = await openOnce(path);
      return "reason" in content ? void 0 : parseText(content.text, content.real);
    },
    pathUses: (expression, file) => remembered(uses, `${file.endsWith(".json")} ${expression}`, () => pathUsesIn(expression, file)),
    linksOf: (path) => {
      if (links.size === 0) return [];
      const ends = [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index));
      return ends.filter((prefix) => links.has(prefix));
    }
  };
}
function remembered(known3, key, make) {
  const answer = known3.get(key) ?? make();
  known3.set(key, answer);
  return answer;
}
function childrenOf(tree) {
  const children = /* @__PURE__ */ new Map();
  let count2 = 0;
  for (const path of tree.files.keys()) {
    const folder = parentOf(path);
    const name2 = folder === "" ? path : path.slice(folder.length + 1);
    const inside = children.get(folder);
    if (inside === void 0) children.set(folder, [name2]);
    else inside.push(name2);
    if (isConfiguration(name2)) count2 += 1;
  }
  if (count2 <= maxConfigurationFiles) return children;
  throw new UserError(
    `There are ${count2} files of Terraform configuration; at most ${maxConfigurationFiles} are read.`,
    {
      where: "the repository",
      next: "take out what is generated, such as copies of modules"
    }
  );
}
async function locate(tree, path) {
  const entry = await tree.read(path);
  if (entry.type === "directory") return { path };
  if (entry.type === "refused") return { reason: entry.reason, isOpen: true };
  if (entry.type !== "link") return { reason: `there is no folder ${path}`, isOpen: false };
  const target = await tree.read(entry.target);
  if (target.type === "directory") return { path: entry.target };
  return { reason: `${path} leads to ${entry.target}, which is no folder`, isOpen: false };
}

// actions/lib/terraform/gate/rules/backend-changed.ts
var backendChanged = {
  id: "terraform-backend-changed",
  check: function* ({ head, base }) {
    for (const root of head.roots) {
      const before = base?.roots.find(({ folder }) => folder === root.folder);
      if (before === void 0 || (before.folders[0]?.files.length ?? 0) === 0) continue;
      for (const kind of ["state", "encryption"]) {
        const [old, now] = [blocksOf2(before, kind), blocksOf2(root, kind)];
        if (canonical(old) === canonical(now)) continue;
        const at = now[0]?.at ?? { file: root.folders[0]?.files[0]?.file ?? root.root.at.file };
        yield { message: messageFor(root.root.name, kind, old[0], now[0]), at, value: `${kind} ${canonical(now)}` };
      }
    }
  }
};
function blocksOf2(root, kind) {
  const types2 = kind === "state" ? ["backend", "cloud"] : ["encryption"];
  const settings = root.folders[0]?.files.flatMap(({ body: body2 }) => body2.blocks.filter(({ type }) => type === "terraform"));
  return (settings ?? []).flatMap(({ body: body2 }) => body2.blocks.filter(({ type }) => types2.includes(type)));
}
function messageFor(root, kind, old, now) {
  const what = kind === "state" ? "Where the state is kept" : "How the state is encrypted";
  const change = old === void 0 ? `is now set by ${shown(now)}, where nothing was set` : now === void 0 ? `was set by ${shown(old)}, which is removed` : old.type === now.type && old.labels[0] === now.labels[0] ? `changes inside ${shown(now)}` : `changes from ${shown(old)} to ${shown(now)}`;
  return `${what} for ${root} ${change}: Terraform would plan against another state. Move the state first, by hand and reviewed; then let this one change through by an exemption in \`.github/seaworthy.yaml\` of the base branch for the rule \`terraform-backend-changed\` in this file.`;
}
var shown = (block2) => block2 === void 0 ? "nothing" : [block2.type, ...block2.labels.map((label) => `"${label}"`)].join(" ");
var canonical = (blocks) => JSON.stringify(blocks.map(plainBlock));
var plainBlock = ({ type, labels, body: body2 }) => [type, labels, plainBody(body2)];
var plainBody = ({ arguments: given, blocks }) => [
  given.map(({ name: name2, value }) => [name2, plainValue(value)]).sort(byText),
  blocks.map(plainBlock)
];
function plainValue(value) {
  switch (value.type) {
    case "literal":
      return value.value;
    case "list":
      return value.items.map(plainValue);
    case "object":
      return { of: value.entries.map((entry) => [entry.key ?? "", plainValue(entry.value)]).sort(byText) };
    default:
      return { text: value.text };
  }
}
var byText = (one, other) => {
  const [left, right] = [JSON.stringify(one), JSON.stringify(other)];
  return left < right ? -1 : left > right ? 1 : 0;
};

// actions/lib/terraform/gate/rules/cli-config.ts
var cliConfig = {
  id: "terraform-cli-config",
  check: async ({ head }) => {
    const found = [];
    for (const file of head.tree.files.keys()) {
      const name2 = nameOf(file);
      if (isCliConfiguration(name2)) {
        const message = `${file} configures the command line: it can redirect providers to other places, override them and hold credentials. Remove it; Seaworthy writes its own.`;
        found.push({ message, at: { file }, value: name2 });
      } else if (isEnvironmentFile(name2)) found.push(...environmentProblems(file, await head.configuration.text(file)));
    }
    return found;
  }
};
var isCliConfiguration = (name2) => /^(\.terraformrc|terraform\.rc|\.tofurc|tofu\.rc)$/.test(name2) || /\.(tfrc|tofurc)(\.json)?$/.test(name2);
var isEnvironmentFile = (name2) => /^\.env(rc|\..+)?$/.test(name2);
var dangerous = /\b(TF_CLI_ARGS\w*|TF_CLI_CONFIG_FILE|TERRAFORM_CONFIG|TOFU_CLI_CONFIG_FILE|TF_REATTACH_PROVIDERS|TF_PLUGIN_CACHE_DIR|TF_DATA_DIR|TF_LOG_PATH|TF_LOG_PROVIDER|TF_ENCRYPTION|TF_REGISTRY_\w+)\s*=/;
function environmentProblems(file, text2) {
  return (text2 ?? "").split("\n").flatMap((line, index) => {
    const variable = dangerous.exec(line)?.[1];
    if (variable === void 0 || line.trimStart().startsWith("#")) return [];
    const message = `${file} sets ${variable}, which changes what Terraform does wherever the file is loaded. Remove it, and set it where the command is started.`;
    return [{ message, at: { file, line: index + 1 }, value: variable, severity: "warning" }];
  });
}

// actions/lib/terraform/hcl/look.ts
var argumentOf2 = (body2, name2) => body2.arguments.find((argument) => argument.name === name2);
var textOf = (value) => value?.type === "literal" && typeof value.value === "string" ? value.value : void 0;
function* blocksWithin(body2, around = []) {
  for (const block2 of body2.blocks) {
    yield { block: block2, around };
    yield* blocksWithin(block2.body, [...around, block2]);
  }
}
function* valuesWithin(body2) {
  for (const { value } of body2.arguments) yield* nestedValues(value);
  for (const block2 of body2.blocks) yield* valuesWithin(block2.body);
}
function* nestedValues(value) {
  yield value;
  if (value.type === "list") for (const item of value.items) yield* nestedValues(item);
  if (value.type !== "object") return;
  for (const entry of value.entries) {
    if (entry.computedKey !== void 0) yield* nestedValues(entry.computedKey);
    yield* nestedValues(entry.value);
  }
}

// actions/lib/terraform/gate/rules/external-program.ts
var types = /* @__PURE__ */ new Set(["external", "local_command", "shell_script", "shell_script_resource", "ansible_playbook"]);
var kinds = {
  data: "while planning, before anybody has approved anything",
  ephemeral: "while planning, before anybody has approved anything",
  resource: "while applying",
  action: "while applying"
};
var externalProgram = {
  id: "terraform-external-program",
  check: function* ({ head }) {
    for (const { files } of head.folders)
      for (const { body: body2 } of files)
        for (const { block: block2 } of blocksWithin(body2)) {
          const [type = "", name2 = ""] = block2.labels;
          const when = Object.hasOwn(kinds, block2.type) ? kinds[block2.type] : void 0;
          if (when === void 0 || !types.has(type)) continue;
          const message = `${block2.type} "${type}" "${name2}" starts a program ${when}, with all that the job may do. Have a provider do it, or compute the value before Terraform starts and pass it as a variable.`;
          yield { message, at: block2.at, value: `${block2.type}.${type}.${name2}` };
        }
  }
};

// actions/lib/terraform/gate/rules/http-data.ts
var httpData = {
  id: "terraform-http-data",
  check: function* ({ head }) {
    for (const { files } of head.folders)
      for (const { body: body2 } of files)
        for (const { block: block2 } of blocksWithin(body2)) {
          const [type, name2 = ""] = block2.labels;
          if (block2.type !== "data" && block2.type !== "ephemeral" || type !== "http") continue;
          const url = textOf(argumentOf2(block2.body, "url")?.value) ?? "an address that is computed";
          const message = `${block2.type} "http" "${name2}" asks ${url} at every plan: what it answers decides without review, and the request can carry secrets away. Commit the content, or pass it as a variable.`;
          yield { message, at: block2.at, value: `${block2.type}.http.${name2}` };
        }
  }
};

// actions/lib/terraform/gate/lock-file.ts
async function readLockFile(text2, file) {
  return lockedIn(await parseHclFile(text2, file));
}
function lockedIn({ body: body2 }) {
  return body2.blocks.flatMap(({ type, labels: [source], body: entry, at }) => {
    const version = textOf(argumentOf2(entry, "version")?.value);
    if (type !== "provider" || source === void 0 || version === void 0) return [];
    return [{ source, version, hashes: textsOf(argumentOf2(entry, "hashes")?.value), at }];
  });
}
var textsOf = (value) => value?.type === "list" ? value.items.flatMap((item) => textOf(item) ?? []) : [];
async function lockFiles({ roots, configuration }) {
  const files = [...new Set(roots.map(({ folder }) => folder === "" ? lockFileName : `${folder}/${lockFileName}`))];
  const read = files.map(async (file) => {
    const parsed = await configuration.parse(file);
    if (parsed === void 0) return [];
    return [{ file, providers: lockedIn(parsed), problems: parsed.problems }];
  });
  return (await Promise.all(read)).flat();
}

// actions/lib/terraform/gate/provider-needs.ts
var hosts = { terraform: "registry.terraform.io", tofu: "registry.opentofu.org" };
function wholeSource(written, tool) {
  const parts2 = written.toLowerCase().split("/");
  if (parts2.some((part) => !/^[a-z0-9][\w.:-]*$/.test(part)) || parts2.length > 3) return void 0;
  const [type = ""] = parts2.slice(-1);
  if (parts2.length === 1) return `${hosts[tool]}/hashicorp/${type}`;
  return parts2.length === 2 ? `${hosts[tool]}/${parts2.join("/")}` : parts2.join("/");
}
function fitsProvider(pattern, source) {
  const parts2 = pattern.toLowerCase().split("/");
  const whole = parts2.length < 3 ? Object.values(hosts).map((host) => [host, ...parts2]) : [parts2];
  const names2 = source.split("/");
  return whole.some(
    (one) => one.length === names2.length && one.every((part, index) => matchesPattern(part, names2[index] ?? ""))
  );
}
var isBuiltIn = (source) => source?.startsWith("terraform.io/builtin/") === true;
function providerNeeds({ files }, tool) {
  const declared = files.flatMap(
    ({ body: body2 }) => body2.blocks.filter(({ type }) => type === "terraform").flatMap((block2) => declarations(block2, tool))
  );
  const names2 = new Set(declared.map(({ name: name2 }) => name2));
  const implied = /* @__PURE__ */ new Map();
  for (const { name: name2, at } of files.flatMap(({ body: body2 }) => [...usesOf(body2.blocks)])) {
    if (names2.has(name2) || implied.has(name2) || name2 === "terraform") continue;
    implied.set(name2, { name: name2, source: wholeSource(name2, tool), written: void 0, at });
  }
  return [...declared, ...implied.values()].filter(({ source }) => !isBuiltIn(source));
}
function declarations({ body: body2 }, tool) {
  const given = body2.blocks.filter(({ type }) => type === "required_providers").flatMap((block2) => block2.body.arguments);
  return given.map(({ name: name2, value, at }) => {
    const source = value.type === "object" ? value.entries.find(({ key }) => key === "source")?.value : void 0;
    if (source === void 0) return { name: name2, source: wholeSource(name2, tool), written: void 0, at };
    const written = textOf(source);
    const whole = written === void 0 ? void 0 : wholeSource(written, tool);
    return { name: name2, source: whole, written: written ?? "(computed)", at: source.at };
  });
}
var kinds2 = /* @__PURE__ */ new Set(["resource", "data", "ephemeral", "action", "list"]);
function* usesOf(blocks) {
  const body2 = { arguments: [], blocks };
  for (const { block: block2 } of blocksWithin(body2)) {
    const [label] = block2.labels;
    if (block2.type === "provider" && label !== void 0) yield { name: label, at: block2.at };
    if (!kinds2.has(block2.type) || block2.labels.length !== 2 || label === void 0) continue;
    const chosen = nameIn(argumentOf2(block2.body, "provider")?.value);
    yield { name: chosen ?? label.split("_")[0] ?? label, at: block2.at };
  }
  for (const value of valuesWithin(body2)) {
    if (value.type !== "expression") continue;
    for (const call of value.calls) {
      const [space, name2] = call.split("::");
      if (space === "provider" && name2 !== void 0) yield { name: name2, at: value.at };
    }
  }
}
function nameIn(value) {
  const text2 = value?.type === "expression" ? value.references[0] : textOf(value);
  return text2?.split(/[.[]/)[0];
}

// actions/lib/terraform/gate/rules/lock-edited.ts
var lockEdited = {
  id: "terraform-lock-edited",
  check: async ({ head, base, allowed }) => {
    if (base === void 0) return [];
    const now = new Map((await lockFiles(head)).map((lock) => [lock.file, lock]));
    const found = [];
    for (const lock of now.values()) found.push(...hashProblems(lock));
    for (const old of await lockFiles(base)) {
      const lock = now.get(old.file);
      if (lock !== void 0) found.push(...entryProblems(old, lock, allowed));
      else if (isStillRoot(old.file, head)) {
        const message = `${old.file} is removed: nothing pins ${listed(old.providers.map(({ source }) => source))} any more. Restore it.`;
        found.push({ message, at: { file: old.file }, value: "removed" });
      }
    }
    return found;
  }
};
var isStillRoot = (file, { roots }) => roots.some(({ folder, folders: [own] }) => parentOf(file) === folder && (own?.files.length ?? 0) > 0);
function hashProblems({ providers }) {
  return providers.flatMap(({ source, version, hashes: hashes2, at }) => {
    if (hashes2.some((hash) => /^(h1|zh):\S+$/.test(hash))) return [];
    const message = `The entry of ${source} ${version} has no hash, so that any program would be taken for it. Run \u201Cproviders lock\u201D again.`;
    return [{ message, at, value: `unhashed ${source}` }];
  });
}
function entryProblems(old, now, { providers: patterns }) {
  const before = new Map(old.providers.map((entry) => [entry.source, entry]));
  return now.providers.flatMap((entry) => {
    const was = before.get(entry.source);
    const added = entry.hashes.filter((hash) => was?.hashes.includes(hash) !== true);
    const isEdited = was === void 0 || was.version !== entry.version || added.length > 0 || lostHashes(was, entry).length > 0;
    if (!isEdited) return [];
    if (patterns !== void 0 && !patterns.some((pattern) => fitsProvider(pattern, entry.source.toLowerCase()))) {
      const message = `The change edits the entry of ${entry.source}, which is not one of the providers that may run. Take the edit back.`;
      return [{ message, at: entry.at, value: `foreign ${entry.source} ${entry.version}` }];
    }
    return was?.version === entry.version ? sameVersionProblems(was, entry, added) : [];
  });
}
var lostHashes = (was, now) => was.hashes.filter((hash) => !now.hashes.includes(hash));
function sameVersionProblems(was, now, added) {
  const name2 = `${now.source} ${now.version}`;
  const lost = lostHashes(was, now);
  if (lost.length > 0) {
    const change = added.length > 0 ? "replaces hashes" : "removes hashes";
    const message2 = `The change ${change} of ${name2} (such as ${lost[0]}), and its version stays: another program would be taken for it. Restore them.`;
    return [{ message: message2, at: now.at, value: `lost ${name2} ${lost.join(" ")}` }];
  }
  if (added.length === 0) return [];
  const message = `The change adds hashes to ${name2} (such as ${added[0]}), and its version stays. That is right only for further platforms: make sure that \u201Cproviders lock\u201D gives the same.`;
  return [{ message, at: now.at, value: `added ${name2} ${added.join(" ")}`, severity: "warning" }];
}

// actions/lib/terraform/gate/rules/lock-missing.ts
var lockMissing = {
  id: "terraform-lock-missing",
  check: async ({ head }) => {
    const found = [];
    const locks = new Map((await lockFiles(head)).map((lock) => [lock.file, lock]));
    for (const { root, folder, folders: folders2 } of head.roots) {
      const needs = folders2.flatMap((one) => providerNeeds(one, root.tool));
      const sources = [...new Set(needs.flatMap(({ source }) => source ?? []))].sort();
      const file = folder === "" ? lockFileName : `${folder}/${lockFileName}`;
      const lock = locks.get(file);
      if (sources.length === 0) continue;
      const command = `${root.tool} providers lock`;
      if (lock === void 0) {
        const message2 = `${root.name} has no ${lockFileName}, so that nothing pins ${listed(sources)}: another program may run in the apply than in the plan. Run \u201C${command}\u201D in ${root.path} and commit the file.`;
        found.push({ message: message2, at: needs[0]?.at ?? root.at, value: root.path });
        continue;
      }
      const pinned = new Set(lock.providers.map(({ source }) => source.toLowerCase()));
      const open = sources.filter((source) => !pinned.has(source));
      if (open.length === 0 || lock.problems.length > 0) continue;
      const message = `${file} does not pin ${listed(open)}. Run \u201C${command}\u201D in ${root.path} and commit the file.`;
      found.push({ message, at: { file }, value: open.join(" ") });
    }
    return found;
  }
};

// actions/lib/terraform/gate/module-address.ts
function readModuleAddress(source) {
  if (/^\.\.?([/\\]|$)/.test(source)) return { kind: "local", path: source.replaceAll("\\", "/") };
  if (/^(file::|file:\/\/|[/\\~]|[a-z]:[/\\])/i.test(source)) return { kind: "absolute", path: source };
  const mark = source.indexOf("?");
  const address = mark < 0 ? source : source.slice(0, mark);
  const query = new URLSearchParams(mark < 0 ? "" : source.slice(mark + 1));
  if (/^git(::|@)|^(github\.com|bitbucket\.org|gitlab\.com)[/:]|^ssh:\/\/|\.git(\/\/|$)/i.test(address) || /^[\w.-]+@[\w.-]+:/.test(address))
    return { kind: "git", address, query };
  if (/^hg::/i.test(address)) return { kind: "mercurial", address, query };
  if (/^oci:\/\//i.test(address)) return { kind: "oci", address, query };
  return isRegistryAddress(address) && mark < 0 ? { kind: "registry", address } : { kind: "archive", address, query };
}
function isRegistryAddress(address) {
  if (address.includes("::") || address.includes("://")) return false;
  const parts2 = (address.split("//")[0] ?? "").split("/");
  if (parts2.length !== 3 && parts2.length !== 4) return false;
  return parts2.every((part) => /^[\w][\w.:-]*$/.test(part)) && (parts2.length === 3 || /[.:]/.test(parts2[0] ?? ""));
}
function unpinnedReason(address, version) {
  switch (address.kind) {
    case "git":
      return unpinnedRevision("git", address.query.get("ref"));
    case "mercurial":
      return unpinnedRevision("Mercurial", address.query.get("rev"));
    case "registry":
      return unpinnedVersion(version);
    case "oci":
      if (/^sha256:[0-9a-f]{64}$/.test(address.query.get("digest") ?? "")) return void 0;
      return address.query.has("tag") ? { words: "is pinned to a tag, which can move: name the digest", severity: "warning" } : { words: "names neither digest nor tag: add ?digest=sha256:\u2026", severity: "error" };
    case "archive":
      if (address.query.has("checksum") || address.query.has("versionId")) return void 0;
      return {
        words: "is an archive that can change at any time: commit the module, or take it from git by a commit",
        severity: "error"
      };
    default:
      return void 0;
  }
}
function unpinnedRevision(kind, revision) {
  const name2 = kind === "git" ? "ref" : "rev";
  if (revision === null || revision === "")
    return {
      words: `comes from ${kind} without ?${name2}=: whatever is pushed there runs here. Add the commit`,
      severity: "error"
    };
  if (/^[0-9a-f]{40}([0-9a-f]{24})?$/i.test(revision)) return void 0;
  if (/(^|[-/_])v?\d+\.\d+(\.\d+)?([-+.][\w.-]+)?$/i.test(revision)) return void 0;
  return {
    words: `is pinned to \u201C${revision}\u201D, which may be a branch: name a commit or a version's tag`,
    severity: "warning"
  };
}
function unpinnedVersion(version) {
  if (version === void 0)
    return {
      words: "comes from a registry without a version: the newest runs. Add version",
      severity: "error"
    };
  if (/^\s*=?\s*v?\d+\.\d+\.\d+([-+][\w.+-]+)?\s*$/.test(version)) return void 0;
  return {
    words: `has the version \u201C${version}\u201D, which is not exact, and no lock file pins modules: name one version`,
    severity: "warning"
  };
}

// actions/lib/terraform/gate/module-calls.ts
var modulesOf = ({ files }) => files.flatMap(
  ({ body: body2 }) => body2.blocks.flatMap((block2) => {
    const given = block2.type === "module" ? argumentOf2(block2.body, "source") : void 0;
    if (given === void 0) return [];
    const source = textOf(given.value);
    const address = source === void 0 ? void 0 : readModuleAddress(source);
    const versionGiven = argumentOf2(block2.body, "version")?.value;
    const version = versionGiven === void 0 ? void 0 : textOf(versionGiven) ?? "computed";
    return [{ name: block2.labels[0] ?? "", source, address, version, at: given.at }];
  })
);

// actions/lib/terraform/gate/rules/module-pinned.ts
var modulePinned = {
  id: "terraform-module-unpinned",
  check: function* ({ head }) {
    for (const { name: name2, source, address, version, at } of head.folders.flatMap(modulesOf)) {
      const reason = address === void 0 ? void 0 : unpinnedReason(address, version);
      if (reason === void 0) continue;
      const message = `Module ${name2} (${source}) ${reason.words}.`;
      yield { message, at, value: `${name2} ${source} ${version ?? ""}`, severity: reason.severity };
    }
  }
};

// actions/lib/terraform/gate/rules/module-source.ts
var moduleSource = {
  id: "terraform-module-source",
  check: function* ({ head, allowed: { modules: patterns } }) {
    for (const { name: name2, source, address, at } of head.folders.flatMap(modulesOf)) {
      if (source === void 0) {
        const message2 = `The source of module ${name2} is computed, so that nothing can be said of it before Terraform runs. Write it as text.`;
        yield { message: message2, at, value: name2, severity: patterns === void 0 ? "warning" : "error" };
        continue;
      }
      if (patterns === void 0 || address === void 0 || address.kind === "local" || address.kind === "absolute")
        continue;
      const place2 = source.split("?")[0] ?? source;
      if (patterns.some((pattern) => matchesPattern(pattern, place2))) continue;
      const message = `Module ${name2} comes from ${place2}, which is not one of the sources that may be used. Take it from one that may, or add it to terraform.modules in the settings, in a change of its own.`;
      yield { message, at, value: place2 };
    }
  }
};

// actions/lib/terraform/gate/rules/override-file.ts
var isOverride = (file) => /(^|\/|_)override\.(tf|tofu)(\.json)?$/.test(file);
var overrideFile = {
  id: "terraform-override-file",
  check: ({ head }) => head.folders.flatMap(({ files }) => files).filter(({ file }) => isOverride(file)).map(({ file }) => ({
    message: `${file} silently replaces blocks of the other files in its folder. Change those blocks where they stand.`,
    at: { file },
    value: file
  }))
};

// actions/lib/terraform/gate/rules/path-outside.ts
var pathOutside = {
  id: "terraform-path-outside",
  check: async ({ head }) => [
    ...await linkProblems(head),
    ...(await Promise.all(head.folders.map((folder) => moduleProblems(folder, head)))).flat(),
    ...head.folders.flatMap((folder) => [...callProblems(folder, head)])
  ]
};
async function linkProblems({ tree, folders: folders2 }) {
  const links = [...tree.files].filter(([, { mode }]) => mode === "symlink").map(([path]) => path);
  const inside = links.filter((path) => folders2.some(({ folder }) => folder === "" || path.startsWith(`${folder}/`)));
  const read = inside.map(async (file) => {
    const entry = await tree.read(file);
    if (entry.type !== "refused") return [];
    return [
      {
        message: `${file} is a symbolic link that cannot be followed: ${entry.reason}. Replace it by what it should hold.`,
        at: { file },
        value: file
      }
    ];
  });
  return (await Promise.all(read)).flat();
}
async function moduleProblems(folder, { configuration }) {
  const found = modulesOf(folder).map(async ({ name: name2, address, at }) => {
    if (address?.kind !== "absolute" && address?.kind !== "local") return [];
    const path = address.kind === "local" ? joinPath(folder.folder, address.path) : void 0;
    const located = path === void 0 ? void 0 : await configuration.locateFolder(path);
    if (located !== void 0 && ("path" in located || !located.isOpen)) return [];
    const reason = located === void 0 ? "outside of the repository" : `of which nothing is known: ${located.reason}`;
    const message = `Module ${name2} is taken from ${address.path}, ${reason}: what lies there runs unreviewed. Bring it into the repository.`;
    return [{ message, at, value: `${name2} ${address.path}` }];
  });
  return (await Promise.all(found)).flat();
}
var fileFunctions = /* @__PURE__ */ new Set([
  ...["file", "fileexists", "fileset", "filebase64", "templatefile", "filemd5", "filesha1", "filesha256", "filesha512"],
  ...["filebase64sha256", "filebase64sha512"]
]);
function* callProblems(folder, view) {
  for (const { body: body2 } of folder.files)
    for (const value of valuesWithin(body2)) {
      if (value.type !== "expression") continue;
      for (const call of value.callSites ?? []) {
        const name2 = call.name.replace(/^core::/, "");
        const reason = fileFunctions.has(name2) ? outsideReason(call, folder, view) : name2 === "pathexpand" ? { words: "reads below the home folder of whoever runs it", severity: "error" } : void 0;
        if (reason === void 0) continue;
        const message = `${name2}(${shownArgument(call)}) ${reason.words}: secrets of the machine could get into the plan or out of it. Read files of the repository only.`;
        yield { message, at: call.at, value: `${name2} ${shownArgument(call)}`, severity: reason.severity };
      }
    }
}
function outsideReason({ argument = [] }, folder, view) {
  const [first, ...rest] = argument;
  if (first === void 0) return void 0;
  const outside = { words: "reads outside of the repository", severity: "error" };
  const base = typeof first === "string" ? void 0 : basesOf(first.text, folder, view);
  if (typeof first !== "string" && base === void 0)
    return isKnownSafe(first.text) ? void 0 : { words: "reads a file whose path is computed", severity: "warning" };
  if (typeof first === "string" && /^([/\\~]|[a-z]:)/i.test(first.trimStart())) return outside;
  const starts = base ?? rootsOf(folder, view);
  const path = (base === void 0 ? argument : rest).map((part) => typeof part === "string" ? part : "x").join("");
  return starts.some((start2) => joinPath(start2, path) === void 0) ? outside : void 0;
}
function basesOf(text2, folder, view) {
  if (text2 === "path.module") return [folder.folder];
  return text2 === "path.root" || text2 === "path.cwd" ? rootsOf(folder, view) : void 0;
}
var rootsOf = (folder, { roots }) => roots.filter(({ folders: folders2 }) => folders2.includes(folder)).map((root) => root.folder);
var isKnownSafe = (text2) => /^(each\.(key|value)|self\.|fileset\()/.test(text2);
var shownArgument = ({ argument = [] }) => argument.map((part) => typeof part === "string" ? part : `\${${part.text}}`).join("").slice(0, 100);

// actions/lib/terraform/gate/rules/plugin-in-tree.ts
var pluginInTree = {
  id: "terraform-plugin-in-tree",
  check: async ({ head }) => {
    const { tree } = head;
    const found = /* @__PURE__ */ new Map();
    for (const [path, { mode }] of tree.files) {
      const folder = specialFolder(path);
      if (folder !== void 0) {
        const message = `${folder.path} is in the repository: ${folder.why}. Remove it.`;
        if (!found.has(folder.path)) found.set(folder.path, { message, at: { file: path }, value: folder.path });
      } else if (isPluginName(path) && (mode === "executable" || /\.(exe|zip)$/i.test(path) || await isProgram(tree, path))) {
        const message = `${path} is named like a plugin, which Terraform starts where it finds it. Remove it: providers come from a registry, pinned by the lock file.`;
        found.set(path, { message, at: { file: path }, value: path });
      } else if (mode === "executable" && isBelowRoot(path, head.roots) && await isProgram(tree, path)) {
        const message = `${path} is a compiled program beside Terraform's configuration, which nobody can review. Remove it, or build it where it is used.`;
        found.set(path, { message, at: { file: path }, value: path, severity: "warning" });
      }
    }
    return found.values();
  }
};
var folders = {
  "terraform.d": "Terraform takes providers from terraform.d/plugins without asking a registry, and starts them",
  ".terraform": "what init writes there (providers, modules, the backend) would be used instead of what the configuration says"
};
function specialFolder(path) {
  const names2 = path.split("/");
  const index = names2.findIndex((name2) => Object.hasOwn(folders, name2));
  const why = folders[names2[index] ?? ""];
  return why === void 0 ? void 0 : { path: names2.slice(0, index + 1).join("/"), why };
}
var isPluginName = (path) => /^(terraform|tofu)-(provider|provisioner)-/i.test(nameOf(path));
var isBelowRoot = (path, roots) => roots.some(({ folder }) => folder !== "" && path.startsWith(`${folder}/`));
var magics = ["7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "4d5a"];
async function isProgram(tree, path) {
  const entry = await tree.read(path);
  if (entry.type === "refused") return true;
  if (entry.type !== "file") return false;
  const start2 = Buffer.from(entry.bytes.subarray(0, 4)).toString("hex");
  return magics.some((magic) => start2.startsWith(magic));
}

// actions/lib/terraform/gate/rules/provider-endpoint.ts
var providerEndpoint = {
  id: "terraform-provider-endpoint",
  check: function* ({ head, base }) {
    const before = new Set(base === void 0 ? [] : [...redirections(base)].map(({ value }) => value));
    for (const { value, argument, owner } of redirections(head)) {
      if (before.has(value)) continue;
      const target = textOf(argument.value) ?? "a computed place";
      const since = base === void 0 ? "" : " It is not so in the base.";
      const message = `${owner} sets ${argument.name} to ${target}: that is where requests go, with their credentials.${since} Make sure that the place is yours.`;
      const at = argument.at;
      yield base === void 0 ? { message, at, value, severity: "warning" } : { message, at, value };
    }
  }
};
var names = /^(.*_)?(endpoints?|url|urls|uri|address|addr|host|hostname|server|proxy|proxy_url|http_proxy|https_proxy|domain|insecure|skip_tls_verify|tls_insecure)$/i;
function* redirections({ folders: folders2 }) {
  for (const { folder, files } of folders2)
    for (const { body: body2 } of files)
      for (const { block: block2, around } of blocksWithin(body2)) {
        const top = [...around, block2][0];
        if (top === void 0 || !sendsCredentials(top)) continue;
        const owner = [top.type, ...top.labels.map((label) => `"${label}"`)].join(" ");
        for (const argument of redirectingArguments(block2, top)) {
          const path = [...around.slice(1), block2].map(({ type }) => type).join(".");
          yield { argument, owner, value: `${folder} ${owner} ${path} ${argument.name} ${textOfValue(argument.value)}` };
        }
      }
}
var sendsCredentials = ({ type, labels }) => type === "provider" || (type === "data" || type === "ephemeral") && labels[0] === "terraform_remote_state";
function redirectingArguments(block2, top) {
  if (block2 !== top && names.test(block2.type)) return block2.body.arguments;
  return argumentsWithin(block2.body).filter(({ name: name2 }) => names.test(name2));
}
function argumentsWithin({ arguments: given }) {
  return given.flatMap((argument) => [argument, ...entriesOf2(argument.value)]);
}
function entriesOf2(value) {
  if (value.type === "list") return value.items.flatMap(entriesOf2);
  if (value.type !== "object") return [];
  return value.entries.flatMap(({ key, value: inner, at }) => [
    ...key === void 0 ? [] : [{ name: key, value: inner, at }],
    ...entriesOf2(inner)
  ]);
}
function textOfValue(value) {
  if (value.type === "literal") return String(value.value);
  if (value.type === "expression") return value.text;
  const parts2 = value.type === "list" ? value.items : value.entries.map((entry) => entry.value);
  return parts2.map(textOfValue).join(" ");
}

// actions/lib/terraform/gate/rules/provider-source.ts
var providerSource = {
  id: "terraform-provider-source",
  check: async ({ head, allowed: { providers: patterns } }) => {
    const found = [];
    const noted = /* @__PURE__ */ new Set();
    for (const { root, folders: folders2 } of head.roots)
      for (const folder of folders2)
        for (const { name: name2, source, written, at } of providerNeeds(folder, root.tool)) {
          const what = source ?? `\u201C${written ?? name2}\u201D`;
          if (source === void 0) {
            const message = `The source of provider ${name2}, ${what}, is no address that can be read. Write it as text, such as "hashicorp/${name2}".`;
            found.push({ message, at, value: name2, severity: "error" });
          } else if (patterns === void 0) {
            if (noted.has(source)) continue;
            noted.add(source);
            const message = `Provider ${what} runs here; no list says which providers may. List it under terraform.providers in the settings.`;
            found.push({ message, at, value: source, severity: "note" });
          } else if (!patterns.some((pattern) => fitsProvider(pattern, source))) {
            const how = written === void 0 ? ` (implied by the name ${name2})` : "";
            const message = `Provider ${what}${how} is not one of those that may run. Remove it, or add it to terraform.providers in the settings, in a change of its own.`;
            found.push({ message, at, value: source });
          }
        }
    if (patterns === void 0) return found;
    for (const { providers } of await lockFiles(head))
      for (const { source, at } of providers) {
        if (patterns.some((pattern) => fitsProvider(pattern, source.toLowerCase()))) continue;
        const message = `The lock file pins provider ${source}, which is not one of those that may run. Remove the entry.`;
        found.push({ message, at, value: `lock ${source}` });
      }
    return found;
  }
};

// actions/lib/terraform/gate/rules/provisioner.ts
var effects = {
  "local-exec": "runs a command where Terraform runs, with its credentials",
  "remote-exec": "runs commands on another machine",
  file: "copies files to another machine"
};
var provisioner2 = {
  id: "terraform-provisioner",
  check: function* ({ head }) {
    for (const { files } of head.folders)
      for (const { body: body2 } of files)
        for (const { block: block2, around } of blocksWithin(body2)) {
          if (block2.type !== "provisioner") continue;
          const kind = block2.labels[0] ?? "";
          const owner = around.findLast(({ type }) => type === "resource" || type === "removed");
          const name2 = owner === void 0 ? "" : [owner.type, ...owner.labels].join(".");
          const effect = Object.hasOwn(effects, kind) ? effects[kind] : "runs what no plan shows";
          const message = `provisioner "${kind}" of ${name2} ${effect}, and no plan shows it. Remove it: use a resource of a provider, cloud-init, or a step of its own.`;
          yield { message, at: block2.at, value: `${name2} ${kind}` };
        }
  }
};

// actions/lib/terraform/gate/rules/unreadable.ts
var unreadable = {
  id: "terraform-unreadable",
  check: async ({ head }) => {
    const found = [];
    for (const { files, unreadable: closed } of head.folders) {
      for (const { file, reason } of closed)
        found.push({ message: `It cannot be read: ${reason}`, at: { file }, value: reason });
      for (const { problems } of files)
        for (const { message, at } of problems) found.push({ message, at, value: message });
    }
    for (const { problems } of await lockFiles(head))
      for (const { message, at } of problems) found.push({ message, at, value: message });
    return found;
  }
};

// actions/lib/terraform/gate/view.ts
async function openView(tree, roots, parse) {
  const configuration = openConfiguration(tree, parse);
  const opened = /* @__PURE__ */ new Map();
  const openOnce = (folder) => {
    const answer = opened.get(folder) ?? openFolder(configuration, folder);
    opened.set(folder, answer);
    return answer;
  };
  const views = await Promise.all(
    roots.map(async ({ root, files }) => {
      const folders2 = [root.path, ...files.modules].map(folderOf);
      const all = await Promise.all([...new Set(folders2)].map(openOnce));
      return { root, folder: folderOf(root.path), folders: all };
    })
  );
  return { tree, configuration, roots: views, folders: await Promise.all(opened.values()) };
}
async function openFolder(configuration, written) {
  const located = await configuration.locateFolder(written);
  const folder = "path" in located ? located.path : written;
  const names2 = configuration.names(folder).filter(isConfiguration);
  const read = await Promise.all(
    names2.map(async (name2) => {
      const path = folder === "" ? name2 : `${folder}/${name2}`;
      const file = await configuration.parse(path);
      return file ?? { file: path, reason: await reasonOf(configuration.tree, path) };
    })
  );
  return {
    folder,
    files: read.flatMap((one) => "body" in one ? [one] : []),
    unreadable: read.flatMap((one) => "reason" in one ? [one] : [])
  };
}
async function reasonOf(tree, path) {
  const entry = await tree.read(path);
  const target = entry.type === "link" ? await tree.read(entry.target) : entry;
  return target.type === "refused" ? target.reason : "it is no file";
}

// actions/lib/terraform/gate/check-files.ts
var gateRules = [
  unreadable,
  pluginInTree,
  cliConfig,
  pathOutside,
  lockMissing,
  lockEdited,
  providerSource,
  providerEndpoint,
  moduleSource,
  modulePinned,
  externalProgram,
  provisioner2,
  httpData,
  backendChanged,
  overrideFile
];
async function checkFiles(input) {
  const parse = rememberingParser(parseHclFile);
  const head = await openView(input.head, input.roots, parse);
  const base = input.base === void 0 ? void 0 : await openView(input.base, input.roots, parse);
  const found = await findingsOf({ head, base, allowed: input.allow }, input);
  if (base === void 0) return found;
  const before = new Set((await findingsOf(alone(base, input.allow), input)).map(({ fingerprint }) => fingerprint));
  return found.map((finding) => ({ ...finding, status: before.has(finding.fingerprint) ? "known" : "new" }));
}
var alone = (view, allowed) => ({ head: view, base: view, allowed });
var defaults = new Map(terraformRules.map(({ id, severity }) => [id, severity]));
async function findingsOf(input, { severities = {} }) {
  const found = /* @__PURE__ */ new Map();
  for (const { id: rule, check } of gateRules) {
    for (const { message, at, value, severity: own } of await check(input)) {
      const severity = severities[rule] ?? own ?? defaults.get(rule) ?? "error";
      if (severity === "off") continue;
      const fingerprint = fingerprintOf({ rule, file: at.file, pointer: "", value });
      const key = `${fingerprint} ${at.line} ${at.column}`;
      if (!found.has(key)) found.set(key, { rule, severity, message: oneLine(message), at, fingerprint });
    }
  }
  return [...found.values()].sort(byPlace);
}
var byPlace = (one, other) => compare(one.at.file, other.at.file) || (one.at.line ?? 0) - (other.at.line ?? 0) || compare(one.rule, other.rule);
var compare = (one, other) => one < other ? -1 : one > other ? 1 : 0;

// actions/lib/terraform/planning/gate-change.ts
async function gateChange(change, today) {
  const { providers, modules } = change.policy;
  const { severities = {}, exemptions = [] } = change.rules;
  const { roots, impacts } = change.selection;
  const judged = change.base === void 0 ? impacts.map(({ root }) => root) : roots;
  const found = await checkFiles({
    roots: judged.map((root) => ({ root, files: change.reading(root) })),
    head: change.head,
    ...change.base !== void 0 && { base: change.base },
    allow: { ...providers !== void 0 && { providers }, ...modules !== void 0 && { modules } },
    severities
  });
  const counted = found.filter((finding) => !exemptions.some((exemption) => covers(exemption, finding, today)));
  const findings = [...counted].sort((a, b) => Number(isRefusing(b)) - Number(isRefusing(a)));
  return { findings, refused: findings.some(isRefusing) };
}
function covers({ rule, subject, until }, finding, today) {
  const { file, ...others } = subject;
  if (rule !== finding.rule || Object.keys(others).length > 0) return false;
  return (file === void 0 || matchesPattern(file, finding.at.file)) && (until === void 0 || until >= today);
}

// actions/lib/git/changed-files.ts
async function changedFiles(base, head) {
  const differs = compareTrees(base, head);
  const changed = [];
  for (const path of /* @__PURE__ */ new Set([...base.files.keys(), ...head.files.keys()]))
    if (await differs([path])) changed.push(path);
  return changed.sort();
}

// actions/lib/terraform/roots/backends.ts
import { normalize } from "node:path/posix";

// actions/lib/terraform/roots/hcl-fields.ts
var argumentOf3 = (body2, name2) => body2.arguments.find((argument) => argument.name === name2);
var blocksOf3 = (body2, type) => body2.blocks.filter((block2) => block2.type === type);
var literalOf2 = (value) => value?.type === "literal" && value.value !== null ? String(value.value) : void 0;
function* valuesIn(body2) {
  for (const { value } of body2.arguments) yield* withNested(value);
  for (const block2 of body2.blocks) yield* valuesIn(block2.body);
}
function* withNested(value) {
  yield value;
  if (value.type === "list") for (const item of value.items) yield* withNested(item);
  if (value.type === "object") for (const entry of value.entries) yield* withNested(entry.value);
}
var shownPlace = ({ file, line, column }) => [file, ...line === void 0 ? [] : [line, ...column === void 0 ? [] : [column]]].join(":");

// actions/lib/terraform/roots/backends.ts
function backendOf(files) {
  const blocks = files.flatMap(({ body: body2 }) => blocksOf3(body2, "terraform")).flatMap(({ body: body2 }) => body2.blocks.filter(({ type }) => type === "backend" || type === "cloud"));
  const block2 = blocks.at(-1);
  if (block2 === void 0) return void 0;
  return {
    type: block2.type === "cloud" ? "cloud" : block2.labels[0] ?? "",
    fields: fieldsOfBody(block2.body),
    at: block2.at
  };
}
function fieldsOfBody(body2) {
  const own = body2.arguments.flatMap(({ name: name2, value }) => fieldsOfValue(name2, value));
  const nested = body2.blocks.flatMap(
    ({ type, body: inside }) => [...fieldsOfBody(inside)].map(([name2, value]) => [`${type}.${name2}`, value])
  );
  return new Map([...own, ...nested]);
}
function fieldsOfValue(name2, value) {
  if (value.type !== "object") return [[name2, literalOf2(value)]];
  const prefix = name2 === "" ? "" : `${name2}.`;
  return value.entries.flatMap(
    (entry) => entry.key === void 0 ? [] : fieldsOfValue(`${prefix}${entry.key}`, entry.value)
  );
}
var identities = {
  azurerm: { given: ["storage_account_name", "container_name", "key"] },
  consul: { given: ["path"] },
  cos: { given: ["bucket"], optional: ["prefix", "key"] },
  gcs: { given: ["bucket"], optional: ["prefix"] },
  http: { given: ["address"] },
  kubernetes: { given: ["secret_suffix"], optional: ["namespace"] },
  oci: { given: ["bucket", "namespace"], optional: ["key"] },
  oss: { given: ["bucket"], optional: ["prefix", "key"] },
  pg: { given: ["conn_str"], optional: ["schema_name"] },
  remote: { given: ["organization"], optional: ["workspaces.name", "workspaces.prefix"] },
  s3: { given: ["bucket", "key"] }
};
function compareStates(one, other) {
  const type = one.type === "cloud" ? "remote" : one.type;
  if (type !== (other.type === "cloud" ? "remote" : other.type)) return "other";
  if (type === "local") return compareLocal(one, other);
  const both = [...one.fields.keys()].filter((name2) => other.fields.has(name2));
  const { given, optional = [] } = Object.hasOwn(identities, type) && identities[type] || { given: both };
  const pairs = [...given, ...optional].map((name2) => [name2, one.fields.get(name2), other.fields.get(name2)]);
  if (pairs.some(([, a, b]) => a !== void 0 && b !== void 0 && a !== b)) return "other";
  const isKnown = pairs.every(([name2, a, b]) => {
    if (given.includes(name2)) return a !== void 0 && b !== void 0;
    return [one, other].every(({ fields }) => !fields.has(name2) || fields.get(name2) !== void 0);
  });
  if (!isKnown || given.length === 0) return "unknown";
  return pairs.every(([, a, b]) => a === b) ? "same" : "other";
}
function compareLocal(one, other) {
  const path = ({ fields, folder }) => {
    if (fields.has("path") && fields.get("path") === void 0) return void 0;
    const written = fields.get("path") ?? "terraform.tfstate";
    if (written.startsWith("/")) return normalize(written);
    return joinPath(folder, written) ?? `outside ${written}`;
  };
  const [a, b] = [path(one), path(other)];
  if (a === void 0 || b === void 0) return "unknown";
  return a === b ? "same" : "other";
}
function stateReaders({ body: body2 }) {
  return [body2, ...blocksOf3(body2, "check").map((check) => check.body)].flatMap((inside) => blocksOf3(inside, "data")).filter(({ labels }) => labels[0] === "terraform_remote_state").map((block2) => {
    const config = argumentOf3(block2.body, "config")?.value;
    const workspace = argumentOf3(block2.body, "workspace")?.value;
    return {
      name: block2.labels[1] ?? "",
      type: literalOf2(argumentOf3(block2.body, "backend")?.value),
      fields: config === void 0 ? /* @__PURE__ */ new Map() : new Map(fieldsOfValue("", config)),
      modulePath: modulePathOf(config),
      workspace: workspace === void 0 ? "default" : workspace.type === "expression" && workspace.text === "terraform.workspace" ? "terraform.workspace" : literalOf2(workspace),
      at: block2.at
    };
  });
}
function modulePathOf(config) {
  const path = config?.type === "object" ? config.entries.find(({ key }) => key === "path")?.value : void 0;
  if (path?.type !== "expression") return void 0;
  const text2 = path.text.startsWith('"') && path.text.endsWith('"') ? path.text.slice(1, -1) : path.text;
  const start2 = "${path.module}/";
  if (!text2.startsWith(start2)) return void 0;
  const rest = text2.slice(start2.length);
  return /["$%\\]/.test(rest) ? void 0 : rest;
}

// actions/lib/terraform/roots/circle.ts
function findCircle(edges) {
  const leaving = groupBy(edges, ({ from }) => from);
  const done = /* @__PURE__ */ new Set();
  for (const start2 of leaving.keys()) {
    const way = [];
    const onWay = /* @__PURE__ */ new Set();
    const enter = (node, by) => {
      onWay.add(node);
      way.push({ node, ...by !== void 0 && { by }, next: (leaving.get(node) ?? [])[Symbol.iterator]() });
    };
    if (!done.has(start2)) enter(start2);
    for (let step = way.at(-1); step !== void 0; step = way.at(-1)) {
      const edge = step.next.next().value;
      if (edge === void 0) {
        done.add(step.node);
        onWay.delete(step.node);
        way.pop();
      } else if (onWay.has(edge.to)) {
        const from = way.findIndex(({ node }) => node === edge.to);
        const [first, ...rest] = [...way.slice(from + 1).flatMap(({ by }) => by ?? []), edge];
        return first === void 0 ? void 0 : [first, ...rest];
      } else if (!done.has(edge.to)) {
        enter(edge.to, edge);
      }
    }
  }
  return void 0;
}

// actions/lib/terraform/roots/modules.ts
var maxFolders = 2e3;
var maxUnresolved = 200;
function moduleCalls({ body: body2 }) {
  return blocksOf3(body2, "module").flatMap(({ labels, body: inside }) => {
    const source = argumentOf3(inside, "source");
    if (source === void 0) return [];
    const literal = literalOf2(source.value);
    const text2 = literal ?? ("text" in source.value ? source.value.text : "(not text)");
    return [{ name: labels[0] ?? "", source: text2, isLiteral: literal !== void 0, at: source.at }];
  });
}
var isLocalSource = (source) => source === "." || source === ".." || source.startsWith("./") || source.startsWith("../");
async function resolveSource(configuration, from, source) {
  const joined2 = joinPath(from, source);
  if (joined2 === void 0) return { reason: "it leaves the repository", isOpen: true, links: [] };
  return { ...await configuration.locateFolder(joined2), links: configuration.linksOf(joined2) };
}
async function readModules(configuration, root, tool) {
  const folders2 = /* @__PURE__ */ new Map();
  const [links, unresolved] = [/* @__PURE__ */ new Set(), []];
  const calls = [];
  const pending = [root];
  const seen = new Set(pending);
  for (let folder = pending.shift(); folder !== void 0; folder = pending.shift()) {
    const { files, parsed, unreadable: unreadable2 } = await configuration.read(folder, tool);
    folders2.set(folder, { folder, files, parsed });
    unresolved.push(...unreadable2.map(({ file, reason }) => ({ source: file, at: { file }, reason, isOpen: true })));
    for (const { problems } of parsed) {
      const [first] = problems;
      if (first !== void 0)
        unresolved.push({
          source: first.at.file,
          at: first.at,
          reason: `it cannot be read whole: ${first.message}`,
          isOpen: true
        });
    }
    for (const call of parsed.flatMap(moduleCalls)) {
      const problem = (reason, isOpen) => unresolved.push({ source: call.source, at: call.at, reason, isOpen });
      if (!call.isLiteral) problem("its source is known only while the tool runs", true);
      else if (call.source.startsWith("/")) problem("it is an absolute path", true);
      if (!call.isLiteral || !isLocalSource(call.source)) continue;
      const found = await resolveSource(configuration, folder, call.source);
      for (const link of found.links) links.add(link);
      if ("reason" in found) problem(found.reason, found.isOpen);
      else calls.push({ from: folder, to: found.path, at: call.at });
      if ("reason" in found || seen.has(found.path)) continue;
      if (seen.size >= maxFolders) problem(`more than ${maxFolders} modules belong to ${shownFolder(root)}`, true);
      else {
        seen.add(found.path);
        pending.push(found.path);
      }
    }
  }
  const circle = findCircle(calls);
  if (circle !== void 0) {
    const [first] = circle;
    const way = [...circle.map(({ from }) => from), first.from].map(shownFolder).join(" \u2192 ");
    unresolved.push({
      source: shownFolder(first.to),
      at: first.at,
      reason: `modules call each other in a circle: ${way}`,
      isOpen: false
    });
  }
  return { folders: [...folders2.values()], links: [...links], unresolved: unresolved.slice(0, maxUnresolved) };
}

// actions/lib/terraform/roots/versions.ts
var versionFiles = { terraform: ".terraform-version", tofu: ".opentofu-version" };
function toolOf({ names: names2 }, folder) {
  for (const parent of withParents(folder)) {
    const inside = names2(parent);
    if (inside.includes(versionFiles.terraform)) return "terraform";
    if (inside.includes(versionFiles.tofu)) return "tofu";
  }
  return names2(folder).filter(isConfiguration).every(isOnlyTofu) ? "tofu" : "terraform";
}
async function versionFileOf(configuration, folder, tool) {
  const parent = withParents(folder).find((above) => configuration.names(above).includes(versionFiles[tool]));
  if (parent === void 0) return void 0;
  const file = parent === "" ? versionFiles[tool] : `${parent}/${versionFiles[tool]}`;
  const lines = (await configuration.text(file) ?? "").split("\n").map((line2) => line2.replace(/#.*/, "").trim());
  const line = lines.findIndex((text3) => text3 !== "");
  const text2 = lines[line]?.slice(0, 100) ?? "";
  const at = { file, line: Math.max(line, 0) + 1, column: 1 };
  const [, value] = /^v?([0-9]+\.[0-9]+\.[0-9]+(?:-[0-9A-Za-z.-]+)?)$/.exec(text2) ?? [];
  return value === void 0 ? { at, other: text2 } : { at, value };
}
function requiredVersions(files) {
  return files.flatMap(({ body: body2 }) => blocksOf3(body2, "terraform")).flatMap(({ body: body2 }) => {
    const argument = argumentOf3(body2, "required_version");
    const value = literalOf2(argument?.value);
    return argument === void 0 || value === void 0 ? [] : [{ value, at: argument.at }];
  });
}

// actions/lib/terraform/roots/discover.ts
function rootSettings(written, text2, file) {
  return { options: terraformOptions(written), at: fieldLocations(text2, file) };
}
async function discoverRoots(configuration, settings) {
  const listed2 = groupBy(settings.options.roots.map(withPlace(settings)), ({ written }) => folderOf(written.path));
  const { folders: folders2, notes } = await foundFolders(configuration, settings.options, listed2);
  const found = folders2.filter(({ folder }) => !listed2.has(folder));
  const roots = [];
  for (const { folder, content, at } of found) {
    roots.push(
      await rootOf(configuration, { folder, content, at, written: { path: shownFolder(folder) }, settings, notes })
    );
  }
  for (const [folder, entries] of listed2) {
    const located = await configuration.locateFolder(folder);
    for (const { written, at } of entries) {
      if ("reason" in located || !configuration.names(located.path).some(isConfiguration)) {
        throw new UserError(`The settings list ${written.path} as a root module, and there is no configuration.`, {
          where: shownPlace(at),
          next: "correct the path, or take the entry out"
        });
      }
      const tool = written.tool ?? settings.options.tool ?? toolOf(configuration, located.path);
      const content = await configuration.read(located.path, tool);
      roots.push(await rootOf(configuration, { folder: located.path, content, at, written, settings, notes }));
    }
  }
  refuseSharedNames(roots);
  return { roots: roots.sort((a, b) => a.name < b.name ? -1 : 1), notes };
}
var withPlace = ({ at }) => (written, index) => ({
  written,
  at: at(["terraform", "roots", String(index)])
});
async function foundFolders(configuration, { exclude, tool }, listed2) {
  const notes = [];
  const read = async (folder) => {
    const own = tool ?? toolOf(configuration, folder);
    const content = await configuration.read(folder, own);
    return { folder, content, isExcluded: liesIn(exclude, folder), kind: kindOf(content.parsed) };
  };
  const all = await Promise.all(configuration.folders.map(read));
  const called = await calledFolders(
    configuration,
    all.filter(({ isExcluded }) => !isExcluded)
  );
  const folders2 = all.flatMap(({ folder, content, isExcluded, kind }) => {
    if (kind === void 0 || listed2.has(folder)) return [];
    const at = kind.at;
    if (isExcluded) {
      const message2 = `${shownFolder(folder)} has a state of its own and is no root, since \`terraform.exclude\` covers it`;
      if (kind.hasState) notes.push({ message: message2, at });
      return [];
    }
    const callers = kind.hasState ? void 0 : called.get(folder);
    if (callers === void 0) return [{ folder, content, at: { file: content.files[0] ?? at.file } }];
    const message = `${shownFolder(folder)} configures a provider and is no root, since ${shownPlace(callers)} calls it as a module`;
    notes.push({ message, at });
    return [];
  });
  return { folders: folders2, notes };
}
function kindOf(files) {
  const state = backendOf(files);
  if (state !== void 0) return { at: state.at, hasState: true };
  const [provider] = files.flatMap(({ body: body2 }) => blocksOf3(body2, "provider"));
  return provider && { at: provider.at, hasState: false };
}
async function calledFolders(configuration, all) {
  const called = /* @__PURE__ */ new Map();
  for (const { folder, content } of all) {
    for (const call of content.parsed.flatMap(moduleCalls)) {
      if (!call.isLiteral || !isLocalSource(call.source)) continue;
      const target = await resolveSource(configuration, folder, call.source);
      if ("path" in target && target.path !== folder && !called.has(target.path)) called.set(target.path, call.at);
    }
  }
  return called;
}
async function rootOf(configuration, parts2) {
  const { folder, content, at, written, settings, notes } = parts2;
  const tool = written.tool ?? settings.options.tool ?? toolOf(configuration, folder);
  const file = await versionFileOf(configuration, folder, tool);
  const version = written.version !== void 0 ? { value: written.version, at } : file && "value" in file ? { value: file.value, at: file.at } : void 0;
  if (version === void 0 && file !== void 0 && "other" in file) {
    const said2 = JSON.stringify(file.other);
    notes.push({ message: `${said2} is no exact version, so that any version of ${tool} is taken`, at: file.at });
  }
  const backend = backendOf(content.parsed);
  return {
    name: written.name ?? shownFolder(folderOf(written.path)),
    path: shownFolder(folderOf(written.path)),
    tool,
    ...version !== void 0 && { version },
    requiredVersion: requiredVersions(content.parsed),
    ...written.workspace !== void 0 && { workspace: written.workspace },
    varFiles: written["var-files"] ?? [],
    backendConfig: written["backend-config"] ?? [],
    ...backend !== void 0 && { backend: backend.type },
    ...written.environment !== void 0 && { environment: written.environment },
    inputs: written.inputs ?? [],
    carry: written.carry ?? [],
    dependsOn: written["depends-on"] ?? [],
    at
  };
}
function refuseSharedNames(roots) {
  for (const [name2, sharing] of groupBy(roots, (root) => root.name)) {
    if (sharing.length > 1) {
      throw new UserError(`${sharing.length} roots have the name ${name2}.`, {
        where: sharing.map(({ at }) => shownPlace(at)).join(" and "),
        next: "give each entry of `terraform.roots` a `name` of its own"
      });
    }
  }
}

// actions/lib/terraform/roots/known-path.ts
function pathOf(parts2, module2, root, isRead) {
  const [first, ...others] = parts2;
  if (first === void 0) return { type: "none" };
  const reference = typeof first === "string" ? void 0 : first.text;
  if (reference === void 0 && !isRead) return { type: "none" };
  if (reference?.includes("path.cwd")) return { type: "open", reason: "it depends on where the tool is started" };
  if (reference !== void 0 && !isPathReference(reference)) {
    if (!isRead || ["path.module", "path.root", "path.cwd"].some((name2) => reference.includes(name2)))
      return { type: "none" };
    return { type: "open", reason: "which file it reads is known only while the tool runs" };
  }
  const base = reference === void 0 || reference.includes("path.root") ? root : module2;
  const rest = reference === void 0 ? parts2 : others;
  const unknown = rest.findIndex((part) => typeof part !== "string");
  const text2 = rest.slice(0, unknown < 0 ? void 0 : unknown).join("");
  if (reference === void 0 && /^[/~]/.test(text2)) return { type: "none" };
  if (unknown < 0) {
    const path = joinPath(base, text2.trim());
    return path === void 0 ? { type: "none" } : { type: "known", path };
  }
  const slash = text2.lastIndexOf("/");
  const folder = joinPath(base, text2.slice(0, slash + 1));
  if (folder === void 0) return { type: "open", reason: "it leaves the repository" };
  return { type: "start", folder, start: `${folder === "" ? "" : `${folder}/`}${text2.slice(slash + 1)}` };
}
function plainPattern(parts2) {
  const [pattern, second] = parts2 ?? [];
  if (typeof pattern !== "string" || second !== void 0 || pattern === "") return void 0;
  return /[{}[\]?!\\]|\.\.|[^/]\*\*|\*\*[^/]/.test(pattern) ? void 0 : pattern;
}
async function localsOf(configuration, module2) {
  const known3 = /* @__PURE__ */ new Map();
  for (const block2 of module2.parsed.flatMap(({ body: body2 }) => blocksOf3(body2, "locals"))) {
    for (const { name: name2, value } of block2.body.arguments) {
      if (value.type === "literal") known3.set(name2, [String(value.value)]);
      if (value.type !== "expression") continue;
      if (isPathReference(value.text)) known3.set(name2, [{ text: value.text }]);
      const [template, second] = await templatesOf(configuration, value) ?? [];
      if (template !== void 0 && second === void 0) known3.set(name2, template);
    }
  }
  return known3;
}
async function templatesOf(configuration, value) {
  if (!/^"|^<</.test(value.text) && !value.at.file.endsWith(".json")) return void 0;
  const uses = await configuration.pathUses(value.text, value.at.file);
  return uses?.flatMap((use) => use.type === "template" ? [use.parts] : []);
}
var maxLocals = 8;
var maxParts = 200;
function withLocals(parts2, locals) {
  let result = parts2;
  for (let round = 0; round < maxLocals; round += 1) {
    const next = result.flatMap(
      (part) => typeof part === "string" ? [part] : locals.get(localName(part.text)) ?? [part]
    );
    if (next.length === result.length && next.every((part, index) => part === result[index])) break;
    if (next.length > maxParts) return parts2;
    result = next;
  }
  return result;
}
var localName = (text2) => text2.startsWith("local.") ? text2.slice("local.".length) : "";

// actions/lib/terraform/roots/read-files.ts
var fileFunctions2 = /* @__PURE__ */ new Set([
  ...["file", "filebase64", "filebase64sha256", "filebase64sha512", "fileexists", "filemd5", "fileset"],
  ...["filesha1", "filesha256", "filesha512", "templatefile"]
]);
async function filesReadBy(configuration, module2, root) {
  const values = module2.parsed.flatMap(relevantValues);
  if (values.length === 0) return { files: [], unresolved: [] };
  const locals = await localsOf(configuration, module2);
  const files = /* @__PURE__ */ new Set();
  const unresolved = [];
  const add = async (path, select = () => true) => {
    for (const file of await filesAt(configuration, path)) if (select(file)) files.add(file);
  };
  const open = (value, reason) => unresolved.push({ source: oneLineText(value.text), at: value.at, reason, isOpen: true });
  for (const value of values) {
    const uses = onlyCall(value) ?? await configuration.pathUses(value.text, value.at.file);
    if (uses === void 0) {
      open(value, "the paths in it cannot be read");
      continue;
    }
    for (const { parts: parts2, isRead, pattern } of uses.flatMap(candidatesIn)) {
      const path = pathOf(withLocals(parts2, locals), module2.folder, root, isRead);
      if (path.type === "open") open(value, path.reason);
      if (path.type === "start") await add(path.folder, (file) => file.startsWith(path.start));
      if (path.type !== "known") continue;
      const below = (file) => file.slice(path.path === "" ? 0 : path.path.length + 1);
      await add(path.path, pattern === void 0 ? void 0 : (file) => matchesGlob(pattern, below(file)));
    }
  }
  return { files: [...files], unresolved };
}
var known = /* @__PURE__ */ new WeakMap();
function relevantValues(file) {
  const values = known.get(file) ?? [...valuesIn(file.body)].filter(isRelevant);
  known.set(file, values);
  return values;
}
function onlyCall({ text: text2, callSites }) {
  const [call, second] = callSites ?? [];
  if (call?.argument === void 0 || second !== void 0 || call.name === "fileset") return void 0;
  if (!text2.startsWith(`${call.name}(`) || !text2.endsWith(")")) return void 0;
  return [{ type: "call", name: call.name, arguments: [call.argument] }];
}
function isRelevant(value) {
  if (value.type !== "expression") return false;
  return value.references.some((name2) => name2.startsWith("path.")) || value.calls.some((name2) => fileFunctions2.has(name2));
}
function candidatesIn(use) {
  if (use.type === "folder") return [{ parts: [{ text: use.reference }], isRead: false }];
  if (use.type === "template") return [{ parts: use.parts, isRead: false }];
  const [first = [], second] = use.arguments;
  if (fileFunctions2.has(use.name))
    return [{ parts: first, isRead: true, pattern: use.name === "fileset" ? plainPattern(second) : void 0 }];
  return use.name === "basename" ? [] : use.arguments.map((parts2) => ({ parts: parts2, isRead: false }));
}
var maxFiles = 2e4;
async function filesAt(configuration, path) {
  const { tree } = configuration;
  const found = /* @__PURE__ */ new Set();
  const pending = [path];
  const seen = /* @__PURE__ */ new Set();
  for (let next = pending.pop(); next !== void 0 && found.size < maxFiles; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const link of configuration.linksOf(next)) found.add(link);
    const entry = await tree.read(next);
    if (entry.type === "file") found.add(next);
    if (entry.type === "link") pending.push(entry.target);
    if (entry.type !== "directory") continue;
    for (const file of tree.list(next)) {
      found.add(file);
      if (tree.files.get(file)?.mode === "symlink") pending.push(file);
    }
  }
  return [...found];
}
var oneLineText = (text2) => text2.replace(/\s+/g, " ").slice(0, 200);

// actions/lib/terraform/roots/files-of-root.ts
async function filesOfRoot(configuration, root) {
  const written = folderOf(root.path);
  const located = await configuration.locateFolder(written);
  const roles = /* @__PURE__ */ new Map();
  const add = (files, role) => {
    for (const file of files) if (!roles.has(file)) roles.set(file, role);
  };
  if ("reason" in located) return { files: [], modules: [], unresolved: [], roles, folders: [] };
  const folder = located.path;
  const { folders: folders2, links, unresolved } = await readModules(configuration, folder, root.tool);
  for (const { files } of folders2) add(files, "configuration");
  const inside = (name2) => folder === "" ? name2 : `${folder}/${name2}`;
  const names2 = configuration.names(folder);
  const lockFile = names2.includes(lockFileName) ? inside(lockFileName) : void 0;
  add(await withTargets(configuration, names2.filter(isVariableFile).map(inside)), "variables");
  add(await withTargets(configuration, root.varFiles), "variables");
  add(
    await withTargets(
      configuration,
      root.backendConfig.filter((item) => !item.includes("="))
    ),
    "backend"
  );
  if (lockFile !== void 0) add(await withTargets(configuration, [lockFile]), "lock");
  const versionFile = await versionFileOf(configuration, folder, root.tool);
  if (versionFile !== void 0 && (root.version === void 0 || root.version.at.file === versionFile.at.file))
    add(await withTargets(configuration, [versionFile.at.file]), "version");
  add([...links, ...configuration.linksOf(written)], "link");
  const reads = await Promise.all(folders2.map((module2) => filesReadBy(configuration, module2, folder)));
  add(
    reads.flatMap(({ files }) => files),
    "read"
  );
  add(
    root.inputs.flatMap((pattern) => filesThatFit(configuration, pattern)),
    "input"
  );
  return {
    files: [...roles.keys()].sort(),
    modules: folders2.slice(1).map((module2) => shownFolder(module2.folder)).sort(),
    unresolved: [...unresolved, ...reads.flatMap((read) => read.unresolved)],
    ...lockFile !== void 0 && { lockFile },
    roles,
    folders: folders2
  };
}
async function configurationOf(configuration, { roles }) {
  const files = [...roles].flatMap(([file, role]) => role === "configuration" ? [file] : []);
  const parsed = (await Promise.all(files.map((file) => configuration.parse(file)))).filter(
    (file) => file !== void 0
  );
  return [...new Map(parsed.map((file) => [file.file, file])).values()];
}
async function withTargets({ tree, linksOf }, files) {
  const all = files.map(async (file) => {
    const path = folderOf(file);
    const entry = await tree.read(path);
    if (entry.type === "link") return [...linksOf(path), entry.target];
    return entry.type === "missing" ? [] : [path];
  });
  return (await Promise.all(all)).flat();
}
function filesThatFit({ tree }, pattern) {
  const names2 = pattern.split("/");
  const start2 = names2.findIndex((name2) => name2.includes("*"));
  if (start2 < 0) return tree.files.has(pattern) ? [pattern] : tree.list(pattern);
  return tree.list(names2.slice(0, start2).join("/")).filter((file) => matchesGlob(pattern, file));
}

// actions/lib/terraform/roots/graph.ts
async function dependenciesOf(configuration, roots) {
  const states = await Promise.all(
    roots.map(async (one) => ({ root: one.root, ...await stateOf(configuration, one) }))
  );
  const notes = sharedStates(states);
  const dependencies = /* @__PURE__ */ new Map();
  const add = (dependency) => {
    const key = JSON.stringify([dependency.from, dependency.to]);
    if (!dependencies.has(key)) dependencies.set(key, dependency);
  };
  const names2 = roots.map(({ root }) => root.name);
  for (const { root, reading } of roots) {
    for (const to of root.dependsOn) {
      if (!names2.includes(to)) throw unknownRoot(root, to, names2);
      add({ from: root.name, to, why: "is said to depend on it by the settings", at: root.at });
    }
    for (const { folder, parsed } of reading.folders) {
      for (const reader of parsed.flatMap(stateReaders)) {
        const { found, unknown } = matching(reader, root, folder, states);
        for (const to of found)
          add({ from: root.name, to, why: `reads its state (${shownPlace(reader.at)})`, at: reader.at });
        if (found.length === 0 && unknown && root.dependsOn.length === 0) {
          const message = `which state data.terraform_remote_state.${reader.name} reads cannot be told from what is written: name the root in \`depends-on\` of ${root.name}, if it is one of this repository`;
          notes.push({ message, at: reader.at });
        }
      }
    }
  }
  const all = [...dependencies.values()];
  refuseCircle(all);
  return { dependencies: all, notes };
}
async function stateOf(configuration, { root, reading }) {
  const [own] = reading.folders;
  const backend = backendOf(own?.parsed ?? []);
  const fields = new Map(backend?.fields);
  for (const item of root.backendConfig) {
    const equals = item.indexOf("=");
    if (equals > 0) fields.set(item.slice(0, equals), item.slice(equals + 1));
    else
      for (const [name2, value] of fieldsOfBody((await configuration.parse(item))?.body ?? empty))
        fields.set(name2, value);
  }
  const folder = own?.folder ?? folderOf(root.path);
  return { place: { type: backend?.type ?? "local", fields, folder }, at: backend?.at ?? root.at };
}
var empty = { arguments: [], blocks: [] };
function matching(reader, root, folder, states) {
  if (reader.type === void 0) return { found: [], unknown: true };
  const own = states.find((state) => state.root === root)?.place.folder ?? folder;
  const fields = new Map(reader.fields);
  if (reader.type === "local" && reader.modulePath !== void 0)
    fields.set("path", relativeTo(own, joinPath(folder, reader.modulePath)));
  const place2 = { type: reader.type, fields, folder: own };
  const workspace = reader.workspace === "terraform.workspace" ? workspaceOf(root) : reader.workspace;
  const found = [];
  let unknown = false;
  for (const { root: other, place: there } of states) {
    const sameness = other === root ? "other" : compareStates(place2, there);
    const fits = workspace === void 0 || workspace === workspaceOf(other);
    if (sameness === "same" && fits) found.push(other.name);
    if (sameness === "unknown") unknown = true;
  }
  return { found, unknown };
}
var workspaceOf = ({ workspace }) => workspace ?? "default";
function relativeTo(folder, path) {
  if (path === void 0) return void 0;
  return `${folder === "" ? "" : folder.split("/").map(() => "..").join("/").concat("/")}${path}`;
}
function sharedStates(states) {
  const notes = [];
  const places = states.map((state) => ({ ...state, workspace: workspaceOf(state.root) }));
  for (const alike of groupBy(places, ({ place: place2, workspace }) => `${place2.type} ${workspace}`).values()) {
    for (const [index, one] of alike.entries()) {
      const other = alike.slice(0, index).find(({ place: place2 }) => compareStates(one.place, place2) === "same");
      if (other === void 0) continue;
      notes.push({
        message: `${one.root.name} and ${other.root.name} have the same state: each undoes what the other does`,
        at: one.at
      });
    }
  }
  return notes;
}
function unknownRoot(root, name2, names2) {
  const meant = nearest(name2, names2);
  return new UserError(`${root.name} depends on ${name2}, and there is no root of that name.`, {
    where: shownPlace(root.at),
    next: meant === void 0 ? "name a root by its `name`, or by its path where it has none" : `did you mean ${meant}?`
  });
}
function refuseCircle(dependencies) {
  const circle = findCircle(dependencies);
  if (circle === void 0) return;
  const [first] = circle;
  throw new UserError(
    `Roots depend on each other in a circle: ${[...circle.map(({ from }) => from), first.from].join(" \u2192 ")}.`,
    {
      where: circle.map(({ from, to, at }) => `${shownPlace(at)} (${from} \u2192 ${to})`).join(", "),
      next: "take out one of these, or put what both need into a root of its own"
    }
  );
}

// actions/lib/terraform/roots/impact.ts
var maxReasons = 20;
function impactOf({ base, head, changed }) {
  if (base === void 0) return { root: head.root, reasons: [`the root is new (${shownPlace(head.root.at)})`] };
  const [before, after2] = [base.reading.roles, head.reading.roles];
  const reasons = [];
  for (const [file, role] of new Map([...before, ...after2])) {
    if (changed.has(file)) reasons.push(`${file} ${changeOf(file, before, after2)}${roleWords[role]}`);
    else if (!after2.has(file)) reasons.push(`${file} no longer belongs to it${roleWords[role]}`);
    else if (!before.has(file)) reasons.push(`${file} belongs to it now${roleWords[role]}`);
  }
  reasons.sort();
  const said2 = saidOf(head.root);
  const fields = Object.entries(saidOf(base.root)).filter(([name2, value]) => value !== said2[name2]);
  for (const [name2] of fields) reasons.push(`\`${name2}\` is another (${shownPlace(head.root.at)})`);
  if (reasons.length === 0 && changed.size > 0) reasons.push(...openReasons(head));
  if (reasons.length === 0) return void 0;
  const more = reasons.length - maxReasons;
  return {
    root: head.root,
    reasons: more > 0 ? [...reasons.slice(0, maxReasons), `and ${count(more, "more reason")}`] : reasons
  };
}
function changeOf(file, before, after2) {
  if (!before.has(file)) return "is new";
  return after2.has(file) ? "changed" : "was removed";
}
var roleWords = {
  configuration: "",
  variables: "",
  lock: "",
  version: "",
  backend: ", from which its backend is configured",
  read: ", which its configuration reads",
  input: ", which the settings name as an input",
  link: ", through which its files are found"
};
function saidOf(root) {
  return {
    path: root.path,
    tool: root.tool,
    version: root.version?.value ?? "",
    workspace: root.workspace ?? "",
    "var-files": JSON.stringify(root.varFiles),
    "backend-config": JSON.stringify(root.backendConfig),
    environment: root.environment ?? "",
    inputs: JSON.stringify(root.inputs),
    carry: JSON.stringify(root.carry)
  };
}
function openReasons({ root, reading }) {
  if (root.inputs.length > 0) return [];
  return reading.unresolved.filter(({ isOpen }) => isOpen).map(({ source, at, reason }) => `what ${source} stands for may have changed, since ${reason} (${shownPlace(at)})`);
}

// actions/lib/terraform/roots/waves.ts
function withDependants(roots, impacts, dependencies) {
  const reasons = new Map(impacts.map(({ root, reasons: own }) => [root.name, [...own]]));
  const byUpstream = groupBy(dependencies, ({ to }) => to);
  const pending = [...reasons.keys()];
  for (let name2 = pending.pop(); name2 !== void 0; name2 = pending.pop()) {
    for (const { from, to, why } of byUpstream.get(name2) ?? []) {
      const known3 = reasons.get(from);
      if (known3 === void 0) pending.push(from);
      reasons.set(from, [...known3 ?? [], `${to} is planned, and this root ${why}`]);
    }
  }
  return roots.flatMap((root) => {
    const own = reasons.get(root.name);
    return own === void 0 ? [] : [{ root, reasons: own }];
  });
}
function orderRoots(names2, dependencies) {
  const all = new Set(names2);
  const inside = dependencies.filter(({ from, to }) => all.has(from) && all.has(to));
  const upstream = groupBy(inside, ({ from }) => from);
  const downstream = groupBy(inside, ({ to }) => to);
  const missing = new Map(names2.map((name2) => [name2, upstream.get(name2)?.length ?? 0]));
  const waves = [];
  for (let now = names2.filter((name2) => missing.get(name2) === 0); now.length > 0; ) {
    waves.push({ number: waves.length + 1, roots: [...now].sort() });
    const next = [];
    for (const { from } of now.flatMap((name2) => downstream.get(name2) ?? [])) {
      const left = (missing.get(from) ?? 0) - 1;
      missing.set(from, left);
      if (left === 0) next.push(from);
    }
    now = next;
  }
  const deferrals = names2.flatMap((root) => {
    const waitsFor = (upstream.get(root) ?? []).map(({ to }) => to).sort();
    return waitsFor.length === 0 ? [] : [{ root, waitsFor }];
  });
  return { waves, deferrals };
}
function releasedRoots(deferrals, settled) {
  return deferrals.flatMap(
    ({ root, waitsFor }) => !settled.has(root) && waitsFor.every((name2) => settled.has(name2)) ? [root] : []
  );
}
function wavesMatrix(roots, { waves, deferrals }) {
  const byName = new Map(roots.map((root) => [root.name, root]));
  const waitsFor = new Map(deferrals.map((deferral) => [deferral.root, deferral.waitsFor]));
  return waves.map(({ number, roots: names2 }) => ({
    wave: number,
    include: names2.flatMap((name2) => {
      const root = byName.get(name2);
      if (root === void 0) return [];
      return [
        {
          root: name2,
          path: root.path,
          tool: root.tool,
          version: root.version?.value ?? "",
          workspace: root.workspace ?? "default",
          environment: root.environment ?? "",
          wave: number,
          "waits-for": waitsFor.get(name2) ?? []
        }
      ];
    })
  }));
}

// actions/lib/terraform/roots/select-roots.ts
async function selectRoots({ head, base, changed = /* @__PURE__ */ new Set() }) {
  const { roots, notes } = await discoverRoots(head.configuration, head.settings);
  const [sides, before] = [await readSides(head.configuration, roots), await baseSides(base)];
  const graph = await dependenciesOf(head.configuration, sides);
  const readings = new Map(sides.map(({ root, reading }) => [root.name, reading]));
  const everywhere = everywhereReason(head.settings, base?.settings);
  const touched = sides.flatMap((side) => {
    if (base === void 0) return [{ root: side.root, reasons: ["there is no base to compare with"] }];
    const impact = impactOf({ base: before.get(side.root.name), head: side, changed });
    if (everywhere === void 0) return impact ?? [];
    return [{ root: side.root, reasons: [...impact?.reasons ?? [], everywhere] }];
  });
  const impacts = withDependants(roots, touched, graph.dependencies);
  const affected = new Set(impacts.map(({ root }) => root.name));
  return {
    roots,
    readings,
    impacts,
    unaffected: roots.flatMap(({ name: name2 }) => affected.has(name2) ? [] : [name2]),
    removed: [...before.values()].flatMap(({ root }) => readings.has(root.name) ? [] : [root]),
    dependencies: graph.dependencies,
    notes: [...notes, ...graph.notes, ...unresolvedNotes(sides)],
    ...orderRoots([...affected], graph.dependencies)
  };
}
var readSides = (configuration, roots) => Promise.all(roots.map(async (root) => ({ root, reading: await filesOfRoot(configuration, root) })));
async function baseSides(base) {
  if (base === void 0) return /* @__PURE__ */ new Map();
  try {
    const { roots } = await discoverRoots(base.configuration, base.settings);
    return new Map((await readSides(base.configuration, roots)).map((side) => [side.root.name, side]));
  } catch (error) {
    if (error instanceof UserError) return /* @__PURE__ */ new Map();
    throw error;
  }
}
function everywhereReason(head, base) {
  if (base === void 0 || JSON.stringify(head.options.variables) === JSON.stringify(base.options.variables))
    return void 0;
  return "`terraform.variables` of the settings changed";
}
function unresolvedNotes(sides) {
  const notes = /* @__PURE__ */ new Map();
  for (const { source, at, reason } of sides.flatMap(({ reading }) => reading.unresolved)) {
    const message = `${source} is not resolved, since ${reason}`;
    notes.set(JSON.stringify([at, message]), { message, at });
  }
  return [...notes.values()];
}

// actions/lib/terraform/planning/open-change.ts
async function openChange(input) {
  const { head, base, named: named2 } = input;
  const parse = rememberingParser(parseHclFile);
  const sideOf = async (tree) => {
    const { settings, text: text2 } = await readSettings(tree);
    return {
      written: settings,
      configuration: openConfiguration(tree, parse),
      settings: rootSettings(settings.terraform, text2, settingsFile)
    };
  };
  const headSide = await sideOf(head);
  const baseSide = base === void 0 ? void 0 : await sideOf(base).catch(refusedSettings);
  const judge = base === void 0 ? headSide : baseSide ?? { settings: { options: terraformOptions() }, written: {} };
  const found = await selectRoots({
    head: headSide,
    ...base !== void 0 && baseSide !== void 0 && { base: baseSide, changed: new Set(await changedFiles(base, head)) }
  });
  const names2 = typeof named2 === "function" ? named2(found.roots) : named2;
  const selection = names2 === void 0 ? found : choose(found, names2, base !== void 0);
  const reading = (root) => selection.readings.get(root.name);
  return {
    head,
    ...base !== void 0 && { base },
    selection,
    options: headSide.settings.options,
    policy: judge.settings.options,
    rules: judge.written,
    reading,
    toPlan: (root) => toPlan(root, selection, { head: headSide.configuration, base: baseSide?.configuration })
  };
}
function refusedSettings(error) {
  if (error instanceof UserError) return void 0;
  throw error;
}
async function toPlan(root, selection, sides) {
  const reading = selection.readings.get(root.name);
  const before = sides.base === void 0 ? void 0 : await filesOfRoot(sides.base, root);
  const { waves, deferrals, impacts } = selection;
  return {
    root,
    wave: waves.find(({ roots }) => roots.includes(root.name))?.number ?? 1,
    waitsFor: deferrals.find((deferral) => deferral.root === root.name)?.waitsFor ?? [],
    reasons: impacts.find((impact) => impact.root.name === root.name)?.reasons ?? [],
    lockFile: reading.lockFile !== void 0,
    sides: {
      head: await guardSide(sides.head, reading),
      ...before !== void 0 && sides.base !== void 0 && { base: await guardSide(sides.base, before) }
    }
  };
}
async function guardSide(configuration, reading) {
  const { lockFile } = reading;
  const text2 = lockFile === void 0 ? void 0 : await configuration.text(lockFile);
  return {
    configuration: await configurationOf(configuration, reading),
    lock: text2 === void 0 || lockFile === void 0 ? [] : await readLockFile(text2, lockFile)
  };
}
function choose(selection, named2, compared) {
  const byName = new Map(selection.roots.map((root) => [root.name, root]));
  const impacts = [...new Set(named2)].map((name2) => {
    const root = byName.get(name2);
    if (root !== void 0) return { root, reasons: ["you named it"] };
    throw unknownName(name2, [...byName.keys()]);
  });
  const chosen = new Set(impacts.map(({ root }) => root.name));
  const unaffected = compared ? selection.unaffected.filter((name2) => !chosen.has(name2)) : [];
  const left = [...byName.keys()].filter((name2) => !chosen.has(name2) && !unaffected.includes(name2));
  const needed = selection.dependencies.filter(({ from, to }) => chosen.has(from) && left.includes(to));
  const notAsked = left.map((root) => {
    const neededBy = needed.flatMap(({ from, to }) => to === root ? [from] : []);
    return { root, affected: compared, neededBy };
  });
  const outdated = compared ? needed : [];
  return {
    ...selection,
    impacts,
    unaffected,
    ...notAsked.length > 0 && { notAsked },
    notes: [
      ...outdated.map(({ from, to, why, at }) => ({
        message: `${to} is not asked for, and the change affects it: ${from} ${why}, so that its plan may be out of date`,
        at
      })),
      ...selection.notes
    ],
    ...orderRoots([...chosen], selection.dependencies)
  };
}
function unknownName(name2, known3) {
  const meant = nearest(name2, known3);
  const roots = known3.length === 0 ? "this tree has no root" : `the roots are ${known3.slice(0, 20).join(", ")}`;
  return new UserError(`There is no Terraform root ${JSON.stringify(name2)}.`, {
    next: meant === void 0 ? roots : `did you mean ${meant}?`
  });
}

// actions/terraform-plan/session.ts
import { join as join3 } from "node:path";

// actions/lib/terraform/tool/executable.ts
import { accessSync, constants, statSync } from "node:fs";
import { isAbsolute, join as join2 } from "node:path";

// actions/lib/toolkit/stream-tool.ts
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { join } from "node:path";

// actions/lib/toolkit/line-reader.ts
var lineEnd = 10;
function createLineReader(maxBytes, onLine) {
  let pending = [];
  let size = 0;
  let leftOut2 = 0;
  const add = (part) => {
    size += part.length;
    if (size <= maxBytes) pending.push(part);
    else pending = [];
  };
  const finish2 = () => {
    const line = size <= maxBytes ? Buffer.concat(pending).toString("utf8") : void 0;
    pending = [];
    size = 0;
    if (line === void 0) leftOut2 += 1;
    else onLine(line.endsWith("\r") ? line.slice(0, -1) : line);
  };
  return {
    push: (chunk) => {
      let from = 0;
      for (let at = chunk.indexOf(lineEnd); at !== -1; at = chunk.indexOf(lineEnd, from)) {
        add(chunk.subarray(from, at));
        from = at + 1;
        finish2();
      }
      if (from < chunk.length) add(chunk.subarray(from));
    },
    end: () => {
      if (size > 0) finish2();
    },
    leftOut: () => leftOut2
  };
}

// actions/lib/toolkit/stream-tool.ts
var defaultMaxLineBytes = 4 * 1024 * 1024;
var defaultMaxOutputBytes = 512 * 1024 * 1024;
var defaultPatienceMs = 10 * 60 * 1e3;
var stderrTailBytes = 64 * 1024;
var pollMs = 50;
async function streamTool(request2) {
  const started = performance.now();
  const limit = request2.maxOutputBytes ?? defaultMaxOutputBytes;
  const output = createOutput(request2);
  const child = spawn(request2.tool, request2.args, {
    cwd: request2.cwd,
    env: request2.environment,
    stdio: ["ignore", output.stdout, output.stderr],
    detached: true
  });
  const ended2 = new Promise((resolve2, reject) => {
    child.once(
      "error",
      (error) => reject(startError(request2, displayCommand(request2.tool, request2.args), error))
    );
    child.once(request2.outputFolder === void 0 ? "close" : "exit", (code, by) => resolve2({ code, by }));
  });
  let stopped;
  let patience;
  let giveUp = () => {
  };
  const leftAlone = new Promise((resolve2) => {
    giveUp = resolve2;
  });
  const stop2 = (why) => {
    if (stopped !== void 0) return;
    stopped = why;
    child.kill("SIGINT");
    patience = setTimeout(() => giveUp("left"), request2.patienceMs ?? defaultPatienceMs);
  };
  const onStop = () => stop2("signal");
  const timer = request2.timeoutMs === void 0 ? void 0 : setTimeout(() => stop2("timeout"), request2.timeoutMs);
  let thrown;
  let size = 0;
  const chunks = [];
  const lines = createLineReader(request2.maxLineBytes ?? defaultMaxLineBytes, (line) => request2.onLine?.(line));
  const take = (chunk) => {
    size += chunk.length;
    if (size > limit) return stop2("output");
    if (request2.onLine === void 0) return chunks.push(chunk);
    if (thrown !== void 0) return;
    try {
      lines.push(chunk);
    } catch (error) {
      thrown = { error };
      stop2("output");
    }
  };
  let stderr = Buffer.alloc(0);
  const takeStderr = (chunk) => {
    stderr = Buffer.concat([stderr, chunk]).subarray(-stderrTailBytes);
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", takeStderr);
  const poll = output.follow === void 0 ? void 0 : setInterval(() => output.follow?.(take, takeStderr), pollMs);
  try {
    request2.stop.addEventListener("abort", onStop);
    if (request2.stop.aborted) onStop();
    const end = await Promise.race([ended2, leftAlone]);
    output.follow?.(take, takeStderr);
    if (thrown === void 0 && size <= limit) lines.end();
    if (end === "left") letGo(child);
    if (thrown !== void 0) throw thrown.error;
    return {
      exitCode: end === "left" ? void 0 : end.code ?? void 0,
      endedBy: end === "left" ? void 0 : end.by ?? void 0,
      stopped,
      leftRunning: end === "left",
      pid: child.pid,
      stdout: Buffer.concat(chunks),
      stderr: stderr.toString("utf8"),
      linesLeftOut: lines.leftOut(),
      durationMs: performance.now() - started
    };
  } finally {
    clearTimeout(timer);
    clearTimeout(patience);
    clearInterval(poll);
    request2.stop.removeEventListener("abort", onStop);
    output.dispose();
  }
}
function letGo(child) {
  child.unref();
  for (const pipe of [child.stdout, child.stderr]) if (pipe instanceof Socket) pipe.unref();
}
function createOutput(request2) {
  if (request2.outputFolder === void 0) return { stdout: "pipe", stderr: "pipe", dispose: () => {
  } };
  const folder = mkdtempSync(join(request2.outputFolder, "output-"));
  const open = (name2) => {
    const path = join(folder, name2);
    const writer = openSync(path, "wx", 384);
    return { writer, reader: openSync(path, "r"), position: 0 };
  };
  const files = [open("stdout"), open("stderr")];
  const buffer = Buffer.alloc(64 * 1024);
  const readOn = (file, take) => {
    for (; ; ) {
      const length = readSync(file.reader, buffer, 0, buffer.length, file.position);
      if (length === 0) return;
      file.position += length;
      take(Buffer.from(buffer.subarray(0, length)));
    }
  };
  return {
    stdout: files[0].writer,
    stderr: files[1].writer,
    follow: (takeStdout, takeStderr) => {
      readOn(files[0], takeStdout);
      readOn(files[1], takeStderr);
    },
    dispose: () => {
      for (const file of files) {
        closeSync(file.writer);
        closeSync(file.reader);
      }
      rmSync(folder, { recursive: true, force: true });
    }
  };
}

// actions/lib/terraform/tool/environment.ts
var always = [
  "PATH",
  "HOME",
  "TMPDIR",
  "LANG",
  "LC_ALL",
  "TZ",
  "HTTP_PROXY",
  "HTTPS_PROXY",
  "NO_PROXY",
  "http_proxy",
  "https_proxy",
  "no_proxy",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "GIT_SSL_CAINFO",
  "SSH_AUTH_SOCK"
];
var never = [
  "GITHUB_*",
  "GH_TOKEN",
  "ACTIONS_*",
  "INPUT_*",
  "RUNNER_*",
  "NODE_OPTIONS",
  "LD_*",
  "DYLD_*",
  "GIT_*",
  "CHECKPOINT_*",
  "TF_CLI_*",
  "TF_LOG*",
  "TF_DATA_DIR",
  "TF_PLUGIN_*",
  "TF_REATTACH_PROVIDERS",
  "TF_WORKSPACE",
  "TF_INPUT",
  "TF_IN_AUTOMATION",
  "TF_IGNORE",
  "TF_TEMP_LOG_PATH"
];
var identityRequest = ["ACTIONS_ID_TOKEN_REQUEST_URL", "ACTIONS_ID_TOKEN_REQUEST_TOKEN"];
var credentials = [
  ["AWS_*", "ARM_*", "GOOGLE_*", "IONOS_*", "TF_TOKEN_*"],
  ["*_TOKEN", "*_SECRET", "*_SECRET_KEY", "*_ACCESS_KEY", "*_API_KEY", "*_PASSWORD", "*_CREDENTIALS"]
];
function reduceEnvironment(environment, variables = []) {
  for (const name2 of variables) {
    if (!name2.includes("*") && !identityRequest.includes(name2) && matchesAny(never, name2)) {
      throw new UserError(
        `${name2} may not be given to terraform or tofu: a plan runs code of others, which would read it.`,
        {
          where: "terraform.variables in the settings",
          next: `take it out; to hand a value on, set it under another name in the workflow, for example TF_VAR_${name2.toLowerCase()}`
        }
      );
    }
  }
  const isGiven = (name2) => identityRequest.includes(name2) ? variables.includes(name2) : name2.startsWith("TF_VAR_") || matchesAny(variables, name2) && !matchesAny(never, name2);
  const result = {};
  const [given, left] = [[], []];
  for (const [name2, value] of Object.entries(environment)) {
    if (value === void 0) continue;
    if (isGiven(name2)) given.push(name2);
    else if (!always.includes(name2)) {
      if (value !== "" && !matchesAny(never, name2)) left.push(name2);
      continue;
    }
    result[name2] = value;
  }
  const withheld = new Set(credentials.flatMap((patterns) => left.filter((name2) => matchesAny(patterns, name2)).sort()));
  return { variables: result, given: given.filter((name2) => !always.includes(name2)), withheld: [...withheld] };
}
var fixedVariables = {
  TF_IN_AUTOMATION: "1",
  TF_INPUT: "0",
  CHECKPOINT_DISABLE: "1",
  // Modules are fetched by git: it must not wait for somebody to type a password.
  GIT_TERMINAL_PROMPT: "0"
};
var matchesAny = (patterns, name2) => patterns.some((pattern) => matchesPattern(pattern, name2));

// actions/lib/terraform/tool/record.ts
function field(value, name2) {
  return isRecord(value) && Object.hasOwn(value, name2) ? value[name2] : void 0;
}
function textField(value, name2) {
  const found = field(value, name2);
  return typeof found === "string" ? found : void 0;
}
function numberField(value, name2) {
  const found = field(value, name2);
  return typeof found === "number" ? found : void 0;
}
function isRecord(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function parseJson2(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}

// actions/lib/terraform/tool/executable.ts
async function findExecutable(tool, options2) {
  const path = options2.searchPath.split(":").filter(isAbsolute).map((entry) => join2(entry, tool)).find(isExecutable);
  if (path === void 0) {
    throw new UserError(`${tool} was not found.`, {
      where: "PATH",
      next: `install it; in a workflow before this step, for example with ${setUp[tool]}`
    });
  }
  const result = await streamTool({
    tool: path,
    args: ["version", "-json"],
    cwd: options2.folder,
    environment: { ...fixedVariables, TF_CLI_CONFIG_FILE: "/dev/null" },
    stop: options2.stop,
    maxOutputBytes: 1024 * 1024,
    timeoutMs: 6e4,
    patienceMs: 5e3
  });
  const version = textField(parseJson2(result.stdout.toString("utf8")), "terraform_version");
  if (version === void 0) {
    throw new UserError(`${tool} does not tell its version.`, {
      where: `${path} version -json`,
      next: "see that it runs and is terraform 1.11 or OpenTofu 1.10, or newer"
    });
  }
  return { tool, path, version };
}
function requireVersion(root, executable) {
  const demanded = root.version;
  if (demanded === void 0 || demanded.value.replace(/^v/, "") === executable.version) return;
  const { file, line } = demanded.at;
  throw new UserError(
    `${root.name} is for ${root.tool} ${demanded.value}, and ${executable.path} is ${executable.version}.`,
    {
      where: line === void 0 ? file : `${file}:${line}`,
      next: `install ${root.tool} ${demanded.value} (in a workflow before this step, with ${setUp[root.tool]}), or change the version there`
    }
  );
}
var setUp = {
  terraform: "hashicorp/setup-terraform and terraform_wrapper: false",
  tofu: "opentofu/setup-opentofu and tofu_wrapper: false"
};
function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

// actions/lib/toolkit/terraform-inputs.ts
import { isAbsolute as isAbsolute2 } from "node:path";
var revisionInput = {
  ...text(),
  allowed: 'a commit, branch or tag: one word that does not begin with "-"',
  parse: (value) => /^[^-\s]\S*$/.test(value) ? value : void 0
};
function wholeNumber(range) {
  return {
    ...text(),
    default: String(range.default),
    absent: range.default,
    allowed: `a whole number from ${range.from} to ${range.to}`,
    parse: (value) => {
      const number = Number(value);
      return /^\d{1,4}$/.test(value) && number >= range.from && number <= range.to ? number : void 0;
    }
  };
}
var mirrorInput = {
  ...text(),
  allowed: "an absolute path outside of the workspace",
  parse: (value, { workspace }) => isAbsolute2(value) && confinedPath(workspace, value) === void 0 ? value : void 0
};
var keysInput = {
  ...secret(),
  allowed: "keys, one a line",
  parse: (value) => value
};
function runIdentity(environment) {
  const [, workflow] = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@]+)@/.exec(environment.GITHUB_WORKFLOW_REF ?? "") ?? [];
  const known3 = {
    GITHUB_REPOSITORY: environment.GITHUB_REPOSITORY,
    GITHUB_RUN_ID: environment.GITHUB_RUN_ID,
    GITHUB_RUN_ATTEMPT: environment.GITHUB_RUN_ATTEMPT,
    GITHUB_WORKFLOW_REF: workflow,
    GITHUB_EVENT_NAME: environment.GITHUB_EVENT_NAME,
    GITHUB_SHA: environment.GITHUB_SHA
  };
  const missing = Object.entries(known3).flatMap(([name2, value]) => value ? [] : [name2]);
  if (missing.length > 0) return { missing };
  return {
    repository: environment.GITHUB_REPOSITORY,
    run: environment.GITHUB_RUN_ID,
    runAttempt: environment.GITHUB_RUN_ATTEMPT,
    workflow,
    event: environment.GITHUB_EVENT_NAME,
    commit: environment.GITHUB_SHA
  };
}

// actions/terraform-plan/session.ts
function planningContext(options2, environment) {
  const { change, repository, folders: folders2, stop: stop2 } = options2;
  const found = /* @__PURE__ */ new Map();
  const executable = (tool) => {
    const known3 = found.get(tool) ?? findExecutable(tool, { searchPath: environment.PATH ?? "", folder: folders2.work, stop: stop2 });
    found.set(tool, known3);
    return known3;
  };
  const { providers } = change.policy;
  return {
    repository,
    workFolder: folders2.work,
    environment,
    // Rules of the base, ways of the head: what a root is given is no more than what the base allows.
    options: {
      ...change.options,
      guards: change.policy.guards,
      variables: change.policy.variables,
      apply: change.policy.apply
    },
    providers: {
      ...providers !== void 0 && { allowed: providers },
      ...options2.providerMirror !== void 0 && { mirrors: [options2.providerMirror] },
      cacheFolder: join3(folders2.work, "..", "providers")
    },
    executable,
    key: options2.fingerprintKey,
    timeoutMs: options2.timeoutMinutes * 6e4,
    stop: stop2,
    log: options2.log
  };
}
function planOrigin(environment, about) {
  const identity = runIdentity(environment);
  if ("missing" in identity) {
    throw new UserError(`A plan cannot say where it comes from: ${identity.missing.join(", ")} is not set.`, {
      next: "run this action in a workflow of GitHub Actions, or `seaworthy terraform plan` elsewhere"
    });
  }
  const { repository, run: run2, runAttempt, workflow, event } = identity;
  return { repository, run: run2, runAttempt, workflow, event, ...about };
}
var moreOf = (runUrl, { run: run2 }) => [
  { name: run2 === void 0 ? "the summary of the run" : `the summary of run ${run2}`, url: runUrl }
];

// actions/lib/terraform/tool/provider-cache.ts
import { existsSync } from "node:fs";
import { readFile as readFile2 } from "node:fs/promises";
import { join as join5 } from "node:path";

// actions/lib/terraform/tool/provider-hash.ts
import { createHash as createHash2 } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir } from "node:fs/promises";
import { join as join4, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
async function providerHash(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join4(entry.parentPath, entry.name)).map((path) => ({ path, name: relative(folder, path).split(sep).join("/") })).sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const all = createHash2("sha256");
  for (const { path, name: name2 } of files) {
    const one = createHash2("sha256");
    await pipeline(createReadStream(path), one);
    all.update(`${one.digest("hex")}  ${name2}
`);
  }
  return `h1:${all.digest("base64")}`;
}

// actions/lib/terraform/tool/provider-cache.ts
var turns = /* @__PURE__ */ new Map();
var hashes = /* @__PURE__ */ new Map();
async function withProviderCache(prepared, lockFile, init2) {
  const { cacheFolder } = prepared;
  if (cacheFolder === void 0 || !lockFile) return init2({});
  const shared = { TF_PLUGIN_CACHE_DIR: cacheFolder };
  const before = turns.get(cacheFolder) ?? Promise.resolve();
  let done = () => {
  };
  turns.set(cacheFolder, Promise.all([before, new Promise((resolve2) => done = resolve2)]));
  try {
    await before;
    const use = await cacheUse(cacheFolder, await readFile2(join5(prepared.folder, lockFileName), "utf8"));
    if (use === "add") return await init2(shared);
    done();
    return await init2(use === "read" ? shared : {});
  } finally {
    done();
  }
}
async function cacheUse(cacheFolder, lockText) {
  let use = "read";
  for (const { source, version, hashes: known3 } of await readLockFile(lockText, lockFileName)) {
    if (!/^[\w.:-]+\/[\w-]+\/[\w-]+$/.test(source) || !/^[\w.+-]+$/.test(version)) return "none";
    const folder = join5(cacheFolder, source, version, platform);
    if (!existsSync(folder)) {
      use = "add";
      continue;
    }
    const hash = hashes.get(folder) ?? providerHash(folder);
    hashes.set(folder, hash);
    if (!known3.includes(await hash)) return "none";
  }
  return use;
}
var architectures = { x64: "amd64", ia32: "386" };
var platform = `${process.platform}_${architectures[process.arch] ?? process.arch}`;

// actions/lib/terraform/tool/diagnostics.ts
import { isAbsolute as isAbsolute3, relative as relative2, resolve } from "node:path";
function readDiagnostic(value, place2) {
  const summary = textField(value, "summary");
  if (summary === void 0) return void 0;
  const detail = textField(value, "detail")?.trim();
  const address = textField(value, "address");
  const at = readRange(field(value, "range"), place2);
  return {
    severity: textField(value, "severity") === "warning" ? "warning" : "error",
    summary: summary.trim().replaceAll(/\s+/g, " "),
    ...detail === void 0 || detail === "" ? {} : { detail },
    ...address === void 0 || address === "" ? {} : { address },
    ...at === void 0 ? {} : { at }
  };
}
function readRange(range, place2) {
  const name2 = textField(range, "filename");
  if (name2 === void 0 || name2 === "") return void 0;
  const file = relative2(place2.repository, resolve(place2.folder, name2));
  if (file === ".." || file.startsWith("../") || isAbsolute3(file)) return void 0;
  const [start2, end] = [field(range, "start"), field(range, "end")];
  const numbers = {
    line: numberField(start2, "line"),
    column: numberField(start2, "column"),
    endLine: numberField(end, "line"),
    endColumn: numberField(end, "column")
  };
  return { file, ...Object.fromEntries(Object.entries(numbers).filter(([, number]) => number !== void 0)) };
}

// actions/lib/terraform/tool/events.ts
function readEvent(line, place2) {
  const event = parseJson2(line);
  const name2 = textField(event, "type");
  if (name2 === void 0) return void 0;
  switch (name2) {
    case "version":
      return {
        type: "version",
        version: textField(event, "terraform") ?? textField(event, "tofu") ?? "",
        ui: textField(event, "ui")
      };
    case "diagnostic": {
      const diagnostic = readDiagnostic(field(event, "diagnostic"), place2);
      return diagnostic === void 0 ? { type: "other", name: name2 } : { type: "diagnostic", diagnostic };
    }
    case "refresh_start":
    case "refresh_complete":
      return {
        type: name2 === "refresh_start" ? "refresh-start" : "refresh-complete",
        address: addressIn(event, "hook")
      };
    case "planned_change":
    case "resource_drift": {
      const change = field(event, "change");
      const reason = textField(change, "reason");
      return {
        type: name2 === "planned_change" ? "planned-change" : "resource-drift",
        address: addressIn(event, "change"),
        action: readAction(textField(change, "action")),
        ...reason === void 0 ? {} : { reason }
      };
    }
    case "change_summary": {
      const changes = field(event, "changes");
      const counts = isRecord(changes) ? Object.entries(changes).filter(([, value]) => typeof value === "number") : [];
      return {
        type: "summary",
        operation: textField(changes, "operation") ?? "",
        counts: Object.fromEntries(counts)
      };
    }
    case "apply_start":
    case "apply_progress":
    case "apply_complete":
    case "apply_errored": {
      const hook = field(event, "hook");
      return {
        type: applyTypes[name2],
        address: addressIn(event, "hook"),
        action: readAction(textField(hook, "action")),
        seconds: numberField(hook, "elapsed_seconds") ?? 0
      };
    }
    case "provision_start":
    case "provision_complete":
    case "provision_errored":
      return {
        type: provisionTypes[name2],
        address: addressIn(event, "hook"),
        provisioner: textField(field(event, "hook"), "provisioner") ?? ""
      };
    case "state_lock_acquire":
      return { type: "lock-wait" };
    case "provision_progress":
    case "outputs":
      return void 0;
    case "log":
    case "init_output": {
      const text2 = textField(event, "@message")?.trim();
      return text2 === void 0 || text2 === "" ? void 0 : { type: "message", text: text2 };
    }
    default:
      return { type: "other", name: name2 };
  }
}
var applyTypes = {
  apply_start: "apply-start",
  apply_progress: "apply-progress",
  apply_complete: "apply-complete",
  apply_errored: "apply-errored"
};
var provisionTypes = {
  provision_start: "provision-start",
  provision_complete: "provision-complete",
  provision_errored: "provision-errored"
};
function addressIn(event, name2) {
  return textField(field(field(event, name2), "resource"), "addr") ?? "";
}
var actions = {
  noop: "no-op",
  create: "create",
  read: "read",
  update: "update",
  replace: "replace",
  delete: "delete",
  remove: "forget",
  forget: "forget",
  move: "no-op",
  import: "no-op"
};
function readAction(name2) {
  return name2 !== void 0 && Object.hasOwn(actions, name2) ? actions[name2] ?? "other" : "other";
}

// actions/lib/terraform/tool/explain-failure.ts
var known2 = [
  {
    kind: "stale",
    words: /saved plan is stale|saved plan does not match the given state/i,
    next: () => "plan again: the state has changed since this plan was made"
  },
  {
    kind: "tool-version",
    words: /unsupported (terraform core|opentofu core) version|incompatible module|state snapshot was created by|created by a newer version/i,
    next: (root) => `install the version of ${root.tool} that the root asks for, or change required_version`
  },
  {
    kind: "missing-variable",
    words: /no value for required variable|no value for variable|variable not set|ephemeral variable/i,
    next: () => "give it a value: a file in the setting var-files, or TF_VAR_<name> in the environment of the step"
  },
  {
    kind: "lock-file",
    words: /provider dependency changes detected|inconsistent dependency lock file|doesn't match any of the checksums|does not match any of the checksums|checksums previously recorded|locked provider .* does not match|not consistent with/i,
    next: (root) => `commit a lock file that fits: run \`${root.tool} providers lock -platform=linux_amd64\` in ${root.path} where its providers can be fetched, look at the change, commit it`
  },
  {
    kind: "provider",
    words: /failed to (query available|resolve) provider packages|failed to install provider|provider registry|required plugins are not installed|missing required provider/i,
    next: () => "see that the provider is in the setting terraform.providers and in the lock file, and that the runner reaches its registry"
  },
  {
    kind: "module",
    words: /failed to download module|module not installed|module source has changed|unreadable module directory|could not (download|load) module/i,
    next: () => "see that the module\u2019s source exists and that the runner may read it"
  },
  {
    kind: "backend-changed",
    words: /backend configuration changed|backend initialization required|backend type changed|backend configuration block has changed/i,
    next: (root) => `migrate the state once by hand: \`${root.tool} init -migrate-state\` in ${root.path}; we never move a state`
  },
  {
    kind: "backend",
    words: /error refreshing state|error loading state|failed to get (existing )?(state|workspaces)|error configuring the backend|invalid backend configuration|failed to (save|write|persist) state|error (saving|uploading) state/i,
    next: () => "see that the runner reaches the backend and that its credentials are named in the setting terraform.variables"
  }
];
var mayLackCredentials = ["provider", "module", "backend", "other"];
var maxNames = 5;
function explainFailure(input) {
  const found = findReason(input);
  const { kind, error } = found;
  const { withheld = [], root } = input;
  const isLikely = kind !== "other" || input.diagnostics.some(speaksOfAccess);
  if (withheld.length === 0 || !mayLackCredentials.includes(kind) || !isLikely) return found;
  const next = [
    ...error.next === void 0 ? [] : [error.next.replace(/[.;]?\s*$/, ".")],
    withheldWords(root, withheld)
  ];
  return {
    ...found,
    error: new UserError(error.what, {
      ...error.where !== void 0 && { where: error.where },
      next: next.join(" ")
    })
  };
}
var speaksOfAccess = ({ summary, detail = "" }) => /credential|unauthori[sz]ed|forbidden|access denied|\b40[13]\b|authenticat|\btoken\b|api key|\blogin\b/i.test(
  `${summary} ${detail}`
);
function withheldWords({ tool }, names2) {
  const more = names2.length > maxNames ? ` and ${count(names2.length - maxNames, "more variable")}` : "";
  const [are, them] = names2.length === 1 ? ["is", "it"] : ["are", "them"];
  return `${names2.slice(0, maxNames).join(", ")}${more} ${are} set and ${names2.length === 1 ? "was" : "were"} not given to ${tool}: if it needs ${them}, name ${them} under \`terraform.variables\` in .github/seaworthy.yaml (of the base, where there is one)`;
}
function findReason(input) {
  const { root, command, diagnostics, lock } = input;
  if (input.leftRunning) {
    return failure("interrupted", `${command} was asked to end and has not yet; it was left running.`, {
      where: `process ${input.pid ?? "unknown"}`,
      next: "let it end by itself, then plan again; ending it by force may lose state"
    });
  }
  if (lock !== void 0) {
    return failure("locked", `The state of ${root.name} is locked${holder(lock)}.`, {
      where: command,
      next: unlock(root, lock)
    });
  }
  if (input.stopped !== void 0) {
    return failure("interrupted", `${command} ${stopReasons[input.stopped]}.`, {
      where: command,
      next: "plan again: what was done until then is in the state"
    });
  }
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  for (const { kind, words, next } of known2) {
    const found = errors.find(
      ({ summary, detail }) => words.test(summary) || detail !== void 0 && words.test(detail)
    );
    if (found !== void 0) return ofTheTool(kind, found, command, next(root));
  }
  const [first] = errors;
  if (first === void 0) return failure("other", `${command} failed.`, { where: command, next: byHand(command) });
  return ofTheTool("other", first, command, first.detail === void 0 ? byHand(command) : void 0);
}
var byHand = (command) => `run ${command} by hand and see what it says`;
function ofTheTool(kind, from, command, next) {
  const [what, where] = from.at === void 0 ? [withDetail(from), command] : [summarySentence(from), place(from.at)];
  return { ...failure(kind, what, { where, ...next !== void 0 && { next } }), from };
}
function unlock(root, lock) {
  return `wait for the run that holds it and start again; if no run holds it any more (it was killed), \`${root.tool} init\` and then \`${root.tool} force-unlock ${lock.id}\` in ${root.path}, then plan again and look closely: what it was doing may be done by half`;
}
function holder({ who, created, operation, id }) {
  const by = who === void 0 ? ` (lock ${id}; its backend does not tell by whom)` : ` by ${who}`;
  const what = operation === void 0 ? "" : ` for ${operation.replace(/^OperationType/, "").toLowerCase()}`;
  return `${by}${what}${created === void 0 ? "" : ` since ${created}`}`;
}
var stopReasons = {
  signal: "was interrupted",
  timeout: "took too long and was interrupted",
  output: "said more than can be read and was interrupted"
};
function failure(kind, what, details) {
  return { kind, error: new UserError(what, details) };
}
function withDetail(diagnostic) {
  const detail = diagnostic.detail?.split("\n\n")[0]?.replaceAll(/\s+/g, " ");
  const summary = summarySentence(diagnostic);
  return detail === void 0 ? summary : `${summary} ${clip(detail, 500)}`;
}
var place = (at) => [at.file, at.line, at.line === void 0 ? void 0 : at.column].filter((part) => part !== void 0).join(":");

// actions/lib/terraform/tool/run-command.ts
var maxDiagnostics = 1e3;
var maxCaptureBytes = 200 * 1024 * 1024;
async function runCommand(prepared, args2, options2) {
  const diagnostics = [];
  const seen = /* @__PURE__ */ new Set();
  let further = 0;
  const result = await streamTool({
    ...request(prepared, args2),
    onLine: (line) => {
      const event = readEvent(line, prepared);
      if (event === void 0) return;
      if (event.type === "diagnostic") {
        const key = JSON.stringify(event.diagnostic);
        if (seen.has(key)) return;
        if (seen.size < maxDiagnostics) diagnostics.push(event.diagnostic);
        else further += 1;
        seen.add(key);
      }
      options2.onEvent?.(event);
    },
    ...options2.timeoutMs === void 0 ? {} : { timeoutMs: options2.timeoutMs },
    ...options2.outlivesUs === true ? { outputFolder: prepared.privateFolder } : {}
  });
  if (further > 0) diagnostics.push(leftOut(`${further} further messages were left out`));
  if (result.linesLeftOut > 0) diagnostics.push(leftOut(`${result.linesLeftOut} messages were too long to be read`));
  const failed = result.exitCode === void 0 || !options2.accept.includes(result.exitCode);
  if (failed && !diagnostics.some(({ severity }) => severity === "error")) diagnostics.push(unexplained(result, args2));
  return finish(prepared, args2, result, diagnostics, failed);
}
async function captureCommand(prepared, args2, options2 = {}) {
  const maxOutputBytes = options2.maxBytes ?? maxCaptureBytes;
  const result = await streamTool({ ...request(prepared, args2), maxOutputBytes });
  if (result.exitCode === 0 && result.stopped === void 0) return result.stdout;
  const where = commandLine(prepared, args2);
  if (result.stopped === "output") {
    throw new UserError(`${prepared.root.tool} wrote more than ${Math.floor(maxOutputBytes / 1024 / 1024)} MB.`, {
      where,
      next: "split the root: its plan or state is too large to be judged"
    });
  }
  if (result.stopped !== void 0) {
    throw new UserError(`${where} was interrupted.`, { where, next: "start again; it changes nothing" });
  }
  const said2 = prepared.redactor.text(result.stderr.trim());
  throw new UserError(`${prepared.root.tool} failed with ${ending(result)}.`, {
    where,
    next: said2 === "" ? "it said nothing; run the command by hand" : `it said:
${said2}`
  });
}
function commandLine(prepared, args2) {
  const { root } = prepared;
  return `${root.tool} ${args2[0] ?? ""} in ${root.path === "." ? "the root of the repository" : root.path}`;
}
function request(prepared, args2) {
  return {
    tool: prepared.executable.path,
    args: args2,
    cwd: prepared.folder,
    environment: prepared.environment,
    stop: prepared.stop,
    ...prepared.patienceMs === void 0 ? {} : { patienceMs: prepared.patienceMs }
  };
}
function finish(prepared, args2, result, diagnostics, failed) {
  const lock = failed ? readLockInfo(diagnostics) : void 0;
  const interrupted = result.stopped !== void 0;
  const base = {
    exitCode: result.exitCode,
    interrupted,
    leftRunning: result.leftRunning,
    diagnostics,
    durationMs: result.durationMs,
    ...lock === void 0 ? {} : { lock }
  };
  if (!failed) return base;
  const failure2 = explainFailure({
    root: prepared.root,
    command: commandLine(prepared, args2),
    diagnostics,
    lock,
    stopped: result.stopped,
    leftRunning: result.leftRunning,
    pid: result.pid,
    withheld: prepared.withheldVariables ?? []
  });
  return { ...base, failure: failure2 };
}
function unexplained(result, args2) {
  const said2 = result.stderr.trim();
  return {
    severity: "error",
    summary: `${args2[0] ?? "the command"} ended with ${ending(result)}`,
    ...said2 === "" ? {} : { detail: said2 }
  };
}
var leftOut = (summary) => ({ severity: "warning", summary });
var ending = (result) => result.exitCode === void 0 ? `signal ${result.endedBy ?? "unknown"}` : `exit code ${result.exitCode}`;

// actions/lib/terraform/tool/init.ts
var defaultTimeoutMs = 15 * 60 * 1e3;
async function initRoot(prepared, options2) {
  const { root } = prepared;
  const args2 = [
    "init",
    "-json",
    "-input=false",
    ...options2.lockFile ? ["-lockfile=readonly"] : [],
    ...root.backendConfig.map(
      (entry) => `-backend-config=${entry.includes("=") ? entry : inRepository(prepared, entry)}`
    ),
    ...variableArguments(prepared)
  ];
  return withProviderCache(
    prepared,
    options2.lockFile,
    (variables) => runCommand({ ...prepared, environment: { ...prepared.environment, ...variables } }, args2, {
      accept: [0],
      timeoutMs: options2.timeoutMs ?? defaultTimeoutMs
    })
  );
}
function variableArguments(prepared) {
  return prepared.root.varFiles.map((file) => `-var-file=${inRepository(prepared, file)}`);
}
function inRepository({ repository, root }, file) {
  const path = confinedPath(repository, file);
  if (path !== void 0) return path;
  throw new UserError(`${file} leads out of the repository.`, {
    where: `var-files or backend-config of ${root.name}`,
    next: "name a file in the repository, from its root"
  });
}

// actions/lib/terraform/tool/plan.ts
import { existsSync as existsSync2, rmSync as rmSync2 } from "node:fs";
import { join as join6 } from "node:path";

// actions/lib/terraform/tool/progress.ts
var defaultLockTimeout = "5m";
var everyMs = 1e4;
var slowSeconds = 5;
var maxSlow = 10;
var doing = {
  create: ["creating", "created"],
  update: ["changing", "changed"],
  replace: ["replacing", "replaced"],
  delete: ["destroying", "destroyed"],
  read: ["reading", "read"],
  forget: ["forgetting", "forgotten"],
  "no-op": ["looking at", "left as it is"],
  other: ["working on", "done"]
};
var beforeWork = ["version", "message", "lock-wait", "other"];
var silenceEvery = 6;
function watchProgress(prepared, lockTimeout, now = () => performance.now()) {
  const say = (text2) => prepared.logger.info(oneLine(prepared.redactor.text(`${prepared.root.name}: ${text2}`)));
  const waitingFor = /* @__PURE__ */ new Map();
  const times = [];
  let refreshed = 0;
  let planned = 0;
  const started = now();
  let isSilent = true;
  let silentTicks = 0;
  let askedForLock;
  const tellSilence = () => {
    if (silentTicks++ % silenceEvery !== 0) return;
    const since = (time) => `${Math.round((now() - time) / 1e3)} s`;
    if (askedForLock === void 0) say(`no answer yet, after ${since(started)}`);
    else say(`waiting for the lock of its state, it seems (${since(askedForLock)} of at most ${lockTimeout})`);
  };
  const finish2 = (address) => {
    const begun = waitingFor.get(address);
    if (begun === void 0) return;
    waitingFor.delete(address);
    const seconds = (now() - begun) / 1e3;
    if (seconds >= slowSeconds) times.push({ address, seconds });
  };
  const tick = () => {
    if (isSilent) return tellSilence();
    const [slowest] = [...waitingFor].sort((a, b) => a[1] - b[1]);
    if (slowest === void 0 && refreshed + planned === 0) return;
    const parts2 = [
      `${count(refreshed, "object")} read`,
      ...planned > 0 ? [`${count(planned, "change")} planned`] : []
    ];
    if (slowest !== void 0)
      parts2.push(`waiting for ${slowest[0]} since ${Math.round((now() - slowest[1]) / 1e3)} s`);
    say(parts2.join(", "));
  };
  const timer = setInterval(tick, everyMs);
  timer.unref();
  return {
    take: (event) => {
      if (!beforeWork.includes(event.type)) isSilent = false;
      switch (event.type) {
        case "lock-wait":
          askedForLock = now();
          return;
        case "refresh-start":
          waitingFor.set(event.address, now());
          return;
        case "refresh-complete":
          refreshed += 1;
          return finish2(event.address);
        case "planned-change":
          planned += 1;
          return;
        case "apply-start":
          waitingFor.set(event.address, now());
          return say(`${doing[event.action][0]} ${event.address}`);
        case "apply-complete":
          finish2(event.address);
          return say(`${event.address} ${doing[event.action][1]}${after(event.seconds)}`);
        case "apply-errored":
          finish2(event.address);
          return say(`${event.address} failed${after(event.seconds)}`);
        case "provision-start":
          return say(`${event.address} runs its provisioner ${event.provisioner}`);
        case "message":
          if (/interrupt|stopping|shutting down/i.test(event.text)) say(event.text);
          return;
        default:
          return;
      }
    },
    refreshed: () => refreshed,
    slow: () => times.sort((a, b) => b.seconds - a.seconds).slice(0, maxSlow),
    end: () => clearInterval(timer)
  };
}
var after = (seconds) => seconds > 0 ? ` after ${seconds} s` : "";

// actions/lib/terraform/tool/plan.ts
var modes = { normal: [], "refresh-only": ["-refresh-only"], destroy: ["-destroy"] };
var defaultTimeoutMs2 = 2 * 60 * 60 * 1e3;
function planArguments(prepared, planFile, options2) {
  return [
    "plan",
    "-json",
    "-input=false",
    "-detailed-exitcode",
    `-lock-timeout=${options2.lockTimeout ?? defaultLockTimeout}`,
    `-out=${planFile}`,
    ...modes[options2.mode ?? "normal"],
    ...variableArguments(prepared)
  ];
}
async function planRoot(prepared, options2 = {}) {
  const planFile = join6(prepared.privateFolder, "plan");
  rmSync2(planFile, { force: true });
  const progress = watchProgress(prepared, options2.lockTimeout ?? defaultLockTimeout);
  try {
    const result = await runCommand(prepared, planArguments(prepared, planFile, options2), {
      accept: [0, 2],
      timeoutMs: options2.timeoutMs ?? defaultTimeoutMs2,
      onEvent: (event) => {
        progress.take(event);
        options2.onEvent?.(event);
      }
    });
    const written = existsSync2(planFile) && !result.leftRunning;
    const planned = result.failure === void 0;
    return {
      ...result,
      outcome: planned ? "planned" : written ? "errored" : "failed",
      changes: result.exitCode === 2,
      ...written ? { planFile } : {},
      slow: progress.slow(),
      refreshed: progress.refreshed()
    };
  } finally {
    progress.end();
  }
}

// actions/lib/terraform/tool/prepared-root.ts
import { mkdirSync, realpathSync, rmSync as rmSync3, writeFileSync } from "node:fs";
import { join as join7, relative as relative3 } from "node:path";

// actions/lib/terraform/tool/cli-configuration.ts
function cliConfiguration(sources = {}) {
  const patterns = sources.allowed === void 0 ? {} : { include: sources.allowed };
  const mirrors = sources.mirrors ?? [];
  const methods = mirrors.length > 0 ? mirrors.map((path) => ({ filesystem_mirror: [{ path, ...patterns }] })) : [{ direct: [patterns] }];
  return JSON.stringify({
    disable_checkpoint: true,
    provider_installation: methods
  });
}

// actions/lib/terraform/tool/prepared-root.ts
function prepareRoot(options2) {
  const { root } = options2;
  const repository = realpathSync(options2.repository);
  const inside = confinedPath(repository, root.path);
  if (inside === void 0) {
    throw new UserError(`${root.path} leads out of the repository.`, {
      where: root.at.file,
      next: "name a folder in it"
    });
  }
  mkdirSync(options2.workFolder, { recursive: true });
  const workFolder = realpathSync(options2.workFolder);
  if (isInside(repository, workFolder)) {
    throw new UserError(`${workFolder} lies in the repository.`, { next: "name a folder outside of it to work in" });
  }
  const privateFolder = join7(
    workFolder,
    encodeURIComponent(`${root.name} ${root.workspace ?? ""}`.trim()).replace(/^\.+$/, "%2E")
  );
  rmSync3(privateFolder, { recursive: true, force: true });
  mkdirSync(privateFolder, { recursive: true, mode: 448 });
  const cacheFolder = options2.providers?.cacheFolder;
  if (cacheFolder !== void 0) mkdirSync(cacheFolder, { recursive: true });
  const configuration = join7(privateFolder, "cli.tfrc");
  writeFileSync(configuration, cliConfiguration(options2.providers), { mode: 384 });
  const folder = realpathSync(inside);
  const reduced = reduceEnvironment(options2.environment, options2.variables);
  return {
    root,
    executable: options2.executable,
    repository,
    folder,
    privateFolder,
    environment: {
      ...reduced.variables,
      ...fixedVariables,
      TF_CLI_CONFIG_FILE: configuration,
      TF_DATA_DIR: relative3(folder, join7(privateFolder, "data")),
      ...root.workspace === void 0 ? {} : { TF_WORKSPACE: root.workspace }
    },
    givenVariables: reduced.given,
    withheldVariables: reduced.withheld,
    ...cacheFolder === void 0 ? {} : { cacheFolder },
    logger: options2.logger,
    redactor: options2.redactor,
    stop: options2.stop,
    ...options2.patienceMs === void 0 ? {} : { patienceMs: options2.patienceMs }
  };
}
function isInside(folder, path) {
  const way = relative3(folder, path);
  return way === "" || !(way === ".." || way.startsWith("../"));
}

// actions/lib/terraform/tool/show.ts
async function showPlanJson(prepared, planFile, options2 = {}) {
  const args2 = ["show", "-json", ...earlyVariables(prepared), planFile];
  const bytes = await captureCommand(prepared, args2, options2);
  try {
    return { json: JSON.parse(bytes.toString("utf8")), bytes };
  } catch (cause) {
    throw new UserError(`${prepared.root.tool} show -json did not write JSON.`, {
      where: commandLine(prepared, args2),
      next: `use ${prepared.root.tool} itself, without a wrapper (terraform_wrapper: false)`,
      cause
    });
  }
}
async function showPlanText(prepared, planFile) {
  const bytes = await captureCommand(prepared, ["show", "-no-color", ...earlyVariables(prepared), planFile]);
  return bytes.toString("utf8");
}
function earlyVariables(prepared) {
  return prepared.root.tool === "tofu" ? variableArguments(prepared) : [];
}

// actions/lib/terraform/planning/environment-secrets.ts
var harmless = /(^|_)(REGION|ENDPOINT|URL|HOST|PROFILE|ACCOUNT_ID|SUBSCRIPTION_ID|TENANT_ID|CLIENT_ID|PROJECT|ZONE|LOCATION|FILE|CALCULATION|VALIDATION|ENABLED|DISABLED)$/i;
var secretName = /pass(word|wd|phrase)?|secret|token|api_?key|private_?key|access_?key|credential/i;
function environmentSecrets(environment, given, configuration) {
  const sensitive = sensitiveVariables(configuration);
  return given.flatMap((name2) => {
    const value = environment[name2];
    if (value === void 0 || value === "") return [];
    const variable = /^TF_VAR_(.*)$/.exec(name2)?.[1];
    const secret2 = variable === void 0 ? !harmless.test(name2) : sensitive.has(variable) || secretName.test(variable);
    return secret2 ? [value] : [];
  });
}
function sensitiveVariables(configuration) {
  return new Set(
    configuration.flatMap(
      ({ body: body2 }) => blocksOf3(body2, "variable").flatMap(({ labels: [name2], body: inside }) => {
        const flag = argumentOf3(inside, "sensitive");
        return name2 === void 0 || flag === void 0 || literalOf2(flag.value) === "false" ? [] : [name2];
      })
    )
  );
}

// actions/lib/terraform/planning/plan-one.ts
async function planOne(context, entry, options2 = {}) {
  const started = performance.now();
  const describe = resultOf(entry);
  const finish2 = (rest, made) => ({
    result: { ...describe(rest), durationMs: Math.round(performance.now() - started) },
    ...made !== void 0 && { made }
  });
  let redactor = createRedactor([]);
  try {
    if (context.stop.aborted) throw new UserError("It was not started, since the run was interrupted.");
    const { prepared, secrets } = await prepare(context, entry);
    redactor = prepared.redactor;
    const toolVersion = prepared.executable.version;
    const init2 = await initRoot(prepared, { lockFile: entry.lockFile, timeoutMs: context.timeoutMs });
    if (init2.failure !== void 0) return finish2({ outcome: "failed", toolVersion, ...failureOf(init2, redactor) });
    const run2 = await planRoot(prepared, {
      ...options2,
      lockTimeout: context.options.lockTimeout,
      timeoutMs: Math.max(context.timeoutMs - (performance.now() - started), 1e3)
    });
    if (run2.planFile === void 0) return finish2({ outcome: "failed", toolVersion, ...failureOf(run2, redactor) });
    const { bytes } = await showPlanJson(prepared, run2.planFile);
    const judged = judgePlan(
      bytes.toString("utf8"),
      { ...entry.sides, policy: guardPolicy(context.options) },
      { key: context.key, secrets }
    );
    redactor = judged.redactor;
    const override = isRefused(judged.guards) ? await context.overrideFor?.(entry.root, judged.fingerprint) : void 0;
    const made = madePlan({ ...prepared, redactor: judged.redactor }, run2.planFile, bytes, judged);
    return finish2(
      {
        outcome: run2.outcome === "errored" ? "errored" : isRefused(judged.guards) && override === void 0 ? "blocked" : "planned",
        toolVersion,
        plan: judged.shown,
        guards: judged.guards,
        fingerprint: judged.fingerprint,
        ...override !== void 0 && { override },
        ...run2.outcome === "errored" ? failureOf(run2, redactor) : { diagnostics: redacted(run2.diagnostics, redactor) }
      },
      made
    );
  } catch (error) {
    return finish2({ outcome: "failed", reason: redactor.text(said(error)) });
  }
}
function madePlan(prepared, planFile, json, judged) {
  let text2;
  return {
    prepared,
    planFile,
    json,
    judged,
    text: () => {
      text2 ??= showPlanText(prepared, planFile).then((clear) => judged.redactor.text(clear));
      return text2;
    }
  };
}
async function prepare(context, { root, sides }) {
  const executable = await context.executable(root.tool);
  requireVersion(root, executable);
  const prepared = prepareRoot({
    root,
    executable,
    repository: context.repository,
    workFolder: context.workFolder,
    environment: context.environment,
    variables: context.options.variables,
    providers: context.providers,
    logger: context.log,
    redactor: createRedactor([]),
    stop: context.stop
  });
  const secrets = environmentSecrets(context.environment, prepared.givenVariables, sides.head.configuration);
  return { prepared: { ...prepared, redactor: createRedactor(secrets) }, secrets };
}
function resultOf({ root, wave, waitsFor, reasons }) {
  return (rest) => ({
    root: root.name,
    path: root.path,
    tool: root.tool,
    ...root.workspace !== void 0 && { workspace: root.workspace },
    ...root.environment !== void 0 && { environment: root.environment },
    wave,
    waitsFor,
    reasons,
    guards: [],
    diagnostics: [],
    durationMs: 0,
    ...rest
  });
}
function failureOf({ failure: failure2, diagnostics, lock }, redactor) {
  return {
    ...failure2 !== void 0 && { reason: redactor.text(saidOfFailure(failure2)) },
    ...lock !== void 0 && { lock: redactor.value(lock) },
    diagnostics: redacted(diagnostics, redactor)
  };
}
var redacted = (diagnostics, redactor) => diagnostics.map((diagnostic) => redactor.value(diagnostic));
function said(error) {
  if (!(error instanceof UserError)) return describeFailure(error);
  const { what, where, next } = error;
  return [ended(what), ...where === void 0 ? [] : [`At ${where}.`], ...nextSentence(next)].join(" ");
}
var saidOfFailure = ({ error, from }) => from === void 0 ? said(error) : [summarySentence(from), ...nextSentence(error.next)].join(" ");
var nextSentence = (next) => next === void 0 ? [] : [`Next: ${ended(next)}`];

// actions/lib/terraform/show/report-page.ts
var mostQuiet = 3;
function reportPage(report, words = {}) {
  const parts2 = worstFirst(report.roots).map((root) => ({
    root,
    part: rootPart(root, { ...words, roots: report.roots })
  }));
  const isQuiet = ({ root, part }) => standingOf(root) === "same" && part.sections.length === 0;
  const quiet = parts2.filter(isQuiet).map(({ root }) => root.root);
  const shown2 = quiet.length > mostQuiet ? parts2.filter((one) => !isQuiet(one)) : parts2;
  const [answer, ...lead] = reportLines(report);
  const { approval } = words;
  return {
    answer,
    lead: [...lead.map((line) => [`${line}.`]), ...approval === void 0 ? [] : [prose(approval)]],
    table: shown2.length === 0 ? void 0 : rootTable(shown2.map(({ root }) => root)),
    parts: shown2.map(({ part }) => part),
    facts: reportFacts(report, shown2 === parts2 ? [] : quiet)
  };
}
function rootTable(roots) {
  const inWaves = roots.some(({ wave, waitsFor }) => wave > 1 || waitsFor.length > 0);
  return {
    columns: ["", "Root", "Create", "Update", "Replace", "Destroy", "Other", ...inWaves ? ["Wave"] : [], "Guards"],
    rows: roots.map((root) => ({ cells: rowOf(root, inWaves), kind: countedAs(standingOf(root)) }))
  };
}
function rowOf(root, inWaves) {
  const counts = root.plan?.counts;
  const number = (value) => value ? [value.toLocaleString("en-US")] : [""];
  return [
    [markOf(standingOf(root))],
    [{ code: root.root }],
    number(counts?.create),
    number(counts?.update),
    number(counts?.replace),
    number(counts?.delete),
    [counts === void 0 ? "" : countsInWords(counts, otherCounts)],
    ...inWaves ? [waveCell(root)] : [],
    guardCell(root)
  ];
}
function waveCell({ wave, waitsFor }) {
  const names2 = waitsFor.slice(0, 2).map((name2) => [{ code: name2 }]);
  const more = waitsFor.length > 2 ? [[`${waitsFor.length - 2} more`]] : [];
  const after2 = waitsFor.length === 0 ? [] : [", after ", ...joined([...names2, ...more], ", ")];
  return [`${wave}`, ...after2];
}
function guardCell(root) {
  const guards = guardsToTell(root);
  const errors = [...new Set(guards.flatMap(({ guard, severity }) => severity === "error" ? [guard] : []))];
  const rest = guards.filter(({ severity }) => severity !== "error").length;
  const names2 = errors.slice(0, 3).map((guard) => [{ code: guard }]);
  const more = errors.length > 3 ? [[`${errors.length - 3} more`]] : [];
  const remarks = rest > 0 ? [[`${rest} ${rest === 1 ? "remark" : "remarks"}`]] : [];
  return joined([...names2, ...more, ...remarks], ", ");
}
function reportFacts({ head, base, unaffected, notAsked = [], removed = [], gate = [] }, unchanged) {
  const commits = [
    ...head === void 0 ? [] : ["Commit ", { code: shortRevision(head) }],
    ...base === void 0 ? [] : [head === void 0 ? "Compared with " : ", compared with ", { code: shortRevision(base) }],
    ...head === void 0 && base === void 0 ? [] : ["."]
  ];
  const named2 = (title, names2) => names2.length === 0 ? [] : [`${title}: `, ...namesLine(names2), "."];
  const same = named2("No changes", unchanged);
  const untouched = named2("Not affected", unaffected);
  const gone = named2("Taken out of the tree, with their states left behind", removed);
  const files = gate.length === 0 ? [] : [`The gate has ${count(gate.length, "remark")} on files, at their lines.`];
  return [gone, files, same, untouched, notAskedLine(notAsked), commits].filter((line) => line.length > 0);
}
var namesLine = (all) => fewOf(all.map((name2) => [{ code: name2 }]));
function notAskedLine(all) {
  if (all.length === 0) return [];
  const needed = all.filter(({ neededBy }) => neededBy.length > 0);
  const others = all.filter(({ neededBy }) => neededBy.length === 0);
  const lines = [...needed, ...others].map(({ root, affected, neededBy }) => {
    const touched = affected ? "the change affects it" : "";
    if (neededBy.length === 0) return [{ code: root }, ...touched === "" ? [] : [` (${touched})`]];
    const what = affected ? "a plan on it may be out of date" : "what it would change is in no plan here";
    const depend = neededBy.length === 1 ? "depends" : "depend";
    const names2 = namesLine(neededBy);
    return [{ code: root }, ` (${affected ? `${touched}, and ` : ""}`, ...names2, ` ${depend} on it: ${what})`];
  });
  return ["Not asked for: ", ...fewOf(lines), "."];
}
function fewOf(lines) {
  const more = lines.length > 5 ? [[`${(lines.length - 5).toLocaleString("en-US")} more`]] : [];
  return joined([...lines.slice(0, 5), ...more], ", ");
}

export {
  configurationNames,
  lockFileName,
  gateChange,
  changedFiles,
  releasedRoots,
  wavesMatrix,
  openChange,
  field,
  textField,
  numberField,
  isRecord,
  parseJson2 as parseJson,
  runCommand,
  captureCommand,
  commandLine,
  initRoot,
  defaultLockTimeout,
  watchProgress,
  showPlanJson,
  earlyVariables,
  planOne,
  prepare,
  failureOf,
  said,
  reportPage,
  revisionInput,
  wholeNumber,
  mirrorInput,
  keysInput,
  planningContext,
  planOrigin,
  moreOf
};
