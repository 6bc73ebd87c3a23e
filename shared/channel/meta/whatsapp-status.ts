import * as z from 'zod/mini'
import { type Receipt, readReference, referenceOf } from '../receipt.ts'
import type { JsonObject, Piece } from './meta-front.ts'
import { figure, list, part, words } from './meta-message.ts'
import { whatsappCause, windowClosed } from './whatsapp-cause.ts'

const statusSchema = z.object({
  status: words,
  biz_opaque_callback_data: words,
  errors: list(part({ code: figure })),
})

const stages: Readonly<Record<string, Receipt['to'] | undefined>> = {
  delivered: 'delivered',
  read: 'read',
  // A voice message that was listened to.
  played: 'read',
  failed: 'failed',
}

/** How a part of a message went out. */
export interface Sent {
  /** That an earlier part of a long text arrived does not say that all of it did. */
  readonly last: boolean
  readonly asTemplate: boolean
}

const [template, early] = ['+', '~']

export const statusNameOf = (message: Parameters<typeof referenceOf>[0], { last, asTemplate }: Sent): string =>
  `${referenceOf(message)}${asTemplate ? template : ''}${last ? '' : early}`

const readName = (name: string): (Pick<Receipt, 'threadId' | 'at' | 'id'> & Sent) | undefined => {
  const [, reference = '', asTemplate, isEarly] = /^([^+~]*)(\+?)(~?)$/.exec(name) ?? []
  const about = readReference(reference)
  return about && { ...about, asTemplate: asTemplate === template, last: isEarly !== early }
}

/** A status is about the message whose name it gives back; one that was sent from elsewhere has none. */
export const readWhatsappStatus = (json: JsonObject, hasTemplate: boolean): readonly Piece[] => {
  const { status = '', biz_opaque_callback_data: name = '', errors } = statusSchema.parse(json)
  const to = Object.hasOwn(stages, status) ? stages[status] : undefined
  const named = readName(name)
  if (!to || !named || (!named.last && to !== 'failed')) return []
  const { last: _, asTemplate, ...about } = named
  const sent = { ...about, ...(asTemplate && { asTemplate }), to }
  if (to !== 'failed') return [{ receipt: sent }]
  const code = errors?.[0]?.code
  const templateMayGo = hasTemplate && !asTemplate && code === windowClosed
  return [{ receipt: { ...sent, cause: whatsappCause(code), ...(templateMayGo && { templateMayGo }) } }]
}
