import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/lib/text/group-by.ts
function groupBy(values, keyOf) {
  const groups = /* @__PURE__ */ new Map();
  for (const value of values) {
    const group = groups.get(keyOf(value));
    if (group === void 0) groups.set(keyOf(value), [value]);
    else group.push(value);
  }
  return groups;
}

export {
  groupBy
};
