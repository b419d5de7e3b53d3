import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderJson,
  reportVersion,
  toJson
} from "./chunk-GYRZ3XQV.js";
import "./chunk-I5D3UE5R.js";
import "./chunk-YSH2IDXS.js";
export {
  renderJson,
  reportVersion,
  toJson
};
