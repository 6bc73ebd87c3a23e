import type { LanguageSayings } from '../sayings.ts'

/** What Czech and Romanian customers say. */
export const central: LanguageSayings = {
  'asked-for-human': {
    sure: `
      nie chcę/będę ..1 gadać/rozmawiać/pisać/rozmawiac/gadac z botem/robotem/automatem/maszyną
      nechci ..1 mluvit/psát s robotem/botem/automatem
      nu vreau ..2 robot/bot
      sunați/suna/sună mă/ma
    `,
  },
  'billing-dispute': {
    sets: {
      charge:
        'platba/platbu/platby/poplatek/poplatky/poplatku/faktura/fakturu/vyúčtování/stržení/transakce/transakci/nákup/plata/plată/taxa/taxă/comision/comisionul/factura/factură/tranzacție/tranzacția/retragere/debitare/debitarea',
    },
    sure: `
      neoprávněn*/neautorizovan*/neznám*/chybn*/podezřel*/duplicitní/dvojitá/dvojí <charge>
      <charge> ..2 nesedí/nesouhlasí/chybná/špatně
      tuto/tuhle/tu/ten <charge> neznám/nepoznávám
      vrátit/vraťte ..2 peníze/přeplatek
      kde je/jsou ..3 vrácení/peníze/refundace
      strhl*/účtoval*/odečet*/účtujete ..4 dvakrát/dvojmo/víc/moc
      <charge> necunoscută/neautorizată/nejustificat*/greșit*/dublă/suspectă
      nu recunosc ..1 <charge>/suma
      banii înapoi
      <charge> ..3 greșită/uriașă/mare/greșeală
      nu am/a ..2 primit/ajuns/venit ..1 rambursarea/banii
      luat/perceput/încasat/debitat/facturat ..3 dublu/mult/plus | de două ori
    `,
  },
  cancellation: {
    sure: `
      zrušte/zrušit/stornujte/stornovat/odvolat ..3 objednávku/rezervaci/předplatné/členství/smlouvu/účet/termín/schůzku/pojištění/tarif
      smazat/smažu/smažte/vymazat/zavřít/zrušit ..2 účet/profil
      výpověď/vypovídám/ukončit/ukončuji ..1 smlouvy/smlouvu/členství/předplatné/nájmu
      odstupuji/odstoupení/odstoupit od
      neprodlužujte/neobnovujte ..3 pojištění/smlouvu/předplatné
      anulați/anulez/anularea ..2 comanda/rezervarea/programarea/abonamentul/contractul/biletele/zborul
      șterg/ștergeți/închid/închideți/închidem ..1 contul/profilul
      reziliez/reziliere/rezilierea/încetare/încetarea ..1 contract/contractul/contractului/abonament/abonamentul
      renunț ..2 abonament/abonamentul/contract/serviciu/serviciul
      nu mai vreau/doresc/folosesc ..1 serviciul/abonamentul/contractul
      nu îmi/mi prelungiți/reînnoiți
    `,
    except: `
      nu anula/anulați/închideți/ștergeți
      zrušili/zrušil/odvolali mi/nám/jste
    `,
    negators: 'nerušte nezrušte nu',
  },
  legal: {
    sure: `
      žalovat/zažaluju/žaloba/žalobu/právník/právníka/advokát/advokáta/soudu/soudně/nezákonné/protizákonné/protiprávní/čoi/gdpr
      trestní oznámení
      osobní/osobních údaje/údajů
      děláte/prodáváte/sdílíte/uchováváte ..3 údaje/údaji/data
      avocat/avocatul/avocata/tribunal/tribunalul/instanță/judecată/anpc/ilegal/ilegală/abuzivă/înșelătorie/fraudă
      protecția consumatorului/consumatorilor/datelor
      politica de confidențialitate/date
      faceți/vindeți/dați/păstrați/transmiteți ..2 datele
    `,
    except: `
      asigurarea ..4 juridică
      došla/došly/vyčerpal mi/jsem? data
    `,
  },
}
