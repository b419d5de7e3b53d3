import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  locate
} from "./chunks/chunk-24XE2FVV.js";
import {
  answerLine,
  renderText
} from "./chunks/chunk-ISSNBQC5.js";
import {
  renderJson
} from "./chunks/chunk-GYRZ3XQV.js";
import {
  renderJunit
} from "./chunks/chunk-WSCCGFCW.js";
import {
  renderSarif
} from "./chunks/chunk-ZFMYF6HD.js";
import {
  judge
} from "./chunks/chunk-DI7TVKKM.js";
import "./chunks/chunk-2RFVUGA2.js";
import {
  descriptions
} from "./chunks/chunk-ROF7WIRR.js";
import {
  version
} from "./chunks/chunk-QMPZSGB6.js";
import "./chunks/chunk-KUXA54O7.js";
import "./chunks/chunk-ZO4UCZNK.js";
import "./chunks/chunk-NTJZ2C6H.js";
import "./chunks/chunk-FNMZNENR.js";
import {
  coverageInWords,
  headline,
  place,
  shortRevision
} from "./chunks/chunk-AKB3YNBQ.js";
import {
  countProblems,
  groupFindings,
  untoldGaps,
  weighs
} from "./chunks/chunk-I5D3UE5R.js";
import "./chunks/chunk-NFCCWYF2.js";
import "./chunks/chunk-Z6NCKDR5.js";
import "./chunks/chunk-KNEUNJ7M.js";
import {
  actionsLogger,
  annotate,
  defineOutputs,
  run,
  writeSummary
} from "./chunks/chunk-VAU6MW2Y.js";
import {
  choice,
  defineInputs,
  list,
  path,
  text
} from "./chunks/chunk-DH4ITXBW.js";
import {
  confinedPath
} from "./chunks/chunk-3WM4R74Q.js";
import "./chunks/chunk-RBUB3BDL.js";
import "./chunks/chunk-YJPHPFWU.js";
import "./chunks/chunk-RDPHONAS.js";
import "./chunks/chunk-XQ555Z5O.js";
import "./chunks/chunk-UNCBMZAL.js";
import {
  code,
  escapeMarkdown,
  row,
  tableHead
} from "./chunks/chunk-YXTR65BP.js";
import "./chunks/chunk-4ACD63CK.js";
import {
  clip,
  count,
  listed,
  oneLine
} from "./chunks/chunk-RJ5VNCEM.js";
import "./chunks/chunk-LFBZ2KVQ.js";
import {
  UserError,
  errorMessage
} from "./chunks/chunk-XKMBV7AT.js";
import "./chunks/chunk-T3T4D65W.js";

// actions/validate/inputs.ts
import { join } from "node:path";
var revision = {
  ...text(),
  allowed: 'a commit, branch or tag: one word that does not begin with "-"',
  parse: (value) => /^[^-\s]\S*$/.test(value) ? value : void 0
};
var reportFile = {
  ...path(),
  allowed: "a path inside the workspace or the temporary folder of the runner",
  parse: (value, { workspace }) => {
    const temporary = process.env.RUNNER_TEMP;
    return confinedPath(workspace, value) ?? (temporary ? confinedPath(temporary, value) : void 0);
  }
};
var inputs = defineInputs({
  path: path({ default: "." }),
  base: revision,
  head: revision,
  "kubernetes-versions": list({ each: /^1\.\d{1,3}$/, allowed: "minors such as `1.35, 1.36`" }),
  "fail-on": choice(["new", "any", "never"], { default: "new" }),
  "json-file": reportFile,
  "sarif-file": reportFile,
  "junit-file": reportFile
});
var outputs = defineOutputs({
  verdict: "unjudged",
  errors: "0",
  warnings: "0",
  notes: "0",
  new: "0",
  known: "0",
  fixed: "0",
  applications: "0",
  objects: "0",
  "objects-checked": "0",
  "json-file": "",
  "sarif-file": "",
  "junit-file": ""
});
function readInputs(environment = process.env) {
  const read = inputs.read(environment);
  const folder = join(environment.RUNNER_TEMP || read.path, "seaworthy");
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_SHA: commit } = environment;
  const { GITHUB_BASE_REF: base, GITHUB_HEAD_REF: head, GITHUB_REF: ref } = environment;
  const pushed = ref?.startsWith("refs/heads/") ? ref.slice("refs/heads/".length) : void 0;
  return {
    ...read,
    repositoryNames: repository ? [repository] : [],
    branches: [base, head, pushed].flatMap((name) => name ? [name] : []),
    jsonFile: read.jsonFile ?? join(folder, "report.json"),
    sarifFile: read.sarifFile ?? join(folder, "report.sarif"),
    junitFile: read.junitFile ?? join(folder, "report.xml"),
    repositoryPlace: server && repository && commit ? { server, repository, commit } : void 0
  };
}

