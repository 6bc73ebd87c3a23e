import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import type { Vector } from './vector.ts'

/** What the door's translation of an event looks at. */
type WebhookEvent = Pick<APIGatewayProxyEventV2, 'headers' | 'rawQueryString' | 'queryStringParameters' | 'body'> & {
  readonly isBase64Encoded: boolean
  readonly requestContext: { readonly http: { readonly method: string } }
}

/** Escapes spell UTF-8, which has no half of a pair. */
const escaped = (text: string): string => encodeURIComponent(text.toWellFormed())

const listed = (value: string | number | readonly (string | number)[]): readonly string[] => [value].flat().map(String)

const formOf = (params: NonNullable<Vector['params']>): string =>
  Object.entries(params)
    .flatMap(([name, value]) => listed(value).map((one) => [name, one].map(escaped).join('=')))
    .join('&')

/** API Gateway writes names in lower case, and joins a header that came twice with a comma. */
const headersOf = (headers: Vector['headers']): Record<string, string> => {
  const joined: Record<string, string> = {}
  for (const [name, value] of Object.entries(headers))
    joined[name.toLowerCase()] = [joined[name.toLowerCase()] ?? [], listed(value)].flat().join(',')
  return joined
}

/** A primitive has bytes and their signature, and neither a body nor a header. */
const withPrimitive = (vector: Vector): { readonly bytes: Buffer; readonly headers: Vector['headers'] } => {
  const signature = vector.macHex || vector.sigHex
  return signature === ''
    ? { bytes: Buffer.from(vector.params ? formOf(vector.params) : vector.body), headers: vector.headers }
    : { bytes: Buffer.from(vector.dataHex, 'hex'), headers: { 'x-signature': signature.toLowerCase() } }
}

/** The request as API Gateway would hand it over: a POST, since no scheme signs the method. */
export const eventOf = (vector: Vector): WebhookEvent => {
  const { bytes, headers } = withPrimitive(vector)
  const isBase64Encoded = vector.bodyIsBase64InLambda || vector.dataHex !== ''
  const rawQueryString = vector.url?.split('#')[0]?.split('?').slice(1).join('?') ?? ''
  return {
    requestContext: { http: { method: 'POST' } },
    headers: headersOf(headers),
    rawQueryString,
    queryStringParameters: Object.fromEntries(new URLSearchParams(rawQueryString)),
    body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'),
    isBase64Encoded,
  }
}
