import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderSarif,
  toSarif
} from "./chunk-ZLQZVNHW.js";
import "./chunk-URYPOR7X.js";
import "./chunk-IFBX7LSP.js";
import "./chunk-YSH2IDXS.js";
export {
  renderSarif,
  toSarif
};
