import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_dist
} from "./chunk-OSV4ZYGT.js";
import "./chunk-T3T4D65W.js";
export default require_dist();
