/** Every try met another writer on the thread; nothing was written, and the queue brings the messages back. */
export class TurnBusyError extends Error {
  override readonly name = 'TurnBusyError'

  constructor(threadId: string, rounds: number) {
    super(`thread ${threadId} is being changed by others: ${rounds} tries were refused`)
  }
}
