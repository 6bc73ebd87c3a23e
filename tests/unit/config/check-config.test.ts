import { expect, test } from 'vitest'
import { checkConfig } from '#shared/config/check-config.ts'
import { problemsOf, smallest, surroundings, withSections } from './written-config.ts'

test('the smallest configuration is accepted and completed with its defaults', () => {
  const { config } = checkConfig(smallest, surroundings)

  expect(config.teams.care?.capacity).toBe(4)
  expect(config.lease.seconds).toBe(120)
  expect(config.triggers['repeated-question'].times).toBe(3)
})

test('faults in different sections and in the same one are all told at once', () => {
  const problems = withSections({
    company: { name: '' },
    teams: {
      care: { name: 'Care', languages: ['en'], capacity: 0 },
      night: {
        name: 'Night',
        languages: ['en'],
        hours: { timeZone: 'Mars/Olympus', weekly: { mon: ['09:00-17:00'] } },
      },
    },
    routing: [{ name: 'lost', when: {}, team: 'nobody' }],
  })

  expect(problems).toEqual([
    'company.name: "" is not allowed: must not be empty',
    'teams.care.capacity: 0 is not allowed: must be at least 1',
    'teams.night.hours.timeZone: "Mars/Olympus" is not allowed: must be an IANA time zone such as "Europe/Berlin"',
    'routing.0.team: "nobody" is not allowed: must be one of "care", "night"',
  ])
})

test('a team with a fault of its own is still known to the rules that name it', () => {
  const problems = withSections({
    teams: { care: { name: 'Care', languages: ['en'], capacity: 0 } },
    routing: [{ name: 'all', when: {}, team: 'care' }],
  })

  expect(problems).toEqual(['teams.care.capacity: 0 is not allowed: must be at least 1'])
})

test('a misspelt section is told with those there are', () => {
  expect(withSections({ team: {} })[0]).toMatch(/^team: is not a field: must be one of "company", "teams"/)
})

test.each([undefined, null, 'text', 7, []])(
  '%j in place of a configuration is refused section by section',
  (written) => {
    expect(problemsOf(written)).toContain('company.name: is missing: must be text')
  },
)

test('a folder without articles is refused', () => {
  expect(withSections({ knowledge: { folder: 'knowledge' } })).toEqual([])
  expect(withSections({ knowledge: { folder: 'attic' } })).toEqual([
    'knowledge.folder: "attic" is not allowed: must be a folder with Markdown articles, found from where the configuration lies',
  ])
})

test('every faulty article is told', () => {
  expect(withSections({ knowledge: { folder: 'drafts' } })).toEqual([
    'knowledge.folder: drafts/one.md: has no text',
    'knowledge.folder: drafts/two.md: has no text',
  ])
})

test('an article that Bedrock could not keep whole is told where Bedrock keeps it, and only there', () => {
  expect(withSections({ knowledge: { folder: 'wordy' } })).toEqual([])
  expect(withSections({ knowledge: { folder: 'wordy', store: 'bedrock' } })).toEqual([
    'knowledge.folder: wordy/one.md: its beginning has 1100 bytes',
  ])
})

test('the knowledge is kept in one of two stores, and what Bedrock is asked with is bounded', () => {
  const bedrock = (more: object) =>
    withSections({ knowledge: { folder: 'knowledge', store: 'bedrock', bedrock: more } })

  expect(bedrock({ timeoutSeconds: 3, calibration: { slope: 12.5, offset: -6 } })).toEqual([])
  expect(bedrock({ embeddings: 'cohere.embed-multilingual-v3' })).toEqual([])
  expect(withSections({ knowledge: { folder: 'knowledge', store: 'pinecone' } })).toEqual([
    'knowledge.store: "pinecone" is not allowed: must be one of "built-in", "bedrock"',
  ])
  expect(bedrock({ embeddings: 'amazon.titan-embed-text-v1' })[0]).toContain(
    'must be one of "amazon.titan-embed-text-v2:0"',
  )
  expect(bedrock({ calibration: { slope: -1, offset: 0 } })).toHaveLength(1)
})

test('own wording is accepted for a known notice and refused for another', () => {
  const overrides = (notice: string) => ({ notices: { overrides: { en: { [notice]: 'One moment' } } } })

  expect(withSections(overrides('handoff'))).toEqual([])
  expect(withSections(overrides('handover'))).toEqual([
    'notices.overrides.en.handover: is not a notice: must be one of "handoff", "handoff-closed", "handoff-distress", "put-off"',
  ])
})

test('a section left out is told by the field that it must have', () => {
  const { model: _, ...rest } = smallest

  expect(problemsOf(rest)).toEqual(['model.id: is missing: must be text'])
})
