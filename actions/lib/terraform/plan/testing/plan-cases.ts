// The table of plans that need no provider but the built-in one.
import type { PlanCase } from './plan-case.ts'

/** `terraform_data` with a body. */
const data = (name: string, body = '') => `resource "terraform_data" "${name}" {\n${body}\n}\n`
const output = (name: string, value: string, more = '') => `output "${name}" {\n  value = ${value}\n  ${more}\n}\n`
const moved = (from: string, to: string) => `moved {\n  from = ${from}\n  to = ${to}\n}\n`
const imported = (to: string, id: string) => `import {\n  to = ${to}\n  id = ${id}\n}\n`
const removed = (from: string, destroy = false) =>
  `removed {\n  from = ${from}\n  lifecycle {\n    destroy = ${destroy}\n  }\n}\n`
const variable = (name: string, body: string) => `variable "${name}" {\n${body}\n}\n`
const child = (name = 'm', more = '') => `module "${name}" {\n  source = "./child"\n  ${more}\n}\n`
const createFirst = 'lifecycle {\n  create_before_destroy = true\n}'
/** A condition must speak of something. */
const one = 'locals { one = 1 }\n'
const outputCondition = (condition: string) =>
  `precondition {\n    condition = ${condition}\n    error_message = "no"\n  }`
const secret = variable('secret', 'sensitive = true\ndefault = "s3cr3t-value"')

const state = (instances: readonly object[]) =>
  JSON.stringify({
    version: 4,
    terraform_version: '1.10.0',
    serial: 1,
    lineage: '11111111-1111-4111-8111-111111111111',
    outputs: {},
    resources: [
      {
        mode: 'managed',
        type: 'terraform_data',
        name: 'a',
        provider: 'provider["terraform.io/builtin/terraform"]',
        instances,
      },
    ],
  })
const instance = (id: string, input: unknown = null) => ({
  schema_version: 0,
  attributes: { id, input, output: input, triggers_replace: null },
  sensitive_attributes: [],
})

/** Nothing at all, or nothing that changes. */
const quiet: readonly PlanCase[] = [
  { name: 'an empty configuration', after: 'locals {}', expected: { exit: 0 } },
  { name: 'one that is as it was', before: data('a', 'input = 1'), expected: { exit: 0, counts: { unchanged: 1 } } },
  {
    name: 'a local value that nothing uses',
    before: data('a'),
    after: `locals { x = 1 }\n${data('a')}`,
    expected: { exit: 0, counts: { unchanged: 1 } },
  },
  {
    name: 'outputs as they were',
    before: data('a', 'input = "x"') + output('o', 'terraform_data.a.output'),
    expected: { exit: 0, counts: { unchanged: 1 }, outputs: {} },
  },
  { name: 'destroying nothing', after: 'locals {}', arguments: ['-destroy'], expected: { exit: 0 } },
  {
    name: 'accepting drift where there is none',
    before: data('a'),
    arguments: ['-refresh-only'],
    expected: { exit: 0 },
  },
  {
    name: 'a moved block whose source is long gone',
    before: data('b'),
    after: data('b') + moved('terraform_data.a', 'terraform_data.b'),
    expected: { exit: 0, counts: { unchanged: 1 } },
  },
  {
    name: 'a removed block for what is long gone',
    before: data('b'),
    after: data('b') + removed('terraform_data.a'),
    expected: { exit: 0, counts: { unchanged: 1 } },
  },
  {
    name: 'an import block for what is in the state',
    before: data('a') + imported('terraform_data.a', '"abc"'),
    expected: { exit: 0, counts: { unchanged: 1 } },
  },
]

