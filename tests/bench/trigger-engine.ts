export { judgeMessage } from '#shared/triggers/judge-message.ts'
export { listenWith } from '#shared/triggers/own-listen.ts'
export { openPhraseBook } from '#shared/triggers/phrase-book.ts'
export { openRepeats } from '#shared/triggers/repeated/open-repeats.ts'
