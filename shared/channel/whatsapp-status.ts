import * as z from 'zod/mini'
import type { JsonObject, Piece } from './meta-front.ts'
import { figure, list, part, words } from './meta-message.ts'
import { type Receipt, readReference, referenceOf } from './receipt.ts'
import { whatsappCause } from './whatsapp-cause.ts'

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

/** Ends the name of an earlier part of a long text: that it arrived does not say that all of it did. */
const early = '~'

export const statusNameOf = (message: Parameters<typeof referenceOf>[0], last: boolean): string =>
  `${referenceOf(message)}${last ? '' : early}`

/** A status is about the message whose name it gives back; one that was sent from elsewhere has none. */
export const readWhatsappStatus = (json: JsonObject): readonly Piece[] => {
  const { status = '', biz_opaque_callback_data: name = '', errors } = statusSchema.parse(json)
  const to = Object.hasOwn(stages, status) ? stages[status] : undefined
  const isEarly = name.endsWith(early)
  const about = readReference(isEarly ? name.slice(0, -early.length) : name)
  if (!to || !about || (isEarly && to !== 'failed')) return []
  const receipt = { ...about, to, ...(to === 'failed' && { cause: whatsappCause(errors?.[0]?.code) }) }
  return [{ receipt }]
}
