import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matters } from '#infra/quarter/matters.ts'
import { staffingHoles } from '#infra/quarter/roster.ts'
import { type QuarterWritten, writeQuarter } from '#infra/quarter/write-quarter.ts'
import { timeOf } from '#shared/report/log-lines.ts'
import { parseWeek } from '#shared/report/week.ts'
import { type ReadLog, readQuarter } from '#tests/support/read-quarter.ts'

const conversations = 2_600
const folders: string[] = []
const newFolder = () => {
  const folder = mkdtempSync(join(tmpdir(), 'quarter-'))
  folders.push(folder)
  return folder
}
const hashOf = (folder: string) => {
  const hash = createHash('sha256')
  for (const file of readdirSync(folder).sort()) hash.update(file).update(readFileSync(join(folder, file)))
  return hash.digest('hex')
}

interface Cause {
  readonly id: string
  readonly kind: string
  readonly begins: string
  readonly closedByArticle?: string
  readonly conversations: number
  readonly handoffs: number
  readonly byTrigger: Readonly<Record<string, number>>
  readonly byLanguage: Readonly<Record<string, number>>
  readonly failuresByWeek: readonly number[]
}
interface Hole {
  readonly id: string
  readonly team: string
  readonly handoffs: number
  readonly medianSecondsToClaim: number
  readonly medianSecondsToClaimElsewhere: number
}
interface Truth {
  readonly lines: Readonly<Record<string, number>>
  readonly causes: readonly Cause[]
  readonly staffingHoles: readonly Hole[]
  readonly eagerTrigger: Cause & { readonly trigger: string }
  readonly others: Readonly<Record<string, Cause>>
}

let written: QuarterWritten
let folder = ''
let log: ReadLog
let truth: Truth

beforeAll(async () => {
  folder = newFolder()
  written = await writeQuarter(folder, { seed: 5, conversations })
  log = readQuarter(folder)
  truth = JSON.parse(readFileSync(join(folder, 'truth.json'), 'utf8'))
}, 180_000)
afterAll(() => {
  for (const one of folders) rmSync(one, { recursive: true })
})

const countBy = (keys: readonly string[]) => {
  const counts: Record<string, number> = {}
  for (const key of keys) counts[key] = (counts[key] ?? 0) + 1
  return counts
}
const sum = (counts: readonly number[]) => counts.reduce((all, one) => all + one, 0)

describe('the same quarter', () => {
  test('one seed writes the same bytes, another seed others', async () => {
    const [one, same, other] = [newFolder(), newFolder(), newFolder()]
    await writeQuarter(one, { seed: 5, conversations: 150 })
    await writeQuarter(same, { seed: 5, conversations: 150 })
    await writeQuarter(other, { seed: 6, conversations: 150 })

    expect(hashOf(same)).toBe(hashOf(one))
    expect(readQuarter(other).turns[0]).not.toEqual(readQuarter(one).turns[0])
  }, 180_000)
})

