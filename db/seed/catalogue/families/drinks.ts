import { familiesOf } from '../family';

const drink = familiesOf('drinks', [
  'colourPaper',
  'woodTable',
  'fridge',
  'wallShelf',
  'leafShadow',
  'picnic',
]);
const dairy = familiesOf('dairy', ['fridge', 'woodTable', 'marble', 'colourPaper', 'wallShelf']);
const coffee = familiesOf('coffee-tea', ['woodTable', 'night', 'marble', 'leafShadow', 'wallShelf']);

export const DRINKS = [
  drink(
    'toksaem-can',
    'toksaem',
    ['can', 'hero', 'solid', 'dots', 'poster'],
    ['스파클링', 'Sparkling', '355ml', '355 ml', 1500, '당류 0g'],
    ['lemon', 'grapefruit', 'peach', 'greenGrape', 'lime', 'grape', 'watermelon'],
    [
      '강한 탄산에 과일즙을 조금만 더해 뒷맛이 깨끗합니다. 얼음 없이도 시원하게 드실 수 있어요.',
      'Strong bubbles with just a touch of real juice, so the finish stays clean. Cold enough even without ice.',
    ],
  ),
  drink(
    'toksaem-six',
    'toksaem',
    ['multipack', 'hero', 'solid', 'dots', 'poster'],
    ['스파클링', 'Sparkling', '355ml × 6캔', '6 × 355 ml', 8200, '여섯 캔'],
    ['lemon', 'grapefruit', 'peach', 'greenGrape', 'lime'],
    [
      '캔 여섯 개를 손잡이 상자에 담아 캠핑과 나들이에 좋습니다. 낱개보다 한 캔 값이 저렴해요.',
      'Six cans in a carry box for camping and days out, and cheaper per can.',
    ],
    { scenes: ['woodTable', 'colourPaper', 'wallShelf'] },
  ),
  drink(
    'gwasuwon-juice',
    'gwasuwonjip',
    ['glassBottle', 'farm', 'pastel', 'none', 'round'],
    ['착즙주스', 'Pressed Juice', '500ml', '500 ml', 5900, '과즙 100%'],
    ['apple', 'orange', 'grape', 'peach', 'tomato', 'pineapple'],
    [
      '물 한 방울 섞지 않고 과일을 그대로 눌러 짰습니다. 가라앉은 과육은 흔들어 드세요.',
      'Pressed straight from the fruit without a drop of water. Shake to wake the pulp.',
    ],
    { cap: '#e9b93a' },
  ),
  drink(
    'achim-tea',
    'achimgyeol',
    ['petBottle', 'vertical', 'cream', 'none', 'serif'],
    ['차', 'Tea', '500ml', '500 ml', 1800, '카페인 없음'],
    [
      ['rice', '누룽지', 'Toasted Rice'],
      ['corn', '옥수수수염', 'Corn Silk'],
      'jujube',
      ['soybean', '검은콩', 'Black Bean'],
      ['matcha', '녹', 'Green'],
      ['ginger', '생강', 'Ginger'],
    ],
    [
      '밤새 우려낸 듯 구수하지만 칼로리는 없습니다. 물 대신 마시기 좋은 곡물차예요.',
      'Deeply toasty as if brewed overnight, yet without calories. A grain tea to drink like water.',
    ],
  ),
  drink(
    'beonjjeok-energy',
    'beonjjeok',
    ['slimCan', 'blocks', 'dark', 'none', 'poster'],
    ['에너지', 'Energy', '250ml', '250 ml', 1900, '타우린 1000mg'],
    ['mango', 'grape', 'lime', 'blueberry', 'watermelon', 'pineapple'],
    [
      '회의 사이, 시험 전날처럼 집중이 필요한 순간을 위해 만들었습니다. 하루 한 캔이면 충분해요.',
      'Made for the moments that need focus: between meetings, the night before an exam. One a day is plenty.',
    ],
    { scenes: ['night', 'colourPaper', 'stoneTop', 'wallShelf'] },
  ),

  dairy(
    'dalsup-carton',
    'dalsup',
    ['gableCarton', 'splash', 'solid', 'none', 'round'],
    ['우유', 'Milk', '300ml', '300 ml', 1900, '국산 원유'],
    [
      ['plain', '흰', 'Plain'],
      'strawberry',
      'banana',
      ['chocolate', '초코', 'Chocolate'],
      'melon',
      'coffee',
      ['sesame', '흑임자', 'Black Sesame'],
    ],
    [
      '강원도 목장의 원유를 짠 지 하루 안에 담습니다. 향료 대신 진짜 재료로 맛을 냈어요.',
      'Milk from Gangwon farms, packed within a day of milking. Flavoured with the real thing, not with aroma.',
    ],
  ),
  dairy(
    'dalsup-bottle',
    'dalsup',
    ['milkBottle', 'splash', 'solid', 'none', 'round'],
    ['우유', 'Milk', '750ml', '750 ml', 4300, '국산 원유'],
    [['plain', '흰', 'Plain'], 'strawberry', 'banana', ['chocolate', '초코', 'Chocolate'], 'melon', 'coffee'],
    [
      '온 가족이 나눠 마시는 넉넉한 병입니다. 뚜껑을 꼭 닫아 두면 끝까지 신선해요.',
      'A generous bottle for the whole family. Close the lid tight and it stays fresh to the last glass.',
    ],
  ),
  dairy(
    'gureum-yogurt',
    'gureum',
    ['yoghurtCup', 'split', 'pastel', 'none', 'round'],
    ['요거트', 'Yogurt', '120g', '120 g', 1600, '유산균 100억'],
    [['plain', '플레인', 'Plain'], 'strawberry', 'blueberry', 'peach', 'mango', 'kiwi'],
    [
      '천천히 발효해 숟가락이 설 만큼 되직합니다. 과육은 바닥에 깔려 있으니 저어 드세요.',
      'Slowly cultured until the spoon stands. The fruit waits at the bottom: give it a stir.',
    ],
  ),
  dairy(
    'kongmaru-soy',
    'kongmaru',
    ['tetraBrick', 'badge', 'pastel', 'leaves', 'sign'],
    ['두유', 'Soy Milk', '190ml', '190 ml', 1300, '국산 콩'],
    [
      ['soybean', '담백한', 'Classic'],
      ['sesame', '검은콩', 'Black Bean'],
      'banana',
      'sweetPotato',
      'almond',
      'pumpkin',
    ],
    [
      '콩을 껍질째 갈아 식이섬유가 그대로 남아 있습니다. 실온에 두었다가 가방에 쏙 넣어 가세요.',
      'Beans ground with their skins, so the fibre stays in. Keeps at room temperature and slips into any bag.',
    ],
  ),
  dairy(
    'gosodam-cheese',
    'gosodam',
    ['standPouch', 'awning', 'cream', 'none', 'sign'],
    ['스트링치즈', 'String Cheese', '200g', '200 g', 6900, '자연치즈 100%'],
    [
      ['cheese', '오리지널', 'Original'],
      'honey',
      'garlic',
      ['blueberry', '블루베리', 'Blueberry'],
      ['greenChilli', '할라피뇨', 'Jalapeño'],
    ],
    [
      '결대로 찢어 먹는 재미가 있는 자연 치즈입니다. 하나씩 포장되어 도시락에도 좋아요.',
      'Real cheese that peels into strings. Wrapped one by one for lunch boxes.',
    ],
  ),

  coffee(
    'saebyeok-beans',
    'saebyeok',
    ['standPouch', 'crest', 'dark', 'none', 'serif'],
    ['원두', 'Coffee Beans', '200g', '200 g', 13900, '주문 후 로스팅'],
    [
      ['coffee', '새벽 블렌드', 'Dawn Blend'],
      'hazelnut',
      ['caramel', '카라멜', 'Caramel'],
      'vanilla',
      ['chocolate', '카카오', 'Cacao'],
    ],
    [
      '주문이 들어오면 볶기 시작해 이틀 안에 보냅니다. 밸브가 달려 향이 오래 머물러요.',
      'Roasted once you order and sent within two days. A valve keeps the aroma in.',
    ],
    { cap: '#c9a45c' },
  ),
  coffee(
    'saebyeok-latte',
    'saebyeok',
    ['slimCan', 'giant', 'pastel', 'none', 'sign'],
    ['라떼', 'Latte', '240ml', '240 ml', 2200, '콜드브루'],
    [
      ['coffee', '카페', 'Cafe'],
      'vanilla',
      ['caramel', '카라멜', 'Caramel'],
      'hazelnut',
      'matcha',
      ['sweetPotato', '고구마', 'Sweet Potato'],
    ],
    [
      '열두 시간 내린 콜드브루에 1등급 우유를 섞었습니다. 캔째 차게 드시면 가장 맛있어요.',
      'Twelve-hour cold brew with first-grade milk. Best straight from a cold can.',
    ],
  ),
  coffee(
    'onteahouse-box',
    'onteahouse',
    ['slimBox', 'crest', 'cream', 'leaves', 'serif'],
    ['차', 'Tea', '20티백', '20 bags', 7900, '삼각 티백'],
    [
      'chamomile',
      ['mint', '페퍼민트', 'Peppermint'],
      'hibiscus',
      'rose',
      ['lemon', '레몬그라스', 'Lemongrass'],
      'ginger',
    ],
    [
      '잎이 넉넉히 펴지는 삼각 티백에 담았습니다. 뜨거운 물에 3분이면 충분해요.',
      'Roomy pyramid bags let the leaves unfold. Three minutes in hot water is all it takes.',
    ],
    { scenes: ['woodTable', 'leafShadow', 'marble', 'plinth'] },
  ),
  coffee(
    'onteahouse-tin',
    'onteahouse',
    ['canister', 'crest', 'brand', 'scales', 'serif'],
    ['잎차', 'Loose Tea', '60g', '60 g', 15900, '손으로 딴 잎'],
    [
      'chamomile',
      ['mint', '페퍼민트', 'Peppermint'],
      'hibiscus',
      'rose',
      ['matcha', '우전 녹차', 'First Flush Green'],
    ],
    [
      '습기를 막아 주는 이중 뚜껑 통에 담아 선물로도 좋습니다. 다 드신 통은 다시 쓸 수 있어요.',
      'In a double-lidded canister that keeps damp out: a fine gift, and the canister lives on.',
    ],
    { cap: '#d9c08a', scenes: ['woodTable', 'leafShadow', 'plinth', 'night'] },
  ),
  coffee(
    'halmae-cheong',
    'halmae',
    ['glassJar', 'vertical', 'kraft', 'none', 'serif'],
    ['청', 'Fruit Syrup', '480g', '480 g', 9800, '손으로 담근'],
    ['yuzu', ['plum', '매실', 'Green Plum'], 'ginger', 'lemon', 'grapefruit', 'jujube'],
    [
      '과일과 설탕을 일대일로 재워 백 일을 기다렸습니다. 따뜻한 물에도 탄산수에도 잘 어울려요.',
      'Fruit and sugar, one to one, left for a hundred days. Lovely in hot water and in soda alike.',
    ],
    { cap: '#c8a24a' },
  ),
];
