'use client';

import { useTranslations } from 'next-intl';
import { useActionState, useRef } from 'react';
import { ProblemNotice } from '@/components/admin/shell/problem-notice';
import type { Problem } from '@/lib/problem';
import { DemoAccounts, type ShownAccount } from './demo-accounts';

/** What came of the last attempt. */
export interface SignInState {
  readonly email: string;
  readonly problem: Problem | null;
}

interface Props {
  readonly action: (before: SignInState, form: FormData) => Promise<SignInState>;
  /** Where to go afterwards. */
  readonly next: string;
  readonly demo: readonly ShownAccount[];
}

/** Address and password. Works before any script has arrived; after a refusal the address is still there. */
export function SignInForm({ action, next, demo }: Props) {
  const t = useTranslations('auth');
  const [{ email, problem }, submit, pending] = useActionState(action, { email: '', problem: null });
  const form = useRef<HTMLFormElement>(null);
  return (
    <>
      <form ref={form} action={submit} className="mt-8 flex flex-col gap-5">
        {problem && <ProblemNotice problem={problem} />}
        <input type="hidden" name="next" value={next} />
        <Field label={t('email')} name="email" type="email" autoComplete="username" defaultValue={email} />
        <Field label={t('password')} name="password" type="password" autoComplete="current-password" />
        <button
          type="submit"
          aria-disabled={pending}
          className="min-h-12 rounded-full bg-ink px-6 font-semibold text-paper transition-colors hover:bg-ink/85 aria-disabled:bg-ink/60"
        >
          {pending ? t('signingIn') : t('signIn')}
        </button>
      </form>
      {demo.length > 0 && (
        <DemoAccounts accounts={demo} onChoose={(account) => fill(form.current, account)} />
      )}
    </>
  );
}

function Field({ label, ...input }: { label: string } & React.ComponentProps<'input'>) {
  return (
    <label className="flex flex-col gap-1.5">
      <span className="font-semibold">{label}</span>
      <input
        required
        spellCheck={false}
        autoCapitalize="none"
        className="min-h-12 rounded-xl border border-soft/70 bg-paper px-4"
        {...input}
      />
    </label>
  );
}

function fill(form: HTMLFormElement | null, { email, password }: ShownAccount): void {
  for (const [name, value] of Object.entries({ email, password })) {
    const field = form?.elements.namedItem(name);
    if (field instanceof HTMLInputElement) field.value = value;
  }
  form?.querySelector<HTMLButtonElement>('[type=submit]')?.focus();
}
