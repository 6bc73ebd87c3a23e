import { signal } from '@preact/signals'
import { type Api, answered } from '../api/client.ts'
import type { Claim } from '../api/shapes.ts'
import { refusalOf, TroubleError } from '../api/trouble.ts'
import { listening } from './connection.ts'
import { longestOf, watchSeconds } from './lines.ts'
import type { WatchedLines } from './watch-lines.ts'

export type Taking = 'idle' | 'claiming' | 'watching' | 'at-capacity'

interface Asked {
  readonly api: Api
  readonly lines: WatchedLines
  /** The teams taken from now. */
  teams(): readonly string[]
  /** What was claimed is the agent's, whether still wanted or not. */
  onClaim(claim: Claim, watched: boolean): void
}

const unreachableMs = 2_000
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

const pauseFor = (error: unknown): number | undefined => {
  if (!(error instanceof TroubleError)) return undefined
  const { trouble } = error
  if (trouble.kind === 'busy') return trouble.retryAfterSeconds * 1_000
  return trouble.kind === 'offline' || (trouble.kind === 'refused' && trouble.status >= 500) ? unreachableMs : undefined
}

/** Takes the longest conversation there is, or the first that comes, until it has one or is told to stop. */
export const openTakeNext = ({ api, lines, teams, onClaim }: Asked) => {
  const taking = signal<Taking>('idle')
  let wanted = false
  let running = false
  let turn = 0

  /** The same `claimId` until there is an answer: a lost one costs nothing, and nothing is claimed twice. */
  const claimOnce = async (team: string, wait: number): Promise<Claim | undefined> => {
    const claimId = crypto.randomUUID()
    for (;;) {
      try {
        const params = { path: { team }, query: { wait } }
        return await listening(answered(api.POST('/teams/{team}/claim', { params, body: { claimId } })))
      } catch (error) {
        const pauseMs = pauseFor(error)
        if (pauseMs === undefined) throw error
        await sleep(pauseMs)
      }
    }
  }

  const round = async (): Promise<boolean> => {
    const from = teams()
    const longest = longestOf(lines.lines.peek() ?? [], from)
    turn += 1
    const team = longest ?? from[turn % Math.max(1, from.length)]
    if (team === undefined) return true
    if (wanted) taking.value = longest ? 'claiming' : 'watching'
    const claim = await claimOnce(team, longest ? 0 : watchSeconds(from.length))
    if (claim) onClaim(claim, longest === undefined)
    else if (longest) await lines.refresh()
    return claim !== undefined
  }

  const run = async (): Promise<void> => {
    running = true
    taking.value = 'claiming'
    try {
      await lines.refresh()
      while (wanted && !(await round()));
      taking.value = 'idle'
    } catch (error) {
      taking.value = refusalOf(error)?.code === 'at-capacity' ? 'at-capacity' : 'idle'
    } finally {
      wanted = false
      running = false
      void lines.refresh()
    }
  }

  return {
    taking,
    start: (): void => {
      wanted = true
      if (running) taking.value = 'watching'
      else void run()
    },
    /** What is on its way may still arrive, and is kept. */
    stop: (): void => {
      wanted = false
      taking.value = 'idle'
    },
  }
}

export type TakeNext = ReturnType<typeof openTakeNext>
