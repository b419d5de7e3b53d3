import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  exitCodes
} from "./chunk-INY6RX63.js";
import {
  UserError,
  errorMessage
} from "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";

// actions/cli/check.ts
import { writeFileSync } from "node:fs";
import { resolve } from "node:path";
var formats = ["text", "json", "sarif", "junit"];
var failOns = ["new", "any", "never"];
var check = {
  usage: "check [PATH] [options]",
  description: "Renders what Argo CD would deploy from the repository that PATH (default: here) is in,\nand checks it as the API server would.",
  maxPositionals: 1,
  options: {
    base: { type: "string", value: "REV", help: "Compare with this commit: what it has already does not count." },
    head: { type: "string", value: "REV", help: "Judge this commit instead of the working tree." },
    format: { type: "string", short: "f", value: "FORM", choices: formats, help: "Form of the report." },
    "fail-on": {
      type: "string",
      value: "WHICH",
      choices: failOns,
      help: "Which errors make the exit code 1. Without --base new means any."
    },
    "kubernetes-versions": {
      type: "string",
      value: "LIST",
      help: "Kubernetes minors to check against, such as 1.35,1.36."
    },
    output: {
      type: "string",
      short: "o",
      value: "FILE",
      help: "Write the report there; the first line still goes to stderr, unless --quiet."
    },
    quiet: { type: "boolean", short: "q", help: "No progress; of the text only the first line." }
  },
  notes: `Examples:
  seaworthy check                          this folder, as it is
  seaworthy check --base origin/main       what my branch adds
  seaworthy check gitops -f sarif -o report.sarif

Exit codes: 0 fit (or --fail-on never), 1 not fit, 2 wrong use or nothing could be judged.`,
  run: async (given, terminal) => {
    const { judge } = await import("./judge-65VWL5PL.js");
    return runCheck(given, terminal, judge);
  }
};
async function runCheck({ values, positionals }, terminal, judge) {
  const [{ locate }, { progressLine }] = await Promise.all([
    import("./repository-E4DXTB32.js"),
    import("./progress-JUTBMQJJ.js")
  ]);
  const quiet = values.quiet === true;
  const progress = progressLine(terminal, quiet);
  const failOn = failOns.find((which) => which === values["fail-on"]);
  const versions = readVersions(values["kubernetes-versions"]);
  const base = readRevision("base", values.base);
  const head = readRevision("head", values.head);
  const place = locate(resolve(terminal.cwd, positionals[0] ?? "."));
  let report;
  try {
    report = await judge({
      ...place,
      ...base !== void 0 && { base },
      ...head !== void 0 && { head },
      ...versions !== void 0 && { kubernetesVersions: versions },
      ...failOn !== void 0 && { failOn },
      onProgress: progress.show
    });
  } finally {
    progress.clear();
  }
  await deliver(report, { format: String(values.format ?? "text"), output: values.output, quiet }, terminal);
  return exitCode(report);
}
async function deliver(report, { format, output, quiet }, terminal) {
  const toFile = typeof output === "string";
  const text = await render(report, format, quiet, toFile ? { ...terminal, color: false, width: void 0 } : terminal);
  if (!toFile) return terminal.write(text);
  const file = resolve(terminal.cwd, output);
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new UserError(`The report cannot be written: ${errorMessage(cause)}`, {
      where: file,
      next: "name another file with --output",
      cause
    });
  }
  const { answerLine } = await import("./text-665XHTJA.js");
  if (!quiet) terminal.warn(`${answerLine(report)}
`);
}
async function render(report, format, quiet, { color, width }) {
  if (format === "json") return (await import("./json-U5ITVWEM.js")).renderJson(report);
  if (format === "junit") return (await import("./junit-QQJL25DM.js")).renderJunit(report);
  if (format === "sarif") {
    const [{ renderSarif }, { descriptions }, { version }] = await Promise.all([
      import("./sarif-NQKEPR33.js"),
      import("./rules-5P45JC5Y.js"),
      import("./version-KHW4ZGNG.js")
    ]);
    return renderSarif(report, { rules: descriptions, toolVersion: version, codeScanning: false });
  }
  const { answerLine, renderText } = await import("./text-665XHTJA.js");
  return quiet ? `${answerLine(report)}
` : renderText(report, { color, width });
}
function exitCode({ verdict, failOn }) {
  if (verdict === "unjudged") return exitCodes.wrong;
  return verdict === "unfit" && failOn !== "never" ? exitCodes.unfit : exitCodes.fit;
}
function readVersions(value) {
  if (typeof value !== "string") return void 0;
  const versions = value.split(",").map((version) => version.trim());
  const wrong = versions.find((version) => !/^1\.\d{1,3}$/.test(version));
  if (wrong === void 0) return versions;
  throw new UserError(`--kubernetes-versions does not take "${wrong}".`, { next: "name minors, such as 1.35,1.36" });
}
function readRevision(option, value) {
  if (typeof value !== "string") return void 0;
  if (/^[^-\s]\S*$/.test(value)) return value;
  throw new UserError(`--${option} does not take "${value}".`, { next: "name a commit, branch or tag" });
}
export {
  check,
  runCheck
};
