import { type Api, answered, found } from '../api/client.ts'
import { isTrouble } from '../api/trouble.ts'
import { listening } from './connection.ts'
import type { Conversations } from './conversations.ts'

/** What an agent does to a conversation, each once: the window that asks keeps its key over its tries. */
export type Deed =
  | { readonly verb: 'accept' }
  | { readonly verb: 'release' }
  | { readonly verb: 'decline' }
  | { readonly verb: 'return' }
  | { readonly verb: 'transfer'; readonly team: string; readonly reason: string }
  | { readonly verb: 'resolve'; readonly outcome: string; readonly note?: string }

export const openActing = (api: Api, conversations: Conversations) => {
  const ask = async (id: string, deed: Deed, key: string): Promise<void> => {
    const params = { path: { id }, header: { 'idempotency-key': key } }
    if (deed.verb === 'accept') conversations.update(await found(api.POST('/handoffs/{id}/accept', { params })))
    if (deed.verb === 'release') await answered(api.POST('/handoffs/{id}/release', { params }))
    if (deed.verb === 'decline') await answered(api.POST('/handoffs/{id}/decline', { params }))
    if (deed.verb === 'return') await answered(api.POST('/handoffs/{id}/return', { params }))
    if (deed.verb === 'transfer') {
      const { team, reason } = deed
      await answered(api.POST('/handoffs/{id}/transfer', { params, body: { team, reason } }))
    }
    if (deed.verb === 'resolve') {
      const { outcome, note } = deed
      await answered(api.POST('/handoffs/{id}/resolve', { params, body: { outcome, ...(note && { note }) } }))
    }
  }

  /** @throws TroubleError once the desk knows what has become of the conversation */
  return async (id: string, deed: Deed, key: string): Promise<void> => {
    try {
      await listening(ask(id, deed, key))
      if (deed.verb !== 'accept') conversations.drop(id)
    } catch (error) {
      if (isTrouble(error, 'refused')) await conversations.read(id).catch(() => undefined)
      throw error
    }
  }
}
