// All that the parts of an apply share.
import type { GitHubClient } from '../lib/github/client.ts'
import type { Change } from '../lib/terraform/planning/open-change.ts'
import type { PlanOrigin } from '../lib/terraform/planning/seal-made.ts'
import type { Logger } from '../lib/toolkit/logger.ts'
import type { Folders } from '../terraform-plan/report-folder.ts'
import type { Trees } from '../terraform-plan/trees.ts'
import type { Inputs } from './inputs.ts'

export type ApplyJob = {
  readonly inputs: Inputs
  readonly log: Logger
  readonly trees: Trees
  readonly change: Change
  readonly folders: Folders
  /** What a plan of this run says of itself. */
  readonly origin: PlanOrigin
  /** That was pushed to. */
  readonly branch: string
  readonly client: () => GitHubClient
  readonly teamClient: () => GitHubClient
}
