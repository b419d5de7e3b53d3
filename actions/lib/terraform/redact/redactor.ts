// What takes secret values out of everything that is shown.

export type Redactor = {
  /** Text without any secret value, in any of the forms that it is looked for in. */
  readonly text: (text: string) => string
  /** Plain data of which every string went through `text`, keys too. */
  readonly value: <T>(value: T) => T
  /** How many values it looks for. */
  readonly size: number
}

/** What stands in place of a secret value. */
export const redacted = '(sensitive)'
