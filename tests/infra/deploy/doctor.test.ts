import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { examine } from '#infra/deploy/checks/examine.ts'
import { openCloud } from '#infra/deploy/cloud/open-cloud.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import { writtenTool } from '#tests/support/company-tool.ts'
import { sampleConfig } from '../sample-stack.ts'
import { type Answers, startFakeAws } from './support/fake-aws.ts'
import { runCommand, signedInAt } from './support/run-command.ts'
import { describedStack, noSuchStack, soundAccount } from './support/sound-account.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  vi.unstubAllEnvs()
  for (const close of closing.splice(0)) await close()
})

/** The clients that ask AWS, and an AWS that answers as it is told. */
const examineAt = async (
  answers: Answers,
  callModel = false,
  answerWithinMs = 10_000,
  config: BatonConfig = sampleConfig(),
) => {
  const aws = await startFakeAws({ ...soundAccount, ...answers })
  closing.push(aws.close)
  for (const [name, value] of Object.entries(signedInAt(aws.url))) vi.stubEnv(name, value)
  const around = {
    nodeVersion: 'v24.21.0',
    cdkPinned: '2.1148.1',
    cdkInstalled: '2.1148.1',
    configPath: 'baton.config.ts',
    stackName: 'Baton',
    loadConfig: async () => ({ config, version: 'abc' }),
    region: 'us-east-1',
    openCloud,
    answerWithinMs,
  }
  const verdicts = await examine(around, callModel)
  const of = (check: string) => verdicts.filter((verdict) => verdict.check === check)
  return { verdicts, of, asked: aws.asked.map(({ operation }) => operation) }
}

const doctorAt = async (answers: Answers, words: readonly string[] = [], environment = {}) => {
  const aws = await startFakeAws({ ...soundAccount, ...answers })
  closing.push(aws.close)
  return runCommand('doctor', words, { ...signedInAt(aws.url), ...environment })
}

test('a sound account has nothing to mend, and is only looked at', async () => {
  const { verdicts, asked } = await examineAt({})

  expect(verdicts.filter(({ mark }) => mark === 'bad')).toEqual([])
  expect(verdicts.map(({ check }) => check)).toContain('model quota')
  expect(asked.filter((operation) => !/^(Get|List|Describe)/.test(operation))).toEqual([])
})

test.each([
  ['ExpiredToken', 'The security token included in the request is expired', /sign in again/],
  ['InvalidClientTokenId', 'The security token included in the request is invalid.', /region may not be enabled/],
])('credentials that AWS calls %s are told with what to do', async (error, message, todo) => {
  const { of } = await examineAt({ GetCallerIdentity: { error, message, status: 403 } })

  expect(of('credentials')).toMatchObject([
    { mark: 'bad', found: `${error}: ${message}`, todo: expect.stringMatching(todo) },
  ])
})

test('a profile of another geography is bad, with the one that is there', async () => {
  const { of } = await examineAt({
    GetInferenceProfile: { error: 'ResourceNotFoundException', message: 'not found', status: 404 },
    ListInferenceProfiles: {
      result: { inferenceProfileSummaries: [{ inferenceProfileId: 'eu.amazon.nova-2-lite-v1:0' }] },
    },
  })

  expect(of('model')).toMatchObject([{ mark: 'bad', todo: 'set model.id to eu.amazon.nova-2-lite-v1:0' }])
})

test('a model that the account has no access to is bad', async () => {
  const { result } = soundAccount.GetFoundationModelAvailability as { result: object }
  const { of } = await examineAt({
    GetFoundationModelAvailability: { result: { ...result, entitlementAvailability: 'NOT_AVAILABLE' } },
  })

  expect(of('model').at(-1)).toMatchObject({ mark: 'bad', found: expect.stringContaining('no access') })
})

