import { customPinyin, pinyin } from 'pinyin-pro';
import { PLACE_READINGS } from '#shared/pinyin.ts';

/** Every sound there is, for telling 'ganxian' apart into gan and xian. */
const SOUNDS = new Set(
  'a ai an ang ao ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce cen ceng cha chai chan chang chao che chen cheng chi chong chou chu chua chuai chuan chuang chui chun chuo ci cong cou cu cuan cui cun cuo da dai dan dang dao de dei den deng di dia dian diao die ding diu dong dou du duan dui dun duo e ei en eng er fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang gui gun guo ha hai han hang hao he hei hen heng hng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiong jiu ju juan jue jun ka kai kan kang kao ke kei ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lia lian liang liao lie lin ling liu lo long lou lu luan lun luo m ma mai man mang mao me mei men meng mi mian miao mie min ming miu mo mou mu n na nai nan nang nao ne nei nen neng ng ni nian niang niao nie nin ning niu nong nou nu nuan nuo o ou pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru rua ruan rui run ruo sa sai san sang sao se sen seng sha shai shan shang shao she shei shen sheng shi shou shu shua shuai shuan shuang shui shun shuo si song sou su suan sui sun suo ta tai tan tang tao te tei teng ti tian tiao tie ting tong tou tu tuan tui tun tuo wa wai wan wang wei wen weng wo wu xi xia xian xiang xiao xie xin xing xiong xiu xu xuan xue xun ya yan yang yao ye yi yin ying yo yong you yu yuan yue yun za zai zan zang zao ze zei zen zeng zha zhai zhan zhang zhao zhe zhei zhen zheng zhi zhong zhou zhu zhua zhuai zhuan zhuang zhui zhun zhuo zi zong zou zu zuan zui zun zuo lv lve nv nve'.split(
    ' ',
  ),
);
const LONGEST_SOUND = 6;
const HAN = /\p{Script=Han}+/gu;
/** Longer than any name that is typed; it bounds what one question costs. */
const LONGEST_ASKED = 40;
const MOST_READINGS = 8;

customPinyin(PLACE_READINGS);

/** The sound of each character of a run of Chinese, without tones. */
export const soundsOf = (han: string): string[] => pinyin(han, { toneType: 'none', type: 'array', v: true });

/**
 * By what a text is found when its sound is typed: each sound, each pair of sounds that follow each other, and each pair of
 * their first letters. Marked, so that they are no pairs of a text's own letters.
 */
export function soundGrams(...texts: readonly (string | undefined)[]): string[] {
  const grams = new Set<string>();
  for (const [han] of texts.join('\n').matchAll(HAN)) {
    const sounds = soundsOf(han);
    for (const [i, sound] of sounds.entries()) {
      grams.add(single(sound));
      const next = sounds[i + 1];
      if (next === undefined) continue;
      grams.add(pair(sound, next));
      grams.add(initials(sound, next));
    }
  }
  return [...grams];
}

/** The ways in which a typed word may be the sound of a text: each a list of grams that must all be there. None for what is no sound. */
export function soundsAsked(typed: string): string[][] {
  const word = typed.toLowerCase();
  if (!/^[a-z]+$/.test(word) || word.length > LONGEST_ASKED) return [];
  const letters = Array.from(word);
  const ways = partings(word).map((sounds) => (sounds.length === 1 ? sounds.map(single) : pairsOf(sounds, pair)));
  if (letters.length > 1) ways.push(pairsOf(letters, initials));
  return ways;
}

const single = (sound: string): string => `~${sound}`;
const pair = (a: string, b: string): string => `~${a} ${b}`;
const initials = (a: string, b: string): string => `~${a.slice(0, 1)}-${b.slice(0, 1)}`;

const pairsOf = (sounds: readonly string[], join: (a: string, b: string) => string): string[] =>
  sounds.slice(1).map((sound, i) => join(sounds[i] ?? '', sound));

/** The ways to part letters into sounds: xian is one, or xi and an. */
function partings(word: string): string[][] {
  const from: string[][][] = Array.from({ length: word.length + 1 }, () => []);
  from[word.length] = [[]];
  for (let at = word.length - 1; at >= 0; at -= 1) {
    for (let end = Math.min(word.length, at + LONGEST_SOUND); end > at; end -= 1) {
      const sound = word.slice(at, end);
      if (SOUNDS.has(sound)) for (const rest of from[end] ?? []) from[at]?.push([sound, ...rest]);
    }
    from[at] = (from[at] ?? []).slice(0, MOST_READINGS);
  }
  return from[0] ?? [];
}
