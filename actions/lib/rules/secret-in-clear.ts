// Finds credentials that anybody who reads the repository can read. Their text never leaves this rule.
import { credentialIn, credentialLines, isNamedSecret, isPlaceholder, lengthClass } from './credentials.ts'
import { kustomizations } from './kustomizations.ts'
import { type Lookup, lookup } from './lookup.ts'
import { describe, groupKindOf, nameOf, problem } from './objects.ts'
import type { Problem, Rule, SourceFile, World, WorldObject } from './rule.ts'
import { clearEntries } from './secret-objects.ts'
import { listAt, objectAt, pointer, textAt, visitStrings } from './values.ts'
import { containersOf } from './workloads.ts'

const advice = 'replace it, and let an ExternalSecret, SealedSecret or SOPS bring the new one'

/** What `secretGenerator` entries put into Git, and the names of the Secrets that they make. */
const generators = function* (world: World, generated: Set<string>): Iterable<Problem> {
  for (const { file, document, content } of kustomizations(world, /secretGenerator/))
    for (const [index, generator] of listAt(content, 'secretGenerator').entries()) {
      const name = textAt(generator, 'name') ?? '(unnamed)'
      for (const application of file.applications) generated.add(`${application}\n${name}`)
      for (const list of ['literals', 'files', 'envs'] as const)
        for (const [entry, value] of listAt(generator, list).entries()) {
          if (typeof value !== 'string') continue
          const equals = value.indexOf('=')
          if (list === 'literals' && isPlaceholder(value.slice(equals + 1).replace(/^(['"])(.*)\1$/, '$2'))) continue
          const what =
            list === 'literals'
              ? equals > 0
                ? `literal ${value.slice(0, equals)}`
                : 'a literal without a name'
              : `file ${value}`
          yield {
            file: file.path,
            document,
            pointer: pointer('secretGenerator', index, list, entry),
            message: `secretGenerator ${name} takes ${what} from Git in clear: ${advice}`,
          }
        }
    }
}

/** `KEY=value` of an environment file. */
const assignment = (line: string): readonly [string, string] => {
  const [, name = '', value = ''] =
    /^\s*(?:export\s+)?([A-Za-z_][\w.]*)=["']?(.*?)["']?\s*$/.exec(line.slice(0, 8192)) ?? []
  return [name, value]
}

/** Credentials in files that are no manifests: values files, .env files, scripts. */
const looseFiles = function* (file: SourceFile, seen: Set<string>): Iterable<Problem> {
  const { text, path } = file
  if (text === undefined) return
  for (const { line, index, kind } of credentialLines(text)) {
    seen.add(line)
    seen.add(assignment(line)[1])
    yield { file: path, line: index + 1, message: `${path} contains ${kind} in clear: ${advice}` }
  }
  if (!/(^|\/|\.)env$/.test(path)) return
  for (const [index, line] of text.split('\n').entries()) {
    const [name, value] = assignment(line)
    if (credentialIn(value) !== undefined || !isNamedSecret(name, value)) continue
    seen.add(`${name}=${value}`)
    yield {
      file: path,
      line: index + 1,
      message: `${path} sets ${name} to a literal (${lengthClass(value)}): ${advice}`,
    }
  }
}

const isLiteralSecret = (name: string, text: string, seen: ReadonlySet<string>): boolean =>
  isNamedSecret(name, text) && !seen.has(`${name}=${text}`) && credentialIn(text) === undefined

/** Variables of containers whose name says that the literal beside it is secret. */
const variables = function* (known: Lookup, seen: ReadonlySet<string>): Iterable<Problem> {
  for (const template of known.templates)
    for (const { container, pointer: at } of containersOf(template))
      for (const [index, variable] of listAt(container, 'env').entries()) {
        const name = textAt(variable, 'name') ?? ''
        const text = textAt(variable, 'value') ?? ''
        if (!isLiteralSecret(name, text, seen)) continue
        const message = `${describe(template.owner)}: variable ${name} is set to a literal (${lengthClass(text)}): ${advice}`
        yield problem(template.owner, `${at}${pointer('env', index, 'value')}`, message)
      }
}

/** Keys of ConfigMaps whose name says that the literal beside it is secret. */
const settings = function* (known: Lookup, seen: ReadonlySet<string>): Iterable<Problem> {
  for (const item of known.ofKind('/ConfigMap')) {
    const data = objectAt(item.object, 'data')
    for (const key of Object.keys(data)) {
      const text = textAt(data, key) ?? ''
      if (!isLiteralSecret(key, text, seen)) continue
      const message = `${describe(item)}: key ${key} is set to a literal (${lengthClass(text)}) and a ConfigMap is no place for it: ${advice}`
      yield problem(item, pointer('data', key), message)
    }
  }
}

/** The hash that kustomize appends. Source: kustomize api/hasher (letters without vowels, digits without 0, 1 and 3). */
const nameHash = /-[bcdfghjkmnpqrstvwxz2456789]{10}$/

const isGenerated = (item: WorldObject, generated: ReadonlySet<string>): boolean => {
  const name = nameOf(item).replace(nameHash, '')
  // A namePrefix may stand before the name: try the name after each dash.
  const names = [name, ...[...name.matchAll(/-/g)].map(({ index }) => name.slice(index + 1))]
  return names.some((candidate) => generated.has(`${item.application}\n${candidate}`))
}

const objects = function* (world: World, generated: ReadonlySet<string>, seen: ReadonlySet<string>): Iterable<Problem> {
  for (const item of world.objects) {
    const groupKind = groupKindOf(item)
    if (groupKind === '/Secret') {
      if (isGenerated(item, generated)) continue
      for (const { map, key, text } of clearEntries(item)) {
        const kind = credentialIn(text) ?? 'a value'
        const message = `${describe(item)} carries ${kind} under ${key} (${lengthClass(text)}) in clear, base64 included: ${advice}`
        yield problem(item, pointer(map, key), message)
      }
      continue
    }
    // Encrypted by design, or documentation with examples.
    if (groupKind === 'bitnami.com/SealedSecret' || groupKind === 'apiextensions.k8s.io/CustomResourceDefinition')
      continue
    const found: Problem[] = []
    visitStrings(item.object, (text, path) => {
      const kind = credentialIn(text)
      if (kind === undefined) return
      const lines = credentialLines(text)
      if (lines.length > 0 && lines.every(({ line }) => seen.has(line))) return
      found.push(problem(item, pointer(...path), `${describe(item)} contains ${kind} in clear: ${advice}`))
    })
    yield* found
  }
}

export const secretInClear: Rule = {
  id: 'secret-in-clear',
  severity: 'error',
  what: 'A Secret with readable data, a secretGenerator entry, or a credential (by its format, or by the name of its variable) in a ConfigMap, variable, argument, URL or file.',
  why: 'Whoever can read the repository, its forks and its history has the credential; deleting the line does not take it back.',
  mend: 'Revoke and replace the credential; keep the new one in a secret store (ExternalSecret) or encrypted (SealedSecret, SOPS).',
  check: function* (world) {
    const generated = new Set<string>()
    const seen = new Set<string>()
    yield* generators(world, generated)
    for (const file of world.sources) if (file.kind === 'other') yield* looseFiles(file, seen)
    const known = lookup(world)
    yield* variables(known, seen)
    yield* settings(known, seen)
    yield* objects(world, generated, seen)
  },
}
