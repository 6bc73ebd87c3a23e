import { describe, expect, it } from 'vitest'
import { faults, type Input, key, refuses, S } from './refuses.ts'

describe('a PutItem', () => {
  const item = { ...key, ttl: { N: '1795000000' }, listKey: S('x'), listSort: { N: '1' }, open: { SS: ['x'] } }
  const withField = (field: Input) => ({ Item: { ...item, ...field } })
  const deep = Array.from({ length: 33 }).reduce<Input>((inner) => ({ L: [inner] }), { S: 'x' })

  refuses('PutItem', { Item: item }, [
    ['no such table', { TableName: 'U' }, /there is no table U/],
    ['an empty key', withField({ pk: S('') }), /key pk is empty/],
    ['a key of another type', withField({ pk: { N: '1' } }), /key pk is not of type S/],
    ['a missing sort key', { Item: { pk: S('a') } }, /key sk is not of type S/],
    ['a partition key over 2 KB', withField({ pk: S('x'.repeat(2_049)) }), /key pk has 2049 bytes, over 2048/],
    ['a sort key over 1 KB', withField({ sk: S('ü'.repeat(513)) }), /key sk has 1026 bytes, over 1024/],
    ['an empty key of an index', withField({ listKey: S('') }), /index lists: key listKey is empty/],
    ['an index key of another type', withField({ listSort: S('1') }), /index lists: key listSort is not of type N/],
    ['two types of one value', withField({ x: { S: 'a', N: '1' } }), /x has 2 types: S, N/],
    ['no type of a value', withField({ x: {} }), /x has 0 types/],
    ['two types within a list', withField({ x: { L: [{ S: 'a', N: '1' }] } }), /x 0: has 2 types/],
    ['a number that is none', withField({ x: { N: 'NaN' } }), /x NaN is no number/],
    ['a number of 39 digits', withField({ x: { N: '1'.repeat(39) } }), /more than 38 digits/],
    ['a number out of range', withField({ x: { N: '1e200' } }), /1e200 is out of range/],
    ['an empty set', withField({ x: { SS: [] } }), /x a set is empty/],
    ['a set with one twice', withField({ x: { NS: ['1', '1'] } }), /x a set has a member twice/],
    ['a NULL that is false', withField({ x: { NULL: false } }), /x NULL is not true/],
    ['too deep a value', withField({ x: deep }), /nested deeper than 32/],
    ['more than 400 KB', withField({ x: S('x'.repeat(409_600)) }), /the item has \d+ bytes, over 409600/],
    ['a time to live in milliseconds', withField({ ttl: { N: '1795000000000' } }), /ttl is no time in seconds/],
    ['a time to live as a text', withField({ ttl: S('tomorrow') }), /ttl is no time in seconds/],
  ])

  it('may leave a record out of an index, and have empty texts that are no keys', () => {
    expect(faults('PutItem', { Item: { ...key, text: S(''), list: { L: [] }, map: { M: {} } } })).toEqual([])
  })
})

describe('a condition', () => {
  const sound = {
    Item: key,
    ConditionExpression: 'attribute_not_exists(pk) OR (#s = :s AND size(seen) < :n) AND NOT contains(seen, :s)',
    ExpressionAttributeNames: { '#s': 'status' },
    ExpressionAttributeValues: { ':s': S('x'), ':n': { N: '1' } },
  }
  refuses('PutItem', sound, [
    ['a reserved word bare', { ConditionExpression: 'Status = :s AND #s = :n' }, /uses the reserved word Status bare/],
    ['a name that is not defined', { ConditionExpression: '#s = :s AND #t = :n' }, /#t is not defined/],
    ['a value that is not defined', { ConditionExpression: '#s = :s AND a = :n AND b = :m' }, /:m is not defined/],
    [
      'a name that is not used',
      { ConditionExpression: 'a = :s AND b = :n' },
      /#s is defined in .*Names and used nowhere/,
    ],
    ['a value that is not used', { ConditionExpression: '#s = :s' }, /:n is defined in .*Values and used nowhere/],
    ['no expression for its values', { ConditionExpression: undefined }, /:s is defined .* used nowhere/],
    ['an empty map of names', { ExpressionAttributeNames: {} }, /ExpressionAttributeNames is empty/],
    ['a placeholder that is none', { ExpressionAttributeNames: { '#s': 'a', s2: 'b' } }, /s2 is no placeholder/],
    ['an empty expression', { ConditionExpression: ' ' }, /ConditionExpression is empty/],
    [
      'an unknown function',
      { ConditionExpression: 'exists(#s) AND a = :s AND b = :n' },
      /calls exists, which it may not/,
    ],
    ['a function of updates', { ConditionExpression: 'if_not_exists(#s, :s) = :n' }, /calls if_not_exists/],
    ['strange characters', { ConditionExpression: '#s == :s && a = :n' }, /characters that belong to no expression/],
    [
      'more than 4 KB',
      { ConditionExpression: `#s = :s AND a = :n${' OR b = :n'.repeat(500)}` },
      /longer than 4096 bytes/,
    ],
    [
      'more than 300 operators',
      { ConditionExpression: `#s=:s AND a=:n${' OR b=:n'.repeat(300)}` },
      /more than 300 operators/,
    ],
    [
      'two types of a value',
      { ExpressionAttributeValues: { ':s': { S: 'x', N: '1' }, ':n': { N: '1' } } },
      /:s has 2 types/,
    ],
  ])
})

describe('an UpdateItem', () => {
  const sound = {
    Key: key,
    UpdateExpression:
      'SET #o = :o, n = if_not_exists(n, :o), l[0] = :o, listKey = :l REMOVE gone, m.gone ADD c :o, s :s DELETE t :s',
    ExpressionAttributeNames: { '#o': 'open' },
    ExpressionAttributeValues: { ':o': { N: '1' }, ':s': { SS: ['x'] }, ':l': S('L') },
  }
  const plain = { ExpressionAttributeNames: undefined }
  const one = (UpdateExpression: string, value: object) => ({
    ...plain,
    UpdateExpression,
    ExpressionAttributeValues: { ':v': value },
  })
  refuses('UpdateItem', sound, [
    ['a key with more than the key', { Key: { ...key, x: S('x') } }, /a key names x, which are no part of it/],
    ['a change of the key', one('SET pk = :v', S('x')), /an update changes pk, part of the key/],
    ['a removed key', { ...plain, UpdateExpression: 'REMOVE sk', ExpressionAttributeValues: undefined }, /changes sk/],
    ['a clause twice', one('SET a = :v SET b = :v', S('x')), /an update has SET twice/],
    ['one attribute twice', one('SET a = :v REMOVE a', S('x')), /two paths of an update overlap in a/],
    ['no clause', one('a = :v', S('x')), /an update has no clause/],
    ['a text added', one('ADD a :v', S('x')), /ADD a adds neither a number nor a set/],
    ['a number taken out of a set', one('DELETE a :v', { N: '1' }), /DELETE a takes something that is no set/],
    ['an empty key of an index', one('SET listKey = :v', S('')), /index lists: key listKey is empty/],
    ['an index key of another type', one('SET listSort = :v', S('x')), /key listSort is not of type N/],
    [
      'a time to live behind a name',
      { ...one('SET #t = :v', { N: '1795000000000' }), ExpressionAttributeNames: { '#t': 'ttl' } },
      /ttl is no time in seconds/,
    ],
    ['a reserved word bare', one('SET open = :v', S('x')), /UpdateExpression uses the reserved word open bare/],
    ['a function of conditions', one('SET a = size(:v)', S('x')), /UpdateExpression calls size/],
  ])
})
