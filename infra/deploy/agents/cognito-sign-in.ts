import {
  AdminInitiateAuthCommand,
  type AdminInitiateAuthCommandOutput,
  AdminRespondToAuthChallengeCommand,
  type CognitoIdentityProviderClient,
} from '@aws-sdk/client-cognito-identity-provider'
import { codeOf } from '../cloud/failure.ts'
import type { AgentPool, Challenge, SignedIn } from './ports.ts'

/** Cognito's name for each challenge that can be answered here, and the field of its answer. */
const challenges = {
  'new-password': ['NEW_PASSWORD_REQUIRED', 'NEW_PASSWORD'],
  'one-time-code': ['SOFTWARE_TOKEN_MFA', 'SOFTWARE_TOKEN_MFA_CODE'],
} as const

/** An administrator's sign-in, with the caller's AWS credentials beside the agent's password. */
export const cognitoSignIn = (
  client: CognitoIdentityProviderClient,
  UserPoolId: string,
  ClientId: string,
): Pick<AgentPool, 'signIn' | 'answer'> => ({
  signIn: (USERNAME, PASSWORD) => {
    const AuthParameters = { USERNAME, PASSWORD }
    const asked = { UserPoolId, ClientId, AuthFlow: 'ADMIN_USER_PASSWORD_AUTH' as const, AuthParameters }
    return orRefused(client.send(new AdminInitiateAuthCommand(asked)))
  },
  answer: (USERNAME, challenge, Session, given) => {
    if (challenge === 'other') return Promise.resolve({ kind: 'refused', reason: 'nothing here answers that' })
    const [ChallengeName, field] = challenges[challenge]
    const ChallengeResponses = { USERNAME, [field]: given }
    const answered = { UserPoolId, ClientId, ChallengeName, Session, ChallengeResponses }
    return orRefused(client.send(new AdminRespondToAuthChallengeCommand(answered)))
  },
})

const refusals = [
  'NotAuthorizedException',
  'UserNotFoundException',
  'UserNotConfirmedException',
  'PasswordResetRequiredException',
  'InvalidPasswordException',
  'CodeMismatchException',
  'ExpiredCodeException',
]

const orRefused = async (answer: Promise<AdminInitiateAuthCommandOutput>): Promise<SignedIn> => {
  try {
    return readAnswer(await answer)
  } catch (error) {
    if (error instanceof Error && refusals.includes(codeOf(error))) return { kind: 'refused', reason: error.message }
    throw error
  }
}

const readAnswer = ({ AuthenticationResult, ChallengeName, Session }: AdminInitiateAuthCommandOutput): SignedIn => {
  const { IdToken, ExpiresIn } = AuthenticationResult ?? {}
  if (IdToken) return { kind: 'token', idToken: IdToken, seconds: ExpiresIn ?? 0 }
  const named = ChallengeName ?? 'no token'
  const known = Object.entries(challenges).find(([, [name]]) => name === named)?.[0] as Challenge | undefined
  return { kind: 'challenge', challenge: known ?? 'other', named, session: Session ?? '' }
}
