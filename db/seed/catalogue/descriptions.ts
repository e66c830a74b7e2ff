import type { Flavour } from '../flavours';
import type { Random } from '../random';
import type { Words } from '../types';
import type { Family } from './family';

/** Two to four sentences: the family's story, the ingredient, and sometimes how to keep it. */
export function describe(family: Family, flavour: Flavour, chance: Random): Words {
  const note = NOT_EATEN.has(family.category) ? scentNote(flavour.name) : flavour.note;
  const closing = chance.chance(0.55) ? chance.pick(CLOSINGS[family.category] ?? []) : null;
  const parts = chance.chance(0.5) ? [family.story, note] : [note, family.story];
  if (closing) parts.push(closing);
  return { ko: parts.map((part) => part.ko).join(' '), en: parts.map((part) => part.en).join(' ') };
}

/** Here a flavour is a scent, and what is said of its taste would be nonsense. */
const NOT_EATEN = new Set(['skincare', 'bath', 'household']);

function scentNote({ ko, en }: Words): Words {
  return {
    ko: `${ko}의 깨끗한 느낌을 은은하게 담았습니다.`,
    en: `A quiet, clean note of ${en.toLowerCase()} runs through it.`,
  };
}

const w = (ko: string, en: string): Words => ({ ko, en });

const CLOSINGS: Record<string, readonly Words[]> = {
  drinks: [
    w('개봉 후에는 냉장 보관하고 빨리 드세요.', 'Once open, keep it cold and drink soon.'),
    w('얼음을 가득 채운 잔에 부어 보세요.', 'Try it over a full glass of ice.'),
    w('재활용이 쉬운 용기를 썼습니다.', 'The packaging is easy to recycle.'),
  ],
  dairy: [
    w('0~10 ℃에서 냉장 보관해 주세요.', 'Keep between 0 and 10 °C.'),
    w('아이스박스에 담아 새벽에 보냅니다.', 'Travels overnight in a cool box.'),
    w('아침 식사에 곁들이기 좋습니다.', 'Good company for breakfast.'),
  ],
  'coffee-tea': [
    w('물 온도를 조금 낮추면 맛이 더 부드럽습니다.', 'A slightly lower water temperature makes it gentler.'),
    w('햇빛과 습기를 피해 보관하세요.', 'Keep away from sun and damp.'),
    w('선물 포장을 고르실 수 있습니다.', 'Gift wrapping is available.'),
  ],
  noodles: [
    w('취향에 따라 파와 달걀을 곁들여 보세요.', 'Add green onion and egg to taste.'),
    w('나트륨이 걱정되면 수프를 조금 남기세요.', 'Leave a little broth if you watch your salt.'),
    w('캠핑 갈 때 빠지지 않는 품목입니다.', 'Never left behind when we go camping.'),
  ],
  'ready-meals': [
    w('냉동실에 두면 오래 보관할 수 있습니다.', 'Keeps for long in the freezer.'),
    w('혼자 먹는 저녁도 제대로 차린 기분이 듭니다.', 'Makes dinner for one feel like a proper meal.'),
    w('덥힌 뒤 1분 정도 두었다가 드세요.', 'Let it rest for a minute after heating.'),
  ],
  snacks: [
    w('맥주에도 우유에도 잘 어울립니다.', 'Goes with beer and with milk.'),
    w('한 번 열면 멈추기 어려우니 주의하세요.', 'Careful: hard to stop once open.'),
    w('직사광선을 피해 서늘한 곳에 두세요.', 'Store somewhere cool, out of the sun.'),
  ],
  chocolate: [
    w('여름에는 얼음팩과 함께 보냅니다.', 'In summer it ships with an ice pack.'),
    w('18 ℃ 안팎에서 가장 맛있습니다.', 'At its best around 18 °C.'),
    w('나눠 먹기 좋은 크기입니다.', 'A good size for sharing.'),
  ],
  desserts: [
    w('차갑게 두었다가 드시면 더 좋습니다.', 'Even better chilled.'),
    w('따뜻한 차와 함께 내 보세요.', 'Serve with hot tea.'),
    w('방부제를 넣지 않아 빨리 드셔야 합니다.', 'No preservatives, so eat it soon.'),
  ],
  'ice-cream': [
    w('드라이아이스와 함께 포장해 보냅니다.', 'Packed with dry ice.'),
    w('영하 18 ℃ 아래에서 보관하세요.', 'Keep below -18 °C.'),
    w('한여름에는 두 개씩 담게 됩니다.', 'In July, people put two in the basket.'),
  ],
  canned: [
    w('남은 것은 다른 그릇에 옮겨 냉장하세요.', 'Move leftovers to another dish and chill.'),
    w('비상식량으로도 든든합니다.', 'A dependable stand-by.'),
    w('원터치 뚜껑이라 따개가 필요 없습니다.', 'Ring-pull lid, no opener needed.'),
  ],
  cereal: [
    w('밀폐해 두면 끝까지 바삭합니다.', 'Close tightly and it stays crisp.'),
    w('바쁜 아침 5분이면 충분합니다.', 'Five minutes on a busy morning.'),
    w('아이와 함께 먹기 좋습니다.', 'Good to share with children.'),
  ],
  sauces: [
    w('개봉 후에는 냉장 보관하세요.', 'Refrigerate after opening.'),
    w('고기 재울 때 한 숟가락 넣어 보세요.', 'Add a spoonful to a marinade.'),
    w('밑반찬 맛이 달라집니다.', 'It changes the taste of side dishes.'),
  ],
  skincare: [
    w('민감한 피부를 대상으로 시험을 마쳤습니다.', 'Tested on sensitive skin.'),
    w('동물 실험을 하지 않습니다.', 'Never tested on animals.'),
    w('아침저녁으로 쓰시면 됩니다.', 'Use morning and evening.'),
  ],
  bath: [
    w('욕실에 세워 두기 좋은 모양입니다.', 'Shaped to stand well in the bathroom.'),
    w('식물 유래 세정 성분을 썼습니다.', 'With plant-based cleansers.'),
    w('온 가족이 함께 쓸 수 있습니다.', 'For the whole family.'),
  ],
  household: [
    w('아이 손이 닿지 않는 곳에 두세요.', 'Keep out of reach of children.'),
    w('다 쓴 용기는 헹궈서 분리배출해 주세요.', 'Rinse and recycle the empty.'),
    w('세탁실 선반에 딱 맞는 크기입니다.', 'Just fits the laundry shelf.'),
  ],
  pet: [
    w('신선한 물을 함께 준비해 주세요.', 'Always with fresh water.'),
    w('수의사와 함께 배합을 정했습니다.', 'The recipe was made with a vet.'),
    w('처음에는 조금씩 주며 살펴보세요.', 'Start small and see how it goes.'),
  ],
  health: [
    w('식사 대용이 아니라 보조로 드세요.', 'A supplement, not a meal.'),
    w('서늘하고 건조한 곳에 보관하세요.', 'Store cool and dry.'),
    w('복용 중인 약이 있으면 전문가와 상의하세요.', 'On medication? Ask your doctor first.'),
  ],
};
