import { expect, it } from 'vitest';
import { requireSameOrigin } from '@/lib/auth/same-origin';

const from = (headers: Record<string, string>) => () =>
  requireSameOrigin(new Request('http://inside:3000/admin/uploads', { method: 'POST', headers }));

it.each<Record<string, string>>([
  { origin: 'https://shop.example', host: 'shop.example' },
  { origin: 'http://localhost:3000', host: 'localhost:3000' },
  { origin: 'https://shop.example', host: 'inside:3000', 'x-forwarded-host': 'shop.example' },
])('a page of this site may: %j', (headers) => {
  expect(from(headers)).not.toThrow();
});

it.each<Record<string, string>>([
  { origin: 'https://evil.example', host: 'shop.example' },
  { origin: 'http://localhost:3001', host: 'localhost:3000' },
  { origin: 'https://shop.example.evil.example', host: 'shop.example' },
  { origin: 'null', host: 'shop.example' },
  { host: 'shop.example' },
])('nobody else may: %j', (headers) => {
  expect(from(headers)).toThrow(expect.objectContaining({ code: 'not-allowed' }));
});
