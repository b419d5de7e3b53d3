import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderJunit
} from "./chunk-MIZLVXDO.js";
import "./chunk-QOXIWIMR.js";
import "./chunk-G53F24BX.js";
import "./chunk-YSH2IDXS.js";
export {
  renderJunit
};