test('the model is called when that is asked for, and its refusal is bad', async () => {
  const denied = { error: 'AccessDeniedException', message: "You don't have access to the model", status: 403 }
  const refused = await examineAt({ Converse: denied }, true)
  const answered = await examineAt({}, true)

  expect(refused.of('model').at(-1)).toMatchObject({
    mark: 'bad',
    found: expect.stringContaining("You don't have access"),
  })
  expect(answered.asked).toContain('Converse')
  expect(answered.of('model').at(-1)).toMatchObject({ mark: 'good', found: 'it answered a call' })
})

test('an account that is not bootstrapped is made so by the deployment', async () => {
  const { of } = await examineAt({ DescribeStacks: ({ StackName }) => noSuchStack(StackName) })

  expect(of('bootstrap')).toMatchObject([{ mark: 'open', found: expect.stringContaining('npm run deploy makes it') }])
})

test.each([
  ['ROLLBACK_COMPLETE', 'open'],
  ['UPDATE_ROLLBACK_FAILED', 'bad'],
  ['UPDATE_COMPLETE', 'good'],
])('a stack in %s is %s', async (status, mark) => {
  const { of } = await examineAt({ DescribeStacks: ({ StackName }) => describedStack(String(StackName), status) })

  expect(of('stack')).toMatchObject([{ mark, found: expect.stringContaining(status) }])
})

const canary = 'canary-5f1e'
const withSlack = (secret: unknown) => ({
  DescribeStacks: ({ StackName }: { readonly StackName?: unknown }) =>
    describedStack(String(StackName), 'CREATE_COMPLETE', {
      BootstrapVersion: '30',
      StandardInboundSecretName: 'Inbound-a',
      StandardOutboundSecretName: 'Outbound-b',
      SlackSecretName: 'Slack-c',
    }),
  GetSecretValue: ({ SecretId }: { readonly SecretId?: unknown }) =>
    SecretId === 'Slack-c'
      ? { result: { SecretString: JSON.stringify(secret) } }
      : { result: { SecretString: `${canary}${SecretId}` } },
})
const orders = 'arn:aws:lambda:eu-west-1:123456789012:function:orders'
const asksFunction = sampleConfig({ tools: [writtenTool({ target: { lambda: `${orders}:live` } })] })

test('a tool that is a function is looked at where it is, by its alias, and not called', async () => {
  const active = { State: 'Active', Timeout: 3 }
  const answers = { GetFunctionConfiguration: { result: active } }

  const { of, asked } = await examineAt(answers, false, 10_000, asksFunction)

  expect(of('tool look_up_order')).toMatchObject([{ mark: 'good' }, { mark: 'open' }])
  expect(asked).toContain('GetFunctionConfiguration')
  expect(asked).not.toContain('Invoke')
})

test('a tool that is no function any more is to be mended', async () => {
  const gone = { error: 'ResourceNotFoundException', message: 'Function not found', status: 404 } as const

  const { of } = await examineAt({ GetFunctionConfiguration: gone }, false, 10_000, asksFunction)

  expect(of('tool look_up_order')[0]).toMatchObject({ mark: 'bad', found: `${orders}:live is not there` })
})

const slackToo = { channels: { ...sampleConfig().channels, slack: { kind: 'slack' } } }

test.each([
  [{ signingSecret: canary, botToken: '' }, 'bad', 'lacks botToken'],
  [{ botToken: '  ' }, 'bad', 'lacks signingSecret, botToken'],
  ['', 'bad', 'lacks signingSecret, botToken'],
  [{ signingSecret: canary, botToken: `${canary} old` }, 'good', 'has every field'],
])('a channel whose secret is %j is %s: it %s', async (secret, mark, found) => {
  const { verdicts, of } = await examineAt(withSlack(secret), false, 10_000, sampleConfig(slackToo))

  expect(of('channel slack')).toMatchObject([{ mark, found: `its secret Slack-c ${found}` }])
  expect(of('channel standard').map((verdict) => verdict.mark)).toEqual(['good', 'good'])
  expect(JSON.stringify(verdicts)).not.toContain(canary)
})

