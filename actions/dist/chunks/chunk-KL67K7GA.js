import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  viewerLogin
} from "./chunk-B7OBPBF7.js";
import {
  groupBy
} from "./chunk-RELZMWQM.js";
import {
  githubExpression,
  runPlace
} from "./chunk-JG6LYKC6.js";
import {
  bodyCharacters,
  fitMarkdown,
  inTurns
} from "./chunk-IMSVSCMA.js";
import {
  diffArrays
} from "./chunk-KZULBJD3.js";
import {
  ownerAndName,
  shortId
} from "./chunk-7KJE3CBL.js";
import {
  GitHubError,
  refusalOf,
  wasRefused
} from "./chunk-2XYIY64O.js";
import {
  painter,
  wrap
} from "./chunk-FNMZNENR.js";
import {
  place,
  shortRevision
} from "./chunk-AKB3YNBQ.js";
import {
  compareTrees,
  distFile,
  fingerprintOf,
  openCommitTree
} from "./chunk-HGCSL36S.js";
import {
  findRepository,
  openWorkingTree,
  resolveCommit
} from "./chunk-V3W53JT7.js";
import {
  terraformRules
} from "./chunk-7FI4IU7O.js";
import {
  annotate,
  choice,
  defineInputs,
  defineOutputs,
  flag,
  list,
  secret,
  text,
  writeSummary
} from "./chunk-MELSLEHW.js";
import {
  confinedPath
} from "./chunk-3WM4R74Q.js";
import {
  LineCounter,
  displayCommand,
  fieldLocations,
  git,
  isMap,
  isPair,
  isScalar,
  isSeq,
  matchesPattern,
  parseDocument,
  parseSettings,
  startError
} from "./chunk-BVSTGZDS.js";
import {
  code,
  escapeMarkdown,
  row,
  tableHead
} from "./chunk-YXTR65BP.js";
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

