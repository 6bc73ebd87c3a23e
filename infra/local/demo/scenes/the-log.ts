import type { HandoffView } from '../agent.ts'
import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

const expected = [
  'asked-for-human',
  'billing-dispute',
  'repeated-question',
  'frustration',
  'outside-knowledge',
  'assistant-unavailable',
  'high-value-account',
]

const seconds = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 1_000)

export const theLog: Scene = {
  title: 'The log of it all',
  what: 'Every handoff with its trigger, kind, team, wait before it and outcome: where the automation ends.',
  play: async (stage) => {
    const { status, body } = await stage
      .agent('supervisor', 'Supervisor')
      .call<{ handoffs: HandoffView[] }>('GET', '/handoffs?limit=100')

    expect(status === 200, `the log is read (answered ${status})`)
    for (const { kind, trigger, team, startedAt, handedOffAt, status: state, outcome } of body.handoffs) {
      const before = `${seconds(startedAt, handedOffAt)} s before`
      stage.tell.fact(
        `${handedOffAt.slice(11, 19)}  ${kind.padEnd(8)} ${trigger.padEnd(22)} ${team.padEnd(10)} ${before.padEnd(12)} ${state.padEnd(9)} ${outcome ?? ''}`,
      )
    }
    const triggers = new Set(body.handoffs.map(({ trigger }) => trigger))
    for (const trigger of expected) expect(triggers.has(trigger), `the log holds a handoff by ${trigger}`)
  },
}
