import type { DemoMerchant } from '../types';

const merchant = (slug: string, ko: string, en: string): DemoMerchant => ({ slug, name: { ko, en } });

export const MERCHANTS: readonly DemoMerchant[] = [
  merchant('saemmul', '샘물상회', 'Saemmul Drinks'),
  merchant('cloudfarm', '구름목장 직영점', 'Cloud Farm Dairy'),
  merchant('sandeul', '산들농원', 'Sandeul Orchard'),
  merchant('roastery', '골목로스터리', 'Alley Roastery & Tea'),
  merchant('jangdok', '장독대마을', 'Jangdok Village'),
  merchant('hansot', '한솥식품', 'Hansot Kitchen'),
  merchant('gwajajip', '동네과자집', 'Corner Snack Shop'),
  merchant('dangdang', '당당제과', 'Dangdang Confectionery'),
  merchant('icehouse', '얼음창고', 'The Ice House'),
  merchant('badasang', '바다상회', 'Bada Fish & Tins'),
  merchant('gyeol', '결 뷰티랩', 'Gyeol Beauty Lab'),
  merchant('malgan', '말간생활', 'Malgan Living'),
  merchant('petmaru', '펫마루', 'Pet Maru'),
  merchant('geongang', '건강곳간', 'Wellness Pantry'),
];
