/** How people say who they are. Where letters have a case, a name is what is written large behind it. */
const part = "(?:\\p{Lu}\\.|\\p{Lu}[\\p{L}\\p{M}'’-]{0,30})"
const particle = '(?:(?:van|von|de|der|den|da|di|do|dos|del|la|le|el|bin|al|zu|y|e)\\s){0,2}'
const name = `(?<value>${part}(?:\\s${particle}${part}){0,3})`
const fullName = `(?<value>${part}(?:\\s${particle}${part}){1,3})`
const before = '(?<![\\p{L}\\p{N}])'

const said = `${before}(?:${[
  "[Mm]y (?:full )?name(?: is|['’]s)|[Tt]he name is|[Mm]y name,",
  '[Ii]ch heiße|[Ii]ch heisse|[Mm]ein Name ist|[Mm]ein Name lautet',
  "[Jj]e m['’]appelle|[Mm]on nom est",
  '[Mm]e llamo|[Mm]i nombre es',
  '[Mm]i chiamo|[Ii]l mio nome è',
  '[Oo] meu nome é|[Mm]eu nome é|[Mm]e chamo|[Cc]hamo-me',
  '[Mm]ijn naam is|[Ii]k heet',
  '[Jj]ag heter|[Mm]itt namn är',
  '[Jj]eg hedder|[Mm]it navn er|[Jj]eg heter|[Mm]itt navn er',
  '[Nn]azywam się|[Mm]am na imię',
  '[Jj]menuj[iu] se|[Mm]é jméno je',
  '[Мм]еня зовут|[Мм]оё имя|[Мм]ое имя',
  '[Мм]ене звати|[Мм]ене звуть',
  '(?:[Bb]enim )?[Aa]dım|[Ii]smim|İsmim',
].join('|')})`

/** "This is …" says a name where two words are written large, or somebody speaks, calls or writes. */
const here = `${before}(?:[Tt]his is|[Hh]ier ist|[Hh]ier spricht|[Ii]ci|[Ss]oy|[Ss]ono|[Hh]ier is|[Dd]et här är|[Tt]u)`

export const nameCues = (): readonly RegExp[] => [
  new RegExp(`${said}[ :]{1,3}${name}`, 'gu'),
  new RegExp(
    `${before}(?:[Tt]his is|[Hh]ere is) (?<value>${part}(?:\\s${part}){0,2}) (?:speaking|here|calling|writing|from)(?!\\p{L})`,
    'gu',
  ),
  new RegExp(`${here} ${fullName}(?=[,.!;\\n]|$| (?:und|and|et|y|e|en|och|i|from|aus|de|fra|from)(?!\\p{L}))`, 'gu'),
  /(?<![\p{L}])(?<value>[\p{Script=Han}\p{Script=Katakana}ー々]{1,10}(?:[\s　][\p{Script=Han}\p{Script=Katakana}ー々]{1,10})?)と(?:申します|いいます|言います)/gu,
  /(?:私の名前は|名前は)(?<value>[\p{Script=Han}\p{Script=Katakana}ー々]{1,12})です/gu,
  /(?:我叫|我的名字是|我的名字叫)(?![了你您他她不过過])(?<value>\p{Script=Han}{2,4})(?=[，,。.！!、\s]|$)/gu,
  /(?:제 이름은|저는|내 이름은) ?(?<value>\p{Script=Hangul}{2,4}?)(?:입니다|이에요|예요|이라고 합니다|라고 합니다)/gu,
  /(?<!\p{L})اسمي (?!غير|خطأ|مكتوب|ليس|لم|لا|هو|هنا)(?<value>\p{Script=Arabic}{2,15}(?: \p{Script=Arabic}{2,15})?)(?=[،,.!\s]{0,2}(?:و|$|\n|،|,|\.))/gu,
]

/** Written large and no name. */
export const noName = new Set(
  words(`not spelled spelt misspelled wrong missing still the a an your my no I Ich Je Yo Urgent Ridiculous Outrageous
    Unacceptable Customer Support Service Order Team Nicht Falsch Hier Bitte Please Pas Mal No Non Nie Не Was What Why`),
)

function words(list: string): readonly string[] {
  return list.split(/\s+/)
}
