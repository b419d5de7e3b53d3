import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  GitHubError,
  explain,
  refusalOf,
  wasRefused
} from "./chunk-2XYIY64O.js";
import "./chunk-XKMBV7AT.js";
import "./chunk-T3T4D65W.js";
export {
  GitHubError,
  explain,
  refusalOf,
  wasRefused
};
