import { runCdk } from './command/cdk-command.ts'
import { destinationOf } from './command/destination.ts'
import { destinationOptions, takeOptions } from './command/options.ts'
import { reachCloud } from './command/reach-cloud.ts'
import { runCommand } from './command/run-command.ts'

const usage = `npm run diff -- [options]     shows what a deployment would change, and changes nothing
  -c name=value   as for npm run deploy: config=FILE, stage=NAME, callbackUrl=URL
  --profile NAME  the AWS profile to use
Anything else is handed to "cdk diff", whose exit code it is: 0, or 1 with --fail where there is a difference.`

/** Asks the account first: the CDK command would try for half a minute, and then say nothing of the cause. */
await runCommand(async (words) => {
  const taken = takeOptions(words, { ...destinationOptions, help: 'flag' })
  if (taken.values.help) {
    console.log(usage)
    return 0
  }
  const destination = destinationOf(taken)
  await reachCloud(destination.profile)
  return runCdk(['diff', destination.stackName, ...destination.contextWords, ...taken.rest])
})
