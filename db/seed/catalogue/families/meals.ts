import { familiesOf } from '../family';

const noodle = familiesOf('noodles', ['woodTable', 'colourPaper', 'marble', 'wallShelf', 'leafShadow']);
const meal = familiesOf('ready-meals', ['woodTable', 'marble', 'colourPaper', 'wallShelf', 'fridge']);
const canned = familiesOf('canned', ['woodTable', 'marble', 'colourPaper', 'wallShelf', 'leafShadow']);
const sauce = familiesOf('sauces', ['woodTable', 'marble', 'colourPaper', 'wallShelf', 'leafShadow']);

export const MEALS = [
  noodle(
    'bulkkeun-cup',
    'bulkkeun',
    ['cupNoodle', 'served', 'solid', 'sunburst', 'poster'],
    ['컵라면', 'Cup Noodles', '110g', '110 g', 1400, '3분 완성'],
    ['chilli', 'kimchi', 'shrimp', 'beef', 'cheese', ['greenChilli', '청양', 'Green Chilli'], 'squid'],
    [
      '쫄깃한 면에 건더기를 두 배로 넣은 한 끼 컵라면입니다. 뜨거운 물을 선까지 붓고 3분만 기다리세요.',
      'Springy noodles with twice the toppings. Pour hot water to the line and wait three minutes.',
    ],
    { contents: '#e0661c' },
  ),
  noodle(
    'bulkkeun-pack',
    'bulkkeun',
    ['noodlePack', 'served', 'solid', 'sunburst', 'poster'],
    ['라면', 'Ramen', '5입', '5 packs', 4600, '다섯 봉지'],
    ['chilli', 'kimchi', 'shrimp', 'beef', 'cheese', ['greenChilli', '청양', 'Green Chilli']],
    [
      '컵보다 도톰한 면발이라 달걀을 풀어도 퍼지지 않습니다. 집에 쟁여 두기 좋은 다섯 봉지 묶음이에요.',
      'Thicker than the cup version, so it holds up to an egg. A five-pack for the cupboard.',
    ],
    { contents: '#e0661c', scenes: ['woodTable', 'colourPaper', 'picnic', 'paperTop', 'linen'] },
  ),
  noodle(
    'bada-bowl',
    'badaguksu',
    ['bowlNoodle', 'split', 'cream', 'waves', 'sign'],
    ['칼국수', 'Knife-cut Noodles', '95g', '95 g', 1900, '튀기지 않은 면'],
    ['crab', 'seaweed', 'shrimp', 'squid', ['mackerel', '멸치', 'Anchovy']],
    [
      '기름에 튀기지 않고 바람에 말린 면이라 국물이 맑습니다. 넓은 그릇형 용기라 먹기 편해요.',
      'Air-dried, never fried, for a clear broth. The wide bowl makes it easy to eat.',
    ],
  ),
  noodle(
    'sodam-rice',
    'sodam',
    ['cupNoodle', 'farm', 'pastel', 'none', 'serif'],
    ['쌀국수', 'Rice Noodles', '92g', '92 g', 1700, '국산 쌀 면'],
    ['mushroom', 'chicken', 'greenOnion', 'egg', ['soybean', '된장', 'Soybean Paste']],
    [
      '국산 쌀로 뽑은 면이라 속이 편안합니다. 순한 국물을 찾는 아침에 권해 드려요.',
      'Noodles of Korean rice that sit lightly. A mild broth for slow mornings.',
    ],
  ),
  noodle(
    'jangin-jajang',
    'janginmyeon',
    ['noodlePack', 'crest', 'dark', 'none', 'poster'],
    ['짜장면', 'Jajang Noodles', '4입', '4 packs', 5200, '직화 볶음'],
    [
      ['onion', '양파', 'Onion'],
      ['beef', '소고기', 'Beef'],
      ['chilli', '사천', 'Sichuan'],
      ['potato', '감자', 'Potato'],
    ],
    [
      '센 불에 볶은 춘장을 액상 그대로 담아 불향이 살아 있습니다. 면을 비빈 뒤 1분만 더 볶아 보세요.',
      'The paste is wok-fried and packed wet, so the smoke stays in. Toss, then fry for one more minute.',
    ],
    { scenes: ['woodTable', 'stoneTop', 'colourPaper', 'paperTop'] },
  ),

  meal(
    'hansot-bap',
    'hansotjip',
    ['bowlNoodle', 'served', 'solid', 'none', 'sign'],
    ['덮밥', 'Rice Bowl', '280g', '280 g', 3900, '전자레인지 2분'],
    [
      ['kimchi', '김치볶음', 'Kimchi'],
      ['beef', '소불고기', 'Bulgogi'],
      ['tuna', '참치마요', 'Tuna Mayo'],
      ['chicken', '치킨마요', 'Chicken Mayo'],
      ['squid', '오징어', 'Squid'],
    ],
    [
      '갓 지은 듯한 밥과 소스를 따로 담았습니다. 전자레인지에 2분이면 든든한 한 끼가 됩니다.',
      'Rice and sauce packed apart so both stay themselves. Two minutes in the microwave and lunch is ready.',
    ],
    { contents: '#f4ecd8' },
  ),
  meal(
    'sodam-juk',
    'sodam',
    ['tub', 'split', 'cream', 'none', 'serif'],
    ['죽', 'Porridge', '285g', '285 g', 3500, '속 편한 한 끼'],
    [
      'pumpkin',
      ['redBean', '동지팥', 'Red Bean'],
      ['crab', '게살', 'Crab'],
      ['chicken', '닭', 'Chicken'],
      ['mushroom', '버섯야채', 'Mushroom'],
    ],
    [
      '쌀알이 살아 있도록 천천히 저어 끓였습니다. 속이 부대끼는 날에도 편하게 드세요.',
      'Stirred slowly so the grains stay whole. Gentle on days when nothing else will do.',
    ],
    { cap: '#e9e2d2' },
  ),
  meal(
    'sonmat-mandu',
    'sonmatdang',
    ['pillowBag', 'awning', 'cream', 'none', 'serif'],
    ['만두', 'Dumplings', '420g', '420 g', 7900, '손으로 빚은'],
    [
      ['dumpling', '고기', 'Pork'],
      'kimchi',
      'shrimp',
      ['beef', '갈비', 'Galbi'],
      ['greenChilli', '땡초', 'Hot Pepper'],
    ],
    [
      '얇은 피에 속을 꽉 채워 하나씩 손으로 여몄습니다. 찜, 군만두, 전골 어디에나 어울려요.',
      'Thin skins, generous filling, each one pleated by hand. Steam, fry or drop into a hotpot.',
    ],
    { scenes: ['woodTable', 'fridge', 'picnic', 'linen', 'colourPaper'] },
  ),
  meal(
    'hansot-soup',
    'hansotjip',
    ['standPouch', 'vertical', 'brand', 'none', 'sign'],
    ['', 'Soup', '500g', '500 g', 4900, '12시간 우린'],
    [
      ['beef', '설렁탕', 'Ox Bone'],
      ['noodles', '육개장', 'Spicy Beef'],
      ['kimchi', '김치찌개', 'Kimchi Stew'],
      ['soybean', '된장찌개', 'Soybean Stew'],
      ['seaweed', '미역국', 'Seaweed'],
    ],
    [
      '가마솥 방식으로 오래 우려 국물이 진합니다. 봉지째 데우거나 냄비에 부어 끓이세요.',
      'Simmered the iron-pot way until rich. Heat in the pouch or pour into a pan.',
    ],
  ),
  meal(
    'tteok-cup',
    'tteokbang',
    ['cupNoodle', 'tiles', 'solid', 'check', 'poster'],
    ['떡볶이', 'Tteokbokki', '160g', '160 g', 2900, '쫄깃 쌀떡'],
    [['chilli', '매콤', 'Spicy'], 'cheese', 'curry', ['onion', '짜장', 'Jajang'], 'garlic'],
    [
      '말랑한 쌀떡과 걸쭉한 소스가 컵 하나에 들어 있습니다. 물을 붓고 전자레인지에 돌리면 끝이에요.',
      'Soft rice cakes and a thick sauce in one cup. Add water, microwave, done.',
    ],
  ),

  canned(
    'deungdae-tuna',
    'deungdae',
    ['flatTin', 'retro', 'brand', 'none', 'poster'],
    ['참치', 'Tuna', '135g', '135 g', 2900, '살코기 가득'],
    [
      ['tuna', '살코기', 'Light'],
      ['chilli', '고추', 'Chilli'],
      ['corn', '옥수수', 'Corn'],
      ['curry', '카레', 'Curry'],
      ['tomato', '토마토', 'Tomato'],
    ],
    [
      '한입 크기 살코기를 눌러 담아 기름기가 적습니다. 따서 바로 밥에 올려 드세요.',
      'Bite-size fillets, firmly packed and lean. Open and spoon onto rice.',
    ],
  ),
  canned(
    'deundeun-fruit',
    'deundeun',
    ['tin', 'farm', 'pastel', 'none', 'round'],
    ['통조림', 'in Syrup', '400g', '400 g', 3400, '가볍게 달게'],
    [['peach', '황도', 'Yellow Peach'], 'pineapple', 'cherry', 'mango', ['orange', '밀감', 'Mandarin']],
    [
      '제철에 딴 과일을 당일 손질해 담았습니다. 차게 두었다가 시럽째 즐겨 보세요.',
      'Fruit picked in season and packed the same day. Chill, and drink the syrup too.',
    ],
  ),
  canned(
    'deundeun-veg',
    'deundeun',
    ['tin', 'band', 'brand', 'pin', 'sign'],
    ['통조림', 'Canned', '340g', '340 g', 2200, '물과 소금만'],
    [
      ['corn', '스위트콘', 'Sweetcorn'],
      ['soybean', '완두콩', 'Peas'],
      ['mushroom', '양송이', 'Mushroom'],
      'tomato',
      ['redBean', '강낭콩', 'Kidney Bean'],
    ],
    [
      '수확한 날 바로 쪄서 아삭함을 가두었습니다. 샐러드와 볶음밥에 그대로 넣으면 됩니다.',
      'Steamed on the day of harvest to keep the crunch. Straight into salads and fried rice.',
    ],
  ),
  canned(
    'yuksoban-ham',
    'yuksoban',
    ['flatTin', 'hero', 'solid', 'stripes', 'poster'],
    ['햄', 'Ham', '200g', '200 g', 4200, '국산 돼지고기'],
    [
      ['ham', '오리지널', 'Original'],
      'cheese',
      ['chilli', '핫', 'Hot'],
      'garlic',
      ['honey', '허니', 'Honey'],
    ],
    [
      '짠맛을 줄이고 고기 함량을 높였습니다. 도톰하게 썰어 노릇하게 구워 보세요.',
      'Less salt, more meat. Slice it thick and fry until golden.',
    ],
  ),
  canned(
    'eobu-fish',
    'eobu',
    ['tin', 'split', 'cream', 'scales', 'serif'],
    ['조림', 'Braised', '300g', '300 g', 4800, '뼈째 먹는'],
    ['mackerel', 'salmon', 'squid', ['crab', '꽃게', 'Crab'], 'shrimp'],
    [
      '양념을 먼저 졸인 뒤 생선을 넣어 속까지 간이 배었습니다. 무를 깔고 한 번 더 끓이면 근사해요.',
      'The sauce is reduced first, so it reaches the bone. Simmer again over radish for a feast.',
    ],
  ),

  sauce(
    'jangdok-gochujang',
    'jangdokdae',
    ['tub', 'retro', 'solid', 'none', 'serif'],
    ['고추장', 'Gochujang', '500g', '500 g', 8900, '항아리 숙성'],
    [
      ['chilli', '태양초', 'Sun-dried Chilli'],
      ['plum', '매실', 'Green Plum'],
      ['honey', '꿀', 'Honey'],
      ['garlic', '마늘', 'Garlic'],
      ['sweetPotato', '고구마', 'Sweet Potato'],
    ],
    [
      '항아리에서 일 년을 묵혀 맵기보다 깊습니다. 비빔밥 한 숟가락이면 차이를 느끼실 거예요.',
      'A year in clay jars makes it deep rather than sharp. One spoon in bibimbap tells you.',
    ],
    { cap: '#b81e14' },
  ),
  sauce(
    'sauce-squeeze',
    'sosgongbang',
    ['squeezeBottle', 'blocks', 'solid', 'none', 'sign'],
    ['소스', 'Sauce', '320g', '320 g', 4500, '쭉 짜는'],
    [
      ['tomato', '케첩', 'Ketchup'],
      ['chilli', '스리라차', 'Sriracha'],
      ['cheese', '치즈', 'Cheese'],
      ['garlic', '갈릭', 'Garlic'],
      ['honey', '머스터드', 'Honey Mustard'],
      'curry',
    ],
    [
      '거꾸로 세워 두니 마지막 한 방울까지 짜집니다. 튀김, 샌드위치, 볶음밥에 두루 써 보세요.',
      'Stands on its head, so the last drop comes out. For fries, sandwiches and fried rice.',
    ],
  ),
  sauce(
    'jangdok-ganjang',
    'jangdokdae',
    ['sauceBottle', 'crest', 'cream', 'none', 'serif'],
    ['간장', 'Soy Sauce', '500ml', '500 ml', 7600, '자연 발효'],
    [
      ['soybean', '씨', 'Heritage'],
      ['mushroom', '표고', 'Shiitake'],
      ['seaweed', '다시마', 'Kelp'],
      ['onion', '양파', 'Onion'],
      ['greenOnion', '대파', 'Green Onion'],
    ],
    [
      '메주를 띄워 담근 조선간장을 바탕으로 했습니다. 조림에는 물론 찍어 먹어도 짜지 않아요.',
      'Built on traditional soy sauce from fermented blocks. Mild enough to dip.',
    ],
    { contents: '#3a1a0e', cap: '#7a1f16' },
  ),
  sauce(
    'byeot-dressing',
    'byeotjeongwon',
    ['sauceBottle', 'split', 'pastel', 'none', 'round'],
    ['드레싱', 'Dressing', '300ml', '300 ml', 5200, '오일 프리'],
    ['sesame', 'lemon', 'blueberry', 'onion', 'kiwi', ['yuzu', '유자', 'Yuja']],
    [
      '과육과 깨를 굵게 갈아 씹히는 맛이 있습니다. 층이 나뉘면 흔들어 뿌려 주세요.',
      'Coarsely ground, so there is something to bite. Shake when it settles.',
    ],
  ),
  sauce(
    'sauce-curry',
    'sosgongbang',
    ['flatBox', 'served', 'brand', 'none', 'sign'],
    ['카레', 'Curry', '200g', '200 g', 3200, '데우면 완성'],
    [['curry', '오리지널', 'Original'], 'beef', 'chicken', 'mushroom', 'tomato'],
    [
      '큼직한 건더기가 보이는 3분 카레입니다. 끓는 물에 봉지째 데워 밥 위에 부어 주세요.',
      'A three-minute curry with pieces you can see. Heat in the bag and pour over rice.',
    ],
    { contents: '#c98a1c' },
  ),
];
