import type { LanguageSayings } from '../sayings.ts'

/** What English customers say. The notation is in phrase.ts; accents, case and doubled letters do not matter. */
export const en: LanguageSayings = {
  'asked-for-human': {
    sets: {
      want: 'i? want/wanna/need/require/demand/prefer to? | i? would like to? | id like/prefer/rather to? | i? would prefer/rather to? | let/lemme me? | give/get/find/gimme/bring me? | can/could/may/might/shall/should/must i/we please? | please | how can/do/could/would/should/might i/we | gotta | i? have/got to | i? wish to? | looking to/for | try/trying/tried to/and | help/asistance/asist/asisting me/us/with/in/on/to? to? | able to | possible to',
      talk: 'talk/speak/chat/conversation/converse/call/contact/reach/conect/connect/discus*/mesage/message out? | get in? a? hold/touch/contact of? | be? transfer*/conected/connected/pased/redirected/forwarded/routed/escalated/handed | get through/conected/connected | speaking/talking/chating/contacting/reaching/calling/mesaging | have a? word/chat/conversation/talk | get in touch',
      to: 'to/with/wth/wit/by/of | over to | through to | back to | in touch with | on the line/phone with | in contact with | up with',
      det: 'a/an/the/your/some/any/one/another/this | one of your/the | somebody/someone/anyone/anybody | sombody/sumone | my',
      adj: 'real/actual/live/living/human/true/genuine/proper/competent/fucking/damn/bloody/goddam/online/aviable/available/free/inperson/physical/flesh/different/senior/specialist/senior/phone/service',
      person:
        'human/humans/person/persons/people/representative/representatives/rep/reps/agent/agents/operator/operators/asistant/advisor/adviser/advisors/asociate/employe/staf/manager/managers/supervisor/superviser/boss/suport/support/specialist/coleague/expert/technician/individual/profesional/personel/cler*/csr/receptionist/handler/consultant/somebody/someone/anybody | customer/client/consumer service/services/care/suport/asistance/representative/agent/rep/relations | live chat/suport | human being/beings/asistant/help/suport/agent | people/persons/person/someone | help desk | service desk | front desk | suport/service team/agent/staf/person/desk/representative/specialist | call center/centre/agent | somebody/someone/person/human in charge/there | team member | member of | flesh and blood',
      someone: 'someone/somebody/anyone/anybody/person/people',
      bot: 'bot/bots/chatbot/chatbots/robot/robots/machine/machines/computer/ai/algorithm/program/automated/script/ivr',
      hand: 'transfer/conect/connect/pas/put/switch/redirect/forward/escalate/hand/route/direct/refer/bring/send/conecting/transfering',
    },
    sure: `
      <want> <talk> <to>? <det>? <adj>? <adj>? <person>
      <talk> <to> <det>? <adj>? <adj>? <person>
      contact/call/reach/get <det>? <adj> <person>
      <want> <adj> <person>
      <want> a/an <adj>? <person>
      <want> to? have? a/an/the/some/another <adj>? <adj>? human/person/agent/operator/representative/rep/manager/supervisor
      <want> human/humans/agent/operator/representative/supervisor/manager
      <want> human/live/agent help/asistance/suport/contact/interaction
      talk*/speak*/chat*/conect me? to/with <det>? real/actual/human/live/true ..1 <person>
      <hand>/<talk> me/us? to/with <det>? real/actual/human/live/true ..1 <person>
      <want>? prefer/rather/like/want/need to? deal* with <det>? <adj>? <person>
      get/give/bring/find me/us <det>? <adj>? human/person/agent/operator/representative/manager/supervisor
      help/asistance/suport from <det>? <adj>? human/person
      <someone> from customer/client/the/your care/service/suport/team/staf/company
      talking/talk to/with <det>? <bot> is/isnt
      <hand>/direct to? me to? <det>? <adj>? <person>
      ^ the? reception/receptionist/front desk? $
      <hand> me/us/this/it/over/through? up? <to> <det>? <adj>? <adj>? <person>
      <hand> me/us/this/it <to> <det>? <adj> <person>
      put me/us through
      <hand> <to> <det>? <adj>? human/person/agent/operator/representative/manager/supervisor
      put/get <det>? <adj>? human/person/agent/operator/representative/manager/supervisor on
      <hand>? me? to? <det>? someone/somebody/person/one/anyone who/that is/isnt/can/understands/actualy/knows/not? .. human/real/alive/help/understand/bot/robot
      <someone>/one real/human/alive/competent/else to? talk/speak/chat/please/there?
      want/wana/need/prefer/like/rather .. <someone> real/human/alive
      talk/speak/chat to/with/from? <someone>
      dont/not/hate/stop/sick/tired want/wana/to/like/of/going? to? <talk> <to> <det>? <bot>
      not/no more/another/a bot/robot/machine .. human/person/someone
      instead of <det>? <bot>
      rather than <det>? <bot>
      is/are anybody/anyone/somebody/someone there/here/around/home/available $
      is/are there/any <det>? <adj>? human/person/people/agent/agents/operator/representative/someone/somebody i/we/available/aviable/to/around/there/here
      can/could/may/wil/would/please you? please? <hand> me/us .. <person>
      can/could someone/somebody/anyone/a/an/the/your <adj>? human/person/agent/representative/operator/manager/supervisor? call/contact/phone/ring/reach me/us
      have/need/want/get/let someone/somebody/a/an/anyone/your <adj>? human/person/agent/representative/manager? to? call/contact/phone/ring/reach me/us
      call/phone/ring me/us back/now/please/asap/imediately
      want/need/request/like/expect/schedule/arange a? calback/callback
      want/need/request/like/expect a? call back
      escalate this/my/the/it/imediately/now/please
      ^ please? <det>? <adj>? <adj>? human/person/people/agent/agents/operator/representative/rep/manager/supervisor/humans please/now/asap/thanks/help/suport? please? $
      ^ <adj> <person>/suport please? $
      ^ customer service/care/suport representative/agent? please? $
      ^ <talk> <to> <person> $
      ^ agent/human/operator/representative agent/human/operator/representative
      human/live/real agent/operator/representative/person please
      human/person/agent/operator/representative please/now/asap $
      request* a/an/the/to? <adj>? human/person/agent/operator/representative/manager/supervisor
      ask* for a/an/the/your <adj>? human/person/agent/operator/representative/manager/supervisor
    `,
    likely: `
      <want> <adj>? customer service/care/suport
      human/live/personal help/asistance/suport/suporter/contact please?
      see/reach/find/contact <det>? <adj>? human/agent/agents/operator/representative/manager/supervisor
      let me talk/speak
      anyone/anybody/someone/somebody real/human/alive
      anyone/anybody/someone/somebody there/alive/home $
    `,
    except: `
      are/r/is/was/ur you/u/this/it/that/he/she not/realy/actualy/even? a/an/the? <adj>? <adj>? <person>/<bot>
      youre/thats/its not? realy? a/an? <adj>? <person>
      am/was/were i/we talk*/speak*/chat*/chating to/with <det>? <adj>? <person>
      talk*/speak*/act*/sound*/respond*/answer*/behave* like/as a/an? <adj>? <person>
      had/after/previous/last/during/have a/an/the/my? long/short/good? chat/conversation/call/talk/word with <det>? <adj>? <person>
      human resources/resource/eror/rights/body/hair/trafick*/nature/readable
      estate/travel/insurance/cleaning/secret/clearing/bleaching/user/letting agent/agents
      sales/press/media/investor/marketing/investors manager/agent/person/people/representative/team/relations/department
      no human/person/agent/one nec*/needed/required
      per/each/every/another/extra/additional/one/two/three/second person
      person/people of/in the/my/our house*/family/household
      manager/agent/operator acount/role/password/login/app/software/license/licence
      i/he/she/they/we did talk/speak/contact
      add/remove/invite/delete a/an/the/another/new .. person/user/agent/people
    `,
    negators: 'not dont doesnt didnt never without wont neednt shouldnt stop avoid',
  },
  cancellation: {
    sets: {
      cancel:
        'cancel/canceling/cancelation/cancelations/cancellation/cancelling/terminate/terminating/termination/discontinue/discontinuing/rescind',
      close:
        'close/closing/closed/delete/deleting/deletion/remove/removing/removal/erase/deactivat*/disable/terminat*/end/ending/quit/eliminate/shut | shut/shutting down | get/getting rid of | closing of | opt out of',
      account:
        'account/accounts/acct/profile/membership/subscription/plan/contract/policy/service/services/registration',
      thing:
        'order/orders/purchase/purchases/booking/reservation/subscription/membership/account/accounts/contract/plan/policy/service/services/appointment/delivery/insurance/package/shipment/item/items/product/flight/ticket/tickets/trial/renewal/profile/transfer/transaction/payment/card/appointment/premium/premium',
      mine: 'my/the/this/our/an/a/that/your',
    },
    sure: `
      <cancel> ..4 <thing>/#
      <thing> <cancel>/canceled
      want/wanna/need/like/wish/going/trying/try/help/how/possible/please/decided/have/got/able/process to/me/do/i/we/of? to/i/us? <cancel>
      <cancel> everything/with you/immediately/asap/now
      i/we/please/pls/want/would/ill/im/can/could/you/to/am/will ..1 <cancel> ..3 <thing>/#/please/it
      <close> ..4 <account>
      <account> ..2 closed/deleted/removed/terminated/deactivated/deletion/closure/removal/termination/canceled
      account/subscription/membership closing/closure
      dont/not/no ..1 want/need/wish/interested ..4 <thing> anymore/longer/any/#
      no longer want/need/wish/interested/require/using ..3 <thing>
      dont/not want/need ..2 order/purchase/booking/subscription/membership
      dont/not/never want ..2 to? renew
      stop/turn/switch off? ..2 renewal/renewing/subscription/autorenew*/membership
      stop ..2 auto renewal/renewing
      leave/leaving/quit/quitting/switch/switching/changing/moving ..2 you/company/bank/provider/providers/service/competitor/platform/carrier
      want out/money out of/and
      unsubscribe from/me/my ..2 service/plan/premium/membership/subscription/account
      want/need/like to unsubscribe
      withdraw from ..2 contract/agreement/purchase
      take my business elsewhere
      done with your/this company/service/app/bank
    `,
    likely: `
      ^ cancel my/it/this? please? $
    `,
    except: `
      what/whats/explain/know/about/see/check/read/show/view/find is/are/me/you? your/the/a/about? cancel*/termination/exit policy/policies/fee/fees/terms/charge/charges/penalty/penalties/conditions/period/rules
      was/were/been/got/has/get/being/is/automatically/keeps canceled/terminated/closed/deleted
      you/they/who/store/seller/shop/airline/bank/he/she/someone has/have/just? canceled/terminated/closed/deleted
      cancel/stop/remove/delete/end ..3 alarm/alarms/reminder/reminders/meeting/event/events/timer/calendar/list/playlist/song/noise
      noise/echo cancel*
      ^ cancel that/never/nevermind/the/this? mind? $
      ^ never/nevermind mind? cancel/scratch/forget that $
      after/before/since/i/we canceling/canceled
      already canceled
      remove/delete/close/end ..3 item/items/product/address/card/chat/conversation/popup/window/tab/review/photo/from
    `,
    negators: 'dont not never didnt doesnt without wont accidentally',
  },
}
