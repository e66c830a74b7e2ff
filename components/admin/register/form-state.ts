import {
  checkFields,
  FIELDS,
  type FieldName,
  type FieldProblems,
  type ProductFields,
} from '@/lib/merchant/register/types';

/** What was typed, and when to speak of what is wrong with it. */
export interface FormState {
  readonly fields: ProductFields;
  /** Fields that have been left: what is wrong in them is told from then on. */
  readonly left: readonly FieldName[];
  /** Whether saving was tried: from then on everything that is wrong is told. */
  readonly tried: boolean;
  /** What the server said, each until its field is changed. */
  readonly refused: FieldProblems;
}

export type FormEvent =
  | { readonly type: 'typed'; readonly field: FieldName; readonly text: string }
  | { readonly type: 'left'; readonly field: FieldName }
  | { readonly type: 'tried' }
  | { readonly type: 'refused'; readonly problems: FieldProblems };

export function freshForm(fields: ProductFields): FormState {
  return { fields, left: [], tried: false, refused: {} };
}

export function formAfter(state: FormState, event: FormEvent): FormState {
  switch (event.type) {
    case 'typed':
      return {
        ...state,
        fields: { ...state.fields, [event.field]: event.text },
        refused: { ...state.refused, [event.field]: undefined },
      };
    case 'left':
      return state.left.includes(event.field) ? state : { ...state, left: [...state.left, event.field] };
    case 'tried':
      return { ...state, tried: true };
    case 'refused':
      return { ...state, refused: event.problems };
  }
}

/**
 * The problems to show now. A field that was passed over empty is no mistake yet: only saving makes it one.
 */
export function shownProblems({ fields, left, tried, refused }: FormState): FieldProblems {
  const checked = checkFields(fields);
  const own = checked.ok ? {} : checked.problems;
  const shown = FIELDS.flatMap((name) => {
    const problem = refused[name] ?? own[name];
    const told = refused[name] || tried || (left.includes(name) && problem !== 'missing');
    return problem && told ? [[name, problem] as const] : [];
  });
  return Object.fromEntries(shown);
}

/** Fields that are as the form got them. */
export function untouchedFields(fields: ProductFields, got: ProductFields): FieldName[] {
  return FIELDS.filter((name) => fields[name] === got[name]);
}

export function sameFields(a: ProductFields, b: ProductFields): boolean {
  return FIELDS.every((name) => a[name] === b[name]);
}
