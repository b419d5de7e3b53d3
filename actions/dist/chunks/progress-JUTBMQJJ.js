import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  progressLine
} from "./chunk-PYDIY6TI.js";
import "./chunk-T3T4D65W.js";
export {
  progressLine
};
