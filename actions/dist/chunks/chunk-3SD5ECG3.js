import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  UserError
} from "./chunk-XKMBV7AT.js";

// actions/lib/bump/places/parse-target.ts
function parseTarget(text) {
  const parts = text.split("#");
  const [file = "", ...rest] = parts;
  const field = rest.pop() ?? "";
  if (file === "" || field === "" || rest.length > 1) {
    throw new UserError(`"${text}" is no target.`, {
      next: "write FILE#FIELD or FILE#Kind/name#FIELD, for instance deploy.yaml#Deployment/api#spec.template.spec.containers.[name=api].image"
    });
  }
  return { file, field, ...rest[0] !== void 0 && { object: rest[0] } };
}

export {
  parseTarget
};
