import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  blockLine,
  blockSection,
  listSection,
  plain,
  prose,
  reportAnswer,
  standingOf,
  sumCounts
} from "./chunk-W5DSIOOB.js";
import {
  groupBy
} from "./chunk-RELZMWQM.js";
import {
  diffArrays
} from "./chunk-KZULBJD3.js";
import {
  painter,
  wrap
} from "./chunk-FNMZNENR.js";
import {
  place
} from "./chunk-AKB3YNBQ.js";
import {
  matchesPattern
} from "./chunk-UNCBMZAL.js";
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
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/terraform/show/markdown.ts
var spanLimit = 1e3;
function markdownLine(line, limit = spanLimit) {
  return line.map((span) => markdownSpan(span, limit)).join("").trim();
}
function markdownSpan(span, limit) {
  if (typeof span !== "string") return code(span.code, limit);
  const text = escapeMarkdown(span, limit);
  return text.replace(/^(\s*)([-+=]|\d{1,9}[.)])(?=\s|$|[-=])/, "$1\u200B$2");
}
var entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
function htmlText(text, limit = 300) {
  return clip(oneLine(text), limit).replace(/[&<>"]/g, (character) => entities[character] ?? character).replace(/@(?=[\w-])|#(?=\d)|:(?=\/\/)|\bwww(?=\.)|\bGH(?=-\d)/gi, (start) => `${start}\u200B`);
}
function link(words, url) {
  const text = escapeMarkdown(words);
  if (url === void 0 || !/^https?:\/\/[^\s<>"]+$/.test(url)) return text;
  return `[${text}](${url.replace(/[()[\]\\`]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)})`;
}
function fenceFor(lines) {
  let longest = 2;
  for (const line of lines) {
    if (!line.includes("`")) continue;
    for (const [run] of line.matchAll(/`+/g)) longest = Math.max(longest, run.length);
  }
  return "`".repeat(longest + 1);
}
var bytesOf = (text) => Buffer.byteLength(text);

// actions/lib/terraform/show/fit-sections.ts
var firstHeads = 3;
var noticeRoom = 120;
var moreRoom = 40;
var mostMisses = 20;
var skippedRoom = 250;
function fitSections(sections, room) {
  const measured = sections.map(measure);
  const shown = [];
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
    shown.push(one);
  }
  if (skipped.length === 0) left += kept;
  if (shown.length === 0) return { markdown: "", cut: sections.length > 0 };
  for (const one of shown) left = takeHeads(one, Number.POSITIVE_INFINITY, left);
  for (const one of shown) left = takeBodies(one, left);
  const texts = shown.map(render);
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
    for (const { body } of section.items) {
      if (size > enough) return size;
      const lines = body?.() ?? [];
      size += bodySize(lines);
      longest = Math.max(longest, fenceFor(lines).length);
    }
    size += 2 * (longest - fence.length);
  }
  return size;
}
var bodySize = (body) => body.reduce((sum, line) => sum + bytesOf(line) + 1, 0);
function measure(section) {
  const fence = section.kind === "block" ? fenceFor(section.items.map(({ head }) => head)) : "";
  const heads = section.kind === "list" ? section.items.map((line) => `- ${markdownLine(line)}`) : section.items.map(({ head }) => head);
  const title = titleOf(section);
  const fences = section.kind === "block" ? 2 * fence.length + section.language.length + 2 : 0;
  return {
    section,
    fence,
    frame: bytesOf(title) + fences + bytesOf(footOf(section)) + 2,
    heads,
    headBytes: heads.map((head) => bytesOf(head) + 1),
    taken: 0,
    bodies: /* @__PURE__ */ new Map()
  };
}
var footOf = ({ foot }) => foot === void 0 ? "" : `
${markdownLine(foot)}
`;
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
  for (const [index, { body }] of section.items.slice(0, taken).entries()) {
    if (left <= 0 || misses === mostMisses) break;
    if (body === void 0) continue;
    const all = body();
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
${notice2}${footOf(section)}`, cut: missing > 0 };
  }
  let without = 0;
  let partial = false;
  const lines = section.items.slice(0, taken).flatMap((item, index) => {
    const body = bodies.get(index);
    if (body === void 0) {
      if (item.body !== void 0) without += 1;
      return [item.head];
    }
    const left = body.of - body.lines.length;
    partial ||= left > 0;
    return [item.head, ...body.lines, ...left > 0 ? [`      \u2026 ${count(left, "more line")}`] : []];
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
${notice}${footOf(section)}`,
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
  const lead = paragraphs(page.lead ?? [], limit / 8, 400);
  const foot = paragraphs(page.facts, limit / 5, 100);
  const everything = cutNotice(more, limit / 5);
  let room = limit - bytesOf(head) - bytesOf(lead) - bytesOf(foot) - bytesOf(everything) - 200;
  const table = page.table === void 0 ? "" : tableMarkdown(page.table, page.parts.length === 0 ? room : room * 3 / 4);
  room -= bytesOf(table);
  const { text, cut } = partsMarkdown(page.parts, room);
  return head + lead + table + text + (cut ? everything : "") + foot;
}
function paragraphs(lines, room, spanLimit2) {
  let text = "";
  for (const line of lines) {
    const paragraph = `
${markdownLine(line, spanLimit2)}
`;
    if (bytesOf(text + paragraph) <= room) text += paragraph;
  }
  return text;
}
function cutNotice(more, room) {
  const places = [];
  const text = () => {
    const where = places.length === 0 ? "" : ` All of it: ${places.join(", ")}.`;
    return `
This is cut to what GitHub takes here.${where}
`;
  };
  for (const { name, url } of more) {
    places.push(link(name, url));
    if (bytesOf(text()) > room) places.pop();
  }
  return text();
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
And ${leftOut(missing.map(({ kind }) => kind))}.
`}`;
}
function leftOut(kinds) {
  const counts = /* @__PURE__ */ new Map();
  for (const kind of kinds) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const parts = [...counts].map(([kind, number]) => `${number.toLocaleString("en-US")} ${kind}`);
  return `${kinds.length.toLocaleString("en-US")} more: ${parts.join(", ")}`;
}
function partsMarkdown(parts, room) {
  const told = parts.filter(({ sections }) => sections.length > 0);
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
    const text = frame.start + fitted.markdown + frame.end;
    spare = share - bytesOf(text);
    return text;
  });
  const notice = silent === 0 ? "" : `
The details of ${count(silent, "root")} have no room here.
`;
  return { text: texts.join("") + notice, cut: cut || silent > 0 };
}
var mostOpen = 3;
var isOpen = ({ open }, index, all) => all === 1 || open && index < mostOpen;
function frameOf({ name, answer, facts }, open) {
  const summary = `<details${open ? " open" : ""}><summary><b>${htmlText(name, 120)}</b>: ${htmlText(answer)}</summary>`;
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
var lineLimit = 4e3;
var toneStyles = { bad: "red", careful: "yellow", good: "green" };
var signStyles = { "+": "green", "-": "red", "!": "yellow" };
function pageText(page, options) {
  const paint = painter(options.color);
  const width = options.width === void 0 ? Number.POSITIVE_INFINITY : Math.max(options.width, 40);
  const { parts, facts, lead = [] } = page;
  const told = parts.filter(({ sections }) => sections.length > 0);
  const lines = [
    ...wrap(safe([page.answer]), width).map((line) => paint(line, "bold")),
    ...lead.flatMap((line) => wrap(safe(line), width)),
    ...parts.length < 2 ? [] : ["", ...overview(parts)],
    ...told.flatMap(partLines),
    ...facts.length === 0 ? [] : ["", ...facts.flatMap((line) => wrap(safe(line), width))]
  ];
  return `${lines.join("\n")}
`;
  function overview(all) {
    const wordWidth = Math.max(...all.map(({ word }) => word.length));
    const nameWidth = Math.min(40, Math.max(...all.map(({ name }) => name.length)));
    return all.map(
      ({ word, tone, name, answer }) => `${paint(word.padEnd(wordWidth), toneStyles[tone])}  ${safe([name]).padEnd(nameWidth)}  ${safe([answer])}`.trimEnd()
    );
  }
  function partLines({ name, answer, tone, sections, facts: last }) {
    const told2 = parts.length === 1 && page.answer.endsWith(answer);
    return [
      ...told2 ? [] : ["", `${paint(safe([name]), "bold")}: ${paint(safe([answer]), toneStyles[tone])}`],
      ...sections.flatMap(sectionLines),
      ...last.flatMap((line) => ["", ...wrap(safe(line), width - 2).map((text) => `  ${paint(text, "dim")}`)])
    ];
  }
  function sectionLines(section) {
    const title = section.title === "" ? [""] : ["", `  ${paint(safe([section.title]), "bold")}`];
    const foot = section.foot === void 0 ? [] : wrap(safe(section.foot), width - 2).map((line) => `  ${line}`);
    if (section.kind === "block") {
      return [
        ...title,
        ...section.items.flatMap(({ head, body }) => [head, ...body?.() ?? []].map((line) => painted(section, line))),
        ...foot
      ];
    }
    return [
      ...title,
      ...section.items.flatMap((item) => {
        const [first = "", ...rest] = wrap(safe(item), width - 4);
        return [`  - ${first}`, ...rest.map((line) => `    ${line}`)];
      }),
      ...foot
    ];
  }
  function painted(section, line) {
    const style = section.kind === "block" && section.language === "diff" ? signStyles[line[0] ?? ""] : void 0;
    return style === void 0 ? `  ${line}` : `  ${paint(line, style)}`;
  }
}
var safe = (line) => oneLine(clip(plain(line), lineLimit));

// actions/lib/terraform/show/gate.ts
function gateAnswer(findings) {
  const refusing = findings.filter(isRefusing).length;
  if (refusing > 0)
    return `Refused before anything was started: ${count(refusing, "file finding")} ${refusing === 1 ? "does" : "do"} not pass the gate`;
  return findings.length === 0 ? "The gate lets the files pass" : `The gate lets the files pass, with ${count(findings.length, "remark")}`;
}
var renderGate = (findings, { limit, more, ...words }) => pageMarkdown(gatePage(findings, { ...words, ...more !== void 0 && { more } }), { limit });
var renderGateText = (findings, options) => pageText(gatePage(findings, options), options);
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
          ...exemptionSection(refusing),
          ...listSection(`Remarks (${rest.length})`, "finding", rest.map(findingLine))
        ],
        facts: []
      }
    ],
    facts: more === void 0 ? [] : [[more]]
  };
}
function exemptionSection(refusing) {
  const files = refusing.flatMap(({ rule, at }) => rule === "terraform-backend-changed" ? [at.file] : []);
  const entries = [...new Set(files)].map((file) => {
    const subject = blockLine(`    subject: { file: ${JSON.stringify(file)} }`);
    const reason = "    reason: The state was moved by hand; take this out when it is merged.";
    return { head: "  - rule: terraform-backend-changed", body: () => [subject, reason] };
  });
  if (entries.length === 0) return [];
  return blockSection(
    "To let this one change through, once the state is moved",
    "exemption",
    "yaml",
    [{ head: "exemptions:" }, ...entries],
    [
      "Merge this into ",
      { code: ".github/seaworthy.yaml" },
      " of the base branch, on its own, then run this job again."
    ]
  );
}
function findingLine({ rule, severity, message, at, status }) {
  const known = status === "known" ? ", as in the base" : "";
  return [{ code: place(at) }, ` ${severity}${known} `, { code: rule }, ": ", ...prose(message)];
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

// actions/lib/terraform/planning/guard-policy.ts
var guardPolicy = ({ guards }) => ({
  ...guards,
  severities: guards.severities
});

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
function parsePlanText(text, limits = planLimits) {
  if (text.length > limits.bytes) tooMuch(`is larger than ${Math.floor(limits.bytes / 1024 / 1024)} MiB`);
  const decoded = typeof text === "string" ? text : new TextDecoder().decode(text);
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
function lineAndColumn(text, position) {
  const before = text.slice(0, position);
  const lineStart = before.lastIndexOf("\n") + 1;
  let line = 1;
  for (let at = before.indexOf("\n"); at !== -1; at = before.indexOf("\n", at + 1)) line++;
  return `line ${line}, column ${position - lineStart + 1}`;
}

// actions/lib/terraform/fingerprint/exact-json.ts
var ExactNumber = class {
  text;
  constructor(text) {
    this.text = text;
  }
};
var suspicious = /\d[\d.]{15}|\d[eE]/;
function withExactNumbers(text, json) {
  if (!suspicious.test(text)) return json;
  const numbers = longNumbers(text);
  if (numbers.length === 0) return json;
  const mark = unusedText(text);
  const parts = [];
  let from = 0;
  for (const { start, end } of numbers) {
    parts.push(text.slice(from, start), `"${mark}${text.slice(start, end)}"`);
    from = end;
  }
  return replaceMarked(JSON.parse(parts.join("") + text.slice(from)), mark);
}
function longNumbers(text) {
  const found = [];
  const number = /[-+.\deE]+/y;
  for (let index = 0; index < text.length; index += 1) {
    const code2 = text.charCodeAt(index);
    if (code2 === 34) index = endOfString(text, index);
    else if (code2 === 45 || code2 >= 48 && code2 <= 57) {
      number.lastIndex = index;
      const [written = ""] = number.exec(text) ?? [];
      if (losesDigits(written)) found.push({ start: index, end: index + written.length });
      index += written.length - 1;
    }
  }
  return found;
}
function endOfString(text, start) {
  for (let end = text.indexOf('"', start + 1); end >= 0; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === 92) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
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
function unusedText(text) {
  let mark = "number:";
  while (text.includes(mark)) mark = `number-${mark}`;
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
var maxDepth = 200;
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
  if (depth > maxDepth) return true;
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
  const secret = createSecretKey(key);
  const hmac = (place2, value) => createHmac("sha256", secret).update(`${JSON.stringify(pathOf(place2))}
${canonicalJson(value)}`).digest("base64url");
  const secretKeys = /* @__PURE__ */ new Map();
  function leaf(value, place2) {
    if (value === void 0) return "-";
    if (value === null || typeof value === "boolean") return value;
    const [mark, text] = typeof value === "string" ? ["=", value] : ["#", numberText(value)];
    if (place2 !== void 0 && holdsSecret(text)) return `^${hmac(place2, mark + text)}`;
    return mark + text;
  }
  function keyOf2(key2, place2) {
    if (place2 !== void 0) {
      const isSecret = secretKeys.get(key2) ?? holdsSecret(key2);
      secretKeys.set(key2, isSecret);
      if (isSecret) return `^${hmac(place2, `=${key2}`)}`;
    }
    return key2.startsWith("=") || key2.startsWith("^") ? `=${key2}` : key2;
  }
  function walk(value, unknown, sensitive, place2, depth) {
    if (depth > maxDepth) throw tooDeep();
    if (place2 !== void 0 && (sensitive === true || sensitive !== void 0 && isLeaf(value))) {
      if (unknown === true) return "~?";
      if (value === void 0 && unknown === void 0) return "~-";
      return `~${hmac(place2, walk(value, unknown, void 0, void 0, depth))}`;
    }
    if (unknown === true) return "?";
    const marks = unknown ?? sensitive;
    const child = (key2) => {
      const inside = place2 === void 0 ? void 0 : { key: key2, outer: place2 };
      const [below, hidden] = [own(unknown, key2), own(sensitive, key2)];
      return walk(own(value, key2), below, hidden, inside, depth + 1);
    };
    if (Array.isArray(value) || isNothing(value) && (Array.isArray(unknown) || Array.isArray(sensitive))) {
      const length = Math.max(lengthOf(value), lengthOf(unknown), lengthOf(sensitive));
      return Array.from({ length }, (_, index) => child(String(index)));
    }
    if (isLeaf(value) || isNothing(value) && marks === void 0) return leaf(value, place2);
    const result = {};
    for (const tree of [value, unknown, sensitive]) {
      if (!isObject(tree)) continue;
      for (const key2 of Object.keys(tree)) {
        const name = keyOf2(key2, place2);
        if (tree === value || !Object.hasOwn(result, name)) setOwn(result, name, child(key2));
      }
    }
    return inOrder(result);
  }
  function node(value, place2, isStructure, depth) {
    if (depth > maxDepth) throw tooDeep();
    const inside = (key2) => ({ key: key2, outer: place2 });
    if (Array.isArray(value)) return value.map((item, index) => node(item, inside(String(index)), false, depth + 1));
    if (!isObject(value)) return leaf(value, place2);
    const result = {};
    const done = /* @__PURE__ */ new Set();
    for (const pair of pairsOf(value)) {
      for (const key2 of pair.keys) done.add(key2);
      result[pair.name] = walk(pair.value, marksOf(pair.unknown), marksOf(pair.sensitive), place2, depth + 1);
    }
    for (const [key2, child] of Object.entries(value)) {
      if (done.has(key2)) continue;
      if (isStructure && structural.has(key2)) result[key2] = walk(child, void 0, void 0, void 0, depth + 1);
      else setOwn(result, keyOf2(key2, place2), node(child, inside(key2), isStructure && structures.has(key2), depth + 1));
    }
    return inOrder(result);
  }
  return {
    value: (value, unknown, sensitive, place2) => walk(value, marksOf(unknown), marksOf(sensitive), place2, 0),
    node: (value, place2) => node(value, place2, true, 0)
  };
}
function pathOf(place2) {
  const path = [];
  for (let at = place2; at !== void 0; at = at.outer) path.unshift(at.key);
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
var tooDeep = () => new UserError(`the plan nests values more than ${maxDepth} levels deep`, {
  next: "look at what makes such a value: no resource needs one"
});

// actions/lib/terraform/fingerprint/secret-values.ts
var minInside = 4;
function secretValues(plan) {
  const found = /* @__PURE__ */ new Set();
  const configured = own(own(own(plan, "configuration"), "root_module"), "variables");
  for (const [name, variable] of entriesOf(own(plan, "variables"))) {
    if (own(own(configured, name), "sensitive") === true) collect(own(variable, "value"), true, found, 0);
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
var entriesOf = (value) => isObject(value) ? Object.entries(value) : [];
function collectPairs(node, found, depth) {
  if (typeof node !== "object" || node === null || depth > maxDepth) return;
  const pairs = isObject(node) ? pairsOf(node) : [];
  for (const { value, sensitive } of pairs) collect(value, sensitive, found, 0);
  const done = new Set(pairs.flatMap(({ keys }) => keys));
  for (const [key, child] of Object.entries(node)) if (!done.has(key)) collectPairs(child, found, depth + 1);
}
function collect(value, sensitive, found, depth) {
  if (depth > maxDepth || sensitive === false || sensitive === void 0 || sensitive === null) return;
  if (typeof value === "object" && value !== null && !(value instanceof ExactNumber)) {
    for (const [key, child] of Object.entries(value)) {
      collect(child, isMark(sensitive) ? true : own(sensitive, key), found, depth + 1);
    }
  } else if (marksOf(sensitive, depth) !== void 0) {
    if (typeof value === "string" && value !== "") found.add(value);
    const number = value instanceof ExactNumber ? value.text : typeof value === "number" ? String(value) : "";
    if (number.length >= minInside) found.add(number);
  }
}
function secretFinder(secrets) {
  const forms = new Set([...secrets].flatMap(formsOf).filter((form) => form.length >= minInside));
  const known = new Uint8Array(65536);
  const byStart = /* @__PURE__ */ new Map();
  for (const form of forms) {
    const start = form.slice(0, minInside);
    byStart.set(start, [...byStart.get(start) ?? [], form]);
    known[hashAt(form, 0)] = 1;
  }
  return (text) => {
    if (secrets.has(text)) return true;
    for (let index = 0; index + minInside <= text.length; index += 1) {
      if (known[hashAt(text, index)] === 0) continue;
      const candidates = byStart.get(text.slice(index, index + minInside));
      if (candidates?.some((form) => text.startsWith(form, index))) return true;
    }
    return false;
  };
}
var hashAt = (text, index) => text.charCodeAt(index) + text.charCodeAt(index + 1) * 31 + text.charCodeAt(index + 2) * 1009 + text.charCodeAt(index + 3) * 8191 & 65535;
function formsOf(secret) {
  const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
  return [secret, JSON.stringify(secret).slice(1, -1), encodeURIComponent(secret.toWellFormed()), base64];
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
function fingerprintPlan(json, options) {
  if (options.key.length < minKeyBytes)
    throw new RangeError(`a fingerprint needs a key of ${minKeyBytes} bytes or more`);
  if (!isObject(json)) throw notPlan("it is no JSON object");
  const writer2 = createCanonicalWriter(derive(options.key, "values"), secretFinder(secretValues(json)));
  const canonical = canonicalPlan(json, writer2);
  return { fingerprint: fingerprintOf(canonical, options.key), canonical };
}
function fingerprintOf(canonical, key) {
  const hash = createHmac2("sha256", derive(key, "plan"));
  hash.update(`${canonical.format}
`);
  for (const section of canonicalSections) {
    for (const name of Object.keys(canonical[section]).sort()) {
      hash.update(`${canonicalJson([section, name, canonical[section][name] ?? null])}
`);
    }
  }
  return hash.digest("hex");
}
var derive = (key, purpose) => createHmac2("sha256", key).update(`seaworthy terraform fingerprint 1: ${purpose}`).digest();
function canonicalPlan(json, writer2) {
  const known = /* @__PURE__ */ new Set(["variables", "resource_changes", "output_changes", "errored", "complete", "applyable"]);
  for (const name of ["deferred_changes", "action_invocations", "deferred_action_invocations"]) known.add(name);
  const other = Object.entries(json).filter(
    ([name, value]) => !known.has(name) && !Object.hasOwn(leftOut2, name) && !isEmpty(value)
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
      ["errored", "complete", "applyable"].filter((name) => own(json, name) !== void 0).map((name) => [name, writer2.node(own(json, name), { key: name, outer: void 0 })])
    ),
    other: Object.fromEntries(
      other.map(([name, value]) => [name, writer2.node(value, { key: name, outer: void 0 })])
    )
  };
}
function variablesOf(json, writer2) {
  const configured = own(own(own(json, "configuration"), "root_module"), "variables");
  const entries = objectOf(json, "variables").map(([name, variable]) => {
    const place2 = { key: name, outer: { key: "variables", outer: void 0 } };
    const sensitive = own(own(configured, name), "sensitive") === true;
    if (!isObject(variable)) return [name, writer2.value(variable, void 0, sensitive, place2)];
    const { value, ...rest } = variable;
    const shown = writer2.node(rest, place2);
    return [name, { ...isPlain(shown) ? shown : {}, value: writer2.value(value, void 0, sensitive, place2) }];
  });
  return Object.fromEntries(entries);
}
var isPlain = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function outputsOf(json, writer2) {
  return Object.fromEntries(
    objectOf(json, "output_changes").filter(([, change]) => !isInert({ change }, inertFields)).map(([name, change]) => [name, writer2.node(change, { key: name, outer: { key: "outputs", outer: void 0 } })])
  );
}
function listOf(json, name, writer2, keyOf2, isWanted = () => true) {
  const list = own(json, name) ?? [];
  if (!Array.isArray(list)) throw notPlan(`\`${name}\` is no list`);
  const byKey = /* @__PURE__ */ new Map();
  for (const entry of list.filter(isWanted)) {
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
  const actions = own(change, "actions");
  if (!Array.isArray(actions) || actions.length !== 1 || actions[0] !== "no-op") return false;
  return onlyHas(entry, fields) && onlyHas(change, inertChange);
}
var onlyHas = (value, fields) => isObject(value) && Object.entries(value).every(([key, child]) => fields.has(key) || isEmpty(child));
function resourceKey(entry) {
  const deposed = own(entry, "deposed");
  return `${textOf(own(entry, "address"))}${deposed === void 0 ? "" : ` (deposed ${textOf(deposed)})`}`;
}
function invocationKey(entry) {
  const trigger = own(own(entry, "lifecycle_action_trigger"), "triggering_resource_address");
  return `${textOf(own(entry, "address"))}${trigger === void 0 ? "" : ` (for ${textOf(trigger)})`}`;
}
var textOf = (value) => typeof value === "string" ? value : "?";
function objectOf(json, name) {
  const value = own(json, name) ?? {};
  if (!isObject(value)) throw notPlan(`\`${name}\` is no object`);
  return Object.entries(value);
}
var notPlan = (why) => new UserError(`this is no plan in JSON: ${why}`, { next: "write one by `terraform show -json PLAN`" });

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
    const names = listed(deleted.map(({ address }) => address));
    return [
      {
        message: `${count(deleted.length, "object")} would be destroyed, and the settings allow ${policy.maxDelete}: ${names}. Check that each is meant to go; then raise \`max-delete\`.`
      }
    ];
  }
};

// actions/lib/terraform/guards/define-guard.ts
function judged(change, context, message, severity) {
  return {
    message,
    address: change.address,
    at: context.locate(change),
    ...severity === void 0 ? {} : { severity }
  };
}

// actions/lib/terraform/guards/plain-values.ts
var maxDepth2 = 100;
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
  if (typeof a !== "object" || typeof b !== "object" || depth > maxDepth2) return a === b;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = /* @__PURE__ */ new Set([...Object.keys(a ?? {}), ...Object.keys(b ?? {})]);
  return [...keys].every((key) => same(member(a, key), member(b, key), depth + 1));
}
function writtenPath(path) {
  const parts = path.map((step) => {
    if (typeof step === "number") return `[${step}]`;
    return /^[A-Za-z_][\w-]*$/.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  return parts.join("").replace(/^\./, "");
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
      const said = change === void 0 ? void 0 : sentence(drift, change);
      return change === void 0 || said === void 0 ? [] : [judged(change, context, said)];
    });
  }
};
function sentence(drift, change) {
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
function isChanged(path, { before, after, afterUnknown }) {
  let [now, then, unknown] = [before, after, afterUnknown];
  for (const step of path) {
    if (unknown === true) return true;
    [now, then, unknown] = [member(now, step), member(then, step), member(unknown, step)];
  }
  return unknown === true || !same(now, then);
}
function paths(before, after, isNested, path = []) {
  if (same(before, after)) return [];
  if (!isObject2(before) || !isObject2(after) || path.length > maxDepth2) return isNested ? [path] : [];
  const keys = /* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => paths(member(before, key), member(after, key), true, [...path, key]));
}

// actions/lib/terraform/guards/failed-check.ts
var failedCheck = {
  id: "failed-check",
  severity: "warning",
  what: "A `check` block, a condition or a variable\u2019s validation fails, or cannot be evaluated.",
  why: "The tool itself goes on after a failed `check`: hence a warning. A failed condition of a resource also makes the plan incomplete, which is an error.",
  allow: "Correct what the check looks at. Set `failed-check: error` to stop instead.",
  judge: ({ plan }) => plan.checks.filter(({ status }) => status === "fail" || status === "error").map(({ address, status, problems }) => {
    const said = problems.length === 0 ? "" : `: ${listed(
      problems.map((problem) => problem.replace(/\.$/, "")),
      3
    )}`;
    const what = status === "fail" ? "fails" : "cannot be evaluated";
    return { message: `${address} ${what}${said}. Correct what it looks at, or the check itself.`, address };
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
var identities = ["name", "id", "key", "identifier", "sid"];
var maxPaired = 100;
function lostParts(before, after, unknown) {
  const found = [];
  compare(before, after, unknown, [], found);
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
function compare(before, after, unknown, path, found) {
  if (unknown === true || path.length > maxDepth2 || isNothing2(before)) return;
  if (Array.isArray(before)) compareLists(before, after, unknown, path, found);
  else if (isObject2(before)) compareObjects(before, after, unknown, path, found);
}
function compareObjects(before, after, unknown, path, found) {
  if (isNothing2(after) && path.length > 0 && !hasUnknown(unknown, 0)) {
    if (Object.values(before).every(isNothing2)) return;
    found.push({ path, label: writtenPath(path), value: before });
    return;
  }
  for (const [key, value] of Object.entries(before)) {
    const below = [...path, key];
    const now = member(after, key);
    const isKey = path.length > 0 && isObject2(after) && !Object.hasOwn(after, key) && typeof value !== "object";
    if (isKey && !hasUnknown(member(unknown, key), 0)) found.push({ path: below, label: writtenPath(below), value });
    else compare(value, now, member(unknown, key), below, found);
  }
}
function compareLists(before, after, unknown, path, found) {
  const objects = before.filter(isObject2);
  if (objects.length === 0 || !Array.isArray(after) && hasUnknown(unknown, 0)) return;
  const now = Array.isArray(after) ? after : [];
  const { lost, pairs } = pairItems(objects, now, (index) => member(unknown, index));
  if (lost.length > 0) {
    const named = lost.slice(0, 3).flatMap((item) => nameOf(item) ?? []);
    const all = lost.length === objects.length ? `all ${lost.length}` : `${lost.length} of ${objects.length}`;
    const names = named.length === 0 ? "" : ` (${named.join("; ")})`;
    const label = objects.length === 1 ? `${writtenPath(path)}${names}` : `${all} ${count(objects.length, "item").replace(/^\S+ /, "")} of ${writtenPath(path)}${names}`;
    found.push({ path, label, value: lost });
  }
  for (const { item, index } of pairs) compare(item, now[index], member(unknown, index), [...path, index], found);
}
function pairItems(before, after, unknownAt) {
  const free = new Set(after.keys());
  const texts = groupBy(after.keys(), (index) => textOf2(after[index]));
  let open = before.filter((item) => {
    const equal = texts.get(textOf2(item))?.find((index) => free.has(index));
    if (equal !== void 0) free.delete(equal);
    return equal === void 0;
  });
  const pairs = [];
  if (open.length <= maxPaired && free.size <= maxPaired) {
    for (const likeness2 of [byIdentity, byFields]) {
      const scored = open.flatMap(
        (item) => [...free].map((index) => ({ item, index, score: likeness2(item, after[index], unknownAt(index)) }))
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
  return identities.some((field) => !isNothing2(member(item, field)) && member(item, field) === member(other, field)) ? 1 : 0;
}
function byFields(item, other, unknown) {
  if (unknown === true) return 0.25;
  const differs = (field) => !isNothing2(member(item, field)) && !isNothing2(member(other, field)) && member(item, field) !== member(other, field);
  if (identities.some(differs)) return 0;
  const alike = Object.entries(item).filter(
    ([key, value]) => !isNothing2(value) && value !== false && value !== 0 && same(value, member(other, key))
  );
  return alike.length + (hasUnknown(unknown, 0) ? 0.5 : 0);
}
function textOf2(item) {
  try {
    return JSON.stringify(item) ?? "";
  } catch {
    return "";
  }
}
function nameOf(item) {
  const scalars = Object.entries(item).filter(
    ([, value]) => typeof value === "string" && value !== "" || typeof value === "number"
  );
  const chosen = scalars.filter(([key]) => identities.includes(key)).slice(0, 1);
  const fields = (chosen.length > 0 ? chosen : scalars.slice(0, 2)).map(
    ([key, value]) => `${key} ${JSON.stringify(value)}`
  );
  return fields.length === 0 ? void 0 : fields.join(", ");
}
function hasUnknown(unknown, depth) {
  if (typeof unknown !== "object" || unknown === null || depth > maxDepth2) return unknown === true;
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
    const parts = lostParts(change.before, change.after, change.afterUnknown);
    if (parts.length === 0) return [];
    const message = `${change.address} would be updated in place, and loses ${listed(parts)}. Check that nothing needs ${parts.length === 1 ? "it" : "them"} any more.`;
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
function endOfKey(address, start) {
  if (address[start + 1] !== '"') {
    const end = address.indexOf("]", start);
    return end < 0 ? address.length : end;
  }
  for (let index = start + 2; index < address.length; index += 1) {
    if (address[index] === "\\") index += 1;
    else if (address[index] === '"') return index + 1;
  }
  return address.length;
}
function moduleNames(module) {
  if (module === void 0) return [];
  return addressSteps(module).filter((_, index) => index % 2 === 1);
}

// actions/lib/terraform/guards/locate-resource.ts
function resourceBlocks(files) {
  return files.flatMap(
    ({ file, body }) => body.blocks.filter(({ type, labels }) => type === "resource" && labels.length === 2).map((block) => ({ file, folder: posix.dirname(file), block }))
  );
}
function createLocator(files) {
  const blocks = groupBy(resourceBlocks(files), ({ block }) => block.labels.join("."));
  const calls = moduleCalls(files);
  const called = new Set([...calls.values()].flatMap((targets) => [...targets.values()]));
  const roots = new Set(files.map(({ file }) => posix.dirname(file)).filter((folder) => !called.has(folder)));
  return ({ type, name, module, mode }) => {
    const candidates = mode === "managed" ? blocks.get(`${type}.${name}`) ?? [] : [];
    const folders = follow(moduleNames(module), roots, calls);
    const fitting = folders.size === 0 ? candidates : candidates.filter(({ folder }) => folders.has(folder));
    return onlyFolder(fitting)?.block.at;
  };
}
function onlyFolder(candidates) {
  return new Set(candidates.map(({ folder }) => folder)).size === 1 ? candidates[0] : void 0;
}
var elsewhere = "(elsewhere)";
function moduleCalls(files) {
  const calls = /* @__PURE__ */ new Map();
  for (const { file, body } of files) {
    const folder = posix.dirname(file);
    for (const { type, labels, body: inside } of body.blocks) {
      const source = inside.arguments.find(({ name: name2 }) => name2 === "source")?.value;
      const [name] = labels;
      if (type !== "module" || name === void 0 || source?.type !== "literal") continue;
      const path = String(source.value);
      const target = /^\.\.?(\/|$)/.test(path) ? posix.join(folder, path).replace(/\/$/, "") : elsewhere;
      calls.set(folder, (calls.get(folder) ?? /* @__PURE__ */ new Map()).set(name, target));
    }
  }
  return calls;
}
function follow(names, from, calls) {
  let folders = from;
  for (const name of names) {
    const next = (folder) => folder === elsewhere ? folder : calls.get(folder)?.get(name) ?? [];
    folders = new Set([...folders].flatMap(next));
  }
  return folders;
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
    { isCluster: false, immutable: [], rotating: aksRotating.map((name) => [name]) }
  ],
  [
    "azurerm_kubernetes_cluster",
    { isCluster: true, immutable: [], rotating: aksRotating.map((name) => ["default_node_pool", 0, name]) }
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
  const forced = change.replacePaths.flatMap(([name]) => typeof name === "string" ? [name] : []);
  const fixed = rule.immutable.filter((name) => isChanged2(change, [name]));
  const rotated = change.action === "update" ? (rule.rotating ?? []).filter((path) => isChanged2(change, path)) : [];
  if (change.action === "replace" && change.destroys && (rule.isCluster || change.order === "delete-first")) {
    const causes = [.../* @__PURE__ */ new Set([...forced, ...fixed])];
    const because = causes.length === 0 ? "" : ` because of ${listed(causes)}`;
    const how = rule.isCluster ? "with all that runs in it" : "before its successor exists: all of its pods stop";
    const mend = rule.isCluster ? "Create a second cluster beside it, and move the workloads over" : twoPools;
    return [
      judged(change, context, `${change.address} would be deleted ${how},${because || " and created again"}. ${mend}.`)
    ];
  }
  if (change.action === "update" && fixed.length > 0) {
    const message = `${change.address} changes ${listed(fixed)}, which the API cannot change: the apply fails, or deletes the nodes and creates others. ${rule.isCluster ? "Create a second cluster beside it" : twoPools}.`;
    return [judged(change, context, message)];
  }
  if (rotated.length > 0) {
    const names = listed(rotated.map((path) => path.filter((step) => typeof step === "string").join(".")));
    const message = `${change.address} counts as an update, but ${names} can change only by new nodes: the pool is cycled without cordon and drain. ${twoPools}.`;
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
function isChanged2({ before, after, afterUnknown }, path) {
  let [was, is, unknown] = [before, after, afterUnknown];
  for (const step of path) {
    if (unknown === true) break;
    [was, is, unknown] = [member(was, step), member(is, step), member(unknown, step)];
  }
  return !isNothing2(was) && (unknown === true || !same(was, is));
}
function allowReplace({ head, base, plan }) {
  const before = new Set(allowing(base?.configuration ?? []).map(keyOf));
  const set = allowing(head.configuration);
  const written = set.filter((block) => !before.has(keyOf(block))).map(({ block }) => ({ message: refusal(block.labels.join(".")), at: block.at }));
  const isWritten = ({ type, name }) => set.some(({ block }) => block.labels[0] === type && block.labels[1] === name);
  const planned = plan.changes.filter((change) => change.type === ionosPool && change.mode === "managed" && !isWritten(change)).filter(
    ({ before: was, after }) => member(after, "allow_replace") === true && member(was, "allow_replace") !== true
  ).map(({ address }) => ({ message: refusal(address), address }));
  return [...written, ...planned];
}
var ionosPool = "ionoscloud_k8s_node_pool";
var refusal = (name) => `${name} sets \`allow_replace\`: the next change of a fixed attribute deletes the pool, and all pods stop. Take it out; ${twoPools.toLowerCase()}.`;
var allowing = (files) => resourceBlocks(files).filter(({ block }) => block.labels[0] === ionosPool && isSet(block));
var keyOf = ({ folder, block }) => `${folder}
${block.labels.join(".")}`;
function isSet({ body }) {
  const value = body.arguments.find(({ name }) => name === "allow_replace")?.value;
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
  const isOverride = ({ file }) => /(^|[/_])override\.(tf|tofu)(\.json)?$/.test(file);
  for (const block of resourceBlocks(files).toSorted((a, b) => Number(isOverride(a)) - Number(isOverride(b)))) {
    const name = block.block.labels.join(".");
    const key = `${block.folder}
${name}`;
    const earlier = found.get(key);
    const said = preventDestroy(block.block);
    found.set(key, {
      block: earlier?.block ?? block,
      name,
      isProtected: said === void 0 ? earlier?.isProtected ?? false : said
    });
  }
  return found;
}
function preventDestroy({ body }) {
  const values = body.blocks.filter(({ type }) => type === "lifecycle").flatMap(({ body: inside }) => inside.arguments.filter(({ name }) => name === "prevent_destroy"));
  const value = values.at(-1)?.value;
  if (value === void 0) return void 0;
  return value.type === "literal" ? value.value === true || value.value === "true" : value.type === "expression";
}
function movesOf(files) {
  const blocks = files.flatMap(
    ({ file, body }) => body.blocks.filter(({ type }) => type === "moved").map(({ body: inside }) => {
      const address = (wanted) => addressOf(inside.arguments.find(({ name }) => name === wanted)?.value);
      return { folder: posix2.dirname(file), from: address("from"), to: address("to") };
    })
  );
  return { blocks, calls: moduleCalls(files) };
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
    const names = steps.slice(0, -2).filter((_, index) => index % 2 === 1);
    return [...follow(names, /* @__PURE__ */ new Set([folder]), moves.calls)].map(
      (target) => `${target}
${steps.slice(-2).join(".")}`
    );
  });
  if (targets.some((key) => head.get(key)?.isProtected)) return true;
  const base = new Set(context.base?.configuration.map(({ file }) => posix2.dirname(file)));
  return [...head.values()].some(
    ({ name, isProtected, block }) => name === was.name && isProtected && !base.has(block.folder)
  );
}
function isDestroyed(name, { plan }) {
  return plan.changes.some((change) => change.destroys && `${change.type}.${change.name}` === name);
}
function weakened({ name }, { block }) {
  return {
    message: `${name} in ${block.file} is no longer protected by \`prevent_destroy\`. Put it back; where the object is to go, say so in the pull request.`,
    at: block.block.at
  };
}
function gone({ name, block }, context) {
  const change = context.plan.changes.find((one) => one.destroys && `${one.type}.${one.name}` === name);
  const then = change === void 0 ? "" : ` This plan would destroy ${change.address}.`;
  const address = change === void 0 ? {} : { address: change.address };
  return {
    message: `${name}, which had \`prevent_destroy\` in ${block.file} at the base, is gone from the configuration, and its protection with it.${then} Put it back, or add a \`moved\` block if it has a new address.`,
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
    const pattern2 = context.policy.protect.find((one) => covers(one, change));
    if (pattern2 === void 0) return [];
    const done = change.action === "replace" ? "replaced" : change.destroys ? "destroyed" : "forgotten";
    const by = pattern2 === change.address ? "" : ` by \`${pattern2}\``;
    const message = `${change.address} would be ${done}, and is protected${by} in the settings. Change the configuration so that it stays.`;
    return [judged(change, context, message)];
  })
};
function covers(pattern2, { address, previousAddress }) {
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
    const order = compareNumbers(left[index] ?? "", right[index] ?? "");
    if (order !== 0) return order;
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
    const order = isNumber ? compareNumbers(one, other) : one < other ? -1 : one > other ? 1 : 0;
    if (order !== 0) return order;
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
    const names = listed(replaced.map(({ address }) => address));
    return [
      {
        message: `${count(replaced.length, "object")} would be replaced, and the settings allow ${policy.maxReplace}: ${names}. Look at what forces each replacement; then raise \`max-replace\`.`
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
    ([provider, types]) => types.trim().split(/\s+/).map((type) => `${provider}_${type}`)
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
      const message = `${change.address}${copy} would be ${how}. Make sure that a backup exists and can be restored, or that nothing is kept there.`;
      return judged(change, context, message);
    });
  }
};
function createTypeTest(protectTypes) {
  const taken = protectTypes.filter((entry) => entry.startsWith("!")).map((entry) => entry.slice(1));
  const added = protectTypes.filter((entry) => !entry.startsWith("!"));
  const known = /* @__PURE__ */ new Map();
  const test = (type) => !taken.some((pattern2) => matchesPattern(pattern2, type)) && (statefulTypes.has(type) || added.some((pattern2) => matchesPattern(pattern2, type)));
  return (type) => {
    const answer = known.get(type) ?? test(type);
    known.set(type, answer);
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
      const actions = oneLine(change.actions.join(", ")) || "none";
      const message = `${change.address}: the plan says \`${actions}\`, which this version of Seaworthy does not know. Read what the tool does there; then update Seaworthy.`;
      return judged(change, context, message);
    });
    const ofOutputs = plan.outputs.filter(({ action }) => action === "other").map(
      ({ name }) => ({
        message: `Output ${name}: the plan has an action for it that this version of Seaworthy does not know. Update Seaworthy.`,
        address: `output.${name}`
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

// actions/lib/terraform/plan/count-changes.ts
function countChanges(plan) {
  const { changes, invocations } = plan;
  const number = (test) => changes.filter(test).length;
  const put = invocations.filter(({ deferred }) => deferred !== void 0).length;
  return {
    create: number(({ action }) => action === "create"),
    update: number(({ action }) => action === "update"),
    replace: number(({ action }) => action === "replace"),
    delete: number(({ action }) => action === "delete"),
    read: number(({ action }) => action === "read"),
    forget: number(({ action, forgets }) => forgets && action !== "other"),
    move: number(({ moved }) => moved),
    import: number(({ importing }) => importing !== void 0),
    outputs: plan.outputs.length,
    invoke: invocations.length - put,
    deferred: plan.deferred.length + put,
    other: number(({ action }) => action === "other") + plan.outputs.filter(({ action }) => action === "other").length,
    drift: plan.drift.length,
    failedChecks: plan.checks.filter(({ status }) => status === "fail" || status === "error").length,
    unchanged: plan.unchanged
  };
}

// actions/lib/terraform/plan/json-fields.ts
function refuse(place2, expected, found) {
  const where = clip(oneLine(place2), 200);
  throw new UserError(`This is not the JSON of a plan: ${where} should be ${expected} and is ${kindOf(found)}.`, {
    where,
    next: "make it anew by `terraform show -json PLANFILE` (or `tofu show -json PLANFILE`), and give the output as it is"
  });
}
function objectAt(value, place2) {
  return isObject3(value) ? value : refuse(place2, "an object", value);
}
function listAt(value, place2) {
  if (value === void 0 || value === null) return [];
  return Array.isArray(value) ? value : refuse(place2, "a list", value);
}
function entriesAt(value, place2) {
  return value === void 0 || value === null ? [] : Object.entries(objectAt(value, place2));
}
function textAt(value, place2) {
  return typeof value === "string" ? value : refuse(place2, "text", value);
}
function optionalTextAt(value, place2) {
  return value === void 0 || value === null || value === "" ? void 0 : textAt(value, place2);
}
function optionalFlagAt(value, place2) {
  if (value === void 0 || value === null) return void 0;
  return typeof value === "boolean" ? value : refuse(place2, "true or false", value);
}
var isObject3 = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
function kindOf(value) {
  if (value === void 0) return "absent";
  if (value === null) return "null";
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  return typeof value === "string" ? "text" : `a ${typeof value}`;
}

// actions/lib/terraform/plan/needs-apply.ts
function needsApply({ applyable, errored, all, changes, drift, outputs, invocations }) {
  if (applyable !== void 0) return applyable;
  if (errored) return false;
  if (changes.length > 0 || outputs.length > 0) return true;
  if (invocations.some(({ deferred }) => deferred === void 0)) return true;
  return all.length === 0 && drift.some(({ action }) => action !== "no-op");
}

// actions/lib/terraform/plan/read-checks.ts
function readChecks(json) {
  return listAt(json, "checks").flatMap((entry, index) => {
    const place2 = `checks[${index}]`;
    const check = objectAt(entry, place2);
    const address = objectAt(check.address, `${place2}.address`);
    const kind = optionalTextAt(address.kind, `${place2}.address.kind`) ?? "";
    const instances = listAt(check.instances, `${place2}.instances`);
    const own4 = readResult(check, place2, kind);
    if (instances.length === 0) return [own4];
    const results = instances.map(
      (instance, at) => readResult(objectAt(instance, `${place2}.instances[${at}]`), `${place2}.instances[${at}]`, kind)
    );
    const told = results.some(({ status }) => status === own4.status) || own4.status === "pass" || own4.status === "unknown";
    return told ? results : [own4, ...results];
  });
}
function readResult(json, place2, kind) {
  const address = objectAt(json.address, `${place2}.address`);
  const problems = listAt(json.problems, `${place2}.problems`).map(
    (problem, index) => isObject3(problem) ? optionalTextAt(problem.message, `${place2}.problems[${index}].message`) ?? "" : ""
  );
  return {
    address: optionalTextAt(address.to_display, `${place2}.address.to_display`) ?? place2,
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
function judgeActions(actions) {
  const destroys = actions.includes("delete");
  const forgets = actions.includes("forget");
  const [only] = actions;
  if (actions.length === 1 && only !== void 0 && single.has(only)) {
    return { action: only, destroys, forgets };
  }
  const words = actions.join(",");
  const order = Object.hasOwn(replacements, words) ? replacements[words] : void 0;
  return order === void 0 ? { action: "other", destroys, forgets } : { action: "replace", destroys, forgets, order };
}

// actions/lib/terraform/plan/read-resource-change.ts
function readResourceChange(json, place2) {
  const entry = objectAt(json, place2);
  const inside = `${place2}.change`;
  const change = objectAt(entry.change, inside);
  const actions = listAt(change.actions, `${inside}.actions`).map(
    (word, index) => textAt(word, `${inside}.actions[${index}]`)
  );
  const address = textAt(entry.address, `${place2}.address`);
  const previousAddress = optionalTextAt(entry.previous_address, `${place2}.previous_address`);
  const importing = readImporting(change.importing, `${inside}.importing`);
  return {
    address,
    ...defined("previousAddress", previousAddress),
    ...defined("deposed", optionalTextAt(entry.deposed, `${place2}.deposed`)),
    // A mode that we do not know is taken for the one that can do harm.
    mode: optionalTextAt(entry.mode, `${place2}.mode`) === "data" ? "data" : "managed",
    type: textAt(entry.type, `${place2}.type`),
    name: textAt(entry.name, `${place2}.name`),
    ...defined("module", optionalTextAt(entry.module_address, `${place2}.module_address`)),
    provider: optionalTextAt(entry.provider_name, `${place2}.provider_name`) ?? "",
    ...judgeActions(actions),
    actions,
    moved: previousAddress !== void 0 && previousAddress !== address,
    ...defined("importing", importing),
    ...defined("generatedConfig", optionalTextAt(change.generated_config, `${inside}.generated_config`)),
    ...defined("reason", optionalTextAt(entry.action_reason, `${place2}.action_reason`)),
    replacePaths: listAt(change.replace_paths, `${inside}.replace_paths`).map(
      (path, index) => readPath(path, `${inside}.replace_paths[${index}]`)
    ),
    ...readSides(change)
  };
}
function readSides(change) {
  return {
    before: change.before ?? null,
    after: change.after ?? null,
    afterUnknown: change.after_unknown ?? false,
    beforeSensitive: change.before_sensitive ?? false,
    afterSensitive: change.after_sensitive ?? false
  };
}
function defined(name, value) {
  return value === void 0 ? {} : { [name]: value };
}
function readImporting(json, place2) {
  if (json === void 0 || json === null) return void 0;
  const importing = objectAt(json, place2);
  return {
    ...defined("id", optionalTextAt(importing.id, `${place2}.id`)),
    ...defined("identity", importing.identity ?? void 0),
    ...defined("unknown", optionalFlagAt(importing.unknown, `${place2}.unknown`))
  };
}
function readPath(json, place2) {
  return listAt(json, place2).map(
    (step, index) => typeof step === "string" || typeof step === "number" ? step : refuse(`${place2}[${index}]`, "text or a number", step)
  );
}

// actions/lib/terraform/plan/read-invocations.ts
function readInvocations(now, later) {
  return [
    ...listAt(now, "action_invocations").map((entry, index) => readInvocation(entry, `action_invocations[${index}]`)),
    ...listAt(later, "deferred_action_invocations").map((entry, index) => {
      const place2 = `deferred_action_invocations[${index}]`;
      const deferred = objectAt(entry, place2);
      return {
        ...readInvocation(deferred.action_invocation, `${place2}.action_invocation`),
        deferred: optionalTextAt(deferred.reason, `${place2}.reason`) ?? "unknown"
      };
    })
  ];
}
function readInvocation(json, place2) {
  const invocation = objectAt(json, place2);
  const lifecycle = invocation.lifecycle_action_trigger;
  const asked = invocation.invoke_action_trigger;
  const trigger = isObject3(lifecycle) ? optionalTextAt(
    lifecycle.triggering_resource_address,
    `${place2}.lifecycle_action_trigger.triggering_resource_address`
  ) : isObject3(asked) ? optionalTextAt(asked.calling_resource_address, `${place2}.invoke_action_trigger.calling_resource_address`) : void 0;
  return {
    address: textAt(invocation.address, `${place2}.address`),
    type: optionalTextAt(invocation.type, `${place2}.type`) ?? "",
    provider: optionalTextAt(invocation.provider_name, `${place2}.provider_name`) ?? "",
    ...defined("trigger", trigger)
  };
}

// actions/lib/terraform/plan/read-outputs.ts
function readOutputs(json) {
  return entriesAt(json, "output_changes").flatMap(([name, entry]) => {
    const place2 = `output_changes.${name}`;
    const change = objectAt(entry, place2);
    const actions = listAt(change.actions, `${place2}.actions`).map(
      (word, index) => textAt(word, `${place2}.actions[${index}]`)
    );
    const [action] = actions;
    if (actions.length === 1 && action === "no-op") return [];
    const { before, after, afterUnknown, beforeSensitive, afterSensitive } = readSides(change);
    const known = actions.length === 1 && (action === "create" || action === "update" || action === "delete");
    return {
      name,
      action: known ? action : "other",
      before,
      after,
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
function isSpuriousDrift({ action, before, after }) {
  return action === "no-op" || action === "update" && sameButForNothing(before, after);
}
function sameButForNothing(before, after) {
  if (isNothing3(before) && isNothing3(after)) return true;
  if (Array.isArray(before) && Array.isArray(after)) {
    return before.length === after.length && before.every((item, index) => sameButForNothing(item, after[index]));
  }
  if (isObject3(before) && isObject3(after)) {
    const names = /* @__PURE__ */ new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...names].every((name) => sameButForNothing(own2(before, name), own2(after, name)));
  }
  return before === after;
}
var own2 = (object, name) => Object.hasOwn(object, name) ? object[name] : null;
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
  const outputs = readOutputs(plan.output_changes);
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
    outputs,
    checks,
    deferred,
    invocations,
    variables: readVariables(plan.variables),
    unknownFields: Object.keys(plan).filter((name) => !knownFields.has(name) && !isEmpty2(plan[name])),
    counts: countChanges({
      changes,
      unchanged: all.length - changes.length,
      drift,
      outputs,
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
      outputs,
      invocations
    })
  };
}
function isChange({ action, moved, importing, generatedConfig }) {
  return action !== "no-op" || moved || importing !== void 0 || generatedConfig !== void 0;
}
function checkFormat(plan) {
  const formatVersion = textAt(plan.format_version, "format_version");
  if (!planFields.some((name) => Object.hasOwn(plan, name))) {
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
function readChanges(json, place2) {
  return listAt(json, place2).map((entry, index) => readResourceChange(entry, `${place2}[${index}]`));
}
function readDeferred(json) {
  return listAt(json, "deferred_changes").map((entry, index) => {
    const place2 = `deferred_changes[${index}]`;
    const deferred = objectAt(entry, place2);
    return {
      reason: optionalTextAt(deferred.reason, `${place2}.reason`) ?? "unknown",
      change: readResourceChange(deferred.resource_change, `${place2}.resource_change`)
    };
  });
}
function readVariables(json) {
  return Object.fromEntries(
    entriesAt(json, "variables").map(([name, entry]) => [name, objectAt(entry, `variables.${name}`).value ?? null])
  );
}
function isEmpty2(value) {
  if (Array.isArray(value)) return value.length === 0;
  if (isObject3(value)) return Object.keys(value).length === 0;
  return value === null || value === void 0 || value === false || value === "";
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
var maxDepth3 = 4;
var maxParts = 2e4;
var secretName = /pass|pwd|secret|token|key|pin|auth|cred|private/i;
function secretParts(value) {
  const found = /* @__PURE__ */ new Set([value]);
  readText(value, found, 0);
  return [...found];
}
function readText(text, found, depth) {
  if (depth > maxDepth3 || text.length > maxRead) return;
  const add = (part, name = "") => {
    const search = searchFor(part);
    if (search === "never" || search === "word" && !secretName.test(name)) return;
    if (found.has(part) || found.size >= maxParts) return;
    found.add(part);
    readText(part, found, depth + 1);
  };
  add(text.trim());
  const json = parseJson(text);
  if (json !== void 0) {
    addLeaves(json, add);
    return;
  }
  const decoded = decodeBase64(text);
  if (decoded !== void 0) add(decoded);
  const password = urlPassword(text);
  if (password !== void 0) add(password, "password");
  if (text.includes("\n")) for (const line of text.split(/\r?\n|\r/)) addLine(line.trim(), add);
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
    const [value, name] = next;
    if (typeof value === "string") add(value, name);
    else if (typeof value === "number") add(String(value), name);
    else if (Array.isArray(value)) for (const item of value) pending.push([item, name]);
    else if (typeof value === "object" && value !== null) {
      for (const [key, item] of Object.entries(value)) pending.push([item, key]);
    }
  }
}
function parseJson(text) {
  if (!/^\s*[[{"]/.test(text)) return void 0;
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function decodeBase64(text) {
  const compact = text.replace(/\s/g, "");
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
function urlPassword(text) {
  const password = /^[a-z][a-z0-9+.-]*:\/\/[^\s/@:]*:([^\s/@]+)@/i.exec(text.trim())?.[1];
  try {
    return password === void 0 ? void 0 : decodeURIComponent(password);
  } catch {
    return password;
  }
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
      const name = key.slice(0, -"_sensitive".length);
      for (const field of [name, `${name}_values`]) if (Object.hasOwn(fields, field)) marked2.set(field, fields[key]);
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
    const { module, given } = call;
    for (const [name, variable] of Object.entries(own3(module, "variables") ?? {})) {
      if (own3(variable, "sensitive") === true) for (const value of given(name)) collect2(value);
    }
    for (const inner of Object.values(own3(module, "module_calls") ?? {})) {
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

// actions/lib/terraform/redact/automaton.ts
var maxUnits = 6 * 1024 * 1024;
function buildAutomaton(needles) {
  const total = needles.reduce((sum, { text }) => sum + text.length, 0);
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
  for (const { text, wholeWord } of needles) {
    let node = 0;
    for (let index = 0; index < text.length; index += 1) {
      const unit = text.charCodeAt(index);
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
        const start = index + 1 - depth[needle];
        if (ends[needle] === 1 && (isWord(units[start - 1]) || isWord(units[index + 1]))) continue;
        found(start, index + 1);
        break;
      }
    }
    return depth[node];
  };
  return { scan, shortest: needles.reduce((least, { text }) => Math.min(least, text.length), Number.POSITIVE_INFINITY) };
}
var gram = 4;
var roll = (before, unit) => before << 8 ^ unit;
var slotOf = (rolling) => {
  const mixed = Math.imul(rolling, 2654435761);
  return mixed ^ mixed >>> 15;
};
function beginnings(needles) {
  let bits = 1024;
  while (bits < needles.length * 64) bits *= 2;
  const set = new Uint32Array(bits / 32);
  for (const { text } of needles) {
    let rolling = 0;
    for (let index = 0; index < gram; index += 1) rolling = roll(rolling, text.charCodeAt(index));
    const slot = slotOf(rolling) & bits - 1;
    set[slot >>> 5] = set[slot >>> 5] | 1 << (slot & 31);
  }
  return { set, mask: bits - 1 };
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
function plainView(text) {
  const units = new Uint16Array(text.length);
  for (let index = 0; index < text.length; index += 1) units[index] = text.charCodeAt(index);
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
function hexNumber(units, start, digits) {
  let number = 0;
  for (let index = start; index < start + digits; index += 1) {
    const digit = index < units.length ? hexDigit[units[index]] : -1;
    if (digit < 0) return -1;
    number = number * 16 + digit;
  }
  return number;
}
function unescapedView(view) {
  const { units } = view;
  if (!units.includes(backslash)) return void 0;
  const out = writer(view, units.length);
  for (let index = 0; index < units.length; ) {
    const unit = units[index];
    const next = units[index + 1];
    if (unit === backslash && next !== void 0) {
      const simple = escapeUnits[next];
      if (simple >= 0) {
        out.add(simple, index, index + 1);
        index += 2;
        continue;
      }
      const digits = next === 117 ? 4 : next === 120 ? 2 : next === 85 ? 8 : 0;
      const code2 = digits === 0 ? -1 : hexNumber(units, index + 2, digits);
      if (code2 >= 0 && code2 <= 1114111) {
        const last = index + 1 + digits;
        for (const char of String.fromCodePoint(code2).split("")) out.add(char.charCodeAt(0), index, last);
        index = last + 1;
        continue;
      }
    }
    out.add(unit, index, index);
    index += 1;
  }
  return out.view();
}
function templateView(view) {
  const { units } = view;
  const isDoubled = (index) => (units[index] === dollar || units[index] === percent) && units[index + 1] === units[index] && units[index + 2] === brace;
  let at = units.indexOf(brace, 2);
  while (at >= 0 && !isDoubled(at - 2)) at = units.indexOf(brace, at + 1);
  if (at < 0) return void 0;
  const out = writer(view, units.length);
  for (let index = 0; index < units.length; index += 1) {
    const first = index;
    if (isDoubled(index)) index += 1;
    out.add(units[index], first, index);
  }
  return out.view();
}
function percentView(view, plusIsSpace) {
  const { units } = view;
  if (!units.includes(plusIsSpace ? plus : percent)) return void 0;
  const out = writer(view, units.length);
  for (let index = 0; index < units.length; ) {
    const unit = units[index];
    const byte = unit === percent ? hexNumber(units, index + 1, 2) : -1;
    const last = byte < 0 ? index : index + 2;
    out.add(byte < 0 ? unit === plus && plusIsSpace ? 32 : unit : byte, index, last);
    index = last + 1;
  }
  return out.view();
}
var wrappedLine = 56;
function base64Runs(view, minRun) {
  const { units } = view;
  let out;
  for (let index = 0; index < units.length; ) {
    if (base64Digit[units[index]] < 0) {
      index += 1;
      continue;
    }
    const spans = [];
    let end = index;
    let total = 0;
    for (; ; ) {
      const start = end;
      while (end < units.length && base64Digit[units[end]] >= 0) end += 1;
      spans.push([start, end]);
      total += end - start;
      const next = end - start >= wrappedLine ? afterLineBreak(units, end) : void 0;
      if (next === void 0 || (base64Digit[units[next]] ?? -1) < 0) break;
      end = next;
    }
    let padded = end;
    while (padded < units.length && padded < end + 2 && units[padded] === 61) padded += 1;
    if (total >= minRun) {
      out ??= writer(view, units.length + 1);
      for (const [start, stop] of spans) {
        for (let at = start; at < stop; at += 1) {
          out.add(base64Digit[units[at]], at, at === end - 1 ? padded - 1 : at);
        }
      }
      if (padded < units.length) out.add(runEnd, padded - 1, padded - 1);
    }
    index = Math.max(padded, end);
  }
  return out?.view();
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
  const out = writer(runs, units.length);
  let bits = 0;
  let held = 0;
  let skip = skipped;
  for (let index = 0; index < units.length; index += 1) {
    const digit = units[index];
    if (digit === runEnd) {
      out.add(separator, index, index);
      bits = 0;
      held = 0;
      skip = skipped;
    } else if (skip > 0) {
      skip -= 1;
    } else {
      held = (held << 6 | digit) & 65535;
      bits += 6;
      if (bits < 8) continue;
      bits -= 8;
      out.add(held >> bits & 255, index - 1, index);
    }
  }
  return out.view();
}
function hexView(view, minRun, skipped) {
  const { units } = view;
  let out;
  for (let index = 0; index < units.length; ) {
    if (hexDigit[units[index]] < 0) {
      index += 1;
      continue;
    }
    const start = index;
    while (index < units.length && hexDigit[units[index]] >= 0) index += 1;
    if (index - start < minRun) continue;
    out ??= writer(view, units.length);
    for (let at = start + skipped; at + 1 < index; at += 2) out.add(hexNumber(units, at, 2), at, at + 1);
    out.add(separator, index - 1, index - 1);
  }
  return out?.view();
}

// actions/lib/terraform/redact/coverage.ts
function findSecrets(text, automaton, leave = []) {
  let edges;
  let pendingFrom = text.length;
  const scan = (view, mayGoOn = false) => {
    if (view === void 0 || view.units.length < automaton.shortest && !mayGoOn) return;
    const pending = automaton.scan(view.units, (first, end) => {
      const span = widened(startOf(view, first), endOf(view, end - 1), leave);
      if (span === void 0) return;
      edges ??= new Int32Array(text.length + 1);
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
  const plain2 = plainView(text);
  scan(plain2, true);
  scanBase64(plain2, true);
  scanPercent(plain2);
  for (const skipped of [0, 1]) scan(hexView(plain2, automaton.shortest * 2, skipped));
  scan(templateView(plain2), true);
  const once = unescapedView(plain2);
  if (once === void 0) return { edges, pendingFrom };
  scan(once, true);
  scan(templateView(once), true);
  scanBase64(once, false);
  scanPercent(once);
  scan(unescapedView(once), true);
  return { edges, pendingFrom };
}
function widened(start, end, markers) {
  if (markers.length === 0) return [start, end];
  let [from, to] = [start, end];
  let low = 0;
  let high = markers.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (markers[middle][1] > start) high = middle;
    else low = middle + 1;
  }
  const first = markers[low];
  if (first !== void 0 && first[0] <= start && end <= first[1]) return void 0;
  for (let index = low; index < markers.length; index += 1) {
    const [markerStart, markerEnd] = markers[index];
    if (markerStart >= to) break;
    from = Math.min(from, markerStart);
    to = Math.max(to, markerEnd);
  }
  return [from, to];
}

// actions/lib/terraform/redact/needles.ts
var pieceLength = 256;
function needlesFor(values) {
  const needles = /* @__PURE__ */ new Map();
  const add = (text, wholeWord) => needles.set(text, wholeWord && needles.get(text) !== false);
  const distinct = new Set(values);
  for (const part of new Set([...distinct].flatMap(secretParts))) {
    const search = searchFor(part);
    if (search === "never") continue;
    for (const text of /* @__PURE__ */ new Set([part, part.trim()])) {
      for (const form of /* @__PURE__ */ new Set([text, utf8Units(text)])) {
        for (const piece of pieces(form))
          if (form.length <= pieceLength || searchFor(piece) === "anywhere") add(piece, search === "word");
      }
    }
  }
  return {
    needles: [...needles].map(([text, wholeWord]) => ({ text, wholeWord })),
    values: [...distinct].filter((value) => searchFor(value) !== "never").length
  };
}
function utf8Units(text) {
  return /^[\u0000-\u007f]*$/.test(text) ? text : Buffer.from(text, "utf8").toString("latin1");
}
function pieces(text) {
  if (text.length <= pieceLength) return [text];
  const found = [];
  for (let start = 0; start < text.length; start += pieceLength) {
    const from = text.length - start < anywhereLength * 2 ? text.length - anywhereLength * 2 : start;
    found.push(text.slice(from, start + pieceLength));
  }
  return found;
}

// actions/lib/terraform/redact/redact-stream.ts
var maxHeld = 256 * 1024;
var tail = 32 * 1024;
function redactStream(automaton, redact) {
  let held = "";
  const give = (end) => {
    const shown = redact(held.slice(0, end));
    held = held.slice(end);
    return shown;
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
function safeCut(text, automaton, latest = text.length) {
  const { edges, pendingFrom } = findSecrets(text, automaton);
  const cut = Math.max(Math.min(pendingFrom, wrappedBase64From(text), latest), text.length - maxHeld);
  const secret = edges === void 0 ? void 0 : secretAcross(edges, cut);
  if (secret === void 0) return cut;
  return secret.start === 0 && text.length > maxHeld ? secret.end : secret.start;
}
function wrappedBase64From(text) {
  const last = text.slice(-tail);
  const lines = /(?:[\w+/-]{56,}\r?\n[ \t]*)+$/.exec(last)?.[0];
  return text.length - (lines?.length ?? 0);
}
function secretAcross(edges, place2) {
  let covered = 0;
  let start = 0;
  for (let index = 0; index < edges.length; index += 1) {
    const before = covered;
    covered += edges[index];
    if (before === 0 && covered > 0) start = index;
    if (before > 0 && covered === 0 && index > place2) return start < place2 ? { start, end: index } : void 0;
    if (covered === 0 && index >= place2) return void 0;
  }
  return void 0;
}

// actions/lib/terraform/redact/redactor.ts
var redacted = "(sensitive)";

// actions/lib/terraform/redact/create-redactor.ts
function createRedactor(values) {
  const { needles, values: size } = needlesFor(values);
  if (needles.length === 0) return { text: (text2) => text2, value: (value) => value, size, stream: passOn };
  const automaton = buildAutomaton(needles);
  const text = (input) => redactText(input, automaton);
  return {
    text,
    value: (value) => redactValue(value, text, 0),
    size,
    stream: () => redactStream(automaton, text)
  };
}
var passOn = () => ({ write: (chunk) => chunk, end: () => "" });
function redactText(input, automaton) {
  if (input.length < automaton.shortest) return input;
  for (let text = input; ; ) {
    const { edges } = findSecrets(text, automaton, markersIn(text));
    if (edges === void 0) return text;
    text = replaceCovered(text, edges);
  }
}
function markersIn(text) {
  const found = [];
  for (let at = text.indexOf(redacted); at >= 0; at = text.indexOf(redacted, at + redacted.length)) {
    found.push([at, at + redacted.length]);
  }
  return found;
}
function replaceCovered(text, edges) {
  const parts = [];
  let covered = 0;
  let from = 0;
  for (let index = 0; index <= text.length; index += 1) {
    const before = covered;
    covered += edges[index];
    if (before === 0 && covered > 0) parts.push(text.slice(from, index), redacted);
    else if (before > 0 && covered === 0) from = index;
  }
  parts.push(text.slice(from));
  return parts.join("");
}
var maxDepth4 = 2e3;
function redactValue(value, text, depth) {
  if (typeof value === "string") return text(value);
  if (typeof value !== "object" || value === null) return value;
  if (depth >= maxDepth4) {
    throw new UserError(`A value is nested more than ${maxDepth4} levels deep and cannot be searched for secrets.`);
  }
  if (Array.isArray(value)) return value.map((item) => redactValue(item, text, depth + 1));
  const taken = /* @__PURE__ */ new Set();
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => {
      const key = text(name);
      let unique = key;
      for (let number = 2; key !== name && (taken.has(unique) || Object.hasOwn(value, unique)); number += 1) {
        unique = `${key} ${number}`;
      }
      taken.add(unique);
      return [unique, redactValue(item, text, depth + 1)];
    })
  );
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
  const isNew = (name, index) => first[index] !== name;
  return others.every((names) => !names.some(isNew)) ? first : [...new Set([first, ...others].flat())];
}
function isSame(one, other) {
  if (one === other) return true;
  if (!isContainer(one) || !isContainer(other) || Array.isArray(one) !== Array.isArray(other)) return false;
  const names = Object.keys(one);
  if (names.length !== Object.keys(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && isSame(memberOf(one, name), memberOf(other, name)));
}

// actions/lib/terraform/result/align-lists.ts
var maxEdits = 1e3;
var maxPairs = 400;
var sameObject = 0.5;
function alignLists(before, after, unknown) {
  const later = after.map((_, index) => hasMark2(markOf(unknown, index)));
  const middle = trimEqual(before, after, (index, other) => !later[other] && isSame(before[index], after[other]));
  const run = { before: middle.start, beforeEnd: middle.beforeEnd, after: middle.start, afterEnd: middle.afterEnd };
  const pair = (index, other) => isPair(before[index], after[other], markOf(unknown, other));
  const alike = (index, other) => likeness(before[index], after[other]);
  const old = before.slice(run.before, run.beforeEnd).map((item) => JSON.stringify(item ?? null));
  const fresh = after.slice(run.after, run.afterEnd).map((item, index) => later[run.after + index] ? `later ${index}` : JSON.stringify(item ?? null));
  return split(run, old, fresh).flatMap((part) => alignRun(part, pair, alike));
}
function trimEqual(before, after, isEqual) {
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && isEqual(start, start)) start++;
  let beforeEnd = before.length;
  let afterEnd = after.length;
  while (beforeEnd > start && afterEnd > start && isEqual(beforeEnd - 1, afterEnd - 1)) {
    beforeEnd--;
    afterEnd--;
  }
  return { start, beforeEnd, afterEnd };
}
function split(whole, old, fresh) {
  if (old.length === 0 || fresh.length === 0 || old.length * fresh.length === 1) return [whole];
  const parts = diffArrays(old, fresh, { maxEditLength: maxEdits });
  if (parts === void 0) return [whole];
  const runs = [];
  let run = { ...whole, beforeEnd: whole.before, afterEnd: whole.after };
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      runs.push(run);
      const before = run.beforeEnd + value.length;
      const after = run.afterEnd + value.length;
      run = { before, beforeEnd: before, after, afterEnd: after };
    } else if (removed) run = { ...run, beforeEnd: run.beforeEnd + value.length };
    else run = { ...run, afterEnd: run.afterEnd + value.length };
  }
  return [...runs, run];
}
function alignRun({ before, beforeEnd, after, afterEnd }, isLeafPair, alike) {
  const rows = beforeEnd - before;
  const columns = afterEnd - after;
  if (rows === 0 && columns === 0) return [];
  const inOrder2 = rows * columns > maxPairs || rows === 0 || columns === 0;
  const leaves = rows === columns && range(rows).every((index) => isLeafPair(before + index, after + index));
  if (inOrder2 || leaves) {
    return range(Math.max(rows, columns)).map((index) => ({
      ...index < rows ? { before: before + index } : {},
      ...index < columns ? { after: after + index } : {}
    }));
  }
  const weights = range(rows).map(
    (row3) => range(columns).map((column2) => {
      const { share, isNamed } = alike(before + row3, after + column2);
      const isSamePlace = rows === columns && row3 === column2;
      const isLikely = isSamePlace && (!isNamed || isLeafPair(before + row3, after + column2));
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
      aligned.push({ before: before + row2++, after: after + column++ });
    } else if (row2 < rows && (column === columns || at(row2 + 1, column) >= at(row2, column + 1))) {
      aligned.push({ before: before + row2++ });
    } else aligned.push({ after: after + column++ });
  }
  return aligned;
}
var isPair = (before, after, unknown) => isMarked(unknown) || !isContainer(before) || !isContainer(after);
function likeness(before, after) {
  if (!isContainer(before) || !isContainer(after) || Array.isArray(before) !== Array.isArray(after)) {
    return { share: 0, isNamed: true };
  }
  const names = membersOf(before, after);
  if (names.length === 0) return { share: 1, isNamed: false };
  const equal = (name) => isSame(memberOf(before, name) ?? null, memberOf(after, name) ?? null);
  const share = names.filter(equal).length / names.length;
  const naming = ["name", "key", "id"].find((name) => memberOf(before, name) != null && memberOf(after, name) != null);
  if (naming === void 0) return { share, isNamed: false };
  return { share: equal(naming) ? Math.max(share, 0.6) : share * 0.6, isNamed: true };
}
var range = (length) => Array.from({ length }, (_, index) => index);

// actions/lib/terraform/result/write-value.ts
var knownAfterApply = "(known after apply)";
var valueLimit = 200;
var lineLimit2 = 12;
function writeValue(marked2, redactor, limit = valueLimit) {
  const parts = [];
  write(marked2, redactor, parts, { left: limit * 2 });
  return clip(parts.join(""), limit);
}
function writeText(text, redactor) {
  const safe2 = redactor.text(text);
  if (safe2 === redacted) return redacted;
  return safe2.includes("\n") ? writeLines(safe2.split("\n")) : clip(JSON.stringify(safe2), valueLimit);
}
function writeLines(lines) {
  const shown = lines.slice(0, lineLimit2).map((line) => clip(line, valueLimit));
  if (lines.length > lineLimit2) shown.push(`... (${lines.length - lineLimit2} more lines)`);
  return shown.join("\n");
}
function writePair(before, after) {
  const longest = Math.max(before.length, after.length);
  let start = 0;
  if (longest > valueLimit - 20) {
    while (start < before.length && before[start] === after[start]) start++;
    start = Math.max(0, start - 40);
  }
  const cut = (text) => {
    if (text === redacted) return redacted;
    const quoted = JSON.stringify(start > 0 ? text.slice(start).toWellFormed() : text);
    return clip(start > 0 ? `"... ${quoted.slice(1)}` : quoted, valueLimit);
  };
  return { before: cut(before), after: cut(after) };
}
function writeKey(name, redactor) {
  const safe2 = redactor.text(name);
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
function write(marked2, redactor, parts, room) {
  if (room.left < 0) return;
  const leaf = writeLeaf(marked2, redactor);
  const add = (text) => {
    room.left -= text.length;
    parts.push(text);
  };
  if (leaf !== void 0) {
    add(leaf);
    return;
  }
  const { value, unknown, marks } = marked2;
  const isList = Array.isArray(value);
  const names = membersOf(value, unknown).filter(
    (name) => isList || (memberOf(value, name) ?? null) !== null || hasMark2(markOf(unknown, name))
  );
  const [open, close] = isList ? ["[", "]"] : names.length === 0 ? ["{", "}"] : ["{ ", " }"];
  add(open);
  for (const [index, name] of names.entries()) {
    if (room.left < 0) break;
    if (index > 0) add(", ");
    if (!isList) add(`${writeKey(name, redactor)} = `);
    const member2 = { value: memberOf(value, name), unknown: markOf(unknown, name) };
    write({ ...member2, marks: marks.map((mark) => markOf(mark, name)) }, redactor, parts, room);
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
function placeOf({ steps, text }, key, redactor) {
  if (typeof key === "number") return { steps: [...steps, key], text: `${text}[${key}]` };
  const name = writeKey(key, redactor);
  const written = name.startsWith('"') ? `${text}[${name}]` : text === "" ? name : `${text}.${name}`;
  return { steps: [...steps, key], text: written };
}
function collectRows(redactor, replacePaths, limit) {
  const differences = [];
  let leftOut3 = 0;
  return {
    redactor,
    add: (place2, sides) => {
      const forcesReplacement = replacePaths.some((path) => isAlong(path, place2.steps));
      if (differences.length >= (forcesReplacement ? limit * 2 : limit)) {
        leftOut3++;
        return;
      }
      const written = sides();
      const kind = written.before === void 0 ? "added" : written.after === void 0 ? "removed" : "changed";
      differences.push({ path: place2.text, kind, ...written, forcesReplacement });
    },
    result: () => ({ differences, leftOut: leftOut3 })
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
function textDifferences(before, after, place2, rows, compare3) {
  const { redactor } = rows;
  const json = { before: readJsonText(before, redactor), after: readJsonText(after, redactor) };
  if (json.before !== void 0 && json.after !== void 0) {
    let found = 0;
    const inside = { ...place2, text: `${place2.text} (JSON)` };
    const counted = {
      redactor,
      add: (...row2) => {
        found++;
        rows.add(...row2);
      }
    };
    compare3({ ...json, unknown: false, beforeMark: false, afterMark: false }, inside, counted);
    if (found === 0)
      rows.add({ ...place2, text: `${place2.text} (form of JSON)` }, () => writeSides(before, after, redactor));
    return;
  }
  if ((before.includes("\n") || after.includes("\n")) && Math.max(before.length, after.length) <= textLimit) {
    lineDifferences(before, after, place2, rows);
    return;
  }
  rows.add(place2, () => writeSides(before, after, redactor));
}
function readJsonText(text, redactor) {
  if (text.length > textLimit || !/^\s*[[{]/.test(text)) return void 0;
  const value = parse(text);
  if (value === void 0) return void 0;
  const safe2 = redactor.text(text);
  if (safe2 === text) return value;
  const safeValue = parse(safe2);
  return safeValue !== void 0 && isSameShape(value, safeValue) ? value : void 0;
}
function parse(text) {
  try {
    const value = JSON.parse(text);
    checkLimits(value, jsonLimits);
    return isContainer(value) ? value : void 0;
  } catch {
    return void 0;
  }
}
function isSameShape(one, other) {
  if (!isContainer(one) || !isContainer(other)) return isContainer(one) === isContainer(other);
  const names = Object.keys(one);
  if (Array.isArray(one) !== Array.isArray(other) || names.length !== membersOf(other).length) return false;
  return names.every((name) => Object.hasOwn(other, name) && isSameShape(memberOf(one, name), memberOf(other, name)));
}
function lineDifferences(before, after, place2, rows) {
  const old = readLines(before, rows.redactor);
  const fresh = readLines(after, rows.redactor);
  const { start: first, ...ends } = trimEqual(
    old.compared,
    fresh.compared,
    (index, other) => old.compared[index] === fresh.compared[other]
  );
  const parts = diffArrays(old.compared.slice(first, ends.beforeEnd), fresh.compared.slice(first, ends.afterEnd), {
    maxEditLength: maxEdits2
  });
  if (parts === void 0 || parts.every(({ added, removed }) => !added && !removed)) {
    rows.add(place2, () => ({ before: writeLines(old.shown), after: writeLines(fresh.shown) }));
    return;
  }
  let line = { before: first, after: first };
  for (const [index, { added, removed, value }] of parts.entries()) {
    const { length } = value;
    const start = line;
    line = { before: line.before + (added ? 0 : length), after: line.after + (removed ? 0 : length) };
    const next = parts[index + 1];
    if (removed) {
      const into = next?.added ? next.value.length : 0;
      const shown = fresh.shown.slice(start.after, start.after + into);
      lineRow(place2, rows, start.before, old.shown.slice(start.before, line.before), into > 0 ? shown : void 0);
    } else if (added && !parts[index - 1]?.removed) {
      lineRow(place2, rows, start.after, void 0, fresh.shown.slice(start.after, line.after));
    }
  }
}
function lineRow(place2, rows, start, before, after) {
  const last = start + (before ?? after ?? []).length;
  const lines = last - start > 1 ? `lines ${start + 1}-${last}` : `line ${start + 1}`;
  rows.add({ ...place2, text: `${place2.text} (${lines})` }, () => ({
    ...before === void 0 ? {} : { before: writeLines(before) },
    ...after === void 0 ? {} : { after: writeLines(after) }
  }));
}
function readLines(text, redactor) {
  const compared = text.split("\n");
  const shown = redactor.text(text).split("\n");
  return compared.length === shown.length ? { compared, shown } : { compared: shown, shown };
}
function writeSides(before, after, redactor) {
  const safe2 = { before: redactor.text(before), after: redactor.text(after) };
  if (safe2.before.includes("\n") || safe2.after.includes("\n") || safe2.before === safe2.after) {
    return { before: writeText(before, redactor), after: writeText(after, redactor) };
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
  else compare2(pair, wholeObject, rows);
  return rows.result();
}
function compare2(pair, place2, rows) {
  const { before, after, unknown, beforeMark, afterMark } = pair;
  const isUnknown = isMarked(unknown);
  if (isHidden(before, beforeMark) || isHidden(after, afterMark)) {
    if (isNothing4(before) && isNothing4(after) && !isUnknown) return;
    const remarked = isMarked(beforeMark) !== isMarked(afterMark);
    if (isUnknown || remarked || !isSame(before ?? null, after ?? null)) hiddenRow(pair, place2, rows);
    return;
  }
  if (isUnknown) {
    rows.add(place2, () => ({ ...side("before", before, pair, rows), after: knownAfterApply }));
    return;
  }
  if (before === after || isNothing4(before) && isNothing4(after)) return;
  if (isNothing4(before) || isNothing4(after)) compareWithNothing(pair, place2, rows);
  else if (Array.isArray(before) && Array.isArray(after)) compareLists2(pair, before, after, place2, rows);
  else if (isObject4(before) && isObject4(after)) compareMembers(pair, place2, rows);
  else if (typeof before === "string" && typeof after === "string") textDifferences(before, after, place2, rows, compare2);
  else rows.add(place2, () => ({ ...side("before", before, pair, rows), ...side("after", after, pair, rows) }));
}
function compareMembers(pair, place2, rows) {
  const isWhole = place2 === wholeObject && (isNothing4(pair.before) || isNothing4(pair.after));
  for (const name of [...membersOf(pair.before, pair.after, pair.unknown)].sort()) {
    const member2 = memberPair(pair, name, name);
    if (isWhole && isEmptyCollection(member2.before ?? member2.after) && !isMarked(member2.unknown)) continue;
    compare2(member2, placeOf(place2, name, rows.redactor), rows);
  }
}
function compareLists2(pair, before, after, place2, rows) {
  for (const aligned of alignLists(before, after, pair.unknown)) {
    const inside = placeOf(place2, aligned.after ?? aligned.before ?? 0, rows.redactor);
    const member2 = memberPair(pair, aligned.before, aligned.after);
    if (!isNothing4(member2.before) || !isNothing4(member2.after) || hasMark2(member2.unknown)) compare2(member2, inside, rows);
    else rows.add(inside, () => aligned.after === void 0 ? { before: "null" } : { after: "null" });
  }
}
function compareWithNothing(pair, place2, rows) {
  const value = pair.before ?? pair.after;
  const json = typeof value === "string" ? readJsonText(value, rows.redactor) : void 0;
  if (json !== void 0) {
    const inside = { ...place2, text: `${place2.text} (JSON)` };
    const unmarked = { unknown: false, beforeMark: false, afterMark: false };
    const sides = isNothing4(pair.before) ? { before: null, after: json } : { before: json, after: null };
    compareWithNothing({ ...sides, ...unmarked }, inside, rows);
    return;
  }
  if (isContainer(value) && countLeaves(value, leavesInOne + 1) > leavesInOne) {
    for (const name of membersOf(value, pair.unknown)) {
      const key = Array.isArray(value) ? Number(name) : name;
      compare2(memberPair(pair, key, key), placeOf(place2, key, rows.redactor), rows);
    }
    return;
  }
  rows.add(place2, () => ({ ...side("before", pair.before, pair, rows), ...side("after", pair.after, pair, rows) }));
}
function memberPair(pair, before, after) {
  return {
    before: before === void 0 ? null : memberOf(pair.before, before),
    after: after === void 0 ? null : memberOf(pair.after, after),
    unknown: after === void 0 ? false : markOf(pair.unknown, after),
    beforeMark: before === void 0 ? false : markOf(pair.beforeMark, before),
    afterMark: after === void 0 ? false : markOf(pair.afterMark, after)
  };
}
function hiddenRow({ before, after, unknown }, place2, rows) {
  rows.add(place2, () => ({
    ...isNothing4(before) ? {} : { before: redacted },
    ...isMarked(unknown) ? { after: knownAfterApply } : isNothing4(after) ? {} : { after: redacted }
  }));
}
function side(name, value, pair, { redactor }) {
  if (isNothing4(value)) return {};
  if (typeof value === "string") return { [name]: writeText(value, redactor) };
  const marked2 = {
    value,
    ...name === "after" ? { unknown: pair.unknown } : {},
    marks: [pair.beforeMark, pair.afterMark]
  };
  return { [name]: writeValue(marked2, redactor) };
}
var isNothing4 = (value) => value === null || value === void 0;
var isObject4 = (value) => isContainer(value) && !Array.isArray(value);
var isEmptyCollection = (value) => isContainer(value) && Object.keys(value).length === 0;

// actions/lib/terraform/result/show-plan.ts
var showLimits = { perChange: 50, inAll: 2e4, atLeast: 3 };
var configurationLimit = 1e4;
function showPlan(plan, redactor, limits = showLimits) {
  const quick = remembering(redactor);
  const { text } = quick;
  let left = limits.inAll;
  const show = (change) => {
    const shown = showChange(change, quick, Math.min(limits.perChange, Math.max(limits.atLeast, left)));
    left -= shown.differences.length;
    return shown;
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
      address: text(address),
      kind: text(kind),
      status,
      problems: problems.map(text)
    })),
    deferred: plan.deferred.map(({ reason, change }) => ({
      address: text(change.address),
      reason: text(reason),
      action: change.action
    })),
    invocations: plan.invocations.map(({ address, type, trigger, deferred }) => ({
      address: text(address),
      type: text(type),
      ...trigger === void 0 ? {} : { trigger: text(trigger) },
      ...deferred === void 0 ? {} : { deferred: text(deferred) }
    })),
    unknownFields: plan.unknownFields.map(text)
  };
}
function showChange(change, redactor, limit) {
  const { previousAddress, order, importing, reason, generatedConfig } = change;
  const { differences, leftOut: leftOut3 } = differencesOf(change, redactor, limit);
  return {
    address: redactor.text(change.address),
    ...previousAddress === void 0 ? {} : { previousAddress: redactor.text(previousAddress) },
    type: redactor.text(change.type),
    action: change.action,
    actions: change.actions.map(redactor.text),
    ...order === void 0 ? {} : { order },
    forgets: change.forgets,
    ...importing === void 0 ? {} : { importId: importId(importing, redactor) },
    ...reason === void 0 ? {} : { reason: redactor.text(reason) },
    replacePaths: change.replacePaths.map(
      (path) => path.map((step) => typeof step === "string" ? redactor.text(step) : step)
    ),
    differences,
    differencesLeftOut: leftOut3,
    ...generatedConfig === void 0 ? {} : { generatedConfig: clip(redactor.text(generatedConfig), configurationLimit) }
  };
}
function importId(importing, redactor) {
  if (importing.id !== void 0) return clip(redactor.text(importing.id), 500);
  if (importing.identity !== void 0) return writeValue({ value: importing.identity, marks: [] }, redactor);
  return knownAfterApply;
}
function showOutput(output, redactor, limit) {
  const { action, before, after, afterUnknown, sensitive } = output;
  const write2 = (value, unknown) => sensitive ? redacted : writeValue({ value, unknown, marks: [] }, redactor);
  const marks = { beforeSensitive: sensitive, afterSensitive: sensitive, replacePaths: [] };
  const inside = !sensitive && isContainer(before) && isContainer(after) ? differencesOf({ before, after, afterUnknown, ...marks }, redactor, limit).differences : void 0;
  return {
    name: redactor.text(output.name),
    action,
    ...action === "create" ? {} : { before: write2(before, false) },
    ...action === "delete" ? {} : { after: isMarked(afterUnknown) ? knownAfterApply : write2(after, afterUnknown) },
    ...inside === void 0 ? {} : { differences: inside }
  };
}
function remembering(redactor) {
  const known = /* @__PURE__ */ new Map();
  const text = (asked) => {
    if (asked.length > 200) return redactor.text(asked);
    let safe2 = known.get(asked);
    if (safe2 === void 0) {
      safe2 = redactor.text(asked);
      if (known.size < 5e4) known.set(asked, safe2);
    }
    return safe2;
  };
  return { ...redactor, text };
}

// actions/lib/terraform/planning/judge-plan.ts
function judgePlan(json, sides, { key, secrets }) {
  const parsed = parsePlanText(json);
  return { ...readAndGuard(parsed, sides, secrets), ...fingerprintPlan(withExactNumbers(json, parsed), { key }) };
}
function readAndGuard(parsed, sides, secrets = []) {
  const plan = readPlan(parsed);
  const redactor = createRedactor([...secretsOfPlan(parsed), ...secrets]);
  return {
    plan,
    shown: showPlan(plan, redactor),
    guards: judgeGuards({ ...sides, plan }).map((finding) => redactor.value(finding)),
    redactor
  };
}
var isRefused = (guards) => guards.some(({ severity }) => severity === "error");

// actions/lib/terraform/show/json.ts
var terraformReportVersion = 1;
function reportOutcome(roots, removed = []) {
  const standings = new Set(roots.map(standingOf));
  if (standings.has("failed")) return "failed";
  if (standings.has("refused")) return "refused";
  return removed.length > 0 || roots.some(({ plan, outcome }) => plan?.needsApply === true || outcome === "deferred") ? "changes" : "no-changes";
}
function toTerraformJson(report) {
  const { head, base, run, roots, waves, unaffected, notAsked, removed, gate } = report;
  const isGateShut = gate?.some(isRefusing) === true;
  const counted = roots.flatMap(
    ({ plan, outcome }) => plan === void 0 || outcome === "errored" ? [] : [plan.counts]
  );
  return {
    version: terraformReportVersion,
    outcome: isGateShut ? "refused" : reportOutcome(roots, removed),
    answer: isGateShut ? gateAnswer(gate ?? []) : reportAnswer(report),
    ...head !== void 0 && { head },
    ...base !== void 0 && { base },
    ...run !== void 0 && { run },
    counts: sumCounts(counted),
    roots,
    waves,
    unaffected,
    ...notAsked !== void 0 && { notAsked },
    ...removed !== void 0 && { removed },
    ...gate !== void 0 && { gate }
  };
}
function renderTerraformJson(report) {
  return `${JSON.stringify(toTerraformJson(report), null, 2)}
`;
}

export {
  pageMarkdown,
  pageText,
  gateAnswer,
  renderGate,
  renderGateText,
  isRefusing,
  terraformOptions,
  createRedactor,
  guardPolicy,
  canonicalSections,
  canonicalJson,
  parsePlanText,
  countChanges,
  judgePlan,
  readAndGuard,
  isRefused,
  reportOutcome,
  renderTerraformJson
};
