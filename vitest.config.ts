import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: { include: ['actions/**/*.test.ts', 'scripts/**/*.test.ts'], exclude: ['**/*.tools.test.ts', '**/*.cluster.test.ts', '**/node_modules/**'], testTimeout: 30_000 },
})
