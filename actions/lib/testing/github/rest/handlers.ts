// Which function answers which operation.
import type { OperationId } from '../operation-ids.ts'
import { createCheck, getCheck, listChecks, updateCheck } from './checks.ts'
import { createComment, deleteComment, listComments, updateComment } from './comments.ts'
import { getContent } from './contents.ts'
import * as deployments from './deployments.ts'
import { createDispatchEvent, createWorkflowDispatch } from './dispatches.ts'
import * as objects from './git-objects.ts'
import { createRef, deleteRef, getRef, listMatchingRefs, updateRef } from './git-refs.ts'
import type { Handler } from './handler.ts'
import { addLabels, createIssue, getIssue, listEvents, listIssues, updateIssue } from './issues.ts'
import { getMembership, getPermission, getTeam } from './people.ts'
import * as pulls from './pulls.ts'
import { getAuthenticated, getBranch, getRateLimit, getRepository, getRoot } from './repositories.ts'
import { compareCommits, getCommit, listCommits, merge } from './repository-commits.ts'
import { createStatus, getCombinedStatus, listStatuses } from './statuses.ts'
import * as runs from './workflow-runs.ts'

export const handlers: Readonly<Record<OperationId, Handler>> = {
  'actions/create-workflow-dispatch': createWorkflowDispatch,
  'actions/download-artifact': runs.downloadArtifact,
  'actions/get-artifact': runs.getArtifact,
  'actions/get-reviews-for-run': runs.listApprovals,
  'actions/get-workflow-run': runs.getRun,
  'actions/list-artifacts-for-repo': runs.listRepositoryArtifacts,
  'actions/list-workflow-run-artifacts': runs.listArtifacts,
  'actions/list-workflow-runs': runs.listRuns,
  'checks/create': createCheck,
  'checks/get': getCheck,
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
  'issues/list-events': listEvents,
  'issues/list-for-repo': listIssues,
  'issues/update': updateIssue,
  'issues/update-comment': updateComment,
  'meta/root': getRoot,
  'pulls/create': pulls.createPull,
  'pulls/get': pulls.getPull,
  'pulls/list': pulls.listPulls,
  'pulls/list-commits': pulls.listPullCommits,
  'pulls/list-files': pulls.listFiles,
  'pulls/merge': pulls.mergePullRequest,
  'pulls/update': pulls.updatePull,
  'rate-limit/get': getRateLimit,
  'repos/compare-commits-with-basehead': compareCommits,
  'repos/create-commit-status': createStatus,
  'repos/create-deployment': deployments.createDeployment,
  'repos/create-deployment-status': deployments.createDeploymentStatus,
  'repos/create-dispatch-event': createDispatchEvent,
  'repos/get': getRepository,
  'repos/get-branch': getBranch,
  'repos/get-collaborator-permission-level': getPermission,
  'repos/get-combined-status-for-ref': getCombinedStatus,
  'repos/get-commit': getCommit,
  'repos/get-content': getContent,
  'repos/list-attestations': runs.listAttestations,
  'repos/list-commit-statuses-for-ref': listStatuses,
  'repos/list-commits': listCommits,
  'repos/list-deployment-statuses': deployments.listDeploymentStatuses,
  'repos/list-deployments': deployments.listDeployments,
  'repos/list-pull-requests-associated-with-commit': pulls.listPullsOfCommit,
  'repos/merge': merge,
  'teams/get-by-name': getTeam,
  'teams/get-membership-for-user-in-org': getMembership,
  'users/get-authenticated': getAuthenticated,
}
