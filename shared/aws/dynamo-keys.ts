/**
 * One table. Times in keys are epoch milliseconds in 13 digits, so that string order is time order until the year 2286.
 *
 * | record             | pk                  | sk                                | lists index (listKey / listSort)        |
 * |--------------------|---------------------|-----------------------------------|-----------------------------------------|
 * | thread state       | THREAD#<threadId>   | ~STATE                            | TIMER / <timerAt>, while a timer runs   |
 * | who else wrote     | THREAD#<threadId>   | ALSO#<customerId>                 |                                         |
 * | message            | THREAD#<threadId>   | MSG#<at>#<id>                     | UNDELIVERED / <at or later>, if watched |
 * | conversation       | THREAD#<threadId>   | CONV#<startedAt>                  |                                         |
 * | handoff            | THREAD#<threadId>   | HANDOFF#<openedAt>#<n>            | LOG#<day> / <openedAt>#<id>             |
 * | handoff's brief    | THREAD#<threadId>   | HANDOFF-BRIEF#<openedAt>#<n>      |                                         |
 * | waiting entry      | LINE#<team>         | W#<place>#<conversationId>        |                                         |
 * | lease entry        | LINE#<team>         | L#<leaseUntil>#<conversationId>   |                                         |
 * | delivery seen      | SEEN#<threadId>#<id>| SEEN                              |                                         |
 * | agent's write seen | SEEN#agent#<key>    | SEEN                              |                                         |
 * | customer           | CUSTOMER#<id>       | PROFILE                           |                                         |
 * | sender's calls     | CUSTOMER#<id>       | SPENDING, SPENDING#DAY            |                                         |
 * | sender, as told    | CUSTOMER#<id>       | SENDER#<channel>#<account>        |                                         |
 * | sender, resolved   | CUSTOMER#<id>       | RESOLVED                          |                                         |
 * | what finds one     | IDENTITY#<what>#<value> | IDENTITY                      |                                         |
 * | agent              | AGENT#<id>          | STATE                             |                                         |
 * | claim              | AGENT#<id>          | CLAIM#<claimId>                   |                                         |
 * | conversations ended| CONVERSATIONS#<day> | <at>#<id>                         |                                         |
 * | event owed         | EVENT#<0 to 3>      | <at>#<id>                         |                                         |
 * | waits, estimated   | ESTIMATE            | NOW                               |                                         |
 * | model budget       | BUDGET              | DAY#<day>                         |                                         |
 * | weekly report      | REPORT              | WEEK#<week>                       |                                         |
 * | erased person      | ERASED#<hash>       | ERASED                            |                                         |
 * | erasure owed       | ERASURE             | OWED#<due>#<id>                   |                                         |
 * | erasure's receipt  | ERASURE             | RECEIPT#<id>                      |                                         |
 * | what-if            | WHATIF              | JOB#<id>                          |                                         |
 * | its differences    | WHATIF#<id>         | <page, 6 digits>                  |                                         |
 *
 * `~STATE` sorts after every `MSG#`: one reverse query reads the state and the newest messages.
 * `HANDOFF-` sorts between `HANDOFF#` and `MSG#`: one query reads a handoff with its brief and all that followed.
 * `L#` sorts before `W#`: one forward query reads the leases that ran out and the head of the line.
 */
export interface Key {
  readonly pk: string
  readonly sk: string
}

const lastTime = 9_999_999_999_999
export const timeKey = (ms: number): string => String(Math.min(Math.max(0, Math.trunc(ms)), lastTime)).padStart(13, '0')

export const threadPk = (threadId: string): string => `THREAD#${threadId}`
export const linePk = (team: string): string => `LINE#${team}`
export const agentPk = (agentId: string): string => `AGENT#${agentId}`

export const personPrefix = 'ALSO#'
export const messagePrefix = 'MSG#'
export const conversationPrefix = 'CONV#'
export const handoffPrefix = 'HANDOFF#'
export const briefPrefix = 'HANDOFF-BRIEF#'
export const waitingPrefix = 'W#'
export const leasePrefix = 'L#'

