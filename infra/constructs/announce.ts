import { CfnOutput } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

/** Prints what a deployment is reached by; what this configuration has not is left out. */
export const announce = (scope: Construct, values: Readonly<Record<string, string | undefined>>): void => {
  for (const [id, value] of Object.entries(values)) if (value !== undefined) new CfnOutput(scope, id, { value })
}
