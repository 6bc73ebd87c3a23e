import {
  InvokeCommand,
  type InvokeCommandOutput,
  type LambdaClient,
  LambdaServiceException,
} from '@aws-sdk/client-lambda'
import { unlessAborted } from '../channel/media/fetch-pinned.ts'
import { functionArn } from '../config/function-arn.ts'
import { errorName } from '../log/error-name.ts'
import { answerLimitBytes, failed, type ToolAnswer, type ToolCall, type ToolCaller } from './tool.ts'
import { mayPass, toolCalled } from './tool-called.ts'

export interface LambdaToolOptions {
  /** A function is called where it is, which need not be where Baton is. */
  readonly clientIn: (region: string) => LambdaClient
  readonly clock: () => number
}

/** A function that threw or ran out of time may have done its work: only what is safe is asked again. */
const readAnswer = ({ FunctionError, Payload }: InvokeCommandOutput): ToolAnswer => {
  if (FunctionError !== undefined) return failed('ended in an error', true)
  if (Payload && Payload.byteLength > answerLimitBytes) return failed('answered too much')
  return { kind: 'answered', text: Payload ? Buffer.from(Payload).toString('utf8') : '' }
}

const refused = ({ name, $metadata, $response }: LambdaServiceException): ToolAnswer =>
  failed(name, mayPass($metadata.httpStatusCode ?? $response?.statusCode ?? 500))

/**
 * Invokes the function that the company declared for a tool, and waits for it. It is told what a URL would be told;
 * that it was Baton who asked is said by IAM, so nothing is signed.
 */
export const lambdaToolCaller = ({ clientIn, clock }: LambdaToolOptions): ToolCaller => {
  const clients = new Map<string, LambdaClient>()
  const clientOf = (region: string): LambdaClient => {
    const client = clients.get(region) ?? clientIn(region)
    clients.set(region, client)
    return client
  }

  const invoke = async (target: string, call: ToolCall, abortSignal: AbortSignal): Promise<ToolAnswer> => {
    const found = functionArn(target)
    if (!found) return failed('has no function')
    const { region, arn, qualifier } = found
    const command = new InvokeCommand({
      FunctionName: arn,
      ...(qualifier !== undefined && { Qualifier: qualifier }),
      InvocationType: 'RequestResponse',
      Payload: Buffer.from(JSON.stringify(toolCalled(call, new Date(clock())))),
    })
    return readAnswer(await clientOf(region).send(command, { abortSignal }))
  }

  return {
    call: async (call, timeoutMs) => {
      const { target } = call.tool
      if (!('lambda' in target)) return failed('has no function')
      const signal = AbortSignal.timeout(Math.max(1, Math.floor(timeoutMs)))
      try {
        return await unlessAborted(invoke(target.lambda, call, signal), signal)
      } catch (error) {
        if (signal.aborted) return failed('took too long', true)
        return error instanceof LambdaServiceException ? refused(error) : failed(errorName(error), true)
      }
    },
  }
}
