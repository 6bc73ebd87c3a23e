import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import type { Socket } from 'node:net'

/** Every address that this process tries to connect to from now on, whichever module asks for it. */
export const connectionAttempts = (): { readonly addresses: string[]; readonly stop: () => void } => {
  const addresses: string[] = []
  const watch = (message: unknown): void => {
    const { socket } = message as { readonly socket: Socket }
    socket.on('connectionAttempt', (address: string, port: number) => addresses.push(`${address} ${port}`))
  }
  subscribe('net.client.socket', watch)
  return { addresses, stop: () => unsubscribe('net.client.socket', watch) }
}
