import { z } from 'zod';

/** The address that somebody signs in with. */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: 'must be an address such as me@shop.example' }));
