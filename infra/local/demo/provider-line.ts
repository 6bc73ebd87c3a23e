import { threadIdOf } from '#shared/channel/address.ts'
import { customerIdOf } from '#shared/customer/customer-id.ts'
import { conversationIdOf } from '#shared/thread/thread-state.ts'
import type { FakeProvider } from '../providers/fake-provider.ts'
import type { AgentAtWork, MessageView } from './agent.ts'
import type { Author, CustomerIdentity, CustomerLine, HeardThere } from './customer-line.ts'

const isAuthor = (kind: string | undefined): kind is Author =>
  kind === 'assistant' || kind === 'agent' || kind === 'system'

/** Customers of a channel whose provider this machine plays; who wrote to them is looked up by somebody who may. */
export const providerLine = (provider: FakeProvider, reader: AgentAtWork): CustomerLine => {
  const authorInRecord = async (customer: CustomerIdentity, text: string): Promise<Author | undefined> => {
    const { account, key } = provider.placeOf(customer)
    const threadId = threadIdOf({ channel: provider.channel, account, key })
    // A thread's conversations are counted; each scene's customer has one or a few.
    for (let n = 1; ; n += 1) {
      const path = `/conversations/${conversationIdOf(threadId, n)}`
      const { status, body } = await reader.call<{ messages: MessageView[] }>('GET', path)
      if (status !== 200) return undefined
      const said = body.messages.findLast(({ author, text: whole }) => isAuthor(author.kind) && whole.includes(text))
      if (said && isAuthor(said.author.kind)) return said.author.kind
    }
  }
  return {
    signsTime: provider.signsTime,
    showsAuthors: provider.channel === 'standard',
    threadOf: (customer) => provider.placeOf(customer).key,
    customerIdOf: (customer) => {
      const { account, senderId } = provider.placeOf(customer)
      return customerIdOf({ channel: provider.channel, account }, senderId)
    },
    signs: (customer, text, { secret, at } = {}) => {
      const secrets = secret === undefined ? provider.secrets : forged(provider.secrets, secret)
      const [delivery] = provider.deliveriesOf(
        customer,
        { kind: 'text', text },
        { secrets, ...(at && { at: at.getTime() }) },
      )
      if (!delivery) throw new Error(`${provider.channel} delivers nothing for a text`)
      return delivery
    },
    ...(provider.channel !== 'standard' && {
      sends: async (customer, file, caption) => {
        const statuses: number[] = []
        for (const delivery of provider.deliveriesOf(customer, { kind: 'picture', file, caption }))
          statuses.push((await provider.post(delivery))?.status ?? 0)
        return statuses
      },
    }),
    delivers: async (delivery) => (await provider.post(delivery))?.status ?? 0,
    heard: (thread) => provider.heard(thread),
    authorOf: async (customer: CustomerIdentity, { author, text }: HeardThere) =>
      author ?? authorInRecord(customer, text),
  }
}

const forged = (secrets: Readonly<Record<string, string>>, secret: string): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.keys(secrets).map((field) => [field, secret]))
