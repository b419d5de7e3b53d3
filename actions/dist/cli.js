#!/usr/bin/env node
import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  exitCodes
} from "./chunks/chunk-INY6RX63.js";
import {
  version
} from "./chunks/chunk-QMPZSGB6.js";
import {
  nearest
} from "./chunks/chunk-LFBZ2KVQ.js";
import {
  UserError
} from "./chunks/chunk-XKMBV7AT.js";
import "./chunks/chunk-YSH2IDXS.js";

// actions/cli/arguments.ts
import { parseArgs } from "node:util";
var commonOptions = {
  color: { type: "boolean", help: "" },
  "no-color": { type: "boolean", help: "Text without colour. So does NO_COLOR; FORCE_COLOR does the opposite." },
  help: { type: "boolean", short: "h", help: "Show this." }
};
var visible = (options) => Object.entries(options).filter(([, { help }]) => help !== "");
function readArguments(name, command, argv2) {
  const options = { ...command.options, ...commonOptions };
  const { tokens, positionals } = parseArgs({
    args: [...argv2],
    options: Object.fromEntries(
      Object.entries(options).map(([option, { type, short }]) => [option, { type, ...short && { short } }])
    ),
    strict: false,
    allowPositionals: true,
    tokens: true
  });
  const help = `\`seaworthy ${name} --help\` lists what it takes`;
  const values = {};
  const lists = {};
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const spec = Object.hasOwn(options, token.name) ? options[token.name] : void 0;
    if (spec === void 0) throw unknownOption(token.rawName, Object.keys(options), help);
    const value = token.inlineValue === false && /^-./.test(token.value) ? void 0 : token.value;
    const read = readValue(token.rawName, spec, value, help);
    if (spec.multiple === true) lists[token.name] = [...lists[token.name] ?? [], String(read)];
    else values[token.name] = read;
  }
  const extra = positionals[command.maxPositionals];
  if (extra !== void 0) {
    const next = repeatHint(tokens, options, command.maxPositionals) ?? help;
    throw new UserError(`"${extra}" is one argument too many.`, { next });
  }
  return { values, positionals, lists };
}
function repeatHint(tokens, options, allowed) {
  const positions = tokens.flatMap(({ kind }, index) => kind === "positional" ? [index] : []);
  const before = tokens.slice(0, positions[allowed]).findLast(({ kind }) => kind !== "positional");
  if (before?.kind !== "option" || options[before.name]?.multiple !== true) return void 0;
  return `repeat the option: ${before.rawName} before each of them`;
}
function readValue(rawName, spec, value, help) {
  if (spec.type === "boolean") {
    if (value === void 0) return true;
    throw new UserError(`${rawName} takes no value, but was given "${value}".`, { next: help });
  }
  if (value === void 0 || value === "")
    throw new UserError(`${rawName} needs a value: ${rawName} ${spec.value}.`, { next: help });
  if (spec.choices?.includes(value) === false) {
    const meant = nearest(value, spec.choices);
    const next = meant === void 0 ? `use one of ${spec.choices.join(", ")}` : `did you mean ${meant}? It takes ${spec.choices.join(", ")}`;
    throw new UserError(`${rawName} does not take "${value}".`, { next });
  }
  return value;
}
function unknownOption(rawName, known, help) {
  const meant = rawName.startsWith("--") ? meantOption(rawName.slice(2), known) : void 0;
  return new UserError(`There is no option ${rawName}.`, {
    next: meant === void 0 ? help : `did you mean --${meant}? ${help}`
  });
}
function meantOption(name, known) {
  const [first, ...others] = name.length < 2 ? [] : known.filter((one) => one.startsWith(name));
  return first !== void 0 && others.length === 0 ? first : nearest(name, known);
}

// actions/cli/commands.ts
var commands = {
  check: {
    summary: "Judge what Argo CD would deploy from a repository.",
    load: async () => (await import("./chunks/check-Z2D5KYDP.js")).check
  },
  bump: {
    summary: "Set the version of an image in the working tree.",
    load: async () => (await import("./chunks/bump-RCHAUZ7H.js")).bump
  }
};

