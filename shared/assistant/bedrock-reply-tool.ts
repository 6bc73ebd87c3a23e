import type { Tool } from '@aws-sdk/client-bedrock-runtime'
import type { OwnTopic } from '../config/config.ts'

export const replyToolName = 'reply'

const boolean = (description: string) => ({ type: 'boolean', description })

const propertiesOf = (ownTopics: readonly OwnTopic[]) => ({
  reply: {
    type: 'string',
    description: 'What the customer reads, in their language. Grounded in the passages only.',
  },
  sources: {
    type: 'array',
    items: { type: 'string' },
    description:
      'Ids of the passages and records that the reply rests on, such as "1" or "r1". None for a greeting or thanks.',
  },
  answered: boolean('Whether the passages really answer what the customer asks.'),
  topic: {
    type: 'string',
    description:
      'Exactly "billing-dispute", "cancellation", "distress" or "legal" if the message touches one of these; otherwise the topic of the question in two or three words.',
  },
  wantsHuman: boolean('The customer asks for a person, in any words.'),
  frustration: { type: 'number', minimum: 0, maximum: 1, description: 'Anger or exasperation at the service.' },
  distress: boolean('The customer is in personal distress, grief, danger or despair.'),
  restatesEarlierQuestion: boolean('The same question was asked before in this conversation and is asked again.'),
  wish: { type: 'string', description: 'One line: what the customer wants.' },
  ownTopics: {
    type: 'array',
    items: { type: 'string', enum: ownTopics.length > 0 ? ownTopics.map(({ id }) => id) : ['none'] },
    description: `Which of these the message is about, if any: ${ownTopics.map(({ id, description }) => `${id} (${description ?? id})`).join('; ') || 'none'}`,
  },
})

/** Mirrors `replySchema`, which has the last word. A strict one knows no bounds and is closed. */
export const replyInput = (ownTopics: readonly OwnTopic[], strict = false) => {
  const { frustration, ...properties } = propertiesOf(ownTopics)
  const { type, description } = frustration
  const all = {
    ...properties,
    frustration: strict ? { type, description: `${description} From 0 to 1.` } : frustration,
  }
  const required = Object.keys(all).filter((name) => name !== 'topic')
  return { type: 'object', properties: all, required, ...(strict && { additionalProperties: false }) }
}

/** The one tool that carries the reply and its signals. */
export const replyTool = (ownTopics: readonly OwnTopic[], strict = false): Tool => ({
  toolSpec: {
    name: replyToolName,
    description: 'Answers the customer and says what you noticed.',
    inputSchema: { json: replyInput(ownTopics, strict) },
    ...(strict && { strict }),
  },
})
