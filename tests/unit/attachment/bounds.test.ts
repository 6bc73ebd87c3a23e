import { expect, test } from 'vitest'
import { roomFor, turnsOf } from '#shared/attachment/bounds.ts'

test('no more run at once than may, and all come to their turn, in order', async () => {
  const turns = turnsOf(2)
  const begun: number[] = []
  const ends = [1, 2, 3, 4].map(() => Promise.withResolvers<number>())
  const all = ends.map(({ promise }, at) =>
    turns(() => {
      begun.push(at)
      return promise
    }),
  )

  await Promise.resolve()
  expect(begun).toEqual([0, 1])
  ends.forEach(({ resolve }, at) => {
    resolve(at)
  })

  expect(await Promise.all(all)).toEqual([0, 1, 2, 3])
  expect(begun).toEqual([0, 1, 2, 3])
})

test('whoever has one running lets the others go first', async () => {
  const turns = turnsOf(2)
  const begun: string[] = []
  const open = () => Promise.withResolvers<void>()
  const ends = new Map(['a1', 'a2', 'a3', 'a4', 'b1', 'c1'].map((name) => [name, open()]))
  const end = async (name: string) => {
    ends.get(name)?.resolve()
    await new Promise(setImmediate)
  }
  const all = [...ends].map(([name, { promise }]) =>
    turns(
      () => {
        begun.push(name)
        return promise
      },
      name.slice(0, 1),
    ),
  )

  for (const name of ['a1', 'a2', 'b1', 'c1', 'a3', 'a4']) await end(name)
  await Promise.all(all)

  expect(begun).toEqual(['a1', 'a2', 'b1', 'c1', 'a3', 'a4'])
})

test('one that fails gives its place back', async () => {
  const turns = turnsOf(1)

  await expect(turns(() => Promise.reject(new Error('no')))).rejects.toThrow('no')

  expect(await turns(async () => 'next')).toBe('next')
})

test('room is given until it is taken, and again when it is given back', () => {
  const room = roomFor(10)

  expect([room.take(6), room.take(6), room.take(4), room.take(1)]).toEqual([true, false, true, false])
  room.give(6)
  expect([room.take(7), room.take(6)]).toEqual([false, true])
})
