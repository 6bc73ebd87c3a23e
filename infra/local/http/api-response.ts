import type { ServerResponse } from 'node:http'
import { asObject, asStrings, isObject, type Json } from '../json.ts'

export interface HttpAnswer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly cookies?: readonly string[]
  readonly body: Buffer
}

export const ownAnswer = (status: number, message: string, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: Buffer.from(JSON.stringify({ message })),
})

const bodyOf = (body: Json | undefined, isBase64: boolean): Buffer =>
  Buffer.from(typeof body === 'string' ? body : '', isBase64 ? 'base64' : 'utf8')

/** What an HTTP API makes of a function's result; one that it cannot read is its own 500. */
export const readResult = (result: Json): HttpAnswer => {
  if (!isObject(result) || result.statusCode === undefined) {
    const body = Buffer.from(typeof result === 'string' ? result : JSON.stringify(result))
    return { status: 200, headers: { 'content-type': 'application/json' }, body }
  }
  const status = Number(result.statusCode)
  if (!Number.isInteger(status) || status < 100 || status > 599) return ownAnswer(500, 'Internal Server Error')
  if (result.body !== undefined && result.body !== null && typeof result.body !== 'string') {
    return ownAnswer(500, 'Internal Server Error')
  }
  const headers = Object.entries(asObject(result.headers)).map(([name, value]) => [name.toLowerCase(), String(value)])
  const own = Object.fromEntries(headers)
  const body = bodyOf(result.body, result.isBase64Encoded === true)
  return {
    status,
    headers: body.length > 0 ? { 'content-type': 'text/plain; charset=utf-8', ...own } : own,
    cookies: asStrings(result.cookies),
    body,
  }
}

export const sendAnswer = (response: ServerResponse, answer: HttpAnswer): void => {
  if (response.destroyed) return
  const cookies = answer.cookies?.length ? { 'set-cookie': [...answer.cookies] } : {}
  response.writeHead(answer.status, { ...answer.headers, ...cookies, 'content-length': answer.body.length })
  response.end(answer.body)
}
