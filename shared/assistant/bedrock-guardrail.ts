import { ApplyGuardrailCommand, type BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import type { BatonConfig } from '../config/config.ts'
import { AssistantUnavailableError } from './errors.ts'

type Guardrail = NonNullable<BatonConfig['model']['guardrail']>

/**
 * Has a guardrail look at a reply. Converse's own does not look at a tool's input, which is where ours stands
 * (Bedrock user guide, guardrails-use-converse-api).
 * @throws AssistantUnavailableError `guardrail` when it would have it otherwise
 */
export const guardReply = async (
  client: BedrockRuntimeClient,
  { id, version }: Guardrail,
  reply: string,
  abortSignal: AbortSignal,
): Promise<void> => {
  const { action } = await client.send(
    new ApplyGuardrailCommand({
      guardrailIdentifier: id,
      guardrailVersion: version,
      source: 'OUTPUT',
      content: [{ text: { text: reply } }],
    }),
    { abortSignal },
  )
  if (action !== 'NONE') throw new AssistantUnavailableError('guardrail')
}
