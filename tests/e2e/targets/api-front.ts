import { lookup } from 'node:dns/promises'
import { request } from 'node:http'
import { type Listening, listen } from '#infra/local/http/listen.ts'

export const isKnownHost = (hostname: string): Promise<boolean> =>
  lookup(hostname).then(
    () => true,
    () => false,
  )

/** Asks an emulator for an API by its name, which no name server knows: all is sent on, under that name. */
export const startApiFront = (apiUrl: string, endpoint: URL): Promise<Listening> => {
  const { host } = new URL(apiUrl)
  return listen(0, (incoming, response) => {
    const { url: path, method, headers } = incoming
    const onward = request(
      { hostname: endpoint.hostname, port: endpoint.port, path, method, headers: { ...headers, host } },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers)
        answer.pipe(response)
      },
    )
    onward.once('error', () => response.destroy())
    incoming.pipe(onward)
  })
}
