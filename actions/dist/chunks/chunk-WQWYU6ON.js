import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  planOne,
  releasedRoots,
  reportPage
} from "./chunk-36W3GPMF.js";
import {
  pageText
} from "./chunk-JUBCABLV.js";
import {
  inTurns
} from "./chunk-GUPIMB7Y.js";

// actions/lib/terraform/planning/plan-change.ts
async function planChange(context, change, parallel, onPlanned) {
  const { waves, deferrals, impacts } = change.selection;
  const roots = new Map(impacts.map(({ root }) => [root.name, root]));
  const results = /* @__PURE__ */ new Map();
  const planAll = (names) => inTurns(names, parallel, async (name) => {
    const entry = await change.toPlan(roots.get(name));
    results.set(name, await onPlanned(entry, await planOne(context, entry)));
  });
  const settled = () => new Set([...results].flatMap(([name, result]) => isSettled(result) ? [name] : []));
  await planAll(waves[0]?.roots ?? []);
  for (; ; ) {
    const now = settled();
    const released = releasedRoots(deferrals, now).filter((name) => !results.has(name));
    if (released.length === 0) break;
    await planAll(released);
  }
  const order = waves.flatMap(({ roots: names }) => names);
  return Promise.all(
    order.map(async (name) => results.get(name) ?? deferredResult(await change.toPlan(roots.get(name))))
  );
}
var isSettled = ({ outcome, plan }) => outcome === "planned" && plan?.needsApply === false;
function deferredResult({ root, wave, waitsFor, reasons }) {
  return {
    root: root.name,
    path: root.path,
    tool: root.tool,
    ...root.workspace !== void 0 && { workspace: root.workspace },
    ...root.environment !== void 0 && { environment: root.environment },
    wave,
    waitsFor,
    reasons,
    outcome: "deferred",
    guards: [],
    diagnostics: [],
    durationMs: 0
  };
}

// actions/lib/terraform/show/text.ts
function renderTerraformText(report, options) {
  return pageText(reportPage(report, options), options);
}

export {
  planChange,
  renderTerraformText
};
