/** A Lambda function, one version or alias of it where its ARN says so. */
export interface FunctionArn {
  readonly region: string
  readonly account: string
  readonly name: string
  /** Without version and alias. */
  readonly arn: string
  readonly qualifier?: string
}

const shape =
  /^(?<arn>arn:aws[a-z-]*:lambda:(?<region>[a-z]{2}(?:-[a-z]+)+-\d):(?<account>\d{12}):function:(?<name>[\w-]{1,64}))(?::(?<qualifier>[\w-]{1,128}))?$/

/** Undefined for what is no function's. `$LATEST` is what an ARN means that names no version. */
export const functionArn = (text: string): FunctionArn | undefined => {
  const { arn, region, account, name, qualifier } = shape.exec(text)?.groups ?? {}
  if (!arn || !region || !account || !name) return undefined
  return { region, account, name, arn, ...(qualifier !== undefined && { qualifier }) }
}
