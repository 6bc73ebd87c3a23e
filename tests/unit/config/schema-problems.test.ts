import { expect, test } from 'vitest'
import { withSections } from './written-config.ts'

const team = { name: 'Care', languages: ['en'] }
const teams = (care: object) => ({ teams: { care: { ...team, ...care } } })

test.each([
  [{ model: {} }, 'model.id: is missing: must be text'],
  [{ model: { id: 7 } }, 'model.id: 7 is not allowed: must be text'],
  [
    { model: { id: '  ' } },
    'model.id: "  " is not allowed: must be a Bedrock model or inference profile such as "us.amazon.nova-2-lite-v1:0"',
  ],
  [teams({ capacity: 0 }), 'teams.care.capacity: 0 is not allowed: must be at least 1'],
  [teams({ capacity: 51 }), 'teams.care.capacity: 51 is not allowed: must be at most 50'],
  [teams({ capacity: 1.5 }), 'teams.care.capacity: 1.5 is not allowed: must be a whole number'],
  [teams({ name: 'x'.repeat(81) }), /^teams.care.name: "x{79}… is not allowed: must have at most 80 characters$/],
  [teams({ languages: [] }), 'teams.care.languages: [] is not allowed: must not be empty'],
  [
    teams({ languages: ['English'] }),
    /^teams.care.languages.0: "English" is not allowed: must be a BCP 47 language tag/,
  ],
  [
    teams({ capcity: 3 }),
    'teams.care.capcity: is not a field: must be one of "name", "languages", "hours", "capacity"',
  ],
  [{ teams: { care: team, 'B 2': team } }, /^teams.B 2: "B 2" is not allowed: must be a lower-case id/],
  [{ company: { name: () => 'Acme' } }, /^company.name: .* is not allowed: must be text$/],
  [{ model: { id: 'a.b', temperature: Number.NaN } }, 'model.temperature: NaN is not allowed: must be a number'],
  [
    { encryption: { customerManagedKey: 'alias/ours' } },
    /^encryption.customerManagedKey: "alias\/ours" is not allowed: must be true, false or the ARN of a KMS key/,
  ],
  [
    { encryption: { customerManagedKey: 1 } },
    /^encryption.customerManagedKey: 1 is not allowed: must be true, false or/,
  ],
  [{ teams: { ['t'.repeat(33)]: team } }, /is not allowed: must be a lower-case id .* at most 32/],
  [{ teams: {}, defaultTeam: 'care' }, 'teams: {} is not allowed: must be one team or more'],
  [{ retention: { logDays: 8 } }, 'retention.logDays: 8 is not allowed: must be one of 7, 30, 90, 180, 365'],
  [{ alarms: { email: 'us' } }, 'alarms.email: "us" is not allowed: must be an e-mail address'],
  [{ headStart: [{ when: {}, minutes: 0 }] }, /minutes: 0 is not allowed: must be more than 0$/],
])('%j is told by field, value and what is allowed', (sections, line) => {
  const [first] = withSections(sections)

  expect(first).toEqual(line instanceof RegExp ? expect.stringMatching(line) : line)
})

test.each([
  [{ model: { id: 'anthropic.claude-haiku-4-5-20251001-v1:0' } }],
  [{ model: { id: 'global.amazon.nova-2-lite-v1:0' } }],
  [teams({ capacity: 50, languages: ['en', 'pt-BR'] })],
  [{ retention: { logDays: 365, recordDays: 0 } }],
  [{ alarms: { email: 'on-call@example.com' } }],
])('%j is accepted', (sections) => {
  expect(withSections({ ...sections, defaultTeam: 'care' })).toEqual([])
})

test.each([{ company: { name: () => 'Acme' } }, { model: { id: 'a.b', temperature: Number.NaN } }])(
  'a value of the wrong type is told once, whatever else does not fit it: %j',
  (sections) => {
    expect(withSections(sections)).toHaveLength(1)
  },
)

test.each([{ teams: {} }, { teams: [] }, { teams: undefined }])(
  'without teams it is the teams that are told, not each rule that names one: %j',
  (sections) => {
    const routing = [{ name: 'all', when: {}, team: 'care' }]

    expect(withSections({ routing, ...sections })).toEqual([expect.stringMatching(/^teams: /)])
  },
)

test.each([true, false, 'arn:aws:kms:eu-central-1:123456789012:key/0a1b2c3d-0000-4000-8000-00000000000f'])(
  'a customer-managed key may be %s',
  (customerManagedKey) => {
    expect(withSections({ encryption: { customerManagedKey } })).toEqual([])
  },
)
