import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { App } from 'aws-cdk-lib'
import { Template } from 'aws-cdk-lib/assertions'
import { type DoorFolders, doorIds } from '#infra/bundle/door-entries.ts'
import { SupportStack } from '#infra/support-stack.ts'
import type { BatonConfig } from '#shared/config/config.ts'
import { configSchema } from '#shared/config/config-schema.ts'

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

export const sampleConfig = (sections: object = {}): BatonConfig => configSchema.parse({ ...sample, ...sections })

/** The stack of a small company, without its bundles: what it is made of does not depend on them. */
export const sampleTemplate = (sections: object = {}): Template => {
  const stack = new SupportStack(new App({ builtinCloudFormationValidation: false }), 'Baton', {
    config: sampleConfig(sections),
    folders,
  })
  return Template.fromStack(stack)
}
