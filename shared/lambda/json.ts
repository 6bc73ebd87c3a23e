import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'
import { problemOf } from './problem.ts'

export type Answer = APIGatewayProxyStructuredResultV2

/** Customers' words belong in no cache, and are never what a browser might guess. */
const guarded = { 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' }

export const textAnswer = (statusCode: number, contentType: string, body: string): Answer => ({
  statusCode,
  headers: { ...guarded, 'content-type': contentType },
  body,
})

export const jsonAnswer = (statusCode: number, body: unknown): Answer =>
  textAnswer(statusCode, 'application/json', JSON.stringify(body))

export const emptyAnswer = (): Answer => ({ statusCode: 204, headers: guarded })

export const problemAnswer = (error: unknown, instance?: string): Answer => {
  const { problem, retryAfterSeconds } = problemOf(error, instance)
  const answer = textAnswer(problem.status, 'application/problem+json', JSON.stringify(problem))
  return retryAfterSeconds === undefined
    ? answer
    : { ...answer, headers: { ...answer.headers, 'retry-after': String(retryAfterSeconds) } }
}
