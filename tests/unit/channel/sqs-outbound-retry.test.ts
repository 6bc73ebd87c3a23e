import type { SQSClient } from '@aws-sdk/client-sqs'
import { expect, test } from 'vitest'
import { sqsOutboundRetry } from '#shared/channel/sqs-outbound-retry.ts'

const hiddenFor = async (seconds: number): Promise<unknown> => {
  const asked: unknown[] = []
  const send = async ({ input }: { input: { VisibilityTimeout?: number } }) => asked.push(input.VisibilityTimeout)
  await sqsOutboundRetry({ send } as unknown as SQSClient, 'http://127.0.0.1/outbound')('receipt', seconds)
  return asked[0]
}

test.each([
  [1.2, 2],
  [43_000, 43_000],
  [86_400, 43_000],
])(
  'a message that waits %d s is hidden for %d: whole seconds, and no longer than SQS hides one',
  async (seconds, hidden) => {
    expect(await hiddenFor(seconds)).toBe(hidden)
  },
)
