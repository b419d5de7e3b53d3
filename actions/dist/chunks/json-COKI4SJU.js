import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderJson,
  reportVersion,
  toJson
} from "./chunk-4LU5QOAX.js";
import "./chunk-G53F24BX.js";
import "./chunk-YSH2IDXS.js";
export {
  renderJson,
  reportVersion,
  toJson
};
