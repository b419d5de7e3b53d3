// The build environment that Argo CD substitutes in an Application's kustomize options.
import type { JsonObject, JsonValue } from '../kubernetes/object.ts'
import type { Application, ApplicationSource } from './application.ts'

/**
 * Replaces `$ARGOCD_APP_…` and `${ARGOCD_APP_…}` in images and common labels, and in common annotations when the
 * Application asks for it (util/kustomize, v3.5). The revision is known only at sync time and stays as written.
 */
export function substituteBuildVariables(
  options: JsonObject,
  application: Application,
  source: ApplicationSource,
): JsonObject {
  const variables: Readonly<Record<string, string>> = {
    ARGOCD_APP_NAME: application.name,
    ARGOCD_APP_NAMESPACE: application.destinationNamespace ?? '',
    ARGOCD_APP_PROJECT_NAME: application.project,
    ARGOCD_APP_SOURCE_REPO_URL: source.repository,
    ARGOCD_APP_SOURCE_PATH: source.path ?? '',
    ARGOCD_APP_SOURCE_TARGET_REVISION: source.revision,
  }
  const replace = (text: string) =>
    text.replace(
      /\$(?:\{(\w+)\}|(\w+))/g,
      (whole, braced?: string, bare?: string) => variables[braced ?? bare ?? ''] ?? whole,
    )
  const inside = (value: JsonValue): JsonValue => {
    if (typeof value === 'string') return replace(value)
    if (Array.isArray(value)) return value.map(inside)
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, element]) => [key, inside(element)]))
    }
    return value
  }
  const fields = [
    'images',
    'commonLabels',
    ...(options.commonAnnotationsEnvsubst === true ? ['commonAnnotations'] : []),
  ]
  return Object.fromEntries(
    Object.entries(options).map(([key, value]) => [key, fields.includes(key) ? inside(value) : value]),
  )
}
