import { Webhook } from 'standardwebhooks'
import { listen } from '../http/listen.ts'

/** One message as it reached the company's callback URL. */
export interface Heard {
  readonly id: string
  readonly thread: string
  readonly author: 'assistant' | 'agent' | 'system'
  readonly name?: string
  readonly text: string
}

interface Delivery {
  readonly data: {
    readonly conversation: { readonly id: string }
    readonly author: { readonly kind: Heard['author']; readonly name?: string }
    readonly message: { readonly id: string; readonly text: string }
  }
}

export interface Callback {
  readonly url: string
  /** Deliveries are verified from here on; before that every one is refused. */
  trust(secret: string): void
  heard(): readonly Heard[]
  close(): Promise<void>
}

/** The company's end of the channel: verifies each delivery, and knows a repeated one by its id. */
export const startCallback = async (port = 0): Promise<Callback> => {
  const heard: Heard[] = []
  let webhook: Webhook | undefined

  const server = await listen(port, async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk as Buffer)
    const body = Buffer.concat(chunks).toString('utf8')
    try {
      if (!webhook) throw new Error('not ready')
      webhook.verify(body, request.headers as Record<string, string>)
      const { conversation, author, message } = (JSON.parse(body) as Delivery).data
      const isNew = !heard.some(({ id }) => id === message.id)
      const name = author.name === undefined ? {} : { name: author.name }
      if (isNew)
        heard.push({ id: message.id, thread: conversation.id, author: author.kind, ...name, text: message.text })
      response.writeHead(204).end()
    } catch {
      response.writeHead(401).end()
    }
  })

  return {
    url: server.url,
    trust: (secret) => {
      webhook = new Webhook(secret)
    },
    heard: () => heard,
    close: () => server.close(),
  }
}
