// Which function answers which operation.
import type { OperationId } from '../operation-ids.ts'
import { createCheck, listChecks, updateCheck } from './checks.ts'
import { createComment, deleteComment, listComments, updateComment } from './comments.ts'
import { getContent } from './contents.ts'
import * as deployments from './deployments.ts'
import { createDispatchEvent, createWorkflowDispatch } from './dispatches.ts'
import * as objects from './git-objects.ts'
import { createRef, deleteRef, getRef, listMatchingRefs, updateRef } from './git-refs.ts'
import type { Handler } from './handler.ts'
import { addLabels, createIssue, getIssue, listIssues, updateIssue } from './issues.ts'
import { createPull, getPull, listFiles, listPulls, mergePullRequest, updatePull } from './pulls.ts'
import { getAuthenticated, getBranch, getRateLimit, getRepository, getRoot } from './repositories.ts'
import { compareCommits, getCommit, listCommits, merge } from './repository-commits.ts'
import { createStatus, getCombinedStatus, listStatuses } from './statuses.ts'
import { downloadArtifact, getArtifact, getRun, listArtifacts, listAttestations, listRuns } from './workflow-runs.ts'

export const handlers: Readonly<Record<OperationId, Handler>> = {
  'actions/create-workflow-dispatch': createWorkflowDispatch,
  'actions/download-artifact': downloadArtifact,
  'actions/get-artifact': getArtifact,
  'actions/get-workflow-run': getRun,
  'actions/list-workflow-run-artifacts': listArtifacts,
  'actions/list-workflow-runs': listRuns,
  'checks/create': createCheck,
  'checks/list-for-ref': listChecks,
  'checks/update': updateCheck,
  'git/create-blob': objects.createBlob,
  'git/create-commit': objects.createCommit,
  'git/create-ref': createRef,
  'git/create-tree': objects.createTree,
  'git/delete-ref': deleteRef,
  'git/get-blob': objects.getBlob,
  'git/get-commit': objects.getCommit,
  'git/get-ref': getRef,
  'git/get-tree': objects.getTree,
  'git/list-matching-refs': listMatchingRefs,
  'git/update-ref': updateRef,
  'issues/add-labels': addLabels,
  'issues/create': createIssue,
  'issues/create-comment': createComment,
  'issues/delete-comment': deleteComment,
  'issues/get': getIssue,
  'issues/list-comments': listComments,
  'issues/list-for-repo': listIssues,
  'issues/update': updateIssue,
  'issues/update-comment': updateComment,
  'meta/root': getRoot,
  'pulls/create': createPull,
  'pulls/get': getPull,
  'pulls/list': listPulls,
  'pulls/list-files': listFiles,
  'pulls/merge': mergePullRequest,
  'pulls/update': updatePull,
  'rate-limit/get': getRateLimit,
  'repos/compare-commits-with-basehead': compareCommits,
  'repos/create-commit-status': createStatus,
  'repos/create-deployment': deployments.createDeployment,
  'repos/create-deployment-status': deployments.createDeploymentStatus,
  'repos/create-dispatch-event': createDispatchEvent,
  'repos/get': getRepository,
  'repos/get-branch': getBranch,
  'repos/get-combined-status-for-ref': getCombinedStatus,
  'repos/get-commit': getCommit,
  'repos/get-content': getContent,
  'repos/list-attestations': listAttestations,
  'repos/list-commit-statuses-for-ref': listStatuses,
  'repos/list-commits': listCommits,
  'repos/list-deployment-statuses': deployments.listDeploymentStatuses,
  'repos/list-deployments': deployments.listDeployments,
  'repos/merge': merge,
  'users/get-authenticated': getAuthenticated,
}
