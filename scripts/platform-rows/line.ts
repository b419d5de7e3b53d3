// One fact, written as a line of a list.

import type { JsonValue } from '../../actions/lib/kubernetes/object.ts'
import type { Expected, Fact } from './fact.ts'

export type Line = readonly [row: string, file: string, object: string, pointer: string, expected: Expected]

export const is = (value: JsonValue): Expected => ({ is: value })
export const contains = (text: string): Expected => ({ contains: text })

/** The first container of a workload. */
export const container = '/spec/template/spec/containers/0'

/** Turns lines whose files lie in `folder` into facts about what `application` renders to. */
export const inApplication =
  (application: string, folder: string) =>
  ([row, file, object, pointer, expected]: Line): Fact => ({
    row,
    file: `${folder}/${file}`,
    application,
    object,
    pointer,
    expected,
  })