test('a secret that nobody may read is open, and a channel that is not deployed yet is not looked at', async () => {
  const denied = { error: 'AccessDeniedException', message: 'User is not authorized' }
  const { of } = await examineAt({ ...withSlack({}), GetSecretValue: denied }, false, 10_000, sampleConfig(slackToo))
  const before = await examineAt({}, false, 10_000, sampleConfig(slackToo))

  expect(of('channel slack')).toMatchObject([{ mark: 'open' }])
  expect(before.verdicts.filter(({ check }) => check.startsWith('channel'))).toEqual([])
})

test('the ten runs at once of a new account are too few', async () => {
  const { of } = await examineAt({ GetServiceQuota: { result: { Quota: { Value: 10 } } } })

  expect(of('Lambda quota')).toMatchObject([{ mark: 'bad', todo: expect.stringContaining('Concurrent executions') }])
})

test('what somebody may not look at is open', async () => {
  const denied = { error: 'AccessDeniedException', message: 'User is not authorized' }
  const { of } = await examineAt({ GetServiceQuota: denied, ListServiceQuotas: denied })

  expect(of('quotas')).toMatchObject([{ mark: 'open', todo: expect.stringContaining('ask whoever') }])
  expect(of('model quota')).toMatchObject([{ mark: 'open' }])
})

test('an account that never answers is left open, one silent check beside the others', async () => {
  const { of } = await examineAt({ ListServiceQuotas: 'silence' }, false, 500)

  expect(of('model quota')).toMatchObject([{ mark: 'open', found: expect.stringContaining('could not be looked at') }])
  expect(of('Lambda quota')).toMatchObject([{ mark: 'good' }])
})

test('the report reads line by line, without colours where it is not a terminal', async () => {
  const { code, out } = await doctorAt({})

  expect(code).toBe(0)
  expect(out).toContain('✓ credentials    account 111122223333, as assumed-role/Deployer/ada\n')
  expect(out).toContain('– stack          Baton is not there yet: npm run deploy makes it\n')
  expect(out).not.toContain('\u001b')
})

test('without any credentials the account is not looked at, and a script reads why', async () => {
  const { code, out } = await runCommand('doctor', ['--json'], { AWS_REGION: 'us-east-1' })
  const verdicts: readonly { check: string }[] = JSON.parse(out)

  expect(code).toBe(1)
  expect(verdicts.find(({ check }) => check === 'credentials')).toEqual({
    check: 'credentials',
    mark: 'bad',
    found: 'CredentialsProviderError: Could not load credentials from any providers',
    todo: 'set AWS_PROFILE (or --profile), or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
  })
})

test('a region of the profile counts, and without one none is guessed', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'baton-aws-')), 'config')
  writeFileSync(file, '[profile ops]\nregion = eu-central-1\naws_access_key_id = a\naws_secret_access_key = b\n')
  const environment = { AWS_REGION: '', AWS_CONFIG_FILE: file }
  const ops = await doctorAt({}, ['--profile', 'ops'], environment)
  const nobody = await doctorAt({}, [], environment)

  expect(ops.out).toContain('✓ region         eu-central-1\n')
  expect(nobody.out).toContain('✗ region         none is set\n')
  expect(nobody.code).toBe(1)
})

test('a configuration with two faults is two lines', async () => {
  const file = join(mkdtempSync(join(tmpdir(), 'baton-config-')), 'wrong.ts')
  writeFileSync(file, "export default { company: { name: '' }, teams: {}, defaultTeam: 'x' }\n")
  const { code, out } = await doctorAt({}, ['-c', `config=${file}`])

  expect(code).toBe(1)
  expect(out.match(/✗ configuration {2}/g)?.length).toBeGreaterThan(1)
  expect(out).toContain(`→ edit ${file}`)
})

test('an option that there is not is refused with those there are', async () => {
  const { code, err } = await runCommand('doctor', ['--jsn'])

  expect(code).toBe(1)
  expect(err).toBe('unknown option "--jsn": allowed are -c name=value, --profile, --call-model, --json, --help\n')
})
