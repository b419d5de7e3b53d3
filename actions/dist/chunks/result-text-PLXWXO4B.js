import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  bumpAnswer,
  describeCall,
  placeOf,
  renderBumpJson,
  renderBumpText
} from "./chunk-M2ABT3NJ.js";
import "./chunk-6XCVKKI3.js";
import "./chunk-SYNJ6LTT.js";
import "./chunk-KZULBJD3.js";
import "./chunk-NTJZ2C6H.js";
import "./chunk-RJ5VNCEM.js";
import "./chunk-T3T4D65W.js";
export {
  bumpAnswer,
  describeCall,
  placeOf,
  renderBumpJson,
  renderBumpText
};
