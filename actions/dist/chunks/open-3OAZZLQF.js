import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import "./chunk-T3T4D65W.js";

// actions/cli/terraform/open.ts
var open = {
  usage: "terraform open SEALED.plan --out DIR [--keys FILE]",
  description: "Opens a sealed plan, as the terraform-plan action uploads it: proves that nobody changed it, says where it\ncomes from, and writes what is in it. What is written holds every secret of the plan.",
  maxPositionals: 1,
  options: {
    keys: {
      type: "string",
      short: "k",
      value: "FILE",
      help: "File with the key that it was sealed with, or several, one a line; - reads stdin. Without: the variable SEAWORTHY_PLAN_KEYS."
    },
    out: {
      type: "string",
      short: "o",
      value: "DIR",
      help: "Folder to write to, which is not there yet or is empty."
    }
  },
  notes: `Writes plan (for terraform show), plan.json, plan.txt and, in carried/, the files that travelled with it,
for you alone to read. Of a state that its backend did not take after an apply it writes terraform.tfstate, and
says how to put it back.

Example:
  seaworthy terraform open 0-network.plan --keys ~/.keys/plans --out /tmp/network

Exit codes: 0 opened, 2 wrong use, or it cannot be opened: another key, or it was changed.`,
  run: async (given, terminal) => (await import("./run-open-YOFROBV3.js")).runOpen(given, terminal)
};
export {
  open
};
