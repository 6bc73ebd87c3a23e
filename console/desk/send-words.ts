import { signal } from '@preact/signals'
import { type Api, found } from '../api/client.ts'
import type { Message } from '../api/shapes.ts'
import { TroubleError } from '../api/trouble.ts'
import { listening } from './connection.ts'
import type { Conversations } from './conversations.ts'
import type { Audience, Drafts } from './drafts.ts'
import { withMessage } from './held.ts'

export type Sending =
  | { readonly state: 'sending' }
  /** Tried again by itself, under the same key. */
  | { readonly state: 'waiting' }
  | { readonly state: 'failed'; readonly error: unknown }

const againMs = 2_500
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const nameOf = (id: string, audience: Audience): string => `${id}#${audience}`

const passes = (error: unknown): boolean =>
  error instanceof TroubleError &&
  (error.trouble.kind === 'offline' ||
    error.trouble.kind === 'busy' ||
    (error.trouble.kind === 'refused' && error.trouble.status >= 500))

/** Sends an agent's words once, however often that takes: the draft and its key stay until the server has them. */
export const openSending = (api: Api, conversations: Conversations, drafts: Drafts) => {
  const sending = signal<ReadonlyMap<string, Sending>>(new Map())

  const set = (name: string, state: Sending | undefined): void => {
    const next = new Map(sending.peek())
    if (state) next.set(name, state)
    else next.delete(name)
    sending.value = next
  }

  const post = (id: string, audience: Audience, text: string, key: string): Promise<Message> => {
    const params = { path: { id }, header: { 'idempotency-key': key } }
    return audience === 'reply'
      ? found(api.POST('/handoffs/{id}/messages', { params, body: { text } }))
      : found(api.POST('/handoffs/{id}/notes', { params, body: { text } }))
  }

  const untilAnswered = async (id: string, audience: Audience, text: string, key: string): Promise<Message> => {
    for (;;) {
      try {
        return await listening(post(id, audience, text, key))
      } catch (error) {
        if (!passes(error)) throw error
        set(nameOf(id, audience), { state: 'waiting' })
        await sleep(againMs)
      }
    }
  }

  return {
    sending,
    of: (id: string, audience: Audience): Sending | undefined => sending.value.get(nameOf(id, audience)),
    /** @returns whether the words have arrived */
    send: async (id: string, audience: Audience, text: string): Promise<boolean> => {
      const name = nameOf(id, audience)
      const under = sending.peek().get(name)?.state
      if (under === 'sending' || under === 'waiting') return false
      const draft = drafts.read(id, audience)
      const key = draft.key !== undefined && draft.text === text ? draft.key : crypto.randomUUID()
      drafts.write(id, audience, { text, key })
      set(name, { state: 'sending' })
      try {
        const message = await untilAnswered(id, audience, text, key)
        drafts.write(id, audience, { text: '' })
        conversations.change(id, (one) => withMessage(one, message))
        set(name, undefined)
        return true
      } catch (error) {
        // The words stay; the key goes, since the server has answered and taken nothing under it.
        drafts.write(id, audience, { text })
        set(name, { state: 'failed', error })
        await conversations.read(id).catch(() => undefined)
        return false
      }
    },
    forget: (id: string, audience: Audience): void => set(nameOf(id, audience), undefined),
  }
}

export type SendingWords = ReturnType<typeof openSending>
