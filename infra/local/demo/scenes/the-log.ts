import type { HandoffView } from '../agent.ts'
import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

const seconds = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 1_000)

/** Reads the log of what has been played before. */
export const theLogOf = (played: readonly Scene[]): Scene => ({
  title: 'The log of it all',
  what: 'Every handoff with its trigger, kind, team, wait before it and outcome: where the automation ends.',
  play: async (stage) => {
    const supervisor = stage.agent('supervisor', 'Supervisor')
    const { status, body } = await supervisor.call<{ handoffs: HandoffView[] }>('GET', '/handoffs?limit=100')

    expect(status === 200, `the log is read (answered ${status})`)
    for (const { kind, trigger, team, startedAt, handedOffAt, status: state, outcome } of body.handoffs) {
      const before = `${seconds(startedAt, handedOffAt)} s before`
      stage.tell.fact(
        `${handedOffAt.slice(11, 19)}  ${kind.padEnd(8)} ${trigger.padEnd(22)} ${team.padEnd(10)} ${before.padEnd(12)} ${state.padEnd(9)} ${outcome ?? ''}`,
      )
    }
    const triggers = new Set(body.handoffs.map(({ trigger }) => trigger))
    for (const { trigger } of played)
      expect(trigger === undefined || triggers.has(trigger), `the log holds a handoff by ${trigger}`)

    const rows = (await supervisor.readsCsv('/handoffs?limit=100')).trim().split('\r\n')
    expect(rows.length === body.handoffs.length + 1, `the log as CSV has a row each (${rows.length - 1})`)
    const report = await supervisor.call('GET', '/reports/weekly')
    expect(report.status === 200, `the weekly report is read (answered ${report.status})`)
  },
})
