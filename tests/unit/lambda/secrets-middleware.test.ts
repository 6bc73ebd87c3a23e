import middy from '@middy/core'
import type { APIGatewayProxyEventV2, Context } from 'aws-lambda'
import { expect, test } from 'vitest'
import type { Answer } from '#shared/lambda/json.ts'
import { problems } from '#shared/lambda/problem-middleware.ts'
import { channelSecrets } from '#shared/lambda/secrets-middleware.ts'
import { agentEvent } from '#tests/support/agent-event.ts'

const answering = (fails: boolean) => {
  const read: string[] = []
  const channel = (name: string) => ({
    secrets: {
      read: async () => {
        read.push(name)
        if (fails) throw new Error('the store is down')
        return {}
      },
    },
  })
  const handler = middy<APIGatewayProxyEventV2, Answer>()
    .use(problems(() => undefined))
    .use(channelSecrets({ slack: channel('slack'), line: channel('line') }))
    .handler(async () => ({ statusCode: 202 }))
  const knock = (name: string) =>
    handler(agentEvent({ route: 'POST /webhooks/{channel}', path: { channel: name } }), {} as Context)
  return { read, knock }
}

test('the secret of the channel that is asked for is there before the request is looked at, and no other', async () => {
  const { read, knock } = answering(false)

  expect(await knock('line')).toMatchObject({ statusCode: 202 })
  expect(read).toEqual(['line'])
})

test.each(['email', '', 'constructor', '__proto__'])('for %j, which is no channel, nothing is read', async (name) => {
  const { read, knock } = answering(true)

  expect(await knock(name)).toMatchObject({ statusCode: 202 })
  expect(read).toEqual([])
})

test('a secret that cannot be read is our failure, never a refusal', async () => {
  const { knock } = answering(true)

  expect(await knock('slack')).toMatchObject({ statusCode: 500 })
})
