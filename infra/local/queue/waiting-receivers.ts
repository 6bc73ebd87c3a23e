import type { ReceivedMessage } from './message.ts'

export type Take = () => ReceivedMessage[]

interface Receiver {
  readonly take: Take
  readonly end: (messages: ReceivedMessage[]) => void
}

/** Long polls in order of arrival; one is answered as soon as something can be handed to it. */
export class WaitingReceivers {
  readonly #receivers = new Set<Receiver>()
  readonly #nextVisibleAtMs: () => number | undefined
  #alarm: NodeJS.Timeout | undefined

  constructor(nextVisibleAtMs: () => number | undefined) {
    this.#nextVisibleAtMs = nextVisibleAtMs
  }

  wait(take: Take, forMs: number, signal?: AbortSignal): Promise<ReceivedMessage[]> {
    return new Promise((resolve) => {
      const end = (messages: ReceivedMessage[]) => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', giveUp)
        this.#receivers.delete(receiver)
        resolve(messages)
      }
      const giveUp = () => end([])
      const receiver: Receiver = { take, end }
      const timer = setTimeout(giveUp, forMs)
      signal?.addEventListener('abort', giveUp)
      this.#receivers.add(receiver)
      this.#setAlarm()
    })
  }

  /** Something may have become visible: answers whoever can be answered. */
  wake(): void {
    for (const receiver of this.#receivers) {
      const messages = receiver.take()
      if (messages.length === 0) break
      receiver.end(messages)
    }
    this.#setAlarm()
  }

  close(): void {
    clearTimeout(this.#alarm)
    for (const receiver of this.#receivers) receiver.end([])
  }

  // Visibility ends and delays pass by themselves; one timer stands for the next of them.
  #setAlarm(): void {
    clearTimeout(this.#alarm)
    if (this.#receivers.size === 0) return
    const next = this.#nextVisibleAtMs()
    if (next !== undefined) this.#alarm = setTimeout(() => this.wake(), Math.max(1, next - Date.now()))
  }
}
