import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  explain
} from "./chunk-2XYIY64O.js";

// actions/lib/github/markdown-blocks.ts
var outside = { fence: void 0, details: 0, noCut: false, html: false };
var htmlBlock = /^ {0,3}<\/?(details|summary|table|thead|tbody|tr|td|th|div|p|ul|ol|li|h[1-6]|blockquote|center|section)(\s|\/?>|$)/i;
function afterLine(before, line) {
  if (before.fence !== void 0) {
    const mark = before.fence;
    const [, end = ""] = /^ {0,3}(`{3,}|~{3,})[ \t]*$/.exec(line) ?? [];
    return end.startsWith(mark) ? { ...before, fence: void 0 } : before;
  }
  const html = line.trim() === "" ? false : before.html || htmlBlock.test(line);
  if (!html && !before.noCut) {
    const [, backticks, tildes] = /^ {0,3}(?:(`{3,})[^`]*|(~{3,}).*)$/.exec(line) ?? [];
    const fence = backticks ?? tildes;
    if (fence !== void 0) return { ...before, fence, html: false };
  }
  return { ...afterTags(before, html ? line : line.replace(/(`+)(?!`).*?[^`]\1(?!`)/g, "")), html };
}
function afterTags(before, line) {
  let { details, noCut } = before;
  for (const [tag] of line.matchAll(/<!--|-->|<\/?(details|summary)(?=[\s>])/gi)) {
    const name = tag.toLowerCase();
    if (name === "<!--" || name === "<summary") noCut = true;
    else if (name === "-->" || name === "</summary") noCut = false;
    else if (!noCut) details = Math.max(0, details + (name === "<details" ? 1 : -1));
  }
  return { ...before, details, noCut };
}
function closingLines({ fence, details }) {
  const ends = Array.from({ length: details }, () => ["", "</details>"]).flat();
  return fence === void 0 ? ends : [fence, ...ends];
}

// actions/lib/github/fit-markdown.ts
var bodyCharacters = 65e3;
var defaultNotice = ({ lines, of }) => `\u2026 ${lines} of ${of} lines are left out: GitHub takes no more text here.`;
function fitMarkdown(markdown, limit, notice = defaultNotice) {
  if (fits(markdown, limit)) return markdown;
  const lines = markdown.split("\n");
  const states = [];
  let size = 0;
  let state = outside;
  for (const line of lines) {
    size += line.length + 1;
    if (size > (limit.characters ?? limit.bytes ?? Number.POSITIVE_INFINITY)) break;
    state = afterLine(state, line.endsWith("\r") ? line.slice(0, -1) : line);
    states.push(state);
  }
  const cutAfter = (kept2) => {
    const last = notice({ lines: lines.length - kept2, of: lines.length });
    const closing = kept2 === 0 ? [] : closingLines(states[kept2 - 1] ?? outside);
    return [...lines.slice(0, kept2), ...closing, ...kept2 === 0 ? [] : [""], last].join("\n");
  };
  const mayCut = (kept2) => kept2 === 0 || states[kept2 - 1]?.noCut === false;
  const isShort = (kept2) => fits(cutAfter(kept2), limit);
  let kept = longestBelow(states.length, isShort);
  while (kept > 0 && !(mayCut(kept) && isShort(kept))) kept -= 1;
  return isShort(kept) ? cutAfter(kept) : "";
}
function longestBelow(most, isShort) {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = low + high + 1 >> 1;
    if (isShort(middle)) low = middle;
    else high = middle - 1;
  }
  return Math.min(most, low + 4);
}
function fits(text, { characters, bytes }) {
  if (characters !== void 0 && text.length > characters) return false;
  return bytes === void 0 || Buffer.byteLength(text) <= bytes;
}

// actions/lib/github/retry.ts
var maxUnreachable = 6;
var maxLimited = 5;
var firstWaitMs = 500;
var longestWaitMs = 2e4;
function decide({ failure, repeat, failed, nowMs, untilMs, random }) {
  if (failure.type === "refused" || failure.type === "unreachable" && failure.final === true) {
    return { again: false, because: "final" };
  }
  if (repeat === "never" || repeat === "limits" && failure.type !== "limited") {
    return { again: false, because: "not-repeatable" };
  }
  if (failed >= (failure.type === "limited" ? maxLimited : maxUnreachable)) return { again: false, because: "attempts" };
  const waitMs = Math.ceil(waitFor(failure, failed, random));
  return nowMs + waitMs > untilMs ? { again: false, because: "time" } : { again: true, waitMs };
}
function waitFor(failure, failed, random) {
  if (failure.type === "limited") {
    const growth = failure.limit === "secondary" ? 2 ** (failed - 1) : 1;
    return failure.waitMs * growth + random * Math.min(5e3, failure.waitMs * 0.2 + 500);
  }
  const backoff = Math.min(longestWaitMs, firstWaitMs * 2 ** (failed - 1));
  return Math.max(failure.waitMs ?? 0, backoff / 2 + random * backoff / 2);
}

// actions/lib/github/patience.ts
var requestLimitMs = 3e4;
var shortestLimitMs = 5e3;
var patienceMs = 5 * 6e4;
function createPatience({ send, clock, log, token }) {
  const quietUntil = { all: 0, rest: 0, graphql: 0 };
  return async (request) => {
    const { route, parameters, side, asked, repeat, redirect } = request;
    const began = clock.now();
    const untilMs = Math.min(request.untilMs, began + patienceMs);
    for (let failed = 1; ; failed += 1) {
      const quietMs = Math.max(quietUntil.all, quietUntil[side]) - clock.now();
      if (clock.now() + quietMs > untilMs)
        throw explain({ type: "limited", limit: "secondary", waitMs: quietMs }, asked);
      if (quietMs > 0) await clock.sleep(quietMs);
      const timeLimitMs = Math.max(shortestLimitMs, Math.min(requestLimitMs, untilMs - clock.now()));
      const outcome = await send(route, parameters, { nowMs: clock.now(), timeLimitMs, redirect });
      if (outcome.type === "success") return outcome.response;
      const failure = withoutToken(outcome.failure, token);
      const nowMs = clock.now();
      if (failure.type === "limited") {
        const whom = failure.limit === "secondary" ? "all" : side;
        quietUntil[whom] = Math.max(quietUntil[whom], nowMs + failure.waitMs);
      }
      const decision = decide({ failure, repeat, failed, nowMs, untilMs, random: clock.random() });
      if (!decision.again) throw explain(failure, asked, { count: failed, waitedMs: nowMs - began });
      log.info(`GitHub: ${inWords(failure)}; will ${asked.purpose} again in ${inSeconds(decision.waitMs)}`);
      await clock.sleep(decision.waitMs);
    }
  };
}
function withoutToken(failure, token) {
  if (failure.type === "limited") return failure;
  if (failure.type === "unreachable") return { ...failure, reason: failure.reason.replaceAll(token, "***") };
  return { ...failure, message: failure.message.replaceAll(token, "***") };
}
function inWords(failure) {
  if (failure.type === "limited") return `${failure.limit} rate limit`;
  return failure.type === "unreachable" ? failure.reason : failure.message;
}
function inSeconds(milliseconds) {
  if (milliseconds >= 12e4) return `${Math.round(milliseconds / 6e4)} min`;
  const seconds = milliseconds / 1e3;
  return `${seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s`;
}

export {
  createPatience,
  inSeconds,
  bodyCharacters,
  fitMarkdown
};
