import type { Address } from '../channel/address.ts'
import type { Receipt } from '../channel/receipt.ts'
import type { Message } from './message.ts'

/** Where a message on its way out is marked; and found again when it was never sent. */
export interface DeliveryStore {
  read(threadId: string, at: number, id: string): Promise<Message | undefined>
  /** Moves a message out of `pending`, once; returns false when it was not pending any more. */
  settle(message: { threadId: string; at: number; id: string }, to: 'sent' | 'failed', cause?: string): Promise<boolean>
  /**
   * Moves a message on as its channel tells, never back; returns false when it was as far already, is gone, or went out
   * another time as a template and this is about the text.
   */
  report(receipt: Receipt): Promise<boolean>
  /**
   * Makes a message whose text came too late pending once more, as a template, and never a second time. Returns it, and
   * where it goes, while that template is still to be sent.
   */
  reopen(receipt: Receipt): Promise<{ readonly address: Address; readonly message: Message } | undefined>
  /** Remembers how many parts of a pending message are gone. */
  reach(message: { threadId: string; at: number; id: string }, partsSent: number): Promise<void>
  /** From here on the sweep looks after the message, while it is pending; one that it looks after already stays in its place. */
  watch(message: { threadId: string; at: number; id: string }): Promise<void>
}
