import { Webhook } from 'standardwebhooks'
import { describe, expect, it, vi } from 'vitest'
import { localAgents } from '#infra/local/desk/agents.ts'
import { readArguments } from '#infra/local/desk/arguments.ts'
import { tellLine } from '#infra/local/desk/event-lines.ts'
import { createReplies, replyOn } from '#infra/local/desk/replies.ts'
import { playableChannels } from '#infra/local/providers/provider-list.ts'
import type { LogEvent } from '#shared/log/log.ts'
import { printingLog } from '#tests/support/printed-lines.ts'

describe('the command line', () => {
  it('has defaults and takes every option', () => {
    expect(readArguments([])).toEqual({ port: 3000, channels: [], bedrock: false, readyJson: false, help: false })
    expect(
      readArguments(['--port', '0', '--callback', 'http://127.0.0.1:9/x', '--ready-json', '--bedrock', '--data', '/d']),
    ).toMatchObject({ port: 0, callbackUrl: 'http://127.0.0.1:9/x', readyJson: true, bedrock: true, dataFolder: '/d' })
  })

  it('takes a channel once, several, or all of them', () => {
    const channelsOf = (...written: string[]) => readArguments(written).channels

    expect(channelsOf('--channel', 'slack', '--channel', 'line', '--channel', 'slack')).toEqual(['slack', 'line'])
    expect(channelsOf('--channel', 'all')).toEqual(playableChannels)
    expect(channelsOf('--channel', 'all', '--callback', 'http://127.0.0.1:9/x')).toEqual(
      playableChannels.filter((channel) => channel !== 'standard'),
    )
  })

  it.each([
    [['--port', 'x'], /--port "x" is not allowed: must be a number from 0 to 65535/],
    [['--port', '70000'], /--port "70000"/],
    [['--port', ''], /--port ""/],
    [['--callback', 'ftp://x'], /--callback "ftp:\/\/x" is not allowed/],
    [['--unknown'], /--unknown/],
    [['--channel', 'sms'], /^--channel "sms" is not allowed: must be one of standard, slack, .* with "all"$/],
    [['--channel', ''], /^--channel "" is not allowed/],
    [['--channel', 'standard', '--callback', 'http://127.0.0.1:9/x'], /^--callback and --channel standard exclude/],
  ])('refuses %j in one line', (written, message) => {
    expect(() => readArguments(written)).toThrow(message)
  })
})

describe('the local agents', () => {
  it('are two of each team, two of several, a supervisor and an admin', () => {
    const agents = localAgents(['care', 'billing', 'legal'])

    expect(agents.filter(({ groups }) => groups.join() === 'billing')).toHaveLength(2)
    expect(agents.filter(({ groups }) => groups.length > 1).map(({ groups }) => groups.length)).toEqual([2, 3])
    expect(agents.slice(-2).map(({ id, groups }) => [id, groups])).toEqual([
      ['supervisor', ['supervisor']],
      ['admin', ['admin']],
    ])
  })
})

describe('a log line', () => {
  const thread = '4d8143a88102495931e9cf80'
  const line = (fields: object) => tellLine('TakeTurn', JSON.stringify(fields))

  it('is told where it is news, shown where it is a problem, and dropped where it is neither', () => {
    expect(
      line({ level: 'INFO', message: 'turn.handed-off', trigger: 'legal', kind: 'topic', team: 'care', rule: 'r' }),
    ).toBe('  handoff     legal (topic) to care, rule "r"')
    expect(line({ level: 'ERROR', message: 'function.failed', errorType: 'TypeError', errorMessage: 'x' })).toBe(
      '! TakeTurn  function.failed TypeError x',
    )
    expect(line({ level: 'INFO', message: 'sweep.done' })).toBeUndefined()
    expect(tellLine('TakeTurn', 'plain text')).toBe('  TakeTurn  plain text')
  })

  it.each<[event: LogEvent, told: string]>([
    [{ event: 'webhook.accepted', channel: 'slack', threadId: thread, messages: 2 }, '  message in  2 on slack'],
    [{ event: 'turn.appended', threadId: thread, status: 'waiting', messages: 1 }, '  appended    the conversation is'],
  ])('as a door writes it of %j says whose conversation it is', (event, told) => {
    const [line = ''] = printingLog().linesOf(event)

    const news = tellLine('ReceiveMessage', line)
    expect(news).toContain(told)
    expect(news).toMatch(new RegExp(` \\[${thread}\\]$`))
    expect(news).not.toContain('undefined')
  })
})

describe('the local callback', () => {
  const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
  const body = JSON.stringify({
    data: { conversation: { id: 'c' }, author: { kind: 'agent', name: 'Ada' }, message: { id: 'm', text: 'hi' } },
  })
  const signed = (key: string) => {
    const at = new Date()
    const headers = { 'webhook-id': 'm', 'webhook-timestamp': String(Math.floor(at.getTime() / 1_000)) }
    return { ...headers, 'webhook-signature': new Webhook(key).sign('m', at, body) }
  }

  it('takes a delivery that is signed, and wakes who waits for it', async () => {
    const onReply = vi.fn()
    const replies = createReplies(() => secret, onReply)
    const waiting = replies.next('c', 0, 5_000)

    replies.receive(body, signed(secret))

    expect(await waiting).toEqual({ conversationId: 'c', author: 'agent Ada', text: 'hi', number: 1 })
    expect(onReply).toHaveBeenCalledOnce()
  })

  it('refuses one that is not, and answers nobody with it', async () => {
    const replies = createReplies(
      () => secret,
      () => undefined,
    )

    expect(() => replies.receive(body, signed('whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA'))).toThrow()
    expect(await replies.next('c', 0, 10)).toBeUndefined()
  })

  it('keeps channels apart: threads of two may have one name', async () => {
    const replies = createReplies(
      () => secret,
      () => undefined,
    )
    const heard = { id: '1', thread: 'c', text: 'there', at: 0 }

    replies.keep(replyOn('slack', heard))
    replies.keep(replyOn('standard', { ...heard, text: 'here', author: 'agent', name: 'Ada' }))

    expect(await replies.next('c', 0, 0, 'slack')).toMatchObject({ author: 'slack', text: 'there' })
    expect(await replies.next('c', 0, 0)).toMatchObject({ author: 'agent Ada', text: 'here' })
    expect(await replies.next('c', 0, 0, 'line')).toBeUndefined()
  })
})
