import type { ServerResponse } from 'node:http'
import {
  ApplyGuardrailCommand,
  type ApplyGuardrailCommandInput,
  BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
} from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'
import type { AwsCall } from '../iam/access-requests.ts'
import type { Json } from '../json.ts'
import { answer, answerFault } from './answer.ts'
import type { RealModel } from './gateway.ts'

interface ServiceFault extends Error {
  readonly $metadata?: { readonly httpStatusCode?: number }
}

const inputOf = ({ input, model }: AwsCall): ConverseCommandInput =>
  ({ ...input, modelId: model }) as unknown as ConverseCommandInput

const guardInputOf = ({ input, model, version }: AwsCall): ApplyGuardrailCommandInput =>
  ({ ...input, guardrailIdentifier: model, guardrailVersion: version }) as unknown as ApplyGuardrailCommandInput

/** Makes the function's call again under the developer's own credentials: its signature here is a local one. */
export const realBedrock = (region: string): RealModel => {
  const client = new BedrockRuntimeClient({ region, maxAttempts: 1, requestHandler: new NodeHttpHandler() })
  return async (call: AwsCall, response: ServerResponse) => {
    try {
      const { $metadata: _sent, ...output } = await (call.operation === 'apply-guardrail'
        ? client.send(new ApplyGuardrailCommand(guardInputOf(call)))
        : client.send(new ConverseCommand(inputOf(call))))
      answer(response, 'bedrock', JSON.parse(JSON.stringify(output)) as Json)
    } catch (error) {
      const { name, message, $metadata } = error as ServiceFault
      answerFault(response, 'bedrock', { status: $metadata?.httpStatusCode ?? 503, code: name, message })
    }
  }
}
