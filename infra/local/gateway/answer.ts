import type { ServerResponse } from 'node:http'
import type { Service } from '../iam/access-requests.ts'
import type { Json } from '../json.ts'

/** A service's refusal, by the name that the SDK gives the exception. */
export interface AwsFault {
  readonly status: number
  readonly code: string
  readonly message: string
}

const contentType = (service: Service) =>
  service === 'bedrock' ? 'application/json' : `application/x-amz-json-${service === 'secretsmanager' ? '1.1' : '1.0'}`

const send = (response: ServerResponse, status: number, headers: Record<string, string>, body: Json) => {
  if (response.destroyed) return
  const text = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { ...headers, 'content-length': text.length, 'x-amzn-requestid': crypto.randomUUID() })
  response.end(text)
}

export const answer = (response: ServerResponse, service: Service, body: Json): void =>
  send(response, 200, { 'content-type': contentType(service) }, body)

/** Each protocol carries the exception's name in its own place: the body's `__type`, or Bedrock's header. */
export const answerFault = (response: ServerResponse, service: Service, fault: AwsFault): void => {
  const headers = { 'content-type': contentType(service) }
  if (service === 'bedrock') {
    send(response, fault.status, { ...headers, 'x-amzn-errortype': fault.code }, { message: fault.message })
  } else {
    const body = { __type: `com.amazonaws.${service}#${fault.code}`, message: fault.message, Message: fault.message }
    send(response, fault.status, headers, body)
  }
}
