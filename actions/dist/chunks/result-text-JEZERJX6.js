import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  bumpAnswer,
  describeCall,
  placeOf,
  renderBumpJson,
  renderBumpText
} from "./chunk-K5YNCJJV.js";
import "./chunk-NFQWEBRU.js";
import "./chunk-VIW2AEQQ.js";
import "./chunk-SK4ZIMNF.js";
import "./chunk-KVSFAEP7.js";
import "./chunk-YSH2IDXS.js";
export {
  bumpAnswer,
  describeCall,
  placeOf,
  renderBumpJson,
  renderBumpText
};
