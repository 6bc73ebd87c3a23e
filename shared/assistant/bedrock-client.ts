import { BedrockRuntimeClient } from '@aws-sdk/client-bedrock-runtime'
import { NodeHttpHandler } from '@smithy/node-http-handler'

/**
 * Never retries by itself: the turn has one budget and counts its own attempts. HTTP/1.1, because one reply per
 * invocation gains nothing from a multiplexed connection, and an aborted call then really closes its socket.
 */
export const bedrockClient = (): BedrockRuntimeClient =>
  new BedrockRuntimeClient({ maxAttempts: 1, requestHandler: new NodeHttpHandler({ connectionTimeout: 2_000 }) })
