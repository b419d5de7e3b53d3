import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  debug,
  error,
  group,
  info,
  notice,
  setOutput,
  warning
} from "./chunk-DH4ITXBW.js";
import {
  describeFailure
} from "./chunk-XKMBV7AT.js";

// actions/lib/toolkit/run.ts
var lingerMs = 5e3;
async function run(main, outputs) {
  let reported = false;
  const report = (error2) => {
    process.exitCode = 1;
    if (reported) return;
    reported = true;
    const text = describeFailure(error2);
    if (process.env.GITHUB_ACTIONS === "true") error(text);
    else process.stderr.write(`error: ${text}
`);
  };
  process.once("uncaughtException", (error2) => {
    report(error2);
    process.exit();
  });
  try {
    outputs?.setDefaults();
    await main();
  } catch (error2) {
    report(error2);
  }
  setTimeout(() => process.exit(), lingerMs).unref();
}

// actions/lib/toolkit/outputs.ts
function defineOutputs(defaults) {
  const write = (values) => {
    if (!process.env.GITHUB_OUTPUT) return;
    for (const [name, value] of Object.entries(values)) setOutput(name, value);
  };
  return { defaults, setDefaults: () => write(defaults), set: write };
}

// actions/lib/toolkit/actions-logger.ts
function actionsLogger() {
  return {
    info: (message) => info(message),
    warning: (message) => warning(message),
    debug: (message) => debug(message),
    group: (title, work) => group(title, work)
  };
}

// actions/lib/toolkit/surfaces.ts
import { appendFileSync, statSync } from "node:fs";
var annotationLimit = 10;
var summaryLimitBytes = 1024 * 1024;
var rank = { error: 0, warning: 1, note: 2 };
var emit = { error, warning, note: notice };
function annotate(annotations, limit = annotationLimit) {
  const worst = [...annotations].sort((a, b) => rank[a.severity] - rank[b.severity]).slice(0, limit);
  for (const { severity, message, line, column, ...rest } of worst) {
    const oneLine = rest.endLine === void 0 || rest.endLine === line;
    emit[severity](message, {
      ...rest.title !== void 0 && { title: rest.title },
      ...rest.file !== void 0 && { file: rest.file },
      ...line !== void 0 && { startLine: line },
      ...rest.endLine !== void 0 && { endLine: rest.endLine },
      ...column !== void 0 && oneLine && { startColumn: column },
      ...rest.endColumn !== void 0 && oneLine && { endColumn: rest.endColumn }
    });
  }
  return annotations.length - worst.length;
}
function writeSummary(markdown) {
  const file = process.env.GITHUB_STEP_SUMMARY;
  if (!file) return;
  const used = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  appendFileSync(file, truncateMarkdown(markdown, summaryLimitBytes - used));
}
function truncateMarkdown(markdown, limit) {
  const bytes = Buffer.from(markdown);
  if (bytes.length <= limit) return markdown;
  const notice2 = "\n\n> Cut here: the rest is over the limit of a step summary. The report files have all of it.\n";
  const room = limit - Buffer.byteLength(notice2);
  if (room <= 0) return "";
  const end = bytes.lastIndexOf(10, room);
  return end < 0 ? notice2 : bytes.subarray(0, end).toString("utf8") + notice2;
}

export {
  run,
  defineOutputs,
  actionsLogger,
  annotate,
  writeSummary
};
