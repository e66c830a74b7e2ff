import { useTranslations } from 'next-intl';
import { JOB_ERRORS, UPLOAD_ERRORS } from '@/lib/merchant/pictures/types';

/** What can go wrong on the way to the server, beyond what it says of the file itself. */
const TRANSFER_PROBLEMS = ['no-connection', 'too-often', 'signed-out', 'too-many-pictures', 'gone'] as const;

/** A sentence for each problem of a picture: what was wrong, and what to do. */
export function useProblemWords(limits: {
  readonly pictures: number;
  readonly bytes: number;
}): (problem: string) => string {
  const t = useTranslations('register');
  const numbers = { pictures: limits.pictures, megabytes: megabytesOf(limits.bytes) };
  return (problem) => {
    const transfer = TRANSFER_PROBLEMS.find((code) => code === problem);
    if (transfer) return t(`transferProblems.${transfer}`, numbers);
    const known = [...JOB_ERRORS, ...UPLOAD_ERRORS].find((code) => code === problem);
    return t(`jobErrors.${known ?? 'unexpected'}`, numbers);
  };
}

/** Whole ones, as people count them: 20 × 1,024 × 1,024 bytes are 20. */
export function megabytesOf(bytes: number): number {
  return Math.floor(bytes / 1_048_576);
}