const creating: readonly PlanCase[] = [
  {
    name: 'one that is new',
    after: data('a', 'input = "x"'),
    expected: {
      exit: 2,
      counts: { create: 1 },
      changes: { 'terraform_data.a': ['create'] },
      differences: { 'terraform_data.a': ['+id', '+input', '+output'] },
    },
  },
  { name: 'three by count', after: data('a', 'count = 3'), expected: { exit: 2, counts: { create: 3 } } },
  {
    name: 'a count that grows, with an update of all',
    before: data('a', 'count = 2\ninput = 1'),
    after: data('a', 'count = 3\ninput = 2'),
    expected: { exit: 2, counts: { create: 1, update: 2 } },
  },
  {
    name: 'keys with dots, slashes and quotes',
    after: data('a', 'for_each = toset(["x.y/z", "say \\"hi\\"", "ü $${x}"])'),
    expected: {
      exit: 2,
      counts: { create: 3 },
      changes: {
        'terraform_data.a["x.y/z"]': ['create'],
        'terraform_data.a["say \\"hi\\""]': ['create'],
        // Addresses are written as configuration is.
        'terraform_data.a["ü $${x}"]': ['create'],
      },
    },
  },
  {
    name: 'inside a module with count',
    after: { 'main.tf': child('m', 'count = 2'), 'child/main.tf': data('a') },
    expected: {
      exit: 2,
      counts: { create: 2 },
      changes: { 'module.m[0].terraform_data.a': ['create'], 'module.m[1].terraform_data.a': ['create'] },
    },
  },
  {
    name: 'without refreshing',
    before: data('a'),
    after: data('a') + data('b'),
    arguments: ['-refresh=false'],
    expected: { exit: 2, counts: { create: 1, unchanged: 1 } },
  },
  {
    name: 'data that can be read only while applying',
    after:
      data('a', 'input = "missing.tfstate"') +
      'data "terraform_remote_state" "r" {\n  backend = "local"\n  config = {\n    path = terraform_data.a.output\n  }\n}\n',
    expected: {
      exit: 2,
      counts: { create: 1, read: 1 },
      changes: {
        'terraform_data.a': ['create'],
        'data.terraform_remote_state.r': ['read', 'read_because_config_unknown'],
      },
    },
  },
  {
    name: 'only what is targeted',
    after: data('a') + data('b'),
    arguments: ['-target=terraform_data.a'],
    expected: { exit: 2, counts: { create: 1 }, complete: false, changes: { 'terraform_data.a': ['create'] } },
  },
  {
    name: 'a target with nothing to do',
    before: data('a'),
    after: data('a') + data('b'),
    arguments: ['-target=terraform_data.a'],
    expected: { exit: 0, counts: { unchanged: 1 }, complete: false },
  },
]

