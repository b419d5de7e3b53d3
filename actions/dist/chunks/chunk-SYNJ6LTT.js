import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)
import {
  createTwoFilesPatch
} from "./chunk-KZULBJD3.js";

// actions/lib/bump/show/diff.ts
var decoder = new TextDecoder("utf-8", { ignoreBOM: true });
function renderDiff(files) {
  return files.map(({ path, before, after }) => {
    const from = before === void 0 ? "/dev/null" : `a/${path}`;
    const patch = createTwoFilesPatch(from, `b/${path}`, decoder.decode(before), decoder.decode(after), "", "", {
      context: 3,
      headerOptions: { includeIndex: false, includeUnderline: false, includeFileHeaders: true }
    });
    const created = before === void 0 ? "new file mode 100644\n" : "";
    return `diff --git a/${path} b/${path}
${created}${patch}`;
  }).join("");
}

export {
  renderDiff
};
