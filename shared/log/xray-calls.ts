import { randomBytes } from 'node:crypto'
import { followed } from './correlation.ts'
import { subsegmentOf, type TracedCall, traceParent } from './xray-subsegment.ts'

/** As much of an SDK's client as it takes to stand around its calls. */
export interface SdkClient {
  readonly middlewareStack: {
    add(middleware: never, options: { readonly step: 'initialize'; readonly name: string }): void
  }
}

type Metadata = NonNullable<TracedCall['metadata']>
type Next = (args: object) => Promise<{ readonly output: { readonly $metadata?: Metadata } }>

/** What X-Ray's daemon reads: a line that says so, and the document. */
const heading = '{"format":"json","version":1}\n'

/** To the daemon that Lambda runs beside a traced function. Nobody waits for it, and nothing fails for it. */
const tell = async (document: object, address: string): Promise<void> => {
  const [host, port] = address.split(':')
  const { createSocket } = await import('node:dgram')
  const socket = createSocket('udp4')
  socket.on('error', () => socket.close())
  socket.send(heading + JSON.stringify(document), Number(port), host, () => socket.close())
}

const report = (call: TracedCall, { _X_AMZN_TRACE_ID, AWS_XRAY_DAEMON_ADDRESS }: NodeJS.ProcessEnv): void => {
  const parent = traceParent(_X_AMZN_TRACE_ID)
  if (!parent || !AWS_XRAY_DAEMON_ADDRESS) return
  const id = randomBytes(8).toString('hex')
  void tell(subsegmentOf(call, parent, id), AWS_XRAY_DAEMON_ADDRESS).catch(() => undefined)
}

/** Each call of this client, its repeats included, stands in the trace of the run that made it, where that run is sampled. */
export const traced = <Client extends SdkClient>(service: string, client: Client): Client => {
  const around =
    (next: Next, { commandName = '' }: { readonly commandName?: string }) =>
    async (args: object) => {
      const call = {
        service,
        operation: commandName.replace(/Command$/, ''),
        begun: Date.now(),
        correlationIds: followed(),
      }
      try {
        const result = await next(args)
        const { $metadata: metadata } = result.output
        report({ ...call, ended: Date.now(), ...(metadata && { metadata }) }, process.env)
        return result
      } catch (error) {
        const metadata = (error as { readonly $metadata?: Metadata } | null)?.$metadata
        report({ ...call, ended: Date.now(), ...(metadata && { metadata }), error }, process.env)
        throw error
      }
    }
  client.middlewareStack.add(around as never, { step: 'initialize', name: 'traced' })
  return client
}
