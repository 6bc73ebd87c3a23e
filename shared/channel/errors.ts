/** Some outgoing messages were not taken by the queue; their records are still pending. */
export class OutboundQueueError extends Error {
  override readonly name = 'OutboundQueueError'
  readonly messageIds: readonly string[]

  constructor(messageIds: readonly string[]) {
    super(`outbound queue refused ${messageIds.length} messages: ${messageIds.join(', ')}`)
    this.messageIds = messageIds
  }
}
