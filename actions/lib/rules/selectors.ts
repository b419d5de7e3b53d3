// Label selectors as the API server evaluates them.
// Source: k8s.io/apimachinery pkg/apis/meta/v1 LabelSelector and pkg/labels.
import type { JsonObject, JsonValue } from '../kubernetes/object.ts'
import { isObject, listAt, textAt } from './values.ts'

/** Labels that controllers add while pods run; no template carries them, so they prove nothing. */
const addedAtRunTime = new Set([
  'apps.kubernetes.io/pod-index',
  'batch.kubernetes.io/controller-uid',
  'batch.kubernetes.io/job-completion-index',
  'batch.kubernetes.io/job-name',
  'controller-revision-hash',
  'controller-uid',
  'job-name',
  'pod-template-hash',
  'rollouts-pod-template-hash',
  'statefulset.kubernetes.io/pod-name',
])

export type Selector = {
  readonly labels: readonly (readonly [string, string])[]
  readonly expressions: readonly JsonValue[]
}

const pairs = (labels: JsonValue | undefined): readonly (readonly [string, string])[] =>
  isObject(labels)
    ? Object.entries(labels).flatMap(([key, value]) =>
        typeof value === 'string' && !addedAtRunTime.has(key) ? [[key, value] as const] : [],
      )
    : []

/** A plain map of labels, as in a Service. */
export const equalitySelector = (labels: JsonValue | undefined): Selector => ({
  labels: pairs(labels),
  expressions: [],
})

/** A LabelSelector with matchLabels and matchExpressions. */
export const labelSelector = (selector: JsonValue | undefined): Selector => ({
  labels: isObject(selector) ? pairs(selector.matchLabels) : [],
  expressions: listAt(selector, 'matchExpressions'),
})

export const isEmpty = (selector: Selector): boolean =>
  selector.labels.length === 0 && selector.expressions.length === 0

const holds = (expression: JsonValue, labels: JsonObject): boolean => {
  const key = textAt(expression, 'key')
  if (key === undefined || addedAtRunTime.has(key)) return true
  const has = Object.hasOwn(labels, key)
  const listed = has && listAt(expression, 'values').includes(labels[key] as JsonValue)
  switch (textAt(expression, 'operator')) {
    case 'In':
      return listed
    case 'NotIn':
      return !listed
    case 'Exists':
      return has
    case 'DoesNotExist':
      return !has
    default:
      // Not an operator: the schema reports it, and a guess here would be a second, wrong finding.
      return true
  }
}

/** Whether the labels satisfy the selector; an empty selector is satisfied by all. */
export const matches = (selector: Selector, labels: JsonObject): boolean =>
  selector.labels.every(([key, value]) => Object.hasOwn(labels, key) && labels[key] === value) &&
  selector.expressions.every((expression) => holds(expression, labels))

/** `app=api,tier=web`, for messages. */
export const selectorText = (selector: Selector): string =>
  [
    ...selector.labels.map(([key, value]) => `${key}=${value}`),
    ...selector.expressions.map(
      (expression) => `${textAt(expression, 'key') ?? '?'} ${textAt(expression, 'operator') ?? '?'} (…)`,
    ),
  ].join(',')
