import { defineConfig } from 'vitest/config'

// Tests that hold our code to the native tools; they need Go and the network the first time.
export default defineConfig({
  test: {
    include: ['{actions,scripts}/**/*.tools.test.ts'],
    exclude: ['**/node_modules/**'],
    testTimeout: 300_000,
    hookTimeout: 600_000,
    passWithNoTests: true,
  },
})
