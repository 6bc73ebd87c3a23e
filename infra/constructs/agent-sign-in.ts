import { Duration, RemovalPolicy, Validations } from 'aws-cdk-lib'
import type { IHttpRouteAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2'
import { HttpJwtAuthorizer, HttpUserPoolAuthorizer } from 'aws-cdk-lib/aws-apigatewayv2-authorizers'
import { AccountRecovery, Mfa, UserPool, UserPoolClient, UserPoolGroup } from 'aws-cdk-lib/aws-cognito'
import { Construct } from 'constructs'
import { roles } from '#shared/config/roles.ts'
import { announce } from './announce.ts'

export interface AgentSignInProps {
  readonly teams: readonly string[]
  /** The company's own issuer. @default a Cognito user pool with a group per team and role */
  readonly oidc: { readonly issuer: string; readonly audience: readonly string[] } | undefined
}

/** Who an agent is and which teams they serve: always from a signed token. */
export class AgentSignIn extends Construct {
  readonly authorizer: IHttpRouteAuthorizer

  constructor(scope: Construct, id: string, { teams, oidc }: AgentSignInProps) {
    super(scope, id)
    if (oidc) {
      this.authorizer = new HttpJwtAuthorizer('Agents', oidc.issuer, { jwtAudience: [...oidc.audience] })
      return
    }
    const pool = this.pool([...teams, ...roles])
    const client = this.client(pool)
    this.authorizer = new HttpUserPoolAuthorizer('Agents', pool, { userPoolClients: [client] })
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

  private client(userPool: UserPool): UserPoolClient {
    return new UserPoolClient(this, 'Client', {
      userPool,
      authFlows: { userSrp: true, adminUserPassword: true },
      disableOAuth: true,
      preventUserExistenceErrors: true,
      // A person taken out of a team keeps its token this long, no longer.
      accessTokenValidity: Duration.hours(1),
      idTokenValidity: Duration.hours(1),
      refreshTokenValidity: Duration.hours(12),
    })
  }
}
