// Plans that need a provider with a world outside: drift, above all. Run with the stand-in for the provider of a cloud.
import type { PlanCase } from './plan-case.ts'

const provider =
  'terraform {\n  required_providers {\n    ionoscloud = {\n      source = "ionos-cloud/ionoscloud"\n    }\n  }\n}\n'
const center = (name: string, body: string) =>
  `${provider}resource "ionoscloud_datacenter" "${name}" {\n  name = "${name}"\n  location = "de/txl"\n${body}\n}\n`

const unreadState = JSON.stringify({
  version: 4,
  terraform_version: '1.10.0',
  serial: 1,
  lineage: '11111111-1111-4111-8111-111111111111',
  outputs: {},
  resources: [
    {
      mode: 'managed',
      type: 'ionoscloud_datacenter',
      name: 'a',
      provider: 'provider["registry.terraform.io/ionos-cloud/ionoscloud"]',
      instances: [
        {
          schema_version: 0,
          attributes: { id: 'x', name: 'a', location: 'de/txl', description: null },
          sensitive_attributes: [],
        },
      ],
    },
  ],
})

export const providerCases: readonly PlanCase[] = [
  {
    name: 'what changed outside is changed back',
    before: center('a', 'description = "ours"'),
    outside: { description: 'theirs' },
    expected: {
      exit: 2,
      counts: { update: 1, drift: 1 },
      changes: { 'ionoscloud_datacenter.a': ['update'] },
      differences: { 'ionoscloud_datacenter.a': ['~description'] },
    },
  },
  {
    name: 'what changed outside is accepted',
    before: center('a', 'description = "ours"'),
    outside: { description: 'theirs' },
    arguments: ['-refresh-only'],
    expected: { exit: 2, counts: { drift: 1 } },
  },
  {
    name: 'only drift, which the configuration does not mind',
    before: center('a', 'description = "ours"\nlifecycle {\n  ignore_changes = [description]\n}'),
    outside: { description: 'theirs' },
    expected: { exit: 0, counts: { drift: 1, unchanged: 1 } },
  },
  {
    name: 'what was deleted outside is created again',
    before: center('a', ''),
    outside: null,
    expected: { exit: 2, counts: { create: 1, drift: 1 } },
  },
  {
    name: 'what was deleted outside is no longer written either',
    before: center('a', ''),
    outside: null,
    after: provider,
    expected: { exit: 0, counts: { drift: 1 } },
  },
  {
    name: 'nothing that the provider reads back as empty text',
    cloud: ['datacenters', { id: 'x', name: 'a', location: 'de/txl', description: '' }],
    // As a provider leaves it that does not read after it has written.
    after: { 'main.tf': center('a', ''), 'terraform.tfstate': unreadState },
    expected: { exit: 0, counts: { unchanged: 1 }, spuriousDrift: 1 },
  },
  {
    name: 'drift in what is changed as well',
    before: center('a', 'description = "ours"'),
    outside: { name: 'theirs' },
    after: center('a', 'description = "new"'),
    expected: {
      exit: 2,
      counts: { update: 1, drift: 1 },
      differences: { 'ionoscloud_datacenter.a': ['~description', '~name'] },
    },
  },
  {
    name: 'an attribute that cannot be changed',
    before: center('a', 'description = "x"'),
    after: center('a', 'description = "x"').replace('de/txl', 'de/fra'),
    expected: {
      exit: 2,
      counts: { replace: 1 },
      changes: { 'ionoscloud_datacenter.a': ['replace', 'delete-first', 'replace_because_cannot_update'] },
      differences: { 'ionoscloud_datacenter.a': ['~id', '~location!'] },
    },
  },
  {
    name: 'an object that is there is imported and changed',
    cloud: ['datacenters', { id: 'x', name: 'a', location: 'de/txl', description: 'theirs' }],
    after: `${center('a', 'description = "ours"')}import {\n  to = ionoscloud_datacenter.a\n  id = "x"\n}\n`,
    expected: {
      exit: 2,
      counts: { import: 1, update: 1 },
      changes: { 'ionoscloud_datacenter.a': ['update', 'imported'] },
    },
  },
]
