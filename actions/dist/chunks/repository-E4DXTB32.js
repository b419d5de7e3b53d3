import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  locate
} from "./chunk-24XE2FVV.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";
export {
  locate
};
