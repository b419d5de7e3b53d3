// Which Seaworthy this is. A contract test holds it to package.json, which the bundle must not carry.

export const version = '0.1.0'
