import { expect, test } from 'vitest'
import { contextOf, destinationOptions, refuseUnknown, takeAll, takeOptions } from '#infra/deploy/command/options.ts'

const kinds = { ...destinationOptions, yes: 'flag', teams: 'list', name: 'value' } as const

test.each([
  [['-c', 'stage=test'], { context: ['stage=test'] }],
  [['--context', 'stage=test'], { context: ['stage=test'] }],
  [['--context=stage=test'], { context: ['stage=test'] }],
  [['-c', 'a=1', '-c', 'b=2'], { context: ['a=1', 'b=2'] }],
  [['--teams', 'care', '--teams', 'billing'], { teams: ['care', 'billing'] }],
  [['--name', 'Ada', '--name', 'Grace'], { name: ['Grace'] }],
  [['--name', 'Ada Lovelace', '--yes'], { name: ['Ada Lovelace'], yes: ['true'] }],
  [['--name', '-'], { name: ['-'] }],
])('a command takes its own of %j', (words, values) => {
  expect(takeOptions(words, kinds)).toEqual({ values, rest: [] })
})

test('what is not its own is left for the CDK command, in its order', () => {
  const { values, rest } = takeOptions(['--app', 'x', '-c', 'a=1', '--fail', '--output=y'], kinds)

  expect(values).toEqual({ context: ['a=1'] })
  expect(rest).toEqual(['--app', 'x', '--fail', '--output=y'])
})

test.each([[['--name']], [['-c']], [['--name', '--yes']]])('a value that is missing in %j is asked for', (words) => {
  expect(() => takeOptions(words, kinds)).toThrow(/needs a value/)
})

test('an empty value is a value when it is written with its option', () => {
  expect(takeOptions(['--name='], kinds).values).toEqual({ name: [''] })
})

test('a command that hands nothing on refuses what it does not know, and names what it does', () => {
  expect(() => refuseUnknown(['--forse'], kinds)).toThrow(
    'unknown option "--forse": allowed are -c name=value, --profile, --yes, --teams, --name',
  )
  expect(() => refuseUnknown(['add', 'ada@example.com'], kinds)).not.toThrow()
})

test('what a command does not take is not among what it names', () => {
  expect(() => refuseUnknown(['--forse'], { json: 'flag' })).toThrow('unknown option "--forse": allowed are --json')
})

test('a command of options alone takes them, and refuses a word beside them', () => {
  expect(takeAll(['--name', 'Ada', '--yes'], kinds)).toEqual({ name: ['Ada'], yes: ['true'] })
  expect(() => takeAll(['--yes', 'Ada'], kinds)).toThrow('"Ada" is not an option; see --help')
  expect(() => takeAll(['--forse'], kinds)).toThrow('unknown option "--forse"')
})

test('a context value may hold an equals sign, and must have a name', () => {
  expect(contextOf(['callbackUrl=https://a.example/?x=1'])).toEqual({ callbackUrl: 'https://a.example/?x=1' })
  expect(contextOf()).toEqual({})
  expect(() => contextOf(['stage'])).toThrow('-c "stage" is not allowed: must be name=value, such as stage=test')
  expect(() => contextOf(['=test'])).toThrow(/must be name=value/)
})
