import type { BatonConfig, BatonConfigInput } from '#shared/config/config.ts'
import { configSchema } from '#shared/config/config-schema.ts'
import type { DeployedConfig } from '#shared/config/read-config.ts'
import { worded } from '#shared/handoff/notice-texts.ts'

const written: BatonConfigInput = {
  company: { name: 'Lumen & Oak' },
  teams: {
    care: { name: 'Customer Care', languages: ['en', 'de'], capacity: 3 },
    billing: { name: 'Billing', languages: ['en'], capacity: 3 },
  },
  defaultTeam: 'care',
  routing: [{ name: 'disputed charges', when: { trigger: ['billing-dispute'] }, team: 'billing' }],
  channels: { standard: { kind: 'standard', callbackUrl: 'http://127.0.0.1/callback' } },
  model: { id: 'us.amazon.nova-2-lite-v1:0' },
  // What an answer cites has tests of its own.
  knowledge: { folder: 'knowledge', cite: false },
}

export const testConfig = (sections: Partial<BatonConfigInput> = {}): BatonConfig => {
  const config = configSchema.parse({ ...written, ...sections })
  return { ...config, notices: worded(config.notices) }
}

export const testDeployed = (sections: Partial<BatonConfigInput> = {}): DeployedConfig => ({
  config: testConfig(sections),
  version: 'test-version',
})
