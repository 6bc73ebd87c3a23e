import { join } from 'node:path'
import { expect, test } from 'vitest'
import { projectFolder } from '#infra/bundle/door-entries.ts'
import { destinationOf } from '#infra/deploy/command/destination.ts'
import { destinationOptions, takeOptions } from '#infra/deploy/command/options.ts'

const given = (...words: string[]) => destinationOf(takeOptions(words, destinationOptions))

test('without options the deployment is the first one, of the configuration in the project', () => {
  expect(given()).toEqual({
    configPath: join(projectFolder, 'baton.config.ts'),
    callbackUrl: undefined,
    stackName: 'Baton',
    profile: undefined,
    contextWords: [],
  })
})

test('a stage, a configuration and a profile name another one, and are kept to be repeated', () => {
  const found = given('-c', 'stage=test', '-c', 'config=/other/company.ts', '--profile', 'ops')

  expect(found).toMatchObject({ stackName: 'Baton-test', configPath: '/other/company.ts', profile: 'ops' })
  expect(found.contextWords).toEqual(['-c', 'stage=test', '-c', 'config=/other/company.ts'])
})
