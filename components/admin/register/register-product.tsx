'use client';

import { useState, type ReactNode } from 'react';
import { picturesOf } from './draft';
import { DraftOffer } from './draft-offer';
import { RegisterForm, type Contents, type RegisterContext } from './register-form';
import { discardDraft, useFoundDraft } from './use-draft';

/** The form, after the question of what to do with a draft that was left behind. */
export function RegisterProduct({ context, actions }: { context: RegisterContext; actions?: ReactNode }) {
  const draft = useFoundDraft(context.draftKey);
  const [chosen, setChosen] = useState<Contents | null>(null);
  const start = chosen ?? (draft ? null : context.saved);
  if (start) return <RegisterForm key={chosen ? 'chosen' : 'saved'} {...{ context, start, actions }} />;

  function onDiscard() {
    discardDraft(context.draftKey);
    setChosen(context.saved);
  }

  return (
    <DraftOffer
      draft={draft!}
      onRestore={() =>
        setChosen({ fields: draft!.fields, pictures: picturesOf(draft!), known: draft!.known })
      }
      onDiscard={onDiscard}
    />
  );
}
