import type { ServerResponse } from 'node:http'
import type { AwsCall } from '../iam/access-requests.ts'
import type { Json } from '../json.ts'
import type { PlayedFunctions } from '../orders/played-functions.ts'
import { answer, answerFault } from './answer.ts'

/** Lambda tells of a function that threw by a header, and answers with what it threw. */
const threw = (response: ServerResponse, error: unknown): void => {
  const failure = error instanceof Error ? { errorType: error.name, errorMessage: error.message } : {}
  response.setHeader('x-amz-function-error', 'Unhandled')
  answer(response, 'lambda', failure)
}

/** Invokes one of the company's functions that this machine plays. */
export const callFunction = (functions: PlayedFunctions, call: AwsCall, response: ServerResponse): void => {
  const play = functions.get(call.function ?? '')
  if (!play) {
    const message = `Function not found: ${call.function}`
    answerFault(response, 'lambda', { status: 404, code: 'ResourceNotFoundException', message })
    return
  }
  try {
    answer(response, 'lambda', play(call.input) as Json)
  } catch (error) {
    threw(response, error)
  }
}
