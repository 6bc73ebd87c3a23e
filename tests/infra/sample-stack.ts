import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { type DoorFolders, doorIds } from '#infra/bundle/door-entries.ts'
import { projectContext } from '#infra/project-context.ts'
import { SupportStack } from '#infra/support-stack.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import { configSchema } from '#shared/config/config-schema.ts'
import { writtenTool } from '#tests/support/company-tool.ts'

const folder = mkdtempSync(join(tmpdir(), 'baton-door-'))
writeFileSync(join(folder, 'index.mjs'), 'export const handler = () => {}\n')
const folders = Object.fromEntries(doorIds.map((door) => [door, folder])) as DoorFolders

const sample = {
  company: { name: 'Lumen & Oak' },
  teams: {
    care: { name: 'Care', languages: ['en'] },
    'care-night': { name: 'Night Care', languages: ['en'] },
  },
  defaultTeam: 'care',
  channels: { standard: { kind: 'standard', callbackUrl: 'https://support.example.com/callback' } },
  model: { id: 'us.amazon.nova-2-lite-v1:0' },
  knowledge: { folder: 'knowledge' },
}

const twilio = { kind: 'twilio', accountSid: `AC${'0'.repeat(32)}`, webhookUrl: 'https://a.example/webhooks/twilio' }
/** Channels whose customers send files along. */
export const withFiles = { channels: { twilio, slack: { kind: 'slack' } } }

const ordersFunction = 'arn:aws:lambda:eu-west-1:123456789012:function:orders:live'
const toolAt = (lambda: string, name = 'look_up_parcel') => writtenTool({ name, target: { lambda } })

/** Articles that Bedrock's knowledge base searches. */
export const inBedrock = { knowledge: { folder: 'knowledge', store: 'bedrock' } }

/** Each section that changes what the stack is made of; what holds for one company has to hold for all. */
export const everyCompany: readonly (readonly [name: string, sections: object])[] = [
  ['a small company', {}],
  ['one whose assistant looks things up', { tools: [writtenTool()] }],
  ['one whose assistant asks functions', { tools: [toolAt(ordersFunction)] }],
  ['one with an issuer of its own', { auth: { oidc: { issuer: 'https://id.example.com', audience: ['desk'] } } }],
  ['one that has its table exported', { export: {} }],
  ['one that has its table exported under its key', { export: { hour: 5 }, encryption: { customerManagedKey: true } }],
  ['one whose agents have the console', { console: {} }],
  [
    'one whose agents have the console under its own name and issuer',
    {
      auth: { oidc: { issuer: 'https://id.example.com', audience: ['desk'] } },
      console: {
        clientId: 'desk',
        domain: {
          name: 'desk.example.com',
          certificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d-0000-4000-8000-00000000000f',
        },
      },
    },
  ],
  ['one that reads its alarms', { alarms: { email: 'on-call@example.com' } }],
  ['one that is not traced', { tracing: false }],
  ['one with a key of its own', { encryption: { customerManagedKey: true }, alarms: { email: 'on-call@example.com' } }],
  [
    'one that has a key already',
    {
      encryption: {
        customerManagedKey: 'arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-00000000000f',
      },
    },
  ],
  ['one that calls a model in its region', { model: { id: 'amazon.nova-2-lite-v1:0' } }],
  ['one that calls a model anywhere', { model: { id: 'global.amazon.nova-2-lite-v1:0' } }],
  [
    'one with a model to fall back on, a guardrail and a budget',
    {
      model: {
        id: 'us.amazon.nova-2-lite-v1:0',
        fallbacks: ['amazon.nova-lite-v1:0'],
        guardrail: { id: 'gr1abc2def3', version: '3' },
        budget: { callsPerDay: 1_000 },
      },
    },
  ],
  ['one whose bus is told of handoffs', { events: { bus: 'support-desk' } }],
  ['one whose customers send files', withFiles],
  ['one that is sent its report', { report: { email: 'head@example.com' } }],
  ['one that is sent its report, with a key of its own', { report: {}, encryption: { customerManagedKey: true } }],
  ['one whose articles are in Bedrock', inBedrock],
  [
    'one whose articles are in Bedrock, with a key of its own',
    { ...inBedrock, encryption: { customerManagedKey: true } },
  ],
  ['one whose customers send files, with a key of its own', { ...withFiles, encryption: { customerManagedKey: true } }],
]

const manyTeams = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`t${at}-`.padEnd(32, 'x'), { name: 'Care', languages: ['en'] }]),
  )

/** As many teams as there may be or more, with the longest ids, and everything else switched on. */
export const companyOf = (teams: number) => ({
  teams: manyTeams(teams),
  defaultTeam: Object.keys(manyTeams(1))[0],
  encryption: { customerManagedKey: true },
  alarms: { email: 'on-call@example.com' },
})

export const twentyTeams = companyOf(20)

export const sampleConfig = (sections: object = {}): BatonConfig => configSchema.parse({ ...sample, ...sections })

/** The stack of a small company, without its bundles: what it is made of does not depend on them. */
export const sampleStack = (sections: object = {}, name = 'Baton'): SupportStack =>
  new SupportStack(new App({ context: projectContext(), builtinCloudFormationValidation: false }), name, {
    config: sampleConfig(sections),
    folders,
  })

export const sampleTemplate = (sections: object = {}): Template => Template.fromStack(sampleStack(sections))
