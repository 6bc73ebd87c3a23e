import { createServer, type RequestListener, type Server } from 'node:http'
import { StartError } from '../stack/errors.ts'

export interface Listening {
  /** Without a slash at the end. */
  readonly url: string
  close(): Promise<void>
}

const portOf = (server: Server): number => {
  const address = server.address()
  return typeof address === 'object' && address ? address.port : 0
}

const reason = (error: NodeJS.ErrnoException, port: number): StartError =>
  new StartError(
    error.code === 'EADDRINUSE'
      ? `port ${port} is taken: stop what listens there, or choose another with --port N`
      : `cannot listen on port ${port}: ${error.message}`,
    { cause: error },
  )

/** Serves HTTP on this machine only; port 0 takes any free one. */
export const listen = (port: number, handle: RequestListener): Promise<Listening> =>
  new Promise((resolve, reject) => {
    // API Gateway refuses header lines over 10,240 bytes; longer polls than the server's own limits are normal here.
    const server = createServer({ maxHeaderSize: 16_384, requestTimeout: 0, keepAliveTimeout: 65_000 }, handle)
    server.once('error', (error) => reject(reason(error, port)))
    server.listen(port, '127.0.0.1', () =>
      resolve({
        url: `http://127.0.0.1:${portOf(server)}`,
        close: () =>
          new Promise((closed) => {
            server.close(() => closed())
            server.closeAllConnections()
          }),
      }),
    )
  })
