import type { MarkName } from '../draw/marks';
import type { FontName } from '../draw/text-paths';

/** Invented names; none is a trade mark of anybody we know. */
export interface Brand {
  readonly ko: string;
  readonly en: string;
  readonly mark: MarkName;
  readonly font: FontName;
  readonly colour: string;
  /** The word mark is written in Latin letters. */
  readonly latin?: boolean;
  readonly merchant: string;
}

const brand = (
  ko: string,
  en: string,
  mark: MarkName,
  font: FontName,
  colour: string,
  merchant: string,
  latin = false,
): Brand => ({ ko, en, mark, font, colour, merchant, latin });

export const BRANDS = {
  toksaem: brand('톡샘', 'Toksaem', 'drop', 'poster', '#1c8fc4', 'saemmul'),
  gwasuwonjip: brand('과수원집', 'Gwasuwonjip', 'tree', 'round', '#3f8f3a', 'sandeul'),
  achimgyeol: brand('아침결', 'Achimgyeol', 'sun', 'serif', '#8a6a2a', 'saemmul'),
  beonjjeok: brand('번쩍', 'BUNJJUK', 'star', 'poster', '#16181d', 'saemmul', true),
  dalsup: brand('달숲', 'Dalsup', 'moon', 'round', '#2b4d8f', 'cloudfarm'),
  gureum: brand('구름목장', 'Gureum Farm', 'cloud', 'round', '#3f86c9', 'cloudfarm'),
  kongmaru: brand('콩마루', 'Kongmaru', 'leaf', 'sign', '#7a8f2f', 'sandeul'),
  gosodam: brand('고소담', 'Gosodam', 'house', 'sign', '#d98a16', 'cloudfarm'),
  saebyeok: brand('새벽로스터', 'Saebyeok', 'bird', 'script', '#3b2a20', 'roastery', true),
  onteahouse: brand('찻집온', 'Teahouse On', 'leaf', 'serif', '#2f5a48', 'roastery'),
  halmae: brand('할매손', 'Halmaeson', 'bowl', 'serif', '#8f3b2a', 'jangdok'),
  bulkkeun: brand('불끈면', 'Bulkkeun', 'flame', 'poster', '#c81e16', 'hansot'),
  badaguksu: brand('바다국수', 'Bada Noodles', 'wave', 'sign', '#176a94', 'hansot'),
  sodam: brand('소담', 'Sodam', 'bowl', 'serif', '#5f7f3f', 'hansot'),
  janginmyeon: brand('장인면', 'Janginmyeon', 'knot', 'poster', '#2a211c', 'hansot'),
  wasak: brand('와삭', 'Wasak', 'star', 'poster', '#e3470f', 'gwajajip'),
  gamjabat: brand('감자밭', 'Gamjabat', 'mountain', 'sign', '#b8321f', 'gwajajip'),
  butterbang: brand('버터방', 'Butterbang', 'house', 'round', '#c2452d', 'gwajajip'),
  badachip: brand('바다바삭', 'Bada Basak', 'wave', 'round', '#1d5f6e', 'gwajajip'),
  poppop: brand('팡팡극장', 'Pangpang', 'star', 'poster', '#c4162a', 'gwajajip'),
  cacaosup: brand('카카오숲', 'Cacao Forest', 'tree', 'serif', '#3f2418', 'dangdang'),
  ppodeuk: brand('뽀득바', 'Ppodeuk', 'bear', 'poster', '#e05a1a', 'dangdang'),
  mallang: brand('말랑숲', 'Mallang', 'bear', 'round', '#e8638a', 'dangdang'),
  byeolsatang: brand('별빛사탕', 'Byeolbit', 'star', 'round', '#5a4fb0', 'dangdang'),
  poksin: brand('폭신당', 'Poksindang', 'cloud', 'round', '#d97757', 'dangdang'),
  hangwawon: brand('한과원', 'Hangwawon', 'flower', 'serif', '#7a2f3a', 'jangdok'),
  ohu: brand('오후네시', 'Ohu Nesi', 'house', 'serif', '#9a6a3a', 'dangdang'),
  byeotjeongwon: brand('볕정원', 'Byeot Garden', 'sun', 'round', '#c9502f', 'sandeul'),
  nunsongi: brand('눈송이', 'Nunsongi', 'flower', 'round', '#3567b8', 'icehouse'),
  binggeul: brand('빙글', 'BINGEUL', 'sun', 'poster', '#0f8fb0', 'icehouse'),
  chaltteok: brand('찰떡이', 'Chaltteok', 'bear', 'round', '#a33f5a', 'icehouse'),
  sorbeton: brand('소르베온', 'SORBET ON', 'drop', 'sans', '#2f3b4a', 'icehouse', true),
  deungdae: brand('푸른등대', 'Blue Lighthouse', 'wave', 'poster', '#154a8a', 'badasang'),
  deundeun: brand('든든팜', 'Deundeun Farm', 'tree', 'sign', '#2f7a3a', 'sandeul'),
  yuksoban: brand('육소반', 'Yuksoban', 'crown', 'sign', '#8f1f2f', 'hansot'),
  eobu: brand('어부의집', "Fisher's House", 'house', 'serif', '#1f4f5f', 'badasang'),
  achimbyeol: brand('아침별', 'Achimbyeol', 'star', 'poster', '#1f5fb8', 'gwajajip'),
  oatmaeul: brand('오트마을', 'Oat Village', 'house', 'round', '#8a6a3a', 'sandeul'),
  bangatgan: brand('방앗간', 'Bangatgan', 'mountain', 'serif', '#5f4630', 'jangdok'),
  jangdokdae: brand('장독대', 'Jangdokdae', 'bowl', 'serif', '#7a1f16', 'jangdok'),
  sosgongbang: brand('소스공방', 'Sauce Lab', 'flame', 'sign', '#d0441a', 'hansot'),
  hansotjip: brand('한솥집', 'Hansotjip', 'bowl', 'sign', '#a8401f', 'hansot'),
  sonmatdang: brand('손맛당', 'Sonmatdang', 'knot', 'serif', '#3f6f4a', 'hansot'),
  tteokbang: brand('떡방아', 'Tteokbanga', 'moon', 'poster', '#d42a1e', 'hansot'),
  gyeolon: brand('결온', 'GYEOL ON', 'leaf', 'serif', '#5f7a6a', 'gyeol', true),
  mulbit: brand('물빛', 'MULBIT', 'drop', 'sans', '#3a8fc0', 'gyeol', true),
  muyi: brand('무이', 'MUYI', 'flower', 'sans', '#b56a5a', 'gyeol', true),
  haessal: brand('햇살막', 'Haessal', 'sun', 'sign', '#f08a1e', 'gyeol'),
  supyok: brand('숲욕', 'SUPYOK', 'tree', 'serif', '#33553f', 'malgan', true),
  ppoyan: brand('뽀얀', 'Ppoyan', 'cloud', 'round', '#e58aa0', 'malgan'),
  onbinu: brand('온비누', 'Onbinu', 'drop', 'serif', '#7a6a55', 'malgan'),
  songyeol: brand('손결', 'SONGYEOL', 'flower', 'serif', '#a0627a', 'gyeol', true),
  malgan: brand('말간', 'Malgan', 'cloud', 'poster', '#1f77d0', 'malgan'),
  banjjak: brand('반짝', 'Banjjak', 'star', 'poster', '#0f9a8a', 'malgan'),
  hyanggot: brand('향곳간', 'Hyanggot', 'flame', 'serif', '#5a4a40', 'malgan'),
  nyangi: brand('냥이밥상', 'Nyang Table', 'paw', 'round', '#d4702a', 'petmaru'),
  meongspoon: brand('멍스푼', 'Meong Spoon', 'paw', 'sign', '#2f6f7a', 'petmaru'),
  bosong: brand('보송모래', 'Bosong', 'paw', 'round', '#4f7fb0', 'petmaru'),
  hwallyeok: brand('활력원', 'Hwallyeok', 'sun', 'sign', '#e07a10', 'geongang'),
  simsan: brand('심산인삼', 'Simsan', 'mountain', 'serif', '#7a1f1f', 'geongang'),
  geunyuk: brand('근육공장', 'GEUNYUK LAB', 'mountain', 'heavy', '#15181c', 'geongang', true),
  beolmaeul: brand('벌마을', 'Bee Village', 'flower', 'round', '#b8770f', 'sandeul'),
} as const satisfies Record<string, Brand>;

export type BrandName = keyof typeof BRANDS;
