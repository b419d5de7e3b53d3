import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  bumpAnswer,
  describeCall,
  placeOf,
  renderBumpJson,
  renderBumpText
} from "./chunk-LZQ7EQ2V.js";
import "./chunk-ZQM7C3EZ.js";
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
