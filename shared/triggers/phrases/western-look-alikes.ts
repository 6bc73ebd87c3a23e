import type { LanguageSayings } from '../sayings.ts'

const become = 'become/becoming/ser/hacerme/virar/diventare/devenir/devient/zostać/werde/werden/bli/blive'
const agent = 'agent/agente/agentem/operatore/operador/consulente/conseiller/berater/mitarbeiter/adviseur/medewerker'

/** What sounds like a trigger in many languages and is not: the customer's own trade, own particulars, somebody else's doing. */
export const westernLookAlikes: LanguageSayings = {
  'asked-for-human': {
    sets: { become, agent },
    except: `
      mensch/person/roboter/maschine/bot/ki oder ein/eine/nur? ein/eine? mensch/person/roboter/maschine/bot/ki/programm
      human/person/robot/bot/machine or a/an/just? a/an? human/person/robot/bot/machine/program
      someone/somebody else is/has/was/used/uses/using/got/took/picked/logged/ordered/signed
      he/she/they/shop/store/neighbour told me to talk/speak/write to you
      speak/talk at your/the/a
      talk/speak/chat to/with my/other the? teammates/friends/team/players/classmates/guild/family
      your/the representative/rep/agent/adviser/advisor/operator/colleague/technician is/was so/very/realy/super? kind/nice/helpful/great/lovely/friendly/polite/patient
      no hace falta/necesario que me llamen/llame/contacten/marquen
      no es necesario que me llamen/llame/contacten/marquen
      no need/necessity to/for a? call/callback me?
      persönlich ..5 kommen/vorbeikommen/erscheinen/abholen
      komma/infinna/möta/hämta ..1 personligen
      komme/møde/hente ..1 personligt
      persoonlijk/zelf ..1 langskomen/komen/ophalen/tekenen
      venire/presentarmi/passare/ritirare di persona
      ir/venir/acudir/presentarme en persona
      ir/comparecer/buscar pessoalmente
      venir/passer/présenter en personne
      przyjść/stawić/odebrać się? osobiście
      parlare/scrivere in inglese/italiano/francese/tedesco/spagnolo
      <become> ..2 <agent>
    `,
  },
  cancellation: {
    except: `
      canceled/cancelled/closed by the/your/you
      <own> got/was/been/is ..1 deactivated/disabled/suspended
      habt/haben/hat ..4 storniert/gekündigt/gelöscht/geschlossen
      storniere/storniert/stornieren/kündige/kündigen/lösche/löschen sie? ..3 nicht $
      ^ niet/nog/liever niet? annuleren/opzeggen/stopzetten
      annuleer/annuleren/verwijder ..3 niet $
      avboka/avbeställ/annullera inte
      annuller/afbestil/aflys ikke
      annuler/annulez/résilier/résiliez pas
      cancela/cancelar/apaga/apagar/desliga/borra la/el/o/a/mi/meu? alarma/despertador/temporizador/recordatorio/alarme/timer/lembrete
      cancella/spegni/ferma la/il/lo? sveglia/timer/promemoria/musica
      zruš/vypni budík/časovač
      quanto/cuánto/cât/combien/hvad/wat/wieviel custa/costa/cuesta/costă/coûte/koster/kost ..2 cancelar/disdire/annuler/résilier/rezilierea/anularea/annuleren/opzeggen/recedere
    `,
    sets: { own: 'account/profile/login/membership' },
  },
  legal: {
    sets: {
      lawyer:
        'lawyer/solicitor/attorney/paralegal/barrister/anwalt/anwältin/rechtsanwalt/jurist/juristin/abogado/abogada/avocat/avocate/juriste/avvocato/avvocata/advogado/advogada/advocaat/advocate/prawnikiem/prawniczką/adwokatem/advokat/avocată',
      am: 'im | i am | ich bin | soy | je suis | sono | sou | ik ben | jestem | jag är | jeg er | jsem | sunt',
      change:
        'update/change/correct/edit/actualizar/cambiar/modificar/corregir/editar/modifier/changer/corriger/modificare/cambiare/aggiornare/correggere/atualizar/alterar/mudar/corrigir/wijzig/wijzigen/verander/zmienić/zmiana/zaktualizować/poprawić/ändra/uppdatera/rätta/ændre/ændr/ret/opdatere/změnit/upravit/modificare/schimbare/actualizare',
      details:
        'details/datos/données/informations/coordonnées/dati/dados/gegevens/dane/danych/uppgifter/personuppgifter/oplysninger/údaje/date/datele',
    },
    except: `
      <am> a/an/un/uma/un/een? <lawyer> and/und/y/et/e/en/i/och/og/a/și/looking
      <change> my/mis/los/mes/les/i/miei/meus/os/mijn/de/moje/swoje/mina/mine/datele/mé? miei/meus? <details> personales/personnelles/personali/anagrafici/pessoais/cadastrais/osobowe/personale?
      mijn gegevens wijzigen/aanpassen/veranderen
      meine/unsere adresse/daten/anschrift/telefonnummer/mailadresse/bankverbindung hat/haben/ist/ändern/aktualisieren sich? geändert?
      out of ..1 data
      mobile/roaming/cellular/móviles/mobiles/móveis/mobile/mobilní data/daten
      datos/dados/données/dati/date móviles/móveis/mobiles/mobili/mobile
      transfer/move/copy/sync my/all? data/contacts from/to my/a/an? old/new? phone/laptop/device/computer/tablet/mobile
    `,
  },
}
