import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { quarterFrom, quarterTo } from './calendar.ts'
import { openCompany } from './company.ts'
import { playQuarter, type QuarterPlan } from './play-quarter.ts'
import { createTruth } from './truth.ts'
import { createWeekFiles, type Written } from './week-files.ts'

/** Beside the log, and no part of it. */
export const truthFile = 'truth.json'

export interface QuarterWritten extends Written {
  readonly conversations: number
  readonly handoffs: number
  readonly turns: number
}

/** Plays the quarter and writes its log into a folder, a file for each week, with the truth about it in a file of its own. */
export const writeQuarter = async (
  folder: string,
  plan: QuarterPlan,
  weekWritten: (now: number) => void = () => undefined,
): Promise<QuarterWritten> => {
  const company = await openCompany()
  const truth = createTruth()
  const files = createWeekFiles(folder)
  const counts = { turn: 0, handoff: 0, conversation: 0 }
  const conversations = await playQuarter(
    {
      company,
      truth,
      expect: (handoff) => files.expect(handoff.openedAt),
      tell: (line, wasExpected) => {
        counts[line.kind] += 1
        truth.tells(line)
        files.tell(line, wasExpected)
      },
      weekEnds: async (now) => {
        await files.flush(now)
        weekWritten(now)
      },
    },
    plan,
  )
  const written = await files.end()
  const facts = { seed: plan.seed, from: quarterFrom, to: quarterTo, conversations }
  await writeFile(join(folder, truthFile), `${JSON.stringify(truth.written(facts), undefined, 2)}\n`)
  return { ...written, conversations, handoffs: counts.handoff, turns: counts.turn }
}
