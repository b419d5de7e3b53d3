import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  descriptions,
  renderRulesReadme,
  rules,
  rulesTable
} from "./chunk-6WP3VL4T.js";
import "./chunk-NTJZ2C6H.js";
import "./chunk-7FI4IU7O.js";
import "./chunk-T3T4D65W.js";
export {
  descriptions,
  renderRulesReadme,
  rules,
  rulesTable
};
