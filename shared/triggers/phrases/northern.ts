import type { LanguageSayings } from '../sayings.ts'

/** What Swedish and Danish customers say; the two understand each other, so their phrases stand together. */
export const northern: LanguageSayings = {
  'asked-for-human': {
    sure: `
      ring/ringa/ringe mig/mej/meg upp/op/opp/tillbaka/tilbage/tilbake
      ring/ringa/ringe ..1 upp/op/tilbage/tillbaka mig/mej/meg
      bli/blive/blivit ..1 uppringd/ringet/ringd upp/op?
    `,
    negators: 'inte ikke behöver behøver',
  },
  'billing-dispute': {
    sets: {
      charge:
        'dragning*/debitering*/betalning*/köp/köpet/faktura*/räkning*/avgift*/transaktion*/uttag*/träk/træk/hævning*/opkrævning*/betaling*/køb/købet/regning*/gebyr*/postering*/elräkning*/elregning*',
      took: 'dragit/drog/drogs/dragits/debiterat/debiterats/fakturerat/trukket/hævet/opkrævet/faktureret',
      twice: 'dubbelt/dobbelt | två/to/tre/flera/flere gånger/gange/ggr',
    },
    sure: `
      <took> ..4 <twice>
      <twice> ..2 <took>/dragning*/debitering*/betalning*/betaling*/hævning*
      dubbel*/dobbelt* <charge>
      okänd*/okänt/ukendt*/obehörig*/felaktig*/forkert*/uretmæssig*/oskälig*/urimelig* <charge>
      känner/kender/genkender inte/ikke igen? ..3 <charge>
      <charge> ..2 stämmer/passer/stemmer inte/ikke
      <charge> ..2 är/er ..1 fel/felaktig*/forkert/fejl/hög*/høj
      fel/fejl på/i fakturan/räkningen/fakturaen/regningen
      bestrid* ..3 <charge>
      pengar/penge/pengarna/pengene tillbaka/tilbage
      för/for mycket/meget betalt
      <took> ..2 för/for mycket/meget
    `,
    except: `
      tack/tak ..1 pengarna/pengene
      hur/hvor lång/lang ..6 återbetalning/tilbagebetaling/refundering
    `,
    negators: '',
  },
  cancellation: {
    sets: {
      cancel:
        'avboka/avbeställ/avbeställa/annullera/makulera/avsluta/avregistrera/aflys/aflyse/afbestil/afbestille/annuller/annullere/opsig/opsige/opsiger',
      thing:
        'order*/ordre*/bokning*/booking*/resa*/rejse*/tid/tiden/tider/abonnemang*/abonnement*/medlemskap*/medlemskab*/prenumeration*/avtal*/aftale*/konto*/försäkring*/forsikring*/hotell*/hotel*/köpet/købet/beställning*/bestilling*/tjänst*/tjeneste*/leverans*/levering*',
    },
    sure: `
      <cancel> ..3 <thing>
      säga/säger/säg/sagt upp ..3 <thing>
      <thing> ..1 avslutas/uppsägning/opsigelse
      uppsägning/opsigelse/avbeställning/afbestilling av/af
      ta/tar/slet/sletter/slette/radera/raderar/stäng/stänger/luk/lukker/lukke ..1 bort? ..2 konto*/profil*
      ångra/fortryde/fortryder ..1 köp/köpet/købet/beställning*/bestilling*/avtalet/aftalen
      förnya/förläng/forny/forlæng inte/ikke ..2 <thing>
      vill/vil inte/ikke ..2 ha/have/behålla/beholde/förlänga/forlænge ..3 <thing>
      stoppa/stop överföring*/overførsel*/betalningen/betalingen
    `,
    except: `
      vad/hvad/vilken/hvilken är/er/kostar/koster ..4 uppsägning*/opsigelse*/avbok*/afbestil*/säga
      flyg*/fly/flyet/tåg*/tog/toget är/er ..1 inställt/inställd/aflyst
      ni/du/I har/avbokade ..2 avbokat/annullerat/aflyst/lukket
    `,
    negators: 'inte ikke',
  },
  legal: {
    sure: `
      advokat/advokaten/jurist/juristen/advokatfirma/stämning/stämmer/sagsøger/sagsøge/domstol/domstolen/tingsrätten/retssag
      polisanmäl*/politianmeld*/konsumentverket/konsumentombudsmannen/reklamationsnämnden/forbrugerombudsmand*/forbrugerklagenævn*/datatilsynet/datainspektionen
      olaglig*/ulovlig*/lagstridig*/avtalsbrott*/kontraktsbrott*/kontraktbrud*/aftalebrud*/bedrägeri/bedrageri/svindel
      mot/imod lagen/loven
      rättslig*/juridisk*/retslig* åtgärd*/steg/skridt
      integritetspolicy*/personuppgift*/privatlivspolitik*/persondata*/personoplysning*/dataskydd*/databeskyttelse*
      vad/hvad gör/gör ni/i? ..1 med mina/mine uppgifter/data/oplysninger
      sparar/lagrar/säljer/delar/gemmer/sælger/deler ni/i ..2 uppgifter/data/oplysninger/information
    `,
    negators: '',
  },
}
