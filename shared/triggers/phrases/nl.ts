import type { LanguageSayings } from '../sayings.ts'

/** What Dutch customers say. */
export const nl: LanguageSayings = {
  'asked-for-human': {
    sets: {
      person:
        'mens/mensen/persoon/medewerker*/iemand/collega/klantenservice/agent/vertegenwoordiger/adviseur/leidinggevende/manager/supervisor/klantenservicemedewerker',
      det: 'een/de/het/n/jullie/uw/je',
      adj: 'echt/echte/menselijke/levende/andere',
      talk: 'spreken/praten/chatten/bellen/doorverbinden/doorverbonden/verbinden/overleggen/contact/babbelen',
    },
    sure: `
      met <det>? <adj>? <person> ..3 <talk>
      <talk>/praat/spreek ..1 met <det>? <adj>? <person>
      verbind ..3 met/door <det>? <person>?
      wil/wens/graag/geef/heb/nodig ..2 <adj> <person>
      wil/graag/geef ..1 een mens/medewerker
      liever/graag ..1 door/met <det>? <adj>? <person> ..1 geholpen
      ^ <det>? <adj>? mens/medewerker graag/alsjeblieft/aub? $
      medewerker/mens graag/alsjeblieft/alstublieft/aub
      menselijke/menselijk hulp/contact/ondersteuning
      bel/bellen ..2 mij/me ..1 terug/op
      niet met een/deze bot/robot/computer ..1 <talk>
    `,
    except: `
      ben/bent/is/praat/spreek je/jij/u/dit/ik ..2 <adj>? <person>/robot
      per/extra persoon
    `,
    negators: 'niet geen zonder nooit',
  },
  'billing-dispute': {
    sure: `
      dubbel/twee/tweemaal ..3 afgeschreven/betaald/berekend/gefactureerd/geïncasseerd/keer
      afgeschreven/betaald/berekend/geïncasseerd ..2 dubbel/keer/tweemaal
      dubbele betaling/afschrijving/factuur/incasso
      onbekende/onterechte/verkeerde/foute/onjuiste afschrijving/betaling/factuur/incasso/bedrag
      factuur/rekening/afschrijving ..2 klopt niet
      afschrijving/betaling/factuur/incasso ..4 niet ..1 herken/gedaan/goedgekeurd/klopt/toegestaan
      teveel/onterecht betaald/berekend/afgeschreven
      zonder toestemming afgeschreven
    `,
    likely: `
      waarom ..4 afgeschreven/berekend/geïncasseerd
    `,
  },
  cancellation: {
    sets: {
      thing: 'abonnement/contract/bestelling/order/account/lidmaatschap/boeking/reservering/verzekering/profiel',
      cancel:
        'opzeggen/opzegging/zeg/annuleren/annuleer/annulering/beëindigen/stopzetten/ontbinden/verwijderen/sluiten/verwijder',
    },
    sure: `
      <thing> ..4 <cancel>
      <cancel> ..3 <thing>/#
      wil/hoe/kan/graag ..3 opzeggen/annuleren
    `,
    except: `
      opzegtermijn/annuleringsvoorwaarden/annuleringsbeleid
      is/werd ..1 geannuleerd/opgezegd
    `,
    negators: 'niet nooit',
  },
  distress: {
    sure: `
      zelfmoord*/zelfdoding/suïcid*
      mezelf ..2 doden/pijn/doen/aan
      wil dood/sterven
      wil niet meer leven
      voel me/mij ..2 wanhopig/eenzaam/depressief/verdrietig/hopeloos/angstig/alleen
      ben ..2 wanhopig/depressief/radeloos/eenzaam/verdrietig/bang
      paniekaanval
      ik kan niet meer
      overleden
    `,
    negators: 'niet',
  },
  legal: {
    sure: `
      advocaat/advocaten/jurist/rechtsbijstand/rechtbank/rechter/rechtszaak/dagvaard*/aanklagen
      juridische/gerechtelijke stappen/hulp/actie/procedure
      consumentenbond/geschillencommissie/ombudsman/avg/privacywet/privacybeleid/privacyverklaring
      persoonsgegevens
      mijn gegevens ..3 verwijder*/verkop*/delen/gedeeld/bewaard
      aangifte/oplichting/oplichters/illegaal
    `,
  },
  frustration: {
    sure: `
      kut/klote/godverdomme/verdomme/tering/kanker/klootzak*/lul/idioot/idioten/waardeloos/waardeloze/belachelijk/schandalig*/onacceptabel/schande/bagger
      ben ..2 boos/woedend/kwaad/gefrustreerd/teleurgesteld/pissig/geïrriteerd
      er/het ..1 klaar/zat mee/genoeg
      hoe vaak
      voor de derde/vierde/zoveelste keer
      wacht al ..3 weken/dagen/maanden/uren
      niemand ..2 antwoordt/reageert/helpt
      nooit meer
      slechte/slechtste service/klantenservice/bedrijf
    `,
    except: `
      niet boos/kwaad
    `,
  },
}
