import { expect, test } from 'vitest'
import { explainFailure, isCloudFailure, TimeLimitError, within } from '#infra/deploy/cloud/failure.ts'
import { awsError } from './support/memory-cloud.ts'

const providerError = (message: string) => Object.assign(new Error(message), { name: 'CredentialsProviderError' })
const networkError = (code: string) => Object.assign(new Error(`connect ${code}`), { code })

test.each([
  [awsError('ExpiredToken', 'The security token included in the request is expired'), /sign in again/],
  [awsError('ExpiredTokenException', 'The security token included in the request is expired'), /sign in again/],
  [awsError('InvalidClientTokenId', 'The security token included in the request is invalid.'), /region may not be/],
  [awsError('UnrecognizedClientException', 'The security token is invalid.'), /region may not be enabled/],
  [awsError('SignatureDoesNotMatch', 'Signature expired'), /clock/],
  [awsError('AccessDenied', 'User: x is not authorized'), /ask whoever administers/],
  [awsError('AccessDeniedException', 'User: x is not authorized'), /ask whoever administers/],
  [awsError('ThrottlingException', 'Rate exceeded'), /in a minute/],
  [networkError('ENOTFOUND'), /endpoint has no address/],
  [networkError('ECONNREFUSED'), /AWS_ENDPOINT_URL/],
  [new TimeLimitError('credentials: no answer within 10 s'), /network and the proxy/],
  [providerError('Could not load credentials from any providers'), /AWS_PROFILE/],
  [providerError("Token is expired. To refresh this SSO session run 'aws sso login'"), /aws sso login/],
  [providerError('Profile ops requires multi-factor authentication, but no MFA code'), /MFA cannot ask/],
])('%s comes with what to do about it', (error, todo) => {
  const explained = explainFailure(error)

  expect(explained.todo).toMatch(todo)
  expect(explained.found).toContain(error.message.split('\n')[0])
  expect(isCloudFailure(error)).toBe(true)
})

test('an answer nobody has met before is told as it is', () => {
  expect(explainFailure(awsError('NewException', 'so it is\nand more'))).toEqual({
    found: 'NewException: so it is',
    todo: 'see what AWS says there',
  })
})

test.each([[new TypeError('x is not a function')], [networkError('ENOENT')], ['a word']])(
  'a fault of the program is not laid at the cloud: %s',
  (fault) => {
    expect(isCloudFailure(fault)).toBe(false)
  },
)

test('an answer in time is given, and a failure stays the failure it is', async () => {
  await expect(within(1_000, 'it', Promise.resolve(7))).resolves.toBe(7)
  await expect(within(1_000, 'it', Promise.reject(new Error('no')))).rejects.toThrow('no')
})

test('silence ends at the limit', async () => {
  await expect(within(20, 'the metadata service', new Promise(() => {}))).rejects.toThrow(
    'the metadata service: no answer within 0.02 s',
  )
})
