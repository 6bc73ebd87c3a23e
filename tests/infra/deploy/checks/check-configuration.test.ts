import { expect, test } from 'vitest'
import { checkConfiguration } from '#infra/deploy/checks/check-configuration.ts'
import { ConfigError } from '#shared/config/errors.ts'
import { sampleConfig } from '../../sample-stack.ts'

const callback = (callbackUrl: string) => ({
  config: sampleConfig({ channels: { standard: { kind: 'standard', callbackUrl } } }),
  version: 'abc',
})

test('a sound configuration is told by whose it is', async () => {
  const { deployed, verdicts } = await checkConfiguration('own.ts', async () => callback('https://desk.lumen.shop/in'))

  expect(verdicts).toEqual([
    { check: 'configuration', mark: 'good', found: 'own.ts: Lumen & Oak, 2 teams (care, care-night), version abc' },
  ])
  expect(deployed?.version).toBe('abc')
})

test('each problem is a line of its own', async () => {
  const { deployed, verdicts } = await checkConfiguration('own.ts', async () => {
    throw new ConfigError(['teams.care.hours.timeZone: …', 'defaultTeam: …'])
  })

  expect(deployed).toBeUndefined()
  expect(verdicts.map(({ mark, found }) => [mark, found])).toEqual([
    ['bad', 'teams.care.hours.timeZone: …'],
    ['bad', 'defaultTeam: …'],
  ])
})

test('the sample callback, which nobody receives, is pointed out; a name that only looks like it is not', async () => {
  const marks = async (url: string) =>
    (await checkConfiguration('own.ts', async () => callback(url))).verdicts.map(({ mark }) => mark)

  expect(await marks('https://support.example.com/baton')).toEqual(['good', 'open'])
  expect(await marks('https://support.myexample.com/baton')).toEqual(['good'])
})

test('a fault of the program is not a problem of the configuration', async () => {
  const broken = checkConfiguration('own.ts', () => Promise.reject(new TypeError('broken')))

  await expect(broken).rejects.toThrow('broken')
})
