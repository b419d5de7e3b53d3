import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderJson,
  reportVersion,
  toJson
} from "./chunk-GYRZ3XQV.js";
import "./chunk-I5D3UE5R.js";
import "./chunk-T3T4D65W.js";
export {
  renderJson,
  reportVersion,
  toJson
};
