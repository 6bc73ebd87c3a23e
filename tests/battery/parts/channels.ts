import { measureReceiving } from '#tests/bench/channels.ts'
import { type ForgeryRun, knockForged } from '#tests/faults/channels/forgeries.ts'
import {
  deliverRepeatedly,
  knockLate,
  type RepeatRun,
  type ReplayRun,
  repeatedWords,
  replay,
} from '#tests/faults/channels/repeats.ts'
import { type SignedChannel, signedChannels } from '#tests/support/signed-channels.ts'
import { type Figure, none, type Part, some } from '../figure.ts'

const usualForged = 1_000
const usualRepeats = 100
const longestAnswer = 64
const pauseSeconds = 10
const receiveMs = 5

interface Run {
  readonly forged: ForgeryRun
  readonly question: RepeatRun
  readonly request: RepeatRun
  /** Absent where nothing tells a delivery's age. */
  readonly replayed: ReplayRun | undefined
  readonly late: readonly number[]
  readonly inTime: readonly number[]
}

const play = async (channel: SignedChannel, forged: number, repeats: number): Promise<Run> => ({
  forged: await knockForged(channel, forged),
  question: await deliverRepeatedly(channel, repeatedWords.question, repeats),
  request: await deliverRepeatedly(channel, repeatedWords.request, repeats, 8),
  replayed: channel.signsTime || channel.tellsTime ? await replay(channel, 14.001) : undefined,
  late: channel.signsTime ? [await knockLate(channel, -301), await knockLate(channel, 301)] : [],
  inTime: channel.signsTime ? [await knockLate(channel, -300), await knockLate(channel, 300)] : [],
})

/** Beyond the one message, and the one reply or the one handoff with its notice. */
const wrongEffects = ({ messages, replies, handoffs, sent, said, undelivered }: RepeatRun, isRequest: boolean) =>
  Math.abs(messages - 1) +
  Math.abs(replies - Number(!isRequest)) +
  Math.abs(handoffs - Number(isRequest)) +
  Math.abs(said.length - 1) +
  Math.abs(sent.length - said.length) +
  Number(sent[0] !== said[0]) +
  undelivered

const ofForgeries = (runs: readonly ForgeryRun[]): readonly Figure[] => {
  const sum = (count: (run: ForgeryRun) => number) => runs.reduce((total, run) => total + count(run), 0)
  const size = `${sum(({ tried }) => tried)} forged requests on ${runs.length} channels`
  const longest = Math.max(...runs.flatMap(({ answers }) => answers.map(({ body }) => Buffer.byteLength(body))))
  const different = Math.max(...runs.map(({ answers }) => new Set(answers.map((heard) => JSON.stringify(heard))).size))
  return [
    some('S2 forged requests tried', size, Math.min(...runs.map(({ tried }) => tried))),
    none(
      'S2 calls, records and messages they caused',
      size,
      sum(({ effects }) => effects),
    ),
    none(
      'S2 answers other than 401',
      size,
      sum(({ answers }) => answers.filter(({ status }) => status !== 401).length),
    ),
    { part: 'S2 different answers on a channel', size, bar: '1', figure: `${different}`, met: different === 1 },
    {
      part: 'S2 longest answer',
      size,
      bar: `<= ${longestAnswer} B`,
      figure: `${longest} B`,
      met: longest <= longestAnswer,
    },
    none(
      'S2 questions for a secret beyond one in 10 s',
      `${sum(({ secretsAsked }) => secretsAsked)} questions`,
      sum(({ secretsAsked, seconds }) => Math.max(0, secretsAsked - 1 - Math.floor(seconds / pauseSeconds))),
    ),
  ]
}

const ofRepeats = (runs: readonly Run[]): readonly Figure[] => {
  const all = runs.flatMap(({ question, request }) => [question, request])
  const sum = (count: (run: RepeatRun) => number) => all.reduce((total, run) => total + count(run), 0)
  const size = `${sum(({ deliveries }) => deliveries)} deliveries of ${all.length} messages over 8 days, some two at once`
  const wrong = runs.reduce(
    (total, { question, request }) => total + wrongEffects(question, false) + wrongEffects(request, true),
    0,
  )
  return [
    some('S3 repeated deliveries tried', size, Math.min(...all.map(({ deliveries }) => deliveries))),
    none('S3 effects beyond one each', size, wrong),
    none(
      'S3 repeats refused',
      size,
      sum(({ refused }) => refused),
    ),
  ]
}

const ofOldOnes = (runs: readonly Run[]): readonly Figure[] => {
  const [late, inTime] = [runs.flatMap((run) => run.late), runs.flatMap((run) => run.inTime)]
  const replays = runs.flatMap(({ replayed }) => replayed ?? [])
  const size = `${late.length} signatures each, on the channels that sign a time`
  const old = `${replays.length} channels that sign or tell a time`
  return [
    some('S3 signatures 300 s off taken', size, inTime.filter((status) => status < 300).length),
    none('S3 signatures 301 s off taken', size, late.filter((status) => status !== 401).length),
    some('S3 taken at first', old, replays.filter(({ accepted }) => accepted === 1).length),
    none(
      'S3 effects of what is played again after 14 days',
      old,
      replays.reduce((total, { effects }) => total + effects, 0),
    ),
  ]
}

const ofEffort = (medians: Readonly<Record<string, number>>): Figure => {
  const slowest = Math.max(...Object.values(medians))
  const size = Object.entries(medians).map(([name, ms]) => `${name} ${ms}`)
  return {
    part: "receive-message's own CPU at the median, slowest channel",
    size: size.join(', '),
    bar: `<= ${receiveMs} ms`,
    figure: `${slowest} ms`,
    met: slowest > 0 && slowest <= receiveMs,
  }
}

/** S2 and S3 on every channel, Twilio in both of its ways: forged requests, repeated deliveries, old ones; and what a message costs. */
export const channels: Part = async (progress, scale) => {
  const [forged, repeats] = [Math.ceil(usualForged * scale), Math.max(10, Math.ceil(usualRepeats * scale))]
  const runs: Run[] = []
  for (const channel of signedChannels) {
    progress(channel.name)
    runs.push(await play(channel, forged, repeats))
  }
  progress('the receiving door, bundled')
  const effort = ofEffort(await measureReceiving())
  return { figures: [...ofForgeries(runs.map((run) => run.forged)), ...ofRepeats(runs), ...ofOldOnes(runs), effort] }
}
