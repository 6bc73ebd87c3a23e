import type { Tool } from '@aws-sdk/client-bedrock-runtime'
import type { OwnTopic } from '../config/config.ts'

export const replyToolName = 'reply'

/** The one tool that carries the reply and its signals; its schema mirrors `replySchema`, which has the last word. */
export const replyTool = (ownTopics: readonly OwnTopic[]): Tool => {
  const boolean = (description: string) => ({ type: 'boolean', description })
  const properties = {
    reply: {
      type: 'string',
      description: 'What the customer reads, in their language. Grounded in the passages only.',
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
  }
  return {
    toolSpec: {
      name: replyToolName,
      description: 'Answers the customer and says what you noticed.',
      inputSchema: {
        json: { type: 'object', properties, required: Object.keys(properties).filter((name) => name !== 'topic') },
      },
    },
  }
}
