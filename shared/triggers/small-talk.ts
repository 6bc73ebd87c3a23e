import { matchAt } from './match.ts'
import { phrase } from './phrase.ts'
import { read } from './reading.ts'

const WORDS = phrase(
  [
    'hi/hello/hey/hiya/good/morning/afternoon/evening/day/thanks/thank/thx/ty/cheers/you/u/very/much/so/bye/goodbye/ok/okay/k/yes/no/yep/nope/yeah/sure/great/perfect/nice/cool/there/please/lot/a/for/the/your/help/lots/again/all/got/it/understood',
    'hallo/guten/tag/morgen/abend/moin/servus/danke/vielen/dank/schön/sehr/tschüss/ja/nein/nee/gut/super/alles/klar/bitte/servus/für/die/hilfe/grüezi',
    'hola/buenos/buenas/dias/tardes/noches/gracias/muchas/mil/adios/si/vale/bueno/perfecto/genial/por/favor/la/ayuda/de/nada',
    'bonjour/bonsoir/salut/coucou/merci/beaucoup/bien/au/revoir/oui/non/accord/parfait/super/pour/votre/aide/vous/plait/sil',
    'ola/oi/bom/boa/dia/tarde/noite/obrigado/obrigada/muito/sim/nao/certo/otimo/perfeito/tchau/ajuda/pela/beleza',
    'ciao/buongiorno/buonasera/salve/grazie/mille/molte/arrivederci/perfetto/bene/per/aiuto/prego/va',
    'dag/hoi/goedemorgen/goedemiddag/dank/je/wel/bedankt/nee/oke/czesc/dzien/dobry/dziekuje/tak/nie/merhaba/selam/tesekkurler/evet/hayir',
  ].join('/'),
)

const LONGEST = 8

/** A greeting, thanks, yes or no: words that ask for nothing. An empty message is one too. */
export const isSmallTalk = (text: string): boolean => {
  const { words } = read(text)
  return words.length <= LONGEST && words.every((_, at) => matchAt(words, at, WORDS) !== undefined)
}
