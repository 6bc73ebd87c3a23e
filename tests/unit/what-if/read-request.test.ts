import { describe, expect, test } from 'vitest'
import { readRequest } from '#infra/what-if/read-request.ts'

const asked = (...words: string[]) => {
  const request = readRequest(['--config', 'new.config.ts', ...words])
  if (request === undefined || request === 'help') throw new Error('a request')
  return request
}

describe('where the turns are', () => {
  test('is the deployed stack, the one of the stage that is named', () => {
    expect(asked().source.source).toMatchObject({ kind: 'stack', destination: { stackName: 'Baton' } })
    expect(asked('-c', 'stage=test', '--profile', 'support').source.source).toMatchObject({
      kind: 'stack',
      destination: { stackName: 'Baton-test', profile: 'support' },
    })
  })

  test('or an exported log, or the local cloud', () => {
    expect(asked('--log', 'folder').source.source).toEqual({ kind: 'files', path: 'folder' })
    expect(asked('--local').source.source).toEqual({ kind: 'local', port: 3000 })
    expect(asked('--local', '--port', '4001').source.source).toEqual({ kind: 'local', port: 4001 })
  })

  test('but not two of them', () => {
    expect(() => asked('--log', 'folder', '--local')).toThrow('--log and --local exclude each other')
  })
})

test('a period is days in UTC, and what is left out is left to the source', () => {
  expect(asked('--from', '2026-11-16', '--to', '2026-11-23').source).toMatchObject({
    from: Date.UTC(2026, 10, 16),
    to: Date.UTC(2026, 10, 23),
  })
  expect(asked().source).toMatchObject({ from: undefined, to: undefined })
})

test.each([
  [['--from', 'monday'], '--from monday: must be a day such as 2026-11-16'],
  [['--from', '2026-11-23', '--to', '2026-11-23'], '--from must be before --to'],
  [['--show', 'many'], '--show many: must be a whole number'],
  [['--lgo', 'folder'], 'unknown option "--lgo"'],
])('%j is refused: %s', (words, problem) => {
  expect(() => asked(...words)).toThrow(problem)
})

test('without a configuration there is nothing to try', () => {
  expect(readRequest(['--log', 'folder'])).toBeUndefined()
  expect(readRequest(['--help'])).toBe('help')
})
