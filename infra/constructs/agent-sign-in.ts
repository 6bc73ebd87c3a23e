import { Duration, RemovalPolicy } from 'aws-cdk-lib'
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
      passwordPolicy: { minLength: 12 },
      mfa: Mfa.OPTIONAL,
      mfaSecondFactor: { otp: true, sms: false },
      deletionProtection: true,
      removalPolicy: RemovalPolicy.RETAIN,
    })
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
