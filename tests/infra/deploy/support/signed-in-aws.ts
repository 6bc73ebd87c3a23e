import { afterEach } from 'vitest'
import { type Answers, startFakeAws } from './fake-aws.ts'
import { signedInAt } from './run-command.ts'
import { soundAccount } from './sound-account.ts'

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

/** A sound account that also answers as it is told, until the test ends; and what it was asked. */
export const signedInAws = async (answers: Answers) => {
  const started = await startFakeAws({ ...soundAccount, ...answers })
  closing.push(started.close)
  return {
    environment: signedInAt(started.url),
    operations: () => started.asked.map(({ operation }) => operation),
    asked: started.asked,
  }
}
