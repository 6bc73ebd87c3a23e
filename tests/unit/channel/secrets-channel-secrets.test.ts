import { SecretsManagerClient } from '@aws-sdk/client-secrets-manager'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { namedChannelSecrets, readSecrets } from '#shared/channel/secrets-channel-secrets.ts'
import { localCredentials } from '#tests/support/dynamo.ts'
import { type ScriptedProvider, scriptedProvider } from '#tests/support/scripted-provider.ts'

let store: ScriptedProvider
let client: SecretsManagerClient

beforeAll(async () => {
  store = await scriptedProvider()
  client = new SecretsManagerClient({
    region: 'us-east-1',
    endpoint: store.url,
    credentials: localCredentials,
    maxAttempts: 1,
  })
})
afterAll(() => store.close())
beforeEach(() => store.answers({ json: { SecretString: '{"signingSecret":"new old","botToken":"xoxb"}' } }))

const open = () => {
  const time = { now: 1_700_000_000_000 }
  const ids = { slack: 'arn:slack', line: 'arn:line' }
  return { time, secretsOf: namedChannelSecrets(ids, client, () => time.now) }
}

test('only the channel that is asked for is read, and only once', async () => {
  const { secretsOf } = open()

  const first = await secretsOf('slack')?.read()
  await secretsOf('slack')?.read()

  expect(first).toEqual({ signingSecret: ['new', 'old'], botToken: ['xoxb'] })
  expect(store.asked.map(({ body }) => JSON.parse(body))).toEqual([{ SecretId: 'arn:slack' }])
})

test.each(['twilio', '', 'constructor', '__proto__'])('a channel that is not told of, %j, has none', (name) => {
  expect(open().secretsOf(name)).toBeUndefined()
})

const refusal = (name: string, status = 400) => ({
  status,
  headers: { 'x-amzn-errortype': name },
  json: { __type: name, message: 'no' },
})

describe('what Secrets Manager answers when the secret is five minutes old', () => {
  const afterwards = async (answer: ReturnType<typeof refusal>) => {
    const { time, secretsOf } = open()
    await secretsOf('slack')?.read()
    store.answers(answer)
    time.now += 300_000
    return secretsOf('slack')?.read()
  }

  test.each([
    ['ResourceNotFoundException'],
    ['AccessDeniedException'],
    ['InvalidRequestException'],
    ['DecryptionFailure'],
  ])('%s: it is held no longer', async (name) => {
    await expect(afterwards(refusal(name))).rejects.toMatchObject({ name: 'SecretGoneError' })
  })

  test.each([
    ['ThrottlingException', 400],
    ['InternalServiceError', 500],
    ['', 503],
  ])('%s %d: it holds', async (name, status) => {
    expect(await afterwards(refusal(name, status))).toMatchObject({ botToken: ['xoxb'] })
  })
})

test.each([
  ['{"a":"1 2 3","b":"","c":7}', { a: ['1', '2'], b: [], c: [] }],
  [' whsec_one\nwhsec_two ', { signing: ['whsec_one', 'whsec_two'] }],
  ['{"a":', {}],
])('%j is read as fields of at most two values', (text, fields) => {
  expect(readSecrets(text)).toEqual(fields)
})
