import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { caseText } from '#infra/routing/case-text.ts'
import { CaseError } from '#infra/routing/errors.ts'
import { explainCase } from '#infra/routing/explain-case.ts'
import { readCase } from '#infra/routing/read-case.ts'
import { testConfig } from '#tests/support/test-config.ts'

const now = new Date('2026-11-23T10:00:00Z')
const config = testConfig({
  routing: [
    { name: 'charges', when: { trigger: ['billing-dispute'], teamOpen: true }, team: 'billing' },
    {
      name: 'deliveries',
      when: { kind: 'failure', topic: ['delivery'], attributes: { plan: ['pro'] } },
      team: 'billing',
    },
  ],
  overflow: [{ name: 'an hour', from: 'billing', afterMinutes: 60, to: 'care', when: { tier: ['gold'] } }],
  headStart: [{ name: 'gold', when: { tier: ['gold'] }, minutes: 20 }],
  triggers: { legal: { enabled: false }, 'high-value-account': { tiers: ['gold'] } },
})
const cases = { config, articleTopics: ['delivery'] }
const explained = (written: object) => explainCase(readCase(JSON.stringify(written), cases, now), config)
const problemsOf = (text: string): readonly string[] => {
  try {
    readCase(text, cases, now)
    return []
  } catch (error) {
    if (error instanceof CaseError) return error.problems
    throw error
  }
}

describe('a case is explained', () => {
  test('with the rule that is followed, why others are not, the overflow ahead and the head start', () => {
    expect(explained({ trigger: 'billing-dispute', tier: 'gold' })).toMatchObject({
      team: 'billing',
      rule: 'charges',
      open: true,
      facts: { fired: [{ trigger: 'billing-dispute' }, { trigger: 'high-value-account' }] },
      rules: [
        { name: 'charges', verdict: 'followed', unmet: [] },
        {
          name: 'deliveries',
          verdict: 'not met',
          unmet: [{ condition: 'kind' }, { condition: 'topic' }, { condition: 'attributes.plan', wanted: ['pro'] }],
        },
      ],
      overflow: [{ at: '2026-11-23T11:00:00.000Z', from: 'billing', to: 'care', rule: 'an hour' }],
      headStart: { minutes: 20 },
    })
  })

  test('without an overflow and a head start that are not for it', () => {
    expect(explained({ trigger: 'billing-dispute', tier: 'silver' })).toMatchObject({
      overflow: [],
      headStart: { minutes: 0 },
    })
  })

  test('about a failure with its topic', () => {
    const one = { trigger: 'low-confidence', topic: 'delivery', attributes: { plan: 'pro' } }

    expect(explained(one).rule).toBe('deliveries')
    expect(explained({ ...one, topic: undefined }).rule).toBe('default')
  })

  test('and told what this configuration would keep from happening', () => {
    expect(explained({ trigger: 'legal' }).notes).toEqual(['legal is switched off on standard'])
    expect(explained({ trigger: 'billing-dispute', channel: 'slack' }).notes).toEqual([
      'slack is not connected in this configuration',
    ])
  })

  test('in words', () => {
    const text = caseText(explained({ trigger: 'billing-dispute', tier: 'gold' }))

    expect(text).toContain('Team        billing (Billing), by "charges"')
    expect(text).toContain('  no     "deliveries": kind is topic, wanted failure')
    expect(text).toContain('attributes.plan is not known, wanted pro')
    expect(text).toContain('Head start  20 min')
  })
})

describe('a case that cannot be is refused in one clear line', () => {
  test.each([
    ['{"trigger":"law"}', /^case.trigger: "law" is not allowed: must be one of .*"legal"/],
    ['{"trigger":"legal","kind":"failure"}', /^case.kind: "failure" is not allowed: must be topic, as its trigger is$/],
    [
      '{"trigger":"low-confidence","topic":"weather"}',
      /^case.topic: "weather" is not allowed: must be one of .*"delivery"/,
    ],
    ['{"trigger":"legal","channel":"fax"}', /^case.channel: "fax" is not allowed: must be one of "standard"/],
    ['{"trigger":"legal","at":"tomorrow"}', /^case.at: "tomorrow" is not allowed: must be a time such as/],
    ['{"trigger":"legal","team":"care"}', /^case.team: is not a field: must be one of "trigger"/],
    ['{}', /^case.trigger: is missing/],
    ['legal', /^case: is not JSON/],
  ])('%s', (text, line) => {
    expect(problemsOf(text)).toEqual([expect.stringMatching(line)])
  })
})

describe('the command', () => {
  const folder = mkdtempSync(join(tmpdir(), 'baton-route-'))
  afterAll(() => rmSync(folder, { recursive: true }))
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, ['infra/routing/route.ts', ...words], { cwd: projectFolder, encoding: 'utf8' })

  test('tells of the sample company, in words and as JSON', () => {
    const one = '{"trigger":"billing-dispute","at":"2026-12-25T09:00:00Z"}'

    expect(run('--case', one).stdout).toContain('no, opens 2026-12-28T07:00:00.000Z')
    expect(JSON.parse(run('--json', '--case', one).stdout)).toMatchObject({ team: 'billing', open: false })
  })

  test('ends with 1 and one line for a case that cannot be', () => {
    const { status, stderr, stdout } = run('--case', '{"trigger":"law"}')

    expect([status, stdout, stderr.trim().split('\n').length]).toEqual([1, '', 1])
  })

  test('names the rules that can never fire, and ends with 1; of the sample company there is none', () => {
    const file = join(folder, 'baton.config.ts')
    writeFileSync(
      file,
      `import sample from '${join(projectFolder, 'baton.config.ts')}'
       export default { ...sample, knowledge: { folder: '${join(projectFolder, 'knowledge')}' },
         routing: [{ name: 'all', when: {}, team: 'care' }, { name: 'law', when: { trigger: ['legal'] }, team: 'care' }] }`,
    )

    const dead = run('--check', '--config', file)
    const fine = run('--check')

    expect([dead.status, dead.stdout]).toEqual([
      1,
      'routing.1 ("law") can never fire: "all" before it takes everybody it would\n',
    ])
    expect([fine.status, fine.stdout]).toEqual([0, 'every rule can fire\n'])
  })
})
