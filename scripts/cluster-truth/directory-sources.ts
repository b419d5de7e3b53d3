// Directories of plain manifests in every spelling that Argo CD has an opinion about.

export type DirectorySource = {
  readonly title: string
  readonly files: Readonly<Record<string, string>>
  /** `spec.source.directory`. */
  readonly directory?: Readonly<Record<string, unknown>>
}

const map = (name: string, data = '{a: "1"}') =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: {name: ${name}}\ndata: ${data}\n`
const json = (name: string) => JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMap', metadata: { name } })

export const directorySources: readonly DirectorySource[] = [
  {
    title: 'files beside each other',
    files: { 'a.yaml': map('a'), 'b.yml': map('b'), 'c.json': json('c'), 'notes.txt': 'none' },
  },
  { title: 'nested folders are left alone', files: { 'a.yaml': map('a'), 'deep/b.yaml': map('b') } },
  {
    title: 'nested folders, asked for',
    files: { 'a.yaml': map('a'), 'deep/er/b.yaml': map('b') },
    directory: { recurse: true },
  },
  {
    title: 'only what is included',
    files: { 'a.yaml': map('a'), 'b.yaml': map('b'), 'deep/a.yaml': map('c') },
    directory: { recurse: true, include: '{a.yaml,deep/*}' },
  },
  {
    title: 'all but what is excluded',
    files: { 'a.yaml': map('a'), 'b.yaml': map('b'), 'deep/b.yaml': map('c') },
    directory: { recurse: true, exclude: 'b.yaml' },
  },
  {
    title: 'several documents, some of them empty',
    files: { 'a.yaml': `---\n${map('a')}---\n# nothing\n---\n${map('b')}---\n` },
  },
  { title: 'Windows line ends', files: { 'a.yaml': `${map('a')}---\n${map('b')}`.replaceAll('\n', '\r\n') } },
  { title: 'a byte order mark', files: { 'a.yaml': `\uFEFF${map('a')}` } },
  {
    title: 'a list',
    files: {
      'a.yaml': `apiVersion: v1\nkind: List\nitems:\n- ${map('a').replaceAll('\n', '\n  ')}\n- ${map('b').replaceAll('\n', '\n  ')}\n`,
    },
  },
  {
    title: 'a list of one kind',
    files: { 'a.json': JSON.stringify({ apiVersion: 'v1', kind: 'ConfigMapList', items: [JSON.parse(json('a'))] }) },
  },
  {
    title: 'booleans and numbers of YAML 1.1',
    files: { 'a.yaml': map('a', '{yes: "yes", on: on, octal: "0777", num: 010, date: 2024-01-01, exp: 1e3}') },
  },
  {
    title: 'large numbers',
    files: {
      'a.yaml':
        'apiVersion: example.com/v1\nkind: Widget\nmetadata: {name: w}\nspec: {big: 9007199254740993, float: 1.0, tiny: 1e-7, huge: 1e21}\n',
    },
  },
  {
    title: 'anchors and merge keys',
    files: {
      'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, labels: &l {x: "1"}}\ndata: {<<: *l, y: "2"}\n',
    },
  },
  {
    title: 'nulls',
    files: {
      'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a, annotations: null}\ndata: {a: null, b: ~}\n',
    },
  },
  {
    title: 'block scalars',
    files: {
      'a.yaml':
        'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: a}\ndata:\n  keep: |+\n    a\n\n  fold: >-\n    b\n    c\n  tabs: "\\t"\n',
    },
  },
  {
    title: 'a Secret',
    files: { 'a.yaml': 'apiVersion: v1\nkind: Secret\nmetadata: {name: a}\nstringData: {a: b}\ndata: {c: ZA==}\n' },
  },
  {
    title: 'hooks and waves',
    files: {
      'a.yaml':
        'apiVersion: batch/v1\nkind: Job\nmetadata:\n  generateName: migrate-\n  annotations: {argocd.argoproj.io/hook: PreSync, argocd.argoproj.io/sync-wave: "-1"}\nspec: {template: {spec: {restartPolicy: Never, containers: [{name: m, image: m}]}}}\n',
    },
  },
  {
    title: 'namespaces of their own',
    files: { 'a.yaml': map('a').replace('{name: a}', '{name: a, namespace: other}') },
  },
  { title: 'a file that is no manifest', files: { 'a.yaml': map('a'), 'values.yaml': 'some: values\n' } },
  { title: 'a JSON file that is no manifest', files: { 'a.yaml': map('a'), 'package.json': '{"name": "x"}' } },
  { title: 'two objects in a JSON file', files: { 'a.json': `${json('a')}\n${json('b')}` } },
  { title: 'an array in a JSON file', files: { 'a.json': `[${json('a')}]` } },
  {
    title: 'a file to skip by its first line',
    files: { 'a.yaml': map('a'), 'b.yaml': `# +argocd:skip-file-rendering\n${map('b')}` },
  },
  { title: 'a key twice', files: { 'a.yaml': map('a', '{a: "1", a: "2"}') } },
  {
    title: 'broken YAML',
    files: { 'a.yaml': `${map('a')}---\napiVersion: v1\nkind: ConfigMap\nmetadata: {name: [\n` },
  },
  { title: 'an object without a kind', files: { 'a.yaml': 'apiVersion: v1\nmetadata: {name: a}\n' } },
  { title: 'an object without a name', files: { 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: {}\n' } },
  { title: 'a directory without manifests', files: { 'README.md': 'nothing' } },
]
