import { notify, sound } from './preferences.ts'

let audio: AudioContext | undefined

const tone = (context: AudioContext, hertz: number, fromSeconds: number): void => {
  const [oscillator, gain] = [context.createOscillator(), context.createGain()]
  const from = context.currentTime + fromSeconds
  oscillator.frequency.value = hertz
  gain.gain.setValueAtTime(0.0001, from)
  gain.gain.exponentialRampToValueAtTime(0.12, from + 0.02)
  gain.gain.exponentialRampToValueAtTime(0.0001, from + 0.25)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(from + 0.3)
}

const play = (notes: readonly number[]): void => {
  if (!sound.peek()) return
  try {
    audio ??= new AudioContext()
    for (const [at, hertz] of notes.entries()) tone(audio, hertz, at * 0.16)
  } catch {
    // A browser without sound is still a desk.
  }
}

const show = (title: string, text: string, open: () => void): void => {
  if (!notify.peek() || !document.hidden || !('Notification' in window) || Notification.permission !== 'granted') return
  const shown = new Notification(title, { body: text, tag: 'baton' })
  shown.onclick = () => {
    window.focus()
    open()
    shown.close()
  }
}

/** A conversation has come: two rising notes. */
export const tellClaim = (title: string, reason: string, open: () => void): void => {
  play([587, 880])
  show(title, reason, open)
}

/** A customer has written again: one note, and never their words on a screen that others may see. */
export const tellMessage = (title: string, text: string, open: () => void): void => {
  play([660])
  show(title, text, open)
}

/** @returns whether notifications may be shown from now on */
export const askToNotify = async (): Promise<boolean> =>
  'Notification' in window && (await Notification.requestPermission()) === 'granted'
