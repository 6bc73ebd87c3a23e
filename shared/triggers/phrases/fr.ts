import type { LanguageSayings } from '../sayings.ts'

const negators = 'pas sans jamais aucun aucune ni'

/** What French customers say; an apostrophe parts two words: "l'avocat" is read as "l avocat". */
export const fr: LanguageSayings = {
  'asked-for-human': {
    sets: {
      person:
        'humain/humaine/humains/personne/personnes/conseiller/conseillère/conseillers/agent/agents/opérateur/opératrice/représentant/représentante/responsable/interlocuteur/employé/employée/collaborateur/superviseur/technicien/téléconseiller/téléconseillère/gestionnaire/manager/supérieur/commercial/expert | quelqu un | être humain | service client/clients/clientèle | membre de l | un de vos agents/conseillers',
      only: 'humain/humaine/personne/conseiller/conseillère/agent/opérateur/opératrice/représentant/responsable/interlocuteur/superviseur | être humain',
      det: 'un/une/l/le/la/du/des/votre/vos/de/mon/autre/d/cet | un autre | une autre',
      adj: 'vrai/vraie/véritable/réel/réelle/bon',
      talk: 'parler/parlez/discuter/échanger/contacter/joindre/communiquer/passer/transférer/transférez/transfère/connecter/connectez/appeler/dialoguer/tchatter/chatter/rediriger/redirigez/orienter | mettre/mettez/mets/entrer en relation/contact/communication | mettez/mets moi? en relation/contact | passez/passe/transférez/connectez/redirigez moi | en relation/contact/ligne',
      want: 'veux/voudrais/souhaite/souhaiterais/aimerais/exige/préfère/préférerais/demande/donnez/faut/réclame/cherche/besoin | besoin d/de | donnez moi | il me faut | je peux/puis avoir | puis je avoir',
    },
    sure: `
      <talk> à/avec/au/vers/directement? <det>? <adj>? <person>
      contacter/joindre/appeler <det>? <adj>? <person>
      <talk> à/avec/au <person>
      <talk> <det> <adj>? <person>
      arrive/peux/puis/pourquoi pas ..1 <talk> ..1 <person>
      <want> <det>? <adj>? <only>
      <want> ..1 quelqu un qui/de/pour/réel/humain
      <want> ..3 aide/assistance/support/contact humaine/humain
      aide/assistance/intervention/contact/support/accompagnement humaine/humain/personnalisée
      vrai/vraie/véritable personne/humain/conseiller/conseillère/agent
      personne/conseiller réel/réelle/physique
      ^ <det>? <adj>? <only> svp/merci/maintenant/sil? vous? plait? $
      <only>/conseiller svp/stp
      <only> s il vous/te plaît
      rappelez/rappeler/rappelle moi
      être/qu on/me rappelé/rappelée/rappelle/rappeler
      pouvez/peut vous/on me rappeler/appeler
      quelqu un peut/peux/pourrait ..1 m/me/nous appeler/rappeler/contacter/téléphoner
      pas/plus/marre/assez/sert ..3 parler/discuter/parle à/avec/de ..1 robot/bot/machine/ordinateur/ia/chatbot
      y a t il/elle ..1 quelqu/humain/personne/conseiller
      il y a ..1 quelqu un
      y a quelqu un
    `,
    likely: `
      <want> ..1 service client
      ^ service client svp? $
    `,
    except: `
      êtes/es/est/sont vous/tu/ce/il/que/c? <det>? <adj>? <only>/robot/bot/machine
      êtes vous/tu bien/vraiment? <det>? <adj>? <person>
      suis/sommes je/nous bien? en ..2 parler/discuter ..1 <det>? <adj>? <person>
      ressources humaines
      par/autre/deuxième/chaque personne
      agent immobilier
    `,
    negators,
  },
  'billing-dispute': {
    sets: {
      charge:
        'prélèvement/prélèvements/débit/débits/paiement/paiements/facture/factures/transaction/transactions/frais/achat/montant/facturation/opération/opérations/retrait/virement/abonnement/commande',
      took: 'débité/débitée/débités/facturé/facturée/facturés/prélevé/prélevée/prélevés/payé/chargé/encaissé/retiré',
    },
    sure: `
      surfactur*
      <took> ..4 deux/trois/plusieurs/2/3 fois
      <took> ..3 double/doublon/deux/doublement
      double/doubles/doublon ..2 <charge>/<took>
      deux ..1 <charge>/prélèvements
      <charge> ..2 double/doublon/injustifié*/erroné*/incorrect*/inconnu*/frauduleu*/suspect*/abusif*/abusive*/indu*/faux/fausse/anormal*
      reconnais/autorisé/fait/effectué/reconnaît/identifie/comprends/demandé/passé/validé pas ..4 <charge>
      pas/jamais ..2 autorisé/fait/effectué/demandé/validé/reconnu ..4 <charge>
      <charge> ..5 pas/jamais ..2 autorisé/fait/effectué/reconnais/reconnu/correct/correcte/mien/bon/bonne/moi/demandé/commandé/identifie
      <charge> ..5 reconnais/correspond/autorise/comprends pas
      <took> ..2 trop
      <took> ..3 sans ..2 accord/autorisation/consentement/raison/prévenir
      <took> ..4 alors/pourtant/malgré/après ..6 résili*/annul*/retourn*/rembours*
      <took> ..4 pas/jamais ..2 commandé/demandé/souscrit/reçu
      <took> ..1 tort
      contest* ..3 <charge>
      erreur/erreurs de/sur/dans ..1 <charge>
      <charge> ..2 est/sont/semble ..1 fausse/faux/erronée/incorrecte/erroné/incorrect
      trop perçu
      volé ..3 argent
      argent ..3 disparu/prélevé/débité
      mauvais montant
    `,
    likely: `
      pourquoi ..5 <took>
      à quoi correspond ..2 <charge>
      c est quoi ..1 <charge>
    `,
    except: `
      combien ..4 <took>
    `,
  },
  cancellation: {
    sets: {
      thing:
        'abonnement/commande/contrat/compte/adhésion/réservation/forfait/inscription/achat/service/assurance/ligne/profil/offre/billet/vol/livraison/essai/souscription/formule/carte/virement/rendez',
      cancel: 'annuler/annule/annulez/annulation/résilier/résilie/résiliez/résiliation/rompre/dénoncer/interrompre',
      close:
        'clôturer/clôture/cloturez/fermer/ferme/fermez/fermeture/supprimer/supprime/supprimez/suppression/désactiver/désinscrire/arrêter/stopper',
    },
    sure: `
      désabonner/désinscrire/rétracter
      <cancel> ..4 <thing>/#
      veux/voudrais/souhaite/comment/puis/peux/faut/aimerais/pouvez/dois/pour/demande/décidé/besoin ..3 <cancel>
      <close> ..3 compte/abonnement/contrat/profil/adhésion/inscription
      arrive/peux/puis/réussis pas à? <cancel>
      mettre fin ..2 <thing>
      veux/souhaite plus ..3 <thing>
      pas ..1 renouveler
      changer/change/quitter/quitte d? de? ..1 opérateur/fournisseur/banque/concurrent/chez
      droit/lettre de rétractation/résiliation
    `,
    except: `
      politique/conditions/frais/modalités d/de <cancel>
      a/été/est/ont/avez/sera ..1 annulé/annulée/résilié/résiliée/supprimé
      annuler/supprimer/arrêter ..2 alarme/rappel/réunion/événement/liste/réveil
    `,
    negators,
  },
  distress: {
    sets: {
      very: 'très/si/tellement/trop/complètement/vraiment/totalement/un/peu/au/plus/toute/tout/extrêmement/assez/bien',
      deep: 'triste/déprimé/déprimée/désespéré/désespérée/seul/seule/anxieux/anxieuse/angoissé/angoissée/effrayé/effrayée/terrifié/terrifiée/dévasté/dévastée/perdu/perdue/malheureux/malheureuse/bout/détruit/effondré/effondrée/paniqué/paniquée/suicidaire/dépassé/dépassée/brisé/brisée',
    },
    sure: `
      suicid*/dépression/désespoir
      suis/sens/sentais/sentir <very>? <very>? <deep>
      me tuer
      en finir avec/avec? la? vie?
      mettre fin ..1 mes jours/vie
      envie de mourir/disparaître
      veux/voudrais/préfère mourir
      plus envie de vivre
      me faire du mal
      n/en/je en? peux plus
      crise d/de angoisse/panique/nerfs
      très/tellement/si peur
      mon/ma mari/femme/mère/père/fils/fille/frère/soeur/enfant/conjoint/chien/grand ..2 mort/morte/décédé/décédée
      vient de décéder/mourir
      me frappe/bat/maltraite/menace
      à bout de forces/nerfs
    `,
    except: `
      seul/seule problème/question/article/colis/solution
      je suis perdu dans/sur/avec
    `,
    negators: 'pas',
  },
  legal: {
    sure: `
      avocat/avocate/avocats/huissier/rgpd/gdpr/cnil/illégal*/illégale/arnaque/escroquerie/escrocs/frauduleux
      tribunal/tribunaux/prud hommes
      porter/porte/porterai/déposer/dépose plainte
      poursuites/poursuivre/action/actions/démarches/recours/voie/service/procédure/mesures en? judiciaire/judiciaires/justice/juridique/juridiques/légale/légales/légal
      en justice
      mise en demeure
      médiateur/médiation/conciliateur/dgccrf/signal conso
      défense/protection/droit/association des/du ..1 consommateur*
      données ..1 personnelles/personnelle
      protection/confidentialité/traitement des données
      politique de confidentialité
      mes données ..4 partag*/vend*/supprim*/stock*/utilis*/effac*/conserv*/tiers
      vendez/partagez/collectez/conservez/utilisez/stockez ..3 données/informations
      droit à l/d/de oubli/effacement/accès/image
      vice/rupture caché/de contrat?
      droit d auteur
    `,
  },
  frustration: {
    sets: {
      bad: 'nul/nulle/inadmissible/inacceptable/scandaleux/scandaleuse/ridicule/honteux/honte/catastrophique/lamentable/minable/pourri/pourrie/débile/stupide/inutile/merde/incompétent*/horrible/affreux/catastrophe/insupportable/déplorable/blague/idiot/idiote/con/conne/foutage/arnaqueurs/médiocre/pathétique/mauvais/mauvaise/agaçant/énervant',
      very: 'très/vraiment/trop/complètement/totalement/une/un/si/tellement/plus/juste/le/la/de/carrément',
    },
    sure: `
      merde/putain/bordel/connard*/connasse/enculé*/salaud*/foutre/chier/fdp/ntm/saloperie/crétin*/abrutis/abruti/imbécile*/idiots/idiot/conneries
      inadmissible/scandaleux
      est/êtes/es/sont/service/c <very>? <very>? <bad>
      <bad> service/entreprise/bot/robot/sav/site/réponse
      suis/très/vraiment/je ..1 <very>? furieu*/énervé*/colère/agacé*/exaspéré*/frustré*/déçu*/mécontent*/scandalisé*/outré*/indigné*/irrité*/dégoûté*/fâché*
      marre/ras le/de/bol
      j en ai marre/assez
      foutez/fous/moquez/moque de/vous? ..1 moi/gueule/monde
      foutage de gueule
      combien de fois
      la troisième/quatrième/énième/dixième fois
      ça fait ..3 semaines/jours/mois/heures ..1 que/j
      attends depuis ..3 semaines/jours/mois/heures
      personne ne ..1 répond/aide/comprend
      plus/ça jamais/suffit
      pire service/entreprise/expérience
      perte de temps
      prenez pour un/des/qui con/idiot/cons/idiots?
      comprends/comprenez/comprend rien
      sers/sert/servez à rien
    `,
    except: 'pas <very>? furieu*/énervé*/déçu*/fâché*/mauvais/nul',
  },
}
