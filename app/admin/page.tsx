import { redirect } from 'next/navigation';
import { FIRST_PAGE, pageAccount } from '@/lib/auth';

export default async function AdminPage() {
  await pageAccount();
  redirect(FIRST_PAGE);
}