const updating: readonly PlanCase[] = [
  {
    name: 'an update in place',
    before: data('a', 'input = "x"'),
    after: data('a', 'input = "y"'),
    expected: {
      exit: 2,
      counts: { update: 1 },
      changes: { 'terraform_data.a': ['update'] },
      differences: { 'terraform_data.a': ['~input', '~output'] },
    },
  },
  {
    name: 'a key that is new in a map',
    before: data('a', 'input = { x = 1 }'),
    after: data('a', 'input = { x = 1, "a/b" = 2 }'),
    expected: {
      exit: 2,
      counts: { update: 1 },
      differences: { 'terraform_data.a': ['+input["a/b"]', '~output'] },
    },
  },
  {
    name: 'a nested block that is lost in an update',
    before: data('a', 'input = { rules = [{ port = 80 }, { port = 443 }], tags = { Name = "x", Owner = "y" } }'),
    after: data('a', 'input = { rules = [{ port = 443 }], tags = { Name = "x" } }'),
    expected: {
      exit: 2,
      counts: { update: 1 },
      differences: { 'terraform_data.a': ['-input.rules[0]', '-input.tags.Owner', '~output'] },
    },
  },
  {
    name: 'an element put into a list',
    before: data('a', 'input = ["a", "b", "c"]'),
    after: data('a', 'input = ["new", "a", "b", "c"]'),
    expected: { exit: 2, counts: { update: 1 }, differences: { 'terraform_data.a': ['+input[0]', '~output'] } },
  },
  {
    name: 'an object that changes in a list that grows before it',
    before: data('a', 'input = [{ name = "a", port = 1, host = "h" }]'),
    after: data('a', 'input = [{ name = "z", port = 9, host = "g" }, { name = "a", port = 2, host = "h" }]'),
    expected: {
      exit: 2,
      counts: { update: 1 },
      differences: { 'terraform_data.a': ['+input[0]', '~input[1].port', '~output'] },
    },
  },
  {
    name: 'JSON inside text',
    before: data('a', 'input = jsonencode({ Statement = [{ Action = ["a:Get"], Effect = "Allow" }] })'),
    after: data('a', 'input = jsonencode({ Statement = [{ Action = ["a:Get", "a:Put"], Effect = "Allow" }] })'),
    expected: {
      exit: 2,
      counts: { update: 1 },
      differences: { 'terraform_data.a': ['+input (JSON).Statement[0].Action[1]', '~output'] },
    },
  },
  {
    name: 'one line of many',
    before: data('a', 'input = "#!/bin/sh\\necho one\\necho two\\n"'),
    after: data('a', 'input = "#!/bin/sh\\necho one\\necho three\\n"'),
    expected: { exit: 2, counts: { update: 1 }, differences: { 'terraform_data.a': ['~input (line 3)', '~output'] } },
  },
  {
    name: 'a number that becomes text',
    before: data('a', 'input = 1'),
    after: data('a', 'input = "1"'),
    expected: { exit: 2, counts: { update: 1 }, differences: { 'terraform_data.a': ['~input', '~output'] } },
  },
  {
    name: 'a value that comes, and one that goes',
    before: data('a', 'input = "x"') + data('b'),
    after: data('a') + data('b', 'input = "x"'),
    expected: {
      exit: 2,
      counts: { update: 2 },
      // The provider tells the output anew whenever the input changes.
      differences: { 'terraform_data.a': ['-input', '~output'], 'terraform_data.b': ['+input', '+output'] },
    },
  },
  {
    name: 'an update by what is replaced before it',
    before: data('a', 'triggers_replace = 1') + data('b', 'input = terraform_data.a.id'),
    after: data('a', 'triggers_replace = 2') + data('b', 'input = terraform_data.a.id'),
    expected: {
      exit: 2,
      counts: { replace: 1, update: 1 },
      changes: {
        'terraform_data.a': ['replace', 'delete-first', 'replace_because_cannot_update'],
        'terraform_data.b': ['update'],
      },
    },
  },
]

const replacing: readonly PlanCase[] = [
  {
    name: 'a replacement that deletes first',
    before: data('a', 'triggers_replace = "x"'),
    after: data('a', 'triggers_replace = "y"'),
    expected: {
      exit: 2,
      counts: { replace: 1 },
      changes: { 'terraform_data.a': ['replace', 'delete-first', 'replace_because_cannot_update'] },
      differences: { 'terraform_data.a': ['~id', '~triggers_replace!'] },
    },
  },
  {
    name: 'a replacement that creates first',
    before: data('a', `triggers_replace = "x"\n${createFirst}`),
    after: data('a', `triggers_replace = "y"\n${createFirst}`),
    expected: {
      exit: 2,
      counts: { replace: 1 },
      changes: { 'terraform_data.a': ['replace', 'create-first', 'replace_because_cannot_update'] },
    },
  },
  {
    name: 'replacements in both orders, one by a member',
    before: data('a', 'triggers_replace = { x = 1, y = [1, 2] }') + data('b', `triggers_replace = "x"\n${createFirst}`),
    after: data('a', 'triggers_replace = { x = 1, y = [1, 3] }') + data('b', `triggers_replace = "y"\n${createFirst}`),
    expected: {
      exit: 2,
      counts: { replace: 2 },
      changes: {
        'terraform_data.a': ['replace', 'delete-first', 'replace_because_cannot_update'],
        'terraform_data.b': ['replace', 'create-first', 'replace_because_cannot_update'],
      },
      differences: { 'terraform_data.a': ['~id', '~triggers_replace.y[1]!'] },
    },
  },
  {
    name: 'a replacement that was asked for',
    before: data('a'),
    arguments: ['-replace=terraform_data.a'],
    expected: {
      exit: 2,
      counts: { replace: 1 },
      changes: { 'terraform_data.a': ['replace', 'delete-first', 'replace_by_request'] },
    },
  },
  {
    name: 'a replacement of what is tainted',
    before: data('a'),
    commands: [['taint', 'terraform_data.a']],
    expected: {
      exit: 2,
      counts: { replace: 1 },
      changes: { 'terraform_data.a': ['replace', 'delete-first', 'replace_because_tainted'] },
    },
  },
  {
    name: 'a replacement by what another one triggers',
    before: data('a', 'input = 1') + data('b', 'lifecycle {\n  replace_triggered_by = [terraform_data.a]\n}'),
    after: data('a', 'input = 2') + data('b', 'lifecycle {\n  replace_triggered_by = [terraform_data.a]\n}'),
    expected: {
      exit: 2,
      counts: { update: 1, replace: 1 },
      changes: {
        'terraform_data.a': ['update'],
        'terraform_data.b': ['replace', 'delete-first', 'replace_by_triggers'],
      },
    },
  },
  {
    name: 'a deposed object that an apply left behind',
    // Such a state comes from a provider that could not destroy the object; the built-in one always can.
    after: {
      'main.tf': data('a', createFirst),
      'terraform.tfstate': state([instance('new'), { ...instance('old'), deposed: '00000001' }]),
    },
    expected: {
      exit: 2,
      counts: { delete: 1, unchanged: 1 },
      changes: { 'terraform_data.a': ['delete', 'deposed'] },
    },
  },
]

