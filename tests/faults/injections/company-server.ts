import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { Webhook } from 'standardwebhooks'
import type { Network } from '#shared/channel/media/fetch-pinned.ts'

/** One call as the company's own server got it. */
export interface Received {
  readonly host: string
  readonly id: string
  readonly signed: boolean
  readonly at: number
  readonly tool: string
  readonly conversationId: string
  readonly customer?: {
    readonly id: string
    readonly account?: string
    readonly verified: Readonly<Record<string, string>>
  }
  readonly input: Readonly<Record<string, unknown>>
}

export interface CompanyServer {
  readonly received: readonly Received[]
  /** Every name that was asked for. */
  readonly resolved: readonly string[]
  readonly network: Network
}

export const toolSecret = `whsec_${Buffer.from('the tools of the company: 32 b.').toString('base64')}`
export const toolSecretsOf = () => ({ read: async () => ({ signing: [toolSecret] }) })

const isSigned = (body: string, headers: Readonly<Record<string, string>>): boolean => {
  try {
    const sentAt = new Date(Number(headers['webhook-timestamp']) * 1_000)
    return headers['webhook-signature'] === new Webhook(toolSecret).sign(headers['webhook-id'] ?? '', sentAt, body)
  } catch {
    return false
  }
}

/** What it knows: one thing of Bob, and of everybody else nothing but what they asked. */
const knownOf = ({ customer, input, tool }: Received, told: string): unknown => {
  if (tool === 'find_shop') return { shop: 'Oak Street 1', note: told }
  if (customer?.id === 'customer-bob') return { order: '2001', street: 'CANARY-RECORD Lane 1' }
  if (tool === 'change_delivery') return { status: told || 'changed', clerk: 'CANARY-CLERK' }
  return { order: input.order, status: 'shipped', note: told, [told.slice(0, 60) || 'more']: 'yes' }
}

const answer = (status: number, body: unknown): IncomingMessage =>
  Object.assign(Readable.from([Buffer.from(JSON.stringify(body))]), {
    statusCode: status,
  }) as unknown as IncomingMessage

/** Orders that it has trouble with. */
const isTrouble = ({ input }: Received): boolean => String(input.order).startsWith('fail')

/** The company's tools in memory: it answers for the customer that it was told, whatever the input says. */
export const companyServer = (told = ''): CompanyServer => {
  const received: Received[] = []
  const resolved: string[] = []
  return {
    received,
    resolved,
    network: {
      resolve: async (host) => {
        resolved.push(host)
        return ['93.184.215.14']
      },
      open: async ({ host }, _addresses, { body = '', headers }) => {
        const { conversation, ...rest } = JSON.parse(body).data
        const signed = isSigned(body, headers)
        const at = Date.now()
        const call: Received = { ...rest, host, id: headers['webhook-id'], signed, at, conversationId: conversation.id }
        received.push(call)
        return isTrouble(call) ? answer(503, {}) : answer(200, knownOf(call, told))
      },
    },
  }
}
