import { expect, test } from 'vitest'
import { agreedEnvironment, settleEnvironment } from '#infra/deploy/command/environment.ts'

const keys = { AWS_ACCESS_KEY_ID: 'a', AWS_SECRET_ACCESS_KEY: 'b', AWS_SESSION_TOKEN: 'c' }

test('a profile that is asked for beats keys in the environment, for the SDK and the CDK command alike', () => {
  expect(agreedEnvironment({ ...keys, HOME: '/home' }, 'ops')).toEqual({ HOME: '/home', AWS_PROFILE: 'ops' })
})

test('keys beat a profile that merely stands in the environment', () => {
  expect(agreedEnvironment({ ...keys, AWS_PROFILE: 'ops' }, undefined)).toEqual(keys)
})

test('half a pair of keys beats nothing', () => {
  const half = { AWS_ACCESS_KEY_ID: 'a', AWS_PROFILE: 'ops' }

  expect(agreedEnvironment(half, undefined)).toEqual(half)
})

test('settling takes variables away as well as adding them', () => {
  const before = { ...process.env }
  process.env.BATON_TEST_GOES = 'x'
  const { BATON_TEST_GOES: _, ...agreed } = process.env

  settleEnvironment({ ...agreed, BATON_TEST_COMES: 'y' })

  expect(process.env.BATON_TEST_GOES).toBeUndefined()
  expect(process.env.BATON_TEST_COMES).toBe('y')
  settleEnvironment(before)
})
