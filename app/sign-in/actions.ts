'use server';

import { redirect } from 'next/navigation';
import type { SignInState } from '@/components/admin/sign-in/sign-in-form';
import { actionResult } from '@/lib/action-result';
import { FIRST_PAGE, ownPath, renewSession, signIn, signOut } from '@/lib/auth';

export async function signInAction(_before: SignInState, form: FormData): Promise<SignInState> {
  const [email, password] = [form.get('email'), form.get('password')];
  const result = await actionResult(async () => {
    await signIn({ email, password });
    return {};
  });
  if (!result.ok) return { email: typeof email === 'string' ? email : '', problem: result.error };
  redirect(ownPath(form.get('next')) ?? FIRST_PAGE);
}

export async function signOutAction(): Promise<void> {
  await signOut();
  redirect('/sign-in');
}

/** A session that cannot be renewed now is renewed at the next page. */
export async function renewAction(): Promise<void> {
  await actionResult(async () => {
    await renewSession();
    return {};
  });
}
