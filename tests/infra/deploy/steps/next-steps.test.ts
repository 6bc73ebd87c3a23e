import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { channelGuides, type Provider } from '#infra/deploy/steps/channel-guides.ts'
import { type Deployed, nextSteps, npmRun, stepLines } from '#infra/deploy/steps/next-steps.ts'
import { secretFields } from '#shared/config/channel-schemas.ts'
import { sampleConfig, sampleTemplate } from '../../sample-stack.ts'

const outputs = {
  ApiUrl: 'https://abc.execute-api.eu-central-1.amazonaws.com',
  StandardWebhookUrl: 'https://abc.execute-api.eu-central-1.amazonaws.com/webhooks/standard',
  StandardInboundSecretName: 'StandardChannelInbound87FF2E5F-aBcDeF',
  StandardOutboundSecretName: 'StandardChannelOutbound47A23504-gHiJkL',
  AlarmTopicArn: 'arn:aws:sns:eu-central-1:111122223333:Alarms',
  DashboardUrl: 'https://eu-central-1.console.aws.amazon.com/cloudwatch/home#dashboards/dashboard/Baton',
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

const everyProvider = sampleConfig({
  channels: {
    slack: { kind: 'slack' },
    twilio: { kind: 'twilio', accountSid: `AC${'0'.repeat(32)}`, webhookUrl: 'https://old.example/webhooks/twilio' },
    whatsapp: { kind: 'whatsapp', phoneNumberId: '106540352242922' },
    messenger: { kind: 'messenger', pageId: '900100' },
    instagram: { kind: 'instagram', accountId: '900100' },
    telegram: { kind: 'telegram', botId: '123456' },
    line: { kind: 'line' },
  },
})
const outputsOf = (name: string) => {
  const prefix = name.charAt(0).toUpperCase() + name.slice(1)
  return { [`${prefix}WebhookUrl`]: `https://api.example/webhooks/${name}`, [`${prefix}SecretName`]: `${prefix}-aBcD` }
}
const providers = Object.keys(channelGuides) as Provider[]
const providerOutputs = Object.assign({}, ...providers.map(outputsOf))

describe.each(providers)('a deployment with %s connected', (name) => {
  const config = { ...everyProvider, channels: { [name]: everyProvider.channels[name] } }
  const steps = text({ config, outputs: { ...outputsOf(name) } })

  test('says what its secret is called, each of its fields, and where each comes from or goes to', () => {
    expect(steps).toContain(`${Object.values(outputsOf(name))[1]}, a JSON object`)
    for (const field of secretFields[name])
      expect(steps).toMatch(new RegExp(`${field} +(copy it from|is made, leave it; enter it at): .{5}`))
  })

  test('says where the URL is entered, and which page tells the rest', () => {
    expect(steps).toMatch(new RegExp(`webhook +https://api.example/webhooks/${name}\\n +goes to +.{5}`))
    expect(steps).toContain(`docs/channels/${name}.md`)
    expect(existsSync(join(projectFolder, 'docs', 'channels', `${name}.md`))).toBe(true)
  })
})

test('the outputs that providers are connected by are the outputs that the stack has', () => {
  const there = Object.keys(sampleTemplate(everyProvider).findOutputs('*'))

  expect(Object.keys(providerOutputs).filter((name) => !there.includes(name))).toEqual([])
})

test('what is made at the deployment is what is to be entered, and nothing else is', () => {
  const template = sampleTemplate(everyProvider)
  const made = Object.values(template.findResources('AWS::SecretsManager::Secret')).map(
    ({ Properties }) => Properties.GenerateSecretString.GenerateStringKey,
  )
  const entered = Object.values(channelGuides).flatMap(({ fields }) =>
    Object.entries(fields).flatMap(([field, guide]) => ('enterAt' in guide ? [field] : [])),
  )

  expect(made.filter((field) => field !== 'notUsed').sort()).toEqual(entered.sort())
})

test('a URL that Twilio signs and the configuration does not have is told', () => {
  const config = (webhookUrl: string) =>
    sampleConfig({ channels: { twilio: { ...everyProvider.channels.twilio, webhookUrl } } })
  const told = 'set channels.twilio.webhookUrl'

  expect(text({ config: config('https://old.example/twilio'), outputs: outputsOf('twilio') })).toContain(told)
  expect(text({ config: config('https://api.example/webhooks/twilio'), outputs: outputsOf('twilio') })).not.toContain(
    told,
  )
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

test('the dashboard is named where its alarms are', () => {
  expect(text()).toContain(`dashboard  ${outputs.DashboardUrl}`)
})

test('a mail address for alarms must be confirmed; without one nobody is told, and that is said', () => {
  expect(text({ config: sampleConfig({ alarms: { email: 'ops@lumen.shop' } }) })).toContain(
    'sent ops@lumen.shop a mail',
  )
  expect(text()).toContain('Nobody is told of them yet')
})
