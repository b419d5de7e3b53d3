import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  openRepository,
  requireContent
} from "./chunk-2I3ZNRKE.js";
import "./chunk-ZTJULA66.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";
export {
  openRepository,
  requireContent
};
