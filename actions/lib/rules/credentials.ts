// Recognises credentials by their own format, and values of fields that are called after one. Never returns the text.

/** Formats that are credentials and nothing else; bounded, so that no text makes them slow. */
const formats: readonly (readonly [string, RegExp])[] = [
  [
    'a private key',
    /-----BEGIN (?:[A-Z0-9]{1,20} )?PRIVATE KEY(?: BLOCK)?-----(?:\\n|\s){0,8}(?!ENC\[|\.\.\.|<|\$)[A-Za-z0-9+/=]/,
  ],
  ['an AWS access key id', /\b(?:AKIA|ASIA)[A-Z2-7]{16}\b/],
  ['a GitHub token', /\b(?:gh[pousr]_[A-Za-z0-9]{36,255}|github_pat_[A-Za-z0-9_]{60,255})\b/],
  ['a GitLab token', /\bglpat-[A-Za-z0-9_-]{20,64}\b/],
  ['a Slack token', /\bxox[abeprs]-[A-Za-z0-9-]{20,255}/],
  ['a Slack webhook', /hooks\.slack\.com\/services\/T[A-Z0-9]{6,12}\/B[A-Z0-9]{6,12}\/[A-Za-z0-9]{20,32}/],
  ['a Stripe key', /\b[rs]k_live_[A-Za-z0-9]{20,255}\b/],
  ['a Google API key', /\bAIza[A-Za-z0-9_-]{35}\b/],
  ['a SendGrid key', /\bSG\.[A-Za-z0-9_-]{22}\.[A-Za-z0-9_-]{43}\b/],
  ['an npm token', /\bnpm_[A-Za-z0-9]{36}\b/],
  ['a Vault token', /\bhv[sb]\.[A-Za-z0-9_-]{24,255}/],
  ['an OpenAI or Anthropic key', /\bsk-(?:proj-|ant-)[A-Za-z0-9_-]{30,255}/],
  ['a JSON Web Token', /\beyJ[A-Za-z0-9_-]{10,2000}\.eyJ[A-Za-z0-9_-]{10,4000}\.[A-Za-z0-9_-]{20,1000}/],
]

/** One cheap test before the formats; most text has none of these. */
const hint =
  /PRIVATE KEY|AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abeprs]-|hooks\.slack|k_live_|AIza|SG\.|npm_|hv[sb]\.|sk-(?:proj|ant)-|eyJ|:\/\//

const urlPassword = /\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:@/'"<>{}$]{0,64}:([^\s@/'"]{1,128})@/gi

/**
 * Text that stands for a value that comes later: a variable, a template, a secret store's reference, a mask.
 * `changeme` is not one: it would really be the password.
 */
export const isPlaceholder = (text: string): boolean =>
  /^\s*$/.test(text) ||
  /\$[({]|\{\{|^%[^%]+%$|^\$[A-Za-z_]\w*$/.test(text) ||
  /^<[^<>]*>$/.test(text) ||
  /^(ref\+|vault:|op:\/\/|ENC\[|avp:)/.test(text) ||
  /^[*x•.]{3,}$/i.test(text) ||
  /^(REDACTED|PLACEHOLDER)$/i.test(text)

/** The kind of credential that a text contains, or undefined. */
export const credentialIn = (text: string): string | undefined => {
  // Only a URL with a password can be shorter than the shortest token.
  if (text.length < 20 && !text.includes('://')) return undefined
  if (!hint.test(text)) return undefined
  for (const [kind, format] of formats) if (format.test(text)) return kind
  if (text.includes('://'))
    for (const [, password = ''] of text.matchAll(urlPassword))
      if (!isPlaceholder(password)) return 'a password in a URL'
  return undefined
}

/** The lines that hold credentials, trimmed; of a private key the first line of its body. For telling two copies apart. */
export const credentialLines = (
  text: string,
): readonly { readonly line: string; readonly index: number; readonly kind: string }[] => {
  if (credentialIn(text) === undefined) return []
  const lines = text.split('\n')
  return lines.flatMap((line, index) => {
    const body = line.includes('PRIVATE KEY') ? lines[index + 1] : undefined
    const kind = credentialIn(body === undefined ? line : `${line}\n${body}`)
    return kind === undefined ? [] : [{ line: (body ?? line).trim(), index, kind }]
  })
}

const secretName =
  /(^|[_.-])(password|passwd|passphrase|secret[_.-]?key|api[_.-]?key|secret[_.-]?access[_.-]?key|private[_.-]?key|client[_.-]?secret|access[_.-]?token|auth[_.-]?token|bot[_.-]?token)$/i

/** Whether a variable or key with this name holds a credential and this literal could be one. */
export const isNamedSecret = (name: string, value: string): boolean =>
  secretName.test(name) &&
  !isPlaceholder(value) &&
  !value.includes('\n') &&
  value.length <= 4096 &&
  // switches, paths and addresses of where the secret is
  !/^(true|false|yes|no|on|off|none|null|enabled|disabled|optional|required|default|auto|\d{1,3})$/i.test(value) &&
  !/^(\/|\.\.?\/|file:|https?:\/\/)/.test(value)

/** All that is said of a secret's value. */
export const lengthClass = (text: string): string =>
  text.length < 16 ? 'under 16 characters' : text.length <= 64 ? '16 to 64 characters' : 'over 64 characters'
