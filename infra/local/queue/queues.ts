import { join } from 'node:path'
import { queueName } from '../stack/identity.ts'
import type { Stack } from '../stack/template.ts'
import { forgetfulStore } from './message-store.ts'
import { LocalQueue } from './queue.ts'
import type { Depth } from './queue-contents.ts'
import { queueSettings } from './queue-settings.ts'

/** All queues of the template. */
export interface Queues {
  byName(name: string): LocalQueue | undefined
  byArn(arn: string): LocalQueue | undefined
  depths(): Record<string, Depth>
  close(): void
}

/** `folder` keeps messages across restarts; without it they live in memory. */
export const createQueues = async (stack: Stack, folder?: string): Promise<Queues> => {
  const store = folder
    ? (await import('./sqlite-message-store.ts')).sqliteMessageStore(join(folder, 'queues.db'))
    : forgetfulStore
  const byName = new Map<string, LocalQueue>()
  const byArn = (arn: string) => byName.get(arn.slice(arn.lastIndexOf(':') + 1))
  for (const resource of stack.ofType('AWS::SQS::Queue')) {
    const settings = queueSettings(queueName(resource), stack.arnOf(resource), stack.properties(resource))
    byName.set(settings.name, new LocalQueue(settings, store, byArn))
  }
  return {
    byName: (name) => byName.get(name),
    byArn,
    depths: () => Object.fromEntries([...byName].map(([name, queue]) => [name, queue.depth()])),
    close: () => {
      for (const queue of byName.values()) queue.close()
      store.close()
    },
  }
}
