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
function reportAnswer(report) {
  const { roots } = report;
  const tools = new Set(roots.map(({ tool }) => tool));
  const noun = tools.size > 1 ? "root" : tools.has("tofu") ? "OpenTofu root" : "Terraform root";
  if (roots.length === 0) return `No ${noun} is affected`;
  const of = (standing) => roots.filter((root) => standingOf(root) === standing).length;
  const changing = roots.filter(({ outcome, plan }) => /^(planned|blocked)$/.test(outcome) && plan?.needsApply === true);
  const failed = of("failed");
  const tail = [
    ...of("refused") > 0 ? [`${of("refused")} refused`] : [],
    ...of("overridden") > 0 ? [`${of("overridden")} let through`] : [],
    ...failed > 0 && changing.length > 0 ? [`${failed} could not be planned`] : [],
    ...of("waits") > 0 ? [`${of("waits")} ${of("waits") === 1 ? "waits" : "wait"} for others`] : []
  ];
  return [headOf(noun, roots.length, changing, failed), ...tail].join("; ");
}
function headOf(noun, roots, changing, failed) {
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

// actions/lib/terraform/show/page.ts
function listSection(title, noun, items) {
  return items.length === 0 ? [] : [{ kind: "list", title, noun, items }];
}
function blockSection(title, noun, language, items) {
  return items.length === 0 ? [] : [{ kind: "block", title, noun, language, items }];
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
  return { head: headOf2(change), ...bodyPart(change) };
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
function headOf2(change) {
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
  const names = (list) => joined(
    list.slice(0, 10).map((name) => [{ code: name }]),
    ", "
  ).concat(list.length > 10 ? [` and ${list.length - 10} more`] : []);
  return [
    ...reason === void 0 ? [] : [prose(reason)],
    ...outcome === "deferred" ? [
      [
        ...waitsFor.length === 0 ? ["It"] : ["Waits for ", ...names(waitsFor), ": it"],
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
  return plain(line).length <= limit ? line : [clip(plain(line), limit)];
}

export {
  listSection,
  blockSection,
  plain,
  prose,
  joined,
  countsInWords,
  otherCounts,
  sumCounts,
  standingOf,
  markOf,
  countedAs,
  worstFirst,
  reportAnswer,
  rootAnswer,
  changeItem,
  driftItem,
  blockLine,
  blockLines,
  rootPart,
  rootSections,
  diagnosticSections,
  lockSection,
  rootFacts,
  shortFingerprint
};
