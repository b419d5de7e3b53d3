// A field that somebody chose by hand, in one text: `FILE#FIELD` or `FILE#Kind/name#FIELD`.
import { UserError } from '../../toolkit/user-error.ts'
import type { FieldTarget } from '../request.ts'

/** Reads a target. Throws a UserError for what is none. */
export function parseTarget(text: string): FieldTarget {
  const parts = text.split('#')
  const [file = '', ...rest] = parts
  const field = rest.pop() ?? ''
  if (file === '' || field === '' || rest.length > 1) {
    throw new UserError(`"${text}" is no target.`, {
      next: 'write FILE#FIELD or FILE#Kind/name#FIELD, for instance deploy.yaml#Deployment/api#spec.template.spec.containers.[name=api].image',
    })
  }
  return { file, field, ...(rest[0] !== undefined && { object: rest[0] }) }
}
