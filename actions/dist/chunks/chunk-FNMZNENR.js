import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/report/terminal.ts
var codes = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  cyan: [36, 39]
};
function painter(color) {
  if (!color) return (text) => text;
  return (text, ...styles) => styles.reduce((inner, style) => `\x1B[${codes[style][0]}m${inner}\x1B[${codes[style][1]}m`, text);
}
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (const word of text.split(" ")) {
    if (line !== "" && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else {
      line = line === "" ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

export {
  painter,
  wrap
};
