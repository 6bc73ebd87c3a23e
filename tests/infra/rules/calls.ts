import { at, ofType, type Resources, referredTo } from './resources.ts'

const calling = ['AWS::Scheduler::Schedule', 'AWS::Events::Rule', 'AWS::SNS::Subscription']
const targets = ['Target.Arn', 'Targets', 'Endpoint']

/** Functions that are called by something which does not wait for their answer. */
export const unattended = (resources: Resources): readonly string[] => {
  const called = calling.flatMap((type) =>
    ofType(resources, type).flatMap(([, { Properties }]) =>
      targets.flatMap((path) => referredTo(at(Properties, path))),
    ),
  )
  return [...new Set(called)].filter((id) => resources[id]?.Type === 'AWS::Lambda::Function')
}

/** A call that failed every time is kept somewhere; or the next one stands in for it, and an alarm counts silence as failure. */
export const callFaults = (resources: Resources): readonly string[] =>
  unattended(resources)
    .filter((id) => !keepsFailures(resources, id) && !isMissed(resources, id))
    .map((id) => `${id}: nobody waits for it, and a call that failed is lost`)

const keepsFailures = (resources: Resources, id: string): boolean =>
  referredTo(at(resources[id]?.Properties, 'DeadLetterConfig')).length > 0 ||
  invokeConfigs(resources, id).some(({ Properties }) => at(Properties, 'DestinationConfig.OnFailure') !== undefined)

const isMissed = (resources: Resources, id: string): boolean =>
  invokeConfigs(resources, id).some(({ Properties }) => at(Properties, 'MaximumRetryAttempts') === 0) &&
  ofType(resources, 'AWS::CloudWatch::Alarm').some(
    ([, { Properties }]) =>
      at(Properties, 'TreatMissingData') === 'breaching' && referredTo(at(Properties, 'Metrics')).includes(id),
  )

const invokeConfigs = (resources: Resources, id: string) =>
  ofType(resources, 'AWS::Lambda::EventInvokeConfig')
    .map(([, config]) => config)
    .filter(({ Properties }) => referredTo(at(Properties, 'FunctionName')).includes(id))
