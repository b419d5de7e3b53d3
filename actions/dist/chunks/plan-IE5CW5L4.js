import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import "./chunk-T3T4D65W.js";

// actions/cli/terraform/plan.ts
var formats = ["text", "json"];
var plan = {
  usage: "terraform plan [options]",
  description: "Plans the Terraform and OpenTofu roots of the clone that you are in, as its files are now, and judges\nthe plans as a pull request would be judged. Nothing is applied, nothing in the clone is changed.",
  maxPositionals: 0,
  options: {
    root: {
      type: "string",
      short: "r",
      value: "NAME|DIR",
      multiple: true,
      help: "Plan this root, by its name or its folder. Without: all that differ from --base."
    },
    base: {
      type: "string",
      short: "b",
      value: "REV",
      help: "Compare with where the branch left this commit: only roots that differ are planned, and what the base has already does not refuse."
    },
    format: { type: "string", short: "f", value: "FORM", choices: formats, help: "Form of the report." },
    parallel: { type: "string", short: "p", value: "N", help: "How many roots at the same time, 4 unless given." },
    "provider-mirror": {
      type: "string",
      value: "DIR",
      help: "Take providers from this folder, which lies outside of the clone, instead of their registry."
    },
    timeout: { type: "string", value: "MINUTES", help: "For each root, 30 unless given." }
  },
  notes: `First the gate looks at the files alone; where it refuses, nothing is started. terraform or tofu see
few variables of your environment: TF_VAR_* and those that the settings name (terraform.variables).
Ctrl-C interrupts them once and waits until they have let go of their locks.

Examples:
  seaworthy terraform plan --base origin/main       what my branch does
  seaworthy terraform plan --root terraform/network
  seaworthy terraform plan -f json > report.json

Exit codes: 0 planned (with changes or without; the JSON tells which), 1 refused by the gate or a guard,
or not planned, 2 wrong use.`,
  run: async (given, terminal) => (await import("./run-plan-CZUNSNTR.js")).runPlan(given, terminal)
};
export {
  plan
};
