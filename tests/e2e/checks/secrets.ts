import { randomBytes } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import type { Stage } from '#infra/local/demo/stage.ts'
import { holds } from '../checklist.ts'
import { type DeployedStack, outputOf } from '../cloud/deployed-stack.ts'
import { changeEnvironment } from '../cloud/lambda-functions.ts'
import { readSecret, writeSecret } from '../cloud/secret-values.ts'

const generated = /^[A-Za-z0-9]{44}$/

/** Both secrets are there, work as they are, and differ. */
export const secretsAreGenerated = async (stack: DeployedStack): Promise<undefined> => {
  const names = ['StandardInboundSecretName', 'StandardOutboundSecretName'].map((name) => outputOf(stack, name))
  const texts = await Promise.all(names.map((name) => readSecret(stack, name)))
  for (const text of texts) holds(generated.test(text), 'each is 44 letters and digits, valid base64')
  holds(new Set(texts).size === texts.length, 'one is not the other')
}

const lookMs = 500
const patienceMs = 20_000

/** A new execution environment takes the place of the old ones within moments, not at once. */
const untilAnswered = async (wanted: number, deliver: () => Promise<number>): Promise<boolean> => {
  const deadline = Date.now() + patienceMs
  while (Date.now() < deadline) {
    if ((await deliver()) === wanted) return true
    await setTimeout(lookMs)
  }
  return false
}

/** As docs say to rotate: the new one beside the old one, then the new one alone. */
export const secretRotates = async (stack: DeployedStack, stage: Stage): Promise<string> => {
  const name = outputOf(stack, 'StandardInboundSecretName')
  const [old, fresh] = [await readSecret(stack, name), randomBytes(33).toString('base64')]
  const greta = stage.customer({ id: 'u-greta', name: 'Greta' })
  const question = 'How many days do I have to return a lamp?'
  const signedWith = (secret: string) => () => greta.delivers(greta.signs(question, secret))
  const put = async (text: string, mark: string) => {
    await writeSecret(stack, name, text)
    // The door keeps a secret for five minutes; a new environment of it has kept none.
    await changeEnvironment(stack, 'ReceiveMessage', { E2E_ROTATION: mark })
  }
  try {
    await put(`${fresh} ${old}`, 'beside')
    holds(await untilAnswered(202, signedWith(fresh)), 'the new secret beside the old one is taken')
    holds((await signedWith(old)()) === 202, 'the old secret is still taken beside the new one')
    await put(fresh, 'alone')
    holds(await untilAnswered(401, signedWith(old)), 'the old secret alone is refused')
    holds((await signedWith(fresh)()) === 202, 'the new secret alone is taken')
  } finally {
    await put(old, 'back')
  }
  holds(await untilAnswered(202, signedWith(old)), 'the first secret is taken again')
  return 'new beside old, new alone, old refused'
}
