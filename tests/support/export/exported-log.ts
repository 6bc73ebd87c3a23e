import { lineOf } from '#infra/local/export/written-export.ts'
import { type Company, openCompany } from '#infra/quarter/company.ts'
import { playQuarter } from '#infra/quarter/play-quarter.ts'
import { createTruth } from '#infra/quarter/truth.ts'
import type { Change } from '#shared/handoff/change.ts'
import { changeItems } from '#shared/handoff/dynamo-change-item.ts'
import type { Handoff } from '#shared/handoff/handoff.ts'
import type { ConversationRecord } from '#shared/thread/thread-state.ts'

export interface PlayedLog {
  readonly company: Company
  readonly handoffs: readonly Handoff[]
  readonly conversations: readonly ConversationRecord[]
}

/** A quarter of the sample company, small. */
export const playedLog = async (conversations: number): Promise<PlayedLog> => {
  const company = await openCompany()
  const handoffs = new Map<string, Handoff>()
  const ended: ConversationRecord[] = []
  await playQuarter(
    {
      company,
      truth: createTruth(),
      expect: () => undefined,
      tell: (line) => {
        if (line.kind === 'handoff') handoffs.set(line.record.id, line.record)
        if (line.kind === 'conversation') ended.push(line.record)
      },
      weekEnds: async () => undefined,
    },
    { seed: 7, conversations },
  )
  return { company, handoffs: [...handoffs.values()], conversations: ended }
}

/** The lines that these changes leave in an export, as the product writes them to its table. */
export const linesOf = (changes: readonly Change[], recordDays = 0): readonly string[] =>
  changes.flatMap((change) =>
    changeItems({ tableName: 'table', attemptId: 'a', recordDays, textDays: recordDays }, change).map(({ Put }) =>
      lineOf(Put?.Item ?? {}),
    ),
  )

export const linesOfLog = ({ handoffs, conversations }: PlayedLog): readonly string[] =>
  linesOf([
    ...handoffs.map((handoff): Change => ({ kind: 'handoff-opened', handoff })),
    ...conversations.map((record): Change => ({ kind: 'conversation-closed', record })),
  ])
