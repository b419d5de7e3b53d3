import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  expectationProblem
} from "./chunk-AHUM72QA.js";
import {
  formOf,
  showVersion,
  spellVersion,
  versionOf
} from "./chunk-6XCVKKI3.js";
import {
  readSettings
} from "./chunk-56RTUG4F.js";
import {
  explainFieldPath,
  isApplication,
  isApplicationSet,
  isNamed,
  isSameRepository,
  parseFieldPath,
  readApplication,
  resolveFieldPath
} from "./chunk-ZO4UCZNK.js";
import {
  imageKey,
  isDigest,
  matchName,
  parseReference,
  splitImage
} from "./chunk-NTJZ2C6H.js";
import {
  Composer,
  Lexer,
  Parser,
  Schema,
  checkContract,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument
} from "./chunk-RDPHONAS.js";
import {
  matchesPattern
} from "./chunk-UNCBMZAL.js";
import {
  listed
} from "./chunk-RJ5VNCEM.js";
import {
  nearest
} from "./chunk-LFBZ2KVQ.js";
import {
  errorMessage
} from "./chunk-XKMBV7AT.js";
import {
  __commonJS,
  __toESM
} from "./chunk-T3T4D65W.js";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match) => {
        return match === "\\" ? "" : match;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob = false;
      }
      let base = str;
      let prefix = "";
      let glob = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match || match.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match = parseRepeatedExtglob(value);
      while (match) {
        depth++;
        value = match.body.trim();
        match = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants.globChars(opts.windows);
      const EXTGLOB_CHARS = constants.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count++;
        }
        if (count % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match && match[0].length > 2) {
            slashes = match[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match) {
            value += match[0];
            state.index += match[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match = /^(.*?)\.(\w+)$/.exec(str);
            if (!match) return;
            const source2 = create(match[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants = require_constants();
    var isObject2 = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject2(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher = (input, returnObject = false) => {
        const { isMatch, match, output } = picomatch2.test(input, regex, options, { glob, posix });
        const result = { glob, state, regex, posix, input, output, match, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher.state = state;
      }
      return matcher;
    };
    picomatch2.test = (input, regex, options, { glob, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format = opts.format || (posix ? utils.toPosixSlashes : null);
      let match = input === glob;
      let output = match && format ? format(input) : input;
      if (match === false) {
        output = format ? format(input) : input;
        match = output === glob;
      }
      if (match === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match = picomatch2.matchBase(input, regex, options, posix);
        } else {
          match = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match), match, output };
    };
    picomatch2.matchBase = (input, glob, options, posix = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse(input, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// actions/lib/argocd/deployed-source.ts
var import_picomatch = __toESM(require_picomatch2(), 1);

// actions/lib/yaml/data.ts
function mappingOf(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? value : {};
}
var listOf = (value) => Array.isArray(value) ? value : [];
var textOf = (value) => typeof value === "string" ? value : void 0;
function valueAtPath(data, path) {
  let value = data;
  for (const name of path) {
    if (Array.isArray(value)) value = value[Number(name)];
    else if (typeof value === "object" && value !== null && Object.hasOwn(value, name)) value = value[name];
    else return void 0;
  }
  return value;
}
function* mappings(data, path = [], above = []) {
  if (typeof data !== "object" || data === null || above.includes(data)) return;
  const inside = [...above, data];
  if (Array.isArray(data)) {
    for (const [index, item] of data.entries()) yield* mappings(item, [...path, index], inside);
    return;
  }
  yield { path, mapping: data };
  for (const [key, value] of Object.entries(data)) yield* mappings(value, [...path, key], inside);
}

// actions/lib/argocd/source-files.ts
function joinPath(directory, path) {
  if (/^[a-z][\w+.-]*:\/\//i.test(path) || path.startsWith("/")) return void 0;
  const parts = [];
  for (const part of `${directory}/${path}`.split("/")) {
    if (part === "" || part === ".") continue;
    if (part !== "..") parts.push(part);
    else if (parts.pop() === void 0) return void 0;
  }
  return parts.join("/");
}
async function onlyFiles(paths, files) {
  const types = await Promise.all(paths.map((path) => files.typeOf(path)));
  return paths.filter((_, index) => types[index] === "file");
}

// actions/lib/argocd/chart-values.ts
var branchOf = (revision) => revision.replace(/^(refs\/)?heads\//, "");
var maxDepth = 8;
async function chartValues(directory, files, below = []) {
  const [own] = await onlyFiles([joinPath(directory, "values.yaml") ?? ""], files);
  const chart = below.length > maxDepth ? void 0 : (await files.documents(joinPath(directory, "Chart.yaml") ?? ""))?.[0];
  const dependencies = await Promise.all(
    listOf(mappingOf(chart).dependencies).map((item) => {
      const { name, alias, repository } = mappingOf(item);
      const [key, address] = [textOf(alias) ?? textOf(name), textOf(repository) ?? ""];
      if (key === void 0) return [];
      const beside = address.startsWith("file://") ? address.slice("file://".length) : `charts/${textOf(name)}`;
      const path = joinPath(directory, beside);
      return path === void 0 || path === directory ? [] : chartValues(path, files, [...below, key]);
    })
  );
  return [...dependencies.flat(), ...own === void 0 ? [] : [{ file: own, below }]];
}
function withNames(text, { name, destinationNamespace = "", project }) {
  const known3 = {
    ARGOCD_APP_NAME: name,
    ARGOCD_APP_NAMESPACE: destinationNamespace,
    ARGOCD_APP_PROJECT_NAME: project
  };
  return text.replace(
    /\$(?:\{(ARGOCD_\w+)\}|(ARGOCD_\w+))/g,
    (whole, braced, bare) => known3[braced ?? bare ?? ""] ?? whole
  );
}
async function lentValues(helm, application, walk, directory) {
  const pathOf = (text) => {
    const [, ref, inRef] = /^\$([^/]+)\/(.+)$/.exec(text) ?? [];
    if (inRef !== void 0) {
      const lender = application.sources.find((source) => source.ref === ref);
      if (lender === void 0 || !walk.revisions.includes(branchOf(lender.revision))) return void 0;
      const isOwn = walk.repositories.length === 0 || isSameRepository(lender.repository, walk.repositories);
      return isOwn ? joinPath("", inRef) : void 0;
    }
    if (directory === void 0) return void 0;
    return text.startsWith("/") ? joinPath("", text.slice(1)) : joinPath(directory, text);
  };
  const named = listOf(helm.valueFiles).flatMap((item) => pathOf(withNames(textOf(item) ?? "", application)) ?? []);
  return (await onlyFiles(named, walk.files)).map((file) => ({ file, below: [] }));
}

// actions/lib/argocd/kustomization.ts
var fileNames = ["kustomization.yaml", "kustomization.yml", "Kustomization"];
var maxDepth2 = 32;
var maxNodes = 2e3;
function kustomizationReader(files) {
  const known3 = /* @__PURE__ */ new Map();
  const readOnce = (directory) => {
    const answer = known3.get(directory) ?? readOne(directory, files);
    known3.set(directory, answer);
    return answer;
  };
  const follow = async (directory, way, left) => {
    left.nodes -= 1;
    const isTooMuch = way.includes(directory) || way.length > maxDepth2 || left.nodes < 0;
    const read = isTooMuch ? void 0 : await readOnce(directory);
    if (read === void 0) return void 0;
    const { below, ...rest } = read;
    const children = await Promise.all(below.map((path) => follow(path, [...way, directory], left)));
    const found = children.filter((child) => child !== void 0);
    return { ...rest, hasUnknown: rest.hasUnknown || found.length < below.length, children: found };
  };
  return {
    read: (directory) => follow(directory, [], { nodes: maxNodes }),
    fileOf: (directory) => fileOf(directory, files)
  };
}
async function fileOf(directory, files) {
  const [file] = await onlyFiles(
    fileNames.map((name) => joinPath(directory, name) ?? ""),
    files
  );
  return file;
}
async function readOne(directory, files) {
  const file = await fileOf(directory, files);
  const documents = file === void 0 ? void 0 : await files.documents(file);
  if (file === void 0 || documents === void 0) return void 0;
  const data = documents[0];
  const fields2 = mappingOf(data);
  const references = ["resources", "bases", "components"].flatMap((field) => listOf(fields2[field]));
  const named = references.flatMap((item) => joinPath(directory, textOf(item) ?? "https://") ?? []);
  const types = await Promise.all(named.map((path) => files.typeOf(path)));
  const unknown = named.length < references.length || types.includes("missing");
  return {
    file,
    directory,
    data,
    patches: patchesOf(fields2, directory, file),
    charts: chartsOf(fields2, directory),
    manifests: named.filter((_, index) => types[index] === "file"),
    below: named.filter((_, index) => types[index] === "directory"),
    hasUnknown: unknown || ["generators", "transformers", "helmCharts", "helmChartInflationGenerator"].some(
      (field) => listOf(fields2[field]).length > 0
    )
  };
}
function chartsOf(fields2, directory) {
  return listOf(fields2.helmCharts).map((item, index) => {
    const { valuesFile, additionalValuesFiles, valuesInline } = mappingOf(item);
    const named = [valuesFile, ...listOf(additionalValuesFiles)].flatMap((path) => textOf(path) ?? []);
    return {
      valueFiles: named.flatMap((path) => joinPath(directory, path) ?? []),
      inline: valuesInline === void 0 ? void 0 : ["helmCharts", index, "valuesInline"]
    };
  });
}
function patchesOf(fields2, directory, file, document = 0, prefix = []) {
  const fromFile = (path, target) => {
    const joined = path === void 0 ? void 0 : joinPath(directory, path);
    return joined === void 0 ? [] : [{ file: joined, target }];
  };
  const inPlace = (text, path, target) => text === void 0 ? [] : [{ text, at: { file, document, path: [...prefix, ...path] }, target }];
  return [
    ...listOf(fields2.patchesStrategicMerge).flatMap((item, index) => {
      const text = textOf(item);
      return text?.includes("\n") ? inPlace(text, ["patchesStrategicMerge", index], void 0) : fromFile(text, void 0);
    }),
    ...["patches", "patchesJson6902"].flatMap(
      (field) => listOf(fields2[field]).flatMap((item, index) => {
        const { path, patch, target } = mappingOf(item);
        const selector = target === void 0 ? void 0 : targetOf(target);
        return [...fromFile(textOf(path), selector), ...inPlace(textOf(patch), [field, index, "patch"], selector)];
      })
    )
  ];
}
function targetOf(target) {
  const { kind, name, labelSelector, annotationSelector } = mappingOf(target);
  const selects = labelSelector !== void 0 || annotationSelector !== void 0;
  const [kindText, nameText] = [textOf(kind), textOf(name)];
  return {
    ...kindText !== void 0 && { kind: kindText },
    ...nameText !== void 0 && { name: nameText },
    ...selects && { selects }
  };
}

// actions/lib/argocd/deployed-source.ts
var manifestName = /\.(ya?ml|json)$/;
async function deployedSource(source, application, at, walk) {
  const why = whyElsewhere(source, walk);
  const helm = source.helm ?? {};
  if (source.chart !== void 0 || why !== void 0 && source.helm !== void 0) {
    const lent = await lentValues(helm, application, walk);
    const hasOwn = helm.values !== void 0 || helm.valuesObject !== void 0 || helm.parameters !== void 0;
    return lent.length > 0 || hasOwn ? { type: "helm", valueFiles: lent } : { type: "elsewhere", why: why ?? `it deploys the chart ${source.chart} from ${source.repository}` };
  }
  const directory = source.path;
  if (why !== void 0 || directory === void 0) return { type: "elsewhere", why: why ?? "it only lends values" };
  const overrides = await onlyFiles(
    [".argocd-source.yaml", `.argocd-source-${application.name}.yaml`].map((name) => joinPath(directory, name) ?? ""),
    walk.files
  );
  if (overrides.length > 0)
    return { type: "elsewhere", why: `${overrides[0]} changes its parameters, and is not followed` };
  if (source.plugin !== void 0) return { type: "elsewhere", why: "a plugin makes its manifests" };
  const isChart = await walk.files.typeOf(joinPath(directory, "Chart.yaml") ?? "") === "file";
  if (source.helm !== void 0 || source.kustomize === void 0 && isChart) {
    const [own, named] = await Promise.all([
      chartValues(directory, walk.files),
      lentValues(helm, application, walk, directory)
    ]);
    return { type: "helm", valueFiles: [...own, ...named] };
  }
  const top = source.directory === void 0 ? await walk.kustomizations.read(directory) : void 0;
  if (top !== void 0) return { type: "kustomize", top: await withOptions(top, source, at, walk) };
  if (await walk.files.typeOf(directory) === "missing")
    return { type: "elsewhere", why: `there is no ${directory} here` };
  const unread = source.directory === void 0 ? await walk.kustomizations.fileOf(directory) : void 0;
  if (source.kustomize !== void 0 || unread !== void 0) {
    return {
      type: "elsewhere",
      why: unread === void 0 ? `${directory} has no kustomization` : `${unread} cannot be read`
    };
  }
  return { type: "directory", manifests: directoryManifests(directory, mappingOf(source.directory), walk.files) };
}
function whyElsewhere({ repository, revision, chart }, walk) {
  if (walk.repositories.length > 0 && !isSameRepository(repository, walk.repositories)) {
    return `it deploys from ${repository}, and this repository is ${walk.repositories.join(", ")} (\`repository\` in the settings can say other names)`;
  }
  return chart === void 0 && !walk.revisions.includes(branchOf(revision)) ? `it deploys ${revision} of this repository` : void 0;
}
async function withOptions(top, { kustomize }, { file, document, path }, { kustomizations }) {
  if (kustomize === void 0) return top;
  const named = listOf(kustomize.components).flatMap(
    (item) => joinPath(top.directory, textOf(item) ?? "https://") ?? []
  );
  const components = await Promise.all(named.map((directory) => kustomizations.read(directory)));
  const patches = patchesOf(kustomize, top.directory, file, document, [...path, "kustomize"]);
  const found = components.filter((one) => one !== void 0);
  const hasUnknown = top.hasUnknown || found.length < listOf(kustomize.components).length;
  return { ...top, hasUnknown, children: [...top.children, ...found], patches: [...top.patches, ...patches] };
}
function directoryManifests(directory, options, files) {
  const start = directory === "" ? 0 : directory.length + 1;
  const recurse = String(options.recurse) === "true";
  const [included, excluded] = [globOf(options.include), globOf(options.exclude)];
  return files.list(directory).filter((path) => {
    const below = path.slice(start);
    if (!manifestName.test(path) || !recurse && below.includes("/")) return false;
    return (included === void 0 || included(below)) && excluded?.(below) !== true;
  });
}
function globOf(pattern) {
  const text = textOf(pattern);
  return text ? (0, import_picomatch.default)(text, { bash: true, dot: true, nonegate: true }) : void 0;
}

// actions/lib/yaml/document-tree.ts
var maxDepth3 = 200;
var maxRepeated = 1e6;
var maxRefusals = 10;
function readTree({ text, placeOf }, document) {
  const targets = /* @__PURE__ */ new Map();
  const aliases = /* @__PURE__ */ new Map();
  const byName = /* @__PURE__ */ new Map();
  const anchored = /* @__PURE__ */ new Map();
  const refusals = [];
  let nodes = 0;
  let repeated = 0;
  function refuse(reason, node, message) {
    if (refusals.length < maxRefusals) refusals.push({ reason, message, ...placeOf(node.range?.[0] ?? 0) });
  }
  function read(node, depth) {
    nodes += 1;
    if (node === null || node === void 0) return "";
    if (isAlias(node)) return readAlias(node);
    if (depth > maxDepth3) return refuse("too-deep", node, `Nested more than ${maxDepth3} levels deep. Flatten it.`);
    const before = nodes;
    if (node.anchor !== void 0) byName.set(node.anchor, node);
    const data2 = readContent(node, depth);
    if (node.anchor !== void 0) anchored.set(node, { data: data2, size: nodes - before + 1 });
    return data2;
  }
  function readContent(node, depth) {
    if (isMap(node)) return readMap(node, depth);
    if (isSeq(node)) return node.items.map((item) => read(item, depth + 1));
    return isScalar(node) ? node.source ?? "" : "";
  }
  function readAlias(alias) {
    const name = alias.source;
    const target = byName.get(name);
    if (target === void 0) {
      return refuse("syntax", alias, `The alias *${name} has no anchor &${name} before it. Mend it first.`);
    }
    const known3 = anchored.get(target);
    if (known3 === void 0) {
      return refuse("syntax", alias, `The alias *${name} repeats what it stands in, without end. Mend it first.`);
    }
    targets.set(alias, target);
    if (!aliases.has(target)) aliases.set(target, alias);
    nodes += known3.size;
    repeated += known3.size;
    if (repeated > maxRepeated && repeated - known3.size <= maxRepeated) {
      refuse("too-many-aliases", alias, `Up to here aliases repeat more than ${maxRepeated} values. Write them out.`);
    }
    return repeated > maxRepeated ? void 0 : known3.data;
  }
  function readMap(map, depth) {
    const entries = /* @__PURE__ */ new Map();
    let merge;
    for (const pair of map.items) {
      const key = pair.key;
      read(key, depth + 1);
      const name = nameOf(key);
      const merges = isMergeKey(key);
      if (merges ? merge !== void 0 : entries.has(name)) {
        refuse("duplicate-key", key, `The key ${shown(name)} stands twice in one mapping. Remove one of the two.`);
      }
      const value = read(pair.value, depth + 1);
      if (merges) merge = { key, value };
      else entries.set(name, value);
    }
    if (merge !== void 0) mergeInto(entries, merge.key, merge.value);
    return Object.fromEntries(entries);
  }
  function mergeInto(entries, key, value) {
    for (const source of Array.isArray(value) ? value : [value]) {
      if (typeof source === "object" && source !== null && !Array.isArray(source)) {
        for (const [name, item] of Object.entries(source)) if (!entries.has(name)) entries.set(name, item);
      } else if (refusals.length === 0) {
        refuse("syntax", key, "The merge key << takes a mapping, an alias of one, or a list of them. Mend it first.");
      }
    }
  }
  function nameOf(key) {
    const scalar = isAlias(key) ? targets.get(key) : key;
    return isScalar(scalar) ? scalar.source ?? "" : text.slice(key.range?.[0], key.range?.[1]);
  }
  const root = rootOf(document);
  const data = root === null ? void 0 : read(root, 0);
  return { tree: { root, data, targets, aliases, nameOf }, refusals };
}
function rootOf({ contents }) {
  const nothing = isScalar(contents) && contents.source === "" && contents.type === "PLAIN" && !contents.tag;
  return nothing && contents.anchor === void 0 ? null : contents;
}
function isMergeKey(key) {
  return isScalar(key) && key.source === "<<" && key.type === "PLAIN" && key.tag === void 0;
}
function shown(name) {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 80)}\u2026` : name);
}

// actions/lib/yaml/follow-path.ts
function followPath(tree, path) {
  const { root } = tree;
  const inJson = isFlow(root);
  const way = {
    node: root,
    offset: root?.range?.[0] ?? 0,
    depth: 0,
    alias: void 0,
    merge: void 0,
    repeatedBy: void 0,
    inFlow: false,
    inJson
  };
  enter(tree, way, root);
  for (const name of path) {
    const found = childOf(tree, way.node, name);
    if (found === void 0) break;
    way.inFlow ||= isFlow(way.node);
    way.offset = found.offset;
    way.merge = found.merge ?? way.merge;
    way.alias = found.alias ?? way.alias;
    way.depth += 1;
    enter(tree, way, found.node);
  }
  return way;
}
function enter(tree, way, node) {
  way.node = node;
  if (isAlias(node)) {
    way.alias = node;
    way.node = tree.targets.get(node) ?? null;
  }
  if (way.node !== null) way.repeatedBy = tree.aliases.get(way.node) ?? way.repeatedBy;
}
function childOf(tree, node, name) {
  if (isSeq(node)) {
    const item = typeof name === "number" ? node.items[name] : void 0;
    return item === void 0 ? void 0 : { node: item, offset: item.range?.[0] ?? 0 };
  }
  if (!isMap(node) || typeof name !== "string") return void 0;
  const pair = node.items.find(({ key }) => !isMergeKey(key) && tree.nameOf(key) === name);
  if (pair === void 0) return inheritedChild(tree, node, name);
  return { node: pair.value ?? null, offset: pair.key.range?.[0] ?? 0 };
}
function inheritedChild(tree, map, name) {
  const merge = map.items.find(({ key }) => isMergeKey(key));
  if (merge === void 0) return void 0;
  const value = merge.value;
  const list = isAlias(value) ? tree.targets.get(value) : value;
  for (const item of isSeq(list) ? list.items : [value]) {
    const source = isAlias(item) ? tree.targets.get(item) : item;
    const found = childOf(tree, source ?? null, name);
    if (found !== void 0) return { ...found, merge: merge.key, ...isAlias(item) && { alias: item } };
  }
  return void 0;
}
var isFlow = (node) => (isMap(node) || isSeq(node)) && node.flow === true;

// actions/lib/yaml/parse-text.ts
import { getHeapStatistics } from "node:v8";

// actions/lib/yaml/places.ts
function placesIn(text) {
  let starts;
  return (offset) => {
    starts ??= lineStarts(text);
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: offset - (starts[low] ?? 0) + 1 };
  };
}
function lineStarts(text) {
  const starts = [0];
  for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

// actions/lib/yaml/parse-text.ts
var maxBytes = 32 * 1024 * 1024;
var maxTokens = Math.floor(getHeapStatistics().heap_size_limit / 400);
var maxErrors = 5;
var byteOrderMark = "\uFEFF";
function parseText(bytes) {
  if (bytes.length > maxBytes) {
    return refused("too-large", `The file has ${bytes.length} bytes; files of up to ${maxBytes} are edited. Split it.`);
  }
  const whole = decoded(bytes);
  if (whole === void 0) return refused("encoding", "The file is not UTF-8 throughout. Save it as UTF-8.");
  const hasMark = whole.startsWith(byteOrderMark);
  const text = hasMark ? whole.slice(1) : whole;
  const placeOf = placesIn(text);
  const odd = oddCharacter(text);
  if (odd !== void 0) return refused("character", odd.message, placeOf(odd.offset));
  const documents = documentsOf(text, placeOf);
  return "refusals" in documents ? documents : { bytes, text, hasMark, documents, placeOf };
}
function encodeText(text, hasMark) {
  return new TextEncoder().encode(hasMark ? byteOrderMark + text : text);
}
function decoded(bytes) {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return void 0;
  }
}
var oddCharacters = /\r(?!\n)|[^\t\n\r\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u;
function oddCharacter(text) {
  const found = oddCharacters.exec(text);
  if (found === null) return void 0;
  const message = `${characterName(found[0])} stands here, which some YAML readers take for a line break and others for text, or do not accept. Remove it, or write it as an escape in double quotes.`;
  return { offset: found.index, message };
}
function characterName(character) {
  const code = character.codePointAt(0) ?? 0;
  return `The character U+${code.toString(16).toUpperCase().padStart(4, "0")}`;
}
var failsafe = new Schema({ schema: "failsafe", resolveKnownTags: false });
function documentsOf(text, placeOf) {
  const composer = new Composer({
    schema: failsafe,
    // The parser compares each key with all before it; ours costs one look-up.
    uniqueKeys: false,
    prettyErrors: false,
    logLevel: "silent"
  });
  const documents = [];
  try {
    for (const document of composer.compose(tokensOf(text))) documents.push(document);
  } catch (error) {
    if (error instanceof TooManyTokens) return refused("too-large", error.message);
    return refused(isStackOverflow(errorMessage(error)) ? "too-deep" : "syntax", advice(errorMessage(error)));
  }
  const errors = documents.length === 0 ? composer.streamInfo().errors : documents.flatMap((document) => document.errors);
  if (errors.length === 0) return documents;
  return {
    refusals: errors.slice(0, maxErrors).map(({ message, pos }) => ({
      reason: isStackOverflow(message) ? "too-deep" : "syntax",
      message: advice(message),
      ...placeOf(pos[0])
    }))
  };
}
var TooManyTokens = class extends Error {
  constructor() {
    super(`The file has more than ${maxTokens} YAML tokens, too many for the memory at hand. Split it.`);
  }
};
function* tokensOf(text) {
  const parser = new Parser();
  let count = 0;
  for (const lexeme of new Lexer().lex(text)) {
    count += 1;
    if (count > maxTokens) throw new TooManyTokens();
    yield* parser.next(lexeme);
  }
  yield* parser.end();
}
var isStackOverflow = (message) => message.includes("call stack");
function advice(message) {
  if (isStackOverflow(message)) return "The file is nested too deeply. Flatten it.";
  const what = (message.split("\n")[0] ?? message).slice(0, 200);
  return `The file is not valid YAML: ${what}. Mend it first; a template has to be rendered to be YAML.`;
}
function refused(reason, message, place = { line: 1, column: 1 }) {
  const refusal = { reason, message, ...place };
  return { refusals: [refusal] };
}

// actions/lib/yaml/text-file.ts
function openYamlText(bytes) {
  const parsed = parseText(bytes);
  if ("refusals" in parsed) return parsed;
  const read = parsed.documents.map((document) => readTree(parsed, document));
  const refusals = read.flatMap((one) => one.refusals);
  if (refusals.length > 0) return { refusals };
  const trees = read.map(({ tree }) => tree);
  return { bytes, documents: trees.map((tree) => describe(tree, parsed)), parsed, trees };
}
function describe(tree, { placeOf }) {
  return {
    data: tree.data,
    scalarAt: (path) => {
      const reached = followPath(tree, path);
      return reached.depth === path.length && tree.root !== null ? scalarPlace(reached, placeOf) : void 0;
    },
    placeOf: (path) => placeOf(followPath(tree, path).offset)
  };
}
function scalarPlace({ node, offset, alias, merge }, placeOf) {
  if (node !== null && !isScalar(node)) return void 0;
  const start = node?.range?.[0] ?? offset;
  return {
    text: node?.source ?? "",
    style: node === null ? "empty" : styleOf(node),
    ...placeOf(alias !== void 0 && merge === void 0 ? alias.range?.[0] ?? start : start),
    ...node?.anchor !== void 0 && { anchor: node.anchor },
    alias: alias !== void 0,
    inherited: merge !== void 0
  };
}
function styleOf(scalar) {
  switch (scalar.type) {
    case "QUOTE_SINGLE":
      return "single";
    case "QUOTE_DOUBLE":
      return "double";
    case "BLOCK_FOLDED":
    case "BLOCK_LITERAL":
      return "block";
    default:
      return scalar.source === "" ? "empty" : "plain";
  }
}

// actions/lib/images/helm-values.ts
var maxDepth4 = 64;
function valuesSites(layers) {
  return sitesBelow(merged(layers));
}
function effectiveScalars(layers) {
  return scalarsBelow(merged(layers));
}
function scalarsBelow({ leaf, children }) {
  const below = [...children.values()].flatMap(scalarsBelow);
  return leaf === void 0 ? below : [leaf.scalar, ...below];
}
function merged(layers) {
  const root = { children: /* @__PURE__ */ new Map() };
  for (const layer of layers) {
    if (layer.type === "parameters") {
      for (const { name, scalar } of layer.parameters) setLeaf(root, name, { scalar, parameter: true });
    } else addValues(layer.below.reduce(childOf2, root), layer.data, layer, layer.path, 0);
  }
  return root;
}
function addValues(node, value, layer, path, depth) {
  if (depth > maxDepth4) return;
  const text = textOf(value);
  if (text !== void 0) {
    const scalar = { file: layer.file, document: layer.document, path, text };
    node.children.clear();
    node.leaf = { scalar, parameter: false, ...layer.readOnly !== void 0 && { readOnly: layer.readOnly } };
    return;
  }
  if (typeof value === "object" && value !== null) delete node.leaf;
  if (Array.isArray(value)) node.children.clear();
  const entries = Array.isArray(value) ? value.map((item, index) => [index, item]) : Object.entries(mappingOf(value));
  const below = (key) => layer.readOnly === void 0 ? [...path, key] : path;
  for (const [key, item] of entries) addValues(childOf2(node, String(key)), item, layer, below(key), depth + 1);
}
function setLeaf(root, name, leaf) {
  let node = root;
  for (const part of name) node = childOf2(node, part);
  node.leaf = leaf;
}
function childOf2(node, name) {
  const child = node.children.get(name) ?? { children: /* @__PURE__ */ new Map() };
  node.children.set(name, child);
  return child;
}
function sitesBelow(node, name = "") {
  const own = node.leaf !== void 0 && node.children.size === 0 ? wholeImage(node.leaf, name) : mapOfParts(node);
  return [...own, ...[...node.children].flatMap(([key, child]) => sitesBelow(child, key))];
}
function wholeImage(leaf, key) {
  const reference = /image$/i.test(key) ? parseReference(leaf.scalar.text) : void 0;
  if (reference === void 0 || reference.tag === void 0 && reference.digest === void 0) return [];
  return [{ form: formOf2(leaf), name: reference.name, aliases: [], image: leaf.scalar, ...readOnlyOf(leaf) }];
}
function mapOfParts({ children }) {
  const leaf = (name2) => children.get(name2)?.leaf;
  const [tag, digest] = [leaf("tag") ?? leaf("imageTag"), leaf("digest")];
  const repository = leaf("repository")?.scalar.text ?? bareImage(leaf("image")?.scalar.text);
  const main = tag ?? digest;
  if (!repository || main === void 0) return [];
  const registry = leaf("registry")?.scalar.text;
  const name = registry ? `${registry}/${repository}` : repository;
  return [
    {
      form: formOf2(main),
      name,
      aliases: registry ? [repository] : [],
      ...tag !== void 0 && { tag: tag.scalar },
      ...digest !== void 0 && { digest: digest.scalar },
      ...readOnlyOf(tag?.readOnly === void 0 && digest !== void 0 ? digest : main)
    }
  ];
}
function bareImage(text) {
  const reference = text === void 0 ? void 0 : parseReference(text);
  return reference?.tag === void 0 && reference?.digest === void 0 ? reference?.name : void 0;
}
var formOf2 = ({ parameter }) => parameter ? "Helm parameter" : "Helm values";
var readOnlyOf = ({ readOnly }) => readOnly === void 0 ? {} : { readOnly };

// actions/lib/images/kustomize-images.ts
function kustomizationEntries(data, file, document) {
  return listOf(mappingOf(data).images).flatMap((item, index) => {
    const entry = mappingOf(item);
    const name = textOf(entry.name);
    if (name === void 0) return [];
    const newName = textOf(entry.newName) || void 0;
    const scalar = (field) => {
      const text = textOf(entry[field]);
      return text === void 0 ? void 0 : { file, document, path: ["images", index, field], text };
    };
    const [tag, digest] = [scalar("newTag"), scalar("digest")];
    const site = tag === void 0 && digest === void 0 ? void 0 : {
      form: "kustomize images",
      name: newName ?? name,
      aliases: newName === void 0 ? [] : [name],
      ...tag && { tag },
      ...digest && { digest },
      ...textOf(entry.tagSuffix) && {
        readOnly: "`tagSuffix` is added to the tag here, so that another version would run: take it out"
      }
    };
    return [{ name, newName, site }];
  });
}
function optionEntries(images, at) {
  return listOf(images).flatMap((item, index) => {
    const text = textOf(item);
    if (text === void 0) return [];
    const sign = text.indexOf("=");
    const image = splitImage(text.slice(sign + 1));
    const name = sign < 0 ? image.name : text.slice(0, sign);
    const newName = sign < 0 || image.name === "*" ? void 0 : image.name;
    const sets = image.tag !== void 0 && image.tag !== "*" || image.digest !== void 0;
    const scalar = { file: at.file, document: at.document, path: [...at.path, index], text };
    const site = {
      form: "Application kustomize images",
      name: newName ?? name,
      aliases: newName === void 0 ? [] : [name],
      image: scalar
    };
    return [{ name, newName, site: sets ? site : void 0 }];
  });
}

// actions/lib/images/manifest-images.ts
var fields = ["image", "imageName"];
function manifestImages(data, file, document) {
  const { kind, metadata } = mappingOf(data);
  const name = textOf(mappingOf(metadata).name);
  const object = typeof kind === "string" && name !== void 0 ? { kind, name } : void 0;
  return [...mappings(data)].flatMap(({ path, mapping }) => {
    const common = { object, container: textOf(mapping.name) };
    const key = path.at(-1);
    const isContainer = /^(initC|c)ontainers$/.test(String(path.at(-2)));
    const whole = (key === "image" ? ["reference", ...fields] : fields).flatMap((field) => {
      const text = textOf(mapping[field]);
      const reference = text === void 0 ? void 0 : parseReference(text);
      if (text === void 0 || reference === void 0) return [];
      const at = [...path, field];
      const site = {
        form: "manifest",
        name: reference.name,
        aliases: [],
        image: { file, document, path: at, text }
      };
      return [{ ...common, site, path: at, isContainer: isContainer && field === "image" }];
    });
    const parts = /image$/i.test(String(key)) ? imageParts(mapping, { file, document, path }) : void 0;
    return parts === void 0 ? whole : [...whole, { ...common, site: parts, path, isContainer: false }];
  });
}
var manifestSites = (data, file, document) => [...manifestImages(data, file, document), ...jsonPatchImages(data, file, document)].map(({ site }) => site);
function imageParts(mapping, { file, document, path }) {
  const repository = textOf(mapping.repository);
  const scalar = (field) => {
    const text = textOf(mapping[field]);
    return text === void 0 ? void 0 : { file, document, path: [...path, field], text };
  };
  const [tag, digest] = [scalar("tag"), scalar("digest")];
  if (repository === void 0 || parseReference(repository) === void 0 || (tag ?? digest) === void 0)
    return void 0;
  const registry = textOf(mapping.registry);
  return {
    form: "manifest",
    name: registry ? `${registry}/${repository}` : repository,
    aliases: registry ? [repository] : [],
    ...tag && { tag },
    ...digest && { digest }
  };
}
function jsonPatchImages(data, file, document) {
  if (!Array.isArray(data)) return [];
  return data.flatMap((operation, index) => {
    const { op, path, value } = mappingOf(operation);
    const [target, text] = [textOf(path), textOf(value)];
    const isSet = (op === "replace" || op === "add") && target !== void 0 && /\/image(Name)?$/.test(target);
    const reference = isSet && text !== void 0 ? parseReference(text) : void 0;
    if (reference === void 0 || text === void 0 || target === void 0) return [];
    const image = { file, document, path: [index, "value"], text };
    const names = target.slice(1).split("/").map((name) => name.replaceAll("~1", "/").replaceAll("~0", "~"));
    const site = { form: "manifest", name: reference.name, aliases: [], image };
    return [{ site, path: names, object: void 0, container: void 0, isContainer: true }];
  });
}

// actions/lib/images/file-images.ts
var kustomizationName = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;
var isKustomization = (path) => kustomizationName.test(path);
function fileSites(documents, file) {
  return documents.flatMap((data, document) => documentSites(data, file, document));
}
function documentSites(data, file, document) {
  const { kind, apiVersion } = mappingOf(data);
  if (isKustomization(file) || /^kustomize\.config\.k8s\.io\//.test(String(apiVersion))) {
    return kustomizationEntries(data, file, document).flatMap(({ site }) => site ?? []);
  }
  if (kind === "Application" && String(apiVersion).startsWith("argoproj.io/")) {
    return applicationSources(data).flatMap((source) => sourceSites(source, file, document));
  }
  if (typeof kind === "string" || Array.isArray(data)) return manifestSites(data, file, document);
  return valuesSites([{ type: "values", data, file, document, path: [], below: [] }]);
}
function applicationSources(data) {
  const spec = mappingOf(mappingOf(data).spec);
  const several = listOf(spec.sources);
  if (several.length > 0) {
    return several.map((source, index) => ({ source: mappingOf(source), path: ["spec", "sources", index] }));
  }
  return spec.source === void 0 ? [] : [{ source: mappingOf(spec.source), path: ["spec", "source"] }];
}
function sourceSites({ source, path }, file, document) {
  const entries = optionEntries(mappingOf(source.kustomize).images, {
    file,
    document,
    path: [...path, "kustomize", "images"]
  });
  return [
    ...entries.flatMap(({ site }) => site ?? []),
    ...valuesSites(applicationValues({ source, path }, file, document))
  ];
}
function applicationValues({ source, path }, file, document) {
  const helm = mappingOf(source.helm);
  const parameters = listOf(helm.parameters).flatMap((item, index) => {
    const { name, value } = mappingOf(item);
    const [key, text] = [textOf(name), textOf(value)];
    if (key === void 0 || text === void 0) return [];
    const scalar = { file, document, path: [...path, "helm", "parameters", index, "value"], text };
    return [{ name: parameterPath(key), scalar }];
  });
  const inline = helm.valuesObject === void 0 ? textOf(helm.values) : void 0;
  return [
    ...helm.valuesObject === void 0 ? [] : [
      {
        type: "values",
        data: helm.valuesObject,
        file,
        document,
        path: [...path, "helm", "valuesObject"],
        below: []
      }
    ],
    ...inline === void 0 ? [] : [
      {
        type: "values",
        data: dataOf(inline),
        file,
        document,
        path: [...path, "helm", "values"],
        below: [],
        readOnly: insideText
      }
    ],
    ...parameters.length === 0 ? [] : [{ type: "parameters", parameters }]
  ];
}
var insideText = "it stands inside a block of text, which is not edited: move it to a file, or to `valuesObject`";
function dataOf(text) {
  const opened = openYamlText(new TextEncoder().encode(text));
  return "refusals" in opened ? void 0 : opened.documents[0]?.data;
}
function parameterPath(name) {
  return name.replaceAll(/\[(\d+)\]/g, ".$1").split(/(?<!\\)\./).map((part) => part.replaceAll("\\.", "."));
}

// actions/lib/bump/places/applications.ts
var manifestName2 = /\.(ya?ml|json)$/;
async function findApplications(files, roots, names) {
  const isListed = (path) => ["file", "executable"].includes(files.tree.files.get(path)?.mode ?? "");
  const paths = new Set(roots.flatMap((root) => isListed(root) ? [root] : files.list(root)));
  const candidates = [...paths].filter((path) => manifestName2.test(path) && isListed(path));
  const kustomizations = kustomizationReader(files);
  const found = await Promise.all(candidates.map((path) => readFile(path, files, { files, kustomizations, ...names })));
  const applications = found.flatMap((one) => one.applications);
  return {
    applications: applications.sort(
      (a, b) => compare(a.application.name, b.application.name) || compare(a.file, b.file)
    ),
    applicationSets: found.flatMap((one) => one.applicationSets).sort(),
    unreadable: found.flatMap((one) => one.unreadable),
    kustomizations
  };
}
var compare = (a, b) => a < b ? -1 : a > b ? 1 : 0;
async function readFile(file, files, walk) {
  const none = { applications: [], applicationSets: [], unreadable: [] };
  if (!await files.mentions(file, "argoproj.io/") || !await files.mentions(file, "Application")) return none;
  const documents = await files.documents(file);
  if (documents === void 0) return { ...none, unreadable: [file] };
  const objects = documents.map((data) => data);
  const applications = await Promise.all(
    objects.flatMap(
      (object, document) => object !== void 0 && isApplication(object) && isNamed(object) ? [readOne2(object, { file, document }, walk)] : []
    )
  );
  const sets = objects.filter((object) => object !== void 0 && isApplicationSet(object) && isNamed(object));
  const applicationSets = sets.map((object) => readApplication(object).name);
  return { applications, applicationSets, unreadable: [] };
}
async function readOne2(object, at, walk) {
  const application = readApplication(object);
  const written = applicationSources(object);
  const sources = await Promise.all(
    application.sources.map(async (source, index) => {
      const one = written[index];
      return { written: one, deployed: await deployedSource(source, application, { ...at, path: one.path }, walk) };
    })
  );
  return { application, ...at, sources };
}
function filesOf({ sources }) {
  const files = /* @__PURE__ */ new Set();
  for (const { deployed } of sources) {
    if (deployed.type === "helm") for (const { file } of deployed.valueFiles) files.add(file);
    else if (deployed.type === "directory") for (const path of deployed.manifests) files.add(path);
    else if (deployed.type === "kustomize") addKustomization(deployed.top, files);
  }
  return files;
}
function addKustomization(node, files) {
  files.add(node.file);
  for (const path of node.manifests) files.add(path);
  for (const patch of node.patches) if ("file" in patch) files.add(patch.file);
  for (const { valueFiles } of node.charts) for (const path of valueFiles) files.add(path);
  for (const child of node.children) addKustomization(child, files);
}

// actions/lib/bump/places/tree-files.ts
var maxLinks = 10;
function openTreeFiles(tree) {
  const directories = directoriesOf(tree);
  const opened = /* @__PURE__ */ new Map();
  const bytes = /* @__PURE__ */ new Map();
  const read = (path) => remembered(bytes, path, () => readBytes(tree, path));
  const open = (path) => remembered(opened, path, async () => openedFile(await read(path)));
  return {
    tree,
    hasLinks: [...tree.files.values()].some(({ mode }) => mode === "symlink"),
    open,
    mentions: async (path, text) => {
      const found = await read(path);
      return found.type === "file" && Buffer.from(found.bytes.buffer, found.bytes.byteOffset, found.bytes.length).includes(text);
    },
    documents: async (path) => {
      const file = await open(path);
      return file.type === "yaml" ? file.yaml.documents.map(({ data }) => data) : void 0;
    },
    typeOf: async (path) => {
      const { target } = await followLinks(tree, path);
      if (target === "" || directories.has(target)) return "directory";
      return isFile(tree, target) ? "file" : "missing";
    },
    list: (directory) => tree.list(directory)
  };
}
function remembered(known3, key, make) {
  const answer = known3.get(key) ?? make();
  known3.set(key, answer);
  return answer;
}
async function readBytes(tree, path) {
  const { target, circular } = await followLinks(tree, path);
  if (circular) return { type: "refused", path, reason: "it is a symbolic link that leads in a circle" };
  const entry = await tree.read(target);
  if (entry.type === "file") return { type: "file", path: target, bytes: entry.bytes };
  return entry.type === "refused" ? { type: "refused", path: target, reason: entry.reason } : { type: "missing" };
}
async function followLinks(tree, path) {
  let target = path;
  for (let links = 0; links <= maxLinks; links += 1) {
    if (isFile(tree, target)) return { target, circular: false };
    const entry = await tree.read(target);
    if (entry.type !== "link") return { target, circular: false };
    target = entry.target;
  }
  return { target, circular: true };
}
function isFile(tree, path) {
  const mode = tree.files.get(path)?.mode;
  return mode === "file" || mode === "executable";
}
function openedFile(read) {
  if (read.type === "missing") return read;
  if (read.type === "refused") {
    return {
      type: "refused",
      path: read.path,
      refusals: [{ message: `it cannot be read: ${read.reason}`, line: 1, column: 1 }]
    };
  }
  const yaml = openYamlText(read.bytes);
  if ("refusals" in yaml) return { type: "refused", path: read.path, refusals: yaml.refusals };
  return { type: "yaml", path: read.path, yaml };
}
function directoriesOf(tree) {
  const directories = /* @__PURE__ */ new Set();
  for (const path of tree.files.keys()) {
    for (let end = path.lastIndexOf("/"); end > 0; end = path.lastIndexOf("/", end - 1)) {
      const directory = path.slice(0, end);
      if (directories.has(directory)) break;
      directories.add(directory);
    }
  }
  return directories;
}

// schemas/hold.schema.json
var hold_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:seaworthy:schema:hold",
  title: "Hold",
  description: "A version of an image that must not be deployed. Written by a roll-back into `holds/` of the state folder; removing the file lifts it. At least one of `tag` and `digest`.",
  type: "object",
  additionalProperties: false,
  required: ["image", "environments", "reason", "since"],
  anyOf: [
    {
      required: ["tag"]
    },
    {
      required: ["digest"]
    }
  ],
  properties: {
    image: {
      title: "the name of an image without tag and digest",
      type: "string",
      pattern: "^[^\\s:@]+(:[0-9]{1,5}/[^\\s:@]+)?$",
      maxLength: 255,
      examples: ["ghcr.io/your-org/api"]
    },
    tag: {
      title: "a tag",
      type: "string",
      pattern: "^\\w[\\w.-]{0,127}$",
      examples: ["1.5.0"]
    },
    digest: {
      title: "a SHA-256 digest",
      type: "string",
      pattern: "^sha256:[0-9a-f]{64}$",
      examples: ["sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"]
    },
    environments: {
      title: "Environments",
      description: "Where it is held. An empty list means everywhere.",
      type: "array",
      maxItems: 100,
      uniqueItems: true,
      items: {
        title: "the name of an environment",
        type: "string",
        pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
        examples: ["staging"]
      }
    },
    reason: {
      title: "the reason",
      type: "string",
      minLength: 1,
      maxLength: 2e3
    },
    by: {
      title: "who or what asked for it",
      type: "string",
      minLength: 1,
      maxLength: 500
    },
    run: {
      title: "the address of the run that wrote it",
      type: "string",
      pattern: "^https?://\\S+$",
      maxLength: 1e3
    },
    since: {
      title: "the time of the roll-back in UTC",
      type: "string",
      pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
      examples: ["2026-12-01T08:00:00Z"]
    },
    until: {
      title: "the time in UTC when it ends",
      type: "string",
      pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
      examples: ["2026-12-01T08:00:00Z"],
      description: "Without it, it holds until the file is removed."
    }
  }
};

// actions/lib/contracts/hold.ts
var holdContract = { schema: hold_schema_default, scalars: "text" };
function parseHold(text, file) {
  const { value, problems } = checkContract(holdContract, text, file);
  if (problems.length > 0) return { problems };
  if (value === void 0) return { problems: [{ file, line: 1, column: 1, message: "the file is empty" }] };
  return { hold: value };
}

// actions/lib/bump/roll-back/same-version.ts
function compareVersions(one, other) {
  if (one.digest !== void 0 && other.digest !== void 0) return one.digest === other.digest ? "same" : "other";
  if (one.tag !== void 0 && other.tag !== void 0) return one.tag === other.tag ? "same" : "other";
  return "unknown";
}

// actions/lib/bump/state/state-files.ts
import { createHash } from "node:crypto";
var defaultState = "gitops/.seaworthy";
var holdsFolder = (state) => `${state}/holds`;
function recordPath(state, environment, image) {
  return `${state}/records/${environment}/${imageKey(image).replaceAll(":", "_")}.yaml`;
}
function holdKey({ image, tag, digest, environments }) {
  return JSON.stringify([imageKey(image), tag, digest, [...new Set(environments)].sort()]);
}
function holdPath(state, subject, apart = false) {
  const { image, tag, digest, environments } = subject;
  const folders = imageKey(image).split("/").map(safePart);
  const version = [tag, digest?.replace(":", "-")].filter((part) => part !== void 0).join("-");
  const where = environments.length === 0 ? "everywhere" : [...new Set(environments)].sort().join("+");
  const name = safePart(apart ? `${version}.${where}.${hash(holdKey(subject))}` : `${version}.${where}`);
  return [holdsFolder(state), ...folders, `${name}.yaml`].join("/");
}
var maxPart = 200;
function safePart(text) {
  const colons = text.replaceAll(":", "_");
  const clean = colons.replaceAll(/[^\w.+-]/g, "_").replace(/^\.+|^$/, "_");
  if (clean === colons && clean.length <= maxPart) return clean;
  return `${clean.slice(0, maxPart - 20)}-${hash(text)}`;
}
var hash = (text) => createHash("sha256").update(text).digest("hex").slice(0, 16);

// actions/lib/bump/state/holds.ts
async function readHolds(files, state) {
  const holds = [];
  const refusals = [];
  const folder = holdsFolder(state);
  for (const path of linksAt(folder, files)) {
    refusals.push({
      image: "",
      file: path,
      message: "holds are read from plain folders, and this is a symbolic link: put the folder in its place"
    });
  }
  for (const file of files.list(folder)) {
    if (/(^|\/)(README\.md|\.gitkeep)$/.test(file)) continue;
    if (!/\.ya?ml$/.test(file)) {
      refusals.push({ image: "", file, message: "only holds (.yaml) belong here: rename or move it" });
      continue;
    }
    const opened = await files.open(file);
    if (opened.type === "missing") {
      refusals.push({ image: "", file, message: "this hold cannot be read: mend it" });
      continue;
    }
    if (opened.type === "refused") {
      refusals.push(...opened.refusals.map((refusal) => ({ image: "", ...refusal, file })));
      continue;
    }
    const parsed = parseHold(new TextDecoder().decode(opened.yaml.bytes), file);
    if ("hold" in parsed) holds.push({ hold: parsed.hold, file });
    else refusals.push(...parsed.problems.map((problem) => ({ image: "", ...problem })));
  }
  return refusals.length > 0 ? { refusals } : { holds };
}
function linksAt(folder, files) {
  const parts = folder.split("/");
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join("/"));
  return paths.filter((path) => files.tree.files.get(path)?.mode === "symlink");
}
function findHold(holds, names, version, environments, now) {
  if (version.tag === void 0 && version.digest === void 0) return void 0;
  const keys = names.map(imageKey);
  return holds.find(({ hold }) => {
    if (!keys.includes(imageKey(hold.image)) || compareVersions(hold, version) === "other") return false;
    if (hasEnded(hold, now)) return false;
    return hold.environments.length === 0 || environments.length === 0 || environments.some((name) => hold.environments.includes(name));
  });
}
var hasEnded = ({ until }, now) => until !== void 0 && Date.parse(until) <= now;
function describeHold({ hold, file }) {
  const where = hold.environments.length === 0 ? "everywhere" : `in ${hold.environments.join(", ")}`;
  const until = hold.until === void 0 ? "until that file is removed" : `until ${hold.until}, or until that file is removed`;
  const by = hold.by === void 0 ? "" : ` by ${hold.by}`;
  const run = hold.run === void 0 ? "" : ` (${hold.run})`;
  return `${showVersion(hold)} is held ${where} since ${hold.since}${by}${run}: ${hold.reason}. ${file} says so, ${until}`;
}

// actions/lib/bump/open-bump.ts
async function openBump(tree, names, now) {
  const files = openTreeFiles(tree);
  const { settings } = await readSettings(tree);
  const state = cleanPath(settings.state ?? defaultState);
  const held = await readHolds(files, state);
  if ("refusals" in held) return held;
  const environments = settings.environments ?? {};
  const own = settings.repository === void 0 ? names : { ...names, repositories: settings.repository };
  let applications;
  const context = {
    files,
    state,
    trustRoot: settings.trustRoot === void 0 ? void 0 : cleanPath(settings.trustRoot),
    keyFiles: Object.values(environments).flatMap(
      ({ verify = [] }) => verify.flatMap(({ key }) => (key?.files ?? []).map(cleanPath))
    ),
    environments,
    holds: held.holds,
    heldEnvironments: [...new Set(held.holds.flatMap(({ hold }) => hold.environments))],
    now,
    applications: () => {
      applications ??= findApplications(files, settings.roots?.map(cleanPath) ?? [""], own);
      return applications;
    },
    pinOf: (which) => which.map((name) => environments[name]?.pin).find((pin) => pin !== void 0)
  };
  return { context, settings };
}
var cleanPath = (path) => path.split("/").filter((part) => part !== "" && part !== ".").join("/");

// actions/lib/yaml/edit-obstacle.ts
function pathObstacle({ text }, path, reached) {
  const { node, offset, depth } = reached;
  if (depth < path.length) return { reason: "not-found", message: nowhere(path, reached), offset };
  if (node === null || isScalar(node)) return void 0;
  const at = node.range?.[0] ?? offset;
  const name = describePath(path);
  if (isMap(node) && text.startsWith("{{", at)) return { reason: "template", message: template(name), offset: at };
  const message = `${name} is a ${isSeq(node) ? "list" : "mapping"}. Name one value in it.`;
  return { reason: "not-a-scalar", message, offset: at };
}
function scalarObstacle(parsed, path, reached) {
  const { node, offset } = reached;
  const name = describePath(path);
  const shared = sharedObstacle(parsed, name, reached);
  if (shared !== void 0) return shared;
  if (!isScalar(node)) {
    return { reason: "no-place", message: `${name} is a key without a colon. Write the colon first.`, offset };
  }
  const written = writtenObstacle(parsed.text, name, node);
  return written && { ...written, offset: node.range?.[0] ?? offset };
}
function sharedObstacle(parsed, name, reached) {
  const { node, alias, merge, repeatedBy, offset } = reached;
  const at = (other) => other?.range?.[0] ?? offset;
  const line = (other) => parsed.placeOf(at(other)).line;
  if (merge !== void 0) {
    const message = `${name} comes from the merge key on line ${line(merge)} and is written on line ${line(node)}. Edit it there, or write the key here.`;
    return { reason: "inherited", message, offset: at(merge) };
  }
  if (alias !== void 0) {
    const message = `${name} is only repeated here by the alias *${alias.source}, and is written on line ${line(node)}. Edit it there, or write the value here instead of the alias.`;
    return { reason: "alias", message, offset: at(alias) };
  }
  if (repeatedBy !== void 0) {
    const message = `${name} is repeated by the alias *${repeatedBy.source} on line ${line(repeatedBy)}, which would change with it. Write the value there instead of the alias first.`;
    return { reason: "anchored", message, offset: at(node) };
  }
  return void 0;
}
function writtenObstacle(text, name, scalar) {
  if (scalar.tag !== void 0 && scalar.tag !== stringTag) {
    const tag = scalar.tag.replace(/^tag:yaml\.org,2002:/, "!!").slice(0, 80);
    return { reason: "tag", message: `${name} has the tag ${tag}, which decides how it is read. Remove the tag first.` };
  }
  if (styleOf(scalar) === "block") {
    const message = `${name} is a block of text (| or >). Write the value on the line of its key first.`;
    return { reason: "block-scalar", message };
  }
  if (text.slice(scalar.range?.[0], scalar.range?.[1]).includes("\n")) {
    return { reason: "multi-line", message: `${name} goes over several lines. Write it on one line first.` };
  }
  return scalar.source?.includes("{{") ? { reason: "template", message: template(name) } : void 0;
}
var stringTag = "tag:yaml.org,2002:str";
var template = (name) => `${name} is a template expression ({{ \u2026 }}), which is computed elsewhere. Edit what it is computed from.`;
function nowhere(path, { node, depth }) {
  const parent = depth === 0 ? "The document" : describePath(path.slice(0, depth));
  const name = path[depth];
  const missing = typeof name === "number" ? `item ${name}` : `key ${shown(String(name))}`;
  if (isScalar(node) || node === null) return `${parent} is a single value, so it has no ${missing}. Check the path.`;
  const misread = isSeq(node) === (typeof name === "number") ? "" : ` It is a ${isSeq(node) ? "list" : "mapping"}.`;
  return `${parent} has no ${missing}.${misread} Check the path, or write the key first.`;
}
function describePath(path) {
  if (path.length === 0) return "the whole document";
  const names = path.map((name) => {
    if (typeof name === "number") return `[${name}]`;
    return /^[\w/-]{1,80}$/.test(name) ? `.${name}` : `[${shown(name)}]`;
  });
  return names.join("").replace(/^\./, "");
}

// actions/lib/yaml/quoting.ts
var words = /^(?:~|null|true|false|yes|no|on|off|y|n|[-+]?\.inf|\.nan|<<|=)?$/i;
var numbers = [
  /^[-+]?\d*\.?\d*(?:e[-+]?\d*)?$/i,
  /^[-+]?0x[\da-f]*\.?[\da-f]*(?:p[-+]?\d*)?$/i,
  /^[-+]?0[ob]\d*$/i,
  /^[-+]?\d+(?::\d+)+(?:\.\d*)?$/
];
var dates = /^\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?$/;
function readsAsAnother(text) {
  const digits = text.replaceAll("_", "");
  return words.test(text) || dates.test(text) || numbers.some((number) => number.test(digits));
}
var plainStart = /^(?:[\p{L}\p{N}_./\\$^;()+]|-\S)/u;
var brokenPlain = new RegExp(": | #|[: ]$|^(?:---|\\.\\.\\.)|[^\\P{Z} ]|\\p{C}", "u");
var flowIndicators = /[,[\]{}?]/;
function needsQuotes(text, inFlow) {
  if (readsAsAnother(text) || !plainStart.test(text) || brokenPlain.test(text)) return true;
  return inFlow && flowIndicators.test(text);
}
function isJsonLiteral(text) {
  return /^(?:-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?|true|false|null)$/.test(text);
}
function doubleQuoted(text) {
  return `"${text.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"`;
}
function singleQuoted(text) {
  return `'${text.replaceAll("'", "''")}'`;
}
var unwritable = /[^\x20-\x7E\xA0-\u2027\u202A-\uD7FF\uE000-\uFEFE\uFF00-\uFFFD\u{10000}-\u{10FFFF}]/u;
function isWritable(text) {
  return !unwritable.test(text);
}

// actions/lib/yaml/plan-edit.ts
function planEdit({ parsed, trees }, edit) {
  const refused2 = (reason, message, offset) => ({
    type: "refused",
    refusal: { reason, message, ...parsed.placeOf(offset) }
  });
  const tree = trees[edit.document];
  const name = describePath(edit.path);
  if (tree === void 0 || tree.root === null) {
    const which = `document ${edit.document} (from 0) of ${trees.length}`;
    const message = `${name} cannot be in ${which}, which is ${tree === void 0 ? "not there" : "empty"}. Check which document it is in.`;
    return refused2("no-document", message, parsed.documents[edit.document]?.range[0] ?? 0);
  }
  const reached = followPath(tree, edit.path);
  const lost = pathObstacle(parsed, edit.path, reached);
  if (lost !== void 0) return refused2(lost.reason, lost.message, lost.offset);
  const scalar = isScalar(reached.node) ? reached.node : void 0;
  const old = scalar?.source ?? "";
  const at = scalar?.range?.[0] ?? reached.offset;
  if (edit.expect !== void 0 && edit.expect !== old) {
    const message = `${name} is ${shown(old)}, not ${shown(edit.expect)} as expected. Look at what changed, then decide anew.`;
    return refused2("unexpected-value", message, at);
  }
  if (scalar !== void 0 && old === edit.value && isString(scalar)) return { type: "nothing", scalar };
  if (!isWritable(edit.value)) {
    const message = `The new value of ${name} has a line break or a control character. Leave it out.`;
    return refused2("bad-value", message, at);
  }
  const obstacle = scalarObstacle(parsed, edit.path, reached);
  if (obstacle !== void 0) return refused2(obstacle.reason, obstacle.message, obstacle.offset);
  return { type: "splice", splice: spliceOf(parsed.text, edit, scalar, reached) };
}
function isString(scalar) {
  if (scalar.tag !== void 0) return scalar.tag === stringTag;
  return scalar.type !== "PLAIN" || !readsAsAnother(scalar.source ?? "");
}
function spliceOf(text, edit, scalar, { inFlow, inJson }) {
  const { value } = edit;
  const old = scalar.source ?? "";
  const [start, end] = scalar.range ?? [0, 0];
  const splice = { edit, scalar, old, start, end };
  const plain = needsQuotes(value, inFlow) ? doubleQuoted(value) : value;
  switch (styleOf(scalar)) {
    case "single":
      return { ...splice, replacement: singleQuoted(value) };
    case "double":
      return { ...splice, replacement: doubleQuoted(value) };
    case "empty": {
      const place = start - (/[ \t]*$/.exec(text.slice(Math.max(0, start - maxGap), start))?.[0].length ?? 0);
      return { ...splice, start: place, end: place, replacement: ` ${plain}` };
    }
    default:
      return { ...splice, replacement: inJson && isJsonLiteral(old) ? doubleQuoted(value) : plain };
  }
}
var maxGap = 1e3;

// actions/lib/yaml/compare-trees.ts
var Unproved = class extends Error {
};
function expectSame(one, other, otherwise) {
  if (!Object.is(one, other)) throw new Unproved(otherwise);
}
function compareTrees(before, after, isEdited) {
  const edited = [];
  const become = /* @__PURE__ */ new Map();
  function compare2(old, now) {
    if (isAlias(old) && isAlias(now)) {
      compareAliases(old, now);
    } else if (old === null || now === null || isAlias(old) || isAlias(now)) {
      expectSame(old, now, "an alias or a key without a value would change");
    } else {
      compareNodes(old, now);
    }
  }
  function compareNodes(old, now) {
    const editedSoFar = edited.length;
    expectSame(old.anchor, now.anchor, "an anchor would change");
    expectSame(old.tag, now.tag, "a tag would change");
    if (isMap(old) && isMap(now)) compareItems(old, now, comparePairs);
    else if (isSeq(old) && isSeq(now)) compareItems(old, now, compare2);
    else if (isScalar(old) && isScalar(now)) compareScalars(old, now);
    else throw new Unproved("a value would become another kind of value");
    if (old.anchor !== void 0 && editedSoFar === edited.length) become.set(old, now);
  }
  function compareAliases(old, now) {
    const target = before.targets.get(old);
    const same = old.source === now.source && target !== void 0 && become.get(target) === after.targets.get(now);
    expectSame(same, true, `what the alias *${old.source} repeats would change`);
  }
  function compareItems(old, now, compareItem) {
    expectSame(old.items.length, now.items.length, "a mapping or list would become longer or shorter");
    expectSame(old.flow === true, now.flow === true, "a mapping or list would be written in another way");
    for (const [index, item] of old.items.entries()) compareItem(item, now.items[index]);
  }
  function comparePairs(old, now) {
    const editedSoFar = edited.length;
    compare2(old.key, now.key);
    expectSame(edited.length, editedSoFar, "a key would change");
    compare2(old.value ?? null, now.value ?? null);
  }
  function compareScalars(old, now) {
    if (isEdited(old)) {
      edited.push({ old, now });
      return;
    }
    expectSame(old.source, now.source, "another value would change");
    expectSame(old.type, now.type, "the quotes of another value would change");
  }
  compare2(before.root, after.root);
  return edited;
}

// actions/lib/yaml/prove-edit.ts
function whyUnproved(before, after, intended) {
  try {
    const edited = compareDocuments(before, after, intended);
    expectSame(edited.length, intended.size, "an edited value would not be found again");
    for (const one of edited) checkEdited(one, intended.get(one.old), after.parsed.text);
    expectSame(restored(before, after, edited), before.parsed.text, "the text around a value would change");
    compareLines(before, after, edited);
    return void 0;
  } catch (error) {
    if (error instanceof Unproved) return error.message;
    throw error;
  }
}
function compareDocuments(before, after, intended) {
  expectSame(before.trees.length, after.trees.length, "the number of documents would change");
  return before.trees.flatMap((tree, index) => {
    const other = after.trees[index];
    return other === void 0 ? [] : compareTrees(tree, other, (scalar) => intended.has(scalar));
  });
}
function checkEdited({ old, now }, value, text) {
  expectSame(now.source, value, "a new value would read as another text");
  const gainsQuotes = old.type === "PLAIN" && now.type === "QUOTE_DOUBLE";
  if (!gainsQuotes) expectSame(old.type, now.type, "the quotes of a value would change");
  const written = rawOf(text, now);
  for (const [version, schema] of [
    ["1.1", "yaml-1.1"],
    ["1.2", "core"]
  ]) {
    const { contents, errors } = parseDocument(written, { version, schema, prettyErrors: false, logLevel: "silent" });
    const read = errors.length === 0 && isScalar(contents) ? contents.value : void 0;
    expectSame(read, value, `a new value would not be a string in YAML ${version}`);
  }
}
function restored(before, after, edited) {
  const pieces = [];
  let from = 0;
  for (const { old, now } of edited) {
    const [start, end] = now.range ?? [0, 0];
    const raw = rawOf(before.parsed.text, old);
    pieces.push(after.parsed.text.slice(from, raw === "" ? start - 1 : start), raw);
    from = end;
  }
  return pieces.join("") + after.parsed.text.slice(from);
}
function compareLines(before, after, edited) {
  const [old, now] = [before.parsed.text.split("\n"), after.parsed.text.split("\n")];
  expectSame(old.length, now.length, "the number of lines would change");
  expectSame(before.parsed.hasMark, after.parsed.hasMark, "the byte order mark would change");
  const lines = new Set(edited.map((one) => after.parsed.placeOf(one.now.range?.[0] ?? 0).line));
  for (const [index, line] of old.entries()) {
    const other = now[index] ?? "";
    expectSame(line !== other, lines.has(index + 1), "other lines than those of the values would change");
    expectSame(line.endsWith("\r"), other.endsWith("\r"), "the end of a line would change");
  }
}
function rawOf(text, { range }) {
  return text.slice(range?.[0], range?.[1]);
}

// actions/lib/yaml/edit.ts
function editScalars(file, edits) {
  const plans = edits.map((edit) => planEdit(file, edit));
  const refusals = [
    ...plans.flatMap((plan) => plan.type === "refused" ? [plan.refusal] : []),
    ...twice(file, edits, plans)
  ];
  if (refusals.length > 0) return { refusals };
  const splices = plans.flatMap((plan) => plan.type === "splice" ? [plan.splice] : []);
  if (splices.length === 0) return { bytes: file.bytes, changes: [] };
  const bytes = encodeText(spliced(file.parsed.text, splices), file.parsed.hasMark);
  const unproved = unprovedBecause(file, bytes, splices);
  if (unproved !== void 0) return { refusals: [unproved] };
  return { bytes, changes: splices.map((splice) => changeOf(file, splice)) };
}
function unprovedBecause(file, bytes, splices) {
  const after = openYamlText(bytes);
  const intended = new Map(splices.map(({ scalar, edit }) => [scalar, edit.value]));
  const why = "refusals" in after ? after.refusals[0]?.message : whyUnproved(file, after, intended);
  const [first] = splices;
  if (why === void 0 || first === void 0) return void 0;
  const names = splices.map(({ edit }) => describePath(edit.path)).join(", ");
  const message = `It cannot be proved that editing ${names} changes nothing else: ${why}. Edit the file by hand, and report this with it.`;
  return { reason: "not-proved", message, ...file.parsed.placeOf(first.start) };
}
function twice(file, edits, plans) {
  const seen = /* @__PURE__ */ new Map();
  return plans.flatMap((plan, index) => {
    if (plan.type === "refused") return [];
    const scalar = plan.type === "splice" ? plan.splice.scalar : plan.scalar;
    const earlier = seen.get(scalar);
    seen.set(scalar, earlier === "splice" ? earlier : plan.type);
    if (earlier === void 0 || earlier === "nothing" && plan.type === "nothing") return [];
    const message = `${describePath(edits[index]?.path ?? [])} is edited twice in one go. Keep one of the two edits.`;
    return [{ reason: "edited-twice", message, ...file.parsed.placeOf(scalar.range?.[0] ?? 0) }];
  });
}
function spliced(text, splices) {
  const pieces = [];
  let from = 0;
  for (const { start, end, replacement } of splices.toSorted((one, other) => one.start - other.start)) {
    pieces.push(text.slice(from, start), replacement);
    from = end;
  }
  return pieces.join("") + text.slice(from);
}
function changeOf({ parsed }, { edit, old, start, end }) {
  const { line, column } = parsed.placeOf(start);
  const place = { line, column: start === end ? column + 1 : column };
  return { document: edit.document, path: edit.path, ...place, old, new: edit.value };
}

// actions/lib/bump/edit-files.ts
var scalarKey = ({ file, document, path }) => JSON.stringify([file, document, path]);
async function editFiles(wanted, files, guarded) {
  const result = { sites: [], files: [], refusals: [] };
  const byFile = /* @__PURE__ */ new Map();
  for (const one of wanted) {
    const opened = await files.open(one.scalar.file);
    if (opened.type !== "yaml") throw new Error(`${one.scalar.file} was YAML when it was searched`);
    if (guarded(opened.path)) {
      const message = "settings, workflows, holds, records and keys decide what may be written: no bump may change them";
      result.refusals.push({ image: one.image, message, file: opened.path });
      continue;
    }
    const group = byFile.get(opened.path) ?? { yaml: opened.yaml, wanted: [] };
    byFile.set(opened.path, { ...group, wanted: [...group.wanted, one] });
  }
  for (const [path, group] of [...byFile].sort(([a], [b]) => a < b ? -1 : 1)) editFile(path, group, result);
  return result;
}
function editFile(path, { yaml, wanted }, result) {
  const edits = wanted.map(({ scalar, value }) => ({ document: scalar.document, path: scalar.path, value }));
  const image = [...new Set(wanted.map((one) => one.image))].join(", ");
  const edited = editScalars(yaml, edits);
  if ("refusals" in edited) {
    for (const { message, line, column } of edited.refusals)
      result.refusals.push({ image, message, file: path, line, column });
    return;
  }
  if (edited.changes.length > 0) result.files.push({ path, before: yaml.bytes, after: edited.bytes });
  for (const one of wanted) {
    const change = edited.changes.find(
      (candidate) => candidate.document === one.scalar.document && JSON.stringify(candidate.path) === JSON.stringify(one.scalar.path)
    );
    const place = yaml.documents[one.scalar.document]?.scalarAt(one.scalar.path);
    const { environments, applications, site } = one.site;
    result.sites.push({
      image: one.image,
      file: path,
      line: change?.line ?? place?.line ?? one.site.line,
      column: change?.column ?? place?.column ?? one.site.column,
      form: site.form,
      applications,
      environments,
      old: one.scalar.text,
      new: one.value,
      changed: change !== void 0
    });
  }
}

// actions/lib/images/site.ts
function mainScalar(site) {
  const scalar = site.image ?? site.tag ?? site.digest;
  if (scalar === void 0) throw new Error("a site has at least one scalar");
  return scalar;
}
function scalarsOf({ image, tag, digest }) {
  return [image, tag, digest].filter((scalar) => scalar !== void 0);
}

// actions/lib/bump/places/value-layers.ts
function valueLayers(valueFiles, files) {
  return Promise.all(
    valueFiles.map(async ({ file, below }) => {
      const documents = await files.documents(file);
      return { type: "values", data: documents?.[0], file, document: 0, path: [], below };
    })
  );
}
async function chartSites(node, { valueFiles, inline }, files) {
  const layers = await valueLayers(
    valueFiles.map((file) => ({ file, below: [] })),
    files
  );
  const own = inline === void 0 ? [] : [
    {
      type: "values",
      data: valueAtPath(node.data, inline),
      file: node.file,
      document: 0,
      path: inline,
      below: []
    }
  ];
  return valuesSites([...layers, ...own]);
}

// actions/lib/bump/places/kustomize-images.ts
async function kustomizeImages(top, files, options = []) {
  const { flows, idle } = await build(top, [], files, options);
  return { flows, idle };
}
async function build(node, incoming, files, options = []) {
  const [components, bases] = [node.children.filter(isComponent), node.children.filter((child) => !isComponent(child))];
  const built = await Promise.all(bases.map((child) => build(child, [], files)));
  const manifests = (await Promise.all(node.manifests.map((file) => manifestFlows(file, files)))).flat();
  const charts = (await Promise.all(node.charts.map((chart) => chartSites(node, chart, files)))).flat().map(chartFlow);
  let flows = [...incoming, ...built.flatMap((one) => one.flows), ...manifests, ...charts];
  const idle = built.flatMap((one) => one.idle);
  let hasUnknown = node.hasUnknown || built.some((one) => one.hasUnknown);
  for (const component of components) {
    const applied = await build(component, flows, files);
    flows = applied.flows;
    idle.push(...applied.idle);
    hasUnknown ||= applied.hasUnknown;
  }
  for (const patch of node.patches) flows = await patched(flows, patch, files);
  const own = kustomizationEntries(node.data, node.file, 0);
  const entries = [...own.filter(({ name }) => !options.some((option) => option.name === name)), ...options];
  const anyField = listOf(mappingOf(node.data).configurations).length > 0;
  for (const entry of entries) {
    const next = withEntry(flows, entry, { hasUnknown, anyField });
    if (next === void 0) idle.push(...entry.site === void 0 ? [] : [entry.site]);
    else flows = next;
  }
  return { flows: replaced(renamed(flows, node), node, await changesImages(node, files)), idle, hasUnknown };
}
var isComponent = ({ data }) => mappingOf(data).kind === "Component";
async function manifestFlows(file, files) {
  if (!await files.mentions(file, "mage")) return [];
  const documents = await files.documents(file) ?? [];
  return documents.flatMap(
    (data, document) => manifestImages(data, file, document).map(({ site, path, object, container, isContainer }) => ({
      name: isContainer ? splitImage(mainScalar(site).text).name : site.name,
      before: [],
      decider: site,
      isContainer,
      kind: object?.kind,
      objects: object === void 0 ? [] : [object.name],
      container,
      path: path.map(String)
    }))
  );
}
var chartFlow = (site) => ({
  name: site.name,
  before: [],
  decider: site,
  isContainer: true,
  kind: void 0,
  objects: [],
  container: void 0,
  path: []
});
function withEntry(flows, { name, newName, site }, { hasUnknown, anyField }) {
  const fits = (flow) => (flow.isContainer || anyField) && flow.name === name;
  if (!flows.some(fits)) {
    if (!hasUnknown || site === void 0) return void 0;
    return [...flows, { ...chartFlow(site), name: newName ?? name, before: [name] }];
  }
  return flows.map(
    (flow) => fits(flow) ? { ...flow, name: newName ?? name, before: [...flow.before, name], decider: site ?? flow.decider } : flow
  );
}
var selected = "a patch that chooses its objects by labels sets this image: whether it fits is not known; name the field as a target";
async function patched(flows, patch, files) {
  const inline = "text" in patch ? patch.at : void 0;
  const file = "file" in patch ? patch.file : patch.at.file;
  const documents = "file" in patch ? await files.documents(file) ?? [] : [dataOf(patch.text)];
  let result = flows;
  for (const [document, data] of documents.entries()) {
    const bySelector = patch.target?.selects === true ? { readOnly: selected } : {};
    const settle = (site) => inline === void 0 ? { ...site, ...bySelector } : { ...site, image: { ...inline, text: mainScalar(site).text }, readOnly: insideText };
    for (const found of manifestImages(data, file, document)) {
      const target = patch.target ?? found.object;
      const hits = (flow) => isTarget(flow, target) && flow.container === found.container && found.container !== void 0;
      result = decided(result, hits, settle(found.site), found.isContainer);
    }
    for (const found of jsonPatchImages(data, file, document)) {
      const hits = (flow) => isTarget(flow, patch.target) && String(flow.path) === String(found.path);
      result = decided(result, hits, settle(found.site), true);
    }
  }
  return result;
}
function decided(flows, hits, site, isContainer) {
  const name = splitImage(mainScalar(site).text).name;
  if (!flows.some(hits)) return [...flows, { ...chartFlow(site), name, isContainer }];
  return flows.map((flow) => hits(flow) ? { ...flow, name, before: [], decider: site } : flow);
}
function isTarget(flow, target) {
  if (target === void 0) return true;
  if (target.kind !== void 0 && target.kind !== flow.kind) return false;
  const { name } = target;
  return name === void 0 || /[^\w.-]/.test(name) || flow.objects.some((object) => object === name);
}
function renamed(flows, { data }) {
  const { namePrefix, nameSuffix } = mappingOf(data);
  const [prefix, suffix] = [textOf(namePrefix) ?? "", textOf(nameSuffix) ?? ""];
  if (prefix === "" && suffix === "") return flows;
  return flows.map((flow) => ({
    ...flow,
    objects: [...flow.objects, ...flow.objects.map((name) => prefix + name + suffix)]
  }));
}
async function changesImages({ data, directory }, files) {
  const asked = listOf(mappingOf(data).transformers).map((item) => {
    const text = textOf(item) ?? "";
    const path = text.includes("\n") ? void 0 : joinPath(directory, text);
    return path === void 0 ? text.includes("ImageTag") : files.mentions(path, "ImageTag");
  });
  return (await Promise.all(asked)).includes(true);
}
function replaced(flows, { data, file }, transformed) {
  const unfollowed = listOf(mappingOf(data).replacements).some((item) => mappingOf(item).path !== void 0);
  const targets = listOf(mappingOf(data).replacements).flatMap((item) => listOf(mappingOf(item).targets));
  let result = flows;
  if (unfollowed || transformed) {
    const what = transformed ? "transformers" : "replacements in another file";
    const readOnly = `${what} of ${file} may change images, and are not followed: name the field as a target`;
    result = result.map((flow) => flow.isContainer ? { ...flow, decider: { ...flow.decider, readOnly } } : flow);
  }
  for (const target of targets) {
    const { select, fieldPaths } = mappingOf(target);
    if (!listOf(fieldPaths).some((path) => /(^|\.|\])image$/.test(textOf(path)?.trim() ?? ""))) continue;
    const { kind, name } = mappingOf(select);
    const selector = { ...textOf(kind) && { kind: String(kind) }, ...textOf(name) && { name: String(name) } };
    const readOnly = `\`replacements\` of ${file} copy an image here from another field: name that field as a target`;
    result = result.map(
      (flow) => flow.isContainer && isTarget(flow, selector) ? { ...flow, decider: { ...flow.decider, readOnly } } : flow
    );
  }
  return result;
}

// actions/lib/bump/places/application-sites.ts
async function applicationSites(asked, written, files) {
  return namedSites(asked, await allSites(written, files));
}
function namedSites(asked, sites) {
  return sites.filter(({ name, aliases }) => [name, ...aliases].some((one) => matchName(asked, one) !== void 0));
}
var known = /* @__PURE__ */ new WeakMap();
function allSites(written, files) {
  const ofTree = known.get(files) ?? /* @__PURE__ */ new WeakMap();
  known.set(files, ofTree);
  const found = ofTree.get(written) ?? findAll(written, files);
  ofTree.set(written, found);
  return found;
}
async function findAll(written, files) {
  const { file, document } = written;
  const bySource = written.sources.map(async ({ written: source, deployed }) => {
    if (deployed.type === "kustomize") {
      return deciders((await kustomizeImages(deployed.top, files, optionsOf(source, { file, document }))).flows);
    }
    if (deployed.type === "helm") {
      const layers = await valueLayers(deployed.valueFiles, files);
      return valuesSites([...layers, ...applicationValues(source, file, document)]);
    }
    return deployed.type === "directory" ? manifestsSites(deployed.manifests, files) : [];
  });
  const found = (await Promise.all(bySource)).flat();
  return Promise.all(found.map((site) => atRealPaths(site, files)));
}
function optionsOf(source, at) {
  const path = [...source.path, "kustomize", "images"];
  return optionEntries(mappingOf(source.source.kustomize).images, { ...at, path });
}
async function idleSites({ sources, ...at }, files) {
  const bySource = sources.map(
    async ({ written, deployed }) => deployed.type === "kustomize" ? (await kustomizeImages(deployed.top, files, optionsOf(written, at))).idle : []
  );
  return (await Promise.all(bySource)).flat();
}
async function helmScalars({ sources, file, document }, files) {
  const bySource = sources.map(async ({ written, deployed }) => {
    if (deployed.type !== "helm") return [];
    const layers = [...await valueLayers(deployed.valueFiles, files), ...applicationValues(written, file, document)];
    return effectiveScalars(layers);
  });
  return (await Promise.all(bySource)).flat();
}
function deciders(flows) {
  return flows.map(({ decider, name, before }) => ({
    ...decider,
    name,
    aliases: [.../* @__PURE__ */ new Set([decider.name, ...decider.aliases, ...before])].filter((one) => one !== name)
  }));
}
async function atRealPaths(site, files) {
  const real = async (scalar) => {
    const opened = scalar === void 0 ? void 0 : await files.open(scalar.file);
    return scalar === void 0 || opened?.type !== "yaml" ? scalar : { ...scalar, file: opened.path };
  };
  const [image, tag, digest] = await Promise.all([real(site.image), real(site.tag), real(site.digest)]);
  return { ...site, ...image && { image }, ...tag && { tag }, ...digest && { digest } };
}
async function manifestsSites(paths, files) {
  const all = await Promise.all(
    paths.map(async (file) => {
      if (!await files.mentions(file, "mage")) return [];
      const documents = await files.documents(file) ?? [];
      return documents.flatMap((data, document) => {
        return /^Application(Set)?$/.test(String(mappingOf(data).kind)) ? [] : manifestSites(data, file, document);
      });
    })
  );
  return all.flat();
}

// actions/lib/bump/places/environments.ts
var labels = ["environment", "env", "app.kubernetes.io/environment"];
var others = ["pre", "non", "no", "not", "post", "ex", "old", "new", "fake", "near"];
function applicationsOf(environment, applications, settings) {
  const named = knownEnvironments(settings);
  if (named.length > 0 && !named.includes(environment)) {
    const meant = nearest(environment, named);
    const hint = meant === void 0 ? `there are ${listed(named, 12)}` : `did you mean ${meant}?`;
    return { refused: `the settings know no environment ${environment}: ${hint}` };
  }
  const {
    applications: patterns,
    files,
    targets
  } = (Object.hasOwn(settings, environment) ? settings[environment] : void 0) ?? {};
  const found = patterns === void 0 ? inferred(environment, applications) : byPattern(patterns, applications);
  if (found.length > 0 || patterns === void 0 && (files ?? targets) !== void 0) return found;
  if (patterns !== void 0) {
    return {
      refused: `no Application is named ${patterns.join(" or ")}, as the settings say of environment ${environment}`
    };
  }
  return { refused: nothingInferred(environment, applications) };
}
function knownEnvironments(settings) {
  const sources = Object.values(settings).flatMap((one) => one["promote-from"] ?? []);
  return [.../* @__PURE__ */ new Set([...Object.keys(settings), ...sources])];
}
var byPattern = (patterns, applications) => applications.filter(({ application }) => patterns.some((pattern) => matchesPattern(pattern, application.name)));
function inferred(environment, applications) {
  const unlabelled = applications.filter((one) => labelOf(one) === void 0);
  const labelled = applications.filter((one) => labelOf(one) === environment);
  const byFolder = unlabelled.filter((one) => foldersOf(one).includes(environment));
  const byName = byFolder.length > 0 ? [] : unlabelled.filter(({ application }) => endsWith(application.name, environment));
  return applications.filter((one) => [...labelled, ...byFolder, ...byName].includes(one));
}
function labelOf({ application }) {
  return labels.map((label) => application.labels[label]).find((value) => value !== void 0);
}
function foldersOf({ application, sources }) {
  const values = sources.flatMap(({ deployed }) => deployed.type === "helm" ? deployed.valueFiles : []);
  const folders = values.map(({ file }) => file.slice(0, Math.max(file.lastIndexOf("/"), 0)));
  return [...application.sources.flatMap(({ path }) => path ?? []), ...folders].flatMap((path) => path.split("/"));
}
function endsWith(name, environment) {
  if (name === environment) return true;
  if (!name.endsWith(`-${environment}`)) return false;
  const before = name.slice(0, -environment.length - 1).split("-").at(-1);
  return !others.some((other) => other === before);
}
function nothingInferred(environment, applications) {
  if (applications.length === 0) {
    return "there is no Argo CD Application in the files of this repository: name the files themselves (`files`), or say in the settings which belong to the environment (`environments.<name>.files`)";
  }
  const usual = ["dev", "development", "test", "qa", "integration", "staging", "preprod", "prod", "production"];
  const guessed = usual.filter((name) => inferred(name, applications).length > 0);
  const known3 = [.../* @__PURE__ */ new Set([...applications.flatMap((one) => labelOf(one) ?? []), ...guessed])].sort();
  const meant = nearest(environment, known3);
  const hint = meant !== void 0 ? `did you mean ${meant}?` : known3.length > 0 ? `there are ${listed(known3, 12)}` : "there are none that can be told";
  return `no Application belongs to environment ${environment} by a label \`environment\`, by a folder of its source, or by the end of its name: ${hint}; \`environments\` in the settings can say which do`;
}

// actions/lib/bump/places/field-sites.ts
async function fieldSites(image, targets, files, refusals) {
  const sites = [];
  for (const target of targets) {
    const found = await findField(target, files);
    const site = "message" in found ? found : siteOf(image, found.scalar, found.yaml);
    if ("message" in site) refusals.push({ image, file: target.file, ...site });
    else sites.push(site);
  }
  return sites;
}
async function findField(target, files) {
  const field = parseFieldPath(target.field);
  if ("error" in field) return { message: `the field ${target.field} cannot be read: ${field.error}` };
  const opened = await files.open(target.file);
  if (opened.type === "missing") return { message: "there is no such file" };
  if (opened.type === "refused") return { ...opened.refusals[0] ?? { message: "it cannot be read" } };
  const { documents } = opened.yaml;
  const objects = documents.filter(({ data }) => isObject(data, target.object));
  if (objects.length === 0) return { message: `there is no object ${target.object} in it` };
  const found = documents.flatMap(({ data }, document) => {
    if (!isObject(data, target.object)) return [];
    return resolveFieldPath(data, field).flatMap((path) => {
      const text = textOf(valueAtPath(data, path));
      return text === void 0 ? [] : [{ file: opened.path, document, path, text }];
    });
  });
  const [first, ...more] = found;
  const name = target.object === void 0 ? target.field : `${target.field} of ${target.object}`;
  if (first === void 0) {
    const [only, ...others2] = objects;
    const why = only === void 0 || others2.length > 0 ? "" : `: ${explainFieldPath(only.data, field)}`;
    return { message: `there is no text at ${name}${why}` };
  }
  if (more.length === 0) return { scalar: first, yaml: opened.yaml };
  const lines = found.map(({ document, path }) => documents[document]?.placeOf(path).line);
  return {
    message: `${name} is there ${found.length} times, in lines ${lines.join(", ")}: say which by the object, Kind/name, or by a selector such as [name=\u2026]`,
    ...lines[0] !== void 0 && { line: lines[0] }
  };
}
function isObject(data, wanted) {
  if (wanted === void 0) return true;
  const { kind, metadata } = mappingOf(data);
  const name = textOf(mappingOf(metadata).name);
  return name !== void 0 && (wanted === name || wanted === `${String(kind)}/${name}`);
}
function siteOf(image, scalar, yaml) {
  const known3 = fileSites(
    yaml.documents.map(({ data }) => data),
    scalar.file
  ).find(
    (site) => scalarsOf(site).some(({ document, path }) => document === scalar.document && String(path) === String(scalar.path))
  );
  const line = yaml.documents[scalar.document]?.placeOf(scalar.path).line;
  const at = line === void 0 ? {} : { line };
  if (known3 !== void 0) {
    return namedSites(image, [known3]).length > 0 ? known3 : { message: `this field belongs to another image, ${known3.name}`, ...at };
  }
  const { name, tag } = splitImage(scalar.text);
  const isReference = parseReference(scalar.text) !== void 0 && (tag !== void 0 || name.includes("/"));
  if (isReference && matchName(image, name) === void 0) {
    return { message: `this field holds another image, ${scalar.text}`, ...at };
  }
  if (/^(repository|registry|name|newName)$/.test(String(scalar.path.at(-1)))) {
    return { message: "this field holds a name, not a version: choose the tag or the digest beside it", ...at };
  }
  if (!isReference && !image.includes("/")) {
    return { message: `nothing here says which image is meant: give its whole name instead of ${image}`, ...at };
  }
  const common = { form: "target", aliases: [] };
  if (isReference) return { ...common, name, image: scalar };
  return isDigest(scalar.text) ? { ...common, name: image, digest: scalar } : { ...common, name: image, tag: scalar };
}

// actions/lib/bump/places/shared-files.ts
async function sharedWith(site, others2, files) {
  const written = scalarsOf(site).map(({ file }) => file);
  const readers = others2.filter(
    (one) => files.hasLinks || written.some((file) => file !== one.file && filesOf(one).has(file))
  );
  const affected = await Promise.all(
    readers.map(async (reader) => {
      if (decides(site, await allSites(reader, files))) return true;
      const keys = scalarKeys(site);
      return (await helmScalars(reader, files)).some((scalar) => keys.includes(keyOf(scalar)));
    })
  );
  return readers.filter((_, index) => affected[index]).map(({ application }) => application.name);
}
function decides(site, sites) {
  const keys = scalarKeys(site);
  return sites.some((other) => scalarKeys(other).some((key) => keys.includes(key)));
}
var scalarKeys = (site) => scalarsOf(site).map(keyOf);
var keyOf = ({ file, document, path }) => JSON.stringify([file, document, path]);
var placeKey = (site) => scalarKeys(site).join(" ");
var kustomizationName2 = /(^|\/)(kustomization\.ya?ml|Kustomization)$/;
async function otherKustomizations(site, { chosen, known: known3 }, files, kustomizations) {
  const { file } = mainScalar(site);
  const followed = new Set(known3.flatMap((one) => [...filesOf(one)]));
  const tops = new Set(chosen.flatMap(topDirectories));
  const found = {
    affected: [],
    followers: [],
    unreadable: []
  };
  for (const path of files.tree.files.keys()) {
    if (!kustomizationName2.test(path) || followed.has(path)) continue;
    const directory = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    const tree = await kustomizations.read(directory);
    if (tree === void 0) {
      if (await mayBuildOn(path, file, files)) found.unreadable.push(path);
    } else if (files.hasLinks || reads(tree, file, /* @__PURE__ */ new Set())) {
      const sites = await Promise.all(
        deciders((await kustomizeImages(tree, files)).flows).map((one) => atRealPaths(one, files))
      );
      if (decides(site, sites)) found[reads(tree, file, tops) ? "affected" : "followers"].push(directory);
    }
  }
  return found;
}
var topDirectories = ({ sources }) => sources.flatMap(({ deployed }) => deployed.type === "kustomize" ? [deployed.top.directory] : []);
function reads(node, file, past) {
  if (past.has(node.directory)) return false;
  return node.file === file || node.manifests.includes(file) || node.patches.some((patch) => "file" in patch && patch.file === file) || node.charts.some(({ valueFiles }) => valueFiles.includes(file)) || node.children.some((child) => reads(child, file, past));
}
async function mayBuildOn(path, file, files) {
  const parts = file.split("/");
  const mentioned = await Promise.all(parts.slice(-3).map((part) => files.mentions(path, part)));
  return mentioned.includes(true);
}

// actions/lib/bump/places/deployed-candidates.ts
async function deployedCandidates(request, context, refusals, notes) {
  const { image, scope } = request;
  const all = await context.applications();
  const chosen = chooseApplications(request, all, context, refusals);
  const merged2 = /* @__PURE__ */ new Map();
  const unreadable = new Set((await Promise.all([...chosen.keys()].map((one) => unreadableFiles(one, context)))).flat());
  for (const file of unreadable) {
    const opened = await context.files.open(file);
    if (opened.type === "refused") refusals.push(...opened.refusals.map((refusal) => ({ image, ...refusal, file })));
  }
  for (const [one, environments] of chosen) {
    for (const site of await applicationSites(image, one, context.files)) {
      if (scope.files.length > 0 && !scope.files.includes(mainScalar(site).file)) continue;
      add(merged2, site, [one.application.name], environments);
    }
  }
  await addFromSettings(request, context, merged2, refusals);
  for (const candidate of merged2.values()) {
    if (candidate.applications.length > 0) await checkOthers(image, candidate, chosen, all, context, refusals, notes);
  }
  return [...merged2.values()];
}
async function unreadableFiles(one, { files }) {
  const opened = await Promise.all(
    [...filesOf(one)].map(async (file) => {
      const matters = await files.mentions(file, "mage") || await files.mentions(file, "tag");
      return matters && (await files.open(file)).type === "refused" ? [file] : [];
    })
  );
  return opened.flat();
}
function add(merged2, site, applications, environments) {
  const known3 = merged2.get(placeKey(site)) ?? { site, applications: [], environments: [] };
  known3.applications.push(...applications.filter((name) => !known3.applications.includes(name)));
  known3.environments.push(...environments.filter((name) => !known3.environments.includes(name)));
  merged2.set(placeKey(site), known3);
}
function chooseApplications({ image, scope }, { applications }, context, refusals) {
  const chosen = /* @__PURE__ */ new Map();
  for (const environment of scope.environments) {
    const members = applicationsOf(environment, applications, context.environments);
    if ("refused" in members) refusals.push({ image, message: members.refused });
    else for (const one of members) chosen.set(one, [...chosen.get(one) ?? [], environment]);
  }
  for (const name of scope.applications) {
    const named = applications.filter(({ application }) => application.name === name);
    if (named.length === 0) {
      const meant = nearest(
        name,
        applications.map(({ application }) => application.name)
      );
      const hint = meant === void 0 ? "" : `: did you mean ${meant}?`;
      refusals.push({ image, message: `there is no Application ${name} in the files of this repository${hint}` });
    }
    if (named.length > 1) {
      const where = named.map(({ file }) => file);
      refusals.push({
        image,
        message: `there are ${named.length} Applications ${name}, in ${listed(where)}: name the environment or the file`
      });
      continue;
    }
    for (const one of named) chosen.set(one, chosen.get(one) ?? []);
  }
  const narrowed = scope.environments.length > 0 && scope.applications.length > 0;
  return new Map(
    [...chosen].filter(
      ([{ application }, environments]) => !narrowed || environments.length > 0 && scope.applications.includes(application.name)
    )
  );
}
async function addFromSettings({ image, scope }, { files, environments }, merged2, refusals) {
  for (const environment of scope.environments) {
    const settings = Object.hasOwn(environments, environment) ? environments[environment] : void 0;
    for (const pattern of settings?.files ?? []) {
      const paths = files.list("").filter((path) => matchesPattern(pattern, path));
      if (paths.length === 0) {
        refusals.push({
          image,
          message: `no file fits ${pattern}, which the settings name for environment ${environment}`
        });
      }
      for (const path of paths) {
        if (scope.files.length > 0 && !scope.files.includes(path)) continue;
        const sites = fileSites(await files.documents(path) ?? [], path);
        for (const site of namedSites(image, sites)) add(merged2, site, [], [environment]);
      }
    }
    for (const target of settings?.targets ?? []) {
      if (matchName(image, target.image) === void 0) continue;
      for (const site of await fieldSites(target.image, [target], files, refusals)) add(merged2, site, [], [environment]);
    }
  }
}
async function checkOthers(image, candidate, chosen, all, { files }, refusals, notes) {
  const scalar = mainScalar(candidate.site);
  const opened = await files.open(scalar.file);
  const place = opened.type === "yaml" ? opened.yaml.documents[scalar.document]?.placeOf(scalar.path) : void 0;
  const at = { image, file: scalar.file, ...place };
  const others2 = all.applications.filter((one) => !chosen.has(one));
  const shared = await sharedWith(candidate.site, others2, files);
  const known3 = { chosen: [...chosen.keys()], known: all.applications };
  const elsewhere2 = await otherKustomizations(candidate.site, known3, files, all.kustomizations);
  const who = [...shared, ...elsewhere2.affected.map((directory) => `the kustomization in ${directory || "the root"}`)];
  if (who.length > 0) {
    const next = /kustom|manifest/.test(candidate.site.form) ? `add an \`images\` entry to the overlay of ${listed(candidate.applications)}` : `set the version in a file of ${listed(candidate.applications)} alone`;
    const message = `${listed(who)} would change too, because ${who.length > 1 ? "they deploy" : "it deploys"} this place as well: ${next}, or name ${who.length > 1 ? "them" : "it"} too`;
    refusals.push({ ...at, message });
  }
  if (elsewhere2.followers.length > 0) {
    notes.push(
      `${listed(elsewhere2.followers)} ${elsewhere2.followers.length > 1 ? "build" : "builds"} on it and will have the version too`
    );
  }
  for (const file of elsewhere2.unreadable) {
    const message = `whether ${file} builds on this place cannot be told, because it cannot be read: mend it first`;
    refusals.push({ ...at, message });
  }
  if (/Helm|manifest/.test(candidate.site.form) && all.applicationSets.length > 0) {
    notes.push(
      `What ApplicationSet ${listed(all.applicationSets)} generates is not followed: if it deploys ${scalar.file}, that changes too`
    );
  }
}

// actions/lib/bump/places/environments-of-site.ts
async function environmentsOf(candidate, context) {
  const inSettings = Object.keys(context.environments);
  const heldOnly = context.heldEnvironments.filter(
    (name) => inSettings.length === 0 && !candidate.environments.includes(name)
  );
  if (inSettings.length + heldOnly.length === 0) return { environments: candidate.environments, held: [] };
  const belongs = async (name) => candidate.environments.includes(name) || isIn(name, candidate, context);
  const choose = async (names) => {
    const answers = await Promise.all(names.map(belongs));
    return names.filter((_, index) => answers[index]);
  };
  const found = await choose(inSettings);
  return { environments: [.../* @__PURE__ */ new Set([...candidate.environments, ...found])], held: await choose(heldOnly) };
}
async function isIn(name, { site, applications }, context) {
  const { file } = mainScalar(site);
  const settings = Object.hasOwn(context.environments, name) ? context.environments[name] : void 0;
  if (settings?.files?.some((pattern) => matchesPattern(pattern, file))) return true;
  if (settings?.targets?.some((target) => target.file === file)) return true;
  const all = await context.applications();
  const members = applicationsOf(name, all.applications, context.environments);
  if ("refused" in members) return false;
  if (members.some((one) => applications.includes(one.application.name) || one.file === file)) return true;
  return applications.length === 0 && members.some((one) => filesOf(one).has(file));
}

// actions/lib/bump/places/file-candidates.ts
async function fileCandidates({ image, scope }, { files }, refusals) {
  const candidates = [];
  const without = [];
  for (const path of scope.files.flatMap((pattern) => expand(pattern, files))) {
    const opened = await files.open(path);
    if (opened.type === "missing") refusals.push({ image, message: await whyMissing(path, files), file: path });
    else if (opened.type === "refused") {
      refusals.push(...opened.refusals.map((refusal) => ({ image, ...refusal, file: opened.path })));
    } else {
      const documents = opened.yaml.documents.map(({ data }) => data);
      const all = fileSites(documents, opened.path);
      const some = namedSites(image, all);
      if (some.length === 0) without.push(notInFile(image, opened.path, all, opened.yaml.bytes));
      candidates.push(...some.map((site) => ({ site, applications: [], environments: [] })));
    }
  }
  if (candidates.length === 0) refusals.push(...without);
  return candidates;
}
function expand(pattern, files) {
  const found = pattern.includes("*") ? files.list("").filter((path) => matchesPattern(pattern, path)) : [];
  return found.length > 0 ? found : [pattern];
}
async function whyMissing(path, files) {
  if (path.includes("*")) return "no file fits this pattern";
  const type = await files.typeOf(path);
  return type === "directory" ? `this is a folder: name files in it, or a pattern such as ${path}/*.yaml` : "there is no such file";
}
function notInFile(image, file, sites, bytes) {
  const names = [...new Set(sites.map(({ name }) => name))];
  const word = image.split("/").at(-1) ?? image;
  const lines = new TextDecoder().decode(bytes).split("\n");
  const mentioned = lines.flatMap((line, index) => line.includes(word) ? [index + 1] : []);
  const [first] = mentioned;
  if (names.length > 0 || first === void 0) {
    const has = names.length === 0 ? ", and no other" : `; it has ${listed(names, 8)}`;
    return { image, file, message: `this image is not in it${has}` };
  }
  const message = `line ${first} mentions ${word}, but not as an image that can be edited (an expression, a block of text, a field of another name): a target can name the field`;
  return { image, file, line: first, message };
}

// actions/lib/bump/places/nothing-found.ts
async function nothingFound({ image, scope }, context) {
  const { applications, applicationSets } = await context.applications();
  const chosen = new Set(
    applications.filter((one) => scope.applications.includes(one.application.name))
  );
  for (const environment of scope.environments) {
    const members = applicationsOf(environment, applications, context.environments);
    if (!("refused" in members)) for (const one of members) chosen.add(one);
  }
  const inScope = [...chosen];
  const where = listed([...scope.environments.map((name) => `environment ${name}`), ...scope.applications]);
  const names = [
    ...new Set((await Promise.all(inScope.map((one) => allSites(one, context.files)))).flat().map(({ name }) => name))
  ];
  const idle = namedSites(image, (await Promise.all(inScope.map((one) => idleSites(one, context.files)))).flat());
  const hints = [
    ...idle.slice(0, 1).map(
      (site) => `an entry of \`images\` in ${mainScalar(site).file} names it, but no manifest below has that image`
    ),
    ...elsewhere(inScope),
    ...await looseTags(image, inScope, context.files),
    ...applicationSets.length === 0 ? [] : [`what ApplicationSet ${listed(applicationSets)} generates is not followed`],
    "a file (`files`) or a field (`targets`) can be named instead"
  ];
  const what = scope.files.length > 0 ? `none of ${listed(scope.files)} is a place where ${where} sets` : `no file that ${where} deploys from this repository sets`;
  return `${what} a version of ${image}: ${known2(image, names)}; ${hints.join("; ")}`;
}
function known2(image, names) {
  const last = (name) => name.split("/").at(-1) ?? name;
  const [word, words2] = [last(image), names.map(last)];
  const meant = nearest(word, words2);
  const same = names.filter((name) => last(name) === (words2.includes(word) ? word : meant));
  if (same.length > 0 && !same.includes(image)) return `did you mean ${listed(same)}?`;
  return names.length > 0 ? `they set ${listed(names, 8)}` : "they set none";
}
function elsewhere(applications) {
  const reasons = /* @__PURE__ */ new Map();
  for (const { application, sources } of applications) {
    for (const { deployed } of sources) {
      if (deployed.type === "elsewhere" && !reasons.has(deployed.why)) reasons.set(deployed.why, application.name);
    }
  }
  return [...reasons].slice(0, 3).map(([why, name]) => `Application ${name} was not followed: ${why}`);
}
async function looseTags(image, applications, files) {
  const found = [];
  for (const { sources } of applications) {
    for (const { deployed } of sources) {
      if (deployed.type !== "helm") continue;
      for (const { file } of deployed.valueFiles) {
        const [data] = await files.documents(file) ?? [];
        found.push(...tagPaths(data, []).map((path) => `${file}#${path}`));
      }
    }
  }
  const last = image.split("/").at(-1) ?? image;
  const targets = [...new Set(found)].sort((a, b) => Number(b.includes(last)) - Number(a.includes(last)));
  return targets.length === 0 ? [] : [`tags without a repository stand at ${listed(targets, 4)}, which a target can name`];
}
function tagPaths(data, path) {
  if (typeof data !== "object" || data === null || Array.isArray(data) || path.length > 12) return [];
  const entries = Object.entries(data);
  const hasName = entries.some(([key]) => key === "repository");
  return entries.flatMap(([key, value]) => {
    const at = [...path, key.replaceAll(".", "\\.")];
    if (key === "tag" && typeof value === "string") return hasName ? [] : [at.join(".")];
    return tagPaths(value, at);
  });
}

// actions/lib/bump/places/find-sites.ts
async function findSites(request, context) {
  const { image, scope } = request;
  const refusals = [];
  const notes = [];
  const deployed = scope.environments.length + scope.applications.length > 0;
  const candidates = deployed ? await deployedCandidates(request, context, refusals, notes) : await fileCandidates(request, context, refusals);
  const fields2 = await fieldSites(image, scope.targets, context.files, refusals);
  candidates.push(...fields2.map((site) => ({ site, applications: [], environments: [] })));
  if (refusals.length > 0) return { refusals };
  const chosen = chooseByName(image, candidates);
  if ("message" in chosen) return { refusals: [{ image, ...chosen }] };
  if (chosen.candidates.length === 0) return { refusals: [{ image, message: await nothingFound(request, context) }] };
  const sites = await Promise.all(chosen.candidates.map((candidate) => locate(candidate, context)));
  return { sites, notes };
}
function wholeName(image, sites) {
  const isWhole = sites.some(({ site }) => matchName(image, site.name) === "exact");
  return isWhole ? image : sites[0]?.site.name ?? image;
}
function chooseByName(image, candidates) {
  for (const how of ["exact", "short"]) {
    for (const namesOf of [({ name }) => [name], ({ aliases }) => aliases]) {
      const found = candidates.filter(({ site }) => namesOf(site).some((name) => matchName(image, name) === how));
      const ends = image.includes("/") ? [] : candidates.filter(({ site }) => matchName(image, site.name) === "short");
      if (found.length > 0) return clear(image, [.../* @__PURE__ */ new Set([...found, ...ends])]);
    }
  }
  return { candidates };
}
function clear(image, candidates) {
  const names = [...new Map(candidates.map(({ site }) => [imageKey(site.name), site])).values()];
  if (names.length < 2) return { candidates };
  const list = names.map((site) => site.name).join(", ");
  return {
    message: `${image} may mean ${list}: give the whole name`,
    file: mainScalar(names[0]).file
  };
}
async function locate(candidate, context) {
  const { site, applications } = candidate;
  const scalar = mainScalar(site);
  const opened = await context.files.open(scalar.file);
  const place = opened.type === "yaml" ? opened.yaml.documents[scalar.document]?.placeOf(scalar.path) : void 0;
  const { environments, held } = await environmentsOf(candidate, context);
  const holdScope = [.../* @__PURE__ */ new Set([...environments, ...held])];
  return {
    site,
    file: scalar.file,
    line: place?.line ?? 1,
    column: place?.column ?? 1,
    applications,
    environments,
    // Where its Applications are known, it is known as well that it belongs to no other environment.
    holdScope: holdScope.length === 0 ? applications.map((name) => `Application ${name}`) : holdScope
  };
}

// schemas/smoke-record.schema.json
var smoke_record_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:seaworthy:schema:smoke-record",
  title: "Smoke record",
  description: "Versions of one image that passed the smoke test in one environment, the newest first. Written by the smoke-test action into `records/<environment>/` of the state folder; promotions and roll-backs read it.",
  type: "object",
  additionalProperties: false,
  required: ["image", "environment", "passed"],
  properties: {
    image: {
      title: "the name of an image without tag and digest",
      type: "string",
      pattern: "^[^\\s:@]+(:[0-9]{1,5}/[^\\s:@]+)?$",
      maxLength: 255,
      examples: ["ghcr.io/your-org/api"]
    },
    environment: {
      title: "the name of an environment",
      type: "string",
      pattern: "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$",
      examples: ["staging"]
    },
    passed: {
      title: "Passed",
      type: "array",
      maxItems: 50,
      items: {
        title: "Version",
        type: "object",
        additionalProperties: false,
        required: ["at", "commit"],
        anyOf: [
          {
            required: ["tag"]
          },
          {
            required: ["digest"]
          }
        ],
        properties: {
          tag: {
            title: "a tag",
            type: "string",
            pattern: "^\\w[\\w.-]{0,127}$",
            examples: ["1.5.0"]
          },
          digest: {
            title: "a SHA-256 digest",
            type: "string",
            pattern: "^sha256:[0-9a-f]{64}$",
            examples: ["sha256:0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"]
          },
          at: {
            title: "the time in UTC when the test ended",
            type: "string",
            pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$",
            examples: ["2026-12-01T08:00:00Z"]
          },
          commit: {
            title: "the commit of this repository that was live",
            type: "string",
            pattern: "^[0-9a-f]{40}$"
          },
          run: {
            title: "the address of the run",
            type: "string",
            pattern: "^https?://\\S+$",
            maxLength: 1e3
          }
        }
      }
    }
  }
};

// actions/lib/contracts/smoke-record.ts
var smokeRecordContract = { schema: smoke_record_schema_default, scalars: "text" };
function parseSmokeRecord(text, file) {
  const { value, problems } = checkContract(smokeRecordContract, text, file);
  if (problems.length > 0) return { problems };
  if (value === void 0) return { problems: [{ file, line: 1, column: 1, message: "the file is empty" }] };
  return { record: value };
}

// actions/lib/bump/state/records.ts
async function readRecord(files, state, environment, image) {
  const file = recordPath(state, environment, image);
  const opened = await files.open(file);
  if (opened.type === "missing") return { file, passed: [] };
  if (opened.type === "refused") return { file, ...opened.refusals[0] ?? { message: "it cannot be read" } };
  const parsed = parseSmokeRecord(new TextDecoder().decode(opened.yaml.bytes), file);
  if (!("record" in parsed)) return { ...parsed.problems[0] ?? { message: "it is not valid" }, file };
  const { record } = parsed;
  if (record.environment !== environment) {
    return {
      file,
      message: `it is a record of ${record.environment}, but stands in the folder of ${environment}: move it, or correct it`
    };
  }
  return { file, passed: record.passed };
}
function findPass(passed, version) {
  return passed.find(
    (one) => version.digest !== void 0 ? one.digest === version.digest : version.tag !== void 0 && one.tag === version.tag
  );
}

// actions/lib/bump/promotion.ts
async function promotedVersion(request, from, state, context) {
  const { image } = request;
  const scope = { environments: [from], applications: [], files: [], targets: [] };
  const found = await findSites({ image, version: {}, scope }, context);
  if ("refusals" in found) return found;
  const versions = new Map(found.sites.map((located) => [showAll(located.site), located]));
  const [first, second] = [...versions.values()];
  if (first === void 0) throw new Error("sites were found");
  if (second !== void 0) {
    const list = [...versions].map(([version2, { file: file2, line: line2 }]) => `${version2} (${file2}:${line2})`).join(", ");
    return {
      refusals: [{ image, message: `${from} runs several versions, ${list}: bump them to one before you promote it` }]
    };
  }
  const version = versionOf(first.site);
  const { file, line, column } = first;
  const name = first.site.name;
  const record = await readRecord(context.files, state, from, name);
  if ("message" in record) return { refusals: [{ image, ...record }] };
  const pass = findPass(record.passed, version);
  if (pass === void 0) {
    const message = `${showVersion(version)} of ${name} has no smoke test that passed in ${from} (${record.file} has ${record.passed.length === 0 ? "none at all" : `${record.passed.length} of other versions`}): let the smoke test of ${from} run first`;
    return { refusals: [{ image, message, file, line, column }] };
  }
  const whole = {
    ...pass.tag !== void 0 && { tag: pass.tag },
    ...pass.digest !== void 0 && { digest: pass.digest }
  };
  return { version: { ...whole, ...version }, record: record.file, passedAt: pass.at };
}
var showAll = (site) => {
  const { tag, digest } = versionOf(site);
  return [tag, digest].filter((part) => part !== void 0).join("@") || mainScalar(site).text;
};
function promotedRequest({ from, ...request }, version) {
  return { ...request, version, ...from !== void 0 && { promotedFrom: from } };
}
function promotionSource(settings, image) {
  const patterns = settings?.["promote-images"] ?? ["*"];
  const holds = patterns.some((pattern) => matchesPattern(pattern, image) || matchesPattern(pattern, imageKey(image)));
  return holds ? settings?.["promote-from"] : void 0;
}

// actions/lib/bump/plan.ts
var guardedBy = ({ state, trustRoot, keyFiles }) => (path) => path.startsWith(".github/") || path.startsWith(`${state}/`) || path === trustRoot || keyFiles.includes(path);
async function planBump(requests, context) {
  const refusals = [];
  const wanted = [];
  const notes = [];
  for (const asked of requests) {
    const promoted = await withVersion(asked, context);
    if ("refusals" in promoted) {
      refusals.push(...promoted.refusals);
      continue;
    }
    const { request } = promoted;
    const found = await findSites(request, context);
    if ("refusals" in found) refusals.push(...found.refusals);
    else {
      notes.push(...found.notes);
      for (const site of found.sites) collect(request, site, context, wanted, refusals);
    }
  }
  const edited = await editFiles(wanted, context.files, guardedBy(context));
  refusals.push(...edited.refusals);
  if (refusals.length > 0) return { type: "refused", refusals };
  return { type: "plan", sites: edited.sites, files: edited.files, notes: [...new Set(notes)] };
}
async function withVersion(request, context) {
  if (request.from === void 0) return { request };
  const promoted = await promotedVersion(request, request.from, context.state, context);
  return "refusals" in promoted ? promoted : { request: promotedRequest(request, promoted.version) };
}
function promotionProblem(image, request, environments, context) {
  for (const environment of environments) {
    const settings = Object.hasOwn(context.environments, environment) ? context.environments[environment] : void 0;
    const before = promotionSource(settings, image);
    if (before !== void 0 && request.promotedFrom !== before) {
      return `${environment} takes versions only from ${before}, as the settings say: promote it (\`from: ${before}\`)`;
    }
  }
  return void 0;
}
function pinFor(request, { site, environments }, context) {
  const both = request.explicitDigest === true && formOf(site) === "tag" ? "tag@digest" : void 0;
  return context.pinOf(environments) ?? request.pin ?? both;
}
function collect(request, site, context, wanted, refusals) {
  const image = site.site.name;
  const refuse = (message) => refusals.push({ image, message, file: site.file, line: site.line, column: site.column });
  if (site.site.readOnly !== void 0) return void refuse(site.site.readOnly);
  const unproved = promotionProblem(image, request, site.environments, context);
  if (unproved !== void 0) return void refuse(unproved);
  const unexpected = expectationProblem(request.expect, versionOf(site.site), request.version);
  if (unexpected !== void 0) return void refuse(unexpected);
  const names = [image, ...site.site.aliases];
  const form = pinFor(request, site, context) ?? formOf(site.site);
  const heldAs = (version) => findHold(context.holds, names, version, site.holdScope, context.now);
  const { tag } = request.version;
  const held = heldAs(request.version) ?? (form === "tag" && tag !== void 0 ? heldAs({ tag }) : void 0);
  if (held !== void 0) return void refuse(describeHold(held));
  const settled = context.pinOf(site.environments);
  if (request.pin !== void 0 && settled !== void 0 && request.pin !== settled) {
    return void refuse(`the settings of ${site.environments.join(", ")} want \`pin: ${settled}\`, not ${request.pin}`);
  }
  const texts = spellVersion(site.site, request.version, pinFor(request, site, context));
  if ("refused" in texts) return void refuse(texts.refused);
  for (const text of texts) {
    const same = wanted.find(({ scalar }) => scalarKey(scalar) === scalarKey(text.scalar));
    if (same === void 0) wanted.push({ ...text, image, site });
    else if (same.value !== text.value)
      refuse(`two requests want different versions here: ${same.value} and ${text.value}`);
  }
}

export {
  mappingOf,
  listOf,
  textOf,
  valueAtPath,
  openYamlText,
  parseHold,
  compareVersions,
  holdKey,
  holdPath,
  findHold,
  hasEnded,
  describeHold,
  openBump,
  mainScalar,
  findSites,
  wholeName,
  scalarKey,
  editFiles,
  readRecord,
  promotedVersion,
  promotedRequest,
  promotionSource,
  guardedBy,
  planBump,
  pinFor
};
