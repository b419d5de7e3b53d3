import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  answerLine,
  renderText
} from "./chunk-V3VZQ2WQ.js";
import "./chunk-URYPOR7X.js";
import "./chunk-IFBX7LSP.js";
import "./chunk-YSH2IDXS.js";
export {
  answerLine,
  renderText
};
