import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderSarif,
  toSarif
} from "./chunk-ZFMYF6HD.js";
import "./chunk-AKB3YNBQ.js";
import "./chunk-I5D3UE5R.js";
import "./chunk-RJ5VNCEM.js";
import "./chunk-T3T4D65W.js";
export {
  renderSarif,
  toSarif
};
