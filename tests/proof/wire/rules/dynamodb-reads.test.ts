import { describe, expect, it } from 'vitest'
import { dynamodbFaults } from './dynamodb-request.ts'
import { faults, key, refuses, S } from './refuses.ts'
import { surroundings } from './sample-surroundings.ts'

const two = { S: 'a', N: '1' }

describe('a GetItem', () => {
  refuses('GetItem', { Key: key, ConsistentRead: true }, [
    ['two types in its key', { Key: { ...key, pk: two } }, /pk has 2 types: S, N/],
    ['half a key', { Key: { pk: S('a') } }, /key sk is not of type S/],
  ])
})

describe('an export', () => {
  const exported = (table: string) =>
    dynamodbFaults(surroundings, 'ExportTableToPointInTime', {
      TableArn: `arn:aws:dynamodb:us-east-1:000000000000:table/${table}`,
      S3Bucket: 'tables',
    })

  it('is of a table that is there', () => {
    expect(exported('T')).toEqual([])
    expect(exported('U')).toEqual(['there is no table U'])
  })
})

describe('a Query', () => {
  const sound = {
    KeyConditionExpression: 'pk = :p AND sk BETWEEN :a AND :b',
    ExpressionAttributeValues: { ':p': S('x'), ':a': S('a'), ':b': S('b') },
    ConsistentRead: true,
    ExclusiveStartKey: key,
    ProjectionExpression: 'pk, sk, anything',
  }
  const asks = (KeyConditionExpression: string, values: object) => ({
    KeyConditionExpression,
    ExpressionAttributeValues: values,
  })
  refuses('Query', sound, [
    ['no such index', { IndexName: 'other' }, /there is no index other/],
    ['no partition key', asks('sk = :a', { ':a': S('a') }), /pk is not asked for with one =/],
    ['a range of partition keys', asks('pk > :a', { ':a': S('a') }), /pk is not asked for with one =/],
    ['an empty partition key', asks('pk = :a', { ':a': S('') }), /key pk is empty/],
    ['a value of another type', asks('pk = :a', { ':a': { N: '1' } }), /key pk is not of type S/],
    [
      'the sort key twice',
      asks('pk = :p AND sk > :a AND sk < :b', sound.ExpressionAttributeValues),
      /sk is asked for 2 times/,
    ],
    [
      'something that is no key',
      asks('pk = :p AND x = :a', { ':p': S('x'), ':a': S('a') }),
      /asks for x, which is no key/,
    ],
    [
      'an operator that keys do not know',
      asks('pk = :p AND sk <> :a', { ':p': S('x'), ':a': S('a') }),
      /asked for with <>/,
    ],
    [
      'a range that ends before it begins',
      { ExpressionAttributeValues: { ':p': S('x'), ':a': S('b'), ':b': S('a') } },
      /ends before/,
    ],
    ['a start key with more than the keys', { ExclusiveStartKey: { ...key, x: S('x') } }, /a start key names other/],
    ['a count that projects', { Select: 'COUNT' }, /a count projects nothing/],
    [
      'a filter on a key',
      { FilterExpression: 'sk > :a', ExpressionAttributeValues: sound.ExpressionAttributeValues },
      /a filter asks for sk, which is a key/,
    ],
  ])

  const index = {
    IndexName: 'lists',
    KeyConditionExpression: 'listKey = :p AND listSort >= :a',
    ExpressionAttributeValues: { ':p': S('x'), ':a': { N: '1' } },
    ExclusiveStartKey: { ...key, listKey: S('x'), listSort: { N: '1' } },
    ProjectionExpression: 'pk, sk',
  }
  describe('of an index', () => {
    refuses('Query', index, [
      ['a consistent read', { ConsistentRead: true }, /an index cannot be read consistently/],
      ['what is not in it', { ProjectionExpression: 'pk, anything' }, /the index does not hold anything/],
      ['a start key without its own keys', { ExclusiveStartKey: key }, /a start key names other/],
      ['keys of the table', asks('pk = :p', { ':p': S('x') }), /listKey is not asked for with one =/],
    ])
  })

  it('may ask for a prefix', () => {
    expect(faults('Query', asks('pk = :p AND begins_with(sk, :a)', { ':p': S('x'), ':a': S('') }))).toEqual([])
  })
})

describe('a transaction', () => {
  const put = (pk: string) => ({ Put: { TableName: 'T', Item: { pk: S(pk), sk: S('x') } } })
  const remove = (pk: string) => ({ Delete: { TableName: 'T', Key: { pk: S(pk), sk: S('x') } } })
  refuses('TransactWriteItems', { TransactItems: [put('a'), remove('b')] }, [
    ['one record twice', { TransactItems: [put('a'), remove('a')] }, /a transaction meets .*"a".* twice/],
    [
      '101 items',
      { TransactItems: Array.from({ length: 101 }, (_, n) => put(String(n))) },
      /a transaction has 101 items/,
    ],
    ['two writes in one item', { TransactItems: [{ ...put('a'), ...remove('b') }] }, /one item .* is Put and Delete/],
    ['no write in an item', { TransactItems: [{}] }, /one item of a transaction is nothing/],
    ['a fault in an item', { TransactItems: [put('a'), put('')] }, /item 1: key pk is empty/],
    [
      'more than 4 MB',
      {
        TransactItems: Array.from({ length: 11 }, (_, n) => ({
          Put: { TableName: 'T', Item: { ...key, pk: S(String(n)), x: S('x'.repeat(400_000)) } },
        })),
      },
      /a transaction has \d+ bytes/,
    ],
  ])
})

describe('a batch', () => {
  const get = (...keys: object[]) => ({ RequestItems: { T: { Keys: keys } } })
  const many = Array.from({ length: 101 }, (_, n) => ({ ...key, pk: S(String(n)) }))
  refuses('BatchGetItem', get(key), [
    ['one key twice', get(key, key), /a batch reads .* twice/],
    ['101 keys', get(...many), /a batch reads 101 keys/],
    ['an empty key', get({ ...key, pk: S('') }), /key pk is empty/],
    ['another table', { RequestItems: { U: { Keys: [key] } } }, /there is no table U/],
  ])

  const write = (...requests: object[]) => ({ RequestItems: { T: requests } })
  describe('that writes', () => {
    refuses('BatchWriteItem', write({ PutRequest: { Item: key } }), [
      [
        'one record twice',
        write({ PutRequest: { Item: key } }, { DeleteRequest: { Key: key } }),
        /a batch writes .* twice/,
      ],
      [
        '26 records',
        write(...many.slice(0, 26).map((Key) => ({ DeleteRequest: { Key } }))),
        /a batch writes 26 records/,
      ],
    ])
  })
})
