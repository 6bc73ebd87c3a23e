import { runCdk } from './command/cdk-command.ts'
import { destinationOf } from './command/destination.ts'
import { destinationOptions, takeOptions } from './command/options.ts'
import { runCommand } from './command/run-command.ts'
import { settleRegion } from './command/surroundings.ts'

/** Shows what a deployment would change. The options and the exit code are those of "cdk diff". */
await runCommand(async (words) => {
  const taken = takeOptions(words, destinationOptions)
  const destination = destinationOf(taken)
  await settleRegion(destination.profile)
  return runCdk(['diff', destination.stackName, ...destination.contextWords, ...taken.rest])
})
