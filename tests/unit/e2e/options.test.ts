import { describe, expect, test } from 'vitest'
import { readOptions } from '#tests/e2e/options.ts'

const callback = ['--callback', 'https://tunnel.example.com/e2e']

describe('where a run deploys to', () => {
  test('nothing given: to ministack, on this machine', () => {
    expect(readOptions([], {}).destination).toEqual({ kind: 'ministack' })
  })

  test('an empty endpoint is none', () => {
    expect(readOptions([], { AWS_ENDPOINT_URL: '' }).destination).toEqual({ kind: 'ministack' })
  })

  test('credentials alone lead to no real account', () => {
    const own = { AWS_PROFILE: 'company', AWS_ACCESS_KEY_ID: 'AKIA', AWS_SECRET_ACCESS_KEY: 'x' }

    expect(readOptions([], own).destination).toEqual({ kind: 'ministack' })
  })

  test('an endpoint given is the one', () => {
    const { destination } = readOptions([], { AWS_ENDPOINT_URL: 'http://127.0.0.1:4566/' })

    expect(destination).toEqual({ kind: 'endpoint', url: 'http://127.0.0.1:4566' })
  })

  test.each([
    'https://sts.us-east-1.amazonaws.com',
    'https://amazonaws.com',
    'https://dynamodb.cn-north-1.amazonaws.com.cn',
  ])('an endpoint that is AWS itself is refused: %s', (url) => {
    expect(() => readOptions([], { AWS_ENDPOINT_URL: url })).toThrow('a real account needs --real')
  })

  test('an endpoint that only sounds like AWS is none of it', () => {
    const { destination } = readOptions([], { AWS_ENDPOINT_URL: 'http://amazonaws.com.localhost:4566' })

    expect(destination.kind).toBe('endpoint')
  })

  test('a real account is asked for by name, and says where it reaches this machine', () => {
    expect(readOptions(['--real', ...callback], {}).destination).toEqual({
      kind: 'aws',
      callbackUrl: 'https://tunnel.example.com/e2e',
      callbackPort: 8787,
    })
  })

  test('a real account with a port of its own', () => {
    const { destination } = readOptions(['--real', ...callback, '--callback-port', '9000'], {})

    expect(destination).toMatchObject({ callbackPort: 9000 })
  })
})

describe('what is refused, in one line', () => {
  test.each([
    ['a real account and an endpoint', ['--real', ...callback], { AWS_ENDPOINT_URL: 'http://127.0.0.1:1' }, 'unset'],
    ['a real account that cannot reach here', ['--real'], {}, 'needs --callback'],
    ['a callback in the clear', ['--real', '--callback', 'http://tunnel.example.com'], {}, 'https://'],
    ['a callback that is no URL', ['--real', '--callback', 'tunnel'], {}, 'must be a URL'],
    ['a port that is none', ['--real', ...callback, '--callback-port', '70000'], {}, 'must be a port'],
    ['a callback for an emulator', callback, {}, 'go with --real'],
    ['an endpoint that is no URL', [], { AWS_ENDPOINT_URL: 'localhost' }, 'must be a URL'],
    ['an unknown word', ['--reall'], {}, '--reall is no option'],
  ])('%s', (_, args, environment, why) => {
    expect(() => readOptions(args, environment)).toThrow(why)
  })
})

test('the journeys are told only when asked', () => {
  expect([readOptions([], {}).tell, readOptions(['--tell'], {}).tell]).toEqual([false, true])
})
