import { BedrockAgentRuntimeClient, type BedrockAgentRuntimeClientConfig } from '@aws-sdk/client-bedrock-agent-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/** Whoever asks counts the tries, so the client makes none; HTTP/1.1, whose aborted call closes its socket. */
export const bedrockKnowledgeClient = (settings: BedrockAgentRuntimeClientConfig = {}): BedrockAgentRuntimeClient =>
  new BedrockAgentRuntimeClient({
    maxAttempts: 1,
    requestHandler: new NodeHttpHandler({ connectionTimeout: 1_000 }),
    ...settings,
  })
