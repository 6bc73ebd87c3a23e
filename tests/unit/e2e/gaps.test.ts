import { describe, expect, test } from 'vitest'
import type { Gap } from '#tests/e2e/emulator/gaps/gap.ts'
import { metricMath } from '#tests/e2e/emulator/gaps/metric-math.ts'
import { savedQueries } from '#tests/e2e/emulator/gaps/saved-queries.ts'
import { secretCharacters } from '#tests/e2e/emulator/gaps/secret-characters.ts'
import { secretNameOf } from '#tests/e2e/emulator/gaps/secret-name.ts'
import { secretReference } from '#tests/e2e/emulator/gaps/secret-reference.ts'
import type { Probe } from '#tests/e2e/emulator/probe.ts'
import type { Template } from '#tests/e2e/emulator/template.ts'

const aws = {
  outputs: { Reference: 'arn:aws:secretsmanager:us-east-1:1:secret:Word-A1b2C3-x' } as
    | Record<string, string>
    | undefined,
  name: 'Word-A1b2C3',
  text: 'a'.repeat(44),
}

const probing = (answers: Partial<typeof aws>): Probe => {
  const { outputs, name, text } = { ...aws, ...answers }
  return {
    deploy: async () => outputs,
    secretName: async () => name,
    secretText: async () => text,
    clear: async () => undefined,
  }
}

const secretName = secretNameOf('f00')

describe('a gap is there, or is not', () => {
  test.each<[string, Gap, Partial<typeof aws>]>([
    ['metric math', metricMath, { outputs: undefined }],
    ['saved queries', savedQueries, { outputs: undefined }],
    ['a secret by its name', secretReference, { outputs: { Reference: 'gap-Word-A1' } }],
    ['a secret with other characters', secretCharacters, { text: `${'a'.repeat(43)}!` }],
    ['a secret whose name has three parts', secretName, { name: 'gap-Word-A1' }],
  ])('%s', async (_, gap, answers) => {
    expect(await gap.isThere(probing(answers))).toBe(true)
    expect(await gap.isThere(probing({}))).toBe(false)
  })
})

const alarm = (properties: object): Template => ({
  Resources: { Alarm: { Type: 'AWS::CloudWatch::Alarm', Properties: { Threshold: 0, ...properties } } },
})

describe('an alarm over metric math', () => {
  test('becomes one over its first metric', () => {
    const stat = { Metric: { Namespace: 'AWS/Lambda', MetricName: 'Errors' }, Period: 300, Stat: 'Sum' }

    const mended = metricMath.mend(
      alarm({
        Metrics: [
          { Id: 'all', Expression: 'a' },
          { Id: 'a', MetricStat: stat },
        ],
      }),
    )

    expect(mended).toEqual(alarm({ Namespace: 'AWS/Lambda', MetricName: 'Errors', Period: 300, Statistic: 'Sum' }))
  })

  test('one over a plain metric stays', () => {
    const plain = alarm({ Namespace: 'AWS/SQS', MetricName: 'ApproximateAgeOfOldestMessage' })

    expect(metricMath.mend(plain)).toEqual(plain)
  })
})

test('saved queries go, and nothing else', () => {
  const query = { Type: 'AWS::Logs::QueryDefinition', Properties: { Name: 'follow one conversation' } }
  const { Resources } = alarm({})

  expect(savedQueries.mend({ Resources: { ...Resources, Query: query } })).toEqual({ Resources })
})

const generated = { PasswordLength: 44, ExcludePunctuation: true }
const template: Template = {
  Resources: {
    Inbound: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: generated } },
    Queue: {
      Type: 'AWS::SQS::Queue',
      Properties: { Url: { 'Fn::Join': ['', [{ Ref: 'Queue' }, { Ref: 'Inbound' }]] } },
    },
  },
  Outputs: { Name: { Value: { 'Fn::Select': [6, { 'Fn::Split': [':', { Ref: 'Inbound' }] }] } } },
}

describe('a secret', () => {
  test('is asked for its ARN wherever it is referred to, and nothing else is', () => {
    const mended = secretReference.mend(template)

    expect(mended.Resources.Queue?.Properties?.Url).toEqual({
      'Fn::Join': ['', [{ Ref: 'Queue' }, { 'Fn::GetAtt': ['Inbound', 'Id'] }]],
    })
    expect(mended.Outputs?.Name?.Value).toEqual({
      'Fn::Select': [6, { 'Fn::Split': [':', { 'Fn::GetAtt': ['Inbound', 'Id'] }] }],
    })
  })

  test('is told each character that it must not have', () => {
    const properties = secretCharacters.mend(template).Resources.Inbound?.Properties
    const { ExcludeCharacters = '' } = { ...(properties?.GenerateSecretString as { ExcludeCharacters?: string }) }

    for (let code = 33; code < 127; code += 1) {
      const character = String.fromCharCode(code)
      expect(ExcludeCharacters.includes(character)).toBe(!/[A-Za-z0-9]/.test(character))
    }
  })

  test('that may have punctuation keeps it', () => {
    const open: Template = {
      Resources: { Inbound: { Type: 'AWS::SecretsManager::Secret', Properties: { GenerateSecretString: {} } } },
    }

    expect(secretCharacters.mend(open)).toEqual(open)
  })

  test('gets a name of two parts, unless it has one', () => {
    const named: Template = {
      Resources: { Inbound: { Type: 'AWS::SecretsManager::Secret', Properties: { Name: 'own' } } },
    }

    expect(secretName.mend(template).Resources.Inbound?.Properties?.Name).toBe('Inbound-f00')
    expect(secretName.mend(named)).toEqual(named)
  })
})
