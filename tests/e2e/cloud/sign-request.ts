import { createHash, createHmac } from 'node:crypto'

export interface Keys {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken?: string | undefined
}

export interface Scope {
  readonly service: string
  readonly region: string
  readonly at: Date
}

export interface Unsigned {
  readonly method: string
  readonly url: URL
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
const hmac = (key: string | Buffer, text: string): Buffer => createHmac('sha256', key).update(text).digest()
const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)

const canonical = ({ method, url, body }: Unsigned, headers: readonly (readonly [string, string])[]): string => {
  const query = [...url.searchParams].map(([name, value]) => `${encoded(name)}=${encoded(value)}`).toSorted()
  // Paths are encoded once more than they are sent, except for S3, which is not called here.
  const path = url.pathname.split('/').map(encoded).join('/')
  const lines = headers.map(([name, value]) => `${name}:${value.trim()}\n`).join('')
  return [method, path, query.join('&'), lines, headers.map(([name]) => name).join(';'), sha256(body)].join('\n')
}

/** Signature Version 4, for the few calls whose SDK client is not worth a dependency. @returns all headers to send */
export const signRequest = (request: Unsigned, keys: Keys, { service, region, at }: Scope): Record<string, string> => {
  const moment = at.toISOString().replace(/[-:]|\.\d{3}/g, '')
  const day = moment.slice(0, 8)
  const given = {
    ...request.headers,
    host: request.url.host,
    'x-amz-date': moment,
    ...(keys.sessionToken !== undefined && { 'x-amz-security-token': keys.sessionToken }),
  }
  const headers = Object.entries(given)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
  const scope = `${day}/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', moment, scope, sha256(canonical(request, headers))].join('\n')
  const key = [day, region, service, 'aws4_request'].reduce<string | Buffer>(hmac, `AWS4${keys.secretAccessKey}`)
  const names = headers.map(([name]) => name).join(';')
  const authorization = `AWS4-HMAC-SHA256 Credential=${keys.accessKeyId}/${scope}, SignedHeaders=${names}, Signature=${hmac(key, toSign).toString('hex')}`
  return { ...Object.fromEntries(headers), authorization }
}