const deleting: readonly PlanCase[] = [
  {
    name: 'one that is no longer written',
    before: data('a') + data('b'),
    after: data('b'),
    expected: {
      exit: 2,
      counts: { delete: 1, unchanged: 1 },
      changes: { 'terraform_data.a': ['delete', 'delete_because_no_resource_config'] },
    },
  },
  {
    name: 'destroying all, with the outputs',
    before: data('a') + data('b') + output('o', '"x"'),
    arguments: ['-destroy'],
    expected: { exit: 2, counts: { delete: 2, outputs: 1 }, outputs: { o: 'delete' } },
  },
  {
    name: 'destroying a target',
    before: data('a') + data('b'),
    arguments: ['-destroy', '-target=terraform_data.a'],
    expected: { exit: 2, counts: { delete: 1 }, complete: false, changes: { 'terraform_data.a': ['delete'] } },
  },
  {
    name: 'a count that shrinks',
    before: data('a', 'count = 2'),
    after: data('a', 'count = 1'),
    expected: {
      exit: 2,
      counts: { delete: 1, unchanged: 1 },
      changes: { 'terraform_data.a[1]': ['delete', 'delete_because_count_index'] },
    },
  },
  {
    name: 'a key that goes',
    before: data('a', 'for_each = toset(["x", "y"])'),
    after: data('a', 'for_each = toset(["x"])'),
    expected: {
      exit: 2,
      counts: { delete: 1, unchanged: 1 },
      changes: { 'terraform_data.a["y"]': ['delete', 'delete_because_each_key'] },
    },
  },
  {
    name: 'a list of names taken as count, from which the first goes',
    before: data('a', 'count = 2\ninput = ["x", "y"][count.index]'),
    after: data('a', 'count = 1\ninput = ["y"][count.index]'),
    expected: {
      exit: 2,
      counts: { delete: 1, update: 1 },
      changes: { 'terraform_data.a[0]': ['update'], 'terraform_data.a[1]': ['delete', 'delete_because_count_index'] },
    },
  },
  {
    name: 'a module that goes',
    before: { 'main.tf': child(), 'child/main.tf': data('a') },
    after: 'locals {}',
    expected: {
      exit: 2,
      counts: { delete: 1 },
      changes: { 'module.m.terraform_data.a': ['delete', 'delete_because_no_resource_config'] },
    },
  },
  {
    name: 'a module whose count shrinks',
    before: { 'main.tf': child('m', 'count = 2'), 'child/main.tf': data('a') },
    after: { 'main.tf': child('m', 'count = 1'), 'child/main.tf': data('a') },
    expected: {
      exit: 2,
      counts: { delete: 1, unchanged: 1 },
      changes: { 'module.m[1].terraform_data.a': ['delete', 'delete_because_no_module'] },
    },
  },
  {
    name: 'one that gets keys',
    before: data('a'),
    after: data('a', 'for_each = toset(["x"])'),
    expected: {
      exit: 2,
      counts: { delete: 1, create: 1 },
      changes: {
        'terraform_data.a': ['delete', 'delete_because_wrong_repetition'],
        'terraform_data.a["x"]': ['create'],
      },
    },
  },
  {
    name: 'a removed block that destroys',
    before: data('a'),
    after: removed('terraform_data.a', true),
    expected: {
      exit: 2,
      counts: { delete: 1 },
      changes: { 'terraform_data.a': ['delete', 'delete_because_no_resource_config'] },
    },
  },
]

