import { buildApp } from 'fauxqs'
import type { QueueServer } from './queue-server.ts'

/** An SQS that somebody else wrote. It refuses emoji, which SQS takes; all else of the contract holds on both. */
export const fauxqsServer = async (): Promise<QueueServer> => {
  const app = await buildApp({ logger: false })
  // Its own start function would listen on every interface.
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return {
    url,
    close: async () => {
      app.server.closeAllConnections()
      await app.close()
    },
  }
}
