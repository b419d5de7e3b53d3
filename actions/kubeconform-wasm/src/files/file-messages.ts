// What a worker and the main thread say to each other about files.

import type { FileEntry } from '../protocol.ts'

export type FileQuestion = { readonly call: number; readonly ask: 'read' | 'list'; readonly path: string }
export type FileEntries = readonly (readonly [path: string, entry: FileEntry])[]
/** The entry that was asked for comes first; what will probably be asked for next follows. */
export type FileAnswer = { readonly entries: FileEntries; readonly names: readonly string[] }
