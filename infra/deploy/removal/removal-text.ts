import type { StackFound, StackResource } from '../cloud/ports.ts'
import { costOf, type Kept } from './kept.ts'

/** What a reader knows by name; the rest is its wiring. */
const named: Readonly<Record<string, string>> = {
  'AWS::ApiGatewayV2::Api': 'API',
  'AWS::Lambda::Function': 'functions',
  'AWS::SQS::Queue': 'queues',
  'AWS::Scheduler::Schedule': 'schedules',
  'AWS::CloudWatch::Alarm': 'alarms',
  'AWS::Logs::LogGroup': 'log groups with their lines',
  'AWS::Cognito::UserPoolGroup': 'groups of agents',
}

const counted = (resources: readonly StackResource[]): readonly string[] => {
  const counts = Object.entries(named).map(([type, name]) => {
    const count = resources.filter((resource) => resource.type === type).length
    return { name, count }
  })
  const wiring = resources.filter(({ type }) => !named[type]).length
  return [...counts, { name: 'more that connect them', count: wiring }]
    .filter(({ count }) => count > 0)
    .map(({ name, count }) => `${count} ${name}`)
}

/** A line for each thing that stays, with its name in AWS. */
export const keptLines = (stays: readonly Kept[]): readonly string[] => {
  const width = Math.max(0, ...stays.map(({ kind }) => kind.length))
  return stays.map((kept) => `  ${kept.kind.padEnd(width)}  ${kept.physicalId}  (${costOf(kept)})`)
}

/** Said before anything is touched. */
export const planLines = (
  stack: StackFound,
  { stays, goes }: { readonly stays: readonly Kept[]; readonly goes: readonly StackResource[] },
  deleteData: boolean,
): readonly string[] => [
  `This deletes the stack ${stack.name} (${stack.id}): customers get no answer and agents no work from then on.`,
  `Goes: ${counted(goes).join(', ')}.`,
  ...(goes.some(({ type }) => type === 'AWS::Cognito::UserPoolGroup')
    ? ['With the groups go the memberships: an agent kept in the user pool has to be added to teams again.']
    : []),
  '',
  ...(stays.length === 0 ? ['Nothing stays.'] : [staysHeading(deleteData), ...keptLines(stays)]),
]

const staysHeading = (deleteData: boolean): string =>
  deleteData
    ? 'DELETED AS WELL, with every conversation, handoff and agent in it, for good:'
    : 'Stays, and is paid for, until you delete it yourself or with --delete-data:'

/** Said once the stack is gone and its data is kept. */
export const goOnLines = (stackName: string, context: string, mappingFile: string): readonly string[] => [
  'A new deployment makes NEW, empty tables, buckets, queues, secrets and a new user pool; it does not find these.',
  'To go on with the old ones, take them over before deploying:',
  `  npx cdk import ${stackName}${context} --resource-mapping ${mappingFile}`,
  `  npm run deploy${context ? ` --${context}` : ''}`,
]
