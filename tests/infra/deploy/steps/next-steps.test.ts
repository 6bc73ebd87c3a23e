import { expect, test } from 'vitest'
import { type Deployed, nextSteps, npmRun, stepLines } from '#infra/deploy/steps/next-steps.ts'
import { sampleConfig, sampleTemplate } from '../../sample-stack.ts'

const outputs = {
  ApiUrl: 'https://abc.execute-api.eu-central-1.amazonaws.com',
  StandardWebhookUrl: 'https://abc.execute-api.eu-central-1.amazonaws.com/webhooks/standard',
  StandardInboundSecretName: 'StandardChannelInbound87FF2E5F-aBcDeF',
  StandardOutboundSecretName: 'StandardChannelOutbound47A23504-gHiJkL',
  AlarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:Alarms',
  UserPoolId: 'eu-central-1_abc',
  UserPoolClientId: 'client',
}

const deployed = (given: Partial<Deployed> = {}): Deployed => ({
  account: '111122223333',
  region: 'eu-central-1',
  stackName: 'Baton',
  outputs,
  config: sampleConfig(),
  contextWords: [],
  ...given,
})
const text = (given: Partial<Deployed> = {}) => stepLines(deployed(given), nextSteps(deployed(given))).join('\n')
const oidc = { issuer: 'https://id.lumen.shop', audience: ['desk'] }

test('the steps rest on outputs that the stack has', () => {
  expect(Object.keys(sampleTemplate().findOutputs('*')).sort()).toEqual(Object.keys(outputs).sort())
})

test('the deployment is named, with its account, its region and its API', () => {
  expect(text()).toContain(`Baton is deployed: account 111122223333, eu-central-1, API ${outputs.ApiUrl}`)
})

test('each configured channel says where messages go and replies arrive', () => {
  expect(text()).toContain(`POST them, signed, to ${outputs.StandardWebhookUrl}`)
  expect(text()).toContain('arrive, signed, at https://support.example.com/callback')
})

test('a channel that is not configured is not connected', () => {
  expect(text({ config: sampleConfig({ channels: {} }) })).not.toContain('Connect the channel')
})

test('each secret says which system it belongs to and where it is read', () => {
  const lines = text().split('\n')
  const inbound = lines.findIndex((line) => line.trim() === outputs.StandardInboundSecretName)

  expect(lines[inbound + 1]).toContain('the system that POSTs messages to the webhook')
  expect(lines[inbound + 2]).toContain(
    `secretsmanager/secret?name=${outputs.StandardInboundSecretName}&region=eu-central-1`,
  )
  expect(text()).toContain('the system behind the callback URL')
  expect(text()).toContain('"<new> <old>"')
})

test('the first agent is made by a command, with teams that there are', () => {
  expect(text()).toContain('npm run agent -- add ada@example.com --name "Ada" --teams care,care-night')
})

test('commands for another stage name that stage', () => {
  expect(text({ contextWords: ['-c', 'stage=test'] })).toContain('npm run agent -- -c stage=test token ada@example.com')
  expect(npmRun('doctor', [])).toBe('npm run doctor')
})

test("with the company's own sign-in, agents come from there, by the claims that are read", () => {
  const own = text({ config: sampleConfig({ auth: { oidc: { ...oidc, teamsClaim: 'desks' } } }) })

  expect(own).toContain('agents sign in with https://id.lumen.shop')
  expect(own).toContain('claim "desks"')
  expect(own).not.toContain('npm run agent')
})

test('a mail address for alarms must be confirmed; without one nobody is told, and that is said', () => {
  expect(text({ config: sampleConfig({ alarms: { email: 'ops@lumen.shop' } }) })).toContain(
    'sent ops@lumen.shop a mail',
  )
  expect(text()).toContain('Nobody is told of them yet')
})
