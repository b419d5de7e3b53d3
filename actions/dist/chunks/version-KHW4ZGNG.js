import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  version
} from "./chunk-QMPZSGB6.js";
import "./chunk-T3T4D65W.js";
export {
  version
};
