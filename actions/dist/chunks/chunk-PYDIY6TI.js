import { createRequire as __createRequire } from 'node:module'
const require = __createRequire(import.meta.url)

// actions/cli/progress.ts
var intervalMs = 80;
function progressLine(terminal, quiet, now = () => performance.now()) {
  if (quiet || !terminal.interactive) return { show: () => {
  }, clear: () => {
  } };
  let last = Number.NEGATIVE_INFINITY;
  let phaseShown;
  const show = ({ phase, done, total }) => {
    if (phase === phaseShown && now() - last < intervalMs) return;
    last = now();
    phaseShown = phase;
    const amount = total > 1 ? ` ${done}/${total}` : "";
    terminal.warn(`\r\x1B[K${phase}${amount}`.slice(0, 80));
  };
  const clear = () => {
    if (phaseShown !== void 0) terminal.warn("\r\x1B[K");
    phaseShown = void 0;
  };
  return { show, clear };
}

export {
  progressLine
};
