import type { Guard } from './guards.ts'

const order = 'tests/faults/invariants-of-order.test.ts'
const transactions = 'tests/contract/transactions.test.ts'
const changeItem = 'shared/handoff/dynamo-change-item.ts'
const patch = 'shared/aws/dynamo-patch.ts'

/** A `put` whose condition is switched off: `put(key, fields)` becomes `put(key, fields, false)`. */
const put = (source: string, test: string, close = ')'): Guard => ({
  invariant: 'condition',
  file: changeItem,
  source: `${source}${close}`,
  without: `${source}, false)`,
  testFile: transactions,
  test,
})

/** The line of a patch's conditions for one role. */
const each = (role: string, attribute: string, sign: string): string =>
  `    ...each('${role}', patch.${attribute}, (n, v) => \`\${n} ${sign} \${v}\`),\n`

/** A condition of a patch that is left out. */
const condition = (source: string, test: string): Guard => ({
  invariant: 'condition',
  file: patch,
  source,
  without: '',
  testFile: transactions,
  test,
})

export const recordGuards: readonly Guard[] = [
  {
    invariant: 'I2',
    file: 'shared/handoff/dynamo-transactions.ts',
    source: 'if (refusals.some(({ existing }) => existing?.attemptId === attemptId)) return { ok: true }',
    without: '',
    testFile: order,
    test: 'guard attempt id',
  },
  {
    invariant: 'I2',
    file: 'shared/handoff/held-handoff.ts',
    source: "if (refusedKinds(committed).includes('write-seen')) return { ...held, repeated: true }",
    without: '',
    testFile: order,
    test: 'guard idempotency key',
  },
  {
    invariant: 'I2',
    file: changeItem,
    source: 'return put(writeSeenKey(change.key), { messageId: change.messageId, ttl: ttl(change.at, repeatDays) })',
    without:
      'return put(writeSeenKey(change.key), { messageId: change.messageId, ttl: ttl(change.at, repeatDays) }, false)',
    testFile: order,
    test: 'guard idempotency key',
  },
  {
    invariant: 'I2',
    file: 'shared/thread/deliver-message.ts',
    source: "if (stored?.delivery !== 'pending') {",
    without: "if (stored?.delivery === 'failed') {",
    testFile: order,
    test: 'guard record read first',
  },
  {
    invariant: 'I2',
    file: 'shared/thread/dynamo-delivery-store.ts',
    source: "expect: { delivery: 'pending' },\n          set: { delivery: to",
    without: 'expect: {},\n          set: { delivery: to',
    testFile: order,
    test: 'guard pending',
  },
  put(
    'return put(stateKey(change.state.threadId), { ...change.state, ...timerLists(change.state), attemptId }',
    'thread-begun: a thread that exists',
  ),
  put('{ ...fields, ...listed, ...kept(message.at, textDays) }', 'message-added: a message that is stored'),
  put('return put(placeKey(change.entry), change.entry', 'line-entered: a place that is taken'),
  put(
    'return put(leaseKey(change.lease.team, change.lease.leaseUntil, change.lease.conversationId), change.lease',
    'lease-started: a lease that exists',
  ),
  put('{ agentId, claimId, handoffId, ttl: ttl(at, claimDays) }', 'claim-recorded: a claim id that was used'),
  put('{ ...change.record, ...kept(closedAt) }', 'conversation-closed: a conversation that is closed'),
  put('{ ...handoff, ...listed, ...kept(openedAt), attemptId }', 'handoff-opened: a handoff that is open'),
  {
    ...condition("ConditionExpression: 'epoch = :epoch'", 'line-left: leaving under an older epoch'),
    file: changeItem,
    without: "ConditionExpression: 'epoch <= :epoch OR epoch > :epoch'",
  },
  {
    ...condition("ConditionExpression: 'epoch = :epoch'", 'lease-ended: the end of a lease of an older epoch'),
    file: changeItem,
    without: "ConditionExpression: 'epoch <= :epoch OR epoch > :epoch'",
  },
  condition("    'attribute_exists(#pk)',\n", 'handoff-changed: a handoff that does not exist'),
  condition(each('is', 'expect', '='), 'thread-changed: a thread in another epoch'),
  condition(each('below', 'expectBelow', '<'), 'thread-changed: a thread whose number is at the upper bound'),
  condition(each('above', 'expectAbove', '>'), 'thread-changed: a thread whose number is at the lower bound'),
]
