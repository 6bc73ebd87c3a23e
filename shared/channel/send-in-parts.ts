import type { ChannelSender, Delivered, Progress } from './channel.ts'
import type { OutboundMessage } from './outbound-message.ts'

export interface Part {
  readonly text: string
  /** From 0. */
  readonly index: number
  readonly last: boolean
  /** This very part may have been taken by an earlier try. */
  readonly uncertain: boolean
  readonly asTemplate: boolean
}

export interface PartSender {
  readonly split: (text: string, asTemplate: boolean) => readonly string[]
  readonly sendPart: (message: OutboundMessage, part: Part, now: number) => Promise<Delivered>
}

/** Sends a text that is longer than a channel takes part by part, and never a part again that is surely gone. */
export const sendInParts = ({ split, sendPart }: PartSender): ChannelSender => ({
  send: async (message, now, { partsSent, uncertain, asTemplate = false, reached }: Progress) => {
    const texts = split(message.message.text, asTemplate)
    for (const [index, text] of texts.entries()) {
      if (index < partsSent) continue
      const last = index === texts.length - 1
      const part = { text, index, last, uncertain: uncertain && index === partsSent, asTemplate }
      const delivered = await sendPart(message, part, now)
      if (delivered.kind !== 'sent') return delivered
      if (!last) await reached(index + 1)
    }
    return { kind: 'sent' }
  },
})
