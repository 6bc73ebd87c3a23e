import type { LanguageSayings } from '../sayings.ts'

const negators = 'nicht nich kein keine keinen keinem keiner keines nie niemals ohne'

/** What German customers say; an umlaut also matches ae, oe, ue and the bare letter. */
export const de: LanguageSayings = {
  'asked-for-human': {
    sets: {
      person:
        'mensch/menschen/person/personen/mitarbeiter*/berater*/sachbearbeiter*/kollege*/kollegin/ansprechpartner*/agent/agenten/operator*/vorgesetzte*/chef/chefin/kundenberater*/kundendienst*/kundenservice*/kundenbetreu*/kundensupport/support/servicemitarbeiter*/hotline/jemand/jemandem/jemanden/betreuer*/teamleiter*/supportmitarbeiter*/fachmann/techniker/zentrale/menschliches',
      only: 'mensch/menschen/person/mitarbeiter*/berater*/sachbearbeiter*/ansprechpartner*/kundenberater*/servicemitarbeiter*/vorgesetzten/supportmitarbeiter*/kundenbetreuer*',
      det: 'ein/eine/einem/einen/einer/nem/ner/nen/ihrem/ihren/ihrer/euren/eurem/eurer/dem/den/der/das/irgendeinem',
      adj: 'echt*/richtig*/real*/lebend*/menschlich*/wirklich*/leibhaftig*/kompetent*/zuständig*/live/anderen/lebendig*/verantwortlich*/physisch*',
      talk: 'sprechen/reden/chatten/telefonieren/schreiben/verbinden/verbunden/verbindet/verbinde/unterhalten/kontaktieren/kommunizieren/texten/quatschen/klären/besprechen',
      want: 'möchte/möchten/will/wollen/brauche/brauch/wünsche/hätte/verlange/gebt/geben/gib/bitte/benötige/bevorzuge/fordere/suche/erreiche',
      bot: 'bot/chatbot/roboter/maschine/computer/ki/automaten/programm',
    },
    sure: `
      mit <det>? <adj>? <person> ..3 <talk>
      <talk>/spreche/rede/sprech/sprich sie/wir? mit <det>? <adj>? <person>
      verbind*/verbunden ..4 mit/zu <det>? <adj>? <person>
      verbind* sie/mich mich/mal? bitte/mal? $
      <want> ..3 <adj> <person>/hilfe/unterstützung/kontakt/ansprechpartner*
      <want> bitte/gerne/gern/jetzt/nur/doch? <det> <adj>? <only>
      <want> ..1 jemanden zum reden/sprechen/der
      gibt es/hier/da es/hier? ..1 <det>? <adj> <person>
      gibt es/hier/da ..1 jemand*/person/menschen/mitarbeiter* ..3 <talk>
      ist/is da/dort/hier jemand/wer
      <person> ..3 erreichen/kontaktieren/sprechen
      an <det>? <adj>? <person> ..1 weiterleiten/übergeben/weitergeleitet/weitergeben/durchstellen/abgeben
      weiterleiten/leiten/leite/übergeben/stellen/gib/geben ..3 an/zu <det>? <adj>? <person>
      stellen/stell sie? mich durch
      nicht mit <det>? <bot> ..2 <talk>
      kein/keinen/keine <bot> sondern/mehr
      möchte/will/brauche kein/keinen/keine <bot>
      kann/könnte/können/könnten mich/uns ..2 jemand* ..2 anrufen/zurückrufen/kontaktieren
      <person> statt/anstatt <det>? <bot>
      ruf*/rufen ..2 mich/uns ..2 an/zurück
      bitte/um/einen/wünsche/erbitte rückruf
      ^ bitte/nur? <det>? <adj>? <only> bitte/jetzt/sprechen/sofort? $
      <det> <adj>? <only> bitte
      menschliche/menschlichen/persönliche/persönlichen/manuell* hilfe/unterstützung/kontakt/beratung/kundenservice/kundendienst/support
      nicht mit <det>? <adj>? <person> <talk>/reden ..1 kann/können
      kann/könnte/warum/wieso ich nicht mit <det>? <adj>? <person> <talk>
    `,
    likely: `
      kundenservice/kundendienst/support bitte/sprechen/kontaktieren
    `,
    except: `
      sind/bist/ist/seid/ob sie/du/das/ihr/hier denn/eigentlich/überhaupt/wirklich? <det>? <adj>? <person>/<bot>
      spreche/rede/schreibe/chatte/spricht ich/i/man ..3 mit <det>? <adj>? <person>
      mitarbeiter* rabatt/konto/login/zugang
      pro/je/weitere/zweite/zusätzliche person/personen
    `,
    negators,
  },
  'billing-dispute': {
    sets: {
      charge:
        'abbuchung*/buchung/buchungen/zahlung/zahlungen/rechnung*/abrechnung*/stromrechnung*/gasrechnung*/handyrechnung*/telefonrechnung*/endabrechnung*/nebenkosten*/belastung*/lastschrift*/betrag/beträge/überweisung/transaktion*/kosten/gebühr*/beitrag/bestellung/mahnung*',
      took: 'abgebucht/belastet/berechnet/bezahlt/gezahlt/abgezogen/eingezogen/abbgebucht/verrechnet/kassiert/abkassiert',
      twice: 'doppelt/zweimal/zwei/mehrfach/mehrmals/dreimal/erneut/nochmal/nochmals/wiederholt',
    },
    sure: `
      <twice> ..3 <took>/abbuch*
      <took>/abbuch* ..2 <twice>
      <charge> ..3 doppelt
      <charge> ..5 nicht/nie/keine ..3 erkenn*/zuordnen/bekannt/autorisiert/veranlasst/getätigt/genehmigt/gemacht/bestellt/nachvollziehen/stammt/bestellung/erklären
      kenne/erkenne ..2 <charge> nicht
      doppelt*/mehrfach*/unberechtigt*/unbekannt*/falsch*/unautorisiert*/fehlerhaft*/betrügerisch*/überhöht*/fremd*/unrechtmäßig*/ungewöhnlich* ..1 <charge>
      <charge> ..2 ist/sind/war/waren/scheint ..1 falsch/fehlerhaft/unberechtigt
      <charge> ..2 ist/sind/war/waren/scheint ..1 nicht/zu korrekt/richtig/berechtigt/hoch
      <charge> ..1 stimmt/stimmen/passt ..4 nicht
      zu viel/hoch/oft <took>/bezahlt
      zuviel <took>/berechnet
      falsch <took>
      <took> ..4 obwohl/ohne/trotz
      obwohl ..8 <took>
      ohne ..4 erlaubnis/zustimmung/einwilligung/genehmigung <took>
      widerspr* ..4 <charge>
      <charge> ..2 widersprechen/reklamieren/beanstanden/anfechten/bestreiten/zurückbuchen
      reklamier* ..3 <charge>
      geld ..2 abgebucht/verschwunden/gestohlen/weg/abgezogen
      falschen/weniger/falsche betrag/geld/summe
    `,
    likely: `
      warum/wieso/weshalb ..4 <took>/abgebucht
      wofür ..3 <took>/abgebucht
      <charge> nicht ..1 erkenn*/bekannt
    `,
    except: `
      wie viel/hoch ..4 berechnet/kosten
      wird/werden ..4 berechnet
    `,
  },
  cancellation: {
    sets: {
      thing:
        'abo/abonnement/vertrag/mitgliedschaft/bestellung*/auftrag/konto/account/kundenkonto/profil/buchung/kauf/premium/tarif/versicherung/anschluss/dienst/service/lieferung/probeabo/newsletterabo/benutzerkonto/reise/ticket/termin/dauerauftrag',
      cancel:
        'kündig*/künd/storn*/stornier*/widerruf*/widerrufen/beend*/auflös*/löschen/lösche/löscht/schließen/schliessen/deaktivier*/abbestell*/abmelden/gelöscht/geschlossen/entfernen',
    },
    sure: `
      <thing> ..4 <cancel>
      kündig*/storn*/stornier*/widerruf*/schließ*/lösch*/beend* ..4 <thing>/#
      möchte/will/wollen/würde/hiermit/wie/kann/muss/bitte/ich/werde ..4 kündigen/stornieren/kündige/storniere/widerrufen/widerrufe
      meine/fristlos*/fristgerecht*/außerordentlich*/sofortige/die kündigung/stornierung
      kündigung zum/einreichen/bestätigen/meines
      kann/konnte ..4 nicht <cancel>
      nicht ..3 verlängern
      will/möchte ..4 nicht mehr/länger ..2 haben/nutzen/bezahlen
      wechsle/wechseln ..3 anbieter/konkurrenz
    `,
    except: `
      kündigungsfrist/stornierungsbedingungen/stornogebühren/kündigungsbedingungen/stornobedingungen
      wurde/ist/wird/worden/wurden ..4 gekündigt/storniert/gelöscht/geschlossen
      gekündigt/storniert worden/bekommen
      warum/wieso ..5 storniert/gekündigt
      wecker/erinnerung*/kalender*/termin/liste* ..3 löschen/beenden/stornieren/entfernen
    `,
    negators,
  },
  distress: {
    sets: {
      very: 'so/sehr/total/völlig/echt/nur/ganz/richtig/extrem/einfach/gerade/ziemlich/nur/noch/wirklich/unendlich/furchtbar/ständig',
      deep: 'verzweifelt/depressiv/hoffnungslos/einsam/traurig/suizidal/selbstmordgefährdet/überfordert/niedergeschlagen/ängstlich/deprimiert/wertlos/hilflos/gebrochen/fertig/unglücklich/allein/panisch',
    },
    sure: `
      selbstmord*/suizid*/umbringen/umzubringen/panikattacke*/nervenzusammenbruch/zusammenbruch
      ich/bin/fühle/fühl bin/ich/mich mich? <very>? <very>? <deep>
      bin <very>? <very>? <deep>
      nicht mehr/länger ..1 leben/weiterleben/weiter/da
      will/möchte/wollte sterben
      mir das leben nehmen
      leben/dasein ..2 beenden/sinnlos/wert
      mir ..2 antun/wehtun
      mich ..1 verletzen/ritzen
      ich kann nicht mehr
      weiß/weiss nicht mehr weiter
      habe/hab <very>? <very>? angst
      mein/meine mann/frau/mutter/vater/kind/sohn/tochter/bruder/schwester/partner/hund ..2 gestorben/verstorben/tot
      am boden zerstört
      am ende meiner kräfte
      kein ausweg/ausweg
    `,
    except: `
      angst dass/das das/die/mein/es paket/bestellung/lieferung
      fertig mit/zum
      nicht mehr ..1 da angezeigt/verfügbar
    `,
    negators: 'nicht kein',
  },
  legal: {
    sure: `
      anwalt*/rechtsanwalt*/anwält*/rechtsanwält*/anwalts*/verklag*/verklagen
      gericht/gerichtlich/amtsgericht/gerichtsverfahren/mahnverfahren/strafanzeige/rechtsschutz*/rechtsabteilung/rechtsweg
      verbraucherschutz*/verbraucherzentrale/schlichtungsstelle/ombuds*/schlichtung
      dsgvo/datenschutz*/bdsg/datenschutzbeauftragt*/datenauskunft/personenbezogen*
      urheberrecht*/markenrecht*/abmahnung/betrug/illegal/rechtswidrig/gesetzwidrig/vertragsbruch/schadensersatz
      klage/klagen gegen/einreichen/erheben
      anzeige erstatten/bei/wegen
      rechtliche/rechtlichen/juristische/juristischen/rechtlich/juristisch schritte/schritten/mittel/weg/vorgehen/gegen/fragen/beratung/konsequenzen/dagegen?
      meine/meiner/meinen/persönliche/persönlichen/deren daten ..4 löschen/gespeichert/weitergegeben/weiter/verkauft/verarbeitet/speichern/verwendet/verarbeiten/geschützt
      daten ..2 dritte/weitergabe/weitergeben
      auskunft ..3 daten
      recht auf vergessen*/löschung/auskunft
      gesetzlich* gewährleistung/verpflichtet/anspruch/rechte
    `,
    except: `
      gericht/gerichte bestellen/essen/rezept
    `,
  },
  frustration: {
    sets: {
      bad: 'unverschämt*/lächerlich/inakzeptabel/unmöglich/unfassbar/nutzlos*/katastroph*/miserabel/miserable/frechheit/saftladen/schrott/zumutung/unbrauchbar/dumm/blöd/beschissen*/peinlich/grottenschlecht/mist/witz/schlecht/schlimm/bodenlos/dreckig*/idiotisch/schwachsinn/unterirdisch/furchtbar/schrecklich/doof/nervig/hilfreich',
      very: 'so/sehr/total/völlig/echt/ein/eine/einfach/absolut/wirklich/ja/doch/nur/richtig/der/die/das/stink/langsam/extrem/mega/verdammt',
    },
    sure: `
      scheiß*/scheiss*/verdammt*/kacke/arschloch/arschlöcher/verarsch*/fick*/wichser/hurensohn/drecks*/idiot/idioten/bullshit/kotz*/ankotzt/vollidiot*/mistding
      frechheit/unverschämtheit/saftladen/zumutung/sauerei/unding/schweinerei/nerv*/nervt/nervst
      das/ihr/du/sie/es/service/alles/support ist/seid/bist/sind <very>? <very>? <bad>
      <bad> service/kundenservice/kundendienst/support/laden/firma/bot
      bin/ich/werde/macht ich/bin/mich? mich? <very>? <very>? wütend/sauer/stinksauer/verärgert/genervt/frustriert/enttäuscht/angepisst/empört/zornig/rasend
      reicht mir/es jetzt?
      mir reichts/reicht
      schnauze/nase voll
      zum dritten/vierten/hundertsten/x/letzten mal
      wie oft ..1 noch/soll/muss
      schon ..3 mal/male gesagt/gefragt/geschrieben/erklärt
      warte ..1 seit/schon ..4 wochen/tagen/monaten/stunden/ewigkeiten/ewig
      niemand ..2 antwortet/hilft/meldet/reagiert/kümmert
      nie wieder
      schlechtester/schlechteste/schlechtesten/mieseste/mieser ..1 service/kundenservice/support/laden/firma
      wollt ihr mich
      hasse dich/euch/das/diesen
      dumme*/blöde*/blöd*/nutzlose* bot/chatbot/maschine/roboter/kuh
    `,
    except: 'nicht <very>? <very>? wütend/sauer/verärgert/genervt/enttäuscht/schlecht/schlimm',
  },
}
