// A registry's refusals in words: what is missing, what is forbidden, what may pass.
import { UserError } from '../toolkit/user-error.ts'
import { nameOf, type RepositoryName } from './endpoint.ts'
import { askedWait, type HttpReply } from './http.ts'

type RegistryError = { readonly code: string; readonly message: string }

/** Errors of an answer's body. Source: OCI distribution spec 1.1, "Error Codes". */
export function readErrors(bytes: Uint8Array): readonly RegistryError[] {
  try {
    const { errors } = JSON.parse(Buffer.from(bytes).toString('utf8')) as { readonly errors?: unknown }
    if (!Array.isArray(errors)) return []
    return errors.slice(0, 10).flatMap((error: unknown) => {
      const { code, message } = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>
      return typeof code === 'string' ? [{ code: plain(code), message: plain(message) }] : []
    })
  } catch {
    return []
  }
}

const plain = (text: unknown) =>
  (typeof text === 'string' ? text : '').replace(/[^\x20-\x7e\u00a0-\uffff]+/g, ' ').slice(0, 200)

/**
 * The error for an answer that is not the content asked for.
 * @param wanted such as `tag 1.2.3` or `blob sha256:…`
 * @param secrets what the registry may have repeated in its message
 */
export function failureOf(
  name: RepositoryName,
  wanted: string,
  reply: HttpReply,
  secrets: readonly string[] = [],
): UserError {
  const { status } = reply
  const errors = readErrors(reply.bytes)
  const codes = errors.map(({ code }) => code)
  const said = errors.map(({ code, message }) => (message === '' ? code : `${code}: ${message}`)).join('; ')
  const scrubbed = secrets.reduce((text, secret) => (secret === '' ? text : text.replaceAll(secret, '***')), said)
  const where = `${nameOf(name)}, ${wanted}`
  const details = (next: string) => ({ where: scrubbed === '' ? where : `${where} (${scrubbed})`, next })
  if (status === 404 && codes.includes('NAME_UNKNOWN'))
    return new UserError(`${nameOf(name)} does not exist.`, details('check the image’s name, and that it was pushed'))
  if (status === 404)
    return new UserError(`${nameOf(name)} has no ${wanted}.`, details('check that the build has pushed it'))
  if (status === 401 || status === 403)
    return new UserError(
      `${name.registry} does not let these credentials read ${name.repository}, or it does not exist (status ${status}).`,
      details(`check the image’s name, and give credentials for ${name.registry} that may read it`),
    )
  if (status === 429) {
    const asked = askedWait(reply.headers)
    const until = asked === undefined ? '' : `; it asks to wait ${Math.ceil(asked / 1000)} s`
    return new UserError(
      `${name.registry} has had too many requests from here${until}.`,
      details('try again later, or give credentials: most registries allow far less to those who do not log in'),
    )
  }
  if (status >= 500)
    return new UserError(`${name.registry} answered with status ${status} each time.`, details('try again later'))
  return new UserError(
    `${name.registry} answered with status ${status}, which is not an answer to this question.`,
    details('check that this is an OCI registry'),
  )
}
