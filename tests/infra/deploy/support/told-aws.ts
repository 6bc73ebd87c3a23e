import { afterEach, vi } from 'vitest'
import { type Answers, type Asked, startFakeAws } from './fake-aws.ts'
import { signedInAt } from './run-command.ts'

const closing: (() => Promise<unknown>)[] = []

/** Ends after each test every AWS that it started. */
export const endToldAws = (): void => {
  afterEach(async () => {
    vi.unstubAllEnvs()
    for (const close of closing.splice(0)) await close()
  })
}

/** An AWS for the clients of this process; gives what they asked it. */
export const toldAws = async (answers: Answers): Promise<readonly Asked[]> => {
  const aws = await startFakeAws(answers)
  closing.push(aws.close)
  for (const [name, value] of Object.entries(signedInAt(aws.url))) vi.stubEnv(name, value)
  return aws.asked
}
