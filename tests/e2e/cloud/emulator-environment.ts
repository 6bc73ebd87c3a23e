/** Of an emulator: it takes any, and nobody else does. */
export const operatorKeys = { accessKeyId: 'test', secretAccessKey: 'test' }

const nowhere = '/dev/null'

/**
 * The environment of whatever speaks to an emulator: nothing in it leads to a real account. What the developer has
 * of AWS, profiles and endpoints of single services above all, is left out, not overwritten one by one.
 */
export const emulatorEnvironment = (
  own: Readonly<Record<string, string | undefined>>,
  endpoint: string,
  region = 'us-east-1',
): Record<string, string> => {
  const kept = Object.entries(own).flatMap(([name, value]) =>
    value === undefined || /^(AWS|CDK)_/.test(name) ? [] : [[name, value] as const],
  )
  return {
    ...Object.fromEntries(kept),
    AWS_ENDPOINT_URL: endpoint,
    AWS_ACCESS_KEY_ID: operatorKeys.accessKeyId,
    AWS_SECRET_ACCESS_KEY: operatorKeys.secretAccessKey,
    AWS_REGION: region,
    AWS_DEFAULT_REGION: region,
    AWS_CONFIG_FILE: nowhere,
    AWS_SHARED_CREDENTIALS_FILE: nowhere,
    AWS_EC2_METADATA_DISABLED: 'true',
    CDK_DISABLE_CLI_TELEMETRY: 'true',
    // A proxy of the company's leads nowhere from here.
    NO_PROXY: '127.0.0.1,localhost',
    // No colours and no progress bar: what is printed is kept in a file.
    CI: 'true',
    NO_COLOR: '1',
  }
}
