// Finds public addresses and identifiers of real infrastructure in what is committed.
import type { JsonValue } from '../kubernetes/object.ts'
import { infrastructureIds, publicAddresses } from './addresses.ts'
import { kustomizations } from './kustomizations.ts'
import { describe, groupKindOf, problem } from './objects.ts'
import type { Problem, Rule } from './rule.ts'
import { pointer, type Segment, visitStrings } from './values.ts'

/** Fields whose numbers with dots are versions, and whose UUIDs are identities of documents. */
const excused =
  /^(image|imageName|version|appVersion|kubernetesVersion|tag|newTag|targetRevision|chart|app\.kubernetes\.io\/version|helm\.sh\/chart|uid|resourceVersion|checksum\/.*|caBundle)$/i

type Identity = { readonly what: string; readonly text: string; readonly pointer: string }

const identitiesIn = (value: JsonValue | undefined): readonly Identity[] => {
  const found: Identity[] = []
  visitStrings(value, (text, path: readonly Segment[]) => {
    if (text.length < 7) return
    const addresses = publicAddresses(text)
    const ids = infrastructureIds(text)
    if (addresses.length + ids.length === 0 || excused.test(String(path.at(-1)))) return
    const at = pointer(...path)
    for (const address of new Set(addresses)) found.push({ what: 'public IP address', text: address, pointer: at })
    for (const id of new Set(ids)) found.push({ what: 'identifier', text: id, pointer: at })
  })
  return found
}

/** Four numbers with dots, colons as in IPv6, the middle of a UUID. */
const identityHint = /\d\.\d{1,3}\.\d{1,3}\.\d|:[0-9a-fA-F]{0,4}:|-[1-8][0-9a-fA-F]{3}-[89abAB]/

const advice = 'keep it out of Git: let a DNS name, a ConfigMap made by Terraform or a secret store bring it'

export const infrastructureIdentity: Rule = {
  id: 'infrastructure-identity',
  severity: 'warning',
  what: 'A manifest or kustomization names a public IP address or a UUID of real infrastructure. Documentation, private and link-local ranges, public resolvers, ranges wider than /24 or /48, versions and example UUIDs are excused.',
  why: 'It tells the world where the platform runs, ties the manifests to one installation, and is wrong after the next rebuild.',
  mend: 'Use a DNS name or a documentation address in Git and bring the real value from outside, or exempt the object with the reason.',
  check: function* (world) {
    const seen = new Set<string>()
    for (const item of world.objects) {
      // Examples in the descriptions of a CRD are documentation.
      if (groupKindOf(item) === 'apiextensions.k8s.io/CustomResourceDefinition') continue
      for (const { what, text, pointer: at } of identitiesIn(item.object)) {
        seen.add(text)
        yield problem(item, at, `${describe(item)} names the ${what} ${text}: ${advice}`, { value: text })
      }
    }
    // What reached a rendered object was reported there.
    for (const { file, document, content } of kustomizations(world, identityHint))
      for (const { what, text, pointer: at } of identitiesIn(content))
        if (!seen.has(text))
          yield {
            file: file.path,
            document,
            pointer: at,
            value: text,
            message: `${file.path} names the ${what} ${text}: ${advice}`,
          } satisfies Problem
  },
}