// actions/lib/report/annotations.ts
var messageLimit = 1e3;
function toAnnotations(report, limit = 10) {
  const groups = groupFindings(report.findings).filter(({ finding }) => weighs(report, finding));
  const shown = groups.slice(0, limit).map(toAnnotation);
  return { shown, leftOut: groups.length - shown.length };
}
function toAnnotation({ finding, applications }) {
  const { kubernetesVersions: versions, at } = finding;
  const context = [
    ...applications.length === 0 ? [] : [`Deployed through ${listed(applications.map(oneLine))}.`],
    ...versions === void 0 ? [] : [`Only on Kubernetes ${versions.join(", ")}.`]
  ];
  const message = oneLine(clip(finding.message, messageLimit));
  return {
    ...at,
    severity: finding.severity,
    title: `Seaworthy: ${finding.rule}`,
    message: context.length === 0 ? message : `${message}
${context.join(" ")}`
  };
}

// actions/lib/report/summary.ts
var defaultLimit = 1024 * 1024 - 64 * 1024;
function renderSummary(report, options = {}) {
  const { verdict, sentence } = headline(report);
  let text2 = `## ${verdict}: ${escapeMarkdown(sentence)}
`;
  let room = (options.limit ?? defaultLimit) - Buffer.byteLength(text2);
  for (const section of sections(report, options.link)) {
    const rendered = renderSection(section, room);
    room -= Buffer.byteLength(rendered);
    text2 += rendered;
  }
  const facts = factLine(report);
  return facts.length > room ? text2 : `${text2}
${facts}
`;
}
function sections(report, link) {
  const groups = groupFindings(report.findings);
  const gaps = untoldGaps(report);
  const problems = (title, folded, list2) => ({
    title: `${title} (${list2.length.toLocaleString("en-US")})`,
    folded,
    columns: ["", "Where", "Problem", "Rule", "Through"],
    rows: list2.map((group) => problemRow(group, link))
  });
  const weighing = groups.filter(({ finding }) => weighs(report, finding));
  const known = groups.filter(({ finding }) => !weighs(report, finding));
  const all = [
    problems(report.base === void 0 || report.failOn !== "new" ? "To mend" : "New", false, weighing),
    {
      title: `Not judged (${gaps.length.toLocaleString("en-US")})`,
      folded: false,
      columns: ["Application", "Why", "Where"],
      rows: gaps.map(
        ({ application, reason, at }) => row([code(application), escapeMarkdown(reason), at === void 0 ? "" : linked(at, link)])
      )
    },
    problems("Known before, not counted", true, known),
    problems("Mended", true, groupFindings(report.fixed)),
    problems("Covered by exemptions", true, groupFindings(report.exempted)),
    {
      title: `Applications (${report.applications.length.toLocaleString("en-US")})`,
      folded: true,
      columns: ["Application", "Project", "Destination", "Objects", "Judged", "Change"],
      rows: report.applications.map(
        (application) => row([
          code(application.name),
          code(application.project),
          code([application.destination.cluster, application.destination.namespace ?? ""].join(" ").trim()),
          application.objects.toLocaleString("en-US"),
          application.judged ? "yes" : "**no**",
          application.change ?? ""
        ])
      )
    }
  ];
  return all.filter(({ rows }) => rows.length > 0);
}
function problemRow({ finding, applications }, link) {
  const versions = finding.kubernetesVersions;
  const only = versions === void 0 ? "" : ` (only on Kubernetes ${escapeMarkdown(versions.join(", "))})`;
  const through = applications.slice(0, 5).map((name) => code(name, 100));
  const rest = applications.length > 5 ? [`${applications.length - 5} more`] : [];
  return row([
    finding.severity,
    linked(finding.at, link),
    escapeMarkdown(finding.message) + only,
    code(finding.rule),
    [...through, ...rest].join(", ")
  ]);
}
function linked(at, link) {
  const address = link?.(at);
  const text2 = code(place(at));
  return address === void 0 || text2 === "" ? text2 : `[${text2}](${address})`;
}
function renderSection(section, room) {
  const title = section.folded ? `
<details><summary>${section.title}</summary>
` : `
### ${section.title}
`;
  const head = `${title}
${tableHead(section.columns)}
`;
  const tail = section.folded ? "\n</details>\n" : "";
  const notice = (left2) => `
${count(left2, "row")} left out: over the limit of a step summary. The report files have all.
`;
  let left = room - Buffer.byteLength(head + tail + notice(section.rows.length));
  if (left < 0) return "";
  const kept = [];
  for (const line of section.rows) {
    left -= Buffer.byteLength(line) + 1;
    if (left < 0) break;
    kept.push(line);
  }
  const missing = section.rows.length - kept.length;
  return `${head}${kept.map((line) => `${line}
`).join("")}${missing > 0 ? notice(missing) : ""}${tail}`;
}
function factLine(report) {
  const { head, base } = report;
  const facts = [
    coverageInWords(report),
    ...head.revision === void 0 ? [] : [`commit ${code(shortRevision(head.revision))}`],
    ...base === void 0 ? [] : [`compared with ${code(shortRevision(base.revision))}`]
  ];
  return `${facts.join(", ")}.`;
}

