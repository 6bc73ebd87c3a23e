/** Stands in for the SDK's bearer tokens of a person who signed on: a Lambda function is none (ADR 0001). */
export const fromSso = () => async (): Promise<never> => {
  throw Object.assign(new Error('Nobody signs on in a function'), { tryNextLink: true })
}
