import type { LanguageSayings } from '../sayings.ts'

/** English, second part: what needs care, counsel or an apology rather than an answer. */
export const enConcerns: LanguageSayings = {
  distress: {
    sets: {
      am: 'i am/feel/felt/was/get/got | im | ive been/felt/become | i have/had been/felt? | feeling | i keep/started/always/just feeling | makes/making/made/leaves/left/has me feel? | am',
      very: 'so/very/really/realy/extremely/quite/all/to/too/totally/completely/utterly/pretty/rather/just/always/constantly/still/really | a bit/little | a bit/little | such | feeling/getting/becoming | incredibly/absolutely/deeply/terribly/a',
      deep: 'depressed/depresed/hopeless/suicidal/heartbroken/brokenhearted/devastated/miserable/lonely/desperate/despairing/worthless/grieving/mourning/anxious/terrified/petrified/distraught/traumatised/traumatized/helpless/overwhelmed/sad/unhappy/crying/panicking/scared/ashamed/gloomy/sorrowful | falling/breaking/going apart/down/insane | losing my mind/hope | in despair/tears/mourning/pain/agony/distress/crisis/danger | burned/burnt out | at my wits/breaking/lowest end/point | shaking/trembling | giving up on life | tired of living/life',
      mild: 'nervous/worried/afraid/stressed/frightened/upset/uneasy/restless/alone/low/empty/numb/exhausted/blue/down/tense/troubled/agitated/unwell/ill/disheartened/fearful/insecure/unloved/isolated/abandoned/lost/sick/discouraged/hurt',
    },
    sure: `
      <am> <very>? <very>? <deep>
      <am> <very>? <very>? <mild> $
      <am> <very>? <very>? <mild> and/all/inside/today/lately/these/since/right/anymore
      suicid*
      kill/killing/hurt/hurting/harm/harming/cut/cutting myself
      self harm/harming
      end/ending/take/taking my own? life
      end it all
      want/wanted/wanna/going/gonna/rather/wish/ready to? i? die/died/dead/disappear
      dont/not/no/cant/nothing ..2 want/reason/point/worth/to ..1 live/living
      better off without me/dead
      cant/cannot/dont/not ..3 go/take/handle/cope/bear/stand with? this/it/on? anymore/longer/living/life
      cant cope/breathe/sleep at? all/anymore/night?
      panic attack/attacks
      mental/nervous breakdown
      my husband/wife/mother/father/mom/mum/dad/son/daughter/child/baby/brother/sister/partner/friend/dog/cat/grandmother/grandfather just/has/recently/suddenly/have? died/dead
      my husband/wife/mother/father/mom/mum/dad/son/daughter/child/baby/brother/sister/partner/grandmother/grandfather pass* away
      lost my husband/wife/mother/father/mom/mum/dad/son/daughter/child/baby/brother/sister/partner/job/house/home
      he/she/they/husband/wife/boyfriend/girlfriend/partner ..1 beats/hits/abuses/beating/abusing/threatens/hurting me
      being abused/threatened/stalked
      domestic violence/abuse
      cant/cannot/unable/not/struggling ..2 afford ..2 food/eat/rent/medicine/medication/heating/feed
      feed/feeding my children/kids/family
      nobody/noone/none/one loves/cares/likes/wants about? me
      no friends
      my anxiety/depression/stress/grief
      broke my heart
      under/lot/much ..3 stress/pressure
      homeless/evicted
      crying all/every/myself
    `,
    likely: `
      please help me im? desperate
      ^ sad/unhappy/depressed/miserable/lonely/heartbroken $
      not feel/feeling/doing/so well/good/okay/great
      dont feel very/so/too? well/good/okay
      life/everything is pointless/hopeless/horrible/terrible/awful/meaningless
      have/having/had ..2 bad/hard/rough/terrible/awful/horrible day/time/week/year/life
    `,
    except: `
      sad/unhappy/upset/devastated/overwhelmed to/with/about hear/see/the/your/my/this/how order/service/purchase/product/delivery/options/choice
      so/too many options/choices
      killing/dying for/to know/it
      dying/anxious/excited to
      hurt/cut myself on/with
      desperate for/to
    `,
    negators: 'not never isnt dont',
  },
  legal: {
    sets: {
      file: 'sue/suing/sued/solicitor/solicitors/lawyer/lawyers/attorney/attorneys/barrister/ombudsman/lawsuit/lawsuits/litigation/arbitration/subpoena/gdpr/ccpa/hipaa/dsgvo/dmca/cfpb/ofcom/ofgem/fcc/ftc',
      personal:
        'my/our/your/the/user/users/customer/customers/personal/private/of/collected/sensitive/health/financial/contact/non/identifiable/personally/any/other',
      information:
        'data/information/info/informations/details/address/history/identity/location/cookies/identifier/identifiers | ip address/addresses',
      keep: 'collect/collects/collecting/collected/collection/share/shares/shared/sharing/sell/sells/selling/sold/retain/retains/retained/retention/disclose/disclosed/disclosure/obtain/obtained/gather/gathered/track/tracks/tracking/tracked/anonymi*/encrypt*/leak/leaked/breach/breached/misuse/misused/protect/protects/protected/protecting/protection/safeguard*/process/processed/processing/processor/controller/store/stores/stored/storing/storage/keep/keeps/kept/secure/secured/security/privacy/transfer/transferred/transferring/use/uses/used/access/purpose/purposes/portability/erasure',
      they: 'you/they/website/site/company/app/users/user/whatsapp/others/parties/party/partners/advertisers/who/it/we/i/service/platform',
    },
    sure: `
      <file>
      see/take/go/going/taking/meet you/this/it/them? you? to/in court
      small claims
      legal action/actions/proceedings/advice/counsel/team/department/steps/claim/notice/threat/representation/rights/obligation/obligations/requirement/requirements/matter/dispute/consequences/basis/grounds/liability/recourse/question/issue/framework
      legally binding/required/obliged/obligated/liable/entitled
      take ..2 legal
      press/pressing charges
      consumer protection/rights/court/act/agency/forum/affairs/law/laws
      trading standards
      better business bureau
      data protection/privacy/breach/controller/processor/processing/subject/retention/officer/regulation/agreement/security/collection/leak/sharing
      privacy policy/policies/law/laws/rights/notice/statement/regulation/regulations/act/setting/settings/practices/right/concerns/violation/and/issue/concern/question
      right to ..1 forgotten/erasure/access
      data? regulation/regulations for/of/on/and ..2 data/privacy
      <keep> ..2 <personal>? <personal>? <personal>? <information>
      <personal> <information> ..3 <keep>
      <information> ..5 <they> ..1 <keep>
      how long ..5 <information>
      third party/parties
      opt in/out of/from/before? data/information/sharing/tracking/marketing? collection/sharing?
      personal data
      personally identifiable
      contractual clauses
      breach/breaching/violation/violating/violates/violate of? the/my/our/your? contract/agreement/law/laws/rights/terms/regulations
      against the law
      is/its/this/that/are/be this/that/it/you/not? illegal/unlawful/legal
      illegal/unlawful
      copyright/trademark/patent infring*/violation/claim
      infringement
      regulator/regulators/regulatory authority/complaint
      report you to/the ..3 authority/authorities/police/regulator/bank/government/ftc/fca/bbb
      file/filing/filed ..2 police report/complaint with
      police report
      liable/liability for
      discriminat*/defamation/slander/libel/negligence
      power of attorney
      terms of service violation/change/changes
      class action
      cease and desist
      do not sell
      court order
    `,
    hint: `
      rights/court/police/cookies/privacy/consent
      security measures
      compliance
    `,
    except: `
      tennis/basketball/food/squash/badminton court
      edit/update/change/modify/correct/enter/set/check/confirm ..3 information/details/address/data/info
      share/shares my/the/a/your? screen/link/photo/location/cart/experience/feedback/opinion/review
      access/access my/the account
    `,
    negators: '',
  },
  frustration: {
    sets: {
      curse:
        'fuck*/fucking/fuckin/fck/fking/wtf/damn/damned/goddamn/goddam/bloody/bullshit/shit/shitty/shite/crap/crappy/bitch/bastard/bastards/asshole/assholes/arsehole/dickhead/motherfucker/bollocks/wanker/ffs/stfu/freaking/frigging/sucks/suck/piss/pissed/cunt/prick/jerk/douche',
      bad: 'useless/worthless/pathetic/ridiculous/unacceptable/absurd/disgusting/disgraceful/outrageous/appalling/horrible/terrible/horrendous/atrocious/abysmal/awful/incompetent/infuriating/maddening/annoying/irritating/frustrating/stupid/dumb/idiotic/moronic/rubbish/garbage/trash/joke/nonsense/shameful/insane/hopeless/lousy/scam/fraud/bad/crazy/insulting/lazy/ugly/brainless/ignorant/boring/poor/lame/clueless/unhelpful/worst/unprofessional | waste of time/money | a/such/absolute/complete joke/disgrace/nightmare/disaster/shambles/mess',
      you: 'you/u/this/that/it/your/everything/thats/its/youre/ur/service/company/bot/app/website/support/they',
      very: 'so/very/really/such/absolutely/completely/totally/just/utterly/a/an/the/too/fucking/beyond/extremely/getting/being/making/all/pretty/such',
      angry:
        'angry/furious/mad/livid/outraged/enraged/annoyed/irritated/frustrated/pissed/infuriated/fuming/irate/upset/disgusted/appalled/exasperated/unhappy/disappointed/dissatisfied/resentful/raging/cross/aggravated',
    },
    sure: `
      <curse>
      thanks/thank/cheers ..3 for absolutely? nothing
      <you> is/are/was/r/am/has/being been? <very>? <very>? <bad>
      thats/its/youre/ur <very>? <very>? <bad>
      <very>? <bad> service/support/company/customer/experience/bot/chatbot/app/website/answer/answers/product/system/ai/machine/robot/people/treatment
      i am/was/feel/got/get <very>? <very>? <angry>
      im/am/me/feeling/makes/makes/making/made <very>? me? <very>? <very>? <angry>
      you/this/it/everything/that <very>? annoy/annoys/irritate/irritates/anger/angers/infuriate*/enrages me
      annoy*/irritat*/drive/drives/driving me ..1 mad/crazy/much/insane/nuts/up
      fed/had up/enough with/of?
      sick and? tired? of
      tired of waiting/asking/repeating/this/explaining/being/your
      sick of
      lost/losing/running/run my/out? of? my? patience/temper
      hate this/you/it/your/that/everything
      worst ..2 service/company/experience/ever/support/bot/thing/customer
      how many/often times/more do/must/have/should
      never again
    `,
    likely: `
      how dare
      shame on you
      what the hell/heck/actual
      for the third/fourth/fifth/hundredth/tenth/last/umpteenth time
      for gods/gods/fucks/christs/heavens sake
      you/u are/r ..2 idiot/moron/fool/loser/liar/liars/thief/thieves/crooks/scammers/dumb/stupid/joke
      idiot/idiots/moron/morons/loser/losers/scammers/crooks/liars/imbecile/dumbass
      stupid/dumb/useless/idiotic/damn bot/chatbot/robot/machine/thing/company/app/ai/computer/system/answer
      shut up
      already/just told/said/asked/explained you ..3 times/already
      told you ..2 times/already
      been waiting ..1 for/since/over/more ..3 weeks/months/days/hours/ages/forever
      still/absolutely/yet nothing/waiting/no ..2 response/reply/answer/weeks/months
      nobody/noone/none/no ..1 helps/helping/cares/answers/responds/listens/replies/responding/answering
      you/u dont/never/cant/didnt/do ..1 understand/listen/help/care/get/know anything/me/it/nothing?
      very/extremely/deeply/highly/so disappointed/dissatisfied/unsatisfied
      not acceptable
      are you kidding/joking/serious/dumb/stupid/deaf/blind
      seriously
      rip off
      go to hell
      makes no sense
      never buying/buy/using/use/order/ordering/shop ..2 again
      not helpful/helping at? all?
      youre/you are not/no use/help/helpful/helping
    `,
    hint: `
      again/still/ridiculous/unhelpful/disappointed
    `,
    except: `
      not <very>? <angry>/<bad>
      no hard feelings
      ^ ok? thanks/thank/thx you? a lot/bunch/milion $
      ^ just? one more thing/question $
      sory for the late/delayed/slow reply/response/answer
      bad credit/weather/debt/request/gateway
      mad about/men/for
    `,
  },
}
