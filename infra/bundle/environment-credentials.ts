// Stands in for the SDK's credential chain: a Lambda function's credentials always come from its environment (ADR 0001).
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env'
