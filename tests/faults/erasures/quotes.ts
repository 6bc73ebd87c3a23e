import { dynamoWhatIfJobs } from '#shared/report/what-if/dynamo-what-if-jobs.ts'
import type { ToldDifference } from '#shared/report/what-if/told-difference.ts'
import type { World } from '#tests/simulation/world.ts'
import { memoryReports } from '#tests/support/memory-reports.ts'
import { mondayMorning } from '#tests/support/test-clock.ts'
import { doneStanding, whatIfJob } from '#tests/support/what-if-job.ts'

/** A customer's thread, and a word of theirs on it. */
export interface Quoted {
  readonly threadId: string
  readonly word: string
}

const differenceOf = ({ threadId, word }: Quoted): ToldDifference => ({
  kind: 'gone',
  conversationId: `${threadId}.1`,
  threadId,
  open: false,
  before: { at: 0, asked: `I want to talk to a human about ${word}`, handoffId: `${threadId}.1.1`, fired: [] },
})

/** A week's report and a what-if's answer that quote these customers; both are kept under the name. */
export class Quotes {
  readonly pages = new Map<string, string>()
  readonly reports = memoryReports(this.pages)

  async write(world: World, name: string, quoted: readonly Quoted[]): Promise<void> {
    const words = quoted.map(({ word }) => word).join(' ')
    await this.reports.write(name, 'html', `<p>${words}</p>`)
    await this.reports.write(name, 'csv', words)
    const samples = quoted.map(({ threadId, word }) => ({ handoffId: `${threadId}.1.1`, text: word }))
    await this.reports.write(name, 'json', JSON.stringify({ samples }))
    const job = whatIfJob({ id: name, standing: doneStanding('run-1', mondayMorning) })
    await world.run(async () => {
      const jobs = dynamoWhatIfJobs(world.cloud.openClients().table)
      await jobs.ask(job)
      await jobs.keep(job, 0, quoted.map(differenceOf))
    })
  }

  /** Of the names, those under which anything is missing. */
  async missing(world: World, names: readonly string[]): Promise<readonly string[]> {
    return world.run(async () => {
      const jobs = dynamoWhatIfJobs(world.cloud.openClients().table)
      const there = await Promise.all(
        names.map(async (name) => (await jobs.read(name)) && (await this.reports.read(name, 'html'))),
      )
      return names.filter((_, n) => there[n] === undefined)
    })
  }
}
