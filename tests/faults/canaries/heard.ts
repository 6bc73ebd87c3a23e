import type { Answer } from '#shared/lambda/json.ts'
import { figuresOf } from '#shared/log/figures.ts'
import type { LogEvent } from '#shared/log/log.ts'
import type { Simulation } from '#tests/simulation/simulation.ts'
import { printingLog } from '#tests/support/printed-lines.ts'
import { canary } from './planted.ts'

/** Everything that leaves the doors for those who run them, or for whoever was refused. */
export interface Heard {
  readonly lines: readonly string[]
  /** Kinds of log lines. */
  readonly events: ReadonlySet<LogEvent['event']>
  readonly log: (event: LogEvent) => void
  /** Listens to what its doors answer and throw from here on. */
  readonly to: (simulation: Simulation) => void
}

/** As Lambda's runtime writes what a function throws: every field of it. */
export const thrownLine = (error: unknown): string => {
  const { name, message, stack, cause, ...fields } = error as Error & { readonly cause?: unknown }
  return JSON.stringify({
    name,
    message,
    stack,
    ...fields,
    ...(cause instanceof Error && { cause: thrownLine(cause) }),
  })
}

/** What it says to one who is refused: what they said themselves they may hear again, and what is our fault says nothing. */
const problemIn = (answer: Answer, asked: string): string => {
  const { statusCode = 500, body = '' } = answer
  if (statusCode < 400) return ''
  const own = statusCode < 500 ? (asked.match(new RegExp(`${canary}[\\w-]*`, 'g')) ?? []) : []
  return own.reduce((text, word) => text.replaceAll(word, ''), body)
}

export const openHeard = (): Heard => {
  const { linesOf } = printingLog()
  const lines: string[] = []
  const events = new Set<LogEvent['event']>()
  return {
    lines,
    events,
    log: (event) => {
      events.add(event.event)
      lines.push(...linesOf(event), JSON.stringify(figuresOf(event)))
    },
    to: ({ world }) => {
      const invoke = world.invoke.bind(world)
      world.invoke = async (door, handler, event) => {
        const outcome = await invoke(door, handler, event)
        if (outcome.kind === 'failed') lines.push(thrownLine(outcome.error))
        if (outcome.kind === 'answered' && (door === 'AgentApi' || door === 'ReceiveMessage'))
          lines.push(problemIn(outcome.value as Answer, JSON.stringify(event)))
        return outcome
      }
    },
  }
}

/** Lines that hold a canary. */
export const leaksIn = (lines: readonly string[]): readonly string[] => [
  ...new Set(lines.filter((line) => line.toLowerCase().includes(canary))),
]
