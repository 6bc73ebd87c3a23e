import { acceptHandoff } from './accept.ts'
import { noteForAgents } from './add-note.ts'
import { claimHead } from './claim.ts'
import { declineHandoff } from './decline.ts'
import { eraseWholeCustomer } from './erase-customer.ts'
import { keepHandoff } from './heartbeat.ts'
import { linkAttachment } from './link-attachment.ts'
import { listHandoffs } from './list-handoffs.ts'
import { listLine } from './list-line.ts'
import { listMine } from './list-mine.ts'
import { listTeams } from './list-teams.ts'
import { putCustomer } from './put-customer.ts'
import { readConversation } from './read-conversation.ts'
import { readDesk } from './read-desk.ts'
import { readErasure } from './read-erasure.ts'
import { releaseHandoff } from './release.ts'
import { reportWeekly } from './report-weekly.ts'
import { resolveHandoff } from './resolve.ts'
import { returnHandoff } from './return-to-assistant.ts'
import { replyToCustomer } from './send-message.ts'
import { transferHandoff } from './transfer.ts'
import { askForWhatIf } from './what-if-ask.ts'
import { listWhatIfDifferences } from './what-if-differences.ts'
import { readWhatIf } from './what-if-read.ts'

/** The agent API, verb by verb: what the door routes and the document describes. */
export const operations = [
  readDesk,
  listTeams,
  listLine,
  claimHead,
  keepHandoff,
  acceptHandoff,
  releaseHandoff,
  declineHandoff,
  replyToCustomer,
  noteForAgents,
  transferHandoff,
  returnHandoff,
  resolveHandoff,
  listMine,
  readConversation,
  linkAttachment,
  listHandoffs,
  reportWeekly,
  askForWhatIf,
  readWhatIf,
  listWhatIfDifferences,
  putCustomer,
  eraseWholeCustomer,
  readErasure,
] as const
