import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  place
} from "./chunk-AKB3YNBQ.js";
import {
  clip,
  count,
  listed,
  oneLine
} from "./chunk-RJ5VNCEM.js";

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
function groupOf({ action, importId, previousAddress }) {
  if (action !== "no-op") return action;
  if (importId !== void 0) return "import";
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
  ["delete", "destroyed"],
  ["replace", "replaced"],
  ["forget", "forgotten"],
  ["other", "unknown"],
  ["update", "updated"],
  ["create", "created"],
  ["move", "moved"],
  ["import", "imported"],
  ["invoke", "invoked"],
  ["outputs", "output"],
  ["deferred", "put off"]
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
  const destroys = plan.counts.delete > 0 || plan.changes.some(({ actions }) => actions.includes("delete"));
  if (destroys || plan.counts.replace > 0) return "destroys";
  return plan.counts.forget > 0 || plan.counts.other > 0 || plan.unknownFields.length > 0 ? "risky" : "changes";
}
var rankOf = (standing) => order.indexOf(standing);
var markOf = (standing) => `${standings[standing].mark} ${standings[standing].word}`;
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
var reportAnswer = (report) => reportLines(report)[0] ?? "";
function reportLines(report) {
  const { roots, removed = [], base } = report;
  const gone = removed.length === 0 ? [] : [goneLine(removed.length)];
  const objection = objectionOf(roots);
  if (objection !== void 0) {
    const answer = base === void 0 ? objection : `Do not merge: ${objection}`;
    return [answer, ...besideObjection(roots), ...gone];
  }
  const counts = countsLine(roots);
  if (gone[0] !== void 0 && changingOf(roots).length === 0) return [gone[0], ...roots.length === 0 ? [] : [counts]];
  return [counts, ...gone];
}
var mostNames = 3;
function objectionOf(roots) {
  const named = (standing) => worstFirst(roots).flatMap((root) => standingOf(root) === standing ? [clip(oneLine(root.root), 60)] : []);
  const [refused, failed] = [named("refused"), named("failed")];
  const parts = [
    ...refused.length > 0 ? [`${someOf(refused, mostNames)} ${refused.length === 1 ? "is" : "are"} refused`] : [],
    ...failed.length > 0 ? [`${someOf(failed, mostNames - refused.length)} could not be planned`] : []
  ];
  return parts.length === 0 ? void 0 : parts.join(", ");
}
function someOf(names2, most) {
  const left = names2.length - Math.max(0, most);
  if (left === names2.length) return `${left} ${left === 1 ? "root" : "roots"}`;
  return listed(left > 0 ? [...names2.slice(0, most), `${left} more`] : names2, mostNames + 1);
}
function besideObjection(roots) {
  const known = roots.filter(({ outcome }) => outcome === "planned" || outcome === "deferred" || outcome === "blocked");
  return known.length === 0 ? [] : [countsLine(known, known.length < roots.length)];
}
var goneLine = (number3) => number3 === 1 ? "1 root is taken away: what it manages stays, and nobody plans it any more" : `${number3.toLocaleString("en-US")} roots are taken away: what they manage stays, and nobody plans them any more`;
var changingOf = (roots) => roots.filter(({ outcome, plan }) => /^(planned|blocked)$/.test(outcome) && plan?.needsApply === true);
function countsLine(roots, areOthers = false) {
  const tools = new Set(roots.map(({ tool }) => tool));
  const noun = tools.size > 1 ? "root" : tools.has("tofu") ? "OpenTofu root" : "Terraform root";
  if (roots.length === 0) return `No ${noun} is affected`;
  const of = (standing) => roots.filter((root) => standingOf(root) === standing).length;
  const [through, waits] = [of("overridden"), of("waits")];
  const tail = [
    ...through > 0 ? [`${through} let through`] : [],
    ...waits > 0 ? [`${waits} ${waits === 1 ? "waits" : "wait"} for others`] : []
  ];
  const changing = changingOf(roots);
  if (changing.length === 0) {
    const same = roots.length - waits;
    if (same === 0) return `${count(waits, noun)} ${waits === 1 ? "waits" : "wait"} for others`;
    return [`No changes in ${areOthers ? count(same, `other ${noun}`) : count(same, noun)}`, ...tail].join("; ");
  }
  const counts = countsInWords(sumCounts(changing.flatMap(({ plan }) => plan?.counts ?? [])));
  const what = counts === "" ? "see below" : counts;
  return [`${count(changing.length, noun)} ${changing.length === 1 ? "changes" : "change"}: ${what}`, ...tail].join(
    "; "
  );
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

// actions/lib/terraform/show/change-lines.ts
var lineLimit = 1e3;
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
  const isEmpty = change.differences.length === 0 && change.differencesLeftOut === 0;
  return isEmpty ? {} : { body: () => bodyOf(change) };
}
function bodyOf({ differences, differencesLeftOut }) {
  const forced = differences.filter(({ forcesReplacement }) => forcesReplacement);
  const rest = differences.filter(({ forcesReplacement }) => !forcesReplacement);
  return [
    ...[...forced, ...rest].flatMap(differenceLines),
    ...differencesLeftOut > 0 ? [`      \u2026 ${count(differencesLeftOut, "more difference")}`] : []
  ];
}
function driftItem(change) {
  const gone = change.action === "delete";
  return {
    head: blockLine(`${gone ? "-" : "!"} ${change.address} ${gone ? "(is gone)" : "(was changed)"}`),
    ...gone ? {} : bodyPart(change)
  };
}
function headOf(change) {
  const group = groupOf(change);
  const sign = group === "replace" && change.order === "create-first" ? "+/-" : signs[group];
  const remarks = remarksOf(change);
  return blockLine(`${sign} ${change.address}${remarks.length === 0 ? "" : ` (${remarks.join("; ")})`}`);
}
function remarksOf(change) {
  const { action, order: order2, forgets, reason, replacePaths, previousAddress, importId } = change;
  const paths = replacePaths.slice(0, 5).map(pathInWords);
  const more = replacePaths.length > 5 ? [`${replacePaths.length - 5} more`] : [];
  return [
    ...action === "other" ? [`actions: ${change.actions.join(", ")}`] : [],
    ...order2 === void 0 || forgets ? [] : [orderWords[order2]],
    ...forgets && action !== "forget" ? ["the old one stays, but is no longer managed"] : [],
    ...reason === void 0 ? [] : [reasonInWords(reason)],
    ...paths.length === 0 ? [] : [`because of ${[...paths, ...more].join(", ")}`],
    ...previousAddress === void 0 ? [] : [`was ${previousAddress}`],
    ...importId === void 0 ? [] : [`imported from ${importId}`]
  ];
}
function pathInWords(path) {
  return path.map((step, index) => {
    if (typeof step === "number") return `[${step}]`;
    if (!/^[\p{L}_][\p{L}\p{N}_-]*$/u.test(step)) return `[${JSON.stringify(step)}]`;
    return index === 0 ? step : `.${step}`;
  }).join("");
}
function differenceLines({ path, before, after, forcesReplacement }) {
  const note = forcesReplacement ? "  # forces replacement" : "";
  if (before === after) return [blockLine(`!     ${path}: ${before ?? "differs"}, changed${note}`)];
  return [
    ...before === void 0 ? [] : valueLinesOf("-", path, before, after === void 0 ? note : ""),
    ...after === void 0 ? [] : valueLinesOf("+", path, after, note)
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
function blockLine(text) {
  if (text.length <= lineLimit && /^[ -~]*$/.test(text) && !/::|##\[/.test(text)) return text;
  return clip(oneLine(clip(text, 2 * lineLimit)), lineLimit);
}
function blockLines(text, limit = valueLines) {
  const lines = text.trimEnd().split(/\r\n|\r|\n/);
  const left = lines.length - limit;
  return [...lines.slice(0, limit).map(blockLine), ...left > 0 ? [`\u2026 ${count(left, "more line")}`] : []];
}

// actions/lib/terraform/show/page.ts
function listSection(title, noun, items, foot) {
  return items.length === 0 ? [] : [{ kind: "list", title, noun, items, ...foot !== void 0 && { foot } }];
}
function blockSection(title, noun, language, items, foot) {
  return items.length === 0 ? [] : [{ kind: "block", title, noun, language, items, ...foot !== void 0 && { foot } }];
}
var plain = (line) => line.map((span) => typeof span === "string" ? span : span.code).join("");
function prose(text) {
  const parts = text.split("`");
  const even = parts.length % 2 === 1;
  return parts.flatMap((part, index) => {
    if (part === "") return [];
    if (index % 2 === 0) return [part];
    return even || index < parts.length - 1 ? [{ code: part }] : [`\`${part}`];
  });
}
function joined(lines, separator) {
  return lines.flatMap((line, index) => index === 0 ? line : [separator, ...line]);
}

// actions/lib/terraform/result/diagnostic-words.ts
var summarySentence = ({ summary }) => ended(summary);
function ended(text) {
  const trimmed = text.trimEnd().replace(/(?<![.])[.]{2}$/, ".");
  return /[.!?]["”)]?$/.test(trimmed) ? trimmed : `${trimmed}.`;
}

// actions/lib/terraform/tool/lock-info.ts
var names = {
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
  const start = lines.findIndex((line) => line.trim() === "Lock Info:");
  const found = {};
  for (const line of start === -1 ? [] : lines.slice(start + 1)) {
    const [, name = "", value = ""] = /^\s*([A-Z][A-Za-z]*):\s*(.*?)\s*$/.exec(line) ?? [];
    const key = Object.hasOwn(names, name) ? names[name] : void 0;
    if (key === void 0) break;
    if (value !== "") found[key] = value;
  }
  const [held, id] = /remote state already locked(?:: ID=(\S+))?/.exec(detail) ?? [];
  if (held !== void 0 && id !== found.id) return { id: id ?? "unknown" };
  return found.id === void 0 ? void 0 : { ...found, id: found.id };
}

// actions/lib/terraform/show/plan-sections.ts
var number2 = (value) => value.toLocaleString("en-US");
function planSections(plan) {
  const titled = (title, list) => `${title} (${number2(list.length)})`;
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
function outputItem({ name, action, before, after, differences }) {
  const sign = action === "create" ? "+" : action === "delete" ? "-" : "!";
  const value = action === "delete" ? before : after ?? before;
  const isPair = sign === "!" && before !== void 0 && after !== void 0 && before !== after;
  if (isPair || (differences?.length ?? 0) > 0) {
    const body = () => (differences ?? []).flatMap(differenceLines);
    const pair = () => [
      ...blockLines(before ?? "").map((line) => `-     ${line}`),
      ...blockLines(after ?? "").map((line) => `+     ${line}`)
    ];
    return { head: blockLine(`${sign} ${name}`), body: (differences?.length ?? 0) > 0 ? body : pair };
  }
  const [first = "", ...rest] = blockLines(value ?? "");
  const head = blockLine(`${sign} ${name} = ${first}${sign === "!" ? ", changed" : ""}`);
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
    sections: rootSections(result, words),
    facts: [rootFacts(result)]
  };
}
function rootSections(result, words = {}) {
  const { plan, lock } = result;
  const guards = guardsToTell(result);
  const told = diagnosticsToTell(result);
  const { reason, advice } = splitReason(result.reason, told);
  const foot = advice === void 0 ? void 0 : prose(advice);
  return [
    ...listSection("", "reason", [...reason === void 0 ? [] : [prose(reason)], ...waitLines(result, words.roots)]),
    ...listSection(guardTitle(guards), "finding", guardLines(guards, result), overrideLine(result, words)),
    ...diagnosticSections(told, "error", foot),
    ...lock === void 0 ? [] : lockSection(lock),
    ...plan === void 0 ? [] : planSections(plan),
    ...diagnosticSections(told, "warning")
  ];
}
var diagnosticsToTell = ({ lock, diagnostics }) => lock === void 0 ? diagnostics : diagnostics.filter((one) => readLockInfo([one]) === void 0);
function splitReason(reason, diagnostics) {
  if (reason === void 0) return {};
  for (const diagnostic of diagnostics) {
    const told = summarySentence(diagnostic);
    if (diagnostic.severity !== "error" || !reason.startsWith(told)) continue;
    const advice = reason.slice(told.length).trim();
    return advice === "" ? {} : { advice };
  }
  return { reason };
}
var guardsToTell = ({ guards, outcome }) => outcome === "errored" ? guards.filter(({ guard }) => guard !== "incomplete-plan") : guards;
function waitLines(result, roots = []) {
  const { outcome, waitsFor } = result;
  if (outcome !== "deferred") return [];
  const hindrances = hindrancesOf(result, roots);
  if (hindrances.length > 0) {
    return hindrances.slice(0, 10).map((root) => [
      "Waits for ",
      { code: root.root },
      standingOf(root) === "refused" ? ", which is refused" : ", which could not be planned",
      ": mend that first."
    ]);
  }
  const names2 = joined(
    waitsFor.slice(0, 10).map((name) => [{ code: name }]),
    ", "
  ).concat(waitsFor.length > 10 ? [` and ${waitsFor.length - 10} more`] : []);
  const who = waitsFor.length === 0 ? ["It"] : ["Waits for ", ...names2, ": it"];
  return [
    [...who, ` is planned once ${waitsFor.length > 1 ? "these are" : "that is"} applied, on what is really there.`]
  ];
}
function hindrancesOf({ waitsFor }, roots) {
  const byName = new Map(roots.map((root) => [root.root, root]));
  const seen = new Set(waitsFor);
  for (const name of seen) for (const next of byName.get(name)?.waitsFor ?? []) seen.add(next);
  return [...seen].flatMap((name) => {
    const root = byName.get(name);
    return root !== void 0 && (standingOf(root) === "refused" || standingOf(root) === "failed") ? [root] : [];
  });
}
function guardTitle(guards) {
  const errors = guards.filter(({ severity }) => severity === "error").length;
  const rest = guards.length - errors;
  return [
    ...errors > 0 ? [`Refused for ${count(errors, "reason")}`] : [],
    ...rest > 0 ? [count(rest, "remark")] : []
  ].join("; ");
}
function guardLines(guards, { override }) {
  const sorted = [...guards].sort((a, b) => severityRank[a.severity] - severityRank[b.severity]);
  return [
    ...sorted.map(guardLine),
    ...override === void 0 ? [] : [["Let through by ", { code: override.by }, ` (${override.how}), for exactly this plan.`]]
  ];
}
function overrideLine(result, { override }) {
  if (result.outcome !== "blocked" || override === void 0) return void 0;
  const how = override(result);
  return how === void 0 ? ["Nobody may let it through: the settings name nobody under ", { code: "terraform.overrides" }, "."] : ["To let exactly this plan through: ", ...prose(how)];
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
function diagnosticSections(all, severity, foot) {
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
    })),
    foot
  );
}
function lockSection({ id, path, operation, who, created, info }) {
  const fact = (name, value) => value === void 0 || value === "" ? [] : [[`${name} `, { code: value }]];
  return listSection("The state is locked", "fact", [
    ...fact("by", who),
    ...fact("since", created),
    ...fact("for", operation),
    ...fact("lock", id),
    ...fact("state", path),
    ...fact("note", info)
  ]);
}
function rootFacts(result) {
  const { path, root, tool, toolVersion, workspace, environment, fingerprint, reasons, outcome } = result;
  const [why] = reasons;
  const facts = [
    ...path === root || why?.startsWith(`${path}/`) === true ? [] : [[{ code: path }]],
    [`${tool === "tofu" ? "OpenTofu" : "Terraform"}${toolVersion === void 0 ? "" : ` ${toolVersion}`}`],
    ...workspace === void 0 || workspace === "default" ? [] : [["workspace ", { code: workspace }]],
    ...environment === void 0 ? [] : [["environment ", { code: environment }]],
    ...fingerprint === void 0 ? [] : [["plan ", { code: shortFingerprint(fingerprint) }]]
  ];
  const about = clipLine(joined(facts, ", "), 800);
  if (why === void 0) return [...about, "."];
  const verb = outcome === "failed" || outcome === "deferred" ? "Affected" : "Planned";
  return [`${verb} because `, ...prose(clip(oneLine(why), 200)), " (", ...about, ")."];
}
var shortFingerprint = (fingerprint) => fingerprint.replace(/^[a-z0-9-]+:/, "").slice(0, 12);
function clipLine(line, limit) {
  return plain(line).length <= limit ? line : [clip(plain(line), limit)];
}

export {
  countsInWords,
  otherCounts,
  sumCounts,
  changeItem,
  driftItem,
  blockLine,
  blockLines,
  listSection,
  blockSection,
  plain,
  prose,
  joined,
  summarySentence,
  ended,
  readLockInfo,
  standingOf,
  markOf,
  countedAs,
  worstFirst,
  reportAnswer,
  reportLines,
  rootAnswer,
  rootPart,
  rootSections,
  diagnosticsToTell,
  splitReason,
  guardsToTell,
  diagnosticSections,
  lockSection,
  rootFacts,
  shortFingerprint
};
