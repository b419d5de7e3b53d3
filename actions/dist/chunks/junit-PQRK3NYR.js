import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderJunit
} from "./chunk-KH43CV3J.js";
import "./chunk-URYPOR7X.js";
import "./chunk-IFBX7LSP.js";
import "./chunk-YSH2IDXS.js";
export {
  renderJunit
};
