const heldElsewhere =
  'whoever waits or is closed has no agent, and an earlier handoff of the thread is over before a later one begins'
const onlyTypes = 'tells the compiler what the line before has settled'

/** Mutants that nobody could notice, by name, each with the reason. */
export const equivalents: Readonly<Record<string, string>> = {
  "shared/handoff/held-handoff.ts: leave out `state.status !== 'claimed'`": heldElsewhere,
  'shared/handoff/held-handoff.ts: leave out `state.handoffId !== handoff.id`': heldElsewhere,
  "shared/handoff/held-handoff.ts: leave out `state.status !== 'claimed' || state.handoffId !== handoff.id`":
    heldElsewhere,
  'shared/handoff/send-missing-tickets.ts: < in `missing <= 0`': 'none missing sends none, in a batch without entries',
  'shared/handoff/dynamo-transactions.ts: leave out `!part`': onlyTypes,
  'shared/handoff/return-to-assistant.ts: leave out `!notice`': onlyTypes,
  'shared/handoff/transfer.ts: leave out `!written`': onlyTypes,
  'shared/channel/sqs-send-batches.ts: leave out `only`': onlyTypes,
  'shared/turn/met-senders.ts: leave out `oldest !== undefined`': onlyTypes,
}
