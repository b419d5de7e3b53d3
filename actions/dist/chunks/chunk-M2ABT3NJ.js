import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  showVersion
} from "./chunk-6XCVKKI3.js";
import {
  renderDiff
} from "./chunk-SYNJ6LTT.js";
import {
  count,
  listed,
  oneLine
} from "./chunk-RJ5VNCEM.js";

// actions/lib/bump/show/result-text.ts
function bumpAnswer({ outcome, dryRun, sites, refusals, files }) {
  if (outcome === "refused") {
    return `Refused, nothing ${dryRun ? "would be" : "was"} written: ${refusals.length === 1 ? "1 reason" : `${refusals.length} reasons`}.`;
  }
  if (outcome === "already-there")
    return `Nothing to do: ${count(sites.length, "place")} ${sites.length === 1 ? "has" : "have"} it already.`;
  const changed = sites.filter((site) => site.changed).length;
  return `${dryRun ? "Would change" : "Changed"} ${count(changed, "place")} in ${count(files.length, "file")}.`;
}
function placeOf({ file, line, column }) {
  return [file, line, column].filter((part) => part !== void 0).join(":");
}
function renderBumpText(result, options) {
  const bold = (text) => options.color ? `\x1B[1m${text}\x1B[22m` : text;
  const lines = [bold(bumpAnswer(result)), ""];
  for (const refusal of result.refusals) {
    const place = placeOf(refusal);
    const image = refusal.image === "" ? "" : `${refusal.image}: `;
    const reason = oneLine(image + refusal.message);
    lines.push(place === "" ? `  ${reason}` : `  ${oneLine(place)}
    ${reason}`);
  }
  for (const site of result.sites) lines.push(`  ${oneLine(placeOf(site))}
    ${oneLine(describeSite(site))}`);
  if (result.notes.length > 0) lines.push("", ...result.notes.map((note) => `  note: ${oneLine(note)}`));
  if (options.diff && result.files.length > 0) lines.push("", renderDiff(result.files).trimEnd());
  return `${lines.join("\n").trimEnd()}
`;
}
function describeSite({ image, old, new: next, changed, applications }) {
  const through = applications.length === 0 ? "" : ` (${applications.join(", ")})`;
  return changed ? `${image}: ${old === "" ? "nothing" : old} \u2192 ${next}${through}` : `${image}: ${old} already${through}`;
}
function renderBumpJson({ outcome, dryRun, sites, refusals, notes, diff }) {
  return `${JSON.stringify({ version: 1, outcome, "dry-run": dryRun, sites, refusals, notes, diff }, null, 2)}
`;
}
function describeCall(requests, repository) {
  const images = requests.map(
    ({ image, version, from }) => `${image} ${from === void 0 ? `to ${showVersion(version)}` : `as in ${from}`}`
  );
  const scope = requests[0]?.scope;
  const where = [
    ...scope?.environments ?? [],
    ...scope?.applications ?? [],
    ...scope?.files ?? [],
    ...(scope?.targets ?? []).map(({ file, field }) => `${file}#${field}`)
  ];
  return oneLine(`Bump ${listed(images)} in ${listed(where)} of ${repository}`);
}

export {
  bumpAnswer,
  placeOf,
  renderBumpText,
  renderBumpJson,
  describeCall
};
