import type { LanguageSayings } from '../sayings.ts'

const negators = 'não nao sem nunca nem jamais'

/** What Portuguese-speaking customers say, in Brazil and in Portugal. */
export const pt: LanguageSayings = {
  'asked-for-human': {
    sets: {
      person:
        'humano/humana/humanos/pessoa/pessoas/atendente/atendentes/agente/agentes/operador/operadora/operadores/representante/alguém/funcionário/funcionária/assistente/supervisor/supervisora/gerente/consultor/consultora/colaborador/técnico/responsável/especialista/suporte | ser humano | atendimento humano/ao? | apoio ao cliente | serviço de apoio | equipa/equipe/time de? suporte?',
      only: 'humano/humana/pessoa/atendente/agente/operador/operadora/representante/supervisor/supervisora',
      det: 'um/uma/algum/alguma/o/a/os/as/seu/sua/outro/outra/vosso/teu',
      adj: 'real/reais/verdadeiro/verdadeira/viva/humano/humana/outra',
      talk: 'falar/fala/falo/conversar/contatar/contactar/comunicar/transferir/transfere/transfira/transfiram/passar/passa/passe/passem/conectar/conecta/conecte/encaminhar/encaminhe/encaminha/ligar/atendido/atendida/contato/contacto/chamar/chama/chame',
      want: 'quero/queria/gostaria/preciso/desejo/prefiro/exijo/quer/solicito/necessito/procuro/manda/mande/chama/chame/dá/dê',
    },
    sure: `
      <talk> ..1 com/para/a/por/pra/ao/à <det>? <adj>? <person>
      não consigo/posso <talk> com <det>? <person>
      chamar/chama/chame <det>? <adj>? <person>
      <want> de? <det>? <adj>? <only>
      <want> de? ..1 atendimento/ajuda/suporte/apoio/contato/contacto humano/humana/pessoal
      <want> ..1 alguém que/para/real/de
      <want> que ..1 alguém
      atendimento/ajuda/suporte/apoio/assistência humano/humana/personalizado
      pessoa/humano/atendente/alguém real/verdade/humano/humana
      <det>? pessoa de verdade
      de carne e osso
      ^ <det>? <only> real/humano? por? favor? $
      <only> por favor
      não quero ..3 robô/bot/máquina/robo
      há/tem/existe ..1 alguma/algum/alguém ..1 pessoa/humano/atendente/aí/real/disponível
      tem alguém
      me liguem/liga/ligue
      podem/pode/poderia me? ligar ..1 mim?
      alguém ..1 pode/poderia/podia me? ligar/contactar/contatar
      me/liguem ligar/liguem de volta
      quero/queria/peço ser atendido/contactado/contatado
    `,
    likely: `
      <want> ..1 apoio/atendimento/serviço ao cliente
    `,
    except: `
      és/é/você/voce/tu/es/está ..1 <det>? <adj>? <only>/robô/robo/bot/máquina
      estou/estava/tou a? falar/falando/conversando com <det>? <adj>? <person>
      recursos/direitos/erro humanos/humano
      por/outra/cada/segunda pessoa a? mais?
      agente imobiliário/viagens
    `,
    negators,
  },
  'billing-dispute': {
    sets: {
      charge:
        'cobrança/cobranças/débito/débitos/pagamento/pagamentos/fatura/faturas/transação/transações/transacção/compra/compras/valor/taxa/taxas/conta/lançamento/lançamentos/boleto/movimento',
      took: 'cobrado/cobrada/cobraram/cobrou/cobrados/debitado/debitada/debitaram/debitou/descontado/descontaram/faturado/pago/paguei/cobrando/retirado/retiraram/levantado',
    },
    sure: `
      <took> ..4 duas/dois/três/várias/2 vezes/vez
      <took> ..3 dobro/duplicado/duplicidade/dobrado/duplicada
      <charge> ..2 duplicad*/dobro/dupla/duplo/indevid*/incorret*/errad*/desconhecid*/fraudulent*/suspeit*/estranh*/repetid*/duplicidade/abusiv*
      dupla/duas/indevida ..1 <charge>
      não/nunca ..2 reconheço/autorizei/fiz/realizei/identifico/efetuei/autorizo/contratei/pedi ..5 <charge>
      <charge> ..4 não/nunca ..2 reconheço/autorizei/fiz/realizei/minha/meu/efetuei/identifico/correta/correto/reconhecida/autorizada/contratei/pedi/bate
      <took> ..2 a mais
      <took> ..3 sem ..2 autorização/permissão/consentimento/autorizar/avisar
      <took> ..4 não ..2 pedi/comprei/contratei/solicitei/autorizei/reconheço/fiz
      <took> ..5 mesmo/apesar/depois ..4 cancel*/devolv*
      contest* ..3 <charge>
      <took> ..1 indevidamente/errado/mal
      erro/erros na/no/de/da ..1 <charge>
      <charge> está/é/veio/vem/tem ..1 errada/errado/incorreta/erro
      não autorizad*/reconhecid*
      estorno ..3 indevid*/duplicad*/não
      valor/montante errado/incorreto
      sumiu/roubaram/desapareceu ..2 dinheiro
    `,
    likely: `
      por que/porque/porquê ..4 <took>
      porque/porquê ..4 <took>
      que <charge> é essa/esta/esse/este
    `,
    except: `
      quanto ..3 cobrado/cobrada/cobram
    `,
  },
  cancellation: {
    sets: {
      thing:
        'assinatura/subscrição/pedido/pedidos/encomenda/compra/contrato/conta/plano/serviço/serviços/reserva/matrícula/adesão/cartão/seguro/inscrição/perfil/linha/mensalidade/voo/viagem/consulta/pacote',
      cancel: 'cancelar/cancela/cancele/cancelem/cancelamento/anular/anule/rescindir/rescisão/cancelo/cancelá',
      close:
        'encerrar/encerre/encerramento/fechar/feche/excluir/exclua/exclusão/apagar/apague/eliminar/elimine/desativar/deletar/terminar/remover',
    },
    sure: `
      <cancel> ..4 <thing>/#
      quero/queria/gostaria/preciso/como/posso/favor/pode/desejo/podem/consigo/solicito/vou/pretendo ..2 <cancel>
      <close> ..3 conta/perfil/assinatura/contrato/subscrição/cadastro
   não consigo/posso <cancel>
   dar/dá baixa ..2 <thing>
      não quero/preciso/desejo ..2 renovar/continuar
      não quero/preciso mais ..3 <thing>
      já não quero ..3 <thing>
      quero sair/desistir ..2 da/do/de
      desistir da/do ..1 <thing>
      mudar ..2 operadora/fornecedor/concorrência
    `,
    except: `
      política/condições/termos/taxa/multa/regras de ..1 <cancel>
      foi/foram/está/sido/ser ..1 cancelado/cancelada/encerrada
      cancelar/apagar/eliminar/remover ..2 alarme/lembrete/evento/reunião/lista
    `,
    negators,
  },
  distress: {
    sets: {
      very: 'muito/tão/completamente/totalmente/demasiado/realmente/bem/super/mais/um/pouco/extremamente/tao',
      deep: 'triste/deprimido/deprimida/desesperado/desesperada/sozinho/sozinha/ansioso/ansiosa/assustado/assustada/angustiado/angustiada/destruído/destruída/arrasado/arrasada/apavorado/apavorada/infeliz/devastado/devastada/só/sobrecarregado/sobrecarregada',
    },
    sure: `
      estou/sinto/tou/sou/me/ando me? <very>? <very>? <deep>
      suicid*
      me matar
      matar me
      tirar a minha? própria? vida
      quero/queria/vontade/prefiro de? morrer/sumir/desaparecer
      não quero/aguento mais ..1 viver
      não aguento mais
      não vale a pena viver
      me machucar/magoar
      acabar com ..1 vida/tudo
      ataque/crise de pânico/ansiedade/nervos
      muito medo
      minha/meu mãe/pai/marido/esposa/mulher/filho/filha/irmão/irmã/avó/avô/cachorro ..2 morreu/faleceu/falecido/morto
      acabou de falecer/morrer
      me bate/agride/ameaça
      não tenho/temos ..2 comer/comida
    `,
    except: `
      ansioso/ansiosa para/pela/pelo/por
    `,
    negators: 'não nao',
  },
  legal: {
    sure: `
      advogado/advogada/advogados
      processar/processá/processo vocês/los/judicial/a/esta/essa empresa?
      ação/ações/medidas/via/vias/meios/departamento/assessoria judicial/judiciais/legal/legais/jurídico/jurídica/jurídicas
      justiça/tribunal/juizado/tribunais/procon
      reclame aqui
      anatel/deco
      livro de reclamações
      defesa/direito/direitos/código do/de/dos ..1 consumidor/consumidores
      lgpd/rgpd/gdpr
      dados pessoais
      proteção/tratamento/privacidade/vazamento de/dos ..1 dados
      política de privacidade
      meus dados ..4 compartilh*/partilh*/vend*/apag*/elimin*/usad*/guardad*/terceiros
      compartilham/partilham/vendem/guardam/coletam/recolhem/usam/armazenam ..3 dados/informações
      direito ao/à/de esquecimento/apagamento/acesso
      ilegal/ilegais/fraude/golpe/burla/estelionato
      quebra de contrato
      danos morais
      polícia
      direitos autorais
    `,
  },
  frustration: {
    sets: {
      bad: 'inútil/inúteis/ridículo/ridícula/inaceitável/péssimo/péssima/vergonha/vergonhoso/horrível/terrível/lixo/nojo/absurdo/absurda/palhaçada/piada/merda/lamentável/incompetente*/burro/burra/idiota/estúpid*/desastre/descaso/droga/bosta/porcaria/patético/fraco/ruim/mau/má',
      very: 'um/uma/muito/tão/realmente/totalmente/o/a/completamente/super/pior/verdadeira/verdadeiro/mesmo/de',
    },
    sure: `
      merda/porra/caralho/puta/puto/foda/foder/fodase/cacete/bosta/pqp/vsf/filho da puta/mãe?
      idiota/idiotas/imbecil/imbecis/babaca/otário/palhaço/palhaços
      é/são/isto/isso/serviço/está/esta/vocês <very>? <very>? <bad>
      <bad> serviço/atendimento/empresa/bot/robô/aplicativo/app
      serviço/atendimento ..1 <bad>
      estou/fiquei/tou/muito <very>? <very>? furios*/irritad*/chatead*/zangad*/indignad*/revoltad*/frustrad*/decepcionad*/fart*/cansad*/putíssim*/desiludid*/desapontad*
      fart* de/disto/disso
      cansad* de
      que/um/é absurdo/vergonha/palhaçada/descaso
      quantas vezes
      pela terceira/quarta/quinta/enésima/milésima vez
      há ..2 semanas/dias/meses/horas ..1 espera/esperando/que
      estou esperando/espera ..3 semanas/dias/meses/horas
      ninguém ..2 responde/ajuda/resolve/atende
      nunca mais
      pior serviço/empresa/atendimento/experiência
      falta de respeito
      perda/perder de? tempo
      não serve/serves ..2 nada
      não entende/entendes nada
      chega de
      de saco cheio
    `,
    except: 'não estou/é <very>? zangad*/irritad*/chatead*/mau/ruim',
  },
}
