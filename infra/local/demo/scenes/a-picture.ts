import { setTimeout } from 'node:timers/promises'
import type { SentFile } from '../../providers/provider.ts'
import type { AgentAtWork } from '../agent.ts'
import { expect } from '../expect.ts'
import type { Scene } from '../stage.ts'

const picture: SentFile = {
  name: 'broken lamp.png',
  contentType: 'image/png',
  bytes: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
}

const patienceMs = 20_000
const lookMs = 100

interface WithAttachments {
  readonly messages: readonly {
    readonly attachments?: readonly { readonly link?: string; readonly notKept?: string }[]
  }[]
}

/** The path of the first link that a conversation has. */
const linkIn = async (agent: AgentAtWork, conversationId: string): Promise<string> => {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    const { body } = await agent.call<WithAttachments>('GET', `/conversations/${conversationId}`)
    const [attachment] = body.messages.flatMap(({ attachments = [] }) => attachments)
    if (attachment?.link) return attachment.link
    expect(!attachment?.notKept, `the picture is kept (${attachment?.notKept ?? ''})`)
    await setTimeout(lookMs)
  }
  throw new Error(`no picture was kept within ${patienceMs / 1_000} s`)
}

const opens = async (agent: AgentAtWork, path: string): Promise<string> => {
  const { status, body } = await agent.call<{ url: string; expiresAt: string; contentType: string }>('GET', path)
  expect(status === 200, `${agent.name} is given a link (answered ${status})`)
  const file = await fetch(body.url)
  expect(file.ok, `the link opens (answered ${file.status})`)
  expect(Buffer.from(await file.arrayBuffer()).equals(picture.bytes), 'the picture is what the customer sent')
  const [type, disposition] = ['content-type', 'content-disposition'].map((name) => file.headers.get(name) ?? '')
  expect(type === 'image/png' && disposition?.startsWith('attachment; '), 'it is served as a picture to save')
  return `${picture.bytes.length} bytes of ${body.contentType}, by a link that ends at ${body.expiresAt.slice(11, 19)}`
}

export const aPicture: Scene = {
  title: 'A picture of what is broken',
  what: 'What a customer sends along is kept, and the agent opens it by a link that ends by itself.',
  trigger: 'asked-for-human',
  play: async (stage) => {
    const nia = stage.customer({ id: 'u-nia', name: 'Nia' })
    const ada = stage.agent('care-1', 'Ada')

    await nia.says('My lamp arrived broken, can I talk to a person?')
    await nia.hears('system')
    if (stage.line.sends) await nia.shows(picture, 'This is how it came')
    const { handoff } = await ada.claims('care')
    if (stage.line.sends)
      stage.tell.did(ada.name, `opens it: ${await opens(ada, await linkIn(ada, handoff.conversationId))}`)
    else
      stage.tell.fact(
        'A company that connects its own system keeps its own files: the picture is for the other channels.',
      )

    await ada.resolves(handoff.id, 'solved')
  },
}
