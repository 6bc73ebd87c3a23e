import type { Deployed, Step } from './next-steps.ts'

interface SecretUse {
  readonly output: string
  /** Which system of the company holds the other copy. */
  readonly goesTo: string
}

/** Every secret that the stack makes, by the output that names it. */
const uses: readonly SecretUse[] = [
  { output: 'StandardInboundSecretName', goesTo: 'the system that POSTs messages to the webhook: it signs with it' },
  { output: 'StandardOutboundSecretName', goesTo: 'the system behind the callback URL: it verifies replies with it' },
]

export const secretConsole = (region: string, name: string): string =>
  `https://${region}.console.aws.amazon.com/secretsmanager/secret?name=${encodeURIComponent(name)}&region=${region}`

/** Which secret goes where, how it is read and how it is changed without losing a message. */
export const secretSteps = ({ outputs, region }: Deployed): readonly Step[] => {
  const made = uses.filter(({ output }) => outputs[output])
  const [first] = made.map(({ output }) => outputs[output] ?? '')
  if (!first) return []
  const each = made.flatMap(({ output, goesTo }) => [
    `${outputs[output]}`,
    `  goes to  ${goesTo}`,
    `  read it  ${secretConsole(region, outputs[output] ?? '')}`,
  ])
  return [{ title: 'Give each side its secret (AWS Secrets Manager)', lines: [...each, ...handling(first, region)] }]
}

const handling = (name: string, region: string): readonly string[] => [
  `or with the AWS CLI: aws secretsmanager get-secret-value --region ${region} --secret-id ${name} --query SecretString --output text`,
  'to rotate one: store "<new> <old>", separated by a space; after five minutes both are good; move your',
  'system to the new one; then store "<new>" alone. Each is base64, with or without the prefix whsec_.',
]
