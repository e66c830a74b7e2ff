import type { DemoCategory } from '../types';

const category = (slug: string, ko: string, en: string): DemoCategory => ({ slug, title: { ko, en } });

export const CATEGORIES: readonly DemoCategory[] = [
  category('drinks', '음료', 'Drinks'),
  category('dairy', '우유·유제품', 'Dairy'),
  category('coffee-tea', '커피·차', 'Coffee & Tea'),
  category('noodles', '라면·국수', 'Noodles'),
  category('ready-meals', '간편식', 'Ready Meals'),
  category('snacks', '과자', 'Snacks'),
  category('chocolate', '초콜릿·사탕', 'Chocolate & Sweets'),
  category('desserts', '디저트·잼', 'Desserts & Jams'),
  category('ice-cream', '아이스크림', 'Ice Cream'),
  category('canned', '통조림', 'Canned Food'),
  category('cereal', '시리얼·곡물', 'Cereals & Grains'),
  category('sauces', '소스·장류', 'Sauces & Pastes'),
  category('skincare', '스킨케어', 'Skin Care'),
  category('bath', '헤어·바디', 'Hair & Body'),
  category('household', '생활용품', 'Household'),
  category('pet', '반려동물', 'Pets'),
  category('health', '건강식품', 'Health'),
];
