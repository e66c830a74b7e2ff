export type { Scope } from '@/db/queries/scope';

export type Role = 'merchant' | 'admin';

/** Somebody who is signed in. */
export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: Role;
  /** Whose products a merchant works on. Null for an admin. */
  readonly merchantId: number | null;
}
