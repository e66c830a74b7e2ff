import type { Random } from '../random';
import type { DemoReview, Words } from '../types';
import type { Family } from './family';

/** 0 … 12 reviews, newest first; most people who write are content, a few are not. */
export function reviews(family: Family, flavour: Words, chance: Random, sinceDays: number): DemoReview[] {
  const count = Math.min(12, Math.floor(-Math.log(1 - chance.next() * 0.96) * 4));
  const quality = chance.between(-0.12, 0.12);
  const kind = KINDS[family.category] ?? 'food';
  const used = new Set<string>();
  const list = Array.from({ length: count }, () => {
    const rating = ratingOf(chance.next() + quality);
    const text = unused(poolOf(kind, rating), used, chance);
    return {
      author: chance.pick(AUTHORS),
      rating,
      text: fill(text, flavour, family.noun),
      daysAgo: chance.whole(0, sinceDays),
    };
  });
  return list.sort((a, b) => a.daysAgo - b.daysAgo);
}

type Kind = 'food' | 'drink' | 'care' | 'home' | 'pet';

const KINDS: Record<string, Kind> = {
  drinks: 'drink',
  dairy: 'drink',
  'coffee-tea': 'drink',
  skincare: 'care',
  bath: 'care',
  household: 'home',
  pet: 'pet',
};

const AUTHORS = [
  '김*현',
  '이*은',
  '박*우',
  '최*아',
  '정*민',
  '강*호',
  '조*경',
  '윤*서',
  '장*준',
  '임*진',
  '한*별',
  '오*영',
  '서*원',
  '신*희',
  '권*수',
  '황*정',
  '안*빈',
  '송*나',
  '류*하',
  '홍*길',
  'mina_k',
  'jiho92',
  'seoulmom',
  'haru',
  'danbi',
  'emma.l',
  'tomcho',
  'yuna',
] as const;

function ratingOf(x: number): number {
  if (x > 0.42) return 5;
  if (x > 0.18) return 4;
  if (x > 0.08) return 3;
  return x > 0.03 ? 2 : 1;
}

function poolOf(kind: Kind, rating: number): readonly Words[] {
  const mood = rating >= 4 ? 'good' : rating === 3 ? 'fair' : 'poor';
  return [...TEXTS[kind][mood], ...ANY[mood]];
}

function unused(pool: readonly Words[], used: Set<string>, chance: Random): Words {
  const fresh = pool.filter((text) => !used.has(text.ko));
  const text = chance.pick(fresh.length > 0 ? fresh : pool);
  used.add(text.ko);
  return text;
}

function fill(text: Words, flavour: Words, noun: Words): Words {
  const put = (template: string, f: string, n: string) =>
    template.replaceAll('{맛}', f).replaceAll('{것}', n === '' ? f : n);
  return { ko: put(text.ko, flavour.ko, noun.ko), en: put(text.en, flavour.en, noun.en) };
}

const w = (ko: string, en: string): Words => ({ ko, en });

type Mood = 'good' | 'fair' | 'poor';

const ANY: Record<Mood, readonly Words[]> = {
  good: [
    w('벌써 세 번째 주문입니다. 이번에도 만족해요.', 'My third order already, and happy again.'),
    w('포장이 꼼꼼하고 다음 날 바로 왔어요.', 'Carefully packed and here the next day.'),
    w(
      '사진보다 실물이 더 예뻐요. 선물했더니 좋아하네요.',
      'Prettier than in the picture. My friend loved the gift.',
    ),
    w('가격 대비 훌륭합니다. 쟁여 두려고요.', 'Great for the price. Stocking up.'),
    w('{맛} 말고 다른 것도 다 사 봤는데 이게 제일 좋아요.', 'I have tried them all and {맛} is the best.'),
    w(
      '동생이 추천해서 샀는데 온 가족이 좋아합니다.',
      'My sister recommended it and now the whole family is hooked.',
    ),
  ],
  fair: [
    w('나쁘지 않은데 다시 살지는 모르겠어요.', 'Not bad, but not sure I will buy it again.'),
    w('무난합니다. 양이 조금 적어요.', 'Decent. A little small, though.'),
    w('기대가 컸나 봐요. 그냥 보통입니다.', 'Maybe I expected too much. Just average.'),
  ],
  poor: [
    w('상자가 찌그러져 왔어요. 내용물은 괜찮습니다.', 'The box came dented. The inside was fine.'),
    w('배송이 나흘이나 걸렸습니다.', 'Took four days to arrive.'),
    w('제 취향은 아니네요.', 'Not for me.'),
  ],
};

