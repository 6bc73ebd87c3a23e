import middy from '@middy/core'
import type { Context } from 'aws-lambda'
import { afterEach, expect, test, vi } from 'vitest'
import { doorLog } from '#shared/lambda/door-log.ts'
import { thrownLine } from '#tests/faults/canaries/heard.ts'

/** A door that does this, and the metrics that its invocations wrote. */
const open = (work: (log: ReturnType<typeof doorLog>['log']) => void) => {
  const lines: string[] = []
  const write = (...parts: unknown[]) => {
    lines.push(...String(parts[0]).split('\n').filter(Boolean))
    return true
  }
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(write as never)
  for (const method of ['log', 'warn', 'info'] as const) vi.spyOn(console, method).mockImplementation(write as never)
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'Baton')
  vi.stubEnv('POWERTOOLS_SERVICE_NAME', 'test')
  const { log, published } = doorLog()
  const door = middy<unknown, string>()
    .use(published)
    .handler(async () => {
      work(log)
      return 'done'
    })
  const invoke = () => door({}, {} as Context)
  const metrics = () => lines.filter((line) => line.includes('_aws')).map((line) => JSON.parse(line))
  return { invoke, metrics, lines }
}

afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllEnvs()
})

test('an invocation writes what it counted when it ends', async () => {
  const { invoke, metrics } = open((log) => {
    log({ event: 'line.lease-expired', team: 'care', handoffId: 'h', agentId: 'ann' })
    log({ event: 'line.lease-expired', team: 'care', handoffId: 'h-2', agentId: 'ann' })
  })

  expect(await invoke()).toBe('done')
  expect(metrics()).toMatchObject([{ LeasesExpired: [1, 1], service: 'test' }])
})

test('one that fails writes it as well, and fails', async () => {
  const { invoke, metrics } = open((log) => {
    log({ event: 'message.failed', threadId: 't', messageId: 'm', channel: 'standard', cause: 'callback answered 410' })
    throw new TypeError('and then it broke')
  })

  await expect(invoke()).rejects.toThrow('failed: TypeError')
  expect(metrics()).toMatchObject([{ DeliveriesFailed: 1 }])
})

test('what a failure says, whatever it quotes, is not what Lambda writes to the log', async () => {
  const { invoke } = open(() => {
    const said = 'I was charged twice'
    throw Object.assign(new Error(`cannot write ${said}`, { cause: new Error(said) }), { CancellationReasons: [said] })
  })

  const error = await invoke().catch((thrown: Error) => thrown)

  expect(error).toMatchObject({ name: 'DoorFailedError', message: 'failed: Error' })
  expect(thrownLine(error)).not.toContain('charged')
})

test('what was answered in its place is answered', async () => {
  const { published } = doorLog()
  const door = middy<unknown, string>()
    .use(published)
    .use({
      onError: (request) => {
        request.response = 'instead'
      },
    })
    .handler(async () => {
      throw new Error('broken')
    })

  expect(await door({}, {} as Context)).toBe('instead')
})

test('the next invocation counts from nothing', async () => {
  const { invoke, metrics } = open((log) =>
    log({ event: 'line.lease-expired', team: 'care', handoffId: 'h', agentId: 'ann' }),
  )
  await invoke()
  await invoke()

  expect(metrics().map(({ LeasesExpired }) => LeasesExpired)).toEqual([1, 1])
})

test('what is told apart by a team, a trigger or a channel is written apart, with nothing else beside it', async () => {
  const { invoke, metrics } = open((log) => {
    log({ event: 'line.watched', team: 'care', waiting: 2, longestSeconds: 70, openSeconds: 60 })
    log({ event: 'line.watched', team: 'billing', waiting: 1, longestSeconds: 9, openSeconds: 9 })
  })
  await invoke()
  await invoke()

  const told = metrics().map(({ _aws, ...figures }) => [_aws.CloudWatchMetrics[0].Dimensions, figures])
  const once = [
    [[['service']], { service: 'test', LongestWaitWhileOpen: [60, 9] }],
    [[['service', 'team']], { service: 'test', team: 'care', LineLength: 2, LongestWait: 70 }],
    [[['service', 'team']], { service: 'test', team: 'billing', LineLength: 1, LongestWait: 9 }],
  ]
  expect(told).toEqual([...once, ...once])
})

test('an empty line is counted, and no line of the log says so', async () => {
  const { invoke, metrics, lines } = open((log) => {
    log({ event: 'line.watched', team: 'care', waiting: 0, longestSeconds: 0 })
    log({ event: 'line.watched', team: 'billing', waiting: 1, longestSeconds: 9 })
  })
  await invoke()

  expect(metrics().map(({ team, LineLength }) => [team, LineLength])).toEqual([
    ['care', 0],
    ['billing', 1],
  ])
  expect(lines.flatMap((line) => JSON.parse(line).message ?? [])).toEqual(['line.watched'])
})

test('one that counted nothing writes no metrics, and no warning about that', async () => {
  const { invoke, metrics, lines } = open((log) => log({ event: 'line.surplus-ticket', team: 'care' }))
  await invoke()

  expect(metrics()).toEqual([])
  expect(lines.map((line) => JSON.parse(line).message)).toEqual(['line.surplus-ticket'])
})

test('a line holds its level, its time and the event, and nothing that costs bytes without saying more', async () => {
  vi.stubEnv('_X_AMZN_TRACE_ID', 'Root=1-67409d3a-0123456789abcdef01234567')
  const { invoke, lines } = open((log) => log({ event: 'webhook.refused', channel: 'standard', status: 401 }))
  await invoke()

  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: 'INFO',
      message: 'webhook.refused',
      timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      channel: 'standard',
      status: 401,
    },
  ])
})
