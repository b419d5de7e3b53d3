import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderSarif,
  toSarif
} from "./chunk-CBFXXTYP.js";
import "./chunk-2C62IDFU.js";
import "./chunk-I5D3UE5R.js";
import "./chunk-SK4ZIMNF.js";
import "./chunk-YSH2IDXS.js";
export {
  renderSarif,
  toSarif
};
