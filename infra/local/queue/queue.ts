import { randomUUID } from 'node:crypto'
import { DeduplicationWindow } from './deduplication.ts'
import { QueueError } from './errors.ts'
import { isInFlight, type MessageAttributes, type ReceivedMessage, type StoredMessage } from './message.ts'
import type { MessageStore } from './message-store.ts'
import { type Depth, QueueContents } from './queue-contents.ts'
import type { QueueSettings } from './queue-settings.ts'
import { WaitingReceivers } from './waiting-receivers.ts'

export interface NewMessage {
  readonly body: string
  readonly attributes?: MessageAttributes
  readonly groupId?: string
  readonly deduplicationId?: string
  readonly delaySeconds?: number
}

export interface ReceiveRequest {
  readonly count: number
  readonly visibilitySeconds?: number
  readonly waitSeconds?: number
  readonly signal?: AbortSignal
}

type FindQueue = (arn: string) => LocalQueue | undefined

/** One SQS queue: order per group, deduplication, visibility, long polls and redrive, as AWS documents them. */
export class LocalQueue {
  readonly settings: QueueSettings
  readonly #contents: QueueContents
  readonly #seen: DeduplicationWindow
  readonly #receivers: WaitingReceivers
  readonly #store: MessageStore
  readonly #findQueue: FindQueue
  #sequence = 0

  constructor(settings: QueueSettings, store: MessageStore, findQueue: FindQueue) {
    this.settings = settings
    this.#store = store
    this.#findQueue = findQueue
    this.#contents = new QueueContents(settings.fifo)
    this.#seen = new DeduplicationWindow(settings, store)
    this.#receivers = new WaitingReceivers(() => this.#contents.nextVisibleAtMs(Date.now()))
    for (const message of store.messages(settings.name)) {
      this.#contents.add(message)
      this.#sequence = message.sequence
    }
  }

  /** Accepts a message; one sent again within five minutes is answered as the first and not kept twice. */
  send(message: NewMessage): { id: string; sequence: number } {
    const nowMs = Date.now()
    const groupId = message.groupId ?? ''
    const deduplicationId = this.settings.fifo ? this.#seen.idOf(message.deduplicationId, message.body) : undefined
    const seen = deduplicationId === undefined ? undefined : this.#seen.find(deduplicationId, groupId, nowMs)
    if (seen) return { id: seen.messageId, sequence: seen.sequence }
    this.#sequence += 1
    const stored: StoredMessage = {
      id: randomUUID(),
      body: message.body,
      attributes: message.attributes ?? {},
      ...(message.groupId === undefined ? {} : { groupId: message.groupId }),
      ...(deduplicationId === undefined ? {} : { deduplicationId }),
      sequence: this.#sequence,
      sentAtMs: nowMs,
      visibleAtMs: nowMs + (message.delaySeconds ?? this.settings.delaySeconds) * 1_000,
      receiveCount: 0,
    }
    if (deduplicationId !== undefined) this.#seen.record(deduplicationId, groupId, stored.id, stored.sequence, nowMs)
    this.#keep(stored)
    return { id: stored.id, sequence: stored.sequence }
  }

  /** What can be handed out at this moment, with nobody waiting for more. */
  takeNow(count: number): ReceivedMessage[] {
    return this.#take(count, this.settings.visibilitySeconds)
  }

  /** When the next hidden message becomes visible. */
  nextVisibleAtMs(): number | undefined {
    return this.#contents.nextVisibleAtMs(Date.now())
  }

  async receive(request: ReceiveRequest): Promise<ReceivedMessage[]> {
    const take = () => this.#take(request.count, request.visibilitySeconds ?? this.settings.visibilitySeconds)
    const found = take()
    const waitMs = (request.waitSeconds ?? this.settings.receiveWaitSeconds) * 1_000
    if (found.length > 0 || waitMs <= 0 || request.signal?.aborted) return found
    return this.#receivers.wait(take, waitMs, request.signal)
  }

  /** Deletes by the newest receipt; an older one, or a message already gone, is no error, as in AWS. */
  delete(receiptHandle: string): void {
    const message = this.#byReceipt(receiptHandle)
    if (!message) return
    if (this.settings.fifo && !isInFlight(message, Date.now())) {
      throw new QueueError('InvalidParameterValue', 'The receipt handle has expired.')
    }
    this.#drop(message)
    this.#receivers.wake()
  }

  changeVisibility(receiptHandle: string, seconds: number): void {
    const message = this.#byReceipt(receiptHandle)
    const nowMs = Date.now()
    if (!message || !isInFlight(message, nowMs)) {
      throw new QueueError('MessageNotInflight', 'The message referred to is not in flight.')
    }
    message.visibleAtMs = nowMs + seconds * 1_000
    this.#store.save(this.settings.name, message)
    this.#receivers.wake()
  }

  depth(): Depth {
    return this.#contents.depth(Date.now())
  }

  purge(): void {
    for (const message of this.#contents.clear()) this.#store.remove(this.settings.name, message.id)
  }

  close(): void {
    this.#receivers.close()
  }

  #take(count: number, visibilitySeconds: number): ReceivedMessage[] {
    const nowMs = Date.now()
    const taken: ReceivedMessage[] = []
    for (let moved = true; moved && taken.length < count; ) {
      moved = false
      for (const message of this.#contents.available(count - taken.length, nowMs)) {
        if (this.#leaves(message, nowMs)) moved = true
        else taken.push(this.#handOut(message, nowMs, visibilitySeconds))
      }
    }
    return taken
  }

  /** Removes what is too old, and what was received often enough to go to the dead-letter queue. */
  #leaves(message: StoredMessage, nowMs: number): boolean {
    const tooOld = nowMs - message.sentAtMs > this.settings.retentionSeconds * 1_000
    const { redrive } = this.settings
    const deadLetters = redrive && message.receiveCount >= redrive.maxReceiveCount
    const target = deadLetters ? this.#findQueue(redrive.deadLetterArn) : undefined
    if (!tooOld && !target) return false
    this.#drop(message)
    if (!tooOld) target?.adopt(message)
    return true
  }

  /** Takes over another queue's dead letter, with its id, its group and its age. */
  adopt(message: StoredMessage): void {
    this.#sequence += 1
    const { receipt: _ended, firstReceivedAtMs: _first, ...rest } = message
    this.#keep({ ...rest, sequence: this.#sequence, visibleAtMs: Date.now(), receiveCount: 0 })
  }

  #handOut(message: StoredMessage, nowMs: number, visibilitySeconds: number): ReceivedMessage {
    message.receipt = randomUUID()
    message.receiveCount += 1
    message.firstReceivedAtMs ??= nowMs
    message.visibleAtMs = nowMs + visibilitySeconds * 1_000
    this.#store.save(this.settings.name, message)
    return { message: { ...message }, receiptHandle: `${message.id}.${message.receipt}` }
  }

  #byReceipt(receiptHandle: string): StoredMessage | undefined {
    const [id, receipt] = receiptHandle.split('.')
    if (!id || !receipt) throw new QueueError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.')
    const message = this.#contents.get(id)
    return message?.receipt === receipt ? message : undefined
  }

  #keep(message: StoredMessage): void {
    this.#contents.add(message)
    this.#store.save(this.settings.name, message)
    this.#receivers.wake()
  }

  #drop(message: StoredMessage): void {
    this.#contents.remove(message)
    this.#store.remove(this.settings.name, message.id)
  }
}
