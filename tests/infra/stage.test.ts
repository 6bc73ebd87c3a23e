import { App } from 'aws-cdk-lib'
import { expect, test } from 'vitest'
import { readStage } from '#infra/stage.ts'

const stageOf = (context: Readonly<Record<string, string>>) => readStage(new App({ context }).node)

test('without a word a deployment is called Baton and reads baton.config.ts', () => {
  expect(stageOf({})).toMatchObject({
    stackName: 'Baton',
    configPath: expect.stringMatching(/\/baton\.config\.ts$/),
    callbackUrl: undefined,
  })
})

test.each(['a name of more than twenty', 'würzburg', 'eu_west', 'test-', '-test', 'a'.repeat(21)])(
  'a stage called %s is told what may be one, before anything is built',
  (stage) => {
    expect(() => stageOf({ stage })).toThrow(`stage: "${stage}" is not allowed: must be letters, digits and dashes`)
  },
)

test.each(['test', 'EU-west-2', 'a'.repeat(20)])('a stage may be called %s', (stage) => {
  expect(stageOf({ stage }).stackName).toBe(`Baton-${stage}`)
})

test('a second deployment has a name, a configuration and a callback of its own', () => {
  const stage = stageOf({ stage: 'test', config: '/companies/acme.config.ts', callbackUrl: 'https://acme.example.com' })

  expect(stage).toEqual({
    stackName: 'Baton-test',
    configPath: '/companies/acme.config.ts',
    callbackUrl: 'https://acme.example.com',
  })
})
