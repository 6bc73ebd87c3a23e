import { createHash, randomUUID } from 'node:crypto'
import { BadRequestError } from './errors.ts'

const keyForm = /^[\x21-\x7e]{1,128}$/

export interface AttemptOf {
  readonly agentId: string
  readonly operationId: string
  /** The path's own parameters: the same key on another handoff is another request. */
  readonly path: Readonly<Record<string, string | undefined>>
  /** The `Idempotency-Key` header. Without one every request is its own. */
  readonly key: string | undefined
}

/** The same for every repeat of one request, and nobody else's. @throws BadRequestError */
export const attemptIdOf = ({ agentId, operationId, path, key }: AttemptOf): string => {
  if (key !== undefined && !keyForm.test(key))
    throw new BadRequestError('idempotency-key: must be 1 to 128 visible ASCII characters')
  const named = key ?? randomUUID()
  const text = JSON.stringify([agentId, operationId, Object.entries(path).sort(), named])
  return createHash('sha256').update(text).digest('hex').slice(0, 40)
}

/** Ids of what one request writes follow from its attempt, so that a repeat names the same records. No dots: those are for threads. */
export const writtenId = (kind: 'msg' | 'note' | 'notice', attemptId: string): string => `${kind}_${attemptId}`
