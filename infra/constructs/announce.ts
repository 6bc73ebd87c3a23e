import { CfnOutput, Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** Prints, after a deployment, what the company needs to connect to it. */
export const announce = (scope: Construct, outputs: Readonly<Record<string, string>>): void => {
  for (const [id, value] of Object.entries(outputs)) new CfnOutput(Stack.of(scope), id, { value })
}
