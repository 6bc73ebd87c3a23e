import { describe, expect, it } from 'vitest'
import { surroundings } from './sample-surroundings.ts'
import { sqsFaults } from './sqs.ts'

const fifo = { QueueUrl: 'http://q/1/box.fifo', MessageBody: '{}', MessageGroupId: 'g', MessageDeduplicationId: 'd' }
const standard = { QueueUrl: 'http://q/1/box', MessageBody: '{}', DelaySeconds: 900 }
const faults = (operation: string, input: object) => sqsFaults(surroundings, operation, { ...input })

describe('a message', () => {
  it('is sound for either kind of queue', () => {
    expect(faults('SendMessage', fifo)).toEqual([])
    expect(faults('SendMessage', standard)).toEqual([])
    expect(faults('SendMessage', { ...standard, MessageBody: '\t\n\r \ud7ff\ue000\ufffd😀' })).toEqual([])
  })

  it.each<[string, object, RegExp]>([
    ['no such queue', { ...standard, QueueUrl: 'http://q/1/other' }, /there is no queue/],
    ['an empty body', { ...standard, MessageBody: '' }, /a message is empty/],
    ['U+FFFE', { ...standard, MessageBody: 'a\ufffe' }, /characters outside of XML 1\.0/],
    ['a control character', { ...standard, MessageBody: 'a\u0001' }, /characters outside of XML 1\.0/],
    ['half a character', { ...standard, MessageBody: 'a\ud83d' }, /characters outside of XML 1\.0/],
    ['over a megabyte', { ...standard, MessageBody: 'ü'.repeat(524_289) }, /a message has 1048578 bytes/],
    ['too long a delay', { ...standard, DelaySeconds: 901 }, /DelaySeconds is 901, not 0 to 900/],
    ['half a second of delay', { ...standard, DelaySeconds: 0.5 }, /DelaySeconds is 0\.5/],
    ['no group on a FIFO queue', { ...fifo, MessageGroupId: undefined }, /no MessageGroupId/],
    ['no deduplication on a FIFO queue', { ...fifo, MessageDeduplicationId: undefined }, /no MessageDeduplicationId/],
    ['a delay on a FIFO queue', { ...fifo, DelaySeconds: 0 }, /DelaySeconds of its own/],
    ['deduplication on a standard queue', { ...standard, MessageDeduplicationId: 'd' }, /standard queue has a Message/],
    ['a space in a group', { ...fifo, MessageGroupId: 'a b' }, /MessageGroupId is not 1 to 128/],
    ['an umlaut in a group', { ...fifo, MessageGroupId: 'ü' }, /MessageGroupId is not 1 to 128/],
    ['too long a group', { ...fifo, MessageGroupId: 'g'.repeat(129) }, /MessageGroupId is not 1 to 128/],
    [
      'too long a deduplication id',
      { ...fifo, MessageDeduplicationId: 'd'.repeat(129) },
      /MessageDeduplicationId is not/,
    ],
  ])('is refused with %s', (_what, input, fault) => {
    expect(faults('SendMessage', input)).toEqual([expect.stringMatching(fault)])
  })
})

describe('a batch', () => {
  const entry = (Id: string, more = {}) => ({ Id, MessageBody: '{}', ...more })
  const send = (...Entries: object[]) => faults('SendMessageBatch', { QueueUrl: standard.QueueUrl, Entries })

  it('is sound with up to ten entries', () => {
    expect(send(...Array.from({ length: 10 }, (_, n) => entry(String(n))))).toEqual([])
  })

  it.each<[string, readonly string[], RegExp]>([
    ['no entries', send(), /a batch has 0 entries/],
    ['eleven entries', send(...Array.from({ length: 11 }, (_, n) => entry(String(n)))), /a batch has 11 entries/],
    ['two of the same id', send(entry('a'), entry('a')), /two entries of a batch have the same id/],
    ['an id with a dot', send(entry('a.b')), /an entry of the id a\.b/],
    [
      'over a megabyte',
      send(entry('a', { MessageBody: 'x'.repeat(600_000) }), entry('b', { MessageBody: 'x'.repeat(600_000) })),
      /a batch has 1200000 bytes/,
    ],
    ['a fault in an entry', send(entry('a', { DelaySeconds: -1 })), /DelaySeconds is -1/],
  ])('is refused with %s', (_what, found, fault) => {
    expect(found).toEqual([expect.stringMatching(fault)])
  })

  it('of other verbs is held to its ids and its seconds', () => {
    const Entries = [{ Id: 'a', ReceiptHandle: 'r', VisibilityTimeout: 43_201 }]

    expect(faults('ChangeMessageVisibilityBatch', { QueueUrl: standard.QueueUrl, Entries })).toEqual([
      'VisibilityTimeout is 43201, not 0 to 43200',
    ])
    expect(faults('DeleteMessageBatch', { QueueUrl: standard.QueueUrl, Entries: [{ Id: 'a b' }] })).toHaveLength(1)
  })
})

describe('a receive', () => {
  const receive = (more: object) => faults('ReceiveMessage', { QueueUrl: standard.QueueUrl, ...more })

  it('is sound within its bounds', () => {
    expect(receive({ MaxNumberOfMessages: 10, WaitTimeSeconds: 20, VisibilityTimeout: 43_200 })).toEqual([])
  })

  it.each<[object, RegExp]>([
    [{ MaxNumberOfMessages: 0 }, /MaxNumberOfMessages is 0, not 1 to 10/],
    [{ WaitTimeSeconds: 21 }, /WaitTimeSeconds is 21/],
    [{ VisibilityTimeout: -1 }, /VisibilityTimeout is -1/],
    [{ ReceiveRequestAttemptId: 'a' }, /only a FIFO queue/],
  ])('is refused with %j', (more, fault) => {
    expect(receive(more)).toEqual([expect.stringMatching(fault)])
  })

  it('is followed by a change of its visibility within twelve hours', () => {
    const change = { QueueUrl: fifo.QueueUrl, ReceiptHandle: 'r' }

    expect(faults('ChangeMessageVisibility', { ...change, VisibilityTimeout: 0 })).toEqual([])
    expect(faults('ChangeMessageVisibility', { ...change, VisibilityTimeout: 43_201 })).toHaveLength(1)
  })
})
