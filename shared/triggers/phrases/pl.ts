import type { LanguageSayings } from '../sayings.ts'

/** The obvious things Polish customers say; ł is read as l. */
export const pl: LanguageSayings = {
  'asked-for-human': {
    sets: {
      person:
        'człowiek*/konsultant*/pracownik*/osobą/osobę/osoba/doradc*/kimś/ktoś/agent*/operator*/kierownik*/przedstawiciel*/żywym/obsługą',
      adj: 'prawdziw*/żyw*/realn*',
    },
    sure: `
      rozmawiać/porozmawiać/pogadać/rozmowa/rozmowę/rozmowy/skontaktować/kontakt ..2 z/ze <adj>? <person>
      połącz*/przełącz*/przekieruj* ..3 z/ze/do <adj>? <person>
      chcę/proszę/potrzebuję/poproszę ..1 <adj>? człowieka/konsultanta/pracownika/osobę/doradcę/operatora/agenta/konsultantem/człowiekiem
      wolę/wolałbym/wolałabym ..3 z/ze <adj>? <person>
      ^ człowiek/konsultant/operator/doradca proszę? $
      proszę o kontakt/telefon/oddzwonienie
      oddzwoń*/zadzwoń* ..1 mnie/proszę
      prawdziwy/żywy człowiek
    `,
    except: `
      czy ..3 człowiekiem/botem/robotem
      czy rozmawiam z <adj>? <person>
    `,
    negators: 'nie bez nigdy',
  },
  'billing-dispute': {
    sure: `
      podwójn*/dwukrotn*/dwa ..2 obciąż*/pobran*/zapłac*/razy/opłat*/płatność
      pobran*/obciąż*/naliczon* ..3 dwa/dwukrotnie/podwójnie/bezprawnie/błędnie
      nie rozpoznaję ..3 płatności/transakcji/opłaty/obciążenia
      nieautoryzowan*/nieznan* ..1 transakcj*/płatność/płatności/opłat*/obciążen*
      błędn*/zła/niepoprawn* faktur*/kwot*/rachunek
    `,
  },
  cancellation: {
    sure: `
      anulować/anuluj*/anulowanie/zrezygnować/rezygnuję/wypowiedzieć/wypowiedzenie/rozwiązać/odstąpić/odstąpienie ..3 zamówieni*/umow*/subskrypcj*/abonament*/konto/kont*/rezerwacj*/usług*
      usunąć/zamknąć/skasować ..2 konto
      chcę zrezygnować/anulować
    `,
    negators: 'nie',
  },
  distress: {
    sure: `
      samobójstw*/samobójcz*
      zabić się
      się zabić
      chcę umrzeć
      nie chcę/chce ..1 żyć
      jestem ..1 zrozpaczon*/przerażon*/załaman*/samotn*
    `,
  },
  legal: {
    sure: `
      prawnik*/adwokat*/sąd/sądu/pozew/pozwę/prokuratur*
      uokik/rzecznik* konsument*/praw?
      rodo/uodo
      dane osobowe
      danych osobowych
      drog* sądow*/prawn*
    `,
  },
  frustration: {
    sure: `
      kurwa/kurwy/chuj*/gówno/pierdol*/cholera/cholerny/debil*/idiot*/skandal*/żenad*/żenujące/masakra
      jestem ..1 wściekł*/wkurz*/zdenerwowan*/rozczarowan*
      mam dość
      ile razy
      nigdy więcej
      najgorsz* ..1 obsługa/firma/serwis
    `,
  },
}
