/** Somebody signed in. */
export interface Account {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly role: 'merchant' | 'admin';
  readonly merchantId: number | null;
}

/** Whose products an account may work on; 'all' for an admin. */
export type Scope = { readonly merchantId: number } | 'all';