export const stateKey = (threadId: string): Key => ({ pk: threadPk(threadId), sk: '~STATE' })
export const personKey = (threadId: string, customerId: string): Key => ({
  pk: threadPk(threadId),
  sk: `${personPrefix}${customerId}`,
})
export const messageKey = (threadId: string, at: number, id: string): Key => ({
  pk: threadPk(threadId),
  sk: `${messagePrefix}${timeKey(at)}#${id}`,
})
export const conversationKey = (threadId: string, startedAt: number): Key => ({
  pk: threadPk(threadId),
  sk: `${conversationPrefix}${timeKey(startedAt)}`,
})
export const handoffKey = (threadId: string, openedAt: number, n: number): Key => ({
  pk: threadPk(threadId),
  sk: `${handoffPrefix}${timeKey(openedAt)}#${n}`,
})
export const briefKey = (threadId: string, openedAt: number, n: number): Key => ({
  pk: threadPk(threadId),
  sk: `${briefPrefix}${timeKey(openedAt)}#${n}`,
})
export const waitingKey = (team: string, place: number, conversationId: string): Key => ({
  pk: linePk(team),
  sk: `${waitingPrefix}${timeKey(place)}#${conversationId}`,
})
export const leaseKey = (team: string, leaseUntil: number, conversationId: string): Key => ({
  pk: linePk(team),
  sk: `${leasePrefix}${timeKey(leaseUntil)}#${conversationId}`,
})
export const deliverySeenKey = (threadId: string, dedupeId: string): Key => ({
  pk: `SEEN#${threadId}#${dedupeId}`,
  sk: 'SEEN',
})
export const writeSeenKey = (key: string): Key => ({ pk: `SEEN#agent#${key}`, sk: 'SEEN' })
export const customerKey = (id: string): Key => ({ pk: `CUSTOMER#${id}`, sk: 'PROFILE' })
export const customerSpendingKey = (id: string, period: 'hour' | 'day'): Key => ({
  ...customerKey(id),
  sk: period === 'hour' ? 'SPENDING' : 'SPENDING#DAY',
})
export const customerResolvedKey = (id: string): Key => ({ ...customerKey(id), sk: 'RESOLVED' })
export const identityKey = (what: string, value: string): Key => ({ pk: `IDENTITY#${what}#${value}`, sk: 'IDENTITY' })
export const senderPrefix = 'SENDER#'
export const customerSenderKey = (id: string, channel: string, account: string): Key => ({
  ...customerKey(id),
  sk: `${senderPrefix}${channel}#${account}`,
})
export const agentKey = (agentId: string): Key => ({ pk: agentPk(agentId), sk: 'STATE' })
export const claimKey = (agentId: string, claimId: string): Key => ({ pk: agentPk(agentId), sk: `CLAIM#${claimId}` })
export const weeklyReportKey = (week: string): Key => ({ pk: 'REPORT', sk: `WEEK#${week}` })
export const whatIfJobsPk = 'WHATIF'
export const whatIfJobKey = (id: string): Key => ({ pk: whatIfJobsPk, sk: `JOB#${id}` })
export const whatIfPagesPk = (id: string): string => `WHATIF#${id}`
export const whatIfPageKey = (id: string, page: number): Key => ({
  pk: whatIfPagesPk(id),
  sk: String(page).padStart(6, '0'),
})

/** A hash of what somebody is known by: who was erased has to be known again for a while, and named nowhere. */
export const erasedKey = (hash: string): Key => ({ pk: `ERASED#${hash}`, sk: 'ERASED' })
export const erasurePk = 'ERASURE'
export const owedErasurePrefix = 'OWED#'
export const owedErasureKey = (due: number, id: string): Key => ({
  pk: erasurePk,
  sk: `${owedErasurePrefix}${timeKey(due)}#${id}`,
})
export const erasureReceiptKey = (id: string): Key => ({ pk: erasurePk, sk: `RECEIPT#${id}` })

export const estimatesKey: Key = { pk: 'ESTIMATE', sk: 'NOW' }
export const modelBudgetKey = (day: string): Key => ({ pk: 'BUDGET', sk: `DAY#${day}` })

/** Of four partitions, as many as may be written to 1,000 times a second each: one would be slower than two lines are. */
export const eventPks: readonly string[] = [0, 1, 2, 3].map((part) => `EVENT#${part}`)
export const eventKey = ({ at, id }: { readonly at: number; readonly id: string }): Key => {
  const sum = [...id].reduce((all, letter) => all + (letter.codePointAt(0) ?? 0), 0)
  return { pk: eventPks[sum % eventPks.length] ?? '', sk: `${timeKey(at)}#${id}` }
}

export const listsIndex = 'lists'
export const byCustomerIndex = 'byCustomer'
export const timerList = 'TIMER'
export const undeliveredList = 'UNDELIVERED'
export const undeliveredPlace = (at: number) => ({ listKey: undeliveredList, listSort: timeKey(at) })
/** The log is listed by UTC day. */
export const logList = (ms: number): string => `LOG#${new Date(ms).toISOString().slice(0, 10)}`
/** Conversations that the assistant alone dealt with, by the UTC day on which the sweep was about to close them. */
export const answeredListPk = (ms: number): string => `CONVERSATIONS#${new Date(ms).toISOString().slice(0, 10)}`
export const answeredListKey = (at: number, id: string): Key => ({ pk: answeredListPk(at), sk: `${timeKey(at)}#${id}` })