// actions/validate/github-link.ts
function linkTo({ server, repository, commit }, at) {
  const encode = (part) => encodeURIComponent(part.toWellFormed()).replace(
    /[()!'*~]/g,
    (character) => `%${character.charCodeAt(0).toString(16)}`
  );
  const path2 = at.file.split("/").map(encode).join("/");
  return `${server}/${repository}/blob/${encode(commit)}/${path2}?plain=1${at.line === void 0 ? "" : `#L${at.line}`}`;
}

// actions/validate/progress.ts
function phaseLog(info, now = () => performance.now()) {
  let current;
  let started = now();
  const end = () => {
    if (current === void 0) return;
    const { phase, done, total } = current;
    const amount = total > 1 ? `: ${done === total ? total : `${done} of ${total}`}` : "";
    info(`${phase}${amount} (${((now() - started) / 1e3).toFixed(1)} s)`);
    current = void 0;
    started = now();
  };
  const onProgress = (event) => {
    if (current !== void 0 && current.phase !== event.phase) end();
    current = event;
  };
  return { onProgress, end };
}

// actions/validate/report-files.ts
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
function writeReportFiles(report, files) {
  write("json-file", files.jsonFile, renderJson(report));
  write(
    "sarif-file",
    files.sarifFile,
    renderSarif(report, { rules: descriptions, toolVersion: version, codeScanning: true })
  );
  write("junit-file", files.junitFile, renderJunit(report));
}
function write(input, file, text2) {
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text2);
  } catch (cause) {
    const next = `name another place with the input \`${input}\``;
    throw new UserError(`The report cannot be written: ${errorMessage(cause)}`, { where: file, next, cause });
  }
}

// actions/validate/main.ts
async function main(judgeWith = judge) {
  const inputs2 = readInputs();
  const log = actionsLogger();
  const report = await log.group("Render and check", async () => {
    const phases = phaseLog(log.info);
    const { base, head, failOn, kubernetesVersions, repositoryNames, branches } = inputs2;
    const result = await judgeWith({
      ...locate(inputs2.path),
      ...base !== void 0 && { base },
      ...head !== void 0 && { head },
      ...kubernetesVersions.length > 0 && { kubernetesVersions },
      failOn,
      repositoryNames,
      branches,
      onProgress: phases.onProgress
    });
    phases.end();
    return result;
  });
  log.info(renderText(report, { color: true, more: `All details: ${inputs2.jsonFile}` }));
  writeReportFiles(report, inputs2);
  outputs.set(outputsOf(report, inputs2));
  const { repositoryPlace: place2 } = inputs2;
  const commit = inputs2.head === void 0 ? place2?.commit : report.head.revision;
  writeSummary(
    renderSummary(report, {
      link: place2 === void 0 || commit === void 0 ? void 0 : (at) => linkTo({ ...place2, commit }, at)
    })
  );
  const { shown, leftOut } = toAnnotations(report);
  annotate(shown);
  if (leftOut > 0) log.info(`${count(leftOut, "more problem")} without an annotation: see the summary of this step.`);
  if (fails(report)) throw new UserError(answerLine(report), { next: "see the summary of this step" });
}
var fails = ({ verdict, failOn }) => verdict !== "fit" && failOn !== "never";
function outputsOf(report, { jsonFile, sarifFile, junitFile }) {
  const { errors, warnings, notes, new: fresh, known, fixed } = countProblems(report);
  return {
    verdict: report.verdict,
    errors,
    warnings,
    notes,
    new: fresh,
    known,
    fixed,
    applications: report.coverage.applications,
    objects: report.coverage.objects,
    "objects-checked": report.coverage.objectsChecked,
    "json-file": jsonFile,
    "sarif-file": sarifFile,
    "junit-file": junitFile
  };
}

// actions/validate/index.ts
await run(main, outputs);
