import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderJson,
  reportVersion,
  toJson
} from "./chunk-S2526C2Q.js";
import "./chunk-IFBX7LSP.js";
import "./chunk-YSH2IDXS.js";
export {
  renderJson,
  reportVersion,
  toJson
};
