import { type BedrockKnowledgeOptions, bedrockKnowledge } from './bedrock-knowledge.ts'
import { bedrockKnowledgeClient } from './bedrock-knowledge-client.ts'
import type { Knowledge } from './passage.ts'

/** Imported while a door runs, never beforehand: it lies in a file of its own beside the door's. */
export const openKnowledge = (options: Omit<BedrockKnowledgeOptions, 'client'>): Knowledge =>
  bedrockKnowledge({ ...options, client: bedrockKnowledgeClient() })
