import { at, ofType, type Resources, referredTo } from './resources.ts'

/** Where each kind of resource names the queue that it gives up to. */
const givesUpTo = [
  'RedrivePolicy.deadLetterTargetArn',
  'DeadLetterConfig.TargetArn',
  'Target.DeadLetterConfig.Arn',
  'DestinationConfig.OnFailure.Destination',
]

export const deadLetterQueues = (resources: Resources): ReadonlySet<string> =>
  new Set(
    Object.values(resources).flatMap(({ Properties }) => givesUpTo.flatMap((path) => referredTo(at(Properties, path)))),
  )

/** A queue gives up to another one, or is what others give up to; that one raises an alarm with its first message. */
export const queueFaults = (resources: Resources): readonly string[] => {
  const last = deadLetterQueues(resources)
  const queues = ofType(resources, 'AWS::SQS::Queue')
  return queues.flatMap(([id, { Properties }]) => [
    ...(last.has(id) || at(Properties, 'RedrivePolicy') ? [] : [`${id}: has no dead-letter queue`]),
    ...(last.has(id) && !raisesAlarm(resources, id) ? [`${id}: takes what was given up on, and no alarm says so`] : []),
    ...(refusesPlainHttp(resources, id) ? [] : [`${id}: takes calls without TLS`]),
  ])
}

const raisesAlarm = (resources: Resources, queue: string): boolean =>
  ofType(resources, 'AWS::CloudWatch::Alarm').some(
    ([, { Properties }]) =>
      at(Properties, 'MetricName') === 'ApproximateNumberOfMessagesVisible' &&
      at(Properties, 'Threshold') === 0 &&
      referredTo(at(Properties, 'Dimensions')).includes(queue),
  )

const refusesPlainHttp = (resources: Resources, queue: string): boolean =>
  ofType(resources, 'AWS::SQS::QueuePolicy').some(
    ([, { Properties }]) =>
      referredTo(at(Properties, 'Queues')).includes(queue) &&
      JSON.stringify(at(Properties, 'PolicyDocument.Statement')).includes('"aws:SecureTransport":"false"'),
  )
