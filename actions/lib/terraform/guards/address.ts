// Addresses of resources: `module.a["x"].aws_s3_bucket.logs[0]`.

/** The steps of an address without their instance keys: `module`, `a`, `aws_s3_bucket`, `logs`. Text in brackets may hold anything, dots and brackets too. */
export function addressSteps(address: string): readonly string[] {
  const steps: string[] = []
  let step = ''
  for (let index = 0; index < address.length; index += 1) {
    const character = address[index]
    if (character === '[') index = endOfKey(address, index)
    else if (character === '.') {
      steps.push(step)
      step = ''
    } else step += character
  }
  return [...steps, step]
}

/** Index of the bracket that ends an instance key. */
function endOfKey(address: string, start: number): number {
  if (address[start + 1] !== '"') {
    const end = address.indexOf(']', start)
    return end < 0 ? address.length : end
  }
  for (let index = start + 2; index < address.length; index += 1) {
    if (address[index] === '\\') index += 1
    else if (address[index] === '"') return index + 1
  }
  return address.length
}

/** Names of the modules that an address goes through, from the root: `module.a["x"].module.b` gives `a`, `b`. */
export function moduleNames(module: string | undefined): readonly string[] {
  if (module === undefined) return []
  return addressSteps(module).filter((_, index) => index % 2 === 1)
}
