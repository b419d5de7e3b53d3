import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  require_undici
} from "./chunk-YQ5MPXPW.js";
import "./chunk-YSH2IDXS.js";
export default require_undici();
