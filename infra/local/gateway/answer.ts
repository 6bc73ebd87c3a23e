import type { ServerResponse } from 'node:http'
import type { Service } from '../iam/access-requests.ts'
import type { Json } from '../json.ts'
import { element, type ObjectAnswer, xml } from '../object/object-answer.ts'

/** A service's refusal, by the name that the SDK gives the exception. */
export interface AwsFault {
  readonly status: number
  readonly code: string
  readonly message: string
}

const contentType = (service: Service) =>
  service === 'bedrock' || service === 'lambda'
    ? 'application/json'
    : `application/x-amz-json-${service === 'secretsmanager' || service === 'events' ? '1.1' : '1.0'}`

const send = (response: ServerResponse, status: number, headers: Record<string, string>, body: Json) => {
  if (response.destroyed) return
  const text = Buffer.from(JSON.stringify(body))
  response.writeHead(status, { ...headers, 'content-length': text.length, 'x-amzn-requestid': crypto.randomUUID() })
  response.end(text)
}

export const answer = (response: ServerResponse, service: Service, body: Json): void =>
  send(response, 200, { 'content-type': contentType(service) }, body)

/** Of S3, whose answers are bytes or XML. */
export const answerObject = (response: ServerResponse, { status, headers, body }: ObjectAnswer): void => {
  if (response.destroyed) return
  const { method } = response.req
  const length = headers['content-length'] ?? String(body?.length ?? 0)
  response.writeHead(status, { ...headers, 'content-length': length, 'x-amz-request-id': crypto.randomUUID() })
  response.end(method === 'HEAD' ? undefined : body)
}

/** Each protocol carries the exception's name in its own place: the body's `__type`, Bedrock's and Lambda's header, S3's XML. */
export const answerFault = (response: ServerResponse, service: Service, fault: AwsFault): void => {
  const headers = { 'content-type': contentType(service) }
  if (service === 's3' || service === 'sns') {
    const words = [element('Code', fault.code), element('Message', fault.message)]
    answerObject(response, xml(fault.status, 'Error', words))
  } else if (service === 'bedrock' || service === 'lambda') {
    send(response, fault.status, { ...headers, 'x-amzn-errortype': fault.code }, { message: fault.message })
  } else {
    const body = { __type: `com.amazonaws.${service}#${fault.code}`, message: fault.message, Message: fault.message }
    send(response, fault.status, headers, body)
  }
}
