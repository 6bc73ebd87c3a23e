import type { Delivered } from '#tests/simulation/channel.ts'
import { simulatedJourneys } from '#tests/simulation/journeys.ts'
import { Simulation } from '#tests/simulation/simulation.ts'
import { type Item, textOf } from '#tests/simulation/table/attribute.ts'

/** A day of the simulation whose records and deliveries are falsified, one at a time, and put back. */
export class PlantedDay {
  readonly simulation = new Simulation()
  #records: readonly Item[] = []

  /** Everything is in it: what two journeys do, then one conversation that waits and two that are held. */
  async play(): Promise<void> {
    const { simulation } = this
    const { world, customers } = simulation
    for (const { name, play } of simulatedJourneys)
      if (['asked for a person', 'passed on'].includes(name)) await play(simulation)
    await simulation.empty()
    for (const [at, thread] of ['cleo', 'dora', 'emil'].entries())
      await world.run(() => customers.says(thread, `I want to talk to a human (end ${at})`, `end-${at}`))
    await world.pass(1_000)
    const claimed = await world.run(() => simulation.agent('ann').claim('care'))
    const { id } = claimed.body.handoff as { readonly id: string }
    await world.run(() => simulation.agent('ann').act('messages', id, { text: 'I am Ann, at last' }))
    await world.run(() => simulation.agent('ben').claim('care'))
    await world.pass(10_000)
    this.#records = [...world.cloud.table.everything()]
  }

  get delivered(): Delivered[] {
    return this.simulation.world.channel.delivered as Delivered[]
  }

  all(prefix: string, is: (item: Item) => boolean = () => true): readonly Item[] {
    return this.#records.filter((item) => textOf(item.sk).startsWith(prefix) && is(item))
  }

  find(prefix: string, is?: (item: Item) => boolean): Item {
    const [found] = this.all(prefix, is)
    if (!found) throw new Error(`no ${prefix} in the simulated day`)
    return found
  }

  remove({ pk, sk }: Item): void {
    this.simulation.world.cloud.table.delete(textOf(pk), textOf(sk))
  }

  change(item: Item, fields: Item): void {
    this.simulation.world.cloud.table.put({ ...item, ...fields })
  }

  /** The item without one of its fields. */
  strip(item: Item, field: string): void {
    const rest = Object.entries(item).filter(([name]) => name !== field)
    this.simulation.world.cloud.table.put(Object.fromEntries(rest))
  }

  /** One more delivery like the last, but for this. */
  send(fields: Partial<Delivered>): void {
    const last = this.delivered.at(-1)
    if (last) this.delivered.push({ ...last, ...fields })
  }

  /** What is found with something planted, which is taken out again. */
  foundAfter(plant: (day: PlantedDay) => void): readonly string[] {
    const [delivered, taken] = [[...this.delivered], [...this.simulation.customers.taken]]
    try {
      plant(this)
      return this.simulation.violations().map(({ promise, what }) => `${promise}: ${what}`)
    } finally {
      const { table } = this.simulation.world.cloud
      for (const item of [...table.everything()]) this.remove(item)
      for (const item of this.#records) table.put(item)
      this.delivered.splice(0, this.delivered.length, ...delivered)
      this.simulation.customers.taken = taken
    }
  }
}

export type Plant = readonly [name: string, plant: (day: PlantedDay) => void, found: RegExp]

export const by =
  (kind: string) =>
  (item: Item): boolean =>
    textOf(item.author?.M?.kind) === kind
export const of =
  (status: string) =>
  (item: Item): boolean =>
    textOf(item.status) === status
export const isNote = (item: Item): boolean => item.internal !== undefined
export const text = (S: string) => ({ S })
export const number = (N: number) => ({ N: String(N) })