const moving: readonly PlanCase[] = [
  {
    name: 'one that is only moved',
    before: data('a', 'input = 1'),
    after: data('b', 'input = 1') + moved('terraform_data.a', 'terraform_data.b'),
    expected: {
      exit: 2,
      counts: { move: 1 },
      changes: { 'terraform_data.b': ['no-op', 'moved'] },
      differences: { 'terraform_data.b': [] },
    },
  },
  {
    name: 'one that is moved into a module',
    before: data('a'),
    after: {
      'main.tf': child() + moved('terraform_data.a', 'module.m.terraform_data.a'),
      'child/main.tf': data('a'),
    },
    expected: { exit: 2, counts: { move: 1 }, changes: { 'module.m.terraform_data.a': ['no-op', 'moved'] } },
  },
  {
    name: 'a module that is moved with all in it',
    before: { 'main.tf': child('m'), 'child/main.tf': data('a') + data('b') },
    after: { 'main.tf': child('n') + moved('module.m', 'module.n'), 'child/main.tf': data('a') + data('b') },
    expected: { exit: 2, counts: { move: 2 } },
  },
  {
    name: 'a key that is renamed',
    before: data('a', 'for_each = toset(["x", "y"])'),
    after: data('a', 'for_each = toset(["x", "z"])') + moved('terraform_data.a["y"]', 'terraform_data.a["z"]'),
    expected: { exit: 2, counts: { move: 1, unchanged: 1 }, changes: { 'terraform_data.a["z"]': ['no-op', 'moved'] } },
  },
  {
    name: 'one that gets a count, which moves it by itself',
    before: data('a'),
    after: data('a', 'count = 1'),
    expected: { exit: 2, counts: { move: 1 }, changes: { 'terraform_data.a[0]': ['no-op', 'moved'] } },
  },
  {
    name: 'one that is moved and updated',
    before: data('a', 'input = 1'),
    after: data('b', 'input = 2') + moved('terraform_data.a', 'terraform_data.b'),
    expected: { exit: 2, counts: { move: 1, update: 1 }, changes: { 'terraform_data.b': ['update', 'moved'] } },
  },
  {
    name: 'one that is moved and replaced',
    before: data('a', 'triggers_replace = 1'),
    after: data('b', 'triggers_replace = 2') + moved('terraform_data.a', 'terraform_data.b'),
    expected: {
      exit: 2,
      counts: { move: 1, replace: 1 },
      changes: { 'terraform_data.b': ['replace', 'moved', 'delete-first', 'replace_because_cannot_update'] },
    },
  },
]

const forgetting: readonly PlanCase[] = [
  {
    name: 'one that is only forgotten',
    before: data('a', 'input = 1'),
    after: removed('terraform_data.a'),
    expected: {
      exit: 2,
      counts: { forget: 1 },
      changes: { 'terraform_data.a': ['forget', 'forgets', 'delete_because_no_resource_config'] },
    },
  },
  {
    name: 'all of a count is forgotten, another is created',
    before: data('a', 'count = 2'),
    after: data('b') + removed('terraform_data.a'),
    expected: { exit: 2, counts: { forget: 2, create: 1 } },
  },
  {
    name: 'a module is forgotten',
    before: { 'main.tf': child(), 'child/main.tf': data('a') + data('b') },
    after: removed('module.m'),
    expected: { exit: 2, counts: { forget: 2 } },
  },
  {
    name: 'one is forgotten, one is destroyed',
    before: data('a') + data('b'),
    after: removed('terraform_data.a'),
    expected: { exit: 2, counts: { forget: 1, delete: 1 } },
  },
]

