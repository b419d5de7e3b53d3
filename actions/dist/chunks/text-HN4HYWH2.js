import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  answerLine,
  renderText
} from "./chunk-ETSZURB2.js";
import "./chunk-QOXIWIMR.js";
import "./chunk-G53F24BX.js";
import "./chunk-YSH2IDXS.js";
export {
  answerLine,
  renderText
};
