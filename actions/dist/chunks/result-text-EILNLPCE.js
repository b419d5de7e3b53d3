import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  bumpAnswer,
  describeCall,
  placeOf,
  renderBumpJson,
  renderBumpText
} from "./chunk-I42L732Q.js";
import "./chunk-6XCVKKI3.js";
import "./chunk-SK4ZIMNF.js";
import "./chunk-NTJZ2C6H.js";
import "./chunk-OWTLPNHI.js";
import "./chunk-YSH2IDXS.js";
export {
  bumpAnswer,
  describeCall,
  placeOf,
  renderBumpJson,
  renderBumpText
};