const TEXTS: Record<Kind, Record<Mood, readonly Words[]>> = {
  food: {
    good: [
      w('{맛} 맛이 진하고 인공적이지 않아요.', 'Real {맛} flavour, nothing artificial.'),
      w(
        '아이가 또 사 달라고 합니다. 한 상자 더 주문했어요.',
        'My kid asked for more, so I ordered another box.',
      ),
      w('짜지 않고 재료 맛이 살아 있어요.', 'Not salty, you can taste the ingredients.'),
      w('퇴근하고 하나 먹으면 하루가 풀립니다.', 'One after work and the day is forgiven.'),
      w('{것} 좋아하시면 꼭 드셔 보세요.', 'If you like {것}, try this.'),
      w('어릴 때 먹던 맛이 나요. 반갑네요.', 'Tastes like childhood. Lovely.'),
      w('식감이 정말 좋아요. 끝까지 질리지 않습니다.', 'The texture is wonderful to the last bite.'),
    ],
    fair: [
      w('맛은 좋은데 조금 달아요.', 'Tasty, a bit sweet.'),
      w('{맛} 향이 생각보다 약해요.', 'The {맛} is fainter than I hoped.'),
      w('한 번은 먹을 만해요.', 'Fine for once.'),
    ],
    poor: [
      w('저한테는 너무 달았어요.', 'Far too sweet for me.'),
      w('유통기한이 생각보다 짧아요.', 'The best-before date was close.'),
      w('사진과 양이 다른 느낌이에요.', 'Looks like more in the picture.'),
    ],
  },
  drink: {
    good: [
      w('{맛} 향이 은은하고 뒷맛이 깔끔해요.', 'Gentle {맛} scent, clean finish.'),
      w('차갑게 마시면 정말 맛있습니다.', 'Really good when cold.'),
      w('달지 않아서 매일 마셔요.', 'Not too sweet, so I drink it daily.'),
      w('회사 냉장고에 쟁여 두고 마십니다.', 'I keep a stash in the office fridge.'),
      w('손님 오실 때 내면 다들 어디서 샀냐고 물어요.', 'Guests always ask where I got it.'),
      w('병이 예뻐서 버리지 못하고 있어요.', 'Too pretty to throw away.'),
    ],
    fair: [
      w('맛은 괜찮은데 금방 미지근해져요.', 'Nice, but warms up quickly.'),
      w('조금 묽은 느낌입니다.', 'A little thin.'),
      w('{맛} 맛은 무난, 다른 맛이 더 나아요.', '{맛} is fine, the others are better.'),
    ],
    poor: [
      w('두 개가 새서 왔어요. 교환은 빨랐습니다.', 'Two had leaked. They replaced them fast.'),
      w('향이 너무 강해요.', 'The scent is too strong.'),
    ],
  },
  care: {
    good: [
      w('자극이 전혀 없고 촉촉함이 오래가요.', 'No sting at all, stays moist for long.'),
      w('{맛} 향이 은은해서 기분이 좋아져요.', 'The quiet {맛} scent lifts my mood.'),
      w('예민한 피부인데 문제없이 잘 쓰고 있습니다.', 'Sensitive skin here, no trouble at all.'),
      w('남편이랑 같이 쓰는데 줄어드는 속도가 무섭네요.', 'My husband uses it too and it vanishes fast.'),
      w('용기가 고급스러워서 화장대에 두기 좋아요.', 'Looks elegant on the shelf.'),
      w('한 통 다 쓰고 재구매했습니다.', 'Finished one, bought another.'),
    ],
    fair: [
      w('순하긴 한데 효과는 더 써 봐야 알 것 같아요.', 'Mild. Too early to say if it works.'),
      w('향이 제 취향은 아니지만 발림은 좋아요.', 'Not my scent, but it spreads well.'),
    ],
    poor: [
      w('저는 조금 따가웠어요.', 'It stung me a little.'),
      w('펌프가 뻑뻑합니다.', 'The dispenser is stiff.'),
    ],
  },
  home: {
    good: [
      w('정말 깨끗해져요. 왜 이제 샀을까요.', 'Really cleans. Why did I wait?'),
      w('{맛} 향이 과하지 않아 좋아요.', 'The {맛} scent is not overpowering.'),
      w('조금만 써도 되니 오래갑니다.', 'A little goes a long way.'),
      w('아이 옷에도 안심하고 씁니다.', "I trust it with my baby's clothes."),
      w('집에 들어오면 향이 먼저 반겨요.', 'The scent greets me at the door.'),
    ],
    fair: [
      w('잘 되긴 하는데 향이 금방 날아가요.', 'Works, but the scent fades fast.'),
      w('세정력은 보통입니다.', 'Average cleaning power.'),
    ],
    poor: [
      w('뚜껑이 헐거워 조금 흘렀어요.', 'The cap was loose and some spilled.'),
      w('향이 너무 강해서 머리가 아파요.', 'Too strong, gave me a headache.'),
    ],
  },
  pet: {
    good: [
      w('입 짧은 우리 애가 그릇까지 핥았어요.', 'My picky one licked the bowl clean.'),
      w('봉지 소리만 나도 달려옵니다.', 'Comes running at the rustle.'),
      w('성분이 단순해서 믿고 먹입니다.', 'Simple ingredients I can trust.'),
      w('변 상태가 좋아졌어요.', 'Digestion has improved.'),
      w('{맛}을 제일 좋아하네요. 또 살게요.', 'Likes {맛} best. Will buy again.'),
    ],
    fair: [
      w('첫날은 잘 먹더니 오늘은 시큰둥하네요.', 'Loved it on day one, shrugged on day two.'),
      w('크기가 조금 커서 잘라 줍니다.', 'A bit large, I cut it up.'),
    ],
    poor: [
      w('우리 애는 안 먹네요. 취향 차이인 듯해요.', 'Mine would not touch it. A matter of taste.'),
      w('냄새가 좀 강합니다.', 'Rather smelly.'),
    ],
  },
};
