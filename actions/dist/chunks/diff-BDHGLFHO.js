import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderDiff
} from "./chunk-OWTLPNHI.js";
import "./chunk-YSH2IDXS.js";
export {
  renderDiff
};
