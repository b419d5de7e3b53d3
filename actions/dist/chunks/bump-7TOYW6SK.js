import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  askedImage,
  checkPromotion,
  checkedImage
} from "./chunk-UHV6QU5M.js";
import {
  exitCodes
} from "./chunk-INY6RX63.js";
import {
  parseTarget
} from "./chunk-3SD5ECG3.js";
import {
  pins
} from "./chunk-6XCVKKI3.js";
import "./chunk-NTJZ2C6H.js";
import {
  UserError
} from "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";

// actions/cli/bump.ts
import { relative, resolve, sep } from "node:path";
var formats = ["text", "json"];
var bump = {
  usage: "bump --image NAME [--tag T] [--digest D] --environment E [options]",
  description: "Sets the version of an image in the working tree: exactly those bytes change, proved before\nanything is written, or nothing does.",
  maxPositionals: 0,
  options: {
    image: {
      type: "string",
      short: "i",
      value: "NAME",
      multiple: true,
      help: "Image, with its version or without: ghcr.io/your-org/api:1.5.0. The last part of the name is enough where it is clear. Several with commas between."
    },
    tag: { type: "string", short: "t", value: "T", help: "Tag to set, of every --image that has none." },
    digest: { type: "string", short: "d", value: "D", help: "Digest to set, of every --image that has none." },
    environment: {
      type: "string",
      short: "e",
      value: "E",
      multiple: true,
      help: "Where: all Applications of this environment. Several with commas between."
    },
    application: {
      type: "string",
      value: "A",
      multiple: true,
      help: "Where: this Argo CD Application. Several with commas between."
    },
    file: { type: "string", value: "F", multiple: true, help: "Where: this file. Needs no Applications." },
    target: {
      type: "string",
      value: "F#FIELD",
      multiple: true,
      help: "Where: one field, FILE#spec.template.spec.containers.[name=api].image, or FILE#Kind/name#FIELD."
    },
    from: { type: "string", value: "E", help: "Promote what runs, and passed its smoke test, in this environment." },
    expect: { type: "string", value: "OLD", help: "Refuse unless this version stands there now." },
    pin: {
      type: "string",
      value: "FORM",
      choices: pins,
      help: "What is written; without it each place keeps its form."
    },
    "dry-run": { type: "boolean", short: "n", help: "Show the diff and write nothing." },
    format: { type: "string", short: "f", value: "FORM", choices: formats, help: "Form of the answer." }
  },
  notes: `Examples:
  seaworthy bump -i ghcr.io/your-org/api:1.5.0 -e staging
  seaworthy bump -i api,worker -t 1.5.0 -e staging,production
  seaworthy bump -i api -t 1.5.0 --file deploy/values.yaml --expect 1.4.0
  seaworthy bump -i api --from staging -e production --dry-run

Exit codes: 0 changed or already there (the JSON tells which), 1 refused, nothing written, 2 wrong use.`,
  run: async (given, terminal) => {
    const { bumpWorkingTree } = await import("./working-tree-OBX7EQSU.js");
    return runBump(given, terminal, bumpWorkingTree);
  }
};
async function runBump(given, terminal, work) {
  const result = await work({
    directory: terminal.cwd,
    requests: (root) => readRequests(given, terminal.cwd, root),
    dryRun: given.values["dry-run"] === true
  });
  const [{ renderBumpJson, renderBumpText }, { renderDiff }] = await Promise.all([
    import("./result-text-PLXWXO4B.js"),
    import("./diff-73AWD2NW.js")
  ]);
  const json = given.values.format === "json";
  const options = { color: terminal.color, diff: given.values["dry-run"] === true };
  if (json) await terminal.write(renderBumpJson({ ...result, diff: renderDiff(result.files) }));
  else if (result.outcome === "refused") terminal.warn(renderBumpText(result, options));
  else await terminal.write(renderBumpText(result, options));
  return result.outcome === "refused" ? exitCodes.refused : exitCodes.done;
}
function readRequests({ values, lists }, cwd, root) {
  const images = split(lists.image);
  if (images.length === 0)
    throw new UserError("Nothing says which image.", { next: "name it: --image ghcr.io/your-org/api" });
  const inRoot = (path) => relative(root, resolve(cwd, path)).split(sep).join("/");
  const scope = {
    environments: split(lists.environment),
    applications: split(lists.application),
    files: (lists.file ?? []).map(inRoot),
    targets: (lists.target ?? []).map((text) => {
      const target = parseTarget(text);
      return { ...target, file: inRoot(target.file) };
    })
  };
  if (Object.values(scope).every((list) => list.length === 0)) {
    throw new UserError("Nothing says where.", {
      next: "name an environment (--environment staging), an Application, a file (--file deploy/values.yaml) or a field (--target)"
    });
  }
  const from = typeof values.from === "string" ? values.from : void 0;
  const expect = typeof values.expect === "string" ? values.expect : void 0;
  const pin = pins.find((one) => one === values.pin);
  checkPromotion(from, scope.environments, "--from and --environment");
  return images.map((text) => {
    const asked = withOptions(askedImage(text, `--image ${text}`), values, text);
    checkVersion(text, asked, from !== void 0);
    const options = {
      ...from !== void 0 && { from },
      ...expect !== void 0 && { expect },
      ...pin !== void 0 && { pin }
    };
    return { ...asked, scope, ...options };
  });
}
var split = (values = []) => values.flatMap((value) => value.split(",")).map((value) => value.trim()).filter((value) => value !== "");
function withOptions({ image, version }, values, text) {
  const where = `--image ${text}`;
  const added = { ...version };
  for (const part of ["tag", "digest"]) {
    const given = values[part];
    if (typeof given !== "string") continue;
    if (version[part] !== void 0 && version[part] !== given) {
      throw new UserError(`--${part} says ${given}, and the image has the ${part} ${version[part]}.`, {
        where,
        next: "give it once"
      });
    }
    added[part] = given;
  }
  return checkedImage(image, added, where);
}
function checkVersion(image, { version: { tag, digest } }, promoted) {
  const given = tag !== void 0 || digest !== void 0;
  if (given === promoted) {
    throw new UserError(
      promoted ? "--from takes the version of another environment, and a version is given as well." : "Nothing says which version.",
      {
        where: `--image ${image}`,
        next: promoted ? "leave out one of the two" : "add --tag or --digest, or write it behind the name"
      }
    );
  }
}
export {
  bump,
  runBump
};
