import { checkConfig, type Surroundings } from '#shared/config/check-config.ts'
import { ConfigError } from '#shared/config/errors.ts'

/** As little as a configuration can say. */
export const smallest = {
  company: { name: 'Lumen & Oak' },
  teams: { care: { name: 'Care', languages: ['en'] }, billing: { name: 'Billing', languages: ['en'] } },
  defaultTeam: 'care',
  channels: { standard: { kind: 'standard', callbackUrl: 'https://support.example.com/callback' } },
  model: { id: 'us.amazon.nova-2-lite-v1:0' },
  knowledge: { folder: 'knowledge' },
}

export const surroundings: Surroundings = {
  articlesIn: (folder) => ({
    count: folder === 'attic' ? 0 : 2,
    topics: ['delivery'],
    faults: folder === 'drafts' ? ['one.md: has no text', 'two.md: has no text'] : [],
    unfit: folder === 'wordy' ? ['one.md: its beginning has 1100 bytes'] : [],
  }),
  notices: {
    handoff: ['team', 'company'],
    'handoff-closed': ['team', 'company', 'opens'],
    'handoff-distress': ['team', 'company'],
    'put-off': ['company'],
  },
  isPriced: (model) => model.includes('nova'),
}

/** What is wrong with a configuration: no line when it is accepted. */
export const problemsOf = (written: unknown): readonly string[] => {
  try {
    checkConfig(written, surroundings)
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

/** The smallest configuration with some sections written otherwise. */
export const withSections = (sections: object): readonly string[] => problemsOf({ ...smallest, ...sections })