describe('the log', () => {
  test('thirteen weeks hold what was begun, in order of time', () => {
    expect(log.weeks.map(({ week }) => week)).toEqual(Array.from({ length: 13 }, (_, index) => `2026-W${27 + index}`))
    for (const { week, lines } of log.weeks) {
      const times = lines.map(timeOf)
      const { from = 0, to = 0 } = parseWeek(week) ?? {}
      expect(times).toEqual(times.toSorted((a, b) => a - b))
      expect(times.filter((time) => time < from || time >= to)).toEqual([])
    }
  })

  test('the counts add up, and every conversation has a turn', () => {
    const begun = new Set(log.turns.map(({ conversationId }) => conversationId))

    expect(begun.size).toBe(written.conversations)
    expect(written.conversations).toBeGreaterThanOrEqual(conversations)
    expect(written).toMatchObject({ turns: log.turns.length, handoffs: log.handoffs.length })
    expect(truth.lines).toEqual({
      turn: log.turns.length,
      handoff: log.handoffs.length,
      conversation: log.conversations.length,
    })
    expect(log.conversations.every(({ id }) => begun.has(id))).toBe(true)
    expect(new Set(log.conversations.map(({ id }) => id)).size).toBe(log.conversations.length)
  })

  test('every handoff was opened by one turn, and nothing expires silently', () => {
    const opened = log.turns.flatMap(({ handoffId, did }) => (did === 'handed-off' ? [handoffId] : []))
    const ids = log.handoffs.map(({ id }) => id)
    const statuses = countBy(log.handoffs.map(({ status }) => status))

    expect(new Set(ids).size).toBe(ids.length)
    expect(opened.toSorted()).toEqual(ids.toSorted())
    expect(sum(['waiting', 'claimed', 'closed', 'returned'].map((status) => statuses[status] ?? 0))).toBe(ids.length)
    expect(
      log.handoffs.filter(
        ({ status, outcome }) =>
          (status === 'closed') !== (outcome !== undefined && outcome !== 'returned-to-assistant'),
      ),
    ).toEqual([])
  })

  test('no clock runs backwards, and what is closed was claimed or left', () => {
    const wrong = log.handoffs.filter(({ startedAt, openedAt, firstClaimedAt, firstReplyAt, endedAt }) => {
      const times = [startedAt, openedAt, firstClaimedAt, firstReplyAt, endedAt].filter((time) => time !== undefined)
      return times.some((time, index) => time < (times[index - 1] ?? 0))
    })
    const unclaimed = log.handoffs.filter(
      ({ status, claims, outcome }) => status === 'closed' && claims === 0 && outcome !== 'customer-left',
    )

    expect(wrong).toEqual([])
    expect(unclaimed).toEqual([])
  })

  test('a turn hands off exactly where something fired', () => {
    expect(log.turns.filter(({ did, fired }) => (did === 'handed-off') !== fired.length > 0)).toEqual([])
    expect(log.turns.filter(({ did, passages, model }) => did === 'answered' && (!passages || !model))).toEqual([])
  })

  test('it is like a support desk: a quarter is handed off, passed on, given back, repeated, in six languages', () => {
    const share = log.handoffs.length / written.conversations
    const languages = countBy(log.turns.map(({ language }) => language))

    expect(share).toBeGreaterThan(0.2)
    expect(share).toBeLessThan(0.32)
    for (const language of ['en', 'de', 'fr', 'es', 'it', 'pt']) expect(languages[language]).toBeGreaterThan(50)
    expect(log.handoffs.some(({ transfers }) => transfers > 0)).toBe(true)
    expect(log.handoffs.some(({ status }) => status === 'returned')).toBe(true)
    expect(log.handoffs.some(({ declines }) => declines > 0)).toBe(true)
    expect(log.handoffs.some(({ n }) => n > 1)).toBe(true)
    expect(log.turns.some(({ did }) => did === 'appended')).toBe(true)
  })
})

