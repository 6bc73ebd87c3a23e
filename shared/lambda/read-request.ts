import type { APIGatewayProxyEventV2 } from 'aws-lambda'
import { readJson } from '../channel/read-json.ts'
import { BadRequestError, BodyTooLargeError, ContentTypeError } from './errors.ts'

/** The longest text of 20,000 characters fits ten times. */
export const bodyLimit = 256 * 1_024
const json = /^application\/json\s*(;.*)?$/i

/** Headers arrive in lower case from an HTTP API. */
export const headerOf = ({ headers }: APIGatewayProxyEventV2, name: string): string | undefined => headers?.[name]

/** @throws BodyTooLargeError */
export const bodyOf = ({ body = '', isBase64Encoded }: APIGatewayProxyEventV2): Buffer => {
  const bytes = Buffer.from(body, isBase64Encoded ? 'base64' : 'utf8')
  if (bytes.length > bodyLimit) throw new BodyTooLargeError(bodyLimit)
  return bytes
}

/** JSON and nothing else. @throws ContentTypeError | BodyTooLargeError | BadRequestError */
export const jsonOf = (event: APIGatewayProxyEventV2): unknown => {
  if (!json.test(headerOf(event, 'content-type')?.trim() ?? '')) throw new ContentTypeError()
  const read = readJson(bodyOf(event))
  if (!read.ok) throw new BadRequestError(read.detail)
  return read.value
}
