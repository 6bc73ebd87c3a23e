import { randomInt, randomUUID } from 'node:crypto'
import { asFlag, asNumber, asObject, isObject, type JsonObject } from '../json.ts'
import { StartError } from '../stack/errors.ts'
import type { Resource } from '../stack/identity.ts'
import type { Keep } from '../stack/keep.ts'
import type { Stack } from '../stack/template.ts'

/** The template's secrets, generated once and kept with the rest of the state. */
export interface Secrets {
  /** The answer to GetSecretValue, by ARN or by name. */
  find(id: string): JsonObject | undefined
  /** A secret's text, for the cloud itself. */
  text(id: string): string | undefined
  /** Enters what a provider handed out, as its owner would. */
  enter(id: string, text: string): void
}

const letters = 'abcdefghijklmnopqrstuvwxyz'
const punctuation = '!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~'

const alphabet = (rules: JsonObject): string[] => {
  const all = [
    asFlag(rules.ExcludeLowercase) ? '' : letters,
    asFlag(rules.ExcludeUppercase) ? '' : letters.toUpperCase(),
    asFlag(rules.ExcludeNumbers) ? '' : '0123456789',
    asFlag(rules.ExcludePunctuation) ? '' : punctuation,
    asFlag(rules.IncludeSpace) ? ' ' : '',
  ].join('')
  return [...all].filter((character) => !String(rules.ExcludeCharacters ?? '').includes(character))
}

const generated = (rules: JsonObject): string => {
  const characters = alphabet(rules)
  const length = asNumber(rules.PasswordLength, 32)
  const password = Array.from({ length }, () => characters[randomInt(characters.length)]).join('')
  if (rules.SecretStringTemplate === undefined) return password
  const template = asObject(JSON.parse(String(rules.SecretStringTemplate)))
  return JSON.stringify({ ...template, [String(rules.GenerateStringKey)]: password })
}

const firstText = (properties: JsonObject): string =>
  isObject(properties.GenerateSecretString)
    ? generated(properties.GenerateSecretString)
    : String(properties.SecretString ?? '')

const answerOf = (arn: string, secret: Resource, text: string): JsonObject => ({
  ARN: arn,
  Name: secret.id,
  SecretString: text,
  VersionId: randomUUID(),
  VersionStages: ['AWSCURRENT'],
  CreatedDate: Date.now() / 1_000,
})

export const createSecrets = (stack: Stack, keep: Keep): Secrets => {
  const kept = keep.read<Record<string, string>>('secrets.json') ?? {}
  const answers = stack.ofType('AWS::SecretsManager::Secret').map((secret) => {
    const text = kept[secret.id] ?? firstText(stack.properties(secret))
    kept[secret.id] = text
    return answerOf(stack.arnOf(secret), secret, text)
  })
  keep.write('secrets.json', kept)
  const find = (id: string) => answers.find(({ ARN, Name }) => ARN === id || Name === id)
  return {
    find,
    text: (id) => find(id)?.SecretString?.toString(),
    enter: (id, text) => {
      const answer = find(id)
      if (!answer) throw new StartError(`there is no secret ${id}`)
      kept[String(answer.Name)] = text
      Object.assign(answer, { SecretString: text, VersionId: randomUUID() })
      keep.write('secrets.json', kept)
    },
  }
}