// actions/lib/toolkit/terraform-inputs.ts
import { isAbsolute } from "node:path";
var revisionInput = {
  ...text(),
  allowed: 'a commit, branch or tag: one word that does not begin with "-"',
  parse: (value) => /^[^-\s]\S*$/.test(value) ? value : void 0
};
function wholeNumber(range2) {
  return {
    ...text(),
    default: String(range2.default),
    absent: range2.default,
    allowed: `a whole number from ${range2.from} to ${range2.to}`,
    parse: (value) => {
      const number3 = Number(value);
      return /^\d{1,4}$/.test(value) && number3 >= range2.from && number3 <= range2.to ? number3 : void 0;
    }
  };
}
var mirrorInput = {
  ...text(),
  allowed: "an absolute path outside of the workspace",
  parse: (value, { workspace }) => isAbsolute(value) && confinedPath(workspace, value) === void 0 ? value : void 0
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

// actions/terraform-plan/inputs.ts
var inputs = defineInputs({
  mode: choice(["plan", "gate", "drift"], { default: "plan" }),
  base: revisionInput,
  roots: list(),
  "encryption-keys": keysInput,
  token: { ...secret(), default: githubExpression("github.token") },
  "team-token": secret(),
  comment: flag({ default: true }),
  "check-runs": flag({ default: true }),
  "provider-mirror": mirrorInput,
  parallel: wholeNumber({ from: 1, to: 32, default: 4 }),
  "timeout-minutes": wholeNumber({ from: 1, to: 360, default: 30 })
});
var outputs = defineOutputs({
  outcome: "failed",
  changes: "false",
  roots: "[]",
  waves: "[]",
  "plans-folder": "",
  "artifact-name": "",
  "report-folder": "",
  "json-file": "",
  "comment-url": ""
});
function readInputs(environment = process.env) {
  return { ...inputs.read(environment), place: runPlace(environment) };
}

// actions/lib/github/repository.ts
async function readRepository(client, repository) {
  const { data: data2 } = await client.request("GET /repos/{owner}/{repo}", ownerAndName(repository), {
    purpose: `look up the repository ${repository}`,
    permission: "metadata: read"
  });
  return {
    id: Number(data2.id),
    name: data2.full_name,
    visibility: visibilityOf(data2),
    defaultBranch: data2.default_branch,
    isFork: data2.fork,
    isArchived: data2.archived
  };
}
function visibilityOf(data2) {
  if (data2.visibility === "internal" || data2.visibility === "private") return data2.visibility;
  return data2.visibility === void 0 && data2.private ? "private" : "public";
}

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
  const code2 = Number.parseInt(hexadecimal, 16);
  const isCharacter = code2 <= 1114111 && !(code2 >= 55296 && code2 <= 57343);
  return { text: isCharacter ? String.fromCodePoint(code2) : "\uFFFD", length: 2 + digits };
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
  const isPlain2 = second === void 0 && typeof first === "string";
  if (heredoc?.indented !== true) return { parts: parts2, problems };
  return isPlain2 ? { parts: [withoutIndentation(first)], problems } : { parts: parts2, problems, keepsIndentation: true };
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
  const names3 = node.children.filter(({ type }) => type === "heredoc_identifier");
  const [open, close] = [names3[0], names3[1]];
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
function audit(node, reading) {
  const { source, locate: locate2, problems } = reading;
  if (problems.length >= maxProblems) return;
  const own4 = ownProblem(node, source);
  if (own4 !== void 0) {
    problems.push({ message: own4, at: locate2(node.start, node.end) });
    return;
  }
  const inside = isTemplate(node) ? readTemplate(node, source).problems : lineProblems(node, source);
  for (const { message, start: start2, end } of inside.slice(0, maxProblems))
    problems.push({ message, at: locate2(start2, end) });
  for (const child of node.children) audit(child, reading);
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
      const header2 = node.children.slice(0, start2 < 0 ? void 0 : start2 + 1);
      const broken = gapsBefore(header2, source, isHeaderPiece).find(({ gap }) => gap.includes("\n"))?.item;
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
    ({ gap, item: { start: start2, end } }) => [...separators].some((separator2) => gap.includes(separator2)) ? [] : [{ message, start: start2, end }]
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
        for (const side2 of named(child)) if (side2 !== named(child)[0] || !isBareKey(side2)) visit(side2, bound);
      } else {
        visit(child, bound);
      }
    }
  };
  const visitScope = (scope, bound) => {
    const intro = named(scope).find(({ type }) => type === "for_intro" || type === "template_for_start");
    const names3 = intro === void 0 ? [] : named(intro).filter(({ type }) => type === "identifier");
    const inner = /* @__PURE__ */ new Set([...bound, ...names3.map(text2)]);
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
  const place3 = (offset) => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = low + high + 1 >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
  return (start2, end) => {
    const [from, to] = [place3(start2), place3(end)];
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
  editRange(range2) {
    const newRange = {
      startIndex: range2.startIndex,
      startPosition: { ...range2.startPosition },
      endIndex: range2.endIndex,
      endPosition: { ...range2.endPosition }
    };
    if (range2.endIndex >= this.oldEndIndex) {
      if (range2.endIndex !== Number.MAX_SAFE_INTEGER) {
        newRange.endIndex = this.newEndIndex + (range2.endIndex - this.oldEndIndex);
        newRange.endPosition = {
          row: this.newEndPosition.row + (range2.endPosition.row - this.oldEndPosition.row),
          column: range2.endPosition.row === this.oldEndPosition.row ? this.newEndPosition.column + (range2.endPosition.column - this.oldEndPosition.column) : range2.endPosition.column
        };
        if (newRange.endIndex < this.newEndIndex) {
          newRange.endIndex = Number.MAX_SAFE_INTEGER;
          newRange.endPosition = { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
        }
      }
    } else if (range2.endIndex > this.startIndex) {
      newRange.endIndex = this.startIndex;
      newRange.endPosition = { ...this.startPosition };
    }
    if (range2.startIndex >= this.oldEndIndex) {
      newRange.startIndex = this.newEndIndex + (range2.startIndex - this.oldEndIndex);
      newRange.startPosition = {
        row: this.newEndPosition.row + (range2.startPosition.row - this.oldEndPosition.row),
        column: range2.startPosition.row === this.oldEndPosition.row ? this.newEndPosition.column + (range2.startPosition.column - this.oldEndPosition.column) : range2.startPosition.column
      };
      if (newRange.startIndex < this.newEndIndex) {
        newRange.startIndex = Number.MAX_SAFE_INTEGER;
        newRange.startPosition = { row: Number.MAX_SAFE_INTEGER, column: Number.MAX_SAFE_INTEGER };
      }
    } else if (range2.startIndex > this.startIndex) {
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
function assertInternal(x2) {
  if (x2 !== INTERNAL) throw new Error("Illegal constructor");
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
      for (let i22 = 0; i22 < count2; i22++) {
        result[i22] = unmarshalRange(address);
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
      for (let i22 = 0; i22 < count2; i22++) {
        result[i22] = unmarshalRange(address);
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
      for (let i22 = 0; i22 < count2; i22++) {
        result[i22] = unmarshalNode(this.tree, address);
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
        for (let i22 = 0; i22 < count2; i22++) {
          this._children[i22] = unmarshalNode(this.tree, address);
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
        for (let i22 = 0; i22 < count2; i22++) {
          this._namedChildren[i22] = unmarshalNode(this.tree, address);
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
    for (let i22 = 0, n = typesBySymbol.length; i22 < n; i22++) {
      if (types2.includes(typesBySymbol[i22])) {
        symbols.push(i22);
      }
    }
    const symbolsAddress = C._malloc(SIZE_OF_INT * symbols.length);
    for (let i22 = 0, n = symbols.length; i22 < n; i22++) {
      C.setValue(symbolsAddress + i22 * SIZE_OF_INT, symbols[i22], "i32");
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
      for (let i22 = 0; i22 < descendantCount; i22++) {
        result[i22] = unmarshalNode(this.tree, address);
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
function unmarshalCaptures(query2, tree, address, patternIndex, result) {
  for (let i22 = 0, n = result.length; i22 < n; i22++) {
    const captureIndex = C.getValue(address, "i32");
    address += SIZE_OF_INT;
    const node = unmarshalNode(tree, address);
    address += SIZE_OF_NODE;
    result[i22] = { patternIndex, name: query2.captureNames[captureIndex], node };
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
  const row2 = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  const column = C.getValue(address, "i32");
  address += SIZE_OF_INT;
  const other = C.getValue(address, "i32");
  const result = new Node(INTERNAL, {
    id,
    tree,
    startIndex: index,
    startPosition: { row: row2, column },
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
function marshalRange(address, range2) {
  marshalPoint(address, range2.startPosition);
  address += SIZE_OF_POINT;
  marshalPoint(address, range2.endPosition);
  address += SIZE_OF_POINT;
  C.setValue(address, range2.startIndex, "i32");
  address += SIZE_OF_INT;
  C.setValue(address, range2.endIndex, "i32");
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
    for (let i22 = 0, n = this.types.length; i22 < n; i22++) {
      if (C._ts_language_symbol_type(this[0], i22) < 2) {
        this.types[i22] = C.UTF8ToString(C._ts_language_symbol_name(this[0], i22));
      }
    }
    this.fields = new Array(C._ts_language_field_count(this[0]) + 1);
    for (let i22 = 0, n = this.fields.length; i22 < n; i22++) {
      const fieldName = C._ts_language_field_name_for_id(this[0], i22);
      if (fieldName !== 0) {
        this.fields[i22] = C.UTF8ToString(fieldName);
      } else {
        this.fields[i22] = null;
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
      for (let i22 = 0; i22 < count2; i22++) {
        result[i22] = C.getValue(address, "i16");
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
      for (let i22 = 0; i22 < count2; i22++) {
        result[i22] = C.getValue(address, "i16");
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
    const { createRequire: createRequire2 } = await import("module");
    var require = createRequire2(import.meta.url);
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
    var code2 = wasmTypeCodes[type];
    return code2;
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
      for (var i22 = offset; i22 < offset + count2; i22++) {
        var item = getWasmTableEntry(i22);
        if (item) {
          functionsInTableMap.set(item, i22);
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
    } catch (err22) {
      if (!(err22 instanceof TypeError)) {
        throw err22;
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
  var _fd_close = /* @__PURE__ */ __name((fd2) => 52, "_fd_close");
  _fd_close.sig = "ii";
  var INT53_MAX = 9007199254740992;
  var INT53_MIN = -9007199254740992;
  var bigintToI53Checked = /* @__PURE__ */ __name((num) => num < INT53_MIN || num > INT53_MAX ? NaN : Number(num), "bigintToI53Checked");
  function _fd_seek(fd2, offset, whence, newOffset) {
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
  var _fd_write = /* @__PURE__ */ __name((fd2, iov, iovcnt, pnum) => {
    var num = 0;
    for (var i22 = 0; i22 < iovcnt; i22++) {
      var ptr = LE_HEAP_LOAD_U32((iov >> 2) * 4);
      var len = LE_HEAP_LOAD_U32((iov + 4 >> 2) * 4);
      iov += 8;
      for (var j = 0; j < len; j++) {
        printChar(fd2, HEAPU8[ptr + j]);
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
  function _tree_sitter_parse_callback(inputBufferAddress, index, row2, column, lengthAddress) {
    const INPUT_BUFFER_SIZE = 10 * 1024;
    const string = Module.currentParseCallback(index, {
      row: row2,
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
  var _proc_exit = /* @__PURE__ */ __name((code2) => {
    EXITSTATUS = code2;
    if (!keepRuntimeAlive()) {
      Module["onExit"]?.(code2);
      ABORT = true;
    }
    quit_(code2, new ExitStatus(code2));
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
    for (var i22 = 0; i22 < str.length; ++i22) {
      var c = str.charCodeAt(i22);
      if (c <= 127) {
        len++;
      } else if (c <= 2047) {
        len += 2;
      } else if (c >= 55296 && c <= 57343) {
        len += 4;
        ++i22;
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
    for (var i22 = 0; i22 < str.length; ++i22) {
      var u = str.codePointAt(i22);
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
        i22++;
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
    for (var i22 = 0; i22 < numCharsToWrite; ++i22) {
      var codeUnit = str.charCodeAt(i22);
      LE_HEAP_STORE_I16((outPtr >> 1) * 2, codeUnit);
      outPtr += 2;
    }
    LE_HEAP_STORE_I16((outPtr >> 1) * 2, 0);
    return outPtr - startPtr;
  }, "stringToUTF16");
  LE_ATOMICS_NATIVE_BYTE_ORDER = new Int8Array(new Int16Array([1]).buffer)[0] === 1 ? [
    /* little endian */
    ((x2) => x2),
    ((x2) => x2),
    void 0,
    ((x2) => x2)
  ] : [
    /* big endian */
    ((x2) => x2),
    ((x2) => ((x2 & 65280) << 8 | (x2 & 255) << 24) >> 16),
    void 0,
    ((x2) => x2 >> 24 & 255 | x2 >> 8 & 65280 | (x2 & 65280) << 8 | (x2 & 255) << 24)
  ];
  function LE_HEAP_UPDATE() {
    HEAPU16.unsigned = ((x2) => x2 & 65535);
    HEAPU32.unsigned = ((x2) => x2 >>> 0);
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
      for (let i22 = 0; i22 < rangeCount; i22++) {
        marshalRange(address, options2.includedRanges[i22]);
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
      for (let i22 = 0; i22 < count2; i22++) {
        result[i22] = unmarshalRange(address);
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
      const compare4 = /* @__PURE__ */ __name((n1, n2, positive) => {
        return positive ? n1.text === n2.text : n1.text !== n2.text;
      }, "compare");
      return matchAll ? nodes1.every((n1) => nodes2.some((n2) => compare4(n1, n2, isPositive))) : nodes1.some((n1) => nodes2.some((n2) => compare4(n1, n2, isPositive)));
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
    for (let i22 = 0; i22 < captureCount; i22++) {
      const nameAddress = C._ts_query_capture_name_for_id(
        address,
        i22,
        TRANSFER_BUFFER
      );
      const nameLength = C.getValue(TRANSFER_BUFFER, "i32");
      captureNames[i22] = C.UTF8ToString(nameAddress, nameLength);
    }
    for (let i22 = 0; i22 < patternCount; i22++) {
      const captureQuantifiersArray = new Array(captureCount);
      for (let j = 0; j < captureCount; j++) {
        const quantifier = C._ts_query_capture_quantifier_for_id(address, i22, j);
        captureQuantifiersArray[j] = quantifier;
      }
      captureQuantifiers[i22] = captureQuantifiersArray;
    }
    for (let i22 = 0; i22 < stringCount; i22++) {
      const valueAddress = C._ts_query_string_value_for_id(
        address,
        i22,
        TRANSFER_BUFFER
      );
      const nameLength = C.getValue(TRANSFER_BUFFER, "i32");
      stringValues[i22] = C.UTF8ToString(valueAddress, nameLength);
    }
    const setProperties = new Array(patternCount);
    const assertedProperties = new Array(patternCount);
    const refutedProperties = new Array(patternCount);
    const predicates = new Array(patternCount);
    const textPredicates = new Array(patternCount);
    for (let i22 = 0; i22 < patternCount; i22++) {
      const predicatesAddress = C._ts_query_predicates_for_pattern(address, i22, TRANSFER_BUFFER);
      const stepCount = C.getValue(TRANSFER_BUFFER, "i32");
      predicates[i22] = [];
      textPredicates[i22] = [];
      const steps = new Array();
      let stepAddress = predicatesAddress;
      for (let j = 0; j < stepCount; j++) {
        const stepType = C.getValue(stepAddress, "i32");
        stepAddress += SIZE_OF_INT;
        const stepValueId = C.getValue(stepAddress, "i32");
        stepAddress += SIZE_OF_INT;
        parsePattern(
          i22,
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
      Object.freeze(textPredicates[i22]);
      Object.freeze(predicates[i22]);
      Object.freeze(setProperties[i22]);
      Object.freeze(assertedProperties[i22]);
      Object.freeze(refutedProperties[i22]);
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
    for (let i22 = 0; i22 < rawCount; i22++) {
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
    for (let i22 = 0; i22 < count2; i22++) {
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
  const tooDeep2 = depthProblem(text2);
  if (tooDeep2 !== void 0) return failed("The file is nested too deeply. Flatten it.", tooDeep2);
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
      const [name2, list2] = named(node);
      const given = list2 === void 0 ? [] : named(list2).filter(({ type }) => type === "expression");
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
function configurationNames(names3, tool) {
  const all = new Set(names3);
  const read = names3.filter((name2) => {
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
  const names3 = folder === "" ? [] : folder.split("/");
  for (const name2 of path.split("/")) {
    if (name2 === "" || name2 === ".") continue;
    if (name2 !== "..") names3.push(name2);
    else if (names3.pop() === void 0) return void 0;
  }
  return names3.join("/");
}
function withParents(folder) {
  const names3 = folder === "" ? [] : folder.split("/");
  return [...names3.map((_, index) => names3.slice(0, names3.length - index).join("/")), ""];
}

// actions/lib/terraform/roots/configuration.ts
function mentionsStructure(text2) {
  if (["module", "provider", "backend", "cloud", "terraform", "locals"].some((word) => text2.includes(word))) return true;
  return text2.includes("file") || text2.includes("path") && (text2.includes("root") || text2.includes("cwd"));
}
var maxConfigurationFiles = 5e4;
function rememberingParser(parse3) {
  const known3 = /* @__PURE__ */ new Map();
  return (text2, file) => {
    const key = `${createHash("sha256").update(text2).digest("base64")} ${file}`;
    const answer = known3.get(key) ?? parse3(text2, file);
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
  const names3 = (folder) => children.get(folder) ?? [];
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
    const files = configurationNames(names3(folder), tool).map((name2) => folder === "" ? name2 : `${folder}/${name2}`);
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
    names: names3,
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
      return ends.filter((prefix2) => links.has(prefix2));
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
  return `${what} for ${root} ${change}: Terraform would plan against another state. Move the state first, by hand and reviewed, and let this change through alone.`;
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
async function lockFiles({ roots, configuration: configuration2 }) {
  const files = [...new Set(roots.map(({ folder }) => folder === "" ? lockFileName : `${folder}/${lockFileName}`))];
  const read = files.map(async (file) => {
    const parsed = await configuration2.parse(file);
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
function fitsProvider(pattern2, source) {
  const parts2 = pattern2.toLowerCase().split("/");
  const whole = parts2.length < 3 ? Object.values(hosts).map((host) => [host, ...parts2]) : [parts2];
  const names3 = source.split("/");
  return whole.some(
    (one) => one.length === names3.length && one.every((part, index) => matchesPattern(part, names3[index] ?? ""))
  );
}
var isBuiltIn = (source) => source?.startsWith("terraform.io/builtin/") === true;
function providerNeeds({ files }, tool) {
  const declared = files.flatMap(
    ({ body: body2 }) => body2.blocks.filter(({ type }) => type === "terraform").flatMap((block2) => declarations(block2, tool))
  );
  const names3 = new Set(declared.map(({ name: name2 }) => name2));
  const implied = /* @__PURE__ */ new Map();
  for (const { name: name2, at } of files.flatMap(({ body: body2 }) => [...usesOf(body2.blocks)])) {
    if (names3.has(name2) || implied.has(name2) || name2 === "terraform") continue;
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
var isStillRoot = (file, { roots }) => roots.some(({ folder, folders: [own4] }) => parentOf(file) === folder && (own4?.files.length ?? 0) > 0);
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
    if (patterns !== void 0 && !patterns.some((pattern2) => fitsProvider(pattern2, entry.source.toLowerCase()))) {
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
  const query2 = new URLSearchParams(mark < 0 ? "" : source.slice(mark + 1));
  if (/^git(::|@)|^(github\.com|bitbucket\.org|gitlab\.com)[/:]|^ssh:\/\/|\.git(\/\/|$)/i.test(address) || /^[\w.-]+@[\w.-]+:/.test(address))
    return { kind: "git", address, query: query2 };
  if (/^hg::/i.test(address)) return { kind: "mercurial", address, query: query2 };
  if (/^oci:\/\//i.test(address)) return { kind: "oci", address, query: query2 };
  return isRegistryAddress(address) && mark < 0 ? { kind: "registry", address } : { kind: "archive", address, query: query2 };
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
      const place3 = source.split("?")[0] ?? source;
      if (patterns.some((pattern2) => matchesPattern(pattern2, place3))) continue;
      const message = `Module ${name2} comes from ${place3}, which is not one of the sources that may be used. Take it from one that may, or add it to terraform.modules in the settings, in a change of its own.`;
      yield { message, at, value: place3 };
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
async function moduleProblems(folder, { configuration: configuration2 }) {
  const found = modulesOf(folder).map(async ({ name: name2, address, at }) => {
    if (address?.kind !== "absolute" && address?.kind !== "local") return [];
    const path = address.kind === "local" ? joinPath(folder.folder, address.path) : void 0;
    const located = path === void 0 ? void 0 : await configuration2.locateFolder(path);
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
  const names3 = path.split("/");
  const index = names3.findIndex((name2) => Object.hasOwn(folders, name2));
  const why = folders[names3[index] ?? ""];
  return why === void 0 ? void 0 : { path: names3.slice(0, index + 1).join("/"), why };
}
var isPluginName = (path) => /^(terraform|tofu)-(provider|provisioner)-/i.test(nameOf(path));
var isBelowRoot = (path, roots) => roots.some(({ folder }) => folder !== "" && path.startsWith(`${folder}/`));
var magics = ["7f454c46", "feedface", "feedfacf", "cefaedfe", "cffaedfe", "cafebabe", "4d5a"];
async function isProgram(tree, path) {
  const entry = await tree.read(path);
  if (entry.type === "refused") return true;
  if (entry.type !== "file") return false;
  const start2 = Buffer.from(entry.bytes.subarray(0, 4)).toString("hex");
  return magics.some((magic2) => start2.startsWith(magic2));
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
          } else if (!patterns.some((pattern2) => fitsProvider(pattern2, source))) {
            const how = written === void 0 ? ` (implied by the name ${name2})` : "";
            const message = `Provider ${what}${how} is not one of those that may run. Remove it, or add it to terraform.providers in the settings, in a change of its own.`;
            found.push({ message, at, value: source });
          }
        }
    if (patterns === void 0) return found;
    for (const { providers } of await lockFiles(head))
      for (const { source, at } of providers) {
        if (patterns.some((pattern2) => fitsProvider(pattern2, source.toLowerCase()))) continue;
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
        found.push({ message: `${file} cannot be read: ${reason}`, at: { file }, value: reason });
      for (const { file, problems } of files)
        for (const { message, at } of problems) found.push({ message: `${file}: ${message}`, at, value: message });
    }
    for (const { problems } of await lockFiles(head))
      for (const { message, at } of problems) found.push({ message: `${at.file}: ${message}`, at, value: message });
    return found;
  }
};

// actions/lib/terraform/gate/view.ts
async function openView(tree, roots, parse3) {
  const configuration2 = openConfiguration(tree, parse3);
  const opened = /* @__PURE__ */ new Map();
  const openOnce = (folder) => {
    const answer = opened.get(folder) ?? openFolder(configuration2, folder);
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
  return { tree, configuration: configuration2, roots: views, folders: await Promise.all(opened.values()) };
}
async function openFolder(configuration2, written) {
  const located = await configuration2.locateFolder(written);
  const folder = "path" in located ? located.path : written;
  const names3 = configuration2.names(folder).filter(isConfiguration);
  const read = await Promise.all(
    names3.map(async (name2) => {
      const path = folder === "" ? name2 : `${folder}/${name2}`;
      const file = await configuration2.parse(path);
      return file ?? { file: path, reason: await reasonOf(configuration2.tree, path) };
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
  const parse3 = rememberingParser(parseHclFile);
  const head = await openView(input.head, input.roots, parse3);
  const base = input.base === void 0 ? void 0 : await openView(input.base, input.roots, parse3);
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
    for (const { message, at, value, severity: own4 } of await check(input)) {
      const severity = severities[rule] ?? own4 ?? defaults.get(rule) ?? "error";
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
  const found = await checkFiles({
    roots: change.selection.roots.map((root) => ({ root, files: change.reading(root) })),
    head: change.head,
    ...change.base !== void 0 && { base: change.base },
    allow: { ...providers !== void 0 && { providers }, ...modules !== void 0 && { modules } },
    severities
  });
  const counted = found.filter((finding) => !exemptions.some((exemption) => covers(exemption, finding, today)));
  const findings = [...counted].sort((a, b) => Number(refuses(b)) - Number(refuses(a)));
  return { findings, refused: findings.some(refuses) };
}
var refuses = ({ severity, status }) => severity === "error" && status !== "known";
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

// actions/lib/contracts/terraform-settings.ts
function terraformOptions(written = {}) {
  const { guards = {}, overrides = {}, approvals = {}, apply = {} } = written;
  const [maxDelete, maxReplace] = [guards["max-delete"], guards["max-replace"]];
  return {
    roots: written.roots ?? [],
    exclude: written.exclude ?? ["**/examples", "**/tests"],
    ...written.tool !== void 0 && { tool: written.tool },
    ...written.providers !== void 0 && { providers: written.providers },
    ...written.modules !== void 0 && { modules: written.modules },
    variables: written.variables ?? [],
    lockTimeout: written["lock-timeout"] ?? "5m",
    guards: {
      ...maxDelete !== void 0 && { maxDelete: Number(maxDelete) },
      ...maxReplace !== void 0 && { maxReplace: Number(maxReplace) },
      protect: guards.protect ?? [],
      protectTypes: guards["protect-types"] ?? [],
      severities: guards.severities ?? {}
    },
    overrides: { teams: overrides.teams ?? [], users: overrides.users ?? [] },
    approvals: {
      required: Number(approvals.required ?? "1"),
      teams: approvals.teams ?? [],
      afterPlan: (approvals["after-plan"] ?? "true") === "true"
    },
    apply: {
      mode: apply.mode ?? "auto",
      missingPlan: apply["missing-plan"] ?? "refuse",
      deferred: apply.deferred ?? "wait"
    },
    encryption: written.encryption ?? "required"
  };
}

// actions/lib/text/glob.ts
function matchesGlob(pattern2, path) {
  const [parts2, names3] = [pattern2.split("/"), path.split("/")];
  let reached = names3.map(() => false);
  reached.unshift(true);
  for (const part of parts2) {
    const next = reached.map(() => false);
    for (const [index, isReached] of reached.entries()) {
      if (part === "**") next[index] = isReached || next[index - 1] === true;
      else if (isReached && index < names3.length && matchesPattern(part, names3[index] ?? "")) next[index + 1] = true;
    }
    reached = next;
  }
  return reached.at(-1) === true;
}
function liesIn(patterns, folder) {
  const names3 = folder.split("/");
  return names3.some((_, index) => {
    const parent = names3.slice(0, index + 1).join("/");
    return patterns.some((pattern2) => matchesGlob(pattern2, parent));
  });
}

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
  const own4 = body2.arguments.flatMap(({ name: name2, value }) => fieldsOfValue(name2, value));
  const nested = body2.blocks.flatMap(
    ({ type, body: inside }) => [...fieldsOfBody(inside)].map(([name2, value]) => [`${type}.${name2}`, value])
  );
  return new Map([...own4, ...nested]);
}
function fieldsOfValue(name2, value) {
  if (value.type !== "object") return [[name2, literalOf2(value)]];
  const prefix2 = name2 === "" ? "" : `${name2}.`;
  return value.entries.flatMap(
    (entry) => entry.key === void 0 ? [] : fieldsOfValue(`${prefix2}${entry.key}`, entry.value)
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
    return joinPath(folder, fields.get("path") ?? "terraform.tfstate") ?? `outside ${fields.get("path")}`;
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
async function resolveSource(configuration2, from, source) {
  const joined2 = joinPath(from, source);
  if (joined2 === void 0) return { reason: "it leaves the repository", isOpen: true, links: [] };
  return { ...await configuration2.locateFolder(joined2), links: configuration2.linksOf(joined2) };
}
async function readModules(configuration2, root, tool) {
  const folders2 = /* @__PURE__ */ new Map();
  const [links, unresolved] = [/* @__PURE__ */ new Set(), []];
  const calls = [];
  const pending = [root];
  const seen = new Set(pending);
  for (let folder = pending.shift(); folder !== void 0; folder = pending.shift()) {
    const { files, parsed, unreadable: unreadable3 } = await configuration2.read(folder, tool);
    folders2.set(folder, { folder, files, parsed });
    unresolved.push(...unreadable3.map(({ file, reason }) => ({ source: file, at: { file }, reason, isOpen: true })));
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
      const problem = (reason, isOpen2) => unresolved.push({ source: call.source, at: call.at, reason, isOpen: isOpen2 });
      if (!call.isLiteral) problem("its source is known only while the tool runs", true);
      else if (call.source.startsWith("/")) problem("it is an absolute path", true);
      if (!call.isLiteral || !isLocalSource(call.source)) continue;
      const found = await resolveSource(configuration2, folder, call.source);
      for (const link2 of found.links) links.add(link2);
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
function toolOf({ names: names3 }, folder) {
  for (const parent of withParents(folder)) {
    const inside = names3(parent);
    if (inside.includes(versionFiles.terraform)) return "terraform";
    if (inside.includes(versionFiles.tofu)) return "tofu";
  }
  return names3(folder).filter(isConfiguration).every(isOnlyTofu) ? "tofu" : "terraform";
}
async function versionFileOf(configuration2, folder, tool) {
  const parent = withParents(folder).find((above) => configuration2.names(above).includes(versionFiles[tool]));
  if (parent === void 0) return void 0;
  const file = parent === "" ? versionFiles[tool] : `${parent}/${versionFiles[tool]}`;
  const lines = (await configuration2.text(file) ?? "").split("\n").map((line2) => line2.replace(/#.*/, "").trim());
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
async function discoverRoots(configuration2, settings) {
  const listed3 = groupBy(settings.options.roots.map(withPlace(settings)), ({ written }) => folderOf(written.path));
  const { folders: folders2, notes } = await foundFolders(configuration2, settings.options, listed3);
  const found = folders2.filter(({ folder }) => !listed3.has(folder));
  const roots = [];
  for (const { folder, content, at } of found) {
    roots.push(
      await rootOf(configuration2, { folder, content, at, written: { path: shownFolder(folder) }, settings, notes })
    );
  }
  for (const [folder, entries] of listed3) {
    const located = await configuration2.locateFolder(folder);
    for (const { written, at } of entries) {
      if ("reason" in located || !configuration2.names(located.path).some(isConfiguration)) {
        throw new UserError(`The settings list ${written.path} as a root module, and there is no configuration.`, {
          where: shownPlace(at),
          next: "correct the path, or take the entry out"
        });
      }
      const tool = written.tool ?? settings.options.tool ?? toolOf(configuration2, located.path);
      const content = await configuration2.read(located.path, tool);
      roots.push(await rootOf(configuration2, { folder: located.path, content, at, written, settings, notes }));
    }
  }
  refuseSharedNames(roots);
  return { roots: roots.sort((a, b) => a.name < b.name ? -1 : 1), notes };
}
var withPlace = ({ at }) => (written, index) => ({
  written,
  at: at(["terraform", "roots", String(index)])
});
async function foundFolders(configuration2, { exclude, tool }, listed3) {
  const notes = [];
  const read = async (folder) => {
    const own4 = tool ?? toolOf(configuration2, folder);
    const content = await configuration2.read(folder, own4);
    return { folder, content, isExcluded: liesIn(exclude, folder), kind: kindOf(content.parsed) };
  };
  const all = await Promise.all(configuration2.folders.map(read));
  const called = await calledFolders(
    configuration2,
    all.filter(({ isExcluded }) => !isExcluded)
  );
  const folders2 = all.flatMap(({ folder, content, isExcluded, kind }) => {
    if (kind === void 0 || listed3.has(folder)) return [];
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
async function calledFolders(configuration2, all) {
  const called = /* @__PURE__ */ new Map();
  for (const { folder, content } of all) {
    for (const call of content.parsed.flatMap(moduleCalls)) {
      if (!call.isLiteral || !isLocalSource(call.source)) continue;
      const target = await resolveSource(configuration2, folder, call.source);
      if ("path" in target && target.path !== folder && !called.has(target.path)) called.set(target.path, call.at);
    }
  }
  return called;
}
async function rootOf(configuration2, parts2) {
  const { folder, content, at, written, settings, notes } = parts2;
  const tool = written.tool ?? settings.options.tool ?? toolOf(configuration2, folder);
  const file = await versionFileOf(configuration2, folder, tool);
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
  const [pattern2, second] = parts2 ?? [];
  if (typeof pattern2 !== "string" || second !== void 0 || pattern2 === "") return void 0;
  return /[{}[\]?!\\]|\.\.|[^/]\*\*|\*\*[^/]/.test(pattern2) ? void 0 : pattern2;
}
async function localsOf(configuration2, module2) {
  const known3 = /* @__PURE__ */ new Map();
  for (const block2 of module2.parsed.flatMap(({ body: body2 }) => blocksOf3(body2, "locals"))) {
    for (const { name: name2, value } of block2.body.arguments) {
      if (value.type === "literal") known3.set(name2, [String(value.value)]);
      if (value.type !== "expression") continue;
      if (isPathReference(value.text)) known3.set(name2, [{ text: value.text }]);
      const [template, second] = await templatesOf(configuration2, value) ?? [];
      if (template !== void 0 && second === void 0) known3.set(name2, template);
    }
  }
  return known3;
}
async function templatesOf(configuration2, value) {
  if (!/^"|^<</.test(value.text) && !value.at.file.endsWith(".json")) return void 0;
  const uses = await configuration2.pathUses(value.text, value.at.file);
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
async function filesReadBy(configuration2, module2, root) {
  const values = module2.parsed.flatMap(relevantValues);
  if (values.length === 0) return { files: [], unresolved: [] };
  const locals = await localsOf(configuration2, module2);
  const files = /* @__PURE__ */ new Set();
  const unresolved = [];
  const add = async (path, select = () => true) => {
    for (const file of await filesAt(configuration2, path)) if (select(file)) files.add(file);
  };
  const open = (value, reason) => unresolved.push({ source: oneLineText(value.text), at: value.at, reason, isOpen: true });
  for (const value of values) {
    const uses = onlyCall(value) ?? await configuration2.pathUses(value.text, value.at.file);
    if (uses === void 0) {
      open(value, "the paths in it cannot be read");
      continue;
    }
    for (const { parts: parts2, isRead, pattern: pattern2 } of uses.flatMap(candidatesIn)) {
      const path = pathOf(withLocals(parts2, locals), module2.folder, root, isRead);
      if (path.type === "open") open(value, path.reason);
      if (path.type === "start") await add(path.folder, (file) => file.startsWith(path.start));
      if (path.type !== "known") continue;
      const below = (file) => file.slice(path.path === "" ? 0 : path.path.length + 1);
      await add(path.path, pattern2 === void 0 ? void 0 : (file) => matchesGlob(pattern2, below(file)));
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
async function filesAt(configuration2, path) {
  const { tree } = configuration2;
  const found = /* @__PURE__ */ new Set();
  const pending = [path];
  const seen = /* @__PURE__ */ new Set();
  for (let next = pending.pop(); next !== void 0 && found.size < maxFiles; next = pending.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    for (const link2 of configuration2.linksOf(next)) found.add(link2);
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
async function filesOfRoot(configuration2, root) {
  const written = folderOf(root.path);
  const located = await configuration2.locateFolder(written);
  const roles = /* @__PURE__ */ new Map();
  const add = (files, role) => {
    for (const file of files) if (!roles.has(file)) roles.set(file, role);
  };
  if ("reason" in located) return { files: [], modules: [], unresolved: [], roles, folders: [] };
  const folder = located.path;
  const { folders: folders2, links, unresolved } = await readModules(configuration2, folder, root.tool);
  for (const { files } of folders2) add(files, "configuration");
  const inside = (name2) => folder === "" ? name2 : `${folder}/${name2}`;
  const names3 = configuration2.names(folder);
  const lockFile = names3.includes(lockFileName) ? inside(lockFileName) : void 0;
  add(await withTargets(configuration2, names3.filter(isVariableFile).map(inside)), "variables");
  add(await withTargets(configuration2, root.varFiles), "variables");
  add(
    await withTargets(
      configuration2,
      root.backendConfig.filter((item) => !item.includes("="))
    ),
    "backend"
  );
  if (lockFile !== void 0) add(await withTargets(configuration2, [lockFile]), "lock");
  const versionFile = await versionFileOf(configuration2, folder, root.tool);
  if (versionFile !== void 0 && (root.version === void 0 || root.version.at.file === versionFile.at.file))
    add(await withTargets(configuration2, [versionFile.at.file]), "version");
  add([...links, ...configuration2.linksOf(written)], "link");
  const reads = await Promise.all(folders2.map((module2) => filesReadBy(configuration2, module2, folder)));
  add(
    reads.flatMap(({ files }) => files),
    "read"
  );
  add(
    root.inputs.flatMap((pattern2) => filesThatFit(configuration2, pattern2)),
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
async function configurationOf(configuration2, { roles }) {
  const files = [...roles].flatMap(([file, role]) => role === "configuration" ? [file] : []);
  const parsed = (await Promise.all(files.map((file) => configuration2.parse(file)))).filter(
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
function filesThatFit({ tree }, pattern2) {
  const names3 = pattern2.split("/");
  const start2 = names3.findIndex((name2) => name2.includes("*"));
  if (start2 < 0) return tree.files.has(pattern2) ? [pattern2] : tree.list(pattern2);
  return tree.list(names3.slice(0, start2).join("/")).filter((file) => matchesGlob(pattern2, file));
}

// actions/lib/terraform/roots/graph.ts
async function dependenciesOf(configuration2, roots) {
  const states2 = await Promise.all(
    roots.map(async (one) => ({ root: one.root, ...await stateOf(configuration2, one) }))
  );
  const notes = sharedStates(states2);
  const dependencies = /* @__PURE__ */ new Map();
  const add = (dependency) => {
    const key = JSON.stringify([dependency.from, dependency.to]);
    if (!dependencies.has(key)) dependencies.set(key, dependency);
  };
  const names3 = roots.map(({ root }) => root.name);
  for (const { root, reading } of roots) {
    for (const to of root.dependsOn) {
      if (!names3.includes(to)) throw unknownRoot(root, to, names3);
      add({ from: root.name, to, why: "is said to depend on it by the settings", at: root.at });
    }
    for (const { folder, parsed } of reading.folders) {
      for (const reader of parsed.flatMap(stateReaders)) {
        const { found, unknown } = matching(reader, root, folder, states2);
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
async function stateOf(configuration2, { root, reading }) {
  const [own4] = reading.folders;
  const backend = backendOf(own4?.parsed ?? []);
  const fields = new Map(backend?.fields);
  for (const item of root.backendConfig) {
    const equals = item.indexOf("=");
    if (equals > 0) fields.set(item.slice(0, equals), item.slice(equals + 1));
    else
      for (const [name2, value] of fieldsOfBody((await configuration2.parse(item))?.body ?? empty))
        fields.set(name2, value);
  }
  const folder = own4?.folder ?? folderOf(root.path);
  return { place: { type: backend?.type ?? "local", fields, folder }, at: backend?.at ?? root.at };
}
var empty = { arguments: [], blocks: [] };
function matching(reader, root, folder, states2) {
  if (reader.type === void 0) return { found: [], unknown: true };
  const own4 = states2.find((state) => state.root === root)?.place.folder ?? folder;
  const fields = new Map(reader.fields);
  if (reader.type === "local" && reader.modulePath !== void 0)
    fields.set("path", relativeTo(own4, joinPath(folder, reader.modulePath)));
  const place3 = { type: reader.type, fields, folder: own4 };
  const workspace = reader.workspace === "terraform.workspace" ? workspaceOf(root) : reader.workspace;
  const found = [];
  let unknown = false;
  for (const { root: other, place: there } of states2) {
    const sameness = other === root ? "other" : compareStates(place3, there);
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
function sharedStates(states2) {
  const notes = [];
  const places = states2.map((state) => ({ ...state, workspace: workspaceOf(state.root) }));
  for (const alike of groupBy(places, ({ place: place3, workspace }) => `${place3.type} ${workspace}`).values()) {
    for (const [index, one] of alike.entries()) {
      const other = alike.slice(0, index).find(({ place: place3 }) => compareStates(one.place, place3) === "same");
      if (other === void 0) continue;
      notes.push({
        message: `${one.root.name} and ${other.root.name} have the same state: each undoes what the other does`,
        at: one.at
      });
    }
  }
  return notes;
}
function unknownRoot(root, name2, names3) {
  const meant = nearest(name2, names3);
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
  return reading.unresolved.filter(({ isOpen: isOpen2 }) => isOpen2).map(({ source, at, reason }) => `what ${source} stands for may have changed, since ${reason} (${shownPlace(at)})`);
}

// actions/lib/terraform/roots/waves.ts
function withDependants(roots, impacts, dependencies) {
  const reasons = new Map(impacts.map(({ root, reasons: own4 }) => [root.name, [...own4]]));
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
    const own4 = reasons.get(root.name);
    return own4 === void 0 ? [] : [{ root, reasons: own4 }];
  });
}
function orderRoots(names3, dependencies) {
  const all = new Set(names3);
  const inside = dependencies.filter(({ from, to }) => all.has(from) && all.has(to));
  const upstream = groupBy(inside, ({ from }) => from);
  const downstream = groupBy(inside, ({ to }) => to);
  const missing = new Map(names3.map((name2) => [name2, upstream.get(name2)?.length ?? 0]));
  const waves = [];
  for (let now = names3.filter((name2) => missing.get(name2) === 0); now.length > 0; ) {
    waves.push({ number: waves.length + 1, roots: [...now].sort() });
    const next = [];
    for (const { from } of now.flatMap((name2) => downstream.get(name2) ?? [])) {
      const left = (missing.get(from) ?? 0) - 1;
      missing.set(from, left);
      if (left === 0) next.push(from);
    }
    now = next;
  }
  const deferrals = names3.flatMap((root) => {
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

// actions/lib/terraform/roots/select-roots.ts
async function selectRoots({ head, base, changed = /* @__PURE__ */ new Set() }) {
  const { roots, notes } = await discoverRoots(head.configuration, head.settings);
  const [sides, before] = [await readSides(head.configuration, roots), await baseSides(base)];
  const graph = await dependenciesOf(head.configuration, sides);
  const readings = new Map(sides.map(({ root, reading }) => [root.name, reading]));
  const everywhere = everywhereReason(head.settings, base?.settings);
  const touched = sides.flatMap((side2) => {
    if (base === void 0) return [{ root: side2.root, reasons: ["there is nothing to compare with"] }];
    const impact = impactOf({ base: before.get(side2.root.name), head: side2, changed });
    if (everywhere === void 0) return impact ?? [];
    return [{ root: side2.root, reasons: [...impact?.reasons ?? [], everywhere] }];
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
var readSides = (configuration2, roots) => Promise.all(roots.map(async (root) => ({ root, reading: await filesOfRoot(configuration2, root) })));
async function baseSides(base) {
  if (base === void 0) return /* @__PURE__ */ new Map();
  try {
    const { roots } = await discoverRoots(base.configuration, base.settings);
    return new Map((await readSides(base.configuration, roots)).map((side2) => [side2.root.name, side2]));
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
var settingsFile = ".github/seaworthy.yaml";
async function openChange(input) {
  const { head, base, named: named2 } = input;
  const parse3 = rememberingParser(parseHclFile);
  const sideOf = async (tree) => {
    const { settings, text: text2 } = await readSettings(tree);
    return {
      written: settings,
      configuration: openConfiguration(tree, parse3),
      settings: rootSettings(settings.terraform, text2, settingsFile)
    };
  };
  const headSide = await sideOf(head);
  const baseSide = base === void 0 ? void 0 : await sideOf(base).catch(refusedSettings);
  const found = await selectRoots({
    head: headSide,
    ...base !== void 0 && baseSide !== void 0 && { base: baseSide, changed: new Set(await changedFiles(base, head)) }
  });
  const selection = named2 === void 0 ? found : choose(found, named2);
  const reading = (root) => selection.readings.get(root.name);
  return {
    head,
    ...base !== void 0 && { base },
    selection,
    options: headSide.settings.options,
    policy: (baseSide ?? headSide).settings.options,
    rules: (baseSide ?? headSide).written,
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
async function guardSide(configuration2, reading) {
  const { lockFile } = reading;
  const text2 = lockFile === void 0 ? void 0 : await configuration2.text(lockFile);
  return {
    configuration: await configurationOf(configuration2, reading),
    lock: text2 === void 0 || lockFile === void 0 ? [] : await readLockFile(text2, lockFile)
  };
}
function choose(selection, named2) {
  const byName = new Map(selection.roots.map((root) => [root.name, root]));
  const impacts = [...new Set(named2)].map((name2) => {
    const root = byName.get(name2);
    if (root !== void 0) return { root, reasons: ["it was named"] };
    const meant = nearest(name2, [...byName.keys()]);
    throw new UserError(`There is no Terraform root ${JSON.stringify(name2)}.`, {
      next: meant !== void 0 ? `did you mean ${meant}?` : byName.size === 0 ? "this tree has no root" : `the roots are ${[...byName.keys()].slice(0, 20).join(", ")}`
    });
  });
  const chosen = new Set(impacts.map(({ root }) => root.name));
  return {
    ...selection,
    impacts,
    unaffected: selection.roots.flatMap(({ name: name2 }) => chosen.has(name2) ? [] : [name2]),
    ...orderRoots([...chosen], selection.dependencies)
  };
}
async function readSettings(tree) {
  const entry = await tree.read(settingsFile);
  if (entry.type === "missing") return { settings: {}, text: "" };
  if (entry.type !== "file") {
    const why = entry.type === "refused" ? entry.reason : `it is a ${entry.type === "link" ? "symbolic link" : "folder"}`;
    throw new UserError(`The settings cannot be read: ${why}.`, { where: settingsFile, next: "make it a plain file" });
  }
  const text2 = new TextDecoder().decode(entry.bytes);
  const { settings, problems } = parseSettings(text2, settingsFile);
  if (settings !== void 0) return { settings, text: text2 };
  const lines = problems.map(({ file, line, column, message }) => `  ${file}:${line}:${column} ${message}`);
  throw new UserError(`The settings are not valid:
${lines.join("\n")}`, {
    next: "mend them; schemas/seaworthy.schema.json of Seaworthy\u2019s repository describes every field"
  });
}

// actions/lib/terraform/planning/seal-made.ts
import { readFile as readFile4 } from "node:fs/promises";

// actions/lib/terraform/envelope/carry.ts
import { lstat, mkdir, readdir, readFile as readFile2, writeFile } from "node:fs/promises";
import { join } from "node:path";
var maxFiles2 = 1e3;
var maxTotalBytes = 64 * 1024 * 1024;
var maxSeen = 1e5;
var maxDepth3 = 64;
async function collectCarried(folder, patterns) {
  if (patterns.length === 0) return [];
  for (const pattern2 of patterns) requireCarriable(pattern2, folder);
  const unused = new Set(patterns);
  const parts2 = [];
  let total = 0;
  for (const { path, isFile } of await filesBelow(folder)) {
    const fitting = patterns.filter((pattern2) => matchesGlob(pattern2, path));
    if (fitting.length === 0) continue;
    for (const pattern2 of fitting) unused.delete(pattern2);
    requireCarriable(path, folder);
    if (!isFile) {
      throw new UserError(`${path} is a symlink or no ordinary file, and cannot be carried.`, {
        where: folder,
        next: "carry the file that it leads to"
      });
    }
    const { size, mode } = await lstat(join(folder, path));
    total += size;
    if (parts2.length >= maxFiles2 || total > maxTotalBytes) {
      throw new UserError(`At most ${maxFiles2} files with ${maxTotalBytes} bytes in all are carried.`, {
        where: folder,
        next: "narrow the patterns of `carry`"
      });
    }
    parts2.push({ kind: "carried", path, mode: mode & 511, bytes: await readFile2(join(folder, path)) });
  }
  const [missing] = unused;
  if (missing === void 0) return parts2;
  throw new UserError(`No file fits the pattern ${missing} of \`carry\`.`, {
    where: folder,
    next: "correct the pattern, or take it out of the settings"
  });
}
async function filesBelow(folder) {
  const found = [];
  const pending = [""];
  let seen = 0;
  for (let directory = pending.pop(); directory !== void 0; directory = pending.pop()) {
    for (const entry of await readdir(join(folder, directory), { withFileTypes: true })) {
      seen += 1;
      const path = directory === "" ? entry.name : `${directory}/${entry.name}`;
      if (seen > maxSeen || path.split("/").length > maxDepth3) {
        throw new UserError(`There are too many files, or too deep ones, to look for those to carry.`, {
          where: folder
        });
      }
      if (!entry.isDirectory()) found.push({ path, isFile: entry.isFile() });
      else if (!toolFolders.has(entry.name)) pending.push(path);
    }
  }
  return found.sort((a, b) => a.path < b.path ? -1 : 1);
}
var toolFolders = /* @__PURE__ */ new Set([".git", ".terraform", "terraform.d", "node_modules"]);
async function placeCarried(folder, parts2) {
  const files = parts2.flatMap(
    ({ kind, path = "", mode = 420, bytes }) => kind === "carried" ? [{ path, mode: mode & 511, bytes }] : []
  );
  const missing = [];
  for (const file of files) {
    requireCarriable(file.path, folder);
    if (!await isThere(folder, file.path, file.bytes)) missing.push(file);
  }
  for (const { path, mode, bytes } of missing) {
    await mkdir(join(folder, path, ".."), { recursive: true });
    await writeFile(join(folder, path), bytes, { flag: "wx", mode });
  }
}
async function isThere(folder, path, bytes) {
  const names3 = path.split("/");
  for (const [index] of names3.entries()) {
    const at = names3.slice(0, index + 1).join("/");
    const status = await lstat(join(folder, at)).catch((error) => {
      if (error.code === "ENOENT") return void 0;
      throw error;
    });
    if (status === void 0) return false;
    const isLast = index === names3.length - 1;
    if (isLast && status.isFile() && Buffer.from(bytes).equals(await readFile2(join(folder, at)))) return true;
    if (isLast || !status.isDirectory()) {
      throw new UserError(`The carried file ${path} cannot be written: ${at} is something else already.`, {
        where: folder,
        next: "carry only files that are built, and keep them out of the repository"
      });
    }
  }
  return false;
}
var configuration = /\.(tf|tofu|tfvars|tfstate|tfplan|tfrc|terraformrc|tofurc)(\.json|\.backup)?$|^\.?terraform(rc|\.rc)$|^\.terraform\.lock\.hcl$|^\.(terraform|opentofu)-version$|\.tf(test|query|mock|deploy|stack|component)\.(hcl|json)$|\.tofutest\.(hcl|json)$/i;
function requireCarriable(path, where) {
  const names3 = path.split("/");
  const refuse2 = (why) => new UserError(`\u201C${path.slice(0, 200)}\u201D cannot be carried: ${why}.`, {
    where,
    next: "carry only files below the root module\u2019s folder that are built while planning"
  });
  if (path.length > 1e3 || /[\\\u0000-\u001f\u007f]/.test(path))
    throw refuse2("its name has characters that paths have not");
  if (names3.some((name2) => name2 === "" || name2 === "." || name2 === "..") || /^[a-z]:/i.test(path)) {
    throw refuse2("it is not a path below the folder");
  }
  if (names3.some((name2) => toolFolders.has(name2.toLowerCase()))) throw refuse2("it is in a folder of the tool or of Git");
  if (configuration.test(names3.at(-1) ?? "")) throw refuse2("its name is one that the tool reads as configuration");
}

// actions/lib/terraform/envelope/files-hash.ts
import { createHash as createHash2 } from "node:crypto";
async function filesHash(tree, paths2) {
  const hash = createHash2("sha256");
  const field2 = (bytes) => {
    const length = Buffer.alloc(8);
    length.writeBigUInt64BE(BigInt(bytes.length));
    hash.update(length).update(bytes);
  };
  const text2 = (value) => field2(Buffer.from(value, "utf8"));
  text2("seaworthy files v1");
  const write2 = async (path) => {
    const entry = await tree.read(path);
    text2(path);
    if (entry.type === "file") {
      text2(tree.files.get(path)?.mode ?? "file");
      field2(entry.bytes);
      return;
    }
    text2(entry.type);
    if (entry.type === "refused") throw new UserError(`${path} cannot be read: ${entry.reason}.`, { where: path });
    if (entry.type !== "link") return;
    text2(entry.target);
    if (tree.files.has(entry.target)) await write2(entry.target);
  };
  const sorted = [...new Set(paths2)].sort();
  for (const path of sorted) await write2(path);
  return hash.digest("hex");
}

// actions/lib/terraform/envelope/plan-state.ts
import { createHash as createHash3 } from "node:crypto";

// node_modules/fflate/esm/index.mjs
import { createRequire } from "module";
var require2 = createRequire("/");
var _a;
var Worker;
var isMarkedAsUntransferable;
try {
  _a = require2("worker_threads"), Worker = _a.Worker, isMarkedAsUntransferable = _a.isMarkedAsUntransferable;
} catch (e) {
}
var u8 = Uint8Array;
var u16 = Uint16Array;
var i32 = Int32Array;
var fleb = new u8([
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
  /* unused */
  0,
  0,
  /* impossible */
  0
]);
var fdeb = new u8([
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
  /* unused */
  0,
  0
]);
var clim = new u8([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);
var freb = function(eb, start2) {
  var b = new u16(31);
  for (var i3 = 0; i3 < 31; ++i3) {
    b[i3] = start2 += 1 << eb[i3 - 1];
  }
  var r = new i32(b[30]);
  for (var i3 = 1; i3 < 30; ++i3) {
    for (var j = b[i3]; j < b[i3 + 1]; ++j) {
      r[j] = j - b[i3] << 5 | i3;
    }
  }
  return { b, r };
};
var _a = freb(fleb, 2);
var fl = _a.b;
var revfl = _a.r;
fl[28] = 258, revfl[258] = 28;
var _b = freb(fdeb, 0);
var fd = _b.b;
var revfd = _b.r;
var rev = new u16(32768);
for (i2 = 0; i2 < 32768; ++i2) {
  x = (i2 & 43690) >> 1 | (i2 & 21845) << 1;
  x = (x & 52428) >> 2 | (x & 13107) << 2;
  x = (x & 61680) >> 4 | (x & 3855) << 4;
  rev[i2] = ((x & 65280) >> 8 | (x & 255) << 8) >> 1;
}
var x;
var i2;
var hMap = (function(cd, mb, r) {
  var s = cd.length;
  var i3 = 0;
  var l = new u16(mb);
  for (; i3 < s; ++i3) {
    if (cd[i3])
      ++l[cd[i3] - 1];
  }
  var le = new u16(mb);
  for (i3 = 1; i3 < mb; ++i3) {
    le[i3] = le[i3 - 1] + l[i3 - 1] << 1;
  }
  var co;
  if (r) {
    co = new u16(1 << mb);
    var rvb = 15 - mb;
    for (i3 = 0; i3 < s; ++i3) {
      if (cd[i3]) {
        var sv = i3 << 4 | cd[i3];
        var r_1 = mb - cd[i3];
        var v = le[cd[i3] - 1]++ << r_1;
        for (var m = v | (1 << r_1) - 1; v <= m; ++v) {
          co[rev[v] >> rvb] = sv;
        }
      }
    }
  } else {
    co = new u16(s);
    for (i3 = 0; i3 < s; ++i3) {
      if (cd[i3]) {
        co[i3] = rev[le[cd[i3] - 1]++] >> 15 - cd[i3];
      }
    }
  }
  return co;
});
var flt = new u8(288);
for (i2 = 0; i2 < 144; ++i2)
  flt[i2] = 8;
var i2;
for (i2 = 144; i2 < 256; ++i2)
  flt[i2] = 9;
var i2;
for (i2 = 256; i2 < 280; ++i2)
  flt[i2] = 7;
var i2;
for (i2 = 280; i2 < 288; ++i2)
  flt[i2] = 8;
var i2;
var fdt = new u8(32);
for (i2 = 0; i2 < 32; ++i2)
  fdt[i2] = 5;
var i2;
var flrm = /* @__PURE__ */ hMap(flt, 9, 1);
var fdrm = /* @__PURE__ */ hMap(fdt, 5, 1);
var max = function(a) {
  var m = a[0];
  for (var i3 = 1; i3 < a.length; ++i3) {
    if (a[i3] > m)
      m = a[i3];
  }
  return m;
};
var bits = function(d, p, m) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8) >> (p & 7) & m;
};
var bits16 = function(d, p) {
  var o = p / 8 | 0;
  return (d[o] | d[o + 1] << 8 | d[o + 2] << 16) >> (p & 7);
};
var shft = function(p) {
  return (p + 7) / 8 | 0;
};
var slc = function(v, s, e) {
  if (s == null || s < 0)
    s = 0;
  if (e == null || e > v.length)
    e = v.length;
  return new u8(v.subarray(s, e));
};
var ec = [
  "unexpected EOF",
  "invalid block type",
  "invalid length/literal",
  "invalid distance",
  "stream finished",
  "no stream handler",
  ,
  // determined by compression function
  "no callback",
  "invalid UTF-8 data",
  "extra field too long",
  "date not in range 1980-2099",
  "filename too long",
  "stream finishing",
  "invalid zip data"
  // determined by unknown compression method
];
var err2 = function(ind, msg, nt) {
  var e = new Error(msg || ec[ind]);
  e.code = ind;
  if (Error.captureStackTrace)
    Error.captureStackTrace(e, err2);
  if (!nt)
    throw e;
  return e;
};
var inflt = function(dat, st, buf, dict) {
  var sl = dat.length, dl = dict ? dict.length : 0;
  if (!sl || st.f && !st.l)
    return buf || new u8(0);
  var noBuf = !buf;
  var resize = noBuf || st.i != 2;
  var noSt = st.i;
  if (noBuf)
    buf = new u8(sl * 3);
  var cbuf = function(l2) {
    var bl = buf.length;
    if (l2 > bl) {
      var nbuf = new u8(Math.max(bl * 2, l2));
      nbuf.set(buf);
      buf = nbuf;
    }
  };
  var final = st.f || 0, pos = st.p || 0, bt = st.b || 0, lm = st.l, dm = st.d, lbt = st.m, dbt = st.n;
  var tbts = sl * 8;
  do {
    if (!lm) {
      final = bits(dat, pos, 1);
      var type = bits(dat, pos + 1, 3);
      pos += 3;
      if (!type) {
        var s = shft(pos) + 4, l = dat[s - 4] | dat[s - 3] << 8, t = s + l;
        if (t > sl) {
          if (noSt)
            err2(0);
          break;
        }
        if (resize)
          cbuf(bt + l);
        buf.set(dat.subarray(s, t), bt);
        st.b = bt += l, st.p = pos = t * 8, st.f = final;
        continue;
      } else if (type == 1)
        lm = flrm, dm = fdrm, lbt = 9, dbt = 5;
      else if (type == 2) {
        var hLit = bits(dat, pos, 31) + 257, hcLen = bits(dat, pos + 10, 15) + 4;
        var tl = hLit + bits(dat, pos + 5, 31) + 1;
        pos += 14;
        var ldt = new u8(tl);
        var clt = new u8(19);
        for (var i3 = 0; i3 < hcLen; ++i3) {
          clt[clim[i3]] = bits(dat, pos + i3 * 3, 7);
        }
        pos += hcLen * 3;
        var clb = max(clt), clbmsk = (1 << clb) - 1;
        var clm = hMap(clt, clb, 1);
        for (var i3 = 0; i3 < tl; ) {
          var r = clm[bits(dat, pos, clbmsk)];
          pos += r & 15;
          var s = r >> 4;
          if (s < 16) {
            ldt[i3++] = s;
          } else {
            var c = 0, n = 0;
            if (s == 16)
              n = 3 + bits(dat, pos, 3), pos += 2, c = ldt[i3 - 1];
            else if (s == 17)
              n = 3 + bits(dat, pos, 7), pos += 3;
            else if (s == 18)
              n = 11 + bits(dat, pos, 127), pos += 7;
            while (n--)
              ldt[i3++] = c;
          }
        }
        var lt = ldt.subarray(0, hLit), dt = ldt.subarray(hLit);
        lbt = max(lt);
        dbt = max(dt);
        lm = hMap(lt, lbt, 1);
        dm = hMap(dt, dbt, 1);
      } else
        err2(1);
      if (pos > tbts) {
        if (noSt)
          err2(0);
        break;
      }
    }
    if (resize)
      cbuf(bt + 131072);
    var lms = (1 << lbt) - 1, dms = (1 << dbt) - 1;
    var lpos = pos;
    for (; ; lpos = pos) {
      var c = lm[bits16(dat, pos) & lms], sym = c >> 4;
      pos += c & 15;
      if (pos > tbts) {
        if (noSt)
          err2(0);
        break;
      }
      if (!c)
        err2(2);
      if (sym < 256)
        buf[bt++] = sym;
      else if (sym == 256) {
        lpos = pos, lm = null;
        break;
      } else {
        var add = sym - 254;
        if (sym > 264) {
          var i3 = sym - 257, b = fleb[i3];
          add = bits(dat, pos, (1 << b) - 1) + fl[i3];
          pos += b;
        }
        var d = dm[bits16(dat, pos) & dms], dsym = d >> 4;
        if (!d)
          err2(3);
        pos += d & 15;
        var dt = fd[dsym];
        if (dsym > 3) {
          var b = fdeb[dsym];
          dt += bits16(dat, pos) & (1 << b) - 1, pos += b;
        }
        if (pos > tbts) {
          if (noSt)
            err2(0);
          break;
        }
        if (resize)
          cbuf(bt + 131072);
        var end = bt + add;
        if (bt < dt) {
          var shift = dl - dt, dend = Math.min(dt, end);
          if (shift + bt < 0)
            err2(3);
          for (; bt < dend; ++bt)
            buf[bt] = dict[shift + bt];
        }
        for (; bt < end; ++bt)
          buf[bt] = buf[bt - dt];
      }
    }
    st.l = lm, st.p = lpos, st.b = bt, st.f = final;
    if (lm)
      final = 1, st.m = lbt, st.d = dm, st.n = dbt;
  } while (!final);
  return bt != buf.length && noBuf ? slc(buf, 0, bt) : buf.subarray(0, bt);
};
var et = /* @__PURE__ */ new u8(0);
var b2 = function(d, b) {
  return d[b] | d[b + 1] << 8;
};
var b4 = function(d, b) {
  return (d[b] | d[b + 1] << 8 | d[b + 2] << 16 | d[b + 3] << 24) >>> 0;
};
var b8 = function(d, b) {
  return b4(d, b) + b4(d, b + 4) * 4294967296;
};
function inflateSync(data2, opts) {
  return inflt(data2, { i: 2 }, opts && opts.out, opts && opts.dictionary);
}
var td = typeof TextDecoder != "undefined" && /* @__PURE__ */ new TextDecoder();
var tds = 0;
try {
  td.decode(et, { stream: true });
  tds = 1;
} catch (e) {
}
var dutf8 = function(d) {
  for (var r = "", i3 = 0; ; ) {
    var c = d[i3++];
    var eb = (c > 127) + (c > 223) + (c > 239);
    if (i3 + eb > d.length)
      return { s: r, r: slc(d, i3 - 1) };
    if (!eb)
      r += String.fromCharCode(c);
    else if (eb == 3) {
      c = ((c & 15) << 18 | (d[i3++] & 63) << 12 | (d[i3++] & 63) << 6 | d[i3++] & 63) - 65536, r += String.fromCharCode(55296 | c >> 10, 56320 | c & 1023);
    } else if (eb & 1)
      r += String.fromCharCode((c & 31) << 6 | d[i3++] & 63);
    else
      r += String.fromCharCode((c & 15) << 12 | (d[i3++] & 63) << 6 | d[i3++] & 63);
  }
};
function strFromU8(dat, latin1) {
  if (latin1) {
    var r = "";
    for (var i3 = 0; i3 < dat.length; i3 += 16384)
      r += String.fromCharCode.apply(null, dat.subarray(i3, i3 + 16384));
    return r;
  } else if (td) {
    return td.decode(dat);
  } else {
    var _a2 = dutf8(dat), s = _a2.s, r = _a2.r;
    if (r.length)
      err2(8);
    return s;
  }
}
var slzh = function(d, b) {
  return b + 30 + b2(d, b + 26) + b2(d, b + 28);
};
var zh = function(d, b, z) {
  var fnl = b2(d, b + 28), efl = b2(d, b + 30), fn = strFromU8(d.subarray(b + 46, b + 46 + fnl), !(b2(d, b + 8) & 2048)), es = b + 46 + fnl;
  var _a2 = z64hs(d, es, efl, z, b4(d, b + 20), b4(d, b + 24), b4(d, b + 42)), sc = _a2[0], su = _a2[1], off = _a2[2];
  return [b2(d, b + 10), sc, su, fn, es + efl + b2(d, b + 32), off];
};
var z64hs = function(d, b, l, z, sc, su, off) {
  var nsc = sc == 4294967295, nsu = su == 4294967295, noff = off == 4294967295, e = b + l;
  var nf = nsc + nsu + noff;
  if (z && nf) {
    for (; b + 4 < e; b += 4 + b2(d, b + 2)) {
      if (b2(d, b) == 1) {
        return [
          nsc ? b8(d, b + 4 + 8 * nsu) : sc,
          nsu ? b8(d, b + 4) : su,
          noff ? b8(d, b + 4 + 8 * (nsu + nsc)) : off,
          1
        ];
      }
    }
    if (z < 2)
      err2(13);
  }
  return [sc, su, off, 0];
};
function unzipSync(data2, opts) {
  var files = {};
  var e = data2.length - 22;
  for (; b4(data2, e) != 101010256; --e) {
    if (!e || data2.length - e > 65558)
      err2(13);
  }
  ;
  var c = b2(data2, e + 8);
  if (!c)
    return {};
  var o = b4(data2, e + 16);
  var z = b4(data2, e - 20) == 117853008;
  if (z) {
    var ze = b4(data2, e - 12);
    z = b4(data2, ze) == 101075792;
    if (z) {
      c = b4(data2, ze + 32);
      o = b4(data2, ze + 48);
    }
  }
  var fltr = opts && opts.filter;
  for (var i3 = 0; i3 < c; ++i3) {
    var _a2 = zh(data2, o, z), c_2 = _a2[0], sc = _a2[1], su = _a2[2], fn = _a2[3], no = _a2[4], off = _a2[5], b = slzh(data2, off);
    o = no;
    if (!fltr || fltr({
      name: fn,
      size: sc,
      originalSize: su,
      compression: c_2
    })) {
      if (!c_2)
        files[fn] = slc(data2, b, b + sc);
      else if (c_2 == 8)
        files[fn] = inflateSync(data2.subarray(b, b + sc), { out: new u8(su) });
      else
        err2(14, "unknown compression type " + c_2);
    }
  }
  return files;
}

// actions/lib/terraform/envelope/plan-state.ts
var maxPlanBytes = 256 * 1024 * 1024;
var maxEntries = 2e4;
var maxEntryBytes = 256 * 1024 * 1024;
function readPlanFile(bytes, where) {
  const refuse2 = (what) => new UserError(what, { where, next: "plan again" });
  if (bytes.length > maxPlanBytes) {
    throw refuse2(`The plan file has ${bytes.length} bytes; at most ${maxPlanBytes} are read.`);
  }
  if (bytes[0] === 123) return readJsonFile(bytes, refuse2);
  const entries = unpack(bytes, refuse2);
  const plan = entries.tfplan;
  if (plan === void 0) throw refuse2("This is no plan file: it is a zip without a plan.");
  const lock = entries[".terraform.lock.hcl"];
  const version = planVersion(plan);
  const state = entries.tfstate === void 0 ? void 0 : stateOf2(entries.tfstate, refuse2);
  return {
    type: "readable",
    ...state && { state },
    ...lock && { lockHash: createHash3("sha256").update(lock).digest("hex") },
    ...version !== void 0 && { toolVersion: version }
  };
}
function readJsonFile(bytes, refuse2) {
  let data2;
  try {
    data2 = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw refuse2("This is no plan file.");
  }
  if (typeof data2 === "object" && data2 !== null) {
    if (Object.hasOwn(data2, "encrypted_data")) return { type: "encrypted" };
    if (Object.hasOwn(data2, "remote_plan_format")) {
      throw refuse2("The plan was made and is kept by HCP Terraform; the file only names it.");
    }
  }
  throw refuse2("This is no plan file.");
}
var wanted = ["tfplan", "tfstate", ".terraform.lock.hcl"];
function unpack(bytes, refuse2) {
  let count2 = 0;
  const seen = /* @__PURE__ */ new Set();
  const filter = ({ name: name2, originalSize, size }) => {
    count2 += 1;
    if (count2 > maxEntries) throw refuse2(`The plan file has more than ${maxEntries} entries.`);
    if (!wanted.includes(name2)) return false;
    if (seen.has(name2)) throw refuse2(`The plan file has ${name2} twice.`);
    seen.add(name2);
    if (originalSize > maxEntryBytes || size > bytes.length) {
      throw refuse2(
        `${name2} in the plan file says that it has ${originalSize} bytes; at most ${maxEntryBytes} are read.`
      );
    }
    return true;
  };
  try {
    return unzipSync(bytes, { filter });
  } catch (error) {
    throw error instanceof UserError ? error : refuse2("This is no plan file: it cannot be unpacked.");
  }
}
function stateOf2(bytes, refuse2) {
  let data2;
  try {
    data2 = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse2("The state inside the plan file cannot be read.");
  }
  const { lineage, serial } = data2 ?? {};
  if (typeof lineage !== "string" || typeof serial !== "number" || !Number.isSafeInteger(serial) || serial < 0) {
    throw refuse2("The state inside the plan file has no lineage and serial.");
  }
  return lineage === "" ? void 0 : { lineage, serial };
}
var versionField = 14;
function planVersion(bytes) {
  let at = 0;
  const varint = () => {
    let value = 0;
    for (let shift = 0; shift < 35; shift += 7) {
      const byte = bytes[at++];
      if (byte === void 0) return void 0;
      value += (byte & 127) * 2 ** shift;
      if (byte < 128) return value;
    }
    while ((bytes[at++] ?? 0) >= 128) ;
    return value;
  };
  while (at < bytes.length) {
    const tag = varint();
    if (tag === void 0) return void 0;
    const type = tag & 7;
    if (type === 0) varint();
    else if (type === 1) at += 8;
    else if (type === 5) at += 4;
    else if (type === 2) {
      const length = varint();
      if (length === void 0 || at + length > bytes.length) return void 0;
      if (Math.floor(tag / 8) === versionField) {
        const text2 = Buffer.from(bytes.buffer, bytes.byteOffset + at, length).toString("utf8");
        return /^[\w.+-]{1,64}$/.test(text2) ? text2 : void 0;
      }
      at += length;
    } else return void 0;
  }
  return void 0;
}

// actions/lib/terraform/envelope/seal.ts
import { createCipheriv, randomBytes } from "node:crypto";

// actions/lib/terraform/envelope/check-envelope.ts
var maxText = 4096;
var maxContents = 2e3;
var maxGuards = 1e4;
var printable = /^[^\p{Cc}\p{Zl}\p{Zp}]+$/u;
function checkEnvelope(data2, where) {
  const refuse2 = (field2, demand) => new UserError(`The description of the sealed plan is not usable: ${field2} is not ${demand}.`, {
    where,
    next: "plan and apply with one version of Seaworthy"
  });
  const fieldsOf = (value, field2) => {
    if (typeof value === "object" && value !== null && !Array.isArray(value)) return value;
    throw refuse2(field2, "an object");
  };
  const all = fieldsOf(data2, "it");
  const own4 = (fields, name2) => Object.hasOwn(fields, name2) ? fields[name2] : void 0;
  const text2 = (fields, name2, pattern2 = printable, demand = "a text") => {
    const value = own4(fields, name2);
    if (typeof value === "string" && value.length <= maxText && pattern2.test(value)) return value;
    throw refuse2(name2, demand);
  };
  const optional = (fields, name2, read) => own4(fields, name2) === void 0 ? {} : { [name2]: read() };
  const number3 = (fields, name2) => {
    const value = own4(fields, name2);
    if (typeof value === "number" && Number.isSafeInteger(value) && value >= 0) return value;
    throw refuse2(name2, "a whole number");
  };
  const list2 = (name2, limit) => {
    const value = own4(all, name2);
    if (Array.isArray(value) && value.length <= limit) return value.map((item) => fieldsOf(item, `an entry of ${name2}`));
    throw refuse2(name2, `a list of at most ${limit} entries`);
  };
  const sha256 = (name2) => text2(all, name2, /^[0-9a-f]{64}$/, "a SHA-256 in hexadecimal");
  const commit = (name2) => text2(all, name2, /^([0-9a-f]{40}|[0-9a-f]{64})$/, "the id of a commit");
  if (own4(all, "format") !== 1) throw refuse2("format", "1");
  const needsApply2 = own4(all, "needsApply");
  if (typeof needsApply2 !== "boolean") throw refuse2("needsApply", "true or false");
  const tool = text2(all, "tool", /^(terraform|tofu)$/, "terraform or tofu");
  const encryption = fieldsOf(own4(all, "encryption"), "encryption");
  const cipher = text2(encryption, "cipher", /^(aes-256-gcm|none)$/, "aes-256-gcm or none");
  const counts = fieldsOf(own4(all, "counts"), "counts");
  const state = own4(all, "state") === void 0 ? void 0 : fieldsOf(own4(all, "state"), "state");
  return {
    format: 1,
    root: text2(all, "root"),
    path: text2(all, "path"),
    tool: tool === "tofu" ? "tofu" : "terraform",
    toolVersion: text2(all, "toolVersion"),
    workspace: text2(all, "workspace"),
    ...optional(all, "lockHash", () => sha256("lockHash")),
    filesHash: sha256("filesHash"),
    repository: text2(all, "repository", /^[\w.-]+\/[\w.-]+$/, "owner/name"),
    ...optional(all, "base", () => commit("base")),
    head: commit("head"),
    ...optional(all, "pullRequest", () => number3(all, "pullRequest")),
    run: text2(all, "run"),
    runAttempt: text2(all, "runAttempt"),
    workflow: text2(all, "workflow"),
    event: text2(all, "event"),
    createdAt: text2(all, "createdAt", /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/, "a time in UTC"),
    ...state && { state: { lineage: text2(state, "lineage"), serial: number3(state, "serial") } },
    counts: {
      create: number3(counts, "create"),
      update: number3(counts, "update"),
      replace: number3(counts, "replace"),
      delete: number3(counts, "delete"),
      read: number3(counts, "read"),
      forget: number3(counts, "forget"),
      move: number3(counts, "move"),
      import: number3(counts, "import"),
      outputs: number3(counts, "outputs"),
      invoke: number3(counts, "invoke"),
      deferred: number3(counts, "deferred"),
      other: number3(counts, "other"),
      drift: number3(counts, "drift"),
      failedChecks: number3(counts, "failedChecks"),
      unchanged: number3(counts, "unchanged")
    },
    needsApply: needsApply2,
    guards: list2("guards", maxGuards).map((guard) => ({
      guard: text2(guard, "guard"),
      severity: text2(guard, "severity"),
      ...optional(guard, "address", () => text2(guard, "address"))
    })),
    fingerprint: text2(all, "fingerprint"),
    encryption: cipher === "none" ? { cipher: "none" } : { cipher: "aes-256-gcm", keyId: text2(encryption, "keyId", /^[0-9a-f]{8}$/, "eight hexadecimal digits") },
    contents: list2("contents", maxContents).map((part) => ({
      kind: partKind(text2(part, "kind", /^(plan|json|text|carried)$/, "plan, json, text or carried")),
      ...optional(part, "path", () => text2(part, "path")),
      bytes: number3(part, "bytes"),
      ...optional(part, "mode", () => number3(part, "mode"))
    }))
  };
}
var partKind = (kind) => kind === "plan" || kind === "json" || kind === "text" ? kind : "carried";

// actions/lib/terraform/envelope/container.ts
var magic = Buffer.from("SWPLAN\0", "latin1");
var nonceBytes = 12;
var tagBytes = 16;
var maxEnvelopeBytes = 1024 * 1024;
var maxPartBytes = 256 * 1024 * 1024;
function header(envelope) {
  const json = Buffer.from(JSON.stringify(envelope), "utf8");
  if (json.length > maxEnvelopeBytes) throw tooLarge(json.length, envelope.root);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(json.length);
  return Buffer.concat([magic, length, json]);
}
var tooLarge = (bytes, where) => new UserError(`The description of a plan has ${bytes} bytes; at most ${maxEnvelopeBytes} are read.`, { where });
function partBytes(contents, where) {
  const total = contents.reduce((sum, { bytes }) => sum + bytes, 0);
  if (total <= maxPartBytes) return total;
  throw new UserError(`A plan with its files has ${total} bytes; at most ${maxPartBytes} are carried.`, {
    where,
    next: "carry fewer files, or plan in smaller roots"
  });
}
function readContainer(bytes, where) {
  const refuse2 = (what, next = "plan again, and take the artifact as it was uploaded") => new UserError(what, { where, next });
  const data2 = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!data2.subarray(0, 6).equals(magic.subarray(0, 6))) throw refuse2("This is not a plan that Seaworthy has sealed.");
  if (data2.length < magic.length + 4) throw refuse2("The sealed plan is cut off.");
  if (!data2.subarray(0, 8).equals(magic)) {
    throw refuse2("The sealed plan is in a format that this version does not know.", "plan and apply with one version");
  }
  const length = data2.readUInt32BE(magic.length);
  if (length > maxEnvelopeBytes) throw tooLarge(length, where);
  const start2 = magic.length + 4;
  const end = start2 + length;
  if (data2.length < end) throw refuse2("The sealed plan is cut off.");
  const envelope = checkEnvelope(parse(data2.subarray(start2, end), refuse2), where);
  const sealed = envelope.encryption.cipher === "none" ? 0 : nonceBytes + tagBytes;
  const expected = end + sealed + partBytes(envelope.contents, where);
  if (data2.length !== expected) {
    throw refuse2(
      data2.length < expected ? "The sealed plan is cut off." : `The sealed plan has ${data2.length - expected} bytes too many.`
    );
  }
  const body2 = end + sealed;
  const nonceEnd = Math.min(end + nonceBytes, body2);
  return {
    envelope,
    associated: data2.subarray(0, end),
    nonce: data2.subarray(end, nonceEnd),
    tag: data2.subarray(nonceEnd, body2),
    body: data2.subarray(body2)
  };
}
function parse(bytes, refuse2) {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    throw refuse2("The description of the sealed plan is not JSON.");
  }
}

// actions/lib/terraform/envelope/seal.ts
function sealPlan({ envelope, parts: parts2, key }) {
  const complete = checkEnvelope(
    {
      ...envelope,
      format: 1,
      encryption: key === "unencrypted" ? { cipher: "none" } : { cipher: "aes-256-gcm", keyId: key.id },
      contents: parts2.map(({ bytes, ...part }) => ({ ...part, bytes: bytes.length }))
    },
    envelope.root
  );
  requirePlan(complete);
  partBytes(complete.contents, envelope.root);
  const associated = header(complete);
  if (key === "unencrypted") return Buffer.concat([associated, ...parts2.map(({ bytes }) => bytes)]);
  const nonce = randomBytes(nonceBytes);
  const cipher = createCipheriv("aes-256-gcm", key.encryption, nonce);
  cipher.setAAD(associated);
  const body2 = parts2.map(({ bytes }) => cipher.update(bytes));
  body2.push(cipher.final());
  return Buffer.concat([associated, nonce, cipher.getAuthTag(), ...body2]);
}
function requirePlan({ contents, root }) {
  const names3 = contents.map(({ kind, path }) => kind === "carried" ? `the file ${path}` : `the ${kind}`);
  const twice = names3.find((name2, index) => names3.indexOf(name2) !== index);
  if (twice !== void 0) throw new UserError(`A sealed plan has ${twice} twice.`, { where: root });
  if (!names3.includes("the plan")) throw new UserError("A sealed plan has no plan inside.", { where: root });
}

// actions/lib/terraform/planning/lock-hash.ts
import { createHash as createHash4 } from "node:crypto";
async function lockHashOf(tree, { lockFile }) {
  if (lockFile === void 0) return void 0;
  const entry = await tree.read(lockFile);
  const target = entry.type === "link" ? await tree.read(entry.target) : entry;
  return target.type === "file" ? createHash4("sha256").update(target.bytes).digest("hex") : void 0;
}

// actions/lib/terraform/redact/automaton.ts
var maxUnits = 6 * 1024 * 1024;
function buildAutomaton(needles) {
  const total = needles.reduce((sum, { text: text2 }) => sum + text2.length, 0);
  if (total > maxUnits) {
    throw new UserError(`The secret values have ${total} characters; at most ${maxUnits} can be looked for.`, {
      next: "keep large files out of sensitive values"
    });
  }
  const edges = edgeTable(total);
  const depth = new Uint16Array(total + 1);
  const parent = new Int32Array(total + 1);
  const unitOf = new Uint16Array(total + 1);
  const ends = new Uint8Array(total + 1);
  let count2 = 1;
  for (const { text: text2, wholeWord } of needles) {
    let node = 0;
    for (let index = 0; index < text2.length; index += 1) {
      const unit = text2.charCodeAt(index);
      let next = edges.get(node, unit);
      if (next < 0) {
        next = count2++;
        edges.set(node, unit, next);
        depth[next] = index + 1;
        parent[next] = node;
        unitOf[next] = unit;
      }
      node = next;
    }
    if (node !== 0) ends[node] = Math.max(ends[node], wholeWord ? 1 : 2);
  }
  const fail = new Int32Array(count2);
  const output = new Int32Array(count2);
  for (const node of byDepth(depth, count2)) {
    if (node === 0) continue;
    let back = parent[node];
    let target = -1;
    while (target < 0 && back !== 0) {
      back = fail[back];
      target = edges.get(back, unitOf[node]);
    }
    fail[node] = target < 0 ? 0 : target;
    output[node] = ends[node] ? node : output[fail[node]];
  }
  const { set, mask } = beginnings(needles);
  const scan = (units, found) => {
    const filtered = units.length - gram;
    let node = 0;
    let rolling = 0;
    for (let index = 0; index < gram - 1; index += 1) rolling = roll(rolling, units[index] ?? 0);
    for (let index = 0; index < units.length; index += 1) {
      rolling = roll(rolling, index <= filtered ? units[index + gram - 1] : 0);
      if (node === 0 && index <= filtered) {
        const slot = slotOf(rolling) & mask;
        if ((set[slot >>> 5] & 1 << (slot & 31)) === 0) continue;
      }
      const unit = units[index];
      let next = edges.get(node, unit);
      while (next < 0 && node !== 0) {
        node = fail[node];
        next = edges.get(node, unit);
      }
      node = Math.max(0, next);
      for (let needle = output[node]; needle !== 0; needle = output[fail[needle]]) {
        const start2 = index + 1 - depth[needle];
        if (ends[needle] === 1 && (isWord(units[start2 - 1]) || isWord(units[index + 1]))) continue;
        found(start2, index + 1);
        break;
      }
    }
    return depth[node];
  };
  return { scan, shortest: needles.reduce((least, { text: text2 }) => Math.min(least, text2.length), Number.POSITIVE_INFINITY) };
}
var gram = 4;
var roll = (before, unit) => before << 8 ^ unit;
var slotOf = (rolling) => {
  const mixed = Math.imul(rolling, 2654435761);
  return mixed ^ mixed >>> 15;
};
function beginnings(needles) {
  let bits2 = 1024;
  while (bits2 < needles.length * 64) bits2 *= 2;
  const set = new Uint32Array(bits2 / 32);
  for (const { text: text2 } of needles) {
    let rolling = 0;
    for (let index = 0; index < gram; index += 1) rolling = roll(rolling, text2.charCodeAt(index));
    const slot = slotOf(rolling) & bits2 - 1;
    set[slot >>> 5] = set[slot >>> 5] | 1 << (slot & 31);
  }
  return { set, mask: bits2 - 1 };
}
var isWord = (unit) => unit !== void 0 && (unit >= 48 && unit <= 57 || unit >= 65 && unit <= 90 || unit === 95 || unit >= 97 && unit <= 122);
function byDepth(depth, count2) {
  const starts = new Int32Array(65537);
  for (let node = 0; node < count2; node += 1) starts[depth[node] + 1]++;
  for (let index = 1; index < starts.length; index += 1) starts[index] += starts[index - 1];
  const sorted = new Int32Array(count2);
  for (let node = 0; node < count2; node += 1) sorted[starts[depth[node]]++] = node;
  return sorted;
}
function edgeTable(edges) {
  let size = 16;
  while (size < edges * 2) size *= 2;
  const mask = size - 1;
  const nodes = new Int32Array(size);
  const units = new Uint16Array(size);
  const targets = new Int32Array(size);
  const slotOf2 = (node, unit) => {
    let hash = Math.imul(node, 2654435761) ^ Math.imul(unit, 2246822507);
    hash = Math.imul(hash ^ hash >>> 15, 739982445);
    let slot = (hash ^ hash >>> 13) & mask;
    while (targets[slot] !== 0 && (nodes[slot] !== node || units[slot] !== unit)) slot = slot + 1 & mask;
    return slot;
  };
  return {
    /** Below zero where there is none; no edge leads to the root. */
    get: (node, unit) => targets[slotOf2(node, unit)] || -1,
    set: (node, unit, target) => {
      const slot = slotOf2(node, unit);
      nodes[slot] = node;
      units[slot] = unit;
      targets[slot] = target;
    }
  };
}

// actions/lib/terraform/redact/views.ts
var startOf = (view, index) => view.from?.[index] ?? index;
var endOf = (view, index) => view.to?.[index] ?? index + 1;
function plainView(text2) {
  const units = new Uint16Array(text2.length);
  for (let index = 0; index < text2.length; index += 1) units[index] = text2.charCodeAt(index);
  return { units };
}
var backslash = 92;
var percent = 37;
var plus = 43;
var dollar = 36;
var brace = 123;
var separator = 0;
function writer(view, capacity) {
  const units = new Uint16Array(capacity);
  const from = new Int32Array(capacity);
  const to = new Int32Array(capacity);
  let length = 0;
  return {
    /** A unit that stands for those from `first` to `last` of the view, both included. */
    add: (unit, first, last) => {
      units[length] = unit;
      from[length] = startOf(view, first);
      to[length] = endOf(view, last);
      length += 1;
    },
    view: () => ({
      units: units.subarray(0, length),
      from: from.subarray(0, length),
      to: to.subarray(0, length)
    })
  };
}
var hexDigit = new Int8Array(65536).fill(-1);
var base64Digit = new Int8Array(65536).fill(-1);
for (const [index, digit] of [..."0123456789abcdef"].entries()) {
  hexDigit[digit.charCodeAt(0)] = index;
  hexDigit[digit.toUpperCase().charCodeAt(0)] = index;
}
for (const [index, digit] of [..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].entries()) {
  base64Digit[digit.charCodeAt(0)] = index;
}
base64Digit["-".charCodeAt(0)] = 62;
base64Digit["_".charCodeAt(0)] = 63;
var escapeUnits = new Int32Array(65536).fill(-1);
for (const [letter, meant] of [
  ["n", "\n"],
  ["r", "\r"],
  ["t", "	"],
  ["b", "\b"],
  ["f", "\f"],
  ["v", "\v"],
  ["a", "\x07"],
  ["0", "\0"],
  ['"', '"'],
  ["'", "'"],
  ["/", "/"],
  ["\\", "\\"]
]) {
  escapeUnits[letter.charCodeAt(0)] = meant.charCodeAt(0);
}
function hexNumber(units, start2, digits) {
  let number3 = 0;
  for (let index = start2; index < start2 + digits; index += 1) {
    const digit = index < units.length ? hexDigit[units[index]] : -1;
    if (digit < 0) return -1;
    number3 = number3 * 16 + digit;
  }
  return number3;
}
function unescapedView(view) {
  const { units } = view;
  if (!units.includes(backslash)) return void 0;
  const out2 = writer(view, units.length);
  for (let index = 0; index < units.length; ) {
    const unit = units[index];
    const next = units[index + 1];
    if (unit === backslash && next !== void 0) {
      const simple = escapeUnits[next];
      if (simple >= 0) {
        out2.add(simple, index, index + 1);
        index += 2;
        continue;
      }
      const digits = next === 117 ? 4 : next === 120 ? 2 : next === 85 ? 8 : 0;
      const code2 = digits === 0 ? -1 : hexNumber(units, index + 2, digits);
      if (code2 >= 0 && code2 <= 1114111) {
        const last = index + 1 + digits;
        for (const char of String.fromCodePoint(code2).split("")) out2.add(char.charCodeAt(0), index, last);
        index = last + 1;
        continue;
      }
    }
    out2.add(unit, index, index);
    index += 1;
  }
  return out2.view();
}
function templateView(view) {
  const { units } = view;
  const isDoubled = (index) => (units[index] === dollar || units[index] === percent) && units[index + 1] === units[index] && units[index + 2] === brace;
  let at = units.indexOf(brace, 2);
  while (at >= 0 && !isDoubled(at - 2)) at = units.indexOf(brace, at + 1);
  if (at < 0) return void 0;
  const out2 = writer(view, units.length);
  for (let index = 0; index < units.length; index += 1) {
    const first = index;
    if (isDoubled(index)) index += 1;
    out2.add(units[index], first, index);
  }
  return out2.view();
}
function percentView(view, plusIsSpace) {
  const { units } = view;
  if (!units.includes(plusIsSpace ? plus : percent)) return void 0;
  const out2 = writer(view, units.length);
  for (let index = 0; index < units.length; ) {
    const unit = units[index];
    const byte = unit === percent ? hexNumber(units, index + 1, 2) : -1;
    const last = byte < 0 ? index : index + 2;
    out2.add(byte < 0 ? unit === plus && plusIsSpace ? 32 : unit : byte, index, last);
    index = last + 1;
  }
  return out2.view();
}
var wrappedLine = 56;
function base64Runs(view, minRun) {
  const { units } = view;
  let out2;
  for (let index = 0; index < units.length; ) {
    if (base64Digit[units[index]] < 0) {
      index += 1;
      continue;
    }
    const spans = [];
    let end = index;
    let total = 0;
    for (; ; ) {
      const start2 = end;
      while (end < units.length && base64Digit[units[end]] >= 0) end += 1;
      spans.push([start2, end]);
      total += end - start2;
      const next = end - start2 >= wrappedLine ? afterLineBreak(units, end) : void 0;
      if (next === void 0 || (base64Digit[units[next]] ?? -1) < 0) break;
      end = next;
    }
    let padded = end;
    while (padded < units.length && padded < end + 2 && units[padded] === 61) padded += 1;
    if (total >= minRun) {
      out2 ??= writer(view, units.length + 1);
      for (const [start2, stop2] of spans) {
        for (let at = start2; at < stop2; at += 1) {
          out2.add(base64Digit[units[at]], at, at === end - 1 ? padded - 1 : at);
        }
      }
      if (padded < units.length) out2.add(runEnd, padded - 1, padded - 1);
    }
    index = Math.max(padded, end);
  }
  return out2?.view();
}
var runEnd = 64;
function afterLineBreak(units, index) {
  const newline = units[index] === 13 ? index + 1 : index;
  if (units[newline] !== 10) return void 0;
  let next = newline + 1;
  while (units[next] === 32 || units[next] === 9) next += 1;
  return next;
}
function base64View(runs, skipped) {
  const { units } = runs;
  const out2 = writer(runs, units.length);
  let bits2 = 0;
  let held = 0;
  let skip = skipped;
  for (let index = 0; index < units.length; index += 1) {
    const digit = units[index];
    if (digit === runEnd) {
      out2.add(separator, index, index);
      bits2 = 0;
      held = 0;
      skip = skipped;
    } else if (skip > 0) {
      skip -= 1;
    } else {
      held = (held << 6 | digit) & 65535;
      bits2 += 6;
      if (bits2 < 8) continue;
      bits2 -= 8;
      out2.add(held >> bits2 & 255, index - 1, index);
    }
  }
  return out2.view();
}
function hexView(view, minRun, skipped) {
  const { units } = view;
  let out2;
  for (let index = 0; index < units.length; ) {
    if (hexDigit[units[index]] < 0) {
      index += 1;
      continue;
    }
    const start2 = index;
    while (index < units.length && hexDigit[units[index]] >= 0) index += 1;
    if (index - start2 < minRun) continue;
    out2 ??= writer(view, units.length);
    for (let at = start2 + skipped; at + 1 < index; at += 2) out2.add(hexNumber(units, at, 2), at, at + 1);
    out2.add(separator, index - 1, index - 1);
  }
  return out2?.view();
}

// actions/lib/terraform/redact/coverage.ts
function findSecrets(text2, automaton, leave = []) {
  let edges;
  let pendingFrom = text2.length;
  const scan = (view, mayGoOn = false) => {
    if (view === void 0 || view.units.length < automaton.shortest && !mayGoOn) return;
    const pending = automaton.scan(view.units, (first, end) => {
      const span = widened(startOf(view, first), endOf(view, end - 1), leave);
      if (span === void 0) return;
      edges ??= new Int32Array(text2.length + 1);
      edges[span[0]] = edges[span[0]] + 1;
      edges[span[1]] = edges[span[1]] - 1;
    });
    if (mayGoOn && pending > 0) pendingFrom = Math.min(pendingFrom, startOf(view, view.units.length - pending));
  };
  const scanBase64 = (view, deep) => {
    const runs = base64Runs(view, Math.ceil(automaton.shortest * 4 / 3));
    for (let skipped = 0; runs !== void 0 && skipped < 4; skipped += 1) {
      const bytes = base64View(runs, skipped);
      scan(bytes);
      if (!deep) continue;
      scan(unescapedView(bytes));
      scanBase64(bytes, false);
    }
  };
  const scanPercent = (view) => {
    const decoded = percentView(view, false);
    scan(decoded);
    scan(percentView(view, true));
    if (decoded !== void 0) scanBase64(decoded, false);
  };
  const plain3 = plainView(text2);
  scan(plain3, true);
  scanBase64(plain3, true);
  scanPercent(plain3);
  for (const skipped of [0, 1]) scan(hexView(plain3, automaton.shortest * 2, skipped));
  scan(templateView(plain3), true);
  const once = unescapedView(plain3);
  if (once === void 0) return { edges, pendingFrom };
  scan(once, true);
  scan(templateView(once), true);
  scanBase64(once, false);
  scanPercent(once);
  scan(unescapedView(once), true);
  return { edges, pendingFrom };
}
function widened(start2, end, markers) {
  if (markers.length === 0) return [start2, end];
  let [from, to] = [start2, end];
  let low = 0;
  let high = markers.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (markers[middle][1] > start2) high = middle;
    else low = middle + 1;
  }
  const first = markers[low];
  if (first !== void 0 && first[0] <= start2 && end <= first[1]) return void 0;
  for (let index = low; index < markers.length; index += 1) {
    const [markerStart, markerEnd] = markers[index];
    if (markerStart >= to) break;
    from = Math.min(from, markerStart);
    to = Math.max(to, markerEnd);
  }
  return [from, to];
}

// actions/lib/terraform/redact/sought.ts
var anywhereLength = 8;
var wordLength = 4;
function searchFor(value) {
  const trimmed = value.trim();
  if (trimmed.length < wordLength) return "never";
  if (/^(\S)(?:\s|\1)*$/.test(trimmed)) return "never";
  if (commonWords.has(trimmed.toLowerCase()) || isPublicLine(trimmed)) return "never";
  if ("(sensitive)".includes(trimmed)) return "never";
  return trimmed.length < anywhereLength ? "word" : "anywhere";
}
var isPublicLine = (line) => /^-----(BEGIN|END) [A-Z0-9 ]{1,40}-----$/.test(line);
var commonWords = new Set(
  `true false null none undefined unknown default enabled disabled auto always never optional required
  production staging development testing preview sandbox internal external public private shared common global local
  localhost 127.0.0.1 0.0.0.0 0.0.0.0/0 ::/0 main master latest stable admin administrator root user username password
  secret token name value values type string number bool boolean list object config configuration data json yaml text
  http https postgres postgresql mysql mariadb redis mongodb rabbitmq kubernetes database server client service services
  cluster node nodes region zone europe frankfurt berlin eu-central-1 eu-west-1 us-east-1 us-west-2 de/fra de/txl
  read write readonly readwrite allow deny create update delete apply plan state resource module provider terraform tofu
  3306 5432 6379 5672 8080 8443 9090 9200 27017 1000 1024 2048 4096 8192 3600 86400 65535 65536`.split(/\s+/).filter((word) => word !== "")
);

// actions/lib/terraform/redact/secret-parts.ts
var maxRead = 1024 * 1024;
var maxDepth4 = 4;
var maxParts2 = 2e4;
var secretName = /pass|pwd|secret|token|key|pin|auth|cred|private/i;
function secretParts(value) {
  const found = /* @__PURE__ */ new Set([value]);
  readText(value, found, 0);
  return [...found];
}
function readText(text2, found, depth) {
  if (depth > maxDepth4 || text2.length > maxRead) return;
  const add = (part, name2 = "") => {
    const search = searchFor(part);
    if (search === "never" || search === "word" && !secretName.test(name2)) return;
    if (found.has(part) || found.size >= maxParts2) return;
    found.add(part);
    readText(part, found, depth + 1);
  };
  add(text2.trim());
  const json = parseJson2(text2);
  if (json !== void 0) {
    addLeaves(json, add);
    return;
  }
  const decoded = decodeBase64(text2);
  if (decoded !== void 0) add(decoded);
  const password = urlPassword(text2);
  if (password !== void 0) add(password, "password");
  if (text2.includes("\n")) for (const line of text2.split(/\r?\n|\r/)) addLine(line.trim(), add);
}
function addLine(line, add) {
  const pair = /^(?:- +|export +)?["']?([\w.-]{1,100})["']?(?:: +| *= *|:$)(.*)$/.exec(line);
  if (pair?.[2] === void 0 || /^=*$/.test(pair[2])) {
    if (!/^[\w.-]+:$/.test(line)) add(line);
    return;
  }
  const value = pair[2].replace(/[,;]$/, "").replace(/^(["'])(.*)\1$/, "$2");
  if (!/\s/.test(value) || secretName.test(pair[1] ?? "")) add(value, pair[1]);
}
function addLeaves(json, add) {
  const pending = [[json, ""]];
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    const [value, name2] = next;
    if (typeof value === "string") add(value, name2);
    else if (typeof value === "number") add(String(value), name2);
    else if (Array.isArray(value)) for (const item of value) pending.push([item, name2]);
    else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) pending.push([item, key]);
    }
  }
}
function parseJson2(text2) {
  if (!/^\s*[[{"]/.test(text2)) return void 0;
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}
function decodeBase64(text2) {
  const compact = text2.replace(/\s/g, "");
  if (!/^[\w+/-]{16,}={0,2}$/.test(compact)) return void 0;
  try {
    const decoded = new TextDecoder("utf-8", { fatal: true }).decode(
      Buffer.from(compact.replaceAll("-", "+").replaceAll("_", "/"), "base64")
    );
    return /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/.test(decoded) ? void 0 : decoded;
  } catch {
    return void 0;
  }
}
function urlPassword(text2) {
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:([^\s/@]+)@/i.exec(text2.trim())?.[1];
  try {
    return password === void 0 ? void 0 : decodeURIComponent(password);
  } catch {
    return password;
  }
}

// actions/lib/terraform/redact/needles.ts
var pieceLength = 256;
function needlesFor(values) {
  const needles = /* @__PURE__ */ new Map();
  const add = (text2, wholeWord) => needles.set(text2, wholeWord && needles.get(text2) !== false);
  const distinct = new Set(values);
  for (const part of new Set([...distinct].flatMap(secretParts))) {
    const search = searchFor(part);
    if (search === "never") continue;
    for (const text2 of /* @__PURE__ */ new Set([part, part.trim()])) {
      for (const form of /* @__PURE__ */ new Set([text2, utf8Units(text2)])) {
        for (const piece of pieces(form))
          if (form.length <= pieceLength || searchFor(piece) === "anywhere") add(piece, search === "word");
      }
    }
  }
  return {
    needles: [...needles].map(([text2, wholeWord]) => ({ text: text2, wholeWord })),
    values: [...distinct].filter((value) => searchFor(value) !== "never").length
  };
}
function utf8Units(text2) {
  return /^[\u0000-\u007f]*$/.test(text2) ? text2 : Buffer.from(text2, "utf8").toString("latin1");
}
function pieces(text2) {
  if (text2.length <= pieceLength) return [text2];
  const found = [];
  for (let start2 = 0; start2 < text2.length; start2 += pieceLength) {
    const from = text2.length - start2 < anywhereLength * 2 ? text2.length - anywhereLength * 2 : start2;
    found.push(text2.slice(from, start2 + pieceLength));
  }
  return found;
}

// actions/lib/terraform/redact/redact-stream.ts
var maxHeld = 256 * 1024;
var tail = 32 * 1024;
function redactStream(automaton, redact) {
  let held = "";
  const give = (end) => {
    const shown2 = redact(held.slice(0, end));
    held = held.slice(end);
    return shown2;
  };
  return {
    write: (chunk) => {
      held += chunk;
      const lines = held.lastIndexOf("\n") + 1;
      if (lines > 0) return give(safeCut(held.slice(0, lines), automaton));
      return held.length > maxHeld ? give(safeCut(held, automaton, held.length - tail)) : "";
    },
    end: () => give(held.length)
  };
}
function safeCut(text2, automaton, latest = text2.length) {
  const { edges, pendingFrom } = findSecrets(text2, automaton);
  const cut = Math.max(Math.min(pendingFrom, wrappedBase64From(text2), latest), text2.length - maxHeld);
  const secret2 = edges === void 0 ? void 0 : secretAcross(edges, cut);
  if (secret2 === void 0) return cut;
  return secret2.start === 0 && text2.length > maxHeld ? secret2.end : secret2.start;
}
function wrappedBase64From(text2) {
  const last = text2.slice(-tail);
  const lines = /(?:[\w+/-]{56,}\r?\n[ \t]*)+$/.exec(last)?.[0];
  return text2.length - (lines?.length ?? 0);
}
function secretAcross(edges, place3) {
  let covered = 0;
  let start2 = 0;
  for (let index = 0; index < edges.length; index += 1) {
    const before = covered;
    covered += edges[index];
    if (before === 0 && covered > 0) start2 = index;
    if (before > 0 && covered === 0 && index > place3) return start2 < place3 ? { start: start2, end: index } : void 0;
    if (covered === 0 && index >= place3) return void 0;
  }
  return void 0;
}

// actions/lib/terraform/redact/redactor.ts
var redacted = "(sensitive)";

// actions/lib/terraform/redact/create-redactor.ts
function createRedactor(values) {
  const { needles, values: size } = needlesFor(values);
  if (needles.length === 0) return { text: (text3) => text3, value: (value) => value, size, stream: passOn };
  const automaton = buildAutomaton(needles);
  const text2 = (input) => redactText(input, automaton);
  return {
    text: text2,
    value: (value) => redactValue(value, text2, 0),
    size,
    stream: () => redactStream(automaton, text2)
  };
}
var passOn = () => ({ write: (chunk) => chunk, end: () => "" });
function redactText(input, automaton) {
  if (input.length < automaton.shortest) return input;
  for (let text2 = input; ; ) {
    const { edges } = findSecrets(text2, automaton, markersIn(text2));
    if (edges === void 0) return text2;
    text2 = replaceCovered(text2, edges);
  }
}
function markersIn(text2) {
  const found = [];
  for (let at = text2.indexOf(redacted); at >= 0; at = text2.indexOf(redacted, at + redacted.length)) {
    found.push([at, at + redacted.length]);
  }
  return found;
}
function replaceCovered(text2, edges) {
  const parts2 = [];
  let covered = 0;
  let from = 0;
  for (let index = 0; index <= text2.length; index += 1) {
    const before = covered;
    covered += edges[index];
    if (before === 0 && covered > 0) parts2.push(text2.slice(from, index), redacted);
    else if (before > 0 && covered === 0) from = index;
  }
  parts2.push(text2.slice(from));
  return parts2.join("");
}
var maxDepth5 = 2e3;
function redactValue(value, text2, depth) {
  if (typeof value === "string") return text2(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth5) {
    throw new UserError(`A value is nested more than ${maxDepth5} levels deep and cannot be searched for secrets.`);
  }
  if (Array.isArray(value)) return value.map((item) => redactValue(item, text2, depth + 1));
  const taken = /* @__PURE__ */ new Set();
  return Object.fromEntries(
    Object.entries(value).map(([name2, item]) => {
      const key = text2(name2);
      let unique = key;
      for (let number3 = 2; key !== name2 && (taken.has(unique) || Object.hasOwn(value, unique)); number3 += 1) {
        unique = `${key} ${number3}`;
      }
      taken.add(unique);
      return [unique, redactValue(item, text2, depth + 1)];
    })
  );
}

// actions/lib/terraform/tool/executable.ts
import { accessSync, constants, statSync } from "node:fs";
import { isAbsolute as isAbsolute2, join as join3 } from "node:path";

// actions/lib/toolkit/stream-tool.ts
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readSync, rmSync } from "node:fs";
import { Socket } from "node:net";
import { join as join2 } from "node:path";

// actions/lib/toolkit/line-reader.ts
var lineEnd = 10;
function createLineReader(maxBytes2, onLine) {
  let pending = [];
  let size = 0;
  let leftOut4 = 0;
  const add = (part) => {
    size += part.length;
    if (size <= maxBytes2) pending.push(part);
    else pending = [];
  };
  const finish2 = () => {
    const line = size <= maxBytes2 ? Buffer.concat(pending).toString("utf8") : void 0;
    pending = [];
    size = 0;
    if (line === void 0) leftOut4 += 1;
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
    leftOut: () => leftOut4
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
  const ended = new Promise((resolve2, reject) => {
    child.once(
      "error",
      (error) => reject(startError(request2, displayCommand(request2.tool, request2.args), error))
    );
    child.once(request2.outputFolder === void 0 ? "close" : "exit", (code2, by) => resolve2({ code: code2, by }));
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
    const end = await Promise.race([ended, leftAlone]);
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
  const folder = mkdtempSync(join2(request2.outputFolder, "output-"));
  const open = (name2) => {
    const path = join2(folder, name2);
    const writer2 = openSync(path, "wx", 384);
    return { writer: writer2, reader: openSync(path, "r"), position: 0 };
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
  const given = [];
  for (const [name2, value] of Object.entries(environment)) {
    if (value === void 0) continue;
    if (isGiven(name2)) given.push(name2);
    else if (!always.includes(name2)) continue;
    result[name2] = value;
  }
  return { variables: result, given: given.filter((name2) => !always.includes(name2)) };
}
var fixedVariables = {
  TF_IN_AUTOMATION: "1",
  TF_INPUT: "0",
  CHECKPOINT_DISABLE: "1",
  // Modules are fetched by git: it must not wait for somebody to type a password.
  GIT_TERMINAL_PROMPT: "0"
};
var matchesAny = (patterns, name2) => patterns.some((pattern2) => matchesPattern(pattern2, name2));

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
function parseJson3(text2) {
  try {
    return JSON.parse(text2);
  } catch {
    return void 0;
  }
}

// actions/lib/terraform/tool/executable.ts
async function findExecutable(tool, options2) {
  const path = options2.searchPath.split(":").filter(isAbsolute2).map((entry) => join3(entry, tool)).find(isExecutable);
  if (path === void 0) {
    throw new UserError(`${tool} was not found.`, {
      where: "PATH",
      next: `install it before this step, for example with ${setUp[tool]}`
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
  const version = textField(parseJson3(result.stdout.toString("utf8")), "terraform_version");
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
      next: `install ${root.tool} ${demanded.value} before this step (${setUp[root.tool]}), or change the version there`
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

// actions/lib/terraform/tool/provider-cache.ts
import { existsSync } from "node:fs";
import { readFile as readFile3 } from "node:fs/promises";
import { join as join5 } from "node:path";

// actions/lib/terraform/tool/provider-hash.ts
import { createHash as createHash5 } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir as readdir2 } from "node:fs/promises";
import { join as join4, relative, sep } from "node:path";
import { pipeline } from "node:stream/promises";
async function providerHash(folder) {
  const entries = await readdir2(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => !entry.isDirectory()).map((entry) => join4(entry.parentPath, entry.name)).map((path) => ({ path, name: relative(folder, path).split(sep).join("/") })).sort((a, b) => Buffer.compare(Buffer.from(a.name), Buffer.from(b.name)));
  const all = createHash5("sha256");
  for (const { path, name: name2 } of files) {
    const one = createHash5("sha256");
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
    const use = await cacheUse(cacheFolder, await readFile3(join5(prepared.folder, lockFileName), "utf8"));
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
function readDiagnostic(value, place3) {
  const summary = textField(value, "summary");
  if (summary === void 0) return void 0;
  const detail = textField(value, "detail")?.trim();
  const address = textField(value, "address");
  const at = readRange(field(value, "range"), place3);
  return {
    severity: textField(value, "severity") === "warning" ? "warning" : "error",
    summary: summary.trim().replaceAll(/\s+/g, " "),
    ...detail === void 0 || detail === "" ? {} : { detail },
    ...address === void 0 || address === "" ? {} : { address },
    ...at === void 0 ? {} : { at }
  };
}
function readRange(range2, place3) {
  const name2 = textField(range2, "filename");
  if (name2 === void 0 || name2 === "") return void 0;
  const file = relative2(place3.repository, resolve(place3.folder, name2));
  if (file === ".." || file.startsWith("../") || isAbsolute3(file)) return void 0;
  const [start2, end] = [field(range2, "start"), field(range2, "end")];
  const numbers = {
    line: numberField(start2, "line"),
    column: numberField(start2, "column"),
    endLine: numberField(end, "line"),
    endColumn: numberField(end, "column")
  };
  return { file, ...Object.fromEntries(Object.entries(numbers).filter(([, number3]) => number3 !== void 0)) };
}

// actions/lib/terraform/tool/events.ts
function readEvent(line, place3) {
  const event = parseJson3(line);
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
      const diagnostic = readDiagnostic(field(event, "diagnostic"), place3);
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
    words: /unsupported (terraform core|opentofu core) version|state snapshot was created by|created by a newer version/i,
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
    words: /failed to query available provider packages|failed to install provider|provider registry|required plugins are not installed|missing required provider/i,
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
function explainFailure(input) {
  const { root, command, diagnostics, lock } = input;
  const first = diagnostics.find(({ severity }) => severity === "error");
  const where = first?.at === void 0 ? command : place2(first.at);
  const said2 = first === void 0 ? `${command} failed.` : sentence(first);
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
    if (found !== void 0) {
      return failure(kind, found.at === void 0 ? withDetail(found) : sentence(found), {
        where: found.at === void 0 ? command : place2(found.at),
        next: next(root)
      });
    }
  }
  return failure("other", said2, { where, next: first?.detail ?? `run ${command} by hand and see what it says` });
}
function unlock(root, lock) {
  return `wait for the run that holds it and start again; if no run holds it any more (it was killed), \`${root.tool} force-unlock ${lock.id}\` in ${root.path}, then plan again and look closely: what it was doing may be done by half`;
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
var sentence = ({ summary }) => /[.!?]$/.test(summary) ? summary : `${summary}.`;
function withDetail(diagnostic) {
  const detail = diagnostic.detail?.split("\n\n")[0]?.replaceAll(/\s+/g, " ");
  return detail === void 0 ? sentence(diagnostic) : `${sentence(diagnostic)} ${clip(detail, 500)}`;
}
var place2 = (at) => [at.file, at.line, at.line === void 0 ? void 0 : at.column].filter((part) => part !== void 0).join(":");

// actions/lib/terraform/tool/lock-info.ts
var names2 = {
  ID: "id",
  Path: "path",
  Operation: "operation",
  Who: "who",
  Version: "version",
  Created: "created",
  Info: "info"
};
function readLockInfo(diagnostics) {
  for (const { summary, detail } of diagnostics) {
    if (!/\bstate\b.*\block\b|\block\b.*\bstate\b/i.test(summary) || detail === void 0) continue;
    const lock = readDetail(detail);
    if (lock !== void 0) return lock;
  }
  return void 0;
}
function readDetail(detail) {
  const lines = detail.split("\n");
  const start2 = lines.findIndex((line) => line.trim() === "Lock Info:");
  const found = {};
  for (const line of start2 === -1 ? [] : lines.slice(start2 + 1)) {
    const [, name2 = "", value = ""] = /^\s*([A-Z][A-Za-z]*):\s*(.*?)\s*$/.exec(line) ?? [];
    const key = Object.hasOwn(names2, name2) ? names2[name2] : void 0;
    if (key === void 0) break;
    if (value !== "") found[key] = value;
  }
  const [held, id] = /remote state already locked(?:: ID=(\S+))?/.exec(detail) ?? [];
  if (held !== void 0 && id !== found.id) return { id: id ?? "unknown" };
  return found.id === void 0 ? void 0 : { ...found, id: found.id };
}

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
    pid: result.pid
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
function watchProgress(prepared, now = () => performance.now()) {
  const say = (text2) => prepared.logger.info(oneLine(prepared.redactor.text(`${prepared.root.name}: ${text2}`)));
  const waitingFor = /* @__PURE__ */ new Map();
  const times = [];
  let refreshed = 0;
  let planned = 0;
  const finish2 = (address) => {
    const begun = waitingFor.get(address);
    if (begun === void 0) return;
    waitingFor.delete(address);
    const seconds = (now() - begun) / 1e3;
    if (seconds >= slowSeconds) times.push({ address, seconds });
  };
  const tick = () => {
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
      switch (event.type) {
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
    `-lock-timeout=${options2.lockTimeout ?? "5m"}`,
    `-out=${planFile}`,
    ...modes[options2.mode ?? "normal"],
    ...variableArguments(prepared)
  ];
}
async function planRoot(prepared, options2 = {}) {
  const planFile = join6(prepared.privateFolder, "plan");
  rmSync2(planFile, { force: true });
  const progress = watchProgress(prepared);
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
  const configuration2 = join7(privateFolder, "cli.tfrc");
  writeFileSync(configuration2, cliConfiguration(options2.providers), { mode: 384 });
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
      TF_CLI_CONFIG_FILE: configuration2,
      TF_DATA_DIR: relative3(folder, join7(privateFolder, "data")),
      ...root.workspace === void 0 ? {} : { TF_WORKSPACE: root.workspace }
    },
    givenVariables: reduced.given,
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
var harmless = /(^|_)(REGION|ENDPOINT|URL|HOST|PROFILE|ACCOUNT_ID|SUBSCRIPTION_ID|TENANT_ID|CLIENT_ID|PROJECT|ZONE|LOCATION|FILE)$/i;
var secretName2 = /pass(word|wd|phrase)?|secret|token|api_?key|private_?key|access_?key|credential/i;
function environmentSecrets(environment, given, configuration2) {
  const sensitive = sensitiveVariables(configuration2);
  return given.flatMap((name2) => {
    const value = environment[name2];
    if (value === void 0 || value === "") return [];
    const variable = /^TF_VAR_(.*)$/.exec(name2)?.[1];
    const secret2 = variable === void 0 ? !harmless.test(name2) : sensitive.has(variable) || secretName2.test(variable);
    return secret2 ? [value] : [];
  });
}
function sensitiveVariables(configuration2) {
  return new Set(
    configuration2.flatMap(
      ({ body: body2 }) => blocksOf3(body2, "variable").flatMap(({ labels: [name2], body: inside }) => {
        const flag2 = argumentOf3(inside, "sensitive");
        return name2 === void 0 || flag2 === void 0 || literalOf2(flag2.value) === "false" ? [] : [name2];
      })
    )
  );
}

// actions/lib/terraform/fingerprint/exact-json.ts
var ExactNumber = class {
  text;
  constructor(text2) {
    this.text = text2;
  }
};
var suspicious = /\d[\d.]{15}|\d[eE]/;
function withExactNumbers(text2, json) {
  if (!suspicious.test(text2)) return json;
  const numbers = longNumbers(text2);
  if (numbers.length === 0) return json;
  const mark = unusedText(text2);
  const parts2 = [];
  let from = 0;
  for (const { start: start2, end } of numbers) {
    parts2.push(text2.slice(from, start2), `"${mark}${text2.slice(start2, end)}"`);
    from = end;
  }
  return replaceMarked(JSON.parse(parts2.join("") + text2.slice(from)), mark);
}
function longNumbers(text2) {
  const found = [];
  const number3 = /[-+.\deE]+/y;
  for (let index = 0; index < text2.length; index += 1) {
    const code2 = text2.charCodeAt(index);
    if (code2 === 34) index = endOfString(text2, index);
    else if (code2 === 45 || code2 >= 48 && code2 <= 57) {
      number3.lastIndex = index;
      const [written = ""] = number3.exec(text2) ?? [];
      if (losesDigits(written)) found.push({ start: index, end: index + written.length });
      index += written.length - 1;
    }
  }
  return found;
}
function endOfString(text2, start2) {
  for (let end = text2.indexOf('"', start2 + 1); end >= 0; end = text2.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text2.charCodeAt(end - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text2.length;
}
var losesDigits = (written) => decimalText(written) !== decimalText(String(Number(written)));
function decimalText(written) {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([-+]?\d+))?$/.exec(written) ?? [];
  if (whole === "") return written;
  const digits = trimZeros(whole + fraction, "start");
  if (digits === "") return "0";
  const kept = trimZeros(digits, "end");
  const power = BigInt(exponent) - BigInt(fraction.length) + BigInt(digits.length - kept.length);
  return `${sign}${kept}${power === 0n ? "" : `e${power}`}`;
}
function trimZeros(digits, side2) {
  let [from, to] = [0, digits.length];
  if (side2 === "start") while (from < to && digits[from] === "0") from += 1;
  else while (to > from && digits[to - 1] === "0") to -= 1;
  return digits.slice(from, to);
}
function unusedText(text2) {
  let mark = "number:";
  while (text2.includes(mark)) mark = `number-${mark}`;
  return mark;
}
function replaceMarked(value, mark) {
  if (typeof value === "string") return value.startsWith(mark) ? new ExactNumber(value.slice(mark.length)) : value;
  if (typeof value !== "object" || value === null) return value;
  const open = [value];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    for (const [key, child] of Object.entries(node)) {
      if (typeof child === "object" && child !== null) open.push(child);
      else if (typeof child === "string" && child.startsWith(mark)) {
        Object.defineProperty(node, key, {
          value: new ExactNumber(child.slice(mark.length)),
          enumerable: true,
          configurable: true,
          writable: true
        });
      }
    }
  }
  return value;
}

// actions/lib/terraform/fingerprint/fingerprint-plan.ts
import { createHmac as createHmac2 } from "node:crypto";

// actions/lib/terraform/fingerprint/canonical.ts
var canonicalSections = [
  "variables",
  "changes",
  "outputs",
  "deferred",
  "invocations",
  "deferred-invocations",
  "plan",
  "other"
];
function canonicalJson(value) {
  if (isInOrder(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value);
  const sorted = entries.sort(([a], [b]) => a < b ? -1 : 1);
  return `{${sorted.map(([key, child]) => `${JSON.stringify(key)}:${canonicalJson(child)}`).join(",")}}`;
}
function isInOrder(value) {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) return value.every(isInOrder);
  let last = "";
  for (const key of Object.keys(value)) {
    if (key < last) return false;
    last = key;
    if (!isInOrder(value[key] ?? null)) return false;
  }
  return true;
}
function inOrder(object) {
  const keys = Object.keys(object);
  if (keys.every((key, index) => index === 0 || key > (keys[index - 1] ?? ""))) return object;
  return Object.fromEntries(Object.entries(object).sort(([a], [b]) => a < b ? -1 : 1));
}

// actions/lib/terraform/fingerprint/canonical-value.ts
import { createHmac, createSecretKey } from "node:crypto";

// actions/lib/terraform/fingerprint/plan-json.ts
var maxDepth6 = 200;
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof ExactNumber);
}
function own(value, key) {
  if (Array.isArray(value)) return /^\d+$/.test(String(key)) ? value[Number(key)] : void 0;
  return isObject(value) && Object.hasOwn(value, key) ? value[key] : void 0;
}
var marked = [
  { value: "before", unknown: "before_unknown", sensitive: "before_sensitive" },
  { value: "after", unknown: "after_unknown", sensitive: "after_sensitive" },
  { value: "config_values", unknown: "config_unknown", sensitive: "config_sensitive" }
];
function pairsOf(node) {
  return marked.flatMap((fields) => {
    const keys = Object.values(fields).filter((key) => Object.hasOwn(node, key));
    if (keys.length === 0) return [];
    return [
      {
        name: fields.value,
        value: own(node, fields.value),
        unknown: own(node, fields.unknown),
        sensitive: own(node, fields.sensitive),
        keys
      }
    ];
  });
}
var isMark = (mark) => typeof mark !== "object" && mark !== void 0 && mark !== false;
function marksOf(tree, depth = 0) {
  if (typeof tree !== "object" || tree === null) return isMark(tree) ? true : void 0;
  if (depth > maxDepth6) return true;
  if (Array.isArray(tree)) {
    const items = tree.map((item) => marksOf(item, depth + 1));
    return items.some((item) => item !== void 0) ? items : void 0;
  }
  let marks;
  for (const [key, child] of Object.entries(tree)) {
    const below = marksOf(child, depth + 1);
    if (below === void 0) continue;
    marks ??= {};
    setOwn(marks, key, below);
  }
  return marks;
}
function setOwn(object, key, value) {
  if (key !== "__proto__") object[key] = value;
  else Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}
function isEmpty(value) {
  if (value === void 0 || value === null || value === false || value === "") return true;
  return typeof value === "object" && !(value instanceof ExactNumber) && Object.keys(value).length === 0;
}

// actions/lib/terraform/fingerprint/canonical-value.ts
var structural = /* @__PURE__ */ new Set([
  ...["address", "previous_address", "module_address", "mode", "type", "name", "index", "deposed", "provider_name"],
  ...["actions", "action_reason", "reason", "triggering_resource_address", "action_trigger_event"]
]);
var structures = /* @__PURE__ */ new Set(["change", "resource_change", "action_invocation", "lifecycle_action_trigger"]);
function createCanonicalWriter(key, holdsSecret) {
  const secret2 = createSecretKey(key);
  const hmac = (place3, value) => createHmac("sha256", secret2).update(`${JSON.stringify(pathOf2(place3))}
${canonicalJson(value)}`).digest("base64url");
  const secretKeys = /* @__PURE__ */ new Map();
  function leaf(value, place3) {
    if (value === void 0) return "-";
    if (value === null || typeof value === "boolean") return value;
    const [mark, text2] = typeof value === "string" ? ["=", value] : ["#", numberText(value)];
    if (place3 !== void 0 && holdsSecret(text2)) return `^${hmac(place3, mark + text2)}`;
    return mark + text2;
  }
  function keyOf2(key2, place3) {
    if (place3 !== void 0) {
      const isSecret = secretKeys.get(key2) ?? holdsSecret(key2);
      secretKeys.set(key2, isSecret);
      if (isSecret) return `^${hmac(place3, `=${key2}`)}`;
    }
    return key2.startsWith("=") || key2.startsWith("^") ? `=${key2}` : key2;
  }
  function walk(value, unknown, sensitive, place3, depth) {
    if (depth > maxDepth6) throw tooDeep();
    if (place3 !== void 0 && (sensitive === true || sensitive !== void 0 && isLeaf(value))) {
      if (unknown === true) return "~?";
      if (value === void 0 && unknown === void 0) return "~-";
      return `~${hmac(place3, walk(value, unknown, void 0, void 0, depth))}`;
    }
    if (unknown === true) return "?";
    const marks = unknown ?? sensitive;
    const child = (key2) => {
      const inside = place3 === void 0 ? void 0 : { key: key2, outer: place3 };
      const [below, hidden] = [own(unknown, key2), own(sensitive, key2)];
      return walk(own(value, key2), below, hidden, inside, depth + 1);
    };
    if (Array.isArray(value) || isNothing(value) && (Array.isArray(unknown) || Array.isArray(sensitive))) {
      const length = Math.max(lengthOf(value), lengthOf(unknown), lengthOf(sensitive));
      return Array.from({ length }, (_, index) => child(String(index)));
    }
    if (isLeaf(value) || isNothing(value) && marks === void 0) return leaf(value, place3);
    const result = {};
    for (const tree of [value, unknown, sensitive]) {
      if (!isObject(tree)) continue;
      for (const key2 of Object.keys(tree)) {
        const name2 = keyOf2(key2, place3);
        if (tree === value || !Object.hasOwn(result, name2)) setOwn(result, name2, child(key2));
      }
    }
    return inOrder(result);
  }
  function node(value, place3, isStructure, depth) {
    if (depth > maxDepth6) throw tooDeep();
    const inside = (key2) => ({ key: key2, outer: place3 });
    if (Array.isArray(value)) return value.map((item, index) => node(item, inside(String(index)), false, depth + 1));
    if (!isObject(value)) return leaf(value, place3);
    const result = {};
    const done = /* @__PURE__ */ new Set();
    for (const pair of pairsOf(value)) {
      for (const key2 of pair.keys) done.add(key2);
      result[pair.name] = walk(pair.value, marksOf(pair.unknown), marksOf(pair.sensitive), place3, depth + 1);
    }
    for (const [key2, child] of Object.entries(value)) {
      if (done.has(key2)) continue;
      if (isStructure && structural.has(key2)) result[key2] = walk(child, void 0, void 0, void 0, depth + 1);
      else setOwn(result, keyOf2(key2, place3), node(child, inside(key2), isStructure && structures.has(key2), depth + 1));
    }
    return inOrder(result);
  }
  return {
    value: (value, unknown, sensitive, place3) => walk(value, marksOf(unknown), marksOf(sensitive), place3, 0),
    node: (value, place3) => node(value, place3, true, 0)
  };
}
function pathOf2(place3) {
  const path = [];
  for (let at = place3; at !== void 0; at = at.outer) path.unshift(at.key);
  return path;
}
var isLeaf = (value) => !isNothing(value) && !Array.isArray(value) && !isObject(value);
var lengthOf = (value) => Array.isArray(value) ? value.length : 0;
var isNothing = (value) => value === null || value === void 0;
function numberText(value) {
  if (value instanceof ExactNumber) {
    const [digits = "", power = ""] = decimalText(value.text).split("e");
    return /^\d{1,2}$/.test(power) ? `${digits}${"0".repeat(Number(power))}` : decimalText(value.text);
  }
  if (typeof value === "number") return String(value);
  throw new TypeError(`no JSON has a ${typeof value}`);
}
var tooDeep = () => new UserError(`the plan nests values more than ${maxDepth6} levels deep`, {
  next: "look at what makes such a value: no resource needs one"
});

// actions/lib/terraform/fingerprint/secret-values.ts
var minInside = 4;
function secretValues(plan) {
  const found = /* @__PURE__ */ new Set();
  const configured = own(own(own(plan, "configuration"), "root_module"), "variables");
  for (const [name2, variable] of entriesOf3(own(plan, "variables"))) {
    if (own(own(configured, name2), "sensitive") === true) collect(own(variable, "value"), true, found, 0);
  }
  for (const section of [
    "resource_changes",
    "resource_drift",
    "output_changes",
    "deferred_changes",
    "action_invocations",
    "deferred_action_invocations"
  ]) {
    collectPairs(own(plan, section), found, 0);
  }
  return found;
}
var entriesOf3 = (value) => isObject(value) ? Object.entries(value) : [];
function collectPairs(node, found, depth) {
  if (typeof node !== "object" || node === null || depth > maxDepth6) return;
  const pairs = isObject(node) ? pairsOf(node) : [];
  for (const { value, sensitive } of pairs) collect(value, sensitive, found, 0);
  const done = new Set(pairs.flatMap(({ keys }) => keys));
  for (const [key, child] of Object.entries(node)) if (!done.has(key)) collectPairs(child, found, depth + 1);
}
function collect(value, sensitive, found, depth) {
  if (depth > maxDepth6 || sensitive === false || sensitive === void 0 || sensitive === null) return;
  if (typeof value === "object" && value !== null && !(value instanceof ExactNumber)) {
    for (const [key, child] of Object.entries(value)) {
      collect(child, isMark(sensitive) ? true : own(sensitive, key), found, depth + 1);
    }
  } else if (marksOf(sensitive, depth) !== void 0) {
    if (typeof value === "string" && value !== "") found.add(value);
    const number3 = value instanceof ExactNumber ? value.text : typeof value === "number" ? String(value) : "";
    if (number3.length >= minInside) found.add(number3);
  }
}
function secretFinder(secrets) {
  const forms = new Set([...secrets].flatMap(formsOf).filter((form) => form.length >= minInside));
  const known3 = new Uint8Array(65536);
  const byStart = /* @__PURE__ */ new Map();
  for (const form of forms) {
    const start2 = form.slice(0, minInside);
    byStart.set(start2, [...byStart.get(start2) ?? [], form]);
    known3[hashAt(form, 0)] = 1;
  }
  return (text2) => {
    if (secrets.has(text2)) return true;
    for (let index = 0; index + minInside <= text2.length; index += 1) {
      if (known3[hashAt(text2, index)] === 0) continue;
      const candidates = byStart.get(text2.slice(index, index + minInside));
      if (candidates?.some((form) => text2.startsWith(form, index))) return true;
    }
    return false;
  };
}
var hashAt = (text2, index) => text2.charCodeAt(index) + text2.charCodeAt(index + 1) * 31 + text2.charCodeAt(index + 2) * 1009 + text2.charCodeAt(index + 3) * 8191 & 65535;
function formsOf(secret2) {
  const base64 = Buffer.from(secret2).toString("base64").replace(/=+$/, "");
  return [secret2, JSON.stringify(secret2).slice(1, -1), encodeURIComponent(secret2.toWellFormed()), base64];
}

// actions/lib/terraform/fingerprint/fingerprint-plan.ts
var minKeyBytes = 16;
var leftOut2 = {
  timestamp: "when the plan was made; where it decides (`plantimestamp()`), it stands in a value",
  format_version: "of the JSON; the version of the tool is proved by the envelope",
  terraform_version: "proved by the envelope",
  planned_values: "follows from the changes; the rest does not change",
  prior_state: "what matters of it is in `before` of the changes",
  configuration: "proved by the hash of the files; what it does is in the changes",
  relevant_attributes: "explains drift, and decides nothing",
  resource_drift: "what it leads to is in the changes; drift that leads to nothing is applied by nobody",
  checks: "judged by the guards of every plan; may depend on the world, and changes nothing"
};
var inertFields = /* @__PURE__ */ new Set([
  "address",
  "module_address",
  "mode",
  "type",
  "name",
  "index",
  "provider_name",
  "deposed",
  "change"
]);
var inertChange = /* @__PURE__ */ new Set([
  ...[
    "actions",
    "before",
    "after",
    "after_unknown",
    "before_sensitive",
    "after_sensitive",
    "before_identity",
    "after_identity"
  ]
]);
function fingerprintPlan(json, options2) {
  if (options2.key.length < minKeyBytes)
    throw new RangeError(`a fingerprint needs a key of ${minKeyBytes} bytes or more`);
  if (!isObject(json)) throw notPlan("it is no JSON object");
  const writer2 = createCanonicalWriter(derive(options2.key, "values"), secretFinder(secretValues(json)));
  const canonical2 = canonicalPlan(json, writer2);
  return { fingerprint: fingerprintOf2(canonical2, options2.key), canonical: canonical2 };
}
function fingerprintOf2(canonical2, key) {
  const hash = createHmac2("sha256", derive(key, "plan"));
  hash.update(`${canonical2.format}
`);
  for (const section of canonicalSections) {
    for (const name2 of Object.keys(canonical2[section]).sort()) {
      hash.update(`${canonicalJson([section, name2, canonical2[section][name2] ?? null])}
`);
    }
  }
  return hash.digest("hex");
}
var derive = (key, purpose) => createHmac2("sha256", key).update(`seaworthy terraform fingerprint 1: ${purpose}`).digest();
function canonicalPlan(json, writer2) {
  const known3 = /* @__PURE__ */ new Set(["variables", "resource_changes", "output_changes", "errored", "complete", "applyable"]);
  for (const name2 of ["deferred_changes", "action_invocations", "deferred_action_invocations"]) known3.add(name2);
  const other = Object.entries(json).filter(
    ([name2, value]) => !known3.has(name2) && !Object.hasOwn(leftOut2, name2) && !isEmpty(value)
  );
  return {
    format: 1,
    variables: variablesOf(json, writer2),
    changes: listOf(json, "resource_changes", writer2, resourceKey, (change) => !isInert(change, inertFields)),
    outputs: outputsOf(json, writer2),
    deferred: listOf(json, "deferred_changes", writer2, (entry) => resourceKey(own(entry, "resource_change"))),
    invocations: listOf(json, "action_invocations", writer2, invocationKey),
    "deferred-invocations": listOf(
      json,
      "deferred_action_invocations",
      writer2,
      (entry) => invocationKey(own(entry, "action_invocation"))
    ),
    plan: Object.fromEntries(
      ["errored", "complete", "applyable"].filter((name2) => own(json, name2) !== void 0).map((name2) => [name2, writer2.node(own(json, name2), { key: name2, outer: void 0 })])
    ),
    other: Object.fromEntries(
      other.map(([name2, value]) => [name2, writer2.node(value, { key: name2, outer: void 0 })])
    )
  };
}
function variablesOf(json, writer2) {
  const configured = own(own(own(json, "configuration"), "root_module"), "variables");
  const entries = objectOf(json, "variables").map(([name2, variable]) => {
    const place3 = { key: name2, outer: { key: "variables", outer: void 0 } };
    const sensitive = own(own(configured, name2), "sensitive") === true;
    if (!isObject(variable)) return [name2, writer2.value(variable, void 0, sensitive, place3)];
    const { value, ...rest } = variable;
    const shown2 = writer2.node(rest, place3);
    return [name2, { ...isPlain(shown2) ? shown2 : {}, value: writer2.value(value, void 0, sensitive, place3) }];
  });
  return Object.fromEntries(entries);
}
var isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function outputsOf(json, writer2) {
  return Object.fromEntries(
    objectOf(json, "output_changes").filter(([, change]) => !isInert({ change }, inertFields)).map(([name2, change]) => [name2, writer2.node(change, { key: name2, outer: { key: "outputs", outer: void 0 } })])
  );
}
function listOf(json, name2, writer2, keyOf2, isWanted = () => true) {
  const list2 = own(json, name2) ?? [];
  if (!Array.isArray(list2)) throw notPlan(`\`${name2}\` is no list`);
  const byKey = /* @__PURE__ */ new Map();
  for (const entry of list2.filter(isWanted)) {
    const key = keyOf2(entry);
    byKey.set(key, [...byKey.get(key) ?? [], writer2.node(withSortedPaths(entry), { key, outer: void 0 })]);
  }
  return Object.fromEntries(
    [...byKey].flatMap(
      ([key, entries]) => entries.map((entry) => ({ entry, text: entries.length > 1 ? canonicalJson(entry) : "" })).sort((a, b) => a.text < b.text ? -1 : 1).map(({ entry }, index) => [index === 0 ? key : `${key} (${index + 1})`, entry])
    )
  );
}
function withSortedPaths(entry) {
  const change = own(entry, "change");
  const paths2 = own(change, "replace_paths");
  if (!isObject(entry) || !isObject(change) || !Array.isArray(paths2)) return entry;
  const sorted = [...paths2].sort((a, b) => JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);
  return { ...entry, change: { ...change, replace_paths: sorted } };
}
function isInert(entry, fields) {
  const change = own(entry, "change");
  const actions2 = own(change, "actions");
  if (!Array.isArray(actions2) || actions2.length !== 1 || actions2[0] !== "no-op") return false;
  return onlyHas(entry, fields) && onlyHas(change, inertChange);
}
var onlyHas = (value, fields) => isObject(value) && Object.entries(value).every(([key, child]) => fields.has(key) || isEmpty(child));
function resourceKey(entry) {
  const deposed = own(entry, "deposed");
  return `${textOf2(own(entry, "address"))}${deposed === void 0 ? "" : ` (deposed ${textOf2(deposed)})`}`;
}
function invocationKey(entry) {
  const trigger = own(own(entry, "lifecycle_action_trigger"), "triggering_resource_address");
  return `${textOf2(own(entry, "address"))}${trigger === void 0 ? "" : ` (for ${textOf2(trigger)})`}`;
}
var textOf2 = (value) => typeof value === "string" ? value : "?";
function objectOf(json, name2) {
  const value = own(json, name2) ?? {};
  if (!isObject(value)) throw notPlan(`\`${name2}\` is no object`);
  return Object.entries(value);
}
var notPlan = (why) => new UserError(`this is no plan in JSON: ${why}`, { next: "write one by `terraform show -json PLAN`" });

// actions/lib/terraform/guards/define-guard.ts
function judged(change, context, message, severity) {
  return {
    message,
    address: change.address,
    at: context.locate(change),
    ...severity === void 0 ? {} : { severity }
  };
}
var orOverride = "or have this plan let through by one of the teams that the settings name under `overrides`";

// actions/lib/terraform/guards/delete-limit.ts
var deleteLimit = {
  id: "delete-limit",
  severity: "error",
  what: "More objects are destroyed than `max-delete` allows. Replacements count by themselves.",
  why: "A limit that somebody set is meant to hold. Without one, any number is let through.",
  allow: "Raise `max-delete`, or override.",
  judge: ({ plan, policy }) => {
    const deleted = plan.changes.filter(
      ({ mode, destroys, action }) => mode === "managed" && destroys && action !== "replace"
    );
    if (policy.maxDelete === void 0 || deleted.length <= policy.maxDelete) return [];
    const names3 = listed(deleted.map(({ address }) => address));
    return [
      {
        message: `${count(deleted.length, "object")} would be destroyed, and the settings allow ${policy.maxDelete}: ${names3}. Check that each is meant to go; then raise \`max-delete\`, ${orOverride}.`
      }
    ];
  }
};

// actions/lib/terraform/guards/plain-values.ts
var maxDepth7 = 100;
var isObject2 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function member(value, key) {
  if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return void 0;
  return value[key];
}
function isNothing2(value) {
  if (value === null || value === void 0 || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}
function same(a, b, depth = 0) {
  if (isNothing2(a) || isNothing2(b)) return isNothing2(a) && isNothing2(b);
  if (typeof a !== "object" || typeof b !== "object" || depth > maxDepth7) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = /* @__PURE__ */ new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...keys].every((key) => same(member(a, key), member(b, key), depth + 1));
}
function writtenPath(path) {
  const parts2 = path.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return parts2.join("").replace(/^\./, "");
}

// actions/lib/terraform/guards/drift-in-change.ts
var driftInChange = {
  id: "drift-in-change",
  severity: "warning",
  what: "The plan changes what somebody changed outside of it: an attribute that drifted is set again, or an object that drifted is replaced, destroyed, or created again.",
  why: "The outside change may be an emergency repair that the apply would undo. Setting drift right is also what applying is for: hence a warning.",
  allow: "Nothing needs to be done, or take the outside change into the configuration.",
  judge: (context) => {
    const changes = groupBy(context.plan.changes, ({ address }) => address);
    const moved = groupBy(context.plan.changes, ({ previousAddress }) => previousAddress);
    return context.plan.drift.filter(({ mode }) => mode === "managed").flatMap((drift) => {
      const candidates = changes.get(drift.address) ?? moved.get(drift.address) ?? [];
      const change = candidates.find(({ deposed }) => deposed === drift.deposed);
      const said2 = change === void 0 ? void 0 : sentence2(drift, change);
      return change === void 0 || said2 === void 0 ? [] : [judged(change, context, said2)];
    });
  }
};
function sentence2(drift, change) {
  const { address } = change;
  if (drift.destroys) {
    if (change.action !== "create") return void 0;
    return `${address} was deleted outside of Terraform, and would be created again. Find out who deleted it and why; take it out of the configuration if it is to stay away.`;
  }
  const drifted = paths(drift.before, drift.after, false);
  if (drifted.length === 0) return void 0;
  const ends = change.action === "replace" ? "replaced" : change.destroys ? "destroyed" : void 0;
  if (ends !== void 0) {
    return `${address} was changed outside of Terraform (${listed(drifted.map(writtenPath))}), and would be ${ends}. Find out what that change was for before it is lost.`;
  }
  const undone = drifted.filter((path) => isChanged(path, change));
  if (undone.length === 0) return void 0;
  return `${address} was changed outside of Terraform, and would be set back or changed again in ${listed(undone.map(writtenPath))}. Find out what that change was for; take it into the configuration if it is to stay.`;
}
function isChanged(path, { before, after: after2, afterUnknown }) {
  let [now, then, unknown] = [before, after2, afterUnknown];
  for (const step of path) {
    if (unknown === true) return true;
    [now, then, unknown] = [member(now, step), member(then, step), member(unknown, step)];
  }
  return unknown === true || !same(now, then);
}
function paths(before, after2, isNested, path = []) {
  if (same(before, after2)) return [];
  if (!isObject2(before) || !isObject2(after2) || path.length > maxDepth7) return isNested ? [path] : [];
  const keys = /* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after2)]);
  return [...keys].flatMap((key) => paths(member(before, key), member(after2, key), true, [...path, key]));
}

// actions/lib/terraform/guards/failed-check.ts
var failedCheck = {
  id: "failed-check",
  severity: "warning",
  what: "A `check` block, a condition or a variable\u2019s validation fails, or cannot be evaluated.",
  why: "The tool itself goes on after a failed `check`: hence a warning. A failed condition of a resource also makes the plan incomplete, which is an error.",
  allow: "Correct what the check looks at. Set `failed-check: error` to stop instead.",
  judge: ({ plan }) => plan.checks.filter(({ status }) => status === "fail" || status === "error").map(({ address, status, problems }) => {
    const said2 = problems.length === 0 ? "" : `: ${listed(
      problems.map((problem) => problem.replace(/\.$/, "")),
      3
    )}`;
    const what = status === "fail" ? "fails" : "cannot be evaluated";
    return { message: `${address} ${what}${said2}. Correct what it looks at, or the check itself.`, address };
  })
};

// actions/lib/terraform/guards/forget.ts
var forget = {
  id: "forget",
  severity: "warning",
  what: "An object is taken out of the state and goes on to exist.",
  why: "Nothing is destroyed, and an import brings it back: hence a warning. But from then on nobody manages it, pays attention to it or sees it drift.",
  allow: "Nothing needs to be done. Set `forget: error` where it must not happen unseen.",
  judge: (context) => context.plan.changes.filter(({ forgets, mode }) => forgets && mode === "managed").map((change) => {
    const instead = change.action === "replace" ? " A new one is created beside it." : "";
    const message = `${change.address} would be forgotten: it goes on to exist, and Terraform knows it no more.${instead} Write down who looks after it, or delete it by hand once nothing uses it.`;
    return judged(change, context, message);
  })
};

// actions/lib/terraform/guards/guard.ts
var guardIds = [
  "delete-limit",
  "replace-limit",
  "protected-address",
  "stateful-type",
  "forget",
  "nested-removal",
  "prevent-destroy-removed",
  "node-pool-immutable",
  "provider-downgrade",
  "drift-in-change",
  "unknown-action",
  "incomplete-plan",
  "failed-check"
];

// actions/lib/terraform/guards/incomplete-plan.ts
var incompletePlan = {
  id: "incomplete-plan",
  severity: "error",
  what: "Planning failed half-way; or the tool puts changes off until others are applied, or was told to look at a part only (both warnings).",
  why: "Half of a plan cannot be reviewed. What is put off is planned, and judged, again after the apply: hence a warning.",
  allow: "Correct what the tool reports; apply in steps; plan without `-target`.",
  judge: ({ plan }) => {
    if (plan.errored) {
      return [
        {
          message: "Planning failed, and only its first half is known. Correct what the tool reports, and plan again."
        }
      ];
    }
    const putOff = [
      ...plan.deferred.map(({ change }) => change.address),
      ...plan.invocations.filter(({ deferred }) => deferred !== void 0).map(({ address }) => address)
    ];
    if (putOff.length > 0) {
      const destroys = plan.deferred.filter(({ change }) => change.destroys).length;
      const danger = destroys === 0 ? "" : ` ${count(destroys, "of them destroys", "of them destroy")} an object.`;
      return [
        {
          message: `${count(putOff.length, "change is", "changes are")} put off until others are applied: ${listed(putOff)}.${danger} Plan again after this apply, and look at them then.`,
          severity: "warning"
        }
      ];
    }
    if (plan.complete) return [];
    return [
      {
        message: "The tool says that this is not the whole plan: it was told to look at some resources only, as by `-target` or `-exclude`. Plan without it before or after this is applied.",
        severity: "warning"
      }
    ];
  }
};

// actions/lib/terraform/guards/lost-parts.ts
var identities2 = ["name", "id", "key", "identifier", "sid"];
var maxPaired = 100;
function lostParts(before, after2, unknown) {
  const found = [];
  compare2(before, after2, unknown, [], found);
  const told = /* @__PURE__ */ new Set();
  return found.flatMap(({ path, label, value }) => {
    const last = path.at(-1);
    if (typeof last === "string" && path.length > 1) {
      const key = JSON.stringify([last, typeof value === "object" ? null : value]);
      if (told.has(key)) return [];
      told.add(key);
    }
    return [label];
  });
}
function compare2(before, after2, unknown, path, found) {
  if (unknown === true || path.length > maxDepth7 || isNothing2(before)) return;
  if (Array.isArray(before)) compareLists(before, after2, unknown, path, found);
  else if (isObject2(before)) compareObjects(before, after2, unknown, path, found);
}
function compareObjects(before, after2, unknown, path, found) {
  if (isNothing2(after2) && path.length > 0 && !hasUnknown(unknown, 0)) {
    if (Object.values(before).every(isNothing2)) return;
    found.push({ path, label: writtenPath(path), value: before });
    return;
  }
  for (const [key, value] of Object.entries(before)) {
    const below = [...path, key];
    const now = member(after2, key);
    const isKey = path.length > 0 && isObject2(after2) && !Object.hasOwn(after2, key) && typeof value !== "object";
    if (isKey && !hasUnknown(member(unknown, key), 0)) found.push({ path: below, label: writtenPath(below), value });
    else compare2(value, now, member(unknown, key), below, found);
  }
}
function compareLists(before, after2, unknown, path, found) {
  const objects = before.filter(isObject2);
  if (objects.length === 0 || !Array.isArray(after2) && hasUnknown(unknown, 0)) return;
  const now = Array.isArray(after2) ? after2 : [];
  const { lost, pairs } = pairItems(objects, now, (index) => member(unknown, index));
  if (lost.length > 0) {
    const named2 = lost.slice(0, 3).flatMap((item) => nameOf2(item) ?? []);
    const all = lost.length === objects.length ? `all ${lost.length}` : `${lost.length} of ${objects.length}`;
    const names3 = named2.length === 0 ? "" : ` (${named2.join("; ")})`;
    const label = objects.length === 1 ? `${writtenPath(path)}${names3}` : `${all} ${count(objects.length, "item").replace(/^\S+ /, "")} of ${writtenPath(path)}${names3}`;
    found.push({ path, label, value: lost });
  }
  for (const { item, index } of pairs) compare2(item, now[index], member(unknown, index), [...path, index], found);
}
function pairItems(before, after2, unknownAt) {
  const free = new Set(after2.keys());
  const texts = groupBy(after2.keys(), (index) => textOf3(after2[index]));
  let open = before.filter((item) => {
    const equal = texts.get(textOf3(item))?.find((index) => free.has(index));
    if (equal !== void 0) free.delete(equal);
    return equal === void 0;
  });
  const pairs = [];
  if (open.length <= maxPaired && free.size <= maxPaired) {
    for (const likeness2 of [byIdentity, byFields]) {
      const scored = open.flatMap(
        (item) => [...free].map((index) => ({ item, index, score: likeness2(item, after2[index], unknownAt(index)) }))
      );
      for (const { item, index, score } of scored.sort((a, b) => b.score - a.score)) {
        if (score === 0 || !free.has(index) || !open.includes(item)) continue;
        free.delete(index);
        open = open.filter((other) => other !== item);
        pairs.push({ item, index });
      }
    }
  } else open = open.slice(0, Math.max(0, open.length - free.size));
  return { lost: open, pairs };
}
function byIdentity(item, other) {
  return identities2.some((field2) => !isNothing2(member(item, field2)) && member(item, field2) === member(other, field2)) ? 1 : 0;
}
function byFields(item, other, unknown) {
  if (unknown === true) return 0.25;
  const differs = (field2) => !isNothing2(member(item, field2)) && !isNothing2(member(other, field2)) && member(item, field2) !== member(other, field2);
  if (identities2.some(differs)) return 0;
  const alike = Object.entries(item).filter(
    ([key, value]) => !isNothing2(value) && value !== false && value !== 0 && same(value, member(other, key))
  );
  return alike.length + (hasUnknown(unknown, 0) ? 0.5 : 0);
}
function textOf3(item) {
  try {
    return JSON.stringify(item) ?? "";
  } catch {
    return "";
  }
}
function nameOf2(item) {
  const scalars = Object.entries(item).filter(
    ([, value]) => typeof value === "string" && value !== "" || typeof value === "number"
  );
  const chosen = scalars.filter(([key]) => identities2.includes(key)).slice(0, 1);
  const fields = (chosen.length > 0 ? chosen : scalars.slice(0, 2)).map(
    ([key, value]) => `${key} ${JSON.stringify(value)}`
  );
  return fields.length === 0 ? void 0 : fields.join(", ");
}
function hasUnknown(unknown, depth) {
  if (typeof unknown !== "object" || unknown === null || depth > maxDepth7) return unknown === true;
  return Object.values(unknown).some((child) => hasUnknown(child, depth + 1));
}

// actions/lib/terraform/guards/nested-removal.ts
var nestedRemoval = {
  id: "nested-removal",
  severity: "warning",
  what: "An update removes a nested block, an item of a list or set of objects, or a key of a map. What is known only after apply is not taken for removed.",
  why: "It counts as an update, yet takes something away: a firewall rule, a route, a permission. It is often meant: hence a warning.",
  allow: "Nothing needs to be done. Set `nested-removal: error` where it must not happen unseen.",
  judge: (context) => context.plan.changes.filter(({ action, mode }) => action === "update" && mode === "managed").flatMap((change) => {
    const parts2 = lostParts(change.before, change.after, change.afterUnknown);
    if (parts2.length === 0) return [];
    const message = `${change.address} would be updated in place, and loses ${listed(parts2)}. Check that nothing needs ${parts2.length === 1 ? "it" : "them"} any more.`;
    return [judged(change, context, message)];
  })
};

// actions/lib/terraform/guards/locate-resource.ts
import { posix } from "node:path";

// actions/lib/terraform/guards/address.ts
function addressSteps(address) {
  const steps = [];
  let step = "";
  for (let index = 0; index < address.length; index += 1) {
    const character = address[index];
    if (character === "[") index = endOfKey(address, index);
    else if (character === ".") {
      steps.push(step);
      step = "";
    } else step += character;
  }
  return [...steps, step];
}
function endOfKey(address, start2) {
  if (address[start2 + 1] !== '"') {
    const end = address.indexOf("]", start2);
    return end < 0 ? address.length : end;
  }
  for (let index = start2 + 2; index < address.length; index += 1) {
    if (address[index] === "\\") index += 1;
    else if (address[index] === '"') return index + 1;
  }
  return address.length;
}
function moduleNames(module2) {
  if (module2 === void 0) return [];
  return addressSteps(module2).filter((_, index) => index % 2 === 1);
}

// actions/lib/terraform/guards/locate-resource.ts
function resourceBlocks(files) {
  return files.flatMap(
    ({ file, body: body2 }) => body2.blocks.filter(({ type, labels }) => type === "resource" && labels.length === 2).map((block2) => ({ file, folder: posix.dirname(file), block: block2 }))
  );
}
function createLocator(files) {
  const blocks = groupBy(resourceBlocks(files), ({ block: block2 }) => block2.labels.join("."));
  const calls = moduleCalls2(files);
  const called = new Set([...calls.values()].flatMap((targets) => [...targets.values()]));
  const roots = new Set(files.map(({ file }) => posix.dirname(file)).filter((folder) => !called.has(folder)));
  return ({ type, name: name2, module: module2, mode }) => {
    const candidates = mode === "managed" ? blocks.get(`${type}.${name2}`) ?? [] : [];
    const folders2 = follow(moduleNames(module2), roots, calls);
    const fitting = folders2.size === 0 ? candidates : candidates.filter(({ folder }) => folders2.has(folder));
    return onlyFolder(fitting)?.block.at;
  };
}
function onlyFolder(candidates) {
  return new Set(candidates.map(({ folder }) => folder)).size === 1 ? candidates[0] : void 0;
}
var elsewhere = "(elsewhere)";
function moduleCalls2(files) {
  const calls = /* @__PURE__ */ new Map();
  for (const { file, body: body2 } of files) {
    const folder = posix.dirname(file);
    for (const { type, labels, body: inside } of body2.blocks) {
      const source = inside.arguments.find(({ name: name3 }) => name3 === "source")?.value;
      const [name2] = labels;
      if (type !== "module" || name2 === void 0 || source?.type !== "literal") continue;
      const path = String(source.value);
      const target = /^\.\.?(\/|$)/.test(path) ? posix.join(folder, path).replace(/\/$/, "") : elsewhere;
      calls.set(folder, (calls.get(folder) ?? /* @__PURE__ */ new Map()).set(name2, target));
    }
  }
  return calls;
}
function follow(names3, from, calls) {
  let folders2 = from;
  for (const name2 of names3) {
    const next = (folder) => folder === elsewhere ? folder : calls.get(folder)?.get(name2) ?? [];
    folders2 = new Set([...folders2].flatMap(next));
  }
  return folders2;
}

// actions/lib/terraform/guards/node-pools.ts
var aksRotating = [
  ...["fips_enabled", "host_encryption_enabled", "kubelet_config", "kubelet_disk_type", "linux_os_config", "max_pods"],
  ...["node_public_ip_enabled", "os_disk_size_gb", "os_disk_type", "pod_subnet_id", "snapshot_id", "ultra_ssd_enabled"],
  ...["vm_size", "vnet_subnet_id", "zones"]
];
var poolRules = /* @__PURE__ */ new Map([
  [
    // docs/resources/k8s_node_pool.md of the provider: an error without `allow_replace`, with it destroyed and created.
    "ionoscloud_k8s_node_pool",
    {
      isCluster: false,
      immutable: ["name", "cpu_family", "availability_zone", "cores_count", "ram_size", "storage_size", "storage_type"],
      autoscaled: ["node_count", "auto_scaling", "max_node_count"]
    }
  ],
  // docs/resources/k8s_cluster.md of the provider: what a private cluster is made with.
  ["ionoscloud_k8s_cluster", { isCluster: true, immutable: ["public", "location", "nat_gateway_ip", "node_subnet"] }],
  [
    "azurerm_kubernetes_cluster_node_pool",
    { isCluster: false, immutable: [], rotating: aksRotating.map((name2) => [name2]) }
  ],
  [
    "azurerm_kubernetes_cluster",
    { isCluster: true, immutable: [], rotating: aksRotating.map((name2) => ["default_node_pool", 0, name2]) }
  ],
  // Their providers show a replacement as what it is; only the order matters.
  ["aws_eks_node_group", { isCluster: false, immutable: [] }],
  ["google_container_node_pool", { isCluster: false, immutable: [] }],
  ["aws_eks_cluster", { isCluster: true, immutable: [] }],
  ["google_container_cluster", { isCluster: true, immutable: [] }]
]);

// actions/lib/terraform/guards/node-pool-immutable.ts
var twoPools = "Create a second node pool beside it, move the workloads over, and delete the old one in a change of its own";
var nodePoolImmutable = {
  id: "node-pool-immutable",
  severity: "error",
  what: "A change of a Kubernetes node pool or cluster takes its nodes away at once: an attribute that cannot be changed in place, a pool that is deleted before its successor exists, `allow_replace` of IONOS, a rotation of AKS pools inside an update. A new `node_count` beside an autoscaler is a warning.",
  why: "All pods of the pool stop together, and some providers call it an update.",
  allow: "Move to a second pool; or override.",
  judge: (context) => [
    ...context.plan.changes.flatMap((change) => ofChange(change, context)),
    ...allowReplace(context)
  ]
};
function ofChange(change, context) {
  const rule = poolRules.get(change.type);
  if (rule === void 0 || change.mode !== "managed" || change.action !== "update" && change.action !== "replace")
    return [];
  const forced = change.replacePaths.flatMap(([name2]) => typeof name2 === "string" ? [name2] : []);
  const fixed = rule.immutable.filter((name2) => isChanged2(change, [name2]));
  const rotated = change.action === "update" ? (rule.rotating ?? []).filter((path) => isChanged2(change, path)) : [];
  if (change.action === "replace" && change.destroys && (rule.isCluster || change.order === "delete-first")) {
    const causes = [.../* @__PURE__ */ new Set([...forced, ...fixed])];
    const because = causes.length === 0 ? "" : ` because of ${listed(causes)}`;
    const how = rule.isCluster ? "with all that runs in it" : "before its successor exists: all of its pods stop";
    const mend = rule.isCluster ? "Create a second cluster beside it, and move the workloads over" : twoPools;
    return [
      judged(
        change,
        context,
        `${change.address} would be deleted ${how},${because || " and created again"}. ${mend}, ${orOverride}.`
      )
    ];
  }
  if (change.action === "update" && fixed.length > 0) {
    const message = `${change.address} changes ${listed(fixed)}, which the API cannot change: the apply fails, or deletes the nodes and creates others. ${rule.isCluster ? "Create a second cluster beside it" : twoPools}, ${orOverride}.`;
    return [judged(change, context, message)];
  }
  if (rotated.length > 0) {
    const names3 = listed(rotated.map((path) => path.filter((step) => typeof step === "string").join(".")));
    const message = `${change.address} counts as an update, but ${names3} can change only by new nodes: the pool is cycled without cordon and drain. ${twoPools}, ${orOverride}.`;
    return [judged(change, context, message)];
  }
  return scaledByHand(change, rule.autoscaled ?? [], context);
}
function scaledByHand(change, autoscaled, context) {
  const [count2 = "", ...path] = autoscaled;
  if (autoscaled.length === 0 || change.action !== "update" || !isChanged2(change, [count2])) return [];
  const limit = path.reduce(
    (value, step) => member(Array.isArray(value) ? value[0] : value, step),
    change.after
  );
  const last = Array.isArray(limit) ? limit[0] : limit;
  if (isNothing2(last) || last === 0) return [];
  const message = `${change.address} sets ${count2} although the pool scales by itself: nodes that the autoscaler added may go, with their pods. Add \`ignore_changes = [${count2}]\` to its \`lifecycle\`.`;
  return [judged(change, context, message, "warning")];
}
function isChanged2({ before, after: after2, afterUnknown }, path) {
  let [was, is, unknown] = [before, after2, afterUnknown];
  for (const step of path) {
    if (unknown === true) break;
    [was, is, unknown] = [member(was, step), member(is, step), member(unknown, step)];
  }
  return !isNothing2(was) && (unknown === true || !same(was, is));
}
function allowReplace({ head, base, plan }) {
  const before = new Set(allowing(base?.configuration ?? []).map(keyOf));
  const set = allowing(head.configuration);
  const written = set.filter((block2) => !before.has(keyOf(block2))).map(({ block: block2 }) => ({ message: refusal2(block2.labels.join(".")), at: block2.at }));
  const isWritten = ({ type, name: name2 }) => set.some(({ block: block2 }) => block2.labels[0] === type && block2.labels[1] === name2);
  const planned = plan.changes.filter((change) => change.type === ionosPool && change.mode === "managed" && !isWritten(change)).filter(
    ({ before: was, after: after2 }) => member(after2, "allow_replace") === true && member(was, "allow_replace") !== true
  ).map(({ address }) => ({ message: refusal2(address), address }));
  return [...written, ...planned];
}
var ionosPool = "ionoscloud_k8s_node_pool";
var refusal2 = (name2) => `${name2} sets \`allow_replace\`: the next change of a fixed attribute deletes the pool, and all pods stop. Take it out; ${twoPools.toLowerCase()}, ${orOverride}.`;
var allowing = (files) => resourceBlocks(files).filter(({ block: block2 }) => block2.labels[0] === ionosPool && isSet(block2));
var keyOf = ({ folder, block: block2 }) => `${folder}
${block2.labels.join(".")}`;
function isSet({ body: body2 }) {
  const value = body2.arguments.find(({ name: name2 }) => name2 === "allow_replace")?.value;
  return value?.type === "literal" && value.value === true;
}

// actions/lib/terraform/guards/prevent-destroy-removed.ts
import { posix as posix2 } from "node:path";
var preventDestroyRemoved = {
  id: "prevent-destroy-removed",
  severity: "error",
  what: "A resource had `prevent_destroy` at the base and has it no more: the line is gone or false, or the whole block is gone, without a move to one that has it.",
  why: "It is the last thing that stops a destruction, and the tool itself says nothing when it is taken away with the block. Whoever takes it away mostly destroys next.",
  allow: "Keep `prevent_destroy`, or override.",
  judge: (context) => {
    if (context.base === void 0) return [];
    const head = protections(context.head.configuration);
    const moves = movesOf(context.head.configuration);
    return [...protections(context.base.configuration)].flatMap(([key, was]) => {
      if (!was.isProtected) return [];
      const is = head.get(key);
      if (is !== void 0) return is.isProtected ? [] : [weakened(was, is)];
      return isElsewhere(was, head, moves, context) ? [] : [gone(was, context)];
    });
  }
};
function protections(files) {
  const found = /* @__PURE__ */ new Map();
  const isOverride2 = ({ file }) => /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(file);
  for (const block2 of resourceBlocks(files).toSorted((a, b) => Number(isOverride2(a)) - Number(isOverride2(b)))) {
    const name2 = block2.block.labels.join(".");
    const key = `${block2.folder}
${name2}`;
    const earlier = found.get(key);
    const said2 = preventDestroy(block2.block);
    found.set(key, {
      block: earlier?.block ?? block2,
      name: name2,
      isProtected: said2 === void 0 ? earlier?.isProtected ?? false : said2
    });
  }
  return found;
}
function preventDestroy({ body: body2 }) {
  const values = body2.blocks.filter(({ type }) => type === "lifecycle").flatMap(({ body: inside }) => inside.arguments.filter(({ name: name2 }) => name2 === "prevent_destroy"));
  const value = values.at(-1)?.value;
  if (value === void 0) return void 0;
  return value.type === "literal" ? value.value === true || value.value === "true" : value.type === "expression";
}
function movesOf(files) {
  const blocks = files.flatMap(
    ({ file, body: body2 }) => body2.blocks.filter(({ type }) => type === "moved").map(({ body: inside }) => {
      const address = (wanted2) => addressOf(inside.arguments.find(({ name: name2 }) => name2 === wanted2)?.value);
      return { folder: posix2.dirname(file), from: address("from"), to: address("to") };
    })
  );
  return { blocks, calls: moduleCalls2(files) };
}
function addressOf(value) {
  if (value?.type === "expression") return addressSteps(value.text.trim()).join(".");
  return value?.type === "literal" ? addressSteps(String(value.value)).join(".") : "";
}
function isElsewhere(was, head, moves, context) {
  if (isDestroyed(was.name, context)) return false;
  const { folder } = was.block;
  const targets = moves.blocks.filter((move) => move.folder === folder && move.from === was.name).flatMap(({ to }) => {
    const steps = to.split(".");
    const names3 = steps.slice(0, -2).filter((_, index) => index % 2 === 1);
    return [...follow(names3, /* @__PURE__ */ new Set([folder]), moves.calls)].map(
      (target) => `${target}
${steps.slice(-2).join(".")}`
    );
  });
  if (targets.some((key) => head.get(key)?.isProtected)) return true;
  const base = new Set(context.base?.configuration.map(({ file }) => posix2.dirname(file)));
  return [...head.values()].some(
    ({ name: name2, isProtected, block: block2 }) => name2 === was.name && isProtected && !base.has(block2.folder)
  );
}
function isDestroyed(name2, { plan }) {
  return plan.changes.some((change) => change.destroys && `${change.type}.${change.name}` === name2);
}
function weakened({ name: name2 }, { block: block2 }) {
  return {
    message: `${name2} in ${block2.file} is no longer protected by \`prevent_destroy\`. Put it back, ${orOverride}; where the object is to go, say so in the pull request.`,
    at: block2.block.at
  };
}
function gone({ name: name2, block: block2 }, context) {
  const change = context.plan.changes.find((one) => one.destroys && `${one.type}.${one.name}` === name2);
  const then = change === void 0 ? "" : ` This plan would destroy ${change.address}.`;
  const address = change === void 0 ? {} : { address: change.address };
  return {
    message: `${name2}, which had \`prevent_destroy\` in ${block2.file} at the base, is gone from the configuration, and its protection with it.${then} Put it back, add a \`moved\` block if it has a new address, ${orOverride}.`,
    ...address
  };
}

// actions/lib/terraform/guards/protected-address.ts
var protectedAddress = {
  id: "protected-address",
  severity: "error",
  what: "An object whose address is listed under `protect` is destroyed, replaced or forgotten. `*` stands for any text; `module.db` covers all that is in it, `aws_db_instance.main` all of its instances. The address before a move counts too.",
  why: "Somebody wrote down that this one must stay.",
  allow: "Take it out of `protect` in a change of its own, or override.",
  judge: (context) => context.plan.changes.filter(({ destroys, forgets, mode }) => mode === "managed" && (destroys || forgets)).flatMap((change) => {
    const pattern2 = context.policy.protect.find((one) => covers2(one, change));
    if (pattern2 === void 0) return [];
    const done = change.action === "replace" ? "replaced" : change.destroys ? "destroyed" : "forgotten";
    const by = pattern2 === change.address ? "" : ` by \`${pattern2}\``;
    const message = `${change.address} would be ${done}, and is protected${by} in the settings. Change the configuration so that it stays, ${orOverride}.`;
    return [judged(change, context, message)];
  })
};
function covers2(pattern2, { address, previousAddress }) {
  return [address, ...previousAddress === void 0 ? [] : [previousAddress]].some((one) => {
    if (matchesPattern(pattern2, one) || one.startsWith(`${pattern2}.`) || one.startsWith(`${pattern2}[`)) return true;
    const steps = addressSteps(one);
    return steps.some((_, index) => index % 2 === 1 && matchesPattern(pattern2, steps.slice(0, index + 1).join(".")));
  });
}

// actions/lib/terraform/guards/compare-versions.ts
var pattern = /^v?(\d+)\.(\d+)\.(\d+)(?:-([0-9A-Za-z.-]+))?(?:\+[0-9A-Za-z.-]+)?$/;
function compareVersions(a, b) {
  const [left, right] = [pattern.exec(a), pattern.exec(b)];
  if (left === null || right === null) return void 0;
  for (const index of [1, 2, 3]) {
    const order2 = compareNumbers(left[index] ?? "", right[index] ?? "");
    if (order2 !== 0) return order2;
  }
  return comparePrereleases(left[4], right[4]);
}
function compareNumbers(a, b) {
  const [left, right] = [BigInt(a), BigInt(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}
function comparePrereleases(a, b) {
  if (a === void 0 || b === void 0) return Number(a === void 0) - Number(b === void 0);
  const [left, right] = [a.split("."), b.split(".")];
  for (let index = 0; index < Math.min(left.length, right.length); index += 1) {
    const [one = "", other = ""] = [left[index], right[index]];
    const [isNumber, otherIsNumber] = [/^\d+$/.test(one), /^\d+$/.test(other)];
    if (isNumber !== otherIsNumber) return isNumber ? -1 : 1;
    const order2 = isNumber ? compareNumbers(one, other) : one < other ? -1 : one > other ? 1 : 0;
    if (order2 !== 0) return order2;
  }
  return left.length - right.length;
}

// actions/lib/terraform/guards/provider-downgrade.ts
var providerDowngrade = {
  id: "provider-downgrade",
  severity: "warning",
  what: "The lock file has an older version of a provider than at the base.",
  why: "An older provider may not read what a newer one wrote into the state, and brings back what was mended since. The tool stops by itself where it cannot read the state: hence a warning.",
  allow: "Take the newer version again, by `terraform init -upgrade`, unless the older one is meant.",
  judge: ({ head, base }) => head.lock.flatMap((locked) => {
    const before = base?.lock.find(({ source }) => source === locked.source);
    if (before === void 0 || (compareVersions(locked.version, before.version) ?? 0) >= 0) return [];
    const message = `Provider ${locked.source} goes back from ${before.version} to ${locked.version}. Take the newer version again, unless the older one is meant; the state may have to be restored then.`;
    return [{ message, at: locked.at }];
  })
};

// actions/lib/terraform/guards/replace-limit.ts
var replaceLimit = {
  id: "replace-limit",
  severity: "error",
  what: "More objects are replaced (destroyed and created, in either order) than `max-replace` allows.",
  why: "A limit that somebody set is meant to hold. Without one, any number is let through.",
  allow: "Raise `max-replace`, or override.",
  judge: ({ plan, policy }) => {
    const replaced = plan.changes.filter(({ action, destroys }) => action === "replace" && destroys);
    if (policy.maxReplace === void 0 || replaced.length <= policy.maxReplace) return [];
    const names3 = listed(replaced.map(({ address }) => address));
    return [
      {
        message: `${count(replaced.length, "object")} would be replaced, and the settings allow ${policy.maxReplace}: ${names3}. Look at what forces each replacement; then raise \`max-replace\`, ${orOverride}.`
      }
    ];
  }
};

// actions/lib/terraform/guards/stateful-types.ts
var byProvider = {
  aws: `
    db_instance db_snapshot db_cluster_snapshot rds_cluster rds_global_cluster dsql_cluster dynamodb_table dynamodb_global_table
    docdb_cluster docdbelastic_cluster neptune_cluster redshift_cluster redshiftserverless_namespace elasticache_cluster
    elasticache_replication_group elasticache_serverless_cache memorydb_cluster keyspaces_keyspace keyspaces_table
    timestreamwrite_database timestreamwrite_table opensearch_domain elasticsearch_domain opensearchserverless_collection
    s3_bucket s3_directory_bucket s3tables_table s3tables_table_bucket glacier_vault backup_vault ebs_volume ebs_snapshot ami
    efs_file_system fsx_lustre_file_system fsx_ontap_file_system fsx_ontap_volume fsx_openzfs_file_system fsx_openzfs_volume
    fsx_windows_file_system msk_cluster msk_serverless_cluster mq_broker sqs_queue kinesis_stream
    kms_key kms_external_key kms_replica_key cloudhsm_v2_cluster secretsmanager_secret ssm_parameter
    acmpca_certificate_authority route53_zone ecr_repository ecrpublic_repository codecommit_repository cognito_user_pool
    cognito_identity_pool directory_service_directory cloudwatch_log_group cloudtrail_event_data_store eip
    eks_cluster eks_node_group organizations_account organizations_organization lightsail_database lightsail_disk`,
  azurerm: `
    mssql_server mssql_database mssql_managed_instance mssql_managed_database mssql_elasticpool
    postgresql_server postgresql_database postgresql_flexible_server postgresql_flexible_server_database
    mysql_server mysql_database mysql_flexible_server mysql_flexible_database mariadb_server mariadb_database
    cosmosdb_account cosmosdb_sql_database cosmosdb_sql_container cosmosdb_mongo_database cosmosdb_mongo_collection
    cosmosdb_postgresql_cluster mongo_cluster redis_cache redis_enterprise_cluster redis_enterprise_database managed_redis
    storage_account storage_container storage_share storage_table storage_queue storage_data_lake_gen2_filesystem
    managed_disk snapshot image shared_image netapp_volume netapp_pool
    key_vault key_vault_key key_vault_secret key_vault_certificate key_vault_managed_hardware_security_module
    dns_zone private_dns_zone container_registry eventhub eventhub_namespace servicebus_namespace servicebus_queue
    servicebus_topic recovery_services_vault data_protection_backup_vault log_analytics_workspace search_service
    kusto_cluster kusto_database synapse_workspace synapse_sql_pool resource_group public_ip
    kubernetes_cluster kubernetes_cluster_node_pool`,
  google: `
    sql_database_instance sql_database alloydb_cluster alloydb_instance spanner_instance spanner_database bigtable_instance
    bigtable_table bigquery_dataset bigquery_table firestore_database redis_instance redis_cluster memorystore_instance
    storage_bucket filestore_instance netapp_volume netapp_storage_pool compute_disk compute_region_disk compute_snapshot
    compute_image kms_key_ring kms_crypto_key kms_crypto_key_version secret_manager_secret secret_manager_secret_version
    secret_manager_regional_secret privateca_certificate_authority dns_managed_zone artifact_registry_repository
    container_registry sourcerepo_repository pubsub_topic pubsub_subscription managed_kafka_cluster
    logging_project_bucket_config backup_dr_backup_vault project folder compute_address compute_global_address
    container_cluster container_node_pool identity_platform_config`,
  ionoscloud: `
    pg_cluster pg_cluster_v2 pg_database mongo_cluster mariadb_cluster inmemorydb_replicaset s3_bucket s3_key
    object_storage_accesskey user_object_storage_bucket volume snapshot backup_unit nfs_cluster nfs_share kafka_cluster
    kafka_cluster_topic logging_pipeline dns_zone ipblock datacenter container_registry container_registry_token
    k8s_cluster k8s_node_pool`,
  digitalocean: `
    database_cluster database_db spaces_bucket volume volume_snapshot domain container_registry kubernetes_cluster
    kubernetes_node_pool reserved_ip`,
  hcloud: "volume snapshot primary_ip floating_ip storage_box zone",
  openstack: `
    blockstorage_volume_v3 objectstorage_container_v1 db_instance_v1 db_database_v1 dns_zone_v2 keymanager_secret_v1
    sharedfilesystem_share_v2 networking_floatingip_v2 containerinfra_cluster_v1`,
  oci: `
    database_db_system database_autonomous_database mysql_mysql_db_system psql_db_system nosql_table objectstorage_bucket
    core_volume core_boot_volume file_storage_file_system kms_vault kms_key vault_secret dns_zone
    artifacts_container_repository containerengine_cluster containerengine_node_pool`,
  alicloud: `
    db_instance polardb_cluster mongodb_instance kvstore_instance oss_bucket ecs_disk kms_key kms_secret alidns_domain
    cr_ee_repo cs_managed_kubernetes`,
  scaleway: `
    rdb_instance rdb_database redis_cluster mongodb_instance object_bucket block_volume instance_volume secret domain_zone
    registry_namespace k8s_cluster k8s_pool`,
  ovh: `
    cloud_project_database cloud_project_storage cloud_project_volume cloud_project_kube cloud_project_kube_nodepool
    domain_zone`,
  cloudflare: "zone r2_bucket d1_database workers_kv_namespace queue",
  vault: `
    mount kv_secret kv_secret_v2 generic_secret pki_secret_backend_root_cert pki_secret_backend_key
    transit_secret_backend_key namespace auth_backend`,
  kubernetes: `
    namespace namespace_v1 persistent_volume persistent_volume_v1 persistent_volume_claim persistent_volume_claim_v1
    stateful_set stateful_set_v1`,
  github: "repository",
  gitlab: "project group",
  mongodbatlas: "cluster advanced_cluster flex_cluster serverless_instance project",
  confluent: "kafka_cluster kafka_topic environment",
  postgresql: "database schema",
  mysql: "database",
  random: "password",
  tls: "private_key"
};
var statefulTypes = new Set(
  Object.entries(byProvider).flatMap(
    ([provider, types2]) => types2.trim().split(/\s+/).map((type) => `${provider}_${type}`)
  )
);

// actions/lib/terraform/guards/stateful-type.ts
var statefulType = {
  id: "stateful-type",
  severity: "error",
  what: "An object of a type that holds data, keys or names is destroyed or replaced: databases, buckets, volumes, keys, secrets, DNS zones, registries, clusters and node pools with local disks of AWS, Azure, Google Cloud, IONOS and others, and the types under `protect-types`.",
  why: "What it holds does not come back with the next apply.",
  allow: "Take the type out by `!type` under `protect-types`, or override.",
  judge: (context) => {
    const { protectTypes } = context.policy;
    const holdsData = createTypeTest(protectTypes);
    return context.plan.changes.filter(({ destroys, mode, type }) => mode === "managed" && destroys && holdsData(type)).map((change) => {
      const copy = change.deposed === void 0 ? "" : ` (its old object ${change.deposed}, which was replaced before)`;
      const how = change.action === "replace" ? "replaced, and what the old one holds is lost" : "destroyed, with what it holds";
      const message = `${change.address}${copy} would be ${how}. Make sure that a backup exists and can be restored, or that nothing is kept there; then ${orOverride.replace(/^or /, "")}.`;
      return judged(change, context, message);
    });
  }
};
function createTypeTest(protectTypes) {
  const taken = protectTypes.filter((entry) => entry.startsWith("!")).map((entry) => entry.slice(1));
  const added = protectTypes.filter((entry) => !entry.startsWith("!"));
  const known3 = /* @__PURE__ */ new Map();
  const test = (type) => !taken.some((pattern2) => matchesPattern(pattern2, type)) && (statefulTypes.has(type) || added.some((pattern2) => matchesPattern(pattern2, type)));
  return (type) => {
    const answer = known3.get(type) ?? test(type);
    known3.set(type, answer);
    return answer;
  };
}

// actions/lib/terraform/guards/unknown-action.ts
var unknownAction = {
  id: "unknown-action",
  severity: "error",
  what: "The plan has an action that this version does not know; or, as a warning, a field that it does not know.",
  why: "Nobody can say what an unknown action does. An unknown field may mean nothing: hence a warning; it is part of the fingerprint all the same.",
  allow: "Use a version of Seaworthy that knows it, or an older one of the tool; or override.",
  judge: (context) => {
    const { plan } = context;
    const risky = [...plan.changes, ...plan.deferred.map(({ change }) => change)].filter(
      ({ action }) => action === "other"
    );
    const ofResources = risky.map((change) => {
      const actions2 = oneLine(change.actions.join(", ")) || "none";
      const message = `${change.address}: the plan says \`${actions2}\`, which this version of Seaworthy does not know. Read what the tool does there; then update Seaworthy, or have this plan let through.`;
      return judged(change, context, message);
    });
    const ofOutputs = plan.outputs.filter(({ action }) => action === "other").map(
      ({ name: name2 }) => ({
        message: `Output ${name2}: the plan has an action for it that this version of Seaworthy does not know. Update Seaworthy, or have this plan let through.`,
        address: `output.${name2}`
      })
    );
    const fields = plan.unknownFields.length === 0 ? [] : [
      {
        message: `The plan has fields that this version of Seaworthy does not know: ${listed(plan.unknownFields.map(oneLine))}. They are not shown. Read the tool\u2019s own output, and update Seaworthy.`,
        severity: "warning"
      }
    ];
    return [...ofResources, ...ofOutputs, ...fields];
  }
};

// actions/lib/terraform/guards/all-guards.ts
var byId = {
  "delete-limit": deleteLimit,
  "replace-limit": replaceLimit,
  "protected-address": protectedAddress,
  "stateful-type": statefulType,
  forget,
  "nested-removal": nestedRemoval,
  "prevent-destroy-removed": preventDestroyRemoved,
  "node-pool-immutable": nodePoolImmutable,
  "provider-downgrade": providerDowngrade,
  "drift-in-change": driftInChange,
  "unknown-action": unknownAction,
  "incomplete-plan": incompletePlan,
  "failed-check": failedCheck
};
var allGuards = guardIds.map((id) => byId[id]);

// actions/lib/terraform/guards/judge-guards.ts
var ranks = { error: 0, warning: 1, note: 2 };
function judgeGuards(input) {
  const context = { ...input, locate: createLocator(input.head.configuration) };
  const findings = allGuards.flatMap((guard) => {
    const setting = Object.hasOwn(input.policy.severities, guard.id) ? input.policy.severities[guard.id] : void 0;
    if (setting === "off") return [];
    return guard.judge(context).map(({ message, address, at, severity }) => ({
      guard: guard.id,
      severity: setting ?? severity ?? guard.severity,
      message,
      ...address === void 0 ? {} : { address },
      ...at === void 0 ? {} : { at }
    }));
  });
  return findings.toSorted((a, b) => ranks[a.severity] - ranks[b.severity]);
}

// actions/lib/terraform/plan/json-limits.ts
var planLimits = { depth: 256, values: 2e7, bytes: 400 * 1024 * 1024 };
function checkLimits(json, limits = planLimits) {
  const open = [{ values: [json], next: 0 }];
  let seen = 0;
  for (let level = open.at(-1); level !== void 0; level = open.at(-1)) {
    if (level.next === level.values.length) {
      open.pop();
      continue;
    }
    const value = level.values[level.next++];
    seen++;
    if (seen > limits.values) tooMuch(`has more than ${limits.values.toLocaleString("en-US")} values`);
    if (typeof value !== "object" || value === null) continue;
    if (open.length > limits.depth) tooMuch(`is nested more than ${limits.depth} levels deep`);
    open.push({ values: Array.isArray(value) ? value : Object.values(value), next: 0 });
  }
}
function tooMuch(what) {
  throw new UserError(`The JSON of the plan ${what}: it is not read.`, {
    next: "plan less at once, by splitting the root module; where this is a real plan, report the limit as too low"
  });
}

// actions/lib/terraform/plan/parse-plan-text.ts
function parsePlanText(text2, limits = planLimits) {
  if (text2.length > limits.bytes) tooMuch(`is larger than ${Math.floor(limits.bytes / 1024 / 1024)} MiB`);
  const decoded = typeof text2 === "string" ? text2 : new TextDecoder().decode(text2);
  try {
    return JSON.parse(decoded.startsWith("\uFEFF") ? decoded.slice(1) : decoded);
  } catch (error) {
    const position = error instanceof SyntaxError ? /position (\d+)/.exec(error.message)?.[1] : void 0;
    throw new UserError("This is not the JSON of a plan: it is not JSON.", {
      ...position === void 0 ? {} : { where: lineAndColumn(decoded, Number(position)) },
      next: decoded.startsWith("PK") ? "this is a saved plan itself: give the output of `terraform show -json PLANFILE`" : "give the output of `terraform show -json PLANFILE` (or `tofu show -json PLANFILE`), without its error stream"
    });
  }
}
function lineAndColumn(text2, position) {
  const before = text2.slice(0, position);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line++;
  return `line ${line}, column ${position - lineStart + 1}`;
}

// actions/lib/terraform/plan/count-changes.ts
function countChanges(plan) {
  const { changes, invocations } = plan;
  const number3 = (test) => changes.filter(test).length;
  const put = invocations.filter(({ deferred }) => deferred !== void 0).length;
  return {
    create: number3(({ action }) => action === "create"),
    update: number3(({ action }) => action === "update"),
    replace: number3(({ action }) => action === "replace"),
    delete: number3(({ action }) => action === "delete"),
    read: number3(({ action }) => action === "read"),
    forget: number3(({ action, forgets }) => forgets && action !== "other"),
    move: number3(({ moved }) => moved),
    import: number3(({ importing }) => importing !== void 0),
    outputs: plan.outputs.length,
    invoke: invocations.length - put,
    deferred: plan.deferred.length + put,
    other: number3(({ action }) => action === "other") + plan.outputs.filter(({ action }) => action === "other").length,
    drift: plan.drift.length,
    failedChecks: plan.checks.filter(({ status }) => status === "fail" || status === "error").length,
    unchanged: plan.unchanged
  };
}

// actions/lib/terraform/plan/json-fields.ts
function refuse(place3, expected, found) {
  const where = clip(oneLine(place3), 200);
  throw new UserError(`This is not the JSON of a plan: ${where} should be ${expected} and is ${kindOf2(found)}.`, {
    where,
    next: "make it anew by `terraform show -json PLANFILE` (or `tofu show -json PLANFILE`), and give the output as it is"
  });
}
function objectAt(value, place3) {
  return isObject3(value) ? value : refuse(place3, "an object", value);
}
function listAt(value, place3) {
  if (value === void 0 || value === null) return [];
  return Array.isArray(value) ? value : refuse(place3, "a list", value);
}
function entriesAt(value, place3) {
  return value === void 0 || value === null ? [] : Object.entries(objectAt(value, place3));
}
function textAt(value, place3) {
  return typeof value === "string" ? value : refuse(place3, "text", value);
}
function optionalTextAt(value, place3) {
  return value === void 0 || value === null || value === "" ? void 0 : textAt(value, place3);
}
function optionalFlagAt(value, place3) {
  if (value === void 0 || value === null) return void 0;
  return typeof value === "boolean" ? value : refuse(place3, "true or false", value);
}
var isObject3 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function kindOf2(value) {
  if (value === void 0) return "absent";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}

// actions/lib/terraform/plan/needs-apply.ts
function needsApply({ applyable, errored, all, changes, drift, outputs: outputs2, invocations }) {
  if (applyable !== void 0) return applyable;
  if (errored) return false;
  if (changes.length > 0 || outputs2.length > 0) return true;
  if (invocations.some(({ deferred }) => deferred === void 0)) return true;
  return all.length === 0 && drift.some(({ action }) => action !== "no-op");
}

// actions/lib/terraform/plan/read-checks.ts
function readChecks(json) {
  return listAt(json, "checks").flatMap((entry, index) => {
    const place3 = `checks[${index}]`;
    const check = objectAt(entry, place3);
    const address = objectAt(check.address, `${place3}.address`);
    const kind = optionalTextAt(address.kind, `${place3}.address.kind`) ?? "";
    const instances = listAt(check.instances, `${place3}.instances`);
    const own4 = readResult(check, place3, kind);
    if (instances.length === 0) return [own4];
    const results = instances.map(
      (instance2, at) => readResult(objectAt(instance2, `${place3}.instances[${at}]`), `${place3}.instances[${at}]`, kind)
    );
    const told = results.some(({ status }) => status === own4.status) || own4.status === "pass" || own4.status === "unknown";
    return told ? results : [own4, ...results];
  });
}
function readResult(json, place3, kind) {
  const address = objectAt(json.address, `${place3}.address`);
  const problems = listAt(json.problems, `${place3}.problems`).map(
    (problem, index) => isObject3(problem) ? optionalTextAt(problem.message, `${place3}.problems[${index}].message`) ?? "" : ""
  );
  return {
    address: optionalTextAt(address.to_display, `${place3}.address.to_display`) ?? place3,
    kind,
    status: statusOf(json.status),
    problems: problems.filter((message) => message !== "")
  };
}
function statusOf(status) {
  return status === "pass" || status === "fail" || status === "error" ? status : "unknown";
}

// actions/lib/terraform/plan/change-action.ts
var single = /* @__PURE__ */ new Set(["create", "update", "delete", "read", "forget", "no-op"]);
var replacements = {
  "delete,create": "delete-first",
  "create,delete": "create-first",
  "forget,create": "delete-first",
  "create,forget": "create-first"
};
function judgeActions(actions2) {
  const destroys = actions2.includes("delete");
  const forgets = actions2.includes("forget");
  const [only] = actions2;
  if (actions2.length === 1 && only !== void 0 && single.has(only)) {
    return { action: only, destroys, forgets };
  }
  const words = actions2.join(",");
  const order2 = Object.hasOwn(replacements, words) ? replacements[words] : void 0;
  return order2 === void 0 ? { action: "other", destroys, forgets } : { action: "replace", destroys, forgets, order: order2 };
}

// actions/lib/terraform/plan/read-resource-change.ts
function readResourceChange(json, place3) {
  const entry = objectAt(json, place3);
  const inside = `${place3}.change`;
  const change = objectAt(entry.change, inside);
  const actions2 = listAt(change.actions, `${inside}.actions`).map(
    (word, index) => textAt(word, `${inside}.actions[${index}]`)
  );
  const address = textAt(entry.address, `${place3}.address`);
  const previousAddress = optionalTextAt(entry.previous_address, `${place3}.previous_address`);
  const importing = readImporting(change.importing, `${inside}.importing`);
  return {
    address,
    ...defined("previousAddress", previousAddress),
    ...defined("deposed", optionalTextAt(entry.deposed, `${place3}.deposed`)),
    // A mode that we do not know is taken for the one that can do harm.
    mode: optionalTextAt(entry.mode, `${place3}.mode`) === "data" ? "data" : "managed",
    type: textAt(entry.type, `${place3}.type`),
    name: textAt(entry.name, `${place3}.name`),
    ...defined("module", optionalTextAt(entry.module_address, `${place3}.module_address`)),
    provider: optionalTextAt(entry.provider_name, `${place3}.provider_name`) ?? "",
    ...judgeActions(actions2),
    actions: actions2,
    moved: previousAddress !== void 0 && previousAddress !== address,
    ...defined("importing", importing),
    ...defined("generatedConfig", optionalTextAt(change.generated_config, `${inside}.generated_config`)),
    ...defined("reason", optionalTextAt(entry.action_reason, `${place3}.action_reason`)),
    replacePaths: listAt(change.replace_paths, `${inside}.replace_paths`).map(
      (path, index) => readPath(path, `${inside}.replace_paths[${index}]`)
    ),
    ...readSides2(change)
  };
}
function readSides2(change) {
  return {
    before: change.before ?? null,
    after: change.after ?? null,
    afterUnknown: change.after_unknown ?? false,
    beforeSensitive: change.before_sensitive ?? false,
    afterSensitive: change.after_sensitive ?? false
  };
}
function defined(name2, value) {
  return value === void 0 ? {} : { [name2]: value };
}
function readImporting(json, place3) {
  if (json === void 0 || json === null) return void 0;
  const importing = objectAt(json, place3);
  return {
    ...defined("id", optionalTextAt(importing.id, `${place3}.id`)),
    ...defined("identity", importing.identity ?? void 0),
    ...defined("unknown", optionalFlagAt(importing.unknown, `${place3}.unknown`))
  };
}
function readPath(json, place3) {
  return listAt(json, place3).map(
    (step, index) => typeof step === "string" || typeof step === "number" ? step : refuse(`${place3}[${index}]`, "text or a number", step)
  );
}

// actions/lib/terraform/plan/read-invocations.ts
function readInvocations(now, later) {
  return [
    ...listAt(now, "action_invocations").map((entry, index) => readInvocation(entry, `action_invocations[${index}]`)),
    ...listAt(later, "deferred_action_invocations").map((entry, index) => {
      const place3 = `deferred_action_invocations[${index}]`;
      const deferred = objectAt(entry, place3);
      return {
        ...readInvocation(deferred.action_invocation, `${place3}.action_invocation`),
        deferred: optionalTextAt(deferred.reason, `${place3}.reason`) ?? "unknown"
      };
    })
  ];
}
function readInvocation(json, place3) {
  const invocation = objectAt(json, place3);
  const lifecycle2 = invocation.lifecycle_action_trigger;
  const asked = invocation.invoke_action_trigger;
  const trigger = isObject3(lifecycle2) ? optionalTextAt(
    lifecycle2.triggering_resource_address,
    `${place3}.lifecycle_action_trigger.triggering_resource_address`
  ) : isObject3(asked) ? optionalTextAt(asked.calling_resource_address, `${place3}.invoke_action_trigger.calling_resource_address`) : void 0;
  return {
    address: textAt(invocation.address, `${place3}.address`),
    type: optionalTextAt(invocation.type, `${place3}.type`) ?? "",
    provider: optionalTextAt(invocation.provider_name, `${place3}.provider_name`) ?? "",
    ...defined("trigger", trigger)
  };
}

// actions/lib/terraform/plan/read-outputs.ts
function readOutputs(json) {
  return entriesAt(json, "output_changes").flatMap(([name2, entry]) => {
    const place3 = `output_changes.${name2}`;
    const change = objectAt(entry, place3);
    const actions2 = listAt(change.actions, `${place3}.actions`).map(
      (word, index) => textAt(word, `${place3}.actions[${index}]`)
    );
    const [action] = actions2;
    if (actions2.length === 1 && action === "no-op") return [];
    const { before, after: after2, afterUnknown, beforeSensitive, afterSensitive } = readSides2(change);
    const known3 = actions2.length === 1 && (action === "create" || action === "update" || action === "delete");
    return {
      name: name2,
      action: known3 ? action : "other",
      before,
      after: after2,
      afterUnknown,
      sensitive: hasMark(beforeSensitive) || hasMark(afterSensitive)
    };
  });
}
function hasMark(marks) {
  if (typeof marks === "object" && marks !== null) return Object.values(marks).some(hasMark);
  return marks !== false && marks !== null && marks !== void 0;
}

// actions/lib/terraform/plan/spurious-drift.ts
function isSpuriousDrift({ action, before, after: after2 }) {
  return action === "no-op" || action === "update" && sameButForNothing(before, after2);
}
function sameButForNothing(before, after2) {
  if (isNothing3(before) && isNothing3(after2)) return true;
  if (Array.isArray(before) && Array.isArray(after2)) {
    return before.length === after2.length && before.every((item, index) => sameButForNothing(item, after2[index]));
  }
  if (isObject3(before) && isObject3(after2)) {
    const names3 = /* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after2)]);
    return [...names3].every((name2) => sameButForNothing(own2(before, name2), own2(after2, name2)));
  }
  return before === after2;
}
var own2 = (object, name2) => Object.hasOwn(object, name2) ? object[name2] : null;
function isNothing3(value) {
  if (value === null || value === void 0 || value === "") return true;
  return typeof value === "object" && Object.keys(value).length === 0;
}

// actions/lib/terraform/plan/read-plan.ts
var knownFields = /* @__PURE__ */ new Set([
  "format_version",
  "terraform_version",
  "variables",
  "planned_values",
  "resource_drift",
  "resource_changes",
  "deferred_changes",
  "deferred_action_invocations",
  "output_changes",
  "action_invocations",
  "prior_state",
  "configuration",
  "relevant_attributes",
  "checks",
  "timestamp",
  "applyable",
  "complete",
  "errored"
]);
var planFields = ["planned_values", "configuration", "resource_changes", "output_changes", "applyable", "errored"];
function readPlan(json, limits) {
  checkLimits(json, limits);
  const plan = objectAt(json, "the whole");
  const formatVersion = checkFormat(plan);
  const all = readChanges(plan.resource_changes, "resource_changes");
  const changes = all.filter(isChange);
  const found = readChanges(plan.resource_drift, "resource_drift");
  const spuriousDrift = found.filter(isSpuriousDrift);
  const drift = found.filter((change) => !isSpuriousDrift(change));
  const outputs2 = readOutputs(plan.output_changes);
  const checks = readChecks(plan.checks);
  const deferred = readDeferred(plan.deferred_changes);
  const invocations = readInvocations(plan.action_invocations, plan.deferred_action_invocations);
  const errored = optionalFlagAt(plan.errored, "errored") ?? false;
  const putOff = deferred.length > 0 || invocations.some((invocation) => invocation.deferred !== void 0);
  return {
    formatVersion,
    toolVersion: optionalTextAt(plan.terraform_version, "terraform_version") ?? "",
    errored,
    complete: optionalFlagAt(plan.complete, "complete") ?? !(errored || putOff),
    changes,
    drift,
    ...spuriousDrift.length === 0 ? {} : { spuriousDrift },
    outputs: outputs2,
    checks,
    deferred,
    invocations,
    variables: readVariables(plan.variables),
    unknownFields: Object.keys(plan).filter((name2) => !knownFields.has(name2) && !isEmpty2(plan[name2])),
    counts: countChanges({
      changes,
      unchanged: all.length - changes.length,
      drift,
      outputs: outputs2,
      checks,
      deferred,
      invocations
    }),
    needsApply: needsApply({
      applyable: optionalFlagAt(plan.applyable, "applyable"),
      errored,
      all,
      changes,
      drift: found,
      outputs: outputs2,
      invocations
    })
  };
}
function isChange({ action, moved, importing, generatedConfig }) {
  return action !== "no-op" || moved || importing !== void 0 || generatedConfig !== void 0;
}
function checkFormat(plan) {
  const formatVersion = textAt(plan.format_version, "format_version");
  if (!planFields.some((name2) => Object.hasOwn(plan, name2))) {
    throw new UserError("This is not the JSON of a plan: it has none of the fields of one.", {
      next: "give the output of `terraform show -json PLANFILE`; without a file the command shows the state"
    });
  }
  if (!/^[01]\./.test(formatVersion)) {
    throw new UserError(
      `The JSON of the plan has format ${JSON.stringify(formatVersion.slice(0, 20))}, and 1.x is what is known here.`,
      {
        where: "format_version",
        next: "use a version of Seaworthy that knows it, or an older version of the tool"
      }
    );
  }
  return formatVersion;
}
function readChanges(json, place3) {
  return listAt(json, place3).map((entry, index) => readResourceChange(entry, `${place3}[${index}]`));
}
function readDeferred(json) {
  return listAt(json, "deferred_changes").map((entry, index) => {
    const place3 = `deferred_changes[${index}]`;
    const deferred = objectAt(entry, place3);
    return {
      reason: optionalTextAt(deferred.reason, `${place3}.reason`) ?? "unknown",
      change: readResourceChange(deferred.resource_change, `${place3}.resource_change`)
    };
  });
}
function readVariables(json) {
  return Object.fromEntries(
    entriesAt(json, "variables").map(([name2, entry]) => [name2, objectAt(entry, `variables.${name2}`).value ?? null])
  );
}
function isEmpty2(value) {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject3(value)) return Object.keys(value).length === 0;
  return value === null || value === void 0 || value === false || value === "";
}

// actions/lib/terraform/redact/collect-secrets.ts
var isFields = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
var own3 = (fields, key) => isFields(fields) && Object.hasOwn(fields, key) ? fields[key] : void 0;
function secretsOfPlan(json) {
  const found = /* @__PURE__ */ new Set();
  const collect2 = (value, mask = true) => collectMarked(value, mask, found);
  collectVariables(json, collect2);
  const pending = [json];
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    if (Array.isArray(next)) {
      for (const item of next) if (typeof item === "object" && item !== null) pending.push(item);
      continue;
    }
    if (!isFields(next)) continue;
    const marked2 = markedFields(next);
    for (const [key, mask] of marked2) collect2(next[key], mask);
    if (next.sensitive === true) {
      collect2(own3(next, "value"));
      collect2(own3(next, "default"));
      collect2(own3(own3(next, "expression"), "constant_value"));
    }
    for (const [key, value] of Object.entries(next)) {
      if (typeof value === "object" && value !== null && !marked2.has(key)) pending.push(value);
    }
  }
  return [...new Set([...found].flatMap(secretParts))];
}
function markedFields(fields) {
  const marked2 = /* @__PURE__ */ new Map();
  for (const key of Object.keys(fields)) {
    if (key === "sensitive_values") marked2.set("values", fields[key]);
    else if (key.endsWith("_sensitive")) {
      const name2 = key.slice(0, -"_sensitive".length);
      for (const field2 of [name2, `${name2}_values`]) if (Object.hasOwn(fields, field2)) marked2.set(field2, fields[key]);
    }
  }
  return marked2;
}
function collectMarked(value, mask, found) {
  const pending = [[value, mask]];
  for (let next = pending.pop(); next !== void 0; next = pending.pop()) {
    const [at, marks] = next;
    const isSecret = marks === true;
    if (typeof at === "string" || typeof at === "number") {
      if (isSecret && at !== "") found.add(String(at));
    } else if (Array.isArray(at)) {
      for (const [index, item] of at.entries()) {
        const mark = isSecret || (Array.isArray(marks) ? marks[index] : void 0);
        if (mark !== void 0) pending.push([item, mark]);
      }
    } else if (isFields(at)) {
      for (const [key, item] of Object.entries(at)) {
        const mark = isSecret || own3(marks, key);
        if (mark !== void 0) pending.push([item, mark]);
      }
    }
  }
}
function collectVariables(json, collect2) {
  const values = own3(json, "variables");
  const root = {
    module: own3(own3(json, "configuration"), "root_module"),
    given: (variable) => [own3(own3(values, variable), "value")]
  };
  const pending = [root];
  for (let call = pending.pop(); call !== void 0; call = pending.pop()) {
    const { module: module2, given } = call;
    for (const [name2, variable] of Object.entries(own3(module2, "variables") ?? {})) {
      if (own3(variable, "sensitive") === true) for (const value of given(name2)) collect2(value);
    }
    for (const inner of Object.values(own3(module2, "module_calls") ?? {})) {
      const expressions = own3(inner, "expressions");
      pending.push({
        module: own3(inner, "module"),
        given: (variable) => {
          const expression = own3(expressions, variable);
          const references = own3(expression, "references");
          const [only] = Array.isArray(references) && references.length === 1 ? references : [];
          const handed = typeof only === "string" && only.startsWith("var.") ? given(only.slice("var.".length)) : [];
          return [own3(expression, "constant_value"), ...handed];
        }
      });
    }
  }
}

// actions/lib/terraform/result/marks.ts
function isMarked(mark) {
  return typeof mark !== "object" && mark !== false && mark !== void 0;
}
function hasMark2(mark) {
  return typeof mark === "object" && mark !== null ? Object.values(mark).some(hasMark2) : isMarked(mark);
}
function isHidden(value, mark) {
  if (isMarked(mark)) return true;
  return mark !== null && typeof mark === "object" && !isContainer(value) && hasMark2(mark);
}
function markOf(mark, key) {
  if (typeof mark !== "object" || mark === null) return isMarked(mark);
  return Object.hasOwn(mark, key) ? mark[key] ?? false : false;
}
var isContainer = (value) => typeof value === "object" && value !== null;
function memberOf(value, key) {
  if (!isContainer(value) || !Object.hasOwn(value, key)) return void 0;
  return value[key];
}
function membersOf(...values) {
  const [first = [], ...others] = values.filter(isContainer).map((value) => Object.keys(value));
  const isNew = (name2, index) => first[index] !== name2;
  return others.every((names3) => !names3.some(isNew)) ? first : [...new Set([first, ...others].flat())];
}
function isSame(one, other) {
  if (one === other) return true;
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names3 = Object.keys(one);
  if (names3.length !== Object.keys(other).length) return false;
  return names3.every((name2) => Object.hasOwn(other, name2) && isSame(memberOf(one, name2), memberOf(other, name2)));
}

// actions/lib/terraform/result/align-lists.ts
var maxEdits = 1e3;
var maxPairs = 400;
var sameObject = 0.5;
function alignLists(before, after2, unknown) {
  const later = after2.map((_, index) => hasMark2(markOf(unknown, index)));
  const middle = trimEqual(before, after2, (index, other) => !later[other] && isSame(before[index], after2[other]));
  const run2 = { before: middle.start, beforeEnd: middle.beforeEnd, after: middle.start, afterEnd: middle.afterEnd };
  const pair = (index, other) => isPair2(before[index], after2[other], markOf(unknown, other));
  const alike = (index, other) => likeness(before[index], after2[other]);
  const old = before.slice(run2.before, run2.beforeEnd).map((item) => JSON.stringify(item ?? null));
  const fresh = after2.slice(run2.after, run2.afterEnd).map((item, index) => later[run2.after + index] ? `later ${index}` : JSON.stringify(item ?? null));
  return split(run2, old, fresh).flatMap((part) => alignRun(part, pair, alike));
}
function trimEqual(before, after2, isEqual) {
  const shorter = Math.min(before.length, after2.length);
  let start2 = 0;
  while (start2 < shorter && isEqual(start2, start2)) start2++;
  let beforeEnd = before.length;
  let afterEnd = after2.length;
  while (beforeEnd > start2 && afterEnd > start2 && isEqual(beforeEnd - 1, afterEnd - 1)) {
    beforeEnd--;
    afterEnd--;
  }
  return { start: start2, beforeEnd, afterEnd };
}
function split(whole, old, fresh) {
  if (old.length === 0 || fresh.length === 0 || old.length * fresh.length === 1) return [whole];
  const parts2 = diffArrays(old, fresh, { maxEditLength: maxEdits });
  if (parts2 === void 0) return [whole];
  const runs = [];
  let run2 = { ...whole, beforeEnd: whole.before, afterEnd: whole.after };
  for (const { added, removed, value } of parts2) {
    if (!added && !removed) {
      runs.push(run2);
      const before = run2.beforeEnd + value.length;
      const after2 = run2.afterEnd + value.length;
      run2 = { before, beforeEnd: before, after: after2, afterEnd: after2 };
    } else if (removed) run2 = { ...run2, beforeEnd: run2.beforeEnd + value.length };
    else run2 = { ...run2, afterEnd: run2.afterEnd + value.length };
  }
  return [...runs, run2];
}
function alignRun({ before, beforeEnd, after: after2, afterEnd }, isLeafPair, alike) {
  const rows = beforeEnd - before;
  const columns = afterEnd - after2;
  if (rows === 0 && columns === 0) return [];
  const inOrder2 = rows * columns > maxPairs || rows === 0 || columns === 0;
  const leaves = rows === columns && range(rows).every((index) => isLeafPair(before + index, after2 + index));
  if (inOrder2 || leaves) {
    return range(Math.max(rows, columns)).map((index) => ({
      ...index < rows ? { before: before + index } : {},
      ...index < columns ? { after: after2 + index } : {}
    }));
  }
  const weights = range(rows).map(
    (row3) => range(columns).map((column2) => {
      const { share, isNamed } = alike(before + row3, after2 + column2);
      const isSamePlace = rows === columns && row3 === column2;
      const isLikely = isSamePlace && (!isNamed || isLeafPair(before + row3, after2 + column2));
      return isLikely ? Math.max(share, sameObject) : share;
    })
  );
  const best = range(rows + 1).map(() => new Float64Array(columns + 1));
  const at = (row3, column2) => best[row3]?.[column2] ?? 0;
  const taken = (row3, column2) => {
    const weight = weights[row3]?.[column2] ?? 0;
    return weight >= sameObject ? at(row3 + 1, column2 + 1) + weight : -1;
  };
  for (let row3 = rows - 1; row3 >= 0; row3--) {
    for (let column2 = columns - 1; column2 >= 0; column2--) {
      const most = Math.max(at(row3 + 1, column2), at(row3, column2 + 1), taken(row3, column2));
      const line = best[row3];
      if (line !== void 0) line[column2] = most;
    }
  }
  const aligned = [];
  let row2 = 0;
  let column = 0;
  while (row2 < rows || column < columns) {
    if (row2 < rows && column < columns && taken(row2, column) === at(row2, column)) {
      aligned.push({ before: before + row2++, after: after2 + column++ });
    } else if (row2 < rows && (column === columns || at(row2 + 1, column) >= at(row2, column + 1))) {
      aligned.push({ before: before + row2++ });
    } else aligned.push({ after: after2 + column++ });
  }
  return aligned;
}
var isPair2 = (before, after2, unknown) => isMarked(unknown) || !isContainer(before) || !isContainer(after2);
function likeness(before, after2) {
  if (!isContainer(before) || !isContainer(after2) || Array.isArray(before) !== Array.isArray(after2)) {
    return { share: 0, isNamed: true };
  }
  const names3 = membersOf(before, after2);
  if (names3.length === 0) return { share: 1, isNamed: false };
  const equal = (name2) => isSame(memberOf(before, name2) ?? null, memberOf(after2, name2) ?? null);
  const share = names3.filter(equal).length / names3.length;
  const naming = ["name", "key", "id"].find((name2) => memberOf(before, name2) != null && memberOf(after2, name2) != null);
  if (naming === void 0) return { share, isNamed: false };
  return { share: equal(naming) ? Math.max(share, 0.6) : share * 0.6, isNamed: true };
}
var range = (length) => Array.from({ length }, (_, index) => index);

// actions/lib/terraform/result/write-value.ts
var knownAfterApply = "(known after apply)";
var valueLimit = 200;
var lineLimit = 12;
function writeValue(marked2, redactor, limit = valueLimit) {
  const parts2 = [];
  write(marked2, redactor, parts2, { left: limit * 2 });
  return clip(parts2.join(""), limit);
}
function writeText(text2, redactor) {
  const safe2 = redactor.text(text2);
  if (safe2 === redacted) return redacted;
  return safe2.includes("\n") ? writeLines(safe2.split("\n")) : clip(JSON.stringify(safe2), valueLimit);
}
function writeLines(lines) {
  const shown2 = lines.slice(0, lineLimit).map((line) => clip(line, valueLimit));
  if (lines.length > lineLimit) shown2.push(`... (${lines.length - lineLimit} more lines)`);
  return shown2.join("\n");
}
function writePair(before, after2) {
  const longest = Math.max(before.length, after2.length);
  let start2 = 0;
  if (longest > valueLimit - 20) {
    while (start2 < before.length && before[start2] === after2[start2]) start2++;
    start2 = Math.max(0, start2 - 40);
  }
  const cut = (text2) => {
    if (text2 === redacted) return redacted;
    const quoted = JSON.stringify(start2 > 0 ? text2.slice(start2).toWellFormed() : text2);
    return clip(start2 > 0 ? `"... ${quoted.slice(1)}` : quoted, valueLimit);
  };
  return { before: cut(before), after: cut(after2) };
}
function writeKey(name2, redactor) {
  const safe2 = redactor.text(name2);
  return /^[A-Za-z_][\w-]*$/.test(safe2) ? safe2 : clip(JSON.stringify(safe2), 100);
}
function countLeaves(value, limit) {
  if (!isContainer(value)) return value === null || value === void 0 ? 0 : 1;
  let leaves = 0;
  for (const member2 of Object.values(value)) {
    leaves += countLeaves(member2, limit - leaves);
    if (leaves >= limit) break;
  }
  return leaves;
}
function write(marked2, redactor, parts2, room) {
  if (room.left < 0) return;
  const leaf = writeLeaf(marked2, redactor);
  const add = (text2) => {
    room.left -= text2.length;
    parts2.push(text2);
  };
  if (leaf !== void 0) {
    add(leaf);
    return;
  }
  const { value, unknown, marks } = marked2;
  const isList = Array.isArray(value);
  const names3 = membersOf(value, unknown).filter(
    (name2) => isList || (memberOf(value, name2) ?? null) !== null || hasMark2(markOf(unknown, name2))
  );
  const [open, close] = isList ? ["[", "]"] : names3.length === 0 ? ["{", "}"] : ["{ ", " }"];
  add(open);
  for (const [index, name2] of names3.entries()) {
    if (room.left < 0) break;
    if (index > 0) add(", ");
    if (!isList) add(`${writeKey(name2, redactor)} = `);
    const member2 = { value: memberOf(value, name2), unknown: markOf(unknown, name2) };
    write({ ...member2, marks: marks.map((mark) => markOf(mark, name2)) }, redactor, parts2, room);
  }
  add(close);
}
function writeLeaf({ value, unknown, marks }, redactor) {
  if (marks.some((mark) => isHidden(value, mark))) return redacted;
  if (isMarked(unknown)) return knownAfterApply;
  if (isContainer(value)) return void 0;
  if (typeof value !== "string") return redactor.text(String(value ?? null));
  const safe2 = redactor.text(value);
  return safe2 === redacted ? redacted : JSON.stringify(safe2);
}

// actions/lib/terraform/result/difference-rows.ts
var wholeObject = { steps: [], text: "" };
function placeOf2({ steps, text: text2 }, key, redactor) {
  if (typeof key === "number") return { steps: [...steps, key], text: `${text2}[${key}]` };
  const name2 = writeKey(key, redactor);
  const written = name2.startsWith('"') ? `${text2}[${name2}]` : text2 === "" ? name2 : `${text2}.${name2}`;
  return { steps: [...steps, key], text: written };
}
function collectRows(redactor, replacePaths, limit) {
  const differences = [];
  let leftOut4 = 0;
  return {
    redactor,
    add: (place3, sides) => {
      const forcesReplacement = replacePaths.some((path) => isAlong(path, place3.steps));
      if (differences.length >= (forcesReplacement ? limit * 2 : limit)) {
        leftOut4++;
        return;
      }
      const written = sides();
      const kind = written.before === void 0 ? "added" : written.after === void 0 ? "removed" : "changed";
      differences.push({ path: place3.text, kind, ...written, forcesReplacement });
    },
    result: () => ({ differences, leftOut: leftOut4 })
  };
}
function isAlong(path, other) {
  const shared = Math.min(path.length, other.length);
  for (let index = 0; index < shared; index++) if (path[index] !== other[index]) return false;
  return true;
}

// actions/lib/terraform/result/text-differences.ts
var textLimit = 512 * 1024;
var jsonLimits = { depth: 64, values: 5e4, bytes: textLimit };
var maxEdits2 = 1e3;
function textDifferences(before, after2, place3, rows, compare4) {
  const { redactor } = rows;
  const json = { before: readJsonText(before, redactor), after: readJsonText(after2, redactor) };
  if (json.before !== void 0 && json.after !== void 0) {
    let found = 0;
    const inside = { ...place3, text: `${place3.text} (JSON)` };
    const counted = {
      redactor,
      add: (...row2) => {
        found++;
        rows.add(...row2);
      }
    };
    compare4({ ...json, unknown: false, beforeMark: false, afterMark: false }, inside, counted);
    if (found === 0)
      rows.add({ ...place3, text: `${place3.text} (form of JSON)` }, () => writeSides(before, after2, redactor));
    return;
  }
  if ((before.includes("\n") || after2.includes("\n")) && Math.max(before.length, after2.length) <= textLimit) {
    lineDifferences(before, after2, place3, rows);
    return;
  }
  rows.add(place3, () => writeSides(before, after2, redactor));
}
function readJsonText(text2, redactor) {
  if (text2.length > textLimit || !/^\s*[[{]/.test(text2)) return void 0;
  const value = parse2(text2);
  if (value === void 0) return void 0;
  const safe2 = redactor.text(text2);
  if (safe2 === text2) return value;
  const safeValue = parse2(safe2);
  return safeValue !== void 0 && isSameShape(value, safeValue) ? value : void 0;
}
function parse2(text2) {
  try {
    const value = JSON.parse(text2);
    checkLimits(value, jsonLimits);
    return isContainer(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function isSameShape(one, other) {
  if (!isContainer(one) || !isContainer(other)) return isContainer(one) === isContainer(other);
  const names3 = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other) || names3.length !== membersOf(other).length) return false;
  return names3.every((name2) => Object.hasOwn(other, name2) && isSameShape(memberOf(one, name2), memberOf(other, name2)));
}
function lineDifferences(before, after2, place3, rows) {
  const old = readLines(before, rows.redactor);
  const fresh = readLines(after2, rows.redactor);
  const { start: first, ...ends } = trimEqual(
    old.compared,
    fresh.compared,
    (index, other) => old.compared[index] === fresh.compared[other]
  );
  const parts2 = diffArrays(old.compared.slice(first, ends.beforeEnd), fresh.compared.slice(first, ends.afterEnd), {
    maxEditLength: maxEdits2
  });
  if (parts2 === void 0 || parts2.every(({ added, removed }) => !added && !removed)) {
    rows.add(place3, () => ({ before: writeLines(old.shown), after: writeLines(fresh.shown) }));
    return;
  }
  let line = { before: first, after: first };
  for (const [index, { added, removed, value }] of parts2.entries()) {
    const { length } = value;
    const start2 = line;
    line = { before: line.before + (added ? 0 : length), after: line.after + (removed ? 0 : length) };
    const next = parts2[index + 1];
    if (removed) {
      const into = next?.added ? next.value.length : 0;
      const shown2 = fresh.shown.slice(start2.after, start2.after + into);
      lineRow(place3, rows, start2.before, old.shown.slice(start2.before, line.before), into > 0 ? shown2 : void 0);
    } else if (added && !parts2[index - 1]?.removed) {
      lineRow(place3, rows, start2.after, void 0, fresh.shown.slice(start2.after, line.after));
    }
  }
}
function lineRow(place3, rows, start2, before, after2) {
  const last = start2 + (before ?? after2 ?? []).length;
  const lines = last - start2 > 1 ? `lines ${start2 + 1}-${last}` : `line ${start2 + 1}`;
  rows.add({ ...place3, text: `${place3.text} (${lines})` }, () => ({
    ...before === void 0 ? {} : { before: writeLines(before) },
    ...after2 === void 0 ? {} : { after: writeLines(after2) }
  }));
}
function readLines(text2, redactor) {
  const compared = text2.split("\n");
  const shown2 = redactor.text(text2).split("\n");
  return compared.length === shown2.length ? { compared, shown: shown2 } : { compared: shown2, shown: shown2 };
}
function writeSides(before, after2, redactor) {
  const safe2 = { before: redactor.text(before), after: redactor.text(after2) };
  if (safe2.before.includes("\n") || safe2.after.includes("\n") || safe2.before === safe2.after) {
    return { before: writeText(before, redactor), after: writeText(after2, redactor) };
  }
  return safe2.before === redacted && safe2.after === redacted ? safe2 : writePair(safe2.before, safe2.after);
}

// actions/lib/terraform/result/differences.ts
var leavesInOne = 12;
function differencesOf(change, redactor, limit) {
  const rows = collectRows(redactor, change.replacePaths, limit);
  const pair = {
    before: change.before,
    after: change.after,
    unknown: change.afterUnknown,
    beforeMark: change.beforeSensitive,
    afterMark: change.afterSensitive
  };
  if (isObject4(pair.before) || isObject4(pair.after)) compareMembers(pair, wholeObject, rows);
  else compare3(pair, wholeObject, rows);
  return rows.result();
}
function compare3(pair, place3, rows) {
  const { before, after: after2, unknown, beforeMark, afterMark } = pair;
  const isUnknown = isMarked(unknown);
  if (isHidden(before, beforeMark) || isHidden(after2, afterMark)) {
    if (isNothing4(before) && isNothing4(after2) && !isUnknown) return;
    const remarked = isMarked(beforeMark) !== isMarked(afterMark);
    if (isUnknown || remarked || !isSame(before ?? null, after2 ?? null)) hiddenRow(pair, place3, rows);
    return;
  }
  if (isUnknown) {
    rows.add(place3, () => ({ ...side("before", before, pair, rows), after: knownAfterApply }));
    return;
  }
  if (before === after2 || isNothing4(before) && isNothing4(after2)) return;
  if (isNothing4(before) || isNothing4(after2)) compareWithNothing(pair, place3, rows);
  else if (Array.isArray(before) && Array.isArray(after2)) compareLists2(pair, before, after2, place3, rows);
  else if (isObject4(before) && isObject4(after2)) compareMembers(pair, place3, rows);
  else if (typeof before === "string" && typeof after2 === "string") textDifferences(before, after2, place3, rows, compare3);
  else rows.add(place3, () => ({ ...side("before", before, pair, rows), ...side("after", after2, pair, rows) }));
}
function compareMembers(pair, place3, rows) {
  const isWhole = place3 === wholeObject && (isNothing4(pair.before) || isNothing4(pair.after));
  for (const name2 of [...membersOf(pair.before, pair.after, pair.unknown)].sort()) {
    const member2 = memberPair(pair, name2, name2);
    if (isWhole && isEmptyCollection(member2.before ?? member2.after) && !isMarked(member2.unknown)) continue;
    compare3(member2, placeOf2(place3, name2, rows.redactor), rows);
  }
}
function compareLists2(pair, before, after2, place3, rows) {
  for (const aligned of alignLists(before, after2, pair.unknown)) {
    const inside = placeOf2(place3, aligned.after ?? aligned.before ?? 0, rows.redactor);
    const member2 = memberPair(pair, aligned.before, aligned.after);
    if (!isNothing4(member2.before) || !isNothing4(member2.after) || hasMark2(member2.unknown)) compare3(member2, inside, rows);
    else rows.add(inside, () => aligned.after === void 0 ? { before: "null" } : { after: "null" });
  }
}
function compareWithNothing(pair, place3, rows) {
  const value = pair.before ?? pair.after;
  const json = typeof value === "string" ? readJsonText(value, rows.redactor) : void 0;
  if (json !== void 0) {
    const inside = { ...place3, text: `${place3.text} (JSON)` };
    const unmarked = { unknown: false, beforeMark: false, afterMark: false };
    const sides = isNothing4(pair.before) ? { before: null, after: json } : { before: json, after: null };
    compareWithNothing({ ...sides, ...unmarked }, inside, rows);
    return;
  }
  if (isContainer(value) && countLeaves(value, leavesInOne + 1) > leavesInOne) {
    for (const name2 of membersOf(value, pair.unknown)) {
      const key = Array.isArray(value) ? Number(name2) : name2;
      compare3(memberPair(pair, key, key), placeOf2(place3, key, rows.redactor), rows);
    }
    return;
  }
  rows.add(place3, () => ({ ...side("before", pair.before, pair, rows), ...side("after", pair.after, pair, rows) }));
}
function memberPair(pair, before, after2) {
  return {
    before: before === void 0 ? null : memberOf(pair.before, before),
    after: after2 === void 0 ? null : memberOf(pair.after, after2),
    unknown: after2 === void 0 ? false : markOf(pair.unknown, after2),
    beforeMark: before === void 0 ? false : markOf(pair.beforeMark, before),
    afterMark: after2 === void 0 ? false : markOf(pair.afterMark, after2)
  };
}
function hiddenRow({ before, after: after2, unknown }, place3, rows) {
  rows.add(place3, () => ({
    ...isNothing4(before) ? {} : { before: redacted },
    ...isMarked(unknown) ? { after: knownAfterApply } : isNothing4(after2) ? {} : { after: redacted }
  }));
}
function side(name2, value, pair, { redactor }) {
  if (isNothing4(value)) return {};
  if (typeof value === "string") return { [name2]: writeText(value, redactor) };
  const marked2 = {
    value,
    ...name2 === "after" ? { unknown: pair.unknown } : {},
    marks: [pair.beforeMark, pair.afterMark]
  };
  return { [name2]: writeValue(marked2, redactor) };
}
var isNothing4 = (value) => value === null || value === void 0;
var isObject4 = (value) => isContainer(value) && !Array.isArray(value);
var isEmptyCollection = (value) => isContainer(value) && Object.keys(value).length === 0;

// actions/lib/terraform/result/show-plan.ts
var showLimits = { perChange: 50, inAll: 2e4, atLeast: 3 };
var configurationLimit = 1e4;
function showPlan(plan, redactor, limits = showLimits) {
  const quick = remembering(redactor);
  const { text: text2 } = quick;
  let left = limits.inAll;
  const show = (change) => {
    const shown2 = showChange(change, quick, Math.min(limits.perChange, Math.max(limits.atLeast, left)));
    left -= shown2.differences.length;
    return shown2;
  };
  return {
    counts: plan.counts,
    needsApply: plan.needsApply,
    errored: plan.errored,
    complete: plan.complete,
    changes: plan.changes.map(show),
    drift: plan.drift.map(show),
    outputs: plan.outputs.map((output) => showOutput(output, quick, limits.perChange)),
    checks: plan.checks.map(({ address, kind, status, problems }) => ({
      address: text2(address),
      kind: text2(kind),
      status,
      problems: problems.map(text2)
    })),
    deferred: plan.deferred.map(({ reason, change }) => ({
      address: text2(change.address),
      reason: text2(reason),
      action: change.action
    })),
    invocations: plan.invocations.map(({ address, type, trigger, deferred }) => ({
      address: text2(address),
      type: text2(type),
      ...trigger === void 0 ? {} : { trigger: text2(trigger) },
      ...deferred === void 0 ? {} : { deferred: text2(deferred) }
    })),
    unknownFields: plan.unknownFields.map(text2)
  };
}
function showChange(change, redactor, limit) {
  const { previousAddress, order: order2, importing, reason, generatedConfig } = change;
  const { differences, leftOut: leftOut4 } = differencesOf(change, redactor, limit);
  return {
    address: redactor.text(change.address),
    ...previousAddress === void 0 ? {} : { previousAddress: redactor.text(previousAddress) },
    type: redactor.text(change.type),
    action: change.action,
    actions: change.actions.map(redactor.text),
    ...order2 === void 0 ? {} : { order: order2 },
    forgets: change.forgets,
    ...importing === void 0 ? {} : { importId: importId(importing, redactor) },
    ...reason === void 0 ? {} : { reason: redactor.text(reason) },
    replacePaths: change.replacePaths.map(
      (path) => path.map((step) => typeof step === "string" ? redactor.text(step) : step)
    ),
    differences,
    differencesLeftOut: leftOut4,
    ...generatedConfig === void 0 ? {} : { generatedConfig: clip(redactor.text(generatedConfig), configurationLimit) }
  };
}
function importId(importing, redactor) {
  if (importing.id !== void 0) return clip(redactor.text(importing.id), 500);
  if (importing.identity !== void 0) return writeValue({ value: importing.identity, marks: [] }, redactor);
  return knownAfterApply;
}
function showOutput(output, redactor, limit) {
  const { action, before, after: after2, afterUnknown, sensitive } = output;
  const write2 = (value, unknown) => sensitive ? redacted : writeValue({ value, unknown, marks: [] }, redactor);
  const marks = { beforeSensitive: sensitive, afterSensitive: sensitive, replacePaths: [] };
  const inside = !sensitive && isContainer(before) && isContainer(after2) ? differencesOf({ before, after: after2, afterUnknown, ...marks }, redactor, limit).differences : void 0;
  return {
    name: redactor.text(output.name),
    action,
    ...action === "create" ? {} : { before: write2(before, false) },
    ...action === "delete" ? {} : { after: isMarked(afterUnknown) ? knownAfterApply : write2(after2, afterUnknown) },
    ...inside === void 0 ? {} : { differences: inside }
  };
}
function remembering(redactor) {
  const known3 = /* @__PURE__ */ new Map();
  const text2 = (asked) => {
    if (asked.length > 200) return redactor.text(asked);
    let safe2 = known3.get(asked);
    if (safe2 === void 0) {
      safe2 = redactor.text(asked);
      if (known3.size < 5e4) known3.set(asked, safe2);
    }
    return safe2;
  };
  return { ...redactor, text: text2 };
}

// actions/lib/terraform/planning/judge-plan.ts
function judgePlan(json, sides, { key, secrets }) {
  const parsed = parsePlanText(json);
  const plan = readPlan(parsed);
  const redactor = createRedactor([...secretsOfPlan(parsed), ...secrets]);
  return {
    plan,
    shown: showPlan(plan, redactor),
    guards: judgeGuards({ ...sides, plan }).map((finding) => redactor.value(finding)),
    ...fingerprintPlan(withExactNumbers(json, parsed), { key }),
    redactor
  };
}
var isRefused = (guards) => guards.some(({ severity }) => severity === "error");

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
    const judged2 = judgePlan(
      bytes.toString("utf8"),
      { ...entry.sides, policy: guardPolicy(context) },
      { key: context.key, secrets }
    );
    redactor = judged2.redactor;
    const override = isRefused(judged2.guards) ? await context.overrideFor?.(entry.root, judged2.fingerprint) : void 0;
    const made = { prepared: { ...prepared, redactor }, planFile: run2.planFile, json: bytes, judged: judged2 };
    return finish2(
      {
        outcome: run2.outcome === "errored" ? "errored" : isRefused(judged2.guards) && override === void 0 ? "blocked" : "planned",
        toolVersion,
        plan: judged2.shown,
        guards: judged2.guards,
        fingerprint: judged2.fingerprint,
        ...override !== void 0 && { override },
        ...run2.outcome === "errored" ? failureOf(run2, redactor) : { diagnostics: redacted2(run2.diagnostics, redactor) }
      },
      made
    );
  } catch (error) {
    return finish2({ outcome: "failed", reason: redactor.text(said(error)) });
  }
}
var planText = async ({ prepared, planFile, judged: judged2 }) => judged2.redactor.text(await showPlanText(prepared, planFile));
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
    ...failure2 !== void 0 && { reason: redactor.text(said(failure2.error)) },
    ...lock !== void 0 && { lock: redactor.value(lock) },
    diagnostics: redacted2(diagnostics, redactor)
  };
}
var redacted2 = (diagnostics, redactor) => diagnostics.map((diagnostic) => redactor.value(diagnostic));
function said(error) {
  if (!(error instanceof UserError)) return describeFailure(error);
  const { what, where, next } = error;
  return [
    what,
    ...where === void 0 ? [] : [`At ${where}.`],
    ...next === void 0 ? [] : [`Next: ${next}.`]
  ].join(" ");
}
function guardPolicy({ options: { guards } }) {
  return { ...guards, severities: guards.severities };
}

// actions/lib/terraform/planning/seal-made.ts
async function sealMade(made, about) {
  const { prepared, judged: judged2, planFile } = made;
  const { root, executable } = prepared;
  const bytes = await readFile4(planFile);
  const facts = readPlanFile(bytes, root.name);
  const state = facts.type === "readable" ? facts.state : void 0;
  const lockHash = await lockHashOf(about.tree, about.reading);
  return sealPlan({
    envelope: {
      ...about.origin,
      root: root.name,
      path: root.path,
      tool: executable.tool,
      toolVersion: executable.version,
      workspace: root.workspace ?? "default",
      ...lockHash !== void 0 && { lockHash },
      filesHash: await filesHash(about.tree, about.reading.files),
      createdAt: (/* @__PURE__ */ new Date()).toISOString().replace(/\.\d+Z$/, "Z"),
      ...state !== void 0 && { state },
      counts: judged2.shown.counts,
      needsApply: judged2.shown.needsApply,
      guards: judged2.guards.map(({ guard, severity, address }) => ({
        guard,
        severity,
        ...address !== void 0 && { address }
      })),
      fingerprint: judged2.fingerprint
    },
    parts: [
      { kind: "plan", bytes },
      { kind: "json", bytes: made.json },
      { kind: "text", bytes: Buffer.from(await planText(made)) },
      ...await collectCarried(prepared.folder, root.carry)
    ],
    key: about.key
  });
}

// actions/lib/terraform/show/page.ts
function listSection(title, noun, items) {
  return items.length === 0 ? [] : [{ kind: "list", title, noun, items }];
}
function blockSection(title, noun, language, items) {
  return items.length === 0 ? [] : [{ kind: "block", title, noun, language, items }];
}
var plain2 = (line) => line.map((span) => typeof span === "string" ? span : span.code).join("");
function prose(text2) {
  const parts2 = text2.split("`");
  const even = parts2.length % 2 === 1;
  return parts2.flatMap((part, index) => {
    if (part === "") return [];
    if (index % 2 === 0) return [part];
    return even || index < parts2.length - 1 ? [{ code: part }] : [`\`${part}`];
  });
}
function joined(lines, separator2) {
  return lines.flatMap((line, index) => index === 0 ? line : [separator2, ...line]);
}

// actions/lib/terraform/show/markdown.ts
var spanLimit = 1e3;
function markdownLine(line, limit = spanLimit) {
  return line.map((span) => markdownSpan(span, limit)).join("").trim();
}
function markdownSpan(span, limit) {
  if (typeof span !== "string") return code(span.code, limit);
  const text2 = escapeMarkdown(span, limit);
  return text2.replace(/^(\s*)([-+=]|\d{1,9}[.)])(?=\s|$|[-=])/, "$1\u200B$2");
}
var entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
function htmlText(text2, limit = 300) {
  return clip(oneLine(text2), limit).replace(/[&<>"]/g, (character) => entities[character] ?? character).replace(/@(?=[\w-])|#(?=\d)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, (start2) => `${start2}\u200B`);
}
function link(words, url) {
  const text2 = escapeMarkdown(words);
  if (url === void 0 || !/^https?:\/\/[^\s<>"]+$/.test(url)) return text2;
  return `[${text2}](${url.replace(/[()[\]\\`]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}
function fenceFor(lines) {
  let longest = 2;
  for (const line of lines) {
    if (!line.includes("`")) continue;
    for (const [run2] of line.matchAll(/`+/g)) longest = Math.max(longest, run2.length);
  }
  return "`".repeat(longest + 1);
}
var bytesOf = (text2) => Buffer.byteLength(text2);

// actions/lib/terraform/show/fit-sections.ts
var firstHeads = 3;
var noticeRoom = 120;
var moreRoom = 40;
var mostMisses = 20;
var skippedRoom = 250;
function fitSections(sections, room) {
  const measured = sections.map(measure);
  const shown2 = [];
  const skipped = [];
  const kept = sizeUpTo(measured, room) <= room ? 0 : skippedRoom;
  let left = room - kept;
  for (const one of measured) {
    const first = one.headBytes[0] ?? 0;
    if (one.frame + first + noticeRoom > left) {
      skipped.push(one.section);
      continue;
    }
    left -= one.frame + noticeRoom;
    left = takeHeads(one, firstHeads, left);
    shown2.push(one);
  }
  if (skipped.length === 0) left += kept;
  if (shown2.length === 0) return { markdown: "", cut: sections.length > 0 };
  for (const one of shown2) left = takeHeads(one, Number.POSITIVE_INFINITY, left);
  for (const one of shown2) left = takeBodies(one, left);
  const texts = shown2.map(render);
  const notice = skipped.length === 0 ? [] : [skippedNotice(skipped)];
  return {
    markdown: [...texts.map(({ markdown }) => markdown), ...notice].join("\n"),
    cut: skipped.length > 0 || texts.some(({ cut }) => cut)
  };
}
function skippedNotice(sections) {
  const titles = sections.map(({ title }) => title).filter((title) => title !== "");
  return `Left out, ${count(sections.length, "section")}: ${markdownLine([clip(listed(titles, 6), 120)])}.
`;
}
var neededRoom = (sections, enough) => sizeUpTo(sections.map(measure), enough);
function sizeUpTo(measured, enough) {
  let size = 0;
  for (const { frame, headBytes } of measured) {
    size += frame + noticeRoom + headBytes.reduce((all, bytes) => all + bytes, 0);
  }
  for (const { section, fence } of measured) {
    if (section.kind === "list") continue;
    let longest = fence.length;
    for (const { body: body2 } of section.items) {
      if (size > enough) return size;
      const lines = body2?.() ?? [];
      size += bodySize(lines);
      longest = Math.max(longest, fenceFor(lines).length);
    }
    size += 2 * (longest - fence.length);
  }
  return size;
}
var bodySize = (body2) => body2.reduce((sum, line) => sum + bytesOf(line) + 1, 0);
function measure(section) {
  const fence = section.kind === "block" ? fenceFor(section.items.map(({ head }) => head)) : "";
  const heads = section.kind === "list" ? section.items.map((line) => `- ${markdownLine(line)}`) : section.items.map(({ head }) => head);
  const title = titleOf(section);
  const fences = section.kind === "block" ? 2 * fence.length + section.language.length + 2 : 0;
  return {
    section,
    fence,
    frame: bytesOf(title) + fences + 2,
    heads,
    headBytes: heads.map((head) => bytesOf(head) + 1),
    taken: 0,
    bodies: /* @__PURE__ */ new Map()
  };
}
var titleOf = ({ title }) => title === "" ? "" : `**${markdownLine([title])}**

`;
function takeHeads(one, most, room) {
  let left = room;
  while (one.taken < Math.min(most, one.heads.length)) {
    const bytes = one.headBytes[one.taken] ?? 0;
    if (bytes > left) break;
    left -= bytes;
    one.taken += 1;
  }
  return left;
}
function takeBodies(one, room) {
  const { section, taken, bodies } = one;
  if (section.kind === "list") return room;
  let left = room;
  let misses = 0;
  for (const [index, { body: body2 }] of section.items.slice(0, taken).entries()) {
    if (left <= 0 || misses === mostMisses) break;
    if (body2 === void 0) continue;
    const all = body2();
    const wider = 2 * (fenceFor(all).length - one.fence.length);
    const lines = longestWithin(all, left - Math.max(0, wider));
    if (lines.length === 0) {
      misses += 1;
      continue;
    }
    bodies.set(index, { lines, of: all.length });
    left -= bodySize(lines) + (lines.length < all.length ? moreRoom : 0);
    if (wider > 0) {
      one.fence = fenceFor(all);
      left -= wider;
    }
  }
  return left;
}
function longestWithin(lines, room) {
  if (bodySize(lines) <= room) return lines;
  let free = room - moreRoom;
  let kept = 0;
  for (const line of lines) {
    free -= bytesOf(line) + 1;
    if (free < 0) break;
    kept += 1;
  }
  return lines.slice(0, kept);
}
function render({ section, fence, heads, taken, bodies }) {
  const title = titleOf(section);
  const missing = heads.length - taken;
  if (section.kind === "list") {
    const notice2 = missing === 0 ? "" : `
\u2026 and ${count(missing, `more ${section.noun}`)}.
`;
    return { markdown: `${title}${heads.slice(0, taken).join("\n")}
${notice2}`, cut: missing > 0 };
  }
  let without = 0;
  let partial = false;
  const lines = section.items.slice(0, taken).flatMap((item, index) => {
    const body2 = bodies.get(index);
    if (body2 === void 0) {
      if (item.body !== void 0) without += 1;
      return [item.head];
    }
    const left = body2.of - body2.lines.length;
    partial ||= left > 0;
    return [item.head, ...body2.lines, ...left > 0 ? [`      \u2026 ${count(left, "more line")}`] : []];
  });
  const gone2 = [
    ...missing > 0 ? [`${count(missing, `more ${section.noun}`)}`] : [],
    ...without > 0 ? [`the details of ${without.toLocaleString("en-US")}`] : []
  ];
  const notice = gone2.length === 0 ? "" : `
Left out: ${gone2.join(", and ")}.
`;
  return {
    markdown: `${title}${fence}${section.language}
${lines.join("\n")}
${fence}
${notice}`,
    cut: missing > 0 || without > 0 || partial
  };
}

// actions/lib/terraform/show/share-room.ts
function shareRoom(needs, room) {
  const shares = needs.map(() => 0);
  const ranks2 = [...new Set(needs.map(({ rank }) => rank))].sort((a, b) => a - b);
  let left = Math.max(0, room);
  for (const [position, rank] of ranks2.entries()) {
    const mine = [...needs.entries()].filter(([, need]) => need.rank === rank);
    const later = needs.reduce((sum, need) => sum + (need.rank > rank ? need.bytes : 0), 0);
    const kept = position === ranks2.length - 1 ? 0 : Math.min(later, Math.floor(left / 4));
    let free = left - kept;
    let waiting = mine.length;
    for (const [index, { bytes }] of [...mine].sort(([, a], [, b]) => a.bytes - b.bytes)) {
      const share = Math.min(bytes, Math.floor(free / waiting));
      shares[index] = share;
      free -= share;
      waiting -= 1;
    }
    left = free + kept;
  }
  return shares;
}

// actions/lib/terraform/show/page-markdown.ts
var smallestPage = 4096;
var cellLimit = 120;
function pageMarkdown(page, { limit, more = [] }) {
  if (limit < smallestPage) throw new RangeError(`a page needs ${smallestPage} bytes, not ${limit}`);
  const head = `## ${markdownLine([page.answer], 300)}
`;
  const foot = footOf(page.facts, limit / 4);
  const everything = cutNotice(more, limit / 4);
  let room = limit - bytesOf(head) - bytesOf(foot) - bytesOf(everything) - 200;
  const table = page.table === void 0 ? "" : tableMarkdown(page.table, page.parts.length === 0 ? room : room * 3 / 4);
  room -= bytesOf(table);
  const { text: text2, cut } = partsMarkdown(page.parts, room);
  return head + table + text2 + (cut ? everything : "") + foot;
}
function footOf(facts, room) {
  let foot = "";
  for (const line of facts) {
    const paragraph = `
${markdownLine(line, 100)}
`;
    if (bytesOf(foot + paragraph) <= room) foot += paragraph;
  }
  return foot;
}
function cutNotice(more, room) {
  const places = [];
  const text2 = () => {
    const where = places.length === 0 ? "" : ` All of it: ${places.join(", ")}.`;
    return `
This is cut to what GitHub takes here.${where}
`;
  };
  for (const { name: name2, url } of more) {
    places.push(link(name2, url));
    if (bytesOf(text2()) > room) places.pop();
  }
  return text2();
}
function tableMarkdown({ columns, rows }, room) {
  const head = `
${tableHead(columns)}
`;
  let left = room - bytesOf(head) - 300;
  const lines = [];
  for (const { cells } of rows) {
    const line = row(cells.map((cell) => markdownLine(cell, cellLimit)));
    left -= bytesOf(line) + 1;
    if (left < 0) break;
    lines.push(line);
  }
  const missing = rows.slice(lines.length);
  return `${lines.length === 0 ? "" : `${head}${lines.join("\n")}
`}${missing.length === 0 ? "" : `
And ${leftOut3(missing.map(({ kind }) => kind))}.
`}`;
}
function leftOut3(kinds3) {
  const counts = /* @__PURE__ */ new Map();
  for (const kind of kinds3) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts2 = [...counts].map(([kind, number3]) => `${number3.toLocaleString("en-US")} ${kind}`);
  return `${kinds3.length.toLocaleString("en-US")} more: ${parts2.join(", ")}`;
}
function partsMarkdown(parts2, room) {
  const told = parts2.filter(({ sections }) => sections.length > 0);
  const framed = told.map((part, index) => ({ part, frame: frameOf(part, isOpen(part, index, told.length)) }));
  const needs = framed.map(({ part, frame }) => ({
    bytes: bytesOf(frame.start) + bytesOf(frame.end) + neededRoom(part.sections, room),
    rank: part.rank
  }));
  const shares = shareRoom(needs, room);
  let cut = false;
  let silent = 0;
  let spare = 0;
  const texts = framed.map(({ part, frame }, index) => {
    const frameBytes = bytesOf(frame.start) + bytesOf(frame.end);
    const share = (shares[index] ?? 0) + spare;
    const fitted = fitSections(part.sections, share - frameBytes);
    cut ||= fitted.cut;
    if (fitted.markdown === "") {
      silent += 1;
      spare = share;
      return "";
    }
    const text2 = frame.start + fitted.markdown + frame.end;
    spare = share - bytesOf(text2);
    return text2;
  });
  const notice = silent === 0 ? "" : `
The details of ${count(silent, "root")} have no room here.
`;
  return { text: texts.join("") + notice, cut: cut || silent > 0 };
}
var mostOpen = 3;
var isOpen = ({ open }, index, all) => all === 1 || open && index < mostOpen;
function frameOf({ name: name2, answer, facts }, open) {
  const summary = `<details${open ? " open" : ""}><summary><b>${htmlText(name2, 120)}</b>: ${htmlText(answer)}</summary>`;
  const last = facts.map((line) => `
${markdownLine(line)}
`).join("");
  return { start: `
${summary}

`, end: `${last}
</details>
` };
}

// actions/lib/terraform/show/page-text.ts
var lineLimit2 = 4e3;
var toneStyles = { bad: "red", careful: "yellow", good: "green" };
var signStyles = { "+": "green", "-": "red", "!": "yellow" };
function pageText(page, options2) {
  const paint = painter(options2.color);
  const width = options2.width === void 0 ? Number.POSITIVE_INFINITY : Math.max(options2.width, 40);
  const { parts: parts2, facts } = page;
  const told = parts2.filter(({ sections }) => sections.length > 0);
  const lines = [
    ...wrap(safe([page.answer]), width).map((line) => paint(line, "bold")),
    ...parts2.length < 2 ? [] : ["", ...overview(parts2)],
    ...told.flatMap(partLines),
    ...facts.length === 0 ? [] : ["", ...facts.flatMap((line) => wrap(safe(line), width))]
  ];
  return `${lines.join("\n")}
`;
  function overview(all) {
    const wordWidth = Math.max(...all.map(({ word }) => word.length));
    const nameWidth = Math.min(40, Math.max(...all.map(({ name: name2 }) => name2.length)));
    return all.map(
      ({ word, tone, name: name2, answer }) => `${paint(word.padEnd(wordWidth), toneStyles[tone])}  ${safe([name2]).padEnd(nameWidth)}  ${safe([answer])}`.trimEnd()
    );
  }
  function partLines({ name: name2, answer, tone, sections, facts: last }) {
    const told2 = parts2.length === 1 && page.answer.endsWith(answer);
    return [
      ...told2 ? [] : ["", `${paint(safe([name2]), "bold")}: ${paint(safe([answer]), toneStyles[tone])}`],
      ...sections.flatMap(sectionLines),
      ...last.flatMap((line) => ["", ...wrap(safe(line), width - 2).map((text2) => `  ${paint(text2, "dim")}`)])
    ];
  }
  function sectionLines(section) {
    const title = section.title === "" ? [""] : ["", `  ${paint(safe([section.title]), "bold")}`];
    if (section.kind === "block") {
      return [
        ...title,
        ...section.items.flatMap(({ head, body: body2 }) => [head, ...body2?.() ?? []].map((line) => painted(section, line)))
      ];
    }
    return [
      ...title,
      ...section.items.flatMap((item) => {
        const [first = "", ...rest] = wrap(safe(item), width - 4);
        return [`  - ${first}`, ...rest.map((line) => `    ${line}`)];
      })
    ];
  }
  function painted(section, line) {
    const style = section.kind === "block" && section.language === "diff" ? signStyles[line[0] ?? ""] : void 0;
    return style === void 0 ? `  ${line}` : `  ${paint(line, style)}`;
  }
}
var safe = (line) => oneLine(clip(plain2(line), lineLimit2));

// actions/lib/terraform/show/gate.ts
function gateAnswer(findings) {
  const refusing = findings.filter(isRefusing).length;
  if (refusing > 0)
    return `Refused before anything was started: ${count(refusing, "file finding")} ${refusing === 1 ? "does" : "do"} not pass the gate`;
  return findings.length === 0 ? "The gate lets the files pass" : `The gate lets the files pass, with ${count(findings.length, "remark")}`;
}
var renderGate = (findings, { limit, more, ...words }) => pageMarkdown(gatePage(findings, { ...words, ...more !== void 0 && { more } }), { limit });
var renderGateText = (findings, options2) => pageText(gatePage(findings, options2), options2);
var isRefusing = ({ severity, status }) => severity === "error" && status !== "known";
function gatePage(findings, { more }) {
  const refusing = findings.filter(isRefusing);
  const rest = findings.filter((finding) => !isRefusing(finding));
  return {
    answer: gateAnswer(findings),
    table: void 0,
    parts: findings.length === 0 ? [] : [
      {
        name: "files",
        word: refusing.length > 0 ? "refused" : "passed",
        tone: refusing.length > 0 ? "bad" : "careful",
        answer: refusing.length > 0 ? count(refusing.length, "reason") : count(rest.length, "remark"),
        rank: 0,
        open: true,
        sections: [
          ...listSection(`Refused (${refusing.length})`, "finding", refusing.map(findingLine)),
          ...listSection(`Remarks (${rest.length})`, "finding", rest.map(findingLine))
        ],
        facts: []
      }
    ],
    facts: more === void 0 ? [] : [[more]]
  };
}
function findingLine({ rule, severity, message, at, status }) {
  const known3 = status === "known" ? ", as in the base" : "";
  return [{ code: place(at) }, ` ${severity}${known3} `, { code: rule }, ": ", ...prose(message)];
}

// actions/terraform-plan/pull-event.ts
import { readFileSync } from "node:fs";
function pullEvent(environment) {
  const file = environment.GITHUB_EVENT_PATH;
  if (!file) return void 0;
  const { pull_request: pull } = JSON.parse(readFileSync(file, "utf8"));
  return pull === void 0 ? void 0 : {
    number: pull.number,
    headSha: pull.head.sha,
    headRepository: pull.head.repo?.full_name,
    author: pull.user?.login
  };
}
var isFromFork = (pull, repository) => pull !== void 0 && pull.headRepository?.toLowerCase() !== repository?.toLowerCase();

// actions/terraform-plan/report-folder.ts
import { mkdirSync as mkdirSync2, rmSync as rmSync4, writeFileSync as writeFileSync2 } from "node:fs";
import { tmpdir } from "node:os";
import { join as join8 } from "node:path";
var plansArtifact = "terraform-plans";
function makeFolders(temporary) {
  const base = join8(temporary ?? tmpdir(), "seaworthy-terraform");
  const folders2 = { plans: join8(base, "plans"), report: join8(base, "report"), work: join8(base, "work") };
  for (const folder of Object.values(folders2)) {
    rmSync4(folder, { recursive: true, force: true });
    mkdirSync2(folder, { recursive: true, mode: 448 });
  }
  return folders2;
}
var fileNameOf = (root) => encodeURIComponent(root).replace(/[*%]/g, "_").slice(0, 150) || "root";
var planFileName = (root, index) => `${index}-${fileNameOf(root)}.plan`;
function writeReportFile(folder, name2, text2) {
  const path = join8(folder, name2);
  writeFileSync2(path, text2);
  return path;
}

// actions/lib/github/comment.ts
var permission = "pull-requests: write";
async function upsertComment(client, comment) {
  const { repository, issue } = comment;
  const opening = openingOf(comment.marker);
  const text2 = `${opening}
${fitMarkdown(comment.body, { characters: bodyCharacters - opening.length - 1 })}`;
  const author = comment.author ?? await viewerLogin(client);
  const find = (all) => ours(client, { repository, issue, opening, author, all });
  for (let attempt = 1; ; attempt += 1) {
    const [known3] = await find(false);
    try {
      if (known3 !== void 0) return await update(client, repository, known3, text2);
      const created = await create(client, comment, text2);
      const [oldest = created, ...later] = await find(true);
      for (const { id } of later) await remove(client, repository, id);
      if (oldest.id === created.id) return { type: "created", id: created.id, url: created.url };
      return await update(client, repository, oldest, text2);
    } catch (error) {
      const again = error instanceof GitHubError && error.failure.type === "unreachable" || wasRefused(error, 404);
      if (!again || attempt === 3) throw error;
    }
  }
}
function openingOf(marker2) {
  if (!/^[\w.:-]+$/.test(marker2) || marker2.includes("--") || marker2.endsWith("-")) {
    throw new UserError(`\u201C${marker2}\u201D cannot mark a comment`, { next: "use letters, digits and single hyphens" });
  }
  return `<!-- seaworthy:${marker2} -->`;
}
async function ours(client, where) {
  const { repository, issue, opening, author, all } = where;
  const isOurs = ({ body: body2, user }) => body2?.startsWith(opening) === true && user?.login === author;
  const comments = await client.paginate(
    "GET /repos/{owner}/{repo}/issues/{issue_number}/comments",
    { ...ownerAndName(repository), issue_number: issue },
    {
      purpose: `read the comments of #${issue} in ${repository}`,
      permission: "pull-requests: read",
      ...!all && { until: isOurs }
    }
  );
  return comments.filter(isOurs).map(({ id, html_url: url, body: body2 = "" }) => ({ id: Number(id), url, body: body2 })).sort((a, b) => a.id - b.id);
}
async function create(client, { repository, issue }, body2) {
  const { data: data2 } = await client.request(
    "POST /repos/{owner}/{repo}/issues/{issue_number}/comments",
    { ...ownerAndName(repository), issue_number: issue, body: body2 },
    { purpose: `comment on #${issue} in ${repository}`, permission }
  );
  return { id: Number(data2.id), url: data2.html_url, body: body2 };
}
async function update(client, repository, { id, url, body: body2 }, text2) {
  if (body2.replaceAll("\r\n", "\n").trimEnd() === text2.replaceAll("\r\n", "\n").trimEnd())
    return { type: "unchanged", id, url };
  await client.request(
    "PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}",
    { ...ownerAndName(repository), comment_id: id, body: text2 },
    { purpose: `change our comment ${id} in ${repository}`, permission, repeat: "always" }
  );
  return { type: "updated", id, url };
}
async function remove(client, repository, id) {
  try {
    await client.request(
      "DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}",
      { ...ownerAndName(repository), comment_id: id },
      { purpose: `remove our second comment ${id} in ${repository}`, permission, repeat: "always" }
    );
  } catch (error) {
    if (!wasRefused(error, 404)) throw error;
  }
}

// actions/lib/terraform/show/change-words.ts
var groupTitles = {
  delete: "Destroy",
  replace: "Replace",
  forget: "Forget: stays as it is, but is no longer managed",
  other: "Actions that Seaworthy does not know",
  update: "Update",
  import: "Import",
  move: "Move",
  create: "Create",
  read: "Read while applying",
  "no-op": "Nothing to do"
};
var groupOrder = Object.keys(groupTitles);
function groupOf({ action, importId: importId2, previousAddress }) {
  if (action !== "no-op") return action;
  if (importId2 !== void 0) return "import";
  return previousAddress === void 0 ? "no-op" : "move";
}
function groupChanges(changes) {
  const groups = /* @__PURE__ */ new Map();
  for (const change of changes) {
    const id = groupOf(change);
    const group = groups.get(id);
    if (group === void 0) groups.set(id, [change]);
    else group.push(change);
  }
  return groupOrder.flatMap((id) => {
    const group = groups.get(id);
    return group === void 0 ? [] : [{ id, changes: group }];
  });
}
var number = (value) => value.toLocaleString("en-US");
var countWords = [
  ["create", "create"],
  ["update", "update"],
  ["replace", "replace"],
  ["delete", "destroy"],
  ["forget", "forget"],
  ["move", "move"],
  ["import", "import"],
  ["invoke", "invoke"],
  ["outputs", "output"],
  ["deferred", "put off"],
  ["other", "unknown"]
];
function countsInWords(counts, only) {
  return countWords.filter(([key]) => counts[key] > 0 && (only === void 0 || only.includes(key))).map(([key, word]) => `${number(counts[key])} ${key === "outputs" && counts[key] > 1 ? "outputs" : word}`).join(", ");
}
var otherCounts = [
  "forget",
  "move",
  "import",
  "invoke",
  "outputs",
  "deferred",
  "other"
];
function sumCounts(all) {
  const sum = (key) => all.reduce((total, counts) => total + counts[key], 0);
  return {
    create: sum("create"),
    update: sum("update"),
    replace: sum("replace"),
    delete: sum("delete"),
    read: sum("read"),
    forget: sum("forget"),
    move: sum("move"),
    import: sum("import"),
    outputs: sum("outputs"),
    invoke: sum("invoke"),
    deferred: sum("deferred"),
    other: sum("other"),
    drift: sum("drift"),
    failedChecks: sum("failedChecks"),
    unchanged: sum("unchanged")
  };
}
var reasonWords = {
  replace_because_tainted: "marked as tainted",
  replace_because_cannot_update: "cannot be changed in place",
  replace_by_request: "asked for with -replace",
  replace_by_triggers: "replace_triggered_by",
  delete_because_no_resource_config: "no longer in the configuration",
  delete_because_no_module: "its module is no longer in the configuration",
  delete_because_wrong_repetition: "count or for_each came or went",
  delete_because_count_index: "beyond count",
  delete_because_each_key: "its key is no longer in for_each",
  delete_because_no_move_target: "moved to an address that is not in the configuration",
  delete_because_enabled_false: "switched off by enabled",
  read_because_config_unknown: "its arguments are not known before",
  read_because_dependency_pending: "depends on what changes",
  read_because_check_nested: "read again for a check",
  forgot_because_lifecycle_destroy_in_state: "destroy = false when it was applied last",
  forgot_because_lifecycle_destroy_in_config: "destroy = false in the configuration"
};
function reasonInWords(reason) {
  return (Object.hasOwn(reasonWords, reason) ? reasonWords[reason] : void 0) ?? reason;
}

// actions/lib/terraform/show/change-lines.ts
var lineLimit3 = 1e3;
var valueLines = 60;
var signs = {
  delete: "-",
  replace: "-/+",
  forget: "!",
  other: "!",
  update: "!",
  import: "!",
  move: "!",
  create: "+",
  read: " ",
  "no-op": " "
};
var orderWords = {
  "create-first": "created first, then the old one destroyed",
  "delete-first": "destroyed first, then created"
};
function changeItem(change) {
  return { head: headOf(change), ...bodyPart(change) };
}
function bodyPart(change) {
  const isEmpty3 = change.differences.length === 0 && change.differencesLeftOut === 0;
  return isEmpty3 ? {} : { body: () => bodyOf3(change) };
}
function bodyOf3({ differences, differencesLeftOut }) {
  const forced = differences.filter(({ forcesReplacement }) => forcesReplacement);
  const rest = differences.filter(({ forcesReplacement }) => !forcesReplacement);
  return [
    ...[...forced, ...rest].flatMap(differenceLines),
    ...differencesLeftOut > 0 ? [`      \u2026 ${count(differencesLeftOut, "more difference")}`] : []
  ];
}
function driftItem(change) {
  const gone2 = change.action === "delete";
  return {
    head: blockLine(`${gone2 ? "-" : "!"} ${change.address} ${gone2 ? "(is gone)" : "(was changed)"}`),
    ...gone2 ? {} : bodyPart(change)
  };
}
function headOf(change) {
  const group = groupOf(change);
  const sign = group === "replace" && change.order === "create-first" ? "+/-" : signs[group];
  const remarks = remarksOf(change);
  return blockLine(`${sign} ${change.address}${remarks.length === 0 ? "" : ` (${remarks.join("; ")})`}`);
}
function remarksOf(change) {
  const { action, order: order2, forgets, reason, replacePaths, previousAddress, importId: importId2 } = change;
  const paths2 = replacePaths.slice(0, 5).map(pathInWords);
  const more = replacePaths.length > 5 ? [`${replacePaths.length - 5} more`] : [];
  return [
    ...action === "other" ? [`actions: ${change.actions.join(", ")}`] : [],
    ...order2 === void 0 || forgets ? [] : [orderWords[order2]],
    ...forgets && action !== "forget" ? ["the old one stays, but is no longer managed"] : [],
    ...reason === void 0 ? [] : [reasonInWords(reason)],
    ...paths2.length === 0 ? [] : [`because of ${[...paths2, ...more].join(", ")}`],
    ...previousAddress === void 0 ? [] : [`was ${previousAddress}`],
    ...importId2 === void 0 ? [] : [`imported from ${importId2}`]
  ];
}
function pathInWords(path) {
  return path.map((step, index) => {
    if (typeof step === "number") return `[${step}]`;
    if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step)) return `[${JSON.stringify(step)}]`;
    return index === 0 ? step : `.${step}`;
  }).join("");
}
function differenceLines({ path, before, after: after2, forcesReplacement }) {
  const note = forcesReplacement ? "  # forces replacement" : "";
  if (before === after2) return [blockLine(`!     ${path}: ${before ?? "differs"}, changed${note}`)];
  return [
    ...before === void 0 ? [] : valueLinesOf("-", path, before, after2 === void 0 ? note : ""),
    ...after2 === void 0 ? [] : valueLinesOf("+", path, after2, note)
  ];
}
function valueLinesOf(sign, path, value, note) {
  const lines = value.split(/\r\n|\r|\n/);
  if (lines.length === 1) return [blockLine(`${sign}     ${path} = ${value}`) + note];
  const left = lines.length - valueLines;
  return [
    blockLine(`${sign}     ${path} =`) + note,
    ...lines.slice(0, valueLines).map((line) => blockLine(`${sign}       ${line}`)),
    ...left > 0 ? [`${sign}       \u2026 ${count(left, "more line")}`] : []
  ];
}
function blockLine(text2) {
  if (text2.length <= lineLimit3 && /^[ -~]*$/.test(text2) && !/::|##\[/.test(text2)) return text2;
  return clip(oneLine(clip(text2, 2 * lineLimit3)), lineLimit3);
}
function blockLines(text2, limit = valueLines) {
  const lines = text2.trimEnd().split(/\r\n|\r|\n/);
  const left = lines.length - limit;
  return [...lines.slice(0, limit).map(blockLine), ...left > 0 ? [`\u2026 ${count(left, "more line")}`] : []];
}

// actions/lib/terraform/show/plan-sections.ts
var number2 = (value) => value.toLocaleString("en-US");
function planSections(plan) {
  const titled = (title, list2) => `${title} (${number2(list2.length)})`;
  const generated = plan.changes.filter(({ generatedConfig }) => generatedConfig !== void 0);
  return [
    ...listSection("Read with care", "remark", cautions(plan)),
    ...groupChanges(plan.changes).flatMap(
      ({ id, changes }) => blockSection(titled(groupTitles[id], changes), "change", "diff", changes.map(changeItem))
    ),
    ...listSection(titled("Put off by the tool", plan.deferred), "change", plan.deferred.map(deferredLine)),
    ...listSection(
      titled("Actions that are invoked", plan.invocations),
      "action",
      plan.invocations.map(invocationLine)
    ),
    ...blockSection(titled("Outputs", plan.outputs), "output", "diff", plan.outputs.map(outputItem)),
    ...checkSection(plan),
    ...blockSection(
      titled("Changed by others since it was applied", plan.drift),
      "object",
      "diff",
      plan.drift.map(driftItem)
    ),
    ...blockSection(
      titled("Generated configuration", generated),
      "block",
      "hcl",
      generated.map(({ address, generatedConfig }) => ({
        head: blockLine(`# ${address}`),
        body: () => blockLines(generatedConfig ?? "", 500)
      }))
    )
  ];
}
function cautions({ errored, complete, unknownFields }) {
  return [
    ...errored ? [["Planning failed. What was planned until then is below; none of it can be applied."]] : [],
    ...complete || errored ? [] : [["The plan is not complete: after it is applied, another one is needed for the rest."]],
    ...unknownFields.length === 0 ? [] : [
      [
        `The plan has ${count(unknownFields.length, "part")} that this version of Seaworthy does not know: `,
        { code: listed(unknownFields, 10) },
        ". Read the tool\u2019s own text of the plan."
      ]
    ]
  ];
}
function deferredLine({ address, reason, action }) {
  return [{ code: address }, ` (${action}): `, ...prose(deferralWords[reason] ?? reason)];
}
var deferralWords = Object.assign(/* @__PURE__ */ Object.create(null), {
  instance_count_unknown: "`count` or `for_each` is not known yet",
  resource_config_unknown: "its arguments are not known yet",
  provider_config_unknown: "the configuration of its provider is not known yet",
  absent_prereq: "something that it needs does not exist yet",
  deferred_prereq: "something that it needs is put off"
});
function invocationLine({ address, type, trigger, deferred }) {
  return [
    { code: address },
    ` (${type})`,
    ...trigger === void 0 ? [] : [", triggered by ", { code: trigger }],
    ...deferred === void 0 ? [] : ["; put off: ", ...prose(deferralWords[deferred] ?? deferred)]
  ];
}
function outputItem({ name: name2, action, before, after: after2, differences }) {
  const sign = action === "create" ? "+" : action === "delete" ? "-" : "!";
  const value = action === "delete" ? before : after2 ?? before;
  const isPair3 = sign === "!" && before !== void 0 && after2 !== void 0 && before !== after2;
  if (isPair3 || (differences?.length ?? 0) > 0) {
    const body2 = () => (differences ?? []).flatMap(differenceLines);
    const pair = () => [
      ...blockLines(before ?? "").map((line) => `-     ${line}`),
      ...blockLines(after2 ?? "").map((line) => `+     ${line}`)
    ];
    return { head: blockLine(`${sign} ${name2}`), body: (differences?.length ?? 0) > 0 ? body2 : pair };
  }
  const [first = "", ...rest] = blockLines(value ?? "");
  const head = blockLine(`${sign} ${name2} = ${first}${sign === "!" ? ", changed" : ""}`);
  return { head, ...rest.length > 0 && { body: () => rest.map((line) => `${sign}     ${line}`) } };
}
function checkSection({ checks }) {
  const bad = checks.filter(({ status }) => status !== "pass");
  const title = `Checks: ${number2(checks.length - bad.length)} of ${number2(checks.length)} pass`;
  const words = {
    fail: "fails",
    error: "could not be run",
    unknown: "is not known before it is applied",
    pass: "passes"
  };
  return listSection(
    title,
    "check",
    bad.map(({ address, status, problems }) => [
      { code: address },
      ` ${words[status]}`,
      ...problems.length === 0 ? [] : [": ", ...prose(problems.join(" "))]
    ])
  );
}

// actions/lib/terraform/show/standing.ts
var standings = {
  failed: { mark: "\u274C", word: "failed", counted: "could not be planned" },
  refused: { mark: "\u26D4", word: "refused", counted: "refused" },
  overridden: { mark: "\u26A0\uFE0F", word: "let through", counted: "let through" },
  destroys: { mark: "\u26A0\uFE0F", word: "destroys", counted: "with destruction" },
  risky: { mark: "\u26A0\uFE0F", word: "needs a look", counted: "with what needs a look" },
  changes: { mark: "\u270F\uFE0F", word: "changes", counted: "with changes" },
  waits: { mark: "\u23F3", word: "waits", counted: "waiting for others" },
  same: { mark: "\u2705", word: "no changes", counted: "without changes" }
};
var order = Object.keys(standings);
function standingOf({ outcome, plan, override, guards }) {
  if (outcome === "failed" || outcome === "errored") return "failed";
  if (outcome === "blocked") return "refused";
  if (outcome === "deferred") return "waits";
  if (override !== void 0) return "overridden";
  if (plan === void 0 || !plan.needsApply)
    return guards.some(({ severity }) => severity === "error") ? "risky" : "same";
  const destroys = plan.counts.delete > 0 || plan.changes.some(({ actions: actions2 }) => actions2.includes("delete"));
  if (destroys || plan.counts.replace > 0) return "destroys";
  return plan.counts.forget > 0 || plan.counts.other > 0 || plan.unknownFields.length > 0 ? "risky" : "changes";
}
var rankOf = (standing) => order.indexOf(standing);
var markOf2 = (standing) => `${standings[standing].mark} ${standings[standing].word}`;
var wordOf = (standing) => standings[standing].word;
function toneOf(standing) {
  if (standing === "failed" || standing === "refused") return "bad";
  return standing === "same" || standing === "changes" ? "good" : "careful";
}
var countedAs = (standing) => standings[standing].counted;
function worstFirst(roots) {
  const keyed = roots.map((root) => ({ root, rank: rankOf(standingOf(root)) }));
  const byName = (a, b) => a < b ? -1 : a > b ? 1 : 0;
  return keyed.sort((a, b) => a.rank - b.rank || a.root.wave - b.root.wave || byName(a.root.root, b.root.root)).map(({ root }) => root);
}
function reportAnswer(report) {
  const { roots } = report;
  const tools = new Set(roots.map(({ tool }) => tool));
  const noun = tools.size > 1 ? "root" : tools.has("tofu") ? "OpenTofu root" : "Terraform root";
  if (roots.length === 0) return `No ${noun} is affected`;
  const of = (standing) => roots.filter((root) => standingOf(root) === standing).length;
  const changing = roots.filter(({ outcome, plan }) => /^(planned|blocked)$/.test(outcome) && plan?.needsApply === true);
  const failed = of("failed");
  const tail2 = [
    ...of("refused") > 0 ? [`${of("refused")} refused`] : [],
    ...of("overridden") > 0 ? [`${of("overridden")} let through`] : [],
    ...failed > 0 && changing.length > 0 ? [`${failed} could not be planned`] : [],
    ...of("waits") > 0 ? [`${of("waits")} ${of("waits") === 1 ? "waits" : "wait"} for others`] : []
  ];
  return [headOf2(noun, roots.length, changing, failed), ...tail2].join("; ");
}
function headOf2(noun, roots, changing, failed) {
  if (changing.length > 0) {
    const counts = countsInWords(sumCounts(changing.flatMap(({ plan }) => plan?.counts ?? [])));
    const what = counts === "" ? "see below" : counts;
    return `${count(changing.length, noun)} ${changing.length === 1 ? "changes" : "change"}: ${what}`;
  }
  if (failed > 0) return `${failed} of ${count(roots, noun)} could not be planned`;
  return `No changes in ${count(roots, noun)}`;
}
function rootAnswer(result) {
  const { plan, outcome, waitsFor, guards, override } = result;
  const counts = plan === void 0 ? "" : countsInWords(plan.counts);
  const standing = standingOf(result);
  if (standing === "failed") return counts === "" ? "could not be planned" : `planning failed, after ${counts}`;
  if (outcome === "deferred") return waitsFor.length === 0 ? "waits for others" : "waits for what it depends on";
  const what = plan?.needsApply === true ? counts || "changes" : "no changes";
  const by = [...new Set(guards.flatMap(({ guard, severity }) => severity === "error" ? [guard] : []))].join(", ");
  if (standing === "refused") return `${what}; refused${by === "" ? "" : ` by ${by}`}`;
  return override === void 0 ? what : `${what}; let through by ${override.by}`;
}

// actions/lib/terraform/show/root-sections.ts
var severityRank = { error: 0, warning: 1, note: 2 };
function rootPart(result, words = {}) {
  const standing = standingOf(result);
  return {
    name: result.root,
    word: wordOf(standing),
    tone: toneOf(standing),
    answer: rootAnswer(result),
    rank: rankOf(standing),
    open: standing === "failed" || standing === "refused" || standing === "overridden" || standing === "destroys",
    sections: rootSections(result),
    facts: [...overrideLine(result, words), rootFacts(result)]
  };
}
function rootSections(result) {
  const { guards, plan, diagnostics, lock } = result;
  return [
    ...listSection("", "reason", reasonLines(result)),
    ...listSection(guardTitle(guards), "finding", guardLines(result)),
    ...diagnosticSections(diagnostics, "error"),
    ...lock === void 0 ? [] : lockSection(lock),
    ...plan === void 0 ? [] : planSections(plan),
    ...diagnosticSections(diagnostics, "warning")
  ];
}
function reasonLines({ outcome, reason, waitsFor }) {
  const names3 = (list2) => joined(
    list2.slice(0, 10).map((name2) => [{ code: name2 }]),
    ", "
  ).concat(list2.length > 10 ? [` and ${list2.length - 10} more`] : []);
  return [
    ...reason === void 0 ? [] : [prose(reason)],
    ...outcome === "deferred" ? [
      [
        ...waitsFor.length === 0 ? ["It"] : ["Waits for ", ...names3(waitsFor), ": it"],
        " is planned once that is applied, on what is really there."
      ]
    ] : []
  ];
}
function guardTitle(guards) {
  const errors = guards.filter(({ severity }) => severity === "error").length;
  const rest = guards.length - errors;
  return listed([
    ...errors > 0 ? [`Refused for ${count(errors, "reason")}`] : [],
    ...rest > 0 ? [count(rest, "remark")] : []
  ]);
}
function guardLines(result) {
  const sorted = [...result.guards].sort((a, b) => severityRank[a.severity] - severityRank[b.severity]);
  const { override } = result;
  return [
    ...sorted.map(guardLine),
    ...override === void 0 ? [] : [["Let through by ", { code: override.by }, ` (${override.how}), for exactly this plan.`]]
  ];
}
function overrideLine(result, words) {
  const how = result.outcome === "blocked" ? words.override?.(result) : void 0;
  return how === void 0 ? [] : [["To let exactly this plan through: ", ...prose(how)]];
}
function guardLine({ guard, severity, message, address, at }) {
  const told = address !== void 0 && address !== "" && message.startsWith(address);
  return [
    `${severity} `,
    { code: guard },
    ...address === void 0 || told ? [] : [" ", { code: address }],
    ...at === void 0 ? [] : [" at ", { code: place(at) }],
    ": ",
    ...told ? [{ code: address }, ...prose(message.slice(address.length))] : prose(message)
  ];
}
function diagnosticSections(all, severity) {
  const some = all.filter((diagnostic) => diagnostic.severity === severity);
  const title = `${severity === "error" ? "Errors" : "Warnings"} of the tool (${some.length})`;
  return blockSection(
    title,
    severity,
    "text",
    some.map(({ summary, detail, address, at }) => ({
      head: blockLine(
        [...at === void 0 ? [] : [place(at)], ...address === void 0 ? [] : [address], summary].join(": ")
      ),
      ...detail !== void 0 && { body: () => blockLines(detail).map((line) => `  ${line}`) }
    }))
  );
}
function lockSection({ id, path, operation, who, created, info: info2 }) {
  const fact = (name2, value) => value === void 0 || value === "" ? [] : [[`${name2} `, { code: value }]];
  return listSection("The state is locked", "fact", [
    ...fact("by", who),
    ...fact("since", created),
    ...fact("for", operation),
    ...fact("lock", id),
    ...fact("state", path),
    ...fact("note", info2)
  ]);
}
function rootFacts(result) {
  const { path, root, tool, toolVersion, workspace, environment, fingerprint, artifact, reasons } = result;
  const why = listed(reasons.map(oneLine), 3);
  const facts = [
    ...path === root ? [] : [[{ code: path }]],
    [`${tool === "tofu" ? "OpenTofu" : "Terraform"}${toolVersion === void 0 ? "" : ` ${toolVersion}`}`],
    ...workspace === void 0 || workspace === "default" ? [] : [["workspace ", { code: workspace }]],
    ...environment === void 0 ? [] : [["environment ", { code: environment }]],
    ...fingerprint === void 0 ? [] : [["plan ", { code: shortFingerprint(fingerprint) }]],
    ...artifact === void 0 ? [] : [["artifact ", { code: artifact }]],
    ...why === "" ? [] : [[`because ${why}`]]
  ];
  return [...clipLine(joined(facts, ", "), 800), "."];
}
var shortFingerprint = (fingerprint) => fingerprint.replace(/^[a-z0-9-]+:/, "").slice(0, 12);
function clipLine(line, limit) {
  return plain2(line).length <= limit ? line : [clip(plain2(line), limit)];
}

// actions/lib/terraform/show/report-page.ts
function reportPage(report, words = {}) {
  const roots = worstFirst(report.roots);
  return {
    answer: reportAnswer(report),
    table: roots.length === 0 ? void 0 : rootTable(roots),
    parts: roots.map((root) => rootPart(root, words)),
    facts: reportFacts(report)
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
  const number3 = (value) => value ? [value.toLocaleString("en-US")] : [""];
  return [
    [markOf2(standingOf(root))],
    [{ code: root.root }],
    number3(counts?.create),
    number3(counts?.update),
    number3(counts?.replace),
    number3(counts?.delete),
    [counts === void 0 ? "" : countsInWords(counts, otherCounts)],
    ...inWaves ? [waveCell(root)] : [],
    guardCell(root)
  ];
}
function waveCell({ wave, waitsFor }) {
  const names3 = waitsFor.slice(0, 2).map((name2) => [{ code: name2 }]);
  const more = waitsFor.length > 2 ? [[`${waitsFor.length - 2} more`]] : [];
  const after2 = waitsFor.length === 0 ? [] : [", after ", ...joined([...names3, ...more], ", ")];
  return [`${wave}`, ...after2];
}
function guardCell({ guards }) {
  const errors = [...new Set(guards.flatMap(({ guard, severity }) => severity === "error" ? [guard] : []))];
  const rest = guards.filter(({ severity }) => severity !== "error").length;
  const names3 = errors.slice(0, 3).map((guard) => [{ code: guard }]);
  const more = errors.length > 3 ? [[`${errors.length - 3} more`]] : [];
  const remarks = rest > 0 ? [[`${rest} ${rest === 1 ? "remark" : "remarks"}`]] : [];
  return joined([...names3, ...more, ...remarks], ", ");
}
function reportFacts({ head, base, unaffected }) {
  const commits = [
    ...head === void 0 ? [] : ["Commit ", { code: shortRevision(head) }],
    ...base === void 0 ? [] : [head === void 0 ? "Compared with " : ", compared with ", { code: shortRevision(base) }],
    ...head === void 0 && base === void 0 ? [] : ["."]
  ];
  const names3 = unaffected.slice(0, 5).map((name2) => [{ code: name2 }]);
  const more = unaffected.length > 5 ? [[`${(unaffected.length - 5).toLocaleString("en-US")} more`]] : [];
  const rest = unaffected.length === 0 ? [] : ["Not affected: ", ...joined([...names3, ...more], ", "), "."];
  return [commits, rest].filter((line) => line.length > 0);
}

// actions/lib/terraform/show/comment.ts
var commentLimit = 64e3;
function renderComment(report, { limit = commentLimit, more, ...words } = {}) {
  return pageMarkdown(reportPage(report, words), { limit, ...more !== void 0 && { more } });
}

// actions/lib/terraform/show/json.ts
var terraformReportVersion = 1;
function reportOutcome(roots) {
  const standings2 = new Set(roots.map(standingOf));
  if (standings2.has("failed")) return "failed";
  if (standings2.has("refused")) return "refused";
  return roots.some(({ plan, outcome }) => plan?.needsApply === true || outcome === "deferred") ? "changes" : "no-changes";
}
function toTerraformJson(report) {
  const { head, base, run: run2, roots, waves, unaffected } = report;
  const counted = roots.flatMap(
    ({ plan, outcome }) => plan === void 0 || outcome === "errored" ? [] : [plan.counts]
  );
  return {
    version: terraformReportVersion,
    outcome: reportOutcome(roots),
    answer: reportAnswer(report),
    ...head !== void 0 && { head },
    ...base !== void 0 && { base },
    ...run2 !== void 0 && { run: run2 },
    counts: sumCounts(counted),
    roots,
    waves,
    unaffected
  };
}
function renderTerraformJson(report) {
  return `${JSON.stringify(toTerraformJson(report), null, 2)}
`;
}

// actions/lib/terraform/show/summary.ts
var summaryLimit = 1024 * 1024 - 64 * 1024;
function renderTerraformSummary(report, { limit = summaryLimit, more, ...words } = {}) {
  return pageMarkdown(reportPage(report, words), { limit, ...more !== void 0 && { more } });
}

// actions/lib/github/check-runs.ts
import { createHash as createHash6 } from "node:crypto";
var maxBytes = 65e3;
var maxTitle = 255;
var maxMessage = 16e3;
var batch = 50;
var maxAnnotations = 500;
var permission2 = "checks: write";
async function upsertCheckRun(client, check) {
  const annotations = (check.annotations ?? []).slice(0, maxAnnotations).map(annotationOf);
  const output = {
    title: clip(oneLine(check.title).trim(), maxTitle),
    summary: fitMarkdown(check.summary, { bytes: maxBytes }),
    ...check.text !== void 0 && { text: fitMarkdown(check.text, { bytes: maxBytes }) }
  };
  const { conclusion, detailsUrl } = check;
  const said2 = JSON.stringify([conclusion, output, detailsUrl ?? "", annotations]);
  const externalId = `seaworthy:${createHash6("sha256").update(said2).digest("hex")}`;
  const state = {
    name: check.name,
    external_id: externalId,
    status: "completed",
    conclusion,
    ...detailsUrl !== void 0 && { details_url: detailsUrl },
    output: { ...output, annotations: annotations.slice(0, batch) }
  };
  const began = await begin(client, check, state);
  let { annotations: there } = began.run;
  while (there < annotations.length) there = await addTo(client, check, began.run.id, output, annotations, there);
  const type = began.type === "unchanged" && began.run.annotations < annotations.length ? "updated" : began.type;
  const annotationsLeftOut = (check.annotations?.length ?? 0) - annotations.length;
  return { type, id: began.run.id, url: began.run.url, annotationsLeftOut };
}
function annotationOf({ path, line, endLine, level, title, message }) {
  return {
    path,
    start_line: line,
    end_line: Math.max(endLine ?? line, line),
    annotation_level: level,
    // GitHub takes no empty message.
    message: clip(message.trim() === "" ? "(no message)" : message, maxMessage),
    ...title !== void 0 && { title: clip(oneLine(title), maxTitle) }
  };
}
async function begin(client, check, state) {
  for (let attempt = 1; ; attempt += 1) {
    const known3 = await ours2(client, check);
    if (known3?.externalId === state.external_id) return { type: attempt === 1 ? "unchanged" : "created", run: known3 };
    const change = known3 !== void 0 && known3.annotations === 0;
    try {
      return change ? { type: "updated", run: await patch(client, check, known3.id, state) } : { type: "created", run: await create2(client, check, state) };
    } catch (error) {
      if (!isLost(error) || attempt === 3) throw explained(error, check);
    }
  }
}
async function addTo(client, check, id, output, annotations, there) {
  const more = annotations.slice(there, there + batch);
  for (let attempt = 1; ; attempt += 1) {
    try {
      await patch(client, check, id, { output: { ...output, annotations: more } });
      return there + more.length;
    } catch (error) {
      if (!isLost(error) || attempt === 3) throw error;
      const { data: data2 } = await client.request(
        "GET /repos/{owner}/{repo}/check-runs/{check_run_id}",
        { ...ownerAndName(check.repository), check_run_id: id },
        { purpose: `read the check ${check.name} in ${check.repository}`, permission: "checks: read" }
      );
      if (data2.output.annotations_count > there) return Number(data2.output.annotations_count);
    }
  }
}
var isLost = (error) => error instanceof GitHubError && error.failure.type === "unreachable";
async function ours2(client, { repository, headSha, name: name2 }) {
  const author = await viewerLogin(client);
  const runs = await client.paginate(
    "GET /repos/{owner}/{repo}/commits/{ref}/check-runs",
    { ...ownerAndName(repository), ref: headSha, check_name: name2, filter: "latest" },
    { purpose: `read the checks of ${shortId(headSha)} in ${repository}`, permission: "checks: read" }
  );
  const own4 = runs.filter(({ app }) => app?.slug !== void 0 && `${app.slug}[bot]` === author);
  return own4.map(knownOf).sort((a, b) => b.id - a.id)[0];
}
var knownOf = ({ id, html_url: url, external_id: externalId, output }) => ({
  id: Number(id),
  url: url ?? "",
  externalId: externalId ?? "",
  annotations: Number(output.annotations_count)
});
async function create2(client, { repository, headSha, name: name2 }, state) {
  const { data: data2 } = await client.request(
    "POST /repos/{owner}/{repo}/check-runs",
    { ...ownerAndName(repository), head_sha: headSha, ...state },
    { purpose: `write the check ${name2} to ${shortId(headSha)} in ${repository}`, permission: permission2 }
  );
  return knownOf(data2);
}
async function patch(client, { repository, name: name2 }, id, change) {
  const { data: data2 } = await client.request(
    "PATCH /repos/{owner}/{repo}/check-runs/{check_run_id}",
    { ...ownerAndName(repository), check_run_id: id, ...change },
    { purpose: `change the check ${name2} in ${repository}`, permission: permission2 }
  );
  return knownOf(data2);
}
function explained(error, { name: name2 }) {
  if (!wasRefused(error, 403) || !/must authenticate via a GitHub App/i.test(refusalOf(error))) return error;
  return new UserError(`the token cannot write the check ${name2}: GitHub takes check runs from GitHub Apps only`, {
    next: "use the workflow\u2019s own token with `checks: write`, or the token of a GitHub App, not the token of a person",
    cause: error
  });
}

// actions/lib/terraform/show/check-run.ts
var summaryBytes = 64e3;
var mostAnnotations = 50;
var titleLimit = 200;
var messageLimit = 2e3;
var severityRank2 = { error: 0, warning: 1, note: 2 };
function checkRunOf(result, options2 = {}) {
  const { more, annotationLimit = mostAnnotations, ...words } = options2;
  const annotations = annotationsOf(result);
  const title = clip(oneLine(rootAnswer(result)), titleLimit);
  const part = rootPart(result, words);
  const page = { answer: `${result.root}: ${part.answer}`, table: void 0, parts: [part], facts: [] };
  return {
    name: clip(oneLine(`terraform plan: ${result.root}`), titleLimit),
    title: `${title.charAt(0).toUpperCase()}${title.slice(1)}`,
    conclusion: conclusionOf(result),
    summary: pageMarkdown(page, { limit: summaryBytes, ...more !== void 0 && { more } }),
    annotations: annotations.slice(0, annotationLimit),
    annotationsLeftOut: Math.max(0, annotations.length - annotationLimit)
  };
}
function conclusionOf(result) {
  const standing = standingOf(result);
  if (standing === "failed") return "failure";
  if (standing === "refused") return "action_required";
  return standing === "waits" ? "neutral" : "success";
}
function annotationsOf({ root, guards, diagnostics }) {
  const all = [
    ...guards.flatMap(
      ({ guard, severity, message, address, at }) => at === void 0 ? [] : [{ at, severity, name: guard, message: address === void 0 ? message : `${address}: ${message}` }]
    ),
    ...diagnostics.flatMap(
      ({ severity, summary, detail, at }) => at === void 0 ? [] : [{ at, severity, name: "terraform", message: detail === void 0 ? summary : `${summary}: ${detail}` }]
    )
  ];
  return all.sort((a, b) => severityRank2[a.severity] - severityRank2[b.severity]).map(({ at, severity, name: name2, message }) => ({
    ...at,
    severity,
    title: clip(oneLine(`${root}: ${name2}`), titleLimit),
    message: clip(oneLine(message), messageLimit)
  }));
}

// actions/terraform-plan/publish.ts
var commentMarker = "terraform-plan";
async function publishComment(client, where, report, words) {
  const { url } = await upsertComment(client, {
    repository: where.repository,
    issue: where.pull,
    marker: commentMarker,
    body: renderComment(report, words)
  });
  return url;
}
async function publishChecks(client, where, report, words) {
  for (const result of report.roots) {
    const { name: name2, conclusion, title, summary, annotations } = checkRunOf(result, words);
    await upsertCheckRun(client, {
      repository: where.repository,
      headSha: where.headSha,
      name: name2,
      conclusion,
      title,
      summary,
      ...where.runUrl !== void 0 && { detailsUrl: where.runUrl },
      annotations: annotations.flatMap(
        (annotation) => annotation.line === void 0 ? [] : [
          {
            path: annotation.file,
            line: annotation.line,
            ...annotation.endLine !== void 0 && { endLine: annotation.endLine },
            level: levels[annotation.severity],
            title: annotation.title,
            message: annotation.message
          }
        ]
      )
    });
  }
}
var levels = { error: "failure", warning: "warning", note: "notice" };

// actions/terraform-plan/gate-phase.ts
async function gateRefused(job, findings) {
  const { inputs: inputs2, pull } = job;
  const more = "Nothing of this change was started: no provider, no init, no plan.";
  tell(job, findings, more);
  const canComment = pull !== void 0 && !isFromFork(pull, inputs2.place.repository);
  const comment = inputs2.comment && canComment && inputs2.place.repository !== void 0 && inputs2.mode === "plan" ? await upsertComment(job.client(), {
    repository: inputs2.place.repository,
    issue: pull.number,
    marker: commentMarker,
    body: renderGate(findings, { limit: commentLimit, more })
  }) : void 0;
  setOutputs(job, findings, "refused", comment?.url);
  throw new UserError(gateAnswer(findings), {
    where: findings.filter(refuses).slice(0, 3).map(({ at }) => [at.file, at.line].join(":")).join(", "),
    next: "see the annotations and the summary of this step; each finding says what to do"
  });
}
function gatePassed(job, findings, isFork) {
  const more = isFork ? "The change comes from a fork, so that nothing of it is started: it is planned when somebody who may write brings it into a branch of this repository." : "Nothing was started: only the gate was asked for.";
  tell(job, findings, more);
  setOutputs(job, findings, "passed", void 0);
}
function tell({ log }, findings, more) {
  log.info(renderGateText(findings, { color: true, ...more !== void 0 && { more } }));
  writeSummary(renderGate(findings, { limit: summaryLimit, ...more !== void 0 && { more } }));
  annotateFindings(findings);
}
function annotateFindings(findings) {
  annotate(
    findings.filter(({ status }) => status !== "known").map(({ rule, severity, message, at }) => ({
      ...at,
      severity,
      title: `Seaworthy: ${rule}`,
      message: oneLine(message)
    }))
  );
}
function setOutputs(job, findings, outcome, comment) {
  const { folders: folders2, change } = job;
  const { waves, unaffected } = change.selection;
  const report = { roots: [], waves, unaffected, gate: findings, head: job.pull?.headSha ?? job.trees.commit };
  outputs.set({
    outcome,
    changes: false,
    roots: "[]",
    waves: JSON.stringify(waves),
    "plans-folder": "",
    "artifact-name": "",
    "report-folder": folders2.report,
    "json-file": writeReportFile(folders2.report, "report.json", renderTerraformJson(report)),
    "comment-url": comment ?? ""
  });
}

// actions/lib/terraform/envelope/keys.ts
import { createHash as createHash7, hkdfSync } from "node:crypto";
var makeOne = "make one with `openssl rand -base64 32` and keep it as a secret of the repository";
var maxKeys = 10;
function readKeys(text2, where) {
  const entries = text2.split(/[\s,]+/).filter((entry) => entry !== "");
  if (entries.length > maxKeys) {
    throw new UserError(`There are ${entries.length} keys; at most ${maxKeys} are read.`, {
      where,
      next: "take out those that no plan waits for"
    });
  }
  const keys = /* @__PURE__ */ new Map();
  for (const [index, entry] of entries.entries()) {
    const key = deriveKey(readBytes(entry, index + 1, where));
    keys.set(key.id, key);
  }
  const [first, ...others] = keys.values();
  if (first === void 0) throw new UserError("There is no key.", { where, next: makeOne });
  return [first, ...others];
}
function readBytes(entry, number3, where) {
  const refuse2 = (why) => new UserError(`Key ${number3} ${why}.`, { where, next: makeOne });
  const [, name2, text2 = entry] = /^([\w.-]{1,64}):(.*)$/.exec(entry) ?? [];
  if (text2 === "") throw refuse2(`is empty after its name, ${name2}`);
  const bytes = /^[0-9a-f]{64}$/i.test(text2) ? Buffer.from(text2, "hex") : /^[\w+/-]{43}=?$/.test(text2) ? Buffer.from(text2, "base64") : void 0;
  if (bytes?.length !== 32) throw refuse2("is not 32 bytes in base64 (44 characters) or hexadecimal (64)");
  if (bytes.every((byte) => byte >= 32 && byte < 127)) throw refuse2("is a text, where random bytes are needed");
  if (new Set(bytes).size < 12) throw refuse2("is not random: its bytes repeat");
  return bytes;
}
function deriveKey(bytes) {
  const derive2 = (use) => new Uint8Array(hkdfSync("sha256", bytes, "seaworthy terraform plan", `${use} v1`, 32));
  return {
    id: createHash7("sha256").update(derive2("key id")).digest("hex").slice(0, 8),
    encryption: derive2("encryption"),
    fingerprint: derive2("fingerprint")
  };
}

// actions/terraform-plan/keys.ts
var openKey = new TextEncoder().encode("seaworthy plans in clear");
function sealing(text2, { encryption }, visibility) {
  if (text2 !== void 0) {
    const keys = readKeys(text2, "input encryption-keys");
    return { keys, sealWith: keys[0], fingerprintKey: keys[0].fingerprint };
  }
  if (encryption === "required") return { keys: [], sealWith: void 0, fingerprintKey: openKey };
  return visibility().then((who) => {
    if (who === "private") return { keys: [], sealWith: "unencrypted", fingerprintKey: openKey };
    throw new UserError(
      `The settings say \`encryption: off\`, and the repository is ${who}: its artifacts, and the secrets in plans, would be open to everybody who can read it.`,
      {
        where: "terraform.encryption in .github/seaworthy.yaml",
        next: "make a key with `openssl rand -base64 32`, keep it as a secret, give it as `encryption-keys`, and take the setting out"
      }
    );
  });
}

// actions/terraform-plan/session.ts
import { join as join9 } from "node:path";
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
    options: { ...change.options, guards: change.policy.guards, variables: change.policy.variables },
    providers: {
      ...providers !== void 0 && { allowed: providers },
      ...options2.providerMirror !== void 0 && { mirrors: [options2.providerMirror] },
      cacheFolder: join9(folders2.work, "..", "providers")
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

// actions/terraform-plan/stop.ts
function stopSignal() {
  const controller = new AbortController();
  const stop2 = () => controller.abort();
  process.on("SIGINT", stop2).on("SIGTERM", stop2);
  return {
    signal: controller.signal,
    end: () => {
      process.off("SIGINT", stop2).off("SIGTERM", stop2);
    }
  };
}

// actions/terraform-plan/trees.ts
async function openTrees(folder, base, pullHead) {
  const repository = await findRepository(folder);
  if (repository?.head === void 0) {
    throw new UserError("This is no checkout of a repository.", {
      where: folder,
      next: "run `actions/checkout` with `fetch-depth: 0` before this step"
    });
  }
  const stands = pullHead === void 0 ? void 0 : await standsOn(repository, repository.head, pullHead);
  const named2 = base === void 0 || /^0+$/.test(base) ? void 0 : await resolveCommit(repository, base);
  const from = named2 === void 0 ? void 0 : stands ?? named2;
  const head = await openWorkingTree(repository);
  const baseTree = from === void 0 ? void 0 : await openCommitTree(repository, from);
  return {
    repository,
    head,
    commit: repository.head,
    base: baseTree,
    close: async () => {
      await head.close();
      await baseTree?.close();
    }
  };
}
async function standsOn(repository, commit, pullHead) {
  const { stdout } = await git(repository.root, ["rev-list", "--parents", "-n", "1", commit], [0, 128]);
  const [, first, second, ...more] = stdout.trim().split(" ");
  return more.length === 0 && second === pullHead ? first : void 0;
}

// actions/lib/terraform/approval/evidence.ts
var isSameName = (one, other) => one !== void 0 && one.toLowerCase() === other?.toLowerCase();
function timeOf(text2) {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(text2)) return void 0;
  const time = Date.parse(text2);
  return Number.isNaN(time) ? void 0 : time;
}

// actions/lib/terraform/approval/allowed-people.ts
var isApp = (login) => login.endsWith("[bot]");
var namesNobody = ({ teams, users }) => teams.length + users.length === 0;
function objectionTo(login, who) {
  const { authors, policy, people, orWriters } = who;
  if (authors.some((author) => isSameName(author, login))) return "is an author of the change";
  if (policy.users.some((user) => isSameName(user, login))) return void 0;
  if (isApp(login)) return "is an App, which the settings do not name";
  const person = people.find((one) => isSameName(one.login, login));
  if (namesNobody(policy)) {
    const mayWrite = person?.permission === "admin" || person?.permission === "write";
    return orWriters && mayWrite ? void 0 : "may not write to the repository";
  }
  const isInTeam = policy.teams.some((team) => person?.teams.some((own4) => isSameName(own4, team)) === true);
  return isInTeam ? void 0 : `is not in ${listed2(policy.teams)} and not named in the settings`;
}
var listed2 = (teams) => teams.length === 0 ? "any team that counts" : teams.join(", ");

// actions/lib/terraform/approval/latest-opinions.ts
function latestOpinions(reviews) {
  const latest = /* @__PURE__ */ new Map();
  const inOrder2 = reviews.toSorted((a, b) => (timeOf(a.submittedAt) ?? 0) - (timeOf(b.submittedAt) ?? 0));
  for (const review of inOrder2) {
    const { by } = review;
    if (by !== void 0 && review.state !== "commented") latest.set(by.toLowerCase(), { ...review, by });
  }
  return latest;
}

// actions/lib/terraform/approval/override-token.ts
import { createHash as createHash8 } from "node:crypto";
var prefix = "terraform-allow:";
function overrideToken(root, fingerprint) {
  return prefix + createHash8("sha256").update(JSON.stringify([root, fingerprint])).digest("hex").slice(0, 16);
}
var isOverrideLabel = (label) => label.toLowerCase().startsWith(prefix);
var tokensIn = (text2) => text2.split(/\r?\n/).map((line) => /^\s*`?(terraform-allow:[0-9a-f]{16})`?\s*$/i.exec(line)?.[1]?.toLowerCase()).filter((token) => token !== void 0);

// actions/lib/terraform/approval/find-override.ts
function findOverride(input) {
  const { root, fingerprint, policy } = input;
  const token = overrideToken(root, fingerprint);
  const attempts = [...labelAttempts(input, token), ...reviewAttempts(input, token)];
  if (attempts.length > 0 && namesNobody(policy)) {
    const reason = "Nobody may let a refused plan through: the settings name neither teams nor users (terraform.overrides).";
    return { type: "none", reasons: [reason] };
  }
  const good = attempts.find(({ problem }) => problem === void 0);
  if (good !== void 0) return { type: "found", override: { by: good.by, how: good.how, fingerprint } };
  return {
    type: "none",
    reasons: attempts.map(({ how, by, problem }) => `The ${how} by ${by} does not count: ${problem}.`)
  };
}
function peopleInvolved(reviews, labelEvents) {
  const opinions = [...latestOpinions(reviews).values()].filter(({ state }) => state !== "dismissed");
  const labels = labelEvents.filter(({ type, label }) => type === "labeled" && isOverrideLabel(label));
  const logins = [...opinions.map(({ by }) => by), ...labels.flatMap(({ by }) => by ?? [])];
  return [...new Map(logins.map((login) => [login.toLowerCase(), login])).values()];
}
function labelAttempts(input, token) {
  const last = /* @__PURE__ */ new Map();
  const inOrder2 = input.labelEvents.toSorted((a, b) => (timeOf(a.at) ?? 0) - (timeOf(b.at) ?? 0));
  for (const event of inOrder2) if (isOverrideLabel(event.label)) last.set(event.label.toLowerCase(), event);
  return [...last.values()].map(({ type, label, by = "somebody unknown", at }) => {
    const own4 = type === "unlabeled" ? "it was taken off" : void 0;
    const other = label.toLowerCase() === token ? void 0 : `it is for another plan than this one (${token})`;
    return { by, how: `label ${label}`, problem: other ?? own4 ?? problemOf(by, at, input) };
  });
}
function reviewAttempts(input, token) {
  return [...latestOpinions(input.reviews).values()].flatMap((review) => {
    const tokens = tokensIn(review.body);
    if (tokens.length === 0) return [];
    const { by, submittedAt } = review;
    return [
      { by, how: "review", problem: reviewProblem(review, tokens, token, input) ?? problemOf(by, submittedAt, input) }
    ];
  });
}
function reviewProblem(review, tokens, token, { headSha }) {
  if (!tokens.includes(token)) return `it names ${count(tokens.length, "other plan")}, and not this one (${token})`;
  if (review.state !== "approved") return review.state === "dismissed" ? "it was dismissed" : "it is no approval";
  if (review.commit !== headSha) return `it is not for ${headSha.slice(0, 7)}`;
  return review.isEdited ? "its text was changed afterwards, which others can do as well" : void 0;
}
function problemOf(by, at, input) {
  const objection = objectionTo(by, { ...input, orWriters: false });
  if (objection !== void 0) return `${by} ${objection}`;
  if (input.since === void 0) return void 0;
  const [done, shown2] = [timeOf(at), timeOf(input.since)];
  if (done !== void 0 && shown2 !== void 0 && done > shown2) return void 0;
  return `it is of ${at}, and the plan could first be seen ${input.since}`;
}

// actions/lib/github/label-events.ts
async function listLabelEvents(client, repository, issue) {
  const events = await client.paginate(
    "GET /repos/{owner}/{repo}/issues/{issue_number}/events",
    { ...ownerAndName(repository), issue_number: issue },
    { purpose: `read who labelled #${issue} in ${repository}`, permission: "pull-requests: read" }
  );
  return events.flatMap(
    ({ event, actor, created_at: at, label }) => (event === "labeled" || event === "unlabeled") && label !== void 0 ? [{ type: event, label: label.name, at, ...actor && { by: actor.login } }] : []
  );
}

// actions/lib/github/people.ts
async function readPermission(client, repository, login) {
  try {
    const { data: data2 } = await client.request(
      "GET /repos/{owner}/{repo}/collaborators/{username}/permission",
      { ...ownerAndName(repository), username: login },
      { purpose: `look up what ${login} may do in ${repository}`, permission: "metadata: read" }
    );
    const { permission: permission3 } = data2;
    return permission3 === "admin" || permission3 === "write" || permission3 === "read" ? permission3 : "none";
  } catch (error) {
    if (wasRefused(error, 404)) return "none";
    throw error;
  }
}
async function isMember(client, team, login) {
  const { owner: org, repo: slug } = orgAndTeam(team);
  const purpose = `look up who is in the team ${team}`;
  try {
    const { data: data2 } = await client.request(
      "GET /orgs/{org}/teams/{team_slug}/memberships/{username}",
      { org, team_slug: slug, username: login },
      { purpose }
    );
    return data2.state === "active";
  } catch (error) {
    if (wasRefused(error, 403)) throw unreadable2(team, error);
    if (!wasRefused(error, 404)) throw error;
  }
  try {
    await client.request("GET /orgs/{org}/teams/{team_slug}", { org, team_slug: slug }, { purpose });
    return false;
  } catch (error) {
    if (wasRefused(error, 403)) throw unreadable2(team, error);
    if (!wasRefused(error, 404)) throw error;
    throw new UserError(`there is no team ${team}, or the token cannot see it`, {
      next: "write it as organisation/team as its address has it, and use a token that may read the members of that organisation",
      cause: error
    });
  }
}
async function readPeople(client, wanted2) {
  const logins = new Map(wanted2.logins.map((login) => [login.toLowerCase(), login]));
  return inTurns([...logins.values()], 4, async (login) => {
    if (login.endsWith("[bot]")) return { login, permission: "none", teams: [] };
    const teams = [];
    for (const team of wanted2.teams) if (await isMember(client, team, login)) teams.push(team);
    return { login, permission: await readPermission(client, wanted2.repository, login), teams };
  });
}
function orgAndTeam(team) {
  try {
    return ownerAndName(team);
  } catch (error) {
    throw new UserError(`\u201C${team}\u201D is not the name of a team`, { next: "write it as organisation/team", cause: error });
  }
}
var unreadable2 = (team, cause) => new UserError(`the token may not read who is in the team ${team}`, {
  next: "a workflow\u2019s own token never may: use the token of a GitHub App with the organisation permission `members: read`, or name people (`users`) instead of teams in the settings",
  cause
});

// actions/lib/github/reviews.ts
var query = `query($owner: String!, $name: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $name) {
    pullRequest(number: $number) {
      reviews(first: 100, after: $after) {
        nodes { author { __typename login } state submittedAt lastEditedAt commit { oid } body }
        pageInfo { hasNextPage endCursor }
      }
    }
  }
}`;
var states = {
  APPROVED: "approved",
  CHANGES_REQUESTED: "changes-requested",
  COMMENTED: "commented",
  DISMISSED: "dismissed"
};
var maxPages = 50;
async function listReviews(client, repository, pull) {
  const { owner, repo: name2 } = ownerAndName(repository);
  const found = [];
  let after2 = null;
  for (let page = 0; page < maxPages; page += 1) {
    const answer = await client.graphql(
      query,
      { owner, name: name2, number: pull, after: after2 },
      { purpose: `read the reviews of #${pull} in ${repository}`, permission: "pull-requests: read" }
    );
    const reviews = answer.repository?.pullRequest?.reviews;
    for (const review of reviews?.nodes ?? []) found.push(...submitted(review));
    if (reviews?.pageInfo.hasNextPage !== true) break;
    after2 = reviews.pageInfo.endCursor;
  }
  return found;
}
function submitted(review) {
  const state = review === null ? void 0 : states[review.state];
  if (review === null || state === void 0 || review.submittedAt === null) return [];
  const { author } = review;
  return [
    {
      ...author !== null && { by: author.__typename === "Bot" ? `${author.login}[bot]` : author.login },
      state,
      submittedAt: review.submittedAt,
      ...review.commit !== null && { commit: review.commit.oid },
      body: review.body,
      isEdited: review.lastEditedAt !== null
    }
  ];
}

// actions/terraform-plan/people.ts
async function readVoices(client, teamClient, wanted2) {
  const { repository, pull, teams } = wanted2;
  const reviews = await listReviews(client, repository, pull);
  const labelEvents = await listLabelEvents(client, repository, pull);
  const logins = peopleInvolved(reviews, labelEvents);
  const asked = teams.length === 0 ? client : teamClient;
  const people = logins.length === 0 ? [] : await readPeople(asked, { repository, logins, teams });
  return { reviews, labelEvents, people };
}

export {
  revisionInput,
  wholeNumber,
  mirrorInput,
  keysInput,
  readRepository,
  field,
  textField,
  numberField,
  isRecord,
  parseJson3 as parseJson,
  runCommand,
  captureCommand,
  commandLine,
  initRoot,
  watchProgress,
  earlyVariables,
  canonicalSections,
  canonicalJson,
  countChanges,
  judgePlan,
  isRefused,
  planOne,
  planText,
  prepare,
  failureOf,
  said,
  releasedRoots,
  placeCarried,
  tagBytes,
  readContainer,
  sealPlan,
  requirePlan,
  gateChange,
  openChange,
  filesHash,
  lockHashOf,
  sealMade,
  listSection,
  blockSection,
  prose,
  pageMarkdown,
  pageText,
  gateAnswer,
  upsertComment,
  countsInWords,
  sumCounts,
  changeItem,
  driftItem,
  blockLine,
  blockLines,
  reportAnswer,
  rootAnswer,
  rootSections,
  diagnosticSections,
  lockSection,
  rootFacts,
  shortFingerprint,
  reportPage,
  commentLimit,
  reportOutcome,
  renderTerraformJson,
  summaryLimit,
  renderTerraformSummary,
  outputs,
  readInputs,
  publishComment,
  publishChecks,
  pullEvent,
  isFromFork,
  plansArtifact,
  makeFolders,
  fileNameOf,
  planFileName,
  writeReportFile,
  gateRefused,
  gatePassed,
  tell,
  annotateFindings,
  sealing,
  planningContext,
  planOrigin,
  moreOf,
  stopSignal,
  openTrees,
  isSameName,
  timeOf,
  namesNobody,
  objectionTo,
  latestOpinions,
  overrideToken,
  findOverride,
  readVoices
};
