// Entry of the terraform-apply action.
import { run } from '../lib/toolkit/run.ts'
import { outputs } from './inputs.ts'
import { main } from './main.ts'

await run(main, outputs)
