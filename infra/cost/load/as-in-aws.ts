import { asObject, type JsonObject } from '../../local/json.ts'

/** Receipts of SQS are longer than the local queue's: about this many characters, 1,024 at most. Unverified. */
const receiptCharacters = 350

/** An item as it would lie in AWS: what our stand-ins write shorter at its length there. */
export const asInAws = (item: JsonObject | undefined): JsonObject | undefined => {
  const ticket = asObject(item?.ticket).S
  if (item === undefined || ticket === undefined) return item
  return { ...item, ticket: { S: String(ticket).padEnd(receiptCharacters, '.') } }
}
