import type { LanguageSayings } from '../sayings.ts'

const negators = 'non senza mai né nessun nessuna'

/** What Italian customers say. */
export const it: LanguageSayings = {
  'asked-for-human': {
    sets: {
      person:
        'umano/umana/umani/persona/persone/operatore/operatrice/operatori/agente/agenti/consulente/consulenti/addetto/addetta/rappresentante/responsabile/qualcuno/impiegato/impiegata/supervisore/assistente/tecnico/incaricato/funzionario/collega/dipendente/specialista | essere/esseri umano/umani | assistenza/servizio clienti/umana | centralino',
      only: 'umano/umana/persona/operatore/operatrice/agente/consulente/addetto/rappresentante/supervisore/responsabile | essere umano',
      det: 'un/una/uno/l/il/la/lo/gli/i/vostro/vostra/tuo/qualche/altro/altra/dei/vostri | uno dei vostri',
      adj: 'vero/vera/reale/reali/umano/umana/altro/altra',
      talk: 'parlare/parlo/parla/comunicare/contattare/contatto/chattare/conversare/passare/passami/passatemi/passa/passi/trasferire/trasferiscimi/trasferitemi/mettermi/mettimi/mettetemi/collegarmi/collegami/collegatemi/parlarci/sentire/connettermi/connettimi/chiamare | in contatto',
      want: 'voglio/vorrei/preferisco/preferirei/esigo/desidero/datemi/dammi/serve/cerco/pretendo/chiedo/fammi/fatemi | bisogno di/d | posso avere',
    },
    sure: `
      <talk> ..2 con/a/ad/al/all/allo <det>? <adj>? <person>
      non riesco/posso a? <talk> con <det>? <person>
      passami/passatemi/passi/mi/chiamatemi passi/passate? <det>? <adj>? <only>
      contattare/chiamare/sentire <det>? <adj>? <person>
      <want> <det>? <adj>? <only>
      <want> ..2 aiuto/assistenza/supporto/contatto umano/umana
      <want> qualcuno che/di/con/vero
      assistenza/aiuto/supporto/contatto umana/umano/personale
      persona/operatore/umano/qualcuno vera/vero/reale/umano/fisica
      vera/vero persona/operatore/umano
      in carne e/ed ossa
      ^ <det>? <only> umano/reale? per? favore? grazie? $
      <only> per favore
      non voglio ..3 bot/robot/macchina/risponditore
      c è/e ..1 qualcuno/persona/operatore/umano
      ce qualcuno
      richiamatemi/richiamami/chiamatemi/chiamami
      potete/può/puoi/potreste/essere richiamarmi/chiamarmi/richiamato/richiamata/contattato/ricontattato
      mi ..1 richiami/richiamate/chiamate/contatti qualcuno?
    `,
    likely: `
      <want> ..1 servizio/assistenza clienti
    `,
    except: `
      sei/siete/è/lei ..1 <det>? <adj>? <only>/robot/bot/macchina
      sto/stavo parlando/chattando con <det>? <adj>? <person>
      risorse/diritti/errore umane/umani/umano
      per/altra/seconda/ogni persona
      agente immobiliare
    `,
    negators,
  },
  'billing-dispute': {
    sets: {
      charge:
        'addebito/addebiti/pagamento/pagamenti/fattura/fatture/transazione/transazioni/importo/importi/bolletta/prelievo/prelievi/acquisto/spesa/spese/costo/costi/commissione/operazione/bonifico',
      took: 'addebitato/addebitata/addebitati/fatturato/pagato/prelevato/scalato/scalati/prelevati/addebitano/fatturata/preso/presi/detratto',
    },
    sure: `
      <took> ..4 due/tre/più/2 volte
      <took> ..3 doppio/doppia/doppiamente/duplicato
      doppio/doppia/due/doppi ..1 <charge>
      <charge> ..2 doppi*/duplicat*/errat*/sbagliat*/sconosciut*/fraudolent*/sospett*/indebit*/ingiustificat*/anomal*/strano/due
      non/mai ..3 riconosco/autorizzato/fatto/effettuato/richiesto/riconosciuto ..4 <charge>
      <charge> ..4 non/mai ..3 riconosco/autorizzato/fatto/effettuato/mio/mia/richiesto/corretto/corretta/riconosciuto/torna/dovuto
      <took> ..2 troppo/più
      <took> ..3 senza ..2 autorizzazione/permesso/consenso/motivo/avviso
      <took> ..5 non ..2 ordinato/richiesto/acquistato/comprato/ricevuto
      <took> ..5 nonostante/dopo/anche ..5 disdett*/annullat*/cancell*
      contest* ..3 <charge>
      errore/errori in/nella/nel/di/sulla ..1 <charge>
      <charge> è/e/sembra/risulta ..1 sbagliat*/errat*/scorrett*
      addebito non autorizzato
      rubato ..3 soldi
      soldi ..3 spariti/rubati/sottratti
      importo sbagliato/errato
    `,
    likely: `
      perché/perche ..4 <took>
      cos è/e ..2 addebito
      a cosa corrisponde ..2 <charge>
    `,
    except: `
      quanto ..3 addebitato
    `,
  },
  cancellation: {
    sets: {
      thing:
        'abbonamento/ordine/ordini/contratto/account/iscrizione/prenotazione/servizio/servizi/acquisto/profilo/polizza/linea/tessera/conto/volo/biglietto/spedizione/piano/carta/assicurazione/utenza/prova',
      cancel:
        'annullare/annulla/annullate/annullamento/disdire/disdico/disdetta/disdite/cancellare/cancella/cancellate/cancellazione/recedere/recesso/rescindere',
      close: 'chiudere/chiudi/chiudete/chiusura/eliminare/elimina/eliminate/disattivare/disattiva/terminare/rimuovere',
    },
    sure: `
      <cancel> ..4 <thing>/#
      voglio/vorrei/come/posso/bisogno/favore/devo/potete/desidero/intendo/per/chiedo/può ..3 annullare/disdire/recedere/disdetta/cancellare/cancellarmi/disiscrivermi
      <close> ..3 account/conto/profilo/abbonamento/contratto/iscrizione
      dare/do/mandare/inviare/fare ..1 disdetta
      non voglio/intendo ..2 rinnovare
      non voglio/desidero più ..3 <thing>
      non riesco/posso a/ad? <cancel>
      diritto di recesso
      passare/cambiare ..3 altro/operatore/fornitore/concorrenza gestore/operatore/fornitore?
    `,
    except: `
      politica/condizioni/termini/costi/costo/penale/regole di/per ..1 <cancel>
      è/stato/stata/avete/hanno ..1 annullato/cancellato/annullata/cancellata
      cancellare/eliminare/annullare ..2 sveglia/promemoria/evento/riunione/lista
      passare ..1 operatore umano
    `,
    negators,
  },
  distress: {
    sets: {
      very: 'molto/così/tanto/davvero/troppo/completamente/totalmente/veramente/un/po/più/proprio/estremamente',
      deep: 'triste/depresso/depressa/disperato/disperata/solo/sola/ansioso/ansiosa/spaventato/spaventata/angosciato/angosciata/distrutto/distrutta/devastato/devastata/terrorizzato/terrorizzata/infelice/perso/persa/sopraffatto/sopraffatta',
    },
    sure: `
      sono/sento/sentendo mi? <very>? <very>? <deep>
      mi sento <very>? <very>? <deep>
      suicid*/uccidermi/ammazzarmi
      togliermi la vita
      voglio/vorrei/preferirei morire/sparire
      farla finita
      non voglio/riesco/posso più ..1 vivere
      non ce la faccio più/piu
      farmi del? male
      attacco/crisi di panico/ansia/nervi
      molta/tanta/troppa paura
      mia/mio madre/padre/marito/moglie/figlio/figlia/fratello/sorella/nonna/nonno/mamma/papà/cane ..2 morto/morta/deceduto/deceduta/mancato/mancata
      mi picchia/maltratta/minaccia
      a pezzi
    `,
    except: `
      sono solo/sola un/una/il/che/per/a/curioso
      a pezzi arrivato
    `,
    negators: 'non',
  },
  legal: {
    sure: `
      avvocato/avvocati/avvocata/legale/legali
      vie legali
      causa/denuncia/denunciare/denuncio/querela/querelare/denuncerò legale/a/contro/vi/per?
      denunciarvi/querelarvi
      tribunale/giudice di? pace?
      azioni/azione legali/legale/giudiziaria
      associazione/tutela/diritti/codice dei/del ..1 consumatori/consumatore/consumo
      agcom/agcm/federconsumatori/codacons/altroconsumo/antitrust
      garante della? privacy?
      gdpr/privacy
      dati personali
      protezione/trattamento/tutela dei dati
      informativa sulla? privacy
      miei dati ..4 condivi*/vend*/cancell*/conserv*/usat*/terzi
      condividete/vendete/raccogliete/conservate/usate ..3 dati/informazioni
      diritto all/alla/di oblio/cancellazione/accesso
      illegale/illegali/truffa/truffatori/frode
      inadempimento contrattuale
      risarcimento danni
      polizia postale
      diritto d autore
    `,
    except: `
      ora/orario/sede legale
    `,
  },
  frustration: {
    sets: {
      bad: 'inutile/inutili/ridicolo/ridicola/inaccettabile/pessimo/pessima/vergogna/vergognoso/vergognosa/orribile/terribile/schifo/schifoso/spazzatura/assurdo/assurda/scandaloso/indecente/incompetent*/stupido/stupida/idiota/merda/disastro/scandalo/penoso/penosa/imbarazzante/deficiente/stupidi | presa in giro',
      very: 'un/una/molto/così/davvero/veramente/totalmente/proprio/il/la/uno/completamente/solo/che/di',
    },
    sure: `
      merda/cazzo/stronz*/vaffanculo/fanculo/coglion*/minchia/porca/schifo/bastardi/bastardo/puttana/puttanata/incazzat*/figli di puttana
      idiota/idioti/imbecille/imbecilli/deficienti/cretino/cretini
      è/e/siete/sei/questo/servizio/sono <very>? <very>? <bad>
      <bad> servizio/assistenza/azienda/bot/sito/app
      servizio ..1 <bad>
      sono <very>? <very>? furios*/arrabbiat*/stuf*/infuriat*/frustrat*/delus*/indignat*/esasperat*/irritat*/seccat*/stanc*
      non ne posso più
      ne ho abbastanza
      basta così
      quante volte
      per la terza/quarta/quinta/ennesima volta
      aspetto/attendo/aspettando da ..3 settimane/giorni/mesi/ore
      sono ..2 settimane/giorni/mesi/ore che
      nessuno ..2 risponde/aiuta/risolve
      mai più
      peggior/peggiore servizio/azienda/esperienza
      presa/prendendo/prendete per? in? giro/culo
      perdita di tempo
      non servi/serve/servite a niente/nulla
      non capisci/capite/capisce niente/nulla/un
      che schifo/vergogna
      vergognatevi
    `,
    except: `
      non sono/è <very>? arrabbiat*/furios*/stanc*/stupido
    `,
  },
}
