import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import "./chunk-T3T4D65W.js";

// actions/cli/terraform/explain.ts
var formats = ["text", "json"];
var explain = {
  usage: "terraform explain PLAN.json [options]",
  description: "Judges a plan that exists: what it would do, what is dangerous in it, whether it must be applied and why.\nPLAN.json is the output of `terraform show -json PLANFILE` (or tofu); `-` reads it from stdin.",
  maxPositionals: 1,
  options: {
    settings: {
      type: "string",
      short: "s",
      value: "FILE",
      help: "Guards go by these settings. Without: .github/seaworthy.yaml of the repository that you are in, if it has one."
    },
    format: { type: "string", short: "f", value: "FORM", choices: formats, help: "Form of the report." }
  },
  notes: `Needs neither terraform nor a clone. Secrets of the plan are left out of the report.

Examples:
  terraform show -json plan.bin | seaworthy terraform explain -
  seaworthy terraform explain plan.json --settings guards.yaml -f json

Exit codes: 0 it may be applied, or there is nothing to apply, 1 a guard refuses it or planning failed,
2 wrong use or not the JSON of a plan.`,
  run: async (given, terminal) => (await import("./run-explain-KSSLFMHN.js")).runExplain(given, terminal)
};
export {
  explain
};
