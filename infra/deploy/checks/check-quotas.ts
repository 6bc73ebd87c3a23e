import type { Quota, Quotas } from '../cloud/ports.ts'
import { modelBehind } from './check-model.ts'
import { bad, good, open, type Verdict } from './verdict.ts'

/** A turn waits seconds for the model, and an idle agent's long poll holds a run of its own: ten would be one small team. */
const neededConcurrency = 100

/** What the API's own stage lets through. */
const neededRequestsPerSecond = 500

/** The prompt with its passages and history, and the answer: what one turn takes, generously. */
const tokensPerAnswer = 2_500

/** Fewer than this would keep customers waiting in the first busy minute. */
const neededAnswersPerMinute = 10

/** A small day: a hundred conversations of three answers each. */
const neededAnswersPerDay = 300

const raiseAt = (owner: string) => `ask for more: Service Quotas console, ${owner}`

export const checkConcurrency = (value: number | undefined): Verdict => {
  const check = 'Lambda quota'
  if (value === undefined) return open(check, 'Service Quotas does not say how many runs at once are allowed')
  const found = `${value} runs at once`
  if (value >= neededConcurrency) return good(check, found)
  return bad(check, `${found}, ${neededConcurrency} are needed`, raiseAt('AWS Lambda, Concurrent executions'))
}

export const checkRequestRate = (value: number | undefined): Verdict => {
  const check = 'API quota'
  if (value === undefined) return open(check, 'Service Quotas does not say how many requests a second are allowed')
  const found = `${value} requests a second`
  if (value >= neededRequestsPerSecond) return good(check, found)
  return bad(check, `${found}, ${neededRequestsPerSecond} are needed`, raiseAt('Amazon API Gateway, Throttle rate'))
}

const scopeOf = (id: string): RegExp => {
  if (id.startsWith('global.')) return /^global cross-region /i
  return modelBehind(id) === id ? /^on-demand /i : /^cross-region /i
}

/** `… for Amazon Nova 2 Lite (doubled for cross-region calls)` is of `Nova 2 Lite`, and not of `Nova 2 Lite Preview`. */
const isOf = (quota: Quota, modelName: string): boolean => {
  const [, subject = ''] = / for (.+)$/.exec(quota.name.replace(/\s*\(doubled[^)]*\)\s*$/i, '')) ?? []
  const plain = subject.replace(/ V1$/, '').toLowerCase()
  const name = modelName.replace(/ V1$/, '').toLowerCase()
  return plain === name || plain.endsWith(` ${name}`)
}

const perMinute = (quotas: readonly Quota[], id: string): Quota | undefined =>
  quotas.find(({ name }) => scopeOf(id).test(name) && / tokens per minute /i.test(name))

const perDay = (quotas: readonly Quota[], id: string): Quota | undefined => {
  const daily = quotas.filter(({ name }) => / tokens per day /i.test(name))
  return daily.find(({ name }) => scopeOf(id).test(name)) ?? daily.find(({ name }) => /^model invocation /i.test(name))
}

const judgeTokens = (quota: Quota | undefined, span: 'minute' | 'day', needed: number): Verdict => {
  const check = 'model quota'
  if (!quota) return open(check, `Service Quotas lists no tokens per ${span} for this model`)
  const answers = Math.floor(quota.value / tokensPerAnswer)
  const found = `${quota.value} tokens a ${span}, about ${answers} answers`
  if (answers >= needed) return good(check, found)
  return bad(check, `${found}, ${needed} are needed`, raiseAt(`Amazon Bedrock, ${quota.name}`))
}

export const checkTokens = (quotas: readonly Quota[], id: string, modelName: string): readonly Verdict[] => {
  const own = quotas.filter((quota) => isOf(quota, modelName))
  return [
    judgeTokens(perMinute(own, id), 'minute', neededAnswersPerMinute),
    judgeTokens(perDay(own, id), 'day', neededAnswersPerDay),
  ]
}

/** Quota codes are the same in every account; Bedrock's differ by model, and are found by name. */
export const checkAccountQuotas = async (quotas: Quotas): Promise<readonly Verdict[]> =>
  Promise.all([
    quotas.one('lambda', 'L-B99A9384').then(checkConcurrency),
    quotas.one('apigateway', 'L-8A5B8E43').then(checkRequestRate),
  ])
