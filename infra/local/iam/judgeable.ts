import { asObject, asStrings, type Json } from '../json.ts'
import { StartError } from '../stack/errors.ts'

/** The condition keys that a call is given here; any other one would be judged as if AWS did not know it either. */
export const judgedKeys = [
  'aws:SecureTransport',
  'dynamodb:LeadingKeys',
  'dynamodb:EnclosingOperation',
  's3:TlsVersion',
]

const known = new Set(judgedKeys.map((key) => key.toLowerCase()))

const elements = ['Sid', 'Effect', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition', 'Principal']

const whyNot = (statement: Json): string | undefined => {
  const given = asObject(statement)
  const strange = Object.keys(given).find((name) => !elements.includes(name))
  if (strange) return `the element ${strange}`
  if (given.Effect !== 'Allow' && given.Effect !== 'Deny') return `the effect ${String(given.Effect)}`
  const texts = ['Action', 'NotAction', 'Resource', 'NotResource'].flatMap((name) => asStrings(given[name]))
  const variable = [...texts, JSON.stringify(given.Condition ?? {})].find((text) => text.includes('${'))
  if (variable) return `the policy variable in ${variable}`
  const keys = Object.values(asObject(given.Condition)).flatMap((keysOfOne) => Object.keys(asObject(keysOfOne)))
  const key = keys.find((one) => !known.has(one.toLowerCase()))
  return key && `the condition key ${key}`
}

/** What cannot be judged as AWS would must not be let through, nor refused: it ends the start. @throws {StartError} */
export const checkJudgeable = (owner: string, statements: readonly Json[]): void => {
  for (const statement of statements) {
    const what = whyNot(statement)
    if (what) throw new StartError(`${owner}: the local cloud cannot judge ${what}`)
  }
}
