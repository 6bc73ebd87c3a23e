import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { projectFolder } from '../bundle/door-entries.ts'
import { destinationOf } from './command/destination.ts'
import { destinationOptions, refuseUnknown, takeOptions } from './command/options.ts'
import { reachCloud } from './command/reach-cloud.ts'
import { runCommand } from './command/run-command.ts'
import { openTerminal } from './command/terminal.ts'
import { cognitoPoolRemover } from './removal/cognito-pool-remover.ts'
import { destroyStack } from './removal/destroy-stack.ts'
import { dynamoTableRemover } from './removal/dynamo-table-remover.ts'
import { s3BucketRemover } from './removal/s3-bucket-remover.ts'
import { secretsRemover } from './removal/secrets-remover.ts'
import { sqsQueueRemover } from './removal/sqs-queue-remover.ts'

const usage = `npm run destroy -- [options]     deletes the stack; its table, files, queues, user pool and secrets stay
  -c stage=NAME   another deployment than the first
  --profile NAME  the AWS profile to use
  --delete-data   deletes what would stay as well, for good
  --yes           asks nothing`

const kinds = { ...destinationOptions, 'delete-data': 'flag', yes: 'flag', help: 'flag' } as const

/** Under the project, and never in version control. */
const keepMappingIn = (name: string) => (mapping: object) => {
  const file = join(projectFolder, '.local', 'kept', `${name}.json`)
  mkdirSync(join(file, '..'), { recursive: true })
  writeFileSync(file, `${JSON.stringify(mapping, undefined, 2)}\n`)
  return relative(projectFolder, file)
}

await runCommand(async (words) => {
  const { values, rest } = takeOptions(words, kinds)
  refuseUnknown(rest, kinds)
  const terminal = openTerminal()
  if (values.help) {
    terminal.say(usage)
    return 0
  }
  const destination = destinationOf({ values, rest })
  const { cloud, caller } = await reachCloud(destination.profile)
  const { region, stacks } = cloud
  const removers = {
    table: dynamoTableRemover(region),
    bucket: s3BucketRemover(region),
    queue: sqsQueueRemover(region),
    'user pool': cognitoPoolRemover(region),
    secret: secretsRemover(region),
  }
  terminal.say(`Account ${caller.account}, ${region}`)
  const keepMapping = keepMappingIn(`${destination.stackName}-${caller.account}-${region}`)
  const choices = { deleteData: Boolean(values['delete-data']), agreed: Boolean(values.yes) }
  return destroyStack({ destination, terminal, stacks, removers, ...choices, keepMapping, wait })
})
