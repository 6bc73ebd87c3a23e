import { type Stack, Validations } from 'aws-cdk-lib'

/** Two rules of the Serverless pack that hold no function of this stack to anything it needs. */
export const acknowledgeForAllFunctions = (stack: Stack): void =>
  Validations.of(stack).acknowledge(
    {
      id: 'Serverless-LambdaDLQ',
      reason:
        'A dead-letter target serves calls that nobody waits for. Most functions are called by the API or by a queue with ' +
        'dead letters of its own; a sweep that failed is replaced within a minute. The report, which is left, has one.',
    },
    {
      id: 'Serverless-LambdaEventSourceMappingDestination',
      reason:
        'Lambda offers a failure destination for streams only; what a queue cannot deliver goes to its dead letters.',
    },
  )

export const acknowledgeUntraced = (stack: Stack): void =>
  Validations.of(stack).acknowledge({
    id: 'Serverless-LambdaTracing',
    reason:
      'The company has switched tracing off, which is billed per trace. Each log line carries the correlation id, by which ' +
      'a conversation is followed through all functions.',
  })

export const acknowledgeForAllSecrets = (stack: Stack): void =>
  Validations.of(stack).acknowledge({
    id: 'AwsSolutions-SMG4',
    reason:
      'The other end, a channel or a tool, holds each secret too: one changed by a clock would refuse every message until ' +
      'somebody carried it over. It is rotated without a gap by hand, the old and the new secret both valid: ADR 0042.',
  })
