import { expect, test } from 'vitest'
import { examine, type Surroundings } from '#infra/deploy/checks/examine.ts'
import type { Verdict } from '#infra/deploy/checks/verdict.ts'
import { ConfigError } from '#shared/config/errors.ts'
import { sampleConfig } from '../../sample-stack.ts'
import { awsError, memoryCloud, memoryModels, memoryStacks, stackOf } from '../support/memory-cloud.ts'

const config = sampleConfig({
  channels: { standard: { kind: 'standard', callbackUrl: 'https://desk.lumen.shop/in' } },
})

const around = (given: Partial<Surroundings> = {}): Surroundings => ({
  nodeVersion: 'v24.21.0',
  cdkPinned: '2.1148.1',
  cdkInstalled: '2.1148.1',
  configPath: 'baton.config.ts',
  stackName: 'Baton',
  loadConfig: async () => ({ config, version: 'abc' }),
  region: 'us-east-1',
  openCloud: () => memoryCloud({ stacks: memoryStacks({ stacks: [stackOf(), bootstrap] }) }),
  answerWithinMs: 1_000,
  ...given,
})
const bootstrap = stackOf({ name: 'CDKToolkit', id: 'arn:toolkit', outputs: { BootstrapVersion: '30' } })
const marksOf = (verdicts: readonly Verdict[]) => verdicts.map(({ check, mark }) => `${mark} ${check}`)

test('an account in which everything holds is good throughout', async () => {
  const verdicts = await examine(around(), false)

  expect(marksOf(verdicts)).toEqual([
    'good configuration',
    'good Node',
    'good CDK command',
    'good region',
    'good credentials',
    'good bootstrap',
    'good stack',
    'good model',
    'good model',
    'good model quota',
    'good model quota',
    'good Lambda quota',
    'good API quota',
  ])
})

test('each model that may be called is looked at', async () => {
  const model = { id: 'us.amazon.nova-2-lite-v1:0', fallbacks: ['us.amazon.nova-micro-v1:0'] }
  const loadConfig = async () => ({ config: sampleConfig({ model }), version: 'abc' })

  const verdicts = await examine(around({ loadConfig }), false)

  expect(verdicts.filter(({ check }) => check === 'model').map(({ found }) => found)).toEqual(
    expect.arrayContaining([expect.stringContaining('nova-2-lite'), expect.stringContaining('nova-micro')]),
  )
})

test('without a region nobody is asked anything', async () => {
  const openCloud = () => {
    throw new Error('asked')
  }
  const verdicts = await examine(around({ region: undefined, openCloud }), false)

  expect(marksOf(verdicts).slice(-2)).toEqual(['bad region', 'open account'])
})

test('with credentials that do not hold, the account is not looked at', async () => {
  const callers = { whoAmI: () => Promise.reject(awsError('ExpiredToken', 'The security token is expired')) }
  const verdicts = await examine(around({ openCloud: () => memoryCloud({ callers }) }), false)

  expect(marksOf(verdicts).slice(-2)).toEqual(['bad credentials', 'open account'])
})

test('a look that is not allowed leaves its own verdict open, and the others as they are', async () => {
  const denied = () => Promise.reject(awsError('AccessDeniedException', 'not authorized'))
  const cloud = memoryCloud({ quotas: { one: denied, ofBedrock: denied } })
  const verdicts = await examine(around({ openCloud: () => cloud }), false)

  expect(marksOf(verdicts).slice(-4)).toEqual(['good model', 'good model', 'open model quota', 'open quotas'])
})

test('with a configuration that does not hold, the account is looked at all the same, but for the model', async () => {
  const loadConfig = () => Promise.reject(new ConfigError(['defaultTeam: "x" is not allowed']))
  const marks = marksOf(await examine(around({ loadConfig }), false))

  expect(marks[0]).toBe('bad configuration')
  expect(marks).toContain('good Lambda quota')
  expect(marks.join()).not.toContain('model')
})

test('a model that is elsewhere has no quotas to judge', async () => {
  const openCloud = () => memoryCloud({ models: memoryModels({ there: [] }) })
  const marks = marksOf(await examine(around({ openCloud }), false))

  expect(marks.filter((mark) => mark.includes('model'))).toEqual(['bad model'])
})

test("a webhook's URL that is signed is compared with the stack's", async () => {
  const url = 'https://abc.execute-api.us-east-1.amazonaws.com/webhooks/twilio'
  const twilio = { kind: 'twilio' as const, accountSid: `AC${'0'.repeat(32)}`, webhookUrl: `${url}/` }
  const stacks = memoryStacks({ stacks: [stackOf({ outputs: { TwilioWebhookUrl: url } }), bootstrap] })
  const loadConfig = async () => ({ config: sampleConfig({ channels: { twilio } }), version: 'abc' })

  const verdicts = await examine(around({ loadConfig, openCloud: () => memoryCloud({ stacks }) }), false)

  expect(marksOf(verdicts)).toContain('bad channel twilio')
})
