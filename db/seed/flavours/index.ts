import type { Words } from '../types';
import type { Illustration } from './brush';
import * as fruit from './fruit';
import * as garden from './garden';
import * as savoury from './savoury';
import * as sweet from './sweet';

export interface Flavour {
  readonly name: Words;
  /** The colour one thinks of. */
  readonly main: string;
  /** A second colour that goes with it: leaf, rind, cream. */
  readonly second: string;
  readonly draw: Illustration;
  /** One sentence on the ingredient. */
  readonly note: Words;
}

const define = (draw: Illustration, main: string, second: string, ko: string, en: string, noteKo: string, noteEn: string): Flavour => ({
  name: { ko, en },
  main,
  second,
  draw,
  note: { ko: noteKo, en: noteEn },
});

/** Everything a product can taste or smell of. */
export const FLAVOURS = {
  plain: define(sweet.milk, '#3f8fd8', '#cfe6f7', '오리지널', 'Original', '아무것도 더하지 않아 본래의 맛이 또렷합니다.', 'Nothing added, so the real taste comes through.'),
  strawberry: define(fruit.strawberry, '#ee4d63', '#6cb04a', '딸기', 'Strawberry', '논산에서 자란 설향 딸기의 새콤달콤한 향을 그대로 담았습니다.', 'Made with fragrant Seolhyang strawberries grown in Nonsan.'),
  banana: define(fruit.banana, '#f7c531', '#8a6a2a', '바나나', 'Banana', '잘 익은 바나나만 골라 부드럽고 진합니다.', 'Only fully ripe bananas, for a soft and mellow sweetness.'),
  melon: define(fruit.melon, '#8cc152', '#f0c96c', '멜론', 'Melon', '곡성 멜론의 시원한 단맛이 은은하게 퍼집니다.', 'The cool sweetness of Gokseong melon lingers gently.'),
  peach: define(fruit.peach, '#ff9a86', '#5da644', '복숭아', 'Peach', '햇살을 듬뿍 받은 백도의 과즙이 가득합니다.', 'Full of juice from sun-ripened white peaches.'),
  lemon: define(fruit.lemon, '#f6cf1f', '#58a545', '레몬', 'Lemon', '제주 레몬의 산뜻한 산미가 입안을 깨워 줍니다.', 'Bright Jeju lemon wakes up the palate.'),
  orange: define(fruit.orange, '#f78f1e', '#4c9c46', '한라봉', 'Hallabong', '제주 한라봉의 달콤한 과즙과 껍질 향을 살렸습니다.', 'Sweet Hallabong mandarin from Jeju, juice and zest.'),
  grapefruit: define(fruit.grapefruit, '#f2707a', '#5da644', '자몽', 'Grapefruit', '쌉싸름한 자몽 과육이 기분 좋은 뒷맛을 남깁니다.', 'Pink grapefruit with a pleasant bitter finish.'),
  lime: define(fruit.lime, '#86b82f', '#f2e14c', '라임', 'Lime', '갓 짠 라임처럼 톡 쏘는 상쾌함이 특징입니다.', 'Zesty as a freshly squeezed lime.'),
  grape: define(fruit.grape, '#7a3fb0', '#63a83f', '포도', 'Grape', '영동 캠벨 포도의 진한 향을 담았습니다.', 'The deep aroma of Campbell grapes from Yeongdong.'),
  greenGrape: define(fruit.greenGrape, '#9cc83c', '#4f9a37', '샤인머스캣', 'Shine Muscat', '상주 샤인머스캣의 고급스러운 단맛이 살아 있습니다.', 'The elegant sweetness of Shine Muscat from Sangju.'),
  apple: define(fruit.apple, '#dc3a35', '#7fb54a', '사과', 'Apple', '청송 사과를 껍질째 갈아 향이 풍부합니다.', 'Cheongsong apples pressed with the skin on.'),
  blueberry: define(fruit.blueberry, '#4b5fb5', '#5cab62', '블루베리', 'Blueberry', '알알이 톡톡 터지는 블루베리를 아낌없이 넣었습니다.', 'Generous with whole blueberries that pop.'),
  raspberry: define(fruit.raspberry, '#d8305f', '#5aa83f', '라즈베리', 'Raspberry', '새콤한 라즈베리가 맛의 균형을 잡아 줍니다.', 'Tart raspberries keep it in balance.'),
  mango: define(fruit.mango, '#ffae2b', '#4f9a37', '망고', 'Mango', '농익은 애플망고의 진한 풍미가 느껴집니다.', 'Rich with the flavour of ripe apple mango.'),
  pineapple: define(fruit.pineapple, '#f5b72a', '#3f8f45', '파인애플', 'Pineapple', '새콤달콤한 골드 파인애플로 열대의 기분을 냈습니다.', 'Gold pineapple for a taste of the tropics.'),
  coconut: define(fruit.coconut, '#7fb8ae', '#7a4e2b', '코코넛', 'Coconut', '코코넛의 고소한 향이 부드럽게 감쌉니다.', 'Wrapped in the nutty scent of coconut.'),
  cherry: define(fruit.cherry, '#c8183a', '#4f9a37', '체리', 'Cherry', '검붉은 체리의 깊은 단맛을 더했습니다.', 'With the deep sweetness of dark cherries.'),
  watermelon: define(fruit.watermelon, '#ee4a55', '#2f8f46', '수박', 'Watermelon', '한여름 수박 한 조각을 베어 문 듯 시원합니다.', 'Cool as a slice of watermelon in midsummer.'),
  kiwi: define(fruit.kiwi, '#8abf35', '#7a5c30', '키위', 'Kiwi', '국산 골드키위와 그린키위를 함께 사용했습니다.', 'Blends gold and green kiwi from local farms.'),
  plum: define(fruit.plum, '#a3bf3a', '#c9566f', '매실', 'Green Plum', '광양 매실을 백 일 동안 숙성했습니다.', 'Gwangyang green plums, matured for a hundred days.'),
  yuzu: define(fruit.yuzu, '#f2bd1d', '#3f8f45', '유자', 'Yuja', '고흥 유자의 껍질까지 곱게 썰어 넣었습니다.', 'Goheung yuja citron, finely cut with its peel.'),
  chocolate: define(sweet.chocolate, '#7b4a2d', '#e9b872', '초코', 'Chocolate', '카카오 함량이 높은 초콜릿만 사용해 진합니다.', 'Made only with high-cocoa chocolate.'),
  darkChocolate: define(sweet.darkChocolate, '#3f2620', '#c9974f', '다크초코', 'Dark Chocolate', '카카오 72 %의 쌉싸름함이 매력적입니다.', 'With the pleasant bitterness of 72 % cacao.'),
  whiteChocolate: define(sweet.whiteChocolate, '#e3cf9f', '#b58a4c', '화이트초코', 'White Chocolate', '카카오버터의 부드러움이 천천히 녹아듭니다.', 'Cocoa butter that melts slowly and smoothly.'),
  ruby: define(sweet.ruby, '#d97a93', '#8f3f5a', '루비', 'Ruby', '루비 카카오의 베리 향이 은은합니다.', 'Ruby cacao with a hint of berries.'),
  milk: define(sweet.milk, '#4d9be0', '#dcecf8', '우유', 'Milk', '1등급 국산 원유로 고소함을 더했습니다.', 'First-grade local milk makes it creamy.'),
  vanilla: define(sweet.vanilla, '#e8c766', '#7a5232', '바닐라', 'Vanilla', '마다가스카르산 바닐라빈이 점점이 박혀 있습니다.', 'Flecked with Madagascan vanilla bean.'),
  caramel: define(sweet.caramel, '#c9782a', '#f2c879', '솔티카라멜', 'Salted Caramel', '신안 천일염이 캐러멜의 단맛을 또렷하게 합니다.', 'Sinan sea salt sharpens the caramel.'),
  cheese: define(sweet.cheese, '#f7b91f', '#e8622a', '치즈', 'Cheese', '숙성 체더와 임실 치즈를 섞어 풍미가 깊습니다.', 'Aged cheddar blended with Imsil cheese.'),
  butter: define(sweet.butter, '#f2c53a', '#c98a2a', '버터', 'Butter', '발효 버터의 고소한 향이 코끝에 머뭅니다.', 'The nutty scent of cultured butter stays with you.'),
  honey: define(sweet.honey, '#f0a31a', '#8a5a24', '꿀', 'Honey', '지리산 아카시아꿀로 자연스럽게 달게 했습니다.', 'Sweetened with acacia honey from Jirisan.'),
  coffee: define(sweet.coffee, '#6f4427', '#d9b48a', '커피', 'Coffee', '매주 소량씩 볶은 원두를 사용합니다.', 'Brewed from beans roasted weekly in small batches.'),
  matcha: define(sweet.matcha, '#6ba03a', '#c9dc9a', '말차', 'Matcha', '보성 햇차를 맷돌로 곱게 갈았습니다.', 'First-flush Boseong tea, stone-ground.'),
  cookie: define(sweet.cookie, '#b9803f', '#4a2716', '쿠키', 'Cookie', '바삭한 쿠키 조각이 씹는 재미를 줍니다.', 'Crunchy cookie pieces in every bite.'),
  almond: define(sweet.almond, '#b5763c', '#e9d2ac', '아몬드', 'Almond', '갓 구운 아몬드를 통째로 넣었습니다.', 'With whole, freshly roasted almonds.'),
  hazelnut: define(sweet.hazelnut, '#9c5f2e', '#6ba04a', '헤이즐넛', 'Hazelnut', '구운 헤이즐넛 향이 오래 이어집니다.', 'The aroma of roasted hazelnut goes on and on.'),
  peanut: define(sweet.peanut, '#cf9448', '#8a5524', '땅콩', 'Peanut', '고창 땅콩을 두 번 볶아 고소합니다.', 'Gochang peanuts, roasted twice.'),
  sesame: define(sweet.sesame, '#4f463d', '#d9c79c', '흑임자', 'Black Sesame', '국산 흑임자를 저온에서 천천히 볶았습니다.', 'Korean black sesame, slowly roasted at low heat.'),
  redBean: define(sweet.redBean, '#8e2a3a', '#efd9c4', '팥', 'Red Bean', '국산 팥을 가마솥에 쑤어 달지 않습니다.', 'Korean red beans simmered in an iron pot, not too sweet.'),
  rice: define(sweet.rice, '#d9ab3c', '#8aa845', '누룽지', 'Toasted Rice', '철원 오대쌀 누룽지의 구수함을 살렸습니다.', 'The toasty depth of scorched Cheorwon rice.'),
  corn: define(sweet.corn, '#f9c22b', '#6fa53a', '옥수수', 'Corn', '강원도 초당옥수수의 단맛이 톡톡 터집니다.', 'Sweet Chodang corn from Gangwon bursts with flavour.'),
  sweetPotato: define(sweet.sweetPotato, '#9a3f62', '#f7b53a', '고구마', 'Sweet Potato', '해남 꿀고구마를 통째로 구워 넣었습니다.', 'Haenam honey sweet potatoes, roasted whole.'),
  pumpkin: define(sweet.pumpkin, '#ef8a27', '#5f8a3a', '단호박', 'Pumpkin', '포슬포슬한 단호박의 단맛만 담았습니다.', 'Only the natural sweetness of fluffy kabocha.'),
  oat: define(sweet.oat, '#cfa352', '#7f9a55', '귀리', 'Oat', '통귀리를 그대로 눌러 고소하고 든든합니다.', 'Whole rolled oats, toasty and filling.'),
  ginseng: define(sweet.redGinseng, '#b5532a', '#5fa048', '홍삼', 'Red Ginseng', '6년근 홍삼을 저온에서 오래 달였습니다.', 'Six-year red ginseng, slowly simmered at low heat.'),
  jujube: define(sweet.jujube, '#9c3427', '#e0b060', '대추', 'Jujube', '보은 대추를 푹 고아 깊은 단맛을 냈습니다.', 'Boeun jujubes, simmered until deep and sweet.'),
  ginger: define(sweet.ginger, '#cf9e4e', '#8a6a2a', '생강', 'Ginger', '봉동 생강의 알싸함이 몸을 데워 줍니다.', 'The kick of Bongdong ginger warms you through.'),
  chilli: define(savoury.chilli, '#d9281c', '#3f8f35', '매운맛', 'Hot Chilli', '청양고추와 베트남고추를 섞어 깔끔하게 맵습니다.', 'Cheongyang and bird chillies make a clean heat.'),
  greenChilli: define(savoury.greenChilli, '#5c9a2a', '#d9d24a', '청양고추', 'Green Chilli', '갓 썬 청양고추의 알싸한 향이 살아 있습니다.', 'The sharp scent of freshly cut Cheongyang chilli.'),
  shrimp: define(savoury.shrimp, '#f0703f', '#ffd0b0', '새우', 'Shrimp', '서해 새우를 통째로 갈아 감칠맛이 진합니다.', 'West Sea shrimp, ground whole for deep umami.'),
  tuna: define(savoury.tuna, '#2f5f9e', '#f2b84a', '참치', 'Tuna', '남태평양에서 잡은 가다랑어를 바로 급속 냉동했습니다.', 'Skipjack from the South Pacific, frozen at sea.'),
  mackerel: define(savoury.mackerel, '#2f7f86', '#e9dca8', '고등어', 'Mackerel', '제주 고등어를 손으로 발라 큼직하게 담았습니다.', 'Jeju mackerel, filleted by hand in generous pieces.'),
  salmon: define(savoury.salmon, '#f4794a', '#5fa048', '연어', 'Salmon', '기름기 좋은 연어 살만 골랐습니다.', 'Only the well-marbled part of the salmon.'),
  crab: define(savoury.crab, '#e2502f', '#f7d9a0', '꽃게', 'Crab', '연평도 꽃게를 우려 국물 맛이 시원합니다.', 'Blue crab from Yeonpyeong gives a clear, deep broth.'),
  squid: define(savoury.squid, '#d9748c', '#3f5f86', '오징어', 'Squid', '동해 오징어를 얇게 저며 쫄깃합니다.', 'East Sea squid, thinly sliced and chewy.'),
  kimchi: define(savoury.kimchi, '#dd3f22', '#f0d070', '김치', 'Kimchi', '땅속에서 익힌 묵은지의 깊은 맛을 냈습니다.', 'The depth of long-aged kimchi.'),
  beef: define(savoury.beef, '#b02e28', '#f0c9a8', '소고기', 'Beef', '사골을 열두 시간 우려 진한 육향을 냈습니다.', 'Beef bones simmered for twelve hours.'),
  chicken: define(savoury.chicken, '#cf8434', '#f7e0b4', '닭고기', 'Chicken', '국산 닭가슴살을 담백하게 삶았습니다.', 'Korean chicken breast, gently poached.'),
  mushroom: define(savoury.mushroom, '#a06a3e', '#e9d6b4', '표고버섯', 'Shiitake', '장흥 표고를 볕에 말려 향을 모았습니다.', 'Jangheung shiitake, dried in the sun.'),
  onion: define(savoury.onion, '#d38c38', '#8aa845', '양파', 'Onion', '무안 양파를 오래 볶아 단맛을 끌어냈습니다.', 'Muan onions, browned slowly until sweet.'),
  garlic: define(savoury.garlic, '#b79bb5', '#8aa845', '마늘', 'Garlic', '의성 육쪽마늘을 구워 알싸함을 다듬었습니다.', 'Uiseong garlic, roasted to round off its bite.'),
  greenOnion: define(savoury.greenOnion, '#4f9f3f', '#f2f0d4', '대파', 'Green Onion', '진도 대파를 큼직하게 썰어 시원합니다.', 'Jindo green onions, cut large.'),
  seaweed: define(savoury.seaweed, '#27553c', '#c9b25a', '김', 'Seaweed', '완도 돌김을 두 번 구워 바삭합니다.', 'Wando laver, toasted twice until crisp.'),
  egg: define(savoury.egg, '#f5a71c', '#fff1c4', '달걀', 'Egg', '무항생제 유정란의 고소함을 담았습니다.', 'Rich with free-range eggs.'),
  tomato: define(savoury.tomato, '#df3625', '#4f9a37', '토마토', 'Tomato', '빨갛게 익은 토마토를 껍질째 졸였습니다.', 'Vine-ripe tomatoes, cooked down skin and all.'),
  potato: define(savoury.potato, '#d9a648', '#8f6428', '감자', 'Potato', '평창 감자를 통째로 썰어 담백합니다.', 'Sliced whole from Pyeongchang potatoes.'),
  soybean: define(savoury.soybean, '#a88a44', '#7fa83f', '콩', 'Soybean', '국산 백태를 삶아 고소함이 진합니다.', 'Korean white soybeans, boiled until nutty.'),
  ham: define(savoury.ham, '#ea7f7a', '#f7d27a', '햄', 'Ham', '국산 돼지고기 92 %로 육즙이 풍부합니다.', 'Juicy, with 92 % Korean pork.'),
  curry: define(savoury.curry, '#d9971c', '#7a4a1a', '카레', 'Curry', '열한 가지 향신료를 직접 볶아 넣었습니다.', 'Eleven spices, roasted in-house.'),
  dumpling: define(savoury.dumpling, '#c99a54', '#7fa83f', '만두', 'Dumpling', '얇은 피에 속을 꽉 채웠습니다.', 'Thin skins with a generous filling.'),
  noodles: define(savoury.noodles, '#d9731c', '#2a2e38', '육개장', 'Spicy Beef Broth', '고사리와 대파를 넣어 얼큰하게 끓였습니다.', 'A fiery broth with bracken and green onion.'),
  mint: define(garden.mint, '#3fae86', '#d4f0e2', '민트', 'Mint', '페퍼민트 잎의 청량감이 길게 남습니다.', 'Peppermint leaves leave a long coolness.'),
  lavender: define(garden.lavender, '#8f6fd0', '#6f9a54', '라벤더', 'Lavender', '프로방스 라벤더 향이 하루의 긴장을 풀어 줍니다.', 'Provençal lavender eases the day away.'),
  camellia: define(garden.camellia, '#d6344b', '#3f7f4a', '동백', 'Camellia', '제주 동백 오일이 윤기를 더합니다.', 'Jeju camellia oil adds a healthy shine.'),
  cherryBlossom: define(garden.cherryBlossom, '#f59ab8', '#a86a80', '벚꽃', 'Cherry Blossom', '봄날 벚꽃길을 걷는 듯 은은합니다.', 'Soft as a walk under spring blossoms.'),
  lotus: define(garden.lotus, '#d987b8', '#5fa05a', '연꽃', 'Lotus', '연꽃 추출물이 맑고 편안한 느낌을 줍니다.', 'Lotus extract feels clear and calm.'),
  chamomile: define(garden.chamomile, '#e3b92f', '#6f9a54', '캐모마일', 'Chamomile', '캐모마일 꽃을 통째로 말려 향이 순합니다.', 'Whole dried chamomile flowers, mild and soothing.'),
  hibiscus: define(garden.hibiscus, '#d02a62', '#5fa05a', '히비스커스', 'Hibiscus', '히비스커스의 붉은 빛과 새콤함이 돋보입니다.', 'Ruby colour and a tart edge from hibiscus.'),
  rose: define(garden.rose, '#e0547a', '#4f8f4a', '로즈', 'Rose', '다마스크 장미수를 아낌없이 담았습니다.', 'Generous with Damask rose water.'),
  aloe: define(garden.aloe, '#57a868', '#e0f0b8', '알로에', 'Aloe', '생알로에 과육이 촉촉하게 진정시켜 줍니다.', 'Fresh aloe calms and hydrates.'),
  cotton: define(garden.cotton, '#8fb3d9', '#e8dcc8', '코튼', 'Cotton', '볕에 말린 이불처럼 포근한 향입니다.', 'The scent of sheets dried in the sun.'),
  water: define(garden.water, '#2f9fe0', '#c9ecff', '히알루론', 'Hyaluron', '크기가 다른 다섯 가지 히알루론산이 수분을 채웁니다.', 'Five sizes of hyaluronic acid lock in moisture.'),
  ocean: define(garden.ocean, '#2a8fca', '#7fd4d4', '바다', 'Ocean', '동해 심층수의 미네랄을 담았습니다.', 'Minerals from East Sea deep water.'),
  pine: define(garden.pine, '#2f7f56', '#b98a54', '솔잎', 'Pine', '설악산 솔숲의 맑은 공기가 떠오릅니다.', 'Recalls the clear air of a Seorak pine forest.'),
  hinoki: define(garden.hinoki, '#b98f58', '#4a9a5a', '편백', 'Hinoki', '장성 편백숲의 피톤치드를 담았습니다.', 'Phytoncide from the hinoki woods of Jangseong.'),
  charcoal: define(garden.charcoal, '#3c4249', '#b4bcc4', '숯', 'Charcoal', '참숯 분말이 냄새와 노폐물을 잡아 줍니다.', 'Oak charcoal takes odours and impurities away.'),
  bubbles: define(garden.bubbles, '#3fa0e6', '#b7b9f7', '프레시', 'Fresh', '갓 씻은 듯한 깨끗함이 남습니다.', 'Leaves a just-washed freshness.'),
  centella: define(garden.centella, '#5fa83f', '#e3f0c4', '시카', 'Cica', '병풀 추출물이 예민한 피부를 달래 줍니다.', 'Centella extract soothes sensitive skin.'),
  mugwort: define(garden.mugwort, '#6f955c', '#d9dfb8', '쑥', 'Mugwort', '강화 약쑥을 삼 년 말려 우렸습니다.', 'Ganghwa mugwort, dried for three years.'),
  sun: define(garden.sun, '#f7a928', '#fff0b4', '데일리', 'Daily', '매일 부담 없이 쓰도록 순하게 만들었습니다.', 'Gentle enough for every day.'),
  night: define(garden.moon, '#3f4a86', '#f2c95a', '나이트', 'Night', '잠든 사이에도 천천히 스며듭니다.', 'Works slowly while you sleep.'),
  serum: define(garden.serum, '#8a6fd6', '#e0d4f7', '펩타이드', 'Peptide', '펩타이드 복합체가 탄력을 돕습니다.', 'A peptide complex supports firmness.'),
  oil: define(garden.oil, '#d9a326', '#7f9a3f', '올리브', 'Olive', '첫 번째로 짠 올리브 오일을 담았습니다.', 'With first-press olive oil.'),
  cat: define(garden.cat, '#f0a04a', '#5a6fa8', '고양이', 'Cat', '입맛 까다로운 고양이도 잘 먹습니다.', 'Even picky cats come running.'),
  dog: define(garden.dog, '#d9a86a', '#5a8f86', '강아지', 'Dog', '산책 뒤 간식으로 제격입니다.', 'Just right after a walk.'),
} as const satisfies Record<string, Flavour>;

export type FlavourName = keyof typeof FLAVOURS;
