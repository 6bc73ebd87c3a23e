/** Where the stack is said to be deployed; every ARN is built from it. */
export interface Place {
  readonly region: string
  readonly account: string
  readonly stackName: string
  /** Base of the AWS endpoints that functions are given, without a slash at the end. */
  readonly gatewayUrl: string
  /** Base of the HTTP API, without a slash at the end. */
  readonly frontUrl: string
}

export const localAccount = '000000000000'

export const arn = (place: Place, service: string, rest: string): string =>
  `arn:aws:${service}:${place.region}:${place.account}:${rest}`

export const issuerUrl = (place: Pick<Place, 'frontUrl'>): string => `${place.frontUrl}/_local/issuer`
