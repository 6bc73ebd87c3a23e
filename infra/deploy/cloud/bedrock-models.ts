import {
  BedrockClient,
  GetFoundationModelAvailabilityCommand,
  GetFoundationModelCommand,
  GetInferenceProfileCommand,
  paginateListInferenceProfiles,
} from '@aws-sdk/client-bedrock'
import { BedrockRuntimeClient, ConverseCommand } from '@aws-sdk/client-bedrock-runtime'
import { clientSettings } from './client-settings.ts'
import { codeOf } from './failure.ts'
import type { Models } from './ports.ts'

export const bedrockModels = (region: string): Models => {
  const client = new BedrockClient(clientSettings(region))
  return {
    profile: async (id) => {
      const asked = client.send(new GetInferenceProfileCommand({ inferenceProfileIdentifier: id }))
      const found = await unlessUnknown(asked)
      return found?.models?.map(({ modelArn }) => modelArn?.split('/').at(-1) ?? '')
    },
    profiles: async () => {
      const ids: string[] = []
      for await (const page of paginateListInferenceProfiles({ client }, { typeEquals: 'SYSTEM_DEFINED' }))
        ids.push(...(page.inferenceProfileSummaries ?? []).map(({ inferenceProfileId }) => inferenceProfileId ?? ''))
      return ids
    },
    model: async (modelIdentifier) => {
      const found = await unlessUnknown(client.send(new GetFoundationModelCommand({ modelIdentifier })))
      if (!found?.modelDetails) return undefined
      const { modelName, modelLifecycle } = found.modelDetails
      return { name: modelName ?? modelIdentifier, lifecycle: modelLifecycle?.status }
    },
    availability: async (modelId) => {
      const answer = await client.send(new GetFoundationModelAvailabilityCommand({ modelId }))
      return {
        authorized: answer.authorizationStatus === 'AUTHORIZED',
        entitled: answer.entitlementAvailability === 'AVAILABLE',
        agreed: answer.agreementAvailability?.status === 'AVAILABLE',
      }
    },
    call: (id) => callOnce(region, id),
  }
}

/** Bedrock calls an id that it does not know invalid, or not found, by the form of the id. */
const unlessUnknown = async <Answer>(answer: Promise<Answer>): Promise<Answer | undefined> => {
  try {
    return await answer
  } catch (error) {
    if (['ResourceNotFoundException', 'ValidationException'].includes(codeOf(error))) return undefined
    throw error
  }
}

const callOnce = async (region: string, modelId: string): Promise<void> => {
  const client = new BedrockRuntimeClient(clientSettings(region))
  const messages = [{ role: 'user' as const, content: [{ text: 'Answer with the word: yes' }] }]
  await client.send(new ConverseCommand({ modelId, messages, inferenceConfig: { maxTokens: 5 } }))
}
