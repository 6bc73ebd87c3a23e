import { expect, test } from 'vitest'
import { emulatorEnvironment } from '#tests/e2e/cloud/emulator-environment.ts'

const own = {
  PATH: '/usr/bin',
  HOME: '/home/ada',
  AWS_PROFILE: 'company',
  AWS_SESSION_TOKEN: 'real',
  AWS_ENDPOINT_URL_DYNAMODB: 'https://dynamodb.us-east-1.amazonaws.com',
  AWS_ACCESS_KEY_ID: 'AKIAREAL',
  CDK_DEFAULT_ACCOUNT: '123456789012',
  UNSET: undefined,
}

test('nothing of the real account is left', () => {
  const environment = emulatorEnvironment(own, 'http://127.0.0.1:4566')

  expect(Object.keys(environment)).not.toContain('AWS_PROFILE')
  expect(Object.keys(environment)).not.toContain('AWS_SESSION_TOKEN')
  expect(Object.keys(environment)).not.toContain('AWS_ENDPOINT_URL_DYNAMODB')
  expect(Object.keys(environment)).not.toContain('CDK_DEFAULT_ACCOUNT')
  expect(Object.values(environment)).not.toContain('AKIAREAL')
})

test('every way to credentials and endpoint leads to the emulator', () => {
  expect(emulatorEnvironment(own, 'http://127.0.0.1:4566', 'eu-central-1')).toMatchObject({
    AWS_ENDPOINT_URL: 'http://127.0.0.1:4566',
    AWS_ACCESS_KEY_ID: 'test',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_REGION: 'eu-central-1',
    AWS_CONFIG_FILE: '/dev/null',
    AWS_SHARED_CREDENTIALS_FILE: '/dev/null',
    AWS_EC2_METADATA_DISABLED: 'true',
  })
})

test('the rest is kept, and what is unset stays unset', () => {
  const environment = emulatorEnvironment(own, 'http://127.0.0.1:4566')

  expect(environment).toMatchObject({ PATH: '/usr/bin', HOME: '/home/ada' })
  expect(Object.hasOwn(environment, 'UNSET')).toBe(false)
})
