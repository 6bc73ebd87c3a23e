import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { freePort } from '#infra/local/table/free-port.ts'
import type { PythonTools } from '#tests/proof/python-tools.ts'
import { type Running, runChild, startChild } from '../child.ts'

/** An independent emulator of AWS. It verifies agents' tokens with `cryptography`, which it does not bring itself. */
export const ministackRequirements = ['ministack==1.5.33', 'cryptography==50.0.2']

const patienceMs = 60_000
const lookMs = 100

const certificateScript = `
import datetime, ipaddress, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, 'localhost')])
now = datetime.datetime.now(datetime.timezone.utc)
made = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
made = made.serial_number(x509.random_serial_number()).not_valid_before(now - datetime.timedelta(days=1))
made = made.not_valid_after(now + datetime.timedelta(days=1))
made = made.add_extension(x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address('127.0.0.1'))]), False)
with open(sys.argv[1], 'wb') as file:
    file.write(made.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
with open(sys.argv[2], 'wb') as file:
    form = serialization.PrivateFormat.PKCS8
    file.write(key.private_bytes(serialization.Encoding.PEM, form, serialization.NoEncryption()))
`

export interface MinistackProps {
  readonly tools: PythonTools
  /** Its own, emptied by whoever made it. */
  readonly folder: string
  /** Where everybody reaches it: this port is in every URL that it makes. */
  readonly publicPort: number
  /** Where the model's calls go instead of to canned answers. */
  readonly modelUrl: string
  readonly env: Readonly<Record<string, string>>
}

const makeCertificate = async ({ tools, folder, env }: MinistackProps) => {
  const files = { certificate: join(folder, 'certificate.pem'), key: join(folder, 'key.pem') }
  const args = ['-c', certificateScript, files.certificate, files.key]
  const made = await runChild({ command: tools.python, args, env, logFile: join(folder, 'certificate.log') })
  if (made.code !== 0) throw new Error(`no certificate could be made: ${made.output}`)
  return files
}

/** Under TLS, so that a policy's aws:SecureTransport is what it is on AWS, and with every role held to its policies. */
const environmentOf = ({ folder, publicPort, modelUrl, env }: MinistackProps): Record<string, string> => ({
  ...env,
  AUTH: 'true',
  LAMBDA_EXECUTOR: 'local',
  GATEWAY_PORT: String(publicPort),
  MINISTACK_HOST: 'localhost',
  TMPDIR: folder,
  STATE_DIR: join(folder, 'state'),
  S3_DATA_DIR: join(folder, 's3'),
  IOT_MTLS_ENABLED: '0',
  PYTHONUNBUFFERED: '1',
  AWS_ENDPOINT_URL_BEDROCK_RUNTIME: modelUrl,
})

const answers = async (url: string): Promise<boolean> => {
  const { request } = await import('node:https')
  return new Promise((resolve) => {
    request(`${url}/_ministack/health`, { rejectUnauthorized: false }, (answer) => {
      answer.resume()
      resolve(answer.statusCode === 200)
    })
      .once('error', () => resolve(false))
      .end()
  })
}

const untilReady = async (url: string, child: Running, logFile: string): Promise<void> => {
  const deadline = Date.now() + patienceMs
  while (!(await answers(url))) {
    if (child.exitCode() !== null || Date.now() > deadline) throw new Error(`ministack did not start: see ${logFile}`)
    await setTimeout(lookMs)
  }
}

/** Starts ministack on 127.0.0.1. @returns its address, under TLS */
export const startMinistack = async (props: MinistackProps): Promise<{ readonly url: URL; stop(): Promise<void> }> => {
  await mkdir(props.folder, { recursive: true })
  // It runs functions by a script that is CommonJS, whatever the nearest package.json says.
  await writeFile(join(props.folder, 'package.json'), '{ "type": "commonjs" }')
  const { certificate, key } = await makeCertificate(props)
  const port = await freePort()
  const logFile = join(props.folder, 'ministack.log')
  const bind = ['--bind', `127.0.0.1:${port}`, '--certfile', certificate, '--keyfile', key, '--keep-alive', '75']
  const args = ['-m', 'hypercorn', 'ministack.app:app', ...bind]
  const child = startChild({ command: props.tools.python, args, env: environmentOf(props), logFile })
  const url = new URL(`https://127.0.0.1:${port}`)
  await untilReady(url.origin, child, logFile).catch(async (error: unknown) => {
    await child.stop()
    throw error
  })
  return { url, stop: () => child.stop() }
}
