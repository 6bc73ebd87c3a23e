import { Validations } from 'aws-cdk-lib'
import { Policy, PolicyStatement, type Role } from 'aws-cdk-lib/aws-iam'
import { CfnFunction, type Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda'
import { Construct } from 'constructs'

/** X-Ray follows a share of what the doors do, through the queues as well (ADR 0084). */
export class Tracing extends Construct {
  private readonly policy: Policy

  constructor(scope: Construct, id: string) {
    super(scope, id)
    this.policy = new Policy(this, 'Policy', {
      statements: [
        new PolicyStatement({ actions: ['xray:PutTraceSegments', 'xray:PutTelemetryRecords'], resources: ['*'] }),
      ],
    })
    Validations.of(this.policy).acknowledge({
      id: 'AwsSolutions-IAM5[Resource::*]',
      reason:
        'AWS knows no resource for these two actions: a trace belongs to nothing but the account. They write and read ' +
        'nothing, and what the doors write there are names of calls, times and ids.',
    })
  }

  /** One policy for all roles, where CDK's own switch would write the same wildcard into each of them. */
  follow(door: LambdaFunction, role: Role): void {
    this.policy.attachToRole(role)
    const { defaultChild } = door.node
    if (defaultChild instanceof CfnFunction) defaultChild.tracingConfig = { mode: 'Active' }
    // Lambda takes no function whose role may not write what the function is told to write.
    door.node.addDependency(this.policy)
  }
}
