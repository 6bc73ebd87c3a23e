import { expect, test } from 'vitest'
import { openProgress } from '#infra/what-if/progress.ts'

const at = Date.UTC(2026, 10, 16, 9)

const watched = (isTTY: boolean) => {
  let [text, now] = ['', 0]
  const progress = openProgress(
    {
      isTTY,
      write: (part: string | Uint8Array) => {
        text += String(part)
        return true
      },
    },
    () => now,
  )
  const passes = (ms: number): void => {
    now += ms
  }
  return { progress, passes, text: () => text }
}

test('in a file each ten thousand turns have a line, and the last', () => {
  const { progress, passes, text } = watched(false)

  for (const turns of [9_999, 10_000, 10_001]) {
    passes(1_000)
    progress.tell(turns, at)
  }
  progress.end(12_345)

  expect(text()).toBe('10000 turns in 2.0 s, 2026-11-16\n12345 turns in 3.0 s\n')
})

test('in a terminal one line is written over, a few times a second', () => {
  const { progress, passes, text } = watched(true)

  progress.tell(1, at)
  passes(250)
  progress.tell(2, at)
  progress.tell(3, at)
  progress.end(3)

  expect(text()).toBe('\r\x1b[K2 turns in 0.3 s, 2026-11-16\r\x1b[K3 turns in 0.3 s\n')
})