const importing: readonly PlanCase[] = [
  {
    name: 'one that is only imported',
    after: data('a') + imported('terraform_data.a', '"abc"'),
    expected: {
      exit: 2,
      counts: { import: 1 },
      changes: { 'terraform_data.a': ['no-op', 'imported'] },
      differences: { 'terraform_data.a': [] },
    },
  },
  {
    name: 'one that is imported and updated',
    after: data('a', 'input = "x"') + imported('terraform_data.a', '"abc"'),
    expected: { exit: 2, counts: { import: 1, update: 1 }, changes: { 'terraform_data.a': ['update', 'imported'] } },
  },
  {
    name: 'one that is imported and replaced',
    after: data('a', 'triggers_replace = "x"') + imported('terraform_data.a', '"abc"'),
    expected: {
      exit: 2,
      counts: { import: 1, replace: 1 },
      changes: { 'terraform_data.a': ['replace', 'imported', 'delete-first', 'replace_because_cannot_update'] },
    },
  },
  {
    name: 'two that are imported by keys',
    after:
      data('a', 'for_each = toset(["x", "y"])') +
      'import {\n  for_each = toset(["x", "y"])\n  to = terraform_data.a[each.key]\n  id = each.key\n}\n',
    expected: { exit: 2, counts: { import: 2 } },
  },
  {
    name: 'one for which the tool writes the configuration',
    after: imported('terraform_data.a', '"abc"'),
    arguments: ['-generate-config-out=generated.tf'],
    expected: { exit: 2, counts: { import: 1 }, changes: { 'terraform_data.a': ['no-op', 'imported', 'generated'] } },
  },
  {
    name: 'an import of what is not written',
    after: imported('terraform_data.a', '"abc"'),
    expected: { exit: 1, errored: true },
    // It finds this before it plans.
    tofu: { exit: 1, noPlan: true },
  },
]

