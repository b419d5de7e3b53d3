import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderDiff
} from "./chunk-KVSFAEP7.js";
import "./chunk-YSH2IDXS.js";
export {
  renderDiff
};
