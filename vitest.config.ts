import { defineConfig } from 'vitest/config'

const exclude = ['**/*.{tools,cluster}.test.ts', '**/node_modules/**']

/** Folders whose tests leave nothing behind in their process: they share workers, which spares loading everything for each file. */
const plain = 'actions/lib/{argocd,bump,images,kubernetes,render,report,rules,terraform,text,yaml}/**/*.test.ts'

// Everything that needs no more than Node, git and terraform.
export default defineConfig({
  test: {
    testTimeout: 60_000,
    // Vitest leaves one core to itself, which is half of a machine with two.
    maxWorkers: '100%',
    projects: [
      { extends: true, test: { name: 'plain', include: [plain], exclude, isolate: false } },
      {
        extends: true,
        test: { name: 'own process', include: ['{actions,scripts}/**/*.test.ts'], exclude: [...exclude, plain] },
      },
    ],
  },
})
