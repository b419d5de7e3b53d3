import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/toolkit/exec.ts
import { spawn } from "node:child_process";
var ToolError = class extends UserError {
  name = "ToolError";
  /** Undefined when the tool did not end by itself. */
  exitCode;
  stderr;
  constructor(what, at, next, result = {}) {
    super(what, { where: at, next });
    this.exitCode = result.exitCode;
    this.stderr = result.stderr ?? "";
  }
};
var inheritedVariables = [
  "PATH",
  "HOME",
  "TMPDIR",
  "LANG",
  "LC_ALL",
  "TZ",
  "RUNNER_TEMP",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR"
];
var defaultTimeoutMs = 10 * 60 * 1e3;
var defaultMaxOutputBytes = 16 * 1024 * 1024;
var graceMs = 2e3;
function toolEnvironment(inherit = [], env = {}) {
  const names = [...inheritedVariables, ...inherit];
  const inherited = names.flatMap(
    (name) => process.env[name] === void 0 ? [] : [[name, process.env[name]]]
  );
  return { ...Object.fromEntries(inherited), ...env };
}
function displayCommand(tool, args, secrets = []) {
  const quote = (word) => /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
  return [tool, ...args].map((word) => quote(scrub(word, secrets))).join(" ");
}
function scrub(text, secrets) {
  const longestFirst = secrets.filter((secret) => secret !== "").sort((a, b) => b.length - a.length);
  return longestFirst.reduce((result, secret) => result.replaceAll(secret, "***"), text);
}
async function runTool(request) {
  const {
    secrets = [],
    acceptExitCodes = [0],
    maxOutputBytes = defaultMaxOutputBytes,
    timeoutMs = defaultTimeoutMs
  } = request;
  const display = displayCommand(request.tool, request.args, secrets);
  const started = performance.now();
  const child = spawn(request.tool, request.args, {
    cwd: request.cwd,
    env: toolEnvironment(request.inherit, request.env),
    stdio: ["pipe", "pipe", "pipe"],
    detached: true
  });
  let stopped;
  let killer;
  const signal = (name) => {
    try {
      if (child.pid !== void 0) process.kill(-child.pid, name);
    } catch {
    }
  };
  const stop = (what, next) => {
    if (stopped !== void 0) return;
    stopped = new ToolError(what, display, next);
    signal("SIGTERM");
    killer = setTimeout(() => signal("SIGKILL"), graceMs);
  };
  const timer = setTimeout(
    () => stop(`${request.tool} did not end within ${timeoutMs / 1e3} s and was stopped.`, "find out what it waits for"),
    timeoutMs
  );
  const interrupt = (name) => {
    stopped ??= new ToolError(
      `${request.tool} was interrupted (${name}).`,
      display,
      "start it again if this was not meant"
    );
    signal(name);
  };
  process.on("SIGINT", interrupt).on("SIGTERM", interrupt);
  const collect = (stream, name) => {
    const chunks = [];
    let size = 0;
    stream.on("data", (chunk) => {
      size += chunk.length;
      if (size <= maxOutputBytes) chunks.push(chunk);
      else
        stop(
          `${request.tool} wrote more than ${maxOutputBytes} bytes to ${name} and was stopped.`,
          "narrow what it is asked for"
        );
    });
    return () => Buffer.concat(chunks).toString("utf8");
  };
  const stdout = collect(child.stdout, "stdout");
  const stderr = collect(child.stderr, "stderr");
  child.stdin.on("error", () => {
  });
  child.stdin.end(request.stdin);
  try {
    const exitCode = await new Promise((resolve, reject) => {
      child.once("error", (error) => reject(startError(request, display, error)));
      child.once("close", (code, by) => resolve(code ?? 128 + (by === "SIGKILL" ? 9 : 15)));
    });
    if (stopped !== void 0) throw stopped;
    const result = {
      exitCode,
      stdout: stdout(),
      stderr: scrub(stderr(), secrets),
      durationMs: performance.now() - started
    };
    if (acceptExitCodes.includes(exitCode)) return result;
    const said = result.stderr.trim().split("\n").slice(-20).join("\n");
    throw new ToolError(
      `${request.tool} failed with exit code ${exitCode}.`,
      display,
      said === "" ? "it said nothing on stderr" : `it said:
${said}`,
      result
    );
  } finally {
    clearTimeout(timer);
    clearTimeout(killer);
    process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
  }
}
function startError(request, display, error) {
  if (error.code !== "ENOENT")
    return new ToolError(`${request.tool} could not be started: ${error.message}`, display, "see the message");
  const next = request.cwd === void 0 ? "install it, or put it on PATH" : `install it, or put it on PATH; and check that ${request.cwd} exists`;
  return new ToolError(`${request.tool} was not found.`, display, next);
}

export {
  toolEnvironment,
  displayCommand,
  runTool,
  startError
};
