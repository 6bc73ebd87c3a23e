import { beforeAll, expect, test } from 'vitest'
import { dynamoHandoffReader } from '#shared/handoff/dynamo-handoff-reader.ts'
import { Collector } from '#shared/report/collect.ts'
import { dynamoConversationLog } from '#shared/report/dynamo-conversation-log.ts'
import { type FullReport, fullReport, logStart } from '#shared/report/full-report.ts'
import { readLogLines, writeLogLine } from '#shared/report/log-lines.ts'
import { turnsOf } from '#shared/report/turns-of.ts'
import { weekAt, weekBefore } from '#shared/report/week.ts'
import { writeReport } from '#shared/report/write-report.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'
import { testDeployed } from '#tests/support/test-config.ts'
import { playWorld } from './replay/play-turns.ts'

const shadowed = { frustration: { shadow: true }, 'low-confidence': { floor: 0.7, shadow: true } }
const deployed = testDeployed({ triggers: shadowed })
const week = weekAt(mondayMorning)
const before = weekBefore(week)
const logFrom = logStart(week, before)

/** Both reports of one played week: the one that the door makes, and the one of the log that was exported. */
const reportsOf = async (seed: number) => {
  const { world } = await playWorld(seed, deployed)
  const { table } = world.cloud.openClients()
  const [handoffs, log] = [dynamoHandoffReader(table), dynamoConversationLog(table, () => world.time.now())]
  const nobody = { write: async () => undefined }
  const ports = { handoffs, conversations: log, reports: nobody, config: deployed.config, isOver: () => false }
  return world.run(async () => {
    const fromTable = await writeReport({ ...ports, now: world.time.now() }, week)
    const lines: string[] = []
    for await (const conversation of log.read(logFrom, week.to)) {
      const turns = turnsOf(conversation)
      lines.push(...turns.map((record) => writeLogLine({ kind: 'turn', record })))
      lines.push(...conversation.handoffs.map((record) => writeLogLine({ kind: 'handoff', record })))
    }
    return { fromTable, fromFile: await fromLines(lines) }
  })
}

const fromLines = async (lines: readonly string[]): Promise<FullReport> => {
  const collector = new Collector(before.from)
  const numbered = async function* () {
    for (const [at, text] of lines.entries()) yield { number: at + 1, text }
  }
  for await (const { kind, record } of readLogLines(numbered())) {
    if (kind === 'turn') collector.turn(record)
    if (kind === 'handoff') collector.handoff(record)
  }
  return fullReport({ week, before, config: deployed.config, collected: collector.collected(), logFrom })
}

const played: { readonly fromTable: FullReport; readonly fromFile: FullReport }[] = []
beforeAll(async () => {
  for (const seed of [1, 2, 3]) played.push(await reportsOf(seed))
}, 120_000)

test('the door’s report of the table is the report of the log that was exported from it, in every figure', () => {
  for (const { fromTable, fromFile } of played) expect(fromTable).toEqual(fromFile)
})

test('it holds what only turns tell: what was answered alone, and what triggers in shadow would have done', () => {
  const sum = (pick: (report: FullReport) => number) => played.reduce((all, { fromTable }) => all + pick(fromTable), 0)

  expect(sum(({ turns }) => turns?.now.answered ?? 0)).toBeGreaterThan(20)
  expect(sum(({ turns }) => turns?.now['handed-off'] ?? 0)).toBeGreaterThan(20)
  expect(sum(({ shadow = [] }) => shadow.reduce((all, { now }) => all + now.fired, 0))).toBeGreaterThan(3)
})