describe('what was planted', () => {
  const gapsAndIntegrations = () =>
    matters.filter(({ kind }) => kind === 'content-gap' || kind === 'missing-integration')
  const words: Readonly<Record<string, RegExp>> = {
    'standing-desk': /\bvela\b/i,
    'club-points': /club/i,
    'event-hire':
      /\b(rent|hire|lend|mieten|miet\w*|verleihen|auszuleihen|louer|louez|location|alquil\w*|noleggi\w*|alug\w*)\b/i,
    engraving: /\b(engrav\w*|gravur\w*|gravieren|grav\w+|grabad\w*|grabar|incid\w+|incisione)\b/i,
    mattress: /\bdrift\b/i,
  }

  test('there are enough of each kind, and the truth tells them all', () => {
    const kinds = countBy(truth.causes.map(({ kind }) => kind))

    expect(kinds['content-gap']).toBeGreaterThanOrEqual(4)
    expect(kinds['missing-integration']).toBeGreaterThanOrEqual(2)
    expect(truth.staffingHoles.length).toBeGreaterThanOrEqual(2)
    expect(truth.causes.map(({ id }) => id)).toEqual(gapsAndIntegrations().map(({ id }) => id))
  })

  test('every gap and integration has its size, nearly all of it as failures, in several languages', () => {
    for (const { id, weight, fromWeek = 0 } of gapsAndIntegrations()) {
      const cause = truth.causes.find((one) => one.id === id)
      const expected = (conversations * weight * (13 - fromWeek)) / 13
      const failures = sum(cause?.failuresByWeek ?? [])

      expect(cause?.conversations, id).toBeGreaterThan(expected * 0.5)
      expect(cause?.conversations, id).toBeLessThan(expected * 1.9)
      if (cause?.closedByArticle === undefined) expect(failures / (cause?.handoffs ?? 0), id).toBeGreaterThan(0.75)
      expect(Object.keys(cause?.byLanguage ?? {}).length, id).toBeGreaterThan(2)
    }
  })

  test('a gap begins in its week, and the article closes one of them', () => {
    for (const { id, fromWeek = 0, closedFromWeek = 13 } of gapsAndIntegrations()) {
      const weeks = truth.causes.find((cause) => cause.id === id)?.failuresByWeek ?? []

      expect(sum(weeks.slice(0, fromWeek)), id).toBe(0)
      expect(sum(weeks.slice(fromWeek, closedFromWeek)), id).toBeGreaterThan(5)
      expect(sum(weeks.slice(closedFromWeek)), id).toBeLessThanOrEqual(sum(weeks) * 0.1)
    }
  })

  test.each(Object.entries(words))('%s is in the records as often as the truth says', (id, said) => {
    const cause = truth.causes.find((one) => one.id === id)
    const asked = log.handoffs.filter(({ conversationId, openedAt }) =>
      log.turns.some(
        (turn) =>
          turn.conversationId === conversationId &&
          turn.at === openedAt &&
          [...turn.messages, ...turn.earlier].some((text) => said.test(text)),
      ),
    )

    expect(asked.length).toBeGreaterThanOrEqual((cause?.handoffs ?? 0) * 0.85)
    expect(asked.length).toBeLessThanOrEqual((cause?.handoffs ?? 0) * 1.25)
  })

  test('nothing that is written down comes near a gap', () => {
    const failures = (cause: Cause | undefined) => sum(cause?.failuresByWeek ?? [])
    const smallest = Math.min(...truth.causes.map((cause) => failures(cause) / cause.conversations))
    const covered = matters.filter(({ kind }) => kind === 'covered').map(({ id }) => truth.others[id])
    const worst = covered.filter((cause) => (cause?.conversations ?? 0) > 60)

    expect(worst.length).toBeGreaterThan(4)
    for (const cause of worst) expect(failures(cause) / (cause?.conversations ?? 1)).toBeLessThan(smallest / 3)
  })

  test('where too few people are, customers wait many times as long', () => {
    expect(truth.staffingHoles.map(({ id }) => id)).toEqual(staffingHoles.map(({ id }) => id))
    for (const hole of truth.staffingHoles) {
      expect(hole.handoffs, hole.id).toBeGreaterThan(0)
      expect(hole.medianSecondsToClaim, hole.id).toBeGreaterThan(20 * hole.medianSecondsToClaimElsewhere)
    }
  })

  test('the eager trigger takes what an article answers', () => {
    const taken = log.handoffs.filter(({ trigger }) => trigger === truth.eagerTrigger.trigger)

    expect(taken.length).toBe(
      Object.values(truth.others)
        .concat(truth.causes)
        .reduce((all, { byTrigger }) => all + (byTrigger[truth.eagerTrigger.trigger] ?? 0), 0),
    )
    expect(taken.length).toBeGreaterThan(truth.eagerTrigger.conversations * 0.8)
    expect(truth.eagerTrigger.conversations).toBeGreaterThan(20)
  })

  test('no record says what was planted', () => {
    const text = JSON.stringify(log.weeks)

    for (const { id } of truth.causes) expect(text).not.toContain(`"${id}"`)
  })
})
