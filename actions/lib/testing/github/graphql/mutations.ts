// GraphQL: the root fields that write.
import { createCommitOnBranch } from './create-commit.ts'
import { enablePullRequestAutoMerge, enqueuePullRequest } from './pull-request-mutations.ts'
import { createRef, deleteRef, updateRef } from './refs.ts'

export const mutations = {
  createCommitOnBranch,
  createRef,
  deleteRef,
  enablePullRequestAutoMerge,
  enqueuePullRequest,
  updateRef,
}
