import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_dist
} from "./chunk-XWVSCSP5.js";
import "./chunk-YSH2IDXS.js";
export default require_dist();
