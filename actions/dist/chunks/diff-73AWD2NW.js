import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  renderDiff
} from "./chunk-SYNJ6LTT.js";
import "./chunk-KZULBJD3.js";
import "./chunk-T3T4D65W.js";
export {
  renderDiff
};
