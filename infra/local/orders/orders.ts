import { Webhook } from 'standardwebhooks'
import { asObject, type Json } from '../json.ts'

/** The tool of the sample company that this machine answers for. */
export const ordersTool = 'look_up_order'

interface Order {
  readonly order: string
  /** An account, or the id of a customer without one. */
  readonly owner: string
  readonly item: string
  readonly status: 'packed' | 'shipped' | 'delivered'
  readonly carrier: string
  readonly arrives: string
}

const orders: readonly Order[] = [
  { order: '1042', owner: 'u-say', item: 'Alba floor lamp', status: 'shipped', carrier: 'DHL', arrives: '2026-11-25' },
  { order: '1077', owner: 'mira', item: 'Oslo desk lamp', status: 'packed', carrier: 'UPS', arrives: '2026-11-27' },
  { order: '1080', owner: 'noor', item: 'Rho oak shelf', status: 'shipped', carrier: 'GLS', arrives: '2026-11-26' },
]

/** Somebody else's order is one that is not there. */
const lookUp = (order: string, customer: string): object => {
  const found = orders.find((one) => one.order === order && one.owner === customer)
  if (!found) return { found: false, summary: `There is no order ${order} of yours.` }
  const { owner, ...told } = found
  const { item, status, carrier, arrives } = found
  return {
    found: true,
    ...told,
    summary: `Order ${order}, ${item}, is ${status} with ${carrier} and arrives on ${arrives}.`,
  }
}

/** What a tool is told says for whom; whoever else the input speaks of. */
export const lookUpOrder = (event: Json): object => {
  const { input, customer } = asObject(asObject(event).data)
  const { id, account } = asObject(customer)
  return lookUp(String(asObject(input).order), String(account ?? id))
}

/** What a company's own endpoint does: checks the signature, and believes the customer that it holds. @throws when it is wrong */
export const answerOrder = (body: string, headers: Record<string, string>, secret: string): object => {
  new Webhook(secret).verify(body, headers)
  return lookUpOrder(JSON.parse(body) as Json)
}
