import { familiesOf } from '../family';

const skin = familiesOf('skincare', ['plinth', 'leafShadow', 'bathroom', 'colourPaper', 'marble']);
const bath = familiesOf('bath', ['bathroom', 'plinth', 'leafShadow', 'wallShelf', 'marble']);
const home = familiesOf('household', ['bathroom', 'colourPaper', 'wallShelf', 'marble', 'leafShadow']);
const pet = familiesOf('pet', ['colourPaper', 'woodTable', 'wallShelf', 'leafShadow']);
const health = familiesOf('health', ['leafShadow', 'woodTable', 'plinth', 'colourPaper', 'marble']);

export const CARE = [
  skin(
    'gyeol-cream',
    'gyeolon',
    ['cosmeticJar', 'minimal', 'white', 'none', 'serif'],
    ['크림', 'Cream', '50ml', '50 ml', 28000, '약산성'],
    ['centella', 'rose', 'water', 'mugwort', 'night', 'aloe'],
    [
      '바르는 순간 스며들어 겉은 보송하고 속은 촉촉합니다. 향료와 색소를 넣지 않았어요.',
      'Sinks in at once: dry to the touch, moist within. No fragrance, no colour.',
    ],
    { cap: '#f3f0ea' },
  ),
  skin(
    'gyeol-serum',
    'gyeolon',
    ['dropper', 'minimal', 'white', 'none', 'serif'],
    ['세럼', 'Serum', '30ml', '30 ml', 32000, '약산성'],
    ['centella', 'rose', 'water', 'mugwort', ['serum', '펩타이드', 'Peptide']],
    [
      '물처럼 가볍지만 세 방울이면 얼굴 전체에 충분합니다. 크림 전에 두드려 발라 주세요.',
      'Light as water, yet three drops cover the face. Pat in before your cream.',
    ],
    { cap: '#e9e4da' },
  ),
  skin(
    'mulbit-mask',
    'mulbit',
    ['maskSachet', 'giant', 'pastel', 'waves', 'sans'],
    ['마스크', 'Sheet Mask', '1매', '1 sheet', 2500, '25ml 앰플'],
    [
      'aloe',
      'rose',
      ['water', '히알루론', 'Hyaluron'],
      'honey',
      ['matcha', '녹차', 'Green Tea'],
      'charcoal',
      'cherryBlossom',
    ],
    [
      '앰플 한 병을 통째로 적신 얇은 시트입니다. 15분 뒤 남은 에센스는 목까지 발라 주세요.',
      'A thin sheet soaked in a whole ampoule. After 15 minutes, pat what is left down the neck.',
    ],
    { scenes: ['paperTop', 'linen', 'stoneTop'] },
  ),
  skin(
    'muyi-cleanser',
    'muyi',
    ['squeezeTube', 'split', 'pastel', 'none', 'sans'],
    ['클렌저', 'Cleanser', '150ml', '150 ml', 14500, '순한 거품'],
    ['centella', 'charcoal', 'camellia', 'oat', 'lemon'],
    [
      '쫀쫀한 거품이 자극 없이 씻어 냅니다. 세안 뒤 당기지 않아 아침에도 좋아요.',
      'A dense foam that cleans without a fight. No tightness after, so mornings are fine too.',
    ],
  ),
  skin(
    'haessal-sun',
    'haessal',
    ['squeezeTube', 'blocks', 'brand', 'none', 'sign'],
    ['선크림', 'Sun Cream', '50ml', '50 ml', 16900, 'SPF 50+'],
    [
      ['sun', '데일리', 'Daily'],
      ['centella', '시카', 'Cica'],
      ['water', '수분', 'Hydra'],
      ['cherryBlossom', '톤업', 'Tone-up'],
      ['aloe', '키즈', 'Kids'],
    ],
    [
      '하얗게 뜨지 않고 로션처럼 발립니다. 두 시간마다 덧발라 주세요.',
      'Spreads like a lotion and leaves no white cast. Top up every two hours.',
    ],
    { cap: '#efebe6' },
  ),

  bath(
    'supyok-shampoo',
    'supyok',
    ['pumpBottle', 'crest', 'brand', 'none', 'serif'],
    ['샴푸', 'Shampoo', '500ml', '500 ml', 15900, '두피 케어'],
    ['hinoki', 'camellia', 'mint', 'lavender', 'pine', 'rose'],
    [
      '숲에서 얻은 성분으로 두피의 열을 내리고 향은 은은하게 남깁니다. 실리콘 없이도 뻣뻣하지 않아요.',
      'Forest ingredients cool the scalp and leave a quiet scent. No silicone, still soft.',
    ],
    { cap: '#2b2a26' },
  ),
  bath(
    'supyok-refill',
    'supyok',
    ['spoutPouch', 'crest', 'brand', 'none', 'serif'],
    ['샴푸 리필', 'Shampoo Refill', '450ml', '450 ml', 11900, '플라스틱 70% 절감'],
    ['hinoki', 'camellia', 'mint', 'lavender', 'rose'],
    [
      '쓰던 병에 그대로 부으면 됩니다. 병 하나를 버리지 않는 것만으로 플라스틱이 70 % 줄어요.',
      'Pour into the bottle you have. Keeping one bottle saves 70 % of the plastic.',
    ],
    { cap: '#2b2a26' },
  ),
  bath(
    'ppoyan-wash',
    'ppoyan',
    ['pumpBottle', 'hero', 'pastel', 'dots', 'round'],
    ['바디워시', 'Body Wash', '600ml', '600 ml', 12500, '저자극'],
    ['peach', 'cotton', 'cherryBlossom', 'grapefruit', ['milk', '우유', 'Milk'], 'greenGrape'],
    [
      '생크림 같은 거품이 오래갑니다. 씻고 나면 잔향이 포근하게 남아요.',
      'Foam like whipped cream that lasts. A soft scent stays after the rinse.',
    ],
    { cap: '#efebe6' },
  ),
  bath(
    'onbinu-soap',
    'onbinu',
    ['box', 'badge', 'kraft', 'none', 'serif'],
    ['비누', 'Soap', '100g', '100 g', 6500, '저온 숙성'],
    ['charcoal', 'oat', 'rose', 'honey', 'mugwort', ['rice', '쌀겨', 'Rice Bran']],
    [
      '낮은 온도에서 여섯 주를 굳힌 손비누입니다. 쓸수록 둥글어지는 모양도 예뻐요.',
      'Handmade soap cured cold for six weeks. It grows rounder and prettier with use.',
    ],
    { scenes: ['bathroom', 'leafShadow', 'marble', 'plinth'] },
  ),
  bath(
    'songyeol-hand',
    'songyeol',
    ['squeezeTube', 'giant', 'pastel', 'none', 'serif'],
    ['핸드크림', 'Hand Cream', '60ml', '60 ml', 8900, '끈적임 없이'],
    ['rose', 'lavender', 'cotton', 'lemon', 'cherryBlossom', ['coconut', '코코넛', 'Coconut']],
    [
      '바르고 바로 휴대폰을 만져도 자국이 남지 않습니다. 가방에 하나, 책상에 하나 두세요.',
      'Touch your phone right after: no smudge. One for the bag, one for the desk.',
    ],
    { cap: '#d8b46a' },
  ),

  home(
    'malgan-detergent',
    'malgan',
    ['jug', 'blocks', 'solid', 'none', 'poster'],
    ['세탁세제', 'Laundry Liquid', '2.5L', '2.5 L', 12900, '찬물에도 쏙'],
    ['cotton', 'lavender', 'ocean', ['bubbles', '프레시', 'Fresh'], 'rose'],
    [
      '찬물에서도 잘 녹아 옷에 자국이 남지 않습니다. 계량컵 한 칸이면 한 통 빨래에 충분해요.',
      'Dissolves in cold water and leaves no marks. One line on the cap does a full load.',
    ],
  ),
  home(
    'malgan-softener',
    'malgan',
    ['spoutPouch', 'blocks', 'pastel', 'none', 'poster'],
    ['유연제', 'Softener', '1.6L', '1.6 L', 8900, '리필'],
    ['cotton', 'lavender', 'ocean', ['bubbles', '프레시', 'Fresh'], 'rose'],
    [
      '수건이 처음 산 날처럼 포근해집니다. 향 캡슐이 걸을 때마다 조금씩 터져요.',
      'Towels as soft as on day one. Scent capsules open a few at a time as you move.',
    ],
  ),
  home(
    'banjjak-spray',
    'banjjak',
    ['sprayBottle', 'hero', 'solid', 'none', 'poster'],
    ['세정제', 'Cleaner', '500ml', '500 ml', 5900, '뿌리고 닦고'],
    ['lemon', 'mint', 'ocean', 'charcoal', 'pine'],
    [
      '뿌리고 1분 뒤 닦아 내면 물때와 기름때가 함께 지워집니다. 헹구지 않아도 끈적이지 않아요.',
      'Spray, wait a minute, wipe: limescale and grease go together. No rinsing, no film.',
    ],
    { scenes: ['bathroom', 'marble', 'colourPaper', 'wallShelf'] },
  ),
  home(
    'banjjak-dish',
    'banjjak',
    ['squeezeBottle', 'badge', 'pastel', 'waves', 'poster'],
    ['주방세제', 'Dish Soap', '450ml', '450 ml', 4300, '과일 세정 가능'],
    ['lemon', 'lime', 'grapefruit', ['rice', '쌀뜨물', 'Rice Water'], 'apple'],
    [
      '한 번 짜면 접시 스무 장까지 거품이 남습니다. 손이 순해 맨손 설거지도 걱정 없어요.',
      'One squeeze lasts for twenty plates. Kind to bare hands.',
    ],
    { scenes: ['marble', 'colourPaper', 'wallShelf', 'bathroom'] },
  ),
  home(
    'hyanggot-candle',
    'hyanggot',
    ['glassJar', 'crest', 'dark', 'none', 'serif'],
    ['캔들', 'Candle', '220g', '220 g', 18900, '소이 왁스'],
    ['lavender', 'hinoki', 'cotton', 'rose', ['orange', '한라봉', 'Hallabong']],
    [
      '심지를 굵게 꼬아 그을음이 적고 마흔 시간을 탑니다. 방 하나가 천천히 향으로 차올라요.',
      'A thick braided wick burns clean for forty hours and fills a room little by little.',
    ],
    { cap: '#b58d4a', contents: '#f0e2c8', scenes: ['night', 'plinth', 'leafShadow', 'woodTable'] },
  ),

  pet(
    'nyangi-can',
    'nyangi',
    ['flatTin', 'badge', 'solid', 'dots', 'round'],
    ['고양이 캔', 'Cat Tin', '80g', '80 g', 1900, '곡물 없이'],
    ['tuna', 'salmon', 'chicken', 'shrimp', 'crab'],
    [
      '흰살만 골라 찢고 육수로 촉촉하게 채웠습니다. 사료에 조금 섞어 주어도 잘 먹어요.',
      'White meat, shredded by hand in its own broth. A spoonful over kibble works wonders.',
    ],
  ),
  pet(
    'nyangi-pouch',
    'nyangi',
    ['sachet', 'badge', 'solid', 'dots', 'round'],
    ['고양이 파우치', 'Cat Pouch', '60g', '60 g', 1400, '곡물 없이'],
    ['tuna', 'salmon', 'chicken', 'shrimp', 'crab'],
    [
      '캔과 같은 재료를 한 끼 분량 파우치에 담았습니다. 남기지 않아 늘 신선해요.',
      'The same recipe in a one-meal pouch. Nothing left over, always fresh.',
    ],
    { scenes: ['paperTop', 'picnic', 'linen'] },
  ),
  pet(
    'meong-treat',
    'meongspoon',
    ['standPouch', 'farm', 'pastel', 'none', 'sign'],
    ['강아지 간식', 'Dog Treats', '150g', '150 g', 6900, '사람도 먹는 등급'],
    ['beef', 'chicken', 'salmon', ['sweetPotato', '고구마', 'Sweet Potato'], 'pumpkin', 'apple'],
    [
      '한 가지 재료를 그대로 말려 첨가물이 없습니다. 손톱만 하게 잘라 훈련 간식으로 써 보세요.',
      'A single ingredient, dried and nothing else. Snip small for training.',
    ],
  ),
  pet(
    'meong-dental',
    'meongspoon',
    ['slimBox', 'hero', 'brand', 'none', 'sign'],
    ['덴탈껌', 'Dental Chew', '7개입', '7 pieces', 5400, '치석 케어'],
    ['mint', 'chicken', 'apple', ['cheese', '치즈', 'Cheese'], 'blueberry'],
    [
      '돌기 모양이 어금니 뒤까지 닿습니다. 하루 하나, 산책 뒤에 주시면 좋아요.',
      'The ridges reach the back teeth. One a day, after the walk.',
    ],
    { scenes: ['colourPaper', 'woodTable', 'wallShelf'] },
  ),
  pet(
    'bosong-litter',
    'bosong',
    ['standPouch', 'blocks', 'pastel', 'none', 'round'],
    ['고양이 모래', 'Cat Litter', '7L', '7 L', 9900, '먼지 없는'],
    [
      ['soybean', '두부', 'Tofu'],
      'charcoal',
      'lavender',
      ['corn', '옥수수', 'Corn'],
      ['matcha', '녹차', 'Green Tea'],
    ],
    [
      '단단하게 뭉쳐 떠내기 쉽고 물에 풀립니다. 발바닥에 덜 붙는 굵기로 잘랐어요.',
      'Clumps firmly, scoops easily, dissolves in water. Cut to a size that stays out of paws.',
    ],
    { scenes: ['wallShelf', 'colourPaper', 'bathroom'] },
  ),

  health(
    'hwallyeok-vitamin',
    'hwallyeok',
    ['pillBottle', 'band', 'brand', 'none', 'sign'],
    ['비타민', 'Vitamins', '60정', '60 tablets', 19900, '하루 한 알'],
    [
      ['lemon', '비타민C', 'Vitamin C'],
      ['blueberry', '루테인', 'Lutein'],
      ['salmon', '오메가3', 'Omega 3'],
      ['milk', '칼슘', 'Calcium'],
      ['sun', '비타민D', 'Vitamin D'],
    ],
    [
      '한 알로 하루 권장량을 채우도록 설계했습니다. 식사 뒤 물과 함께 드세요.',
      'One tablet covers the day. Take with water after a meal.',
    ],
    { cap: '#efebe6' },
  ),
  health(
    'simsan-stick',
    'simsan',
    ['slimBox', 'crest', 'dark', 'scales', 'serif'],
    ['스틱', 'Stick', '30포', '30 sticks', 59000, '6년근'],
    [
      ['ginseng', '홍삼', 'Red Ginseng'],
      ['jujube', '홍삼 대추', 'Ginseng Jujube'],
      ['honey', '홍삼 꿀', 'Ginseng Honey'],
      ['plum', '홍삼 매실', 'Ginseng Plum'],
    ],
    [
      '인삼을 아홉 번 찌고 말려 짜 먹는 스틱에 담았습니다. 부모님 선물로 가장 많이 찾으세요.',
      'Ginseng steamed and dried nine times, in sticks to squeeze. The gift parents ask for.',
    ],
    { scenes: ['night', 'plinth', 'woodTable', 'leafShadow'] },
  ),
  health(
    'hwallyeok-collagen',
    'hwallyeok',
    ['sachet', 'giant', 'pastel', 'dots', 'sign'],
    ['콜라겐', 'Collagen', '20g × 14포', '14 × 20 g', 24000, '저분자'],
    [
      'grapefruit',
      'apple',
      'raspberry',
      ['greenGrape', '샤인머스캣', 'Shine Muscat'],
      ['peach', '복숭아', 'Peach'],
    ],
    [
      '비린 맛을 잡아 젤리처럼 짜 먹을 수 있습니다. 자기 전 한 포를 권해 드려요.',
      'No fishy taste: squeeze it like a jelly. One before bed.',
    ],
    { scenes: ['paperTop', 'linen', 'stoneTop'] },
  ),
  health(
    'geunyuk-protein',
    'geunyuk',
    ['canister', 'blocks', 'dark', 'none', 'heavy'],
    ['프로틴', 'Protein', '900g', '900 g', 38000, '단백질 25g'],
    ['chocolate', 'vanilla', 'strawberry', 'banana', 'coffee', ['matcha', '말차', 'Matcha']],
    [
      '한 스쿱에 단백질 25 g, 물에도 뭉치지 않고 녹습니다. 운동 뒤 30분 안에 드세요.',
      'Twenty-five grams a scoop, and it dissolves even in water. Within half an hour of training.',
    ],
    { cap: '#15181c', scenes: ['stoneTop', 'night', 'colourPaper', 'wallShelf'] },
  ),
  health(
    'beol-honey',
    'beolmaeul',
    ['glassJar', 'badge', 'cream', 'diamonds', 'round'],
    ['꿀', 'Honey', '500g', '500 g', 17900, '벌이 모은 그대로'],
    [
      ['honey', '아카시아', 'Acacia'],
      ['chamomile', '야생화', 'Wildflower'],
      ['ginseng', '홍삼', 'Red Ginseng'],
      ['yuzu', '유자', 'Yuja'],
      ['ginger', '생강', 'Ginger'],
    ],
    [
      '벌통을 옮겨 다니며 꽃마다 따로 땄습니다. 하얗게 굳는 것은 진짜 꿀이라는 뜻이에요.',
      'Hives are moved from bloom to bloom and harvested apart. If it sets white, it is real.',
    ],
    { contents: '#e8a01c', cap: '#3a2a18' },
  ),
];
