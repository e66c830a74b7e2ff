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

/** Whose products an account may work on: one merchant's, or everybody's. */
export type Scope = { readonly merchantId: number } | 'all';
