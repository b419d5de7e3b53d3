// What we seal, Python's `cryptography` opens; what it seals, we open.
import { execFileSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { pythonWith } from '../../testing/native-tools.ts'
import { readKeys } from './keys.ts'
import { openPlan } from './open.ts'
import { type Part, sealPlan } from './seal.ts'
import { sampleEnvelope, sampleKey } from './testing/sample-envelope.ts'

/** Its own reading of the description in `container.ts`. */
const reader = `
import base64, hashlib, json, os, struct, sys
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

key, task = sys.argv[1], sys.argv[2]
def derive(use):
    kdf = HKDF(algorithm=hashes.SHA256(), length=32, salt=b"seaworthy terraform plan", info=(use + " v1").encode())
    return kdf.derive(base64.b64decode(key))
data = sys.stdin.buffer.read()
if task == "open":
    assert data[:8] == b"SWPLAN\\x00\\x01"
    length, = struct.unpack(">I", data[8:12])
    envelope = json.loads(data[12:12 + length])
    nonce, tag, body = data[12 + length:24 + length], data[24 + length:40 + length], data[40 + length:]
    clear = AESGCM(derive("encryption")).decrypt(nonce, body + tag, data[:12 + length])
    parts, at = [], 0
    for part in envelope["contents"]:
        parts.append(base64.b64encode(clear[at:at + part["bytes"]]).decode())
        at += part["bytes"]
    assert at == len(clear)
    json.dump({"keyId": hashlib.sha256(derive("key id")).hexdigest()[:8], "envelope": envelope, "parts": parts}, sys.stdout)
else:
    given = json.loads(data)
    parts = [base64.b64decode(part) for part in given["parts"]]
    text = json.dumps(given["envelope"], indent=1, sort_keys=True).encode()
    header = b"SWPLAN\\x00\\x01" + struct.pack(">I", len(text)) + text
    nonce = os.urandom(12)
    sealed = AESGCM(derive("encryption")).encrypt(nonce, b"".join(parts), header)
    sys.stdout.buffer.write(header + nonce + sealed[-16:] + sealed[:-16])
`

const program = pythonWith('cryptography', '48.0.0')

const python = (task: string, stdin: Uint8Array | string) =>
  execFileSync(program ?? '', ['-c', reader, sampleKey, task], { input: stdin, maxBuffer: 2 ** 26 })

describe.skipIf(program === undefined)('Python and we', () => {
  const [key] = readKeys(sampleKey, 'test')
  const parts: readonly Part[] = [
    { kind: 'plan', bytes: Buffer.from(Array.from({ length: 100_000 }, (_, index) => index % 251)) },
    { kind: 'text', bytes: Buffer.alloc(0) },
    { kind: 'carried', path: 'ü.zip', mode: 0o755, bytes: Buffer.from('zip') },
  ]

  it('open each other’s plans', () => {
    const sealed = sealPlan({ envelope: sampleEnvelope(), parts, key })
    const read = JSON.parse(python('open', sealed).toString())
    const { envelope } = openPlan(sealed, [key])
    expect(read.envelope).toEqual(envelope)
    expect(read.keyId).toBe(key.id)
    expect(read.parts).toEqual(parts.map(({ bytes }) => Buffer.from(bytes).toString('base64')))

    const theirs = python('seal', JSON.stringify({ envelope, parts: read.parts }))
    const opened = openPlan(theirs, [key])
    expect(opened.envelope).toEqual(envelope)
    expect(opened.parts.map(({ bytes }) => Buffer.from(bytes))).toEqual(parts.map(({ bytes }) => bytes))
    theirs[theirs.length - 1] = (theirs.at(-1) as number) ^ 1
    expect(() => openPlan(theirs, [key])).toThrow('was changed')
  })
})
