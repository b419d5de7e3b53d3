// Writes the facts of each platform into its README: node scripts/platform-rows/write-tables.ts

import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { aiwfeFacts } from './aiwfe.ts'
import { replaceFacts } from './fact-table.ts'
import { repositoryRoot } from './render.ts'

const path = join(repositoryRoot, 'gitops/aiwfe/README.md')
await writeFile(path, replaceFacts(await readFile(path, 'utf8'), aiwfeFacts))
