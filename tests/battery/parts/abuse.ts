import { makeNoise, type Noise, type NoiseResult } from '#tests/faults/noisy-sender.ts'
import { badWebhooks } from '#tests/faults/webhooks/all.ts'
import { Doorstep } from '#tests/faults/webhooks/knock.ts'
import { oddWebhooks } from '#tests/faults/webhooks/odd.ts'
import { readTruth } from '#tests/simulation/truth.ts'
import { threadOf } from '#tests/support/inbound.ts'
import { type Figure, none, type Part, type Progress } from '../figure.ts'

const fewestBad = 150
const usualMessages = 10_000
const seed = 20_261_122
const limit = 60
const othersBar = 0.2

const knockBadly = async (progress: Progress): Promise<readonly Figure[]> => {
  const door = new Doorstep()
  let [serverErrors, otherAnswers] = [0, 0]
  for (const { status, ...webhook } of badWebhooks) {
    const answer = await door.knocks(webhook)
    if (answer.status !== status) progress(`a webhook that ${webhook.what}: ${answer.status} ${answer.text}`)
    serverErrors += Number(answer.status >= 500)
    otherAnswers += Number(answer.status !== status)
  }
  const size = `${badWebhooks.length} malformed webhooks`
  return [
    {
      part: 'R9 malformed webhooks',
      size,
      bar: `${fewestBad}`,
      figure: `${badWebhooks.length}`,
      met: badWebhooks.length >= fewestBad,
    },
    none('R9 answers of 5xx', size, serverErrors),
    none('R9 answers other than the documented 4xx', size, otherAnswers),
    none('R9 effects', size, door.calls + door.kept()),
  ]
}

const knockOddly = async (): Promise<readonly Figure[]> => {
  let spoilt = 0
  for (const { kept, ...webhook } of oddWebhooks) {
    const door = new Doorstep()
    const { status } = await door.knocks(webhook)
    await door.simulation.drain()
    const [own] = readTruth(door.simulation.world.cloud.table).messages.get(threadOf('their-thread')) ?? []
    spoilt += Number(status !== 202 || own?.text !== kept)
  }
  return [none('R9 odd and good: not taken, or not byte by byte', `${oddWebhooks.length} webhooks`, spoilt)]
}

const figuresOf = (noise: Noise, result: NoiseResult, quiet: NoiseResult): readonly Figure[] => {
  const where = noise.threads === 1 ? 'one thread' : `${noise.threads} threads`
  const size = `${noise.messages} messages on ${where}, ${noise.others} others, local numbers`
  const slower = result.othersP95 / quiet.othersP95 - 1
  const lost = noise.messages - result.keptInOrder + result.violations.length
  const whole = noise.messages >= usualMessages
  return [
    {
      part: 'R11 noisy sender: model calls / budget',
      size,
      bar: `<= ${limit}`,
      figure: `${result.calls}`,
      met: result.calls > 0 && result.calls <= limit,
    },
    { part: 'R11 noisy sender: handoffs', size, bar: '1', figure: `${result.handoffs}`, met: result.handoffs === 1 },
    none('R11 noisy sender: lost, twice or out of order', size, lost),
    {
      part: "R11 others' p95",
      size: `${size}; ${Math.round(result.othersP95)} ms, ${Math.round(quiet.othersP95)} ms without`,
      // A crowd of a few has no twentieth: below the full size the share is told and held to nothing.
      bar: whole ? '< +20 %' : 'to compare',
      figure: `${slower < 0 ? '' : '+'}${(slower * 100).toFixed(1)} %`,
      met: whole ? slower < othersBar && result.othersAnswered === noise.others : undefined,
    },
  ]
}

/** R9: what is malformed. R11: one sender with very many messages beside everybody else; times are virtual, the model takes 1.2 s. */
export const abuse: Part = async (progress, scale) => {
  const messages = Math.max(1_000, Math.ceil(usualMessages * scale))
  const lastsMs = messages * 10
  const noise = { seed, messages, others: Math.round(lastsMs / 500), lastsMs, limit }
  const figures = [...(await knockBadly(progress)), ...(await knockOddly())]
  const quiet = await makeNoise({ ...noise, messages: 0, threads: 1 })
  for (const threads of [1, Math.ceil(messages / 20)]) {
    progress(`one sender, ${messages} messages, ${threads} threads`)
    const result = await makeNoise({ ...noise, threads })
    for (const violation of result.violations.slice(0, 20)) progress(JSON.stringify(violation))
    figures.push(...figuresOf({ ...noise, threads }, result, quiet))
  }
  return { figures }
}
