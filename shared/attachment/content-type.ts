/** What a file's first bytes say that it is; a customer's telephone, or a customer, may have said anything. */
const signatures: readonly (readonly [contentType: string, at: number, hex: string])[] = [
  ['image/jpeg', 0, 'ffd8ff'],
  ['image/png', 0, '89504e470d0a1a0a'],
  ['image/gif', 0, '474946383761'],
  ['image/gif', 0, '474946383961'],
  ['image/webp', 8, '57454250'],
  ['application/pdf', 0, '255044462d'],
  ['audio/ogg', 0, '4f676753'],
  ['audio/mpeg', 0, '494433'],
  ['audio/amr', 0, '2321414d52'],
  ['image/heic', 4, '6674797068656963'],
  ['video/mp4', 4, '66747970'],
]

const office = 'application/vnd.openxmlformats-officedocument'

/** A packed file, or one of the old offices, may be anything that is made that way: which one, the name has to say. */
const containers: readonly (readonly [hex: string, types: Readonly<Record<string, string>>])[] = [
  ['504b0304', { docx: `${office}.wordprocessingml.document`, xlsx: `${office}.spreadsheetml.sheet` }],
  ['d0cf11e0a1b11ae1', { doc: 'application/msword', xls: 'application/vnd.ms-excel' }],
]

const texts: Readonly<Record<string, string>> = {
  txt: 'text/plain',
  csv: 'text/csv',
  md: 'text/markdown',
  html: 'text/html',
  htm: 'text/html',
}

/** What was said of it before anybody looked. */
export interface Claimed {
  readonly name?: string | undefined
  readonly contentType?: string | undefined
}

const startsWith = (bytes: Buffer, hex: string, at = 0): boolean =>
  bytes.subarray(at, at + hex.length / 2).equals(Buffer.from(hex, 'hex'))

const among = (types: Readonly<Record<string, string>>, { name, contentType }: Claimed): string | undefined => {
  const ending = /\.(\w{1,8})$/.exec(name ?? '')?.[1]?.toLowerCase() ?? ''
  const said = contentType?.split(';')[0]?.trim().toLowerCase()
  return Object.hasOwn(types, ending) ? types[ending] : Object.values(types).find((type) => type === said)
}

const isText = (bytes: Buffer): boolean => {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

export const unknownType = 'application/octet-stream'

/** What the bytes are, as far as they tell; `application/octet-stream` where they do not bear out what was said. */
export const contentTypeOf = (bytes: Buffer, claimed: Claimed): string => {
  const signed = signatures.find(([, at, hex]) => startsWith(bytes, hex, at))
  if (signed) return signed[0]
  const container = containers.find(([hex]) => startsWith(bytes, hex))
  if (container) return among(container[1], claimed) ?? unknownType
  const text = among(texts, claimed)
  return text !== undefined && isText(bytes) ? text : unknownType
}
