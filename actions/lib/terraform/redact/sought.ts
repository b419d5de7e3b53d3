// Which values are looked for in free text, and how. Short and common ones would take words out of every sentence.

/** Values from this length on are found wherever they stand, also inside a word. */
export const anywhereLength = 8
/** Shorter ones, down to this length (a PIN), are found only as a whole word: `4711` in `pin=4711`, not in `147110`. */
export const wordLength = 4

/**
 * - `anywhere`: 8 characters and more;
 * - `word`: 4 to 7 characters, found where no letter, digit or `_` is next to them;
 * - `never`: shorter, one character repeated, or a word that says nothing. Where such a value stands at a sensitive path,
 *   `showPlan` hides the whole value by the path's mark; elsewhere it cannot be told from ordinary text.
 */
export type Search = 'anywhere' | 'word' | 'never'

/** Says how a secret value is looked for in free text. */
export function searchFor(value: string): Search {
  const trimmed = value.trim()
  if (trimmed.length < wordLength) return 'never'
  if (/^(\S)(?:\s|\1)*$/.test(trimmed)) return 'never'
  if (commonWords.has(trimmed.toLowerCase()) || isPublicLine(trimmed)) return 'never'
  // A value that is part of the marker would be found in every marker.
  if ('(sensitive)'.includes(trimmed)) return 'never'
  return trimmed.length < anywhereLength ? 'word' : 'anywhere'
}

/** First and last line of a PEM block: `-----BEGIN PRIVATE KEY-----`. */
const isPublicLine = (line: string) => /^-----(BEGIN|END) [A-Z0-9 ]{1,40}-----$/.test(line)

/** Words, numbers and ports that stand in most configurations; in lower case. */
const commonWords: ReadonlySet<string> = new Set(
  `true false null none undefined unknown default enabled disabled auto always never optional required
  production staging development testing preview sandbox internal external public private shared common global local
  localhost 127.0.0.1 0.0.0.0 0.0.0.0/0 ::/0 main master latest stable admin administrator root user username password
  secret token name value values type string number bool boolean list object config configuration data json yaml text
  http https postgres postgresql mysql mariadb redis mongodb rabbitmq kubernetes database server client service services
  cluster node nodes region zone europe frankfurt berlin eu-central-1 eu-west-1 us-east-1 us-west-2 de/fra de/txl
  read write readonly readwrite allow deny create update delete apply plan state resource module provider terraform tofu
  3306 5432 6379 5672 8080 8443 9090 9200 27017 1000 1024 2048 4096 8192 3600 86400 65535 65536`
    .split(/\s+/)
    .filter((word) => word !== ''),
)
