import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  bumpAnswer,
  describeCall,
  placeOf,
  renderBumpJson,
  renderBumpText
} from "./chunk-Z4O277GF.js";
import "./chunk-6XCVKKI3.js";
import "./chunk-SK4ZIMNF.js";
import "./chunk-NTJZ2C6H.js";
import "./chunk-KVSFAEP7.js";
import "./chunk-YSH2IDXS.js";
export {
  bumpAnswer,
  describeCall,
  placeOf,
  renderBumpJson,
  renderBumpText
};
