import type { WriteUnits } from '../units/write-units.ts'
import { type DoorUsage, noUsage, type Usage, type Written } from './usage.ts'

type Counter = {
  [Name in keyof DoorUsage]: DoorUsage[Name] extends number ? Name : never
}[keyof DoorUsage]

/** Adds up, door by door, what is seen at the services' own ends. */
export interface Meter {
  count(door: string, name: Counter, by?: number): void
  called(door: string, operation: string, by?: number): void
  wrote(door: string, kind: string, bytes: number, units: WriteUnits): void
  usage(): Usage
  reset(): void
}

const nothingWritten: Written = { writes: 0, bytes: 0, tableUnits: 0, indexUnits: 0 }

export const createMeter = (): Meter => {
  const doors = new Map<string, DoorUsage>()
  const change = (door: string, next: (usage: DoorUsage) => DoorUsage) => {
    doors.set(door, next(doors.get(door) ?? noUsage))
  }
  return {
    count: (door, name, by = 1) => change(door, (usage) => ({ ...usage, [name]: usage[name] + by })),
    called: (door, operation, by = 1) =>
      change(door, (usage) => ({
        ...usage,
        calls: { ...usage.calls, [operation]: (usage.calls[operation] ?? 0) + by },
      })),
    wrote: (door, kind, bytes, { table, index }) =>
      change(door, (usage) => {
        const so = usage.written[kind] ?? nothingWritten
        const written = {
          writes: so.writes + 1,
          bytes: so.bytes + bytes,
          tableUnits: so.tableUnits + table,
          indexUnits: so.indexUnits + index,
        }
        return { ...usage, written: { ...usage.written, [kind]: written } }
      }),
    usage: () => Object.fromEntries([...doors].sort(([one], [other]) => (one < other ? -1 : 1))),
    reset: () => doors.clear(),
  }
}
