import type { LanguageSayings } from '../sayings.ts'

const become = 'become/becoming/ser/hacerme/virar/diventare/devenir/devient/zostać/werde/werden/bli/blive'
const agent = 'agent/agente/agentem/operatore/operador/consulente/conseiller/berater/mitarbeiter/adviseur/medewerker'
const being =
  'persona/humano/humain/personne/umano/mens/mensch/menschen/człowiek/osoba/människa/menneske/člověk/om/pessoa/maschine/machine'

/** What sounds like a trigger in many languages and is not: the customer's own trade, own particulars, somebody else's doing. */
export const westernLookAlikes: LanguageSayings = {
  'asked-for-human': {
    sets: { become, agent, being },
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
      ^ please/can/could/will/would/you? you/can? please? talk/speak/chat to/with me please/now? $
      ^ come/have ..1 talk/chat to/with me
      room service
      human/person/machine/bot write/wrote/written/writing this/that/it/these
      escribió/escribe/redactó/écrit/rédigé/scritto/geschrieben/verfasst/skrivit/skrevet/napisał/napsal/scris ..4 <being>
      <being> ..2 escribió/écrit/scritto/geschreven/geschrieben/skrivit/skrevet/napisał/napsal/scris
      connect/install/set/activate up? a/my/the? new phone/cable/internet/tv/broadband/mobile line/service/connection
      bot/chatbot/robot/ai/computer or real
      ^ you/u are/r really/a/an/not? a/an? human/person/bot/robot
      spreche/rede/schreibe/chatte/spricht ich/man ..3 mit einem/einer/nem/ner bot/roboter/chatbot/ki/maschine/computer/programm
      real bot/robot/chatbot
      est ce que je suis/parle en? train? de? parler/discuter/écrire? à/avec un/une robot/bot/machine/ia/ordinateur
      kann/könnte/soll/wird mich/uns der/die/ein/eine spediteur/fahrer/fahrerin/monteur/techniker/kurier/bote/zusteller/handwerker ..4 anrufen
    `,
  },
  'billing-dispute': {
    sets: { repaid: 'refund/rebate/restitution/reimbursement/compensation' },
    except: `
      waiting/expect/expecting/await/awaiting for? a/my/the? <repaid> of #
      check/checking/get/getting/find/see/view/want/need/download ..1 invoice/invoices/bill/bills from
      will/would/do/am i ..3 charge/charged/pay/see ..1 fee/fees/charge/charges? for/to/on ..3 transfer/transfers/exchange/topup/withdrawal/card fee/fees?
      invoice/invoices/bill/bills from ..3 ago
      in charge of
      factur*/fattur*/rechnen/rozlicz*/betaler/rekenen ..2 en/in/w/i euro/euros/dollar/dollars/dólares/pesos/franken/francs/franchi
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
      ^ i/id want/wanna/like/would/love/need ..1 to? subscribe/renew/extend/keep/reactivate/resume/restart/pause/continue my/our/the? ..2 <plan>?
      ^ please/pls? renew/extend/keep/reactivate/resume/restart/pause my/our/the ..2 <plan>?
      ^ quiero/quisiera/me suscribirme/abonarme/subir/renovar/pasar
      ^ je veux/voudrais/souhaite m abonner
      ^ ik wil naar
      ^ chcę kupić/przejść
      ^ how do i close the/this/an/a app/window/program/browser/popup/tab
      withdraw/withdrawing # from my/the account/savings/wallet
      abo/vertrag/mitgliedschaft/abonnement/abonnemang verlängern/erneuern/abschließen/behalten/nemen/afsluiten/förnya
      när/hvornår/wanneer/wann/when går/slutar/slutter/udløber/loopt/endet/ends ..1 avtalet/aftalen/contract/vertrag
      quanto/cuánto/cât/combien/hvad/wat/wieviel custa/costa/cuesta/costă/coûte/koster/kost ..2 cancelar/disdire/annuler/résilier/rezilierea/anularea/annuleren/opzeggen/recedere
    `,
    sets: {
      own: 'account/profile/login/membership',
      plan: 'account/membership/subscription/plan/policy/contract/insurance/lease',
    },
  },
  distress: {
    except: 'no quiero/deseo/puedo ..1 seguir/continuar con/en/usando/pagando/recibiendo/suscrito/suscrita',
  },
  frustration: {
    except: `
      ^ thanks a lot $
      ^ merci beaucoup $
    `,
  },
  legal: {
    sets: {
      lawyer:
        'lawyer/solicitor/attorney/paralegal/barrister/anwalt/anwältin/rechtsanwalt/jurist/juristin/abogado/abogada/avocat/avocate/juriste/avvocato/avvocata/advogado/advogada/advocaat/advocate/prawnikiem/prawniczką/adwokatem/advokat/avocată',
      am: 'im | i am | ich bin | soy | je suis | sono | sou | ik ben | jestem | jag är | jeg er | jsem | sunt',
      change:
        'update/change/correct/edit/actualizar/cambiar/modificar/corregir/editar/modifier/changer/corriger/modificare/cambiare/aggiornare/correggere/atualizar/alterar/mudar/corrigir/wijzig/wijzigen/verander/zmienić/zmiana/zaktualizować/poprawić/ändra/uppdatera/rätta/ændre/ændr/ret/opdatere/změnit/upravit/modificare/schimbare/actualizare',
      cover:
        'legal/juridische expenses/costs/cover/protection/hulp | rechtsschutz | rechtsschutzversicherung | rechtsbijstandverzekering | rechtsbijstand | protection juridique | tutela legale | proteção jurídica | defensa/asistencia jurídica',
      details:
        'details/datos/données/informations/coordonnées/dati/dados/gegevens/dane/danych/uppgifter/personuppgifter/oplysninger/údaje/date/datele',
    },
    except: `
      <am> a/an/un/uma/un/een? <lawyer> and/und/y/et/e/en/i/och/og/a/și/looking
      <change> my/mis/los/mes/les/i/miei/meus/os/mijn/de/moje/swoje/mina/mine/datele/mé? miei/meus? <details> personales/personnelles/personali/anagrafici/pessoais/cadastrais/osobowe/personale?
      mijn gegevens wijzigen/aanpassen/veranderen
      meine/unsere adresse/daten/anschrift/telefonnummer/mailadresse/bankverbindung hat/haben/ist/ändern/aktualisieren sich? geändert?
      out of ..1 data
      bieten/bietet/haben/habt/bieden/hebben/proposez/avete/offrite/tem/tiene/include/includes/cover/covers/cubre/inclui ..4 <cover>
      ^ share/deel/delen/compartilhar/compartir/partager/condividi/teile/dela/udostępnij my/la/a/minha/mi/ma/mijn/min/mein? location/locatie/localização/ubicación/position/posizione/standort/lokalizację/plats
      brugt/brukt/slut/opbrugt/acabaron/acabaram/agotaron ..3 data/datos/dados
      databundel/datenvolumen/surfen
      mobile/roaming/cellular/móviles/mobiles/móveis/mobile/mobilní data/daten
      datos/dados/données/dati/date móviles/móveis/mobiles/mobili/mobile
      transfer/move/copy/sync my/all? data/contacts from/to my/a/an? old/new? phone/laptop/device/computer/tablet/mobile
    `,
  },
}