const outputs: readonly PlanCase[] = [
  {
    name: 'only an output that is new',
    after: output('o', '"x"'),
    expected: { exit: 2, counts: { outputs: 1 }, outputs: { o: 'create' }, changes: {} },
  },
  {
    name: 'only an output that changes',
    before: output('o', '"x"') + output('same', '"x"'),
    after: output('o', '"y"') + output('same', '"x"'),
    expected: { exit: 2, counts: { outputs: 1 }, outputs: { o: 'update' } },
  },
  {
    name: 'only an output that goes',
    before: output('o', '"x"'),
    after: 'locals {}',
    expected: { exit: 2, counts: { outputs: 1 }, outputs: { o: 'delete' } },
  },
  {
    name: 'a sensitive output that changes',
    before: output('o', '"x-secret"', 'sensitive = true'),
    after: output('o', '"y-secret"', 'sensitive = true'),
    expected: { exit: 2, counts: { outputs: 1 }, outputs: { o: 'update' } },
  },
  {
    name: 'an output that is known after apply',
    after: data('a') + output('o', 'terraform_data.a.id'),
    expected: { exit: 2, counts: { create: 1, outputs: 1 }, outputs: { o: 'create' } },
  },
  {
    name: 'an output with the time of the plan',
    before: output('o', 'plantimestamp()'),
    // The time has seconds.
    commands: [['output', '-raw', 'o']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: a template of the configuration
    after: output('o', '"at ${plantimestamp()}"'),
    expected: { exit: 2, counts: { outputs: 1 }, outputs: { o: 'update' } },
  },
  {
    name: 'accepting drift with an output that is new',
    before: data('a'),
    after: data('a') + output('o', '"x"'),
    arguments: ['-refresh-only'],
    expected: { exit: 2, counts: { outputs: 1 }, outputs: { o: 'create' } },
  },
]

const secrets: readonly PlanCase[] = [
  {
    name: 'a sensitive value in what is new',
    after: secret + data('a', 'input = { user = "u", password = var.secret }'),
    expected: { exit: 2, counts: { create: 1 }, differences: { 'terraform_data.a': ['+id', '+input', '+output'] } },
  },
  {
    name: 'a sensitive value that changes',
    before: secret + data('a', 'input = { user = "u", password = var.secret }'),
    after: secret.replace('s3cr3t-value', 's3cr3t-other') + data('a', 'input = { user = "u", password = var.secret }'),
    expected: {
      exit: 2,
      counts: { update: 1 },
      differences: { 'terraform_data.a': ['~input.password', '~output'] },
    },
  },
  {
    name: 'a value that only becomes sensitive',
    before: data('a', 'input = "s3cr3t-value"'),
    after: secret + data('a', 'input = var.secret'),
    expected: { exit: 2, counts: { update: 1 }, changes: { 'terraform_data.a': ['update'] } },
  },
  {
    name: 'a value that is no longer sensitive, and another one',
    before: secret + data('a', 'input = var.secret'),
    after: data('a', 'input = "open"'),
    expected: { exit: 2, counts: { update: 1 }, differences: { 'terraform_data.a': ['~input', '~output'] } },
  },
  {
    name: 'an ephemeral variable',
    after: variable('token', 'ephemeral = true\ndefault = "t0k3n"') + data('a'),
    expected: { exit: 2, counts: { create: 1 } },
  },
]

const checked: readonly PlanCase[] = [
  {
    name: 'a check that fails, and nothing else',
    before: data('a'),
    after: `${one}${data('a')}check "c" {\n  assert {\n    condition = local.one == 2\n    error_message = "one is not two"\n  }\n}\n`,
    expected: { exit: 0, counts: { unchanged: 1, failedChecks: 1 }, checks: { 'check.c': 'fail' } },
  },
  {
    name: 'a check that passes',
    after: `${one}${data('a')}check "c" {\n  assert {\n    condition = local.one == 1\n    error_message = "no"\n  }\n}\n`,
    expected: { exit: 2, counts: { create: 1 }, checks: { 'check.c': 'pass' } },
  },
  {
    name: 'a check of what is known after apply',
    after: `${one}${data('a')}check "c" {\n  assert {\n    condition = terraform_data.a.id != ""\n    error_message = "no"\n  }\n}\n`,
    expected: { exit: 2, counts: { create: 1 }, checks: { 'check.c': 'unknown' } },
  },
  {
    name: 'a condition before one of two fails',
    after:
      one +
      data('a') +
      data(
        'b',
        'lifecycle {\n  precondition {\n    condition = local.one == 2\n    error_message = "one is not two"\n  }\n}',
      ),
    expected: {
      exit: 1,
      errored: true,
      counts: { create: 1, failedChecks: 1 },
      changes: { 'terraform_data.a': ['create'] },
      checks: { 'terraform_data.b': 'fail' },
    },
  },
  {
    name: 'a condition after one fails',
    before: data('a', 'input = 1'),
    after: data(
      'a',
      'input = 1\nlifecycle {\n  postcondition {\n    condition = self.input == 2\n    error_message = "not two"\n  }\n}',
    ),
    expected: {
      exit: 1,
      errored: true,
      counts: { unchanged: 1, failedChecks: 1 },
      checks: { 'terraform_data.a': 'fail' },
    },
  },
  {
    name: 'a condition of an output fails',
    after: data('a', 'input = 1') + output('o', '"x"', outputCondition('terraform_data.a.input == 2')),
    expected: { exit: 1, errored: true, counts: { create: 1, failedChecks: 1 }, checks: { 'output.o': 'fail' } },
  },
  {
    name: 'a condition of an output that fails whatever there is',
    after: one + data('a') + output('o', '"x"', outputCondition('local.one == 2')),
    // It fails while the configuration is validated.
    expected: { exit: 1, noPlan: true },
  },
  {
    name: 'a value of a variable that is refused',
    after:
      data('a') + variable('v', 'default = 1\nvalidation {\n  condition = var.v > 1\n  error_message = "too small"\n}'),
    // What does not need the variable is planned.
    expected: { exit: 1, errored: true, counts: { create: 1, failedChecks: 1 }, checks: { 'var.v': 'fail' } },
  },
  {
    name: 'a check of three, of which one fails',
    after: data(
      'a',
      'count = 3\nlifecycle {\n  precondition {\n    condition = count.index != 1\n    error_message = "not the second"\n  }\n}',
    ),
    expected: {
      exit: 1,
      errored: true,
      counts: { create: 2, failedChecks: 1 },
      checks: { 'terraform_data.a[0]': 'pass', 'terraform_data.a[1]': 'fail', 'terraform_data.a[2]': 'pass' },
    },
  },
]

const failing: readonly PlanCase[] = [
  { name: 'a syntax error', after: 'resource "terraform_data" {', expected: { exit: 1, noPlan: true } },
  {
    name: 'a cycle',
    after: data('a', 'input = terraform_data.b.id') + data('b', 'input = terraform_data.a.id'),
    expected: { exit: 1, noPlan: true },
  },
  {
    name: 'destroying what may not be destroyed',
    before: data('a', 'lifecycle {\n  prevent_destroy = true\n}') + data('b'),
    arguments: ['-destroy'],
    // It stands in the half plan all the same, which is no plan to apply.
    expected: { exit: 1, errored: true, counts: { delete: 2 } },
  },
  {
    name: 'a variable without a value',
    after: data('a', 'input = var.v') + variable('v', 'type = string'),
    expected: { exit: 1, noPlan: true },
  },
  {
    name: 'an import whose id is known after apply',
    after: data('a') + data('b') + imported('terraform_data.b', 'terraform_data.a.id'),
    expected: { exit: 1, errored: true, counts: { create: 1 } },
  },
]

const mixed: readonly PlanCase[] = [
  {
    name: 'everything at once',
    before:
      data('update', 'input = 1') +
      data('replace', 'triggers_replace = 1') +
      data('delete') +
      data('forget') +
      data('old') +
      data('same') +
      output('gone', '1') +
      output('o', '1'),
    after:
      data('update', 'input = 2') +
      data('replace', 'triggers_replace = 2') +
      data('new') +
      data('same') +
      data('create') +
      data('imported') +
      removed('terraform_data.forget') +
      moved('terraform_data.old', 'terraform_data.new') +
      imported('terraform_data.imported', '"abc"') +
      output('o', '2') +
      output('added', '1'),
    expected: {
      exit: 2,
      counts: {
        create: 1,
        update: 1,
        replace: 1,
        delete: 1,
        forget: 1,
        move: 1,
        import: 1,
        outputs: 3,
        unchanged: 1,
      },
      outputs: { added: 'create', gone: 'delete', o: 'update' },
    },
  },
  {
    name: 'accepting drift with a move',
    before: data('a'),
    after: data('b') + moved('terraform_data.a', 'terraform_data.b'),
    arguments: ['-refresh-only'],
    // The move comes from the configuration and not from outside: there is nothing to accept.
    expected: { exit: 0 },
  },
]

export const planCases: readonly PlanCase[] = [
  ...quiet,
  ...creating,
  ...updating,
  ...replacing,
  ...deleting,
  ...moving,
  ...forgetting,
  ...importing,
  ...outputs,
  ...secrets,
  ...checked,
  ...failing,
  ...mixed,
]

/** Not recorded for its size: always run. */
export const thousand: PlanCase = {
  name: 'a thousand, of which a hundred change',
  // Applying as many takes the tool ten seconds: the state is made.
  after: {
    'main.tf': data('a', 'count = 1000\ninput = count.index < 100 ? 2 : 1'),
    'terraform.tfstate': state(
      Array.from({ length: 1000 }, (_, index) => ({
        ...instance(`id-${index}`, { value: 1, type: 'number' }),
        index_key: index,
      })),
    ),
  },
  expected: { exit: 2, counts: { update: 100, unchanged: 900 } },
}
