import { read } from './reading.ts'
import { fold } from './spelling.ts'

const STEM_LENGTH = 5

// What a question is made of, whatever it is about.
const EMPTY = new Set(
  `a an the i you he she it we they me my your his her its our their this that these those is are am was were be been do does did dont doesnt didnt
  have has had been yet stil now can could wil would shal should may might must to of in on at for from with by as and or but if so not no yes please tel know want ned help like get let what when where why who how which there here just any some about al im ive id
  der die das den dem ein eine einen einem einer ich du er sie es wir ihr mein meine meinen dein ihre ist sind war bin hat habe haben kan kon wird werden wie was wan wo warum wer mit von zu zur zum auf in an fur und oder aber bite nicht kein mal noch mir mich
  el la los las un una unos yo tu mi su se es son esta estan ha he hay que como cuando donde por porque quien cual con de del al en para y o pero no si me lo le puedo quiero
  le les des du un une je tu il ele nous vous mon ma mes votre vos son sa est sont ai a avez as que qui quoi coment quand ou pourquoi quel quele avec de pour dans sur et ou mais ne pas sil plait ce cete puis peux
  o os as um uma eu meu minha seu sua e sao esta tem como quando onde porque quem qual com do da dos das no na em para mas nao por quero poso
  il lo i gli uno io mio mia tuo sua e sono ha ho che chi come quando dove perche quale con di del dela dei da in per ma non si mi ci poso voglio
  de het een ik jij je mijn uw is zijn was hoe wat waner war warom wie met van te op in an vor en of mar niet kan`
    .split(/\s+/)
    .map(fold),
)

// Different words, one matter: what customers say in other words most.
const CONCEPTS = new Map(
  [
    'parcel package shipment delivery delivered arrive arrived arriving ship shipped shipping track tracking paket lieferung sendung geliefert ankommt ankommen angekommen bleibt kommt envio entrega llega llegar colis livraison arrive chegar consegna spedizione arriva',
    'return returning back zuruckgeben rucksendung retoure devolver devolucion retourner retour rendre devolver restituire reso',
    'refund refunded reimburse reimbursement erstattung reembolso remboursement rimborso',
    'broken damaged defective faulty kaput defekt beschadigt roto danado abgebrochen case defectueux quebrado danificado roto difettoso',
    'login signin password passwort contrasena senha paswort mdp',
    'price cost costs fee fees preis kosten precio prix preco prezzo costo',
  ].flatMap((group) => {
    const stems = group.split(' ').map((word) => fold(word).slice(0, STEM_LENGTH))
    return stems.map((stem) => [stem, stems[0] ?? stem] as const)
  }),
)

/** The words that carry a message's meaning, cut to their stems. */
export const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    read(text)
      .words.map(({ text: word }) => word)
      .filter((word) => !EMPTY.has(word) && (word.length > 1 || !/\d/.test(word)))
      .map((word) => word.slice(0, STEM_LENGTH))
      .map((stem) => CONCEPTS.get(stem) ?? stem),
  )

// Every other message to a shop has these: sharing one of them says half as much.
const USUAL = new Set(
  'order accou card payme money produ item custo servi probl issue webs beste konto kunde artik prod pedid cuent tarje comma compt carte produ encom conta ordin carta'.split(
    ' ',
  ),
)
const USUAL_WEIGHT = 0.5

export const weightOf = (word: string): number => (USUAL.has(word) ? USUAL_WEIGHT : 1)
