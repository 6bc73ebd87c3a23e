import { Duration, Fn, RemovalPolicy, Stack, Validations } from 'aws-cdk-lib'
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer, HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import {
  AccountRecovery,
  Mfa,
  OAuthScope,
  UserPool,
  UserPoolClient,
  type UserPoolClientOptions,
  UserPoolDomain,
  UserPoolGroup,
} from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import type { BatonConfig } from '#shared/config/config.ts'
import { roles } from '#shared/config/roles.ts'
import { announce } from './announce.ts'

export interface AgentSignInProps {
  readonly teams: readonly string[]
  /** The company's own issuer. @default a Cognito user pool with a group per team and role */
  readonly oidc: { readonly issuer: string; readonly audience: readonly string[] } | undefined
  /** Where the console's page is, to which the sign-in leads back. @default there is none */
  readonly consoleUrl: string | undefined
}

/** A person taken out of a team keeps its token this long, no longer. */
const validities = {
  accessTokenValidity: Duration.hours(1),
  idTokenValidity: Duration.hours(1),
  refreshTokenValidity: Duration.hours(12),
}

/** The stack's own id: the name of a sign-in page has to be nobody else's in the region. */
const signInName = (stack: Stack): string => `baton-${Fn.select(2, Fn.split('/', stack.stackId))}`

/** Where tokens come from, by the origins that the console asks; a pool's are known before there is one. */
export const issuerOrigins = (stack: Stack, { auth, console }: BatonConfig): readonly string[] =>
  auth.oidc
    ? [auth.oidc.issuer, ...(console?.issuerOrigins ?? [])].map((address) => new URL(address).origin)
    : [
        `https://cognito-idp.${stack.region}.${stack.urlSuffix}`,
        `https://${signInName(stack)}.auth.${stack.region}.amazoncognito.com`,
      ]

/** Who an agent is and which teams they serve: always from a signed token. */
export class AgentSignIn extends Construct {
  readonly authorizer: IHttpRouteAuthorizer

  constructor(scope: Construct, id: string, { teams, oidc, consoleUrl }: AgentSignInProps) {
    super(scope, id)
    if (oidc) {
      this.authorizer = new HttpJwtAuthorizer('Agents', oidc.issuer, { jwtAudience: [...oidc.audience] })
      return
    }
    const pool = this.pool([...teams, ...roles])
    const client = this.client('Client', pool, {
      disableOAuth: true,
      authFlows: { userSrp: true, adminUserPassword: true },
    })
    const console = consoleUrl === undefined ? [] : [this.consoleClient(pool, consoleUrl)]
    this.authorizer = new HttpUserPoolAuthorizer('Agents', pool, { userPoolClients: [client, ...console] })
    announce(this, { UserPoolId: pool.userPoolId, UserPoolClientId: client.userPoolClientId })
  }

  private pool(groups: readonly string[]): UserPool {
    const pool = new UserPool(this, 'Pool', {
      selfSignUpEnabled: false,
      signInAliases: { email: true },
      accountRecovery: AccountRecovery.EMAIL_ONLY,
      standardAttributes: { fullname: { required: true, mutable: true } },
      passwordPolicy: {
        minLength: 12,
        requireUppercase: true,
        requireLowercase: true,
        requireDigits: true,
        requireSymbols: true,
      },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
    Validations.of(pool).acknowledge(
      {
        id: 'AwsSolutions-COG2',
        reason:
          'Each agent may add a one-time password. It is not forced because the pool has no sign-in page on which to ' +
          'enrol; a company that demands it of everybody signs its agents in through its own issuer, auth.oidc.',
      },
      {
        id: 'AwsSolutions-COG8',
        reason:
          'Threat protection is billed per agent and month. Accounts are made by an administrator only, for the ' +
          "company's own people; a company that wants risk-based sign-in has it at its own issuer, auth.oidc.",
      },
    )
    for (const group of groups) new UserPoolGroup(this, `${group}-group`, { userPool: pool, groupName: group })
    return pool
  }

  private client(id: string, userPool: UserPool, options: UserPoolClientOptions): UserPoolClient {
    return new UserPoolClient(this, id, { userPool, preventUserExistenceErrors: true, ...validities, ...options })
  }

  /** The pool's own sign-in page, and the client that the console is: public, by code and PKCE, back to its page alone. */
  private consoleClient(userPool: UserPool, url: string): UserPoolClient {
    new UserPoolDomain(this, 'Domain', { userPool, cognitoDomain: { domainPrefix: signInName(Stack.of(this)) } })
    const client = this.client('ConsoleClient', userPool, {
      generateSecret: false,
      enableTokenRevocation: true,
      oAuth: {
        flows: { authorizationCodeGrant: true },
        scopes: [OAuthScope.OPENID, OAuthScope.PROFILE],
        callbackUrls: [url],
        logoutUrls: [url],
      },
    })
    announce(this, { ConsoleIssuer: userPool.userPoolProviderUrl, ConsoleClientId: client.userPoolClientId })
    return client
  }
}
