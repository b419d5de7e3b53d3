// Why one signature does not count. Others may still do; what counts in the end is told by verify-image.ts.

/** The reason is a part of a sentence that begins with the signature's name. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
}

/** Something that a policy wants, and that the signature has otherwise or not at all. */
export const differs = (what: string, wanted: string, found: string | undefined): Refusal =>
  new Refusal(`has ${found === undefined ? `no ${what}` : `the ${what} ${show(found)}`}, wanted is ${show(wanted)}`)

/** Text of strangers in a message: on one line and not too long. */
export const show = (text: string): string => text.replace(/[^\x21-\x7e\u00a1-\uffff ]+/g, '?').slice(0, 300)
