import type { Collector } from './collect.ts'
import type { LoggedConversation } from './conversation-log.ts'
import { turnsOf } from './turns-of.ts'

/** All turns of the conversations, or none where there is no time for all of them. */
export const collectTurns = async (
  collector: Collector,
  conversations: AsyncIterable<LoggedConversation>,
  isOver: () => boolean,
): Promise<void> => {
  let read = 0
  for await (const conversation of conversations) {
    if (isOver()) return collector.leaveTurnsOut(read)
    for (const turn of turnsOf(conversation)) collector.turn(turn)
    read += 1
  }
  collector.heard()
}
