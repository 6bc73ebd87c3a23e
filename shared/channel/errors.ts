/** Some outgoing messages were not taken by the queue; their records are still pending. */
export class OutboundQueueError extends Error {
  override readonly name = 'OutboundQueueError'
  readonly messageIds: readonly string[]

  constructor(messageIds: readonly string[]) {
    super(`outbound queue refused ${messageIds.length} messages: ${messageIds.join(', ')}`)
    this.messageIds = messageIds
  }
}

/** Some of a delivery's messages were not taken by the queue: the channel has to bring all of it again. */
export class InboundQueueError extends Error {
  override readonly name = 'InboundQueueError'

  constructor(messages: number) {
    super(`inbound queue refused ${messages} messages`)
  }
}

/** The store answered that a channel's secret is not there, or not for us: asking again betters nothing. */
export class SecretGoneError extends Error {
  override readonly name = 'SecretGoneError'

  constructor(cause: Error) {
    super(`a channel's secret cannot be read: ${cause.name}`, { cause })
  }
}
