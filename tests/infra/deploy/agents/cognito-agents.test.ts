import { expect, test } from 'vitest'
import { cognitoAgents } from '#infra/deploy/agents/cognito-agents.ts'
import { endToldAws, toldAws } from '../support/told-aws.ts'

endToldAws()
const pool = () => cognitoAgents({ region: 'us-east-1', UserPoolId: 'us-east-1_P', ClientId: 'client' })
const ada = { UserPoolId: 'us-east-1_P', Username: 'ada@example.com' }
const email = ada.Username

test('an agent is found with the teams of every page', async () => {
  await toldAws({
    AdminGetUser: { result: { Username: 'id-1', Enabled: false } },
    AdminListGroupsForUser: ({ NextToken }) =>
      NextToken
        ? { result: { Groups: [{ GroupName: 'billing' }] } }
        : { result: { Groups: [{ GroupName: 'care' }], NextToken: 'more' } },
  })

  expect(await pool().find(email)).toEqual({ email, enabled: false, groups: ['billing', 'care'] })
})

test('nobody of that address is nobody; a pool that is not there is an error', async () => {
  await toldAws({ AdminGetUser: { error: 'UserNotFoundException', message: 'User does not exist.' } })
  expect(await pool().find(email)).toBeUndefined()

  await toldAws({ AdminGetUser: { error: 'ResourceNotFoundException', message: 'User pool does not exist.' } })
  await expect(pool().find(email)).rejects.toThrow('User pool does not exist.')
})

test('without an invitation Cognito is told to keep quiet', async () => {
  const asked = await toldAws({ AdminCreateUser: { result: {} } })

  await pool().create(email, 'Ada', false)

  expect(asked[0]?.input).toMatchObject({ ...ada, MessageAction: 'SUPPRESS' })
  expect(asked[0]?.input).not.toHaveProperty('DesiredDeliveryMediums')
})

test('a password that is set is one nobody has to change', async () => {
  const asked = await toldAws({ AdminSetUserPassword: { result: {} } })

  await pool().setPassword(email, 'Right-1234567')

  expect(asked[0]?.input).toEqual({ ...ada, Password: 'Right-1234567', Permanent: true })
})

test('a team is joined and a name changed for this agent alone', async () => {
  const asked = await toldAws({ AdminAddUserToGroup: { result: {} }, AdminUpdateUserAttributes: { result: {} } })

  await pool().join(email, 'care')
  await pool().rename(email, 'Ada L.')

  expect(asked.map(({ input }) => input)).toEqual([
    { ...ada, GroupName: 'care' },
    { ...ada, UserAttributes: [{ Name: 'name', Value: 'Ada L.' }] },
  ])
})

test('the token of a sign-in is the id token, which has the name', async () => {
  const asked = await toldAws({
    AdminInitiateAuth: { result: { AuthenticationResult: { IdToken: 'id', AccessToken: 'access', ExpiresIn: 3_600 } } },
  })

  expect(await pool().signIn(email, 'right')).toEqual({ kind: 'token', idToken: 'id', seconds: 3_600 })
  expect(asked[0]?.input).toMatchObject({ ClientId: 'client', AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' })
})

test.each([
  ['NEW_PASSWORD_REQUIRED', 'new-password', 'NEW_PASSWORD'],
  ['SOFTWARE_TOKEN_MFA', 'one-time-code', 'SOFTWARE_TOKEN_MFA_CODE'],
] as const)('%s is answered in its own field', async (ChallengeName, challenge, field) => {
  const asked = await toldAws({
    AdminInitiateAuth: { result: { ChallengeName, Session: 'session' } },
    AdminRespondToAuthChallenge: { result: { AuthenticationResult: { IdToken: 'id', ExpiresIn: 60 } } },
  })

  expect(await pool().signIn(email, 'first')).toEqual({
    kind: 'challenge',
    challenge,
    named: ChallengeName,
    session: 'session',
  })
  expect(await pool().answer(email, challenge, 'session', 'given')).toMatchObject({ kind: 'token' })
  expect(asked[1]?.input).toMatchObject({
    ChallengeName,
    Session: 'session',
    ChallengeResponses: { USERNAME: email, [field]: 'given' },
  })
})

test('a question that nobody here can answer is named, and not asked of Cognito', async () => {
  const asked = await toldAws({ AdminInitiateAuth: { result: { ChallengeName: 'MFA_SETUP', Session: 's' } } })

  expect(await pool().signIn(email, 'right')).toMatchObject({ challenge: 'other', named: 'MFA_SETUP' })
  expect(await pool().answer(email, 'other', 's', 'x')).toMatchObject({ kind: 'refused' })
  expect(asked).toHaveLength(1)
})

test.each(['NotAuthorizedException', 'PasswordResetRequiredException', 'InvalidPasswordException'])(
  '%s refuses the agent, in the words of Cognito',
  async (error) => {
    await toldAws({ AdminInitiateAuth: { error, message: 'so it is' } })

    expect(await pool().signIn(email, 'wrong')).toEqual({ kind: 'refused', reason: 'so it is' })
  },
)

test('what refuses the operator is not laid at the agent', async () => {
  await toldAws({ AdminInitiateAuth: { error: 'AccessDeniedException', message: 'not authorized' } })

  await expect(pool().signIn(email, 'right')).rejects.toThrow('not authorized')
})
