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
import "./chunks/chunk-T3T4D65W.js";

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
    load: async () => (await import("./chunks/check-YL2DVLK6.js")).check
  },
  bump: {
    summary: "Set the version of an image in the working tree.",
    load: async () => (await import("./chunks/bump-7TOYW6SK.js")).bump
  },
  terraform: {
    summary: "Plan Terraform and OpenTofu roots, and judge plans.",
    description: "What a pull request is told of its Terraform and OpenTofu roots, on your machine.",
    commands: {
      plan: {
        summary: "Plan the roots of a clone, and judge the plans.",
        load: async () => (await import("./chunks/plan-IE5CW5L4.js")).plan
      },
      explain: {
        summary: "Judge a plan that exists already.",
        load: async () => (await import("./chunks/explain-52Z26TSX.js")).explain
      },
      open: {
        summary: "Open a sealed plan of a workflow run.",
        load: async () => (await import("./chunks/open-3OAZZLQF.js")).open
      }
    }
  }
};

// actions/cli/help.ts
function programHelp(commands2) {
  return `Seaworthy tells whether a GitOps repository is fit to sail: what Argo CD would deploy
from it, whether the API server would accept that, and where to mend it.

Usage: seaworthy <command> [options]

Commands:
${columns(summaries(commands2))}

Options:
${columns([
    ["-h, --help", "Show this, or the help of a command after its name."],
    ["-V, --version", "Show the version."]
  ])}

Exit codes: 0 done or fit, 1 refused or not fit, 2 wrong use or nothing could be judged.
`;
}
function groupHelp(name, { description, commands: commands2 }) {
  return `${description}

Usage: seaworthy ${name} <command> [options]

Commands:
${columns(summaries(commands2))}

\`seaworthy help ${name} <command>\` tells more of each.
`;
}
var summaries = (commands2) => Object.entries(commands2).map(([name, { summary }]) => [name, summary]);
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
    const [first] = argv2;
    if (first === "--version" || first === "-V") return await print(terminal, `${version}
`);
    return await dispatch(argv2, terminal, { path: [], commands: commands2, help: programHelp(commands2) });
  } catch (error) {
    terminal.warn(`seaworthy: ${describe(error)}
`);
    return exitCodes.wrong;
  }
}
async function dispatch(argv2, terminal, level) {
  const [word, ...rest] = argv2;
  if (word === void 0) {
    terminal.warn(level.help);
    return exitCodes.wrong;
  }
  if (word === "--help" || word === "-h") return print(terminal, level.help);
  if (word === "help") {
    const words = rest.filter((one) => !one.startsWith("-"));
    return dispatch([...words, "--help"], terminal, level);
  }
  const entry = Object.hasOwn(level.commands, word) ? level.commands[word] : void 0;
  if (entry === void 0) throw unknownCommand(word, level);
  const path = [...level.path, word];
  const name = path.join(" ");
  if ("commands" in entry)
    return dispatch(rest, terminal, { path, commands: entry.commands, help: groupHelp(name, entry) });
  const command = await entry.load();
  if (beforeSeparator(rest).some((one) => one === "--help" || one === "-h"))
    return print(terminal, commandHelp(command));
  return command.run(readArguments(name, command, rest), terminal);
}
async function print(terminal, text) {
  await terminal.write(text);
  return exitCodes.fit;
}
var beforeSeparator = (words) => words.includes("--") ? words.slice(0, words.indexOf("--")) : words;
function unknownCommand(word, { path, commands: commands2 }) {
  const known = Object.keys(commands2);
  const named = (last) => [...path, last].join(" ");
  const help = `\`seaworthy ${named("--help")}\` lists the commands`;
  if (word.startsWith("-")) {
    const example = named(known[0] ?? "");
    return new UserError(`The command comes first, before ${word}.`, {
      next: `for instance \`seaworthy ${example} ${word}\`; ${help}`
    });
  }
  const meant = nearest(word, known);
  const next = meant === void 0 ? help : `did you mean ${named(meant)}? ${help}`;
  return new UserError(`There is no command "${named(word)}".`, { next });
}
function describe(error) {
  if (error instanceof UserError) return error.message;
  const detail = error instanceof Error ? error.stack ?? error.message : String(error);
  return `this is a bug in Seaworthy, please report it with these lines.
${detail}`;
}

// actions/cli/process-terminal.ts
function processTerminal(argv2, environment, holdSignals) {
  const { stdout, stderr } = process;
  return {
    cwd: process.cwd(),
    write: (text) => new Promise((resolve) => stdout.write(text, () => resolve())),
    warn: (text) => void stderr.write(text),
    color: wantsColor({ argv: argv2, environment, isTerminal: stdout.isTTY === true }),
    width: stdout.isTTY ? stdout.columns || 80 : void 0,
    interactive: stderr.isTTY === true && environment.TERM !== "dumb",
    environment,
    input: () => process.stdin,
    holdSignals
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

// actions/cli/signals.ts
var exitCodes2 = { SIGHUP: 129, SIGINT: 130, SIGTERM: 143 };
function createSignals(end, say) {
  let held;
  let first;
  return {
    receive: (name) => {
      if (held === void 0) return end(exitCodes2[name]);
      if (first !== void 0) return say("Ending already: what runs is waited for, so that no lock is left behind.\n");
      first = name;
      held.abort(name);
    },
    hold: () => {
      const controller = new AbortController();
      held = controller;
      return {
        signal: controller.signal,
        [Symbol.dispose]: () => {
          held = void 0;
        }
      };
    },
    exitCode: () => first === void 0 ? void 0 : exitCodes2[first]
  };
}
function watchSignals(signals2) {
  for (const name of ["SIGHUP", "SIGINT", "SIGTERM"]) process.on(name, () => signals2.receive(name));
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
var signals = createSignals(
  (code2) => {
    if (process.stderr.isTTY) process.stderr.write("\r\x1B[K");
    process.exit(code2);
  },
  (text) => void process.stderr.write(text)
);
watchSignals(signals);
var code = await main(argv, processTerminal(argv, process.env, signals.hold));
process.exit(signals.exitCode() ?? code);
