import {
  SIMILAR_COUNT,
  SimilarStrip,
  SimilarUnavailable,
  SimilarWarming,
} from '@/components/product/similar-strip';
import { similarProducts } from '@/lib/catalogue';
import type { ProductDetail } from '@/lib/catalogue/types';

/** Asks the index what looks like this product, and shows the answer whatever it is. */
export async function SimilarProducts({
  product,
  trail,
}: {
  product: ProductDetail;
  trail: readonly number[];
}) {
  const similar = await similarProducts(product.id, { limit: SIMILAR_COUNT });
  switch (similar.state) {
    case 'ready':
      return <SimilarStrip items={similar.items} trail={trail} />;
    case 'warming':
      return <SimilarWarming fraction={similar.fraction} />;
    case 'unavailable':
      return <SimilarUnavailable product={product} />;
  }
}
