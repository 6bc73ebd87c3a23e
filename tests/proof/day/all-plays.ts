import { allScenes } from '#infra/local/demo/scenes/all-scenes.ts'
import type { Day, Play } from './day.ts'
import { orphanedEntry, twoAtOnce } from './plays/at-once.ts'
import { erasure } from './plays/customers.ts'
import { deliveredTwice, endpointDown, endpointGone, neverSent } from './plays/delivering.ts'
import { lookedAtAgain } from './plays/erasing.ts'
import { everyTeam, surplusTickets } from './plays/every-team.ts'
import { extremes } from './plays/extremes.ts'
import { files } from './plays/files.ts'
import { leavesLine } from './plays/leaving.ts'
import { wrongModel } from './plays/model.ts'
import { lookingAround, mondayMorning } from './plays/reading.ts'
import { expiredLeases, fallenSilent, missingTickets, overflowing } from './plays/sweeping.ts'

/** The demo, and then whatever it does not reach. Each leaves the lines empty for the next. */
export const allPlays: readonly Play[] = [
  ...allScenes,
  everyTeam,
  surplusTickets,
  leavesLine,
  twoAtOnce,
  expiredLeases,
  overflowing,
  missingTickets,
  fallenSilent,
  endpointDown,
  endpointGone,
  neverSent,
  deliveredTwice,
  wrongModel,
  files,
  erasure,
  extremes,
  lookingAround,
  mondayMorning,
  lookedAtAgain,
  orphanedEntry,
]

/** What went wrong in one play; the others are played all the same. */
export interface Failure {
  readonly title: string
  readonly message: string
}

export const playAll = async (
  day: Day,
  tell: (line: string) => void = () => undefined,
  plays: readonly Play[] = allPlays,
): Promise<readonly Failure[]> => {
  const failures: Failure[] = []
  for (const { title, play } of plays) {
    try {
      await play(day)
      tell(`  ✓ ${title}`)
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      failures.push({ title, message })
      tell(`  ✗ ${title}: ${message}`)
    }
  }
  return failures
}
