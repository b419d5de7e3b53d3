// A place that may be meant, before its names are compared.
import type { ImageSite } from '../../images/site.ts'

export type Candidate = {
  readonly site: ImageSite
  /** Applications for which it decides; empty when it was found by its file. */
  readonly applications: string[]
  /** Environments by which it was found. */
  readonly environments: string[]
}
