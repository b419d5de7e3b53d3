// What passes between the host and the engine: plain JSON, the same names on the Go side (internal/*/…, json tags).

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }
export type JsonObject = { readonly [key: string]: Json }

/** One entry of the virtual file system, as the host answers it. Paths are relative to the repository root, with `/`. */
export type FileEntry =
  | { readonly type: 'file'; readonly bytes: Uint8Array }
  | { readonly type: 'directory' }
  | { readonly type: 'missing' }
  /** The path leads through a symlink: `target` is where it ends, below the repository root, with no symlink left in it. */
  | { readonly type: 'link'; readonly target: string }
  /** Exists but may not be read: a symlink that leaves the repository, a loop, a file over the limit, a submodule. */
  | { readonly type: 'refused'; readonly reason: string }

/** A tree of files. Both answers may be synchronous or not; the engine's worker blocks on them. */
export type FileTree = {
  /** Distinguishes trees in the engine's per-worker cache: a commit id or a name of the working tree. */
  readonly id: string
  readonly read: (path: string) => FileEntry | Promise<FileEntry>
  /** Every file below a directory, as paths relative to the repository root, in any order. */
  readonly list: (directory: string) => readonly string[] | Promise<readonly string[]>
}

/** The options of `spec.source.kustomize` of an Argo CD Application, as written there. */
export type KustomizeOptions = JsonObject
/** The options of `spec.source.directory`. */
export type DirectoryOptions = { readonly recurse?: boolean; readonly include?: string; readonly exclude?: string }

export type Source =
  | { readonly type: 'kustomize'; readonly path: string; readonly kustomize?: KustomizeOptions }
  | { readonly type: 'directory'; readonly path: string; readonly directory?: DirectoryOptions }

export type RenderRequest = {
  readonly source: Source
  /** `spec.destination.namespace`: set on namespaced objects that name none, as Argo CD does. */
  readonly namespace?: string
  /** Kubernetes minors to check against, such as `1.36`. Empty: render only. */
  readonly kubernetesVersions: readonly string[]
}

/** Where an object of plain manifests stands in the repository as written; empty for kustomize, where it follows from the files. */
export type Origin = {
  readonly file?: string
  /** Line on which the content of its YAML document starts, from 1. */
  readonly line?: number
  /** Index in `items` of a List document. */
  readonly item?: number
}

export type RenderedObject = { readonly object: JsonObject; readonly origin: Origin }

/** One thing that the checks of the engine found. `rule` is one of the ids that the toolkit lists. */
export type EngineProblem = {
  /** Index into the objects of the same answer. */
  readonly object: number
  readonly rule: string
  /** JSON pointer in the object; '' for the object as a whole. */
  readonly pointer: string
  readonly message: string
  readonly severity?: 'error' | 'warning' | 'note'
  /** The minors for which it holds; absent when for all that were asked for. */
  readonly kubernetesVersions?: readonly string[]
}

/** A problem of a source file, found while reading it. */
export type FileProblem = {
  readonly file: string
  readonly rule: string
  readonly message: string
  readonly line?: number
  readonly column?: number
}

/** Why a source could not be rendered. `gap`: outside what can be judged offline; `fault`: broken, Argo CD would fail too. */
export type RenderFailure = {
  readonly type: 'gap' | 'fault'
  /** remote-base, plugin, exec-function, chart, outside-repository, too-large, missing-file, invalid-yaml, kustomize, … */
  readonly reason: string
  readonly message: string
  readonly file?: string
  readonly line?: number
  readonly column?: number
}

export type RenderAnswer = {
  readonly objects: readonly RenderedObject[]
  readonly problems: readonly EngineProblem[]
  readonly fileProblems: readonly FileProblem[]
  readonly failure?: RenderFailure
  /** Paths that were read, and paths that were looked for in vain: together they decide what a change affects. */
  readonly read: readonly string[]
  readonly missed: readonly string[]
}

/** A second look at objects, once the whole tree is rendered: custom resources of the tree's own CRDs, transitions, policies. */
export type ReviewRequest = {
  readonly kubernetesVersions: readonly string[]
  readonly items: readonly {
    readonly object: JsonObject
    /** The object that the base commit had; absent: it is created. */
    readonly oldObject?: JsonObject
    /** Check again against the schema of its CRD (it was not known when the object was rendered). */
    readonly schema?: boolean
  }[]
  /** ValidatingAdmissionPolicies, their bindings, and every object that can be a parameter. */
  readonly policies?: readonly JsonObject[]
  readonly bindings?: readonly JsonObject[]
  readonly params?: readonly JsonObject[]
  /** Labels of the namespaces of the tree, for namespaceSelector and namespaceObject. */
  readonly namespaces?: readonly JsonObject[]
}
export type ReviewAnswer = {
  readonly problems: readonly EngineProblem[]
  /** Policies and bindings that do not compile or resolve: index in `policies` or `bindings`. */
  readonly policyProblems: readonly {
    readonly policy: string
    readonly pointer: string
    readonly message: string
    readonly severity?: 'error' | 'warning' | 'note'
  }[]
}

/** A Go template with Sprig, as ApplicationSets use them. */
export type TemplateRequest = {
  readonly template: string
  readonly params: JsonObject
  /** `goTemplateOptions`, such as `missingkey=error`. */
  readonly options?: readonly string[]
}
export type TemplateAnswer = { readonly text?: string; readonly error?: string }

/** kubeconform's own ValidateResource over one document of text. */
export type KubeconformRequest = {
  readonly text: string
  readonly kubernetesVersion: string
  readonly strict?: boolean
}
export type KubeconformAnswer = {
  readonly status: 'valid' | 'invalid' | 'error' | 'skipped' | 'empty'
  readonly message?: string
  readonly errors?: readonly { readonly path: string; readonly message: string }[]
}

/** CRDs of the tree under test (objects), which come before the user's schemas and the bundle. */
export type CrdsRequest = { readonly crds: readonly JsonObject[] }
export type CrdsAnswer = {
  readonly problems: readonly { readonly crd: number; readonly pointer: string; readonly message: string }[]
}

/** The objects of single files, each file by itself: for finding Applications before anything is rendered. */
export type DocumentsRequest = { readonly paths: readonly string[] }
export type DocumentsAnswer = {
  readonly objects: readonly RenderedObject[]
  readonly failures: readonly RenderFailure[]
}

/** What the catalogue knows of a kind: the CRDs of the last `crds` call first, then the bundle. */
export type KindRequest = { readonly apiVersion: string; readonly kind: string }
export type KindAnswer = {
  readonly known: boolean
  readonly plural?: string
  readonly namespaced?: boolean
  /** Minors that serve it; for built-in kinds. */
  readonly versions?: readonly string[]
  readonly lifecycle?: JsonObject
}
