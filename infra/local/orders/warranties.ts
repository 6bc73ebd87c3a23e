import { asObject, type Json } from '../json.ts'

/** A second tool of the sample company, which is a function: a caller has proved by IAM who asks, and nothing is signed. */
export const warrantyTool = 'look_up_warranty'

interface Warranty {
  readonly serial: string
  /** An account, or the id of a customer without one. */
  readonly owner: string
  readonly item: string
  readonly until: string
}

const warranties: readonly Warranty[] = [
  { serial: 'LO-88120', owner: 'u-say', item: 'Alba floor lamp', until: '2028-11-25' },
  { serial: 'LO-90417', owner: 'mira', item: 'Oslo desk lamp', until: '2029-03-01' },
]

/** Somebody else's product is one that is not there. */
export const lookUpWarranty = (event: Json): object => {
  const { input, customer } = asObject(asObject(event).data)
  const [{ serial }, { id, account }] = [asObject(input), asObject(customer)]
  const found = warranties.find((one) => one.serial === serial && one.owner === String(account ?? id))
  if (!found) return { found: false, summary: `There is no product ${String(serial)} of yours.` }
  const { item, until } = found
  return { found: true, item, until, summary: `Your ${item}, ${found.serial}, has a warranty until ${until}.` }
}
