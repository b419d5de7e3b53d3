// Finds public IP addresses and identifiers of real infrastructure in text, and leaves all look-alikes alone.
import { isIP, isIPv6 } from 'node:net'

/** Ranges that are no host on the public Internet. Source: IANA special-purpose address registries (RFC 6890). */
const specialV4: readonly (readonly [string, number])[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]

/** Public resolvers say nothing of whose platform this is. */
const resolvers = new Set([
  ...['1.1.1.1', '1.0.0.1', '8.8.8.8', '8.8.4.4', '9.9.9.9', '149.112.112.112', '208.67.222.222', '208.67.220.220'],
  ...[
    '2606:4700:4700::1111',
    '2606:4700:4700::1001',
    '2001:4860:4860::8888',
    '2001:4860:4860::8844',
    '2620:fe::fe',
    '2620:fe::9',
  ],
])

const toNumber = (address: string): number => address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0)

const isSpecialV4 = (address: string): boolean =>
  specialV4.some(
    ([base, bits]) =>
      Math.floor(toNumber(address) / 2 ** (32 - bits)) === Math.floor(toNumber(base) / 2 ** (32 - bits)),
  )

/** Global unicast is 2000::/3; documentation, Teredo, ORCHID and 6to4 ranges are not hosts of anybody's platform. */
const isSpecialV6 = (address: string): boolean =>
  !/^[23][0-9a-f]{3}:/i.test(address) ||
  /^(2001:0?db8:|3fff:|2002:|2001:0{0,3}:|2001::|2001:0?0?[12][0-9a-f]:)/i.test(address)

/** An address stands alone, in a list, after = or //; not inside a version, a file name or a word. */
const v4 = /(?<=^|[\s"'=,;@[(|]|\/\/)(\d{1,3}(?:\.\d{1,3}){3})(?:\/(\d{1,2}))?(?=$|[\s"',;\])|/]|:\d)/g
const v6 = /(?<=^|[\s"'=,;@[(|])([0-9a-fA-F]{0,4}(?::[0-9a-fA-F]{0,4}){2,7})(?:\/(\d{1,3}))?(?=$|[\s"',;\])|])/g

/** Words before a number that make it a version. */
const versionBefore = /(version|release|tag|chrome|firefox|safari|appversion|build)["']?\s*[=: ]\s*["']?$/i

/**
 * Public addresses in a text. Wide ranges (wider than /24, /48) are another party's published network, as egress rules
 * name them, and no identity of this platform.
 */
export const publicAddresses = (text: string): readonly string[] => {
  const found: string[] = []
  if (/\.\d{1,3}\.\d/.test(text))
    for (const { 1: address = '', 2: bits, index } of text.matchAll(v4)) {
      if (isIP(address) !== 4 || isSpecialV4(address) || resolvers.has(address)) continue
      if (bits !== undefined && Number(bits) < 24) continue
      if (versionBefore.test(text.slice(Math.max(0, index - 24), index))) continue
      found.push(address)
    }
  if (/:[0-9a-fA-F]{0,4}:/.test(text))
    for (const { 1: address = '', 2: bits } of text.matchAll(v6)) {
      if (!isIPv6(address) || isSpecialV6(address) || resolvers.has(address.toLowerCase())) continue
      if (bits !== undefined && Number(bits) < 48) continue
      found.push(address)
    }
  return found
}

const uuid =
  /(?<![0-9a-zA-Z-])[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}(?![0-9a-zA-Z-])/gi

/** Invented for documentation: one digit repeated in a group, or counting up. */
const isExample = (id: string): boolean =>
  /^(.)\1{7}-/.test(id) || /(.)\1{11}$/.test(id) || /^(01234567|12345678|deadbeef|abcdef)/i.test(id)

/** Names of fields whose UUID says which cluster, network or account this is. */
const infrastructure =
  /(cluster|data-?center|vdc|subscription|tenant|project|account|contract|network|subnet|vpc|lan|server|node|volume|k8s|org(anization)?|zone|resource)[\w.-]{0,24}["']?\s{0,3}[:=/]\s{0,3}["']?$/i

/**
 * UUIDs in a text. In text of several lines only those that a name of infrastructure precedes: dashboards and
 * configuration files carry identifiers of their own panels and entries.
 */
export const infrastructureIds = (text: string): readonly string[] => {
  // The middle of a UUID: a test that begins with a dash is several times as fast as one that begins with a class.
  if (!/-[1-8][0-9a-fA-F]{3}-[89abAB]/.test(text)) return []
  const isLong = text.length > 512 || text.includes('\n')
  return [...text.matchAll(uuid)]
    .filter(
      ({ 0: id, index }) =>
        !isExample(id) && (!isLong || infrastructure.test(text.slice(Math.max(0, index - 64), index))),
    )
    .map(([id]) => id)
}
