/** Words that people use on the phone, and the class they mean. The first rows decide: what is more particular stands above. */
const WORDS: readonly (readonly [code: string, words: RegExp])[] = [
  ['N06', /森林火|山火|林火|林场.{0,6}火|forest fire|wildfire/],
  ['A03', /烟花|爆竹|鞭炮|firework/],
  ['A02', /危化|危险化学|甲醇|液氯|液氨|硫酸|盐酸|毒气|化学品|油罐车?|槽罐|hazmat|chemical|methanol|chlorine|ammonia/],
  ['A10.3', /燃气|天然气|煤气|液化气|gas leak/],
  ['N01.4', /水库|坝体|溃坝|管涌|reservoir|dam\b/],
  ['N01.5', /堤防|决堤|溃堤|河堤|大堤|dike|levee/],
  ['N01.2', /山洪|flash ?flood/],
  ['N01.3', /内涝|积水|涵洞.{0,4}淹|waterlog/],
  ['N01.1', /洪水|洪涝|涨水|被淹|超警戒|flood/],
  ['N01.6', /干旱|旱情|缺水|drought/],
  ['N04.3', /泥石流|debris ?flow|mudslide/],
  ['N04.2', /崩塌|落石|崩岗|rockfall/],
  ['N04.4', /塌陷|地陷|天坑|sinkhole/],
  ['N04.1', /滑坡|山体.{0,4}(裂|滑)|裂缝|塌方|landslide/],
  ['N03', /地震|earthquake/],
  ['N02.2', /台风|typhoon/],
  ['N02.5', /冰雹|hail/],
  ['N02.3', /雷击|雷电|lightning/],
  ['N02.4', /大风|龙卷|gale|tornado/],
  ['N02.6', /冰冻|冻雨|暴雪|结冰|freez|ice\b/],
  ['N02.1', /暴雨|强降雨|rainstorm|heavy rain/],
  ['A01.2', /尾矿/],
  ['A01.1', /矿井|矿难|矿山|冒顶|透水|mine\b/],
  ['A01.4', /脚手架|塔吊|工地|基坑|construction/],
  ['A09', /电梯|锅炉|压力容器|索道|elevator|boiler/],
  ['A05', /铁路|火车|列车|高铁|railway|train\b/],
  ['A06', /沉船|翻船|船只|落水|溺水|capsiz|boat/],
  ['A07', /飞机|直升机|坠机|aircraft|plane crash/],
  ['A04', /车祸|交通事故|追尾|侧翻|相撞|翻车|客车|大货车|高速|traffic|crash|collision|rollover/],
  ['H04', /食物中毒|食品|食堂|food poison/],
  ['H05', /职业中毒/],
  ['H03', /中毒|poison/],
  ['H06', /禽流感|猪瘟|动物疫|animal/],
  ['H01', /传染病|疫情|登革热|流感|诺如|霍乱|outbreak|infectious/],
  ['H02', /不明原因|unknown cause/],
  ['S07', /勒索|网络攻击|黑客|数据泄露|信息系统|ransomware|cyber|hack/],
  ['S08', /谣言|舆情|网传|rumou?r/],
  ['A13', /踩踏|stampede|crush/],
  ['A11', /污染|泄漏|死鱼|异味|pollution|spill/],
  ['A10.2', /停电|断电|电网|power cut|blackout/],
  ['A10.1', /停水|供水|爆管|water supply/],
  ['A10.4', /通信中断|断网|基站/],
  ['S01', /聚集|上访|群体性|protest/],
  ['S03', /砍人|持刀|凶杀|抢劫|爆炸物/],
  ['A08', /起火|着火|火灾|失火|燃烧|浓烟|火\b|火$|fire/],
];

/** The classes that a title speaks of, the likeliest first, at most three. Only a proposal: a person chooses. */
export function suggestClass(title: string): string[] {
  const said = title.toLowerCase();
  return WORDS.filter(([, words]) => words.test(said))
    .slice(0, 3)
    .map(([code]) => code);
}
