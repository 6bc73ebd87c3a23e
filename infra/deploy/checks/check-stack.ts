import type { StackFound } from '../cloud/ports.ts'
import { stackTrouble } from './stack-trouble.ts'
import { bad, good, open, type Verdict } from './verdict.ts'

const check = 'stack'

export const checkStack = (name: string, found: StackFound | undefined): Verdict => {
  if (!found) return open(check, `${name} is not there yet: npm run deploy makes it`)
  const trouble = stackTrouble(found)
  if (trouble) return bad(check, trouble.found, trouble.todo)
  if (/^ROLLBACK_/.test(found.status)) return startsOver(found)
  if (found.status === 'REVIEW_IN_PROGRESS')
    return open(check, `${name} was begun and never made: npm run deploy makes it`)
  const turnedBack = found.status.startsWith('UPDATE_ROLLBACK') ? '; its last change failed and was taken back' : ''
  return good(check, `${name} is in ${found.status}${turnedBack}`)
}

/** Retained resources survive a failed creation as well: empty, and found by nobody once the stack is started over. */
const startsOver = ({ name, status }: StackFound): Verdict =>
  open(
    check,
    `${name} is in ${status}: its first creation failed; npm run deploy removes the rest of it and starts over`,
    `see why in its events; "npm run destroy -- --delete-data" first is rid of the empty table, buckets, queues, user pool and secrets it left`,
  )