// actions/cli/help.ts
function programHelp(commands2) {
  const rows = Object.entries(commands2).map(([name, { summary }]) => [name, summary]);
  return `Seaworthy tells whether a GitOps repository is fit to sail: what Argo CD would deploy
from it, whether the API server would accept that, and where to mend it.

Usage: seaworthy <command> [options]

Commands:
${columns(rows)}

Options:
${columns([
    ["-h, --help", "Show this, or the help of a command after its name."],
    ["-V, --version", "Show the version."]
  ])}

Exit codes: 0 done or fit, 1 refused or not fit, 2 wrong use or nothing could be judged.
`;
}
function commandHelp(command) {
  const rows = visible({ ...command.options, ...commonOptions }).map(
    ([name, spec]) => [flag(name, spec), sentence(spec)]
  );
  const notes = command.notes === void 0 ? "" : `
${command.notes}
`;
  return `${command.description}

Usage: seaworthy ${command.usage}

Options:
${columns(rows)}
${notes}`;
}
var flag = (name, { short, value }) => `${short === void 0 ? "    " : `-${short}, `}--${name}${value === void 0 ? "" : ` ${value}`}`;
var sentence = ({ help, choices, multiple }) => [
  help,
  ...choices === void 0 ? [] : [`One of ${choices.join(", ")}.`],
  ...multiple === true ? ["May be repeated."] : []
].join(" ");
function columns(rows) {
  const left = Math.max(...rows.map(([first]) => first.length)) + 4;
  return rows.flatMap(
    ([first, second]) => breakLines(second, 80 - left).map((line, index) => (index === 0 ? `  ${first}` : "").padEnd(left) + line)
  ).join("\n");
}
function breakLines(text, width) {
  const lines = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== void 0 && last.length + 1 + word.length <= width) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

// actions/cli/main.ts
async function main(argv2, terminal, commands2 = commands) {
  try {
    return await dispatch(argv2, terminal, commands2);
  } catch (error) {
    terminal.warn(`seaworthy: ${describe(error)}
`);
    return exitCodes.wrong;
  }
}
async function dispatch(argv2, terminal, commands2) {
  const [name, ...rest] = argv2;
  if (name === void 0) {
    terminal.warn(programHelp(commands2));
    return exitCodes.wrong;
  }
  if (name === "--version" || name === "-V") return print(terminal, `${version}
`);
  if (name === "--help" || name === "-h") return print(terminal, programHelp(commands2));
  if (name === "help")
    return dispatch(rest.length === 0 ? ["--help"] : [...rest.slice(0, 1), "--help"], terminal, commands2);
  const entry = Object.hasOwn(commands2, name) ? commands2[name] : void 0;
  if (entry === void 0) throw unknownCommand(name, Object.keys(commands2));
  const command = await entry.load();
  if (beforeSeparator(rest).some((word) => word === "--help" || word === "-h"))
    return print(terminal, commandHelp(command));
  return command.run(readArguments(name, command, rest), terminal);
}
async function print(terminal, text) {
  await terminal.write(text);
  return exitCodes.fit;
}
var beforeSeparator = (words) => words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
function unknownCommand(name, known) {
  const help = "`seaworthy --help` lists the commands";
  if (name.startsWith("-"))
    return new UserError(`The command comes first, before ${name}.`, {
      next: `for instance \`seaworthy check ${name}\`; ${help}`
    });
  const meant = nearest(name, known);
  const next = meant === void 0 ? help : `did you mean ${meant}? ${help}`;
  return new UserError(`There is no command "${name}".`, { next });
}
function describe(error) {
  if (error instanceof UserError) return error.message;
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  return `this is a bug in Seaworthy, please report it with these lines.
${detail}`;
}

// actions/cli/process-terminal.ts
function processTerminal(argv2, environment) {
  const { stdout, stderr } = process;
  return {
    cwd: process.cwd(),
    write: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
    warn: (text) => void stderr.write(text),
    color: wantsColor({ argv: argv2, environment, isTerminal: stdout.isTTY === true }),
    width: stdout.isTTY ? stdout.columns || 80 : void 0,
    interactive: stderr.isTTY === true && environment.TERM !== "dumb"
  };
}
function wantsColor(given) {
  const { NO_COLOR, FORCE_COLOR, TERM } = given.environment;
  if (given.argv.includes("--no-color")) return false;
  if (given.argv.includes("--color")) return true;
  if (NO_COLOR) return false;
  if (FORCE_COLOR !== void 0) return !["0", "false", "no"].includes(FORCE_COLOR);
  return given.isTerminal && TERM !== "dumb";
}

// actions/cli/index.ts
var argv = process.argv.slice(2);
process.stdout.on("error", (error) => {
  if (error.code === "EPIPE") return;
  process.stderr.write(`seaworthy: The report cannot be written: ${error.message}
`);
  process.exit(2);
});
process.stderr.on("error", () => {
});
for (const [signal, code] of [
  ["SIGINT", 130],
  ["SIGTERM", 143]
]) {
  process.once(signal, () => {
    if (process.stderr.isTTY) process.stderr.write("\r\x1B[K");
    process.exit(code);
  });
}
process.exit(await main(argv, processTerminal(argv, process.env)));
